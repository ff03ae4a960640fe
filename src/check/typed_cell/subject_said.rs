//! Whether the words around a number of a table leave no other than the page's own occupation: of whom they speak is said in any words, so only what is known to
//! name nobody else is taken for it. English only.

use crate::check::area_mismatch::states;
use crate::check::subject::Subject;
use crate::fact::Counted;
use crate::fact::english::{basis, is_pay, is_people, year};
use crate::figures::Typed;

/// Words that say which number it is and name nobody.
const KNOWN: &str = "10 10th 25 25th 50 50th 75 75th 90 90th p10 p25 p50 p75 p90 a about amount amounts an and annual annually april are as at august average be \
    bottom by can careers change data december decline detail details do does each earn earned earning earns employed employment expected fact facts february figure \
    figures for from full glance good growth half highest how in indicator is item january job jobs july june key less least lowest make makes march may mean measure median \
    metric more most much november numbers number october of on openings or our outlook over overview paid per percent percentage percentile percentiles profile \
    projected projection projections quick rate september snapshot statistic statistics summary table tenth th than that the their these they this through to today \
    top up usd value values what will with you your s";

/// Words that a narrower subject stands behind: "in Ohio", "of nurses".
const PREPOSITIONS: [&str; 15] = ["in", "of", "for", "by", "at", "with", "among", "from", "without", "versus", "vs", "than", "outside", "after", "before"];

/// Words of headings and captions that say what they are about, beside pay.
const TOPICS: [&str; 17] = [
    "job",
    "jobs",
    "employment",
    "growth",
    "outlook",
    "openings",
    "figures",
    "numbers",
    "facts",
    "earn",
    "earns",
    "make",
    "makes",
    "glance",
    "statistics",
    "summary",
    "percentiles",
];

/// Whether nobody but the page's own occupation is named.
pub(super) fn is_own(typed: &Typed, subject: &Subject) -> bool {
    let front = &subject.manuscript.head.front;
    let occupation = front.occupation.as_ref();
    let mut names: Vec<String> = occupation.and_then(|it| it.name.as_ref()).into_iter().chain(&front.title).map(|name| name.to_lowercase()).collect();
    let area = front.area.as_ref().unwrap_or(&subject.config.area);
    names.extend(subject.registry.areas.get(area).and_then(|it| it.name.as_ref()).map(|name| name.to_lowercase()));
    if subject.registry.is_country(area) {
        names.extend(["national".to_owned(), "nationwide".to_owned()]);
    }
    // A change of pay, and one a year, is none of jobs over a decade; nor is an average one.
    let is_of_counted = |word: &str| typed.counted == Counted::Pay || !(is_pay(word) || matches!(word, "average" | "mean" | "median" | "rate"));
    let is_of_decade = |word: &str| typed.counted != Counted::Change || basis(word).is_none();
    let is_clear = |text: &str| {
        let bare = without(text, &names);
        other_words(&bare).next().is_none() && split(&bare).all(|word| is_of_counted(word) && is_of_decade(word))
    };
    let others = || states().map(str::to_lowercase).chain(registered(subject, area));
    let leaves_open = |clause: &str| {
        let bare = without(clause, &names);
        !narrows(&bare) && !others().any(|name| has_phrase(&bare, &name))
    };
    [&typed.label, &typed.header].into_iter().all(|text| is_clear(text)) && typed.about.split(". ").all(leaves_open)
}

/// What other areas and industries the project calls by name.
fn registered<'s>(subject: &'s Subject, own: &'s str) -> impl Iterator<Item = String> + 's {
    let areas = subject.registry.areas.iter().filter(move |(id, _)| *id != own).filter_map(|(_, area)| area.name.as_ref());
    let industries = subject.registry.industries.values().filter_map(|industry| industry.name.as_ref());
    areas.chain(industries).map(|name| name.to_lowercase())
}

/// The words of `text`, in lower case, that say neither which number it is nor of which time.
pub(super) fn other_words(text: &str) -> impl Iterator<Item = &str> {
    // "2024–34", but not "55 and over".
    let has_year = split(text).any(|word| year(word).is_some());
    let is_of_time = move |word: &str| has_year && is_short_year(word);
    split(text).filter(move |word| !is_known(word) && !is_of_time(word))
}

fn is_known(word: &str) -> bool {
    is_pay(word) || basis(word).is_some() || year(word).is_some() || KNOWN.split_ascii_whitespace().any(|known| known == word)
}

fn is_short_year(word: &str) -> bool {
    word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether a caption or a heading, in lower case, may tell of others than the page does.
fn narrows(text: &str) -> bool {
    let words: Vec<&str> = split(text).collect();
    let is_topic = |word: &str| is_pay(word) || TOPICS.contains(&word);
    let mut is_behind = false;
    let mut has_unknown = false;
    for (word, next) in words.iter().zip(words.iter().skip(1).map(Some).chain([None])) {
        if is_known(word) || is_short_year(word) {
            is_behind = PREPOSITIONS.contains(word) || (is_behind && !is_topic(word));
        } else if is_behind || is_people(word) || next.is_some_and(|next| is_topic(next)) {
            return true;
        } else {
            has_unknown = true;
        }
    }
    has_unknown && !words.iter().any(|word| is_topic(word))
}

/// `text` without `names`, in lower case, and their plurals.
fn without(text: &str, names: &[String]) -> String {
    let mut bare = text.to_owned();
    for name in names.iter().filter(|name| !name.is_empty()) {
        for form in [format!("{name}s"), name.clone()] {
            while let Some(at) = phrase(&bare, &form) {
                bare.replace_range(at..at + form.len(), " ");
            }
        }
    }
    bare
}

fn has_phrase(text: &str, name: &str) -> bool {
    phrase(text, name).is_some()
}

/// Where `name` stands in `text` as words of their own.
fn phrase(text: &str, name: &str) -> Option<usize> {
    let is_free = |end: Option<char>| !end.is_some_and(char::is_alphanumeric);
    let before = |at: usize| text.get(..at).and_then(|before| before.chars().next_back());
    let behind = |at: usize| text.get(at + name.len()..).and_then(|behind| behind.chars().next());
    text.match_indices(name).map(|(at, _)| at).find(|at| !name.is_empty() && is_free(before(*at)) && is_free(behind(*at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caption_narrows_by_what_is_not_known() {
        let own = ["health aide".to_owned()];
        for (text, expected) in [
            ("key figures", false),
            ("pay at a glance", false),
            ("what health aides earn", false),
            ("pay, may 2025", false),
            ("how pay varies", false),
            ("pay in ohio", true),
            ("hospital pay", true),
            ("pay of registered nurses", true),
            ("travel nursing", true),
            ("pay with a bachelor's degree", true),
        ] {
            assert_eq!(narrows(&without(text, &own)), expected, "{text}");
        }
    }
}
