//! "Đối chiếu với hồ sơ": submitted figures against the count of their dossiers, and the dossiers to look at.

use std::sync::Arc;

use crate::model::{DossierException, DossierFile, ElementId, Number, Reconciled, Reconciliation};
use crate::report::context::{Context, PLACES};
use crate::report::document::{Block, Cell, Part, Place, Table, Tone};
use crate::report::table::{self, Field, Line};
use crate::report::words;
use crate::text::Catalog;

const TITLE: &str = "Đối chiếu với hồ sơ";
const NONE: &str = "Chưa có dữ liệu hồ sơ để đối chiếu: kỳ này không có tệp nào trong thư mục dossiers.";

/// So many dossiers stand in a list on the page; the workbook has all that were kept.
const MOST_ON_PAGE: usize = 200;

/// A record with the words of the catalogue.
struct Worded<R> {
    record: R,
    words: String,
}

const MEASURES: &[Field<Worded<Reconciled>>] = &[
    Field::left("Mã", 22, |line| Cell::text(line.record.record.element.as_str())),
    Field::left("Chỉ tiêu thống kê", 50, |line| {
        line.context.element(&line.record.record.element, |element| &element.name)
    }),
    Field::left("Đếm trong hồ sơ", 34, |line| Cell::text(words::dossiers(line.record.record.measure))),
    Field::right("Báo cáo", 11, |line| number(line.record.record.claimed.as_ref())),
    Field::right("Đếm được", 11, |line| number(line.record.record.counted.as_ref())),
    Field::right("Chênh lệch", 12, difference),
    Field::center("Kết luận", 16, |line| line.context.word(conclusion(&line.record.record))),
    Field::left("Lý do chưa đối chiếu", 40, |line| Cell::text(&line.record.words)),
];

const EXCEPTIONS: &[Field<Worded<DossierException>>] = &[
    Field::facet("", &Field::left("Vấn đề", 46, |line| line.context.repeated(&line.record.words))),
    Field::left("Mã hồ sơ", 34, |line| Cell::text(&*line.record.record.code)),
    Field::left("Chi tiết", 50, |line| Cell::text(&*line.record.record.detail)),
    Field::left("Tệp", 46, |line| line.context.repeated(&line.record.record.file)),
    Field::right("Dòng", 10, |line| count(line.record.record.row)),
];

/// A dossier that a count leaves out, by the figure that is more than the count.
const CANDIDATES: &[Field<(ElementId, Arc<str>)>] = &[
    Field::facet(
        "",
        &Field::left("Chỉ tiêu có số báo cáo lớn hơn", 50, |line| {
            line.context.element(&line.record.0, |element| &element.name)
        }),
    ),
    Field::left("Mã hồ sơ không có trong số đếm", 40, |line| Cell::shared(&line.record.1)),
];

const FILES: &[Field<Worded<DossierFile>>] = &[
    Field::left("Tệp hồ sơ", 46, |line| Cell::shared(&line.record.record.path)),
    Field::right("Hồ sơ", 10, |line| count(line.record.record.rows)),
    Field::right("Dòng đã đọc", 12, |line| count(line.record.record.lines)),
    Field::right("Dòng không phải hồ sơ", 14, |line| {
        count(line.record.record.lines.saturating_sub(line.record.record.rows))
    }),
    Field::left("Cột không có", 40, |line| {
        Cell::text(line.context.plan.dossiers.names(&line.record.record.missing))
    }),
    Field::left("Không được đếm vì", 40, |line| Cell::text(&line.record.words)),
    Field::left("SHA-256", 66, |line| Cell::text(line.record.record.sha256.as_deref().unwrap_or_default())),
];

/// The figures with the exports behind them; then the dossiers to look at. Nothing where no figure counts dossiers.
pub(super) fn parts(context: &Context<'_>, catalog: &Catalog) -> Vec<Part> {
    let Some(reconciliation) = &context.results.reconciliation else {
        return none(context).into_iter().collect();
    };
    let mut figures = super::sheet("doi-chieu", TITLE, measures(context, reconciliation, catalog), "");
    figures.blocks.insert(0, Block::body(summary(reconciliation)));
    let lists = [
        ("ho-so-can-xem", "Hồ sơ cần xem", exceptions(context, reconciliation, catalog)),
        ("ho-so-ngoai-so-dem", "Hồ sơ ngoài số đếm", candidates(context, reconciliation)),
        ("tep-ho-so", "Tệp hồ sơ", files(context, reconciliation, catalog)),
    ];
    figures.blocks.extend(unnamed(reconciliation).map(Block::body));
    let lists = lists.into_iter().flat_map(|(id, title, table)| list(id, title, table));
    [figures].into_iter().chain(lists).collect()
}

/// How many dossiers are odd beyond those that are named, where there are so many.
fn unnamed(reconciliation: &Reconciliation) -> Option<String> {
    let counts = &reconciliation.counts;
    let more = counts.faults.values().sum::<u64>().saturating_sub(counts.exceptions.len() as u64);
    (more > 0).then(|| {
        let more = Number::grouped(more);
        format!("Danh sách hồ sơ cần xem nêu những hồ sơ đầu tiên của mỗi vấn đề; còn {more} lượt hồ sơ không nêu mã.")
    })
}

