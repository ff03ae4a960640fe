//! The names of the figures and of the sources that a page uses.

use std::collections::BTreeSet;

use super::in_file::{InFile, in_files};
use super::of_block;
use super::phrase::phrases;
use super::request::List;
use super::typed::{Typed, typed};
use crate::fact::Reference;
use crate::guide::body::{Block, BlockKind, Piece};
use crate::guide::{Manuscript, is_guide};

/// What a page asks for: a small value, so that an edit that leaves its figures as they are asks nothing anew.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// The figures that its texts name.
    pub references: BTreeSet<Reference>,
    /// The amounts that its tables print, with the source that each names.
    pub typed: BTreeSet<Typed>,
    /// The tables of CSV files that name a source.
    pub in_files: BTreeSet<InFile>,
    /// The sources that its tables and its front matter name.
    pub sources: BTreeSet<String>,
    /// The lists that its blocks show.
    pub lists: BTreeSet<List>,
    /// Codes of other occupations that its blocks, facts and figures name.
    pub occupations: BTreeSet<String>,
    /// What says of whom each figure of its text is told.
    pub phrases: BTreeSet<String>,
}

impl Asked {
    /// What a manuscript asks for, in its body and in the answers of its front matter.
    pub fn of(manuscript: &Manuscript) -> Self {
        let figures = || manuscript.body.figures.iter().chain(manuscript.answers.iter().flat_map(|answer| &answer.figures));
        let phrases = figures().flat_map(|figure| phrases(manuscript, figure)).collect();
        let mut references: BTreeSet<Reference> = figures().map(|figure| figure.reference.clone()).collect();
        references.extend(at_a_glance(manuscript));
        let blocks = || {
            manuscript
                .body
                .pieces
                .iter()
                .filter_map(|piece| if let Piece::Block(Block { kind: BlockKind::Figures(block), .. }) = piece { Some(&**block) } else { None })
        };
        references.extend(blocks().flat_map(of_block::references));
        let of_facts = manuscript.head.front.facts.iter().flatten().filter_map(|(_, entry)| entry.occupation.as_ref());
        let of_blocks = blocks().flat_map(|block| block.occupation.iter().chain(&block.occupations));
        let occupations = of_blocks.chain(of_facts).chain(references.iter().filter_map(|it| it.occupation.as_ref())).cloned().collect();
        let body = &manuscript.body;
        let tables = body.pieces.iter().filter_map(|piece| if let Piece::Table(table) = piece { Some(table) } else { None });
        let typed = tables.flat_map(|table| typed(table, body)).collect();
        let in_files = in_files(manuscript).map(|(table, _)| table).collect();
        Self { references, typed, in_files, sources: sources(manuscript), lists: blocks().filter_map(List::of).collect(), occupations, phrases }
    }
}

/// The figures of the panel at the top of a guide.
fn at_a_glance(manuscript: &Manuscript) -> Vec<Reference> {
    let front = &manuscript.head.front;
    let has_any = front.facts.is_some() || front.occupation.as_ref().is_some_and(|it| it.soc.is_some());
    if !has_any || !is_guide(manuscript.path(), front) {
        return Vec::new();
    }
    let names = ["pay", "pay.hourly", "jobs", "growth", "change", "education", "experience", "training"];
    names.map(|name| Reference { occupation: None, name: name.to_owned(), dataset: None }).to_vec()
}

fn sources(manuscript: &Manuscript) -> BTreeSet<String> {
    let in_front = manuscript.head.front.sources_beside_facts().into_iter().map(|(source, _)| source.to_owned());
    let in_body = manuscript.body.pieces.iter().filter_map(|piece| match piece {
        Piece::Table(table) => table.source.clone(),
        Piece::Block(block) => {
            if let BlockKind::DataTable { source, .. } = &block.kind {
                source.clone()
            } else {
                None
            }
        }
        Piece::Html(_) | Piece::Image(_) => None,
    });
    in_front.chain(in_body).collect()
}
