//! What all pages share of the site.

use std::collections::BTreeMap;

use super::view::Card;
use crate::guide::Rules;
use crate::source::SourcePath;

/// What all pages share. Made once.
pub(super) struct Shared {
    pub(super) cards: BTreeMap<SourcePath, Card>,
    pub(super) recent: Vec<Card>,
    /// How short Markdown texts of the front matter are read.
    pub(super) rules: Rules,
}
