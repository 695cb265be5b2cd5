//! The first lines of the working papers: the verdict with its counts, how many offices reported, kinds of findings.

use std::collections::BTreeMap;

use crate::model::{Code, FindingState, OfficeState, Severity};
use crate::report::context::Context;
use crate::report::document::{Block, Cell, ParagraphStyle, Part, Place, Table};
use crate::report::table::{self, Field};
use crate::report::tally;
use crate::report::vietnamese::{whole, with_unit};
use crate::report::words;
use crate::text::{Args, Catalog};

/// A kind of finding and how often it occurs.
struct Kind {
    code: Code,
    severity: Severity,
    title: String,
    count: usize,
}

const FIELDS: &[Field<Kind>] = &[
    Field::center("Mức", 12, |line| line.context.word(words::severity(line.record.severity))),
    Field::center("Mã", 14, |line| Cell::text(line.record.code.as_str())),
    Field::left("Loại phát hiện", 60, |line| Cell::text(&line.record.title)),
    Field::right("Số lượng", 10, |line| Cell::number(Some(&whole(line.record.count)), 0)),
];

/// The sheet "Kết luận", first on the page.
pub(super) fn parts(context: &Context<'_>, catalog: &Catalog) -> Vec<Part> {
    let (_, _, tone) = words::verdict(context.results.verdict);
    let mut blocks =
        vec![Block::paragraph(verdict(context), ParagraphStyle::Verdict(tone)), Block::body(reporting_rates(context))];
    blocks.extend(uncounted(context).map(Block::body));
    let kinds = kinds(context, catalog);
    if !kinds.rows.is_empty() {
        blocks.push(Block::Table(kinds));
    }
    vec![Part {
        id: "ket-luan".to_owned(),
        title: super::title(context.results),
        sheet: Some("Kết luận".to_owned()),
        place: Place::Text,
        blocks,
    }]
}

/// `CÒN LỖI: 3 lỗi, 2 cảnh báo, 1 lưu ý; báo cáo còn là dự thảo …`
fn verdict(context: &Context<'_>) -> String {
    let counts = tally::findings(&context.results.findings);
    let of = |severity| counts.get(&severity).copied().unwrap_or_default();
    let (word, meaning, _) = words::verdict(context.results.verdict);
    let [errors, warnings, notices] = [Severity::Error, Severity::Warning, Severity::Notice].map(of);
    format!("{word}: {errors} lỗi, {warnings} cảnh báo, {notices} lưu ý; {meaning}.")
}

/// Findings that are shown but do not count.
fn uncounted(context: &Context<'_>) -> Option<String> {
    let of = |state| context.results.findings.iter().filter(|worded| worded.finding.state == state).count();
    let (trial, waived) = (of(FindingState::Trial), of(FindingState::Waived));
    (trial + waived > 0).then(|| {
        format!(
            "Không tính vào kết luận: {trial} phát hiện của quy tắc thử nghiệm, {waived} phát hiện đã được chấp nhận."
        )
    })
}

/// Reporting rate and reporting rate on time, over all offices that should report.
fn reporting_rates(context: &Context<'_>) -> String {
    let offices = &context.results.offices;
    let arrived = |state| matches!(state, OfficeState::Accepted | OfficeState::AcceptedWithFindings | OfficeState::Nil);
    let reported = offices.iter().filter(|office| arrived(office.state)).count();
    let on_time = offices.iter().filter(|office| arrived(office.state) && office.on_time == Some(true)).count();
    let rate = |part| {
        let percent = tally::percent(part, offices.len());
        let percent = percent.map_or_else(|| words::UNKNOWN.to_owned(), |percent| with_unit(&percent, 2, "%"));
        format!("{part}/{} đơn vị ({percent})", offices.len())
    };
    format!("Tỷ lệ báo cáo: {}; báo cáo đúng hạn: {}.", rate(reported), rate(on_time))
}

fn kinds(context: &Context<'_>, catalog: &Catalog) -> Table {
    let mut counts = BTreeMap::new();
    for worded in &context.results.findings {
        *counts.entry((worded.finding.severity, &worded.finding.code)).or_insert(0) += 1;
    }
    let mut table = table::table("loai-phat-hien", FIELDS);
    for ((severity, code), count) in counts {
        let kind = Kind { code: code.clone(), severity, title: title(context, catalog, code), count };
        table.rows.push(table::row(FIELDS, context, 0, &kind));
    }
    table
}

/// The name of a plan rule, or the catalogue's short name of a built-in finding.
fn title(context: &Context<'_>, catalog: &Catalog, code: &Code) -> String {
    let rule = context.plan.rules.iter().find(|rule| rule.code == *code).map(|rule| rule.name.clone());
    rule.or_else(|| catalog.find(&format!("{code}.title"), &Args::new())).unwrap_or_default()
}
