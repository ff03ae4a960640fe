//! A figure in running text, and the marks that stand for figures in HTML until a page is shown.

use std::ops::Range;

use crate::fact::Reference;

/// A figure in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What it names.
    pub reference: Reference,
    /// Its words as HTML; empty: the value itself is to be printed.
    pub html: String,
    /// Its words, plain.
    pub text: String,
    /// What stands before it in its paragraph, plain, and after it: words such as "more than" say how exact it is.
    pub before: String,
    /// What stands behind it in its paragraph, plain.
    pub after: String,
    /// The name of the figure as written, as a range of the file.
    pub range: Range<usize>,
    /// The whole link, as a range of the file.
    pub whole: Range<usize>,
}

impl Figure {
    /// What stands between `earlier`, another figure of the same paragraph, and this one; `None` if that is of another paragraph.
    ///
    /// A figure that prints itself leaves no number in the text.
    pub fn words_since<'f>(&'f self, earlier: &Self) -> Option<&'f str> {
        let is_before = self.before.len() > earlier.before.len() && self.before.starts_with(&earlier.before);
        is_before.then(|| self.before.get(earlier.before.len() + earlier.text.len()..).unwrap_or_default())
    }
}

/// The mark in HTML that stands for the figure with this number. Its characters cannot be typed: files with control
/// characters are refused.
pub(super) fn mark(number: usize) -> String {
    format!("{BEGIN}{number}{END}")
}

const BEGIN: char = '\u{1}';
const END: char = '\u{2}';

/// `html` with each mark replaced by what `shown` gives for the figure of that number.
pub fn filled(html: &str, mut shown: impl FnMut(usize) -> String) -> String {
    let mut filled = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, behind)) = rest.split_once(BEGIN) {
        filled.push_str(before);
        let Some((number, after)) = behind.split_once(END) else { break };
        filled.push_str(&number.parse().map(&mut shown).unwrap_or_default());
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// Whether `html` holds a figure that is still to be filled in.
pub fn has_figures(html: &str) -> bool {
    html.contains(BEGIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_replaced_and_what_is_no_mark_stays() {
        let shown = |number: usize| format!("[{number}]");
        assert_eq!(filled("a\u{1}0\u{2}b\u{1}12\u{2}", shown), "a[0]b[12]");
        assert_eq!(filled("a\u{1}x\u{2}b", shown), "ab");
        assert_eq!(filled("plain", shown), "plain");
        assert!(has_figures(&mark(3)) && !has_figures("3"));
    }
}
