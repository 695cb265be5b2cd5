//! The table of indicators: value with its pair, against target and base.

use crate::model::{Due, History, Indicator, IndicatorResult, IndicatorStatus, Number, Past, Target};
use crate::report::change;
use crate::report::context::{Context, PLACES};
use crate::report::derivation;
use crate::report::document::{Area, Bar, Block, Cell, Content, Cut, Formula, Outcome, Part, Place, Quotient, Table};
use crate::report::judgement;
use crate::report::live;
use crate::report::sentences::Sentences;
use crate::report::table::{self, Field, Line};
use crate::report::vietnamese::whole;
use crate::report::words;
use crate::templates::TemplateFault;

const NUMERATOR: &str = "Tử số";
const DENOMINATOR: &str = "Mẫu số";
const RESULT: &str = "Kết quả";
const OUTCOME: &str = "Đánh giá";

/// The last column stands there only where the plan has that period.
const FIELDS: &[Field<IndicatorResult>] = &[
    Field::center("TT", 5, |line| Cell::number(Some(&whole(line.number)), 0)),
    Field::left("Chỉ tiêu", 46, |line| Cell::text(named(line.record))),
    Field::center("Mục tiêu", 14, |line| Cell::text(judgement::target(&line.record.indicator))),
    Field::right(NUMERATOR, 12, |line| {
        let formula = live::over(line.context, &line.record.indicator.numerator.expr, line.record.indicator.measure);
        let cell = Cell::number(line.record.rate.numerator.as_ref(), PLACES).computed_by(formula);
        cell.derived(derivation::numerator(line.context, line.record))
    }),
    Field::right(DENOMINATOR, 12, denominator),
    Field::right(RESULT, 12, result),
    Field::left("So với mục tiêu", 14, bar),
    Field::left(OUTCOME, 22, live_outcome),
    Field::right("Kỳ trước", 12, |line| earlier(line, History::before)),
    Field::left("So với kỳ trước", 22, |line| {
        Cell::text(change::in_words(line.record, &line.context.results.history))
    }),
    Field::right("Cùng kỳ năm trước", 12, |line| earlier(line, History::year_before)),
];

const SHORT: &[Field<IndicatorResult>] = &[
    Field::center("TT", 5, |line| Cell::number(Some(&whole(line.number)), 0)),
    Field::left("Chỉ tiêu", 60, |line| Cell::text(named(line.record))),
    Field::center("Mục tiêu", 14, |line| Cell::text(judgement::target(&line.record.indicator))),
    Field::right("Kết quả", 24, |line| {
        Cell::text(&line.record.printed).derived(derivation::indicator(line.context, line.record))
    }),
    Field::left("Đánh giá", 26, outcome),
];

/// The sheet "Chỉ tiêu", also on the page.
pub(super) fn parts(context: &Context<'_>, sentences: &Sentences) -> Result<Vec<Part>, TemplateFault> {
    Ok(vec![Part {
        id: "chi-tieu".to_owned(),
        title: "Kết quả thực hiện các chỉ tiêu".to_owned(),
        sheet: Some("Chỉ tiêu".to_owned()),
        place: Place::Screen,
        blocks: vec![super::period_line(context, sentences)?, Block::Table(long_table(context))],
    }])
}

/// The table with pairs, whose results have names.
fn long_table(context: &Context<'_>) -> Table {
    let fields = match (context.results.history.year_before(), FIELDS.split_last()) {
        (None, Some((_, fields))) => fields,
        _ => FIELDS,
    };
    let mut table = filled("bang-chi-tieu", fields, context);
    let column = table::position(FIELDS, RESULT);
    let ids = context.results.indicators.iter().map(|result| live::result(&result.indicator.id));
    table.areas = ids.enumerate().map(|(row, name)| (name, Area { first: row, last: row, column })).collect();
    if let Some(last) = table.rows.len().checked_sub(1) {
        let column = table::position(FIELDS, OUTCOME);
        table.areas.insert(live::OUTCOMES.to_owned(), Area { first: 0, last, column });
    }
    table
}

/// The table as it stands in the text, without the pairs and bars.
pub(super) fn short_table(context: &Context<'_>, id: &str) -> Table {
    filled(&format!("chi-tieu-{id}"), SHORT, context)
}

fn filled(id: &str, fields: &[Field<IndicatorResult>], context: &Context<'_>) -> Table {
    let mut table = table::table(id, fields);
    let numbered = context.results.indicators.iter().zip(1..);
    table.rows = numbered.map(|(result, number)| table::row(fields, context, number, result)).collect();
    table
}

/// Clause and name.
pub(super) fn named(result: &IndicatorResult) -> String {
    format!("{} {}", result.indicator.clause, result.indicator.name)
}

fn denominator(line: &Line<'_, IndicatorResult>) -> Cell {
    match &line.record.indicator.denominator {
        Some(denominator) => Cell::number(line.record.rate.denominator.as_ref(), PLACES)
            .computed_by(live::over(line.context, &denominator.expr, line.record.indicator.measure))
            .derived(derivation::denominator(line.context, line.record)),
        None => Cell::default(),
    }
}

