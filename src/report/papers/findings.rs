//! "Phát hiện": every finding with its place and its remedy; in the workbook as one list, on the page by office.

use crate::model::{Number, Source, Worded};
use crate::report::context::{Context, PLACES};
use crate::report::document::{Block, Cell, Part, Place, Row, Table};
use crate::report::table::{self, Field, Line};
use crate::report::words;
use crate::text::Catalog;

/// So many findings stand on the page of a round with many offices; the workbook has all.
const MOST_ON_PAGE: usize = 500;

const TITLE: &str = "Phát hiện";
/// Whose findings are those of no single office.
const COMMUNE: &str = "Toàn xã";
const NONE: &str = "Không có phát hiện nào.";

const FIELDS: &[Field<Worded>] = &[
    Field::facet("", &Field::center("Mức", 14, severity)),
    Field::center("Mã", 14, |line| line.context.repeated(line.record.finding.code.as_str())),
    Field::facet(COMMUNE, &Field::left("Đơn vị", 26, |line| line.context.office(line.record.finding.office.as_ref()))),
    Field::left("Vị trí (tệp, trang tính, ô)", 40, place),
    Field::left("Nội dung", 60, |line| Cell::text(&line.record.message)),
    Field::right("Đang ghi", 16, |line| written(line.record.finding.provided.as_deref())),
    Field::right("Cần là", 16, |line| written(line.record.finding.expected.as_deref())),
    Field::right("Chênh lệch", 14, |line| written(line.record.finding.difference.as_deref())),
    Field::left("Cách xử lý", 50, |line| Cell::text(&line.record.fix)),
];

fn written(text: Option<&str>) -> Cell {
    let text = text.unwrap_or_default();
    text.parse::<Number>().map_or_else(|_| Cell::text(text), |number| Cell::number(Some(&number), PLACES))
}

/// The list for the workbook, and the same by office for the page.
pub(super) fn parts(context: &Context<'_>, _catalog: &Catalog) -> Vec<Part> {
    let list = super::sheet("danh-sach-phat-hien", TITLE, list(context), NONE);
    vec![Part { place: Place::SheetOnly, ..list }, page(context)]
}

/// The anchor of a finding, by its number in the whole list; the same in the workbook and on the page.
pub(super) fn anchor(number: usize) -> String {
    format!("phat-hien-{number}")
}

fn list(context: &Context<'_>) -> Table {
    let mut table = table::table("bang-phat-hien", FIELDS);
    table.filter = true;
    table.rows = (1..).zip(&context.results.findings).map(|(number, worded)| row(context, number, worded)).collect();
    table
}

fn page(context: &Context<'_>) -> Part {
    let all = context.results.findings.len();
    let shown = if context.fits_page() { all } else { all.min(MOST_ON_PAGE) };
    let mut part = super::sheet("phat-hien", TITLE, by_office(context, shown), NONE);
    part.sheet = None;
    if shown < all {
        let rest =
            format!("Trang này nêu {shown} trong {all} phát hiện; toàn bộ ở trang tính “{TITLE}” của tệp Excel.");
        part.blocks.insert(0, Block::body(rest));
    }
    part
}

fn by_office(context: &Context<'_>, shown: usize) -> Table {
    let mut table = table::table("trang-phat-hien", FIELDS);
    table.filter = true;
    let findings = context.results.findings.get(..shown).unwrap_or_default();
    let mut number = 0;
    for group in findings.chunk_by(|one, other| one.finding.office == other.finding.office) {
        let office = group.first().and_then(|worded| worded.finding.office.as_ref());
        table.rows.push(Row::section(office.map_or(COMMUNE, |office| context.plan.office_name(office))));
        for worded in group {
            number += 1;
            table.rows.push(row(context, number, worded));
        }
    }
    table
}

fn row(context: &Context<'_>, number: usize, worded: &Worded) -> Row {
    table::row(FIELDS, context, number, worded).anchor(anchor(number))
}

fn severity(line: &Line<'_, Worded>) -> Cell {
    let (word, tone) = words::severity(line.record.finding.severity);
    line.context.repeated(&format!("{word}{}", words::finding_state(line.record.finding.state))).tone(tone)
}

/// The cell, then every other cell of the same cause, one a line.
fn place(line: &Line<'_, Worded>) -> Cell {
    let finding = &line.record.finding;
    let cells: Vec<Source> = finding.location.iter().chain(&finding.related).cloned().collect();
    let text = cells.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    Cell::text(text).from_sources(cells)
}
