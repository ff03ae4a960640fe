//! What a block asks for whose rows are as many as a publisher has.

use crate::fact::Basis;
use crate::guide::body::{By, FigureBlock, Shows};

/// A list of figures that a block asks for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct List {
    /// What its rows are.
    pub of: Rows,
    /// SOC code of another occupation than the page's.
    pub occupation: Option<String>,
    /// The dataset that must give it.
    pub dataset: Option<String>,
    /// The time of work that pay is for.
    pub basis: Basis,
    /// Only these rows, by id or code; empty: all.
    pub only: Vec<String>,
    /// Only rows of this level, as the publisher calls it.
    pub level: Option<String>,
    /// At most so many rows.
    pub limit: usize,
    /// The dataset of a price index.
    pub prices: Option<String>,
}

/// What the rows of a list are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rows {
    /// Industries, by pay.
    Industries,
    /// Areas, by pay.
    Areas,
    /// Times, with pay and, if asked for, a price index.
    Years,
    /// Educations, with the share of the workers who have them.
    Education,
    /// Skills, with how much they matter.
    Skills,
    /// Occupations like this one, with pay, entry education and growth.
    Similar,
}

/// How many rows a list has unless its block says otherwise.
const LIMIT: usize = 10;

impl List {
    /// The list that `block` asks for; `None` if it can do with single figures.
    pub fn of(block: &FigureBlock) -> Option<Self> {
        let of = match block.shows {
            Shows::Pay(By::Industry) => Rows::Industries,
            Shows::Pay(By::Area) => Rows::Areas,
            Shows::Pay(By::Year) => Rows::Years,
            Shows::Education => Rows::Education,
            Shows::Skills => Rows::Skills,
            Shows::Similar if block.occupations.is_empty() => Rows::Similar,
            _ => return None,
        };
        let limit = match of {
            Rows::Years | Rows::Education => usize::MAX,
            Rows::Similar => 5,
            _ => LIMIT,
        };
        Some(Self {
            of,
            occupation: block.occupation.clone(),
            dataset: block.dataset.clone(),
            basis: block.per.unwrap_or(Basis::Year),
            only: block.only.clone(),
            level: block.level.clone(),
            limit: block.limit.unwrap_or(limit),
            prices: block.prices.clone(),
        })
    }
}
