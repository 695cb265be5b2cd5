//! Sections I to V of the report: the outline filled with sentences and the offices' own words.

use super::{annex_figure, indicators};
use crate::model::{Element, ElementKind, NarrativeEntry, OfficeId, Section};
use crate::report::context::{Context, printed};
use crate::report::document::{Block, ParagraphStyle, Part, Place};
use crate::report::outline::{Figures, OutlinePart, Piece, Texts, is_of, is_under};
use crate::report::sentences::Sentences;
use crate::report::tally::Tasks;
use crate::report::vietnamese::in_sentence;
use crate::report::views::{AreaView, FigureView, IndicatorView};
use crate::report::words;
use crate::templates::TemplateFault;

type Blocks = Result<Vec<Block>, TemplateFault>;

/// One part for each part of the outline.
pub(super) fn parts(context: &Context<'_>, sentences: &Sentences) -> Result<Vec<Part>, TemplateFault> {
    let text = Text { context, sentences };
    let kind = context.results.period.kind;
    sentences.outline().parts.iter().filter(|part| is_of(&part.kinds, kind)).map(|part| text.part(part)).collect()
}

struct Text<'a> {
    context: &'a Context<'a>,
    sentences: &'a Sentences,
}

impl Text<'_> {
    fn part(&self, part: &OutlinePart) -> Result<Part, TemplateFault> {
        let mut blocks = self.pieces(&part.pieces)?;
        let kind = self.context.results.period.kind;
        for section in part.sections.iter().filter(|section| is_of(&section.kinds, kind)) {
            let inside = self.pieces(&section.pieces)?;
            if !inside.is_empty() {
                blocks.push(Block::Heading(2, self.heading(&section.title)?));
                blocks.extend(inside);
            }
        }
        let (id, title) = (part.id.clone(), self.heading(&part.title)?);
        Ok(Part { id, title, sheet: None, place: Place::Text, blocks })
    }

    fn heading(&self, title: &str) -> Result<String, TemplateFault> {
        self.sentences.heading(title, self.context.facts())
    }

    fn pieces(&self, pieces: &[Piece]) -> Blocks {
        let mut blocks = Vec::new();
        for piece in pieces {
            blocks.extend(self.piece(piece)?);
        }
        Ok(blocks)
    }

    fn piece(&self, piece: &Piece) -> Blocks {
        match piece {
            Piece::Sentence(name) => Ok(paragraphs(&self.sentences.render(name, self.context.facts())?)),
            Piece::Tasks(section) => self.tasks(section),
            Piece::Indicators(clauses) => self.indicators(clauses),
            Piece::Figures(figures) => self.figures(figures),
            Piece::Narrative(texts) => Ok(self.narrative(texts)),
            Piece::IndicatorTable(id) => Ok(vec![Block::Table(indicators::short_table(self.context, id))]),
        }
    }

    fn tasks(&self, section: &str) -> Blocks {
        let mut blocks = Vec::new();
        for area in self.context.plan.areas.iter().filter(|area| area.section == section) {
            let tasks = Tasks::of(self.context.tasks_in(area));
            blocks.extend(paragraphs(&self.sentences.render("tasks", &AreaView::of(area, &tasks))?));
        }
        Ok(blocks)
    }

    fn indicators(&self, clauses: &[String]) -> Blocks {
        let mut blocks = Vec::new();
        for result in &self.context.results.indicators {
            if clauses.iter().any(|clause| is_under(&result.indicator.clause, clause)) {
                blocks.extend(paragraphs(
                    &self.sentences.render("indicator", &IndicatorView::of(result, &self.context.results.history))?,
                ));
            }
        }
        Ok(blocks)
    }

    fn figures(&self, figures: &Figures) -> Blocks {
        let mut blocks = Vec::new();
        for element in &self.context.plan.elements {
            if element.form.as_str() == figures.form && is_under(&element.no, &figures.no) {
                let view = FigureView { name: spoken(element).to_owned(), value: self.value(element) };
                if view.value.is_empty() {
                    continue;
                }
                blocks.extend(paragraphs(&self.sentences.render("figure", &view)?));
            }
        }
        Ok(blocks)
    }

    /// The commune's figure, or what offices answered; empty where nobody had to answer and nobody did.
    fn value(&self, element: &Element) -> String {
        if matches!(element.kind, ElementKind::Choice | ElementKind::Text) || annex_figure::is_told_in_remarks(element)
        {
            return annex_figure::answers(self.context, element).lines().collect::<Vec<_>>().join("; ");
        }
        let measure = self.context.result_measure();
        let total = self.context.total(&element.id, measure);
        match (total.and_then(|total| total.value.as_ref()), self.context.figures(&element.id, measure)) {
            (Some(value), _) => in_sentence(&printed(element, value), 6, &element.unit),
            (None, [only]) => self.context.figure_text(only, &element.unit),
            (None, _) => words::UNKNOWN.to_owned(),
        }
    }

    fn narrative(&self, texts: &Texts) -> Vec<Block> {
        let entries = self.context.results.narrative.iter().filter(|entry| self.belongs(entry, texts));
        let blocks: Vec<Block> = entries.flat_map(|entry| self.attributed(entry)).collect();
        if blocks.is_empty() && !texts.optional {
            return vec![Block::paragraph(words::NO_TEXT, ParagraphStyle::Missing)];
        }
        blocks
    }

    fn belongs(&self, entry: &NarrativeEntry, texts: &Texts) -> bool {
        let office = entry.office.as_ref().map(OfficeId::as_str);
        let among = |ids: &[String]| office.is_some_and(|office| ids.iter().any(|id| id == office));
        let wanted = texts.only.as_ref().is_none_or(|only| office.is_none() || among(only));
        let section = match &entry.narrative.section {
            Section::Area(id) => self.context.area(id).map_or(id.as_str(), |area| &area.section),
            other => other.key(),
        };
        wanted && section == texts.of && !among(&texts.except)
    }

    /// A text with its author; the compiler's own text has none.
    fn attributed(&self, entry: &NarrativeEntry) -> Vec<Block> {
        let mut blocks = paragraphs(&entry.narrative.text);
        let office = entry.office.as_ref().and_then(|id| self.context.plan.office(id));
        if let (Some(office), false) = (office, blocks.is_empty()) {
            blocks.push(Block::paragraph(format!("({})", office.name), ParagraphStyle::Attribution));
        }
        blocks
    }
}

/// An element's name in a sentence: without the codes of a choice, `(Không = 0; Có = 1)`, whose name follows.
fn spoken(element: &Element) -> &str {
    let codes = element.name.rfind(" (").filter(|_| element.kind == ElementKind::Choice);
    codes.and_then(|at| element.name.get(..at)).unwrap_or(&element.name)
}

fn paragraphs(text: &str) -> Vec<Block> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(Block::body).collect()
}
