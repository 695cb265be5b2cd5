//! The letters of TCVN3 (ABC) and VNI, codes being those of windows-1252.

/// Runs of codes: the first, and the letters from it on. Capitals with a tone have no code; a font shows small letters
/// as capitals (`.VnTimeH`).
const TCVN3: [(char, &str); 8] = [
    ('\u{A1}', "ĂÂÊÔƠƯĐăâêôơưđ"),
    ('\u{B5}', "àảãáạ"),
    ('\u{BB}', "ằẳẵắ"),
    ('\u{C6}', "ặầẩẫấậè"),
    ('\u{CE}', "ẻẽéẹềểễếệìỉ"),
    ('\u{DC}', "ĩíịò"),
    ('\u{E1}', "ỏõóọồổỗốộờởỡớợù"),
    ('\u{F1}', "ủũúụừửữứựỳỷỹýỵ"),
];

/// Marks that follow a letter: the mark, letters it may follow, what they become.
const VNI_MARKS: [(char, &str, &str); 17] = [
    ('ù', "aeouyôö", "áéóúýớứ"),
    ('ø', "aeouyôö", "àèòùỳờừ"),
    ('û', "aeouyôö", "ảẻỏủỷởử"),
    ('õ', "aeouyôö", "ãẽõũỹỡữ"),
    ('ï', "aeouôö", "ạẹọụợự"),
    ('â', "aeo", "âêô"),
    ('á', "aeo", "ấếố"),
    ('à', "aeo", "ầềồ"),
    ('å', "aeo", "ẩểổ"),
    ('ã', "aeo", "ẫễỗ"),
    ('ä', "aeo", "ậệộ"),
    ('ê', "a", "ă"),
    ('é', "a", "ắ"),
    ('è', "a", "ằ"),
    ('ú', "a", "ẳ"),
    ('ü', "a", "ẵ"),
    ('ë', "a", "ặ"),
];

/// Letters that are one code in VNI too.
const VNI_LETTERS: (&str, &str) = ("íìæóòîñôö", "íìỉĩịỵđơư");

/// A word in Unicode; `None` if it holds anything that TCVN3 has not.
pub(super) fn tcvn3(word: &str) -> Option<String> {
    let plain: Vec<char> = word.chars().filter(char::is_ascii_alphabetic).collect();
    let text: String =
        word.chars().map(|c| if c.is_ascii() { Some(c) } else { tcvn3_letter(c) }).collect::<Option<_>>()?;
    // `CéNG` in a font without toned capitals.
    let capitals = plain.len() > 1 && plain.iter().all(char::is_ascii_uppercase);
    Some(if capitals { text.to_uppercase() } else { text })
}

/// Whether the fonts show this sign, no letter in Unicode, as a letter.
pub(super) fn is_tcvn3_sign(c: char) -> bool {
    !c.is_ascii() && !c.is_alphabetic() && tcvn3_letter(c).is_some()
}

fn tcvn3_letter(c: char) -> Option<char> {
    TCVN3.iter().find_map(|(first, letters)| {
        let offset = u32::from(c).checked_sub(u32::from(*first))?;
        letters.chars().nth(usize::try_from(offset).ok()?)
    })
}

/// A word in Unicode; `None` if it holds a mark that VNI does not put there.
pub(super) fn vni(word: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = word.chars().peekable();
    while let Some(c) = rest.next() {
        let small = lower(c);
        let marked = rest.peek().and_then(|mark| vni_marked(small, lower(*mark)));
        if marked.is_some() {
            rest.next();
        }
        let letter = marked.or_else(|| if c.is_ascii() { Some(small) } else { paired(VNI_LETTERS, small) })?;
        if c.is_uppercase() { out.extend(letter.to_uppercase()) } else { out.push(letter) }
    }
    Some(out)
}

fn vni_marked(letter: char, mark: char) -> Option<char> {
    let (_, from, to) = VNI_MARKS.iter().find(|(known, ..)| *known == mark)?;
    paired((from, to), letter)
}

/// The character of the second text that stands where `c` stands in the first.
fn paired((from, to): (&str, &str), c: char) -> Option<char> {
    from.chars().zip(to.chars()).find_map(|(old, new)| (old == c).then_some(new))
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}
