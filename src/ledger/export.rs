//! A chain as lines of JSON, one an entry, for those who want text; reading them back proves them.

use serde::de::DeserializeOwned;

use super::chain::{Chain, Head, Link};
use super::verify::{Broken, Fault, Reader};

/// A line an entry, each with an end of line.
pub fn lines(links: &[Link]) -> serde_json::Result<String> {
    links.iter().map(|link| Ok(serde_json::to_string(link)? + "\n")).collect()
}

/// What the entries in these lines say, and their head. A line is as [`lines`] writes it, to the byte.
pub fn prove<E: DeserializeOwned>(chain: Chain, lines: &str) -> Result<(Vec<E>, Head), Broken> {
    prove_after(Reader::new(chain), lines)
}

/// The same of lines that go on where a chain has been proved to.
pub(super) fn prove_after<E: DeserializeOwned>(mut reader: Reader, lines: &str) -> Result<(Vec<E>, Head), Broken> {
    let mut entries = Vec::new();
    for line in lines.split_inclusive('\n') {
        let link = read(line).map_err(|detail| reader.broken(Fault::Unreadable(detail)))?;
        entries.push(reader.next(&link)?);
    }
    Ok((entries, reader.head().clone()))
}

fn read(line: &str) -> Result<Link, String> {
    let text = line.strip_suffix('\n').ok_or("cut short")?;
    let entry: Link = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let spelled = serde_json::to_string(&entry).map_err(|error| error.to_string())?;
    if spelled == text { Ok(entry) } else { Err("spelled otherwise".to_owned()) }
}
