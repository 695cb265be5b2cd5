//! Counts exports of dossiers apart from all else: `cargo run --example dossiers -- FILE…`.

#![expect(clippy::disallowed_methods, clippy::print_stdout, reason = "a tool for developers, all I/O")]

use std::collections::BTreeMap;
use std::env;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use cchc::model::{DossierColumn, DossierFormat, Limits};
use cchc::shell::dossiers;
use cchc::shell::reader::{FileToRead, Pool, WORKER_ARGUMENT, worker_main};
use chrono::NaiveDate;

fn main() -> Result<ExitCode> {
    // The pool starts its own program as worker.
    if env::args().nth(1).is_some_and(|argument| argument == WORKER_ARGUMENT) {
        return Ok(worker_main());
    }
    let day = |month, day| NaiveDate::from_ymd_opt(2025, month, day).context("a day");
    let period = day(9, 15)?..=day(12, 14)?;
    let mut files = Vec::new();
    for path in env::args().skip(1) {
        let path = Path::new(&path);
        let name = path.file_name().context("a file")?.to_string_lossy();
        files.push(FileToRead::new(path.parent().context("a folder")?, &name));
    }
    let counts = dossiers::count(&Pool::new(None, Limits::default())?, &files, &format(), &period);
    println!("{}", serde_json::to_string_pretty(&counts)?);
    Ok(ExitCode::SUCCESS)
}

/// What `benches/dossiers.py` writes.
fn format() -> DossierFormat {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let heads = [
        (DossierColumn::Code, "Mã hồ sơ"),
        (DossierColumn::ReceivedOn, "Ngày tiếp nhận"),
        (DossierColumn::DueOn, "Ngày hẹn trả"),
        (DossierColumn::ResultOn, "Ngày có kết quả"),
        (DossierColumn::EndedOn, "Ngày kết thúc"),
        (DossierColumn::State, "Trạng thái"),
        (DossierColumn::Channel, "Hình thức tiếp nhận"),
        (DossierColumn::Digitised, "Số hóa kết quả"),
        (DossierColumn::Fee, "Phí, lệ phí"),
        (DossierColumn::PaidOnline, "Thanh toán trực tuyến"),
        (DossierColumn::Synced, "Đồng bộ Cổng DVCQG"),
        (DossierColumn::Late, "Quá hạn"),
    ];
    DossierFormat {
        heads: heads.into_iter().map(|(column, head)| (column, words(&[head]))).collect::<BTreeMap<_, _>>(),
        online: words(&["Trực tuyến"]),
        direct: words(&["Trực tiếp", "Bưu chính công ích"]),
        ended: words(&["Trả lại", "Rút hồ sơ", "Từ chối"]),
        waiting: words(&["Chờ bổ sung"]),
        yes: words(&["Có"]),
        no: words(&["Không"]),
    }
}
