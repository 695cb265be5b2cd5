//! The offices of a plan by every name they go by.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::intake::text::{clean, contains_words, fold_ascii, words};
use crate::model::{Office, OfficeId, Plan};

/// Whom a path names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::intake) enum Named {
    /// One office.
    One(OfficeId),
    /// Two or more, equally well.
    Several,
    /// No office.
    Nobody,
}

/// The offices' ids, names and aliases, ready for looking up.
#[derive(Debug)]
pub(in crate::intake) struct Offices {
    by_name: BTreeMap<Vec<String>, OfficeId>,
    /// Without diacritics, for paths; `None` where two offices are called the same.
    by_ascii: BTreeMap<Vec<String>, Option<OfficeId>>,
    /// The most words that a name has.
    longest: usize,
    /// The commune's own name, such as `tứ kỳ`.
    place: Vec<String>,
}

impl Offices {
    /// The offices of this plan.
    pub(in crate::intake) fn of(plan: &Plan) -> Self {
        let place = words(&plan.authority.place);
        let names = plan.offices.iter().flat_map(|office| names(office).map(move |name| (name, &office.id)));
        let (mut by_name, mut by_ascii) = (BTreeMap::new(), BTreeMap::new());
        for (name, office) in names {
            by_name.entry(own(words(name), &place)).or_insert_with(|| office.clone());
            by_ascii
                .entry(words(&fold_ascii(name)))
                .and_modify(|known: &mut Option<OfficeId>| {
                    if known.as_ref() != Some(office) {
                        *known = None;
                    }
                })
                .or_insert_with(|| Some(office.clone()));
        }
        let longest = by_ascii.keys().map(Vec::len).max().unwrap_or_default();
        Self { by_name, by_ascii, longest, place }
    }

    /// The office that goes by this name, with or without the commune's behind it.
    pub(in crate::intake) fn called(&self, text: &str) -> Option<&OfficeId> {
        let name = own(words(text), &self.place);
        let without_committee = || self.by_name.get(name.strip_suffix(words("UBND").as_slice())?);
        self.by_name.get(&name).or_else(without_committee)
    }

    /// Whether a text names the commune as a whole, which other systems print for whichever of its offices reports:
    /// `UBND xã Tứ Kỳ`.
    pub(in crate::intake) fn is_commune(&self, text: &str) -> bool {
        let said = own(words(text), &self.place);
        self.called(text).is_none() && ["UBND", "Ủy ban nhân dân"].iter().any(|name| said == words(name))
    }

    /// Whether a text that is no office's name names another commune: `UBND xã Vĩnh Bảo`, `Phòng Kinh tế phường An Hải`.
    pub(in crate::intake) fn is_elsewhere(&self, text: &str) -> bool {
        if self.called(text).is_some() {
            return false;
        }
        let said = clean(text);
        let said: Vec<&str> = said.split(' ').collect();
        let Some(at) = said.iter().rposition(|word| ["xã", "phường"].iter().any(|unit| words(word) == words(unit)))
        else {
            return false;
        };
        let place = said.get(at + 1..).unwrap_or_default().join(" ");
        let is_name = place.starts_with(char::is_uppercase) && !contains_words(&place, "hội");
        is_name && !words(&place).starts_with(&self.place)
    }

    /// The office that the file's name or else the nearest folder's names as whole words; the longest name wins.
    pub(in crate::intake) fn in_path(&self, path: &str) -> Named {
        let name = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
        name.rsplit('/').map(|part| self.in_text(part)).find(|named| *named != Named::Nobody).unwrap_or(Named::Nobody)
    }

    fn in_text(&self, text: &str) -> Named {
        let words = words(&fold_ascii(text));
        for length in (1..=self.longest.min(words.len())).rev() {
            let mut found = words.windows(length).filter_map(|window| self.by_ascii.get(window));
            let Some(first) = found.next() else { continue };
            return match first {
                Some(office) if found.all(|other| other == first) => Named::One(office.clone()),
                _ => Named::Several,
            };
        }
        Named::Nobody
    }
}

/// Everything an office is called.
fn names(office: &Office) -> impl Iterator<Item = &str> {
    [office.id.as_str(), office.name.as_str()].into_iter().chain(office.aliases.iter().map(String::as_str))
}

/// A name without the commune behind it: `xã`, `xã Tứ Kỳ`, `của xã`, `thuộc UBND xã Tứ Kỳ` say nothing new.
fn own(mut name: Vec<String>, place: &[String]) -> Vec<String> {
    static COMMUNE: LazyLock<Vec<String>> = LazyLock::new(|| words("xã"));
    let (whole, commune) = (name.clone(), &*COMMUNE);
    if !place.is_empty() && name.ends_with(place) && name.len() > place.len() {
        let kept = name.len() - place.len();
        if name.get(..kept).is_some_and(|rest| rest.ends_with(commune)) {
            name.truncate(kept);
        }
    }
    if !name.ends_with(commune) {
        return whole;
    }
    name.truncate(name.len() - commune.len());
    let linking = ["của", "thuộc", "của UBND", "thuộc UBND", "của Ủy ban nhân dân", "thuộc Ủy ban nhân dân"].map(words);
    if let Some(linking) = linking.iter().rev().find(|linking| name.ends_with(linking)) {
        name.truncate(name.len() - linking.len());
    }
    if name.is_empty() { whole } else { name }
}
