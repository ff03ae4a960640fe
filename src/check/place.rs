//! Places of what checks speak of: values of front matter, of data files and of `site.toml`.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::guide::Head;
use crate::site::Written;
pub(super) use crate::site::place::{front, of};
use crate::source::{SourcePath, Sources, Span, Text};
use crate::tree::Places;
use crate::yaml::locate;

/// The places of what the site says is written in `file`, a page's front matter or a data file: it is read once for all of them.
pub(super) fn all_in(heads: &BTreeMap<SourcePath, Arc<Head>>, sources: &Sources, file: &SourcePath, places: &[&Written]) -> Vec<Span> {
    let front = heads.get(file).map(|it| (it.text.clone(), it.range.clone()));
    let whole = || text(sources, file).map(|text| (text.clone(), 0..text.text.len()));
    let Some((text, range)) = front.or_else(whole) else { return places.iter().map(|_| Span::whole(file)).collect() };
    let found = Places::new(&text, range);
    places.iter().map(|place| text.span(found.value(&place.at.iter().map(String::as_str).collect::<Vec<_>>()))).collect()
}

/// The place of the value at `path` in a data file.
pub(super) fn in_data(sources: &Sources, file: &SourcePath, path: &[&str]) -> Span {
    let Some(text) = text(sources, file) else { return Span::whole(file) };
    let all = 0..text.text.len();
    text.span(locate(&text, all, path))
}

/// Where the settings, in `file`, write `value` in quotes; the beginning of the file if they do not.
///
/// Settings leave out what is wrong with them, so the number of a menu's entry would not tell its place.
pub(super) fn in_settings(sources: &Sources, file: &SourcePath, value: &str) -> Span {
    let text = text(sources, file);
    let start = text.and_then(|text| ['"', '\''].iter().find_map(|quote| text.text.find(&format!("{quote}{value}{quote}")).map(|at| at + 1)));
    start.map_or_else(|| Span::whole(file), |start| Span::new(file, start..start + value.len()))
}

/// `needle` within `span`, if it stands there as it is; else all of `span`.
pub(super) fn within(text: &Text, span: &Span, needle: &str) -> Span {
    let at = text.text.get(span.start..span.end).and_then(|it| it.find(needle));
    at.map_or(span.clone(), |at| text.span(span.start + at..span.start + at + needle.len()))
}

fn text(sources: &Sources, file: &SourcePath) -> Option<Text> {
    Text::decode(file, sources.get(file)?).ok()
}
