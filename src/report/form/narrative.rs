//! "Thuyết minh": the office's texts, by section of the report.

use super::{Cell, Column, Fill, Holds, Row, Subject, Table, Value};
use crate::model::{Office, Plan, Section};

pub(super) const CONTENT: &str = "Nội dung";

const COLUMNS: &[Column] = &[Column { head: "Mục", width: 26 }, Column { head: CONTENT, width: 76 }];

/// The sections every office is asked for, after those of its areas.
const COMMON: [(Section, &str); 5] = [
    (Section::Limitations, "Tồn tại, hạn chế"),
    (Section::Causes, "Nguyên nhân"),
    (Section::NextSteps, "Phương hướng, nhiệm vụ kỳ tới"),
    (Section::Proposals, "Kiến nghị, đề xuất"),
    (Section::PlanChanges, "Đề nghị điều chỉnh kế hoạch"),
];

/// The table of this office.
pub(super) fn table<'a>(plan: &'a Plan, office: &'a Office, fill: &Fill, title: String) -> Table<'a> {
    let led = plan.areas.iter().filter(|area| office.areas.contains(&area.id));
    let results = led.map(|area| Section::Area(area.id.clone()));
    let sections = results.chain(COMMON.map(|(section, _)| section));
    let rows = sections.map(|section| row(plan, section, fill)).collect();
    Table { key: "thuyet-minh", sheet: "Thuyết minh", title, columns: COLUMNS, rows }
}

/// A section as the form calls it: `N3. Cải cách thủ tục hành chính`.
pub(crate) fn name(plan: &Plan, section: &Section) -> String {
    if let Section::Area(id) = section {
        let title = plan.areas.iter().find(|area| area.id == *id).map_or("", |area| &area.title);
        return format!("{id}. {title}");
    }
    let common = COMMON.into_iter().find(|(common, _)| common == section);
    common.map_or(section.key(), |(_, name)| name).to_owned()
}

fn row<'a>(plan: &Plan, section: Section, fill: &Fill) -> Row<'a> {
    let text = fill.narrative.get(&section).cloned().unwrap_or_default();
    let cells = vec![Cell::label(name(plan, &section)), Cell::entry(Holds::Prose, Value::text(text))];
    Row { subject: Subject::Section(section), cells }
}
