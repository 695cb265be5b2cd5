//! A small round for the unit tests of both documents: two offices, one of which sent nothing.

#![expect(clippy::unwrap_used, reason = "a failing test says enough")]

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::{
    Address, Aggregate, Annex, AnnexColumn, AnnexField, AnnexFigure, AnnexRow, AnnexTable, Area, AreaId, Authority,
    Basis, CellCount, Change, ChangeKind, Choice, Deadline, Difference, Due, Effect, Element, ElementId, ElementKind,
    Expr, Figure, FileResult, Finding, Flow, Followed, Form, FormId, Formula, Indicator, IndicatorId, IndicatorResult,
    IndicatorStatus, Measure, Narrative, NarrativeEntry, NotChecked, Number, Office, OfficeId, OfficeResult,
    OfficeShare, OfficeState, Outcome, Period, PeriodId, PeriodKind, Plan, Rate, Reading, Receipt, Recipient, Results,
    Section, Sent, Severity, Since, Source, Spot, State, Target, TargetOp, Task, TaskDue, TaskId, TaskResult,
    TaskStatus, Total, Verdict, Worded, head,
};

pub(crate) const FILE: &str = "2025-Q4/vp-nop.xlsx";
pub(crate) const LETTER: &str = "Văn phòng HĐND và UBND";

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, month, day).unwrap()
}

fn office(id: &str, name: &str) -> Office {
    Office { id: OfficeId::new(id), name: name.to_owned(), aliases: vec![], email: None, areas: vec![] }
}

fn element(id: &str, no: &str, kind: ElementKind) -> Element {
    let computed = id.starts_with("ty_le");
    let expr = Expr::Number(Number::zero());
    Element {
        id: ElementId::new(id),
        form: FormId::new("B3"),
        no: no.to_owned(),
        name: format!("Số liệu {no}"),
        unit: "Hồ sơ".to_owned(),
        kind,
        offices: if computed { vec![] } else { vec![OfficeId::new("vp"), OfficeId::new("kt")] }.into(),
        flow: Flow::Flow,
        aggregate: if kind == ElementKind::Choice { Aggregate::None } else { Aggregate::Sum },
        required: true,
        choices: vec![Choice { code: "1".to_owned(), name: "Trực tuyến".to_owned() }],
        dossier: None,
        jump: None,
        formula: computed.then(|| Formula { text: "hs_dung_han / hs".to_owned(), expr }),
    }
}

fn plan() -> Plan {
    let elements = vec![
        element("hs", "1", ElementKind::Count),
        element("hinh_thuc", "1.1", ElementKind::Choice),
        element("ty_le", "2", ElementKind::Percent),
    ];
    let task = |id: &str, name: &str| Task {
        id: TaskId::new(id),
        area: AreaId::new("N3"),
        name: name.to_owned(),
        lead: OfficeId::new("vp"),
        due: TaskDue::Period,
        product: None,
    };
    Plan {
        hash: "c0ffee00".repeat(8),
        id: "cchc-2025".to_owned(),
        title: "Kế hoạch cải cách hành chính".to_owned(),
        decision: "Quyết định".to_owned(),
        issued: day(7, 31),
        cumulative_from: day(7, 1),
        authority: Authority {
            name: "Ủy ban nhân dân xã Tứ Kỳ".to_owned(),
            lines: vec!["ỦY BAN NHÂN DÂN".to_owned(), "XÃ TỨ KỲ".to_owned()],
            place: "Tứ Kỳ".to_owned(),
            number_suffix: "BC-UBND".to_owned(),
            signer_title: "CHỦ TỊCH".to_owned(),
            signer_name: String::new(),
            bases: vec!["Căn cứ một;".to_owned(), "Căn cứ hai;".to_owned()],
            copies: vec!["- Như trên;".to_owned()],
        },
        recipient: Recipient { name: "Sở Nội vụ thành phố Hải Phòng".to_owned(), email: None },
        offices: vec![office("vp", LETTER), office("kt", "Phòng Kinh tế")],
        periods: vec![],
        forms: vec![Form { id: FormId::new("B3"), title: "Cải cách thủ tục hành chính".to_owned() }],
        areas: vec![Area { id: AreaId::new("N3"), title: "Cải cách TTHC".to_owned(), section: "II.2".to_owned() }],
        dossiers: crate::model::DossierFormat::default(),
        waivers: Vec::new(),
        annex: annex(&elements),
        calendar: crate::model::Calendar::default(),
        element_index: elements.iter().enumerate().map(|(index, element)| (element.id.clone(), index)).collect(),
        elements,
        indicators: vec![],
        tasks: vec![task("N3a", "Tiếp nhận"), task("N3b", "Rà soát")],
        rules: vec![],
        statements: vec![],
    }
}

