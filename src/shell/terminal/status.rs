//! Collections on the screen: for each period its last days, every office, extensions, and how many have reported.

use chrono::NaiveDate;

use super::summary::{last_day, timeliness};
use super::table::{TableCell, clip, table};
use super::{HEADING, MUTED, PLAIN, WARN, paint, words};
use crate::model::{Collection, Deadline, Extension, OfficeResult, OfficeState, Plan};
use crate::report::vietnamese::{self, share};
use crate::text::Catalog;

/// Widest that who granted an extension and why are shown, in columns.
const WIDEST_REASON: usize = 70;

/// The whole screen.
pub(crate) fn screen(plan: &Plan, collections: &[Collection], today: NaiveDate, catalog: &Catalog) -> String {
    let head = catalog.with("status-head", &[("date", &vietnamese::date(today))]);
    let periods = collections.iter().map(|collection| period(plan, collection, catalog));
    paint(HEADING, &head) + "\n" + &periods.collect::<String>()
}

fn period(plan: &Plan, collection: &Collection, catalog: &Catalog) -> String {
    let period = &collection.period;
    let head = catalog.with("status-period", &[("period", &period.title), ("id", period.id.as_str())]);
    format!(
        "\n{}\n{}{}\n{}{}{}",
        paint(HEADING, &head),
        due_days(collection, catalog),
        moved(collection, catalog),
        offices(plan, collection, catalog),
        extensions(plan, collection, catalog),
        measures(collection, catalog),
    )
}

/// The last days of the offices and of the commune.
fn due_days(collection: &Collection, catalog: &Catalog) -> String {
    let row = |key: &str, due: &Deadline| {
        let style = if due.until == collection.as_of { WARN } else { PLAIN };
        vec![
            TableCell::new(catalog.get(key), MUTED),
            TableCell::new(last_day(due.until, collection.as_of, catalog), style),
        ]
    };
    table(&[row("status-office-due", &collection.office_due), row("status-report-due", &collection.report_due)])
}

/// Why a last day is not the plan's.
fn moved(collection: &Collection, catalog: &Catalog) -> String {
    let dues = [&collection.office_due, &collection.report_due].into_iter();
    dues.filter_map(|due| catalog.moved(due))
        .flat_map(|moved| ["  ".to_owned(), paint(MUTED, &moved), "\n".to_owned()])
        .collect()
}

fn offices(plan: &Plan, collection: &Collection, catalog: &Catalog) -> String {
    let row = |standing: &OfficeResult| {
        let (key, style) = words::office(standing.state);
        // What has not come is nobody's fault before its last day.
        let waits = standing.state == OfficeState::Missing && !collection.is_overdue(standing);
        let (timely, tone) = timeliness(standing, collection.as_of, catalog);
        vec![
            plan.office_name(&standing.id).into(),
            TableCell::new(catalog.get(key), if waits { MUTED } else { style }),
            TableCell::new(timely, tone),
            TableCell::new(received(standing, catalog), MUTED),
        ]
    };
    table(&collection.offices.iter().map(row).collect::<Vec<_>>())
}

fn received(standing: &OfficeResult, catalog: &Catalog) -> String {
    standing.receipt.shown().map(|at| catalog.with("status-received", &[("at", &at)])).unwrap_or_default()
}

fn extensions(plan: &Plan, collection: &Collection, catalog: &Catalog) -> String {
    let line = |extension: &Extension| {
        let why = clip(&format!("{}: {}", extension.by, extension.reason), WIDEST_REASON);
        let until = vietnamese::date(extension.until);
        let office = plan.office_name(&extension.office);
        let line = catalog.with("status-extension", &[("office", office), ("until", &until), ("why", &why)]);
        format!("  {}\n", super::table::one_line(&line))
    };
    collection.offices.iter().filter_map(|standing| standing.extension.as_ref()).map(line).collect()
}

/// DHIS2's five measures of completeness and timeliness.
fn measures(collection: &Collection, catalog: &Catalog) -> String {
    let (expected, actual, on_time) = (collection.expected(), collection.actual(), collection.actual_on_time());
    let counts = [("expected", expected), ("actual", actual), ("timely", on_time)].map(|(key, n)| (key, n.to_string()));
    let counts: Vec<(&str, &str)> = counts.iter().map(|(key, n)| (*key, n.as_str())).collect();
    let rates = [("rate", share(actual, expected)), ("timely", share(on_time, expected))];
    let rates: Vec<(&str, &str)> = rates.iter().map(|(key, rate)| (*key, rate.as_str())).collect();
    format!("\n  {}\n  {}\n", catalog.with("status-counts", &counts), catalog.with("status-rates", &rates))
}
