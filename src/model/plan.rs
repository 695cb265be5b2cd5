//! The plan as checked data: who reports what, against which targets and rules.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    Annex, AreaId, Calendar, Code, DossierFormat, DossierMeasure, ElementId, FormId, Formula, Indicator, Number,
    OfficeId, OfficeList, Period, PeriodId, Severity, Statement, Task, TaskId, Waiver,
};

/// A plan that passed every check: all references resolve, all expressions parse.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Identifier of the plan.
    pub id: String,
    /// SHA-256 over its files, lower-case hexadecimal.
    pub hash: String,
    /// Official title.
    pub title: String,
    /// The decision that issued it.
    pub decision: String,
    /// Day of issue.
    pub issued: NaiveDate,
    /// First day that "Lũy kế" counts from.
    pub cumulative_from: NaiveDate,
    /// Who issues the report.
    pub authority: Authority,
    /// Who receives it.
    pub recipient: Recipient,
    /// Offices in plan order.
    pub offices: Vec<Office>,
    /// Periods in order of time, without gaps or overlaps.
    pub periods: Vec<Period>,
    /// Forms of the statistics annex, in plan order.
    pub forms: Vec<Form>,
    /// Reform areas, in plan order.
    pub areas: Vec<Area>,
    /// Data elements, in plan order.
    pub elements: Vec<Element>,
    /// Indicators, in plan order.
    pub indicators: Vec<Indicator>,
    /// Tasks, in plan order.
    pub tasks: Vec<Task>,
    /// Consistency rules, in plan order.
    pub rules: Vec<Rule>,
    /// Tables that offices may send instead of typing their figures, in plan order.
    pub statements: Vec<Statement>,
    /// How exports of dossier systems are read.
    pub dossiers: DossierFormat,
    /// Findings that the commune accepts, in order of the file.
    pub waivers: Vec<Waiver>,
    /// Phụ lục I.
    pub annex: Annex,
    /// Days without work.
    pub calendar: Calendar,
    /// Position of each element in `elements`.
    pub element_index: BTreeMap<ElementId, usize>,
}

impl Plan {
    /// The element of this id.
    pub fn element(&self, id: &str) -> Option<&Element> {
        self.element_index.get(id).and_then(|&position| self.elements.get(position))
    }

    /// The office of this id.
    pub fn office(&self, id: &OfficeId) -> Option<&Office> {
        self.offices.iter().find(|office| office.id == *id)
    }

    /// The office's official name, or its id where the plan has no such office.
    pub fn office_name<'a>(&'a self, id: &'a OfficeId) -> &'a str {
        self.office(id).map_or(id.as_str(), |office| &office.name)
    }

    /// The period of this id.
    pub fn period(&self, id: &PeriodId) -> Option<&Period> {
        self.periods.iter().find(|period| period.id == *id)
    }

    /// The period just before this one.
    pub fn period_before(&self, id: &PeriodId) -> Option<&Period> {
        let position = self.periods.iter().position(|period| period.id == *id)?;
        self.periods.get(position.checked_sub(1)?)
    }

    /// The period just after this one.
    pub fn period_after(&self, id: &PeriodId) -> Option<&Period> {
        let position = self.periods.iter().position(|period| period.id == *id)?;
        self.periods.get(position + 1)
    }

    /// The period whose report is due next by the plan, whatever the calendar moves, else the last.
    pub fn period_due(&self, today: NaiveDate) -> Option<&Period> {
        self.periods.iter().find(|period| period.report_due >= today).or(self.periods.last())
    }

    /// The task of this id.
    pub fn task(&self, id: &TaskId) -> Option<&Task> {
        self.tasks.iter().find(|task| task.id == *id)
    }

    /// The elements that this office fills in, in plan order.
    pub fn elements_of<'a>(&'a self, office: &'a OfficeId) -> impl Iterator<Item = &'a Element> {
        self.elements.iter().filter(move |element| element.is_submitted() && element.offices.contains(office))
    }

    /// The tasks that this office leads, in plan order.
    pub fn tasks_of<'a>(&'a self, office: &'a OfficeId) -> impl Iterator<Item = &'a Task> {
        self.tasks.iter().filter(move |task| task.lead == *office)
    }
}

/// The People's Committee that issues the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Authority {
    /// Such as `Ủy ban nhân dân xã Tứ Kỳ`.
    pub name: String,
    /// The letterhead's lines.
    pub lines: Vec<String>,
    /// The place in the place/date line.
    pub place: String,
    /// What follows the number, such as `BC-UBND`.
    pub number_suffix: String,
    /// Such as `CHỦ TỊCH`.
    pub signer_title: String,
    /// The signer's name, possibly empty.
    pub signer_name: String,
    /// Legal bases, one a line.
    pub bases: Vec<String>,
    /// "Nơi nhận", one a line.
    pub copies: Vec<String>,
}

/// The department the report goes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Recipient {
    /// Official name.
    pub name: String,
    /// Mail address, if known.
    pub email: Option<String>,
}

