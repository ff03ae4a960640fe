//! The sitemap: every page that search engines are welcome to, with its last change where one is known.

use std::collections::BTreeMap;
use std::io;

use super::absolute::absolute;
use super::navigation::{self, LEDGER_PATH, SOURCES_PATH};
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

/// The sitemap by address, with the ledger if there is one; a site with more than 50,000 pages has parts and an index of them in its place.
pub fn all(site: &Site, shows_figures: bool) -> Vec<(OutputPath, Vec<u8>)> {
    parted(site, shows_figures, MOST)
}

fn parted(site: &Site, shows_figures: bool, most: usize) -> Vec<(OutputPath, Vec<u8>)> {
    let base_url = &site.given.config.base_url;
    let entries: Vec<(String, Option<Day>)> = pages(site, shows_figures).into_iter().map(|(path, day)| (absolute(base_url, &path), day)).collect();
    if entries.len() <= most {
        return vec![file(PATH, &document("urlset", "url", &entries))];
    }
    let parts = entries.chunks(most).zip(1..);
    let mut files: Vec<_> = parts.map(|(part, number)| file(&format!("sitemap-{number}.xml"), &document("urlset", "url", part))).collect();
    let index: Vec<(String, Option<Day>)> = files.iter().map(|(path, _)| (absolute(base_url, path.as_str()), None)).collect();
    files.insert(0, file(PATH, &document("sitemapindex", "sitemap", &index)));
    files
}

/// The paths of the pages and the days of their last change. The pages that Guidepost makes have no day of their own.
fn pages(site: &Site, shows_figures: bool) -> BTreeMap<String, Option<Day>> {
    let mut pages: BTreeMap<String, Option<Day>> = site.sections.keys().map(|it| (it.as_str().to_owned(), None)).collect();
    if !site.names.is_empty() {
        pages.insert("a-z/".to_owned(), None);
    }
    if !site.given.registry.sources.is_empty() {
        pages.insert(SOURCES_PATH.to_owned(), None);
    }
    if shows_figures {
        pages.insert(LEDGER_PATH.to_owned(), None);
    }
    if !site.tags.is_empty() {
        pages.insert("tags/".to_owned(), None);
    }
    pages.extend(site.tags.keys().map(|slug| (format!("tags/{slug}/"), None)));
    pages.extend(site.contributors.keys().map(|id| (navigation::author_path(id).as_str().to_owned(), None)));
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

fn document(root: &str, name: &str, entries: &[(String, Option<Day>)]) -> Vec<u8> {
    let entry = |xml: &mut Xml, address: &str, day: Option<Day>| -> io::Result<()> {
        xml::element(xml, name, &[], |xml| {
            xml::text(xml, "loc", address)?;
            day.iter().try_for_each(|day| xml::text(xml, "lastmod", &day.to_string()))
        })
    };
    xml::document(root, &[NAMESPACE], |xml| entries.iter().try_for_each(|(address, day)| entry(xml, address, *day)))
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
        let files = Project::new(PROJECT).with_site(|site| all(site, false));
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
        let files = Project::new(PROJECT).with_site(|site| parted(site, false, 4));
        let names: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(names, ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]);
        let index = String::from_utf8(files[0].1.clone()).unwrap();
        assert!(index.contains("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"), "{index}");
        assert!(index.contains("<loc>https://example.org/guides/sitemap-2.xml</loc>"), "{index}");
        assert_eq!(String::from_utf8(files[2].1.clone()).unwrap().matches("<url>").count(), 2);
    }
}
