//! What all pages are shown with: the theme, the site as every page sees it, and the limits.

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
    /// The stamps of `templates/base.html` ..., of what the theme says of its blocks, of `site.title` ..., and of the limits.
    pub stamps: Stamps,
}

impl Look {
    /// The look of a site in a theme; `site` holds the theme's parameters.
    pub fn new(theme: &Arc<Theme>, site: &SiteView, limits: Limits) -> Self {
        let site = Value::from_serializable(site);
        let mut stamps = theme.stamps();
        stamps.extend(fields("site", site.as_map()));
        stamps.push(("the limits of rendering".to_owned(), Stamp::of(&(limits.seconds, limits.bytes))));
        Self { theme: theme.clone(), site, limits, stamps }
    }
}

impl PartialEq for Look {
    fn eq(&self, other: &Self) -> bool {
        self.stamps == other.stamps
    }
}

impl Eq for Look {}
