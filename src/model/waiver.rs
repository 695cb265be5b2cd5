//! Findings that the commune has accepted: which, why, who answers for it, and until when.

use chrono::NaiveDate;

use super::{Code, ElementId, OfficeId, PeriodId, Source};

/// An acceptance of the plan. Each part that is named narrows it; an office or an element is always named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// The finding's code.
    pub rule: Code,
    /// The office concerned.
    pub office: Option<OfficeId>,
    /// The element concerned.
    pub element: Option<ElementId>,
    /// The cell concerned.
    pub cell: Option<CellName>,
    /// The one period it is for; `None` for every period until `until`.
    pub period: Option<PeriodId>,
    /// Why.
    pub reason: String,
    /// Who accepted it.
    pub by: String,
    /// The last day it holds for; a period that ends later is not covered.
    pub until: NaiveDate,
}

/// A cell as officers name it: `Số liệu!F12`, or `F12` on any sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellName {
    sheet: Option<String>,
    address: String,
}

impl CellName {
    /// Reads a cell's name; `None` for what names no cell.
    pub fn of(text: &str) -> Option<Self> {
        let (sheet, address) = text.rsplit_once('!').map_or((None, text), |(sheet, rest)| (Some(sheet), rest));
        let digits = address.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let letters = address.len() - digits.len();
        let shaped = (1..=3).contains(&letters) && !digits.starts_with('0') && digits.parse::<u32>().is_ok();
        let sheet = sheet.map(|sheet| sheet.trim_matches('\'').to_owned());
        shaped.then(|| Self { sheet, address: address.to_ascii_uppercase() })
    }

    /// Whether it names this cell.
    pub fn is(&self, source: &Source) -> bool {
        let sheet = self.sheet.as_deref().is_none_or(|sheet| source.sheet.as_deref() == Some(sheet));
        sheet && source.cell.is_some_and(|cell| cell.to_string() == self.address)
    }
}

/// As it is read.
impl std::fmt::Display for CellName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.sheet.as_ref().map_or(Ok(()), |sheet| write!(f, "{sheet}!"))?;
        f.write_str(&self.address)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Address;

    #[test]
    fn a_cell_is_named_with_or_without_its_sheet() {
        let source = |sheet: Option<&str>| Source {
            file: "2025-Q4/vp.xlsx".into(),
            sheet: sheet.map(Into::into),
            cell: Some(Address::new(11, 5)),
        };
        let is = |name: &str, sheet| CellName::of(name).is_some_and(|name| name.is(&source(sheet)));
        assert!(is("F12", None) && is("f12", Some("Số liệu")) && is("Số liệu!F12", Some("Số liệu")));
        assert!(is("'Số liệu'!F12", Some("Số liệu")));
        assert!(!is("F1", None) && !is("Nhiệm vụ!F12", Some("Số liệu")) && !is("Số liệu!F12", None));
        for text in ["", "F", "12", "F0", "F-1", "F1:F2", "ABCD1", "Số liệu!", "F12 "] {
            assert_eq!(CellName::of(text), None, "{text}");
        }
    }
}
