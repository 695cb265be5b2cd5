//! What a hostile statement may ask of the program.

use std::collections::BTreeSet;

use super::*;

#[test]
fn totals_without_end_are_compared_up_to_a_bound_and_told() {
    let pair = |figures: &str| format!("1 | Xã{figures}\nTỔNG CỘNG |{figures}\n").repeat(1_000);
    let figures = " | 1 | 1 | 0 | 0 | 1 | 1 | 0 | 0 | 0 | 0 | 0";
    let file = read_text(&[ABOVE, HEADS, &pair(figures)].concat());
    let codes: BTreeSet<&str> = file.table_findings.iter().flatten().map(|finding| finding.code.as_str()).collect();
    // Fifty totals of a thousand rows are compared, and wrong.
    assert_eq!(codes, ["R491", "S219"].into());
    let related = file.table_findings.iter().flatten().map(|finding| finding.related.len()).sum::<usize>();
    assert!(related <= ELEMENTS.len() * 50_000, "{related}");
    assert_eq!(sums(&file)[0], "1000", "the rows count all the same");
}
