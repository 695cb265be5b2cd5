//! `tasks.toml` as written.

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::DeValue;

use super::{Field, FileShape, FromToml, Keys};
use crate::model::{AreaId, OfficeId, TaskDue, TaskId};
use crate::plan::problem::Inspection;

/// The whole file.
#[derive(Debug, Default)]
pub(crate) struct RawTasks(pub(crate) Vec<RawTask>);

impl FileShape for RawTasks {
    fn read(keys: &mut Keys<'_, '_>) -> Self {
        Self(keys.list("task"))
    }
}

/// `[[task]]`
#[derive(Debug)]
pub(crate) struct RawTask {
    pub(crate) id: Field<TaskId>,
    pub(crate) area: Field<AreaId>,
    pub(crate) name: Option<String>,
    pub(crate) lead: Field<OfficeId>,
    pub(crate) due: Option<TaskDue>,
    pub(crate) product: Option<String>,
}

impl FromToml for RawTask {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| Self {
            id: keys.id(),
            area: keys.required("area"),
            name: keys.required("name"),
            lead: keys.required("lead"),
            due: keys.optional("due"),
            product: keys.optional("product"),
        })
    }
}

/// The word `period` or a date.
impl FromToml for TaskDue {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        match value.get_ref().as_str() {
            Some("period") => Some(Self::Period),
            _ => NaiveDate::from_toml(value, at).map(Self::Date),
        }
    }
}
