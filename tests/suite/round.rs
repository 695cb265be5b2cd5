//! Builds a round in memory: a small plan, files written as text, and the pipeline run over them.

use std::collections::BTreeMap;
use std::sync::Arc;

use cchc::dossier::{self, DossierInput, DossierSource};
use cchc::intake::cells::{self, Limits};
use cchc::model::{
    Address, Cell, CellValue, FileCells, FileContent, FileFormat, InputFile, NumberFormat, PeriodId, Plan, Results,
    SheetCells,
};
use cchc::pipeline::{Figures, Inputs, RoundFiles, evaluate, figures};
use cchc::plan::{PlanFile, load};
use cchc::text::Lang;

/// The plan of `tests/suite/specs/plan`, with files replaced or lines added by `changes` (name → TOML to append).
pub(crate) fn plan(changes: &BTreeMap<String, String>) -> Arc<Plan> {
    let problems = |problems: Vec<cchc::plan::PlanProblem>| panic!("the spec's plan is broken: {problems:?}");
    Arc::new(load(&plan_files(changes), &cchc::rules::codes()).unwrap_or_else(problems))
}

/// Its files.
pub(crate) fn plan_files(changes: &BTreeMap<String, String>) -> Vec<PlanFile> {
    let names = ["plan", "elements", "indicators", "tasks", "rules", "statements", "waivers"];
    let names = names.into_iter().chain(changes.contains_key("holidays").then_some("holidays"));
    names
        .map(|name| {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/specs/plan");
            let shared = std::fs::read_to_string(format!("{folder}/{name}.toml"));
            let mut text = if name == "holidays" { String::new() } else { shared.unwrap() };
            text.push_str(changes.get(name).map_or("", String::as_str));
            PlanFile { name: format!("{name}.toml"), text }
        })
        .collect()
}

/// A round of files by period.
#[derive(Default)]
pub(crate) struct Round {
    files: BTreeMap<PeriodId, RoundFiles>,
    /// Exports of dossiers, by path.
    dossiers: BTreeMap<String, String>,
    whole: bool,
}

impl Round {
    /// An empty round of `2025-Q4`, in which only the offices that sent something count.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Offices that sent nothing are missing.
    pub(crate) fn whole(mut self) -> Self {
        self.whole = true;
        self
    }

    /// Adds a file of `2025-Q4`, or of the period its path begins with. Text of sheets or CSV, see [`sheets`].
    pub(crate) fn file(self, path: &str, text: &str) -> Self {
        let (period, name) = split(path);
        let full = format!("{period}/{name}");
        if name.starts_with("dossiers/") {
            return self.export(full, text);
        }
        if has_extension(name, "pdf") || has_extension(name, "docx") {
            return self.unread(period, &full);
        }
        let content = if has_extension(name, "csv") {
            cells::read(name, text.as_bytes(), &Limits::default())
        } else {
            FileContent::Cells(FileCells { format: FileFormat::Xlsx, sheets: sheets(text), remarks: Vec::new() })
        };
        self.input(period, InputFile { path: Arc::from(full.as_str()), sha256: Some("0".repeat(64)), content })
    }

    /// Adds an export of dossiers.
    fn export(mut self, path: String, text: &str) -> Self {
        self.dossiers.insert(path, text.to_owned());
        self
    }

    /// Adds a file that is no spreadsheet.
    fn unread(mut self, period: &str, path: &str) -> Self {
        let files = self.files.entry(PeriodId::new(period)).or_default();
        files.unread.push(Arc::from(path));
        files.unread.sort();
        self
    }

    /// Adds a file by its bytes.
    pub(crate) fn bytes(self, path: &str, bytes: &[u8]) -> Self {
        let (period, name) = split(path);
        let full = format!("{period}/{name}");
        let content = cells::read(name, bytes, &Limits::default());
        self.input(period, InputFile { path: Arc::from(full.as_str()), sha256: Some("0".repeat(64)), content })
    }

    /// Adds a file as a reading worker hands it over; its path begins with the period.
    pub(crate) fn read(self, file: InputFile) -> Self {
        let (period, _) = split(&file.path);
        let period = period.to_owned();
        self.input(&period, file)
    }

    fn input(mut self, period: &str, file: InputFile) -> Self {
        let files = self.files.entry(PeriodId::new(period)).or_default();
        let name = file.path.rsplit('/').next().unwrap_or_default().to_owned();
        match name.split('.').next() {
            Some("received") => files.register = Some(file),
            Some("dieu-chinh") => files.corrections = Some(file),
            Some("gia-han") => files.extensions = Some(file),
            Some("tong-hop") => files.compiled = Some(file),
            _ => {
                files.files.push(file);
                files.files.sort_by(|a, b| a.path.cmp(&b.path));
            }
        }
        self
    }

