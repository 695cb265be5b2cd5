//! Phụ lục I: laid out by `annex.toml`, else a table for each form with all its figures in plan order.

use super::names::{Declared, Names};
use crate::model::{
    Annex, AnnexColumn, AnnexField, AnnexFigure, AnnexRow, AnnexTable, Element, Form, FormId, PeriodKind, Plan,
};
use crate::plan::codes;
use crate::plan::near::near;
use crate::plan::problem::Inspection;
use crate::plan::raw::{RawAnnex, RawAnnexColumn, RawAnnexRow, RawAnnexTable, Spanned};

/// What the annex is called where the plan does not say.
const TITLE: &str = "Thống kê số liệu kết quả thực hiện công tác cải cách hành chính";

/// Characters that a column may take.
const WIDTHS: std::ops::RangeInclusive<i64> = 1..=200;

/// Characters that a column takes where the plan does not say.
const USUAL_WIDTH: u16 = 14;

const QUARTER: &[PeriodKind] = &[PeriodKind::Quarter];

/// Longer periods print "Lũy kế" as the result and "Kỳ này" beside it.
const LONGER: &[PeriodKind] = &[PeriodKind::Half, PeriodKind::NineMonths, PeriodKind::Year];

/// The columns where the plan does not say.
const COLUMNS: &[(&str, AnnexField, u16, &[PeriodKind])] = &[
    ("STT", AnnexField::No, 7, &[]),
    ("Chỉ tiêu thống kê", AnnexField::Name, 52, &[]),
    ("Đơn vị tính", AnnexField::Unit, 12, &[]),
    ("Kết quả (kỳ này)", AnnexField::Period, 14, QUARTER),
    ("Lũy kế", AnnexField::Cumulative, 13, QUARTER),
    ("Kết quả (lũy kế)", AnnexField::Cumulative, 14, LONGER),
    ("Kỳ này", AnnexField::Period, 13, LONGER),
    ("Kỳ trước", AnnexField::Previous, 13, &[]),
    ("Tăng, giảm (-) so với kỳ trước", AnnexField::Change, 13, &[]),
    ("Cùng kỳ năm trước", AnnexField::LastYear, 13, &[]),
    ("Ghi chú", AnnexField::Note, 30, &[]),
];

/// The annex.
pub(super) fn annex(raw: &RawAnnex, plan: &Plan, names: &Declared<'_>, at: &mut Inspection<'_>) -> Annex {
    let tables = raw.tables.as_deref();
    if let Some(tables) = tables {
        Names::declare("table", tables.iter().map(|table| &table.id), at);
    }
    Annex {
        title: raw.title.clone().unwrap_or_else(|| TITLE.to_owned()),
        columns: columns(raw, at),
        tables: match tables {
            Some(tables) => tables.iter().filter_map(|raw| table(raw, plan, names, at)).collect(),
            None => plan.forms.iter().map(|form| whole(form, plan)).collect(),
        },
    }
}

fn columns(raw: &RawAnnex, at: &mut Inspection<'_>) -> Vec<AnnexColumn> {
    let Some(columns) = &raw.columns else {
        let usual = |&(head, shows, width, kinds): &(&str, AnnexField, u16, &[PeriodKind])| AnnexColumn {
            head: head.to_owned(),
            shows,
            width,
            kinds: kinds.to_vec(),
        };
        return COLUMNS.iter().map(usual).collect();
    };
    if columns.get_ref().is_empty() {
        at.problem(codes::EMPTY_LIST, columns.span()).arg("key", "column");
    }
    columns.get_ref().iter().filter_map(|raw| column(raw, at)).collect()
}

