//! What the plan declares, to look references up in.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::plan::codes;
use crate::plan::near::near;
use crate::plan::problem::Inspection;
use crate::plan::raw::{Field, RawElements, RawPlan, Spanned};

/// The declared ids of one kind of thing.
pub(super) struct Names<'a> {
    kind: &'static str,
    known: BTreeMap<&'a str, Range<usize>>,
    /// Whether a name that is not among them is certainly wrong.
    closed: bool,
}

impl<'a> Names<'a> {
    /// Collects ids and notes those that stand twice.
    pub(super) fn declare<T: Borrow<str> + 'a>(
        kind: &'static str,
        ids: impl Iterator<Item = &'a Field<T>>,
        at: &mut Inspection<'_>,
    ) -> Self {
        let mut names = Self { kind, known: BTreeMap::new(), closed: at.complete };
        for id in ids {
            let Some(id) = id else {
                names.closed = false;
                continue;
            };
            let text = id.get_ref().borrow();
            match names.known.get(text) {
                Some(first) => {
                    let problem = at.problem(codes::DUPLICATE, id.span());
                    problem.arg("kind", kind).arg("id", text).related(first.clone());
                }
                None => {
                    names.known.insert(text, id.span());
                }
            }
        }
        names
    }

    /// Accepts any name where the plan declares none: then references make them.
    fn or_any(mut self) -> Self {
        self.closed &= !self.known.is_empty();
        self
    }

    /// Whether a name may be used.
    pub(super) fn has(&self, name: &str) -> bool {
        !self.closed || self.known.contains_key(name)
    }

    /// The declared name nearest to one that is not declared.
    pub(super) fn near(&self, name: &str) -> Option<&'a str> {
        near(name, self.known.keys().copied())
    }

    /// Notes a reference to what is not declared.
    pub(super) fn check<T: Borrow<str>>(&self, reference: &Spanned<T>, at: &mut Inspection<'_>) {
        let name = reference.get_ref().borrow();
        if !self.has(name) {
            let meant = self.near(name).map(|known| format!("\"{known}\""));
            let problem = at.problem(codes::UNKNOWN_NAME, reference.span());
            problem.arg("kind", self.kind).arg("name", name).suggest(meant);
        }
    }
}

/// Everything that other parts of the plan refer to.
pub(super) struct Declared<'a> {
    pub(super) offices: Names<'a>,
    pub(super) forms: Names<'a>,
    pub(super) areas: Names<'a>,
    pub(super) elements: Names<'a>,
}

impl<'a> Declared<'a> {
    /// Collects all declared names.
    pub(super) fn collect(
        plan: &'a RawPlan,
        elements: &'a RawElements,
        at: &mut Inspection<'_>,
        at_elements: &mut Inspection<'_>,
    ) -> Self {
        Self {
            offices: Names::declare("office", plan.offices.iter().map(|office| &office.id), at),
            forms: Names::declare("form", plan.forms.iter().map(|form| &form.id), at).or_any(),
            areas: Names::declare("area", plan.areas.iter().map(|area| &area.id), at).or_any(),
            elements: Names::declare("element", elements.0.iter().map(|element| &element.id), at_elements),
        }
    }
}
