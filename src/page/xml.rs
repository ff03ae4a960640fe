//! XML for feed and sitemap, through a writer that escapes; characters that XML 1.0 forbids are left out.

use std::borrow::Cow;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

/// What elements are written to.
pub(super) type Xml = Writer<Vec<u8>>;

/// A document whose outermost element `root` has these attributes and what `content` writes.
pub(super) fn document(root: &str, attributes: &[(&str, &str)], content: impl Fn(&mut Xml) -> io::Result<()>) -> Vec<u8> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    let written = xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None))).and_then(|()| element(&mut xml, root, attributes, content));
    written.expect("writing to memory does not fail");
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    bytes
}

/// An element with attributes and what `content` writes.
pub(super) fn element(xml: &mut Xml, name: &str, attributes: &[(&str, &str)], content: impl Fn(&mut Xml) -> io::Result<()>) -> io::Result<()> {
    let allowed: Vec<(&str, Cow<str>)> = attributes.iter().map(|(name, value)| (*name, allowed(value))).collect();
    let attributes = allowed.iter().map(|(name, value)| (*name, value.as_ref()));
    xml.create_element(name).with_attributes(attributes).write_inner_content(|xml| content(xml))?;
    Ok(())
}

/// An element that holds only text.
pub(super) fn text(xml: &mut Xml, name: &str, text: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(&allowed(text)))?;
    Ok(())
}

/// An element that holds nothing.
pub(super) fn empty(xml: &mut Xml, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
    let allowed: Vec<(&str, Cow<str>)> = attributes.iter().map(|(name, value)| (*name, allowed(value))).collect();
    xml.create_element(name).with_attributes(allowed.iter().map(|(name, value)| (*name, value.as_ref()))).write_empty()?;
    Ok(())
}

/// `text` without the characters that XML 1.0 forbids, even escaped.
fn allowed(text: &str) -> Cow<'_, str> {
    let is_forbidden = |c: char| matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}');
    if text.contains(is_forbidden) { Cow::Owned(text.replace(is_forbidden, "")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_escaped_and_forbidden_characters_are_left_out() {
        let xml = document("a", &[("b", "\"<\u{1}&")], |xml| text(xml, "c", "</c>\u{0}\u{FFFF} & é"));
        let expected = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a b=\"&quot;&lt;&amp;\">\n  <c>&lt;/c&gt; &amp; é</c>\n</a>\n";
        assert_eq!(String::from_utf8(xml).unwrap(), expected);
    }
}
