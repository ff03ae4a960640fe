//! What the checks of one page look at.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::day::Day;
use crate::fact::Locale;
use crate::figures::Figures;
use crate::guide::Manuscript;
use crate::guide::body::{Piece, Table};
use crate::memory::Same;
use crate::registry::Registry;
use crate::settings::Config;
use crate::site::{Kind, kind_of, place};
use crate::source::{SourcePath, Span};

/// One published page, with what it is judged by: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Its file.
    pub manuscript: Arc<Manuscript>,
    /// What its figures are.
    pub figures: Arc<Figures>,
    /// The settings.
    pub config: Same<Config>,
    /// The data files.
    pub registry: Same<Registry>,
    /// The day that counts as today.
    pub as_of: Day,
    /// The files that it shows as images, as far as they are there.
    pub images: BTreeMap<SourcePath, Arc<[u8]>>,
}

impl Subject {
    /// Where the fact called `name` stands in the front matter, or the value of one of its fields.
    pub(super) fn fact_place(&self, name: &str, field: Option<&str>) -> Span {
        let head = &self.manuscript.head;
        match field {
            Some(field) => place::of(head, &["facts", name, field]),
            None => place::key(head, &["facts", name]),
        }
    }

    /// The language of the page.
    pub(super) fn locale(&self) -> Locale {
        Locale::of(self.manuscript.head.front.language.as_deref().unwrap_or(&self.config.language))
    }

    /// The tables of its text, in order.
    pub(super) fn tables(&self) -> impl Iterator<Item = &Table> {
        self.manuscript.body.pieces.iter().filter_map(|piece| if let Piece::Table(table) = piece { Some(table) } else { None })
    }

    /// Whether the page is a guide.
    pub(super) fn is_guide(&self) -> bool {
        kind_of(&self.manuscript.head) == Some(Kind::Guide)
    }
}
