//! "Did you mean": the known word that a mistyped one is probably meant to be.

/// The candidate nearest to `word`, if one is near enough to be what was meant; the first of several equally near.
///
/// Upper and lower case, `-`, `_` and blanks count as the same. About one letter in three may differ, and of one or two
/// letters none is exchanged for another.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = folded(word);
    let length = word.chars().count();
    // Nobody mistypes a word this long, and the distance takes time by the square of it.
    if length > 60 {
        return None;
    }
    let most = if length < 3 { 1 } else { (length / 3).max(2).min(length - 1) };
    // Where every letter differs, nothing was mistyped: `z` is not `q`.
    let shares_letter = |candidate: &str| folded(candidate).chars().any(|c| word.contains(c));
    let candidates = candidates.into_iter().filter(|candidate| shares_letter(candidate));
    let measured = candidates.map(|candidate| (strsim::damerau_levenshtein(&word, &folded(candidate)), candidate));
    measured.filter(|(distance, _)| *distance <= most).min_by_key(|(distance, _)| *distance).map(|(_, candidate)| candidate)
}

fn folded(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).map(|c| if matches!(c, '_' | ' ') { '-' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_recognised_and_another_word_is_not() {
        let known = ["title", "summary", "nav_title", "tags"];
        for (word, expected) in
            [("titel", Some("title")), ("sumary", Some("summary")), ("nav-title", Some("nav_title")), ("Tags", Some("tags")), ("weather", None), ("", None)]
        {
            assert_eq!(nearest(word, known), expected, "{word}");
        }
        assert_eq!((nearest("z", ["q", "a"]), nearest("Q", ["q", "a"])), (None, Some("q")));
    }
}
