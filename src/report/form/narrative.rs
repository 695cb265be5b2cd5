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
    let results = led.map(|area| (Section::Area(area.id.clone()), format!("{}. {}", area.id, area.title)));
    let common = COMMON.into_iter().map(|(section, name)| (section, name.to_owned()));
    let rows = results.chain(common).map(|(section, name)| row(section, name, fill)).collect();
    Table { key: "thuyet-minh", sheet: "Thuyết minh", title, columns: COLUMNS, rows }
}

fn row<'a>(section: Section, name: String, fill: &Fill) -> Row<'a> {
    let text = fill.narrative.get(&section).cloned().unwrap_or_default();
    let cells = vec![Cell::label(name), Cell::entry(Holds::Prose, Value::text(text))];
    Row { subject: Subject::Section(section), cells }
}
