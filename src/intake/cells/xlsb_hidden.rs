//! What the sheets of an Excel binary workbook hide, from records that the reading library passes over (MS-XLSB §2.1.4).

use super::hidden::Hidden;

/// One record: its type and its content.
struct Record<'a> {
    kind: u32,
    data: &'a [u8],
}

impl Record<'_> {
    fn u32(&self, at: usize) -> Option<u32> {
        Some(u32::from_le_bytes(self.data.get(at..)?.first_chunk().copied()?))
    }

    /// Whether these bits are set in the byte at this place.
    fn has(&self, at: usize, bits: u8) -> bool {
        self.data.get(at).is_some_and(|byte| byte & bits != 0)
    }

    /// The text at this place, its length in UTF-16 units before it, and where it ends.
    fn text(&self, at: usize) -> Option<(String, usize)> {
        let length = usize::try_from(self.u32(at)?).ok()?.checked_mul(2)?;
        let from = at + 4;
        let end = from.checked_add(length)?;
        let units: Vec<u16> = self
            .data
            .get(from..end)?
            .chunks_exact(2)
            .filter_map(|unit| unit.try_into().ok())
            .map(u16::from_le_bytes)
            .collect();
        Some((String::from_utf16_lossy(&units), end))
    }
}

/// The hidden rows (``BrtRowHdr``) and columns (``BrtColInfo``) of a sheet part.
pub(super) fn of_sheet_part(part: &[u8]) -> Hidden {
    const ROW: u32 = 0;
    const COLUMNS: u32 = 60;
    let mut hidden = Hidden::default();
    for record in records(part) {
        match record.kind {
            ROW if record.has(11, 0x10) => {
                if let Some(row) = record.u32(0) {
                    hidden.hide_rows(row, row);
                }
            }
            COLUMNS if record.has(16, 0x01) => {
                if let (Some(first), Some(last)) = (record.u32(0), record.u32(4)) {
                    hidden.hide_columns(first, last);
                }
            }
            _ => {}
        }
    }
    hidden
}

/// The sheets of the workbook part (`BrtBundleSh`): name and id of the relation.
pub(super) fn sheets(part: &[u8]) -> Vec<(String, String)> {
    const SHEET: u32 = 156;
    let named = |record: Record<'_>| {
        let (id, end) = record.text(8)?;
        Some((record.text(end)?.0, id))
    };
    records(part).filter(|record| record.kind == SHEET).filter_map(named).collect()
}

/// The records of a part, up to the first that is cut off.
fn records(part: &[u8]) -> impl Iterator<Item = Record<'_>> {
    const TYPE_BYTES: u32 = 2;
    const LENGTH_BYTES: u32 = 4;
    let mut rest = part;
    std::iter::from_fn(move || {
        let kind = number(&mut rest, TYPE_BYTES)?;
        let length = usize::try_from(number(&mut rest, LENGTH_BYTES)?).ok()?;
        let (data, tail) = rest.split_at_checked(length)?;
        rest = tail;
        Some(Record { kind, data })
    })
}

/// A number in groups of seven bits, the lowest first; the high bit says that another follows.
fn number(rest: &mut &[u8], most: u32) -> Option<u32> {
    let mut number = 0;
    for group in 0..most {
        let (&byte, tail) = rest.split_first()?;
        *rest = tail;
        number |= u32::from(byte & 0x7F) << (7 * group);
        if byte & 0x80 == 0 {
            break;
        }
    }
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_parts_hide_nothing_and_harm_nobody() {
        for part in [
            &b""[..],
            &[0x80],
            &[0, 0xFF, 0xFF, 0xFF, 0xFF],
            &[0, 3, 1, 2],
            &[0x9C, 1, 12, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255],
        ] {
            assert_eq!(of_sheet_part(part), Hidden::default());
            assert_eq!(sheets(part), []);
        }
    }
}
