//! What the annex shows of one element: the commune's figure, earlier ones, and what offices said about it.

use crate::model::{Aggregate, BinaryOp, Element, ElementKind, Figure, Measure, Number, Past};
use crate::report::context::{Context, MOST_OFFICES_ON_PAGE, PLACES, printed};
use crate::report::derivation;
use crate::report::document::{Cell, Formula};
use crate::report::judgement::coverage;
use crate::report::live;
use crate::report::words;

/// The commune's figure. Texts, and answers of several offices that have no common figure, stand in the remarks.
pub(super) fn result(context: &Context<'_>, element: &Element, measure: Measure) -> Cell {
    let formula = live::annex(context, element, measure);
    let total = context.total(&element.id, measure).filter(|_| element.kind != ElementKind::Choice);
    if let Some(value) = total.and_then(|total| total.value.as_ref()) {
        return Cell::number(Some(&printed(element, value)), PLACES).computed_by(formula);
    }
    if is_told_in_remarks(element) {
        return Cell::default();
    }
    // A choice has one column only, and is the result of longer periods too.
    let one_column = element.kind == ElementKind::Choice && measure == context.result_measure();
    let cell = match context.figures(&element.id, if one_column { Measure::Period } else { measure }) {
        [only] if element.aggregate == Aggregate::None => context.figure(Some(only)),
        [] if element.kind == ElementKind::Choice => Cell::default(),
        _ => context.unknown(),
    };
    cell.computed_by(formula)
}

/// "Kỳ này" of the period before; unknown where that is not known.
pub(super) fn before(context: &Context<'_>, element: &Element) -> Option<Number> {
    let history = &context.results.history;
    let submitted = history.previous.get(&(element.id.clone(), Measure::Period));
    submitted.or_else(|| history.before()?.total(&element.id, Measure::Period)).cloned()
}

/// The result of the same period a year before.
pub(super) fn year_before(context: &Context<'_>, element: &Element) -> Option<Number> {
    context.results.history.year_before()?.total(&element.id, context.result_measure()).cloned()
}

/// A figure of an earlier period; nothing where there is no common figure to compare.
pub(super) fn earlier(element: &Element, value: Option<Number>, past: Option<&Past>) -> Cell {
    match value {
        _ if !is_number(element) => Cell::default(),
        Some(value) => Cell::number(Some(&printed(element, &value)), PLACES).derived(derivation::earlier(past)),
        None => Cell::number(None, PLACES),
    }
}

/// What a figure is compared with: its value, and the name of its cell.
pub(super) struct Base {
    pub(super) value: Option<Number>,
    pub(super) cell: String,
}

/// By how much this period's figure, as printed, differs from an earlier one.
pub(super) fn change(context: &Context<'_>, element: &Element, measure: Measure, base: Base) -> Cell {
    if !is_number(element) {
        return Cell::default();
    }
    let now = context.total(&element.id, measure).and_then(|total| total.value.as_ref());
    let now = now.zip(base.value).map(|(now, base)| (printed(element, now), printed(element, &base)));
    let cell = match now {
        Some((now, base)) => Cell::number(Some(&(&now - &base)), PLACES).derived(derivation::difference(&now, &base)),
        None => Cell::number(None, PLACES),
    };
    let now = Formula::named(live::commune(&element.id, measure));
    cell.computed(now.join(BinaryOp::Subtract, Formula::named(base.cell)))
}

/// Whether the commune has one figure for it, which can be compared.
fn is_number(element: &Element) -> bool {
    !matches!(element.kind, ElementKind::Text | ElementKind::Choice) && !is_told_in_remarks(element)
}

pub(super) fn is_told_in_remarks(element: &Element) -> bool {
    let apart = element.aggregate == Aggregate::None && element.offices.len() > 1;
    element.is_submitted() && (element.kind == ElementKind::Text || apart)
}

/// How many offices are counted where some are missing, what offices answered in words, and what they remarked.
pub(super) fn note(context: &Context<'_>, element: &Element) -> Cell {
    let figures = context.figures(&element.id, Measure::Period);
    let told_here = is_told_in_remarks(element) && element.kind != ElementKind::Text;
    let answers = if told_here { answers(context, element) } else { String::new() };
    let remarks = by_office(context, figures, |figure| figure.note.as_ref().map(ToString::to_string));
    let said = [incomplete(context, element).unwrap_or_default(), answers, remarks];
    Cell::text(said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n"))
}

/// Texts of offices, which are long, stand below what they were asked, in the widest column.
pub(super) fn told_below_name(context: &Context<'_>, element: &Element) -> String {
    if element.kind == ElementKind::Text { answers(context, element) } else { String::new() }
}

/// What offices answered in words, `Đơn vị: text` one a line.
pub(super) fn answers(context: &Context<'_>, element: &Element) -> String {
    let figures = context.figures(&element.id, Measure::Period);
    by_office(context, figures, |figure| {
        Some(context.figure_text(figure, &element.unit)).filter(|text| text != words::UNKNOWN)
    })
}

/// An office that owes nothing is not missing: answers without a common figure and optional rows may stay empty.
fn incomplete(context: &Context<'_>, element: &Element) -> Option<String> {
    let owed = !element.is_submitted() || (element.required && element.aggregate != Aggregate::None);
    let total = context.total(&element.id, context.result_measure()).filter(|total| total.value.is_none())?;
    (owed && total.reported < total.expected).then(|| coverage(total.reported, total.expected))
}

/// `Đơn vị: text`, one a line; the office goes unnamed where it is the only one, and more than a page holds stand
/// in the list by office.
fn by_office(context: &Context<'_>, figures: &[&Figure], text: impl Fn(&Figure) -> Option<String>) -> String {
    let said: Vec<_> = figures.iter().filter_map(|figure| Some((&figure.office, text(figure)?))).collect();
    match said.as_slice() {
        [(_, text)] if figures.len() == 1 => text.clone(),
        many if many.len() > MOST_OFFICES_ON_PAGE => "Xem Số liệu theo đơn vị".to_owned(),
        few => {
            let lines = few.iter().map(|(office, text)| format!("{}: {text}", context.plan.office_name(office)));
            lines.collect::<Vec<_>>().join("\n")
        }
    }
}
