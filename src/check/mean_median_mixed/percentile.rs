//! Percentiles that a text calls otherwise: "the lowest-paid tenth" before the 90th.

use crate::fact::Statistic;
use crate::guide::body::Figure;

const LOW: [&str; 4] = ["lowest", "bottom", "poorest", "worst"];
const HIGH: [&str; 4] = ["highest", "top", "richest", "best"];
/// Words behind a name that make it what the figure is compared with, or only a part of it.
const COMPARING: [&str; 9] = ["twice", "times", "double", "triple", "half", "third", "median", "average", "mean"];

/// The percentile that the words in front of the figure name, in its clause and with nothing but words between; else the one behind it, "at the 90th
/// percentile".
pub(super) fn called(figure: &Figure) -> Option<Statistic> {
    let clause = figure.before.rsplit(['.', ';', ':', '?', ',', '\u{fffc}']).next().unwrap_or_default();
    let before = words(clause);
    let named = (0..before.len()).rev().find_map(|at| Some((at, name_at(&before, at)?)));
    if let Some((at, statistic)) = named {
        let between = before.get(at + 1..).unwrap_or_default();
        let is_other = |word: &String| COMPARING.contains(&word.as_str()) || word.starts_with(|c: char| c.is_ascii_digit());
        return (!between.iter().any(is_other)).then_some(statistic);
    }
    let after = words(figure.after.split(['.', ',', ';', ':', '(', '|', '\u{fffc}']).next().unwrap_or_default());
    let at = after.iter().take(5).position(|word| word == "percentile")?;
    ordinal(after.get(at.checked_sub(1)?)?)
}

fn words(text: &str) -> Vec<String> {
    text.replace('%', " percent ").split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// The percentile whose name ends with the word at `at`: "10th percentile", "lowest-paid tenth", "top 25 percent".
fn name_at(words: &[String], at: usize) -> Option<Statistic> {
    let word = |back: usize| at.checked_sub(back).and_then(|at| words.get(at)).map_or("", String::as_str);
    let is_tenth = match word(0) {
        "percentile" => return ordinal(word(1)),
        "tenth" | "decile" => true,
        // "In the best quarter of the year" names a time.
        "quarter" if words.iter().skip(at).take(4).any(|word| word == "year") => return None,
        "quarter" | "quartile" | "fourth" => false,
        "percent" if matches!(word(1), "10" | "ten") => true,
        "percent" if word(1) == "25" => false,
        _ => return None,
    };
    let side = [word(1), word(2), word(3)];
    match (side.iter().any(|word| LOW.contains(word)), side.iter().any(|word| HIGH.contains(word)), is_tenth) {
        (true, false, true) => Some(Statistic::P10),
        (true, false, false) => Some(Statistic::P25),
        (false, true, true) => Some(Statistic::P90),
        (false, true, false) => Some(Statistic::P75),
        _ => None,
    }
}

fn ordinal(word: &str) -> Option<Statistic> {
    Some(match word {
        "10th" | "tenth" => Statistic::P10,
        "25th" => Statistic::P25,
        "50th" => Statistic::Median,
        "75th" => Statistic::P75,
        "90th" | "ninetieth" => Statistic::P90,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_percentile_is_called_by_its_name() {
        crate::check::fixture::check_problems(
            super::super::find,
            "
            === content/a.md
            ---
            title: A
            facts:
              low: { measure: pay, statistic: p10, value: 30000, as_of: 2024-05 }
              pay: { measure: pay, value: 45780, as_of: 2024-05 }
              high: { measure: pay, statistic: p90, value: 60000, as_of: 2024-05 }
            ---
            The lowest-paid tenth earn less than [](fact:high). The highest 10 percent earn more than [](fact:low), and half more than [](fact:pay).

            The lowest 10% earn less than [$30,000](fact:low) and the best [$60,000](fact:high). The top tenth earn more than twice the median of [](fact:pay).

            The lowest 10 percent earn less than [](fact:low), and the top 10 percent of all more than [](fact:high).

            It is [](fact:low) at the 90th percentile. At the 10th percentile, pay is [](fact:low). In the best quarter of the year they earn [](fact:pay).
            ",
            "
            warning: `high` is a 90th percentile, and the text calls it a 10th percentile
              --> content/a.md:8:38 [](fact:high)
              help: write 90th percentile, or name the other figure: `fact:pay.p10`
            warning: `low` is a 10th percentile, and the text calls it a 90th percentile
              --> content/a.md:8:91 [](fact:low)
              help: write 10th percentile, or name the other figure: `fact:pay.p90`
            warning: `low` is a 10th percentile, and the text calls it a 90th percentile
              --> content/a.md:14:7 [](fact:low)
              help: write 10th percentile, or name the other figure: `fact:pay.p90`
            ",
        );
    }
}
