//! The figures ledger: every figure that the site shows, with where it is from and the pages that show it.

mod names;

use std::collections::BTreeMap;

use names::Names;
use serde::Serialize;

use super::fact_json::{self, FactObject};
use super::view::{CellView, ColumnView, Html, LedgerView, LinkView, SourceView, TableView};
use super::voice::Voice;
use super::{card, figure, quality, source, words};
use crate::fact::{Fact, Topic, Value};
use crate::figures::OfSite;
use crate::guide::body::escaped;
use crate::output::OutputPath;
use crate::site::Site;
use crate::source::SourcePath;
use crate::words::{Word, Words};

const CSV: &str = "figures/figures.csv";
const JSON: &str = "figures/figures.json";

/// So many figures stand on the page; the downloads have all.
const ON_PAGE: usize = 2_000;

/// A figure, and the pages that show it.
struct Row<'a> {
    fact: &'a Fact,
    pages: Vec<&'a SourcePath>,
}

/// Every figure once, by occupation, measure and time.
fn rows(figures: &OfSite) -> Vec<Row<'_>> {
    let mut rows: BTreeMap<(&Topic, &Value, Option<&String>), Row> = BTreeMap::new();
    for (path, figures) in figures {
        for fact in figures.shown() {
            let row = rows.entry((&fact.topic, fact.value(), fact.source.as_ref())).or_insert_with(|| Row { fact, pages: Vec::new() });
            // A page may have it from two places: a name of its text, and a row of a table.
            if row.pages.last() != Some(&path) {
                row.pages.push(path);
            }
        }
    }
    rows.into_values().collect()
}

/// What the page shows; then the ledger for programs and spreadsheets: where each file lies, and its bytes.
pub(super) fn made(site: &Site, voice: &Voice, figures: &OfSite) -> (LedgerView, Vec<(OutputPath, Vec<u8>)>) {
    let rows = rows(figures);
    let names = Names::of(site, &voice.words, figures);
    let files = [(CSV, csv(&rows, site, voice, &names)), (JSON, json(&rows, site))];
    let files = files.into_iter().filter_map(|(path, bytes)| Some((OutputPath::new(&path_of(site, path)).ok()?, bytes))).collect();
    (view(&rows, site, voice, &names), files)
}

fn view(rows: &[Row], site: &Site, voice: &Voice, names: &Names) -> LedgerView {
    let words = &*voice.words;
    let columns = [
        &words.column_figure,
        &words.column_value,
        &words.column_occupation,
        &words.column_time,
        &words.column_area,
        &words.column_source,
        &words.column_pages,
    ];
    let column = |(at, word): (usize, &&Word)| ColumnView { html: Html(escaped(word.text())), numeric: at == 1 };
    let table = TableView {
        id: "ledger".to_owned(),
        caption_html: Some(Html(escaped(words.every_figure.text()))),
        label: words.every_figure.text().to_owned(),
        unit: None,
        source: None,
        note_html: None,
        columns: columns.iter().enumerate().map(column).collect(),
        rows: rows.iter().take(ON_PAGE).map(|row| cells(row, site, names, voice)).collect(),
        row_headers: true,
        chart_html: None,
        csv_path: None,
        json_path: None,
    };
    LedgerView { count: rows.len(), left_out: rows.len().saturating_sub(ON_PAGE), table, csv_path: path_of(site, CSV), json_path: path_of(site, JSON) }
}

fn cells(row: &Row, site: &Site, names: &Names, voice: &Voice) -> Vec<CellView> {
    let registry = &site.given.registry;
    let topic = &row.fact.topic;
    let text = |text: String| CellView { html: Html(escaped(&text)), number: None };
    let unbroken = |text: String| CellView { html: Html(unbroken(&text)), number: None };
    let said = quality::said(&voice.words, row.fact.quality).map(|said| format!(" ({said})")).unwrap_or_default();
    let value = CellView { html: Html(escaped(&(voice.in_sentence(row.fact) + &said))), number: row.fact.value().exact().map(|number| number.to_string()) };
    let place = [names.area(topic), names.industry(topic)].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let source: Option<SourceView> = row.fact.source.as_deref().and_then(|id| source::view(voice, registry, id));
    let root = site.given.config.at(super::navigation::LEDGER_PATH).root();
    let pages: Vec<String> =
        links(row, site).iter().map(|link| format!("<a href=\"{root}{}\">{}</a>", super::markup::address(&link.path), escaped(&link.label))).collect();
    vec![
        text(words::measure(&voice.words, &topic.measure)),
        value,
        unbroken(topic.occupation.as_deref().map(|code| names.occupation(code)).unwrap_or_default()),
        unbroken(topic.period.map(|period| voice.period(period)).unwrap_or_default()),
        text(place),
        unbroken(source.map_or_else(String::new, |it| [Some(it.title), it.edition].into_iter().flatten().collect::<Vec<_>>().join(", "))),
        CellView { html: Html(shortened(&voice.words, &pages)), number: None },
    ]
}

