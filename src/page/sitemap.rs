//! The sitemap: every page that search engines are welcome to, with its last change where one is known.

use std::collections::BTreeMap;
use std::io;
use std::ops::Deref;

use super::absolute::absolute;
use super::made;
use super::navigation::INDEX_PATH;
use super::well_known::well_known;
use super::xml::{self, Xml};
use crate::day::Day;
use crate::output::OutputPath;
use crate::site::{Page, Site};

/// Where the sitemap is, from the site's root.
pub const PATH: &str = "sitemap.xml";

/// The protocol allows no more addresses in one file.
const MOST: usize = 50_000;

const NAMESPACE: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");

/// For links to a page in other languages.
const XHTML: (&str, &str) = ("xmlns:xhtml", "http://www.w3.org/1999/xhtml");

/// The sitemap by address; a site with more than 50,000 pages has parts and an index of them in its place. `sites` are those of the languages, the default
/// one first, each with whether it has a ledger.
pub fn all<S: Deref<Target = Site>>(sites: &[(S, bool)]) -> Vec<(OutputPath, Vec<u8>)> {
    let sites: Vec<(&Site, bool)> = sites.iter().map(|(site, shows_figures)| (&**site, *shows_figures)).collect();
    parted(&sites, MOST)
}

/// An address with the day of its last change, and the page in other languages.
struct Entry {
    address: String,
    changed: Option<Day>,
    editions: Vec<(String, String)>,
}

fn parted(sites: &[(&Site, bool)], most: usize) -> Vec<(OutputPath, Vec<u8>)> {
    let Some((first, _)) = sites.first() else { return Vec::new() };
    let base_url = &first.given.config.base_url;
    let all = sites.iter().flat_map(|(site, shows_figures)| pages(site, *shows_figures));
    let mut entries: Vec<(String, Option<Day>)> = all.collect();
    entries.sort();
    let editions = editions(sites);
    let entry = |(path, changed): (String, Option<Day>)| Entry {
        editions: editions.get(&path).into_iter().flatten().map(|(tag, path)| (tag.clone(), absolute(base_url, path))).collect(),
        address: absolute(base_url, &path),
        changed,
    };
    let entries: Vec<Entry> = entries.into_iter().map(entry).collect();
    let attributes = if sites.len() > 1 { [NAMESPACE, XHTML].to_vec() } else { vec![NAMESPACE] };
    if entries.len() <= most {
        return vec![file(PATH, &document(("urlset", &attributes), "url", &entries))];
    }
    let parts = entries.chunks(most).zip(1..);
    let mut files: Vec<_> = parts.map(|(part, number)| file(&format!("sitemap-{number}.xml"), &document(("urlset", &attributes), "url", part))).collect();
    let of_part = |(path, _): &(OutputPath, Vec<u8>)| Entry { address: absolute(base_url, path.as_str()), changed: None, editions: Vec::new() };
    let index: Vec<Entry> = files.iter().map(of_part).collect();
    files.insert(0, file(PATH, &document(("sitemapindex", &[NAMESPACE]), "sitemap", &index)));
    files
}

/// The pages that stand in several languages, by path: tag and path of each, `x-default` that of the site's own language. A page has the same address in each
/// but for the part that says which.
fn editions(sites: &[(&Site, bool)]) -> BTreeMap<String, Vec<(String, String)>> {
    let mut by_place: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for (site, shows_figures) in sites.iter().filter(|_| sites.len() > 1) {
        let config = &*site.given.config;
        for path in pages(site, *shows_figures).into_keys() {
            let place = path.strip_prefix(config.home.as_str()).unwrap_or(&path).to_owned();
            by_place.entry(place).or_default().push((config.language.clone(), path));
        }
    }
    let mut editions = BTreeMap::new();
    for mut pages in by_place.into_values().filter(|pages| pages.len() > 1) {
        let default = sites.first().and_then(|(site, _)| pages.iter().find(|(tag, _)| *tag == site.given.config.language).cloned());
        pages.extend(default.map(|(_, path)| ("x-default".to_owned(), path)));
        editions.extend(pages.iter().map(|(_, path)| (path.clone(), pages.clone())));
    }
    editions
}

