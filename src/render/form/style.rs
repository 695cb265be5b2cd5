//! How a form's cells look: what the office fills in is white, what the form prints is tinted.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::model::ElementKind;
use crate::report::form::{Cell, Holds, Value};

const FONT: &str = "Times New Roman";
const LINE: Color = Color::RGB(0x0080_8080);
const HEADER_FILL: Color = Color::RGB(0x00D9_E2EF);
const GROUP_FILL: Color = Color::RGB(0x00EA_F0F7);
const PRINTED_FILL: Color = Color::RGB(0x00F5_F5F5);
const CODE_COLOR: Color = Color::RGB(0x0076_7676);
const REMARK_COLOR: Color = Color::RGB(0x00C0_0000);

/// Points of a line of text, and the most that a row can have.
const LINE_HEIGHT: f64 = 15.0;
const HIGHEST_ROW: f64 = 409.0;

/// More decimals than a form's money and rates have.
const MOST_PLACES: u32 = 6;

/// Text outside tables.
pub(super) fn text() -> Format {
    Format::new().set_font_name(FONT).set_font_size(12).set_align(FormatAlign::VerticalCenter)
}

/// The lines above a table, by position: title, office, days, remark.
pub(super) fn heading(position: usize) -> Format {
    let centred = text().set_align(FormatAlign::Center);
    match position {
        0 => centred.set_bold().set_font_size(14),
        1 => centred.set_bold(),
        2 => centred.set_italic(),
        _ => centred.set_bold().set_italic().set_font_color(REMARK_COLOR),
    }
}

/// A hint below the labels.
pub(super) fn hint() -> Format {
    text().set_italic().set_font_size(11).set_text_wrap()
}

/// A column's head.
pub(super) fn header() -> Format {
    boxed().set_bold().set_align(FormatAlign::Center).set_background_color(HEADER_FILL)
}

/// A cell of the row that names a group.
pub(super) fn group(cell: Option<&Cell>) -> Format {
    let base = boxed().set_bold().set_background_color(GROUP_FILL);
    if cell.is_some_and(|cell| cell.holds == Holds::Word) { base.set_align(FormatAlign::Center) } else { base }
}

/// A label of "Thông tin".
pub(super) fn label() -> Format {
    boxed().set_bold().set_background_color(PRINTED_FILL)
}

/// The value beside a label.
pub(super) fn labelled(value: &Cell) -> Format {
    cell(value).set_align(FormatAlign::Left)
}

/// A cell of a row.
pub(super) fn cell(cell: &Cell) -> Format {
    let base = if cell.entry { boxed().set_unlocked() } else { boxed().set_background_color(PRINTED_FILL) };
    match cell.holds {
        Holds::Code => base.set_font_size(8).set_font_color(CODE_COLOR),
        Holds::Word | Holds::Figure(ElementKind::Choice) => base.set_align(FormatAlign::Center),
        Holds::Prose | Holds::Figure(ElementKind::Text) => base,
        Holds::Date => base.set_align(FormatAlign::Center).set_num_format("dd/mm/yyyy"),
        Holds::Figure(kind) => base.set_align(FormatAlign::Right).set_num_format(number_format(kind, &cell.value)),
    }
}

/// Thousands in groups, and as many decimals as the figure has. An empty cell for a percentage keeps the general format:
/// a spreadsheet then turns a typed `97,5%` into a cell formatted as percent, which readers can tell from 0,975.
fn number_format(kind: ElementKind, value: &Value) -> String {
    let places = match value {
        Value::Number(number) => number.places(MOST_PLACES).unwrap_or(MOST_PLACES),
        _ if kind == ElementKind::Count => 0,
        _ if kind == ElementKind::Percent => return "General".to_owned(),
        _ => 2,
    };
    let decimals = "0".repeat(places as usize);
    if places == 0 { "#,##0".to_owned() } else { format!("#,##0.{decimals}") }
}

/// How high a row must be for its texts, by the widths of their columns; `None` where one line is enough and the row
/// may grow by itself. `LibreOffice` does not fit rows when it opens a workbook. Six letters take the room of five digits.
pub(super) fn height<'a>(texts: impl Iterator<Item = (&'a str, u8)>) -> Option<f64> {
    let lines_of = |text: &str, width: u8| -> usize {
        text.lines().map(|line| (line.chars().count() * 5).div_ceil(usize::from(width) * 6).max(1)).sum()
    };
    let lines = texts.map(|(text, width)| lines_of(text, width)).max().unwrap_or(1);
    let points = f64::from(u32::try_from(lines).unwrap_or(u32::MAX)) * LINE_HEIGHT;
    (lines > 1).then(|| points.min(HIGHEST_ROW))
}

fn boxed() -> Format {
    text().set_font_size(11).set_text_wrap().set_border(FormatBorder::Thin).set_border_color(LINE)
}
