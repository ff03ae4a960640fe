//! An occupation whose codes do not lead to one thing: a code of an older classification, one that there is not, O*NET's for another one.

use super::place;
use super::subject::Subject;
use crate::fact::SocCode;
use crate::problem::{Code, Problem};
use crate::yaml::Named;

/// Every code of the guide's occupation, and of its other names, that is retired, does not exist or is of another occupation.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let head = &subject.manuscript.head;
    let Some(occupation) = head.front.occupation.as_ref().filter(|_| subject.is_guide()) else { return Vec::new() };
    let mut problems = Vec::new();
    let mut judge = |code: &str, path: &[&str]| {
        let (message, help) = match SocCode::of(code) {
            SocCode::Known => return,
            // What has not the form of a code is told where it is read.
            SocCode::Unknown if !has_form(code) => return,
            SocCode::Retired(next) => {
                let next = next.replace(' ', "` or `");
                let message = format!("{code} is a code of SOC 2010, and the classification of 2018 has `{next}` instead");
                (message, "write the code that the guide is about; the old one goes under `codes` as `soc-2010`")
            }
            SocCode::Unknown => (format!("the classification of 2018 has no code {code}"), "look the occupation up at https://www.bls.gov/soc/2018/"),
        };
        problems.push(Problem::new(Code::OccupationIdentity, place::of(head, path), message).help(help));
    };
    if let Some(soc) = &occupation.soc {
        judge(soc, &["occupation", "soc"]);
    }
    for (at, other) in occupation.also_called.iter().flatten().enumerate() {
        if let Named::Full(other) = other
            && let Some(soc) = &other.soc
        {
            judge(soc, &["occupation", "also_called", &at.to_string(), "soc"]);
        }
    }
    if let (Some((dataset, code)), Some(soc)) = (&subject.figures.namesake, &occupation.soc) {
        let name = occupation.name.as_deref().unwrap_or_default();
        let message = format!("`{name}` is {code} in the dataset `{dataset}`, and this guide's code is {soc}");
        let problem = Problem::new(Code::OccupationIdentity, place::of(head, &["occupation", "soc"]), message);
        problems.push(problem.help("correct the code, or the name: every figure of the guide is looked up by the code"));
    }
    let onet = occupation.codes.iter().filter_map(|codes| codes.onet_soc_2019.as_ref()).flat_map(|codes| &codes.0);
    if let Some(soc) = &occupation.soc {
        for code in onet.filter(|code| code.split('.').next() != Some(soc.as_str()) && !is_group(soc)) {
            let span = place::of(head, &["occupation", "codes", "onet-soc-2019"]);
            let message = format!("O*NET's {code} belongs to {}, and this occupation is {soc}", code.split('.').next().unwrap_or_default());
            let problem = Problem::new(Code::OccupationIdentity, place::within(&head.text, &span, code), message);
            let problem = problem.also(place::of(head, &["occupation", "soc"]), "its code");
            problems.push(
                problem.help("correct one of them; a guide has one occupation, and others are told of with `also_called`, `similar` or `specialisations`"),
            );
        }
    }
    problems
}

/// Whether it is written as a code is: `29-2072`.
fn has_form(code: &str) -> bool {
    let is_digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    code.split_once('-').is_some_and(|(group, rest)| is_digits(group, 2) && is_digits(rest, 4))
}

/// Whether the code is that of a group, which holds several occupations: `29-2050`.
fn is_group(soc: &str) -> bool {
    soc.ends_with('0')
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_name_that_is_another_occupations_is_told() {
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
            29-1141,Registered Nurses,93600
            === content/a.md
            ---
            title: A
            occupation: { name: Pharmacy technician, soc: '29-1141' }
            ---
            === content/b.md
            ---
            title: B
            occupation: { name: Nurse, soc: '29-1141' }
            ---
            ",
            "
            warning: `Pharmacy technician` is 29-2052 in the dataset `wages`, and this guide's code is 29-1141
              --> content/a.md:3:47 '29-1141'
              help: correct the code, or the name: every figure of the guide is looked up by the code
            ",
        );
    }

    #[test]
    fn codes_lead_to_one_occupation() {
        crate::check::fixture::check_problems(
            super::find,
            "
            === content/a.md
            ---
            title: A
            occupation:
              name: A
              soc: '29-2071'
              also_called: [B, { name: C, soc: '29-9999' }, { name: D, soc: '29-9021' }]
            ---
            === content/b.md
            ---
            title: B
            occupation: { name: B, soc: '29-2072', codes: { soc-2010: '29-2071', onet-soc-2019: ['29-2072.00', '29-9021.00'] } }
            ---
            === content/c.md
            ---
            title: C
            occupation: { name: C, soc: '29-2050', codes: { onet-soc-2019: ['29-2052.00', '29-2053.00'] } }
            ---
            ",
            "
            warning: 29-2071 is a code of SOC 2010, and the classification of 2018 has `29-2072` or `29-9021` instead
              --> content/a.md:5:8 '29-2071'
              help: write the code that the guide is about; the old one goes under `codes` as `soc-2010`
            warning: the classification of 2018 has no code 29-9999
              --> content/a.md:6:36 '29-9999'
              help: look the occupation up at https://www.bls.gov/soc/2018/
            warning: O*NET's 29-9021.00 belongs to 29-9021, and this occupation is 29-2072
              --> content/b.md:3:101 29-9021.00
              its code: content/b.md:3:29 '29-2072'
              help: correct one of them; a guide has one occupation, and others are told of with `also_called`, `similar` or `specialisations`
            ",
        );
    }
}
