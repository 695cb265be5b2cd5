//! `annex.toml` as written.

use toml::Spanned;
use toml::de::DeValue;

use super::value::Label;
use super::{Field, FileShape, FromToml, Keys};
use crate::model::{AnnexField, ElementId, FormId, Number, PeriodKind};
use crate::plan::problem::Inspection;

/// The whole file.
#[derive(Debug, Default)]
pub(crate) struct RawAnnex {
    pub(crate) title: Option<String>,
    pub(crate) columns: Field<Vec<RawAnnexColumn>>,
    pub(crate) tables: Option<Vec<RawAnnexTable>>,
}

impl FileShape for RawAnnex {
    fn read(keys: &mut Keys<'_, '_>) -> Self {
        Self { title: keys.optional("title"), columns: keys.optional("column"), tables: keys.optional("table") }
    }
}

/// `[[column]]`
#[derive(Debug)]
pub(crate) struct RawAnnexColumn {
    pub(crate) head: Option<String>,
    pub(crate) shows: Option<AnnexField>,
    pub(crate) width: Field<Number>,
    pub(crate) kinds: Vec<PeriodKind>,
}

impl FromToml for RawAnnexColumn {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| Self {
            head: keys.required("head"),
            shows: keys.required("shows"),
            width: keys.optional("width"),
            kinds: keys.list("kinds"),
        })
    }
}

/// `[[table]]`
#[derive(Debug)]
pub(crate) struct RawAnnexTable {
    pub(crate) id: Field<FormId>,
    pub(crate) title: Option<String>,
    pub(crate) form: Field<FormId>,
    pub(crate) rows: Vec<Spanned<RawAnnexRow>>,
}

impl FromToml for RawAnnexTable {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| Self {
            id: keys.required("id"),
            title: keys.optional("title"),
            form: keys.optional("form"),
            rows: keys.list("row"),
        })
    }
}

/// `[[table.row]]`: a heading, or a figure with what the annex says otherwise than the element itself.
#[derive(Debug)]
pub(crate) struct RawAnnexRow {
    pub(crate) section: Option<String>,
    pub(crate) element: Field<ElementId>,
    pub(crate) no: Option<Label>,
    pub(crate) name: Option<String>,
    pub(crate) unit: Option<String>,
}

impl FromToml for RawAnnexRow {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| Self {
            section: keys.optional("section"),
            element: keys.optional("element"),
            no: keys.optional("no"),
            name: keys.optional("name"),
            unit: keys.optional("unit"),
        })
    }
}
