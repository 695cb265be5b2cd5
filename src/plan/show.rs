//! Problems of a plan as a compiler shows them: the line, a caret, and what was probably meant.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet, normalize_untrusted_str};

use super::{PlanFile, PlanProblem};
use crate::text::Catalog;

/// All problems, an empty line apart; with colours if `styled`.
pub fn show(problems: &[PlanProblem], files: &[PlanFile], catalog: &Catalog, styled: bool) -> String {
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let shown = problems.iter().map(|problem| {
        let file = files.iter().find(|file| file.name == problem.file);
        renderer.render(&groups(problem, file, catalog)) + "\n"
    });
    shown.collect::<Vec<_>>().join("\n")
}

fn groups<'a>(problem: &'a PlanProblem, file: Option<&'a PlanFile>, catalog: &Catalog) -> Vec<Group<'a>> {
    let title = Level::ERROR
        .with_name(catalog.get("plan-error"))
        .primary_title(normalize_untrusted_str(&problem.message(catalog)));
    let mut main = Group::with_title(title.id(problem.code));
    main = match file {
        Some(file) => main.element(excerpt(problem, file, catalog)),
        None => main.element(Origin::path(&problem.file)),
    };
    let help = Level::HELP.with_name(catalog.get("plan-help"));
    if let (Some(meant), Some(file)) = (&problem.suggestion, file) {
        let title = catalog.with("plan-did-you-mean", &[("word", meant.trim_matches('"'))]);
        let patch = Patch::new(problem.span.clone(), meant.as_str());
        let snippet = Snippet::source(&file.text).path(&file.name).patch(patch);
        return vec![main, Group::with_title(help.secondary_title(title)).element(snippet)];
    }
    let fix = catalog.find(&format!("{}.fix", problem.code), &problem.args).unwrap_or_default();
    vec![main.element(help.message(fix))]
}

fn excerpt<'a>(
    problem: &'a PlanProblem,
    file: &'a PlanFile,
    catalog: &Catalog,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let primary = AnnotationKind::Primary.span(problem.span.clone()).label(label(problem, catalog));
    let related = problem.related.clone();
    let related = related.map(|span| AnnotationKind::Context.span(span).label(catalog.get("plan-related")));
    Snippet::source(&file.text).path(&file.name).annotation(primary).annotations(related)
}

/// What stands at the caret: the detail, in the parser's own words where the catalogue has none, else the short name.
fn label(problem: &PlanProblem, catalog: &Catalog) -> Option<String> {
    let text = |key: &str| catalog.find(key, &problem.args);
    let detail = problem.detail.as_deref().and_then(text);
    detail.or_else(|| problem.args.get("message").cloned()).or_else(|| text(&format!("{}.title", problem.code)))
}
