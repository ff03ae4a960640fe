//! English words that say what a figure is: of whose pay, for which time of work, of which year. Texts in other languages are not read for them.

use super::{Basis, Statistic};

/// The words of `text`, without signs between them.
pub fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The words of `text` in lower case.
pub fn lower_words(text: &str) -> Vec<String> {
    words(text).map(str::to_lowercase).collect()
}

/// The same; a sign for percent is a word: "10%".
pub fn lower_words_and_percent(text: &str) -> Vec<String> {
    lower_words(&text.replace('%', " percent "))
}

/// Whether `word`, in lower case, means what people are paid.
pub fn is_pay(word: &str) -> bool {
    ["pay", "wage", "wages", "salary", "salaries", "earnings", "income", "compensation"].contains(&word)
}

/// Whether `word`, in lower case, says that people are paid: "half of all earn more than".
pub fn is_earning(word: &str) -> bool {
    ["earn", "earns", "earned", "earning", "make", "makes", "made", "paid"].contains(&word)
}

/// Whether `word`, in lower case, means people by their work: "nurses", "therapists", "workers". Not sure of words such as "offers", which end likewise.
pub fn is_people(word: &str) -> bool {
    const ENDS: [&str; 8] = ["ists", "ers", "ors", "ians", "ants", "ysts", "nurses", "people"];
    const OTHERS: [&str; 18] = [
        "agents",
        "detectives",
        "executives",
        "representatives",
        "aides",
        "aids",
        "clerks",
        "guards",
        "pilots",
        "chefs",
        "cooks",
        "coaches",
        "judges",
        "techs",
        "scribes",
        "guides",
        "employees",
        "staff",
    ];
    ENDS.iter().any(|end| word.ends_with(end)) || OTHERS.contains(&word)
}

/// The two names that a title joins which says its first word twice, in lower case: "licensed practical nurses" and "licensed vocational nurses" of "Licensed Practical
/// and Licensed Vocational Nurses".
pub fn joined(title: &str) -> Option<[String; 2]> {
    let title = title.to_lowercase();
    let (one, other) = title.split_once(" and ")?;
    let first = one.split(' ').next()?;
    let (_, noun) = other.rsplit_once(' ')?;
    let is_twice = other.split(' ').next() == Some(first) && !title.contains(',');
    is_twice.then(|| [format!("{one} {noun}"), other.to_owned()])
}

/// The time of work of "an hourly wage", in lower case: no noun, since "a year" may count years.
pub fn basis_adjective(word: &str) -> Option<Basis> {
    Some(match word {
        "hourly" => Basis::Hour,
        "weekly" => Basis::Week,
        "monthly" => Basis::Month,
        "annual" | "yearly" => Basis::Year,
        _ => return None,
    })
}

/// The same, of nouns too: "a year", "per hour".
pub fn basis(word: &str) -> Option<Basis> {
    basis_adjective(word).or(match word {
        "hour" => Some(Basis::Hour),
        "week" => Some(Basis::Week),
        "month" => Some(Basis::Month),
        "year" | "annually" => Some(Basis::Year),
        _ => None,
    })
}

/// The year that `word` is.
pub fn year(word: &str) -> Option<i16> {
    let is_year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    word.parse().ok().filter(|_| is_year)
}

/// The years that `text` names.
pub fn years(text: &str) -> impl Iterator<Item = i16> + '_ {
    let has_digits = text.bytes().any(|byte| byte.is_ascii_digit());
    has_digits.then(|| words(text).filter_map(year)).into_iter().flatten()
}

/// The pay of many that a label names, in lower case: "10th percentile", "90%", "lowest 10 percent", "average".
pub fn statistic(label: &str) -> Option<Statistic> {
    let all: Vec<&str> = words(label).collect();
    let has = |word: &str| all.contains(&word);
    // "The top 10 states" are no tenth of the people.
    let has_tenth = has("tenth") || ["10%", "10 percent", "10 per cent"].into_iter().any(|part| label.contains(part));
    let is_it = |word: &&str, number: &str| word.strip_suffix("th") == Some(number) || word.strip_prefix('p') == Some(number);
    let is_number = |number: &str| all.iter().any(|word| is_it(word, number)) || label.trim().strip_suffix('%') == Some(number);
    if is_number("10") || (has_tenth && ["lowest", "bottom"].into_iter().any(has)) {
        Some(Statistic::P10)
    } else if is_number("90") || (has_tenth && ["highest", "top", "best"].into_iter().any(has)) {
        Some(Statistic::P90)
    } else if is_number("25") {
        Some(Statistic::P25)
    } else if is_number("75") {
        Some(Statistic::P75)
    } else if has("median") || is_number("50") {
        Some(Statistic::Median)
    } else if has("mean") || has("average") {
        Some(Statistic::Mean)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_names_a_statistic() {
        for (text, expected) in [
            ("10th", Some(Statistic::P10)),
            ("10%", Some(Statistic::P10)),
            ("lowest 10 percent", Some(Statistic::P10)),
            ("lowest tenth", Some(Statistic::P10)),
            ("top-earning tenth", Some(Statistic::P90)),
            ("best-paid tenth", Some(Statistic::P90)),
            ("90th percentile", Some(Statistic::P90)),
            ("median annual wage", Some(Statistic::Median)),
            ("average", Some(Statistic::Mean)),
            ("ohio", None),
            ("top 10 states", None),
            ("top-paying states", None),
        ] {
            assert_eq!(statistic(text), expected, "{text}");
        }
    }
}
