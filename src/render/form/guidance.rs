//! What the form says while it is filled in: drop-downs, messages and refusals of what the reader would not accept.

use rust_xlsxwriter::{DataValidation, Formula, Worksheet, XlsxError};

use crate::model::{Accepted, ElementKind};
use crate::report::form::{Cell, Holds};
use crate::report::words;

/// Characters of a drop-down's list in Excel.
const LONGEST_LIST: usize = 255;

/// Guides and guards the cells of a column that the office fills in; `cells` are those of its rows from `first` on.
/// Cells that follow one another and are alike share one rule.
pub(super) fn guide<'a>(
    sheet: &mut Worksheet,
    first: u32,
    col: u16,
    cells: impl Iterator<Item = Option<&'a Cell>>,
) -> Result<(), XlsxError> {
    let entries: Vec<(u32, &Cell)> =
        (first..).zip(cells).filter_map(|(row, cell)| Some((row, cell.filter(|cell| cell.entry)?))).collect();
    let alike = |(row, one): &(u32, &Cell), (next, other): &(u32, &Cell)| {
        row + 1 == *next && one.holds == other.holds && one.choices == other.choices
    };
    for run in entries.chunk_by(alike) {
        if let ([(from, cell), ..], [.., (to, _)]) = (run, run)
            && let Some((rule, message)) = rule(*from, col, cell)?
        {
            let rule = rule.set_input_title("Cách ghi")?.set_input_message(message)?;
            let rule = rule.set_error_title("Chưa đúng cách ghi")?.set_error_message(message)?;
            sheet.add_data_validation(*from, col, *to, col, &rule)?;
        }
    }
    Ok(())
}

/// The rule of a run of cells, spelled for its first one.
fn rule(row: u32, col: u16, cell: &Cell) -> Result<Option<(DataValidation, &'static str)>, XlsxError> {
    let at = rust_xlsxwriter::utility::row_col_to_cell(row, col);
    let figure = |kind: ElementKind| {
        let Accepted { whole, least, most } = kind.accepted();
        let least = least.map(|least| format!(",{at}>={least}")).unwrap_or_default();
        let most = most.map(|most| format!(",{at}<={most}")).unwrap_or_default();
        let whole = if whole { format!(",{at}=INT({at})") } else { String::new() };
        let nil = format!("LOWER(TRIM({at}))=\"{}\"", words::NIL.to_lowercase());
        let formula = format!("=OR(AND(ISNUMBER({at}){least}{most}{whole}),{nil})");
        DataValidation::new().allow_custom(Formula::new(formula))
    };
    if !cell.choices.is_empty() {
        let letters: usize = cell.choices.iter().map(|choice| choice.chars().count() + 1).sum();
        let fits = letters <= LONGEST_LIST && !cell.choices.iter().any(|choice| choice.contains(','));
        let list = if fits { DataValidation::new().allow_list_strings(&cell.choices)? } else { DataValidation::new() };
        return Ok(Some((list, "Chọn một mục trong danh sách.")));
    }
    Ok(Some(match cell.holds {
        Holds::Figure(kind @ ElementKind::Count) => {
            (figure(kind), "Số nguyên, không âm, ví dụ 1234. Không có thì ghi 0 hoặc Không phát sinh.")
        }
        Holds::Figure(kind @ (ElementKind::Money | ElementKind::Decimal)) => {
            (figure(kind), "Số, phần thập phân sau dấu phẩy, ví dụ 34512,6. Không có thì ghi 0 hoặc Không phát sinh.")
        }
        Holds::Figure(kind @ ElementKind::Percent) => {
            (figure(kind), "Điểm phần trăm từ 0 đến 100, ví dụ 97,5 hoặc 97,5%; không ghi 0,975.")
        }
        Holds::Date => (
            DataValidation::new().allow_custom(Formula::new(format!("=AND(ISNUMBER({at}),{at}>36525,{at}<73051)"))),
            "Ngày/tháng/năm, ví dụ 05/12/2025.",
        ),
        Holds::Figure(ElementKind::Choice | ElementKind::Text) | Holds::Code | Holds::Word | Holds::Prose => {
            return Ok(None);
        }
    }))
}
