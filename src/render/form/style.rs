//! How a form's cells look: what the office fills in is white, what the form prints is tinted.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

use crate::model::{ElementKind, Severity};
use crate::report::document::Tone;
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

/// A cell that something is wrong with, or the name of its row.
pub(super) fn marked(format: Format, severity: Severity) -> Format {
    let (ground, ink) = tint(severity);
    format.set_background_color(ground).set_font_color(ink)
}

/// Red for what is wrong, yellow for what needs a look, blue for what is good to know.
fn tint(severity: Severity) -> (Color, Color) {
    let (ground, ink) = match severity {
        Severity::Error => (0x00FD_E4E1, 0x009B_1C1C),
        Severity::Warning => (0x00FF_F1D6, 0x007A_4B00),
        Severity::Notice => (0x00E3_EEF9, 0x001F_4E79),
    };
    (Color::RGB(ground), Color::RGB(ink))
}

/// A line above the list of what is to be mended; the first one is the verdict.
pub(super) fn review_line(position: usize, tone: Tone) -> Format {
    let ink = match tone {
        Tone::Good => 0x0014_6C43,
        Tone::Warn => 0x007A_4B00,
        Tone::Bad => 0x009B_1C1C,
        Tone::Plain | Tone::Muted => 0x0000_0000,
    };
    match position {
        0 => text().set_bold().set_font_size(14).set_font_color(Color::RGB(ink)).set_text_wrap(),
        1 => text().set_bold().set_text_wrap(),
        _ => hint(),
    }
}

/// A cell of that list; `severity` is `None` for what was mended.
pub(super) fn review_cell(severity: Option<Severity>) -> Format {
    let base = boxed().set_align(FormatAlign::Top);
    match severity {
        Some(severity) => marked(base, severity),
        None => base.set_background_color(Color::RGB(0x00E6_F4EA)).set_font_color(Color::RGB(0x0014_6C43)),
    }
}

/// A cell that leads somewhere.
pub(super) fn link(format: Format) -> Format {
    format.set_underline(FormatUnderline::Single)
}

/// Thousands in groups, and as many decimals as the figure has. An empty cell for a percentage keeps the general format:
/// a spreadsheet then turns a typed `97,5%` into a cell formatted as percent, which readers can tell from 0,975.
fn number_format(kind: ElementKind, value: &Value) -> String {
    let places = match value {
        Value::Number(number) => number.places(MOST_PLACES).unwrap_or(MOST_PLACES),
        Value::Computed(..) => 2,
        _ if kind == ElementKind::Count => 0,
        _ if kind == ElementKind::Percent => return "General".to_owned(),
        _ => 2,
    };
    let decimals = "0".repeat(places as usize);
    if places == 0 { "#,##0".to_owned() } else { format!("#,##0.{decimals}") }
}

/// How high a row must be for its texts, by the widths of their columns; `None` where one line is enough and the row
/// may grow by itself. `LibreOffice` does not fit rows when it opens a workbook. Six letters take the room of five digits.
pub(super) fn height<'a>(texts: impl Iterator<Item = (&'a str, u16)>) -> Option<f64> {
    let lines_of = |text: &str, width: u16| -> usize {
        text.lines().map(|line| (line.chars().count() * 5).div_ceil(usize::from(width) * 6).max(1)).sum()
    };
    let lines = texts.map(|(text, width)| lines_of(text, width)).max().unwrap_or(1);
    let points = f64::from(u32::try_from(lines).unwrap_or(u32::MAX)) * LINE_HEIGHT;
    (lines > 1).then(|| points.min(HIGHEST_ROW))
}

fn boxed() -> Format {
    text().set_font_size(11).set_text_wrap().set_border(FormatBorder::Thin).set_border_color(LINE)
}
