//! The plan made ready for looking up what offices write: ids in any case, names in any spelling.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::identity::Offices;
use super::layout::{Heads, Labels, Statements, TableKind};
use super::text::{clean, fold};
use crate::model::{Element, Plan, Section, Task};

/// Lookups over one plan; built once, used for every file.
#[derive(Debug)]
pub(super) struct Index<'p> {
    pub(super) plan: &'p Plan,
    pub(super) offices: Offices,
    pub(super) heads: Heads,
    pub(super) labels: Labels,
    pub(super) statements: Statements<'p>,
    elements: BTreeMap<String, &'p Element>,
    tasks: BTreeMap<String, &'p Task>,
    /// Positions in the plan by folded name. Folding every name takes as long as reading a form, and only rows
    /// without `Mã` ask.
    elements_by_name: OnceLock<Positions>,
    tasks_by_name: OnceLock<Positions>,
    sections: BTreeMap<String, Section>,
}

impl<'p> Index<'p> {
    /// The lookups of this plan.
    pub(super) fn of(plan: &'p Plan) -> Self {
        Self {
            plan,
            offices: Offices::of(plan),
            heads: Heads::forgiving(&TableKind::FORM),
            labels: Labels::new(),
            statements: Statements::of(plan),
            elements: plan.elements.iter().map(|element| (key(element.id.as_str()), element)).collect(),
            tasks: plan.tasks.iter().map(|task| (key(task.id.as_str()), task)).collect(),
            elements_by_name: OnceLock::new(),
            tasks_by_name: OnceLock::new(),
            sections: sections(plan),
        }
    }

    /// The element with this id.
    pub(super) fn element(&self, id: &str) -> Option<&'p Element> {
        self.elements.get(&key(id)).copied()
    }

    /// The elements with this name, in plan order; the number may stand before it.
    pub(super) fn elements_named(&self, name: &str) -> Vec<&'p Element> {
        let elements = &self.plan.elements;
        let spellings = |element: &Element| [element.name.clone(), format!("{} {}", element.no, element.name)];
        let named = || (0..).zip(elements).flat_map(|(at, element)| spellings(element).map(|name| (name, at)));
        let found = self.elements_by_name.get_or_init(|| group(named())).get(&fold(name));
        found.into_iter().flatten().filter_map(|at| elements.get(*at)).collect()
    }

    /// The task with this id.
    pub(super) fn task(&self, id: &str) -> Option<&'p Task> {
        self.tasks.get(&key(id)).copied()
    }

    /// The tasks with this name, in plan order.
    pub(super) fn tasks_named(&self, name: &str) -> Vec<&'p Task> {
        let tasks = &self.plan.tasks;
        let named = || (0..).zip(tasks).map(|(at, task)| (task.name.clone(), at));
        let found = self.tasks_by_name.get_or_init(|| group(named())).get(&fold(name));
        found.into_iter().flatten().filter_map(|at| tasks.get(*at)).collect()
    }

    /// Whether a text is the id of an element or a task.
    pub(super) fn is_row_id(&self, id: &str) -> bool {
        self.element(id).is_some() || self.task(id).is_some()
    }

    /// The section of the report that "Mục" names: by id or title, with a number before it or more words behind
    /// (`N3. Cải cách thủ tục hành chính`, `2. Nguyên nhân của hạn chế`).
    pub(super) fn section(&self, text: &str) -> Option<&Section> {
        let text = clean(text);
        let is_break = |c: char| c == ' ' || c == '.' || c == ')' || c == ':';
        let (head, tail) = text.split_once(is_break).unwrap_or((&text, ""));
        self.titled(&text).or_else(|| self.sections.get(&fold(head))).or_else(|| self.titled(tail))
    }

    /// The section whose title a text is or begins with; the longest title wins.
    fn titled(&self, text: &str) -> Option<&Section> {
        let folded = fold(text);
        let begins = |title: &String| {
            let rest = folded.strip_prefix(title.as_str());
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        let titles = self.sections.iter().filter(|(title, _)| begins(title));
        titles.max_by_key(|(title, _)| title.len()).map(|(_, section)| section)
    }

    /// Whether a text is the id of one of the annex's forms, which heads its rows.
    pub(super) fn is_form(&self, text: &str) -> bool {
        let text = key(text);
        self.plan.forms.iter().any(|form| key(form.id.as_str()) == text)
    }

    /// Whether a text has the shape of an element's or a task's id; what forms print beside rows has not.
    pub(super) fn is_shaped(&self, id: &str) -> bool {
        let id = key(id);
        let letters = id.bytes().filter(u8::is_ascii_alphabetic).count();
        let is_word = id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        let is_own = self.is_form(&id) || self.plan.areas.iter().any(|area| key(area.id.as_str()) == id);
        is_word && letters >= 2 && !is_own && !id.bytes().all(|b| b"ivxlc".contains(&b))
    }
}

/// Ids are compared without case and without what surrounds them.
fn key(id: &str) -> String {
    clean(id).to_ascii_lowercase()
}

/// Positions in the plan by folded name; several items may be called the same.
type Positions = BTreeMap<String, Vec<usize>>;

fn group(named: impl Iterator<Item = (String, usize)>) -> Positions {
    let mut groups = Positions::new();
    for (name, item) in named {
        let group = groups.entry(fold(&name)).or_default();
        if !group.contains(&item) {
            group.push(item);
        }
    }
    groups
}

/// The sections that do not depend on the plan, with the titles that forms give them.
const FIXED: &[(Section, &[&str])] = &[
    (Section::Limitations, &["limitations", "Tồn tại, hạn chế", "Hạn chế, tồn tại", "Tồn tại", "Hạn chế"]),
    (Section::Causes, &["causes", "Nguyên nhân"]),
    (
        Section::NextSteps,
        &["next_steps", "Phương hướng, nhiệm vụ", "Phương hướng, nhiệm vụ kỳ tới", "Nhiệm vụ trọng tâm kỳ tới"],
    ),
    (Section::Proposals, &["proposals", "Kiến nghị, đề xuất", "Đề xuất, kiến nghị", "Kiến nghị"]),
    (
        Section::PlanChanges,
        &["plan_changes", "Đề nghị điều chỉnh kế hoạch", "Đề nghị thay đổi kế hoạch", "Điều chỉnh kế hoạch"],
    ),
];

fn sections(plan: &Plan) -> BTreeMap<String, Section> {
    let fixed = FIXED.iter().flat_map(|(section, names)| names.iter().map(move |name| (fold(name), section.clone())));
    let areas = plan.areas.iter().flat_map(|area| {
        let section = Section::Area(area.id.clone());
        [area.id.as_str(), &area.title].map(|name| (fold(name), section.clone()))
    });
    fixed.chain(areas).collect()
}
