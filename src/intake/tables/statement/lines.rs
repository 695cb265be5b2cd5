//! The rows of a statement: which hold the figures that count, and which are sums of others.
//!
//! Rows are numbered `A`, `I`, `1`, `1.1`: a row counts if no figure stands beneath it; one above others is their
//! subtotal, whatever it is called. A total counts only where there is nothing else.

use std::sync::Arc;

use crate::intake::layout::{StatementTable, is_total};
use crate::intake::page::{Row, said};
use crate::intake::tables::figures::is_numeric;
use crate::intake::text::{clean, fold_ascii};
use crate::intake::vocabulary::{is_blank, is_nil};

/// How deep a row stands, from the outermost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    /// `A`
    Letter,
    /// `I`
    Roman,
    /// `1`, `1.1`: how many dots.
    Number(usize),
}

/// A row with a number or a name.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    pub(super) row: Row<'a>,
    /// Number and name, with the group that a merged cell beside them names: `Hệ thống các Bộ – 1 – Đất đai`.
    pub(super) label: String,
    number: String,
    level: Option<Level>,
    has_figures: bool,
    is_total: bool,
    /// Whether a merged cell that names a group begins here.
    begins_group: bool,
}

/// What a row's figures are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// They count.
    Counts,
    /// They are the sum of other rows.
    Sums,
}

/// Rows with figures, and of each sum the positions of the rows beneath it.
#[derive(Debug)]
pub(super) struct Lines<T>(Vec<(Role, Vec<usize>, T)>);

impl<T> Lines<T> {
    /// The same rows with something made of each.
    pub(super) fn map<U>(self, mut make: impl FnMut(T, Role) -> U) -> Lines<U> {
        Lines(self.0.into_iter().map(|(role, beneath, line)| (role, beneath, make(line, role))).collect())
    }

    /// The rows whose figures count.
    pub(super) fn counting(&self) -> impl Iterator<Item = &T> {
        self.0.iter().filter(|(role, ..)| *role == Role::Counts).map(|(.., line)| line)
    }

    /// Every row with figures, and the rows whose sum it is.
    pub(super) fn with_parts(&self) -> impl Iterator<Item = (&T, Vec<&T>)> {
        let parts =
            |beneath: &[usize]| beneath.iter().filter_map(|at| self.0.get(*at)).map(|(.., line)| line).collect();
        self.0.iter().map(move |(_, beneath, line)| (line, parts(beneath)))
    }
}

/// How many rows all totals of a statement may sum up together. A commune's has a thousand at most; a file that repeats
/// its totals would otherwise ask for the square of its length.
pub(super) const MOST_PARTS: usize = 50_000;

/// The rows of a statement that have figures, and whether every total has its rows: those past `MOST_PARTS` have none.
pub(super) fn of<'a>(table: &StatementTable<'a>) -> (Lines<Line<'a>>, bool) {
    let mut group = String::new();
    let mut lines: Vec<Line<'a>> = table.rows.iter().filter_map(|row| line(table, *row, &mut group)).collect();
    number_sections(&mut lines);
    let roles = roles(&lines);
    let (beneath, is_whole) = sums(&lines, &roles);
    let all = lines.into_iter().zip(roles).zip(beneath).filter(|((line, _), _)| line.has_figures);
    (Lines(all.map(|((line, role), beneath)| (role, beneath, line)).collect()), is_whole)
}

