//! Letters from templates: each is written once, as text; the page is made of the text, so that both say the same.

use std::collections::BTreeMap;

use handlebars::html_escape;
use serde::Serialize;

use crate::report::document::Tone;
use crate::templates::{Escape, Library, TemplateFault};

/// The folder of the templates below `templates/`.
const FOLDER: &str = "mail";

/// The template of every letter's page.
const PAGE: &str = "page";

/// What an item of a list begins with.
const BULLET: &str = "- ";

/// A letter, spelled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The template's first line.
    pub subject: String,
    /// What stands below it.
    pub text: String,
    /// The same as a page.
    pub html: String,
}

/// The templates of letters, ready to use.
#[derive(Debug)]
pub struct Letters {
    texts: Library,
    pages: Library,
}

#[derive(Serialize)]
struct Page<'a> {
    subject: &'a str,
    authority: &'a str,
    colour: &'static str,
    blocks: Vec<Block<'a>>,
}

/// Lines that belong together: a paragraph or a list.
#[derive(Serialize)]
struct Block<'a> {
    list: bool,
    lines: Vec<&'a str>,
}

impl Letters {
    /// The embedded templates with those of `overrides` (by path below `templates/`, such as `mail/return.hbs`) in their
    /// place.
    pub fn new(overrides: &BTreeMap<String, String>) -> Result<Self, TemplateFault> {
        let of = |escape| Library::new(FOLDER, overrides, escape);
        Ok(Self { texts: of(Escape::Nothing)?, pages: of(Escape::Html)? })
    }

    /// The letter of this template, spelled from this view; `authority` stands above its page, `tone` colours it.
    pub(super) fn write(
        &self,
        template: &str,
        view: &impl Serialize,
        authority: &str,
        tone: Tone,
    ) -> Result<Letter, TemplateFault> {
        let (subject, text) = self.words(template, view)?;
        let blocks: Vec<Block<'_>> = blocks(&text).into_iter().map(Block::for_page).collect();
        let lines: Vec<String> = blocks.iter().flat_map(|block| &block.lines).map(|line| html_escape(line)).collect();
        let html = self.pages.render(PAGE, &Page { subject: &subject, authority, colour: colour(tone), blocks })?;
        // Most programs show the page: one that leaves something out would say less than the text.
        if !lines.iter().all(|line| html.contains(line)) {
            return Err(self.pages.says_nothing(PAGE));
        }
        Ok(Letter { subject, text, html })
    }

    /// Subject and text of this template alone.
    pub(super) fn words(&self, template: &str, view: &impl Serialize) -> Result<(String, String), TemplateFault> {
        let spelled = self.texts.render(template, view)?;
        let (first, rest) = spelled.trim_start().split_once('\n').unwrap_or((&spelled, ""));
        // A subject is one line, whatever the names in it hold.
        let subject = first.split_whitespace().collect::<Vec<_>>().join(" ");
        let blocks = blocks(rest);
        if subject.is_empty() || blocks.is_empty() {
            return Err(self.texts.says_nothing(template));
        }
        let text = blocks.iter().map(|block| block.lines.join("\n") + "\n").collect::<Vec<_>>().join("\n");
        Ok((subject, text))
    }
}

/// The blocks of a text, which empty lines part.
fn blocks(text: &str) -> Vec<Block<'_>> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let parts = lines.split(|line| line.is_empty()).filter(|lines| !lines.is_empty());
    let runs = parts.flat_map(|lines| lines.chunk_by(|one, other| is_item(one) == is_item(other)));
    runs.map(|lines| Block { list: lines.iter().all(|line| is_item(line)), lines: lines.to_vec() }).collect()
}

fn is_item(line: &str) -> bool {
    line.starts_with(BULLET)
}

impl Block<'_> {
    /// A list's own bullets take the place of those of the text.
    fn for_page(mut self) -> Self {
        if self.list {
            self.lines = self.lines.iter().map(|line| line.strip_prefix(BULLET).unwrap_or(line)).collect();
        }
        self
    }
}

fn colour(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "#1b6e3c",
        Tone::Warn => "#8a5a00",
        Tone::Bad => "#a3231c",
        Tone::Plain | Tone::Muted => "#1f4e79",
    }
}
