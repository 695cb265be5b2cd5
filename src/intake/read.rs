//! One file alone, understood: whose it is, for which period, and what its tables say.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::Datelike;

use super::identity::{self, Statements};
use super::index::Index;
use super::layout::{self, Label, Layout, TableKind, Wanted, ticked};
use super::page::{Page, Row, said};
use super::personal;
use super::tables::Tables;
use super::text::clean;
use super::value;
use crate::model::{
    Address, Cell, CellCount, CellValue, Code, FileCells, FileContent, FileFault, FileReading, Finding, Flow,
    IgnoredReason, InputFile, OfficeId, Period, Plan, Reading, Remark, Severity, Source, State,
};

/// Understands files against one plan. Build it once: it holds the plan ready for looking up.
#[derive(Debug)]
pub struct Reader<'p> {
    index: Index<'p>,
    versions: &'p BTreeMap<OfficeId, String>,
}

/// A file's sheets with what stands where.
pub(super) struct Sheets<'a> {
    pages: Vec<Page<'a>>,
    layouts: Vec<Layout<'a>>,
    statements: Statements,
    /// Short lines above the tables, which may be titles.
    titles: Vec<(String, Source)>,
}

impl<'p> Reader<'p> {
    /// A reader of submissions for this plan; `versions` are the offices' current form versions.
    pub fn new(plan: &'p Plan, versions: &'p BTreeMap<OfficeId, String>) -> Self {
        Self { index: Index::of(plan), versions }
    }

