//! The view of a page that leads on: what `redirect.html` is given as `redirect`.

use schemars::JsonSchema;
use serde::Serialize;

/// A page at an old address that leads to the new one.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RedirectView {
    /// Title of the page that it leads to.
    pub title: String,
    /// Path of the page that it leads to: `{{ redirect.path | href(root=redirect.root) }}`.
    pub path: String,
    /// What leads from the old address to the site's root: `../`, `../../` ...
    pub root: String,
    /// Absolute address of the page that it leads to.
    pub canonical: String,
    /// Language of the page that it leads to.
    pub language: String,
    /// The old address, such as `old/address/`.
    pub from: String,
}
