//! A figure whose name leads to no fact: nobody knows where its number is from.

use super::place;
use super::subject::Subject;
use crate::fact::Reference;
use crate::figures::of_block;
use crate::guide::body::{Block, BlockKind, FigureBlock, Piece};
use crate::problem::{Code, Problem};

/// Every figure of the text that has no fact, and every occupation that a block names and of which nobody tells anything that it would show.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let manuscript = &subject.manuscript;
    let absent = subject.text_figures().filter_map(|figure| Some((figure, subject.figures.named.get(&figure.reference)?.as_ref().err()?)));
    let mut problems: Vec<Problem> = absent.map(|(figure, why)| why.at(manuscript.text.span(figure.range.clone()))).collect();
    problems.extend(of_panel(subject));
    for passage in &manuscript.body.passages {
        // Markdown takes no link with a blank in it for one.
        for (at, words) in passage.text.match_indices("(fact:") {
            let span = manuscript.text.span(passage.place(&manuscript.text, at..at + words.len()));
            let problem = Problem::new(Code::UnknownFact, span, "this is no link, so readers would see it as it stands");
            problems.push(problem.help("write it without blanks: `[](fact:pay)`, or `[$45,780](fact:pay)`; put code in backticks"));
        }
    }
    for piece in &manuscript.body.pieces {
        let Piece::Block(Block { kind: BlockKind::Figures(block), range }) = piece else { continue };
        for code in unknown_occupations(subject, block) {
            let span = place::within(&manuscript.text, &manuscript.text.span(range.clone()), code);
            let message = format!("nothing that this block shows is known of the occupation `{code}`");
            problems.push(Problem::new(Code::UnknownFact, span, message).help("correct the code, take it out, or declare a dataset that has it"));
        }
    }
    problems
}

/// Figures of the panel at the top that a publisher's file has in a cell that cannot be used, where the text does not ask for them: others are left out there.
fn of_panel(subject: &Subject) -> Vec<Problem> {
    let is_in_text = |reference: &Reference| subject.text_figures().any(|figure| figure.reference == *reference);
    let is_own = |reference: &Reference| reference.occupation.is_none() && reference.dataset.is_none();
    let broken = subject.figures.named.iter().filter_map(|(reference, found)| Some((reference, found.as_ref().err().filter(|why| why.is_of_cell)?)));
    let broken = broken.filter(|(reference, _)| is_own(reference) && !is_in_text(reference));
    let mut problems: Vec<Problem> = Vec::new();
    for problem in broken.map(|(_, why)| why.at(place::of(&subject.manuscript.head, &["occupation", "soc"]))) {
        // Jobs and growth that contradict each other are one fault.
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }
    problems
}

fn unknown_occupations<'b>(subject: &Subject, block: &'b FigureBlock) -> Vec<&'b str> {
    let named = block.occupation.iter().chain(&block.occupations);
    let references = of_block::references(block);
    let is_unknown = |code: &&String| {
        let mut of_code = references.iter().filter(|it| it.occupation.as_ref() == Some(*code)).peekable();
        let is_known = |it: &Reference| subject.figures.get(it).is_some();
        of_code.peek().is_some() && !of_code.any(is_known)
    };
    named.filter(is_unknown).map(String::as_str).collect()
}
