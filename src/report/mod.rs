//! The report and the working papers as documents: sections, paragraphs and tables of cells, with no format's words.

pub mod document;
