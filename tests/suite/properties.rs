//! What must hold for any round: order changes nothing, a changed cell changes only what names it, print agrees with verdict.

use std::collections::BTreeMap;

use cchc::model::{IndicatorStatus, Results, State};
use proptest::prelude::*;

use crate::round::{Round, plan};

/// Rows of the form of `vp`: (element, figure), in the order given.
fn form(office: &str, columns: &[&str], rows: &[(&str, String)]) -> String {
    let mut text = format!("Mã đơn vị;{office}\n{}\n", columns.join(";"));
    for (id, figure) in rows {
        let cells: Vec<&str> = columns
            .iter()
            .map(|column| match *column {
                "Mã" => *id,
                "Kỳ này" => figure.as_str(),
                _ => "",
            })
            .collect();
        text.push_str(&cells.join(";"));
        text.push('\n');
    }
    text
}

/// What a run says apart from places: figures with their states, indicators, findings with code and office.
fn gist(results: &Results) -> (Vec<String>, Vec<String>, Vec<String>) {
    let figures = results
        .figures
        .iter()
        .map(|figure| {
            format!("{} {} {:?} {:?} {:?}", figure.office, figure.element, figure.measure, figure.state, figure.value)
        })
        .collect();
    let indicators =
        results.indicators.iter().map(|result| format!("{} {:?}", result.printed, result.status)).collect();
    let mut findings: Vec<String> =
        results.findings.iter().map(|worded| format!("{} {:?}", worded.finding.code, worded.finding.office)).collect();
    findings.sort();
    (figures, indicators, findings)
}

fn figures() -> impl Strategy<Value = (u32, u32, u32)> {
    (0_u32..5000, 0_u32..5000, 0_u32..5000)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn order_of_files_rows_and_columns_changes_nothing((received, resolved, pending) in figures(), row_shift in 0_usize..3, column_shift in 0_usize..4) {
        let plan = plan(&BTreeMap::new());
        let mut rows = vec![("tiep_nhan", received.to_string()), ("da_giai_quyet", resolved.to_string()), ("ton", pending.to_string())];
        let mut columns = vec!["Mã", "Chỉ tiêu", "Kỳ này", "Lũy kế"];
        let vhxh = form("vhxh", &["Mã", "Kỳ này"], &[("van_ban", "3".to_owned())]);
        let plain = Round::new().file("a.csv", &form("vp", &columns, &rows)).file("b.csv", &vhxh).run(&plan);
        rows.rotate_left(row_shift);
        columns.rotate_left(column_shift);
        let turned = Round::new().file("z.csv", &form("vp", &columns, &rows)).file("b.csv", &vhxh).run(&plan);
        prop_assert_eq!(gist(&plain), gist(&turned));
    }

    #[test]
    fn blank_rows_above_a_table_move_addresses_by_as_much_and_nothing_else(figure in 0_u32..5000, blanks in 1_usize..20) {
        let plan = plan(&BTreeMap::new());
        let text = form("vp", &["Mã", "Kỳ này"], &[("tiep_nhan", figure.to_string()), ("da_giai_quyet", "x".to_owned())]);
        let (label, table) = text.split_once('\n').unwrap();
        let moved = format!("{label}\n{}{table}", ";\n".repeat(blanks));
        let before = Round::new().file("a.csv", &text).run(&plan);
        let after = Round::new().file("a.csv", &moved).run(&plan);
        prop_assert_eq!(gist(&before), gist(&after));
        let rows = |results: &Results| -> Vec<usize> {
            results.findings.iter().filter_map(|w| w.finding.location.as_ref()?.cell).map(|cell| cell.row as usize).collect()
        };
        let shifted: Vec<usize> = rows(&before).into_iter().map(|row| row + blanks).collect();
        prop_assert!(!shifted.is_empty());
        prop_assert_eq!(shifted, rows(&after));
    }

    #[test]
    fn a_changed_cell_changes_only_the_figures_and_indicators_that_name_it((received, resolved, pending) in figures(), other in 0_u32..5000) {
        let plan = plan(&BTreeMap::new());
        let run = |resolved: u32| {
            let rows = [("tiep_nhan", received.to_string()), ("da_giai_quyet", resolved.to_string()), ("ton", pending.to_string())];
            let vhxh = form("vhxh", &["Mã", "Kỳ này"], &[("van_ban", "3".to_owned())]);
            Round::new().file("a.csv", &form("vp", &["Mã", "Kỳ này"], &rows)).file("b.csv", &vhxh).run(&plan)
        };
        let (before, after) = (run(resolved), run(other));
        for (one, two) in before.figures.iter().zip(&after.figures) {
            let named = one.element.as_str() == "da_giai_quyet";
            prop_assert!(named || one == two, "{} changed", one.element);
        }
        for (one, two) in before.indicators.iter().zip(&after.indicators) {
            let named = one.sources.iter().any(|(_, element, _)| element.as_str() == "da_giai_quyet");
            prop_assert!(named || one == two, "{} changed", one.indicator.id);
        }
    }

    #[test]
    fn the_printed_figure_never_contradicts_the_verdict(received in 1_u32..20_000, resolved in 0_u32..20_000) {
        let plan = plan(&BTreeMap::new());
        let rows = [("tiep_nhan", received.to_string()), ("da_giai_quyet", resolved.to_string())];
        let results = Round::new().file("a.csv", &form("vp", &["Mã", "Kỳ này"], &rows)).run(&plan);
        let result = results.indicators.first().unwrap();
        let printed = result.printed.split('%').next().unwrap().replace('.', "").replace(',', ".");
        let printed: cchc::model::Number = printed.parse().unwrap();
        let reached = printed >= cchc::model::Number::from(90);
        prop_assert_eq!(reached, result.status == IndicatorStatus::Met, "{}", result.printed);
        prop_assert_eq!(printed == cchc::model::Number::hundred(), received == resolved, "{}", result.printed);
        prop_assert_eq!(printed.is_zero(), resolved == 0, "{}", result.printed);
    }

    #[test]
    fn whatever_a_cell_says_every_cell_is_counted_and_a_missing_figure_is_never_zero(text in "\\PC{0,24}") {
        let plan = plan(&BTreeMap::new());
        let cell = text.replace(['"', ';'], " ");
        let rows = [("tiep_nhan", format!("\"{cell}\"")), ("da_giai_quyet", "5".to_owned())];
        let results = Round::new().file("a.csv", &form("vp", &["Mã", "Kỳ này"], &rows)).run(&plan);
        for file in &results.files {
            prop_assert_eq!(file.cells.read, file.cells.used + file.cells.ignored_total());
        }
        for figure in &results.figures {
            prop_assert_eq!(figure.value.is_some(), matches!(figure.state, State::Value | State::Nil), "{:?}", figure);
        }
    }
}
