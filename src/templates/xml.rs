//! Text into XML 1.0: nothing is read as markup, and what XML cannot hold is left out.

/// Appends a text so that it can stand in an element or in a quoted attribute. Line feeds and tabs become blanks, which is
/// what readers of XML make of them.
pub fn push(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            // Not even as a number may these stand in XML 1.0.
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(c),
        }
    }
}

/// The same as a text of its own.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push(&mut out, text);
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn markup_is_spelled_and_what_xml_forbids_is_dropped() {
        assert_eq!(escape("a<b>&\"'\u{0}\u{8}\u{1b}\u{fffe}\u{ffff}\tz\r\n"), "a&lt;b&gt;&amp;&quot;&#39; z  ");
        assert_eq!(escape("Tứ Kỳ \u{1f600}\u{fffd}\u{e000}"), "Tứ Kỳ \u{1f600}\u{fffd}\u{e000}");
    }
}
