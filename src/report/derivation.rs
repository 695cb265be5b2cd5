//! How figures of the report came about, in words, a line each: formulas in names, pairs, and what each office gave. Where
//! cells stand, and what was wrong with them, is for the working papers alone.

use super::context::{Context, PLACES, printed};
use super::formula;
use super::judgement;
use super::vietnamese::{lower_first, with_unit};
use super::words;
use crate::expr;
use crate::model::{Aggregate, Element, Figure, Formula, IndicatorResult, Measure, Number, OfficeShare, Past, State};

/// Decimals of numbers inside a line; they are cut before.
const LONG: u32 = 12;

/// Decimals that rounding leaves.
const ROUNDED: u32 = 2;

/// What stands for a figure that did not come.
const ABSENT: &str = "chưa có";

/// How a figure of the annex came about: what each office gave, or how it is computed from other figures.
pub(crate) fn figure<'a>(context: &Context<'a>, element: &'a Element, measure: Measure) -> Vec<String> {
    match &element.formula {
        Some(formula) => computed(context, formula, measure),
        None => submitted(context, element, measure),
    }
}

/// How an indicator's value came about: pair, quotient, how it was cut, target, earlier value, and what each office has.
pub(crate) fn indicator(context: &Context<'_>, result: &IndicatorResult) -> Vec<String> {
    let indicator = &result.indicator;
    let mut lines = numerator(context, result);
    lines.extend(denominator(context, result));
    lines.push(format!("Cột số liệu: {}", lower_first(words::measure(indicator.measure))));
    lines.extend(outcome(result));
    lines.push(format!("Mục tiêu: {}", lower_first(&judgement::target(indicator))));
    let before = context.results.history.before();
    let earlier = before.and_then(|past| Some((past, super::change::earlier(result, Some(past))?)));
    lines.extend(
        earlier.map(|(past, value)| format!("{}: {}", past.period.title, with_unit(&value, LONG, &indicator.unit))),
    );
    lines.extend(shares(context, result));
    lines
}

/// Where a figure of an earlier period is from.
pub(crate) fn earlier(past: Option<&Past>) -> Vec<String> {
    past.map(|past| format!("Số liệu của {}", lower_first(&past.period.title))).into_iter().collect()
}

/// How a difference came about.
pub(crate) fn difference(now: &Number, base: &Number) -> Vec<String> {
    vec![format!("{} − {}", now.vietnamese(LONG), base.vietnamese(LONG))]
}

/// How an indicator's numerator came about; without a denominator it is all there is.
pub(crate) fn numerator(context: &Context<'_>, result: &IndicatorResult) -> Vec<String> {
    let name = if result.indicator.denominator.is_some() { "Tử số" } else { "Cách tính" };
    vec![operand(context, name, &result.indicator.numerator, result.rate.numerator.as_ref())]
}

/// How its denominator came about, if it has one.
pub(crate) fn denominator(context: &Context<'_>, result: &IndicatorResult) -> Vec<String> {
    let formula = result.indicator.denominator.iter();
    formula.map(|formula| operand(context, "Mẫu số", formula, result.rate.denominator.as_ref())).collect()
}

fn operand(context: &Context<'_>, name: &str, formula: &Formula, value: Option<&Number>) -> String {
    let value = value.map_or_else(|| ABSENT.to_owned(), |value| value.vietnamese(LONG));
    format!("{name}: {} = {value}", formula::in_names(&formula.expr, context.plan))
}

/// The quotient with its result, and what was done to its decimals.
fn outcome(result: &IndicatorResult) -> Option<String> {
    let (exact, shown) = (result.rate.value.as_ref()?, result.shown.as_ref()?);
    let unit = result.indicator.unit.as_str();
    let printed = with_unit(shown, LONG, unit);
    let quotient = match (&result.rate.numerator, &result.rate.denominator) {
        (Some(numerator), Some(denominator)) => {
            let factor = if unit == "%" { " × 100" } else { "" };
            format!("{}{factor} / {} = {printed}", numerator.vietnamese(LONG), denominator.vietnamese(LONG))
        }
        _ => printed,
    };
    Some(format!("Kết quả: {quotient}{}", cut(exact, shown)))
}

