//! Pay that a text calls another: "the lowest-paid tenth" before the 90th percentile, "the median" before the 75th, `| Median |` before a mean.

use crate::check::subject::Subject;
use crate::fact::Statistic;
use crate::fact::english::{self, basis_adjective, is_earning, is_pay, lower_words_and_percent};
use crate::guide::body::Figure;

const LOW: [&str; 5] = ["lowest", "bottom", "lower", "poorest", "worst"];
const HIGH: [&str; 5] = ["highest", "top", "upper", "richest", "best"];
/// Words behind a name that make it what the figure is compared with, or only a part of it.
const COMPARING: [&str; 8] = ["twice", "times", "double", "triple", "third", "than", "above", "below"];
/// What the words in front of the figure call it, in its clause and with no other number between; else those behind it, "at the 90th percentile".
pub(super) fn called(figure: &Figure, text_before: &str) -> Option<Statistic> {
    let clause = text_before.rsplit(['.', ';', ':', '?', ',', '\u{fffc}']).next().unwrap_or_default();
    let before = lower_words_and_percent(clause);
    let named = (0..before.len()).rev().find_map(|at| Some((at, name_at(&before, at)?)));
    if let Some((at, statistic)) = named {
        let between = before.get(at + 1..).unwrap_or_default();
        // "The lowest 10 percent and the highest 10 percent earn": two are named.
        let earlier = (0..at).rev().find_map(|earlier| Some((earlier, name_at(&before, earlier)?)));
        let is_joined = |from: usize| before.get(from..at).is_some_and(|words| words.iter().any(|it| it == "and") && !words.iter().any(|it| is_earning(it)));
        if earlier.is_some_and(|(from, other)| other != statistic && is_joined(from)) {
            return None;
        }
        // "Earn more than" goes with the part of the people whose bound is named.
        let is_part = between.iter().any(|word| is_earning(word));
        let is_other = |word: &String| (!is_part && COMPARING.contains(&word.as_str())) || word.starts_with(|c: char| c.is_ascii_digit());
        return (!between.iter().any(is_other)).then_some(statistic);
    }
    if let Some(statistic) = opening(text_before, &before) {
        return Some(statistic);
    }
    let after = lower_words_and_percent(figure.after.split(['.', ',', ';', ':', '(', '|', '\u{fffc}']).next().unwrap_or_default());
    let at = after.iter().take(5).position(|word| word == "percentile")?;
    ordinal(after.get(at.checked_sub(1)?)?)
}

/// The percentile that the sentence opens with, if nothing else stands before the clause of the figure and that compares it with nothing: "at the 75th percentile,
/// they earn".
fn opening(text_before: &str, clause: &[String]) -> Option<Statistic> {
    let sentence = text_before.rsplit(['.', ';', ':', '?', '!', '\u{fffc}']).next()?;
    let (opening, rest) = sentence.split_once(',')?;
    let opening = lower_words_and_percent(opening);
    let opening: Vec<&str> = opening.iter().map(String::as_str).collect();
    let (["at", "the", number, "percentile"] | ["at", number, "percentile"]) = opening.as_slice() else { return None };
    let is_said = clause.iter().any(|word| is_earning(word) || is_pay(word)) && !clause.iter().any(|word| COMPARING.contains(&word.as_str()));
    ordinal(number).filter(|_| is_said && !rest.contains(','))
}

/// What the row or the column of a table calls the figure in it; `None` outside tables.
pub(super) fn called_in_table(subject: &Subject, figure: &Figure) -> Option<Statistic> {
    subject.manuscript.labels(figure)?.iter().find_map(|label| {
        let words = lower_words_and_percent(label);
        english::statistic(label).or_else(|| (0..words.len()).rev().find_map(|at| name_at(&words, at)))
    })
}

