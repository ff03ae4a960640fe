//! Resources: those of each guide, and every one of them once for the whole site.
//! Two mentions are one resource if their addresses mean the same page, else if they have the same title.

use std::collections::BTreeMap;

use url::Url;

use super::publish::Published;
use super::{Inputs, Kind, SharedResource, Written, collation, place};
use crate::guide::front_matter::{Resource, ResourceKind};
use crate::problem::{Code, Problem};
use crate::registry::RESOURCES;
use crate::source::{SourcePath, Span};
use crate::yaml::Named;

/// The resources of each guide, and all of them merged.
#[derive(Debug, Clone, Default)]
pub(super) struct Gathered {
    pub(super) of_guides: BTreeMap<SourcePath, Vec<Resource>>,
    pub(super) shared: BTreeMap<String, SharedResource>,
}

/// The resources of the registry and of every guide. The registry's words come first, then those of guides by path.
pub(super) fn gather(published: &BTreeMap<SourcePath, Published>, inputs: &Inputs, problems: &mut Vec<Problem>) -> Gathered {
    let mut gathered = Gathered::default();
    for (id, resource) in &inputs.registry.resources {
        if let Some(file) = inputs.registry.files.get(RESOURCES.name) {
            merge(&mut gathered.shared, resource, None, Written::new(file, &[id, "title"]), inputs, problems);
        }
    }
    for (path, page) in published.iter().filter(|(_, page)| page.kind == Kind::Guide) {
        let head = &page.head;
        let mut own = Vec::new();
        let mut named: BTreeMap<&str, String> = BTreeMap::new();
        for (at, given) in head.front.resources.iter().flatten().enumerate() {
            let at = at.to_string();
            let resource = match given {
                Named::Full(resource) => resource,
                Named::Text(id) => {
                    if let Some(first) = named.insert(id, at.clone()) {
                        let problem = Problem::new(Code::ResourceTwice, place::of(head, &["resources", &at]), format!("`{id}` is named twice"));
                        problems.push(problem.also(place::of(head, &["resources", &first]), "first named here").help("delete one of the two"));
                        continue;
                    }
                    let Some(resource) = inputs.registry.resources.get(id) else {
                        let place = place::of(head, &["resources", &at]);
                        problems.extend(inputs.registry.unknown(id, place, RESOURCES));
                        continue;
                    };
                    resource
                }
            };
            let place = match given {
                Named::Full(_) => Written::new(path, &["resources", &at, "title"]),
                Named::Text(_) => Written::new(path, &["resources", &at]),
            };
            merge(&mut gathered.shared, resource, Some(path), place, inputs, problems);
            own.push(resource.clone());
        }
        gathered.of_guides.insert(path.clone(), own);
    }
    problems.extend(books_in_two_editions(&gathered.shared, inputs));
    gathered
}

/// What is the same for two mentions of one resource.
pub(super) fn key(resource: &Resource) -> String {
    let title = || collation::folded(resource.title.as_deref().unwrap_or(""));
    resource.url.as_deref().and_then(canonical).unwrap_or_else(|| format!("title {}", title()))
}

/// An address without what differs between two spellings of it: scheme, `www.`, fragment, last slash, tracking parameters.
fn canonical(address: &str) -> Option<String> {
    let url = Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let host = url.host_str()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    let port = url.port().filter(|port| !matches!(port, 80 | 443)).map_or(String::new(), |port| format!(":{port}"));
    let query: Vec<&str> = url.query().unwrap_or("").split('&').filter(|it| !it.is_empty() && !it.starts_with("utm_")).collect();
    let query = if query.is_empty() { String::new() } else { format!("?{}", query.join("&")) };
    Some(format!("{host}{port}{}{query}", url.path().trim_end_matches('/')))
}

