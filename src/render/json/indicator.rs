//! The shape of an indicator in `report.json`.

use serde::Serialize;

use crate::model::{
    Address, Direction, ElementId, IndicatorId, IndicatorResult, IndicatorStatus, Number, OfficeId, OfficeShare,
    Partial, Source, Target, TargetOp,
};

/// Decimals of a value, half away from zero.
const VALUE_PLACES: u32 = 6;

#[derive(Serialize)]
pub(super) struct IndicatorView<'a> {
    id: &'a IndicatorId,
    clause: &'a str,
    name: &'a str,
    numerator: Option<&'a Number>,
    denominator: Option<&'a Number>,
    value: Option<String>,
    unit: &'a str,
    printed: &'a str,
    target: Option<TargetView<'a>>,
    baseline: Option<String>,
    status: IndicatorStatus,
    reason: Option<&'a str>,
    partial: Option<PartialView<'a>>,
    by_office: Vec<ShareView<'a>>,
    sources: Vec<SourceView<'a>>,
}

impl<'a> IndicatorView<'a> {
    pub(super) fn of(result: &'a IndicatorResult) -> Self {
        let indicator = &result.indicator;
        Self {
            id: &indicator.id,
            clause: &indicator.clause,
            name: &indicator.name,
            numerator: result.rate.numerator.as_ref(),
            denominator: result.rate.denominator.as_ref(),
            value: result.rate.value.as_ref().map(fixed),
            unit: &indicator.unit,
            printed: &result.printed,
            target: indicator.target.as_ref().map(TargetView::of),
            baseline: result.baseline.as_ref().map(fixed),
            status: result.status,
            reason: result.reason.as_deref(),
            partial: result.partial.as_ref().map(PartialView::of),
            by_office: result.by_office.iter().map(ShareView::of).collect(),
            sources: result.sources.iter().map(SourceView::of).collect(),
        }
    }
}

/// A value with exactly six decimals.
pub(super) fn fixed(value: &Number) -> String {
    value.to_fixed(VALUE_PLACES)
}

#[derive(Serialize)]
#[serde(untagged)]
enum TargetView<'a> {
    Value {
        op: TargetOp,
        value: &'a Number,
    },
    Trend {
        trend: Direction,
        #[serde(skip_serializing_if = "Option::is_none")]
        baseline: Option<&'a Number>,
    },
}

impl<'a> TargetView<'a> {
    fn of(target: &'a Target) -> Self {
        match target {
            Target::Value { op, value } => Self::Value { op: *op, value },
            Target::Trend { direction, baseline } => Self::Trend { trend: *direction, baseline: baseline.as_ref() },
        }
    }
}

#[derive(Serialize)]
struct PartialView<'a> {
    numerator: Option<&'a Number>,
    denominator: Option<&'a Number>,
    value: Option<String>,
    reported: usize,
    expected: usize,
}

impl<'a> PartialView<'a> {
    fn of(partial: &'a Partial) -> Self {
        Self {
            numerator: partial.rate.numerator.as_ref(),
            denominator: partial.rate.denominator.as_ref(),
            value: partial.rate.value.as_ref().map(fixed),
            reported: partial.reported,
            expected: partial.expected,
        }
    }
}

#[derive(Serialize)]
struct ShareView<'a> {
    office: &'a OfficeId,
    numerator: Option<&'a Number>,
    denominator: Option<&'a Number>,
}

impl<'a> ShareView<'a> {
    fn of(share: &'a OfficeShare) -> Self {
        Self { office: &share.office, numerator: share.numerator.as_ref(), denominator: share.denominator.as_ref() }
    }
}

#[derive(Serialize)]
struct SourceView<'a> {
    office: &'a OfficeId,
    element: &'a ElementId,
    file: &'a str,
    sheet: Option<&'a str>,
    cell: Option<Address>,
}

impl<'a> SourceView<'a> {
    fn of((office, element, source): &'a (OfficeId, ElementId, Source)) -> Self {
        Self { office, element, file: &source.file, sheet: source.sheet.as_deref(), cell: source.cell }
    }
}
