//! T707 and T709: a figure is far from the one before; about a thousand times as large or small, its unit is to blame.

use std::slice;

use super::Context;
use super::common::unit_slips;
use crate::assess::Beside;
use crate::model::{Band, ElementKind, Finding, Number, OfficeId, Severity};

/// What units of money differ by: đồng, nghìn đồng, triệu đồng, tỷ đồng.
const UNITS: [i64; 3] = [1_000, 1_000_000, 1_000_000_000];

/// How far from such a factor a figure may be that has changed as well.
const ABOUT: i64 = 3;

/// Holds every number against the one before; one finding a cell, the likelier cause alone. An amount that is beyond
/// belief in its own unit has been found where it was read.
pub(super) fn check(context: &Context<'_>) -> Vec<Finding> {
    let found = unit_slips::beyond_belief(context.round);
    context.each_office(|office| {
        let open = |beside: &Beside<'_>| beside.now().source.as_ref().is_none_or(|cell| !found.contains_key(cell));
        context.books.beside(office).filter(open).filter_map(|beside| compare(context, office, &beside)).collect()
    })
}

fn compare(context: &Context<'_>, office: &OfficeId, beside: &Beside<'_>) -> Option<Finding> {
    let now = beside.now().value.as_ref()?;
    let (before, cell) = beside.previous().filter(|(before, _)| before != now)?;
    let has_unit = matches!(beside.element.kind, ElementKind::Money | ElementKind::Decimal);
    let finding = match (has_unit.then(|| slip(now, &before)).flatten(), &beside.element.jump) {
        (Some(factor), _) => Finding::new("T709", Severity::Warning)
            .arg("factor", Number::from(factor).vietnamese(0))
            .arg("direction", direction(&now.abs(), &before.abs())),
        (None, Some(band)) if is_beyond(now, &before, band) => Finding::new("T707", Severity::Warning)
            .arg("change", (now - &before).abs().vietnamese(6))
            .arg("percent", percent(now, &before, band))
            .arg("base", if before.is_zero() { "zero" } else { "known" })
            .arg("band", band.percent.vietnamese(6))
            .arg("units", band.units.vietnamese(6))
            .arg("direction", direction(now, &before)),
        _ => return None,
    };
    let mut finding = finding
        .office(office)
        .at_opt(beside.now().source.clone())
        .related(cell.cloned())
        .provided(now.to_string())
        .about(beside.element)
        .arg("unit", beside.element.unit.as_str())
        .arg("now", now.vietnamese(6))
        .arg("before", before.vietnamese(6))
        .arg("period", context.title_before());
    finding.difference = Some((now - &before).to_string());
    Some(context.explained(finding, beside.now()))
}

/// The factor between two units of money that these figures differ by, about.
fn slip(now: &Number, before: &Number) -> Option<i64> {
    let (one, other) = (now.abs(), before.abs());
    let (small, large) = if one < other { (one, other) } else { (other, one) };
    let ratio = large.checked_div(&small)?;
    let is_about =
        |factor: &i64| &ratio * &Number::from(ABOUT) >= Number::from(*factor) && ratio <= Number::from(factor * ABOUT);
    UNITS.into_iter().find(is_about)
}

/// Whether the change is larger than the band's part of the earlier figure, and larger than its units.
fn is_beyond(now: &Number, before: &Number, band: &Band) -> bool {
    let change = (now - before).abs();
    change > band.units && &change * &Number::hundred() > &band.percent * &before.abs()
}

/// The change in percent of the earlier figure, never shown as the band that it is beyond; empty where that figure is 0.
fn percent(now: &Number, before: &Number, band: &Band) -> String {
    let exact = (&(now - before).abs() * &Number::hundred()).checked_div(&before.abs());
    exact.map(|exact| exact.shown(slice::from_ref(&band.percent)).vietnamese(12)).unwrap_or_default()
}

fn direction(now: &Number, before: &Number) -> &'static str {
    if now > before { "up" } else { "down" }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        text.parse().unwrap_or_else(|_| Number::zero())
    }

    #[test]
    fn a_jump_is_beyond_both_bounds_and_neither_bound_itself_is() {
        let band = Band::default();
        let beyond = |now: &str, before: &str| is_beyond(&number(now), &number(before), &band);
        assert!(!beyond("150", "100") && beyond("150.000001", "100") && !beyond("50", "100") && beyond("49", "100"));
        assert!(!beyond("30", "10") && beyond("31", "10"), "20 units are not beyond 20");
        assert!(!beyond("20", "0") && beyond("21", "0") && beyond("0", "21"));
        assert!(beyond("-30", "10") && !beyond("-50", "-100") && beyond("-49", "-100"));
    }

    #[test]
    fn the_percentage_is_of_the_earlier_figure_and_never_printed_as_the_band() {
        let shown = |now: &str, before: &str| percent(&number(now), &number(before), &Band::default());
        assert_eq!((shown("300", "100"), shown("100", "300")), ("200".to_owned(), "66,67".to_owned()));
        assert_eq!(shown("1500001", "1000000"), "50,01");
        assert_eq!(shown("5", "0"), "");
    }

    #[test]
    fn a_slip_is_about_a_thousand_a_million_or_a_milliard_either_way() {
        let of = |now: &str, before: &str| slip(&number(now), &number(before));
        assert_eq!(of("2500000", "2400"), Some(1_000));
        assert_eq!(of("2.4", "2500000"), Some(1_000_000));
        assert_eq!(of("-5000000000", "5"), Some(1_000_000_000));
        assert_eq!((of("1000", "3"), of("3000", "1")), (Some(1_000), Some(1_000)), "up to three times more or less");
        assert_eq!((of("999", "3"), of("3001", "1"), of("5", "0"), of("0", "5")), (None, None, None, None));
    }
}
