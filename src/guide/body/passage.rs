//! A stretch of text that a reader takes in as one, plain and with its places: what looks for words or numbers in a page reads these.

use std::ops::Range;

use crate::source::Text;

/// What stands in a passage for something that is not its text: a figure, an image, code.
pub(super) const OBJECT: char = '\u{fffc}';

/// The text of a paragraph, heading or cell in which numbers may stand, without markup.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Passage {
    /// The text. Figures, images and code are one sign each, which is neither letter nor digit.
    pub text: String,
    parts: Vec<Part>,
}

/// A part of a passage that stands in the file in one piece.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    /// Where it begins in the passage.
    start: usize,
    /// Where it stands in the file; the whole value for a text of YAML that is not written as it reads.
    range: Range<usize>,
    is_exact: bool,
}

impl Passage {
    /// Adds `text`, which is written at `range` of the file; `is_exact` if nothing else stands there.
    pub(super) fn push(&mut self, text: &str, range: Range<usize>, is_exact: bool) {
        self.parts.push(Part { start: self.text.len(), range, is_exact });
        self.text.push_str(text);
    }

    /// Adds what is no text of the file.
    pub(super) fn push_sign(&mut self, sign: char) {
        self.text.push(sign);
    }

    /// Where the part at `range` of the passage stands in `file`.
    pub fn place(&self, file: &Text, range: Range<usize>) -> Range<usize> {
        let part_at = |at: usize| self.parts.partition_point(|it| it.start <= at).checked_sub(1).and_then(|part| self.parts.get(part));
        let (Some(first), Some(last)) = (part_at(range.start), part_at(range.end.saturating_sub(1))) else { return self.whole() };
        let typed = |part: &Part| file.text.get(part.range.clone()).unwrap_or_default();
        if !first.is_exact {
            let words = self.text.get(range).unwrap_or_default();
            let found = typed(first).find(words).map(|at| first.range.start + at);
            return found.map_or_else(|| first.range.clone(), |at| at..at + words.len());
        }
        let offset = |part: &Part, at: usize| {
            let text = self.text.get(part.start..at).unwrap_or_default();
            part.range.start + typed_length(text, typed(part))
        };
        let start = offset(first, range.start);
        // The backslash before a sign is not the sign.
        let start = start + usize::from(file.text.get(start..).is_some_and(|rest| rest.starts_with('\\')));
        start..offset(last, range.end).max(start)
    }

    /// Where the passage begins and ends in the file.
    pub fn whole(&self) -> Range<usize> {
        let (first, last) = (self.parts.first(), self.parts.last());
        first.zip(last).map_or(0..0, |(first, last)| first.range.start..last.range.end)
    }
}

/// How many bytes of `typed` read as `text`: escapes, entities and typed dashes are longer than what they show.
fn typed_length(text: &str, typed: &str) -> usize {
    let mut at = same_length(text, typed);
    for shown in text.get(at..).unwrap_or_default().chars() {
        let rest = typed.get(at..).unwrap_or_default();
        let Some(first) = rest.chars().next() else { break };
        at += match (shown, first) {
            ('–', '-') => 2,
            ('—', '-') | ('…', '.') => 3,
            ('&', '&') if rest.starts_with("&amp;") => 5,
            ('\\', '\\') if rest.starts_with("\\\\") => 2,
            _ if shown == first => first.len_utf8(),
            (_, '\\') => 1 + shown.len_utf8(),
            (_, '&') => rest.find(';').map_or(1, |end| end + 1),
            _ => first.len_utf8(),
        };
    }
    at.min(typed.len())
}

/// How far both certainly are the same: most texts have no escapes, and places in long ones are asked for often.
fn same_length(text: &str, typed: &str) -> usize {
    const STRIDE: usize = 64;
    let strides = text.as_bytes().chunks_exact(STRIDE).zip(typed.as_bytes().chunks_exact(STRIDE));
    let same = strides.take_while(|(shown, typed)| shown == typed && !shown.iter().any(|byte| matches!(byte, b'&' | b'\\'))).count() * STRIDE;
    (0..=same).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_found_where_it_is_typed() {
        for (text, typed, found) in [
            ("pay is $45", "pay is $45 now", "$45"),
            ("pay is $45", "pay is \\$45 now", "$45"),
            ("it’s “about” $45", "it's \"about\" $45", "$45"),
            ("2019–29 … 4 %", "2019--29 ... 4&nbsp;%", "4&nbsp;%"),
            ("a — b 13%", "a --- b 13%.", "13%"),
            ("R&D costs 4%", "R&amp;D costs 4%", "4%"),
        ] {
            let file = Text { path: crate::source::SourcePath::new("content/a.md").unwrap(), text: format!("x {typed}").into() };
            let mut passage = Passage::default();
            passage.push(&text.replace("4 %", "4\u{a0}%"), 2..2 + typed.len(), true);
            let start = passage.text.rfind(['$', '4', '1']).map(|at| if passage.text.as_bytes()[at - 1] == b'$' { at - 1 } else { at }).unwrap();
            let place = passage.place(&file, start..passage.text.len());
            assert_eq!(file.text.get(place), Some(found), "{typed}");
        }
    }

    #[test]
    fn a_text_of_yaml_that_is_written_otherwise_is_searched() {
        let file = Text { path: crate::source::SourcePath::new("content/a.md").unwrap(), text: "a: |\n  Pay is\n  $45.\n".into() };
        let mut passage = Passage::default();
        passage.push("Pay is", 3..file.text.len(), false);
        passage.push_sign(' ');
        passage.push("$45.", 3..file.text.len(), false);
        assert_eq!(file.text.get(passage.place(&file, 7..10)), Some("$45"));
        assert_eq!(passage.place(&file, 5..8), 3..file.text.len());
    }
}
