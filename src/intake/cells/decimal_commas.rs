//! Text parted by commas whose numbers have unquoted decimal commas: `ty_le,97,5` is two cells where one was meant.

use csv::{ByteRecord, Reader};

/// The widths that tell a row with too many cells.
#[derive(Default)]
struct Widths {
    /// Cells of the widest row without a number: the heads.
    heads: usize,
    /// Whether some row with a number is as wide as the heads.
    kept: bool,
    /// The first row with a split number, by line from 1.
    split: Option<Row>,
}

struct Row {
    line: usize,
    cells: usize,
    /// The same without empty cells at the end.
    filled: usize,
}

/// The line, from 1, of the first row that is wider than the heads because a decimal comma splits its numbers. A row
/// that only has empty cells more is one of a file whose rows all end so, unless others end where the heads do.
pub(super) fn first_line(mut reader: Reader<&[u8]>, delimiter: char) -> Option<usize> {
    if delimiter != ',' {
        return None;
    }
    let mut widths = Widths::default();
    let mut record = ByteRecord::new();
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        widths.add(&record);
    }
    let row = widths.split.filter(|row| row.cells > widths.heads && widths.heads > 1)?;
    (row.filled > widths.heads || widths.kept).then_some(row.line)
}

impl Widths {
    fn add(&mut self, record: &ByteRecord) {
        let has_number = record.iter().any(|cell| cell.trim_ascii().first().is_some_and(u8::is_ascii_digit));
        if !has_number {
            self.heads = self.heads.max(record.len());
            return;
        }
        self.kept |= record.len() == self.heads;
        if self.split.is_none() && record.len() > self.heads && has_split_number(record) {
            let line = record.position().map_or(0, |position| usize::try_from(position.line()).unwrap_or(usize::MAX));
            let filled = record.iter().rposition(|cell| !cell.trim_ascii().is_empty()).map_or(0, |last| last + 1);
            self.split = Some(Row { line, cells: record.len(), filled });
        }
    }
}

/// Whether two cells side by side are a whole number and digits that may be its decimals.
fn has_split_number(record: &ByteRecord) -> bool {
    let is_digits = |cell: &[u8]| !cell.is_empty() && cell.iter().all(u8::is_ascii_digit);
    let is_whole = |cell: &[u8]| {
        let cell = cell.trim_ascii();
        is_digits(cell.strip_prefix(b"-").unwrap_or(cell).split(|byte| *byte == b'.').next().unwrap_or_default())
    };
    let is_decimals = |cell: &[u8]| is_digits(cell.trim_ascii().strip_suffix(b"%").unwrap_or(cell.trim_ascii()));
    record.iter().zip(record.iter().skip(1)).any(|(one, other)| is_whole(one) && is_decimals(other))
}
