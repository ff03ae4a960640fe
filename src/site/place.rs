//! Places of front-matter values for problems, and the nearest of the words that would have been right.

use std::ops::Range;

use crate::guide::Manuscript;
use crate::source::{Span, Text};

/// The place of the value at `path` in the front matter: keys, and places in lists as numbers.
pub fn of(manuscript: &Manuscript, path: &[&str]) -> Span {
    manuscript.text.span(locate(&manuscript.text, manuscript.front_range.clone(), path))
}

/// The beginning of the front matter, for what is missing in it.
pub fn front(manuscript: &Manuscript) -> Span {
    let start = manuscript.front_range.start;
    manuscript.text.span(start..start)
}

/// The candidate that `word` was perhaps meant to be.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let limit = (word.chars().count() / 3).max(1);
    let near = candidates.into_iter().map(|it| (strsim::damerau_levenshtein(word, it), it)).filter(|(distance, _)| *distance <= limit);
    near.min().map(|(_, it)| it)
}

fn locate(text: &Text, range: Range<usize>, path: &[&str]) -> Range<usize> {
    let mut area = range.clone();
    for part in path {
        let Some(inner) = text.text.get(area.clone()).and_then(|it| step(it, part)) else { break };
        area = area.start + inner.start..area.start + inner.end;
    }
    if area == range { range.start..range.start } else { area }
}

/// A stand-in for `yaml::locate`: it knows block and flow lists and mappings of one level a line.
fn step(area: &str, part: &str) -> Option<Range<usize>> {
    let found = if let Ok(index) = part.parse::<usize>() { item(area, index)? } else { value(area, part)? };
    let inner = area.get(found.clone())?;
    let start = found.start + (inner.len() - inner.trim_start().len());
    Some(start..(found.start + inner.trim_end().len()).max(start))
}

fn item(area: &str, index: usize) -> Option<Range<usize>> {
    let mut starts = Vec::new();
    if area.trim_start().starts_with('[') {
        let mut depth = 0_i32;
        for (at, c) in area.char_indices() {
            match c {
                '[' | '{' => {
                    depth += 1;
                    if depth == 1 {
                        starts.push((at, at + 1));
                    }
                }
                ']' | '}' => {
                    depth -= 1;
                    if depth == 0 {
                        starts.push((at, at));
                    }
                }
                ',' if depth == 1 => starts.push((at, at + 1)),
                _ => {}
            }
        }
    } else {
        let mut at = 0;
        let mut indent = None;
        for line in area.split_inclusive('\n') {
            let blank = line.len() - line.trim_start().len();
            let same = at == 0 || *indent.get_or_insert(blank) == blank;
            if line.trim_start().starts_with("- ") && same {
                starts.push((at, at + blank + 2));
            }
            at += line.len();
        }
        starts.push((area.len(), area.len()));
    }
    let (_, from) = *starts.get(index)?;
    let (to, _) = *starts.get(index + 1)?;
    (from <= to).then_some(from..to)
}

fn value(area: &str, key: &str) -> Option<Range<usize>> {
    let wanted = format!("{key}:");
    let at = area.match_indices(&wanted).map(|(at, _)| at).find(|at| {
        let before = area.get(..*at).unwrap_or("");
        before.trim_end_matches([' ', '\t']).chars().next_back().is_none_or(|c| matches!(c, '\n' | '{' | ',' | '-'))
    })?;
    let from = at + wanted.len();
    let rest = area.get(from..)?;
    let line = rest.split('\n').next().unwrap_or(rest);
    if area.get(..at)?.rsplit('\n').next()?.contains('{') {
        return Some(from..from + line.find([',', '}']).unwrap_or(line.len()));
    }
    if !line.trim().is_empty() {
        return Some(from..from + line.len());
    }
    let mut end = line.len() + 1;
    for line in rest.get(end..).unwrap_or("").split_inclusive('\n') {
        if !line.starts_with([' ', '-']) {
            break;
        }
        end += line.len();
    }
    Some((from + 1).min(area.len())..(from + end).min(area.len()))
}
