//! Small pieces of HTML that pages make themselves, and the words inside finished HTML.

use pulldown_cmark_escape::escape_href;

/// `text` as the value of an attribute that holds an address.
pub(super) fn address(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    // Writing to a String cannot fail.
    let _ = escape_href(&mut html, text);
    html
}

/// The words of `html`, without its tags.
pub(super) fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut in_tag = false;
    for c in html.chars() {
        match c {
            '<' => in_tag = true,
            '>' if in_tag => in_tag = false,
            c if !in_tag => text.push(c),
            _ => {}
        }
    }
    crate::address::decode_entities(&text).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::plain;
    use crate::guide::body::escaped;

    #[test]
    fn words_come_out_of_html_as_they_went_in() {
        let text = "Pay & <growth> \"now\"";
        assert_eq!(plain(&format!("<b>{}</b>", escaped(text))), text);
    }
}