    /// The plan, ready for looking up.
    pub(super) fn index(&self) -> &Index<'p> {
        &self.index
    }

    /// Understands one file. `period` is its folder's; without one, the content says it.
    pub fn read(&self, period: Option<&Period>, file: &InputFile) -> FileReading {
        let mut reading =
            FileReading { path: file.path.clone(), sha256: file.sha256.clone(), ..FileReading::default() };
        reading.period = period.map(|period| period.id.clone());
        let outcome = match &file.content {
            FileContent::Fault(fault) => Err(unreadable(file, fault)),
            FileContent::Cells(cells) => self.read_cells(period, file, cells, &mut reading),
        };
        if let Err(finding) = outcome {
            self.reject(&mut reading, finding);
        }
        reading
    }

    fn read_cells(
        &self,
        folder: Option<&Period>,
        file: &InputFile,
        cells: &FileCells,
        reading: &mut FileReading,
    ) -> Result<(), Finding> {
        let plan = self.index.plan;
        reading.findings.extend(cells.remarks.iter().map(|remark| noticed(file, remark)));
        reading.cells.read = cells.sheets.iter().map(|sheet| sheet.cells.len()).sum();
        let mut sheets = self.survey(file, cells);
        if let Some((place, head)) = personal::column(&sheets.pages) {
            reading.personal = true;
            reading.findings.push(Finding::new("S221", Severity::Warning).at(place).provided(head));
        }
        let tick =
            sheets.statements.all(Label::Nil).find(|(cell, _)| ticked(cell)).map(|(c, s)| (c.clone(), s.clone()));
        reading.nil = tick.is_some();
        reading.info.ticked = reading.nil;
        if sheets.layouts.iter().all(Layout::is_empty) && !reading.nil {
            return Err(Finding::new("S201", Severity::Error).at(Source::file(&file.path)));
        }
        let office =
            identity::office(plan, &self.index.offices, &file.path, &sheets.statements, &mut reading.findings)?;
        reading.office = Some(office.clone());
        let period = identity::period(plan, folder, &sheets.statements, &sheets.titles, &mut reading.findings)?;
        reading.period = period.map(|period| period.id.clone());
        let year = period.map_or_else(|| plan.issued.year(), |period| period.to.year());
        reading.findings.extend(sheets.hidden());
        read_info(&sheets.statements, year, reading);
        let unknown_ids = self.read_tables(&mut sheets, &office, year, reading);
        self.check_version(&office, &sheets.statements, &unknown_ids, reading)?;
        if let Some((cell, source)) = tick {
            self.apply_nil(&office, &cell, &source, reading);
        }
        sheets.count(reading);
        for finding in &mut reading.findings {
            finding.office.get_or_insert_with(|| office.clone());
        }
        Ok(())
    }

    /// Finds tables, labels and titles on every sheet.
    pub(super) fn survey<'a>(&'a self, file: &'a InputFile, cells: &'a FileCells) -> Sheets<'a> {
        let mut sheets = Sheets {
            pages: cells.sheets.iter().map(|sheet| Page::new(&file.path, sheet)).collect(),
            layouts: Vec::new(),
            statements: Statements::default(),
            titles: Vec::new(),
        };
        let statements = Some(&self.index.statements);
        let wanted = Wanted { heads: &self.index.heads, kinds: &TableKind::FORM, statements };
        for page in &mut sheets.pages {
            let is_id = |text: &str| self.index.is_row_id(text);
            let layout = layout::find(&page.rows(), wanted, is_id);
            for &row in &layout.above {
                for statement in self.index.labels.read(page, row) {
                    sheets.statements.add(statement);
                }
                if !layout.is_empty() {
                    sheets.titles.extend(titles(page, row));
                }
            }
            sheets.layouts.push(layout);
        }
        sheets
    }

    /// Reads every table; gives back the ids that the plan does not know.
    fn read_tables(
        &self,
        sheets: &mut Sheets<'_>,
        office: &OfficeId,
        year: i32,
        reading: &mut FileReading,
    ) -> Vec<String> {
        let mut tables = Tables::new(&self.index, office, year, &mut sheets.pages, reading);
        for (at, layout) in sheets.layouts.iter().enumerate() {
            for table in &layout.tables {
                tables.read(at, table);
            }
            for table in &layout.statements {
                tables.read_statement(at, table);
            }
        }
        tables.unknown_ids
    }

    /// Another version of the form is used as long as the plan knows all its ids.
    fn check_version(
        &self,
        office: &OfficeId,
        statements: &Statements,
        unknown_ids: &[String],
        reading: &mut FileReading,
    ) -> Result<(), Finding> {
        let (Some((cell, source)), Some(current)) = (statements.first(Label::Version), self.versions.get(office))
        else {
            return Ok(());
        };
        let version = said(cell);
        if version.is_empty() || version.eq_ignore_ascii_case(current) {
            return Ok(());
        }
        let code = if unknown_ids.is_empty() { "I105" } else { "I106" };
        let severity = if unknown_ids.is_empty() { Severity::Warning } else { Severity::Error };
        let finding = Finding::new(code, severity).at(source.clone()).office(office).provided(version);
        let finding = finding.expected(current.as_str()).arg("ids", unknown_ids.join(", "));
        if unknown_ids.is_empty() {
            reading.findings.push(finding);
            return Ok(());
        }
        Err(finding)
    }

    /// A nil return says "không phát sinh" for every flow it leaves blank; stocks are still to be filled in.
    fn apply_nil(&self, office: &OfficeId, tick: &Cell, source: &Source, reading: &mut FileReading) {
        let nil = Reading {
            state: State::Nil,
            value: Some(crate::model::Number::zero()),
            raw: Some(value::raw(tick).into()),
            source: Some(source.clone()),
            ..Reading::default()
        };
        let flows = self.index.plan.elements_of(office).filter(|element| element.flow == Flow::Flow);
        let flows: Vec<_> = flows.map(|element| element.id.clone()).collect();
        let figures = reading.figures.get_or_insert_default();
        let mut contradicting = Vec::new();
        for id in flows {
            let entry = figures.entry(id).or_default();
            if !entry.period.says() {
                entry.period = nil.clone();
            } else if entry.period.value.as_ref().is_some_and(|value| !value.is_zero()) {
                contradicting.extend(entry.period.source.clone());
            }
        }
        if !contradicting.is_empty() {
            reading.nil = false;
            let finding = Finding::new("I112", Severity::Warning).at(source.clone()).office(office);
            let finding = finding.provided(value::raw(tick)).arg("count", contradicting.len().to_string());
            reading.findings.push(finding.related(contradicting));
        }
    }

    /// Nothing of the file is used. The office its path names is told, unless its content names another or two.
    pub(super) fn reject(&self, reading: &mut FileReading, finding: Finding) {
        let is_nobodys = matches!(finding.code.as_str(), "I101" | "I102");
        let office = reading.office.clone().or_else(|| match self.index.offices.in_path(&reading.path) {
            identity::Named::One(office) if !is_nobodys => Some(office),
            _ => None,
        });
        reading.cells.ignore_all(IgnoredReason::Rejected);
        if reading.cells.read == 0 {
            reading.cells = CellCount::default();
        }
        (reading.figures, reading.tasks, reading.narrative, reading.nil) = (None, None, None, false);
        reading.statements = None;
        (reading.used_by_table, reading.table_findings) = Default::default();
        reading.rejected = Some(Code::clone(&finding.code));
        let is_about_file = |finding: &Finding| matches!(finding.code.family(), crate::model::Family::F);
        reading.findings.retain(|finding| is_about_file(finding) || finding.code.as_str() == "S221");
        reading.findings.push(finding);
        reading.office.clone_from(&office);
        for finding in &mut reading.findings {
            finding.office.clone_from(&office);
        }
    }
}