fn cut(exact: &Number, shown: &Number) -> &'static str {
    if exact == shown {
        ""
    } else if exact.round(ROUNDED) == *shown {
        " (làm tròn đến 2 chữ số thập phân)"
    } else {
        " (cắt bớt chữ số thập phân, không làm tròn, để không trùng với số mốc mà giá trị chưa bằng)"
    }
}

fn shares(context: &Context<'_>, result: &IndicatorResult) -> Vec<String> {
    let rated = result.indicator.denominator.is_some();
    let known = |share: &OfficeShare| share.numerator.is_some() && (!rated || share.denominator.is_some());
    if !context.fits_page() {
        let came = result.by_office.iter().filter(|share| known(share)).count();
        return vec![format!("Số liệu của {came}/{} đơn vị", result.by_office.len())];
    }
    let text =
        |value: &Option<Number>| value.as_ref().map_or_else(|| ABSENT.to_owned(), |value| value.vietnamese(LONG));
    let said = |share: &OfficeShare| {
        if rated && (share.numerator.is_some() || share.denominator.is_some()) {
            format!("{}/{}", text(&share.numerator), text(&share.denominator))
        } else {
            text(&share.numerator)
        }
    };
    let line = |share: &OfficeShare| format!("{}: {}", context.plan.office_name(&share.office), said(share));
    result.by_office.iter().map(line).collect()
}

fn computed(context: &Context<'_>, formula: &Formula, measure: Measure) -> Vec<String> {
    let mut lines = vec![format!("Cách tính: {}", formula::in_names(&formula.expr, context.plan))];
    let names = expr::elements(&formula.expr).into_iter().filter_map(|id| context.plan.element(id.as_str()));
    lines.extend(
        names.map(|element| {
            format!("{}: {}", formula::named(&element.id, context.plan), value(context, element, measure))
        }),
    );
    lines
}

/// The commune's figure, or what the only office gave.
fn value<'a>(context: &Context<'a>, element: &'a Element, measure: Measure) -> String {
    match (known(context, element, measure), given_in(context, element, measure)) {
        (Some(value), _) => with_unit(&printed(element, value), LONG, unit(element)),
        (None, [only]) => given(context, element, only),
        (None, _) => ABSENT.to_owned(),
    }
}

fn submitted<'a>(context: &Context<'a>, element: &'a Element, measure: Measure) -> Vec<String> {
    let figures = given_in(context, element, measure);
    let total = known(context, element, measure).map(|total| with_unit(total, LONG, unit(element)));
    let came = figures.iter().filter(|figure| matches!(figure.state, State::Value | State::Nil)).count();
    let mut lines = Vec::new();
    if context.fits_page() {
        let line = |figure: &&Figure| {
            format!("{}: {}", context.plan.office_name(&figure.office), given(context, element, figure))
        };
        lines.extend(figures.iter().map(line));
    } else if !figures.is_empty() {
        lines.push(format!("Số liệu của {came}/{} đơn vị", figures.len()));
    }
    let together = match element.aggregate {
        Aggregate::Sum => "Cộng",
        Aggregate::Max => "Lớn nhất",
        Aggregate::None => return lines,
    };
    if figures.len() > 1 {
        let total = total.unwrap_or_else(|| format!("{ABSENT} (mới có {came}/{} đơn vị)", figures.len()));
        lines.push(format!("{together}: {total}"));
    }
    let before = context.results.history.previous.get(&(element.id.clone(), measure));
    lines.extend(before.map(|before| format!("Kỳ trước: {}", with_unit(before, LONG, unit(element)))));
    lines
}

fn known<'a>(context: &Context<'a>, element: &'a Element, measure: Measure) -> Option<&'a Number> {
    context.total(&element.id, measure)?.value.as_ref()
}

