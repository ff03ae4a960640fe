//! Links that somebody earns by, on a page that does not say so. The law asks for the words on every such page.

use crate::guide::Head;
use crate::guide::body::{BlockKind, Piece};
use crate::guide::front_matter::{Cta, CtaKind, Disclosure, Resource};
use crate::problem::{Code, Problem};
use crate::source::Span;
use crate::yaml::Named;

use super::place;
use super::subject::Subject;

/// Every page with paid links or entries and without the disclosure that they need; one problem a page and kind.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let mut problems = Vec::new();
    if subject.manuscript.head.unread.holds("disclosures") {
        return problems;
    }
    let disclosed = subject.manuscript.head.front.disclosures.as_deref().unwrap_or_default();
    for kind in [Disclosure::Affiliate, Disclosure::Sponsored].into_iter().filter(|kind| !disclosed.contains(kind)) {
        let mut paid = paid(subject, kind).into_iter();
        let Some(Paid { name, place }) = paid.next() else { continue };
        let problem = Problem::new(Code::AffiliateUndisclosed, place, format!("{name} {}, and the page does not say so", why(kind)));
        let problem = paid.fold(problem, |problem, other| problem.also(other.place, "this too"));
        problems.push(problem.help(help(&subject.manuscript.head, kind)));
    }
    problems
}

/// Something on a page that money is behind.
pub(super) struct Paid {
    name: String,
    place: Span,
}

/// What needs the disclosure `kind`.
pub(super) fn paid(subject: &Subject, kind: Disclosure) -> Vec<Paid> {
    let (head, manuscript) = (&subject.manuscript.head, &subject.manuscript);
    let front = &head.front;
    let call = |place| Paid { name: "the call to action".to_owned(), place };
    let mut paid = Vec::new();
    if front.cta.as_ref().and_then(disclosure) == Some(kind) {
        paid.push(call(place::of(head, &["cta"])));
    }
    for (at, mention) in front.resources.iter().flatten().enumerate() {
        let (resource, id) = match mention {
            Named::Text(id) => (subject.registry.resources.get(id), id.as_str()),
            Named::Full(resource) => (Some(resource), ""),
        };
        let Some(resource) = resource.filter(|it| needs(it, kind)) else { continue };
        let name = format!("`{}`", resource.title.as_deref().unwrap_or(id));
        paid.push(Paid { name, place: place::of(head, &["resources", &at.to_string()]) });
    }
    for piece in &manuscript.body.pieces {
        let Piece::Block(block) = piece else { continue };
        let BlockKind::Cta(Some(cta)) = &block.kind else { continue };
        if disclosure(cta) == Some(kind) {
            paid.push(call(manuscript.text.span(block.range.clone())));
        }
    }
    paid
}

fn disclosure(cta: &Cta) -> Option<Disclosure> {
    match cta.kind.unwrap_or_default() {
        CtaKind::Own => None,
        CtaKind::Affiliate => Some(Disclosure::Affiliate),
        CtaKind::Sponsored => Some(Disclosure::Sponsored),
    }
}

fn needs(resource: &Resource, kind: Disclosure) -> bool {
    let paid = if kind == Disclosure::Affiliate { resource.affiliate } else { resource.sponsored };
    paid == Some(true)
}

fn why(kind: Disclosure) -> &'static str {
    match kind {
        Disclosure::Affiliate => "earns a commission",
        Disclosure::Sponsored => "is paid for",
        Disclosure::AiAssisted => "was drafted with the help of a language model",
    }
}

fn help(head: &Head, kind: Disclosure) -> String {
    let word = match kind {
        Disclosure::Affiliate => "affiliate",
        Disclosure::Sponsored => "sponsored",
        Disclosure::AiAssisted => "ai-assisted",
    };
    match &head.front.disclosures {
        Some(_) => format!("add `{word}` to `disclosures`"),
        None => format!("add the line `disclosures: [{word}]` to the front matter"),
    }
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::fixture::check_problems;

    #[test]
    fn paid_links_need_their_disclosure() {
        check_problems(
            find,
            "
            === content/plumber.md
            ---
            title: Plumber
            disclosures: [affiliate]
            cta: { text: Learn, label: Go, url: /a/, kind: sponsored }
            resources:
              - pipes
              - { title: Union, kind: association }
            ---
            === content/mason.md
            ---
            title: Mason
            resources:
              - pipes
              - { title: Stones, kind: book, affiliate: true }
            ---
            === content/_data/resources.yaml
            pipes:
              title: All about pipes
              kind: book
              affiliate: true
            ",
            "
            error: `All about pipes` earns a commission, and the page does not say so
              --> content/mason.md:4:5 pipes
              this too: content/mason.md:5:5 { title: Stones, kind: book, affiliate: true }
              help: add the line `disclosures: [affiliate]` to the front matter
            error: the call to action is paid for, and the page does not say so
              --> content/plumber.md:4:6 { text: Learn, label: Go, url: /a/, kind: sponsored }
              help: add `sponsored` to `disclosures`
            ",
        );
    }
}
