//! `dossiers.toml` as written.

use toml::Spanned;
use toml::de::DeValue;

use super::{FileShape, FromToml, Keys};
use crate::model::DossierColumn;
use crate::plan::problem::Inspection;

/// Texts that stand in a cell, each with its place; `None` where the file leaves them as shipped.
pub(crate) type Texts = Option<Vec<Spanned<String>>>;

/// The whole file.
#[derive(Debug, Default)]
pub(crate) struct RawDossiers {
    pub(crate) columns: Option<RawHeads>,
    pub(crate) words: Option<RawWords>,
}

impl FileShape for RawDossiers {
    fn read(keys: &mut Keys<'_, '_>) -> Self {
        Self { columns: keys.optional("columns"), words: keys.optional("words") }
    }
}

/// `[columns]`: the heads of each column.
#[derive(Debug)]
pub(crate) struct RawHeads(pub(crate) Vec<(DossierColumn, Vec<Spanned<String>>)>);

impl FromToml for RawHeads {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| {
            Self(DossierColumn::KEYS.iter().filter_map(|(column, key)| Some((*column, keys.optional(key)?))).collect())
        })
    }
}

/// `[words]`: what cells say.
#[derive(Debug)]
pub(crate) struct RawWords {
    pub(crate) online: Texts,
    pub(crate) direct: Texts,
    pub(crate) ended: Texts,
    pub(crate) waiting: Texts,
    pub(crate) yes: Texts,
    pub(crate) no: Texts,
}

impl FromToml for RawWords {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| Self {
            online: keys.optional("online"),
            direct: keys.optional("direct"),
            ended: keys.optional("ended"),
            waiting: keys.optional("waiting"),
            yes: keys.optional("yes"),
            no: keys.optional("no"),
        })
    }
}
