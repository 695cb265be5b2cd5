//! X502–X520: figures that dossiers do not bear out, exports that cannot be counted, and odd dossiers.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Context, severity};
use crate::model::{
    Address, Code, DossierColumn, DossierException, DossierFault, Element, Figure, Finding, Measure, NotChecked,
    Number, Reconciled, Reconciliation, ReconciliationGap as Gap, Severity, Source,
};
use crate::text::Catalog;

/// Code of a figure that is not the count of its dossiers.
const DIFFERS: &str = "X504";

/// Dossiers named in a message; the working papers name all.
const MOST_NAMED: usize = 5;

/// Rows that a finding points at; the list of dossiers to look at has all.
const MOST_ROWS: usize = 100;

/// One finding a figure that differs, an export that cannot be counted in full, and a kind of oddity.
pub(super) fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(reconciliation) = context.reconciliation else { return Vec::new() };
    let figures = reconciliation.measures.iter().filter_map(|measure| differs(context, measure));
    let odd = reconciliation.counts.faults.iter().map(|(fault, count)| odd(context, reconciliation, *fault, *count));
    figures.chain(rejected(reconciliation)).chain(lacking(context, reconciliation)).chain(odd).collect()
}

/// What could not be held against dossiers: `tệp … không có cột “Ngày hẹn trả”: Đã giải quyết trước hạn; …`.
pub(super) fn not_checked(context: &Context<'_>) -> Vec<NotChecked> {
    let skipped = |reason| NotChecked { rule: Code::new(DIFFERS), office: None, reason };
    match context.reconciliation {
        Some(reconciliation) => {
            let open = context.catalog.unreconciled(reconciliation, context.plan).into_iter();
            open.map(|(why, names)| skipped(format!("{why}: {}", names.join("; ")))).collect()
        }
        None if context.only_present || context.plan.elements.iter().all(|element| element.dossier.is_none()) => {
            Vec::new()
        }
        None => vec![skipped(context.catalog.get("dossiers-none"))],
    }
}

fn name<'a>(context: &Context<'a>, measure: &'a Reconciled) -> &'a str {
    context.plan.element(measure.element.as_str()).map_or(measure.element.as_str(), |element| &element.name)
}

fn warning(code: &str) -> Finding {
    Finding::new(code, severity(code).unwrap_or(Severity::Warning))
}

/// A figure of one office stands at its cell; one of several names their cells.
fn differs(context: &Context<'_>, measure: &Reconciled) -> Option<Finding> {
    let difference = measure.difference.as_ref().filter(|_| measure.differs())?;
    let element = context.plan.element(measure.element.as_str())?;
    let spelled = |number: &Number| number.vietnamese(6);
    let mut finding = warning(DIFFERS)
        .arg("element", element.name.as_str())
        .arg("claimed", measure.claimed.as_ref().map(spelled).unwrap_or_default())
        .arg("counted", measure.counted.as_ref().map(spelled).unwrap_or_default())
        .arg("gap", spelled(difference));
    finding.provided = measure.claimed.as_ref().map(Number::to_string);
    finding.expected = measure.counted.as_ref().map(Number::to_string);
    finding.difference = Some(difference.to_string());
    let mut cells = figures(context, element).filter_map(|figure| figure.source.clone());
    if let [office] = &*element.offices {
        finding = finding.office(office).at_opt(cells.next());
    }
    Some(finding.related(cells))
}

fn figures<'a>(context: &Context<'a>, element: &'a Element) -> impl Iterator<Item = &'a Figure> {
    let (plan, book) = (context.plan, context.books.current());
    let of = move |office| book?.figure(plan, office, &element.id, Measure::Period);
    element.offices.iter().filter_map(of)
}

fn rejected(reconciliation: &Reconciliation) -> impl Iterator<Item = Finding> {
    reconciliation.counts.files.iter().filter_map(|file| {
        let fault = file.rejected.as_ref()?;
        Some(fault.finding(&file.path, severity(&fault.code).unwrap_or(Severity::Error)))
    })
}

/// Exports without a column that a figure of the plan needs.
fn lacking<'a>(context: &'a Context<'_>, reconciliation: &'a Reconciliation) -> impl Iterator<Item = Finding> + 'a {
    reconciliation.counts.files.iter().filter_map(|file| {
        let (mut columns, mut names) = (BTreeSet::new(), Vec::new());
        for measure in &reconciliation.measures {
            let gaps = measure.gaps.iter();
            let lacked =
                gaps.filter_map(|gap| if let Gap::Lacks(path, lacked) = gap { Some((path, lacked)) } else { None });
            if let Some((_, lacked)) = lacked.into_iter().find(|(path, _)| **path == file.path) {
                columns.extend(lacked.iter().copied());
                names.push(name(context, measure));
            }
        }
        let columns: Vec<DossierColumn> = columns.into_iter().collect();
        let finding =
            warning("X507").at(Source::file(&file.path)).arg("columns", context.plan.dossiers.names(&columns));
        (!names.is_empty()).then(|| finding.arg("elements", names.join("; ")))
    })
}

/// All dossiers with one fault, by code and row.
fn odd(context: &Context<'_>, reconciliation: &Reconciliation, fault: DossierFault, count: u64) -> Finding {
    let such: Vec<&DossierException> =
        reconciliation.counts.exceptions.iter().filter(|exception| exception.fault == fault).collect();
    let mut named: Vec<String> =
        such.iter().take(MOST_NAMED).map(|exception| spelled(exception, context.catalog)).collect();
    let more = count.saturating_sub(named.len() as u64);
    if more > 0 {
        named.push(context.catalog.with("dossiers-and-more", &[("count", &Number::grouped(more))]));
    }
    let mut rows = such.iter().take(MOST_ROWS).map(|exception| row(&exception.file, exception.row));
    let finding = warning(fault.code()).at_opt(rows.next()).related(rows);
    finding.provided(named.join("; ")).arg("count", Number::grouped(count))
}

/// `000.00.12.H25-250901-0001 (02/9/2025)`
fn spelled(exception: &DossierException, catalog: &Catalog) -> String {
    match (&*exception.code, &*exception.detail) {
        ("", "") => catalog.with("dossiers-row", &[("row", &exception.row.to_string())]),
        (code, "") => code.to_owned(),
        ("", detail) => detail.to_owned(),
        (code, detail) => format!("{code} ({detail})"),
    }
}

/// The first cell of an export's row.
fn row(file: &Arc<str>, row: u64) -> Source {
    let row = u32::try_from(row.saturating_sub(1)).unwrap_or(u32::MAX);
    Source { file: Arc::clone(file), sheet: None, cell: Some(Address::new(row, 0)) }
}
