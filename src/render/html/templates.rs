//! The page's templates and style sheet.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::render::RenderError;
use crate::templates::{Escape, Library};

/// The template that all others are parts of.
const PAGE: &str = "page";

/// The style sheet, put into the page as it is.
const STYLE: &str = "style.css";

/// Templates and style, ready to use.
#[derive(Debug)]
pub struct Templates(Library);

impl Templates {
    /// The embedded files with those of `overrides` (by path below `templates/`, such as `html/page.hbs`) in their place.
    pub fn new(overrides: &BTreeMap<String, String>) -> Result<Self, RenderError> {
        Ok(Self(Library::new("html", overrides, Escape::Html)?))
    }

    /// The style sheet.
    pub(super) fn style(&self) -> &str {
        self.0.text(STYLE)
    }

    /// The whole page, spelled from this view.
    pub(super) fn render(&self, view: &impl Serialize) -> Result<String, RenderError> {
        Ok(self.0.render(PAGE, view)?)
    }
}
