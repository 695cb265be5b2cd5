//! An export on the disk, read at any place by several threads at once.

use std::fs::File;
use std::io;

use crate::dossier::Source;
use crate::model::FileFault;
use crate::shell::reader::{self, FileToRead};

/// An open file and its size when it was opened.
struct OnDisk {
    file: File,
    bytes: u64,
}

impl Source for OnDisk {
    fn size(&self) -> u64 {
        self.bytes
    }

    #[cfg(unix)]
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        std::os::unix::fs::FileExt::read_at(&self.file, buffer, offset)
    }

    #[cfg(windows)]
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        std::os::windows::fs::FileExt::seek_read(&self.file, buffer, offset)
    }
}

/// Opens a regular file that lies in the folder it must lie in.
pub(super) fn open(file: &FileToRead) -> Result<Box<dyn Source>, FileFault> {
    let (file, bytes) = reader::open(&file.root, &file.disk)?;
    Ok(Box::new(OnDisk { file, bytes }))
}
