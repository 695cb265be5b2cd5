//! Formulas of the plan as officers read them: with the names of figures instead of their codes.

use crate::model::{AnnexRow, BinaryOp, ElementId, Expr, Plan, TaskCount};

/// Most decimals of a constant.
const PLACES: u32 = 6;

/// An expression in names: `“Đúng hạn” (Biểu 3, mục 3.2.2) × 100 / “Đã giải quyết” (Biểu 3, mục 3.2)`.
pub(crate) fn in_names(expr: &Expr, plan: &Plan) -> String {
    match expr {
        Expr::Number(number) => number.vietnamese(PLACES),
        Expr::Element(id) => named(id, plan),
        Expr::Previous(id) => format!("{} của kỳ trước", named(id, plan)),
        Expr::Tasks(count) => tasks(*count).to_owned(),
        Expr::Negate(inner) => format!("−{}", operand(inner, BinaryOp::Multiply, true, plan)),
        Expr::Binary(left, op, right) => {
            format!("{} {} {}", operand(left, *op, false, plan), sign(*op), operand(right, *op, true, plan))
        }
    }
}

/// A figure by its name and its place in the annex: `“Đúng hạn” (Biểu 3, mục 3.2.2)`.
pub(crate) fn named(id: &ElementId, plan: &Plan) -> String {
    let figures = plan.annex.tables.iter().flat_map(|table| table.rows.iter().map(move |row| (table, row)));
    let mut printed = figures.filter_map(|(table, row)| match row {
        AnnexRow::Figure(figure) if figure.element == *id => Some((table, figure)),
        AnnexRow::Figure(_) | AnnexRow::Section(_) => None,
    });
    match (printed.next(), plan.element(id.as_str())) {
        (Some((table, figure)), _) => {
            let short = table.title.split(". ").next().unwrap_or_default();
            format!("“{}” ({short}, mục {})", figure.name, figure.no)
        }
        (None, Some(element)) => format!("“{}”", element.name),
        (None, None) => id.to_string(),
    }
}

/// What the plan's tasks are counted as.
fn tasks(count: TaskCount) -> &'static str {
    match count {
        TaskCount::Total => "số nhiệm vụ của kế hoạch",
        TaskCount::Done => "số nhiệm vụ đã hoàn thành",
        TaskCount::DoneOnTime => "số nhiệm vụ hoàn thành đúng hạn",
        TaskCount::Overdue => "số nhiệm vụ quá hạn chưa hoàn thành",
    }
}

/// An operand, in parentheses where the operator beside it binds closer.
fn operand(expr: &Expr, beside: BinaryOp, right: bool, plan: &Plan) -> String {
    let text = in_names(expr, plan);
    let loose = match expr {
        Expr::Binary(_, inner, _) if right => binding(*inner) <= binding(beside),
        Expr::Binary(_, inner, _) => binding(*inner) < binding(beside),
        _ => false,
    };
    if loose { format!("({text})") } else { text }
}

fn binding(op: BinaryOp) -> u8 {
    match op {
        BinaryOp::Add | BinaryOp::Subtract => 1,
        BinaryOp::Multiply | BinaryOp::Divide => 2,
    }
}

fn sign(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Add => "+",
        BinaryOp::Subtract => "−",
        BinaryOp::Multiply => "×",
        BinaryOp::Divide => "/",
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failing test says enough")]

    use super::*;
    use crate::expr;
    use crate::report::fixture;

    #[test]
    fn figures_are_called_by_name_and_place_and_keep_their_parentheses() {
        let plan = fixture::results().plan;
        let one = "“Số liệu 1” (Biểu 3, mục 1)";
        for (text, told) in [
            ("hs", one.to_owned()),
            ("prev(hs)", format!("{one} của kỳ trước")),
            ("hs - (hs - 2,5)".replace(',', ".").as_str(), format!("{one} − ({one} − 2,5)")),
            ("(hs + hs) * 100 / hs", format!("({one} + {one}) × 100 / {one}")),
            ("hs + hs / 2", format!("{one} + {one} / 2")),
            ("-(hs + 1)", format!("−({one} + 1)")),
            ("tasks.done / tasks.total", "số nhiệm vụ đã hoàn thành / số nhiệm vụ của kế hoạch".to_owned()),
        ] {
            assert_eq!(in_names(&expr::parse(text).unwrap(), &plan), told, "{text}");
        }
    }
}