/// A quotient of the two columns before it; a plain number where there is no denominator.
fn result(line: &Line<'_, IndicatorResult>) -> Cell {
    let result = line.record;
    let derived = derivation::indicator(line.context, result);
    let (Some(shown), Some(_)) = (&result.shown, &result.rate.denominator) else {
        let cell = Cell::number(result.shown.as_ref(), PLACES).in_unit(&result.indicator.unit);
        return cell.derived(derived).computed(Formula::Cut(Box::new(cut(&result.indicator))));
    };
    let unit = result.indicator.unit.clone();
    let content = Content::Rate(Box::new(Quotient {
        shown: shown.clone(),
        numerator: table::position(FIELDS, NUMERATOR),
        denominator: table::position(FIELDS, DENOMINATOR),
        factor: factor(&result.indicator),
        anchors: result.indicator.anchors(),
        unit,
    }));
    Cell::of(content).tone(words::indicator(result.status).1).derived(derived)
}

/// 100 for a quotient in percent.
fn factor(indicator: &Indicator) -> Number {
    let percentage = indicator.unit == "%" && indicator.denominator.is_some();
    if percentage { Number::hundred() } else { Number::from(1) }
}

/// The value as it is printed, from the pair beside it.
fn cut(indicator: &Indicator) -> Cut {
    let [numerator, denominator] = [NUMERATOR, DENOMINATOR].map(|head| Formula::beside(table::position(FIELDS, head)));
    let divided = indicator.denominator.is_some();
    Cut {
        numerator,
        denominator: if divided { denominator } else { Formula::Number(Number::from(1)) },
        factor: factor(indicator),
        anchors: indicator.anchors(),
    }
}

/// The value of an earlier period; a dash while it is not known.
fn earlier(line: &Line<'_, IndicatorResult>, past: fn(&History) -> Option<&Past>) -> Cell {
    let past = past(&line.context.results.history);
    match change::earlier(line.record, past) {
        Some(value) => {
            let cell = Cell::number(Some(&value), PLACES).in_unit(&line.record.indicator.unit);
            cell.derived(derivation::earlier(past))
        }
        None => Cell::number(None, PLACES),
    }
}

fn bar(line: &Line<'_, IndicatorResult>) -> Cell {
    let content = drawn(line.record).map(|bar| Content::Bar(Box::new(bar))).unwrap_or_default();
    let computed = (content != Content::Empty).then(|| Formula::beside(table::position(FIELDS, RESULT)));
    Cell::of(content).tone(words::indicator(line.record.status).1).computed_by(computed)
}

/// A bar for percentages; counts have no scale to draw them on.
pub(super) fn drawn(result: &IndicatorResult) -> Option<Bar> {
    let (Some(value), "%") = (&result.shown, result.indicator.unit.as_str()) else { return None };
    let target = judgement::mark(result).cloned();
    let full =
        [Some(value), target.as_ref()].into_iter().flatten().max().map_or_else(Number::hundred, |most| {
            if *most > Number::hundred() { most.clone() } else { Number::hundred() }
        });
    let label = format!("{}; mục tiêu: {}", result.printed, judgement::target(&result.indicator));
    Some(Bar { value: value.clone(), target, full, label })
}

fn outcome(line: &Line<'_, IndicatorResult>) -> Cell {
    let (text, tone) = judgement::outcome(line.record);
    Cell::text(text).tone(tone)
}

/// The same, following the pair of its row where a target judges it now.
fn live_outcome(line: &Line<'_, IndicatorResult>) -> Cell {
    outcome(line).computed_by(judged(line).map(|outcome| Formula::Outcome(Box::new(outcome))))
}

fn judged(line: &Line<'_, IndicatorResult>) -> Option<Outcome> {
    let (result, indicator) = (line.record, &line.record.indicator);
    let Some(Target::Value { op, value }) = &indicator.target else { return None };
    let is_judged_now = |status| matches!(status, IndicatorStatus::Met | IndicatorStatus::NotMet);
    let all = &line.context.results.indicators;
    let year_is_over = || all.iter().any(|other| other.indicator.due == Due::Year && is_judged_now(other.status));
    if result.status == IndicatorStatus::InProgress || (indicator.due == Due::Year && !year_is_over()) {
        return None;
    }
    let (said, _) = judgement::outcome(result);
    let lacking = result.status == IndicatorStatus::NoData && said != judgement::BY_ZERO;
    let Cut { numerator, denominator, factor, .. } = cut(indicator);
    Some(Outcome {
        numerator,
        denominator: indicator.denominator.as_ref().map(|_| denominator),
        factor,
        op: *op,
        target: value.clone(),
        reached: [IndicatorStatus::Met, IndicatorStatus::NotMet].map(words::indicator),
        undefined: [words::indicator(IndicatorStatus::NotApplicable).0, judgement::BY_ZERO],
        unknown: if lacking { said } else { words::indicator(IndicatorStatus::NoData).0.to_owned() },
    })
}
