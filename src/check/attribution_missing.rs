//! Sources whose licence asks for a credit that no page can print, because neither the licence's own line is known nor one is given.

use super::subject::Subject;
use crate::guide::body::{BlockKind, Piece};
use crate::problem::{Code, Problem};
use crate::registry::{Registry, licence};
use crate::site::place;
use crate::source::Span;

/// Every source that the page uses whose licence asks for a credit that is not given.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let text = &subject.manuscript.text;
    // Places cost a second reading of the front matter, so only a source with a fault asks for its place.
    let asks = |id: &&String| unknown_licence(subject, id).is_some();
    let of_facts = subject.figures.own.iter().filter_map(|(name, fact)| Some((fact.source.as_ref().filter(asks)?, subject.fact_place(name, Some("source")))));
    let of_tables = subject.manuscript.body.pieces.iter().filter_map(|piece| match piece {
        Piece::Table(table) => Some((table.source.as_ref()?, text.span(table.source_range.clone()?))),
        Piece::Block(block) => match &block.kind {
            BlockKind::DataTable { source, source_range, .. } => Some((source.as_ref()?, text.span(source_range.clone()?))),
            _ => None,
        },
        Piece::Html(_) | Piece::Image(_) => None,
    });
    let of_datasets = subject.figures.shown().filter_map(|fact| Some((fact.source.as_ref().filter(asks)?, place::front(&subject.manuscript.head))));
    let mut told: Vec<&String> = Vec::new();
    let mut problems = Vec::new();
    let all: Vec<(&String, Span)> = of_facts.chain(of_tables).chain(of_datasets).collect();
    for (id, place) in all {
        let Some(licence) = unknown_licence(subject, id).filter(|_| !told.contains(&id)) else { continue };
        told.push(id);
        let message = format!("the licence of `{id}`, `{licence}`, asks for a credit, and no page prints one");
        let help = format!(
            "give it in content/_data/sources.yaml: `credit: ...`, in the words that the publisher asks for; known licences are {}",
            licence::KNOWN.join(", ")
        );
        problems.push(Problem::new(Code::AttributionMissing, place, message).help(help));
    }
    problems
}

/// A theme whose guides print no credits, in a project with a source that asks for one; `template` is where its guides begin.
pub fn not_printed(registry: &Registry, template: Span) -> Option<Problem> {
    let is_asked = |licence: &Option<String>| licence.as_deref().is_some_and(licence::is_credited);
    let (id, _) = registry.sources.iter().find(|(_, source)| source.credit.is_some() || is_asked(&source.licence))?;
    let message = format!("this theme prints no credits, and the licence of `{id}` asks for one wherever its figures are shown");
    let help = "print `page.credits` in `guide.html`, and in the templates of other pages that show figures";
    Some(Problem::new(Code::AttributionMissing, template, message).help(help))
}

/// The licence of the source, if it asks for a credit that is neither known nor given.
fn unknown_licence<'s>(subject: &'s Subject, id: &str) -> Option<&'s str> {
    let source = subject.registry.sources.get(id)?;
    let licence = source.licence.as_deref()?;
    let is_given = source.credit.as_ref().is_some_and(|credit| !credit.trim().is_empty());
    (licence::asks_for_own_words(licence) && !is_given).then_some(licence)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_licence_that_asks_for_a_credit_gets_one() {
        crate::check::fixture::check_problems(
            super::find,
            "
            === content/_data/sources.yaml
            share: { publisher: P, title: T, licence: CC BY-SA 4.0 }
            given: { publisher: P, title: T, licence: CC BY-SA 4.0, credit: By P }
            known: { publisher: P, title: T, licence: cc-by-4.0 }
            free: { publisher: P, title: T, licence: With permission }
            === content/a.md
            ---
            title: A
            facts:
              a: { measure: pay, value: 1, as_of: 2024, source: share }
              b: { measure: pay, value: 1, as_of: 2024, source: given }
              c: { measure: pay, value: 1, as_of: 2024, source: known }
              d: { measure: pay, value: 1, as_of: 2024, source: free }
              e: { measure: jobs, value: 1, as_of: 2024, source: share }
            ---
            ",
            "
            error: the licence of `share`, `CC BY-SA 4.0`, asks for a credit, and no page prints one
              --> content/a.md:4:53 share
              help: give it in content/_data/sources.yaml: `credit: ...`, in the words that the publisher asks for; known licences are public-domain, cc-by-4.0, ogl-3.0, odc-pddl-1.0
            ",
        );
    }
}