/// That there is nothing to hold the figures against, where some count dossiers.
fn none(context: &Context<'_>) -> Option<Part> {
    let counts = context.plan.elements.iter().any(|element| element.dossier.is_some());
    counts.then(|| super::sheet("doi-chieu", TITLE, Table::new("bang-doi-chieu"), NONE))
}

/// `493/500 hồ sơ khớp; 7 hồ sơ cần xem. 12/15 số liệu khớp, 2 chênh lệch, 1 chưa đối chiếu được.`
fn summary(reconciliation: &Reconciliation) -> String {
    let (sound, all) = reconciliation.sound();
    let (tied, differ, open) = reconciliation.outcome();
    let [sound, all, odd] = [sound, all, all - sound].map(Number::grouped);
    format!(
        "{sound}/{all} hồ sơ không có vấn đề; {odd} hồ sơ cần xem. {tied}/{} số liệu khớp với hồ sơ, {differ} chênh lệch, \
         {open} chưa đối chiếu được. Tính theo ngày, mỗi mã hồ sơ một lần.",
        reconciliation.measures.len(),
    )
}

fn measures(context: &Context<'_>, reconciliation: &Reconciliation, catalog: &Catalog) -> Table {
    let mut table = table::table("bang-doi-chieu", MEASURES);
    table.filter = true;
    let row = |record: &Reconciled| {
        let words = catalog.gaps(&record.gaps, context.plan);
        table::row(MEASURES, context, 0, &Worded { record: record.clone(), words })
    };
    table.rows = reconciliation.measures.iter().map(row).collect();
    table
}

fn files(context: &Context<'_>, reconciliation: &Reconciliation, catalog: &Catalog) -> Table {
    let mut table = table::table("bang-tep-ho-so", FILES);
    let row = |record: &DossierFile| {
        let code = record.rejected.as_ref().map(|fault| fault.code.as_str());
        let words = code.map(|code| catalog.get(&format!("{code}.title"))).unwrap_or_default();
        table::row(FILES, context, 0, &Worded { record: record.clone(), words })
    };
    table.rows = reconciliation.counts.files.iter().map(row).collect();
    table
}

fn exceptions(context: &Context<'_>, reconciliation: &Reconciliation, catalog: &Catalog) -> Table {
    let mut table = table::table("bang-ho-so-can-xem", EXCEPTIONS);
    let row = |record: &DossierException| {
        let words = catalog.get(&format!("{}.title", record.fault.code()));
        table::row(EXCEPTIONS, context, 0, &Worded { record: record.clone(), words })
    };
    table.rows = reconciliation.counts.exceptions.iter().map(row).collect();
    table
}

fn candidates(context: &Context<'_>, reconciliation: &Reconciliation) -> Table {
    let mut table = table::table("bang-ho-so-ngoai-so-dem", CANDIDATES);
    for (measured, codes) in reconciliation.candidates() {
        table.rows.extend(
            codes.iter().map(|code| table::row(CANDIDATES, context, 0, &(measured.element.clone(), Arc::clone(code)))),
        );
    }
    table
}

/// A list on its sheet, and its beginning on the page; nothing where it is empty.
fn list(id: &str, title: &str, mut table: Table) -> Vec<Part> {
    if table.rows.is_empty() {
        return Vec::new();
    }
    table.filter = true;
    let all = table.rows.len();
    let whole = super::sheet(id, title, table.clone(), "");
    if all <= MOST_ON_PAGE {
        return vec![whole];
    }
    table.id = format!("trang-{}", table.id);
    table.rows.truncate(MOST_ON_PAGE);
    let mut page = super::sheet(&format!("trang-{id}"), title, table, "");
    page.sheet = None;
    let rest = format!("Trang này nêu {MOST_ON_PAGE} trong {all} hồ sơ; toàn bộ ở trang tính “{title}” của tệp Excel.");
    page.blocks.insert(0, Block::body(rest));
    vec![Part { place: Place::SheetOnly, ..whole }, page]
}

fn conclusion(measured: &Reconciled) -> (&'static str, Tone) {
    match &measured.difference {
        None => ("Chưa đối chiếu", Tone::Muted),
        Some(difference) if difference.is_zero() => ("Khớp", Tone::Good),
        Some(_) => ("Chênh lệch", Tone::Bad),
    }
}

fn difference(line: &Line<'_, Worded<Reconciled>>) -> Cell {
    let cell = number(line.record.record.difference.as_ref());
    if line.record.record.differs() { cell.tone(Tone::Bad) } else { cell }
}

fn number(value: Option<&Number>) -> Cell {
    Cell::number(value, PLACES)
}

fn count(number: u64) -> Cell {
    Cell::number(Some(&Number::from(i64::try_from(number).unwrap_or(i64::MAX))), 0)
}