/// What each row sums up, as positions among the rows with figures, for the others are left out; and whether that is all.
fn sums(lines: &[Line<'_>], roles: &[Role]) -> (Vec<Vec<usize>>, bool) {
    let mut left = Some(MOST_PARTS);
    let mut with_figures = 0;
    let position = lines.iter().map(|line| {
        with_figures += usize::from(line.has_figures);
        with_figures - usize::from(line.has_figures)
    });
    let position: Vec<usize> = position.collect();
    let mut parts = |at: usize| {
        let most = left?;
        let rows = beneath(lines, roles, at);
        left = most.checked_sub(rows.len());
        left.map(|_| rows.into_iter().filter_map(|row| position.get(row).copied()).collect())
    };
    let found = (0..lines.len()).map(|at| parts(at).unwrap_or_default()).collect();
    (found, left.is_some())
}

/// Whether a row is part of the table although its figures do not count: a section, a subtotal, a total.
pub(super) fn is_structure(table: &StatementTable<'_>, row: Row<'_>) -> bool {
    line(table, row, &mut String::new()).is_some_and(|line| line.level.is_some() || line.is_total || line.has_figures)
}

/// The footnotes below the rows: `Ghi chú: (*) số liệu ước tính`.
pub(super) fn notes(table: &StatementTable<'_>) -> Option<Arc<str>> {
    let notes = table.rows.iter().filter(|row| is_note(**row)).map(|row| {
        let texts: Vec<String> = row.cells.iter().map(said).collect();
        texts.join(" ")
    });
    let text = notes.collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then(|| text.into())
}

/// Whether a row is a footnote.
pub(super) fn is_note(row: Row<'_>) -> bool {
    let first = row.cells.first().map(said).unwrap_or_default();
    first.starts_with("(*)") || first.starts_with('*') || fold_ascii(&first).starts_with("ghi chu")
}

fn line<'a>(table: &StatementTable<'a>, row: Row<'a>, group: &mut String) -> Option<Line<'a>> {
    let first = table.first_figure();
    let texts = row.cells.iter().filter(|cell| cell.at.col < first).map(said).filter(|text| !text.is_empty());
    let (mut number, mut level, mut names) = (String::new(), None, Vec::new());
    for text in texts {
        match self::level(&text) {
            Some(found) if level.is_none() => (number, level) = (text, Some(found)),
            _ => names.push(text),
        }
    }
    if is_note(row) || (level.is_none() && names.is_empty()) {
        return None;
    }
    let is_total = level.is_none() && names.iter().any(|name| is_total(name));
    let begins_group = names.len() > 1;
    let name = names.pop().unwrap_or_default();
    if begins_group {
        *group = names.join(" – ");
    } else if is_total || level.is_some_and(|level| level <= Level::Roman) {
        group.clear();
    }
    let parts = [group.as_str(), &number, &name];
    let label = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ");
    let has_figures = has_figures(table, row, level.is_some() || is_total);
    Some(Line { row, label, number, level, has_figures, is_total, begins_group })
}

/// How deep a number stands; `None` for what is no number.
fn level(text: &str) -> Option<Level> {
    let bare = text.trim_start_matches('(').trim_end_matches(['.', ')', ' ']);
    let all = |allowed: fn(char) -> bool| !bare.is_empty() && bare.chars().all(allowed);
    match () {
        () if all(|c| "IVX".contains(c)) => Some(Level::Roman),
        () if bare.chars().count() == 1 && all(|c| c.is_ascii_uppercase()) => Some(Level::Letter),
        () if bare.len() <= 12 && all(|c| c.is_ascii_digit() || c == '.') => {
            Some(Level::Number(bare.matches('.').count()))
        }
        () => None,
    }
}

/// A row with a number or a total's name has figures if anything stands in their columns; any other row, which may be
/// a signature with a date, only if it has two figures at least.
fn has_figures(table: &StatementTable<'_>, row: Row<'_>, is_named: bool) -> bool {
    let columns = table.columns.iter().flatten();
    let written: Vec<_> =
        columns.filter_map(|col| row.cell(*col)).filter(|cell| !is_blank(&clean(&said(cell)))).collect();
    let figures = written.iter().filter(|cell| is_numeric(cell) || is_nil(&said(cell))).count();
    figures >= 2 || (is_named && !written.is_empty())
}

/// A row without a number that is followed by number 1 heads a section.
fn number_sections(lines: &mut [Line<'_>]) {
    let begins: Vec<bool> = lines.iter().skip(1).map(|next| next.number.trim_end_matches('.') == "1").collect();
    for (line, begins) in lines.iter_mut().zip(begins.into_iter().chain([false])) {
        if line.level.is_none() && !line.is_total {
            line.level = Some(if begins { Level::Roman } else { Level::Number(0) });
        }
    }
}

/// The positions of the rows below this one that are deeper than it, totals left out.
fn deeper<'l>(lines: &'l [Line<'_>], at: usize) -> impl Iterator<Item = usize> + 'l {
    let own = lines.get(at).and_then(|line| line.level);
    let below = lines.iter().enumerate().skip(at + 1).filter(|(_, line)| !line.is_total);
    below.take_while(move |(_, line)| own.is_some() && line.level > own).map(|(position, _)| position)
}

fn roles(lines: &[Line<'_>]) -> Vec<Role> {
    let figures = |at: usize| lines.get(at).is_some_and(|line| line.has_figures);
    let counts = |(at, line): (usize, &Line<'_>)| {
        let counts = line.has_figures && !line.is_total && !deeper(lines, at).any(figures);
        if counts { Role::Counts } else { Role::Sums }
    };
    let mut roles: Vec<Role> = lines.iter().enumerate().map(counts).collect();
    if !roles.contains(&Role::Counts)
        && let Some(total) = lines.iter().position(|line| line.has_figures).and_then(|at| roles.get_mut(at))
    {
        *total = Role::Counts;
    }
    roles
}

/// The rows that a row sums up.
fn beneath(lines: &[Line<'_>], roles: &[Role], at: usize) -> Vec<usize> {
    let counts = |at: &usize| roles.get(*at) == Some(&Role::Counts);
    match lines.get(at) {
        Some(line) if line.is_total => total_of(lines, at).filter(|other| *other != at && counts(other)).collect(),
        Some(_) if !counts(&at) => deeper(lines, at).filter(counts).collect(),
        _ => Vec::new(),
    }
}

/// The rows that a total may sum up: all of them; `Cộng` where there are other totals, those of the section it closes.
fn total_of(lines: &[Line<'_>], at: usize) -> std::ops::Range<usize> {
    let is_closing = |line: &Line<'_>| line.label.to_lowercase().starts_with("cộng");
    let others = lines.iter().filter(|line| line.is_total && !is_closing(line)).count();
    if others == 0 || !lines.get(at).is_some_and(is_closing) {
        return 0..lines.len();
    }
    let begins = |line: &Line<'_>| line.begins_group || line.level.is_some_and(|level| level <= Level::Roman);
    let section = lines.iter().take(at).rposition(|line| begins(line) && !line.is_total);
    section.unwrap_or_default()..at
}
