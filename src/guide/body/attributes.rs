//! What authors write in braces after a heading or a caption: `{#id .class key=value key="a value"}`.

use std::ops::Range;

/// One of the things in the braces, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attribute<'s> {
    pub(super) kind: Kind<'s>,
    /// The whole of it.
    pub(super) range: Range<usize>,
}

/// What it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind<'s> {
    /// `#id`
    Id(&'s str),
    /// `.class`
    Class(&'s str),
    /// `key=value`, with the place of the value, quotes left out.
    Pair(&'s str, &'s str, Range<usize>),
    /// Anything else.
    Other(&'s str),
}

/// The attributes in `inside`, which begins at `start`; ranges are counted from there.
pub(super) fn read(inside: &str, start: usize) -> Vec<Attribute<'_>> {
    let mut attributes = Vec::new();
    let mut at = 0;
    while let Some(rest) = inside.get(at..) {
        let bare = rest.trim_start();
        at += rest.len() - bare.len();
        if bare.is_empty() {
            break;
        }
        let len = length(bare);
        let word = bare.get(..len).unwrap_or(bare);
        attributes.push(Attribute { kind: kind(word, start + at), range: start + at..start + at + len });
        at += len.max(1);
    }
    attributes
}

// Up to the next blank that is not inside quotes.
fn length(text: &str) -> usize {
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            c if c.is_whitespace() && !quoted => return at,
            _ => {}
        }
    }
    text.len()
}

fn kind(word: &str, start: usize) -> Kind<'_> {
    if let Some(id) = word.strip_prefix('#').filter(|id| is_name(id)) {
        return Kind::Id(id);
    }
    if let Some(class) = word.strip_prefix('.').filter(|class| is_name(class)) {
        return Kind::Class(class);
    }
    match word.split_once('=') {
        Some((key, value)) if is_name(key) => {
            let start = start + key.len() + 1;
            match value.strip_prefix('"').and_then(|value| value.strip_suffix('"')) {
                Some(inside) => Kind::Pair(key, inside, start + 1..start + 1 + inside.len()),
                None => Kind::Pair(key, value, start..start + value.len()),
            }
        }
        _ => Kind::Other(word),
    }
}

/// Whether a text can be an id or a class: letters, digits, `-` and `_`.
pub(super) fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_classes_and_pairs_are_read_with_their_places() {
        let found = read("#pay .kind-pay source=oews note=\"two words\" ?", 10);
        let kinds: Vec<_> = found.iter().map(|it| it.kind.clone()).collect();
        assert_eq!(
            kinds,
            [Kind::Id("pay"), Kind::Class("kind-pay"), Kind::Pair("source", "oews", 32..36), Kind::Pair("note", "two words", 43..52), Kind::Other("?")]
        );
        assert_eq!(found[4].range, 54..55);
    }
}
