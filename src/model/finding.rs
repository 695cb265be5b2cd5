//! Findings: what is wrong with the data, where, and by how much.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Element, OfficeId, Source, Waiver};

/// A finding's stable code, such as `V301` or `R402-dossiers`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Code(Arc<str>);

impl Code {
    /// Wraps a code.
    pub fn new(text: impl AsRef<str>) -> Self {
        Self(Arc::from(text.as_ref()))
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a text has the shape of a code: a family letter, three digits, optionally `-suffix`.
    pub fn is_shaped(text: &str) -> bool {
        let (head, suffix) = text.split_once('-').map_or((text, None), |(head, rest)| (head, Some(rest)));
        let mut chars = head.chars();
        let letter = chars.next().is_some_and(|c| Family::of(c).is_some());
        let digits = head.len() == 4 && chars.all(|c| c.is_ascii_digit());
        let tail = suffix
            .is_none_or(|s| !s.is_empty() && s.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'));
        letter && digits && tail
    }

    /// The family its letter names; `P` for a code of no family, which a checked plan never has.
    pub fn family(&self) -> Family {
        self.0.chars().next().and_then(Family::of).unwrap_or(Family::P)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Family {
    /// The file.
    F,
    /// Identity: office, period, form version.
    I,
    /// Structure.
    S,
    /// One value.
    V,
    /// Between fields.
    R,
    /// Between files and dossiers.
    X,
    /// Between offices.
    O,
    /// Between periods.
    T,
    /// The plan.
    P,
    /// Deadlines.
    D,
    /// Audit.
    A,
}

impl Family {
    /// The family of a code's first letter.
    pub fn of(letter: char) -> Option<Self> {
        Some(match letter {
            'F' => Self::F,
            'I' => Self::I,
            'S' => Self::S,
            'V' => Self::V,
            'R' => Self::R,
            'X' => Self::X,
            'O' => Self::O,
            'T' => Self::T,
            'P' => Self::P,
            'D' => Self::D,
            'A' => Self::A,
            _ => return None,
        })
    }
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Must be mended before the report is sent.
    #[default]
    Error,
    /// Must be looked at.
    Warning,
    /// Good to know.
    Notice,
}

/// Whether a finding counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingState {
    /// It counts.
    #[default]
    Active,
    /// Of a rule on trial: shown, never counted.
    Trial,
    /// Accepted with a reason.
    Waived,
}

/// Something wrong with the data. Its wording is made later, from the code and `args`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Stable code.
    pub code: Code,
    /// How grave.
    pub severity: Severity,
    /// Whether it counts.
    pub state: FindingState,
    /// The office concerned.
    pub office: Option<OfficeId>,
    /// Where it is.
    pub location: Option<Source>,
    /// Other cells of the same cause.
    pub related: Vec<Source>,
    /// What was found.
    pub provided: Option<String>,
    /// What was expected.
    pub expected: Option<String>,
    /// Provided minus expected.
    pub difference: Option<String>,
    /// What the wording names: `element`, `office`, `value` and the like.
    pub args: BTreeMap<&'static str, String>,
    /// Why it does not count, where the commune accepted it.
    pub waiver: Option<Box<Waiver>>,
    /// Findings of one cause share this.
    pub cause_group: Option<String>,
}

impl Finding {
    /// A finding of this code with nothing else known yet.
    pub fn new(code: impl AsRef<str>, severity: Severity) -> Self {
        Self {
            code: Code::new(code),
            severity,
            state: FindingState::Active,
            office: None,
            location: None,
            related: Vec::new(),
            provided: None,
            expected: None,
            difference: None,
            args: BTreeMap::new(),
            waiver: None,
            cause_group: None,
        }
    }

    /// Names the office concerned.
    #[must_use]
    pub fn office(mut self, office: &OfficeId) -> Self {
        self.office = Some(office.clone());
        self
    }

    /// Says where it is.
    #[must_use]
    pub fn at(mut self, location: Source) -> Self {
        self.location = Some(location);
        self
    }

    /// Says where it is, if that is known.
    #[must_use]
    pub fn at_opt(mut self, location: Option<Source>) -> Self {
        self.location = location;
        self
    }

    /// Adds other cells of the same cause.
    #[must_use]
    pub fn related(mut self, related: impl IntoIterator<Item = Source>) -> Self {
        self.related.extend(related);
        self
    }

    /// Says what was found.
    #[must_use]
    pub fn provided(mut self, provided: impl Into<String>) -> Self {
        self.provided = Some(provided.into());
        self
    }

    /// Says what was expected.
    #[must_use]
    pub fn expected(mut self, expected: impl Into<String>) -> Self {
        self.expected = Some(expected.into());
        self
    }

    /// Gives the wording a name to use.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.insert(name, value.into());
        self
    }

    /// Names the element concerned; its id tells where it belongs where it has no cell.
    #[must_use]
    pub fn about(self, element: &Element) -> Self {
        self.arg("element", element.name.as_str()).arg("id", element.id.as_str())
    }

    /// Whether it is an active error, which decides verdict and exit status.
    pub fn is_error(&self) -> bool {
        self.state == FindingState::Active && self.severity == Severity::Error
    }
}

/// A finding with its wording in the language asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worded {
    /// The finding.
    pub finding: Finding,
    /// What was found, where, and what is needed.
    pub message: String,
    /// What to do.
    pub fix: String,
}

/// A check that could not run, and why.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct NotChecked {
    /// Code of the rule.
    pub rule: Code,
    /// The office, where it is checked office by office.
    pub office: Option<OfficeId>,
    /// Why, in the language asked for.
    pub reason: String,
}
