//! Blocks that show figures of occupations: a table, a chart above it, or the panel of quick facts.

use std::ops::Range;

use serde::Deserialize;

use super::given::Given;
use crate::fact::{Basis, reference};
use crate::guide::body::attributes::is_name;
use crate::guide::body::context::Context;
use crate::problem::Code;
use crate::tree::nearest;

/// A block that shows figures of occupations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureBlock {
    /// What it shows.
    pub shows: Shows,
    /// Whether a chart stands above the table.
    pub has_chart: bool,
    /// SOC code of another occupation than the page's.
    pub occupation: Option<String>,
    /// SOC codes of the occupations beside the page's.
    pub occupations: Vec<String>,
    /// The dataset that must give the figures: an id of `_data/datasets.yaml`.
    pub dataset: Option<String>,
    /// The time of work that pay is for; `None`: by the year and by the hour, as far as they are published.
    pub per: Option<Basis>,
    /// Only these rows, by id or by the publisher's code; empty: all.
    pub only: Vec<String>,
    /// Only rows of this level, as the publisher calls it: `sector`.
    pub level: Option<String>,
    /// At most so many rows.
    pub limit: Option<usize>,
    /// The dataset of a price index, to tell pay of several years in the prices of the last.
    pub prices: Option<String>,
    /// The columns of a comparison, by the names of figures; empty: pay, education, jobs and growth.
    pub figures: Vec<String>,
    /// Address of the table within the page.
    pub id: Option<String>,
    /// Caption of the table, as HTML.
    pub caption: Option<String>,
    /// A remark, as HTML.
    pub note: Option<String>,
    /// Where its fence stands.
    pub head: Range<usize>,
    /// Where its YAML stands.
    pub yaml: Range<usize>,
}

/// What a block of figures shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shows {
    /// The panel of a guide, here instead of at its top.
    QuickFacts,
    /// Pay, row by row.
    Pay(By),
    /// Jobs, and how their number is foreseen to change.
    Outlook,
    /// The skills that matter most.
    Skills,
    /// Occupations that are like this one.
    Similar,
    /// How many of the workers have which education.
    Education,
    /// Several occupations beside each other.
    Compare,
}

/// What the rows of pay are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum By {
    /// Percentiles.
    Percentile,
    /// Industries.
    Industry,
    /// Areas.
    Area,
    /// Beginners and the experienced.
    Experience,
    /// Occupations.
    Occupation,
    /// Years.
    Year,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Parameters {
    by: Option<By>,
    chart: Option<bool>,
    occupation: Option<String>,
    occupations: Option<Vec<String>>,
    dataset: Option<String>,
    per: Option<Basis>,
    only: Option<Vec<String>>,
    level: Option<String>,
    limit: Option<usize>,
    prices: Option<String>,
    figures: Option<Vec<String>>,
    id: Option<String>,
    caption: Option<String>,
    note: Option<String>,
}

/// What every one of them may have.
const COMMON: [&str; 3] = ["id", "caption", "note"];

/// The parameters that suit `name` beside the common ones, in the order of the manual.
pub(super) fn parameters(name: &str) -> &'static [&'static str] {
    match name {
        "pay-table" => &["by", "occupation", "occupations", "dataset", "per", "only", "level", "limit", "prices", "chart"],
        "pay-chart" => &["by", "occupation", "occupations", "dataset", "per", "only", "level", "limit", "prices"],
        "outlook" => &["occupation", "dataset", "chart"],
        "skills" | "education" => &["occupation", "dataset", "limit", "chart"],
        "similar" => &["occupation", "occupations", "dataset", "limit"],
        "compare" => &["occupations", "figures", "dataset"],
        _ => &[],
    }
}

