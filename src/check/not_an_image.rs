//! A file that is shown as an image and holds none: a text with the wrong ending, a download that failed.

use crate::guide::body::{BlockKind, ImageSource, Piece};
use crate::problem::{Code, Problem};

use super::subject::Subject;

/// Every image whose file is there and whose bytes are of no known kind of image. SVG files are texts and are not judged.
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
        let Some(bytes) = subject.images.get(file).filter(|_| file.extension() != "svg") else { continue };
        if imagesize::image_type(bytes).is_err() {
            let place = subject.manuscript.text.span(range.clone());
            let problem = Problem::new(Code::NotAnImage, place, format!("`{file}` is not an image that browsers show"));
            problems.push(problem.help("save it again as JPEG, PNG, WebP, AVIF, GIF or SVG"));
        }
    }
    problems
}
