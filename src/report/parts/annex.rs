//! Phụ lục I: the statistics annex, one part for each form of the plan.

use crate::model::{Aggregate, Element, ElementKind, Figure, Form, Measure, PeriodKind};
use crate::report::context::{Context, MOST_OFFICES_ON_PAGE, PLACES, printed};
use crate::report::document::{Block, Cell, Part, Row, RowKind, Table};
use crate::report::judgement::coverage;
use crate::report::sentences::Sentences;
use crate::report::table::{self, Field, Line};
use crate::report::words;
use crate::templates::TemplateFault;

/// Title of the annex.
const TITLE: &str = "Thống kê số liệu kết quả thực hiện công tác cải cách hành chính";

const NO: Field<Element> = Field::center("STT", 8, |line| Cell::text(&line.record.no));
const NAME: Field<Element> = Field::left("Chỉ tiêu thống kê", 70, |line| {
    let depth = line.record.no.matches('.').count();
    Cell::text(&line.record.name).indent(u8::try_from(depth).unwrap_or(u8::MAX))
});
const UNIT: Field<Element> = Field::center("Đơn vị tính", 14, |line| Cell::text(&line.record.unit));
const NOTE: Field<Element> = Field::left("Ghi chú", 40, note);

const QUARTER: &[Field<Element>] =
    &[NO, NAME, UNIT, Field::right("Kết quả (kỳ này)", 18, |line| result(line, Measure::Period)), NOTE];

/// Longer periods print "Lũy kế" as the result and "Kỳ này" beside it.
const LONGER: &[Field<Element>] = &[
    NO,
    NAME,
    UNIT,
    Field::right("Kết quả (lũy kế)", 18, |line| result(line, Measure::Cumulative)),
    Field::right("Kỳ này", 18, |line| result(line, Measure::Period)),
    NOTE,
];

/// One sheet a form, also on the page.
pub(super) fn parts(context: &Context<'_>, sentences: &Sentences) -> Result<Vec<Part>, TemplateFault> {
    context.plan.forms.iter().map(|form| part(form, context, sentences)).collect()
}

fn part(form: &Form, context: &Context<'_>, sentences: &Sentences) -> Result<Part, TemplateFault> {
    let id = form.id.as_str();
    let title = if form.title == id { String::new() } else { format!(". {}", form.title) };
    Ok(Part {
        id: id.to_owned(),
        title: format!("Biểu {}{title}", number(id)),
        sheet: Some(id.to_owned()),
        place: super::annex("Phụ lục I", TITLE, context, sentences)?,
        blocks: vec![super::period_line(context, sentences)?, Block::Table(rows(form, context))],
    })
}

/// Forms `B1`, `B2`, … are called by their numbers.
fn number(id: &str) -> &str {
    id.strip_prefix('B').filter(|rest| rest.bytes().all(|b| b.is_ascii_digit())).unwrap_or(id)
}

fn rows(form: &Form, context: &Context<'_>) -> Table {
    let fields = if context.results.period.kind == PeriodKind::Quarter { QUARTER } else { LONGER };
    let mut table = table::table(&format!("bang-{}", form.id), fields);
    for element in context.plan.elements.iter().filter(|element| element.form == form.id) {
        let kind = if element.is_submitted() { RowKind::Body } else { RowKind::Total };
        table.rows.push(Row { kind, ..table::row(fields, context, 0, element) });
    }
    table
}

/// The commune's figure. Texts, and answers of several offices that have no common figure, stand in the remarks.
fn result(line: &Line<'_, Element>, measure: Measure) -> Cell {
    let (context, element) = (line.context, line.record);
    let total = context.total(&element.id, measure).filter(|_| element.kind != ElementKind::Choice);
    if let Some(value) = total.and_then(|total| total.value.as_ref()) {
        return Cell::number(Some(&printed(element, value)), PLACES);
    }
    if is_told_in_remarks(element) {
        return Cell::default();
    }
    // A choice has one column only, and is the result of longer periods too.
    let one_column = element.kind == ElementKind::Choice && measure == context.result_measure();
    match context.figures(&element.id, if one_column { Measure::Period } else { measure }) {
        [only] if element.aggregate == Aggregate::None => context.figure(Some(only)),
        [] if element.kind == ElementKind::Choice => Cell::default(),
        _ => context.unknown(),
    }
}

fn is_told_in_remarks(element: &Element) -> bool {
    let apart = element.aggregate == Aggregate::None && element.offices.len() > 1;
    element.is_submitted() && (element.kind == ElementKind::Text || apart)
}

/// How many offices are counted where some are missing, what offices answered in words, and what they remarked.
fn note(line: &Line<'_, Element>) -> Cell {
    let figures = line.context.figures(&line.record.id, Measure::Period);
    let answers = if is_told_in_remarks(line.record) {
        by_office(line, figures, |figure| {
            Some(line.context.figure_text(figure, &line.record.unit)).filter(|text| text != words::UNKNOWN)
        })
    } else {
        String::new()
    };
    let remarks = by_office(line, figures, |figure| figure.note.as_ref().map(ToString::to_string));
    let said = [incomplete(line).unwrap_or_default(), answers, remarks];
    Cell::text(said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n"))
}

/// An office that owes nothing is not missing: answers without a common figure and optional rows may stay empty.
fn incomplete(line: &Line<'_, Element>) -> Option<String> {
    let element = line.record;
    let owed = !element.is_submitted() || (element.required && element.aggregate != Aggregate::None);
    let total = line.context.total(&element.id, line.context.result_measure()).filter(|total| total.value.is_none())?;
    (owed && total.reported < total.expected).then(|| coverage(total.reported, total.expected))
}

/// `Đơn vị: text`, one a line; the office goes unnamed where it is the only one, and more than a page holds stand
/// in the list by office.
fn by_office(line: &Line<'_, Element>, figures: &[&Figure], text: impl Fn(&Figure) -> Option<String>) -> String {
    let said: Vec<_> = figures.iter().filter_map(|figure| Some((&figure.office, text(figure)?))).collect();
    match said.as_slice() {
        [(_, text)] if figures.len() == 1 => text.clone(),
        many if many.len() > MOST_OFFICES_ON_PAGE => "Xem Số liệu theo đơn vị".to_owned(),
        few => {
            let lines = few.iter().map(|(office, text)| format!("{}: {text}", line.context.plan.office_name(office)));
            lines.collect::<Vec<_>>().join("\n")
        }
    }
}
