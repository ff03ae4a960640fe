//! What all pages share of the site.

use std::collections::BTreeMap;

use super::card;
use super::view::Card;
use crate::guide::Rules;
use crate::site::Site;
use crate::source::SourcePath;

/// What all pages share. Made once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    pub(super) cards: BTreeMap<SourcePath, Card>,
    pub(super) recent: Vec<Card>,
    /// How short Markdown texts of the front matter are read.
    pub(super) rules: Rules,
}

impl Shared {
    /// What all pages share of `site`.
    pub fn new(site: &Site) -> Self {
        let cards = card::all(site);
        let recent = card::recent(site, &cards);
        let config = &site.given.config;
        let rules = Rules { html_allow: config.html_allow.clone(), front_matter_limit: config.front_matter_limit, ..Rules::default() };
        Self { cards, recent, rules }
    }
}
