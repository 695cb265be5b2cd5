//! `tong-hop.xlsx`: the compiler's own text, read as the offices' "Thuyết minh" is, and of no office.

use chrono::Datelike;

use super::layout::TableKind;
use super::read::{Reader, noticed, unreadable};
use super::tables::Tables;
use crate::model::{
    Fate, FileCells, FileContent, FileReading, Finding, InputFile, OfficeId, Period, Round, Severity, Source,
};

impl Reader<'_> {
    /// Adds the compiler's texts, what is wrong with their file, and the file itself to a period's round.
    pub fn add_compiled(&self, period: &Period, file: &InputFile, round: &mut Round) {
        let mut reading =
            FileReading { path: file.path.clone(), sha256: file.sha256.clone(), ..FileReading::default() };
        reading.period = Some(period.id.clone());
        let outcome = match &file.content {
            FileContent::Fault(fault) => Err(unreadable(file, fault)),
            FileContent::Cells(cells) => self.read_compiled(period, file, cells, &mut reading),
        };
        let fate = match outcome {
            Ok(()) => Fate { used: true, ..Fate::default() },
            Err(finding) => {
                let reason = Some(format!("rejected-{}", finding.code));
                self.reject(&mut reading, finding);
                Fate { used: false, superseded: false, reason }
            }
        };
        // It speaks for the whole period: no office is told of what is wrong in it.
        let of_tables = std::mem::take(&mut reading.table_findings).into_iter().flatten();
        let findings = std::mem::take(&mut reading.findings).into_iter().chain(of_tables);
        round.findings.extend(findings.map(|finding| Finding { office: None, ..finding }));
        round.compiled = reading.narrative.take().unwrap_or_default();
        reading.office = None;
        round.files.push((reading, fate));
        round.files.sort_by(|(one, _), (other, _)| one.path.cmp(&other.path));
    }

    /// Only the texts are read; tables of figures or tasks in this file are no office's.
    fn read_compiled(
        &self,
        period: &Period,
        file: &InputFile,
        cells: &FileCells,
        reading: &mut FileReading,
    ) -> Result<(), Finding> {
        reading.findings.extend(cells.remarks.iter().map(|remark| noticed(file, remark)));
        reading.cells.read = cells.sheets.iter().map(|sheet| sheet.cells.len()).sum();
        let mut sheets = self.survey(file, cells);
        reading.findings.extend(sheets.hidden());
        let nobody = OfficeId::new("");
        let (pages, layouts) = sheets.parts();
        let mut tables = Tables::new(self.index(), &nobody, period.to.year(), pages, reading);
        let mut found = false;
        for (at, layout) in layouts.iter().enumerate() {
            for table in layout.tables.iter().filter(|table| table.kind == TableKind::Narrative) {
                tables.read(at, table);
                found = true;
            }
        }
        if !found {
            return Err(Finding::new("S201", Severity::Error).at(Source::file(&file.path)));
        }
        sheets.count(reading);
        Ok(())
    }
}
