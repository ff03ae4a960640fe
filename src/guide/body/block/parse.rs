//! The YAML of a block becomes the parameters of its kind, every mistake reported where it stands.

use std::ops::Range;

use serde::Deserialize;

use super::given::Given;
use super::{BlockKind, ColumnChoice, Step, figures, theme};
use crate::guide::body::attributes::is_name;
use crate::guide::body::context::{Context, Origin};
use crate::guide::body::{Link, fragment, links};
use crate::guide::front_matter::rules;
use crate::guide::front_matter::{Cta, JobSearch, Question, ResourceKind};
use crate::problem::Code;
use crate::source::SourcePath;
use crate::tree::nearest;
use crate::yaml::Named;

/// The blocks that Guidepost knows.
pub const NAMES: &[&str] = &[
    "compare",
    "credentials",
    "cta",
    "data-table",
    "education",
    "faq",
    "figure",
    "job-search",
    "outlook",
    "pay-chart",
    "pay-table",
    "quick-facts",
    "resources",
    "similar",
    "skills",
    "steps",
];

/// The block `name` whose opening fence is at `head` and whose YAML is `body`. `None` if it cannot be shown; then it was reported.
pub(super) fn block(cx: &mut Context<'_>, name: &str, head: &Range<usize>, body: Range<usize>) -> Option<BlockKind> {
    let given = Given { name, head: head.clone(), body };
    match name {
        "cta" => cta(cx, &given),
        "job-search" => job_search(cx, &given),
        "faq" => faq(cx, &given),
        "steps" => steps(cx, &given),
        "resources" => Some(resources(cx, &given)),
        "credentials" => Some(credentials(cx, &given)),
        "data-table" => data_table(cx, &given),
        "figure" => figure(cx, &given),
        "compare" | "education" | "outlook" | "pay-chart" | "pay-table" | "quick-facts" | "similar" | "skills" => {
            figures::block(cx, &given).map(|block| BlockKind::Figures(Box::new(block)))
        }
        _ => {
            let rules = cx.rules.theme_blocks.get(name);
            if rules.is_none() {
                unknown(cx, name, head);
            }
            rules.map(|rules| theme::block(cx, &given, rules))
        }
    }
}

fn unknown(cx: &mut Context<'_>, name: &str, head: &Range<usize>) {
    let known: Vec<&str> = NAMES.iter().copied().chain(cx.rules.theme_blocks.keys().map(String::as_str)).collect();
    let all = || format!("the blocks are {}; a code block has no braces", known.join(", "));
    let help = nearest(name, known.iter().copied()).map_or_else(all, |near| format!("did you mean `{{{near}}}`?"));
    cx.problem(Code::UnknownBlock, head.clone(), format!("no block is called `{name}`"), help);
}

fn cta(cx: &mut Context<'_>, given: &Given<'_>) -> Option<BlockKind> {
    if given.is_empty(cx) {
        return Some(BlockKind::Cta(None));
    }
    let cta: Cta = given.judged(cx, |cta, judge| rules::cta(cta, &[], judge))?;
    let at = given.at(cx, &["url"]);
    let target = links::resolve(cx, cta.url.as_deref().unwrap_or_default(), &at)?.target;
    cx.links.push(Link { target, text: cta.label.clone().unwrap_or_default(), range: at });
    Some(BlockKind::Cta(Some(cta)))
}