/// The statistic whose name ends with the word at `at`: "10th percentile", "lowest-paid tenth", "top 25 percent", "median".
fn name_at(words: &[String], at: usize) -> Option<Statistic> {
    let word = |back: usize| at.checked_sub(back).and_then(|at| words.get(at)).map_or("", String::as_str);
    let next = words.get(at + 1).map_or("", String::as_str);
    let behind = words.get(at + 1..).unwrap_or_default();
    // "Of those who earn more" names whom something else is said of.
    let of_whom = behind.iter().position(|word| matches!(word.as_str(), "who" | "that" | "whose"));
    let verb = behind.iter().position(|word| is_earning(word));
    let earns = |what: &str| verb.is_some_and(|verb| of_whom.is_none_or(|of| of > verb)) && behind.iter().any(|word| word == what);
    let is_part_of = |part: [&str; 2], whole: [&str; 2]| {
        (whole.contains(&word(0)) && matches!(word(1), "in" | "of") && (part.contains(&word(2)) || (word(2) == "out" && part.contains(&word(3)))))
            && (earns("more") || earns("less"))
    };
    let is_tenth = match word(0) {
        // "The 10th and 90th percentile are" names two.
        "percentile" if matches!(word(2), "and" | "or" | "to") && ordinal(word(3)).is_some() => return None,
        "percentile" => return ordinal(word(1)),
        "median" => return Some(Statistic::Median),
        // "More than half earn above" the 25th percentile, too.
        "half" if matches!(word(1), "than" | "over" | "nearly" | "almost") => return None,
        "half" if matches!(word(1), "middle" | "central" | "other") || behind.iter().any(|word| word == "between" || word == "from") => return None,
        "half" if behind.iter().any(|word| is_earning(word)) => return Some(Statistic::Median),
        "minimum" | "maximum" if next == "is" || is_of_pay(next) => return Some(if word(0) == "minimum" { Statistic::Min } else { Statistic::Max }),
        "highest" | "lowest" if is_pay(next) && matches!(behind.get(1..), Some([verb]) if verb == "is" || verb == "was") => {
            return Some(if word(0) == "highest" { Statistic::Max } else { Statistic::Min });
        }
        // "New and experienced nurses" are all of them.
        "experienced" if is_said_of_experienced(behind) && word(1) != "less" && word(2) != "new" => return Some(Statistic::Experienced),
        "starting" if is_of_pay(next) => return Some(Statistic::Starter),
        "start" | "starts" | "started" if next == "at" && is_of_beginners(words, at) => return Some(Statistic::Starter),
        "entry" if next == "level" && is_said_of_pay(behind) => return Some(Statistic::Starter),
        "beginners" | "newcomers" if earns("earn") || next == "start" => return Some(Statistic::Starter),
        "new" | "recent" if at == 0 && is_said_of_newcomers(behind) => return Some(Statistic::Starter),
        _ if is_part_of(["one", "1"], ["ten", "10"]) || is_part_of(["nine", "9"], ["ten", "10"]) => true,
        _ if is_part_of(["one", "1"], ["four", "4"]) || is_part_of(["three", "3"], ["four", "4"]) => false,
        "tenth" | "decile" => true,
        "tenths" if word(1) == "nine" => true,
        "quarters" | "fourths" if word(1) == "three" => false,
        // "In the best quarter of the year" names a time.
        "quarter" if words.iter().skip(at).take(4).any(|word| word == "year") => return None,
        "quarter" | "quartile" | "fourth" => false,
        "percent" if matches!(word(1), "10" | "ten") => true,
        "percent" if matches!(word(1), "90" | "ninety") => true,
        "percent" if matches!(word(1), "25" | "75") => false,
        "percent"
            if matches!(word(1), "50" | "fifty") && !behind.iter().any(|word| word == "between" || word == "from") && (earns("more") || earns("less")) =>
        {
            return Some(Statistic::Median);
        }
        _ => return None,
    };
    // "The lowest and highest 10 percent" are two parts.
    let side = if matches!(word(3), "and" | "or") { [word(1), word(2), word(4)] } else { [word(1), word(2), word(3)] };
    let is_low = side.iter().any(|word| LOW.contains(word));
    let is_high = side.iter().any(|word| HIGH.contains(word));
    // "A quarter earn more than": the upper one, though nobody says so.
    let (is_low, is_high) = if is_low || is_high {
        (is_low, is_high)
    } else {
        (earns("less") || earns("under") || earns("below"), earns("more") || earns("over") || earns("above"))
    };
    // "Three quarters earn less than", "nine tenths earn more than", "nine in ten".
    let is_most = matches!(word(1), "three" | "nine" | "90" | "ninety" | "75")
        || (matches!(word(1), "in" | "of") && [word(2), word(3)].iter().any(|part| matches!(*part, "three" | "3" | "nine" | "9")));
    let (is_low, is_high) = if is_most && (earns("more") || earns("less")) { (earns("more"), earns("less")) } else { (is_low, is_high) };
    match (is_low, is_high, is_tenth) {
        (true, false, true) => Some(Statistic::P10),
        (true, false, false) => Some(Statistic::P25),
        (false, true, true) => Some(Statistic::P90),
        (false, true, false) => Some(Statistic::P75),
        _ => None,
    }
    .filter(|_| !is_most || earns("more") != earns("less"))
}

