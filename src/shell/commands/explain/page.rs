//! An explanation: facts with a name each, then tables; printed as text or as JSON.

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::shell::terminal::table::{TableCell, one_line, table};
use crate::shell::terminal::{HEADING, MUTED, paint};
use crate::text::Catalog;

/// Stands for what is not known.
const UNKNOWN: &str = "–";

/// One explanation.
#[derive(Clone, Debug)]
pub(super) struct Page {
    kind: &'static str,
    id: String,
    title: String,
    facts: Vec<(&'static str, Item)>,
    tables: Vec<Table>,
}

/// What is said: a text on screen, and a code in JSON where the text is worded in a language.
#[derive(Clone, Debug)]
pub(super) struct Item {
    text: Option<String>,
    code: Value,
}

/// A table; its name and columns are keys.
#[derive(Clone, Debug)]
struct Table {
    key: &'static str,
    columns: Vec<&'static str>,
    rows: Vec<Vec<Item>>,
}

/// A text; one that is not known is a dash, and null in JSON.
pub(super) fn said(text: Option<impl Into<String>>) -> Item {
    let text = text.map(Into::into);
    Item { code: json!(text), text }
}

/// A word on screen, a code in JSON.
pub(super) fn coded(word: String, code: impl Serialize) -> Item {
    Item { text: Some(word), code: serde_json::to_value(code).unwrap_or_default() }
}

impl Item {
    fn shown(&self) -> String {
        self.text.as_deref().map_or_else(|| UNKNOWN.to_owned(), one_line)
    }
}

impl Page {
    /// A page about this.
    pub(super) fn new(kind: &'static str, id: impl Into<String>, title: impl Into<String>) -> Self {
        Self { kind, id: id.into(), title: title.into(), facts: Vec::new(), tables: Vec::new() }
    }

    /// Adds a fact.
    pub(super) fn fact(mut self, key: &'static str, item: Item) -> Self {
        self.facts.push((key, item));
        self
    }

    /// Adds a table.
    pub(super) fn table(mut self, key: &'static str, columns: &[&'static str], rows: Vec<Vec<Item>>) -> Self {
        self.tables.push(Table { key, columns: columns.to_vec(), rows });
        self
    }

    /// The page as JSON.
    pub(super) fn json(&self) -> Vec<u8> {
        let name = |key: &str| key.replace('-', "_");
        let mut object = Map::new();
        for (key, text) in [("kind", self.kind), ("id", &self.id), ("title", &self.title)] {
            object.insert(key.to_owned(), json!(text));
        }
        object.extend(self.facts.iter().map(|(key, item)| (name(key), item.code.clone())));
        for table in &self.tables {
            let row = |row: &Vec<Item>| {
                let named = table.columns.iter().zip(row).map(|(column, item)| (name(column), item.code.clone()));
                Value::Object(named.collect())
            };
            object.insert(name(table.key), table.rows.iter().map(row).collect());
        }
        format!("{:#}\n", Value::Object(object)).into_bytes()
    }

    /// The page as text; empty tables are left out.
    pub(super) fn text(&self, catalog: &Catalog) -> String {
        let head = |key: &str| TableCell::new(catalog.get(&format!("explain-{key}")), MUTED);
        let facts: Vec<_> = self.facts.iter().map(|(key, item)| vec![head(key), item.shown().into()]).collect();
        let title = paint(HEADING, &format!("{} · {}", self.id, one_line(&self.title)));
        let mut text = format!("{title}\n{}", table(&facts));
        for shown in self.tables.iter().filter(|table| !table.rows.is_empty()) {
            let heads = shown.columns.iter().map(|column| head(column)).collect();
            let body = shown.rows.iter().map(|row| row.iter().map(|item| item.shown().into()).collect());
            text += "\n";
            text += &table(&std::iter::once(heads).chain(body).collect::<Vec<_>>());
        }
        text
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

    use super::*;
    use crate::text::Lang;

    #[test]
    fn what_is_not_known_is_a_dash_on_screen_and_null_in_json() {
        let row = vec![said(Some("vp")), coded("Kỳ này".to_owned(), "period"), said(None::<String>)];
        let page = Page::new("element", "hs_da_gq", "Hồ sơ đã giải quyết").fact("unit", said(None::<String>)).table(
            "figures",
            &["office", "measure", "value"],
            vec![row],
        );
        let json: Value = serde_json::from_slice(&page.json()).unwrap();
        assert_eq!(json["unit"], Value::Null);
        assert_eq!(json["figures"], json!([{ "office": "vp", "measure": "period", "value": null }]));
        let text = page.text(&Catalog::new(Lang::Vi));
        assert!(text.contains("vp      Kỳ này  –"), "{text}");
    }
}
