//! The table of indicators: value with its pair, against target and base.

use crate::model::{History, IndicatorResult, Number, Past};
use crate::report::change;
use crate::report::context::{Context, PLACES};
use crate::report::derivation;
use crate::report::document::{Bar, Block, Cell, Content, Part, Place, Quotient, Table};
use crate::report::judgement;
use crate::report::sentences::Sentences;
use crate::report::table::{self, Field, Line};
use crate::report::vietnamese::whole;
use crate::report::words;
use crate::templates::TemplateFault;

const NUMERATOR: &str = "Tử số";
const DENOMINATOR: &str = "Mẫu số";

const FIELDS: &[Field<IndicatorResult>] = &[
    Field::center("TT", 5, |line| Cell::number(Some(&whole(line.number)), 0)),
    Field::left("Chỉ tiêu", 60, |line| Cell::text(named(line.record))),
    Field::center("Mục tiêu", 14, |line| Cell::text(judgement::target(&line.record.indicator))),
    Field::right(NUMERATOR, 12, |line| {
        let cell = Cell::number(line.record.rate.numerator.as_ref(), PLACES);
        cell.derived(derivation::numerator(line.context, line.record))
    }),
    Field::right(DENOMINATOR, 12, denominator),
    Field::right("Kết quả", 12, result),
    Field::left("So với mục tiêu", 18, bar),
    Field::right("Kỳ trước", 12, |line| earlier(line, History::before)),
    Field::left("So với kỳ trước", 22, |line| {
        Cell::text(change::in_words(line.record, &line.context.results.history))
    }),
    Field::right("Cùng kỳ năm trước", 12, |line| earlier(line, History::year_before)),
    Field::left("Đánh giá", 26, outcome),
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
        blocks: vec![super::period_line(context, sentences)?, Block::Table(filled("bang-chi-tieu", FIELDS, context))],
    }])
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
        Some(_) => Cell::number(line.record.rate.denominator.as_ref(), PLACES)
            .derived(derivation::denominator(line.context, line.record)),
        None => Cell::default(),
    }
}

/// A quotient of the two columns before it; a plain number where there is no denominator.
fn result(line: &Line<'_, IndicatorResult>) -> Cell {
    let result = line.record;
    let derived = derivation::indicator(line.context, result);
    let (Some(shown), Some(_)) = (&result.shown, &result.rate.denominator) else {
        return Cell::number(result.shown.as_ref(), PLACES).in_unit(&result.indicator.unit).derived(derived);
    };
    let unit = result.indicator.unit.clone();
    let content = Content::Rate(Box::new(Quotient {
        shown: shown.clone(),
        numerator: table::position(FIELDS, NUMERATOR),
        denominator: table::position(FIELDS, DENOMINATOR),
        factor: if unit == "%" { Number::hundred() } else { Number::from(1) },
        anchors: result.indicator.anchors(),
        unit,
    }));
    Cell::of(content).tone(words::indicator(result.status).1).derived(derived)
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
    Cell::of(content).tone(words::indicator(line.record.status).1)
}

/// A bar for percentages; counts have no scale to draw them on.
pub(super) fn drawn(result: &IndicatorResult) -> Option<Bar> {
    let (Some(value), "%") = (&result.rate.value, result.indicator.unit.as_str()) else { return None };
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
