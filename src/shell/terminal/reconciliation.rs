//! Figures against dossiers on the screen: every figure, then only what does not tie out.

use super::summary::section;
use super::table::{TableCell, clip};
use super::{BAD, GOOD, HEADING, MUTED, PLAIN, Style, WARN, paint};
use crate::digest::short;
use crate::model::{DossierException, DossierFault, DossierFile, Number, Reconciled, Reconciliation, Results};
use crate::report::vietnamese::with_unit;
use crate::text::Catalog;

/// Dossiers shown of each kind; the working papers name more.
const MOST_SHOWN: usize = 20;
/// Widest that an element's name is shown, in columns.
const WIDEST_NAME: usize = 60;

/// The whole screen.
pub(crate) fn screen(results: &Results, reconciliation: &Reconciliation, catalog: &Catalog) -> String {
    let head = catalog.with("reconcile-head", &[("period", &results.period.title)]);
    let mut screen = format!("{}\n{}", paint(HEADING, &head), summary(reconciliation, catalog));
    screen += &figures(results, reconciliation, catalog);
    screen += &candidates(results, reconciliation, catalog);
    screen += &exceptions(reconciliation, catalog);
    screen += &open(results, reconciliation, catalog);
    screen + &files(reconciliation, catalog)
}

fn summary(reconciliation: &Reconciliation, catalog: &Catalog) -> String {
    let (sound, all) = reconciliation.sound();
    let (tied, differ, open) = reconciliation.outcome();
    let args = [sound, all, all - sound, tied as u64, differ as u64, open as u64].map(Number::grouped);
    let [sound, all, odd, tied, differ, open] = &args;
    let dossiers = catalog.with("reconcile-dossiers", &[("sound", sound), ("all", all), ("odd", odd)]);
    let figures = catalog.with("reconcile-figures", &[("tied", tied), ("differ", differ), ("open", open)]);
    let style = |bad: bool, wrong: Style| if bad { wrong } else { GOOD };
    let [dossiers, figures] = [paint(style(odd != "0", WARN), &dossiers), paint(style(differ != "0", BAD), &figures)];
    format!("  {dossiers}\n  {figures}\n")
}

/// Every figure: claimed, counted, difference.
fn figures(results: &Results, reconciliation: &Reconciliation, catalog: &Catalog) -> String {
    let heads = ["reconcile-element", "reconcile-claimed", "reconcile-counted", "reconcile-difference"];
    let head = heads.map(|key| TableCell::new(catalog.get(key), MUTED)).to_vec();
    let row = |measured: &Reconciled| {
        let style = match (measured.differs(), &measured.difference) {
            (true, _) => BAD,
            (false, Some(_)) => PLAIN,
            (false, None) => MUTED,
        };
        vec![
            TableCell::new(clip(name(results, measured), WIDEST_NAME), style),
            TableCell::new(spelled(measured.claimed.as_ref()), style),
            TableCell::new(spelled(measured.counted.as_ref()), style),
            TableCell::new(measured.difference.as_ref().map(signed).unwrap_or_default(), style),
        ]
    };
    let rows: Vec<_> = [head].into_iter().chain(reconciliation.measures.iter().map(row)).collect();
    section("reconcile-heading-figures", &rows, catalog)
}

/// Dossiers that a count leaves out, by the figure that has too many.
fn candidates(results: &Results, reconciliation: &Reconciliation, catalog: &Catalog) -> String {
    let row = |(measured, codes): (&Reconciled, &[_])| {
        let codes: Vec<String> = codes.iter().map(ToString::to_string).collect();
        vec![
            TableCell::from(clip(name(results, measured), WIDEST_NAME)),
            shown(&codes, codes.len() as u64, catalog).into(),
        ]
    };
    section("reconcile-heading-candidates", &reconciliation.candidates().map(row).collect::<Vec<_>>(), catalog)
}

/// Odd dossiers by kind, each with its row.
fn exceptions(reconciliation: &Reconciliation, catalog: &Catalog) -> String {
    let kind = |(fault, count): (&DossierFault, &u64)| {
        let of = reconciliation.counts.exceptions.iter().filter(|exception| exception.fault == *fault);
        let title = catalog.get(&format!("{}.title", fault.code()));
        let head = vec![TableCell::new(format!("{} {title} ({})", fault.code(), Number::grouped(*count)), WARN)];
        let rows = of.take(MOST_SHOWN).map(exception);
        let mut rows: Vec<Vec<TableCell>> = [head].into_iter().chain(rows).collect();
        let more = count.saturating_sub(rows.len() as u64 - 1);
        if more > 0 {
            let more = catalog.with("dossiers-and-more", &[("count", &Number::grouped(more))]);
            rows.push(vec![TableCell::new(format!("  {more}"), MUTED)]);
        }
        super::table::table(&rows)
    };
    let kinds: String = reconciliation.counts.faults.iter().map(kind).collect();
    if kinds.is_empty() {
        return kinds;
    }
    format!("\n{}\n{kinds}", paint(HEADING, &catalog.get("reconcile-heading-exceptions")))
}

fn exception(exception: &DossierException) -> Vec<TableCell> {
    let code = if exception.code.is_empty() { "–" } else { &*exception.code };
    let place = TableCell::new(format!("{}:{}", exception.file, exception.row), MUTED);
    vec![TableCell::from(format!("· {code} {}", exception.detail)), place]
}

/// What could not be held against dossiers, each reason once.
fn open(results: &Results, reconciliation: &Reconciliation, catalog: &Catalog) -> String {
    let row = |(why, names): (String, Vec<&str>)| {
        vec![TableCell::new(why + ":", WARN), TableCell::new(names.join("; "), MUTED)]
    };
    let rows: Vec<_> = catalog.unreconciled(reconciliation, &results.plan).into_iter().map(row).collect();
    section("reconcile-heading-open", &rows, catalog)
}

fn files(reconciliation: &Reconciliation, catalog: &Catalog) -> String {
    let row = |file: &DossierFile| {
        let counts = [
            ("rows", &*Number::grouped(file.rows)),
            ("other", &*Number::grouped(file.lines - file.rows.min(file.lines))),
        ];
        let (said, style) = match &file.rejected {
            Some(fault) => (catalog.get(&format!("{}.title", fault.code)), BAD),
            None => (catalog.with("reconcile-rows", &counts), PLAIN),
        };
        let hash = file.sha256.as_deref().map(short).unwrap_or_default();
        vec![
            TableCell::from(&*file.path),
            TableCell::new(said, style),
            TableCell::new(format!("SHA-256 {hash}…"), MUTED),
        ]
    };
    section("reconcile-heading-files", &reconciliation.counts.files.iter().map(row).collect::<Vec<_>>(), catalog)
}

fn shown(codes: &[String], count: u64, catalog: &Catalog) -> String {
    let mut named: Vec<String> = codes.iter().take(MOST_SHOWN).cloned().collect();
    let more = count.saturating_sub(named.len() as u64);
    if more > 0 {
        named.push(catalog.with("dossiers-more-outside", &[("count", &Number::grouped(more))]));
    }
    named.join(", ")
}

fn name<'a>(results: &'a Results, measured: &'a Reconciled) -> &'a str {
    results.plan.element(measured.element.as_str()).map_or(measured.element.as_str(), |element| &element.name)
}

fn spelled(number: Option<&Number>) -> String {
    number.map_or_else(|| "–".to_owned(), |number| with_unit(number, 6, ""))
}

/// `+3`, `-10`, `0`
fn signed(number: &Number) -> String {
    let sign = if *number > Number::zero() { "+" } else { "" };
    format!("{sign}{}", with_unit(number, 6, ""))
}
