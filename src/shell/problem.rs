//! Why a run could not go on, as a key of the catalogue with what it names.

use std::io;
use std::path::Path;

use crate::pipeline::PipelineError;
use crate::render::RenderError;
use crate::templates::{TemplateFault, TemplateProblem};
use crate::text::{Args, Catalog};

/// A reason to stop with exit status 2.
#[derive(Debug, thiserror::Error)]
#[error("{key}: {args:?}")]
pub(crate) struct Problem {
    key: &'static str,
    args: Args,
    near: Option<String>,
    #[source]
    cause: Option<io::Error>,
}

impl Problem {
    /// A problem worded by this key.
    pub(crate) fn new(key: &'static str) -> Self {
        Self { key, args: Args::new(), near: None, cause: None }
    }

    /// Names something in the wording.
    pub(crate) fn arg(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.insert(name, value.into());
        self
    }

    /// Names a file, with `/` on every system.
    pub(crate) fn path(self, path: &Path) -> Self {
        self.arg("path", slashed(path))
    }

    /// Says what was perhaps meant.
    pub(crate) fn near(mut self, name: Option<&str>) -> Self {
        self.near = name.map(str::to_owned);
        self
    }

    /// Says what the system said.
    pub(crate) fn cause(mut self, cause: io::Error) -> Self {
        self.cause = Some(cause);
        self
    }

    /// Whether it is the one worded by this key.
    pub(crate) fn is(&self, key: &str) -> bool {
        self.key == key
    }

    /// The problem in the catalogue's words.
    pub(crate) fn word(&self, catalog: &Catalog) -> String {
        let text = catalog.find(self.key, &self.args).unwrap_or_else(|| self.to_string());
        let cause = self.cause.as_ref().map(|cause| format!(" ({})", word_cause(cause, catalog)));
        let near = self.near.as_ref().map(|near| format!("\n{}", catalog.with("did-you-mean", &[("name", near)])));
        text + &cause.unwrap_or_default() + &near.unwrap_or_default()
    }
}

fn word_cause(cause: &io::Error, catalog: &Catalog) -> String {
    match cause.kind() {
        io::ErrorKind::NotFound => catalog.get("io-not-found"),
        io::ErrorKind::PermissionDenied => catalog.get("io-permission-denied"),
        io::ErrorKind::StorageFull => catalog.get("io-storage-full"),
        io::ErrorKind::ReadOnlyFilesystem => catalog.get("io-read-only"),
        io::ErrorKind::AlreadyExists => catalog.get("io-already-exists"),
        io::ErrorKind::TimedOut => catalog.get("io-timed-out"),
        io::ErrorKind::IsADirectory => catalog.get("io-is-a-directory"),
        io::ErrorKind::NotADirectory => catalog.get("io-not-a-directory"),
        _ => cause.to_string(),
    }
}

/// A text that says all by itself, such as a broken plan with its lines and carets.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Shown(pub(crate) String);

/// Any error of the shell as a line for people; what the catalogue does not know is shown as it is.
pub(crate) fn word(error: &anyhow::Error, catalog: &Catalog) -> String {
    if let Some(Shown(text)) = error.downcast_ref() {
        return text.trim_end().to_owned() + "\n";
    }
    let text = if let Some(problem) = error.downcast_ref::<Problem>() {
        problem.word(catalog)
    } else if let Some(fault) = error.downcast_ref().and_then(PipelineError::template_fault) {
        word_template(fault, catalog)
    } else if let Some(PipelineError::Render(RenderError::BeyondExcel { sheet, way, needs, most })) =
        error.downcast_ref()
    {
        let [needs, most] = [needs, most].map(u64::to_string);
        catalog.with("beyond-excel", &[("sheet", sheet), ("way", way.key()), ("needs", &needs), ("most", &most)])
    } else {
        format!("{error:#}")
    };
    format!("{}: {text}\n", catalog.get("severity-error"))
}

/// What is wrong with a template, with file, line and variable.
fn word_template(fault: &TemplateFault, catalog: &Catalog) -> String {
    let (kind, detail) = match &fault.problem {
        TemplateProblem::UnknownVariable(name) => ("variable", name.as_str()),
        TemplateProblem::UnknownTemplate => ("template", ""),
        TemplateProblem::Empty => ("empty", ""),
        TemplateProblem::Syntax(words) => ("syntax", words.as_str()),
    };
    let (line, column) = (fault.line.to_string(), fault.column.to_string());
    let args =
        [("file", fault.file.as_str()), ("line", &line), ("column", &column), ("kind", kind), ("detail", detail)];
    catalog.with("template-fault", &args)
}

/// A path with `/` between its parts.
pub(crate) fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}

/// The known name nearest to a mistyped one, if any is near.
pub(crate) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const NEAR: f64 = 0.75;
    let wanted = name.to_lowercase();
    let scored = known.into_iter().map(|k| (strsim::jaro_winkler(&wanted, &k.to_lowercase()), k));
    scored.filter(|(score, _)| *score >= NEAR).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, k)| k)
}
