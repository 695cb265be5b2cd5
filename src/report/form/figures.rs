//! "Số liệu": the figures this office submits, grouped by the annex's forms.

use super::computed;
use super::spot::{CUMULATIVE, PERIOD, PREVIOUS, REASON};
use super::{Cell, Column, Fill, Holds, Row, RowFill, Subject, Table, Value};
use crate::model::{Element, ElementKind, Flow, Form, Office, Plan};

const COLUMNS: &[Column] = &[
    Column { head: "Mã", width: 20 },
    Column { head: "STT", width: 7 },
    Column { head: "Chỉ tiêu", width: 46 },
    Column { head: "Đơn vị tính", width: 11 },
    Column { head: PREVIOUS, width: 12 },
    Column { head: PERIOD, width: 12 },
    Column { head: CUMULATIVE, width: 12 },
    Column { head: "Ghi chú", width: 20 },
    Column { head: "Tài liệu kiểm chứng", width: 20 },
    Column { head: REASON, width: 20 },
];

/// The table of this office.
pub(super) fn table<'a>(plan: &'a Plan, office: &'a Office, fill: &Fill, title: String) -> Table<'a> {
    let rows = plan.forms.iter().flat_map(|form| group(plan, office, fill, form)).collect();
    Table { key: "so-lieu", sheet: "Số liệu", title, columns: COLUMNS, rows }
}

/// The office's rows of one form below the row that names it; nothing where the office has none.
fn group<'a>(plan: &'a Plan, office: &'a Office, fill: &Fill, form: &'a Form) -> Vec<Row<'a>> {
    let of_form = plan.elements.iter().filter(|element| element.form == form.id);
    let row = |element: &'a Element| match &element.formula {
        None => element.offices.contains(&office.id).then(|| figure(element, fill)),
        Some(formula) => computed::row(plan, office, fill, element, formula),
    };
    let mut rows: Vec<Row<'a>> = of_form.filter_map(row).collect();
    if !rows.is_empty() {
        let cells = vec![Cell::code(""), Cell::word(form.id.as_str()), Cell::label(&form.title)];
        rows.insert(0, Row { subject: Subject::Group(form), cells });
    }
    rows
}

fn figure<'a>(element: &'a Element, fill: &Fill) -> Row<'a> {
    let RowFill { previous, period, cumulative, note, evidence, reason } =
        fill.figures.get(&element.id).cloned().unwrap_or_default();
    let holds = Holds::Figure(element.kind);
    let offered = element.choices.iter().filter(|_| element.kind == ElementKind::Choice);
    let choices: Vec<&str> = offered.map(|choice| choice.name.as_str()).collect();
    let figure = |entry, value| Cell { entry, ..Cell::entry(holds, value).one_of(choices.clone()) };
    let cells = vec![
        Cell::code(element.id.as_str()),
        Cell::word(&element.no),
        Cell::label(&element.name),
        Cell::word(&element.unit),
        // What is known from the last submission is only repeated; what is not, the office fills in.
        figure(previous.is_blank(), previous),
        figure(true, period),
        // A state at the period's end has no sum: its "Lũy kế" is its "Kỳ này", and nobody is asked for it.
        figure(element.flow == Flow::Flow, cumulative),
        Cell::entry(Holds::Prose, Value::text(note)),
        Cell::entry(Holds::Prose, Value::text(evidence)),
        Cell::entry(Holds::Prose, Value::text(reason)),
    ];
    Row { subject: Subject::Figure(element), cells }
}
