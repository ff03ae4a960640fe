//! The names of the A–Z index: titles of guides, and the other names of their occupations.

use std::collections::{BTreeMap, BTreeSet};

use super::publish::Published;
use super::{Kind, Name, collation};
use crate::source::SourcePath;
use crate::yaml::Named;

/// The names in the order of the index.
pub(super) fn gather(published: &BTreeMap<SourcePath, Published>) -> Vec<Name> {
    let mut names = Vec::new();
    for (path, page) in published.iter().filter(|(_, page)| page.kind == Kind::Guide) {
        let mut said = BTreeSet::from([collation::folded(&page.title)]);
        names.push(name(&page.title, path, false));
        for other in other_names(page) {
            if said.insert(collation::folded(other)) {
                names.push(name(other, path, true));
            }
        }
    }
    // What begins with no letter stands at the end.
    names.sort_by_cached_key(|it| (it.letter == "#", it.letter.clone(), collation::key(&it.name), it.is_other_name, it.guide.clone()));
    names
}

fn name(name: &str, guide: &SourcePath, is_other_name: bool) -> Name {
    Name { name: name.to_owned(), letter: collation::letter(name), guide: guide.clone(), is_other_name }
}

fn other_names(page: &Published) -> impl Iterator<Item = &str> {
    let occupation = page.head.front.occupation.as_ref();
    let also = occupation.and_then(|it| it.also_called.as_ref()).into_iter().flatten().filter_map(|it| match it {
        Named::Text(name) => Some(name.as_str()),
        Named::Full(it) => it.name.as_deref(),
    });
    occupation.and_then(|it| it.name.as_deref()).into_iter().chain(also)
}

#[cfg(test)]
mod tests {
    use crate::site::fixture::check_site;

    #[test]
    fn other_names_lead_to_the_guide_and_repeat_no_title() {
        check_site(
            "
            === content/a.md
            ---
            title: Électrician
            summary: s
            occupation: { name: électrician, also_called: [Wireman, { name: 4th wirer }] }
            ---
            === content/b.md
            ---
            title: Eel fisher
            summary: s
            occupation: { name: Eel fisher }
            ---
            ",
            |site| site.names.iter().map(|it| format!("{} {} {}", it.letter, it.name, it.is_other_name)).collect::<Vec<_>>().join("\n"),
            "E Eel fisher false\nE Électrician false\nW Wireman true\n# 4th wirer true",
        );
    }
}
