//! What stands in bodies only: headings, tables with their captions, and blocks.

use std::ops::Range;

use pulldown_cmark::HeadingLevel;

use super::block::fenced;
use super::context::{Context, Leaf};
use super::html::Out;
use super::source::Source;
use super::walk::{BodyParts, Standing};
use super::{Table, caption, headings, tables};

/// The parts of a page's body.
pub(super) struct Parts;

impl BodyParts for Parts {
    fn heading(&self, cx: &mut Context<'_>, source: &Source<'_>, level: HeadingLevel, leaf: Leaf<'_>, at: Standing, out: &mut Out) {
        headings::heading(cx, source, level, leaf, at.range, at.inside, out);
    }

    fn table(&self, cx: &mut Context<'_>, source: &Source<'_>, events: Leaf<'_>, range: Range<usize>) -> Table {
        tables::table(cx, source, events, range)
    }

    fn block(&self, cx: &mut Context<'_>, source: &Source<'_>, info: &str, at: Standing, out: &mut Out) {
        fenced::block(cx, source, info, at.range, at.inside, out);
    }

    fn caption(&self, cx: &mut Context<'_>, source: &Source<'_>, leaf: &Leaf<'_>, range: &Range<usize>, out: &mut Out) -> bool {
        let is_caption = caption::is_caption(leaf);
        if is_caption {
            caption::caption(cx, source, leaf, range, out);
        }
        is_caption
    }
}
