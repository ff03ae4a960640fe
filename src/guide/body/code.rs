//! Code blocks that are shown as they are.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event};

use super::html::Out;

/// Shows code.
pub(super) fn listing(kind: &CodeBlockKind<'_>, events: &[(Event<'_>, Range<usize>)], out: &mut Out) {
    out.raw("<pre tabindex=\"0\"><code");
    let language = match kind {
        CodeBlockKind::Fenced(info) => info.split([' ', ',', '\t']).next().unwrap_or_default(),
        CodeBlockKind::Indented => "",
    };
    if !language.is_empty() {
        out.attribute("class", &format!("language-{language}"));
    }
    out.raw(">");
    for (event, _) in events {
        if let Event::Text(text) = event {
            out.text(text);
        }
    }
    out.raw("</code></pre>\n");
}
