//! What stands in the cells of a form that is not handed out empty.

use std::collections::BTreeMap;

use super::{Mark, Spot, Value};
use crate::model::{Element, ElementId, ElementKind, Figure, Measure, Number, OfficeId, Plan, Section, State, TaskId};
use crate::report::words;

/// What stands in a form's cells; what is not named is blank.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fill {
    /// A line that marks the whole form, such as "Số liệu minh họa".
    pub remark: Option<String>,
    /// "Người lập"
    pub prepared_by: String,
    /// "Ngày lập"
    pub prepared_on: Value,
    /// "Không phát sinh" ticked.
    pub nil: bool,
    /// "Lý do điều chỉnh" of the whole form.
    pub reason: String,
    /// Rows of "Số liệu".
    pub figures: BTreeMap<ElementId, RowFill>,
    /// Rows of "Nhiệm vụ".
    pub tasks: BTreeMap<TaskId, TaskFill>,
    /// Texts of "Thuyết minh".
    pub narrative: BTreeMap<Section, String>,
    /// What is wrong in the cells.
    pub marks: BTreeMap<Spot, Mark>,
}

/// One row of "Số liệu".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowFill {
    /// "Kỳ trước"
    pub previous: Value,
    /// "Kỳ này"
    pub period: Value,
    /// "Lũy kế"
    pub cumulative: Value,
    /// "Ghi chú"
    pub note: String,
    /// "Tài liệu kiểm chứng"
    pub evidence: String,
    /// "Lý do điều chỉnh"
    pub reason: String,
}

/// One row of "Nhiệm vụ".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TaskFill {
    /// "Trạng thái"
    pub status: String,
    /// "Ngày hoàn thành"
    pub done_on: Value,
    /// "Số, ký hiệu"
    pub document: String,
    /// "Ghi chú"
    pub note: String,
    /// "Lý do điều chỉnh"
    pub reason: String,
}

impl Fill {
    /// A form whose "Kỳ trước" says what an office submitted one period earlier.
    pub fn after(plan: &Plan, previous: &[Figure], office: &OfficeId) -> Self {
        let own = previous.iter().filter(|figure| figure.office == *office && figure.measure == Measure::Period);
        let row = |figure: &Figure| {
            let element = plan.element(figure.element.as_str())?;
            Some((element.id.clone(), RowFill { previous: submitted(element, figure), ..RowFill::default() }))
        };
        Self { figures: own.filter_map(row).collect(), ..Self::default() }
    }
}

/// A figure that counted, as the next form repeats it.
pub(super) fn submitted(element: &Element, figure: &Figure) -> Value {
    match figure.state {
        State::Nil => Value::text(words::NIL),
        State::Value => value(element, figure.value.as_ref(), figure.text.as_deref()),
        State::Blank | State::Unreadable | State::Missing => Value::Blank,
    }
}

/// A value as the form writes it: a choice by its name, a percentage that could be taken for a share with its sign.
pub(super) fn value(element: &Element, number: Option<&Number>, text: Option<&str>) -> Value {
    let named = |code: &str| element.choices.iter().find(|choice| choice.code == code).map(|choice| &choice.name);
    let could_be_share = |number: &Number| !number.is_zero() && *number <= Number::from(1);
    match (number, text) {
        (Some(number), _) if element.kind == ElementKind::Percent && could_be_share(number) => {
            Value::text(format!("{}%", number.to_string().replace('.', ",")))
        }
        (Some(number), _) => Value::Number(number.clone()),
        (None, Some(text)) => Value::text(named(text).map_or(text, String::as_str)),
        (None, None) => Value::Blank,
    }
}
