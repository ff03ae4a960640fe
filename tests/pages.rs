//! Every file of the built sample site, read by parsers that Guidepost itself does not use: `html5ever` for pages,
//! `roxmltree` for the feed and the sitemap. What a reader sees in a browser is the business of `tests/browser/`.
#![allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
#![allow(clippy::case_sensitive_file_extension_comparisons, reason = "Guidepost writes `.html` in small letters")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::sync::LazyLock;

use base64::Engine as _;
use guidepost::source::disk;
use html5ever::tendril::TendrilSink as _;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use sha2::Digest as _;
use url::Url;

/// Where the sample site says it will stand.
const BASE: &str = "https://guidepost.example/";

/// The files of the sample site by path.
static SITE: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = disk::read(root, &root.join("public")).unwrap();
    let build = support::built(&sources);
    build.output.files().map(|(path, file)| (path.as_str().to_owned(), file.bytes().to_vec())).collect()
});

/// An element with all that is below it.
struct Element(Handle);

impl Element {
    fn name(&self) -> &str {
        match &self.0.data {
            NodeData::Element { name, .. } => &name.local,
            _ => "",
        }
    }

    fn attribute(&self, wanted: &str) -> Option<String> {
        let NodeData::Element { attrs, .. } = &self.0.data else { return None };
        attrs.borrow().iter().find(|attribute| &*attribute.name.local == wanted).map(|attribute| attribute.value.to_string())
    }

    fn has(&self, wanted: &str) -> bool {
        self.attribute(wanted).is_some()
    }

    /// The elements below this one, in the order of the page.
    fn below(&self) -> Vec<Element> {
        let mut found = Vec::new();
        for child in self.0.children.borrow().iter() {
            let child = Element(child.clone());
            let below = child.below();
            if matches!(child.0.data, NodeData::Element { .. }) {
                found.push(child);
            }
            found.extend(below);
        }
        found
    }

    fn text(&self) -> String {
        let mut text = String::new();
        for child in self.0.children.borrow().iter() {
            match &child.data {
                NodeData::Text { contents } => text += &contents.borrow(),
                _ => text += &Element(child.clone()).text(),
            }
        }
        text
    }
}

/// A page as an independent parser reads it.
struct Page {
    path: String,
    /// All elements lose what is below them when this goes.
    _document: Handle,
    elements: Vec<Element>,
    parse_errors: Vec<String>,
}

impl Page {
    fn read(path: &str, bytes: &[u8]) -> Self {
        let dom = parse_document(RcDom::default(), ParseOpts::default()).from_utf8().one(bytes);
        let elements = Element(dom.document.clone()).below();
        let parse_errors = dom.errors.borrow().iter().map(ToString::to_string).collect();
        Self { path: path.to_owned(), _document: dom.document.clone(), elements, parse_errors }
    }

    fn named<'a>(&'a self, names: &'a [&str]) -> impl Iterator<Item = &'a Element> {
        self.elements.iter().filter(move |element| names.contains(&element.name()))
    }

    fn ids(&self) -> Vec<String> {
        self.elements.iter().filter_map(|element| element.attribute("id")).collect()
    }

    /// A page that only says where another one is.
    fn is_redirect(&self) -> bool {
        self.named(&["meta"]).any(|meta| meta.attribute("http-equiv").as_deref() == Some("refresh"))
    }

    /// The address at which the page will be asked for.
    fn address(&self) -> Url {
        Url::parse(BASE).unwrap().join(self.path.strip_suffix("index.html").unwrap_or(&self.path)).unwrap()
    }
}

fn pages() -> Vec<Page> {
    let html = SITE.iter().filter(|(path, _)| Path::new(path).extension().is_some_and(|end| end == "html"));
    html.map(|(path, bytes)| Page::read(path, bytes)).collect()
}

