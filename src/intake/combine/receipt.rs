//! When each file was received: by the register, else by "Ngày lập" in the form, else unknown.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{Datelike, FixedOffset, NaiveTime, TimeZone};
use unicode_normalization::UnicodeNormalization;

use crate::intake::date;
use crate::intake::layout::{Head, TableKind};
use crate::intake::parsed::{Outcome, Parsed};
use crate::intake::sidecar::{self, SidecarRow};
use crate::model::{FileReading, Finding, InputFile, OfficeId, Period, Receipt, ReceiptBasis, Severity, Source};

/// Vietnam's offset from UTC in seconds.
const VIETNAM: i32 = 7 * 3600;

/// What findings call the column of the moment.
const RECEIVED: &str = "Ngày nhận";

/// One receipt of the register.
struct Registered {
    /// As it compares.
    file: String,
    /// As the register has it.
    written: String,
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
    let owner = |entry: &str| {
        let of_entry = |file: &&FileReading| spellings(&tidy(&file.path)).contains(&entry);
        files.iter().find(of_entry).and_then(|file| file.office.clone())
    };
    let registered = register.map(|register| read(period, register, &owner, &mut findings)).unwrap_or_default();
    // Of two rows for one file the first counts.
    let by_entry: BTreeMap<&str, &Registered> = registered.iter().rev().map(|row| (row.file.as_str(), row)).collect();
    let mut named = BTreeSet::new();
    let mut receipts = Vec::new();
    for file in files {
        let path = tidy(&file.path);
        let spellings = spellings(&path);
        let found = spellings.iter().find_map(|spelling| by_entry.get(spelling));
        receipts.push(found.map_or_else(|| by_form(file), |row| row.receipt.clone()));
        named.extend(spellings.map(str::to_owned));
    }
    findings.extend(registered.iter().filter(|row| !named.contains(&row.file)).map(|row| {
        Finding::new("I113", Severity::Warning).at(row.source.clone()).provided(&row.written).arg("file", &row.written)
    }));
    (receipts, findings)
}

/// What the register may call a file: its path below the input folder or below the period's, or its name.
fn spellings(path: &str) -> [&str; 3] {
    let below = path.split_once('/').map_or(path, |(_, below)| below);
    [path, below, path.rsplit('/').next().unwrap_or(path)]
}

/// Reads the register; `owner` knows the office of the file that a row names.
fn read(
    period: &Period,
    register: &InputFile,
    owner: &impl Fn(&str) -> Option<OfficeId>,
    findings: &mut Vec<Finding>,
) -> Vec<Registered> {
    let unreadable = Finding::new("I114", Severity::Warning).arg("detail", "table");
    let rows = match sidecar::rows(register, TableKind::Register, unreadable) {
        Ok(rows) => rows,
        Err(finding) => {
            findings.push(finding);
            return Vec::new();
        }
    };
    rows.iter()
        .filter_map(|row| {
            let owner = owner(&tidy(&row.text(Head::File)));
            let told = |finding: Finding| Finding { office: owner.clone(), ..finding };
            match registered(period, row) {
                Ok((registered, noticed)) => {
                    findings.extend(noticed.into_iter().map(told));
                    Some(registered)
                }
                Err(finding) => {
                    findings.push(told(finding));
                    None
                }
            }
        })
        .collect()
}

fn registered(period: &Period, row: &SidecarRow<'_>) -> Result<(Registered, Vec<Finding>), Finding> {
    let wrong = |head: Head, detail: &str| {
        let finding = Finding::new("I114", Severity::Warning).at(row.source(head)).provided(row.text(head));
        finding.arg("detail", detail)
    };
    let file = tidy(&row.text(Head::File));
    if file.is_empty() {
        return Err(wrong(Head::File, "file"));
    }
    let cell = row.cell(Head::ReceivedAt).ok_or_else(|| wrong(Head::ReceivedAt, "date"))?;
    match date::datetime(cell, period.to.year()) {
        Parsed { outcome: Outcome::Value(moment), remarks } => {
            let from = Some(row.text(Head::From)).filter(|from| !from.is_empty()).map(Arc::from);
            let (at, day_only) = (Some(moment.at), moment.day_only);
            let receipt = Receipt { at, day_only, basis: ReceiptBasis::Register, from };
            let noticed = row.noticed(Head::ReceivedAt, RECEIVED, remarks);
            Ok((Registered { file, written: row.text(Head::File), receipt, source: row.source(Head::File) }, noticed))
        }
        _ => Err(wrong(Head::ReceivedAt, "date")),
    }
}

fn by_form(file: &FileReading) -> Receipt {
    let zone = FixedOffset::east_opt(VIETNAM);
    let day = file.info.prepared_on.map(|day| day.and_time(NaiveTime::MIN));
    match day.zip(zone).and_then(|(day, zone)| zone.from_local_datetime(&day).single()) {
        Some(at) => Receipt { at: Some(at), day_only: true, basis: ReceiptBasis::Form, from: None },
        None => Receipt::default(),
    }
}

/// Paths as they compare: NFC, lower case, forward slashes.
fn tidy(path: &str) -> String {
    let path = path.trim().nfc().collect::<String>().to_lowercase().replace('\\', "/");
    path.trim_start_matches("./").to_owned()
}