/// Whether "start at" speaks of those who begin, or of pay, and not of a shift: "new graduates start at".
fn is_of_beginners(words: &[String], at: usize) -> bool {
    words
        .iter()
        .take(at)
        .any(|word| is_pay(word) || ["graduates", "graduate", "nurses", "workers", "technicians", "they", "you", "recruits", "hires"].contains(&word.as_str()))
}

/// Whether what is behind "entry-level" says what such people earn.
fn is_said_of_pay(behind: &[String]) -> bool {
    behind.iter().take(4).any(|word| is_earning(word) || is_pay(word))
}

/// Whether what is behind "experienced" says what such people earn, and not more or less than what.
fn is_said_of_experienced(behind: &[String]) -> bool {
    let Some(verb) = behind.iter().take(4).position(|word| is_earning(word)) else { return false };
    // "Experienced or not" are all of them.
    verb > 0
        && behind.first().is_some_and(|word| word != "or" && word != "and")
        && behind
            .iter()
            .skip(verb + 1)
            .all(|word| matches!(word.as_str(), "about" | "around" | "typically" | "roughly" | "some" | "a" | "an" | "average" | "of"))
}

/// Whether what is behind "new", which opens the clause, says what such people earn, and nothing else: "graduates earn", "registered nurses typically earn".
fn is_said_of_newcomers(behind: &[String]) -> bool {
    let Some(verb) = behind.iter().take(4).position(|word| is_earning(word)) else { return false };
    let is_people = |word: &String| !matches!(word.as_str(), "and" | "or" | "jobs" | "figures" | "data" | "rules" | "who" | "that");
    let is_amount = |word: &String| matches!(word.as_str(), "about" | "around" | "typically" | "roughly" | "some" | "a" | "an" | "average" | "of");
    let noun = behind.iter().take(verb).rfind(|word| !word.ends_with("ly"));
    noun.is_some_and(|word| word.ends_with('s')) && behind.iter().take(verb).all(is_people) && behind.iter().skip(verb + 1).all(is_amount)
}

