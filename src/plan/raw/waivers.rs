//! `waivers.toml` as written.

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::DeValue;

use super::{Field, FileShape, FromToml, Keys};
use crate::model::{ElementId, OfficeId};
use crate::plan::problem::Inspection;

/// The whole file.
#[derive(Debug, Default)]
pub(crate) struct RawWaivers(pub(crate) Vec<Spanned<RawWaiver>>);

impl FileShape for RawWaivers {
    fn read(keys: &mut Keys<'_, '_>) -> Self {
        Self(keys.list("waiver"))
    }
}

/// `[[waiver]]`
#[derive(Debug)]
pub(crate) struct RawWaiver {
    pub(crate) rule: Field<String>,
    pub(crate) office: Field<OfficeId>,
    pub(crate) element: Field<ElementId>,
    pub(crate) cell: Field<String>,
    pub(crate) period: Field<String>,
    pub(crate) reason: Field<String>,
    pub(crate) by: Field<String>,
    pub(crate) until: Option<NaiveDate>,
}

impl FromToml for RawWaiver {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| Self {
            rule: keys.required("rule"),
            office: keys.optional("office"),
            element: keys.optional("element"),
            cell: keys.optional("cell"),
            period: keys.optional("period"),
            reason: keys.required("reason"),
            by: keys.required("by"),
            until: keys.required("until"),
        })
    }
}