fn merge(
    shared: &mut BTreeMap<String, SharedResource>,
    resource: &Resource,
    guide: Option<&SourcePath>,
    place: Written,
    inputs: &Inputs,
    problems: &mut Vec<Problem>,
) {
    let key = key(resource);
    let Some(known) = shared.get_mut(&key) else {
        shared.insert(key, SharedResource { resource: resource.clone(), named_by: guide.into_iter().cloned().collect(), place });
        return;
    };
    if let (Some(first), Some(title)) = (&known.resource.title, &resource.title)
        && collation::folded(first) != collation::folded(title)
    {
        let address = resource.url.as_deref().unwrap_or_default();
        problems.push(
            Problem::new(Code::ResourceConflict, place.span(inputs), format!("`{title}` and `{first}` have the same address, {address}"))
                .also(known.place.span(inputs), format!("called `{first}` here"))
                .help("give one title to both, or each its own address"),
        );
    }
    if let (Some(first), Some(kind)) = (known.resource.kind, resource.kind)
        && first != kind
    {
        let (name, title) = (|kind| serde_json::to_value(kind).ok(), resource.title.as_deref().unwrap_or_default());
        let word = |kind| name(kind).and_then(|it| it.as_str().map(str::to_owned)).unwrap_or_default();
        problems.push(
            Problem::new(Code::ResourceConflict, place.span(inputs), format!("`{title}` has the kind `{}` here and `{}` elsewhere", word(kind), word(first)))
                .also(known.place.span(inputs), format!("of the kind `{}` here", word(first)))
                .help("give one kind to both, best as one entry of content/_data/resources.yaml"),
        );
    }
    if let (Some(first), Some(edition)) = (&known.resource.edition, &resource.edition)
        && !is_same_edition(first, edition)
    {
        problems.push(two_editions(resource, first, edition, place.span(inputs), known.place.span(inputs)));
    }
    fill_in(&mut known.resource, resource);
    if let Some(guide) = guide.filter(|guide| known.named_by.last() != Some(guide)) {
        known.named_by.push(guide.clone());
    }
}

/// Every field that `known` leaves open is taken from `other`; what is paid once is paid.
fn fill_in(known: &mut Resource, other: &Resource) {
    fn fill<T: Clone>(known: &mut Option<T>, other: Option<&T>) {
        if known.is_none() {
            *known = other.cloned();
        }
    }
    fill(&mut known.title, other.title.as_ref());
    fill(&mut known.kind, other.kind.as_ref());
    fill(&mut known.url, other.url.as_ref());
    fill(&mut known.about, other.about.as_ref());
    fill(&mut known.publisher, other.publisher.as_ref());
    fill(&mut known.author, other.author.as_ref());
    fill(&mut known.edition, other.edition.as_ref());
    fill(&mut known.year, other.year.as_ref());
    fill(&mut known.isbn, other.isbn.as_ref());
    known.affiliate = known.affiliate.max(other.affiliate);
    known.sponsored = known.sponsored.max(other.sponsored);
    known.checked = known.checked.max(other.checked);
}

/// Books of one title under different addresses; those of one address are seen when they are merged.
fn books_in_two_editions(shared: &BTreeMap<String, SharedResource>, inputs: &Inputs) -> Vec<Problem> {
    let mut books: Vec<(&Written, &Resource)> =
        shared.values().filter(|it| it.resource.kind == Some(ResourceKind::Book)).map(|it| (&it.place, &it.resource)).collect();
    books.sort_by_key(|(place, _)| (&place.file, &place.at));
    let mut first_of_title = BTreeMap::new();
    let mut problems = Vec::new();
    for (place, book) in books {
        let (Some(title), Some(edition)) = (&book.title, &book.edition) else { continue };
        let (first_place, first) = *first_of_title.entry(collation::folded(title)).or_insert((place, edition));
        if !is_same_edition(first, edition) {
            problems.push(two_editions(book, first, edition, place.span(inputs), first_place.span(inputs)));
        }
    }
    problems
}

/// Whether two texts name one edition: `24th`, `24th edition` and `24` do.
fn is_same_edition(one: &str, other: &str) -> bool {
    let words = |text: &str| {
        let text = collation::folded(text);
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !matches!(*word, "" | "edition" | "ed" | "the"));
        words.map(|word| without_ordinal(word).to_owned()).collect::<Vec<_>>()
    };
    words(one) == words(other)
}

/// `24` of `24th`; other words stay.
fn without_ordinal(word: &str) -> &str {
    let number = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end));
    number.filter(|it| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit())).unwrap_or(word)
}

