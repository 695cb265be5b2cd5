//! What is wrong with a plan file, and where.

use std::ops::Range;

use super::PlanFile;
use crate::text::{Args, Catalog};

/// One thing wrong with the plan. Its wording is made later, from the code and `args`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanProblem {
    /// Stable code, one of [`codes::ALL`](super::codes::ALL).
    pub code: &'static str,
    /// Name of the file.
    pub file: String,
    /// Line of the file, from 1.
    pub line: usize,
    /// Bytes of the file to blame.
    pub span: Range<usize>,
    /// What the wording names.
    pub args: Args,
    /// Key of a text that says more about the very place.
    pub detail: Option<String>,
    /// The other place it clashes with, in the same file.
    pub related: Option<Range<usize>>,
    /// What to write in place of `span`, where a known word is near.
    pub suggestion: Option<String>,
}

impl PlanProblem {
    /// A problem at this place with nothing else known yet.
    pub(super) fn new(code: &'static str, file: &str, text: &str, span: Range<usize>) -> Self {
        let line = 1 + text.bytes().take(span.start).filter(|&byte| byte == b'\n').count();
        let (args, detail, related, suggestion) = (Args::new(), None, None, None);
        Self { code, file: file.to_owned(), line, span, args, detail, related, suggestion }
    }

    pub(super) fn arg(&mut self, name: &'static str, value: impl Into<String>) -> &mut Self {
        self.args.insert(name, value.into());
        self
    }

    pub(super) fn detail(&mut self, key: impl Into<String>) -> &mut Self {
        self.detail = Some(key.into());
        self
    }

    pub(super) fn related(&mut self, span: Range<usize>) -> &mut Self {
        self.related = Some(span);
        self
    }

    pub(super) fn suggest(&mut self, replacement: Option<impl Into<String>>) -> &mut Self {
        self.suggestion = replacement.map(Into::into);
        self
    }

    /// What was found and what is needed, in the catalogue's language.
    pub fn message(&self, catalog: &Catalog) -> String {
        catalog.find(self.code, &self.args).unwrap_or_else(|| self.code.to_owned())
    }
}

/// One plan file under inspection and all that was found wrong with it.
#[derive(Debug)]
pub(super) struct Inspection<'a> {
    name: &'a str,
    /// The file's text; empty for a file that is not there.
    pub(super) text: &'a str,
    /// Where the text is not TOML; what stands there was guessed by the parser.
    syntax: Vec<Range<usize>>,
    /// Whether all that the file declares is known: it is there, all of it is TOML, and every table has its name.
    pub(super) complete: bool,
    problems: Vec<PlanProblem>,
}

impl<'a> Inspection<'a> {
    /// Takes up the file of this name; `None` if it is not there.
    pub(super) fn open(name: &str, files: &'a [PlanFile]) -> Option<Self> {
        let file = files.iter().find(|file| file.name == name)?;
        Some(Self { name: &file.name, text: &file.text, syntax: Vec::new(), complete: true, problems: Vec::new() })
    }

    /// A file that is not there and need not be.
    pub(super) fn absent(name: &'a str) -> Self {
        Self { name, text: "", syntax: Vec::new(), complete: true, problems: Vec::new() }
    }

    /// Notes a problem; the caller adds what its wording names.
    pub(super) fn problem(&mut self, code: &'static str, span: Range<usize>) -> &mut PlanProblem {
        self.problems.push_mut(PlanProblem::new(code, self.name, self.text, span))
    }

    /// Notes that the text is not TOML here.
    pub(super) fn syntax_error(&mut self, span: Range<usize>) -> &mut PlanProblem {
        self.syntax.push(span.clone());
        self.complete = false;
        self.problem(super::codes::SYNTAX, span)
    }

    /// The bytes of the file that a part of a string value stands in; all of the value where escapes blur that.
    pub(super) fn within(&self, outer: &Range<usize>, value: &str, part: Range<usize>) -> Range<usize> {
        let inner = outer.start + 1..outer.end.saturating_sub(1);
        match self.text.get(inner.clone()) {
            Some(written) if written == value => inner.start + part.start..inner.start + part.end,
            _ => outer.clone(),
        }
    }

    /// All problems in order of place, without those that only follow from a syntax error.
    pub(super) fn into_problems(self) -> Vec<PlanProblem> {
        let Self { syntax, mut problems, .. } = self;
        let touches = |span: &Range<usize>| syntax.iter().any(|bad| span.start <= bad.end && bad.start <= span.end);
        problems.retain(|problem| match problem.code {
            super::codes::SYNTAX => true,
            super::codes::MISSING_KEY => syntax.is_empty(),
            _ => !touches(&problem.span),
        });
        problems.sort_by_key(|problem| (problem.span.start, problem.span.end, problem.code));
        problems
    }
}
