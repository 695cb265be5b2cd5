//! `elements.toml` as written.

use toml::Spanned;
use toml::de::DeValue;

use super::value::Label;
use super::{Field, FileShape, FromToml, Keys};
use crate::model::{Aggregate, DossierMeasure, ElementId, ElementKind, Flow, FormId, Formula, Number, OfficeId};
use crate::plan::problem::Inspection;

/// The whole file.
#[derive(Debug, Default)]
pub(crate) struct RawElements(pub(crate) Vec<RawElement>);

impl FileShape for RawElements {
    fn read(keys: &mut Keys<'_, '_>) -> Self {
        Self(keys.list("element"))
    }
}

/// `[[element]]`
#[derive(Debug)]
pub(crate) struct RawElement {
    pub(crate) id: Field<ElementId>,
    pub(crate) form: Field<FormId>,
    pub(crate) no: Option<Label>,
    pub(crate) name: Option<String>,
    pub(crate) unit: Option<String>,
    pub(crate) kind: Field<ElementKind>,
    pub(crate) offices: Field<Vec<Spanned<OfficeId>>>,
    pub(crate) flow: Option<Flow>,
    pub(crate) aggregate: Option<Aggregate>,
    pub(crate) required: Option<bool>,
    pub(crate) choices: Field<Vec<RawChoice>>,
    pub(crate) dossier: Option<DossierMeasure>,
    pub(crate) jump: Option<RawBand>,
    pub(crate) formula: Field<Formula>,
}

impl FromToml for RawElement {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| Self {
            id: keys.id(),
            form: keys.required("form"),
            no: keys.required("no"),
            name: keys.required("name"),
            unit: keys.required("unit"),
            kind: keys.required("kind"),
            offices: if keys.has("formula") { keys.optional("offices") } else { keys.required("offices") },
            flow: keys.optional("flow"),
            aggregate: keys.optional("aggregate"),
            required: keys.optional("required"),
            choices: keys.optional("choices"),
            dossier: keys.optional("dossier"),
            jump: keys.optional("jump"),
            formula: keys.optional("formula"),
        })
    }
}

/// `jump = { percent, units }`, of one element or of the plan
#[derive(Debug, Default)]
pub(crate) struct RawBand {
    pub(crate) percent: Field<Number>,
    pub(crate) units: Field<Number>,
}

impl FromToml for RawBand {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| Self { percent: keys.optional("percent"), units: keys.optional("units") })
    }
}

/// One `{ code, name }` of `choices`.
#[derive(Debug)]
pub(crate) struct RawChoice {
    pub(crate) code: Field<Label>,
    pub(crate) name: Option<String>,
}

impl FromToml for RawChoice {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| Self { code: keys.required("code"), name: keys.required("name") })
    }
}
