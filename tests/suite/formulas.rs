//! Formulas of the workbook against the exact arithmetic they stand for: random expressions, rates and outcomes, computed by
//! LibreOffice.

use std::collections::BTreeMap;
use std::fs;

use calamine::{Data, Reader, Xlsx, open_workbook};
use cchc::expr::{self, Operands};
use cchc::model::{BinaryOp, ElementId, Expr, Number, TargetOp, TaskCount};
use cchc::render::xlsx;
use cchc::report::document::{
    Align, Area, Block, Cell, Cells, Column, Cut, Document, DocumentKind, Formula, Outcome, Part, Place, Row, Table,
    Tone,
};
use proptest::prelude::{Just, Strategy, prop_oneof};
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::workbooks::{recalculated, same};

/// Figures by name; `None` is unknown.
const FIGURES: [(&str, Option<&str>); 7] = [
    ("a", Some("99996")),
    ("b", Some("100000")),
    ("c", Some("0.25")),
    ("zero", Some("0")),
    ("minus", Some("-7.5")),
    ("big", Some("48500000000")),
    ("lost", None),
];

const REACHED: [(&str, Tone); 2] = [("Đạt", Tone::Good), ("Chưa đạt", Tone::Bad)];

fn number(text: &str) -> Number {
    text.parse().unwrap()
}

struct Figures;

impl Operands for Figures {
    fn element(&self, id: &ElementId) -> Option<Number> {
        FIGURES.iter().find(|(name, _)| *name == id.as_str())?.1.map(number)
    }
    fn previous(&self, _: &ElementId) -> Option<Number> {
        None
    }
    fn tasks(&self, _: TaskCount) -> Number {
        Number::zero()
    }
}

fn expressions() -> impl Strategy<Value = Expr> {
    let leaf = prop_oneof![
        (0..FIGURES.len()).prop_map(|at| Expr::Element(ElementId::new(FIGURES[at].0))),
        (0..2000_i64).prop_map(|value| Expr::Number(Number::from(value))),
    ];
    let op =
        prop_oneof![Just(BinaryOp::Add), Just(BinaryOp::Subtract), Just(BinaryOp::Multiply), Just(BinaryOp::Divide)];
    leaf.prop_recursive(4, 12, 2, move |inner| {
        prop_oneof![
            inner.clone().prop_map(|inner| Expr::Negate(Box::new(inner))),
            (inner.clone(), op.clone(), inner).prop_map(|(left, op, right)| Expr::Binary(
                Box::new(left),
                op,
                Box::new(right)
            )),
        ]
    })
}

fn formula(expr: &Expr) -> Formula {
    match expr {
        Expr::Number(number) => Formula::Number(number.clone()),
        Expr::Element(id) | Expr::Previous(id) => Formula::named(id.as_str()),
        Expr::Tasks(_) => Formula::Number(Number::zero()),
        Expr::Negate(inner) => Formula::Negate(Box::new(formula(inner))),
        Expr::Binary(left, op, right) => formula(left).join(*op, formula(right)),
    }
}

fn table(id: &str, rows: Vec<Row>, areas: BTreeMap<String, Area>) -> Table {
    let columns = ["Tên", "Số", "Mẫu"].map(|head| Column::new(head, 20, Align::Right));
    Table { columns: columns.to_vec(), rows, areas, ..Table::new(id) }
}

fn part(id: &str, table: Table) -> Part {
    let blocks = vec![Block::Table(table)];
    Part { id: id.to_owned(), title: id.to_owned(), sheet: Some(id.to_owned()), place: Place::SheetOnly, blocks }
}

/// The first column of the cells over these figures, as written and as LibreOffice computes it again.
fn computed_again(cells: Vec<Row>, figures: Vec<Row>, areas: BTreeMap<String, Area>) -> Vec<(Data, Data)> {
    let document = Document {
        name: "cong-thuc".to_owned(),
        title: "Công thức".to_owned(),
        kind: DocumentKind::WorkingPapers,
        draft: false,
        letterhead: None,
        signature: None,
        parts: vec![part("Ô", table("o", cells, BTreeMap::new())), part("Số liệu", table("so", figures, areas))],
        footer: None,
        chain_head: None,
    };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cong-thuc.xlsx");
    fs::write(&path, xlsx::render(&document).unwrap()).unwrap();
    let again = recalculated(folder.path(), std::slice::from_ref(&path)).join("cong-thuc.xlsx");
    let column = |path| {
        let mut workbook: Xlsx<_> = open_workbook(path).unwrap();
        assert!(workbook.worksheet_formula("Ô").unwrap().used_cells().count() > 10, "the cells are formulas");
        workbook.worksheet_range("Ô").unwrap().rows().skip(2).map(|row| row[0].clone()).collect::<Vec<_>>()
    };
    column(path).into_iter().zip(column(again)).collect()
}

fn alone(cell: Cell) -> Row {
    Row::body(vec![cell, Cell::default(), Cell::default()])
}

fn assert_same(computed: &[(Data, Data)], said: &[String]) {
    assert_eq!(computed.len(), said.len());
    for ((ours, theirs), said) in computed.iter().zip(said) {
        assert!(same(ours, theirs), "{said}: {ours:?} computed as {theirs:?}");
    }
}

