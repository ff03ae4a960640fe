//! Figures that a sentence, a row or a column says of another occupation than theirs: "Pharmacists earned" before the pay of technicians.

use crate::check::subject::Subject;
use crate::fact::SocCode;
use crate::figures;
use crate::problem::{Code, Problem};

/// Every figure of one occupation that the text says of another one.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    if subject.figures.spoken.is_empty() {
        return Vec::new();
    }
    let own = subject.manuscript.head.front.occupation.as_ref().and_then(|it| Some((it.soc.as_ref()?, it.name.as_ref()?)));
    let mut problems = Vec::new();
    for figure in subject.text_figures() {
        let Some(occupation) = subject.figures.get(&figure.reference).and_then(|fact| fact.topic.occupation.as_ref()) else { continue };
        let phrases = figures::phrases(&subject.manuscript, figure);
        let mut named = phrases.iter().filter_map(|phrase| subject.figures.spoken.get(phrase)).peekable();
        // A row may name one occupation and its column the other.
        let Some((code, title)) = named.peek().copied().filter(|_| named.clone().all(|(code, _)| !is_same(code, occupation))) else { continue };
        let reference = &figure.reference;
        let of = subject.figures.titles.get(occupation).or(own.filter(|(soc, _)| *soc == occupation).map(|(_, name)| name));
        let of = of.map_or_else(|| format!("the occupation {occupation}"), |title| format!("{title} ({occupation})"));
        let message = format!("`{reference}` is a figure of {of}, and the text says it of {title} ({code})");
        let problem = Problem::new(Code::ProxyUnlabelled, subject.manuscript.text.span(figure.whole.clone()), message);
        let theirs = reference.name.split('/').next_back().unwrap_or_default();
        let help = match crate::fact::reference::measure(theirs) {
            Some(_) => format!("print theirs, `fact:{code}/{theirs}`, or name the occupation that this figure is of"),
            None => "print their figure, a fact with `occupation`, or name the occupation that this one is of".to_owned(),
        };
        problems.push(problem.help(help));
    }
    problems
}

/// Whether they are one occupation, or one is the broad occupation that the other is in: `33-3050` and `33-3051`.
fn is_same(one: &str, other: &str) -> bool {
    one == other || SocCode::is_broad(one, other) || SocCode::is_broad(other, one)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_figure_is_said_of_its_own_occupation() {
        crate::check::fixture::check_problems(
            super::find,
            "
            === content/_data/datasets.yaml
            wages:
              format: table
              file: wages.csv
              period: 2024-05
              columns: { occupation: Code, title: Title, figures: [{ column: Median, measure: pay, statistic: median, basis: year }] }
            === content/_data/wages.csv
            Code,Title,Median
            29-2052,Pharmacy Technicians,43460
            29-1051,Pharmacists,137480
            === content/a.md
            ---
            title: A
            occupation: { name: Pharmacy technician, soc: '29-2052' }
            facts:
              top: { measure: pay, statistic: p90, value: 60000, as_of: 2024-05 }
            ---
            Pharmacy technicians earn [](fact:pay) and pharmacists [](fact:29-1051/pay).

            In 2024, pharmacists earned [](fact:pay). Half of all pharmacists typically earn less than [](fact:top).

            Pharmacy technicians earned [](fact:pay), and pharmacists earned [](fact:29-1051/pay). Technicians who help pharmacists earn [](fact:pay).

            Pharmacy technicians earn less than the median of [](fact:29-1051/pay) for pharmacists, and far less than the [](fact:29-1051/pay) of pharmacists.

            | | Pay |
            | --- | ---: |
            | Pharmacists | [](fact:pay) |
            | [Pharmacists](b.md) | [](fact:29-1051/pay) |
            | Pharmacy technicians | [](fact:29-1051/pay) |
            | Median | [](fact:pay) |
            ",
            "
            warning: `pay` is a figure of Pharmacy technician (29-2052), and the text says it of Pharmacists (29-1051)
              --> content/a.md:9:29 [](fact:pay)
              help: print theirs, `fact:29-1051/pay`, or name the occupation that this figure is of
            warning: `top` is a figure of Pharmacy technician (29-2052), and the text says it of Pharmacists (29-1051)
              --> content/a.md:9:92 [](fact:top)
              help: print their figure, a fact with `occupation`, or name the occupation that this one is of
            warning: `pay` is a figure of Pharmacy technician (29-2052), and the text says it of Pharmacists (29-1051)
              --> content/a.md:17:17 [](fact:pay)
              help: print theirs, `fact:29-1051/pay`, or name the occupation that this figure is of
            warning: `29-1051/pay` is a figure of Pharmacists (29-1051), and the text says it of Pharmacy technician (29-2052)
              --> content/a.md:19:26 [](fact:29-1051/pay)
              help: print theirs, `fact:29-2052/pay`, or name the occupation that this figure is of
            ",
        );
    }

    #[test]
    fn another_occupation_may_share_the_noun() {
        crate::check::fixture::check_problems(
            super::find,
            "
            === content/_data/datasets.yaml
            wages:
              format: table
              file: wages.csv
              period: 2024-05
              columns: { occupation: Code, title: Title, figures: [{ column: Median, measure: pay, statistic: median, basis: year }] }
            === content/_data/wages.csv
            Code,Title,Median
            29-1141,Registered Nurses,93600
            29-1171,Nurse Practitioners,129210
            29-2061,Licensed Practical and Licensed Vocational Nurses,62340
            31-1131,Nursing Assistants,39530
            === content/a.md
            ---
            title: A
            occupation: { name: Registered nurses, soc: '29-1141' }
            facts:
              pay: { measure: pay, value: 93600, as_of: 2024-05 }
            ---
            Nurse practitioners earn [](fact:pay) a year. Licensed practical nurses earn [](fact:pay).

            Registered nurses earn [](fact:pay). Nurses earn [](fact:pay). Experienced nurses earn [](fact:pay). Registered nurses and nurse practitioners earn [](fact:pay). Nurse practitioners earn [](fact:29-1171/pay).
            ",
            "
            warning: `pay` is a figure of Registered nurses (29-1141), and the text says it of Nurse Practitioners (29-1171)
              --> content/a.md:7:26 [](fact:pay)
              help: print theirs, `fact:29-1171/pay`, or name the occupation that this figure is of
            warning: `pay` is a figure of Registered nurses (29-1141), and the text says it of Licensed Practical and Licensed Vocational Nurses (29-2061)
              --> content/a.md:7:78 [](fact:pay)
              help: print theirs, `fact:29-2061/pay`, or name the occupation that this figure is of
            ",
        );
    }
}
