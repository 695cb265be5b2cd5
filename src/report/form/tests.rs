//! What a form asks and holds.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test says enough")]

use super::*;
use crate::model::{ElementKind, Expr, Flow, Formula, Number, Rule, State, TaskCount};
use crate::report::fixture;

fn rows<'a>(form: &Form<'a>) -> Vec<Subject<'a>> {
    form.tables.iter().flat_map(|table| table.rows.iter().map(|row| row.subject.clone())).collect()
}

#[test]
fn a_form_has_the_rows_its_office_fills_in_and_no_others() {
    let results = fixture::results();
    let plan = &*results.plan;
    for office in &plan.offices {
        let form = form(plan, &results.period, office, "00000000", &Fill::default());
        let expected: Vec<_> = plan.elements_of(&office.id).map(Subject::Figure).collect();
        let shown = rows(&form).into_iter().filter(|row| matches!(row, Subject::Figure(_)));
        assert_eq!(shown.collect::<Vec<_>>(), expected, "{}", office.id);
        let expected: Vec<_> = plan.tasks_of(&office.id).map(Subject::Task).collect();
        let shown = rows(&form).into_iter().filter(|row| matches!(row, Subject::Task(_)));
        assert_eq!(shown.collect::<Vec<_>>(), expected, "{}", office.id);
    }
}

#[test]
fn every_row_has_a_cell_for_every_column() {
    let results = fixture::results();
    let form = form(&results.plan, &results.period, results.plan.offices.first().unwrap(), "", &Fill::default());
    for table in &form.tables {
        let full = table.rows.iter().filter(|row| !matches!(row.subject, Subject::Group(_)));
        assert!(full.clone().all(|row| row.cells.len() == table.columns.len()), "{}", table.sheet);
        assert!(full.count() > 0, "{}", table.sheet);
    }
}

#[test]
fn what_is_known_of_the_last_period_is_printed_and_nobody_is_asked_for_it() {
    let results = fixture::results();
    let office = results.plan.offices.first().unwrap();
    let known = results.figures.iter().find(|figure| figure.office == office.id && figure.state == State::Value);
    let known = known.unwrap();
    let fill = Fill::after(&results.plan, &results.figures, &office.id);
    let form = form(&results.plan, &results.period, office, "", &fill);
    let previous = |id: &str| {
        let of = |row: &&Row<'_>| matches!(row.subject, Subject::Figure(element) if element.id.as_str() == id);
        form.tables[0].rows.iter().find(of).unwrap().cells[4].clone()
    };
    let printed = previous(known.element.as_str());
    assert_eq!((printed.entry, printed.value), (false, Value::Number(known.value.clone().unwrap())));
}

#[test]
fn only_flows_ask_for_what_has_come_together() {
    let mut results = fixture::results();
    let plan = std::sync::Arc::make_mut(&mut results.plan);
    plan.elements[0].flow = Flow::Stock;
    plan.elements[1].flow = Flow::Flow;
    let fill = Fill {
        figures: [(
            plan.elements[0].id.clone(),
            RowFill { period: Value::Number(Number::from(3)), ..RowFill::default() },
        )]
        .into(),
        ..Fill::default()
    };
    let form = form(plan, &results.period, &plan.offices[0], "", &fill);
    let asked = |row: &Row<'_>| row.cells[6].entry;
    let filled_in = form.tables[0].rows.iter().filter(|row| matches!(row.subject, Subject::Figure(_)));
    let figures: Vec<bool> = filled_in.map(asked).collect();
    assert_eq!(figures, [false, true]);
    let period = &form.tables[0].rows[1].cells[5];
    let (holds, three) = (Holds::Figure(ElementKind::Count), Value::Number(3.into()));
    assert_eq!((period.entry, period.holds, &period.value), (true, holds, &three));
}

#[test]
fn a_form_checks_the_rules_that_its_office_can_check_alone() {
    let mut results = fixture::results();
    let plan = std::sync::Arc::make_mut(&mut results.plan);
    let (id, offices) = (plan.elements[0].id.clone(), plan.elements[0].offices.clone());
    let own = fixture::equality(&id, &id);
    let trial = Rule { trial: true, ..own.clone() };
    let done = Formula { text: "tasks.done".to_owned(), expr: Expr::Tasks(TaskCount::Done) };
    let of_tasks = Rule { right: done, ..own.clone() };
    plan.rules = vec![own, trial, of_tasks];
    for office in &plan.offices {
        let form = form(plan, &results.period, office, "", &Fill::default());
        assert_eq!(form.checks.len(), usize::from(offices.contains(&office.id)), "{}", office.id);
    }
}
