//! Writing SVG: escaped texts, and numbers without a digit too many.

use std::fmt::Write as _;

use crate::fact::Decimal;

/// An SVG element that is being written, from top to bottom.
pub(super) struct Svg {
    body: String,
    /// How far down it goes, in pixels.
    pub(super) height: u32,
}

impl Svg {
    pub(super) fn new() -> Self {
        Self { body: String::new(), height: 0 }
    }

    /// Adds `<name attributes/>`.
    pub(super) fn element(&mut self, name: &str, attributes: &str) {
        // Writing to a String cannot fail.
        let _ = write!(self.body, "<{name} {attributes}/>");
    }

    /// Adds a text whose foot is at `y` pixels; `attributes` say where across.
    pub(super) fn text(&mut self, y: u32, attributes: &str, text: &str) {
        let _ = write!(self.body, "<text y=\"{y}\" {attributes}>{}</text>", escaped(text));
    }

    /// The whole element, with what it is called and what it shows for those who cannot see it.
    pub(super) fn finish(self, id: &str, title: &str, description: &str) -> String {
        format!(
            "<svg class=\"chart\" role=\"img\" width=\"100%\" height=\"{}\" aria-labelledby=\"{id}-title {id}-description\">\
             <title id=\"{id}-title\">{}</title><desc id=\"{id}-description\">{}</desc>{}</svg>",
            self.height,
            escaped(title),
            escaped(description),
            self.body
        )
    }
}

/// `part` of `whole` as a percentage with at most one decimal, half a pixel of a wide screen: `62.5%`.
pub(super) fn percent(part: Decimal, whole: Decimal) -> String {
    // Of nothing there is no part.
    let percent = (part * Decimal::from(100)).checked_div(whole).unwrap_or_default();
    format!("{}%", percent.rounded(1).normalized())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
