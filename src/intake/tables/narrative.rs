//! "Thuyết minh": one row a section of the report; a row without "Mục" goes on with the section above.

use unicode_normalization::UnicodeNormalization;

use super::{Part, Tables};
use crate::intake::layout::{Head, Table};
use crate::intake::page::{Mark, Row};
use crate::intake::text::is_invisible;
use crate::intake::value;
use crate::model::{Address, Cell, Finding, IgnoredReason, Narrative, Section, Severity};

impl<'a> Tables<'a, '_> {
    pub(super) fn read_narrative(&mut self, at: usize, table: &Table<'a>, rows: &[Row<'a>]) {
        self.reading.narrative.get_or_insert_default();
        let mut current: Option<Section> = None;
        let mut own = Vec::new();
        for &row in rows {
            let title = row.text(table.column(Head::Section));
            let content = table.column(Head::Content).and_then(|col| row.cell(col));
            let text = content.map(paragraphs).unwrap_or_default();
            if title.is_empty() && (text.is_empty() || current.is_none()) {
                self.ignore(at, row, IgnoredReason::Surrounding);
                continue;
            }
            if !title.is_empty() {
                current = self.index.section(&title).cloned();
            }
            match (&current, text.is_empty()) {
                (Some(section), false) => {
                    self.add_text(at, table, row, section, text, title.is_empty());
                    own.push(row);
                }
                (None, false) => {
                    let known = self.known_sections();
                    let place = self.pages.get(at).map(|page| page.source(table.address(row, Head::Section)));
                    let finding = Finding::new("S208", Severity::Warning).at_opt(place).provided(title.clone());
                    let finding = finding.expected(known.clone()).arg("section", title).arg("known", known);
                    self.leave_out(at, row, Part::Narrative, finding);
                }
                (Some(_), true) => self.ignore(at, row, IgnoredReason::Label),
                (None, true) => self.ignore(at, row, IgnoredReason::Surrounding),
            }
        }
        self.unknown_columns(at, &table.header, |col| table.has_head(col), &own, Part::Narrative);
        for row in own {
            self.ignore(at, row, IgnoredReason::Label);
        }
    }

    fn add_text(&mut self, at: usize, table: &Table<'_>, row: Row<'_>, section: &Section, text: String, goes_on: bool) {
        for head in [Head::Section, Head::Content] {
            self.mark(at, row, table.column(head), Mark::Used(Part::Narrative));
        }
        let Some(page) = self.pages.get(at) else { return };
        let source = page.source(Address::new(row.number(), table.column(Head::Content).unwrap_or_default()));
        let texts = self.reading.narrative.get_or_insert_default();
        match texts.last_mut() {
            Some(last) if goes_on && last.section == *section => {
                last.text.push('\n');
                last.text.push_str(&text);
            }
            _ => texts.push(Narrative { section: section.clone(), text, source }),
        }
    }

    fn known_sections(&self) -> String {
        let areas = self.index.plan.areas.iter().map(|area| area.id.as_str());
        let fixed = ["Tồn tại, hạn chế", "Nguyên nhân", "Phương hướng, nhiệm vụ", "Kiến nghị, đề xuất"];
        areas.chain(fixed).chain(["Đề nghị điều chỉnh kế hoạch"]).collect::<Vec<_>>().join("; ")
    }
}

/// A cell's text with its lines kept and cleaned; lines without text left out.
fn paragraphs(cell: &Cell) -> String {
    let text: String = value::raw(cell).replace("\r\n", "\n").replace('\r', "\n").nfc().collect();
    let lines = text.lines().map(|line| line.replace(is_invisible, ""));
    let lines = lines.map(|line| line.trim().to_owned()).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}
