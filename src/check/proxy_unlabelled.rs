//! Figures of another occupation that a guide shows as its own.

mod said;

use super::naming::{names_occupation, stands_in};
use super::subject::Subject;
use super::together::Together;
use crate::fact::{Fact, Reference};
use crate::figures::of_block;
use crate::guide::body::Figure;
use crate::problem::{Code, Problem};

/// In a guide that does not say why (`occupation.proxy_for`): every fact of the front matter that is of another occupation, unless the text alone shows it and
/// names that occupation each time; and every figure of a dataset about another one where the text does not name that.
pub(super) fn find(subject: &Subject, together: &[Together]) -> Vec<Problem> {
    let occupation = subject.manuscript.head.front.occupation.as_ref();
    let says_why = occupation.and_then(|it| it.proxy_for.as_ref()).is_some_and(|why| !why.trim().is_empty());
    let own = occupation.and_then(|it| it.soc.as_deref());
    let of_another = |fact: &Fact| fact.topic.occupation.as_deref().filter(|code| Some(*code) != own).map(str::to_owned);
    let has_any = || subject.figures.shown().any(|fact| of_another(fact).is_some()) || subject.figures.own.values().any(|fact| of_another(fact).is_some());
    if !subject.is_guide() || says_why {
        return Vec::new();
    }
    let of_text = said::find(subject);
    if !has_any() {
        return of_text;
    }
    let shown: Vec<(&Figure, bool)> = together
        .iter()
        .flat_map(|together| together.figures.iter().map(move |(figure, fact)| (together, *figure, *fact)))
        .filter_map(|(together, figure, fact)| Some((figure, is_named(subject, together, figure, &of_another(fact)?))))
        .collect();
    let of_facts = subject.figures.own.iter().filter_map(|(name, fact)| {
        let code = of_another(fact)?;
        let is_it = |reference: &Reference| reference.occupation.is_none() && reference.name == *name;
        let in_text: Vec<bool> = shown.iter().filter(|(figure, _)| is_it(&figure.reference)).map(|(_, is_named)| *is_named).collect();
        let is_elsewhere = PANEL.contains(&name.as_str());
        if !is_elsewhere && !in_text.is_empty() && in_text.iter().all(|is_named| *is_named) {
            return None;
        }
        let message = format!("the fact `{name}` is of the occupation {code}, not of this guide's");
        let problem = Problem::new(Code::ProxyUnlabelled, subject.fact_place(name, Some("occupation")), message);
        let unnamed = shown.iter().find(|(figure, is_named)| is_it(&figure.reference) && !is_named);
        let problem = unnamed
            .into_iter()
            .fold(problem, |problem, (figure, _)| problem.also(subject.manuscript.text.span(figure.whole.clone()), "here the text does not name it"));
        Some(
            problem.help("say under `occupation` why it stands for this one: `proxy_for: ...`; readers are told. Or name the occupation wherever you print it"),
        )
    });
    let of_datasets = shown.iter().filter(|(figure, is_named)| !is_named && figure.reference.occupation.is_some()).map(|(figure, _)| {
        let code = figure.reference.occupation.as_deref().unwrap_or_default();
        let title = subject.figures.titles.get(code).map_or_else(|| format!("the occupation {code}"), |title| format!("{title} ({code})"));
        let message = format!("`{}` is a figure of {title}, and the text does not say so", figure.reference);
        let problem = Problem::new(Code::ProxyUnlabelled, subject.manuscript.text.span(figure.whole.clone()), message);
        problem.help("name that occupation in the same paragraph, or print this guide's own figure")
    });
    let is_told = |problem: &Problem| of_text.iter().all(|other| other.span != problem.span);
    let others: Vec<Problem> = of_facts.chain(of_datasets).filter(is_told).collect();
    [of_text, others].concat()
}

/// Names of facts that the panel at the top of a guide shows, where nothing names another occupation.
const PANEL: [&str; 8] = ["pay", "pay.hourly", "jobs", "growth", "change", "education", "experience", "training"];

/// Words that name all occupations.
const ALL: [&str; 10] = ["economy", "overall", "typical", "national", "every", "average", "all ", "total", "general", "labor market"];

