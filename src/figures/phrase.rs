//! Of whom a text tells a figure: the occupation that does the earning in its sentence, or that its row or its column names.

use super::typed::names_places;
use crate::fact::english::{is_earning, words};
use crate::guide::Manuscript;
use crate::guide::body::Figure;

/// The phrases, in lower case, that say of whom `figure` is told: "registered nurses" of "registered nurses earn", the label of its row and of its column.
pub fn phrases(manuscript: &Manuscript, figure: &Figure) -> Vec<String> {
    match manuscript.labels_with_corner(figure) {
        Some([label, header, corner]) => {
            let label = Some(label).filter(|_| !names_places(&corner));
            label.iter().chain([&header]).map(|label| bare(label)).filter(|label| !label.is_empty()).collect()
        }
        None => who_earns(own_clause(manuscript, figure)).into_iter().collect(),
    }
}

/// What stands before a figure, behind the last figure before it.
fn own_clause<'f>(manuscript: &Manuscript, figure: &'f Figure) -> &'f str {
    let all = &manuscript.body.figures;
    let end = all.partition_point(|other| other.whole.start < figure.whole.start);
    let last = end.checked_sub(1).and_then(|at| all.get(at));
    last.and_then(|other| figure.words_since(other)).unwrap_or(&figure.before)
}

/// The label without the signs of a link and of emphasis.
fn bare(label: &str) -> String {
    label.split("](").next().unwrap_or_default().trim_matches(['[', '*', '_', ' ']).to_owned()
}

/// Who earns in the clause in front of a figure, if no other number stands between.
fn who_earns(before: &str) -> Option<String> {
    let clause = before.rsplit(['.', ';', ':', '?', '!', ',', '\u{fffc}']).next()?.to_lowercase();
    let words: Vec<&str> = words(&clause).collect();
    let verb = words.iter().rposition(|word| is_earning(word) || matches!(*word, "hold" | "held"))?;
    let has_number = words.iter().skip(verb).any(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    // "Are paid", "typically earn", "who have long earned".
    let is_between = |word: &str| word.ends_with("ly") || matches!(word, "are" | "were" | "is" | "was" | "can" | "may" | "often" | "each" | "have" | "had");
    let end = words.iter().take(verb).rposition(|word| !is_between(word))? + 1;
    // "Earn less than the median of all", "twice the pay of": the figure is what they are compared with, and somebody else's.
    let behind: Vec<&str> = words.iter().skip(verb).copied().collect();
    // Those whom "less than registered nurses (" names have the figure in brackets.
    let is_in_brackets = before.trim_end().ends_with('(') && behind.iter().any(|word| HELD_AGAINST.contains(word));
    let is_comparison =
        is_in_brackets || behind.windows(2).any(|pair| matches!(pair, [word, "the" | "that" | "those" | "what"] if HELD_AGAINST.contains(word)));
    // "Most nurse practitioners earn more than": half of them earn more than their own median, so this one is somebody else's, or told wrongly elsewhere.
    let is_of_most = words.first() == Some(&"most") && words.last() == Some(&"than");
    (!has_number && !is_comparison && !is_of_most).then(|| words.iter().take(end).skip(end.saturating_sub(LONGEST)).copied().collect::<Vec<_>>().join(" "))
}

/// Words that hold what follows them, "the median of all", against what somebody earns.
const HELD_AGAINST: [&str; 10] = ["than", "as", "above", "below", "over", "under", "twice", "double", "triple", "times"];

/// So many words of a phrase are looked at: titles are shorter.
const LONGEST: usize = 10;

#[cfg(test)]
mod tests {
    use super::who_earns;

    #[test]
    fn who_earns_is_named_right_before_the_verb() {
        for (before, expected) in [
            ("In May 2024, half of all registered nurses earned more than ", Some("half of all registered nurses")),
            ("Pharmacists typically earn ", Some("pharmacists")),
            ("Pharmacists depend on technicians who earn ", Some("pharmacists depend on technicians who")),
            ("Pharmacists earned $139,700 and technicians ", None),
            ("Phlebotomists earn less than the median of ", None),
            ("Registered nurses earn far more than the ", None),
            ("Pharmacists earn more than twice the ", None),
            ("Nursing assistants earn less than registered nurses (", None),
            ("Nursing assistants earn (", Some("nursing assistants")),
            ("Half of all pharmacists earn less than ", Some("half of all pharmacists")),
            ("Pharmacists earn over ", Some("pharmacists")),
            ("Most pharmacists earn more than ", None),
            ("The median is ", None),
            ("", None),
        ] {
            assert_eq!(who_earns(before).as_deref(), expected, "{before}");
        }
    }
}
