//! "Phiếu đối chiếu": one page of hashes, which on paper proves the ledger and the outputs.

use std::collections::BTreeSet;

use super::context::Context;
use super::document::{Block, Cell, Document, DocumentKind, Part, Place};
use super::table::{self, Field};
use super::vietnamese::lower_first;
use super::words;
use crate::model::{Received, Results};

/// An output and its hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// Its name, relative to `output/<period>/`.
    pub name: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
}

/// More files than this are no page; the head of the chain covers them all the same.
const MOST_FILES: usize = 40;

const FILES: &[Field<Received>] = &[
    Field::center("Đơn vị", 10, |line| {
        line.record.office.as_ref().map(|office| Cell::text(office.as_str())).unwrap_or_default()
    }),
    Field::left("Tệp đã nhận", 34, |line| {
        let path = &line.record.path;
        Cell::text(path.split_once('/').map_or(path.as_ref(), |(_, below)| below))
    }),
    Field::center("Thời điểm nhận", 16, |line| Cell::text(line.record.receipt.shown().unwrap_or_default())),
    Field::left("SHA-256", 66, |line| Cell::text(&line.record.sha256)),
];

const OUTPUTS: &[Field<Sealed>] = &[
    Field::left("Tệp kết quả", 40, |line| Cell::text(&line.record.name)),
    Field::left("SHA-256", 66, |line| Cell::text(&line.record.sha256)),
];

/// The sheet's name, without extension.
pub fn name(results: &Results) -> String {
    format!("phieu-doi-chieu-{}", results.period.id)
}

/// The sheet for a run whose chain of submissions has so many entries; `outputs` are the other files of the run. Files in
/// folders, the offices' returns, are told by their number: the manifest has their hashes.
pub fn proof(results: &Results, outputs: &[Sealed], entries: u64) -> Document {
    let context = Context::new(results);
    let (folders, files): (Vec<&Sealed>, Vec<&Sealed>) = outputs.iter().partition(|output| output.name.contains('/'));
    let title = format!("Phiếu đối chiếu báo cáo cải cách hành chính {}", lower_first(&results.period.title));
    let parts = vec![
        part("so-cai", &title, ledger(results, entries)),
        part("tep-nhan", "Tệp đã nhận trong kỳ", received(&context)),
        part("ket-qua", "Tệp kết quả", made(&context, &files, folders.len())),
        part("cach-doi-chieu", "Cách đối chiếu", how()),
    ];
    Document {
        name: name(results),
        title,
        kind: DocumentKind::WorkingPapers,
        draft: false,
        letterhead: None,
        signature: None,
        parts,
        footer: Some(format!("cchc {}", env!("CARGO_PKG_VERSION"))),
        chain_head: None,
    }
}

fn part(id: &str, title: &str, blocks: Vec<Block>) -> Part {
    Part { id: id.to_owned(), title: title.to_owned(), sheet: None, place: Place::Text, blocks }
}

fn ledger(results: &Results, entries: u64) -> Vec<Block> {
    let head = results.chain_head.as_deref().unwrap_or("–");
    vec![
        Block::body(format!("Cơ quan: {}. Kỳ báo cáo: {}.", results.plan.authority.name, results.period.id)),
        Block::body(format!("Kế hoạch: {}, mã băm {}.", results.plan.id, results.plan.hash)),
        Block::body(format!("Chuỗi tệp đã nhận trong sổ cái: {entries} mục, đầu chuỗi\n{head}")),
    ]
}

fn received(context: &Context<'_>) -> Vec<Block> {
    let of_period = context.results.received.iter().filter(|file| file.period == context.results.period.id);
    let files: Vec<&Received> = of_period.collect();
    if files.is_empty() || files.len() > MOST_FILES {
        return vec![Block::body(format!("{} tệp; mã băm của từng tệp là một mục của chuỗi.", files.len()))];
    }
    let mut table = table::table("bang-tep-nhan", FILES);
    table.rows = files.iter().map(|file| table::row(FILES, context, 0, *file)).collect();
    let bases: BTreeSet<&str> =
        files.iter().filter(|file| file.receipt.at.is_some()).map(|file| words::basis(file.receipt.basis)).collect();
    let bases = bases.into_iter().map(lower_first).collect::<Vec<_>>().join("; ");
    let known = (!bases.is_empty()).then(|| Block::body(format!("Căn cứ của thời điểm nhận: {bases}.")));
    [Block::Table(table)].into_iter().chain(known).collect()
}

fn made(context: &Context<'_>, files: &[&Sealed], in_folders: usize) -> Vec<Block> {
    let mut table = table::table("bang-ket-qua", OUTPUTS);
    table.rows = files.iter().map(|output| table::row(OUTPUTS, context, 0, *output)).collect();
    let rest = format!("Cùng {in_folders} phiếu trả cho các đơn vị; mã băm của từng phiếu nằm trong manifest.json.");
    [Block::Table(table)].into_iter().chain((in_folders > 0).then(|| Block::body(rest))).collect()
}

fn how() -> Vec<Block> {
    vec![
        Block::body("1. Sổ cái và mọi tệp: cchc so-cai verify --head <đầu chuỗi trên>"),
        Block::body("2. Một tệp: certutil -hashfile <tệp> SHA256 (Windows) hoặc sha256sum <tệp> (Linux)"),
        Block::body(
            "3. Không cần chương trình này: bảng submissions của output/ledger.sqlite phải có mục mang mã băm bằng đầu chuỗi; gói do cchc so-cai export lập có cách tính lại từng mục.",
        ),
    ]
}