/// Whether the paragraph or table of the figure, or a heading above it, names the occupation: by its code, or by its title where that is known.
fn is_named(subject: &Subject, together: &Together, figure: &Figure, code: &str) -> bool {
    let title = subject.figures.titles.get(code);
    let own = subject.manuscript.head.front.occupation.as_ref().and_then(|it| it.name.as_deref()).unwrap_or_default();
    let is_of_all = |text: &str| code == of_block::ALL_OCCUPATIONS && ALL.iter().any(|word| text.contains(word));
    let others = || subject.figures.other_titles.get(code).into_iter().flatten();
    let names_it = |text: &str| {
        is_of_all(text)
            || text.contains(code)
            || others().any(|other| stands_in(text, other, own))
            || title.is_some_and(|title| names_occupation(text, title, own))
    };
    names_it(together.words()) || subject.headings_above(figure.whole.start).any(|heading| names_it(&heading.text.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::check_together;

    #[test]
    fn a_figure_of_another_occupation_wants_a_reason() {
        let guide = |why: &str| {
            format!(
                "\n=== content/a.md\n---\ntitle: A\noccupation: {{ name: A, soc: '29-2099'{why} }}\nfacts:\n  pay: {{ measure: pay, value: 1, occupation: '29-2071' }}\n  jobs: {{ measure: jobs, value: 1 }}\n---\n"
            )
        };
        check_together(
            super::find,
            &guide(""),
            "
            warning: the fact `pay` is of the occupation 29-2071, not of this guide's
              --> content/a.md:5:46 '29-2071'
              help: say under `occupation` why it stands for this one: `proxy_for: ...`; readers are told. Or name the occupation wherever you print it
            ",
        );
        check_together(super::find, &guide(", proxy_for: It has none of its own"), "");
    }

    #[test]
    fn another_title_of_the_database_names_an_occupation() {
        check_together(
            super::find,
            "
            === content/_data/datasets.yaml
            wages:
              format: table
              file: wages.csv
              period: 2024-05
              columns: { occupation: Code, title: Title, figures: [{ column: Median, measure: pay, statistic: median, basis: year }] }
            onet: { files: [\"Alternate Titles.txt\"], format: onet }
            === content/_data/wages.csv
            Code,Title,Median
            29-2099,Others,1
            15-1252,Software Developers,133080
            === content/_data/Alternate Titles.txt
            O*NET-SOC Code\tTitle\tAlternate Title\tShort Title\tSource(s)
            15-1252.00\tSoftware Developers\tCoder\tn/a\t09
            === content/a.md
            ---
            title: A
            occupation: { name: A, soc: '29-2099' }
            ---
            Coders earn [](fact:15-1252/pay).

            Decoders earn [](fact:15-1252/pay).
            ",
            "
            warning: `15-1252/pay` is a figure of Software Developers (15-1252), and the text does not say so
              --> content/a.md:7:15 [](fact:15-1252/pay)
              help: name that occupation in the same paragraph, or print this guide's own figure
            ",
        );
    }

    #[test]
    fn a_text_that_names_the_other_occupation_needs_no_reason() {
        check_together(
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
            29-2099,Others,1
            29-1141,Registered Nurses,93600
            === content/a.md
            ---
            title: A
            occupation: { name: A, soc: '29-2099' }
            facts:
              named: { measure: jobs, value: 1, occupation: '29-1141' }
              hidden: { measure: jobs, value: 2, occupation: '29-1141' }
            ---
            Half of them earn more than [](fact:29-1141/pay).

            Half of all RNs earn more than [](fact:29-1141/pay).

            Half of all nurses earn more than [](fact:29-1141/pay), in [](fact:named) jobs.

            ## Registered nurses

            Half earn more than [](fact:29-1141/pay).

            ## Others

            There are [](fact:hidden).
            ",
            "
            warning: the fact `hidden` is of the occupation 29-1141, not of this guide's
              --> content/a.md:6:50 '29-1141'
              here the text does not name it: content/a.md:20:11 [](fact:hidden)
              help: say under `occupation` why it stands for this one: `proxy_for: ...`; readers are told. Or name the occupation wherever you print it
            warning: `29-1141/pay` is a figure of Registered Nurses (29-1141), and the text does not say so
              --> content/a.md:8:29 [](fact:29-1141/pay)
              help: name that occupation in the same paragraph, or print this guide's own figure
            ",
        );
    }
}
