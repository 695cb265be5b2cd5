//! TOML values to the types of the model; each says by itself why it cannot be read.

use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::{self, IntoDeserializer};
use toml::Spanned;
use toml::de::DeValue;

use crate::model::{
    Aggregate, AnnexField, AreaId, Basis, Direction, DossierMeasure, Due, ElementId, ElementKind, Flow, FormId,
    Measure, MissingPolicy, Number, OfficeId, PeriodKind, RuleOp, Security, Severity, TargetOp,
};
use crate::plan::codes;
use crate::plan::near::near;
use crate::plan::problem::Inspection;

/// What can be read from a value; `None` once the reason has been noted.
pub(crate) trait FromToml: Sized {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self>;
}

/// Notes that another type was needed.
pub(super) fn wrong_type<T>(expected: &str, value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<T> {
    let found = value.get_ref().type_str();
    at.problem(codes::WRONG_TYPE, value.span()).arg("expected", expected).arg("found", found);
    None
}

/// The text of a string value.
pub(super) fn text<'v>(value: &'v Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<&'v str> {
    value.get_ref().as_str().or_else(|| wrong_type("text", value, at))
}

impl<T: FromToml> FromToml for Spanned<T> {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        T::from_toml(value, at).map(|read| Spanned::new(value.span(), read))
    }
}

/// A list keeps what can be read of it.
impl<T: FromToml> FromToml for Vec<T> {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        match value.get_ref() {
            DeValue::Array(items) => Some(items.iter().filter_map(|item| T::from_toml(item, at)).collect()),
            _ => wrong_type("list", value, at),
        }
    }
}

impl FromToml for String {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        text(value, at).map(str::to_owned)
    }
}

impl FromToml for bool {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        value.get_ref().as_bool().or_else(|| wrong_type("bool", value, at))
    }
}

/// A text that looks like a number to TOML when its quotes are left out, such as a row's number or a code.
#[derive(Clone, Debug)]
pub(crate) struct Label(pub(crate) String);

impl FromToml for Label {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        match value.get_ref() {
            DeValue::Integer(_) | DeValue::Float(_) => {
                at.text.get(value.span()).map(|written| Self(written.to_owned()))
            }
            _ => text(value, at).map(|text| Self(text.to_owned())),
        }
    }
}

/// Exact: taken from the digits as written, never through a float.
impl FromToml for Number {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        let written = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Integer(integer) => integer.to_string(),
            DeValue::Float(float) => float.to_string(),
            _ => return wrong_type("number", value, at),
        };
        let number = written.parse().ok();
        if number.is_none() {
            at.problem(codes::INVALID_NUMBER, value.span()).arg("value", written);
        }
        number
    }
}

/// A local date of TOML or a text of the form `YYYY-MM-DD`.
impl FromToml for NaiveDate {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        let written = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            // The parser has already noted a date that the calendar does not have.
            DeValue::Datetime(moment) if moment.date.is_none() && moment.time.is_none() => return None,
            DeValue::Datetime(moment) => moment.to_string(),
            _ => return wrong_type("date", value, at),
        };
        let date = NaiveDate::parse_from_str(&written, "%Y-%m-%d").ok().filter(|_| written.len() == 10);
        if date.is_none() {
            at.problem(codes::INVALID_DATE, value.span()).arg("value", written);
        }
        date
    }
}

/// Why a text is no word of a list; keeps the list that serde knows from the type.
#[derive(Debug, thiserror::Error)]
#[error("not one of {0:?}")]
struct NotInList(&'static [&'static str]);

impl de::Error for NotInList {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self(&[])
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Self(expected)
    }
}

/// A word of the list that the type's serde names make up.
pub(super) fn word<T: for<'de> Deserialize<'de>>(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<T> {
    let written = text(value, at)?;
    match T::deserialize(written.into_deserializer()) {
        Ok(word) => Some(word),
        Err(NotInList(list)) => unknown_word(list, value, at),
    }
}

/// Notes that a word is not in its list.
fn unknown_word<T>(list: &[&str], value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<T> {
    let written = text(value, at)?;
    let meant = near(written, list.iter().copied()).map(|word| format!("\"{word}\""));
    let problem = at.problem(codes::UNKNOWN_WORD, value.span());
    problem.arg("value", written).arg("allowed", list.join(", ")).suggest(meant);
    None
}

impl FromToml for DossierMeasure {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        let written = text(value, at)?;
        Self::of(written).or_else(|| unknown_word(&Self::ALL.map(|(_, key)| key), value, at))
    }
}

macro_rules! words {
    ($($name:ty),* $(,)?) => {$(
        impl FromToml for $name {
            fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
                word(value, at)
            }
        }
    )*};
}

words!(
    Aggregate,
    AnnexField,
    Basis,
    Direction,
    Due,
    ElementKind,
    Flow,
    Measure,
    MissingPolicy,
    PeriodKind,
    RuleOp,
    Security,
    Severity,
    TargetOp,
);

macro_rules! references {
    ($($name:ident),*) => {$(
        impl FromToml for $name {
            fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
                text(value, at).map(Self::new)
            }
        }
    )*};
}

references!(AreaId, ElementId, FormId, OfficeId);