/// Holds every page against `faults`, which names what is wrong with one.
fn check_pages(faults: impl Fn(&Page) -> Vec<String>) {
    let pages = pages();
    assert!(pages.len() > 30, "only {} pages were built", pages.len());
    let mut said = String::new();
    for page in &pages {
        for fault in faults(page) {
            writeln!(said, "{}: {fault}", page.path).unwrap();
        }
    }
    assert!(said.is_empty(), "\n{said}");
}

#[test]
fn every_page_parses_without_an_error() {
    check_pages(|page| page.parse_errors.clone());
}

#[test]
fn ids_are_unique_and_have_no_space() {
    check_pages(|page| {
        let mut seen = BTreeSet::new();
        let wrong = page.ids().into_iter().filter(|id| id.is_empty() || id.contains(char::is_whitespace) || !seen.insert(id.clone()));
        wrong.map(|id| format!("the id `{id}`")).collect()
    });
}

#[test]
fn aria_references_and_labels_point_to_ids_of_the_page() {
    check_pages(|page| {
        let ids: BTreeSet<String> = page.ids().into_iter().collect();
        let mut faults = Vec::new();
        for element in &page.elements {
            for attribute in ["aria-labelledby", "aria-describedby", "aria-controls", "for"] {
                let value = element.attribute(attribute).unwrap_or_default();
                faults.extend(value.split_whitespace().filter(|id| !ids.contains(*id)).map(|id| format!("{attribute} names `{id}`, which is not there")));
            }
        }
        faults
    });
}

#[test]
fn headings_begin_with_one_of_level_one_and_never_jump() {
    check_pages(|page| {
        let mut faults = Vec::new();
        let mut last = 0;
        for heading in page.named(&["h1", "h2", "h3", "h4", "h5", "h6"]) {
            let level: u8 = heading.name().trim_start_matches('h').parse().unwrap();
            if level > last + 1 || (level == 1 && last > 0) {
                faults.push(format!("h{level} after h{last}: {}", heading.text().trim()));
            }
            if heading.text().trim().is_empty() {
                faults.push(format!("an empty h{level}"));
            }
            last = level;
        }
        if last == 0 {
            faults.push("no heading".to_owned());
        }
        faults
    });
}

#[test]
fn every_head_names_the_page_for_readers_and_machines() {
    check_pages(|page| {
        let mut faults = Vec::new();
        let titles: Vec<String> = page.named(&["title"]).map(|title| title.text().trim().to_owned()).collect();
        if titles.first().is_none_or(String::is_empty) {
            faults.push("no title".to_owned());
        }
        let of_meta = |name: &str| {
            page.named(&["meta"])
                .filter(|meta| meta.attribute("name").as_deref() == Some(name) || meta.attribute("property").as_deref() == Some(name))
                .filter_map(|meta| meta.attribute("content"))
                .collect::<Vec<_>>()
        };
        if page.named(&["html"]).any(|html| html.attribute("lang").is_none_or(|lang| lang.is_empty())) {
            faults.push("no language".to_owned());
        }
        if of_meta("viewport").len() != 1 {
            faults.push("not one viewport".to_owned());
        }
        let canonical: Vec<String> =
            page.named(&["link"]).filter(|link| link.attribute("rel").as_deref() == Some("canonical")).filter_map(|link| link.attribute("href")).collect();
        let is_for_search = of_meta("robots").is_empty();
        if is_for_search && canonical != [page.address().to_string()] {
            faults.push(format!("canonical {canonical:?}"));
        }
        if is_for_search && of_meta("description").first().is_none_or(|text| text.trim().is_empty()) {
            faults.push("no description".to_owned());
        }
        if is_for_search && of_meta("og:title").len() != 1 {
            faults.push("not one og:title".to_owned());
        }
        faults
    });
}

#[test]
fn no_two_pages_have_the_same_title_or_description() {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for page in pages().iter().filter(|page| !page.is_redirect()) {
        let title = page.named(&["title"]).next().unwrap().text();
        let description =
            page.named(&["meta"]).find(|meta| meta.attribute("name").as_deref() == Some("description")).and_then(|meta| meta.attribute("content"));
        for text in [Some(title), description].into_iter().flatten() {
            if let Some(other) = seen.insert(text.clone(), page.path.clone()) {
                panic!("`{text}` stands on {other} and on {}", page.path);
            }
        }
    }
}

