//! How an editor changes a text: a key of the front matter, a key of the settings, the end of a template.

/// Where the lines of the front matter end and the body begins: the line after the second `---`.
fn body_line(lines: &[&str]) -> Option<usize> {
    let is_fence = |line: &str| line.trim_start_matches('\u{feff}').trim_end() == "---";
    lines.first().filter(|line| is_fence(line))?;
    lines.iter().skip(1).position(|line| is_fence(line)).map(|at| at + 2)
}

/// The front matter with its fences, and the body. `None` if there is no front matter.
pub(crate) fn parts(text: &str) -> Option<(String, String)> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let at = body_line(&lines)?;
    Some((lines[..at].concat(), lines[at..].concat()))
}

/// `text` with the key `key` of its front matter set to `value`, or without that key.
///
/// Only keys at the left margin whose values end on their line or are indented.
pub(crate) fn with_key(text: &str, key: &str, value: Option<&str>) -> Option<String> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let body = body_line(&lines)?;
    let start = format!("{key}:");
    let at = lines[..body].iter().position(|line| line.starts_with(&start)).unwrap_or(body - 1);
    let goes_on = |line: &&&str| line.starts_with([' ', '-']) && line.trim_end() != "---";
    let old = if at == body - 1 { 0 } else { 1 + lines[at + 1..body - 1].iter().take_while(goes_on).count() };
    let new = value.map(|value| format!("{key}: {value}\n")).unwrap_or_default();
    Some(format!("{}{new}{}", lines[..at].concat(), lines[at + old..].concat()))
}

/// What stands behind `key:` on its line of the front matter.
pub(crate) fn key(text: &str, key: &str) -> Option<String> {
    let (head, _) = parts(text)?;
    let start = format!("{key}:");
    head.lines().find_map(|line| line.strip_prefix(&start)).map(|rest| rest.trim().to_owned())
}

/// A TOML `text` with `key = value` in `[table]` (at the top, if that is empty), or without that key.
pub(crate) fn with_setting(text: &str, table: &str, key: &str, value: Option<&str>) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let header = format!("[{table}]");
    let begin = if table.is_empty() { Some(0) } else { lines.iter().position(|line| line.trim_end() == header).map(|at| at + 1) };
    let new = value.map(|value| format!("{key} = {value}\n")).unwrap_or_default();
    let Some(begin) = begin else {
        return if new.is_empty() { text.to_owned() } else { format!("{}\n{header}\n{new}", text.trim_end_matches('\n').to_owned() + "\n") };
    };
    let end = lines[begin..].iter().position(|line| line.starts_with('[')).map_or(lines.len(), |at| begin + at);
    let start = format!("{key} =");
    match lines[begin..end].iter().position(|line| line.starts_with(&start)) {
        Some(at) => format!("{}{new}{}", lines[..begin + at].concat(), lines[begin + at + 1..].concat()),
        None => format!("{}{new}{}", lines[..begin].concat(), lines[begin..].concat()),
    }
}

/// A template with `end` at its end; in one that extends another that is the end of its last block.
pub(crate) fn with_end(text: &str, end: &str) -> String {
    let at = if text.contains("{% extends") { text.rfind("{% endblock").unwrap_or(text.len()) } else { text.len() };
    format!("{}{end}{}", &text[..at], &text[at..])
}

/// The path of the file `to` as it is written in the file `from`.
pub(crate) fn relative(from: &str, to: &str) -> String {
    let from: Vec<&str> = from.split('/').collect();
    let to: Vec<&str> = to.split('/').collect();
    let folders = from.len() - 1;
    let same = from[..folders].iter().zip(&to[..to.len() - 1]).take_while(|(a, b)| a == b).count();
    format!("{}{}", "../".repeat(folders - same), to[same..].join("/"))
}
