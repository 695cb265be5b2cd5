//! When each file was received: by the register, else by "Ngày lập" in the form, else unknown.

use chrono::{Datelike, FixedOffset, NaiveTime, TimeZone};
use unicode_normalization::UnicodeNormalization;

use super::sidecar::{self, SidecarRow};
use crate::intake::date;
use crate::intake::layout::{Head, TableKind};
use crate::intake::parsed::Outcome;
use crate::model::{FileReading, Finding, InputFile, Period, Receipt, ReceiptBasis, Severity, Source};

/// Vietnam's offset from UTC in seconds.
const VIETNAM: i32 = 7 * 3600;

/// One receipt of the register.
struct Registered {
    file: String,
    receipt: Receipt,
    source: Source,
}

/// The receipt of each file, in the files' order, and what is wrong with the register.
pub(super) fn receipts(
    period: &Period,
    files: &[FileReading],
    register: Option<&InputFile>,
) -> (Vec<Receipt>, Vec<Finding>) {
    let mut findings = Vec::new();
    let registered = register.map(|register| read(period, register, &mut findings)).unwrap_or_default();
    let mut is_taken = vec![false; registered.len()];
    let mut receipts = Vec::new();
    for file in files {
        let path = tidy(&file.path);
        let by_path = registered.iter().position(|row| is_path(&path, &row.file));
        let by_name = || registered.iter().position(|row| name(&path) == row.file);
        let found = by_path.or_else(by_name);
        if let Some(taken) = found.and_then(|position| is_taken.get_mut(position)) {
            *taken = true;
        }
        let receipt = found.and_then(|position| registered.get(position)).map(|row| row.receipt.clone());
        receipts.push(receipt.unwrap_or_else(|| by_form(file)));
    }
    let unmatched = registered.iter().zip(is_taken).filter(|(row, is_taken)| {
        !is_taken
            && !files.iter().any(|file| is_path(&tidy(&file.path), &row.file) || name(&tidy(&file.path)) == row.file)
    });
    findings.extend(unmatched.map(|(row, _)| {
        Finding::new("I113", Severity::Warning).at(row.source.clone()).provided(&row.file).arg("file", &row.file)
    }));
    (receipts, findings)
}

fn read(period: &Period, register: &InputFile, findings: &mut Vec<Finding>) -> Vec<Registered> {
    let unreadable = Finding::new("I114", Severity::Warning).arg("detail", "table");
    let rows = match sidecar::rows(register, TableKind::Register, unreadable) {
        Ok(rows) => rows,
        Err(finding) => {
            findings.push(finding);
            return Vec::new();
        }
    };
    rows.iter()
        .filter_map(|row| match registered(period, row) {
            Ok(registered) => Some(registered),
            Err(finding) => {
                findings.push(finding);
                None
            }
        })
        .collect()
}

fn registered(period: &Period, row: &SidecarRow<'_>) -> Result<Registered, Finding> {
    let wrong = |head: Head, detail: &str| {
        let finding = Finding::new("I114", Severity::Warning).at(row.source(head)).provided(row.text(head));
        finding.arg("detail", detail)
    };
    let file = tidy(&row.text(Head::File));
    if file.is_empty() {
        return Err(wrong(Head::File, "file"));
    }
    let cell = row.cell(Head::ReceivedAt).ok_or_else(|| wrong(Head::ReceivedAt, "date"))?;
    match date::datetime(cell, period.to.year()).outcome {
        Outcome::Value(moment) => {
            let receipt = Receipt { at: Some(moment.at), day_only: moment.day_only, basis: ReceiptBasis::Register };
            Ok(Registered { file, receipt, source: row.source(Head::File) })
        }
        _ => Err(wrong(Head::ReceivedAt, "date")),
    }
}

fn by_form(file: &FileReading) -> Receipt {
    let zone = FixedOffset::east_opt(VIETNAM);
    let day = file.prepared_on.map(|day| day.and_time(NaiveTime::MIN));
    match day.zip(zone).and_then(|(day, zone)| zone.from_local_datetime(&day).single()) {
        Some(at) => Receipt { at: Some(at), day_only: true, basis: ReceiptBasis::Form },
        None => Receipt::default(),
    }
}

/// Paths as they compare: NFC, lower case, forward slashes.
fn tidy(path: &str) -> String {
    path.trim().nfc().collect::<String>().to_lowercase().replace('\\', "/")
}

/// Whether a register's entry is a file's path below the input folder or below the period's.
fn is_path(path: &str, entry: &str) -> bool {
    let entry = entry.trim_start_matches("./");
    path == entry || path.split_once('/').is_some_and(|(_, below)| below == entry)
}

fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Whether a return received then is on time for its period: at or before the end of its due day, +07:00. `None`
/// where the receipt is not known.
pub fn on_time(receipt: &Receipt, period: &Period) -> Option<bool> {
    receipt.at.map(|at| at.date_naive() <= period.office_due)
}