fn column(raw: &RawAnnexColumn, at: &mut Inspection<'_>) -> Option<AnnexColumn> {
    let width = match &raw.width {
        None => USUAL_WIDTH,
        Some(written) => {
            let width = written.get_ref().to_string().parse().ok().filter(|width| WIDTHS.contains(width));
            if width.is_none() {
                let range = at.problem(codes::WIDTH, written.span());
                range.arg("least", WIDTHS.start().to_string()).arg("most", WIDTHS.end().to_string());
            }
            width.and_then(|width| u16::try_from(width).ok()).unwrap_or(USUAL_WIDTH)
        }
    };
    Some(AnnexColumn { head: raw.head.clone()?, shows: raw.shows?, width, kinds: raw.kinds.clone() })
}

/// A table that prints a whole form.
fn whole(form: &Form, plan: &Plan) -> AnnexTable {
    AnnexTable { id: form.id.clone(), title: title(form), rows: figures(&form.id, plan) }
}

/// Forms `B1`, `B2`, … are called by their numbers.
fn title(form: &Form) -> String {
    let id = form.id.as_str();
    let number = id.strip_prefix('B').filter(|rest| rest.bytes().all(|b| b.is_ascii_digit())).unwrap_or(id);
    if form.title == id { format!("Biểu {number}") } else { format!("Biểu {number}. {}", form.title) }
}

fn figures(form: &FormId, plan: &Plan) -> Vec<AnnexRow> {
    let elements = plan.elements.iter().filter(|element| element.form == *form);
    elements.map(|element| figure(element, None)).collect()
}

/// An element as the annex prints it, with what the row says otherwise.
fn figure(element: &Element, raw: Option<&RawAnnexRow>) -> AnnexRow {
    let own = |written: Option<&String>, usual: &str| written.map_or(usual, String::as_str).to_owned();
    AnnexRow::Figure(AnnexFigure {
        element: element.id.clone(),
        no: own(raw.and_then(|raw| raw.no.as_ref()).map(|label| &label.0), &element.no),
        name: own(raw.and_then(|raw| raw.name.as_ref()), &element.name),
        unit: own(raw.and_then(|raw| raw.unit.as_ref()), &element.unit),
    })
}

fn table(raw: &RawAnnexTable, plan: &Plan, names: &Declared<'_>, at: &mut Inspection<'_>) -> Option<AnnexTable> {
    let form = raw.form.as_ref().and_then(|id| known(id, plan, at));
    let mut rows = form.map(|form| figures(&form.id, plan)).unwrap_or_default();
    rows.extend(raw.rows.iter().filter_map(|raw| row(raw, plan, names, at)));
    let id = raw.id.as_ref()?;
    if raw.form.is_none() && raw.rows.is_empty() {
        at.problem(codes::EMPTY_LIST, id.span()).arg("key", "row");
    }
    let title = raw.title.clone().or_else(|| form.map(title)).unwrap_or_else(|| id.get_ref().to_string());
    Some(AnnexTable { id: id.get_ref().clone(), title, rows })
}

/// A form that the plan declares or that elements stand on.
fn known<'p>(id: &Spanned<FormId>, plan: &'p Plan, at: &mut Inspection<'_>) -> Option<&'p Form> {
    let form = plan.forms.iter().find(|form| form.id == *id.get_ref());
    if form.is_none() {
        let name = id.get_ref().as_str();
        let meant = near(name, plan.forms.iter().map(|form| form.id.as_str())).map(|known| format!("\"{known}\""));
        at.problem(codes::UNKNOWN_NAME, id.span()).arg("kind", "form").arg("name", name).suggest(meant);
    }
    form
}

fn row(raw: &Spanned<RawAnnexRow>, plan: &Plan, names: &Declared<'_>, at: &mut Inspection<'_>) -> Option<AnnexRow> {
    match (&raw.get_ref().section, &raw.get_ref().element) {
        (Some(section), None) => Some(AnnexRow::Section(section.clone())),
        (None, Some(element)) => {
            names.elements.check(element, at);
            plan.element(element.get_ref().as_str()).map(|element| figure(element, Some(raw.get_ref())))
        }
        _ => {
            at.problem(codes::ROW_KIND, raw.span());
            None
        }
    }
}
