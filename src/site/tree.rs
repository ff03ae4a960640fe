//! The tree of sections: folders with an `_index.md`, and folders with guides that have none.
//! Linear in pages times depth of folders, but for the sorting of each section.

use std::collections::BTreeMap;

use super::publish::{Published, words_of_name};
use super::{HeldBack, Kind, Section, collation};
use crate::problem::{Code, Problem};
use crate::source::{PagePath, SourcePath, Span};

/// The sections by address, each with its children and pages in order. The home page is always among them.
pub(super) fn grow(
    published: &BTreeMap<SourcePath, Published>,
    held_back: &BTreeMap<SourcePath, HeldBack>,
    addresses: &BTreeMap<PagePath, SourcePath>,
    (site_title, home): (&str, &PagePath),
    problems: &mut Vec<Problem>,
) -> BTreeMap<PagePath, Section> {
    let mut sections = BTreeMap::new();
    sections.insert(home.clone(), bare(home, site_title.to_owned()));
    for (path, page) in published.iter().filter(|(_, page)| matches!(page.kind, Kind::Home | Kind::Section)) {
        sections.insert(page.address.clone(), with_index(path, page));
    }
    for (path, page) in published.iter().filter(|(_, page)| page.kind == Kind::Guide) {
        for address in above(&page.address) {
            if sections.contains_key(&address) || addresses.contains_key(&address) {
                continue;
            }
            problems.push(section_without_index(path, (&address, home), held_back));
            sections.insert(address.clone(), bare(&address, words_of_name(address.as_str())));
        }
    }
    place_pages(&mut sections, published, home);
    place_sections(&mut sections, published, home);
    count_guides(&mut sections);
    sections
}

/// The section that a page at `address` stands in: the nearest one above it.
pub(super) fn section_of(sections: &BTreeMap<PagePath, Section>, address: &PagePath, home: &PagePath) -> Option<PagePath> {
    if address == home {
        return None;
    }
    Some(above(address).find(|it| sections.contains_key(it)).unwrap_or_else(|| home.clone()))
}

/// The addresses above `address`, the nearest first, without the home page.
fn above(address: &PagePath) -> impl Iterator<Item = PagePath> {
    let mut rest = address.as_str().trim_end_matches('/').to_owned();
    std::iter::from_fn(move || {
        let cut = rest.rfind('/')?;
        rest.truncate(cut);
        Some(PagePath::from_text(&rest))
    })
}

fn bare(address: &PagePath, title: String) -> Section {
    Section {
        address: address.clone(),
        index: None,
        nav_title: title.clone(),
        title,
        summary: String::new(),
        parent: None,
        children: Vec::new(),
        guides: Vec::new(),
        pages: Vec::new(),
        guide_count: 0,
    }
}

fn with_index(path: &SourcePath, page: &Published) -> Section {
    Section {
        index: Some(path.clone()),
        nav_title: page.nav_title.clone(),
        summary: page.head.front.summary.clone().unwrap_or_default(),
        ..bare(&page.address, page.title.clone())
    }
}

fn section_without_index(guide: &SourcePath, (address, home): (&PagePath, &PagePath), held_back: &BTreeMap<SourcePath, HeldBack>) -> Problem {
    let title = words_of_name(address.as_str());
    let address = address.as_str().strip_prefix(home.as_str()).unwrap_or(address.as_str());
    let language = home.as_str().strip_suffix('/').map(|tag| format!(".{tag}")).unwrap_or_default();
    let waits = SourcePath::new(&format!("content/{address}_index{language}.md"))
        .and_then(|index| held_back.get_key_value(&index).map(|(index, why)| (index.clone(), *why)));
    if let Some((index, why)) = waits {
        let state = match why {
            HeldBack::Draft => "is a draft".to_owned(),
            HeldBack::Scheduled(day) => format!("comes out on {day}"),
            HeldBack::UnknownLanguage => "is in a language that the site does not have".to_owned(),
        };
        return Problem::new(Code::SectionWithoutIndex, Span::whole(guide), format!("the section's page `{index}` {state}"))
            .help(format!("until it is published the section is called `{title}` after the folder"));
    }
    Problem::new(Code::SectionWithoutIndex, Span::whole(guide), format!("the folder `content/{}` has no `_index{language}.md`", address.trim_end_matches('/')))
        .help(format!("its section is called `{title}` after the folder; write `content/{address}_index{language}.md` with a `title` to name it yourself"))
}

fn place_pages(sections: &mut BTreeMap<PagePath, Section>, published: &BTreeMap<SourcePath, Published>, home: &PagePath) {
    let mut in_order: Vec<(&SourcePath, &Published)> = published.iter().collect();
    in_order.sort_by_cached_key(|(path, page)| (order(page), collation::key(&page.title), (*path).clone()));
    for (path, page) in in_order {
        if matches!(page.kind, Kind::Home | Kind::Section) {
            continue;
        }
        let Some(section) = section_of(sections, &page.address, home).and_then(|it| sections.get_mut(&it)) else { continue };
        let list = if page.kind == Kind::Guide { &mut section.guides } else { &mut section.pages };
        list.push(path.clone());
    }
}

