//! Blocks of figures: a table that states unit, time, area and source, a chart of the same numbers, and what they say in a sentence.

mod draw;
mod grid;
mod lead;
mod of_guides;
mod rows;

use std::sync::Arc;

use super::figure::Notes;
use super::given::Given;
use super::markup::plain;
use super::{quality, words};
use crate::fact::{Fact, Measure, Statistic, Value};
use crate::figures::{Absent, currencies};
use crate::guide::Manuscript;
use crate::guide::body::{BlockKind, By, FigureBlock, Piece, Shows, Table, escaped};

use grid::Grid;
pub(super) use of_guides::{Row as GuideRow, table as table_of_guides};

/// Whether the panel of the guide stands in its text, so that it does not stand at its top.
pub(super) fn has_quick_facts(manuscript: &Manuscript) -> bool {
    let is_one = |piece: &Piece| matches!(piece, Piece::Block(block) if matches!(&block.kind, BlockKind::Figures(it) if it.shows == Shows::QuickFacts));
    manuscript.body.pieces.iter().any(is_one)
}

/// What a block shows.
pub(super) struct Shown {
    /// What its figures say, as HTML.
    pub(super) lead: Option<String>,
    pub(super) table: Table,
    /// The chart, as SVG.
    pub(super) chart: Option<String>,
    /// Whether a median is among them, which the reader was told of.
    pub(super) has_median: bool,
    /// What the block names and nobody has, by its place in `only`.
    pub(super) missing: Vec<usize>,
}

/// The figures of `block`, whose table is called `id`. `says_median` is whether the page has told already what a median is.
pub(super) fn shown(given: &Given, notes: &mut Notes, block: &FigureBlock, id: &str, says_median: bool) -> Result<Shown, Absent> {
    let mut grid = rows::grid(given, block)?;
    if !grid.facts().any(|fact| !matches!(fact.value(), Value::Unpublished(_))) {
        let help = "ask for other figures, such as `per: hour`, or take the block out and say in words that there are none";
        return Err(Absent::new("nothing that this block shows is published: there is a mark in every cell", help));
    }
    grid.drop_empty_columns();
    if let Some(both) = currencies::two(grid.facts().map(|fact| &**fact)) {
        return Err(currencies::mixed(both, one_currency(block)));
    }
    let lead = (block.shows == Shows::Outlook).then(|| lead::outlook(given, notes, block)).flatten();
    let caption = block.caption.clone().unwrap_or_else(|| escaped(&caption(given, block)));
    let chart = block.has_chart.then(|| draw::chart(given, block, &grid, id, &plain(&caption))).flatten();
    let is_median = |fact: &Arc<Fact>| matches!(fact.topic.measure, Measure::Pay(Statistic::Median, _)) && !matches!(fact.value(), Value::Unpublished(_));
    let has_median = grid.facts().any(is_median);
    let table = grid.table(given, notes, matches!(block.shows, Shows::Pay(By::Area)));
    let chosen = grid.chosen_by.as_deref().map(|source| notes.mark_of_source(given, source));
    let note = note(given, block, &grid, has_median && !says_median, chosen);
    Ok(Shown { lead, table: Table { id: id.to_owned(), caption: Some(caption), note, ..table }, chart, has_median, missing: grid.missing })
}

/// How a block comes to figures of one currency.
fn one_currency(block: &FigureBlock) -> &'static str {
    match block.shows {
        Shows::Compare | Shows::Similar | Shows::Pay(By::Occupation) => {
            "write one block for each currency, and name in `occupations` only those whose pay is in that of the first row"
        }
        _ => "write one block for each currency: `per` or `dataset` chooses its figures",
    }
}

/// The author's remark, and what a reader must know of these numbers.
fn note(given: &Given, block: &FigureBlock, grid: &Grid, tells_median: bool, chosen: Option<String>) -> Option<String> {
    let mut notes: Vec<String> = block.note.iter().cloned().collect();
    notes.extend(tells_median.then(|| escaped(given.words().median_is.text())));
    notes.extend(chosen.map(|mark| format!("{}{mark}", escaped(given.words().chosen_by.text()))));
    let shared = grid.shared_quality().and_then(|it| quality::said(given.words(), it));
    notes.extend(shared.map(|said| escaped(&format!("{}.", words::capitalised(said)))));
    notes.extend(grid.remark.iter().map(|remark| escaped(remark)));
    (!notes.is_empty()).then(|| notes.join(" "))
}

/// The id that a table gets unless the page has it already.
pub(super) fn wish(block: &FigureBlock) -> &'static str {
    match block.shows {
        Shows::Pay(By::Percentile) => "pay-by-percentile",
        Shows::Pay(By::Industry) => "pay-by-industry",
        Shows::Pay(By::Area) => "pay-by-area",
        Shows::Pay(By::Experience) => "pay-by-experience",
        Shows::Pay(By::Occupation) => "pay-by-occupation",
        Shows::Pay(By::Year) => "pay-over-years",
        Shows::Outlook => "jobs-and-outlook",
        Shows::Education => "required-education",
        _ => name(block),
    }
}

/// The name of the block.
pub(super) fn name(block: &FigureBlock) -> &'static str {
    match block.shows {
        Shows::QuickFacts => "quick-facts",
        Shows::Pay(_) if block.has_chart => "pay-chart",
        Shows::Pay(_) => "pay-table",
        Shows::Outlook => "outlook",
        Shows::Skills => "skills",
        Shows::Similar => "similar",
        Shows::Education => "education",
        Shows::Compare => "compare",
    }
}

fn caption(given: &Given, block: &FigureBlock) -> String {
    let front = given.page().map(|page| &page.head.front);
    let own = front.and_then(|front| front.occupation.as_ref());
    let words = given.words();
    let word = match block.shows {
        Shows::Pay(By::Percentile) => &words.caption_percentile,
        Shows::Pay(By::Industry) => &words.caption_industry,
        Shows::Pay(By::Area) => &words.caption_area,
        Shows::Pay(By::Experience) => &words.caption_experience,
        Shows::Pay(By::Occupation) => &words.caption_occupation,
        Shows::Pay(By::Year) => &words.caption_year,
        Shows::Outlook => &words.caption_outlook,
        Shows::Skills => &words.caption_skills,
        Shows::Similar => &words.caption_similar,
        Shows::Education => &words.caption_education,
        Shows::Compare | Shows::QuickFacts if own.is_some() => &words.caption_compare,
        Shows::Compare | Shows::QuickFacts => &words.caption_compared,
    };
    word.with(&[("occupation", &rows::occupation(given, block))])
}
