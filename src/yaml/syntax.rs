//! What the parsers say of YAML that is none, put into an author's words: what is wrong in this line, and what to write.

use std::ops::Range;

use crate::problem::Code;
use crate::source::Text;
use crate::tree::{Complaint, DEEPEST};

/// `complaint` in an author's words, if it is in a parser's.
pub(super) fn reworded(complaint: Complaint, text: &Text, yaml: &Range<usize>) -> Complaint {
    if complaint.code != Code::YamlSyntax || complaint.help.is_some() {
        return complaint;
    }
    let lines = Lines { text: &text.text, yaml: yaml.clone() };
    explained(&lines, complaint.range.start, &complaint.message).unwrap_or_else(|| {
        let help = "put texts with special characters in quotes, and line up keys that belong together";
        Complaint { message: format!("this is not YAML: {}", complaint.message), ..complaint }.help(help)
    })
}

/// The first explanation that fits what the parser `said` and the lines where it stopped.
fn explained(lines: &Lines<'_>, at: usize, said: &str) -> Option<Complaint> {
    let says = |words: &[&str]| words.iter().any(|it| said.contains(it));
    let line = lines.around(at);
    let mut found = tab_in_front(lines, if says(&["tab"]) { line.start..lines.yaml.end } else { line.clone() });
    let mut or_else = |fits: bool, explain: &dyn Fn() -> Option<Complaint>| {
        if found.is_none() && fits {
            found = explain();
        }
    };
    let is_about_colon = says(&["mapping values", "placement of ':'"]);
    or_else(says(&["quoted scalar"]) && says(&["end of stream", "document indicator", "eof", "indent"]), &|| open_quote(lines, at));
    let too_deep = format!("lists and mappings stand in one another more than {DEEPEST} deep");
    or_else(says(&["recursion limit"]), &|| Some(complaint(at..at, too_deep.as_str(), "write it flatter, or put a text of brackets in quotes")));
    // Where the text ends inside brackets, the bracket is what is missing.
    let is_at_end = lines.get(&(at.min(lines.yaml.end)..lines.yaml.end)).trim().is_empty();
    or_else(says(&["node content"]) && is_at_end, &|| open_bracket(lines, at));
    or_else(says(&["node content"]), &|| Some(complaint(at..at, "a value is missing here", "write it, or remove the comma that is too many")));
    or_else(is_about_colon || says(&["simple key", "expected key"]), &|| no_blank_behind_colon(lines, &line));
    or_else(is_about_colon || says(&["flow", "bracket", "indent"]), &|| open_bracket(lines, at));
    or_else(says(&["escape character", "hexadecimal", "escape code"]), &|| Some(backslash(lines, at)));
    or_else(says(&["unknown anchor", "anchor or alias", "cannot start", "unexpected character"]), &|| Some(sign_in_front(lines, at)));
    or_else(says(&["block scalar"]), &|| Some(text_behind_block_sign(lines, at)));
    or_else(is_about_colon, &|| words_alone(lines, &line));
    or_else(is_about_colon, &|| second_colon(lines, &line));
    or_else(says(&["double-quoted", "single-quoted", "expected key"]), &|| text_behind_quotes(lines, &line));
    or_else(says(&["simple key", "expected ':'", "expected key"]), &|| missing_colon(lines, &line));
    or_else(says(&["expected key", "'-' indicator", "indent", "not allowed in this context"]), &|| Some(not_lined_up(lines, &line)));
    found
}