fn place_sections(sections: &mut BTreeMap<PagePath, Section>, published: &BTreeMap<SourcePath, Published>, home: &PagePath) {
    let mut in_order: Vec<_> = sections
        .values()
        .filter(|section| section.address != *home)
        .map(|section| {
            let order = section.index.as_ref().and_then(|path| published.get(path)).map_or((true, 0), order);
            (order, collation::key(&section.title), section.address.clone())
        })
        .collect();
    in_order.sort();
    for (_, _, address) in in_order {
        let parent = section_of(sections, &address, home).unwrap_or_else(|| home.clone());
        if let Some(above) = sections.get_mut(&parent) {
            above.children.push(address.clone());
        }
        if let Some(section) = sections.get_mut(&address) {
            section.parent = Some(parent);
        }
    }
}

/// From the deepest up: an address stands after those above it.
fn count_guides(sections: &mut BTreeMap<PagePath, Section>) {
    let addresses: Vec<PagePath> = sections.keys().rev().cloned().collect();
    for address in addresses {
        let Some(section) = sections.get_mut(&address) else { continue };
        section.guide_count += section.guides.len();
        let (count, parent) = (section.guide_count, section.parent.clone());
        if let Some(above) = parent.and_then(|it| sections.get_mut(&it)) {
            above.guide_count += count;
        }
    }
}

/// Pages with an `order` come first.
fn order(page: &Published) -> (bool, i32) {
    page.head.front.order.map_or((true, 0), |order| (false, order))
}

#[cfg(test)]
mod tests {
    use crate::site::Site;
    use crate::site::fixture::{check_problems, check_site};

    const PROJECT: &str = "
        === content/_index.md
        ---
        title: Welcome
        ---
        === content/health/_index.md
        ---
        title: Healthcare
        nav_title: Health
        ---
        === content/health/nurse.md
        ---
        { title: Nurse, summary: s, occupation: { name: Nurse } }
        ---
        === content/health/doctor/index.md
        ---
        { title: Doctor, summary: s, occupation: { name: Doctor } }
        ---
        === content/health/aide.md
        ---
        { title: Zealous aide, summary: s, order: 1, occupation: { name: Aide } }
        ---
        === content/health/patient-care/porter.md
        ---
        { title: Porter, summary: s, occupation: { name: Porter } }
        ---
        === content/arts/_index.md
        ---
        { title: Arts, order: 2 }
        ---
        === content/legal/privacy.md
        ---
        { title: Privacy, template: page }
        ---
        ";

    fn drawn(site: &Site) -> String {
        site.sections
            .values()
            .map(|it| {
                let names = |paths: &[crate::source::SourcePath]| paths.iter().map(|path| path.as_str().to_owned()).collect::<Vec<_>>().join(" ");
                let children: Vec<&str> = it.children.iter().map(crate::source::PagePath::as_str).collect();
                format!(
                    "/{} {} ({}) [{}] guides: {}; pages: {}",
                    it.address,
                    it.nav_title,
                    it.guide_count,
                    children.join(" "),
                    names(&it.guides),
                    names(&it.pages)
                )
            })
            .collect::<Vec<_>>()
            .join("\n")
    }

    #[test]
    fn sections_hold_their_pages_by_order_then_title() {
        check_site(
            PROJECT,
            drawn,
            "/ Welcome (4) [arts/ health/] guides: ; pages: content/legal/privacy.md\n\
             /arts/ Arts (0) [] guides: ; pages: \n\
             /health/ Health (4) [health/patient-care/] guides: content/health/aide.md content/health/doctor/index.md content/health/nurse.md; pages: \n\
             /health/patient-care/ Patient care (1) [] guides: content/health/patient-care/porter.md; pages: ",
        );
    }

    #[test]
    fn a_folder_of_guides_without_index_is_named_after_the_folder_and_said_so() {
        check_problems(
            PROJECT,
            "
            section-without-index content/health/patient-care/porter.md:1:1 the folder `content/health/patient-care` has no `_index.md`
              help: its section is called `Patient care` after the folder; write `content/health/patient-care/_index.md` with a `title` to name it yourself
            ",
        );
    }

    #[test]
    fn neighbours_are_the_guides_before_and_after_in_the_section() {
        check_site(
            PROJECT,
            |site| {
                let page = site.pages.values().find(|page| page.title == "Doctor").unwrap();
                format!("{} {}", page.previous.as_ref().unwrap(), page.next.as_ref().unwrap())
            },
            "content/health/aide.md content/health/nurse.md",
        );
    }
}