/// The block `given`, which is one of figures.
pub(super) fn block(cx: &mut Context<'_>, given: &Given<'_>) -> Option<FigureBlock> {
    let (it, sound): (Parameters, bool) = given.read(cx);
    unsuited(cx, given, &it);
    let shows = match given.name {
        "pay-table" | "pay-chart" => {
            let Some(by) = it.by else { return given.missing(cx, sound, "by") };
            Shows::Pay(by)
        }
        "outlook" => Shows::Outlook,
        "skills" => Shows::Skills,
        "similar" => Shows::Similar,
        "education" => Shows::Education,
        "compare" => Shows::Compare,
        _ => Shows::QuickFacts,
    };
    if shows == Shows::Compare && it.occupations.as_ref().is_none_or(Vec::is_empty) {
        return given.missing(cx, sound, "occupations");
    }
    if it.limit == Some(0) {
        let at = given.at(cx, &["limit"]);
        cx.problem(Code::InvalidValue, at, "a table of 0 rows shows nothing", "write how many rows to show, or leave `limit` out");
    }
    if matches!(it.per, Some(Basis::Day | Basis::Week | Basis::Month)) {
        let at = given.at(cx, &["per"]);
        cx.problem(Code::InvalidValue, at, "pay is told by the year or by the hour here", "write `year` or `hour`");
        return None;
    }
    let only = it.only.unwrap_or_default();
    for (number, name) in only.iter().enumerate().filter(|(number, name)| only.iter().take(*number).any(|earlier| earlier == *name)) {
        let at = given.at(cx, &["only", &number.to_string()]);
        cx.problem(Code::InvalidValue, at, format!("`{name}` is named twice"), "name each row once");
    }
    for (number, name) in it.figures.iter().flatten().enumerate().filter(|(_, name)| reference::measure(name).is_none()) {
        let at = given.at(cx, &["figures", &number.to_string()]);
        let help = reference::meant(name)
            .or_else(|| nearest(name, reference::NAMES).map(str::to_owned))
            .map_or_else(|| format!("the names are {}", reference::NAMES.join(", ")), |near| format!("did you mean `{near}`?"));
        cx.problem(Code::InvalidValue, at, format!("no figure of an occupation is called `{name}`"), help);
    }
    let id = it.id.and_then(|id| {
        let at = given.at(cx, &["id"]);
        if is_name(&id) {
            return Some(cx.own_id(id, at));
        }
        cx.problem(Code::InvalidValue, at, format!("`{id}` cannot be an id"), "use letters, digits, `-` and `_`");
        None
    });
    let caption = given.phrase(cx, "caption", it.caption);
    let note = given.phrase(cx, "note", it.note);
    Some(FigureBlock {
        shows,
        has_chart: it.chart.unwrap_or(matches!(given.name, "pay-chart" | "outlook" | "skills" | "education")),
        occupation: it.occupation,
        occupations: it.occupations.unwrap_or_default(),
        dataset: it.dataset,
        per: it.per,
        only,
        level: it.level,
        limit: it.limit,
        prices: it.prices,
        figures: it.figures.unwrap_or_default(),
        id,
        caption,
        note,
        head: given.head.clone(),
        yaml: given.body.clone(),
    })
}

/// Reports parameters that another block of figures has and this one does not.
fn unsuited(cx: &mut Context<'_>, given: &Given<'_>, it: &Parameters) {
    let told = [
        ("by", it.by.is_some()),
        ("chart", it.chart.is_some()),
        ("occupation", it.occupation.is_some()),
        ("occupations", it.occupations.is_some()),
        ("dataset", it.dataset.is_some()),
        ("per", it.per.is_some()),
        ("only", it.only.is_some()),
        ("level", it.level.is_some()),
        ("limit", it.limit.is_some()),
        ("prices", it.prices.is_some()),
        ("figures", it.figures.is_some()),
        ("id", it.id.is_some()),
        ("caption", it.caption.is_some()),
        ("note", it.note.is_some()),
    ];
    unsuited_rows(cx, given, it);
    let own = parameters(given.name);
    let common: &[&str] = if given.name == "quick-facts" { &[] } else { &COMMON };
    let suits = |name: &&str| own.contains(name) || common.contains(name);
    for (name, _) in told.iter().filter(|(name, is_told)| *is_told && !suits(name)) {
        let at = given.at(cx, &[name]);
        let known: Vec<String> = own.iter().chain(common).map(|name| format!("`{name}`")).collect();
        let help = if known.is_empty() { "it has no parameters".to_owned() } else { format!("it has {}", known.join(", ")) };
        cx.problem(Code::UnknownKey, at, format!("the block `{{{}}}` has no `{name}`", given.name), help);
    }
}

/// Reports parameters of a table of pay that say nothing of the rows that it is asked for.
fn unsuited_rows(cx: &mut Context<'_>, given: &Given<'_>, it: &Parameters) {
    let Some(by) = it.by.filter(|_| parameters(given.name).contains(&"by")) else { return };
    let told: [(&str, bool, &[By], &str); 5] = [
        ("occupations", it.occupations.is_some(), &[By::Occupation], "`by: occupation`"),
        ("prices", it.prices.is_some(), &[By::Year], "`by: year`"),
        ("level", it.level.is_some(), &[By::Industry, By::Area], "`by: industry` and `by: area`"),
        ("only", it.only.is_some(), &[By::Industry, By::Area], "`by: industry` and `by: area`"),
        ("limit", it.limit.is_some(), &[By::Industry, By::Area, By::Year], "`by: industry`, `by: area` and `by: year`"),
    ];
    for (name, _, _, belongs) in told.iter().filter(|(_, is_told, rows, _)| *is_told && !rows.contains(&by)) {
        let at = given.at(cx, &[name]);
        cx.problem(Code::UnknownKey, at, format!("`{name}` belongs to {belongs}: these rows have none"), "take it out, or correct `by`");
    }
}