/// One table with every element, of a yearly report.
fn annex(elements: &[Element]) -> Annex {
    let column = |(head, shows): (&str, AnnexField)| AnnexColumn {
        head: head.to_owned(),
        shows,
        width: 14,
        kinds: if shows == AnnexField::Cumulative { vec![PeriodKind::Half, PeriodKind::Year] } else { vec![] },
    };
    let figure = |element: &Element| {
        AnnexRow::Figure(AnnexFigure {
            element: element.id.clone(),
            no: element.no.clone(),
            name: element.name.clone(),
            unit: element.unit.clone(),
        })
    };
    let columns = [
        ("STT", AnnexField::No),
        ("Chỉ tiêu thống kê", AnnexField::Name),
        ("Kết quả (lũy kế)", AnnexField::Cumulative),
        ("Kỳ này", AnnexField::Period),
        ("Ghi chú", AnnexField::Note),
    ];
    Annex {
        title: "Thống kê số liệu".to_owned(),
        columns: columns.map(column).into(),
        tables: vec![AnnexTable {
            id: FormId::new("B3"),
            title: "Biểu 3".to_owned(),
            rows: elements.iter().map(figure).collect(),
        }],
    }
}

pub(crate) fn source() -> Source {
    Source { file: Arc::from(FILE), sheet: Some(Arc::from("Số liệu")), cell: Some(Address::new(6, 5)) }
}

fn figure(office: &str, element: &str, measure: Measure) -> Figure {
    let came = office == "vp";
    let text = (came && element == "hinh_thuc").then(|| Arc::from("1"));
    Figure {
        office: OfficeId::new(office),
        element: ElementId::new(element),
        measure,
        state: if came { State::Value } else { State::Missing },
        value: (came && text.is_none()).then(|| Number::from(2348)),
        text,
        raw: came.then(|| Arc::from("2.348")),
        corrected: None,
        summed_from: Box::default(),
        source: came.then(source),
        note: None,
    }
}

pub(crate) fn indicator(status: IndicatorStatus) -> IndicatorResult {
    let formula = |text: &str| Formula { text: text.to_owned(), expr: Expr::Number(Number::zero()) };
    let (numerator, denominator) = (Number::from(2305), Number::from(2348));
    let share = OfficeShare { office: OfficeId::new("vp"), numerator: Some(numerator.clone()), denominator: None };
    IndicatorResult {
        indicator: Indicator {
            id: IndicatorId::new("I6_SOHOA"),
            clause: "II.6d".to_owned(),
            name: "100% kết quả được số hóa".to_owned(),
            numerator: formula("hs_so_hoa"),
            denominator: Some(formula("hs")),
            measure: Measure::Cumulative,
            unit: "%".to_owned(),
            due: Due::Period,
            lead: None,
            target: Some(Target::Value { op: TargetOp::AtLeast, value: Number::hundred() }),
        },
        rate: Rate {
            value: (&numerator * &Number::hundred()).checked_div(&denominator),
            numerator: Some(numerator),
            denominator: Some(denominator),
        },
        printed: "98,17% (2.305/2.348)".to_owned(),
        shown: Some("98.17".parse().unwrap()),
        baseline: None,
        status,
        divided_by_zero: false,
        reason: None,
        partial: None,
        by_office: vec![share],
        sources: vec![(OfficeId::new("vp"), ElementId::new("hs"), source())],
    }
}

fn task(id: &str, status: TaskStatus) -> TaskResult {
    let (id, office) = (TaskId::new(id), OfficeId::new("vp"));
    TaskResult { id, office, status, done_on: None, document: None, note: None, source: Some(source()) }
}

fn finding(code: &str, severity: Severity, office: &str) -> Worded {
    let finding = Finding::new(code, severity).office(&OfficeId::new(office)).at(source());
    Worded { finding, message: format!("Nội dung {code}"), fix: format!("Cách sửa {code}") }
}

/// A day that no calendar moves.
fn due(month: u32, on: u32) -> Deadline {
    Deadline { set: day(month, on), until: day(month, on), because: Vec::new() }
}

fn office_result(id: &str, state: OfficeState, on_time: Option<bool>) -> OfficeResult {
    OfficeResult {
        id: OfficeId::new(id),
        state,
        on_time,
        receipt: Receipt::default(),
        until: day(12, 9),
        extension: None,
    }
}

fn narrative(section: Section, text: &str) -> NarrativeEntry {
    let narrative = Narrative { section, text: text.to_owned(), source: source() };
    NarrativeEntry { office: Some(OfficeId::new("vp")), narrative }
}

