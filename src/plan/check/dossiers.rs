//! How exports of dossier systems are read: the shipped words, and the plan's own in their place.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::model::DossierFormat;
use crate::plan::codes;
use crate::plan::problem::Inspection;
use crate::plan::raw::{RawDossiers, RawWords, Spanned, Texts};

/// The shipped format with what the file says in its place.
pub(in crate::plan) fn dossiers(raw: &RawDossiers, shipped: &DossierFormat, at: &mut Inspection<'_>) -> DossierFormat {
    let mut format = shipped.clone();
    if let Some(heads) = &raw.columns {
        check_apart("column", heads.0.iter().map(|(column, heads)| (column.key(), heads.as_slice())), at);
        format.heads.extend(heads.0.iter().map(|(column, heads)| (*column, plain(heads))));
    }
    if let Some(words) = &raw.words {
        take_words(&mut format, words, at);
    }
    format
}

fn take_words(format: &mut DossierFormat, raw: &RawWords, at: &mut Inspection<'_>) {
    let pairs = [
        (("online", &raw.online, &mut format.online), ("direct", &raw.direct, &mut format.direct)),
        (("ended", &raw.ended, &mut format.ended), ("waiting", &raw.waiting, &mut format.waiting)),
        (("yes", &raw.yes, &mut format.yes), ("no", &raw.no, &mut format.no)),
    ];
    for ((key, texts, target), (other_key, other, other_target)) in pairs {
        let lists = [(key, texts), (other_key, other)];
        check_apart("word", lists.iter().filter_map(|(key, list)| Some((*key, list.as_deref()?))), at);
        put(texts, target);
        put(other, other_target);
    }
}

fn put(texts: &Texts, target: &mut Vec<String>) {
    if let Some(texts) = texts {
        *target = plain(texts);
    }
}

fn plain(texts: &[Spanned<String>]) -> Vec<String> {
    texts.iter().map(|text| text.get_ref().clone()).collect()
}

/// A text in two of these lists would mean two things, and a blank one anything.
fn check_apart<'a>(
    kind: &str,
    lists: impl Iterator<Item = (&'static str, &'a [Spanned<String>])>,
    at: &mut Inspection<'_>,
) {
    let mut known = BTreeMap::new();
    for (key, texts) in lists {
        for text in texts {
            let written = text.get_ref().trim();
            if written.is_empty() {
                at.problem(codes::EMPTY_LIST, text.span()).arg("key", key);
                continue;
            }
            let folded: String = written.nfc().flat_map(char::to_lowercase).collect();
            let (first, span) = known.entry(folded).or_insert((key, text.span()));
            if *first != key {
                let problem = at.problem(codes::TWO_MEANINGS, text.span());
                problem.arg("kind", kind).arg("text", written).arg("first", *first).arg("second", key);
                problem.related(span.clone());
            }
        }
    }
}
