//! Earlier periods beside the reported one: known where something was submitted for them, never 0 where nothing was.

use std::collections::BTreeMap;

use cchc::model::{ElementId, IndicatorId, Measure, Number};

use crate::round::{Round, plan};

/// Three periods before those of the spec's plan, so that the year's report has the same period a year before.
const YEAR_BEFORE: &str = r#"
[[period]]
id = "2024-Q4"
title = "Năm 2024"
kind = "year"
from = "2024-09-06"
to = "2024-12-05"
office_due = "2024-12-09"
report_due = "2024-12-15"

[[period]]
id = "2025-H1"
title = "6 tháng đầu năm 2025"
kind = "half"
from = "2024-12-06"
to = "2025-06-30"
office_due = "2025-07-09"
report_due = "2025-07-15"
"#;

fn changes() -> BTreeMap<String, String> {
    BTreeMap::from([("plan".to_owned(), YEAR_BEFORE.to_owned())])
}

fn submitted(period: &str, received: &str, resolved: &str) -> (String, String) {
    let text = format!("Mã đơn vị;vp\nMã;Kỳ này\ntiep_nhan;{received}\nda_giai_quyet;{resolved}\nton;2\n");
    (format!("{period}/vp.csv"), text)
}

fn number(text: &str) -> Number {
    text.parse().unwrap()
}

#[test]
fn each_earlier_period_has_its_figures_and_values_and_the_year_before_is_found() {
    let mut round = Round::new();
    for (path, text) in
        [submitted("2024-Q4", "200", "150"), submitted("2025-Q3", "80", "60"), submitted("2025-Q4", "100", "95")]
    {
        round = round.file(&path, &text);
    }
    let history = round.run(&plan(&changes())).history;
    let (received, rate) = (ElementId::new("tiep_nhan"), IndicatorId::new("DUNG_HAN"));
    let before = history.before().unwrap();
    assert_eq!(before.period.id.as_str(), "2025-Q3");
    assert_eq!(before.total(&received, Measure::Period), Some(&number("80")));
    assert_eq!(before.values.get(&rate), Some(&number("75")));
    let year_before = history.year_before().unwrap();
    assert_eq!(year_before.period.id.as_str(), "2024-Q4");
    assert_eq!(year_before.values.get(&rate), Some(&number("75")));
    assert_eq!(history.previous.get(&(received, Measure::Period)), Some(&number("80")));
}

#[test]
fn a_period_for_which_nothing_came_is_unknown_and_not_zero() {
    let (path, text) = submitted("2025-Q4", "100", "95");
    let history = Round::new().file(&path, &text).run(&plan(&changes())).history;
    let received = ElementId::new("tiep_nhan");
    for past in &history.periods {
        assert_eq!(past.total(&received, Measure::Period), None, "{}", past.period.id);
        assert!(!past.values.contains_key(&IndicatorId::new("DUNG_HAN")), "{}", past.period.id);
    }
    assert!(history.previous.is_empty(), "{:?}", history.previous);
}

/// Before the first period only the form itself knows.
#[test]
fn the_forms_own_column_stands_in_where_nothing_was_submitted() {
    let text = "Mã đơn vị;vp\nMã;Kỳ trước;Kỳ này\ntiep_nhan;70;100\nda_giai_quyet;;95\nton;;2\n";
    let history = Round::new().file("2025-Q4/vp.csv", text).run(&plan(&changes())).history;
    let previous: Vec<_> =
        history.previous.iter().map(|((id, measure), value)| (id.as_str(), *measure, value)).collect();
    assert_eq!(previous, [("tiep_nhan", Measure::Period, &number("70"))]);
}