/// Two offices (one missing), three elements, one missed indicator, two tasks, one text, three findings.
pub(crate) fn results() -> Results {
    let measures = [Measure::Period, Measure::Cumulative];
    let figures = ["vp", "kt"].into_iter().flat_map(|office| {
        let elements = ["hs", "hinh_thuc"].into_iter();
        elements.flat_map(move |element| measures.map(|measure| figure(office, element, measure)))
    });
    let total = |element: &str, measure, value| Total {
        element: ElementId::new(element),
        measure,
        value,
        reported: 1,
        expected: 2,
    };
    Results {
        plan: Arc::new(plan()),
        period: Period {
            id: PeriodId::new("2025-Q4"),
            title: "Năm 2025".to_owned(),
            kind: PeriodKind::Year,
            from: day(9, 6),
            to: day(12, 5),
            office_due: day(12, 9),
            report_due: day(12, 15),
            basis: Basis::Actual,
        },
        office_due: due(12, 9),
        report_due: due(12, 15),
        as_of: day(12, 9),
        verdict: Verdict::Errors,
        offices: vec![
            office_result("vp", OfficeState::AcceptedWithFindings, Some(true)),
            office_result("kt", OfficeState::Missing, None),
        ],
        files: vec![FileResult {
            path: Arc::from(FILE),
            sha256: Some("ab".repeat(32)),
            office: Some(OfficeId::new("vp")),
            period: Some(PeriodId::new("2025-Q4")),
            used: true,
            superseded: false,
            reason: None,
            cells: CellCount { read: 3, used: 3, ignored: BTreeMap::new() },
        }],
        figures: figures.collect(),
        figures_before: Vec::new(),
        submissions: BTreeMap::new(),
        revisions: [(OfficeId::new("vp"), vec![revision()])].into(),
        totals: measures
            .into_iter()
            .flat_map(|measure| [total("hs", measure, None), total("ty_le", measure, Some("99.996".parse().unwrap()))])
            .collect(),
        history: crate::model::History::default(),
        indicators: vec![indicator(IndicatorStatus::NotMet)],
        tasks: vec![task("N3a", TaskStatus::Done), task("N3b", TaskStatus::Overdue)],
        narrative: vec![narrative(Section::Area(AreaId::new("N3")), "Đoạn một.\nĐoạn hai.")],
        findings: vec![
            finding("V301", Severity::Error, "vp"),
            finding("V312", Severity::Warning, "vp"),
            finding("D851", Severity::Error, "kt"),
        ],
        not_checked: vec![NotChecked {
            rule: crate::model::Code::new("R402"),
            office: None,
            reason: "thiếu số liệu".to_owned(),
        }],
        reconciliation: None,
        received: Vec::new(),
        chain_head: None,
    }
}

/// A figure, a task and a text sent again.
fn revision() -> Difference {
    let reading = |text: &str| {
        let value: Option<Number> = text.parse().ok();
        let state = if value.is_some() { State::Value } else { State::Unreadable };
        Reading { state, value, raw: Some(Arc::from(text)), source: Some(source()), ..Reading::default() }
    };
    let change = |spot, kind, before, after, unexplained: bool| Change {
        spot,
        kind,
        before,
        after,
        difference: Some(Number::from(-1)),
        reason: (!unexplained).then(|| Arc::from("Rà soát lại")),
        unexplained,
    };
    let (figure, task) =
        (Spot::Figure(ElementId::new("hs"), head::PERIOD), Spot::Task(TaskId::new("N3a"), head::DONE_ON));
    let outcome = |status| Outcome { rate: Rate::default(), printed: "–".to_owned(), status };
    let sent = |path: &str| Sent { path: path.into(), reason: Some(Arc::from("Rà soát lại")), ..Sent::default() };
    let worded = finding("V301", Severity::Error, "vp");
    Difference {
        office: OfficeId::new("vp"),
        before: vec![sent("2025-Q4/vp-1.xlsx")],
        after: vec![sent("2025-Q4/vp-2.xlsx")],
        changes: vec![
            change(figure, ChangeKind::Changed, reading("3"), reading("2"), true),
            change(task, ChangeKind::Added, Reading::default(), reading("x"), false),
            change(Spot::Section(Section::Causes), ChangeKind::Removed, reading("x"), Reading::default(), false),
        ],
        effects: vec![Effect {
            indicator: IndicatorId::new("I6_SOHOA"),
            before: outcome(IndicatorStatus::NotMet),
            after: outcome(IndicatorStatus::Met),
            verdict_changed: true,
        }],
        findings: vec![Followed { worded, spots: Vec::new(), since: Some(Since::Fixed) }],
    }
}

/// A rule that two elements must be equal.
pub(crate) fn equality(left: &ElementId, right: &ElementId) -> crate::model::Rule {
    let side =
        |id: &ElementId| crate::model::Formula { text: id.to_string(), expr: crate::model::Expr::Element(id.clone()) };
    crate::model::Rule {
        code: crate::model::Code::new("R402"),
        name: "Phải khớp".to_owned(),
        left: side(left),
        op: crate::model::RuleOp::Equal,
        right: side(right),
        severity: crate::model::Severity::Error,
        missing: crate::model::MissingPolicy::SkipAny,
        tolerance: Number::zero(),
        trial: false,
        fix: None,
    }
}
