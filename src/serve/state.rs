//! What the client asks after an event: did my page change, what else did, and which problems are there.

use serde_json::{Value, json};

use super::asked::asked;
use super::generation::Generation;

/// The state of the preview for a page. The query holds `page`, its path, and `since`, the generation that the client knows.
pub(super) fn state(generation: &Generation, query: &str) -> Value {
    let field = |name: &str| url::form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
    let since: u64 = field("since").and_then(|since| since.parse().ok()).unwrap_or(0);
    let changed = generation.site.iter().flat_map(|site| &site.changed).filter(|(_, number)| **number > since).map(|(path, _)| path.as_str());
    // Pages are told by their own mark; what is left is what pages are shown with.
    let changed: Vec<&str> = changed.filter(|path| !super::media::is_page(path)).collect();
    json!({
        "build": generation.number,
        "page": field("page").map(|page| asked(generation, &page).mark()),
        "changed": changed,
        "problems": generation.problems,
    })
}
