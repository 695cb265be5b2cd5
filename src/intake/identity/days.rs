//! The days that a form says its figures cover: `(Từ ngày 15/6/2025 đến ngày 14/9/2025)`.

use chrono::NaiveDate;

use super::scope;
use crate::intake::text::{fold_ascii, words};
use crate::model::{Finding, Period, Plan, Severity, Source};

/// A first and a last day.
pub(super) type Days = (NaiveDate, NaiveDate);

/// The days that a text names from one to another; a year that only one of them has is the other's too.
pub(super) fn spelled(text: &str) -> Option<Days> {
    let words = words(&fold_ascii(text));
    let from = words.iter().position(|word| word == "tu")?;
    let to = words.iter().skip(from).position(|word| word == "den")? + from;
    let numbers = |words: &[String]| words.iter().filter_map(|word| word.parse().ok()).take(3).collect::<Vec<u32>>();
    let (first, last) = (numbers(words.get(from..to)?), numbers(words.get(to..)?));
    let year = first.get(2).or(last.get(2)).copied();
    let (first, last) = (day(&first, year)?, day(&last, year)?);
    (first <= last).then_some((first, last))
}

/// Day, month, year, or the other way round.
fn day(numbers: &[u32], other_year: Option<u32>) -> Option<NaiveDate> {
    let of = |year: u32, month, day| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day);
    match *numbers {
        [year, month, day] if year > 31 => of(year, month, day),
        [day, month, year] => of(year, month, day),
        [day, month] => of(other_year?, month, day),
        _ => None,
    }
}

/// Holds the days that the lines above the tables name against the period. Days that lie more in another period, or in
/// none, are another period's (I104); others that are not the period's own are worth a word (I115).
pub(super) fn check<'a>(
    plan: &'a Plan,
    period: Option<&'a Period>,
    lines: &[(String, Source)],
    findings: &mut Vec<Finding>,
) -> Result<Option<&'a Period>, Finding> {
    let Some((days, text, place)) = lines.iter().find_map(|(line, place)| Some((spelled(line)?, line, place))) else {
        return Ok(period);
    };
    let shared = |period: &&Period| (days.1.min(period.to) - days.0.max(period.from)).num_days();
    // The last of equals is the period asked for.
    let candidates = plan.periods.iter().chain(period).filter(|period| shared(period) >= 0);
    let meant = candidates.max_by_key(shared);
    match (meant, period) {
        (Some(meant), None) => Ok(Some(meant)),
        (Some(meant), Some(period)) if meant.id == period.id => {
            if days != (period.from, period.to) {
                let own = format!("{} – {}", period.from.format("%d/%m/%Y"), period.to.format("%d/%m/%Y"));
                let finding = Finding::new("I115", Severity::Warning).at(place.clone()).provided(text.as_str());
                findings.push(finding.expected(own).arg("period", period.title.as_str()));
            }
            Ok(Some(period))
        }
        _ => {
            let title = period.map_or("", |period| period.title.as_str());
            let finding = Finding::new("I104", Severity::Error).at(place.clone()).provided(text.as_str());
            Err(finding.expected(title).arg("period", title).arg("scope", scope(period)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_the_days_covered_is_understood() {
        let summer = "2025-06-15..2025-09-14";
        let cases = [
            ("(Từ ngày 15/6/2025 đến ngày 14/9/2025)", summer),
            ("Từ 15.06.2025 đến 14.09.2025", summer),
            ("TỪ NGÀY 15 THÁNG 6 NĂM 2025 ĐẾN HẾT NGÀY 14 THÁNG 9 NĂM 2025", summer),
            ("từ 15/6 đến 14/9/2025", summer),
            ("Kỳ báo cáo: Quý III (từ 2025-06-15 đến 2025-09-14)", summer),
            ("Từ ngày 06/9/2025", ""),
            ("Từ ngày 31/6/2025 đến ngày 14/9/2025", ""),
            ("Từ ngày 14/9/2025 đến ngày 15/6/2025", ""),
            ("từ trên đến dưới", ""),
            ("", ""),
        ];
        for (text, expected) in cases {
            let found = spelled(text).map(|(from, to)| format!("{from}..{to}")).unwrap_or_default();
            assert_eq!(found, expected, "{text}");
        }
    }
}
