//! What all pages are shown with: the theme, the site as every page sees it, and the limits.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tera::Value;

use super::Limits;
use super::prepared::fields;
use crate::page::view::SiteView;
use crate::stamp::{Stamp, Stamps};
use crate::theme::Theme;

/// What all pages are shown with. Two looks are the same if they show every page alike, however they came about.
#[derive(Debug)]
pub struct Look {
    pub(super) theme: Arc<Theme>,
    pub(super) site: Value,
    pub(super) limits: Limits,
    /// The stamps of the templates by name.
    templates: BTreeMap<String, Stamp>,
    /// The stamps of the static files that each template names as assets.
    assets: BTreeMap<String, Stamps>,
    /// The stamps of what has a part in every page: `site.title` ..., what the theme says of its blocks, and the limits.
    stamps: Stamps,
    /// Those of the words of each language.
    words: Stamps,
}

impl Look {
    /// The look of a site in a theme; `site` holds the theme's parameters.
    pub fn new(theme: &Arc<Theme>, site: &SiteView, limits: Limits) -> Self {
        let site = Value::from_serializable(site);
        let mut stamps = theme.block_stamps();
        stamps.extend(fields("site", site.as_map()));
        stamps.push(("the limits of rendering".to_owned(), Stamp::of(&(limits.seconds, limits.bytes))));
        let templates = theme.template_stamps();
        let assets = templates.keys().map(|name| (name.clone(), theme.asset_stamps(name).to_vec())).collect();
        Self { theme: theme.clone(), site, limits, templates, assets, stamps, words: theme.word_stamps() }
    }

    /// The stamps of all that has a part in what `templates` show of a page in `language`: `templates/base.html` ..., `static/assets/site.css` ..., `site.title` ...
    pub fn stamps_for(&self, templates: &BTreeSet<String>, language: &str) -> Stamps {
        let parts: BTreeSet<&str> = templates.iter().flat_map(|name| self.theme.parts_of(name)).collect();
        let assets: BTreeMap<String, Stamp> = parts.iter().filter_map(|name| self.assets.get(*name)).flatten().cloned().collect();
        let templates = parts.into_iter().filter_map(|name| Some((format!("templates/{name}"), *self.templates.get(name)?)));
        let words = format!("words/{}", self.theme.words.nearest(language));
        let words = self.words.iter().filter(|(name, _)| *name == words);
        templates.chain(assets).chain(words.cloned()).chain(self.stamps.iter().cloned()).collect()
    }
}

impl PartialEq for Look {
    fn eq(&self, other: &Self) -> bool {
        self.templates == other.templates && self.assets == other.assets && self.words == other.words && self.stamps == other.stamps
    }
}

impl Eq for Look {}
