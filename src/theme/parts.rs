//! Which templates have a part in what a template shows.

use std::collections::{BTreeMap, BTreeSet};

use super::scan::Scan;

/// For each template, all that have a part in what it shows: itself, what it extends and includes, and so on; and the templates
/// that define components, since any may use those.
pub(super) type Parts = BTreeMap<String, BTreeSet<String>>;

/// The parts of all templates of which `scans` tells.
pub(super) fn parts(scans: &BTreeMap<&str, Scan>) -> Parts {
    let with_components: Vec<&str> = scans.iter().filter(|(_, scan)| !scan.components.is_empty()).map(|(name, _)| *name).collect();
    scans.keys().map(|name| ((*name).to_owned(), reached(scans, [*name].into_iter().chain(with_components.iter().copied()).collect()))).collect()
}

fn reached<'a>(scans: &'a BTreeMap<&str, Scan>, mut open: Vec<&'a str>) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    while let Some(name) = open.pop() {
        if reached.insert(name.to_owned()) {
            open.extend(scans.get(name).into_iter().flat_map(|scan| &scan.references).map(|it| it.name.as_str()));
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::super::scan::scan;
    use super::*;

    #[test]
    fn a_template_is_made_of_what_it_extends_and_includes_and_of_every_component() {
        let texts = [
            ("base.html", "{% include 'head.html' %}"),
            ("guide.html", "{% extends 'base.html' %}"),
            ("head.html", ""),
            ("plain.html", ""),
            ("ui.html", "{% component ui.card() %}{% include 'icon.html' %}{% endcomponent %}"),
            ("icon.html", ""),
        ];
        let parts = parts(&texts.map(|(name, text)| (name, scan(text))).into_iter().collect());
        let of = |name: &str| parts.get(name).map(|it| it.iter().map(String::as_str).collect::<Vec<_>>().join(" "));
        assert_eq!(of("guide.html").as_deref(), Some("base.html guide.html head.html icon.html ui.html"));
        assert_eq!(of("plain.html").as_deref(), Some("icon.html plain.html ui.html"));
        assert_eq!(of("missing.html"), None);
    }
}
