//! Writing HTML: pieces in order, and everything of the author's escaped on its way in.

use pulldown_cmark_escape::{escape_href, escape_html, escape_html_body_text};

use super::{Image, ImageSource, Piece};
use crate::source::PagePath;

/// Pieces that are being written; neighbouring HTML becomes one piece.
#[derive(Debug, Default)]
pub(super) struct Out {
    pub(super) pieces: Vec<Piece>,
}

impl Out {
    /// The HTML that is being written.
    pub(super) fn html(&mut self) -> &mut String {
        if !matches!(self.pieces.last(), Some(Piece::Html(_))) {
            self.pieces.push(Piece::Html(String::new()));
        }
        match self.pieces.last_mut() {
            Some(Piece::Html(html)) => html,
            _ => unreachable!("a piece of HTML was just pushed"),
        }
    }

    /// Adds finished HTML.
    pub(super) fn raw(&mut self, html: &str) {
        self.html().push_str(html);
    }

    /// Adds text of the author's.
    pub(super) fn text(&mut self, text: &str) {
        push_text(self.html(), text);
    }

    /// Adds ` name="value"`.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        push_attribute(self.html(), name, value);
    }

    /// Adds ` href="address"`.
    pub(super) fn href(&mut self, address: &str) {
        push_href(self.html(), "href", address);
    }

    /// Adds what another writer wrote.
    pub(super) fn append(&mut self, pieces: Vec<Piece>) {
        for piece in pieces {
            match piece {
                Piece::Html(html) => self.raw(&html),
                piece => self.pieces.push(piece),
            }
        }
    }
}

/// Adds text between tags to `html`. Writing to a string cannot fail.
pub(super) fn push_text(html: &mut String, text: &str) {
    let _ = escape_html_body_text(html, text);
}

/// Adds ` name="value"` to `html`.
pub(super) fn push_attribute(html: &mut String, name: &str, value: &str) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    let _ = escape_html(&mut *html, value);
    html.push('"');
}

/// Adds ` name="address"` to `html`, percent-encoded where needed.
pub(super) fn push_href(html: &mut String, name: &str, address: &str) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    let _ = escape_href(&mut *html, address);
    html.push('"');
}

/// Text escaped for HTML.
pub fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    push_text(&mut html, text);
    html
}

/// `text` as the value of an attribute.
pub(super) fn attribute_text(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    let _ = escape_html(&mut html, text);
    html
}

/// Raw text of the author's HTML: its entities stay, everything else is escaped.
pub(super) fn escaped_but_entities(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        let _ = escape_html(&mut html, before);
        html.push_str(if begins_with_entity(after) { "&" } else { "&amp;" });
        rest = after;
    }
    let _ = escape_html(&mut html, rest);
    html
}

fn begins_with_entity(text: &str) -> bool {
    text.split_once(';').is_some_and(|(name, _)| {
        let letters = name.strip_prefix('#').unwrap_or(name);
        (1..=31).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// Pieces as one text of HTML, for places that cannot hold pieces: images without their size. Tables and blocks vanish.
pub(super) fn flat(pieces: Vec<Piece>, page: Option<&PagePath>) -> String {
    let mut html = String::new();
    for piece in pieces {
        match piece {
            Piece::Html(text) => html.push_str(&text),
            Piece::Image(image) => push_image(&mut html, &image, page),
            Piece::Table(_) | Piece::Block(_) => {}
        }
    }
    html
}

fn push_image(html: &mut String, image: &Image, page: Option<&PagePath>) {
    let address = match &image.source {
        ImageSource::External(address) => address.clone(),
        ImageSource::File(path) => page.map_or("./".to_owned(), PagePath::root) + published(path.as_str()),
    };
    html.push_str("<img");
    push_href(html, "src", &address);
    push_attribute(html, "alt", &image.alt);
    if let Some(title) = &image.title {
        push_attribute(html, "title", title);
    }
    html.push_str(" loading=\"lazy\">");
}

/// Where a file that is copied lies in the output: its path without `content/` or `static/`.
pub fn published(path: &str) -> &str {
    path.strip_prefix("content/").or_else(|| path.strip_prefix("static/")).unwrap_or(path)
}