/// An office that reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// Such as `vhxh`.
    pub id: OfficeId,
    /// Official name.
    pub name: String,
    /// Other spellings that offices use.
    pub aliases: Vec<String>,
    /// Mail address, if known.
    pub email: Option<String>,
    /// Areas it leads.
    pub areas: Vec<AreaId>,
}

/// A form of the statistics annex.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Such as `B3`.
    pub id: FormId,
    /// Official title; the id where the plan gives none.
    pub title: String,
}

/// A reform area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Such as `N3`.
    pub id: AreaId,
    /// Official title.
    pub title: String,
    /// Section of the report's outline, such as `II.2`.
    pub section: String,
}

/// One figure an office submits, or a row computed from such figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Such as `hs_da_gq`.
    pub id: ElementId,
    /// The form it stands in.
    pub form: FormId,
    /// Its number in that form, such as `3.1.2`.
    pub no: String,
    /// Official wording.
    pub name: String,
    /// Unit of measure, possibly empty.
    pub unit: String,
    /// What may be typed.
    pub kind: ElementKind,
    /// Who submits it, in plan order; empty for a computed row.
    pub offices: OfficeList,
    /// How periods combine.
    pub flow: Flow,
    /// How offices combine.
    pub aggregate: Aggregate,
    /// Whether a blank is an error.
    pub required: bool,
    /// Allowed codes of a `choice`.
    pub choices: Vec<Choice>,
    /// Which dossier measure it is.
    pub dossier: Option<DossierMeasure>,
    /// How far a figure may be from the one before without being asked about; `None` where it may be anything.
    pub jump: Option<Band>,
    /// Set for a computed row, which nobody submits.
    pub formula: Option<Formula>,
}

impl Element {
    /// Whether offices submit it (it is not computed).
    pub fn is_submitted(&self) -> bool {
        self.formula.is_none()
    }
}

/// How far two figures may be apart: a change is beyond the band where it is larger than both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// In percent of the earlier figure.
    pub percent: Number,
    /// In the element's own unit.
    pub units: Number,
}

impl Default for Band {
    /// ±50 % and 20 units.
    fn default() -> Self {
        Self { percent: Number::from(50), units: Number::from(20) }
    }
}

/// What a data element holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ElementKind {
    /// A whole number, not negative.
    Count,
    /// Money, in the element's unit.
    Money,
    /// Any decimal.
    Decimal,
    /// Percentage points: 97.5 is 97,5 %.
    Percent,
    /// One of the element's codes.
    Choice,
    /// Free text.
    Text,
}

/// The numbers that a kind of element takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Accepted {
    /// Whole numbers only.
    pub whole: bool,
    /// The smallest.
    pub least: Option<i64>,
    /// The largest.
    pub most: Option<i64>,
}

impl ElementKind {
    /// What forms let be typed and readers accept.
    pub fn accepted(self) -> Accepted {
        match self {
            Self::Count => Accepted { whole: true, least: Some(0), most: None },
            Self::Percent => Accepted { whole: false, least: Some(0), most: Some(100) },
            Self::Money | Self::Decimal | Self::Choice | Self::Text => Accepted::default(),
        }
    }
}

/// How periods combine into "Lũy kế".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flow {
    /// Periods add up.
    Flow,
    /// The latest period counts.
    Stock,
}

/// How offices combine into the commune's figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aggregate {
    /// Offices add up.
    Sum,
    /// The largest counts.
    Max,
    /// No common figure.
    None,
}

/// One allowed answer of a `choice`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is stored, such as `1`.
    pub code: String,
    /// What it means, such as `Có`.
    pub name: String,
}

/// A consistency rule of the plan: it states what must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Such as `R402-dossiers`.
    pub code: Code,
    /// Official wording of what must hold.
    pub name: String,
    /// Left side: what was provided.
    pub left: Formula,
    /// How the sides must compare.
    pub op: RuleOp,
    /// Right side: what is expected.
    pub right: Formula,
    /// How grave a failure is.
    pub severity: Severity,
    /// What to do about missing operands.
    pub missing: MissingPolicy,
    /// How far the sides may be apart.
    pub tolerance: Number,
    /// A trial rule reports, but never changes a verdict.
    pub trial: bool,
    /// What the office should do, where the plan says so.
    pub fix: Option<String>,
}

/// How a rule compares its sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RuleOp {
    /// |l − r| ≤ tolerance
    #[serde(rename = "==")]
    Equal,
    /// l ≤ r + tolerance
    #[serde(rename = "<=")]
    AtMost,
    /// l < r + tolerance
    #[serde(rename = "<")]
    Below,
    /// l ≥ r − tolerance
    #[serde(rename = ">=")]
    AtLeast,
    /// l > r − tolerance
    #[serde(rename = ">")]
    Above,
    /// Both sides are present, or neither.
    #[serde(rename = "both_or_none")]
    BothOrNone,
    /// Not both sides are present.
    #[serde(rename = "not_both")]
    NotBoth,
}

/// What a rule does when operands are missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MissingPolicy {
    /// One missing operand: not checked.
    #[default]
    SkipAny,
    /// Not checked only when all operands are missing.
    SkipAll,
    /// Always checked; what is missing stands for 0 in this comparison alone.
    NeverSkip,
}