#[test]
fn every_internal_link_leads_to_a_file_and_every_fragment_to_an_id() {
    let ids: BTreeMap<String, BTreeSet<String>> = pages().iter().map(|page| (page.path.clone(), page.ids().into_iter().collect())).collect();
    check_pages(|page| {
        let mut faults = Vec::new();
        for element in &page.elements {
            for value in ["href", "src"].iter().filter_map(|name| element.attribute(name)) {
                let url = page.address().join(&value).unwrap();
                if !url.as_str().starts_with(BASE) {
                    continue;
                }
                let mut path = decoded(url.path().trim_start_matches('/'));
                if path.is_empty() || path.ends_with('/') {
                    path += "index.html";
                }
                if !SITE.contains_key(&path) {
                    faults.push(format!("{value} leads to {path}, which is not in the site"));
                } else if let Some(fragment) = url.fragment().filter(|fragment| !ids.get(&path).is_some_and(|ids| ids.contains(&decoded(fragment)))) {
                    faults.push(format!("{value}: {path} has no id `{fragment}`"));
                }
            }
        }
        faults
    });
}

/// `text` without percent signs.
fn decoded(text: &str) -> String {
    let pairs = format!("k={}", text.replace('+', "%2B"));
    url::form_urlencoded::parse(pairs.as_bytes()).next().unwrap().1.into_owned()
}

#[test]
fn nothing_is_fetched_from_elsewhere_and_nothing_runs_in_the_page() {
    check_pages(|page| {
        let mut faults = Vec::new();
        for element in &page.elements {
            let name = element.name();
            let NodeData::Element { attrs, .. } = &element.0.data else { continue };
            for attribute in attrs.borrow().iter() {
                let key = &*attribute.name.local;
                if key == "style" || key.starts_with("on") || attribute.value.trim_start().to_lowercase().starts_with("javascript:") {
                    faults.push(format!("<{name} {key}=\"{}\">", attribute.value));
                }
            }
            let loads = matches!(name, "img" | "script" | "iframe" | "source" | "video" | "audio" | "embed" | "object" | "use")
                || name == "link" && element.attribute("rel").is_some_and(|rel| rel == "stylesheet" || rel == "icon" || rel == "preload");
            for value in ["href", "src", "srcset", "data", "poster"].iter().filter(|_| loads).filter_map(|name| element.attribute(name)) {
                if !page.address().join(&value).unwrap().as_str().starts_with(BASE) {
                    faults.push(format!("<{name}> fetches {value}"));
                }
            }
            if name == "style" || name == "script" && !element.has("src") && element.attribute("type").as_deref() != Some("application/ld+json") {
                faults.push(format!("an inline <{name}>"));
            }
        }
        faults
    });
}

#[test]
fn every_style_sheet_and_script_is_what_its_page_holds_it_against() {
    check_pages(|page| {
        let is_sheet = |element: &&Element| element.attribute("rel").as_deref() == Some("stylesheet");
        let sheets = page.named(&["link"]).filter(is_sheet).filter_map(|link| Some((link, link.attribute("href")?)));
        let linked = sheets.chain(page.named(&["script"]).filter_map(|script| Some((script, script.attribute("src")?))));
        let wrong = linked.filter(|(element, address)| {
            let address = page.address().join(address).unwrap();
            let bytes = SITE.get(address.as_str().strip_prefix(BASE).unwrap_or_default());
            let hash = bytes.map(|bytes| base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(bytes)));
            hash.is_none_or(|hash| element.attribute("integrity") != Some(format!("sha256-{hash}")))
        });
        wrong.map(|(element, address)| format!("<{}> of {address}", element.name())).collect()
    });
}

#[test]
fn pictures_tell_what_they_show_and_how_large_they_are() {
    check_pages(|page| {
        let wrong = page.named(&["img"]).filter(|img| !["alt", "width", "height"].iter().all(|name| img.has(name)));
        wrong.map(|img| format!("img {:?}", img.attribute("src"))).collect()
    });
}

