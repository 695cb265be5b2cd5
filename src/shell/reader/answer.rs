//! What a worker answers with.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::FileToRead;
use crate::dossier::ExportText;
use crate::model::{FileContent, FileFault, InputFile};

/// An answer, which can also be that the file cost its worker's life.
pub(super) trait Answer: DeserializeOwned + Send {
    /// The answer for a file that could not be read.
    fn fault(file: &FileToRead, sha256: Option<String>, fault: FileFault) -> Self;
}

impl Answer for InputFile {
    fn fault(file: &FileToRead, sha256: Option<String>, fault: FileFault) -> Self {
        Self { path: file.relative.as_str().into(), sha256, content: FileContent::Fault(fault) }
    }
}

/// An export of dossiers, read by a worker.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct ExportFile {
    /// SHA-256 of its bytes; `None` when it could not be read at all.
    pub(crate) sha256: Option<String>,
    /// Its rows, or why there are none.
    pub(crate) rows: Result<ExportText, FileFault>,
}

impl Answer for ExportFile {
    fn fault(_: &FileToRead, sha256: Option<String>, fault: FileFault) -> Self {
        Self { sha256, rows: Err(fault) }
    }
}
