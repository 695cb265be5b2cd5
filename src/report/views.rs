//! What the sentence templates may name, as ready texts: `{{tasks.done}}`, `{{period.title}}`.

use serde::Serialize;

use super::change;
use super::context::Context;
use super::judgement;
use super::tally::{self, Tasks};
use super::vietnamese::{self, count, following, long_date, lower_first};
use super::words;
use crate::model::{Area, Basis, History, IndicatorResult, Past, PeriodKind, TaskStatus};

/// What every template sees.
#[derive(Debug, Serialize)]
pub(crate) struct Facts {
    plan: PlanView,
    authority: String,
    place: String,
    number_suffix: String,
    recipient: String,
    period: PeriodView,
    tasks: TasksView,
    indicators: IndicatorsView,
}

#[derive(Debug, Serialize)]
struct PlanView {
    title: String,
    decision: String,
    issued: String,
}

#[derive(Debug, Serialize)]
struct PeriodView {
    title: String,
    title_in_sentence: String,
    title_in_capitals: String,
    /// First and last day: `ngày 01 tháng 7 năm 2025`.
    from: String,
    to: String,
    estimate: bool,
    /// `quarter`, `half`, `nine_months` or `year`: which report of the year it is.
    kind: PeriodKind,
    /// What the report looks forward to: `quý IV năm 2025`, `năm 2026`.
    next: String,
    next_in_capitals: String,
    /// The period before, whose figures stand beside this one's; none where nothing of it is known.
    before: Option<String>,
    /// The same a year before.
    year_before: Option<String>,
}

#[derive(Debug, Serialize)]
struct TasksView {
    any: bool,
    fraction: String,
    total: String,
    done: String,
    done_on_time: String,
    /// Numbers that go unsaid where there are none.
    done_late: Option<String>,
    under_way: Option<String>,
    overdue: Option<String>,
    not_reported: Option<String>,
    percent_done: String,
}

#[derive(Debug, Serialize)]
struct IndicatorsView {
    total: String,
    by_status: Vec<CountView>,
}

#[derive(Debug, Serialize)]
struct CountView {
    count: String,
    words: String,
}

/// What `tasks.hbs` sees: a reform area and its tasks.
#[derive(Debug, Serialize)]
pub(crate) struct AreaView {
    area: String,
    tasks: TasksView,
}

/// What `indicator.hbs` sees.
#[derive(Debug, Serialize)]
pub(crate) struct IndicatorView {
    clause: String,
    name: String,
    printed: String,
    target: String,
    /// `tăng 1,2 điểm % so với Quý III năm 2025 (96,97%)`; empty where nothing earlier is known.
    change: String,
    outcome: String,
}

/// What `figure.hbs` sees.
#[derive(Debug, Serialize)]
pub(crate) struct FigureView {
    pub(crate) name: String,
    pub(crate) value: String,
}

impl Facts {
    /// The facts of these results.
    pub(crate) fn of(context: &Context<'_>) -> Self {
        let plan = context.plan;
        Self {
            plan: PlanView {
                title: plan.title.clone(),
                decision: plan.decision.clone(),
                issued: long_date(plan.issued),
            },
            authority: plan.authority.name.clone(),
            place: plan.authority.place.clone(),
            number_suffix: plan.authority.number_suffix.clone(),
            recipient: plan.recipient.name.clone(),
            period: PeriodView::of(context),
            tasks: TasksView::of(&Tasks::of(&context.results.tasks)),
            indicators: IndicatorsView::of(&context.results.indicators),
        }
    }
}

impl PeriodView {
    fn of(context: &Context<'_>) -> Self {
        let (period, history) = (&context.results.period, &context.results.history);
        let told = |past: &Past| past.period.title.clone();
        let written = || Some("theo cột Kỳ trước của biểu".to_owned()).filter(|_| !history.previous.is_empty());
        Self {
            title: period.title.clone(),
            title_in_sentence: lower_first(&period.title),
            title_in_capitals: period.title.to_uppercase(),
            from: long_date(period.from),
            to: long_date(period.to),
            estimate: period.basis == Basis::Estimate,
            kind: period.kind,
            next_in_capitals: following(period.kind, period.to).to_uppercase(),
            next: following(period.kind, period.to),
            before: history.before().filter(|_| !history.previous.is_empty()).map(told).or_else(written),
            year_before: history.year_before().map(told),
        }
    }
}

impl TasksView {
    fn of(tasks: &Tasks) -> Self {
        let percent = tasks.percent_done().map(|percent| vietnamese::with_unit(&percent, 2, "%"));
        let some = |value: usize| (value > 0).then(|| count(value));
        Self {
            any: tasks.total() > 0,
            fraction: format!("{}/{}", count(tasks.done()), count(tasks.total())),
            total: count(tasks.total()),
            done: count(tasks.done()),
            done_on_time: count(tasks.with(TaskStatus::Done)),
            done_late: some(tasks.with(TaskStatus::DoneLate)),
            under_way: some(tasks.with(TaskStatus::InProgress) + tasks.with(TaskStatus::NotDue)),
            overdue: some(tasks.with(TaskStatus::Overdue)),
            not_reported: some(tasks.with(TaskStatus::NotReported)),
            percent_done: percent.unwrap_or_else(|| words::UNKNOWN.to_owned()),
        }
    }
}

impl IndicatorsView {
    fn of(results: &[IndicatorResult]) -> Self {
        let view =
            |(status, number)| CountView { count: count(number), words: lower_first(words::indicator(status).0) };
        Self { total: count(results.len()), by_status: tally::indicators(results).into_iter().map(view).collect() }
    }
}

impl AreaView {
    /// An area with its tasks.
    pub(crate) fn of(area: &Area, tasks: &Tasks) -> Self {
        Self { area: area.title.clone(), tasks: TasksView::of(tasks) }
    }
}

impl IndicatorView {
    /// An indicator with its assessment.
    pub(crate) fn of(result: &IndicatorResult, history: &History) -> Self {
        Self {
            clause: result.indicator.clause.clone(),
            name: result.indicator.name.trim_end_matches('.').to_owned(),
            printed: result.printed.clone(),
            target: judgement::target_in_sentence(&result.indicator),
            change: change::in_sentence(result, history),
            outcome: judgement::outcome_in_sentence(result),
        }
    }
}
