//! Finds the titles of occupations in a text, whatever number they stand in.

use std::collections::{BTreeMap, BTreeSet};
use std::iter;
use std::ops::Bound;

use crate::fact::english;

/// Titles without their ends, each with the numbers of its occupations.
#[derive(Debug, Clone, Default)]
pub(super) struct Titles {
    numbers: BTreeMap<String, Vec<u32>>,
    /// The first word of each.
    firsts: BTreeSet<String>,
    /// How many words the longest has.
    longest: usize,
}

impl Titles {
    /// Those of `titles`, each with the number of its occupation.
    pub(super) fn of(titles: impl Iterator<Item = (String, u32)>) -> Self {
        let mut all = Self::default();
        let with_parts = titles.flat_map(|(title, number)| {
            let parts = english::joined(&title);
            iter::once(title).chain(parts.into_iter().flatten()).map(move |title| (title, number))
        });
        for (title, number) in with_parts {
            let stem = stem(&title);
            // Shorter ones are words of any text.
            if stem.len() > 3 {
                all.longest = all.longest.max(ends(&stem).count());
                all.firsts.extend(ends(&stem).next().and_then(|end| stem.get(..end)).map(str::to_owned));
                all.numbers.entry(stem).or_default().push(number);
            }
        }
        all
    }

    /// The numbers of the occupations whose titles, or their singulars, stand in `text`, in lower case, in the order of the text. A title within another that stands
    /// there is none. It takes a step or two for each word of the text.
    pub(super) fn within(&self, text: &str) -> Vec<u32> {
        let starts = text.char_indices().filter(|(at, c)| c.is_alphanumeric() && !text.get(..*at).is_some_and(|it| it.ends_with(char::is_alphanumeric)));
        let mut found: Vec<(&str, u32)> = Vec::new();
        for (at, _) in starts {
            let rest = text.get(at..).unwrap_or_default();
            // Most words begin no title.
            let first = ends(rest).next().and_then(|end| rest.get(..end)).unwrap_or_default();
            if !self.firsts.contains(first) && !first.strip_suffix('s').is_some_and(|singular| self.firsts.contains(singular)) {
                continue;
            }
            for end in ends(rest).take(self.longest) {
                let words = rest.get(..end).unwrap_or_default();
                let singular = words.strip_suffix('s');
                let begins = singular.unwrap_or(words);
                if !self.numbers.range::<str, _>((Bound::Included(begins), Bound::Unbounded)).next().is_some_and(|(stem, _)| stem.starts_with(begins)) {
                    break;
                }
                let both = [Some(words), singular];
                for (stem, numbers) in both.into_iter().flatten().filter_map(|words| self.numbers.get_key_value(words)) {
                    if found.iter().all(|(other, _)| other != stem) {
                        found.extend(numbers.iter().map(|number| (stem.as_str(), *number)));
                    }
                }
            }
        }
        let is_within = |title: &str| found.iter().any(|(other, _)| other.len() > title.len() && other.contains(title));
        found.iter().filter(|(title, _)| !is_within(title)).map(|(_, number)| *number).collect()
    }
}

/// Where each word of `text` ends.
fn ends(text: &str) -> impl Iterator<Item = usize> + '_ {
    let is_end = |(at, c): (usize, char)| {
        let end = at + c.len_utf8();
        (c.is_alphanumeric() && !text.get(end..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric))).then_some(end)
    };
    text.char_indices().filter_map(is_end)
}

/// A title in lower case, without what it leaves out and without the plural.
fn stem(title: &str) -> String {
    let title = title.to_lowercase();
    let whole = [", except", ", all other"].into_iter().fold(title.as_str(), |rest, end| rest.split(end).next().unwrap_or(rest));
    let whole = whole.trim_end_matches(|c: char| !c.is_alphanumeric());
    whole.strip_suffix('s').unwrap_or(whole).to_owned()
}

#[cfg(test)]
mod tests {
    use super::Titles;

    #[test]
    fn titles_are_found_in_any_number_and_not_within_longer_ones() {
        let titles = ["Registered Nurses", "Nurses", "Teachers, Except Special", "Plumbers, Pipefitters, and Steamfitters", "Cooks (Fast Food)", "Aid"];
        let titles = Titles::of(titles.into_iter().map(str::to_owned).zip(0..));
        for (text, numbers) in [
            ("a registered nurse and other nurses", [0].as_slice()),
            ("nurses and teachers", &[1, 2]),
            ("plumbers, pipefitters, and steamfitters", &[3]),
            ("cooks (fast food) earn more", &[4]),
            ("nursesx, unregistered nursery, aids", &[]),
            ("", &[]),
        ] {
            assert_eq!(titles.within(text), numbers, "{text}");
        }
    }
}
