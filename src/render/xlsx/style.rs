//! How cells look: every format grows from one base, and each is made once.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

use crate::report::document::{Align, ParagraphStyle, Tone};

/// The format of numbers without decimals.
pub(super) const WHOLE_NUMBER: &str = "#,##0";

/// The font of everything, as the decree asks.
pub(super) const FONT: &str = "Times New Roman";

/// Points of the running font.
const FONT_SIZE: f64 = 12.0;

/// What a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// A line above or between tables.
    Line(LineRole),
    /// Head of a column.
    Head,
    /// Heading inside a table.
    Section,
    /// Data.
    Body,
    /// A computed or total row.
    Total,
    /// Data of a list so long that it is for filtering, not for print: one line a row, no borders.
    List,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum LineRole {
    Draft,
    Title,
    Heading,
    Body,
    Caption,
    Missing,
    Verdict,
    Attribution,
}

impl From<ParagraphStyle> for LineRole {
    fn from(style: ParagraphStyle) -> Self {
        match style {
            ParagraphStyle::Body => Self::Body,
            ParagraphStyle::Caption => Self::Caption,
            ParagraphStyle::Missing => Self::Missing,
            ParagraphStyle::Verdict(_) => Self::Verdict,
            ParagraphStyle::Attribution => Self::Attribution,
        }
    }
}

/// Everything that decides a cell's format.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Look {
    pub(super) role: Role,
    pub(super) align: Align,
    pub(super) tone: Tone,
    pub(super) indent: u8,
    pub(super) link: bool,
    /// Number format; empty for text.
    pub(super) number: Cow<'static, str>,
}

impl Look {
    /// A cell of this role with nothing special about it.
    pub(super) fn plain(role: Role, align: Align) -> Self {
        Self { role, align, tone: Tone::Plain, indent: 0, link: false, number: Cow::Borrowed("") }
    }

    /// What most cells of a long list's column are; the column itself is dressed so.
    pub(super) fn listed(align: Align) -> Self {
        let number = if align == Align::Right { WHOLE_NUMBER } else { "" };
        Self { number: Cow::Borrowed(number), ..Self::plain(Role::List, align) }
    }

    /// A line above or between tables.
    pub(super) fn line(line: LineRole, tone: Tone) -> Self {
        let centered = matches!(line, LineRole::Draft | LineRole::Title | LineRole::Caption);
        let align = match line {
            LineRole::Attribution => Align::Right,
            _ if centered => Align::Center,
            _ => Align::Left,
        };
        Self { tone, ..Self::plain(Role::Line(line), align) }
    }
}

/// All formats in use.
pub(super) struct Styles {
    base: Format,
    made: BTreeMap<Look, Format>,
}

impl Default for Styles {
    fn default() -> Self {
        let base = Format::new().set_font_name(FONT).set_font_size(FONT_SIZE);
        Self { base, made: BTreeMap::new() }
    }
}

impl Styles {
    /// The workbook's default format.
    pub(super) fn base(&self) -> &Format {
        &self.base
    }

    /// The format of a look.
    pub(super) fn of(&mut self, look: Look) -> &Format {
        let base = &self.base;
        self.made.entry(look).or_insert_with_key(|look| format(look, base.clone()))
    }
}

fn format(look: &Look, base: Format) -> Format {
    let mut format = role(look.role, base).set_align(FormatAlign::VerticalCenter);
    format = match look.align {
        Align::Left => format.set_align(FormatAlign::Left),
        Align::Center => format.set_align(FormatAlign::Center),
        Align::Right => format.set_align(FormatAlign::Right),
    };
    if let Some(colours) = colours(look.tone) {
        format = format.set_font_color(colours.ink);
        if let Some(ground) = colours.ground {
            format = format.set_background_color(ground);
        }
    }
    if look.indent > 0 {
        format = format.set_indent(look.indent);
    }
    if look.link {
        format = format.set_font_color(Color::RGB(0x05_63_C1)).set_underline(FormatUnderline::Single);
    }
    if !look.number.is_empty() {
        format = format.set_num_format(look.number.as_ref());
    }
    format
}

fn role(role: Role, base: Format) -> Format {
    let in_table =
        |format: Format| format.set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x8C_94_9E)).set_text_wrap();
    match role {
        Role::Line(line_role) => line(line_role, base).set_text_wrap(),
        Role::Head => in_table(base).set_bold().set_background_color(Color::RGB(0xDC_E6_F1)),
        Role::Section => in_table(base).set_bold().set_background_color(Color::RGB(0xF1_F4_F8)),
        Role::Body => in_table(base),
        Role::Total => in_table(base).set_bold(),
        Role::List => base,
    }
}

fn line(line: LineRole, base: Format) -> Format {
    match line {
        LineRole::Draft => base.set_bold().set_font_color(Color::RGB(0xB4_23_18)),
        LineRole::Title => base.set_bold().set_font_size(FONT_SIZE + 2.0),
        LineRole::Heading | LineRole::Verdict => base.set_bold().set_font_size(FONT_SIZE + 1.0),
        LineRole::Body => base,
        LineRole::Caption | LineRole::Attribution => base.set_italic(),
        LineRole::Missing => base.set_italic().set_font_color(Color::RGB(0x5F_66_6E)),
    }
}

/// The colours of a tone; the words of the cell say the same.
pub(super) struct Colours {
    pub(super) ink: Color,
    pub(super) ground: Option<Color>,
    pub(super) bar: Color,
}

/// The colour of a tone where it fills a drawing; white is legible on it.
pub(super) fn strong(tone: Tone) -> Color {
    Color::RGB(match tone {
        Tone::Plain => 0x0B_4F_8A,
        Tone::Good => 0x0B_5D_2A,
        Tone::Warn => 0xA8_63_00,
        Tone::Bad => 0x9B_1C_1C,
        Tone::Muted => 0x6B_74_7E,
    })
}

/// The colours of a tone, if it has any.
pub(super) fn colours(tone: Tone) -> Option<Colours> {
    let of = |ink, ground: Option<u32>, bar| {
        Some(Colours { ink: Color::RGB(ink), ground: ground.map(Color::RGB), bar: Color::RGB(bar) })
    };
    match tone {
        Tone::Plain => None,
        Tone::Good => of(0x0B_5D_2A, Some(0xE2_F2_E6), 0x8F_CB_A3),
        Tone::Warn => of(0x7A_4B_00, Some(0xFF_F1_D6), 0xF0_C6_74),
        Tone::Bad => of(0x9B_1C_1C, Some(0xFD_E4_E1), 0xE8_A1_9A),
        Tone::Muted => of(0x5F_66_6E, None, 0xC3_C9_D0),
    }
}
