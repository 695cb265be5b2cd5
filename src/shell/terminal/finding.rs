//! Findings as a compiler shows them: the sheet's row, the cell marked, what is wrong and what to do.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Level, Origin, Renderer, Snippet};

use super::row;
use crate::model::{FindingState, Severity, Source, Worded};
use crate::pipeline::Inputs;
use crate::text::Catalog;

/// Other cells of one cause that are named on screen.
const MOST_RELATED: usize = 5;

/// One finding with the row it is about.
pub(crate) fn render(worded: &Worded, inputs: &Inputs, catalog: &Catalog) -> String {
    let finding = &worded.finding;
    let title = level(finding.severity, catalog).primary_title(title(worded, catalog)).id(finding.code.as_str());
    let mut elements: Vec<Element<'_>> = Vec::new();
    if let Some(location) = &finding.location {
        elements.push(Origin::path(location.to_string()).into());
        elements.extend(excerpt(location, inputs, catalog));
    }
    if !finding.related.is_empty() {
        elements.push(
            Level::NOTE.with_name(catalog.get("finding-note")).message(related(&finding.related, catalog)).into(),
        );
    }
    if !worded.fix.is_empty() {
        elements.push(Level::HELP.with_name(catalog.get("finding-help")).message(worded.fix.as_str()).into());
    }
    Renderer::styled().decor_style(DecorStyle::Unicode).render(&[title.elements(elements)]) + "\n"
}

fn level(severity: Severity, catalog: &Catalog) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR.with_name(catalog.get("severity-error")),
        Severity::Warning => Level::WARNING.with_name(catalog.get("severity-warning")),
        Severity::Notice => Level::NOTE.with_name(catalog.get("severity-notice")),
    }
}

fn title(worded: &Worded, catalog: &Catalog) -> String {
    match worded.finding.state {
        FindingState::Active => worded.message.clone(),
        FindingState::Trial => format!("{} {}", catalog.get("finding-trial"), worded.message),
        FindingState::Waived => format!("{} {}", catalog.get("finding-waived"), worded.message),
    }
}

fn excerpt(location: &Source, inputs: &Inputs, catalog: &Catalog) -> Option<Element<'static>> {
    let at = location.cell?;
    let (line, mark) = row::line(row::sheet(inputs, location)?, at, catalog);
    let number = usize::try_from(at.row).ok()? + 1;
    Some(Snippet::source(line).line_start(number).annotation(AnnotationKind::Primary.span(mark)).into())
}

fn related(sources: &[Source], catalog: &Catalog) -> String {
    let named: Vec<String> = sources.iter().take(MOST_RELATED).map(ToString::to_string).collect();
    let more = sources.len() - named.len();
    let named = named.join("; ");
    match more {
        0 => catalog.with("finding-related", &[("cells", &named)]),
        more => catalog.with("finding-related-more", &[("cells", &named), ("more", &more.to_string())]),
    }
}
