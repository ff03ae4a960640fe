//! Those who write and review: how a page names them, and the page about them.

use super::around::Surroundings;
use super::shared::Shared;
use super::view::{AuthorView, PersonView};
use super::{card, navigation};
use crate::guide::front_matter::PersonKind;
use crate::registry::Registry;
use crate::site::Contributor;
use crate::source::{SourcePath, Span};

/// Somebody by their id; `None` if no data file has it, which is told elsewhere.
pub(super) fn person(shared: &Shared, id: &str) -> Option<PersonView> {
    let person = shared.registry.people.get(id)?;
    Some(PersonView {
        name: person.name.clone().unwrap_or_else(|| id.to_owned()),
        url: person.url.clone(),
        path: navigation::author_path(&shared.config, id).as_str().to_owned(),
        is_organization: person.kind == Some(PersonKind::Organization),
    })
}

/// What their page shows.
pub(super) fn view(shared: &Shared, around: &Surroundings, id: &str, contributor: &Contributor) -> Option<AuthorView> {
    Some(AuthorView {
        person: person(shared, id)?,
        about: shared.registry.people.get(id)?.about.clone(),
        guides: card::of(&around.cards, &contributor.guides),
        reviewed: card::of(&around.cards, &contributor.reviewed),
    })
}

/// Where they are told of.
pub(super) fn place(registry: &Registry, id: &str) -> Span {
    registry.place("people", id).unwrap_or_else(|| Span::whole(&SourcePath::settings()))
}
