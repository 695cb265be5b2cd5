//! An export on the disk, read at any place by several threads at once.

use std::fs::File;
use std::io;

use crate::dossier::Source;
use crate::model::FileFault;
use crate::shell::reader::{self, FileToRead};

/// An open file and its size when it was opened; what is written behind that while it is read belongs to no count.
struct OnDisk {
    file: File,
    bytes: u64,
}

impl Source for OnDisk {
    fn size(&self) -> u64 {
        self.bytes
    }

    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        let left = usize::try_from(self.bytes.saturating_sub(offset)).unwrap_or(usize::MAX);
        let room = left.min(buffer.len());
        read_at(&self.file, buffer.get_mut(..room).unwrap_or_default(), offset)
    }
}

#[cfg(unix)]
fn read_at(file: &File, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, buffer, offset)
}

#[cfg(windows)]
fn read_at(file: &File, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
    std::os::windows::fs::FileExt::seek_read(file, buffer, offset)
}

/// Opens a regular file that lies in the folder it must lie in.
pub(super) fn open(file: &FileToRead) -> Result<Box<dyn Source>, FileFault> {
    let (file, bytes) = reader::open(&file.root, &file.disk)?;
    Ok(Box::new(OnDisk { file, bytes }))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

    use std::fs;

    use super::*;

    #[test]
    fn what_is_written_while_a_file_is_read_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.csv"), "first").unwrap();
        let source = open(&FileToRead::new(folder.path(), "a.csv")).unwrap();
        fs::write(folder.path().join("a.csv"), "first, second").unwrap();
        let mut buffer = [0; 64];
        assert_eq!(source.read_at(&mut buffer, 0).unwrap(), 5);
        assert_eq!(source.read_at(&mut buffer, 5).unwrap(), 0);
        assert_eq!(source.read_at(&mut buffer, 9).unwrap(), 0);
        fs::write(folder.path().join("a.csv"), "f").unwrap();
        assert_eq!((source.read_at(&mut buffer, 0).unwrap(), source.read_at(&mut buffer, 1).unwrap()), (1, 0));
    }
}
