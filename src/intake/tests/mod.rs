//! Files as offices send them, held in memory, with what is understood of them.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod accounting;
mod formats;
mod identity;
mod rounds;
mod statement;
mod structure;
mod tables;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;

use super::{Beside, Reader, combine};
use crate::model::*;
use crate::text::{Catalog, Lang};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn element(id: &str, no: &str, name: &str, offices: &[&str]) -> Element {
    Element {
        id: ElementId::new(id),
        form: FormId::new("B3"),
        no: no.to_owned(),
        name: name.to_owned(),
        unit: "hồ sơ".to_owned(),
        kind: ElementKind::Count,
        offices: offices.iter().map(OfficeId::new).collect::<Vec<_>>().into(),
        flow: Flow::Flow,
        aggregate: Aggregate::Sum,
        required: true,
        choices: Vec::new(),
        dossier: None,
        jump: None,
        formula: None,
    }
}

fn office(id: &str, name: &str, aliases: &[&str]) -> Office {
    let aliases = aliases.iter().map(|alias| (*alias).to_owned()).collect();
    Office { id: OfficeId::new(id), name: name.to_owned(), aliases, email: None, areas: Vec::new() }
}

fn quarter(id: &str, title: &str, from: NaiveDate, to: NaiveDate, kind: PeriodKind) -> Period {
    let (office_due, report_due) = (to + chrono::Days::new(4), to + chrono::Days::new(10));
    Period {
        id: PeriodId::new(id),
        title: title.to_owned(),
        kind,
        from,
        to,
        office_due,
        report_due,
        basis: Basis::Actual,
    }
}

fn task(id: &str, name: &str, lead: &str) -> Task {
    let (area, lead) = (AreaId::new("N3"), OfficeId::new(lead));
    Task { id: TaskId::new(id), area, name: name.to_owned(), lead, due: TaskDue::Period, product: None }
}

/// Three offices; `hs_da_gq`, `hs_ton` (a stock) and `hs_tra` of `vhxh`, `kt_thu` of `kt`, `hs_tong` computed.
static PLAN: LazyLock<Plan> = LazyLock::new(|| {
    let mut elements = vec![
        element("hs_da_gq", "3.1", "Hồ sơ đã giải quyết", &["vhxh"]),
        element("hs_ton", "3.2", "Hồ sơ tồn", &["vhxh"]),
        element("hs_tra", "3.3", "Hồ sơ trả lại", &["vhxh"]),
        element("kt_thu", "3.4", "Số thu", &["kt"]),
        element("hs_tong", "3.5", "Tổng hồ sơ", &[]),
    ];
    elements[1].flow = Flow::Stock;
    elements[2].required = false;
    elements[4].formula = Some(Formula { text: "1".to_owned(), expr: Expr::Number(Number::from(1)) });
    let element_index = elements.iter().enumerate().map(|(at, element)| (element.id.clone(), at)).collect();
    Plan {
        hash: String::new(),
        id: "kh".to_owned(),
        title: "Kế hoạch cải cách hành chính năm 2025".to_owned(),
        decision: String::new(),
        issued: day(2025, 7, 25),
        cumulative_from: day(2025, 7, 1),
        authority: Authority {
            name: "Ủy ban nhân dân xã Tứ Kỳ".to_owned(),
            lines: Vec::new(),
            place: "Tứ Kỳ".to_owned(),
            number_suffix: String::new(),
            signer_title: String::new(),
            signer_name: String::new(),
            bases: Vec::new(),
            copies: Vec::new(),
        },
        recipient: Recipient { name: "Sở Nội vụ".to_owned(), email: None },
        offices: vec![
            office("vhxh", "Phòng Văn hóa - Xã hội", &["P. VH-XH", "Phòng VHXH", "VHXH"]),
            office("vp", "Văn phòng HĐND và UBND", &["VP HĐND-UBND", "VP"]),
            office("kt", "Phòng Kinh tế", &["Phòng KT", "KT"]),
        ],
        periods: vec![
            quarter("2025-Q3", "Quý III năm 2025", day(2025, 7, 1), day(2025, 9, 5), PeriodKind::Quarter),
            quarter("2025-Q4", "Báo cáo năm 2025", day(2025, 9, 6), day(2025, 12, 5), PeriodKind::Year),
        ],
        forms: vec![Form { id: FormId::new("B3"), title: "Biểu 3".to_owned() }],
        areas: vec![Area {
            id: AreaId::new("N3"),
            title: "Cải cách thủ tục hành chính".to_owned(),
            section: "II.2".to_owned(),
        }],
        elements,
        indicators: Vec::new(),
        tasks: vec![task("N3a", "Rà soát thủ tục", "vhxh"), task("N3b", "Thu phí", "kt")],
        rules: Vec::new(),
        statements: Vec::new(),
        dossiers: crate::model::DossierFormat::default(),
        waivers: Vec::new(),
        calendar: crate::model::Calendar::default(),
        annex: crate::model::Annex::default(),
        element_index,
    }
});

