//! Handlebars templates of one folder: embedded files that files on disk replace; an error names file, line and variable.

mod strict;
pub mod xml;

use std::collections::BTreeMap;

use handlebars::template::TemplateElement;
use handlebars::{Handlebars, RenderError, RenderErrorReason, Template, no_escape};
use rust_embed::RustEmbed;
use serde::Serialize;

#[derive(RustEmbed)]
#[folder = "templates/"]
#[include = "*.hbs"]
#[include = "*.css"]
#[include = "*.toml"]
struct Embedded;

/// What the templates are written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Escape {
    /// HTML: values are escaped.
    Html,
    /// XML 1.0: values are escaped, and characters that it cannot hold are dropped.
    Xml,
    /// Plain text: values stand as they are.
    Nothing,
}

/// The files of one folder below `templates/`, ready to use.
#[derive(Debug)]
pub struct Library {
    folder: &'static str,
    registry: Handlebars<'static>,
    texts: BTreeMap<String, String>,
}

/// What is wrong with a template.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TemplateProblem {
    /// It names what its view does not have, such as `tasks.don`.
    #[error("no such variable: {0}")]
    UnknownVariable(String),
    /// It takes in a template that is not there.
    #[error("no such template")]
    UnknownTemplate,
    /// It says nothing where something has to be said.
    #[error("it says nothing")]
    Empty,
    /// It cannot be read; in the parser's words.
    #[error("{0}")]
    Syntax(String),
}

/// A template that cannot be used. `templates/text/plan.hbs:3:7: no such variable: tasks.don`
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("templates/{file}:{line}:{column}: {problem}")]
pub struct TemplateFault {
    /// The file, below `templates/`.
    pub file: String,
    /// Line, from one.
    pub line: usize,
    /// Column, from one.
    pub column: usize,
    /// What is wrong, with the variable or key concerned.
    pub problem: TemplateProblem,
}

impl Library {
    /// The embedded files of a folder with those of `overrides` (by path below `templates/`) in their place.
    pub fn new(
        folder: &'static str,
        overrides: &BTreeMap<String, String>,
        escape: Escape,
    ) -> Result<Self, TemplateFault> {
        let mut registry = Handlebars::new();
        registry.set_strict_mode(true);
        registry.set_prevent_indent(true);
        match escape {
            Escape::Html => {}
            Escape::Xml => registry.register_escape_fn(xml::escape),
            Escape::Nothing => registry.register_escape_fn(no_escape),
        }
        let check = strict::check(&mut registry);
        let mut library = Self { folder, registry, texts: texts(folder, overrides) };
        for (file, text) in &library.texts {
            let Some(name) = file.strip_suffix(".hbs") else { continue };
            if let Some(plain) = plain(text) {
                library.registry.register_template(name, plain);
                continue;
            }
            library.registry.register_template_string(name, text).map_err(|error| {
                let (line, column) = error.pos().unwrap_or((1, 1));
                let problem = TemplateProblem::Syntax(first_line(&error.reason().to_string()));
                TemplateFault { file: format!("{folder}/{file}"), line, column, problem }
            })?;
            if let Some(check) = &check {
                strict::check_names(&mut library.registry, name, check);
            }
        }
        Ok(library)
    }

    /// A file of the folder that is no template, such as a style sheet.
    pub fn text(&self, file: &str) -> &str {
        self.texts.get(file).map_or("", String::as_str)
    }

    /// The template of this name, spelled from this view.
    pub fn render(&self, name: &str, view: &impl Serialize) -> Result<String, TemplateFault> {
        self.registry.render(name, view).map_err(|error| self.fault(name, &error))
    }

    /// A template that stands in another file, spelled from this view.
    pub fn render_text(&self, text: &str, view: &impl Serialize) -> Result<String, TemplateFault> {
        self.registry.render_template(text, view).map_err(|error| self.fault("", &error))
    }

    /// What is wrong with a template that spells nothing where something has to be said.
    pub fn says_nothing(&self, name: &str) -> TemplateFault {
        TemplateFault {
            file: format!("{}/{name}.hbs", self.folder),
            line: 1,
            column: 1,
            problem: TemplateProblem::Empty,
        }
    }

    fn fault(&self, name: &str, error: &RenderError) -> TemplateFault {
        let problem = match error.reason() {
            RenderErrorReason::MissingVariable(Some(variable)) => TemplateProblem::UnknownVariable(variable.clone()),
            RenderErrorReason::TemplateNotFound(_) => TemplateProblem::UnknownTemplate,
            reason => TemplateProblem::Syntax(first_line(&reason.to_string())),
        };
        let file = format!("{}/{}.hbs", self.folder, error.template_name.as_deref().unwrap_or(name));
        TemplateFault { file, line: error.line_no.unwrap_or(1), column: error.column_no.unwrap_or(1), problem }
    }
}

/// A template that names nothing, such as a sheet of styles: parsing it letter by letter would cost as much as all others.
fn plain(text: &str) -> Option<Template> {
    if text.contains("{{") {
        return None;
    }
    let mut template = Template::compile("in its place").ok()?;
    *template.elements.first_mut()? = TemplateElement::RawString(text.to_owned());
    Some(template)
}

/// Parsers draw pictures below their first line; file, line and column say the same.
fn first_line(text: &str) -> String {
    text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default().to_owned()
}

fn texts(folder: &str, overrides: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let below = |path: &str| Some(path.strip_prefix(folder)?.strip_prefix('/')?.to_owned());
    let embedded = Embedded::iter().filter_map(|path| {
        let bytes = Embedded::get(&path)?.data;
        Some((below(&path)?, String::from_utf8_lossy(&bytes).into_owned()))
    });
    // Some editors put a mark of byte order before a text.
    let bare = |text: &str| text.trim_start_matches('\u{feff}').to_owned();
    let replaced = overrides.iter().filter_map(|(path, text)| Some((below(path)?, bare(text))));
    embedded.chain(replaced).collect()
}
