//! The view of a page that leads on. `redirect.html` is given `title`, `target`, `canonical`, `language` and `site`.

use serde::Serialize;

/// A page at an old address that leads to the new one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RedirectView {
    /// Title of the page that it leads to: `title`.
    pub title: String,
    /// Path of the page that it leads to. `target` is made from it and from `root`: a relative address, ready for a link.
    pub path: String,
    /// What leads from the old address to the site's root: `../`, `../../` ...
    pub root: String,
    /// Absolute address of the page that it leads to: `canonical`.
    pub canonical: String,
    /// Language of the page that it leads to: `language`.
    pub language: String,
    /// The old address, such as `old/address/`; for messages.
    pub from: String,
}