fn two_editions(book: &Resource, first: &str, edition: &str, place: Span, first_place: Span) -> Problem {
    let title = book.title.as_deref().unwrap_or_default();
    Problem::new(Code::BookEditions, place, format!("`{title}` is named here as edition `{edition}` and elsewhere as `{first}`"))
        .also(first_place, "the other edition")
        .help("name the newest edition in both places, best as one entry of content/_data/resources.yaml")
}

#[cfg(test)]
mod tests {
    use super::{canonical, is_same_edition};
    use crate::site::fixture::{check_problems, check_site};

    #[test]
    fn spellings_of_one_address_are_one_address() {
        for spelling in ["http://Example.org/a/", "https://www.example.org:443/a#top", "https://example.org/a?utm_source=x&utm_medium=y"] {
            assert_eq!(canonical(spelling).as_deref(), Some("example.org/a"), "{spelling}");
        }
        assert_eq!(canonical("https://example.org:8080/a?id=1").as_deref(), Some("example.org:8080/a?id=1"));
        assert_eq!(canonical("mailto:a@example.org"), None);
    }

    #[test]
    fn spellings_of_one_edition_are_one_edition() {
        assert!(is_same_edition("24th", "24th Edition") && is_same_edition("24", "24th ed."));
        assert!(!is_same_edition("24th", "25th edition") && !is_same_edition("second", "third"));
    }

    #[test]
    fn one_address_with_two_kinds_is_reported() {
        check_problems(
            "
            === content/a.md
            ---
            title: A
            summary: s
            occupation: { name: A }
            resources: [{ title: T, kind: tool, url: \"https://t.example/\" }]
            ---
            === content/b.md
            ---
            title: B
            summary: s
            occupation: { name: B }
            resources: [{ title: T, kind: job-board, url: \"https://t.example/\" }]
            ---
            ",
            "
            resource-conflict content/b.md:5:22 `T` has the kind `job-board` here and `tool` elsewhere
              also content/a.md:5:22 of the kind `tool` here
              help: give one kind to both, best as one entry of content/_data/resources.yaml
            ",
        );
    }

    const PROJECT: &str = "
        === content/_data/resources.yaml
        nna: { title: Nurses' Association, kind: association, url: \"https://nna.example/\" }
        === content/a.md
        ---
        title: A
        summary: s
        occupation: { name: A }
        resources:
          - nna
          - { title: First Aid, kind: book, edition: 6th, url: \"https://shop.example/1\" }
          - nnaa
        ---
        === content/b.md
        ---
        title: B
        summary: s
        occupation: { name: B }
        resources:
          - { title: The nurses, kind: association, url: \"http://www.nna.example\", about: Who they are }
          - { title: first aid, kind: book, edition: 7th, affiliate: true }
        ---
        ";

    #[test]
    fn one_address_with_two_titles_and_one_book_in_two_editions_are_reported() {
        check_problems(
            PROJECT,
            "
            unknown-id content/a.md:8:5 no resource is called `nnaa`
              help: did you mean `nna`? Otherwise add `nnaa` to content/_data/resources.yaml
            resource-conflict content/b.md:6:14 `The nurses` and `Nurses' Association` have the same address, http://www.nna.example
              also content/_data/resources.yaml:1:1 called `Nurses' Association` here
              help: give one title to both, or each its own address
            book-editions content/b.md:7:14 `first aid` is named here as edition `7th` and elsewhere as `6th`
              also content/a.md:7:14 the other edition
              help: name the newest edition in both places, best as one entry of content/_data/resources.yaml
            ",
        );
    }

    #[test]
    fn a_shared_resource_knows_its_guides_and_all_that_is_said_of_it() {
        check_site(
            PROJECT,
            |site| {
                site.resources
                    .iter()
                    .map(|(key, it)| format!("{key}: {:?} {:?} {}", it.resource.title.as_ref().unwrap(), it.resource.about, it.named_by.len()))
                    .collect::<Vec<_>>()
                    .join("\n")
            },
            "nna.example: \"Nurses' Association\" Some(\"Who they are\") 2\nshop.example/1: \"First Aid\" None 1\ntitle first aid: \"first aid\" None 1",
        );
    }
}
