//! A file understood: cells of any format, tables, identity, values, and the office's submission.
#![no_main]

use std::sync::LazyLock;

use cchc::intake::{self, Reader};
use cchc::model::{InputFile, OfficeId, Plan};
use cchc::plan;
use cchc_fuzz::{container, guard, read, shipped};
use std::collections::BTreeMap;

static PLAN: LazyLock<Plan> = LazyLock::new(|| plan::load(&shipped::plan_files(), &cchc::rules::codes()).unwrap());
static VERSIONS: LazyLock<BTreeMap<OfficeId, String>> = LazyLock::new(|| plan::form_versions(&PLAN));
static READER: LazyLock<Reader<'static>> = LazyLock::new(|| Reader::new(&PLAN, &VERSIONS));

libfuzzer_sys::fuzz_target!(init: guard::install(), |data: &[u8]| {
    let packed = data.starts_with(b"\n--- ").then(|| container::package(data));
    let Some(content) = read("2025-Q4/vhxh.xlsx", packed.as_deref().unwrap_or(data)) else { return };
    let file = InputFile { path: "2025-Q4/vhxh.xlsx".into(), sha256: None, content };
    let Some(period) = PLAN.periods.iter().find(|period| period.id.as_str() == "2025-Q4") else { return };
    let reading = READER.read(Some(period), &file);
    let beside = intake::Beside { register: Some(&file), corrections: Some(&file), extensions: Some(&file) };
    let mut round = intake::combine(&PLAN, period, vec![reading], beside, true);
    READER.add_compiled(period, &file, &mut round);
    let _ = intake::task_list(&PLAN, &file);
});