fn job_search(cx: &mut Context<'_>, given: &Given<'_>) -> Option<BlockKind> {
    if given.is_empty(cx) {
        return Some(BlockKind::JobSearch(None));
    }
    let form: JobSearch = given.judged(cx, |form, judge| rules::job_search(form, &[], judge))?;
    Some(BlockKind::JobSearch(Some(form)))
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct FaqParameters {
    items: Vec<Question>,
}

fn faq(cx: &mut Context<'_>, given: &Given<'_>) -> Option<BlockKind> {
    if given.is_empty(cx) {
        return Some(BlockKind::Faq(Vec::new()));
    }
    let mut parameters: FaqParameters = given.judged(cx, |parameters: &FaqParameters, judge| {
        for (at, item) in parameters.items.iter().enumerate() {
            rules::question(item, &["items", &at.to_string()], judge);
        }
    })?;
    for (at, question) in parameters.items.iter_mut().enumerate() {
        let place = given.at(cx, &["items", &at.to_string(), "a"]);
        question.a = question.a.take().map(|answer| {
            let origin = Origin::of_value(cx.text, &answer, place);
            fragment::fragment_in(cx, &answer, &origin)
        });
    }
    Some(BlockKind::Faq(parameters.items))
}

fn incomplete(cx: &mut Context<'_>, sound: bool, at: Range<usize>, message: &str) {
    if sound {
        cx.problem(Code::MissingField, at, message, "write what is missing");
    }
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct StepsParameters {
    items: Vec<StepParameters>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct StepParameters {
    title: Option<String>,
    text: Option<String>,
}

fn steps(cx: &mut Context<'_>, given: &Given<'_>) -> Option<BlockKind> {
    let (parameters, sound): (StepsParameters, bool) = given.read(cx);
    if parameters.items.is_empty() {
        return given.missing(cx, sound, "items");
    }
    let mut steps = Vec::new();
    for (at, step) in parameters.items.into_iter().enumerate() {
        let number = at.to_string();
        let Some(title) = step.title.filter(|title| !title.trim().is_empty()) else {
            let at = given.at(cx, &["items", &number]);
            incomplete(cx, sound, at, "a step needs a `title`");
            continue;
        };
        let place = given.at(cx, &["items", &number, "text"]);
        let html = step.text.map(|text| {
            let origin = Origin::of_value(cx.text, &text, place);
            fragment::fragment_in(cx, &text, &origin)
        });
        steps.push(Step { title, html });
    }
    Some(BlockKind::Steps(steps))
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct ResourcesParameters {
    kind: Option<ResourceKind>,
    intro: Option<String>,
}

fn resources(cx: &mut Context<'_>, given: &Given<'_>) -> BlockKind {
    let (parameters, _): (ResourcesParameters, bool) = given.read(cx);
    let intro = given.phrase(cx, "intro", parameters.intro);
    BlockKind::Resources { kind: parameters.kind, intro }
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct CredentialsParameters {
    caption: Option<String>,
}

fn credentials(cx: &mut Context<'_>, given: &Given<'_>) -> BlockKind {
    let (parameters, _): (CredentialsParameters, bool) = given.read(cx);
    let caption = given.phrase(cx, "caption", parameters.caption);
    BlockKind::Credentials { caption }
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct DataTableParameters {
    file: Option<String>,
    caption: Option<String>,
    unit: Option<String>,
    source: Option<String>,
    note: Option<String>,
    id: Option<String>,
    columns: Vec<Named<ColumnParameters>>,
    sort: Option<String>,
    limit: Option<usize>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct ColumnParameters {
    name: Option<String>,
    label: Option<String>,
}

fn data_table(cx: &mut Context<'_>, given: &Given<'_>) -> Option<BlockKind> {
    let (parameters, sound): (DataTableParameters, bool) = given.read(cx);
    let says = |value: &Option<String>| value.as_ref().is_some_and(|text| !text.trim().is_empty());
    let (Some(file), true) = (parameters.file.as_ref().filter(|file| !file.trim().is_empty()), says(&parameters.caption)) else {
        for (name, value) in [("file", &parameters.file), ("caption", &parameters.caption)] {
            if !says(value) {
                given.missing::<()>(cx, sound, name);
            }
        }
        return None;
    };
    let file_range = given.at(cx, &["file"]);
    let Some(file) = data_file(cx.path(), file) else {
        let help = "name a CSV file beside the page, such as `pay.csv`, or one of `_data/`, such as `_data/pay.csv`";
        cx.problem(Code::InvalidValue, file_range, format!("`{file}` is no CSV file of the project"), help);
        return None;
    };
    let id = parameters.id.and_then(|id| {
        let at = given.at(cx, &["id"]);
        if is_name(&id) {
            return Some(cx.own_id(id, at));
        }
        cx.problem(Code::InvalidValue, at, format!("`{id}` cannot be an id"), "use letters, digits, `-` and `_`");
        None
    });
    let mut columns: Vec<ColumnChoice> = Vec::new();
    for (at, column) in parameters.columns.into_iter().enumerate() {
        if let Named::Text(name) | Named::Full(ColumnParameters { name: Some(name), .. }) = &column
            && columns.iter().any(|column| column.name == *name)
        {
            let at = given.at(cx, &["columns", &at.to_string()]);
            cx.problem(Code::InvalidValue, at, format!("the column `{name}` is named twice"), "name each column once");
            continue;
        }
        match column {
            Named::Text(name) | Named::Full(ColumnParameters { name: Some(name), label: None }) => columns.push(ColumnChoice { name, label: None }),
            Named::Full(ColumnParameters { name: Some(name), label }) => columns.push(ColumnChoice { name, label }),
            Named::Full(ColumnParameters { name: None, .. }) => {
                let at = given.at(cx, &["columns", &at.to_string()]);
                incomplete(cx, sound, at, "a column needs a `name`, its heading in the file");
            }
        }
    }
    let sort = parameters.sort.map(|sort| match sort.strip_prefix('-') {
        Some(name) => (name.to_owned(), true),
        None => (sort, false),
    });
    if parameters.limit == Some(0) {
        let at = given.at(cx, &["limit"]);
        cx.problem(Code::InvalidValue, at, "a table of 0 rows shows nothing", "write how many rows to show, or leave `limit` out");
    }
    let source_range = parameters.source.is_some().then(|| given.at(cx, &["source"]));
    let caption = given.phrase(cx, "caption", parameters.caption).unwrap_or_default();
    let note = given.phrase(cx, "note", parameters.note);
    Some(BlockKind::DataTable {
        file,
        file_range,
        id,
        caption,
        unit: parameters.unit,
        source: parameters.source,
        source_range,
        note,
        columns,
        sort,
        limit: parameters.limit,
    })
}

// `_data/` is the folder of that name in `content/`; other files stand beside the page.
fn data_file(page: &SourcePath, file: &str) -> Option<SourcePath> {
    let path = if file.starts_with("_data/") { SourcePath::new(&format!("content/{file}")) } else { page.sibling(file) };
    path.filter(|path| path.extension() == "csv" && path.as_str().starts_with("content/"))
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct FigureParameters {
    src: Option<String>,
    alt: Option<String>,
    caption: Option<String>,
    credit: Option<String>,
}

fn figure(cx: &mut Context<'_>, given: &Given<'_>) -> Option<BlockKind> {
    let (parameters, sound): (FigureParameters, bool) = given.read(cx);
    match &parameters.alt {
        None => drop(given.missing::<()>(cx, sound, "alt")),
        Some(alt) if alt.trim().is_empty() => {
            let at = given.at(cx, &["alt"]);
            let help = "say what it shows: `alt: a nurse taking a pulse`";
            cx.problem(Code::ImageWithoutAlternative, at, "this image has no text for those who cannot see it", help);
        }
        Some(_) => {}
    }
    let Some(src) = parameters.src else { return given.missing(cx, sound, "src") };
    let src_range = given.at(cx, &["src"]);
    let src = links::image_source(cx, &src, &src_range)?;
    let caption = given.phrase(cx, "caption", parameters.caption);
    let credit = given.phrase(cx, "credit", parameters.credit);
    Some(BlockKind::Figure { src, src_range, alt: parameters.alt?, caption, credit })
}
