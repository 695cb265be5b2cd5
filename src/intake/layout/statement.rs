//! Statements such as form II.06, known by the heads of their columns, whatever is printed over them.

use super::header::{Header, MOST_ROWS, may_go_on, paths};
use crate::intake::page::{Page, Row};
use crate::intake::text::words;
use crate::model::{Finding, Plan, Severity, Statement};

/// What a head must say: words side by side in each part, the parts in this order, the last one in the innermost cell.
type Pattern = Vec<Vec<String>>;

/// A statement of the plan, its columns' patterns ready for comparing.
#[derive(Debug)]
struct Known<'p> {
    statement: &'p Statement,
    patterns: Vec<Vec<Pattern>>,
}

/// The statements of a plan.
#[derive(Debug)]
pub(in crate::intake) struct Statements<'p>(Vec<Known<'p>>);

/// A statement found in a sheet, with the rows below its header.
#[derive(Debug)]
pub(in crate::intake) struct StatementTable<'a> {
    pub(in crate::intake) statement: &'a Statement,
    pub(in crate::intake) header: Header<'a>,
    /// The column of each of the statement's columns, where the table has it.
    pub(in crate::intake) columns: Vec<Option<u32>>,
    pub(in crate::intake) rows: Vec<Row<'a>>,
}

/// How well some rows of heads fit a statement.
struct Fit<'p> {
    statement: &'p Statement,
    columns: Vec<Option<u32>>,
    depth: usize,
}

impl Fit<'_> {
    fn found(&self) -> usize {
        self.columns.iter().flatten().count()
    }
}

impl<'p> Statements<'p> {
    /// The statements of this plan.
    pub(in crate::intake) fn of(plan: &'p Plan) -> Self {
        let pattern = |head: &Vec<String>| head.iter().map(|part| words(part)).collect();
        let known = |statement: &'p Statement| Known {
            statement,
            patterns: statement.columns.iter().map(|column| column.heads.iter().map(pattern).collect()).collect(),
        };
        Self(plan.statements.iter().map(known).collect())
    }

    /// The statement whose header these rows begin with. A title above a header is not its first row: the header
    /// begins where the fewest rows say the most.
    pub(super) fn find<'a>(&self, rows: &[Row<'a>]) -> Option<StatementTable<'a>>
    where
        'p: 'a,
    {
        if self.0.is_empty() {
            return None;
        }
        let fit = self.best(rows).filter(|fit| fit.found() * 2 > fit.columns.len())?;
        let later = (1..MOST_ROWS)
            .map_while(|skipped| rows.get(skipped..).filter(|rest| rest.first().is_some_and(|row| may_go_on(*row))));
        if later.filter_map(|rest| self.best(rest)).any(|other| other.found() >= fit.found()) {
            return None;
        }
        let header = Header::new(rows, fit.depth);
        Some(StatementTable { statement: fit.statement, header, columns: fit.columns, rows: Vec::new() })
    }

    /// The statement and the number of header rows that give the most columns.
    fn best(&self, rows: &[Row<'_>]) -> Option<Fit<'p>> {
        let going_on = rows.iter().skip(1).take(MOST_ROWS - 1).take_while(|row| may_go_on(**row)).count();
        let mut best: Option<Fit<'p>> = None;
        for depth in 1..=(going_on + 1).min(rows.len()) {
            let heads = heads(rows.get(..depth).unwrap_or_default());
            for known in &self.0 {
                let fit = Fit { statement: known.statement, columns: known.columns(&heads), depth };
                if best.as_ref().is_none_or(|best| fit.found() > best.found()) {
                    best = Some(fit);
                }
            }
        }
        best
    }
}

impl Known<'_> {
    /// The column of each pattern; one column is not two.
    fn columns(&self, heads: &[Head]) -> Vec<Option<u32>> {
        let mut taken = Vec::new();
        let mut column = |patterns: &Vec<Pattern>| {
            let free = |head: &&Head| !taken.contains(&head.col);
            let found = patterns.iter().find_map(|pattern| heads.iter().filter(free).find(|head| head.says(pattern)));
            let col = found.map(|head| head.col);
            taken.extend(col);
            col
        };
        self.patterns.iter().map(&mut column).collect()
    }
}

/// The words over a column.
struct Head {
    col: u32,
    words: Vec<String>,
    /// Where the innermost cell's words begin.
    inner: usize,
}

fn heads(rows: &[Row<'_>]) -> Vec<Head> {
    let head = |(col, path): (u32, Vec<String>)| {
        let parts: Vec<Vec<String>> = path.iter().map(|text| words(text)).collect();
        let inner = parts.iter().rev().skip(1).map(Vec::len).sum();
        Head { col, words: parts.concat(), inner }
    };
    paths(rows).into_iter().map(head).collect()
}

impl Head {
    fn says(&self, pattern: &Pattern) -> bool {
        let mut from = 0;
        (1..).zip(pattern).all(|(number, part)| {
            let start = if number == pattern.len() { self.inner.max(from) } else { from };
            let rest = self.words.get(start..).unwrap_or_default();
            let found = rest.windows(part.len().max(1)).position(|window| window == part.as_slice());
            from = found.map_or(from, |at| start + at + part.len());
            found.is_some()
        })
    }
}

impl StatementTable<'_> {
    /// The first of its columns of figures; those left of it name the rows.
    pub(in crate::intake) fn first_figure(&self) -> u32 {
        self.columns.iter().flatten().min().copied().unwrap_or_default()
    }

    /// S202 for each column that is not there.
    pub(in crate::intake) fn missing_columns(&self, page: &Page<'_>) -> Vec<Finding> {
        let absent = self.statement.columns.iter().zip(&self.columns).filter(|(_, col)| col.is_none());
        let found = self.header.names().join(" | ");
        let finding = |wanted: String| {
            let finding = Finding::new("S202", Severity::Error).at(page.source(self.header.start()));
            finding.provided(found.as_str()).expected(wanted.as_str()).arg("column", wanted)
        };
        absent.map(|(column, _)| finding(column.name())).collect()
    }
}
