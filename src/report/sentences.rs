//! The report's sentences and outline.

use std::collections::BTreeMap;

use serde::Serialize;

use super::outline::Outline;
use crate::templates::{Escape, Library, TemplateFault};

/// The file that lays the report out.
const OUTLINE: &str = "outline.toml";

/// Sentences and outline, ready to use.
#[derive(Debug)]
pub struct Sentences {
    templates: Library,
    outline: Outline,
}

impl Sentences {
    /// The embedded templates with those of `overrides` (by path below `templates/`) in their place.
    pub fn new(overrides: &BTreeMap<String, String>) -> Result<Self, TemplateFault> {
        let templates = Library::new("text", overrides, Escape::Nothing)?;
        let outline = Outline::parse("text/outline.toml", templates.text(OUTLINE))?;
        Ok(Self { templates, outline })
    }

    /// The outline of the report's text.
    pub(crate) fn outline(&self) -> &Outline {
        &self.outline
    }

    /// A heading of the outline, spelled from this view.
    pub(crate) fn heading(&self, title: &str, view: &impl Serialize) -> Result<String, TemplateFault> {
        if !title.contains("{{") {
            return Ok(title.to_owned());
        }
        let line = |at: usize| self.templates.text(OUTLINE).get(..at).unwrap_or_default().matches('\n').count() + 1;
        self.templates.render_text(title, view).map_err(|fault| TemplateFault {
            file: format!("text/{OUTLINE}"),
            line: self.templates.text(OUTLINE).find(title).map_or(1, line),
            ..fault
        })
    }

    /// One text, spelled from this view.
    pub(crate) fn render(&self, name: &str, view: &impl Serialize) -> Result<String, TemplateFault> {
        Ok(self.templates.render(name, view)?.trim().to_owned())
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failing test says enough")]

    use super::*;
    use crate::templates::TemplateProblem;

    fn with(file: &str, text: &str) -> Result<Sentences, TemplateFault> {
        Sentences::new(&BTreeMap::from([(file.to_owned(), text.to_owned())]))
    }

    #[test]
    fn file_on_disk_replaces_the_embedded_one() {
        let sentences = with("text/closing.hbs", "Hết.\n").unwrap();
        assert_eq!(sentences.render("closing", &()), Ok("Hết.".to_owned()));
    }

    #[test]
    fn unknown_variable_is_named_with_file_and_line() {
        let error = with("text/closing.hbs", "Dòng một\n{{tasks.don}}").unwrap().render("closing", &()).unwrap_err();
        assert_eq!((error.file.as_str(), error.line), ("text/closing.hbs", 2));
        assert_eq!(error.problem, TemplateProblem::UnknownVariable("tasks.don".to_owned()));
    }

    /// Handlebars itself takes a misspelt name in a block for an empty one.
    #[test]
    fn unknown_variable_of_a_block_is_an_error_too() {
        let view = serde_json::json!({ "tasks": { "any": false, "list": [{ "a": 1 }] } });
        for (text, name, line) in [
            ("{{#if tasks.an}}x{{/if}}", "tasks.an", 1),
            ("\n{{#unless tasks.an}}x{{/unless}}", "tasks.an", 2),
            ("{{#each tasks.lst}}x{{/each}}", "tasks.lst", 1),
            ("{{#with task}}x{{/with}}", "task", 1),
            ("{{#unless tasks.any}}\n{{#if tasks.an}}x{{/if}}{{/unless}}", "tasks.an", 2),
            ("{{#each tasks.list}}\n\n{{#if b}}x{{/if}}{{/each}}", "b", 3),
            ("\n{{> subject text=tasks.an}}", "tasks.an", 2),
        ] {
            let error = with("text/closing.hbs", text).unwrap().render("closing", &view).unwrap_err();
            assert_eq!(error.problem, TemplateProblem::UnknownVariable(name.to_owned()), "{text}");
            assert_eq!(error.line, line, "{text}");
        }
        let whole = "{{#each tasks.list}}{{#if a}}{{@index}}{{/if}}{{/each}}{{#if (eq tasks.any false)}}!{{/if}}";
        assert_eq!(with("text/closing.hbs", whole).unwrap().render("closing", &view).unwrap(), "0!");
    }

    #[test]
    fn unclosed_tag_is_named_with_file_and_line() {
        let error = with("text/closing.hbs", "Dòng một\n{{tasks.").unwrap_err();
        assert_eq!((error.file.as_str(), error.line), ("text/closing.hbs", 2));
    }

    #[test]
    fn unknown_key_of_the_outline_is_named_with_its_line() {
        let error = with("text/outline.toml", "[[part]]\nid = \"I\"\ntitel = \"I\"\n").unwrap_err();
        assert_eq!((error.file.as_str(), error.line), ("text/outline.toml", 3));
    }
}
