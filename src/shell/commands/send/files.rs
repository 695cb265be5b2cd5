//! The report's files with the covering letter: those that were made, or what somebody edited or signed in their place.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use crate::mail::{Attachment, ascii};
use crate::model::Finding;
use crate::pipeline::Artifact;
use crate::render::{FORMATS, Format};
use crate::report::{self, document::DocumentKind};
use crate::shell::made::Made;
use crate::shell::problem::Problem;

/// The extension of what is signed.
const WORD: &str = "docx";

/// The largest file in bytes: no mail server takes as much.
const LARGEST: u64 = 100 << 20;

/// The files to send, in order of the formats, the covering letter, then what has no counterpart, such as a scan; or the
/// generated files that are not what the report made. A generated file in whose place another goes may be anything, or gone.
pub(super) fn of(
    made: &Made,
    covering_letter: Artifact,
    given: &[PathBuf],
) -> Result<Result<Vec<Attachment>, Vec<Finding>>, Problem> {
    let mut given = by_place(given, &covering_letter.name)?;
    let (mut files, mut altered) = (Vec::new(), Vec::new());
    for format in report_formats() {
        let name = format!("{}.{}", report::name(&made.results), format.extension);
        match given.remove(format.extension) {
            Some(file) => files.push(in_place_of(file, made.recorded(&name))),
            None => match made.file(&name) {
                Ok(file) => files.push(file),
                Err(finding) => altered.push(finding),
            },
        }
    }
    let Artifact { name, bytes, sha256 } = covering_letter;
    files.push(match given.remove(&name) {
        Some(file) => in_place_of(file, Some(&sha256)),
        None => Attachment::new(name, bytes),
    });
    files.extend(given.into_values());
    Ok(if altered.is_empty() { Ok(files) } else { Err(altered) })
}

fn report_formats() -> impl Iterator<Item = &'static Format> {
    FORMATS.iter().filter(|format| format.kinds.contains(&DocumentKind::Report))
}

/// A file that is the generated one after all replaces nothing.
fn in_place_of(file: Attachment, generated: Option<&str>) -> Attachment {
    let replaces = generated.filter(|generated| *generated != file.sha256).map(str::to_owned);
    Attachment { replaces, ..file }
}

/// A file that has something in it and that mail can carry.
fn read(path: &Path) -> Result<Vec<u8>, Problem> {
    let unreadable = |cause| Problem::new("error-no-file").path(path).cause(cause);
    let about = fs::metadata(path).map_err(unreadable)?;
    let problem = |key| Err(Problem::new(key).path(path).arg("most", (LARGEST >> 20).to_string()));
    match about.len() {
        _ if !about.is_file() => problem("error-no-file"),
        0 => problem("error-file-empty"),
        bytes if bytes > LARGEST => problem("error-file-too-large"),
        _ => fs::read(path).map_err(unreadable),
    }
}

/// Whether a Word file is the covering letter: it bears the generated one's name, perhaps with something after it, or begins with
/// "công văn".
fn is_covering_letter(name: &str, generated: &str) -> bool {
    let bare = ascii(name).to_lowercase().replace(['-', '_'], " ");
    name.starts_with(generated.trim_end_matches(".docx")) || bare.starts_with("cong van")
}

/// The files asked for by the place that each takes, which only one can: a form of the report by its extension, any other file,
/// such as a scan, by its name, and the covering letter by what its name begins with.
fn by_place(paths: &[PathBuf], covering_letter: &str) -> Result<BTreeMap<String, Attachment>, Problem> {
    let mut files = BTreeMap::new();
    for path in paths {
        let bytes = read(path)?;
        let part = |part: Option<&OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
        let (name, extension) = (part(path.file_name()), part(path.extension()).to_lowercase());
        let place = if extension == WORD && is_covering_letter(&name, covering_letter) {
            covering_letter.to_owned()
        } else if report_formats().any(|format| format.extension == extension) {
            extension.clone()
        } else {
            name.clone()
        };
        if files.insert(place, Attachment::new(name, bytes)).is_some() {
            return Err(Problem::new("error-two-of-extension").arg("extension", extension));
        }
    }
    Ok(files)
}
