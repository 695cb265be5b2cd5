//! `limits.toml` as written.

use toml::Spanned;
use toml::de::DeValue;

use super::value::wrong_type;
use super::{FileShape, FromToml, Keys};
use crate::model::{LIMITS, Limit};
use crate::plan::problem::Inspection;

/// The whole file: the limits it sets, each with what is written.
#[derive(Debug, Default)]
pub(crate) struct RawLimits(pub(crate) Vec<(&'static Limit, Spanned<Written>)>);

impl FileShape for RawLimits {
    fn read(keys: &mut Keys<'_, '_>) -> Self {
        Self(LIMITS.iter().filter_map(|limit| Some((limit, keys.optional(limit.key)?))).collect())
    }
}

/// A number as it stands in the file, of any size.
#[derive(Debug)]
pub(crate) struct Written(pub(crate) String);

impl FromToml for Written {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        match value.get_ref() {
            DeValue::Integer(_) | DeValue::Float(_) => at.text.get(value.span()).map(|text| Self(text.to_owned())),
            _ => wrong_type("number", value, at),
        }
    }
}
