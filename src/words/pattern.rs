//! A text with places for what differs: `Guides of {site}`.

use std::collections::BTreeSet;

/// A text with places in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pattern {
    text: String,
}

impl Pattern {
    /// No words at all.
    pub(super) const fn empty() -> Self {
        Self { text: String::new() }
    }

    /// `text` as a pattern, or why it is none.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            let Some(inside) = rest.get(at..).and_then(|it| it.strip_prefix('{')) else { return Err("a `}` stands without its `{`".to_owned()) };
            let Some((name, after)) = inside.split_once('}') else { return Err("a `{` is never closed".to_owned()) };
            if name.is_empty() || !name.chars().all(|c| c.is_ascii_lowercase() || c == '_') {
                return Err(format!("`{{{name}}}` is not the name of a place"));
            }
            rest = after;
        }
        Ok(Self { text: text.to_owned() })
    }

    /// The text as it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The names of its places.
    pub fn places(&self) -> BTreeSet<&str> {
        pieces(&self.text).filter_map(|piece| if let Piece::Place(name) = piece { Some(name) } else { None }).collect()
    }

    /// The text with its places filled in; one that has nothing stays as it is written.
    pub fn with(&self, fillings: &[(&str, &str)]) -> String {
        let mut filled = String::with_capacity(self.text.len() + 16);
        for piece in pieces(&self.text) {
            match piece {
                Piece::Text(text) => filled.push_str(text),
                Piece::Place(place) => match fillings.iter().find(|(name, _)| *name == place) {
                    Some((_, filling)) => filled.push_str(filling),
                    None => filled.extend(["{", place, "}"]),
                },
            }
        }
        filled
    }
}

/// A stretch of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Words.
    Text(&'t str),
    /// A place, by its name.
    Place(&'t str),
}

/// The stretches of a pattern.
pub fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some((name, after)) = rest.strip_prefix('{').and_then(|inside| inside.split_once('}')) {
            rest = after;
            return Some(Piece::Place(name));
        }
        // A bracket that nothing closes is text.
        let end = rest.char_indices().skip(1).find(|(_, c)| *c == '{').map_or(rest.len(), |(at, _)| at);
        let (text, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(Piece::Text(text))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_in_wherever_they_stand() {
        let pattern = Pattern::parse("{count} guides of {site}.").unwrap();
        assert_eq!(pattern.with(&[("site", "Careers"), ("count", "3")]), "3 guides of Careers.");
        assert_eq!(pattern.places().into_iter().collect::<Vec<_>>(), ["count", "site"]);
        assert_eq!(Pattern::parse("Sources").unwrap().with(&[]), "Sources");
    }

    #[test]
    fn a_bracket_without_its_other_half_is_no_pattern() {
        for text in ["{", "a {b", "}", "{A}", "{}", "{a} }", "{{a}}"] {
            assert!(Pattern::parse(text).is_err(), "{text}");
        }
    }
}
