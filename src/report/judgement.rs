//! Targets and assessments of indicators in words.

use super::document::Tone;
use super::vietnamese::{lower_first, with_unit};
use super::words;
use crate::model::{Direction, Indicator, IndicatorResult, IndicatorStatus, Number, Target, TargetOp};

/// What is said of a value whose denominator alone is 0.
pub(crate) const BY_ZERO: &str = "Không tính được: mẫu số bằng 0";

/// Decimals of a target or base: as many as it needs, within reason.
const PLACES: u32 = 6;

/// What must be reached: `≥ 100%`, or which way it should go.
pub(crate) fn target(indicator: &Indicator) -> String {
    match &indicator.target {
        Some(Target::Value { op, value }) => format!("{} {}", op, with_unit(value, PLACES, &indicator.unit)),
        Some(Target::Trend { direction, baseline }) => {
            let way = match direction {
                Direction::Up => "Tăng",
                Direction::Down => "Giảm",
            };
            let base = baseline.as_ref().map(|base| format!("mốc {}", with_unit(base, PLACES, &indicator.unit)));
            format!("{way} so với {}", base.as_deref().unwrap_or("kỳ trước"))
        }
        None => "Không đặt mục tiêu".to_owned(),
    }
}

/// The same inside a sentence: `từ 30% trở lên`, `100%`, `không có`.
pub(crate) fn target_in_sentence(indicator: &Indicator) -> String {
    let Some(Target::Value { op, value }) = &indicator.target else { return lower_first(&target(indicator)) };
    let shown = with_unit(value, PLACES, &indicator.unit);
    match op {
        TargetOp::AtLeast if indicator.unit == "%" && *value == Number::hundred() => shown,
        TargetOp::AtLeast => format!("từ {shown} trở lên"),
        TargetOp::AtMost if value.is_zero() => "không có".to_owned(),
        TargetOp::AtMost => format!("không quá {shown}"),
        TargetOp::Above => format!("trên {shown}"),
        TargetOp::Below => format!("dưới {shown}"),
        TargetOp::Equal => shown,
    }
}

/// The number to hold a value against: the target, or what a trend started from.
pub(crate) fn mark(result: &IndicatorResult) -> Option<&Number> {
    match &result.indicator.target {
        Some(Target::Value { value, .. }) => Some(value),
        Some(Target::Trend { .. }) => result.baseline.as_ref(),
        None => None,
    }
}

/// How the indicator stands; where there is no value, how many offices gave their figures, or that they divide by 0.
pub(crate) fn outcome(result: &IndicatorResult) -> (String, Tone) {
    let (word, tone) = words::indicator(result.status);
    let text = match (result.status, &result.partial, &result.rate.denominator) {
        (IndicatorStatus::NoData, Some(partial), _) => coverage(partial.reported, partial.expected),
        (IndicatorStatus::NoData, None, Some(denominator)) if denominator.is_zero() => BY_ZERO.to_owned(),
        _ => word.to_owned(),
    };
    (text, tone)
}

/// Every way in which `outcome` words a status; `*` stands for anything.
pub(crate) fn spellings(status: IndicatorStatus) -> Vec<&'static str> {
    match status {
        IndicatorStatus::NoData => vec!["Chưa đủ số liệu*", BY_ZERO],
        other => vec![words::indicator(other).0],
    }
}

/// `Chưa đủ số liệu: 4/5 đơn vị`
pub(crate) fn coverage(reported: usize, expected: usize) -> String {
    format!("{}: {reported}/{expected} đơn vị", words::indicator(IndicatorStatus::NoData).0)
}

/// The same inside a sentence.
pub(crate) fn outcome_in_sentence(result: &IndicatorResult) -> String {
    lower_first(&outcome(result).0)
}