#[test]
fn tables_have_a_name_and_scoped_headings() {
    check_pages(|page| {
        let mut faults = Vec::new();
        for table in page.named(&["table"]) {
            let below = table.below();
            let inside = below.iter().find(|element| element.name() == "caption").map(Element::text);
            // With a chart above it, the words stand above both.
            let above = || {
                let id = table.attribute("aria-labelledby")?;
                page.named(&["figcaption"]).find(|it| it.attribute("id").as_ref() == Some(&id)).map(Element::text)
            };
            let caption = inside.or_else(above).or_else(|| table.attribute("aria-label")).unwrap_or_default();
            if caption.trim().is_empty() {
                faults.push(format!("a table without a name: {:.60}", table.text()));
            }
            let headings: Vec<_> = below.iter().filter(|element| element.name() == "th").collect();
            if headings.is_empty() || headings.iter().any(|th| !th.has("scope")) {
                faults.push(format!("`{}` has no headings, or some without scope", caption.trim()));
            }
            let cells_of = |row: &Element| row.below().iter().filter(|cell| matches!(cell.name(), "td" | "th")).count();
            let widths: BTreeSet<usize> = below.iter().filter(|element| element.name() == "tr").map(cells_of).collect();
            if widths.len() != 1 {
                faults.push(format!("`{}` has rows of {widths:?} cells", caption.trim()));
            }
        }
        faults
    });
}

#[test]
fn fields_have_labels_forms_a_button_and_links_a_text() {
    check_pages(|page| {
        let labelled: BTreeSet<String> =
            page.named(&["label"]).filter(|label| !label.text().trim().is_empty()).filter_map(|label| label.attribute("for")).collect();
        let mut faults = Vec::new();
        for field in page.named(&["input", "select", "textarea"]) {
            // A ticked box of a task list is a picture of a list, not a field of a form.
            let is_shown_only = field.attribute("type").as_deref() == Some("checkbox") && field.has("disabled");
            if !is_shown_only && !field.attribute("id").is_some_and(|id| labelled.contains(&id)) {
                faults.push(format!("the field {:?} has no label", field.attribute("name")));
            }
        }
        for form in page.named(&["form"]) {
            if !form.below().iter().any(|element| element.name() == "button" && !element.text().trim().is_empty()) {
                faults.push("a form without a button".to_owned());
            }
        }
        let names_it = |element: &Element| {
            element.has("aria-label")
                || !element.text().trim().is_empty()
                || element.below().iter().any(|img| img.attribute("alt").is_some_and(|alt| !alt.is_empty()))
        };
        faults.extend(page.named(&["a", "button", "summary"]).filter(|element| !names_it(element)).map(|element| format!("an empty <{}>", element.name())));
        faults
    });
}

#[test]
fn json_ld_is_json_with_a_context_and_a_type() {
    check_pages(|page| {
        let mut faults = Vec::new();
        for script in page.named(&["script"]).filter(|script| script.attribute("type").as_deref() == Some("application/ld+json")) {
            match serde_json::from_str::<serde_json::Value>(&script.text()) {
                Ok(object) if object["@context"] == "https://schema.org" && object["@type"].is_string() => {}
                Ok(object) => faults.push(format!("JSON-LD without context or type: {object}")),
                Err(error) => faults.push(format!("JSON-LD: {error}")),
            }
        }
        faults
    });
}

#[test]
fn no_page_shows_a_template_a_missing_value_or_a_doubled_mark() {
    check_pages(|page| {
        let main: String = page.named(&["main", "footer", "header"]).map(Element::text).collect();
        let text = main.split_whitespace().collect::<Vec<_>>().join(" ");
        ["{{", "}}", "{%", "NaN", "undefined", "None(", "Some(", " ,", " .", ",,", " ;", "[object", "{#", "..", "()", "::"]
            .iter()
            .filter_map(|mark| {
                let at = text.find(mark)?;
                let before: String = text.get(..at).unwrap().chars().rev().take(40).collect::<Vec<_>>().into_iter().rev().collect();
                Some(format!("`{mark}` after “{before}”"))
            })
            .collect()
    });
}

