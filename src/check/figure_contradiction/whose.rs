//! Whose figure it is that a guide without a SOC code tells of: its occupation is known by codes of other systems, else by its name.

use crate::guide::Head;
use crate::guide::front_matter::Texts;
use crate::source::SourcePath;

/// Whose figure it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Whose {
    /// Its topic says so.
    Topic,
    /// The occupation with this code of another system.
    Coded(&'static str, Vec<String>),
    /// The one of this name, in lower case.
    Named(String),
    /// Only the page knows.
    Page(SourcePath),
}

/// Everything by which the occupation of the page at `path` is known.
pub(super) fn all(path: &SourcePath, head: Option<&Head>) -> Vec<Whose> {
    let coded: Vec<Whose> = head.into_iter().flat_map(codes).map(|(system, codes)| Whose::Coded(system, codes)).collect();
    if !coded.is_empty() {
        return coded;
    }
    vec![head.and_then(name).map_or_else(|| Whose::Page(path.clone()), Whose::Named)]
}

/// Whether a system has another code for the one than for the other.
pub(super) fn differ(one: &Head, other: &Head) -> bool {
    let others = codes(other);
    codes(one).iter().any(|(system, code)| others.iter().any(|(its, other)| its == system && other != code))
}

/// The occupation that both are of: `, occupation 6131 (uk-soc-2020)`.
pub(super) fn in_words(one: &Head, other: &Head) -> String {
    let others = codes(other);
    let common = codes(one).into_iter().find(|it| others.contains(it));
    match common.map(|(system, codes)| format!("{} ({system})", codes.join(", "))).or_else(|| name(other)) {
        Some(occupation) => format!(", occupation {occupation}"),
        None => String::new(),
    }
}

fn name(head: &Head) -> Option<String> {
    let name = head.front.occupation.as_ref()?.name.as_ref()?.trim().to_lowercase();
    (!name.is_empty()).then_some(name)
}

/// Its codes of systems of occupations, by system.
fn codes(head: &Head) -> Vec<(&'static str, Vec<String>)> {
    let Some(codes) = head.front.occupation.as_ref().and_then(|it| it.codes.as_ref()) else { return Vec::new() };
    let systems = [
        ("esco", &codes.esco),
        ("isco-08", &codes.isco_08),
        ("onet-soc-2019", &codes.onet_soc_2019),
        ("soc-2010", &codes.soc_2010),
        ("uk-soc-2020", &codes.uk_soc_2020),
    ];
    let sorted = |codes: &Texts| {
        let mut codes: Vec<String> = codes.0.iter().map(|code| code.trim().to_owned()).collect();
        codes.sort();
        codes
    };
    systems.into_iter().filter_map(|(system, codes)| Some((system, sorted(codes.as_ref()?)))).filter(|(_, codes)| !codes.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::Project;

    #[test]
    fn guides_of_one_name_or_of_one_code_of_another_system_contradict_each_other() {
        let page = |name: &str, occupation: &str, value: u32| {
            format!(
                "\n=== content/{name}.md\n---\ntitle: A\noccupation: {{ {occupation} }}\nfacts:\n  pay: {{ measure: pay, value: {value}, as_of: 2025-05 }}\n---\n"
            )
        };
        let help = "look it up in the source and correct one; if they are of different things, say so: `statistic`, `as_of`, `area`, `industry`, `population`";
        let told = |of: &str| {
            format!(
                "error: 35480 and 45780 are given for one thing: median pay a year, 2025-05, us, occupation {of}\n  --> content/b.md:5:31 35480\n  45780 is given here: content/a.md:5:31 45780\n  help: {help}\n"
            )
        };
        for (one, other, expected) in [
            ("name: Worker", "name: ' worker'", told("worker")),
            ("name: Worker", "name: Other worker", String::new()),
            ("name: Aide, codes: { uk-soc-2020: '6131' }", "name: Worker, codes: { uk-soc-2020: '6131' }", told("6131 (uk-soc-2020)")),
            (
                "name: Aide, codes: { isco-08: '5321', uk-soc-2020: '6131' }",
                "name: Worker, codes: { uk-soc-2020: '6131', isco-08: '5321' }",
                told("5321 (isco-08)"),
            ),
            ("name: Worker, codes: { isco-08: '5321', uk-soc-2020: '6131' }", "name: Worker, codes: { uk-soc-2020: '6135', isco-08: '5321' }", String::new()),
            ("name: Worker, codes: { uk-soc-2020: '6131' }", "name: Worker, codes: { uk-soc-2020: '6135' }", String::new()),
        ] {
            let project = Project::new(&[page("a", one, 45780), page("b", other, 35480)].concat());
            project.check(|site, _| super::super::find(&project.all_figures(site)), &expected);
        }
    }
}
