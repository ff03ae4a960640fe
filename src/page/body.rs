//! The text of a page: finished HTML, and blocks for the theme.

use super::block::Blocks;
use super::given::Given;
use super::image;
use super::view::{BlockView, BodyPart, SectionEntry};
use crate::guide::body::{Heading, Piece};
use crate::site::Page;

/// The text of `page`, in order. Its blocks leave in `blocks` what they printed, their tables and their problems.
pub(super) fn show(given: &Given, page: &Page, blocks: &mut Blocks) -> Vec<BodyPart> {
    let root = page.address.root();
    let mut parts: Vec<BodyPart> = Vec::new();
    for piece in given.authored.iter().flat_map(|it| &it.manuscript.body.pieces) {
        match piece {
            Piece::Html(html) => push_html(&mut parts, &blocks.filled(html)),
            Piece::Image(it) => push_html(&mut parts, &image::html(it, &root, given.picture(&it.source), blocks.fetched(&it.range))),
            Piece::Table(table) => parts.push(part(BlockView::Table(blocks.table(table.clone())))),
            Piece::Block(block) => parts.extend(blocks.block(block).map(part)),
        }
    }
    parts
}

fn part(view: BlockView) -> BodyPart {
    BodyPart::Block(Box::new(view))
}

/// Adds to the last stretch of HTML, so that an image inside a paragraph does not tear it apart.
fn push_html(parts: &mut Vec<BodyPart>, html: &str) {
    if let Some(BodyPart::Html(last)) = parts.last_mut() {
        last.push_str(html);
    } else {
        parts.push(BodyPart::Html(html.to_owned()));
    }
}

/// The sections of a page with their level-3 headings, for navigation.
pub(super) fn sections(headings: &[Heading]) -> Vec<SectionEntry> {
    let mut sections: Vec<SectionEntry> = Vec::new();
    for heading in headings {
        let entry = SectionEntry {
            id: heading.id.clone(),
            short: heading.short.clone(),
            text: heading.text.clone(),
            number: heading.number,
            kind: heading.kind.map(kind).unwrap_or_default(),
            children: Vec::new(),
        };
        match (heading.level, sections.last_mut()) {
            (2, _) => sections.push(entry),
            (3, Some(section)) => section.children.push(entry),
            _ => {}
        }
    }
    sections
}

/// The kind as authors write it: `pay`.
fn kind(kind: crate::guide::body::SectionKind) -> String {
    serde_json::to_value(kind).ok().and_then(|it| it.as_str().map(str::to_owned)).unwrap_or_default()
}
