//! What stands in the cells of a form that is not handed out empty.

use std::collections::BTreeMap;

use super::Value;
use crate::model::{ElementId, Figure, Measure, OfficeId, Section, State, TaskId};

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
    /// Rows of "Số liệu".
    pub figures: BTreeMap<ElementId, RowFill>,
    /// Rows of "Nhiệm vụ".
    pub tasks: BTreeMap<TaskId, TaskFill>,
    /// Texts of "Thuyết minh".
    pub narrative: BTreeMap<Section, String>,
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
}

impl Fill {
    /// A form whose "Kỳ trước" says what an office submitted one period earlier.
    pub fn after(previous: &[Figure], office: &OfficeId) -> Self {
        let own = previous.iter().filter(|figure| figure.office == *office && figure.measure == Measure::Period);
        let row = |figure: &Figure| RowFill { previous: submitted(figure), ..RowFill::default() };
        Self { figures: own.map(|figure| (figure.element.clone(), row(figure))).collect(), ..Self::default() }
    }
}

/// A figure that counted, as the next form repeats it.
fn submitted(figure: &Figure) -> Value {
    match (figure.state, &figure.value, &figure.text) {
        (State::Nil, ..) => Value::text("Không phát sinh"),
        (State::Value, Some(number), _) => Value::Number(number.clone()),
        (State::Value, None, Some(text)) => text.parse().map_or_else(|_| Value::text(&**text), Value::Number),
        _ => Value::Blank,
    }
}