/// What the offices gave in this column; a choice has but one.
fn given_in<'c, 'a>(context: &'c Context<'a>, element: &'a Element, measure: Measure) -> &'c [&'a Figure] {
    match context.figures(&element.id, measure) {
        [] => context.figures(&element.id, Measure::Period),
        figures => figures,
    }
}

/// What an office gave: never more than that it is there.
fn given(context: &Context<'_>, element: &Element, figure: &Figure) -> String {
    match (figure.state, &figure.value) {
        (State::Value, Some(value)) => with_unit(value, PLACES.into(), unit(element)),
        (State::Value, None) => context.figure_text(figure, ""),
        (State::Nil, _) => lower_first(words::NIL),
        (State::Blank | State::Unreadable | State::Missing, _) => ABSENT.to_owned(),
    }
}

/// Only the percent sign is said with every number; other units have a column of their own.
fn unit(element: &Element) -> &str {
    if element.unit == "%" { "%" } else { "" }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test says enough")]

    use super::*;
    use crate::model::{ElementId, Expr, Results, Total};
    use crate::report::fixture::{LETTER, results};

    fn figure_of(results: &Results, id: &str) -> Vec<String> {
        let context = Context::new(results);
        figure(&context, results.plan.element(id).unwrap(), Measure::Cumulative)
    }

    #[test]
    fn a_sum_says_what_each_office_gave_and_what_did_not_come() {
        let mut results = results();
        assert_eq!(
            figure_of(&results, "hs"),
            [&format!("{LETTER}: 2.348"), "Phòng Kinh tế: chưa có", "Cộng: chưa có (mới có 1/2 đơn vị)"]
        );
        let missing = results.figures.iter_mut().filter(|figure| figure.state == State::Missing);
        missing.for_each(|figure| figure.state = State::Nil);
        let known = |total: &mut Total| total.value = Some(Number::from(2348));
        results.totals.iter_mut().filter(|total| total.element.as_str() == "hs").for_each(known);
        assert_eq!(figure_of(&results, "hs")[1..], ["Phòng Kinh tế: không phát sinh", "Cộng: 2.348"]);
    }

    #[test]
    fn a_computed_row_says_its_formula_in_names() {
        let lines = figure_of(&results(), "ty_le");
        assert!(lines[0].starts_with("Cách tính: "), "{lines:?}");
    }

    #[test]
    fn an_indicator_says_pair_quotient_target_and_offices() {
        let mut results = results();
        let denominator = Formula { text: "hs".to_owned(), expr: Expr::Element(ElementId::new("hs")) };
        results.indicators[0].indicator.denominator = Some(denominator);
        let lines = indicator(&Context::new(&results), &results.indicators[0]);
        assert_eq!(lines[1], "Mẫu số: “Số liệu 1” (Biểu 3, mục 1) = 2.348");
        assert!(lines.contains(&"Kết quả: 2.305 × 100 / 2.348 = 98,17% (làm tròn đến 2 chữ số thập phân)".to_owned()));
        assert!(lines.contains(&"Mục tiêu: ≥ 100%".to_owned()));
        assert_eq!(lines.last().unwrap(), &format!("{LETTER}: 2.305/chưa có"));
    }

    #[test]
    fn a_value_cut_to_its_own_side_is_not_called_rounded() {
        let said = |exact: &str, shown: &str| cut(&exact.parse().unwrap(), &shown.parse().unwrap());
        assert_eq!(said("98", "98"), "");
        assert!(said("98.168", "98.17").contains("làm tròn đến 2"));
        assert!(said("99.996", "99.99").contains("không làm tròn"));
    }

    #[test]
    fn figures_of_many_offices_are_summed_up() {
        let mut results = results();
        let mut plan = (*results.plan).clone();
        plan.offices = plan.offices.iter().cycle().take(21).cloned().collect();
        results.plan = plan.into();
        assert_eq!(figure_of(&results, "hs"), ["Số liệu của 1/2 đơn vị", "Cộng: chưa có (mới có 1/2 đơn vị)"]);
        let lines = indicator(&Context::new(&results), &results.indicators[0]);
        assert_eq!(lines.last().unwrap(), "Số liệu của 0/1 đơn vị");
    }
}