#[test]
fn expressions_come_to_what_they_are_evaluated_to() {
    let mut runner = TestRunner::deterministic();
    let exprs: Vec<Expr> = (0..300).map(|_| expressions().new_tree(&mut runner).unwrap().current()).collect();
    let cell = |expr: &Expr| {
        let value = expr::evaluate(expr, &Figures).known();
        alone(Cell::number(value.as_ref(), 6).computed(formula(expr)))
    };
    let figures = FIGURES.map(|(name, value)| {
        let value = value.map(number);
        Row::body(vec![Cell::text(name), Cell::number(value.as_ref(), 6), Cell::default()])
    });
    let areas = FIGURES.iter().enumerate();
    let areas = areas.map(|(row, (name, _))| ((*name).to_owned(), Area { first: row, last: row, column: 1 })).collect();
    let computed = computed_again(exprs.iter().map(cell).collect(), figures.into(), areas);
    assert_same(&computed, &exprs.iter().map(|expr| format!("{expr:?}")).collect::<Vec<_>>());
}

#[test]
fn rates_and_outcomes_keep_to_their_side_of_what_they_differ_from() {
    let pairs =
        ["99996/100000", "99995/100000", "1/30000", "0/5", "5/5", "1005/100000", "2999/10000", "3/10", "0/0", "3/0"];
    let (mut cells, mut said) = (Vec::new(), Vec::new());
    for pair in pairs {
        let (above, below) = pair.split_once('/').unwrap();
        let (above, below) = (number(above), number(below));
        let value = (&above * &Number::hundred()).checked_div(&below);
        for (op, target) in [(TargetOp::AtLeast, "100"), (TargetOp::Below, "30"), (TargetOp::AtMost, "29.99")] {
            let target = number(target);
            let anchors = vec![Number::zero(), Number::hundred(), target.clone()];
            let shown = value.as_ref().map(|value| value.shown(&anchors));
            let (numerator, denominator) = (Formula::beside(1), Formula::beside(2));
            let factor = Number::hundred();
            let cut =
                Cut { numerator: numerator.clone(), denominator: denominator.clone(), factor: factor.clone(), anchors };
            let holds = value.as_ref().map(|value| match op {
                TargetOp::AtLeast => *value >= target,
                TargetOp::AtMost => *value <= target,
                TargetOp::Equal => *value == target,
                TargetOp::Above => *value > target,
                TargetOp::Below => *value < target,
            });
            let word = match holds {
                Some(holds) => REACHED[usize::from(!holds)].0,
                None if above.is_zero() => "không",
                None => "chia cho 0",
            };
            let outcome = Outcome {
                numerator,
                denominator: Some(denominator),
                factor,
                op,
                target,
                reached: REACHED,
                undefined: ["không", "chia cho 0"],
                unknown: "chưa \"đủ\"".to_owned(),
            };
            let beside = || [Cell::number(Some(&above), 6), Cell::number(Some(&below), 6)];
            let row = |cell: Cell| {
                let [above, below] = beside();
                Row::body(vec![cell, above, below])
            };
            cells.push(row(Cell::number(shown.as_ref(), 12).computed(Formula::Cut(Box::new(cut)))));
            cells.push(row(Cell::text(word).computed(Formula::Outcome(Box::new(outcome)))));
            said.extend([format!("{pair} {op} rate"), format!("{pair} {op} outcome")]);
        }
    }
    assert_same(&computed_again(cells, vec![alone(Cell::text("a"))], BTreeMap::new()), &said);
}

#[test]
fn sums_and_largest_of_offices_know_blank_nil_and_unknown_apart() {
    let mut areas = BTreeMap::new();
    let mut rows = Vec::new();
    let nil = || Cell::text("Không phát sinh");
    let value = |text: &str| Cell::number(Some(&number(text)), 6);
    let mut groups = vec![
        (vec![value("2"), nil(), value("3.5")], ["5.5", "3.5"]),
        (vec![value("-2"), nil()], ["-2", "0"]),
        (vec![value("2"), Cell::text("–")], ["–", "–"]),
        (vec![Cell::default(), value("4")], ["4", "4"]),
        (vec![Cell::default(), Cell::default()], ["–", "–"]),
        (vec![nil()], ["0", "0"]),
    ];
    let mut computed = Vec::new();
    for (group, (cells, expected)) in groups.drain(..).enumerate() {
        let name = format!("nhóm {group}");
        areas.insert(name.clone(), Area { first: rows.len(), last: rows.len() + cells.len() - 1, column: 1 });
        rows.extend(cells.into_iter().map(|cell| Row::body(vec![Cell::text(&name), cell, Cell::default()])));
        let formulas = [Formula::Sum(Cells::Named(name.clone())), Formula::Largest(Cells::Named(name.clone()))];
        for (formula, expected) in formulas.into_iter().zip(expected) {
            let stored =
                expected.parse().map_or_else(|_| Cell::text(expected), |number| Cell::number(Some(&number), 6));
            computed.push(alone(stored.computed(formula)));
        }
    }
    let said: Vec<String> = (0..12).map(|at| format!("group {}", at / 2)).collect();
    assert_same(&computed_again(computed, rows, areas), &said);
}
