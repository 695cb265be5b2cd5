//! How long texts are in Times New Roman bold; regular and italic texts are at most a twentieth shorter.

use unicode_normalization::char::decompose_canonical;

/// Twentieths of a point, the unit of lengths in Word.
pub(super) type Twips = u32;

/// Advance widths of the printable ASCII characters, from the blank, in thousandths of the font size.
const ADVANCES: [u32; 95] = [
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944,
    722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556,
    444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394,
    220, 394, 520,
];

/// What characters take that are neither ASCII nor Vietnamese.
const UNKNOWN: u32 = 1000;

/// The length of a text at this size in points, on one line.
pub(super) fn length(text: &str, size: u32) -> Twips {
    let mut thousandths = 0_u32;
    for c in text.chars() {
        decompose_canonical(c, |part| thousandths = thousandths.saturating_add(advance(part)));
    }
    thousandths.saturating_mul(size) / 50
}

fn advance(c: char) -> u32 {
    match c {
        'Đ' => 722,
        'đ' => 556,
        '–' | '\u{a0}' => 500,
        // Accents and tone marks stand above or below their letter.
        '\u{300}'..='\u{36f}' => 0,
        _ => u32::from(c).checked_sub(32).and_then(|at| ADVANCES.get(at as usize)).copied().unwrap_or(UNKNOWN),
    }
}

#[cfg(test)]
mod tests {
    use super::length;

    /// Measured in LibreOffice's PDF: 88,3 mm and 55,9 mm.
    #[test]
    fn motto_and_name_of_the_nation_have_their_lengths() {
        let tenths = |text, size| length(text, size) * 254 / 1440;
        assert_eq!(tenths("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12), 883);
        assert_eq!(tenths("Độc lập - Tự do - Hạnh phúc", 13), 559);
    }
}
