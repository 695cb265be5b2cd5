//! The form one office fills in for one period, as tables of cells with no format's words: bare, or filled.

mod cell;
mod check;
mod computed;
mod figures;
mod fill;
mod narrative;
mod returned;
mod review;
mod spot;
mod tasks;
#[cfg(test)]
mod tests;
mod understood;

pub use cell::{Cell, Holds, Mark, Value};
pub use check::Check;
pub use fill::{Fill, RowFill, TaskFill};
pub(crate) use narrative::name as section_name;
pub use returned::Returns;
pub use review::{Item, REVIEW_SHEET, Review, Verdict};
pub use spot::{CUMULATIVE, PERIOD, PREVIOUS, Spot};

use std::collections::BTreeMap;

use super::{vietnamese, words};
use crate::model::{self, Element, Office, Period, Plan, Section, Task};

/// One office's form for one period.
#[derive(Clone, Debug, PartialEq)]
pub struct Form<'a> {
    /// The office that fills it in.
    pub office: &'a Office,
    /// The period it is for.
    pub period: &'a Period,
    /// A line that marks the whole form, such as "Số liệu minh họa".
    pub remark: Option<String>,
    /// What the form is, above its first sheet.
    pub title: String,
    /// "Thông tin": labels with their cells.
    pub info: Vec<(&'static str, Cell)>,
    /// What the office should know before it starts, below the labels.
    pub hints: &'static [&'static str],
    /// What is to be mended, in a form that is sent back.
    pub review: Option<Review>,
    /// What must hold between its figures.
    pub checks: Vec<Check<'a>>,
    /// "Số liệu", "Nhiệm vụ" and "Thuyết minh".
    pub tables: [Table<'a>; 3],
}

/// One table of the form.
#[derive(Clone, Debug, PartialEq)]
pub struct Table<'a> {
    /// Its part of a file's name, such as `so-lieu`.
    pub key: &'static str,
    /// The name of its sheet.
    pub sheet: &'static str,
    /// What stands above it.
    pub title: String,
    /// Its columns.
    pub columns: &'static [Column],
    /// Its rows.
    pub rows: Vec<Row<'a>>,
}

/// A column of a table.
#[derive(Debug, PartialEq)]
pub struct Column {
    /// Its head, by which readers know it.
    pub head: &'static str,
    /// Its width in digits of the table's type.
    pub width: u8,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<'a> {
    /// What the row is about.
    pub subject: Subject<'a>,
    /// Its cells, one a column; the row of a group may have fewer.
    pub cells: Vec<Cell>,
}

/// What a row is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject<'a> {
    /// The rows of one form of the annex begin here.
    Group(&'a model::Form),
    /// One figure.
    Figure(&'a Element),
    /// One figure that the form computes.
    Computed(&'a Element),
    /// One task.
    Task(&'a Task),
    /// One text.
    Section(Section),
}

/// "Thông tin", the sheet before the tables.
pub const INFO_SHEET: &str = "Thông tin";
/// The label beside which the office's id stands in it.
pub const OFFICE_LABEL: &str = "Mã đơn vị";
/// The label beside which the plan's hash stands in it.
pub const PLAN_LABEL: &str = "Mã kế hoạch";

/// So many hex digits of the plan's hash stand on the form.
const PLAN_HASH_DIGITS: usize = 16;

const NOTHING_ASKED: &str = "(Đơn vị không phải điền bảng này)";

const HINTS: &[&str] = &[
    "Ô trắng là ô đơn vị điền; ô có màu do biểu ghi sẵn, đề nghị không sửa.",
    "Không có thì ghi 0; không để trống ô phải điền. Số tiền và số thập phân dùng dấu phẩy: 34.512,6.",
    "Số liệu chuyển sang màu đỏ khi không khớp với số liệu khác, màu vàng khi cần giải trình; trang Hướng dẫn ghi những điều phải khớp.",
    "Ghi chữ x vào ô Không phát sinh nếu trong kỳ không phát sinh số liệu nào.",
    "Khi gửi lại biểu đã sửa: ghi vì sao sửa vào cột Lý do điều chỉnh của từng dòng, hoặc một lý do chung vào ô Lý do điều chỉnh của trang Thông tin; gửi lần đầu thì để trống.",
];

/// The form of an office, with what is to stand in its cells. `version` is the version of the office's form.
pub fn form<'a>(plan: &'a Plan, period: &'a Period, office: &'a Office, version: &str, fill: &Fill) -> Form<'a> {
    let title = |what: &str| format!("{what} CẢI CÁCH HÀNH CHÍNH {}", period.title.to_uppercase());
    let mut form = Form {
        office,
        period,
        remark: fill.remark.clone(),
        title: title("BIỂU SỐ LIỆU"),
        info: info(plan, period, office, version, fill),
        hints: HINTS,
        review: None,
        checks: check::checks(plan, office),
        tables: [
            figures::table(plan, office, fill, title("BIỂU SỐ LIỆU")),
            tasks::table(plan, period, office, fill, title("TÌNH HÌNH THỰC HIỆN NHIỆM VỤ")),
            narrative::table(plan, office, fill, title("THUYẾT MINH KẾT QUẢ")),
        ],
    };
    form.mark(&fill.marks);
    form
}

impl Form<'_> {
    /// Marks the cells that something is wrong with.
    fn mark(&mut self, marks: &BTreeMap<Spot, Mark>) {
        for (label, cell) in &mut self.info {
            cell.mark = marks.get(&Spot::Info(label)).cloned();
        }
        for table in &mut self.tables {
            for Row { subject, cells } in &mut table.rows {
                for (cell, column) in cells.iter_mut().zip(table.columns) {
                    cell.mark = Spot::of(subject, column.head).and_then(|spot| marks.get(&spot).cloned());
                    // What has to be mended is open, whoever wrote it.
                    cell.entry |= cell.mark.is_some();
                }
            }
        }
    }

    /// The lines above the labels: title, office, days, and what marks the form.
    pub fn head(&self, title: &str) -> Vec<String> {
        let Period { from, to, .. } = self.period;
        let days = [from, to].map(|day| vietnamese::date(*day));
        let [from, to] = &days;
        let counted = format!("(Số liệu tính từ ngày {from} đến ngày {to})");
        [title.to_owned(), self.office.name.clone(), counted].into_iter().chain(self.remark.clone()).collect()
    }
}

impl Table<'_> {
    /// The lines above the table in its form.
    pub fn head(&self, form: &Form<'_>) -> Vec<String> {
        let empty = self.rows.is_empty().then(|| NOTHING_ASKED.to_owned());
        form.head(&self.title).into_iter().chain(empty).collect()
    }
}

fn info(plan: &Plan, period: &Period, office: &Office, version: &str, fill: &Fill) -> Vec<(&'static str, Cell)> {
    let nil = if fill.nil { Value::text("x") } else { Value::Blank };
    vec![
        (OFFICE_LABEL, Cell::label(office.id.as_str())),
        ("Tên đơn vị", Cell::label(&office.name)),
        ("Kỳ báo cáo", Cell::label(period.id.as_str())),
        ("Phiên bản biểu", Cell::label(version)),
        ("Người lập", Cell::entry(Holds::Prose, Value::text(&fill.prepared_by))),
        ("Ngày lập", Cell::entry(Holds::Date, fill.prepared_on.clone())),
        (words::NIL, Cell::entry(Holds::Word, nil).one_of(["x"])),
        (spot::REASON, Cell::entry(Holds::Prose, Value::text(&fill.reason))),
        (PLAN_LABEL, Cell::label(plan.hash.get(..PLAN_HASH_DIGITS).unwrap_or_default())),
    ]
}
