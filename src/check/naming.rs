//! Whether a text names an occupation or an industry, in whatever words: "nurses" for Registered Nurses.

use crate::fact::english;

/// Words of a publisher's titles that name nothing by themselves.
const HOLLOW: [&str; 13] =
    ["all", "and", "except", "including", "industry", "industries", "occupations", "other", "private", "related", "services", "total", "workers"];

/// A word is known by so many letters: `techni` for technicians and technologists.
const STEM: usize = 6;

/// Whether `text`, in lower case, has at least half of the words that matter of `title`: "nurses", but not "medical", names Registered Nurses. What a title
/// leaves out ("Teachers, Except Special Education") does not matter. A title of hollow words is named by any of them.
pub(super) fn names(text: &str, title: &str) -> bool {
    let title = title.to_lowercase();
    let whole = [", except", ", all other", ";"].into_iter().fold(title.as_str(), |rest, end| rest.split(end).next().unwrap_or(rest));
    let words = |text: &str| -> Vec<String> { english::words(text).filter(|word| word.len() > 2).map(|word| word.chars().take(STEM).collect()).collect() };
    let stem = |word: &str| word.trim_end_matches('s').to_owned();
    let hollow: Vec<String> = HOLLOW.iter().map(|word| stem(&word.chars().take(STEM).collect::<String>())).collect();
    let all: Vec<String> = words(whole).iter().map(|word| stem(word)).collect();
    let mattering: Vec<&String> = all.iter().filter(|word| !hollow.contains(word)).collect();
    let said: Vec<String> = words(text).iter().map(|word| stem(word)).collect();
    if mattering.is_empty() {
        return all.iter().any(|word| said.contains(word));
    }
    mattering.iter().filter(|word| said.contains(word)).count() * 2 >= mattering.len() || has_initials(text, whole)
}

/// Whether `text` names an occupation as [`names`] has it, or by one of the nouns of its title: "plumbers" for Plumbers, Pipefitters, and Steamfitters. A noun of the
/// page's `own` name, "technicians", is none of another's.
pub(super) fn names_occupation(text: &str, title: &str, own: &str) -> bool {
    let (title, own) = (title.to_lowercase().replace("physician", "doctor"), own.to_lowercase().replace("physician", "doctor"));
    let text = &text.replace("physician", "doctor");
    let nouns = english::words(&title).filter_map(singular).filter(|noun| noun.len() > 3);
    let stands = |noun: &str| english::words(text).any(|word| word == noun || singular(word).is_some_and(|word| word == noun));
    // What both are called tells nobody which of them is meant.
    let others: Vec<&str> = title.split(' ').filter(|word| !own.contains(word.trim_end_matches([',', 's']))).collect();
    let names_other = if others.is_empty() { text.contains(title.trim_end_matches('s')) } else { names(text, &others.join(" ")) };
    // "Practical nurses" are licensed practical and licensed vocational nurses.
    let rest = others.join(" ");
    let mut parts = rest.split(" and ").flat_map(|part| part.split(", ")).filter(|part| !english::words(part).any(|word| HOLLOW.contains(&word)));
    let names_part = rest.contains(" and ") && parts.any(|part| !part.trim().is_empty() && names(text, part));
    names_other
        || names_part
        || has_initials(text, &title)
        || nouns.into_iter().any(|noun| !HOLLOW.iter().any(|hollow| hollow.starts_with(&noun)) && !own.contains(&noun) && stands(&noun))
}

/// Whether `title`, in lower case, or its plural stands in `text` as words of their own: "coders" for Coder. One that is in the page's `own` name tells nobody whose it is.
pub(super) fn stands_in(text: &str, title: &str, own: &str) -> bool {
    let is_free = |end: Option<char>| !end.is_some_and(char::is_alphanumeric);
    let stands = |at: usize| {
        let behind = text.get(at + title.len()..).unwrap_or_default();
        is_free(text.get(..at).and_then(|before| before.chars().next_back())) && is_free(behind.strip_prefix('s').unwrap_or(behind).chars().next())
    };
    !own.to_lowercase().contains(title) && text.match_indices(title).any(|(at, _)| stands(at))
}

/// The noun that `word` is the plural of: "secretary" of "secretaries".
fn singular(word: &str) -> Option<String> {
    word.strip_suffix("ies").map(|stem| format!("{stem}y")).or_else(|| word.strip_suffix('s').map(str::to_owned))
}

/// Whether a word of `text` is made of first letters of the title, from the first to the last: "RNs", "LPN".
fn has_initials(text: &str, title: &str) -> bool {
    let initials: Vec<char> = english::words(title).filter(|word| word.len() > 2 && *word != "and").filter_map(|word| word.chars().next()).collect();
    let is_made_of = |word: &str| {
        let mut rest = initials.iter();
        let (first, last) = (word.chars().next(), word.chars().next_back());
        first == initials.first().copied() && last == initials.last().copied() && word.chars().all(|letter| rest.any(|initial| *initial == letter))
    };
    // "CNA": what makes a nursing assistant one may stand in front.
    let bare = |word: &str| word.strip_prefix(['c', 'r', 'l']).filter(|rest| rest.len() > 1).is_some_and(is_made_of);
    let words = english::words(text);
    words.map(|word| word.strip_suffix('s').unwrap_or(word)).filter(|word| (2..=4).contains(&word.len())).any(|word| is_made_of(word) || bare(word))
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_noun_or_initials_name_an_occupation() {
        for (text, title) in [
            ("plumbers earn more", "Plumbers, Pipefitters, and Steamfitters"),
            ("truck drivers", "Heavy and Tractor-Trailer Truck Drivers"),
            ("rns earn more", "Registered Nurses"),
            ("a lvn", "Licensed Practical and Licensed Vocational Nurses"),
            ("cnas earn more", "Nursing Assistants"),
            ("a cma", "Medical Assistants"),
            ("family doctors earn more", "Family Medicine Physicians"),
            ("a physician", "General Internal Medicine Physicians"),
            ("practical nurses", "Licensed Practical and Licensed Vocational Nurses"),
            ("an lpn", "Licensed Practical and Licensed Vocational Nurses"),
            ("secretary jobs: down", "Secretaries and Administrative Assistants, Except Legal, Medical, and Executive"),
            ("few secretaries", "Secretaries and Administrative Assistants, Except Legal, Medical, and Executive"),
        ] {
            assert!(super::names_occupation(text, title, "Pharmacy technician"), "{text} / {title}");
        }
        assert!(!super::names_occupation("technicians earn more", "Surgical Technicians", "Pharmacy technician"));
        assert!(!super::names_occupation("half earn more than that", "Registered Nurses", "Pharmacy technician"));
    }

    #[test]
    fn half_of_its_words_name_an_occupation() {
        for (text, title) in [
            ("nurses earn more", "Registered Nurses"),
            ("a health technician", "Health Technologists and Technicians, All Other"),
            ("an elementary teacher", "Elementary School Teachers, Except Special Education"),
            ("in hospitals", "Hospitals; state, local, and private"),
            ("of all workers", "Total, all occupations"),
            ("all occupations", "All Occupations"),
        ] {
            assert!(names(text, title), "{text} / {title}");
        }
        for (text, title) in [
            ("medical work", "Medical Records Specialists"),
            ("it pays", "Registered Nurses"),
            ("half earn more", "Total, all occupations"),
            ("other services", "Motion Picture Services"),
        ] {
            assert!(!names(text, title), "{text} / {title}");
        }
    }
}
