//! Containers around mutated parts: a mutation of a zip or OLE file mostly breaks its tables, and no reader sees it.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Begins a part: this, its name, a line's end, its bytes.
const PART: &[u8] = b"\n--- ";

/// A zip package, stored, of parts written one after another; bytes that are a package already stay as they are.
pub fn package(input: &[u8]) -> Vec<u8> {
    if input.starts_with(b"PK") {
        return input.to_vec();
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts(input) {
        // A name that stands twice is no package's; the other parts still are one.
        if zip.start_file(name, SimpleFileOptions::default()).is_ok() {
            let _ = zip.write_all(bytes);
        }
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// An OLE container with these bytes as its workbook; bytes that are a container already stay as they are.
pub fn compound(input: &[u8]) -> Vec<u8> {
    if input.starts_with(b"\xD0\xCF\x11\xE0") {
        return input.to_vec();
    }
    let made = || {
        let mut file = cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new()))?;
        // Padded past 4 KiB, below which it would live in the container's small sectors.
        file.create_stream("/Workbook")?.write_all(&[input, &[0; 4_096]].concat())?;
        file.flush()?;
        std::io::Result::Ok(file.into_inner().into_inner())
    };
    made().unwrap_or_default()
}

/// The parts of a package as [`package`] takes them.
pub fn unpacked(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let part = |(name, bytes): &(String, Vec<u8>)| [PART, name.as_bytes(), b"\n", bytes].concat();
    parts.iter().flat_map(part).collect()
}

fn parts(input: &[u8]) -> Vec<(String, &[u8])> {
    let starts: Vec<usize> =
        input.windows(PART.len()).enumerate().filter(|(_, w)| *w == PART).map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([input.len()]);
    let part = |(start, end): (&usize, usize)| {
        let part = input.get(start + PART.len()..end)?;
        let line = part.iter().position(|&byte| byte == b'\n')?;
        Some((String::from_utf8_lossy(&part[..line]).into_owned(), &part[line + 1..]))
    };
    starts.iter().zip(ends).filter_map(part).collect()
}
