//! Choosing rows by the values of a column, with radio buttons and `:has()` alone: no script runs on the page.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde::Serialize;

use crate::report::document::{Content, Row, RowKind, Table};

/// More values than this are no choice but a list.
const MOST_VALUES: usize = 20;

/// So many columns of a table are filtered at once, each pair of whose values is known to have rows or not.
const MOST_FACETS: usize = 2;

/// What a table's rows can be chosen by.
pub(super) struct Filter {
    facets: Vec<Facet>,
    /// Pairs of values that no row has.
    barren: Vec<(usize, usize)>,
}

/// One column's values in order of appearance, and how many rows have each.
struct Facet {
    column: usize,
    legend: String,
    empty: &'static str,
    values: Vec<(String, usize)>,
    positions: BTreeMap<String, usize>,
}

/// A group of radio buttons; the first shows every row.
#[derive(Serialize)]
pub(super) struct FacetView {
    legend: String,
    name: String,
    all: usize,
    options: Vec<OptionView>,
}

#[derive(Serialize)]
struct OptionView {
    id: String,
    label: String,
    count: usize,
}

impl Filter {
    /// The filter of a table whose columns ask for one and differ from row to row.
    pub(super) fn of(table: &Table) -> Option<Self> {
        let candidates =
            table.columns.iter().enumerate().filter_map(|(column, head)| Some((column, head, head.facet?)));
        let facets = candidates.map(|(column, head, empty)| Facet::of(table, column, &head.title, empty));
        let telling = |facet: &Facet| (2..=MOST_VALUES).contains(&facet.values.len());
        let facets: Vec<Facet> = facets.filter(telling).take(MOST_FACETS).collect();
        (!facets.is_empty()).then(|| Self { barren: barren(&facets, table), facets })
    }

    /// The positions of a row's values, facet by facet, from 1; none for rows that are not data.
    pub(super) fn marks<'a>(&'a self, row: &'a Row) -> impl Iterator<Item = (usize, usize)> + 'a {
        let mark = |(facet, of): (usize, &Facet)| Some((facet, of.position(row)?));
        self.facets.iter().enumerate().filter_map(mark)
    }

    /// The buttons for the table of this class.
    pub(super) fn views(&self, class: &str) -> Vec<FacetView> {
        self.facets.iter().enumerate().map(|(facet, of)| of.view(&format!("{class}f{facet}"))).collect()
    }

    /// What the buttons hide: rows of other values, groups without such rows; and when to say that nothing is left.
    pub(super) fn rules(&self, class: &str) -> String {
        let mut rules = String::from("@media screen {\n");
        // Writing into a text cannot fail.
        for (facet, of) in self.facets.iter().enumerate() {
            for value in 1..=of.values.len() {
                let chosen = format!(".{class}:has(#{class}f{facet}v{value}:checked)");
                let wanted = format!("[data-f{facet}=\"{value}\"]");
                let _ = writeln!(
                    rules,
                    "{chosen} tr[data-f{facet}]:not({wanted}), {chosen} tbody:not(:has({wanted})) {{ display: none; }}"
                );
            }
        }
        for (first, second) in &self.barren {
            let chosen = format!(":has(#{class}f0v{first}:checked):has(#{class}f1v{second}:checked)");
            let _ = writeln!(rules, ".{class}{chosen} .nothing {{ display: block; }}");
        }
        rules.push_str("}\n");
        rules
    }
}

impl Facet {
    fn of(table: &Table, column: usize, legend: &str, empty: &'static str) -> Self {
        let mut facet =
            Self { column, legend: legend.to_owned(), empty, values: Vec::new(), positions: BTreeMap::new() };
        for value in table.rows.iter().filter_map(|row| facet.value(row).map(str::to_owned)).collect::<Vec<_>>() {
            let next = facet.values.len() + 1;
            let position = *facet.positions.entry(value.clone()).or_insert(next);
            match facet.values.get_mut(position - 1) {
                Some((_, count)) => *count += 1,
                None => facet.values.push((value, 1)),
            }
        }
        facet
    }

    fn value<'a>(&self, row: &'a Row) -> Option<&'a str> {
        if row.kind != RowKind::Body {
            return None;
        }
        match &row.cells.get(self.column)?.content {
            Content::Text(text) => Some(text),
            _ => Some(self.empty),
        }
    }

    fn position(&self, row: &Row) -> Option<usize> {
        self.positions.get(self.value(row)?).copied()
    }

    fn view(&self, name: &str) -> FacetView {
        let option = |(position, (label, count)): (usize, &(String, usize))| OptionView {
            id: format!("{name}v{position}"),
            label: label.clone(),
            count: *count,
        };
        FacetView {
            legend: self.legend.clone(),
            name: name.to_owned(),
            all: self.values.iter().map(|(_, count)| count).sum(),
            options: (1..).zip(&self.values).map(option).collect(),
        }
    }
}

fn barren(facets: &[Facet], table: &Table) -> Vec<(usize, usize)> {
    let [first, second] = facets else { return Vec::new() };
    let met: BTreeSet<_> =
        table.rows.iter().filter_map(|row| Some((first.position(row)?, second.position(row)?))).collect();
    let pairs = (1..=first.values.len()).flat_map(|one| (1..=second.values.len()).map(move |other| (one, other)));
    pairs.filter(|pair| !met.contains(pair)).collect()
}
