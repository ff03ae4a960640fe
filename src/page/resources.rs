//! Resources as readers see them: by kind, with what they are, and with a label where somebody pays.

use std::collections::{BTreeMap, BTreeSet};

use super::view::{LinkView, ResourceGroup, ResourceView};
use super::words;
use crate::guide::front_matter::{Disclosure, Resource, ResourceKind};
use crate::settings::Config;
use crate::site::collation;
use crate::words::Words;

/// Value of `rel` for links that somebody pays for.
pub(super) const PAID_REL: &str = "sponsored nofollow";

/// `resources` by kind, each with the guides that name it.
pub(super) fn groups<'r>(words: &Words, resources: impl IntoIterator<Item = (&'r Resource, Vec<LinkView>)>) -> Vec<ResourceGroup> {
    let mut by_kind: BTreeMap<ResourceKind, Vec<ResourceView>> = BTreeMap::new();
    for (resource, guides) in resources {
        by_kind.entry(resource.kind.unwrap_or(ResourceKind::Other)).or_default().push(view(words, resource, guides));
    }
    by_kind
        .into_iter()
        .map(|(kind, mut resources)| {
            resources.sort_by_cached_key(|it| (collation::key(&it.title), it.url.clone()));
            ResourceGroup { kind: name(kind), label: words::resource_kind(words, kind).to_owned(), resources }
        })
        .collect()
}

/// What must stand above the first paid link of `resources`; `None` if none is paid.
pub(super) fn disclosure<'r>(config: &Config, words: &Words, resources: impl IntoIterator<Item = &'r Resource>) -> Option<String> {
    let needed: BTreeSet<Disclosure> = resources.into_iter().flat_map(paid).collect();
    let sentences: Vec<String> = needed.into_iter().map(|it| sentence(config, words, it)).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// What readers must be told because of `resource`.
pub(super) fn paid(resource: &Resource) -> impl Iterator<Item = Disclosure> + use<> {
    let affiliate = (resource.affiliate == Some(true)).then_some(Disclosure::Affiliate);
    let sponsored = (resource.sponsored == Some(true)).then_some(Disclosure::Sponsored);
    affiliate.into_iter().chain(sponsored)
}

/// A disclosure in words: the site's own for affiliate links, if it has one.
pub(super) fn sentence(config: &Config, words: &Words, disclosure: Disclosure) -> String {
    let own = config.affiliate_disclosure.clone().filter(|_| disclosure == Disclosure::Affiliate);
    own.unwrap_or_else(|| words::disclosure(words, disclosure).to_owned())
}

fn view(words: &Words, resource: &Resource, guides: Vec<LinkView>) -> ResourceView {
    let paid = match (resource.sponsored, resource.affiliate) {
        (Some(true), _) => "sponsored",
        (_, Some(true)) => "affiliate",
        _ => "",
    };
    ResourceView {
        title: resource.title.clone().unwrap_or_default(),
        url: resource.url.clone(),
        about: resource.about.clone(),
        imprint: imprint(words, resource),
        paid: paid.to_owned(),
        rel: if paid.is_empty() { String::new() } else { PAID_REL.to_owned() },
        guides,
    }
}

fn imprint(words: &Words, it: &Resource) -> String {
    let parts = [
        it.author.clone(),
        it.publisher.clone(),
        it.edition.as_deref().map(|it| words::edition(words, it)),
        it.year.map(|year| year.to_string()),
        it.isbn.as_ref().map(|isbn| format!("ISBN {isbn}")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The kind as authors write it: `job-board`.
fn name(kind: ResourceKind) -> String {
    match kind {
        ResourceKind::Association => "association",
        ResourceKind::Government => "government",
        ResourceKind::Training => "training",
        ResourceKind::Certification => "certification",
        ResourceKind::Book => "book",
        ResourceKind::Article => "article",
        ResourceKind::Video => "video",
        ResourceKind::Podcast => "podcast",
        ResourceKind::Tool => "tool",
        ResourceKind::JobBoard => "job-board",
        ResourceKind::Data => "data",
        ResourceKind::Other => "other",
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_book_has_its_imprint_and_a_paid_link_its_label() {
        let some = |text: &str| Some(text.to_owned());
        let book = Resource {
            title: some("First Aid"),
            kind: Some(ResourceKind::Book),
            author: some("A. Author"),
            publisher: some("Press"),
            edition: some("7th"),
            year: Some(2024),
            affiliate: Some(true),
            ..Resource::default()
        };
        let groups = groups(crate::words::Book::built_in().of("en"), [(&book, Vec::new())]);
        let shown = &groups[0].resources[0];
        assert_eq!((groups[0].kind.as_str(), groups[0].label.as_str()), ("book", "Books"));
        assert_eq!(
            (shown.imprint.as_str(), shown.paid.as_str(), shown.rel.as_str()),
            ("A. Author, Press, 7th edition, 2024", "affiliate", "sponsored nofollow")
        );
    }
}
