//! `holidays.toml` as written.

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::DeValue;

use super::{Field, FileShape, FromToml, Keys};
use crate::plan::problem::Inspection;

/// The whole file.
#[derive(Debug, Default)]
pub(crate) struct RawHolidays {
    pub(crate) roll_forward: Option<bool>,
    pub(crate) holidays: Vec<Spanned<RawHoliday>>,
    pub(crate) working_days: Vec<RawWorkingDay>,
}

impl FileShape for RawHolidays {
    fn read(keys: &mut Keys<'_, '_>) -> Self {
        Self {
            roll_forward: keys.required("roll_forward"),
            holidays: keys.list("holiday"),
            working_days: keys.list("working_day"),
        }
    }
}

/// `[[holiday]]`: one day, or all days from one to another.
#[derive(Debug)]
pub(crate) struct RawHoliday {
    pub(crate) date: Field<NaiveDate>,
    pub(crate) from: Field<NaiveDate>,
    pub(crate) to: Field<NaiveDate>,
    pub(crate) name: Field<String>,
    /// Whether `date` alone or both `from` and `to` are written, readable or not.
    pub(crate) is_whole: bool,
}

impl FromToml for RawHoliday {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| Self {
            is_whole: matches!(
                ["date", "from", "to"].map(|key| keys.has(key)),
                [true, false, false] | [false, true, true]
            ),
            date: keys.optional("date"),
            from: keys.optional("from"),
            to: keys.optional("to"),
            name: keys.required("name"),
        })
    }
}

/// `[[working_day]]`: a day of a weekend on which people work.
#[derive(Debug)]
pub(crate) struct RawWorkingDay {
    pub(crate) date: Field<NaiveDate>,
}

impl FromToml for RawWorkingDay {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| {
            // What it makes up for, for people alone.
            let _: Option<String> = keys.optional("name");
            Self { date: keys.required("date") }
        })
    }
}