fn complaint(range: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Complaint {
    Complaint::new(Code::YamlSyntax, range, message).help(help)
}

/// A tab in front of one of the lines in `range`.
fn tab_in_front(lines: &Lines<'_>, range: Range<usize>) -> Option<Complaint> {
    let mut start = range.start;
    for content in lines.get(&range).split_inclusive('\n') {
        let blanks = content.len() - content.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = content.get(..blanks).and_then(|blanks| blanks.find('\t')) {
            let at = start + tab;
            return Some(complaint(at..at + 1, "a tab stands in front of this line", "indent with spaces: YAML takes no tabs here"));
        }
        start += content.len();
    }
    None
}

/// A key without a blank behind its colon, in `line` or the one before.
fn no_blank_behind_colon(lines: &Lines<'_>, line: &Range<usize>) -> Option<Complaint> {
    for line in [Some(line.clone()), lines.before(line)].into_iter().flatten() {
        let content = lines.get(&line).trim_end();
        let Some((key, value)) = content.split_once(':') else { continue };
        let name = key.trim_start_matches([' ', '-']);
        let is_key = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
        if is_key && !value.is_empty() && !value.starts_with([' ', '/']) && !value.contains(": ") {
            let start = line.start + key.len() - name.len();
            return Some(complaint(start..line.start + content.len(), "a space is missing behind the colon", format!("write `{name}: {value}`")));
        }
    }
    None
}

fn open_quote(lines: &Lines<'_>, at: usize) -> Option<Complaint> {
    let quote = |at: usize| lines.text.get(at..)?.chars().next().filter(|c| matches!(c, '"' | '\''));
    // One parser points at the quote, the other at the end; there the last quote of the text is the open one.
    let line = lines.around(at);
    let in_line = || lines.get(&line).find(": \"").or_else(|| lines.get(&line).find(": '")).map(|found| line.start + found + 2);
    let at = if quote(at).is_some() { Some(at) } else { None };
    let at = at.or_else(in_line).or_else(|| lines.get(&lines.yaml).rfind(['"', '\'']).map(|found| lines.yaml.start + found))?;
    let quote = quote(at)?;
    Some(complaint(at..at + 1, "this quote is never closed", format!("put a {quote} at the end of the text too")))
}

fn backslash(lines: &Lines<'_>, at: usize) -> Complaint {
    let line = lines.around(at);
    let at = lines.get(&(at..line.end)).find('\\').map_or(at, |found| at + found);
    let help = "write two backslashes, or put the text in single quotes";
    complaint(at..at, "a backslash in double quotes begins a special sign, and this one is not known", help)
}

fn sign_in_front(lines: &Lines<'_>, at: usize) -> Complaint {
    let sign: String = lines.text.get(at..).and_then(|rest| rest.chars().next()).into_iter().collect();
    let name = if sign == "`" { "a backquote".to_owned() } else { format!("`{sign}`") };
    complaint(at..at + sign.len(), format!("a text cannot begin with {name} here"), "put the text in quotes")
}

fn text_behind_block_sign(lines: &Lines<'_>, at: usize) -> Complaint {
    let sign: String = lines.text.get(at..).and_then(|rest| rest.chars().next()).into_iter().collect();
    complaint(at..at + sign.len(), format!("text stands behind `{sign}` on the same line"), "begin the text on the next line, indented; or put it in quotes")
}

fn second_colon(lines: &Lines<'_>, line: &Range<usize>) -> Option<Complaint> {
    let content = lines.get(line);
    let (key, value) = content.split_once(": ")?;
    if !value.contains(": ") && !value.trim_end().ends_with(':') {
        return Some(not_lined_up(lines, line));
    }
    let value_start = line.start + content.len() - value.len();
    let key = key.trim_start_matches([' ', '-', '[', '{']);
    let quoted = value.trim_end().replace('\\', "\\\\").replace('"', "\\\"");
    let range = value_start..value_start + value.trim_end().len();
    Some(complaint(range, format!("the value of `{key}` holds a colon and stands without quotes"), format!("write `{key}: \"{quoted}\"`")))
}

fn text_behind_quotes(lines: &Lines<'_>, line: &Range<usize>) -> Option<Complaint> {
    let content = lines.get(line);
    let (key, value) = content.split_once(": ")?;
    let quote = value.trim_start().chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut parts = value.trim_start().splitn(3, quote).skip(1);
    let (quoted, rest) = (parts.next()?, parts.next()?.trim());
    if rest.is_empty() || rest.starts_with(['#', ',', '}', ']']) {
        return None;
    }
    let at = line.start + content.len() - content.rsplit_once(rest)?.1.len() - rest.len();
    let key = key.trim_start_matches([' ', '-', '[', '{']);
    let is_apostrophe =
        quote == '\'' && value.trim_end().ends_with(quote) && !value.contains('"') && content.get(..at - line.start).is_some_and(|it| it.ends_with(quote));
    if is_apostrophe {
        let help = format!("write the text in double quotes: `{key}: \"{}\"`", value.trim().trim_matches(quote));
        return Some(complaint(at - 1..at, "this apostrophe closes the text", help));
    }
    let other = if quote == '"' { '\'' } else { '"' };
    let help =
        format!("put the whole value in one pair of quotes: `{key}: {other}{quote}{quoted}{quote} {rest}{other}`; or a quote is missing in the line above");
    Some(complaint(at..at + rest.len(), "text follows behind the closing quote", help))
}

/// A line above `line`, at the same indentation, that is no `key: value`.
fn words_alone(lines: &Lines<'_>, line: &Range<usize>) -> Option<Complaint> {
    let indent = |line: &Range<usize>| lines.get(line).len() - lines.get(line).trim_start().len();
    let above = lines.before(line)?;
    (indent(&above) == indent(line) && !lines.get(&above).contains(':')).then(|| missing_colon(lines, &above)).flatten()
}

fn missing_colon(lines: &Lines<'_>, line: &Range<usize>) -> Option<Complaint> {
    let candidates = [Some(line.clone()), lines.before(line)];
    let line = candidates.into_iter().flatten().find(|line| {
        let content = lines.get(line).trim();
        !content.is_empty() && !content.contains(':') && !content.starts_with(['#', '-', '[', '{', '"', '\''])
    })?;
    let content = lines.get(&line);
    let words = content.trim();
    let start = line.start + content.len() - content.trim_start().len();
    let (key, value) = words.split_once(' ').unwrap_or((words, "..."));
    Some(complaint(start..start + words.len(), format!("`{words}` has no colon"), format!("write a key, a colon and a space: `{key}: {}`", value.trim())))
}

fn open_bracket(lines: &Lines<'_>, at: usize) -> Option<Complaint> {
    // The last bracket that begins a value and is open where the parser stopped.
    let before = lines.text.get(lines.yaml.start..at).unwrap_or_default();
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut previous = ':';
    for (offset, sign) in before.char_indices().filter(|(_, sign)| !matches!(sign, ' ' | '\n')) {
        match sign {
            '[' | '{' if matches!(previous, ':' | '-' | '[' | '{' | ',') => open.push((lines.yaml.start + offset, sign)),
            ']' | '}' => drop(open.pop()),
            _ => {}
        }
        previous = sign;
    }
    let (start, sign) = open.pop()?;
    let (what, help) = match sign {
        '[' => ("list", "put commas between its items and a `]` at its end"),
        _ => ("mapping", "write `{ key: value, key: value }`"),
    };
    Some(complaint(start..start + 1, format!("this {what} has no end or lacks a comma"), help))
}

fn not_lined_up(lines: &Lines<'_>, line: &Range<usize>) -> Complaint {
    let content = lines.get(line);
    let start = line.start + content.len() - content.trim_start().len();
    complaint(
        start..line.end.max(start),
        "this line does not line up with those above",
        "begin keys of one mapping, and dashes of one list, in the same column",
    )
}

struct Lines<'t> {
    text: &'t str,
    yaml: Range<usize>,
}

impl<'t> Lines<'t> {
    fn get(&self, range: &Range<usize>) -> &'t str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// The line around `at`, without its end; the last line of the YAML for its end.
    fn around(&self, at: usize) -> Range<usize> {
        let at = at.clamp(self.yaml.start, self.yaml.end);
        let start = self.get(&(self.yaml.start..at)).rfind('\n').map_or(self.yaml.start, |newline| self.yaml.start + newline + 1);
        let end = self.get(&(at..self.yaml.end)).find('\n').map_or(self.yaml.end, |newline| at + newline);
        start..end
    }

    /// The nearest line before `line` that is not blank.
    fn before(&self, line: &Range<usize>) -> Option<Range<usize>> {
        let above = self.get(&(self.yaml.start..line.start)).trim_end();
        (!above.is_empty()).then(|| self.around(self.yaml.start + above.len()))
    }
}
