//! Whether a text names an occupation or an industry, in whatever words: "nurses" for Registered Nurses.

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
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2).map(|word| word.chars().take(STEM).collect()).collect()
    };
    let stem = |word: &str| word.trim_end_matches('s').to_owned();
    let hollow: Vec<String> = HOLLOW.iter().map(|word| stem(&word.chars().take(STEM).collect::<String>())).collect();
    let all: Vec<String> = words(whole).iter().map(|word| stem(word)).collect();
    let mattering: Vec<&String> = all.iter().filter(|word| !hollow.contains(word)).collect();
    let said: Vec<String> = words(text).iter().map(|word| stem(word)).collect();
    if mattering.is_empty() {
        return all.iter().any(|word| said.contains(word));
    }
    mattering.iter().filter(|word| said.contains(word)).count() * 2 >= mattering.len()
}

#[cfg(test)]
mod tests {
    use super::names;

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
