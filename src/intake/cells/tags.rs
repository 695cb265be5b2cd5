//! XML as tags and texts without copies, for sheets of millions of cells; what a tag means is for others to know.

use memchr::{memchr, memchr3, memmem};

use super::broken;
use crate::model::FileFault;

/// A piece of XML. Names come without their prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'x> {
    /// A start tag, or an element without content: its name and attributes as written.
    Open { name: &'x str, attributes: &'x str, empty: bool },
    /// An end tag.
    Close(&'x str),
    /// Text as written, with its entities.
    Text(&'x str),
    /// Text that has none.
    Literal(&'x str),
}

/// Takes a text apart from its beginning.
#[derive(Clone, Debug)]
pub(super) struct Pieces<'x> {
    rest: &'x str,
}

impl<'x> Pieces<'x> {
    /// The pieces of this text.
    pub(super) fn new(text: &'x str) -> Self {
        Self { rest: text }
    }

    /// The next piece; comments and processing instructions are none.
    #[inline]
    pub(super) fn next(&mut self) -> Result<Option<Piece<'x>>, FileFault> {
        loop {
            let text = self.until(memchr(b'<', self.rest.as_bytes()).unwrap_or(self.rest.len()));
            if !text.is_empty() {
                return Ok(Some(Piece::Text(text)));
            }
            match self.rest.as_bytes() {
                [] => return Ok(None),
                [_, b'!' | b'?', ..] => {
                    if let Some(literal) = self.special()? {
                        return Ok(Some(Piece::Literal(literal)));
                    }
                }
                _ => return self.tag().map(Some),
            }
        }
    }

    #[inline]
    fn tag(&mut self) -> Result<Piece<'x>, FileFault> {
        let end = tag_end(self.rest.as_bytes()).ok_or_else(|| broken("XML: <"))?;
        let tag = self.until(end + 1).get(1..end).unwrap_or_default();
        if let Some(name) = tag.strip_prefix('/') {
            return Ok(Piece::Close(local(name.trim_ascii_end())));
        }
        let (tag, empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let name_end = tag.bytes().position(|byte| byte.is_ascii_whitespace()).unwrap_or(tag.len());
        let (name, attributes) = tag.split_at_checked(name_end).unwrap_or((tag, ""));
        Ok(Piece::Open { name: local(name), attributes, empty })
    }

    /// Passes what begins with `<!` or `<?`; the text of a CDATA section.
    #[cold]
    fn special(&mut self) -> Result<Option<&'x str>, FileFault> {
        const KINDS: [(&str, &str); 3] = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")];
        let kind = KINDS.into_iter().find(|(begin, _)| self.rest.starts_with(begin));
        let (begin, end) = kind.ok_or_else(|| broken("DOCTYPE"))?;
        let inside = self.rest.get(begin.len()..).unwrap_or_default();
        let length = memmem::find(inside.as_bytes(), end.as_bytes()).ok_or_else(|| broken("XML: <!"))?;
        let text = inside.get(..length).unwrap_or_default();
        self.until(begin.len() + length + end.len());
        Ok((begin == "<![CDATA[").then_some(text))
    }

    /// Takes the text up to there.
    #[inline]
    fn until(&mut self, end: usize) -> &'x str {
        let (text, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        text
    }
}

/// Where the tag ends that a text begins with; `>` may stand in the value of an attribute.
#[inline]
fn tag_end(text: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at += memchr3(b'>', b'"', b'\'', text.get(at..)?)?;
        match text.get(at)? {
            b'>' => return Some(at),
            quote => at += memchr(*quote, text.get(at + 1..)?)? + 2,
        }
    }
}

#[inline]
fn local(name: &str) -> &str {
    memchr(b':', name.as_bytes()).and_then(|colon| name.get(colon + 1..)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail by panic")]

    use super::*;

    #[test]
    fn tags_texts_and_sections_are_told_apart() {
        let text = "<x:row r=\"1\" a='b>\"'><c t=\"a>b\"/>1 &lt; 2<!-- <c> --><![CDATA[<v>]]><?p ?></x:row >";
        let open = |name, attributes, empty| Piece::Open { name, attributes, empty };
        let expected = [
            open("row", " r=\"1\" a='b>\"'", false),
            open("c", " t=\"a>b\"", true),
            Piece::Text("1 &lt; 2"),
            Piece::Literal("<v>"),
            Piece::Close("row"),
        ];
        let mut pieces = Pieces::new(text);
        for piece in expected {
            assert_eq!(pieces.next().unwrap(), Some(piece));
        }
        assert_eq!(pieces.next().unwrap(), None);
    }

    #[test]
    fn what_does_not_end_is_broken() {
        for text in ["<", "<c", "<c a=\">", "<!--", "<![CDATA[x", "<?", "<!DOCTYPE x>", "<!"] {
            assert!(Pieces::new(text).next().is_err(), "{text}");
        }
    }
}
