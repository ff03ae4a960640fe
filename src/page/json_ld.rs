//! Structured data of a page, as JSON-LD.

use super::view::{Content, Html, PageView};
use crate::site::{Page, Site};

/// The JSON-LD objects of a page, each for a script element of its own. `page` is `None` for pages that no author wrote.
pub fn for_page(_site: &Site, _page: Option<&Page>, _frame: &PageView, _content: &Content) -> Vec<Html> {
    Vec::new()
}
