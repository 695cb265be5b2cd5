//! Documents as LibreOffice prints them: pages with words and where they stand.

use std::path::{Path, PathBuf};
use std::process::Command;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Millimetres from the upper left corner of the page.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) top: f64,
    pub(crate) bottom: f64,
    pub(crate) text: String,
}

/// A page, sizes in millimetres.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) words: Vec<Word>,
}

impl Page {
    /// The lines, from top to bottom; what stands beside each other is one line.
    pub(crate) fn lines(&self) -> Vec<Vec<Word>> {
        let mut words = self.words.clone();
        words.sort_by(|one, other| (one.bottom, one.left).partial_cmp(&(other.bottom, other.left)).unwrap());
        let mut lines: Vec<Vec<Word>> = Vec::new();
        for word in words {
            match lines.last_mut().filter(|line| (line[0].bottom - word.bottom).abs() < 1.0) {
                Some(line) => line.push(word),
                None => lines.push(vec![word]),
            }
        }
        for line in &mut lines {
            line.sort_by(|one, other| one.left.partial_cmp(&other.left).unwrap());
        }
        lines
    }

    /// The words in the order in which one reads, whatever the order in the file.
    fn read(self) -> Self {
        Self { words: self.lines().concat(), ..self }
    }

    /// The words of this text in a row, wherever they stand first.
    pub(crate) fn find(&self, text: &str) -> Option<&[Word]> {
        let wanted: Vec<&str> = text.split_whitespace().collect();
        self.words
            .windows(wanted.len())
            .find(|words| words.iter().map(|word| word.text.as_str()).eq(wanted.iter().copied()))
    }
}

/// The words of a line, or of any row of words, as one text.
pub(crate) fn text(words: &[Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Converts documents into another format; the results, in a folder.
pub(crate) fn converted(documents: &[PathBuf], folder: &Path, format: &str) -> Vec<PathBuf> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tools/convert.sh");
    let status = Command::new(script).arg(folder).arg(format).args(documents).status().unwrap();
    assert!(status.success(), "LibreOffice did not convert; scripts/test installs it");
    let extension = format.split(':').next().unwrap();
    documents.iter().map(|path| folder.join(path.file_name().unwrap()).with_extension(extension)).collect()
}

/// The pages of a PDF.
pub(crate) fn pages(pdf: &Path) -> Vec<Page> {
    let output = Command::new("pdftotext").args(["-bbox"]).arg(pdf).arg("-").output().unwrap();
    assert!(output.status.success(), "{}: {}", pdf.display(), String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let mut reader = Reader::from_str(&text);
    reader.config_mut().check_end_names = false;
    let mut pages: Vec<Page> = Vec::new();
    let mut inside = false;
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) if tag.name().as_ref() == "page" => {
                pages.push(Page { width: length(&tag, "width"), height: length(&tag, "height"), words: Vec::new() });
            }
            Event::Start(tag) if tag.name().as_ref() == "word" => {
                inside = true;
                pages.last_mut().unwrap().words.push(Word {
                    left: length(&tag, "xMin"),
                    right: length(&tag, "xMax"),
                    top: length(&tag, "yMin"),
                    bottom: length(&tag, "yMax"),
                    text: String::new(),
                });
            }
            Event::Text(text) if inside => {
                let words = &mut pages.last_mut().unwrap().words;
                words.last_mut().unwrap().text.push_str(&text);
            }
            Event::End(tag) if tag.name().as_ref() == "word" => inside = false,
            Event::Eof => return pages.into_iter().map(Page::read).collect(),
            _ => {}
        }
    }
}

/// A length of a tag: points, 72 an inch.
fn length(tag: &BytesStart<'_>, name: &str) -> f64 {
    let value = tag.try_get_attribute(name).unwrap().unwrap();
    value.value.parse::<f64>().unwrap() * 25.4 / 72.0
}
