//! Figures that a reader sees side by side: those of one paragraph, list or table, with the words around them.

use std::ops::Range;
use std::sync::Arc;

use super::subject::Subject;
use crate::fact::Fact;
use crate::guide::body::Figure;

/// Where a part of a sentence ends that speaks of one figure; another figure is one sign.
pub(super) const ENDS: [char; 6] = ['.', ';', '?', '!', ',', '\u{fffc}'];

/// The figures of one paragraph, list or table that lead to facts.
pub(super) struct Together<'s> {
    /// Them, in order.
    pub(super) figures: Vec<(&'s Figure, &'s Arc<Fact>)>,
    /// What stands around them and in them as typed, the caption of a table too, in lower case.
    words: String,
}

impl Together<'_> {
    /// What stands around them, in lower case.
    pub(super) fn words(&self) -> &str {
        &self.words
    }

    /// What is said in front of `figure`, of it alone: behind another figure of the sentence from the next "and", "to" or comma on, since a name may follow its number.
    pub(super) fn own_words<'f>(&self, figure: &'f Figure) -> &'f str {
        // They stand in the order of the text: where the last of them is of another paragraph, all are.
        let end = self.figures.partition_point(|(other, _)| other.whole.start < figure.whole.start);
        let last = end.checked_sub(1).and_then(|at| self.figures.get(at)).map(|(other, _)| *other);
        let Some(between) = last.and_then(|last| figure.words_since(last)) else { return &figure.before };
        let sentence = [". ", "? ", "! ", "; "].iter().filter_map(|end| between.rfind(end).map(|at| at + end.len())).max();
        let part = [" and ", " to ", " through ", " while ", " but ", ", "].iter().filter_map(|word| between.find(word).map(|at| at + word.len())).min();
        sentence.or(part).and_then(|at| between.get(at..)).unwrap_or_default()
    }

    /// Whether one of `words`, in lower case, stands there: `mean`, not `meaning`.
    pub(super) fn says(&self, words: &[&str]) -> bool {
        words.iter().any(|word| !word.is_empty() && self.words.match_indices(word).any(|(at, _)| is_whole(&self.words, at..at + word.len())))
    }
}

/// All figures of the text that lead to facts, those which stand together in one.
pub(super) fn all(subject: &Subject) -> Vec<Together<'_>> {
    let text = &subject.manuscript.text.text;
    let body_start = subject.manuscript.head.text.text.len();
    let mut found: Vec<(Range<usize>, Together)> = Vec::new();
    for figure in subject.text_figures() {
        let Some(fact) = subject.figures.get(&figure.reference) else { continue };
        // The figures of one answer, each of which knows what stands before it there.
        let is_of_last =
            |together: &Together| figure.whole.start < body_start && together.figures.last().is_some_and(|(last, _)| figure.before.starts_with(&last.before));
        // They stand in the order of the text, so only the last can be theirs.
        if let Some((_, together)) = found.last_mut().filter(|(range, together)| range.contains(&figure.whole.start) || is_of_last(together)) {
            together.figures.push((figure, fact));
        } else {
            let is_answer = figure.whole.start < body_start;
            let range = if is_answer { figure.whole.clone() } else { paragraph(text, body_start, figure.whole.clone()) };
            let as_typed =
                if is_answer { [figure.before.as_str(), &figure.text, &figure.after].concat() } else { text.get(range.clone()).unwrap_or_default().to_owned() };
            let words = without_names(&as_typed).to_lowercase();
            found.push((range, Together { figures: vec![(figure, fact)], words }));
        }
    }
    found.into_iter().map(|(_, together)| together).collect()
}

/// From the blank line before `at` to the one behind it; a table's caption belongs to the table.
fn paragraph(text: &str, body_start: usize, at: Range<usize>) -> Range<usize> {
    let start = text.get(..at.start).and_then(|before| before.rfind("\n\n")).map_or(0, |gap| gap + 2).max(body_start);
    let end_behind = |at: usize| text.get(at..).and_then(|behind| behind.find("\n\n")).map_or(text.len(), |gap| at + gap);
    let end = end_behind(at.end);
    let is_before_caption = text.get(end..).is_some_and(|rest| rest.trim_start().starts_with("Table:"));
    start..if is_before_caption { end_behind((end + 2).min(text.len())) } else { end }
}

/// `text` without the names that its figures have: `fact:mean` is no word of it.
fn without_names(text: &str) -> String {
    let mut pieces = text.split("](fact:");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |said, piece| said + piece.split_once(')').map_or("", |(_, behind)| behind))
}

fn is_whole(text: &str, range: Range<usize>) -> bool {
    let before = text.get(..range.start).and_then(|it| it.chars().next_back());
    let behind = text.get(range.end..).and_then(|it| it.chars().next());
    ![before, behind].into_iter().flatten().any(char::is_alphanumeric)
}