/// Whether "starting" or "the minimum" before `word` is that of pay.
fn is_of_pay(word: &str) -> bool {
    is_pay(word) || basis_adjective(word).is_some() || word == "rate"
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
    fn check(body: &str, expected: &str) {
        let facts = "
            === content/a.md
            ---
            title: A
            facts:
              low: { measure: pay, statistic: p10, value: 30000, as_of: 2024-05 }
              pay: { measure: pay, value: 45780, as_of: 2024-05 }
              mean: { measure: pay, statistic: mean, value: 47000, as_of: 2024-05 }
              upper: { measure: pay, statistic: p75, value: 50000, as_of: 2024-05 }
              high: { measure: pay, statistic: p90, value: 60000, as_of: 2024-05 }
            ---
";
        let indented = body.replace('\n', "\n            ");
        crate::check::fixture::check_together(super::super::find, &format!("{facts}            {indented}\n"), expected);
    }

    #[test]
    fn a_percentile_is_called_by_its_name() {
        check(
            "The lowest-paid tenth earn less than [](fact:high). The highest 10 percent earn more than [](fact:low), and half more than [](fact:pay).\n\n\
             The lowest 10% earn less than [$30,000](fact:low) and the best [$60,000](fact:high). The top tenth earn more than twice the median of [](fact:pay).\n\n\
             The lowest 10 percent earn less than [](fact:low), and the top 10 percent of all more than [](fact:high).\n\n\
             It is [](fact:low) at the 90th percentile. At the 10th percentile, pay is [](fact:low). In the best quarter of the year they earn [](fact:pay).",
            "
            warning: `high` is a 90th percentile, and the text calls it a 10th percentile
              --> content/a.md:10:38 [](fact:high)
              help: write 90th percentile, or name the other figure: `fact:pay.p10`
            warning: `low` is a 10th percentile, and the text calls it a 90th percentile
              --> content/a.md:10:91 [](fact:low)
              help: write 10th percentile, or name the other figure: `fact:pay.p90`
            warning: `low` is a 10th percentile, and the text calls it a 90th percentile
              --> content/a.md:16:7 [](fact:low)
              help: write 10th percentile, or name the other figure: `fact:pay.p90`
            ",
        );
    }

    #[test]
    fn more_than_half_and_two_percentiles_name_no_single_one() {
        check(
            "More than half earn above [](fact:low). Over half earn more than [](fact:low).\n\n\
             Wages at the 10th and 90th percentile are [](fact:low) and [](fact:high).\n\n\
             The lowest and highest 10 percent earn less than [](fact:low) and more than [](fact:high).\n\n\
             The lowest 10 percent and the highest 10 percent earn less than [](fact:low) and more than [](fact:high).\n\n\
             The lowest 10 percent earn less than [](fact:low) and the highest 10 percent more than [](fact:high).",
            "",
        );
    }

    #[test]
    fn what_beginners_earn_is_not_the_median() {
        check(
            "Entry-level technicians earn [](fact:pay). New graduates start at [](fact:pay). Entry-level jobs are many, and half earn more than [](fact:pay).\n\n\
             Shifts start at seven and bring [](fact:pay).\n\n\
             Median: [](fact:pay)\n90th percentile: [](fact:high)\n**10th percentile:** [](fact:low)\n\n\
             Beginners usually earn less than [$45,780](fact:pay), the national median.\n\n\
             New graduates earn [](fact:pay). New nurses typically earn about [](fact:pay). New and experienced nurses earn [](fact:pay). New nurses earn less than [](fact:pay). New figures show that nurses earn [](fact:pay).",
            "
            warning: `pay` is a median, and the text calls it starting pay
              --> content/a.md:10:30 [](fact:pay)
              help: write median, or name the other figure: `fact:pay.starter`
            warning: `pay` is a median, and the text calls it starting pay
              --> content/a.md:10:67 [](fact:pay)
              help: write median, or name the other figure: `fact:pay.starter`
            warning: `pay` is a median, and the text calls it starting pay
              --> content/a.md:20:20 [](fact:pay)
              help: write median, or name the other figure: `fact:pay.starter`
            warning: `pay` is a median, and the text calls it starting pay
              --> content/a.md:20:66 [](fact:pay)
              help: write median, or name the other figure: `fact:pay.starter`
            ",
        );
    }

    #[test]
    fn shares_of_the_people_openings_and_extremes_are_names() {
        check(
            "At the 75th percentile, nurses earn [](fact:high). At the 90th percentile, nurses earn [](fact:high). At the 90th percentile, pay is more than twice the [](fact:pay) of half of them.\n\n\
             One in ten earns more than [](fact:low). Only one in ten earns more than [](fact:high). One in four nurses earns more than [](fact:high). One in four earns more than [](fact:upper). Nine out of ten earn more than [](fact:low).\n\n\
             90 percent earn less than [](fact:upper). Ninety percent earn less than [](fact:high). 90 percent of those who earn more than [](fact:upper) have a degree.\n\n\
             Experienced nurses earn [](fact:pay). Experienced nurses earn more than [](fact:pay). Experienced nurses earn [](fact:high). Experienced and new nurses earn [](fact:pay).\n\n\
             The highest salary is [](fact:high). The highest pay is in Ohio: [](fact:high). The highest wage is [](fact:pay) in Ohio.",
            "
            warning: `high` is a 90th percentile, and the text calls it a 75th percentile
              --> content/a.md:10:37 [](fact:high)
              help: write 90th percentile, or name the other figure: `fact:pay.p75`
            warning: `low` is a 10th percentile, and the text calls it a 90th percentile
              --> content/a.md:12:28 [](fact:low)
              help: write 10th percentile, or name the other figure: `fact:pay.p90`
            warning: `high` is a 90th percentile, and the text calls it a 75th percentile
              --> content/a.md:12:124 [](fact:high)
              help: write 90th percentile, or name the other figure: `fact:pay.p75`
            warning: `upper` is a 75th percentile, and the text calls it a 90th percentile
              --> content/a.md:14:27 [](fact:upper)
              help: write 75th percentile, or name the other figure: `fact:pay.p90`
            warning: `pay` is a median, and the text calls it experienced pay
              --> content/a.md:16:25 [](fact:pay)
              help: write median, or name the other figure: `fact:pay.experienced`
            warning: `high` is a 90th percentile, and the text calls it the highest pay
              --> content/a.md:18:23 [](fact:high)
              help: write 90th percentile, or name the other figure
            ",
        );
    }

    #[test]
    fn the_median_and_parts_of_the_people_have_their_figures() {
        check(
            "Half of them earn more than [](fact:upper). A quarter earn more than [](fact:pay). The minimum is [](fact:low).\n\n\
             A quarter earn more than [](fact:upper). A tenth earn less than [](fact:low). Nine tenths earn less than [](fact:high). Three quarters earn less than [](fact:upper). Three quarters earn more than [](fact:upper). Half earn more than [](fact:pay).\n\n\
             It is well above the median: [](fact:upper). The median is [](fact:pay), above which a quarter earn [](fact:upper).\n\n\
             | | Pay |\n| --- | ---: |\n| Median | [](fact:mean) |\n| 90th percentile | [](fact:high) |\n| 10th | [](fact:upper) |\n| 10th | [](fact:low) |",
            "
            warning: `upper` is a 75th percentile, and the text calls it a median
              --> content/a.md:10:29 [](fact:upper)
              help: write 75th percentile, or name the other figure: `fact:pay`
            warning: `pay` is a median, and the text calls it a 75th percentile
              --> content/a.md:10:70 [](fact:pay)
              help: write median, or name the other figure: `fact:pay.p75`
            warning: `low` is a 10th percentile, and the text calls it the lowest pay
              --> content/a.md:10:99 [](fact:low)
              help: write 10th percentile, or name the other figure
            warning: `upper` is a 75th percentile, and the text calls it a 25th percentile
              --> content/a.md:12:197 [](fact:upper)
              help: write 75th percentile, or name the other figure: `fact:pay.p25`
            warning: `mean` is a mean, and the text calls it a median
              --> content/a.md:18:12 [](fact:mean)
              help: write mean, or name the other figure: `fact:pay`
            warning: `upper` is a 75th percentile, and the text calls it a 10th percentile
              --> content/a.md:20:10 [](fact:upper)
              help: write 75th percentile, or name the other figure: `fact:pay.p10`
            ",
        );
    }
}
