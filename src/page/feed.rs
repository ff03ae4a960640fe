//! The Atom feed (RFC 4287): the guides that changed last.

use std::cmp::Reverse;
use std::io;

use super::absolute::absolute;
use super::well_known::well_known;
use super::xml::{self, Xml};
use crate::day::Day;
use crate::guide::front_matter::Person;
use crate::output::OutputPath;
use crate::settings::Config;
use crate::site::{Kind, Page, Site};

/// Where the feed is, from the site's root.
pub const PATH: &str = "atom.xml";

/// Where the feed of the pages in a language is.
pub fn path(config: &Config) -> String {
    format!("{}{PATH}", config.home)
}

/// The feed. Guides without a date are not in it: a feed cannot say when they changed, and we do not make it up.
///
/// Newest first by `updated`, else `published`; guides of one day by their address.
pub fn atom(site: &Site) -> (OutputPath, Vec<u8>) {
    let config = &*site.given.config;
    let path = OutputPath::new(&path(config)).unwrap_or_else(|_| well_known(PATH));
    let entries = newest(site, config.feed_entries);
    let home = absolute(&config.base_url, config.home.as_str());
    let own = absolute(&config.base_url, &self::path(config));
    // A feed must have a day; one that has never said anything has the first.
    let updated = entries.first().map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), |(day, _)| moment(*day));
    let bytes = xml::document("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &config.language)], |feed| {
        xml::text(feed, "id", &own)?;
        xml::text(feed, "title", &config.title)?;
        if !config.description.is_empty() {
            xml::text(feed, "subtitle", &config.description)?;
        }
        xml::text(feed, "updated", &updated)?;
        xml::empty(feed, "link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &own)])?;
        xml::empty(feed, "link", &[("rel", "alternate"), ("type", "text/html"), ("href", &home)])?;
        xml::element(feed, "author", &[], |author| xml::text(author, "name", publisher(config)))?;
        entries.iter().try_for_each(|(day, page)| entry(feed, site, *day, page))
    });
    (path, bytes)
}

fn newest(site: &Site, most: usize) -> Vec<(Day, &Page)> {
    let day = |page: &Page| page.head.front.updated.or(page.head.front.published);
    let mut dated: Vec<_> = site.pages.values().filter(|it| it.kind == Kind::Guide).filter_map(|page| Some((day(page)?, &**page))).collect();
    dated.sort_by_key(|(day, page)| (Reverse(*day), &page.address));
    dated.truncate(most);
    dated
}

fn entry(feed: &mut Xml, site: &Site, day: Day, page: &Page) -> io::Result<()> {
    let front = &page.head.front;
    let address = absolute(&site.given.config.base_url, page.address.as_str());
    let language = front.language.as_deref().map(|language| ("xml:lang", language));
    xml::element(feed, "entry", language.as_slice(), |entry| {
        xml::text(entry, "id", &address)?;
        xml::text(entry, "title", &page.title)?;
        xml::empty(entry, "link", &[("rel", "alternate"), ("type", "text/html"), ("href", &address)])?;
        if let Some(published) = front.published {
            xml::text(entry, "published", &moment(published))?;
        }
        xml::text(entry, "updated", &moment(day))?;
        for person in page.authors.iter().filter_map(|id| site.given.registry.people.get(id)) {
            author(entry, person)?;
        }
        for tag in page.tags.iter().filter_map(|slug| site.tags.get(slug)) {
            xml::empty(entry, "category", &[("term", &tag.name)])?;
        }
        front.summary.iter().try_for_each(|summary| xml::text(entry, "summary", summary))
    })
}

fn author(entry: &mut Xml, person: &Person) -> io::Result<()> {
    let Some(name) = &person.name else { return Ok(()) };
    xml::element(entry, "author", &[], |author| {
        xml::text(author, "name", name)?;
        person.url.iter().try_for_each(|url| xml::text(author, "uri", url))
    })
}

/// Who stands behind entries that name nobody.
fn publisher(config: &Config) -> &str {
    config.publisher.as_ref().and_then(|it| it.name.as_deref()).unwrap_or(&config.title)
}

fn moment(day: Day) -> String {
    format!("{day}T00:00:00Z")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::Project;

    #[test]
    fn the_newest_guides_come_first_and_undated_ones_are_left_out() {
        let mut project = Project::new(
            "
            === content/a.md
            ---
            title: A & <b>
            occupation: { name: A }
            summary: Sees to a.
            published: 2026-01-02
            authors: [ann]
            tags: [Night work]
            ---
            === content/b.md
            ---
            title: B
            occupation: { name: B }
            language: de
            published: 2025-01-02
            updated: 2026-03-04
            ---
            === content/c.md
            ---
            title: C
            occupation: { name: C }
            ---
            === content/d.md
            ---
            title: D
            occupation: { name: D }
            published: 2020-01-02
            ---
            === content/_data/people.yaml
            ann: { name: Ann, url: https://ann.example/?a&b }
            ",
        );
        project.config.feed_entries = 2;
        project.config.description = "Guides to work".to_owned();
        let (path, feed) = project.with_site(atom);
        assert_eq!(path.as_str(), "atom.xml");
        assert_eq!(
            String::from_utf8(feed).unwrap(),
            r#"<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>https://example.org/guides/atom.xml</id>
  <title>Careers</title>
  <subtitle>Guides to work</subtitle>
  <updated>2026-03-04T00:00:00Z</updated>
  <link rel="self" type="application/atom+xml" href="https://example.org/guides/atom.xml"/>
  <link rel="alternate" type="text/html" href="https://example.org/guides/"/>
  <author>
    <name>Careers</name>
  </author>
  <entry xml:lang="de">
    <id>https://example.org/guides/b/</id>
    <title>B</title>
    <link rel="alternate" type="text/html" href="https://example.org/guides/b/"/>
    <published>2025-01-02T00:00:00Z</published>
    <updated>2026-03-04T00:00:00Z</updated>
  </entry>
  <entry>
    <id>https://example.org/guides/a/</id>
    <title>A &amp; &lt;b&gt;</title>
    <link rel="alternate" type="text/html" href="https://example.org/guides/a/"/>
    <published>2026-01-02T00:00:00Z</published>
    <updated>2026-01-02T00:00:00Z</updated>
    <author>
      <name>Ann</name>
      <uri>https://ann.example/?a&amp;b</uri>
    </author>
    <category term="Night work"/>
    <summary>Sees to a.</summary>
  </entry>
</feed>
"#
        );
    }

    #[test]
    fn a_site_without_dated_guides_has_a_valid_feed() {
        let (_, feed) = Project::new("").with_site(atom);
        let feed = String::from_utf8(feed).unwrap();
        assert!(feed.contains("<updated>1970-01-01T00:00:00Z</updated>"), "{feed}");
    }
}
