//! Hidden rows and columns: their cells are read like all others, and the office is told of them.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::xml::attribute;
use crate::model::Address;

/// What is hidden on a sheet, as ranges of rows and columns from zero, both ends included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Hidden {
    rows: Vec<(u32, u32)>,
    columns: Vec<(u32, u32)>,
}

impl Hidden {
    /// Hides rows after those hidden before.
    pub(super) fn hide_rows(&mut self, first: u32, last: u32) {
        extend(&mut self.rows, first, last);
    }

    /// Hides columns after those hidden before.
    pub(super) fn hide_columns(&mut self, first: u32, last: u32) {
        extend(&mut self.columns, first, last);
    }

    /// The hidden ranges that hold one of these cells, as Excel names them (`5:7`, `G:G`), each with the first such cell.
    pub(super) fn with_cells(&self, cells: impl Iterator<Item = Address> + Clone) -> Vec<(String, Address)> {
        let rows = holding(&self.rows, cells.clone(), |at| at.row).into_iter();
        let rows = rows.map(|((first, last), at)| (format!("{}:{}", u64::from(first) + 1, u64::from(last) + 1), at));
        let columns = holding(&self.columns, cells, |at| at.col).into_iter();
        let letters = Address::column_letters;
        rows.chain(columns.map(|((first, last), at)| (format!("{}:{}", letters(first), letters(last)), at))).collect()
    }
}

fn extend(ranges: &mut Vec<(u32, u32)>, first: u32, last: u32) {
    match ranges.last_mut() {
        Some((_, end)) if end.checked_add(1) == Some(first) => *end = last,
        _ => ranges.push((first, last)),
    }
}

/// The ranges in which one of these cells lies, by its row or column, with the first that does. Files list their ranges
/// in order, as Excel asks; one that does not may only hide from this notice, not from the reader.
fn holding(
    ranges: &[(u32, u32)],
    cells: impl Iterator<Item = Address>,
    position: fn(Address) -> u32,
) -> BTreeMap<(u32, u32), Address> {
    let mut found = BTreeMap::new();
    if ranges.is_empty() {
        return found;
    }
    for at in cells {
        let after = ranges.partition_point(|(first, _)| *first <= position(at));
        if let Some(&range) = after.checked_sub(1).and_then(|at| ranges.get(at))
            && position(at) <= range.1
        {
            found.entry(range).or_insert(at);
        }
    }
    found
}

/// What a sheet part of an Office Open XML workbook hides. A part that is no XML is the reader's to refuse.
pub(super) fn of_sheet_part(text: &str) -> Hidden {
    let mut hidden = Hidden::default();
    if !text.contains("hidden=") {
        return hidden;
    }
    let mut xml = Reader::from_str(text);
    let mut next_row = 0;
    while let Ok(event) = xml.read_event() {
        match event {
            Event::Start(element) | Event::Empty(element) => note(&element, &mut next_row, &mut hidden),
            Event::Eof => break,
            _ => {}
        }
    }
    hidden
}

fn note(element: &BytesStart<'_>, next_row: &mut u32, hidden: &mut Hidden) {
    let said = |name: &str| attribute(element, name).ok().flatten();
    let number = |name: &str| said(name)?.trim().parse::<u32>().ok()?.checked_sub(1);
    let is_hidden = said("hidden").is_some_and(|value| matches!(&*value, "1" | "true"));
    match element.local_name().as_ref() {
        "row" => {
            let row = number("r").unwrap_or(*next_row);
            *next_row = row.saturating_add(1);
            if is_hidden {
                hidden.hide_rows(row, row);
            }
        }
        "col" if is_hidden => {
            if let (Some(first), Some(last)) = (number("min"), number("max")) {
                hidden.hide_columns(first, last);
            }
        }
        _ => {}
    }
}

/// The sheets of a workbook part: name and id of the relation.
pub(super) fn sheets(workbook: &str) -> Vec<(String, String)> {
    pairs(workbook, "sheet", "name", "r:id")
}

/// The part of each sheet by the sheet's name, from the workbook's sheets and its relations.
pub(super) fn sheet_parts(sheets: &[(String, String)], relations: &str) -> BTreeMap<String, String> {
    let targets: BTreeMap<String, String> = pairs(relations, "Relationship", "Id", "Target").into_iter().collect();
    let part = |(name, id): &(String, String)| {
        let target = targets.get(id)?.to_ascii_lowercase();
        let inside = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        Some((name.clone(), inside))
    };
    sheets.iter().filter_map(part).collect()
}

/// Two attributes of every element of this name.
fn pairs(text: &str, element: &str, one: &str, other: &str) -> Vec<(String, String)> {
    let mut xml = Reader::from_str(text);
    let mut found = Vec::new();
    while let Ok(event) = xml.read_event() {
        match event {
            Event::Start(start) | Event::Empty(start) if start.local_name().as_ref() == element => {
                let said = |name| attribute(&start, name).ok().flatten();
                found.extend(said(one).zip(said(other)));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_ranges_are_told_where_they_hold_cells() {
        let sheet = r#"<worksheet><cols><col min="2" max="3" hidden="1"/><col min="5" max="5" hidden="true"/>
            <col min="7" max="7" hidden="0"/></cols><sheetData><row r="2" hidden="1"/><row r="3" hidden="1"/><row/>
            <row hidden="1"/><row r="9" hidden="1"/></sheetData></worksheet>"#;
        let hidden = of_sheet_part(sheet);
        for (cells, expected) in [
            (vec![], ""),
            (vec![(0, 0), (3, 6), (9, 3)], ""),
            (vec![(2, 0)], "2:3"),
            (vec![(1, 0), (4, 0), (8, 8)], "2:3 5:5 9:9"),
            (vec![(0, 2), (0, 4)], "B:C E:E"),
        ] {
            let cells = cells.iter().map(|(row, col)| Address::new(*row, *col));
            let told: Vec<String> = hidden.with_cells(cells).into_iter().map(|(range, _)| range).collect();
            assert_eq!(told.join(" "), expected);
        }
    }

    #[test]
    fn sheets_are_found_through_the_relations() {
        let workbook = r#"<workbook xmlns:r="x"><sheets><sheet name="S&#7889; li&#7879;u" r:id="rId2"/><sheet name="B" r:id="rId9"/></sheets></workbook>"#;
        let relations = r#"<Relationships><Relationship Id="rId2" Target="worksheets/Sheet1.xml"/><Relationship Id="rId9" Target="/xl/worksheets/s.xml"/></Relationships>"#;
        let parts = sheet_parts(&sheets(workbook), relations);
        let expected = [("B", "xl/worksheets/s.xml"), ("Số liệu", "xl/worksheets/sheet1.xml")];
        assert_eq!(parts, expected.map(|(name, part)| (name.to_owned(), part.to_owned())).into());
    }

    #[test]
    fn odd_sheets_hide_nothing_and_harm_nobody() {
        for text in [
            "",
            "hidden=",
            "<row hidden=\"1\"",
            "<row r=\"0\" hidden=\"1\"/>",
            "<row r=\"4294967295\" hidden=\"1\"/><row hidden=\"1\"/>",
            "<col min=\"9\" max=\"2\" hidden=\"1\"/>",
        ] {
            let _ = of_sheet_part(text).with_cells([Address::new(0, 0)].into_iter());
        }
    }
}