impl<'a> Sheets<'a> {
    /// The sheets, and the tables on each.
    pub(super) fn parts(&mut self) -> (&mut [Page<'a>], &[Layout<'a>]) {
        (&mut self.pages, &self.layouts)
    }

    /// S207 for each hidden sheet that has a table.
    pub(super) fn hidden(&self) -> Vec<Finding> {
        let with_table = self.pages.iter().zip(&self.layouts).filter(|(_, layout)| !layout.is_empty());
        let hidden = with_table.filter(|(page, _)| page.is_hidden());
        let finding = |page: &Page<'_>| Finding::new("S207", Severity::Warning).at(page.place()).provided(page.name());
        hidden.map(|(page, _)| finding(page).arg("sheet", page.name())).collect()
    }

    /// Counts every cell once.
    pub(super) fn count(&self, reading: &mut FileReading) {
        reading.cells = CellCount::default();
        for (page, layout) in self.pages.iter().zip(&self.layouts) {
            let otherwise = if layout.is_empty() { IgnoredReason::OtherSheet } else { IgnoredReason::Surrounding };
            page.count(otherwise, &mut reading.cells, &mut reading.used_by_table);
        }
    }
}

/// Reads "Người lập" and "Ngày lập", and notes where every label's value stands.
fn read_info(statements: &Statements, year: i32, reading: &mut FileReading) {
    let info = &mut reading.info;
    info.cells = statements.cells();
    info.prepared_by = statements.first(Label::PreparedBy).map(|(cell, _)| said(cell).into());
    let reason = statements.all(Label::Reason).map(|(cell, _)| clean(&said(cell))).find(|text| !text.is_empty());
    info.reason = reason.map(Arc::from);
    if let Some((cell, source)) = statements.first(Label::PreparedOn) {
        let (read, day, findings) = value::read_date(Label::PreparedOn.wording(), Some(cell), source.clone(), year);
        (info.prepared_on_cell, info.prepared_on) = (read, day);
        reading.findings.extend(findings);
    }
}

/// Why the bytes could not be read, as a finding about the file.
pub(super) fn unreadable(file: &InputFile, fault: &FileFault) -> Finding {
    fault.finding(&file.path, severity(&fault.code))
}

/// What the reader of the bytes noticed, as a finding about the first of its places, else about the file.
pub(super) fn noticed(file: &InputFile, remark: &Remark) -> Finding {
    let place = |(sheet, cell): &(Option<Arc<str>>, Address)| Source {
        file: Arc::clone(&file.path),
        sheet: sheet.clone(),
        cell: Some(*cell),
    };
    let mut places = remark.places.iter().map(place);
    let first = places.next().unwrap_or_else(|| Source::file(&file.path));
    let finding = Finding::new(&remark.code, severity(&remark.code)).at(first).related(places);
    finding.provided(&remark.detail).arg("detail", &remark.detail)
}

/// Macros, extensions, encodings and hidden cells are worth a word; every other trouble with a file is an error.
fn severity(code: &str) -> Severity {
    match code {
        "F007" | "F008" | "F009" | "F013" => Severity::Notice,
        "F012" | "S210" => Severity::Warning,
        _ => Severity::Error,
    }
}

/// The lines of a row that may be titles. They are short; paragraphs above a table are not asked for its period.
fn titles(page: &Page<'_>, row: Row<'_>) -> Vec<(String, Source)> {
    const LONGEST: usize = 160;
    let lines = |cell: &Cell| match &cell.value {
        CellValue::Text(text) => text.lines().map(clean).collect(),
        _ => Vec::new(),
    };
    let placed = row.cells.iter().flat_map(|cell| lines(cell).into_iter().map(|line| (line, page.source(cell.at))));
    placed.filter(|(line, _)| line.chars().count() <= LONGEST).collect()
}
