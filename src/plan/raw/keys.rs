//! A TOML table read key by key; what nobody asks for is an unknown key.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::value::{FromToml, wrong_type};
use crate::plan::codes;
use crate::plan::near::near;
use crate::plan::problem::Inspection;

/// A table being read.
pub(crate) struct Keys<'t, 'f> {
    table: &'t DeTable<'t>,
    pub(super) span: Range<usize>,
    asked: Vec<&'static str>,
    missing: Vec<&'static str>,
    pub(super) at: &'t mut Inspection<'f>,
}

impl<'f> Keys<'_, 'f> {
    /// Reads a table whose header or braces stand at `span`.
    pub(super) fn walk<T>(
        table: &DeTable<'_>,
        span: Range<usize>,
        at: &mut Inspection<'f>,
        read: impl FnOnce(&mut Keys<'_, 'f>) -> T,
    ) -> T {
        let mut keys = Keys { table, span, asked: Vec::new(), missing: Vec::new(), at };
        let shape = read(&mut keys);
        keys.finish();
        shape
    }

    /// Reads a value that must be a table.
    pub(super) fn walk_value<T>(
        value: &Spanned<DeValue<'_>>,
        at: &mut Inspection<'f>,
        read: impl FnOnce(&mut Keys<'_, 'f>) -> T,
    ) -> Option<T> {
        match value.get_ref() {
            DeValue::Table(table) => Some(Self::walk(table, value.span(), at, read)),
            _ => wrong_type("table", value, at),
        }
    }

    /// Whether the table has this key.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// A key that may be left out.
    pub(super) fn optional<T: FromToml>(&mut self, key: &'static str) -> Option<T> {
        self.asked.push(key);
        let value = self.table.get(key)?;
        let read = T::from_toml(value, self.at);
        self.at.complete &= read.is_some() || !self.is_file();
        read
    }

    /// A key that must be there.
    pub(super) fn required<T: FromToml>(&mut self, key: &'static str) -> Option<T> {
        if !self.has(key) {
            self.missing.push(key);
        }
        self.optional(key)
    }

    /// An optional list; empty if left out.
    pub(super) fn list<T: FromToml>(&mut self, key: &'static str) -> Vec<T> {
        self.optional(key).unwrap_or_default()
    }

    /// A list that must be there.
    pub(super) fn required_list<T: FromToml>(&mut self, key: &'static str) -> Vec<T> {
        self.required(key).unwrap_or_default()
    }

    /// Whether this is the file itself, not a table in it.
    fn is_file(&self) -> bool {
        self.span.is_empty()
    }

    /// Notes unknown keys, then missing ones; a misspelt key is not missing as well.
    fn finish(mut self) {
        let place = if self.is_file() { "file" } else { "table" };
        let mut is_whole = true;
        for key in self.table.keys() {
            let name: &str = key.get_ref();
            if self.asked.contains(&name) {
                continue;
            }
            let free = self.asked.iter().copied().filter(|asked| !self.table.contains_key(*asked));
            let meant = near(name, free);
            self.missing.retain(|missing| Some(*missing) != meant);
            self.at.problem(codes::UNKNOWN_KEY, key.span()).arg("key", name).arg("place", place).suggest(meant);
            is_whole = false;
        }
        for key in &self.missing {
            self.at.problem(codes::MISSING_KEY, self.span.clone()).arg("key", *key).arg("place", place);
            is_whole = false;
        }
        self.at.complete &= is_whole || !self.is_file();
    }
}
