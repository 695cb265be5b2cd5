//! Findings as a compiler shows them: the sheet's row, the cell marked, what is wrong and what to do.

use std::ops::Range;

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
    let excerpt = finding.location.as_ref().and_then(|location| Excerpt::of(location, inputs, catalog));
    let mut elements: Vec<Element<'_>> = match (&excerpt, &finding.location) {
        (Some(excerpt), _) => vec![excerpt.element()],
        (None, Some(location)) => vec![Origin::path(location.to_string()).into()],
        (None, None) => Vec::new(),
    };
    if !finding.related.is_empty() {
        let note = Level::NOTE.with_name(catalog.get("finding-note"));
        elements.push(note.message(related(&finding.related, catalog)).into());
    }
    if !worded.fix.is_empty() {
        elements.push(Level::HELP.with_name(catalog.get("finding-help")).message(worded.fix.as_str()).into());
    }
    let shown = Renderer::styled().decor_style(DecorStyle::Unicode).render(&[title.elements(elements)]) + "\n";
    excerpt.map_or_else(|| shown.clone(), |excerpt| excerpt.name_cell(&shown))
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

/// The row of a sheet that a finding is about.
struct Excerpt {
    place: String,
    number: usize,
    line: String,
    mark: Range<usize>,
}

impl Excerpt {
    fn of(location: &Source, inputs: &Inputs, catalog: &Catalog) -> Option<Self> {
        let at = location.cell?;
        let (line, mark) = row::line(row::sheet(inputs, location)?, at, catalog);
        Some(Self { place: location.to_string(), number: usize::try_from(at.row).ok()? + 1, line, mark })
    }

    fn element(&self) -> Element<'_> {
        let mark = AnnotationKind::Primary.span(self.mark.clone());
        Snippet::source(&self.line).line_start(self.number).path(&self.place).annotation(mark).into()
    }

    /// Drops the line and column that the renderer adds to the place: in a sheet the address says it all.
    fn name_cell(&self, shown: &str) -> String {
        let before = self.line.get(..self.mark.start).unwrap_or_default();
        let added = format!("{}:{}:{}", self.place, self.number, before.chars().count() + 1);
        shown.replacen(&added, &self.place, 1)
    }
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use chrono::NaiveDate;

    use super::*;
    use crate::model::{
        Address, Cell, CellValue, FileCells, FileContent, FileFormat, Finding, InputFile, NumberFormat, PeriodId,
        SheetCells,
    };
    use crate::pipeline::RoundFiles;
    use crate::text::Lang;

    fn inputs() -> Inputs {
        let cell = |col, text: &str| Cell {
            at: Address::new(11, col),
            value: CellValue::Text(text.to_owned()),
            format: NumberFormat::General,
            formula: false,
        };
        let cells = vec![cell(0, "hs_da_gq"), cell(2, "Hồ sơ đã giải quyết"), cell(5, "khoảng 2.348")];
        let sheet = SheetCells { name: Some("Số liệu".into()), hidden: false, cells };
        let content =
            FileContent::Cells(FileCells { format: FileFormat::Xlsx, sheets: vec![sheet], remarks: Vec::new() });
        let file = InputFile { path: "2025-Q4/vp.xlsx".into(), sha256: None, content };
        let round = RoundFiles { files: vec![file], ..RoundFiles::default() };
        Inputs {
            period: PeriodId::new("2025-Q4"),
            rounds: BTreeMap::from([(PeriodId::new("2025-Q4"), round)]),
            dossiers: None,
            templates: BTreeMap::new(),
            as_of: NaiveDate::default(),
            lang: Lang::Vi,
            dated: false,
            only_present: false,
            without: Vec::new(),
        }
    }

    #[test]
    fn a_finding_shows_the_row_with_its_cell_marked() {
        let at = Source {
            file: Arc::from("2025-Q4/vp.xlsx"),
            sheet: Some("Số liệu".into()),
            cell: Some(Address::new(11, 5)),
        };
        let worded = Worded {
            finding: Finding::new("V307", Severity::Error).at(at),
            message: "“khoảng 2.348” không phải là số chính xác.".to_owned(),
            fix: "Ghi số đúng theo sổ theo dõi.".to_owned(),
        };
        let shown = anstream::adapter::strip_str(&render(&worded, &inputs(), &Catalog::new(Lang::Vi))).to_string();
        let expected = "\
lỗi[V307]: “khoảng 2.348” không phải là số chính xác.
   ╭▸ 2025-Q4/vp.xlsx › Số liệu!F12
   │
12 │ hs_da_gq │ Hồ sơ đã giải quyết │ khoảng 2.348
   │                                  ━━━━━━━━━━━━
   │
   ╰ cần làm: Ghi số đúng theo sổ theo dõi.
";
        assert_eq!(shown, expected);
    }
}
