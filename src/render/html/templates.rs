//! The page's templates and style: embedded files that files on disk replace.

use std::collections::BTreeMap;

use handlebars::{Handlebars, RenderErrorReason, TemplateError};
use rust_embed::RustEmbed;
use serde::Serialize;

use crate::render::RenderError;

/// Where the files stand below `templates/`.
const FOLDER: &str = "html/";

/// The template that all others are parts of.
const PAGE: &str = "page";

/// The style sheet, put into the page as it is.
const STYLE: &str = "style.css";

#[derive(RustEmbed)]
#[folder = "templates/html/"]
#[include = "*.hbs"]
#[include = "style.css"]
struct Embedded;

/// Templates and style, ready to use.
#[derive(Debug)]
pub struct Templates {
    registry: Handlebars<'static>,
    style: String,
}

impl Templates {
    /// The embedded files with those of `overrides` (by path below `templates/`, such as `html/page.hbs`) in their place.
    pub fn new(overrides: &BTreeMap<String, String>) -> Result<Self, RenderError> {
        let mut texts = texts(overrides);
        let style = texts.remove(STYLE).unwrap_or_default();
        let mut registry = Handlebars::new();
        registry.set_strict_mode(true);
        registry.set_prevent_indent(true);
        for (file, text) in &texts {
            if let Some(name) = file.strip_suffix(".hbs") {
                registry.register_template_string(name, text).map_err(|error| unparsed(file, &error))?;
            }
        }
        Ok(Self { registry, style })
    }

    /// The style sheet.
    pub(super) fn style(&self) -> &str {
        &self.style
    }

    /// The whole page, spelled from this view.
    pub(super) fn render(&self, view: &impl Serialize) -> Result<String, RenderError> {
        self.registry.render(PAGE, view).map_err(|error| unrendered(&error))
    }
}

fn texts(overrides: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let embedded = Embedded::iter().filter_map(|path| {
        let bytes = Embedded::get(&path)?.data;
        Some((path.into_owned(), String::from_utf8_lossy(&bytes).into_owned()))
    });
    let replaced =
        overrides.iter().filter_map(|(path, text)| Some((path.strip_prefix(FOLDER)?.to_owned(), text.clone())));
    embedded.chain(replaced).collect()
}

fn unparsed(file: &str, error: &TemplateError) -> RenderError {
    let (line, column) = error.pos().unwrap_or((1, 1));
    RenderError::Template { file: format!("{FOLDER}{file}"), line, column, problem: error.reason().to_string() }
}

fn unrendered(error: &handlebars::RenderError) -> RenderError {
    let problem = match error.reason() {
        RenderErrorReason::MissingVariable(Some(variable)) => format!("no such variable: {variable}"),
        reason => reason.to_string(),
    };
    RenderError::Template {
        file: format!("{FOLDER}{}.hbs", error.template_name.as_deref().unwrap_or(PAGE)),
        line: error.line_no.unwrap_or(1),
        column: error.column_no.unwrap_or(1),
        problem,
    }
}
