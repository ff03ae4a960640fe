//! Short Markdown texts of the front matter as HTML. A stand-in until `guide::body` gives its own.

use super::markup::escaped;

pub(super) fn html(markdown: &str) -> String {
    markdown.split("\n\n").filter(|it| !it.trim().is_empty()).map(|it| format!("<p>{}</p>\n", escaped(it.trim()))).collect()
}
