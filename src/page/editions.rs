//! A page in other languages: where it stands in each, and what is known of the page that it was made from.

use super::absolute::absolute;
use super::shared::{Shared, Spoken};
use super::view::{LanguageLink, TranslationView};
use crate::site::{Kind, Page};
use crate::source::PagePath;

/// The page of an author in every language that it is published in, itself among them; none if there is only one.
pub(super) fn of_page(shared: &Shared, page: &Page) -> Vec<LanguageLink> {
    if matches!(page.kind, Kind::Home | Kind::Section) {
        return of_made(shared, &page.address);
    }
    let Some(found) = shared.translations.get(page.head.original()).filter(|it| it.len() > 1) else { return Vec::new() };
    let spoken = shared.languages.iter().filter_map(|language| Some((language, found.get(&language.tag)?)));
    spoken.map(|(language, address)| link(shared, language, address)).collect()
}

/// The same for a page that every language has if it has anything to show there. What is not there has no page in another language.
pub(super) fn of_made(shared: &Shared, address: &PagePath) -> Vec<LanguageLink> {
    let Some(rest) = address.as_str().strip_prefix(shared.config.home.as_str()).map(PagePath::from_text) else { return Vec::new() };
    let at = |language: &Spoken| PagePath::from_text(&format!("{}{rest}", language.home));
    let links: Vec<_> = shared.languages.iter().filter(|it| it.made.contains(&rest)).map(|language| link(shared, language, &at(language))).collect();
    if links.len() > 1 { links } else { Vec::new() }
}

fn link(shared: &Shared, language: &Spoken, address: &PagePath) -> LanguageLink {
    LanguageLink {
        tag: language.tag.clone(),
        name: language.name.clone(),
        path: address.as_str().to_owned(),
        url: absolute(&shared.config.base_url, address.as_str()),
        is_current: language.tag == shared.config.language,
        is_default: language.home.as_str().is_empty(),
    }
}

/// What readers of a translation must know of it.
pub(super) fn translation(shared: &Shared, page: &Page) -> Option<TranslationView> {
    let translation = page.head.translation.as_ref()?;
    let default = shared.languages.iter().find(|it| it.home.as_str().is_empty())?;
    let address = shared.translations.get(&translation.of)?.get(&default.tag)?;
    Some(TranslationView { is_behind: translation.is_behind, language: default.tag.clone(), name: default.name.clone(), path: address.as_str().to_owned() })
}
