//! The pieces of a drawing: boxes, texts and patterns, with no style but classes.

use crate::model::Number;
use crate::render::html::{escape, table};
use crate::report::document::Chart;

/// Lines drawn over the second series and those after it, in a square of six pixels.
const HATCHES: &[&str] = &["M0 6 6 0", "M0 3H6", "M3 0V6", "M0 0 6 6M0 6 6 0", "M2 2h2v2h-2z"];

/// A drawing as wide as its place and so many pixels high.
pub(super) struct Svg {
    head: String,
    body: String,
    /// How far down the drawing has come, in pixels.
    pub(super) y: usize,
}

/// A place in the drawing: percent from the left, pixels from the top.
#[derive(Clone, Copy)]
pub(super) struct At<'n> {
    pub(super) x: &'n Number,
    pub(super) y: usize,
}

impl Svg {
    /// An empty drawing of this chart, with what it says in words.
    pub(super) fn new(chart: &Chart) -> Self {
        let mut head = String::from(" role=\"img\"");
        escape::attribute(&mut head, "aria-labelledby", &format!("{0}-ten {0}-loi", chart.id));
        head.push_str("><title");
        escape::attribute(&mut head, "id", &format!("{}-ten", chart.id));
        head.push('>');
        escape::push(&mut head, &chart.title);
        head.push_str("</title><desc");
        escape::attribute(&mut head, "id", &format!("{}-loi", chart.id));
        head.push('>');
        escape::push(&mut head, &chart.summary);
        head.push_str("</desc>");
        for position in 1..chart.series.len() {
            pattern(&mut head, chart, position);
        }
        Self { head, body: String::new(), y: 0 }
    }

    /// A box so many percent wide and pixels high.
    pub(super) fn rect(&mut self, class: &str, at: At<'_>, width: &Number, height: usize, fill: Option<&str>) {
        self.body.push_str("<rect");
        self.place(class, "x", "y", at);
        escape::attribute(&mut self.body, "width", &percent(width));
        escape::attribute(&mut self.body, "height", &height.to_string());
        if let Some(fill) = fill {
            escape::attribute(&mut self.body, "fill", fill);
        }
        self.body.push_str("/>");
    }

    /// A box of a series, in its colour or its pattern.
    pub(super) fn piece(&mut self, chart: &Chart, series: usize, at: At<'_>, width: &Number, height: usize) {
        self.rect(&piece_class(chart, series), at, width, height, fill(chart, series).as_deref());
    }

    /// An upright line down to `bottom`.
    pub(super) fn mark(&mut self, class: &str, at: At<'_>, bottom: usize) {
        self.body.push_str("<line");
        self.place(class, "x1", "y1", at);
        escape::attribute(&mut self.body, "x2", &percent(at.x));
        escape::attribute(&mut self.body, "y2", &bottom.to_string());
        self.body.push_str("/>");
    }

    /// A line of text on its base line.
    pub(super) fn text(&mut self, class: &str, at: At<'_>, text: &str) {
        self.body.push_str("<text");
        self.place(class, "x", "y", at);
        // The outline of letters on a pattern lies behind them.
        self.body.push_str(" paint-order=\"stroke\">");
        escape::push(&mut self.body, text);
        self.body.push_str("</text>");
    }

    fn place(&mut self, class: &str, x: &str, y: &str, at: At<'_>) {
        escape::attribute(&mut self.body, "class", class);
        escape::attribute(&mut self.body, x, &percent(at.x));
        escape::attribute(&mut self.body, y, &at.y.to_string());
    }

    /// The whole drawing.
    pub(super) fn finish(self) -> String {
        format!("<svg width=\"100%\" height=\"{}\"{}{}</svg>", self.y, self.head, self.body)
    }
}

/// What a series is filled with besides its colour: every one but the first has a pattern.
fn fill(chart: &Chart, position: usize) -> Option<String> {
    (position > 0).then(|| format!("url(#{})", pattern_id(chart, position)))
}

fn piece_class(chart: &Chart, series: usize) -> String {
    let solid = if series > 0 { "" } else { " solid" };
    format!("piece{solid}{}", tone(chart, series))
}

/// The colour of a series as a class.
pub(super) fn tone(chart: &Chart, position: usize) -> &'static str {
    chart.series.get(position).map_or("", |series| table::tone(series.tone))
}

/// A series in the legend: a filled square, or the mark of a target.
pub(super) fn swatch(chart: &Chart, position: usize, mark: bool) -> String {
    let mut out = String::from("<svg class=\"swatch\" width=\"14\" height=\"14\" aria-hidden=\"true\">");
    if mark {
        out.push_str("<line class=\"target\" x1=\"7\" x2=\"7\" y1=\"0\" y2=\"14\"/>");
    } else {
        out.push_str("<rect width=\"14\" height=\"14\"");
        escape::attribute(&mut out, "class", &piece_class(chart, position));
        if let Some(fill) = fill(chart, position) {
            escape::attribute(&mut out, "fill", &fill);
        }
        out.push_str("/>");
    }
    out.push_str("</svg>");
    out
}

/// Breaks a label into lines of so many characters, at blanks.
pub(super) fn lines(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn pattern(out: &mut String, chart: &Chart, position: usize) {
    out.push_str("<pattern");
    escape::attribute(out, "id", &pattern_id(chart, position));
    out.push_str(" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><rect");
    escape::attribute(out, "class", &format!("solid{}", tone(chart, position)));
    out.push_str(" width=\"6\" height=\"6\"/><path class=\"hatch\"");
    let hatch = HATCHES.iter().cycle().nth(position - 1).copied().unwrap_or_default();
    escape::attribute(out, "d", hatch);
    out.push_str("/></pattern>");
}

fn pattern_id(chart: &Chart, position: usize) -> String {
    format!("{}-nen-{position}", chart.id)
}

fn percent(number: &Number) -> String {
    format!("{}%", number.round(2))
}
