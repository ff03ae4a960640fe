//! What all pages share, made ready for the template engine once: each page holds a reference to it.

use tera::Value;

use crate::page::view::SiteView;

/// The site as templates see it.
#[derive(Debug, Clone)]
pub struct Shared {
    pub(crate) site: Value,
}

impl Shared {
    /// Prepares `site`.
    pub fn new(site: &SiteView) -> Self {
        Self { site: Value::from_serializable(site) }
    }
}
