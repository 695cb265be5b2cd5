//! "Chưa kiểm tra": checks that could not run, and why.

use crate::model::NotChecked;
use crate::report::context::Context;
use crate::report::document::{Block, Cell, Part, Place, Table};
use crate::report::table::{self, Field};
use crate::text::Catalog;

/// So many stand on the page; the workbook has all.
const MOST_ON_PAGE: usize = 500;

const TITLE: &str = "Chưa kiểm tra";
const AGAINST_DOSSIERS: &str = "Số liệu báo cáo bằng số hồ sơ đếm được";
const NONE: &str = "Mọi quy tắc đều đã được kiểm tra.";

const FIELDS: &[Field<NotChecked>] = &[
    Field::center("Quy tắc", 16, |line| line.context.repeated(line.record.rule.as_str())),
    Field::left("Nội dung phải đúng", 50, |line| {
        let rule = line.context.plan.rules.iter().find(|rule| rule.code == line.record.rule);
        // The one built-in rule that says what it could not check.
        line.context.repeated(rule.map_or(AGAINST_DOSSIERS, |rule| &rule.name))
    }),
    Field::facet("Toàn xã", &Field::left("Đơn vị", 30, |line| line.context.office(line.record.office.as_ref()))),
    Field::left("Lý do chưa kiểm tra", 60, |line| Cell::text(&line.record.reason)),
];

/// One sheet; the page shows as much as it can hold.
pub(super) fn parts(context: &Context<'_>, _catalog: &Catalog) -> Vec<Part> {
    let all = &context.results.not_checked;
    let whole = super::sheet("chua-kiem-tra", TITLE, rows("bang-chua-kiem-tra", all, context), NONE);
    let Some(some) = all.get(..MOST_ON_PAGE).filter(|some| some.len() < all.len()) else { return vec![whole] };
    let mut page = super::sheet("trang-chua-kiem-tra", TITLE, rows("trang-bang-chua-kiem-tra", some, context), NONE);
    page.sheet = None;
    let rest =
        format!("Trang này nêu {MOST_ON_PAGE} trong {} mục; toàn bộ ở trang tính “{TITLE}” của tệp Excel.", all.len());
    page.blocks.insert(0, Block::body(rest));
    vec![Part { place: Place::SheetOnly, ..whole }, page]
}

fn rows(id: &str, records: &[NotChecked], context: &Context<'_>) -> Table {
    let mut table = table::table(id, FIELDS);
    table.filter = true;
    table.rows = records.iter().map(|record| table::row(FIELDS, context, 0, record)).collect();
    table
}
