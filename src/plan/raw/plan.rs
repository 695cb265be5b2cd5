//! `plan.toml` as written.

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::DeValue;

use super::{Field, FileShape, FromToml, Keys, RawBand};
use crate::model::{AreaId, Basis, FormId, OfficeId, PeriodId, PeriodKind};
use crate::plan::problem::Inspection;

/// The whole file.
#[derive(Debug, Default)]
pub(crate) struct RawPlan {
    pub(crate) head: RawHead,
    pub(crate) authority: RawAuthority,
    pub(crate) recipient: RawRecipient,
    pub(crate) offices: Vec<RawOffice>,
    pub(crate) periods: Vec<RawPeriod>,
    pub(crate) forms: Vec<RawForm>,
    pub(crate) areas: Vec<RawArea>,
    pub(crate) jump: Option<RawBand>,
}

impl FileShape for RawPlan {
    fn read(keys: &mut Keys<'_, '_>) -> Self {
        Self {
            head: keys.required("plan").unwrap_or_default(),
            authority: keys.required("authority").unwrap_or_default(),
            recipient: keys.required("recipient").unwrap_or_default(),
            offices: keys.required_list("office"),
            periods: keys.required_list("period"),
            forms: keys.list("form"),
            areas: keys.list("area"),
            jump: keys.optional("jump"),
        }
    }
}

/// `[plan]`
#[derive(Debug, Default)]
pub(crate) struct RawHead {
    pub(crate) id: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) decision: Option<String>,
    pub(crate) issued: Option<NaiveDate>,
    pub(crate) cumulative_from: Option<NaiveDate>,
}

impl FromToml for RawHead {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| Self {
            id: keys.required("id"),
            title: keys.required("title"),
            decision: keys.required("decision"),
            issued: keys.required("issued"),
            cumulative_from: keys.optional("cumulative_from"),
        })
    }
}

/// `[authority]`
#[derive(Debug, Default)]
pub(crate) struct RawAuthority {
    pub(crate) name: Option<String>,
    pub(crate) lines: Option<Vec<String>>,
    pub(crate) place: Option<String>,
    pub(crate) number_suffix: Option<String>,
    pub(crate) signer_title: Option<String>,
    pub(crate) signer_name: Option<String>,
    pub(crate) bases: Vec<String>,
    pub(crate) copies: Vec<String>,
}

impl FromToml for RawAuthority {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| Self {
            name: keys.required("name"),
            lines: keys.optional("lines"),
            place: keys.required("place"),
            number_suffix: keys.optional("number_suffix"),
            signer_title: keys.required("signer_title"),
            signer_name: keys.required("signer_name"),
            bases: keys.list("bases"),
            copies: keys.list("copies"),
        })
    }
}

/// `[recipient]`
#[derive(Debug, Default)]
pub(crate) struct RawRecipient {
    pub(crate) name: Option<String>,
    pub(crate) email: Option<String>,
}

impl FromToml for RawRecipient {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| Self { name: keys.required("name"), email: keys.optional("email") })
    }
}

/// `[[office]]`
#[derive(Debug)]
pub(crate) struct RawOffice {
    pub(crate) id: Field<OfficeId>,
    pub(crate) name: Option<String>,
    pub(crate) aliases: Vec<String>,
    pub(crate) email: Option<String>,
    pub(crate) areas: Vec<Spanned<AreaId>>,
}

impl FromToml for RawOffice {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| Self {
            id: keys.id(),
            name: keys.required("name"),
            aliases: keys.list("aliases"),
            email: keys.optional("email"),
            areas: keys.list("areas"),
        })
    }
}

/// `[[period]]`
#[derive(Debug)]
pub(crate) struct RawPeriod {
    pub(crate) id: Field<PeriodId>,
    pub(crate) title: Option<String>,
    pub(crate) kind: Option<PeriodKind>,
    pub(crate) from: Field<NaiveDate>,
    pub(crate) to: Field<NaiveDate>,
    pub(crate) office_due: Field<NaiveDate>,
    pub(crate) report_due: Field<NaiveDate>,
    pub(crate) basis: Option<Basis>,
}

impl FromToml for RawPeriod {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| Self {
            id: keys.id(),
            title: keys.required("title"),
            kind: keys.required("kind"),
            from: keys.required("from"),
            to: keys.required("to"),
            office_due: keys.required("office_due"),
            report_due: keys.required("report_due"),
            basis: keys.optional("basis"),
        })
    }
}

/// `[[form]]`
#[derive(Debug)]
pub(crate) struct RawForm {
    pub(crate) id: Field<FormId>,
    pub(crate) title: Option<String>,
}

impl FromToml for RawForm {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| Self { id: keys.id(), title: keys.required("title") })
    }
}

/// `[[area]]`
#[derive(Debug)]
pub(crate) struct RawArea {
    pub(crate) id: Field<AreaId>,
    pub(crate) title: Option<String>,
    pub(crate) section: Option<String>,
}

impl FromToml for RawArea {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| Self {
            id: keys.id(),
            title: keys.required("title"),
            section: keys.required("section"),
        })
    }
}
