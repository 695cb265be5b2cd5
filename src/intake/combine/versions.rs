//! Several files of one office: which of their tables count. Tables that share no row stand side by side; of two that
//! do, equal ones count once, else the later received one counts, and without an order neither does.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::intake::content::Content;
use crate::model::Receipt;

/// One table of one file.
#[derive(Clone, Debug)]
pub(super) struct Version<'a, K, C> {
    /// The file's position.
    pub(super) file: usize,
    /// When the file was received.
    pub(super) receipt: &'a Receipt,
    /// Its rows.
    pub(super) rows: BTreeMap<K, &'a C>,
}

/// What becomes of a table; the number is the position of the file that decided it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// It counts.
    Used,
    /// Another file says the same.
    Duplicate(usize),
    /// A later one replaces it.
    Superseded(usize),
    /// There is another, and no saying which is later.
    Unordered(usize),
}

impl<K: Ord, C: Content> Version<'_, K, C> {
    fn filled(&self) -> impl Iterator<Item = (&K, &&C)> {
        self.rows.iter().filter(|(_, row)| !row.is_blank())
    }

    /// Whether both say something about the same row.
    fn overlaps(&self, other: &Self) -> bool {
        self.filled().any(|(key, _)| other.rows.get(key).is_some_and(|row| !row.is_blank()))
    }

    /// Whether both say the same about the same rows.
    fn equals(&self, other: &Self) -> bool {
        self.filled().count() == other.filled().count()
            && self.filled().all(|(key, row)| other.rows.get(key).is_some_and(|other| row.agrees(other)))
    }

    fn is_later_than(&self, other: &Self) -> bool {
        order(self.receipt, other.receipt) == Some(Ordering::Greater)
    }
}

/// Which of two receipts is earlier; `None` where that is not known. On the same day an hour is needed on both sides.
fn order(one: &Receipt, other: &Receipt) -> Option<Ordering> {
    let (left, right) = (one.at?, other.at?);
    let days = left.date_naive().cmp(&right.date_naive());
    let by_hour = || (!one.day_only && !other.day_only).then(|| left.cmp(&right));
    if days == Ordering::Equal { by_hour().filter(|hours| *hours != Ordering::Equal) } else { Some(days) }
}

