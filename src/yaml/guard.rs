//! A look over the bytes before `serde_yaml` runs: what might make it slow, or is not read here, goes to the tree first.
//! A false alarm costs some microseconds and changes nothing.

/// Above this size `serde_yaml` is not tried first: its time grows with the square of open brackets.
const LARGEST: usize = 64 * 1024;
/// Brackets in one another. Together with [`MOST_INDENT`] less than the tree's own limit.
const MOST_BRACKETS: usize = 3;
/// Blanks and dashes in front of a line.
const MOST_INDENT: usize = 10;

/// Whether `yaml` may hold something that `serde_yaml` is not to be given.
pub(super) fn is_suspicious(yaml: &str) -> bool {
    yaml.len() > LARGEST || yaml.contains("<<") || yaml.lines().any(is_suspicious_line) || opens_many_brackets(yaml)
}

fn is_suspicious_line(line: &str) -> bool {
    let content = line.trim_start_matches([' ', '-']);
    let indent = line.len() - content.len();
    let is_marker = line.starts_with("---") || line.starts_with("...") || line.starts_with('%');
    is_marker || indent > MOST_INDENT || content.starts_with('?') || content.starts_with('\t') || holds_reference(line.as_bytes())
}

/// Whether an anchor, an alias or a tag may stand in `line`.
fn holds_reference(line: &[u8]) -> bool {
    let mut before = b' ';
    let mut bytes = line.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        let begins = matches!(before, b' ' | b'\t' | b'[' | b'{' | b',' | b'-' | b':');
        if begins && matches!(byte, b'&' | b'*' | b'!') && bytes.peek().is_some_and(|next| !matches!(next, b' ' | b'\t')) {
            return true;
        }
        before = byte;
    }
    false
}

fn opens_many_brackets(yaml: &str) -> bool {
    let mut depth = 0_usize;
    for byte in yaml.bytes() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MOST_BRACKETS {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::is_suspicious;

    #[test]
    fn only_what_serde_yaml_should_not_see_is_suspicious() {
        for suspicious in
            ["a: &x b", "a: *x", "a: !!str b", "[&x a]", "- !t a", "<<: x", "? a", "...", "--- ", "%YAML 1.2", "\ta: b", "a: [[[[1]]]]", "- - - - - - a"]
        {
            assert!(is_suspicious(suspicious), "{suspicious}");
        }
        for fine in ["title: R & D", "a: [{b: [c]}, {d: e}]", "a: wow!", "a: 3 * 4", "soc: 29-2099", "a:\n  - b: c\n    d: e\n"] {
            assert!(!is_suspicious(fine), "{fine}");
        }
    }
}
