//! The places of a form that a table's cells are put into, each file read from its bytes.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

use cchc::intake::cells::{self, Limits};
use cchc::intake::{Reader, task_list};
use cchc::model::{Address, FileReading, InputFile, OfficeId, Period, PeriodId, Plan, Reading, State};
use cchc::plan::{PlanFile, form_versions, load};

use super::files;
use crate::hostile;

/// The shipped plan's offices and periods with elements and tasks of this suite.
static PLAN: LazyLock<Plan> = LazyLock::new(|| {
    let root = env!("CARGO_MANIFEST_DIR");
    let text = |path: &str| std::fs::read_to_string(format!("{root}/{path}")).unwrap();
    let files = [
        ("plan.toml", text("input/plan/plan.toml")),
        ("elements.toml", text("tests/suite/inputs/plan/elements.toml")),
        ("tasks.toml", text("tests/suite/inputs/plan/tasks.toml")),
        ("indicators.toml", String::new()),
        ("rules.toml", String::new()),
    ];
    let files = files.map(|(name, text)| PlanFile { name: name.to_owned(), text });
    load(&files, &cchc::rules::codes()).unwrap_or_else(|problems| panic!("{problems:?}"))
});

static VERSIONS: LazyLock<BTreeMap<OfficeId, String>> = LazyLock::new(|| form_versions(&PLAN));

fn period() -> &'static Period {
    PLAN.period(&PeriodId::new("2025-Q4")).unwrap()
}

/// What is understood of a cell in this place, and the whole file's reading.
pub(super) fn read(place: &str, cell: &str) -> (String, FileReading) {
    let office = ["Mã đơn vị", "vhxh"];
    let figure = |rows: &[&[&str]]| understand("2025-Q4/vhxh.xlsx", &workbook(rows));
    let table: [&[&str]; 2] = [&["Mã", "Kỳ này"], &["so_dem"]];
    match place {
        "office" => {
            with(understand("2025-Q4/bieu.xlsx", &workbook(&[&["Tên đơn vị", cell], table[0], table[1]])), office_of)
        }
        "path" => with(understand(&format!("2025-Q4/{cell}"), &workbook(&table)), office_of),
        "period" => with(figure(&[&["Kỳ báo cáo", cell], table[0], table[1]]), period_of),
        "title" => with(figure(&[&[cell], table[0], table[1]]), period_of),
        "name" => with(figure(&[&office, &["Chỉ tiêu", "Kỳ này"], &[cell, "n:1"]]), figures_of),
        "head" => with(figure(&[&office, &["Mã", cell], &["so_dem", "n:1"]]), figures_of),
        "day" => {
            with(figure(&[&office, &["Mã", "Trạng thái", "Ngày hoàn thành"], &["N1a", "Đã hoàn thành", cell]]), day_of)
        }
        "due" => (due_of(cell), FileReading::default()),
        "narrative" => with(figure(&[&["Mục", "Nội dung"], &["limitations", cell]]), narrative_of),
        "file" => with(understand("2025-Q4/vhxh.xlsx", &hostile::by_name(cell)), figures_of),
        text_file if text_file.starts_with("text ") => {
            with(understand("2025-Q4/vhxh.csv", &files::text(text_file.trim_start_matches("text "), cell)), figures_of)
        }
        element => {
            let (element, font) = element.split_once(' ').unwrap_or((element, ""));
            let is_plain = font.is_empty() || cell.starts_with("n:");
            let cell = if is_plain { cell.to_owned() } else { format!("{font} {cell}") };
            let reading = figure(&[&office, &["Mã", "Kỳ này"], &[element, &cell]]);
            (figure_of(&reading, element), reading)
        }
    }
}

fn with(reading: FileReading, say: impl Fn(&FileReading) -> String) -> (String, FileReading) {
    let said = if reading.rejected.is_some() { "rejected".to_owned() } else { say(&reading) };
    (said, reading)
}

fn understand(path: &str, bytes: &[u8]) -> FileReading {
    let content = cells::read(path, bytes, &Limits::default());
    let file = InputFile { path: Arc::from(path), sha256: None, content };
    Reader::new(&PLAN, &VERSIONS).read(Some(period()), &file)
}

fn office_of(reading: &FileReading) -> String {
    reading.office.as_ref().unwrap().to_string()
}