#[test]
fn no_two_headings_stand_together_with_the_same_words() {
    check_pages(|page| {
        let headings: Vec<String> = page
            .named(&["h1", "h2", "h3", "h4"])
            .map(|heading| heading.text().trim_start_matches(|c: char| c.is_ascii_digit() || c.is_whitespace()).to_lowercase())
            .collect();
        headings.windows(2).filter(|pair| pair.first() == pair.last()).map(|pair| format!("{pair:?}")).collect()
    });
}

#[test]
fn the_feed_is_atom_with_all_that_atom_asks_for() {
    let text = std::str::from_utf8(SITE.get("atom.xml").unwrap()).unwrap();
    let document = roxmltree::Document::parse(text).unwrap();
    let feed = document.root_element();
    let atom = |name: &'static str| ("http://www.w3.org/2005/Atom", name);
    assert!(feed.has_tag_name(atom("feed")));
    let entries: Vec<_> = feed.children().filter(|node| node.has_tag_name(atom("entry"))).collect();
    assert!(entries.len() >= 10, "{} entries", entries.len());
    for node in entries.iter().chain([&feed]) {
        for name in ["id", "title", "updated"] {
            let found: Vec<_> = node.children().filter(|child| child.has_tag_name(atom(name))).filter_map(|child| child.text()).collect();
            assert_eq!(found.len(), 1, "{name} of {:?}", node.range());
        }
        let updated = node.children().find(|child| child.has_tag_name(atom("updated"))).unwrap().text().unwrap();
        assert!(updated.parse::<jiff::Timestamp>().is_ok(), "{updated}");
        assert!(node.children().any(|child| child.has_tag_name(atom("author"))) || feed.children().any(|child| child.has_tag_name(atom("author"))));
    }
    let ids: BTreeSet<_> = entries.iter().map(|entry| entry.children().find(|child| child.has_tag_name(atom("id"))).unwrap().text().unwrap()).collect();
    assert_eq!(ids.len(), entries.len(), "an id stands twice");
    for link in feed.descendants().filter(|node| node.has_tag_name(atom("link"))) {
        check_published(link.attribute("href").unwrap());
    }
}

#[test]
fn the_sitemap_lists_every_page_for_search_engines_and_no_other() {
    let text = std::str::from_utf8(SITE.get("sitemap.xml").unwrap()).unwrap();
    let document = roxmltree::Document::parse(text).unwrap();
    let sitemap = |name: &'static str| ("http://www.sitemaps.org/schemas/sitemap/0.9", name);
    assert!(document.root_element().has_tag_name(sitemap("urlset")));
    let listed: BTreeSet<String> =
        document.descendants().filter(|node| node.has_tag_name(sitemap("loc"))).map(|node| node.text().unwrap().to_owned()).collect();
    for url in &listed {
        check_published(url);
    }
    for day in document.descendants().filter(|node| node.has_tag_name(sitemap("lastmod"))) {
        assert!(day.text().unwrap().parse::<jiff::civil::Date>().is_ok());
    }
    let asked_to_stay_out = |page: &Page| page.named(&["meta"]).any(|meta| meta.attribute("name").as_deref() == Some("robots"));
    let expected: BTreeSet<String> = pages().iter().filter(|page| !asked_to_stay_out(page)).map(|page| page.address().to_string()).collect();
    assert_eq!(listed, expected);
}

/// Holds that `url` is absolute and leads to a file of the site.
fn check_published(url: &str) {
    let path = decoded(url.strip_prefix(BASE).unwrap_or_else(|| panic!("{url} is not an address of the site")));
    let path = if path.is_empty() || path.ends_with('/') { path + "index.html" } else { path };
    assert!(SITE.contains_key(&path), "{url} leads to nothing");
}
