//! The sample submissions as the form writer makes them from `samples/<period>.toml`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use cchc::model::{AreaId, ElementId, ElementKind, OfficeId, Period, Plan, Section, TaskId};
use cchc::plan::{self, PlanFile};
use cchc::render;
use cchc::report::form::{Fill, RowFill, TaskFill, Value, form};
use chrono::NaiveDate;
use serde::Deserialize;

/// One period's samples.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Samples {
    period: String,
    note: String,
    office: Vec<Sample>,
}

/// What one office typed, as it typed it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    id: String,
    /// Below the period's folder; for CSV the file of the figures.
    file: PathBuf,
    format: Format,
    prepared_by: String,
    prepared_on: String,
    /// Dates were typed as text.
    #[serde(default)]
    text_dates: bool,
    values: BTreeMap<String, String>,
    #[serde(default)]
    cumulative: BTreeMap<String, String>,
    #[serde(default)]
    notes: BTreeMap<String, String>,
    #[serde(default)]
    evidence: BTreeMap<String, String>,
    #[serde(default)]
    task: Vec<TaskSample>,
    #[serde(default)]
    narrative: Vec<TextSample>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Format {
    Xlsx,
    Ods,
    Csv,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TaskSample {
    id: String,
    status: String,
    done: String,
    document: String,
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TextSample {
    section: String,
    text: String,
}

/// One file of the samples.
pub(crate) struct Made {
    /// Below the input folder.
    pub(crate) path: PathBuf,
    /// The form: text, or a workbook.
    pub(crate) bytes: Vec<u8>,
    /// Whether LibreOffice must turn the workbook into an .ods, so that it is a real one; its bytes differ at every run.
    pub(crate) to_ods: bool,
}

/// Every sample of every period, made from the crate in this folder.
pub(crate) fn all(root: &Path) -> Result<Vec<Made>> {
    let plan = load_plan(root)?;
    let mut made = Vec::new();
    let mut previous: Option<Samples> = None;
    for period in &plan.periods {
        let path = root.join(format!("samples/{}.toml", period.id));
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let samples: Samples = toml::from_str(&text).with_context(|| path.display().to_string())?;
        ensure!(samples.period == period.id.as_str(), "{}: period {}", path.display(), samples.period);
        for sample in &samples.office {
            let earlier = previous.as_ref().and_then(|round| round.office.iter().find(|other| other.id == sample.id));
            let files = files(&plan, period, sample, earlier, &samples.note);
            made.extend(files.with_context(|| format!("{}: {}", path.display(), sample.id))?);
        }
        previous = Some(samples);
    }
    Ok(made)
}

fn load_plan(root: &Path) -> Result<Plan> {
    let mut files = Vec::new();
    for entry in fs::read_dir(root.join("input/plan"))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        files.push(PlanFile { name, text: fs::read_to_string(&path)? });
    }
    files.sort_by(|one, two| one.name.cmp(&two.name));
    plan::load(&files, &cchc::rules::codes()).or_else(|problems| bail!("{problems:#?}"))
}

/// The files one office sends: a workbook, or a text file for each of its tables.
fn files(plan: &Plan, period: &Period, sample: &Sample, earlier: Option<&Sample>, remark: &str) -> Result<Vec<Made>> {
    let id = OfficeId::new(&sample.id);
    let office = plan.office(&id).context("no such office")?;
    let fill = fill(plan, &id, sample, earlier, remark)?;
    let version = plan::form_version(plan, &id);
    let form = form(plan, period, office, &version, &fill);
    let folder = Path::new(period.id.as_str());
    if let Format::Csv = sample.format {
        let table = |(key, bytes)| Made { path: folder.join(format!("{id}-{key}.csv")), bytes, to_ods: false };
        return Ok(render::form::csv(&form)?.into_iter().map(table).collect());
    }
    let to_ods = matches!(sample.format, Format::Ods);
    Ok(vec![Made { path: folder.join(&sample.file), bytes: render::form::xlsx(&form)?, to_ods }])
}

fn fill(plan: &Plan, office: &OfficeId, sample: &Sample, earlier: Option<&Sample>, remark: &str) -> Result<Fill> {
    let asked = |id: &String| plan.elements_of(office).any(|element| element.id.as_str() == id);
    let named = [&sample.values, &sample.cumulative, &sample.notes, &sample.evidence];
    if let Some(stray) = named.into_iter().flat_map(BTreeMap::keys).find(|id| !asked(id)) {
        bail!("not asked for {stray}");
    }
    let mut figures = BTreeMap::new();
    for element in plan.elements_of(office) {
        let (id, kind) = (element.id.as_str(), element.kind);
        let before = earlier.and_then(|sample| sample.values.get(id));
        let of = |column: &BTreeMap<String, String>| column.get(id).cloned().unwrap_or_default();
        let row = RowFill {
            previous: before.map_or(Value::Blank, |text| repeated(text, kind)),
            period: typed(&of(&sample.values), kind),
            cumulative: typed(&of(&sample.cumulative), kind),
            note: of(&sample.notes),
            evidence: of(&sample.evidence),
            ..RowFill::default()
        };
        figures.insert(ElementId::new(id), row);
    }
    let date = |text: &str| day(text, sample.text_dates);
    let task = |task: &TaskSample| -> Result<(TaskId, TaskFill)> {
        let TaskSample { status, document, note, .. } = task;
        let (status, document, note) = (status.clone(), document.clone(), note.clone());
        Ok((
            TaskId::new(&task.id),
            TaskFill { status, done_on: date(&task.done)?, document, note, ..TaskFill::default() },
        ))
    };
    Ok(Fill {
        remark: Some(remark.to_owned()),
        prepared_by: sample.prepared_by.clone(),
        prepared_on: date(&sample.prepared_on)?,
        nil: false,
        figures,
        tasks: sample.task.iter().map(task).collect::<Result<_>>()?,
        narrative: sample.narrative.iter().map(|text| (section(&text.section), text.text.clone())).collect(),
        ..Fill::default()
    })
}

/// A cell as a spreadsheet keeps it: a number where what was typed can be nothing else, a text otherwise, such as `1.234`.
fn typed(text: &str, kind: ElementKind) -> Value {
    let plain = kind != ElementKind::Text && !text.contains('.');
    let number = plain.then(|| text.replace(',', ".").parse().ok()).flatten();
    number.map_or_else(|| Value::text(text), Value::Number)
}

/// "Kỳ trước" as the form prints it: the figure that was understood.
fn repeated(text: &str, kind: ElementKind) -> Value {
    if kind == ElementKind::Text { Value::text(text) } else { typed(&text.replace('.', ""), kind) }
}

fn day(text: &str, keep_text: bool) -> Result<Value> {
    if keep_text || text.is_empty() {
        return Ok(Value::text(text));
    }
    Ok(Value::Date(NaiveDate::parse_from_str(text, "%d/%m/%Y").with_context(|| text.to_owned())?))
}

fn section(key: &str) -> Section {
    let common = [Section::Limitations, Section::Causes, Section::NextSteps, Section::Proposals, Section::PlanChanges];
    common.into_iter().find(|section| section.key() == key).unwrap_or_else(|| Section::Area(AreaId::new(key)))
}
