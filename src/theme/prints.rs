//! Values that a template prints as they are, read from a tag `{{ … }}`.

use super::tags::{Kind, Named, Tag, value};

/// The values with their fields that `tag` prints whole: not those that it asks about, gives on or has `say` fill in.
pub(super) fn prints(text: &str, tag: &Tag) -> Vec<Vec<Named>> {
    let said = |at: usize| tag.tokens.get(at).filter(|it| it.kind != Kind::Text).and_then(|it| text.get(it.range.clone())).unwrap_or("");
    // `say` fills in places, and `replace` may.
    let is_filled = (0..tag.tokens.len()).any(|at| said(at) == "|" && matches!(said(at + 1), "say" | "replace"));
    if tag.is_statement {
        return Vec::new();
    }
    let mut printed = Vec::new();
    for (at, token) in tag.tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Word) {
        let begins = at == 0 || matches!(said(at - 1), "~" | "else" | "or");
        if !begins || matches!(said(at), "not" | "if" | "else") {
            continue;
        }
        let (path, end) = value(text, &tag.tokens, at);
        let ends = end >= tag.tokens.len() || matches!(said(end), "~" | "if" | "else" | "or") || (said(end) == "|" && !is_filled);
        // Behind `if` stands a condition up to its `else`.
        let is_condition = (0..at).rev().map(said).find(|it| matches!(*it, "if" | "else")) == Some("if");
        if ends && token.kind == Kind::Word && !is_condition {
            printed.push(path);
        }
    }
    printed
}

#[cfg(test)]
mod tests {
    use super::super::tags::tags;
    use super::*;

    #[test]
    fn what_is_printed_whole_is_found_and_what_is_asked_or_filled_in_is_not() {
        let printed = |text: &str| {
            let found: Vec<Vec<Named>> = tags(text).flat_map(|tag| prints(text, &tag)).collect();
            found.iter().map(|path| path.iter().map(|it| it.name.as_str()).collect::<Vec<_>>().join(".")).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(printed("{{ words.a }}{{ words.b | upper }}{{ words.c ~ words.d }}{{- e.f or g -}}"), "words.a words.b words.c words.d e.f g");
        assert_eq!(printed("{{ words.a if words.b or c else words.d }}"), "words.a words.d");
        for text in [
            "{{ words.a | say(day=b) }}",
            "{{ words.a | upper | say(day=b) }}",
            "{{ words.a == b }}",
            "{{<card title={words.a} />}}",
            "{% if words.a %}",
            "{{ words.a(b) }}",
            "{{ words.a | replace(from='{day}', to='x') }}",
            "{{ [words.a] }}",
        ] {
            assert_eq!(printed(text), "", "{text}");
        }
    }
}