fn period_of(reading: &FileReading) -> String {
    reading.period.as_ref().unwrap().to_string()
}

fn figure_of(reading: &FileReading, element: &str) -> String {
    let figures = reading.figures.iter().flatten();
    figures.filter(|(id, _)| id.as_str() == element).map(|(_, entry)| shown(&entry.period)).collect()
}

/// Every figure of the file: `so_dem 12, ty_le 97.5`.
fn figures_of(reading: &FileReading) -> String {
    let figures = reading.figures.iter().flatten();
    let said: Vec<String> = figures.map(|(id, entry)| format!("{id} {}", shown(&entry.period))).collect();
    said.join(", ")
}

fn shown(reading: &Reading) -> String {
    let content = || reading.text.as_deref().map(str::to_owned).or_else(|| Some(reading.value.as_ref()?.to_string()));
    match reading.state {
        State::Value => content().unwrap(),
        State::Nil => "nil".to_owned(),
        State::Blank => "blank".to_owned(),
        State::Unreadable => "unreadable".to_owned(),
        State::Missing => "missing".to_owned(),
    }
}

fn day_of(reading: &FileReading) -> String {
    let row = reading.tasks.iter().flatten().next().map(|(_, row)| row).unwrap();
    row.done_on.map_or_else(|| shown(&row.done_on_cell), |day| day.to_string())
}

fn narrative_of(reading: &FileReading) -> String {
    reading.narrative.iter().flatten().map(|narrative| narrative.text.as_str()).collect()
}

/// The due day that a task list gives its task: the end of the period where it gives none.
fn due_of(cell: &str) -> String {
    let rows: [&[&str]; 2] =
        [&["Mã", "Nhiệm vụ", "Lĩnh vực", "Đơn vị chủ trì", "Thời hạn"], &["N1b", "Rà soát", "N1", "vhxh", cell]];
    let content = cells::read("nhiem-vu.xlsx", &workbook(&rows), &Limits::default());
    let file = InputFile { path: Arc::from("plan/nhiem-vu.xlsx"), sha256: None, content };
    let text = task_list(&PLAN, &file).unwrap();
    let due = text.split_once("due = \"").and_then(|(_, rest)| rest.split_once('"')).map(|(due, _)| due.to_owned());
    due.unwrap_or_else(|| "period".to_owned())
}

/// A workbook of one sheet: texts as strings, typed cells as numbers with the style that shows them so.
fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut xml = String::new();
    for (number, row) in (0..).zip(rows) {
        write!(xml, r#"<row r="{}">"#, number + 1).unwrap();
        for (col, cell) in (0..).zip(*row).filter(|(_, cell)| !cell.is_empty()) {
            xml.push_str(&cell_xml(Address::new(number, col), cell));
        }
        xml.push_str("</row>");
    }
    hostile::styled_xlsx(&xml)
}

fn cell_xml(at: Address, cell: &str) -> String {
    match cell.split_once(':') {
        Some(("n", value)) => format!(r#"<c r="{at}"><v>{value}</v></c>"#),
        Some(("p", value)) => format!(r#"<c r="{at}" s="1"><v>{value}</v></c>"#),
        Some(("d", value)) => format!(r#"<c r="{at}" s="2"><v>{value}</v></c>"#),
        Some(("t", value)) => format!(r#"<c r="{at}" s="3"><v>{value}</v></c>"#),
        Some(("#", value)) => format!(r#"<c r="{at}" s="4"><v>{value}</v></c>"#),
        Some(("e", value)) => format!(r#"<c r="{at}" t="e"><v>{value}</v></c>"#),
        Some(("f", formula)) => format!(r#"<c r="{at}"><f>{formula}</f></c>"#),
        Some(("b", value)) => format!(r#"<c r="{at}" t="b"><v>{}</v></c>"#, u8::from(value == "TRUE")),
        _ => {
            let fonts = [(".VnTime ", 5), (".VnTimeH ", 6), ("VNI-Times ", 7)];
            let styled = fonts.iter().find_map(|(font, style)| Some((cell.strip_prefix(font)?, *style)));
            let (text, style) = styled.unwrap_or((cell, 0));
            let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\r', "&#13;");
            format!(r#"<c r="{at}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>"#)
        }
    }
}