    /// What came in other periods, and the corrections; the submissions and the register of `2025-Q4` are gone.
    pub(crate) fn without_submissions(mut self) -> Self {
        if let Some(files) = self.files.get_mut(&PeriodId::new("2025-Q4")) {
            (files.files, files.register, files.compiled) = Default::default();
        }
        self
    }

    /// Runs the pipeline, without rendering.
    pub(crate) fn run(self, plan: &Arc<Plan>) -> Results {
        let period = plan.period(&PeriodId::new("2025-Q4")).unwrap();
        let dossiers = self.dossiers.iter().map(|(path, text)| DossierInput {
            path: Arc::from(path.as_str()),
            sha256: None,
            source: Ok(DossierSource::Bytes(Box::new(text.clone()))),
        });
        let dossiers: Vec<DossierInput> = dossiers.collect();
        let counts = dossier::count(&dossiers, &plan.dossiers, &(period.from..=period.to));
        let inputs = Inputs {
            period: period.id.clone(),
            rounds: self.files,
            dossiers: (!dossiers.is_empty()).then_some(counts),
            templates: BTreeMap::new(),
            as_of: chrono::NaiveDate::from_ymd_opt(2025, 12, 10).unwrap(),
            lang: Lang::Vi,
            dated: false,
            only_present: !self.whole,
            without: Vec::new(),
        };
        let results = evaluate(plan, &inputs).unwrap();
        agrees(&figures(plan, &inputs).unwrap(), &results);
        results
    }
}

/// Whatever came, figures that are explained are those that are reported.
fn agrees(explained: &Figures, reported: &Results) {
    assert_eq!(explained.figures, reported.figures);
    assert_eq!(explained.totals, reported.totals);
    assert_eq!(explained.history, reported.history);
    assert_eq!(explained.indicators, reported.indicators);
    assert_eq!(explained.tasks, reported.tasks);
    assert_eq!(explained.reconciliation, reported.reconciliation);
}

fn split(path: &str) -> (&str, &str) {
    match path.split_once('/') {
        Some((period, name)) if period.starts_with("20") => (period, name),
        _ => ("2025-Q4", path),
    }
}

fn has_extension(name: &str, extension: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|found| found.eq_ignore_ascii_case(extension))
}

/// Sheets from text: `[Name]` or `[Name hidden]` begins a sheet, then a line a row, cells separated by `;`. A cell is
/// text, or typed: `n:1.5` a number, `p:0.975` a number shown as a percentage, `d:46000` a date, `e:#REF!` an error,
/// `f:SUM(A1)` a formula without a stored result, `b:TRUE` a truth value.
pub(crate) fn sheets(text: &str) -> Vec<SheetCells> {
    let mut sheets: Vec<SheetCells> = Vec::new();
    let mut row = 0;
    for line in text.lines() {
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            let hidden = name.ends_with(" hidden");
            let name = Some(Arc::from(name.trim_end_matches(" hidden")));
            sheets.push(SheetCells { name, hidden, cells: Vec::new() });
            row = 0;
            continue;
        }
        if sheets.is_empty() {
            sheets.push(SheetCells { name: Some(Arc::from("Số liệu")), ..SheetCells::default() });
        }
        let found = line.split(';').enumerate().filter(|(_, cell)| !cell.trim().is_empty());
        let cells = found.map(|(col, cell)| typed(Address::new(row, u32::try_from(col).unwrap()), cell));
        sheets.last_mut().unwrap().cells.extend(cells);
        row += 1;
    }
    sheets
}

fn typed(at: Address, cell: &str) -> Cell {
    let number = |text: &str| text.parse::<f64>().unwrap();
    let (value, format) = match cell.split_once(':') {
        Some(("n", rest)) => (CellValue::Number(number(rest)), NumberFormat::General),
        Some(("p", rest)) => (CellValue::Number(number(rest)), NumberFormat::Percent),
        Some(("d", rest)) => (CellValue::Date(number(rest)), NumberFormat::Date),
        Some(("e", rest)) => (CellValue::Error(rest.to_owned()), NumberFormat::General),
        Some(("f", rest)) => (CellValue::Uncomputed(rest.to_owned()), NumberFormat::General),
        Some(("b", rest)) => (CellValue::Bool(rest == "TRUE"), NumberFormat::General),
        _ => (CellValue::Text(cell.to_owned()), NumberFormat::General),
    };
    Cell { at, value, format, formula: false }
}
