//! The names of the figures that a page uses.

use std::collections::BTreeSet;

use crate::fact::Reference;
use crate::guide::body::{self, Figure};
use crate::guide::{Manuscript, Rules};

/// What a page asks for: a small value, so that an edit that leaves its figures as they are asks nothing anew.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// The figures that its texts name.
    pub references: BTreeSet<Reference>,
}

impl Asked {
    /// What a manuscript asks for, in its body and in the answers of its front matter.
    pub fn of(manuscript: &Manuscript, rules: &Rules) -> Self {
        let answers = manuscript.head.front.faq.iter().flatten().filter_map(|it| it.a.as_deref()).filter(|answer| answer.contains("fact:"));
        let in_answers = answers.flat_map(|answer| body::fragment(&manuscript.text, manuscript.head.range.clone(), answer, rules).figures);
        let references: fn(Figure) -> Reference = |figure| figure.reference;
        Self { references: manuscript.body.figures.iter().cloned().chain(in_answers).map(references).collect() }
    }
}
