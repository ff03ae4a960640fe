//! The word that an author probably meant.

/// The candidate that `word` was perhaps meant to be: the one with the fewest edits, at most a third of its letters.
pub(super) fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let limit = (word.chars().count() / 3).max(1);
    let near = candidates.into_iter().map(|it| (strsim::osa_distance(word, it), it)).filter(|(edits, _)| *edits <= limit);
    near.min().map(|(_, it)| it)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_understood_and_another_word_is_not() {
        assert_eq!(nearest("electritian", ["electrician", "plumber"]), Some("electrician"));
        assert_eq!(nearest("pay", ["outlook", "duties"]), None);
    }
}