/// `text` as HTML in which no line ends within a code or a span of years, such as `11-9111` and `2024–34`, and neither is turned round
/// in texts from right to left.
fn unbroken(text: &str) -> String {
    let is_whole = |word: &str| {
        let mut ends = word.split(['-', '–']).map(|part| (part.starts_with(|c: char| c.is_numeric()), part.ends_with(|c: char| c.is_numeric())));
        let first = ends.next().is_some_and(|(_, ends)| ends);
        first && ends.next().is_some_and(|(begins, _)| begins)
    };
    let words = text.split(' ').map(|word| if is_whole(word) { format!("<bdi class=\"code\">{}</bdi>", escaped(word)) } else { escaped(word) });
    words.collect::<Vec<_>>().join(" ")
}

/// Where a download of the ledger lies.
fn path_of(site: &Site, file: &str) -> String {
    format!("{}{file}", site.given.config.home)
}

/// The first pages; the others where a reader asks for them.
fn shortened(words: &Words, pages: &[String]) -> String {
    match pages {
        [first, second, third, _, ..] => {
            let rest = pages.get(3..).unwrap_or_default();
            let more = escaped(&words.and_more.count(rest.len(), &[]));
            format!("{first}, {second}, {third} <details><summary>{more}</summary>{}</details>", rest.join(", "))
        }
        few => few.join(", "),
    }
}

fn links(row: &Row, site: &Site) -> Vec<LinkView> {
    row.pages.iter().filter_map(|path| site.pages.get(*path)).map(|page| card::link(&page.title, &page.address)).collect()
}

/// The ledger for programs.
#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    figures: Vec<Figure<'a>>,
}

#[derive(Serialize)]
struct Figure<'a> {
    #[serde(flatten)]
    fact: FactObject<'a>,
    /// Paths of those that show it.
    pages: Vec<String>,
}

fn json<'r>(rows: &[Row<'r>], site: &'r Site) -> Vec<u8> {
    let figure =
        |row: &Row<'r>| Figure { fact: fact_json::fact(row.fact, &site.given.registry), pages: links(row, site).into_iter().map(|link| link.path).collect() };
    fact_json::text(&Document { version: fact_json::VERSION, figures: rows.iter().map(figure).collect() })
}

/// A value without any language: the number, the level or the mark as authors write it; else the ends of a range, of which a bound has one.
fn in_columns(value: &Value) -> [String; 3] {
    let [low, high] = figure::bounds(value).map(Option::unwrap_or_default);
    let one = match value {
        Value::Level(level) => name(level),
        Value::Unpublished(mark) => name(mark),
        Value::Money(..) | Value::Percent(_) | Value::Count(_) => value.exact().map(|number| number.to_string()).unwrap_or_default(),
    };
    [one, low, high]
}

/// What a level or a mark is called in the files of a project.
fn name(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|it| it.as_str().map(str::to_owned)).unwrap_or_default()
}

fn csv(rows: &[Row], site: &Site, voice: &Voice, names: &Names) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail, and every row has as many cells.
    let _ = writer.write_record([
        "measure",
        "value",
        "low",
        "high",
        "unit",
        "occupation",
        "period",
        "area",
        "industry",
        "source",
        "pages",
        "quality",
        "population",
    ]);
    for row in rows {
        let topic = &row.fact.topic;
        let [value, low, high] = in_columns(row.fact.value());
        let cells = [
            words::measure(&voice.words, &topic.measure),
            value,
            low,
            high,
            fact_json::unit(row.fact, &site.given.registry).unwrap_or_default().to_owned(),
            topic.occupation.clone().unwrap_or_default(),
            topic.period.map(crate::fact::Period::iso).unwrap_or_default(),
            names.area(topic).unwrap_or_default(),
            names.industry(topic).unwrap_or_default(),
            row.fact.source.clone().unwrap_or_default(),
            links(row, site).into_iter().map(|link| link.path).collect::<Vec<_>>().join(" "),
            name(&row.fact.quality),
            topic.population.clone().unwrap_or_default(),
        ];
        let _ = writer.write_record(cells.iter().map(|cell| super::download::guarded(cell)));
    }
    writer.into_inner().unwrap_or_default()
}
