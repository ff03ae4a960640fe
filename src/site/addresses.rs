//! Which page stands at which address, and files whose names leave two pages at one.

use std::collections::{BTreeMap, BTreeSet};

use super::publish::Published;
use super::{Kind, place};
use crate::problem::{Code, Problem};
use crate::source::{PagePath, SourcePath, Span};

/// The file of the page at each address: of two that claim one, the first by path.
pub(super) fn assign(published: &BTreeMap<SourcePath, Published>, problems: &mut Vec<Problem>) -> BTreeMap<PagePath, SourcePath> {
    let mut addresses: BTreeMap<PagePath, SourcePath> = BTreeMap::new();
    problems.extend(indexes_for_sections(published));
    problems.extend(second_resources_pages(published));
    for (path, page) in published {
        let Some(first) = addresses.get(&page.address) else {
            addresses.insert(page.address.clone(), path.clone());
            continue;
        };
        problems.push(
            Problem::new(Code::AddressTaken, Span::whole(path), format!("`{path}` and `{first}` are both the page /{}", page.address))
                .also(Span::whole(first), "the other page")
                .help("rename or remove one of the two"),
        );
    }
    addresses
}

/// `index.md` at the root, or in a folder that holds other pages and no `_index.md`.
fn indexes_for_sections(published: &BTreeMap<SourcePath, Published>) -> Vec<Problem> {
    let mut names: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for path in published.keys() {
        names.entry(path.folder()).or_default().insert(path.file_name());
    }
    let mut problems = Vec::new();
    for (folder, names) in names {
        let meant_for_section = names.contains("index.md") && !names.contains("_index.md") && (folder == "content" || names.len() > 1);
        let Some(path) = SourcePath::new(&format!("{folder}/index.md")).filter(|_| meant_for_section) else { continue };
        let what = if folder == "content" { "the home page".to_owned() } else { format!("the page of the section `{folder}`") };
        problems.push(Problem::new(Code::IndexForSection, Span::whole(&path), format!("{what} is written in `_index.md`")).help("rename it to `_index.md`"));
    }
    problems
}

fn second_resources_pages(published: &BTreeMap<SourcePath, Published>) -> Vec<Problem> {
    let mut pages = published.values().filter(|page| page.kind == Kind::Resources);
    let Some(first) = pages.next() else { return Vec::new() };
    let template = |page: &Published| place::of(&page.head, &["template"]);
    pages
        .map(|page| {
            Problem::new(Code::SecondResourcesPage, template(page), "a site has one resources page")
                .also(template(first), "this is the first")
                .help("write `template: page` in one of the two")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::site::fixture::check_problems;

    #[test]
    fn two_files_cannot_be_one_page() {
        check_problems(
            "
            === content/about.md
            ---
            title: About
            ---
            === content/about/index.md
            ---
            title: About us
            ---
            ",
            "
            address-taken content/about/index.md:1:1 `content/about/index.md` and `content/about.md` are both the page /about/
              also content/about.md:1:1 the other page
              help: rename or remove one of the two
            ",
        );
    }

    #[test]
    fn index_where_underscore_index_was_meant_is_explained() {
        check_problems(
            "
            === content/index.md
            ---
            title: Welcome
            ---
            === content/legal/index.md
            ---
            title: Legal
            ---
            === content/legal/privacy.md
            ---
            title: Privacy
            template: page
            ---
            ",
            "
            index-for-section content/index.md:1:1 the home page is written in `_index.md`
              help: rename it to `_index.md`
            index-for-section content/legal/index.md:1:1 the page of the section `content/legal` is written in `_index.md`
              help: rename it to `_index.md`
            ",
        );
    }

    #[test]
    fn a_second_resources_page_names_the_first() {
        check_problems(
            "
            === content/links.md
            ---
            title: Links
            template: resources
            ---
            === content/resources.md
            ---
            title: Resources
            template: resources
            ---
            ",
            "
            second-resources-page content/resources.md:3:11 a site has one resources page
              also content/links.md:3:11 this is the first
              help: write `template: page` in one of the two
            ",
        );
    }
}
