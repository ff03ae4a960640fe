//! JSON within HTML: the one function that writes it, so that no text of an author can end the script element around it.

use serde_json::Value;

use super::view::Html;

/// `value` as JSON that may stand in a script element: without `<`, `>`, `&` and the line ends of JavaScript.
pub fn embedded(value: &Value) -> Html {
    // Not by `Display`, which goes through a formatter piece by piece.
    let json = serde_json::to_string(value).unwrap_or_default();
    let mut safe = String::with_capacity(json.len() + 16);
    let mut rest = json.as_str();
    // The last is how both line ends begin, and a dash too.
    while let Some((before, found)) = rest.bytes().position(|byte| matches!(byte, b'<' | b'>' | b'&' | 0xe2)).and_then(|at| rest.split_at_checked(at)) {
        safe.push_str(before);
        let Some(c) = found.chars().next() else { break };
        // All five stand within JSON strings only, where the escape means the same character.
        match c {
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            '\u{2028}' => safe.push_str("\\u2028"),
            '\u{2029}' => safe.push_str("\\u2029"),
            c => safe.push(c),
        }
        rest = found.get(c.len_utf8()..).unwrap_or_default();
    }
    safe.push_str(rest);
    Html(safe)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::embedded;

    #[test]
    fn no_text_ends_the_script_and_every_text_comes_back() {
        let value = json!({ "name": "</script><!-- & \u{2028}\u{2029} \" \\ é – …" });
        let Value::String(_) = &value["name"] else { panic!() };
        let html = embedded(&value).0;
        assert!(!html.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{html}");
        assert_eq!(serde_json::from_str::<Value>(&html).unwrap(), value);
    }
}
