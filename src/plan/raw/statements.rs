//! `statements.toml` as written.

use toml::Spanned;
use toml::de::DeValue;

use super::value::Label;
use super::{Field, FileShape, FromToml, Keys};
use crate::plan::problem::Inspection;

/// The whole file.
#[derive(Debug, Default)]
pub(crate) struct RawStatements(pub(crate) Vec<RawStatement>);

impl FileShape for RawStatements {
    fn read(keys: &mut Keys<'_, '_>) -> Self {
        Self(keys.list("statement"))
    }
}

/// `[[statement]]`
#[derive(Debug)]
pub(crate) struct RawStatement {
    pub(crate) id: Field<String>,
    pub(crate) title: Option<String>,
    pub(crate) columns: Vec<RawColumn>,
    pub(crate) sums: Vec<RawSum>,
}

impl FromToml for RawStatement {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| Self {
            id: keys.required("id"),
            title: keys.required("title"),
            columns: keys.required_list("column"),
            sums: keys.list("sum"),
        })
    }
}

/// `[[statement.column]]`
#[derive(Debug)]
pub(crate) struct RawColumn {
    pub(crate) dossier: Field<String>,
    pub(crate) no: Option<Label>,
    pub(crate) heads: Field<Vec<String>>,
}

impl FromToml for RawColumn {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| Self {
            dossier: keys.required("dossier"),
            no: keys.required("no"),
            heads: keys.required("heads"),
        })
    }
}

/// `[[statement.sum]]`
#[derive(Debug)]
pub(crate) struct RawSum {
    pub(crate) total: Field<String>,
    pub(crate) parts: Field<Vec<Spanned<String>>>,
}

impl FromToml for RawSum {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| Self { total: keys.required("total"), parts: keys.required("parts") })
    }
}