/// The paths of the pages and the days of their last change. The pages that Guidepost makes have no day of their own.
fn pages(site: &Site, shows_figures: bool) -> BTreeMap<String, Option<Day>> {
    let config = &*site.given.config;
    let sections = site.sections.keys().map(|it| it.as_str().to_owned());
    let lists = made::lists(site, shows_figures).into_iter().filter(|it| it.as_str() != INDEX_PATH || !site.names.is_empty());
    let lists = lists.map(|it| config.at(it.as_str()).as_str().to_owned());
    let mut pages: BTreeMap<String, Option<Day>> = sections.chain(lists).map(|path| (path, None)).collect();
    for page in site.pages.values() {
        let path = page.address.as_str().to_owned();
        if page.head.front.noindex == Some(true) {
            pages.remove(&path);
        } else {
            pages.insert(path, changed(page));
        }
    }
    pages
}

fn changed(page: &Page) -> Option<Day> {
    page.head.front.updated.or(page.head.front.published)
}

fn document((root, attributes): (&str, &[(&str, &str)]), name: &str, entries: &[Entry]) -> Vec<u8> {
    let entry = |xml: &mut Xml, entry: &Entry| -> io::Result<()> {
        xml::element(xml, name, &[], |xml| {
            xml::text(xml, "loc", &entry.address)?;
            entry.changed.iter().try_for_each(|day| xml::text(xml, "lastmod", &day.to_string()))?;
            let edition = |(tag, address): &(String, String)| xml::empty(xml, "xhtml:link", &[("rel", "alternate"), ("hreflang", tag), ("href", address)]);
            entry.editions.iter().try_for_each(edition)
        })
    };
    xml::document(root, attributes, |xml| entries.iter().try_for_each(|it| entry(xml, it)))
}

fn file(path: &str, bytes: &[u8]) -> (OutputPath, Vec<u8>) {
    (well_known(path), bytes.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::Project;

    const PROJECT: &str = "
        === content/a/b.md
        ---
        title: B
        occupation: { name: B }
        updated: 2026-01-02
        aliases: [/old/]
        tags: [Night]
        ---
        === content/hidden.md
        ---
        title: Hidden
        noindex: true
        ---
        === content/draft.md
        ---
        title: Draft
        draft: true
        ---
        ";

    #[test]
    fn published_pages_are_listed_and_hidden_ones_are_not() {
        let files = Project::new(PROJECT).with_site(|site| all(&[(site, false)]));
        assert_eq!(files.len(), 1);
        assert_eq!(files[0].0.as_str(), "sitemap.xml");
        assert_eq!(
            String::from_utf8(files[0].1.clone()).unwrap(),
            r#"<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url>
    <loc>https://example.org/guides/</loc>
  </url>
  <url>
    <loc>https://example.org/guides/a-z/</loc>
  </url>
  <url>
    <loc>https://example.org/guides/a/</loc>
  </url>
  <url>
    <loc>https://example.org/guides/a/b/</loc>
    <lastmod>2026-01-02</lastmod>
  </url>
  <url>
    <loc>https://example.org/guides/tags/</loc>
  </url>
  <url>
    <loc>https://example.org/guides/tags/night/</loc>
  </url>
</urlset>
"#
        );
    }

    #[test]
    fn a_large_site_has_parts_and_an_index() {
        let files = Project::new(PROJECT).with_site(|site| parted(&[(site, false)], 4));
        let names: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(names, ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]);
        let index = String::from_utf8(files[0].1.clone()).unwrap();
        assert!(index.contains("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"), "{index}");
        assert!(index.contains("<loc>https://example.org/guides/sitemap-2.xml</loc>"), "{index}");
        assert_eq!(String::from_utf8(files[2].1.clone()).unwrap().matches("<url>").count(), 2);
    }
}
