//! One cell as one of an element's choices: by code, by name, or by the usual signs for yes and no.

use super::parsed::{Flaw, Outcome, Parsed, computed};
use super::text::{clean, fold};
use super::vocabulary::{is_blank, is_placeholder};
use crate::model::{Cell, CellValue, Choice, Number, NumberFormat};

/// Signs and words for yes, folded.
const YES: [&str; 10] = ["1", "có", "x", "v", "☑", "☒", "✓", "✔", "true", "đúng"];

/// Signs and words for no, folded.
const NO: [&str; 4] = ["0", "không", "false", "sai"];

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

#[cfg(test)]
mod tests {
    use super::super::value::tests::cell;
    use super::*;

    fn choices(pairs: &[(&str, &str)]) -> Vec<Choice> {
        pairs.iter().map(|&(code, name)| Choice { code: code.to_owned(), name: name.to_owned() }).collect()
    }

    fn code_of(choices: &[Choice], value: CellValue) -> Result<Option<String>, &'static str> {
        match read(choices, &cell(value)).outcome {
            Outcome::Value(choice) => Ok(Some(choice.code.clone())),
            Outcome::Blank | Outcome::Nil => Ok(None),
            Outcome::Unreadable(flaw) => Err(flaw.code),
        }
    }

    #[test]
    fn yes_and_no_are_understood_in_every_usual_way() {
        let either = choices(&[("1", "Có"), ("0", "Không")]);
        for text in ["Có", "có", "CÓ", "1", "x", "X", "☑", "true", " có. "] {
            assert_eq!(code_of(&either, CellValue::Text(text.to_owned())), Ok(Some("1".to_owned())), "{text}");
        }
        for text in ["Không", "0", "FALSE", "không"] {
            assert_eq!(code_of(&either, CellValue::Text(text.to_owned())), Ok(Some("0".to_owned())), "{text}");
        }
        assert_eq!(code_of(&either, CellValue::Number(1.0)), Ok(Some("1".to_owned())));
        assert_eq!(code_of(&either, CellValue::Bool(false)), Ok(Some("0".to_owned())));
    }

    #[test]
    fn blank_is_no_answer() {
        let either = choices(&[("1", "Có"), ("0", "Không")]);
        for text in ["", " ", "-"] {
            assert_eq!(code_of(&either, CellValue::Text(text.to_owned())), Ok(None));
        }
    }

    #[test]
    fn other_answers_are_refused() {
        let levels = choices(&[("1", "Mức 1"), ("2", "Mức 2")]);
        assert_eq!(code_of(&levels, CellValue::Text("mức 2".to_owned())), Ok(Some("2".to_owned())));
        for value in [
            CellValue::Text("x".to_owned()),
            CellValue::Text("3".to_owned()),
            CellValue::Text("Có thể".to_owned()),
            CellValue::Number(1.5),
            CellValue::Bool(true),
            CellValue::Date(46000.0),
        ] {
            assert_eq!(code_of(&levels, value), Err("V309"));
        }
        assert_eq!(code_of(&levels, CellValue::Text("Đang cập nhật".to_owned())), Err("V316"));
        assert_eq!(code_of(&levels, CellValue::Error("#REF!".to_owned())), Err("V310"));
    }
}