/// Decides for every table; `versions` come in order of path, the answers in the same order.
pub(super) fn settle<K: Ord, C: Content>(versions: &[Version<'_, K, C>]) -> Vec<Standing> {
    let mut standings = vec![Standing::Used; versions.len()];
    mark_duplicates(versions, &mut standings);
    mark_superseded(versions, &mut standings);
    mark_unordered(versions, &mut standings);
    standings
}

/// Of equal tables the latest stays, so that what was sent again counts as sent last.
fn mark_duplicates<K: Ord, C: Content>(versions: &[Version<'_, K, C>], standings: &mut [Standing]) {
    for (at, version) in versions.iter().enumerate() {
        let equals = versions
            .iter()
            .enumerate()
            .filter(|(other, candidate)| *other != at && version.overlaps(candidate) && version.equals(candidate));
        let prior = |other: usize, candidate: &Version<'_, K, C>| {
            let known = (candidate.receipt.at.is_some(), version.receipt.at.is_some());
            candidate.is_later_than(version)
                || known == (true, false)
                || (known.0 == known.1 && !version.is_later_than(candidate) && other < at)
        };
        let mut better = equals.filter(|(other, candidate)| prior(*other, candidate));
        if let (Some((_, candidate)), Some(standing)) = (better.next(), standings.get_mut(at)) {
            *standing = Standing::Duplicate(candidate.file);
        }
    }
}

/// From the latest back: a table stays unless one that stays is later and shares a row with it.
fn mark_superseded<K: Ord, C: Content>(versions: &[Version<'_, K, C>], standings: &mut [Standing]) {
    let mut latest_first: Vec<usize> = (0..versions.len()).collect();
    latest_first.sort_by_key(|at| std::cmp::Reverse(versions.get(*at).and_then(|version| version.receipt.at)));
    for at in latest_first {
        let Some(version) = versions.get(at) else { continue };
        let mut staying = versions.iter().zip(standings.iter()).filter(|(_, standing)| **standing == Standing::Used);
        let later = staying.find(|(other, _)| other.is_later_than(version) && other.overlaps(version));
        let decided = later.map(|(other, _)| Standing::Superseded(other.file));
        if let (Some(decided), Some(standing)) = (decided, standings.get_mut(at))
            && *standing == Standing::Used
        {
            *standing = decided;
        }
    }
}

/// Whatever still stays and shares a row has no order.
fn mark_unordered<K: Ord, C: Content>(versions: &[Version<'_, K, C>], standings: &mut [Standing]) {
    let before = standings.to_vec();
    let staying = |at: usize| before.get(at) == Some(&Standing::Used);
    for (at, version) in versions.iter().enumerate().filter(|(at, _)| staying(*at)) {
        let mut others = versions.iter().enumerate().filter(|(other, _)| *other != at && staying(*other));
        if let (Some((_, other)), Some(standing)) =
            (others.find(|(_, other)| other.overlaps(version)), standings.get_mut(at))
        {
            *standing = Standing::Unordered(other.file);
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

    use chrono::DateTime;

    use super::*;
    use crate::model::ReceiptBasis;

    fn receipt(at: &str) -> Receipt {
        let basis = if at.is_empty() { ReceiptBasis::Unknown } else { ReceiptBasis::Register };
        let day_only = at.len() == 10;
        let text = if day_only { format!("{at}T00:00:00+07:00") } else { format!("{at}:00+07:00") };
        let at = (!at.is_empty()).then(|| DateTime::parse_from_rfc3339(&text).unwrap());
        Receipt { at, day_only, basis, from: None }
    }

    /// Each file: when it came and what it says of rows `a`, `b`, …
    fn standings(files: &[(&str, &[(&str, &str)])]) -> Vec<Standing> {
        let receipts: Vec<Receipt> = files.iter().map(|(at, _)| receipt(at)).collect();
        let contents: Vec<BTreeMap<&str, String>> =
            files.iter().map(|(_, rows)| rows.iter().map(|(key, text)| (*key, (*text).to_owned())).collect()).collect();
        let versions: Vec<_> = receipts
            .iter()
            .zip(&contents)
            .enumerate()
            .map(|(file, (receipt, rows))| Version {
                file,
                receipt,
                rows: rows.iter().map(|(key, text)| (*key, text)).collect(),
            })
            .collect();
        settle(&versions)
    }

    #[test]
    fn tables_that_share_no_row_are_one_submission() {
        let (a, b) = ([("a", "1"), ("b", "")], [("a", ""), ("b", "2")]);
        assert_eq!(standings(&[("", &a), ("", &b)]), [Standing::Used, Standing::Used]);
    }

    #[test]
    fn of_equal_tables_one_counts() {
        let a = [("a", "1")];
        assert_eq!(standings(&[("", &a), ("", &a)]), [Standing::Used, Standing::Duplicate(0)]);
        assert_eq!(standings(&[("2025-12-01", &a), ("2025-12-02", &a)]), [Standing::Duplicate(1), Standing::Used]);
    }

    #[test]
    fn the_later_version_counts() {
        let (old, new) = ([("a", "1"), ("b", "2")], [("a", "3")]);
        assert_eq!(standings(&[("2025-12-02", &new), ("2025-12-01", &old)]), [Standing::Used, Standing::Superseded(0)]);
        assert_eq!(
            standings(&[("2025-12-02T08:00", &old), ("2025-12-02T09:00", &new)]),
            [Standing::Superseded(1), Standing::Used]
        );
    }

    #[test]
    fn without_an_order_neither_counts() {
        let (one, other) = ([("a", "1")], [("a", "2")]);
        let neither = [Standing::Unordered(1), Standing::Unordered(0)];
        for (left, right) in [
            ("", ""),
            ("2025-12-02", ""),
            ("2025-12-02", "2025-12-02"),
            ("2025-12-02T08:00", "2025-12-02"),
            ("2025-12-02T08:00", "2025-12-02T08:00"),
        ] {
            assert_eq!(standings(&[(left, &one), (right, &other)]), neither, "{left} {right}");
        }
    }

    #[test]
    fn what_was_sent_again_last_counts() {
        let (first, second) = ([("a", "1")], [("a", "2")]);
        assert_eq!(
            standings(&[("2025-12-01", &first), ("2025-12-02", &second), ("2025-12-03", &first)]),
            [Standing::Duplicate(2), Standing::Superseded(2), Standing::Used]
        );
    }

    #[test]
    fn a_later_third_version_settles_two_without_order() {
        let (one, two, three) = ([("a", "1")], [("a", "2")], [("a", "3")]);
        assert_eq!(
            standings(&[("2025-12-01", &one), ("2025-12-01", &two), ("2025-12-05", &three)]),
            [Standing::Superseded(2), Standing::Superseded(2), Standing::Used]
        );
    }
}
