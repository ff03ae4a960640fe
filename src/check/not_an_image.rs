//! A file that is shown as an image and holds none, or half of one: a text with the wrong ending, a download that failed.

use crate::guide::body::{BlockKind, ImageSource, Piece};
use crate::picture::Fault;
use crate::problem::{Code, Problem};

use super::subject::Subject;

/// Every image whose file is there, and that browsers do not show. SVG files are texts and are not judged.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let mut problems = Vec::new();
    let images = subject.manuscript.body.pieces.iter().filter_map(|piece| match piece {
        Piece::Image(image) => Some((&image.source, &image.range)),
        Piece::Block(block) => match &block.kind {
            BlockKind::Figure { src, src_range, .. } => Some((src, src_range)),
            _ => None,
        },
        _ => None,
    });
    for (source, range) in images {
        let ImageSource::File(file) = source else { continue };
        let Some(fault) = subject.pictures.get(file).and_then(|picture| picture.fault.as_ref()) else { continue };
        let (message, help) = match fault {
            Fault::NoImage => (format!("`{file}` is not an image that browsers show"), "save it again as JPEG, PNG, WebP, AVIF, GIF or SVG"),
            Fault::Damaged(why) => (format!("`{file}` is damaged: {why}"), "often a download or a copy broke off: save the image again"),
        };
        problems.push(Problem::new(Code::NotAnImage, subject.manuscript.text.span(range.clone()), message).help(help));
    }
    problems
}
