//! How a form's cells look: what the office fills in is white, what the form prints is tinted.

use std::collections::BTreeMap;

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

/// A line above the list of what is to be mended; the first one is the verdict.
pub(super) fn review_line(position: usize, tone: Tone) -> Format {
    let ink = match tone {
        Tone::Good => MENDED.1,
        Tone::Warn => tint(Severity::Warning).1,
        Tone::Bad => tint(Severity::Error).1,
        Tone::Plain | Tone::Muted => Color::Black,
    };
    match position {
        0 => text().set_bold().set_font_size(14).set_font_color(ink).set_text_wrap(),
        1 => text().set_bold().set_text_wrap(),
        _ => hint(),
    }
}

/// The colours of what was mended, ground and ink.
const MENDED: (Color, Color) = (Color::RGB(0x00E6_F4EA), Color::RGB(0x0014_6C43));

/// Red for what is wrong, yellow for what needs a look, blue for what is good to know; ground and ink.
fn tint(severity: Severity) -> (Color, Color) {
    let (ground, ink) = match severity {
        Severity::Error => (0x00FD_E4E1, 0x009B_1C1C),
        Severity::Warning => (0x00FF_F1D6, 0x007A_4B00),
        Severity::Notice => (0x00E3_EEF9, 0x001F_4E79),
    };
    (Color::RGB(ground), Color::RGB(ink))
}

/// The colours of what is wrong, for conditional formats.
pub(super) fn wrong(severity: Severity) -> Format {
    tinted(Format::new(), tint(severity))
}

/// The colours of what was mended, for conditional formats.
pub(super) fn mended() -> Format {
    tinted(Format::new(), MENDED)
}

fn tinted(format: Format, (ground, ink): (Color, Color)) -> Format {
    format.set_background_color(ground).set_font_color(ink)
}

/// What a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    /// Of the row that names a group.
    Group,
    /// A label of "Thông tin".
    Label,
    /// The value beside it.
    Labelled,
    /// Of a row.
    Body,
    /// Of the list of what is to be mended.
    Review,
}

/// Everything that decides a cell's format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Look {
    role: Role,
    entry: bool,
    holds: Holds,
    /// Decimals of a number; `None` for the general format.
    places: Option<u32>,
    wrong: Option<Severity>,
    link: bool,
}

impl Look {
    /// A cell of a row.
    pub(super) fn cell(cell: &Cell) -> Self {
        let Cell { entry, holds, .. } = *cell;
        let wrong = cell.mark.as_ref().map(|mark| mark.severity);
        Self { role: Role::Body, entry, holds, places: places(cell), wrong, link: false }
    }

    /// The value beside a label.
    pub(super) fn labelled(cell: &Cell) -> Self {
        Self { role: Role::Labelled, ..Self::cell(cell) }
    }

    /// A cell of the row that names a group; an empty one is open, so that a block of figures can be pasted over it.
    pub(super) fn group(cell: Option<&Cell>) -> Self {
        let holds = cell.map_or(Holds::Prose, |cell| cell.holds);
        Self { role: Role::Group, entry: cell.is_none(), holds, ..Self::label() }
    }

    /// A label of "Thông tin".
    pub(super) fn label() -> Self {
        Self { role: Role::Label, entry: false, holds: Holds::Prose, places: None, wrong: None, link: false }
    }

    /// A cell of the list of what is to be mended; `wrong` is `None` for what was mended.
    pub(super) fn review(holds: Holds, wrong: Option<Severity>) -> Self {
        Self { role: Role::Review, holds, wrong, ..Self::label() }
    }

    /// The name of a row with something wrong in it, which leads to what is wrong.
    pub(super) fn leading_to(self, severity: Severity) -> Self {
        Self { wrong: Some(severity), link: true, ..self }
    }

    /// The same, leading somewhere.
    pub(super) fn link(self) -> Self {
        Self { link: true, ..self }
    }

    fn format(self) -> Format {
        let format = match self.role {
            Role::Group | Role::Label => boxed().set_bold(),
            Role::Labelled | Role::Body => boxed(),
            Role::Review => boxed().set_align(FormatAlign::Top),
        };
        let format = match (self.role, self.entry) {
            (Role::Group, true) => format.set_background_color(GROUP_FILL).set_unlocked(),
            (Role::Group, false) => format.set_background_color(GROUP_FILL),
            (_, true) => format.set_unlocked(),
            (_, false) => format.set_background_color(PRINTED_FILL),
        };
        let format = self.hold(format);
        let format = match (self.role, self.wrong) {
            (_, Some(severity)) => tinted(format, tint(severity)),
            (Role::Review, None) => tinted(format, MENDED),
            _ => format,
        };
        if self.link { format.set_underline(FormatUnderline::Single) } else { format }
    }

    fn hold(self, format: Format) -> Format {
        let format = match self.holds {
            Holds::Code if self.role == Role::Body => format.set_font_size(8).set_font_color(CODE_COLOR),
            Holds::Word | Holds::Figure(ElementKind::Choice) => format.set_align(FormatAlign::Center),
            Holds::Code | Holds::Prose | Holds::Figure(ElementKind::Text) => format,
            Holds::Date => format.set_align(FormatAlign::Center).set_num_format("dd/mm/yyyy"),
            Holds::Figure(_) => format.set_align(FormatAlign::Right).set_num_format(number_format(self.places)),
        };
        if self.role == Role::Labelled { format.set_align(FormatAlign::Left) } else { format }
    }
}

/// The formats in use; each is made once.
#[derive(Debug, Default)]
pub(super) struct Styles(BTreeMap<Look, Format>);

impl Styles {
    /// The format of this look.
    pub(super) fn of(&mut self, look: Look) -> &Format {
        self.0.entry(look).or_insert_with(|| look.format())
    }
}

/// As many decimals as the figure has. An empty cell for a percentage keeps the general format: a spreadsheet then turns
/// a typed `97,5%` into a cell formatted as percent, which readers can tell from 0,975.
fn places(cell: &Cell) -> Option<u32> {
    match (&cell.value, cell.holds) {
        (Value::Number(number), _) => Some(number.places(MOST_PLACES).unwrap_or(MOST_PLACES)),
        (Value::Computed(..), _) => Some(2),
        (_, Holds::Figure(ElementKind::Count)) => Some(0),
        (_, Holds::Figure(ElementKind::Percent)) => None,
        _ => Some(2),
    }
}

/// Thousands in groups.
fn number_format(places: Option<u32>) -> String {
    match places {
        None => "General".to_owned(),
        Some(0) => "#,##0".to_owned(),
        Some(places) => format!("#,##0.{}", "0".repeat(places as usize)),
    }
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
