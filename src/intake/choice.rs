//! One cell as one of an element's choices: by code, by name, or by the usual signs for yes and no.

use super::parsed::{Flaw, Outcome, Parsed, computed};
use super::text::{clean, fold};
use super::vocabulary::{is_blank, is_placeholder};
use crate::model::{Cell, CellValue, Choice, Number, NumberFormat};

/// Signs and words for yes, folded.
const YES: [&str; 11] = ["1", "có", "x", "[x]", "v", "☑", "☒", "✓", "✔", "true", "đúng"];

/// Signs and words for no, folded.
const NO: [&str; 5] = ["0", "không", "không có", "false", "sai"];

/// Reads one cell of a `Choice` element. Signs for yes and no count only where the choices are yes and no.
pub fn read<'a>(choices: &'a [Choice], cell: &Cell) -> Parsed<&'a Choice> {
    Parsed::of(outcome(choices, cell), Vec::new())
}

fn outcome<'a>(choices: &'a [Choice], cell: &Cell) -> Result<Outcome<&'a Choice>, Flaw> {
    computed(cell)?;
    let said = match &cell.value {
        CellValue::Text(text) if is_blank(&clean(text)) => return Ok(Outcome::Blank),
        CellValue::Text(text) => Some(text.clone()),
        CellValue::Number(number) if cell.format != NumberFormat::Date => {
            Number::from_f64(*number).map(|number| number.to_string())
        }
        CellValue::Bool(bool) => Some(bool.to_string()),
        _ => None,
    };
    let chosen = said.and_then(|said| named(choices, &said).or_else(|| by_sign(choices, &said)));
    let promised = || matches!(&cell.value, CellValue::Text(text) if is_placeholder(text));
    let refused = || if promised() { Flaw::error("V316", "") } else { Flaw::error("V309", listed(choices)) };
    chosen.map(Outcome::Value).ok_or_else(refused)
}

fn named<'a>(choices: &'a [Choice], said: &str) -> Option<&'a Choice> {
    let said = fold(said);
    choices.iter().find(|choice| fold(&choice.code) == said || fold(&choice.name) == said)
}

fn by_sign<'a>(choices: &'a [Choice], said: &str) -> Option<&'a Choice> {
    let (said, either) = (fold(said), yes_or_no(choices)?);
    let is = |signs: &[&str]| signs.iter().any(|sign| fold(sign) == said);
    if is(&YES) { Some(either.0) } else { is(&NO).then_some(either.1) }
}

/// The choices that mean yes and no: named `Có` and `Không`, or the only two and coded `1` and `0`.
fn yes_or_no(choices: &[Choice]) -> Option<(&Choice, &Choice)> {
    let find = |name: &str, code: &str| {
        let by_name = choices.iter().find(|choice| fold(&choice.name) == fold(name));
        by_name.or_else(|| choices.iter().find(|choice| choices.len() == 2 && choice.code == code))
    };
    Some((find("Có", "1")?, find("Không", "0")?))
}

/// The choices as the wording lists them: `1 (Có); 0 (Không)`.
fn listed(choices: &[Choice]) -> String {
    let entries: Vec<_> = choices.iter().map(|choice| format!("{} ({})", choice.code, choice.name)).collect();
    entries.join("; ")
}
