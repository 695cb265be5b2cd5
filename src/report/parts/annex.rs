//! Phụ lục I: the statistics annex as the plan lays it out, one part a table.

use std::collections::BTreeMap;

use super::annex_figure::{self as figure, Base};
use crate::model::{AnnexColumn, AnnexField, AnnexFigure, AnnexRow, AnnexTable, Element, Measure};
use crate::report::context::Context;
use crate::report::derivation;
use crate::report::document::{
    Align, Area, Block, Cell, Column, Content, ParagraphStyle, Part, Place, Row, RowKind, Table,
};
use crate::report::live;
use crate::report::sentences::Sentences;
use crate::templates::TemplateFault;

/// One sheet a table, also on the page and in the letter.
pub(super) fn parts(context: &Context<'_>, sentences: &Sentences) -> Result<Vec<Part>, TemplateFault> {
    let columns = columns(context);
    let compared = Block::paragraph(sentences.render("compared", context.facts())?, ParagraphStyle::Caption);
    let captions = [super::period_line(context, sentences)?, compared];
    let place = super::annex("Phụ lục I", &context.plan.annex.title, context, sentences)?;
    let part = |table| part(table, &columns, context, &captions, &place);
    Ok(context.plan.annex.tables.iter().map(part).collect())
}

/// The columns of this kind of report. What compares with an earlier period stands there only once such a period has
/// figures; the caption says which, or that there are none.
fn columns<'a>(context: &Context<'a>) -> Vec<&'a AnnexColumn> {
    let history = &context.results.history;
    let wanted = |column: &&AnnexColumn| {
        let known = match column.shows {
            AnnexField::Previous | AnnexField::Change => !history.previous.is_empty(),
            AnnexField::LastYear | AnnexField::ChangeOfYear => history.year_before().is_some(),
            _ => true,
        };
        known && (column.kinds.is_empty() || column.kinds.contains(&context.results.period.kind))
    };
    context.plan.annex.columns.iter().filter(wanted).collect()
}

fn part(
    table: &AnnexTable,
    columns: &[&AnnexColumn],
    context: &Context<'_>,
    captions: &[Block],
    place: &Place,
) -> Part {
    let figures = Block::Table(rows(table, columns, context));
    Part {
        id: table.id.to_string(),
        title: table.title.clone(),
        sheet: Some(table.id.to_string()),
        place: place.clone(),
        blocks: captions.iter().cloned().chain([figures]).collect(),
    }
}

fn rows(table: &AnnexTable, columns: &[&AnnexColumn], context: &Context<'_>) -> Table {
    let row = |row: &AnnexRow| match row {
        AnnexRow::Section(title) => Row::section(title),
        AnnexRow::Figure(printed) => figure_row(printed, columns, context),
    };
    Table {
        areas: areas(table, columns),
        columns: columns.iter().map(|column| head(column)).collect(),
        rows: table.rows.iter().map(row).collect(),
        ..Table::new(format!("bang-{}", table.id))
    }
}

/// The cells that formulas name: the commune's figures, and those of earlier periods.
fn areas(table: &AnnexTable, columns: &[&AnnexColumn]) -> BTreeMap<String, Area> {
    let mut areas = BTreeMap::new();
    for (row, printed) in table.rows.iter().enumerate() {
        let AnnexRow::Figure(AnnexFigure { element, .. }) = printed else { continue };
        for (column, shown) in columns.iter().enumerate() {
            let name = match shown.shows {
                AnnexField::Period => live::commune(element, Measure::Period),
                AnnexField::Cumulative => live::commune(element, Measure::Cumulative),
                AnnexField::Previous => live::before(element),
                AnnexField::LastYear => live::year_before(element),
                _ => continue,
            };
            areas.insert(name, Area { first: row, last: row, column });
        }
    }
    areas
}

fn head(column: &AnnexColumn) -> Column {
    let align = match column.shows {
        AnnexField::No | AnnexField::Unit => Align::Center,
        AnnexField::Code | AnnexField::Name | AnnexField::Note => Align::Left,
        AnnexField::Period
        | AnnexField::Cumulative
        | AnnexField::Previous
        | AnnexField::Change
        | AnnexField::LastYear
        | AnnexField::ChangeOfYear => Align::Right,
    };
    Column::new(&column.head, column.width, align)
}

/// A figure's row; a computed one stands out like a total.
fn figure_row(printed: &AnnexFigure, columns: &[&AnnexColumn], context: &Context<'_>) -> Row {
    let Some(element) = context.plan.element(printed.element.as_str()) else { return Row::section(&printed.name) };
    let kind = if element.is_submitted() { RowKind::Body } else { RowKind::Total };
    let cells = columns.iter().map(|column| cell(printed, element, column.shows, context)).collect();
    Row { kind, ..Row::body(cells) }
}

fn cell(printed: &AnnexFigure, element: &Element, shows: AnnexField, context: &Context<'_>) -> Cell {
    match shows {
        AnnexField::No => Cell::text(&printed.no),
        AnnexField::Code => Cell::text(element.id.as_str()),
        AnnexField::Name => {
            let depth = printed.no.trim_end_matches('.').matches('.').count();
            let lines = [printed.name.clone(), figure::told_below_name(context, element)];
            let lines: Vec<_> = lines.into_iter().filter(|line| !line.is_empty()).collect();
            Cell::text(lines.join("\n")).indent(u8::try_from(depth).unwrap_or(u8::MAX))
        }
        AnnexField::Unit => Cell::text(&printed.unit),
        AnnexField::Period => result(context, element, Measure::Period),
        AnnexField::Cumulative => result(context, element, Measure::Cumulative),
        AnnexField::Previous => {
            figure::earlier(element, figure::before(context, element), context.results.history.before())
        }
        AnnexField::Change => {
            let base = Base { value: figure::before(context, element), cell: live::before(&element.id) };
            figure::change(context, element, Measure::Period, base)
        }
        AnnexField::LastYear => {
            figure::earlier(element, figure::year_before(context, element), context.results.history.year_before())
        }
        AnnexField::ChangeOfYear => {
            let base = Base { value: figure::year_before(context, element), cell: live::year_before(&element.id) };
            figure::change(context, element, context.result_measure(), base)
        }
        AnnexField::Note => figure::note(context, element),
    }
}

/// The figure, saying how it came about.
fn result(context: &Context<'_>, element: &Element, measure: Measure) -> Cell {
    let cell = figure::result(context, element, measure);
    if cell.content == Content::Empty { cell } else { cell.derived(derivation::figure(context, element, measure)) }
}
