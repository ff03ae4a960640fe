//! Where spans stand in their files: texts, lines and columns, looked up once a file for a whole report.
//! The one place that fits a span into its text, so that no renderer can slice inside a character.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::source::{Place, SourcePath, Sources, Span, Text};

/// The texts of the files that a report speaks of.
#[derive(Debug)]
pub(super) struct Places {
    files: BTreeMap<SourcePath, Indexed>,
}

/// A text with the offsets at which its lines begin.
#[derive(Debug)]
struct Indexed {
    text: Text,
    lines: Vec<usize>,
}

impl Places {
    /// The files of `spans` that are among the sources.
    pub(super) fn of<'a>(spans: impl Iterator<Item = &'a Span>, sources: &Sources) -> Self {
        let mut files = BTreeMap::new();
        for span in spans {
            if !files.contains_key(&span.file)
                && let Some(bytes) = sources.get(&span.file)
            {
                files.insert(span.file.clone(), Indexed::new(Text::decode_lossy(&span.file, bytes)));
            }
        }
        Self { files }
    }

    /// The text of a file; `None` if it is not among the sources.
    pub(super) fn text(&self, file: &SourcePath) -> Option<&str> {
        self.files.get(file).map(|it| &*it.text.text)
    }

    /// First and last place of a span, from 1; the beginning of a file that is not among the sources.
    pub(super) fn ends(&self, span: &Span) -> (Place, Place) {
        let Some(file) = self.files.get(&span.file) else { return (Place { line: 1, column: 1 }, Place { line: 1, column: 1 }) };
        let range = fit(&file.text.text, span.start..span.end);
        (file.place(range.start), file.place(range.end))
    }

    /// The whole lines that `range` touches, and the number of the first.
    pub(super) fn lines(&self, file: &SourcePath, range: Range<usize>) -> Option<(Range<usize>, usize)> {
        let it = self.files.get(file)?;
        let range = fit(&it.text.text, range);
        let first = it.line(range.start);
        let start = it.lines.get(first).copied().unwrap_or(0);
        let end = it.lines.get(it.line(range.end) + 1).copied().unwrap_or(it.text.text.len());
        Some((start..end.max(range.end), first + 1))
    }
}

impl Indexed {
    fn new(text: Text) -> Self {
        let lines = std::iter::once(0).chain(text.text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, lines }
    }

    /// The line of an offset, from 0.
    fn line(&self, offset: usize) -> usize {
        self.lines.partition_point(|start| *start <= offset).saturating_sub(1)
    }

    fn place(&self, offset: usize) -> Place {
        let line = self.line(offset);
        let start = self.lines.get(line).copied().unwrap_or(0);
        Place { line: line + 1, column: self.text.text.get(start..offset).map_or(0, |before| before.chars().count()) + 1 }
    }
}

/// `range` inside `text`, with its ends moved outwards to the boundaries of characters.
pub(super) fn fit(text: &str, range: Range<usize>) -> Range<usize> {
    let mut start = range.start.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = range.end.clamp(start, text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end
}