static VERSIONS: LazyLock<BTreeMap<OfficeId, String>> =
    LazyLock::new(|| PLAN.offices.iter().map(|office| (office.id.clone(), "0a1b2c3d".to_owned())).collect());

static READER: LazyLock<Reader<'static>> = LazyLock::new(|| Reader::new(&PLAN, &VERSIONS));

/// The last period, 06/9–05/12/2025, whose returns are due on 09/12.
fn q4() -> &'static Period {
    &PLAN.periods[1]
}

/// A sheet of texts: a row a line, cells parted by `|`, empty ones left out.
fn sheet(name: &str, text: &str) -> SheetCells {
    let mut cells = Vec::new();
    for (row, line) in (0..).zip(text.lines().map(str::trim).filter(|line| !line.is_empty())) {
        for (col, said) in (0..).zip(line.split('|').map(str::trim)).filter(|(_, said)| !said.is_empty()) {
            cells.push(Cell {
                at: Address::new(row, col),
                value: CellValue::Text(said.to_owned()),
                format: NumberFormat::General,
                formula: false,
            });
        }
    }
    SheetCells { name: (!name.is_empty()).then(|| Arc::from(name)), hidden: false, cells }
}

fn file(path: &str, sheets: Vec<SheetCells>) -> InputFile {
    let cells = FileCells { format: FileFormat::Xlsx, sheets, remarks: Vec::new() };
    InputFile { path: path.into(), sha256: None, content: FileContent::Cells(cells) }
}

/// A form of `vhxh` as one sheet.
fn form(text: &str) -> InputFile {
    file("2025-Q4/vhxh.xlsx", vec![sheet("Số liệu", text)])
}

fn read(file: &InputFile) -> FileReading {
    READER.read(Some(q4()), file)
}

/// Codes of everything found in a file, in order.
fn codes(reading: &FileReading) -> Vec<String> {
    let of_tables = reading.table_findings.iter().flatten();
    reading
        .findings
        .iter()
        .chain(of_tables)
        .inspect(|finding| assert_worded(finding))
        .map(|f| f.code.to_string())
        .collect()
}

/// Every finding says what is wrong and what to do, in both languages, with every name filled in.
fn assert_worded(finding: &Finding) {
    for catalog in [&*VIETNAMESE, &*ENGLISH] {
        let worded = catalog.word(finding.clone());
        assert_ne!(worded.message, finding.code.as_str());
        assert!(!worded.fix.is_empty(), "{} needs advice", finding.code);
        assert!(!worded.message.contains("{$") && !worded.fix.contains("{$"), "{}: {worded:?}", finding.code);
    }
}

static VIETNAMESE: LazyLock<Catalog> = LazyLock::new(|| Catalog::new(Lang::Vi));
static ENGLISH: LazyLock<Catalog> = LazyLock::new(|| Catalog::new(Lang::En));

/// The state and number of an element's "Kỳ này".
fn figure(reading: &FileReading, id: &str) -> (State, Option<String>) {
    let entry = reading.figures.as_ref().and_then(|figures| figures.get(id)).cloned().unwrap_or_default();
    (entry.period.state, entry.period.value.map(|value| value.to_string()))
}

fn value(number: &str) -> (State, Option<String>) {
    (State::Value, Some(number.to_owned()))
}

/// A round of these files with a register and corrections as CSV-like texts, empty for none.
fn round(files: &[InputFile], register: &str, corrections: &str) -> Round {
    let beside = |name: &str, text: &str| (!text.is_empty()).then(|| file(name, vec![sheet("", text)]));
    let readings = files.iter().map(read).collect();
    let (register, corrections) =
        (beside("2025-Q4/received.csv", register), beside("2025-Q4/dieu-chinh.csv", corrections));
    let beside = Beside { register: register.as_ref(), corrections: corrections.as_ref(), ..Beside::default() };
    combine(&PLAN, q4(), readings, beside, true)
}

/// Codes of a round's findings about `vhxh`, sorted.
fn round_codes(round: &Round) -> Vec<&str> {
    let of_office = |finding: &&Finding| finding.office.as_ref().is_none_or(|office| office.as_str() == "vhxh");
    let worded = round.findings.iter().inspect(|finding| assert_worded(finding));
    let mut codes: Vec<&str> = worded.filter(of_office).map(|finding| finding.code.as_str()).collect();
    codes.sort_unstable();
    codes
}
