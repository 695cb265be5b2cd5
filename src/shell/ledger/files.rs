//! Finds the files of the input folder again by the names they have in outputs, whose bytes are to be kept.

use std::collections::BTreeMap;

use crate::shell::listing::Listing;
use crate::shell::problem::Problem;
use crate::shell::reader::FileToRead;
use crate::shell::session::Session;

/// The files of the periods asked for so far.
pub(crate) struct OnDisk<'s> {
    session: &'s Session<'s>,
    folders: BTreeMap<String, BTreeMap<String, FileToRead>>,
}

impl<'s> OnDisk<'s> {
    /// Nothing looked for yet: where all bytes are kept already, nothing ever is.
    pub(crate) fn new(session: &'s Session<'s>) -> Self {
        Self { session, folders: BTreeMap::new() }
    }

    /// The bytes of a file; `None` if it is there no longer or cannot be read.
    pub(crate) fn load(&mut self, path: &str) -> anyhow::Result<Option<Vec<u8>>> {
        let folder = path.split('/').next().unwrap_or_default();
        if !self.folders.contains_key(folder) {
            self.folders.insert(folder.to_owned(), self.list(folder)?);
        }
        let file = self.folders.get(folder).and_then(|files| files.get(path));
        let readers = self.session.readers()?;
        Ok(file.and_then(|file| readers.bytes(file).ok()))
    }

    fn list(&self, folder: &str) -> Result<BTreeMap<String, FileToRead>, Problem> {
        let workspace = &self.session.workspace;
        let files: Vec<FileToRead> = if folder == "plan" {
            workspace.task_list()?.into_iter().collect()
        } else {
            let Listing { submissions, register, corrections, extensions, compiled, .. } =
                workspace.listing(&crate::model::PeriodId::new(folder))?;
            submissions.into_iter().chain(register).chain(corrections).chain(extensions).chain(compiled).collect()
        };
        Ok(files.into_iter().map(|file| (file.relative.clone(), file)).collect())
    }
}
