//! The templates of a theme: collected from its layers, checked as far as can be without a page, and linked.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tera::Tera;

use super::assets::Assets;
use super::filters;
use super::layer::Layer;
use super::problems::{self, Names};
use super::scan::{self, Scan};
use crate::problem::{Code, Problem};
use crate::source::{Sources, Span, Text};
use crate::tree::nearest;
use crate::words::{Book, Plurals};

/// Templates that pages, blocks and redirects are shown by.
pub(super) const NEEDED: [&str; 22] = [
    "home.html",
    "section.html",
    "guide.html",
    "plain.html",
    "resources.html",
    "tags.html",
    "tag.html",
    "author.html",
    "index.html",
    "ledger.html",
    "sources.html",
    "not-found.html",
    "redirect.html",
    "blocks/table.html",
    "blocks/cta.html",
    "blocks/job-search.html",
    "blocks/faq.html",
    "blocks/steps.html",
    "blocks/resources.html",
    "blocks/figure.html",
    "blocks/figures.html",
    "blocks/quick-facts.html",
];

/// The largest template, in bytes.
const LARGEST: usize = 1024 * 1024;

/// How many templates may extend or include one another in a chain. The engine follows chains by recursion: a long one
/// would overflow the stack, which nothing can catch.
const DEEPEST: usize = 32;

/// The texts of all templates by name, the first layer's where several have one.
///
/// `beacon/guide.html` names the file of the theme `beacon` itself, so that a template which takes its place can extend it.
pub(super) fn collect(layers: &[Layer]) -> (BTreeMap<String, Text>, Vec<Problem>) {
    let mut templates = BTreeMap::new();
    let mut problems = Vec::new();
    for (name, path, bytes) in layers.iter().flat_map(|layer| layer.below("templates")) {
        if templates.contains_key(name) {
            continue;
        }
        match read(name, path, bytes) {
            Ok(text) => {
                templates.insert(name.to_owned(), text);
            }
            Err(problem) => problems.push(problem),
        }
    }
    problems.extend(add_replaced(layers, &mut templates));
    (templates, problems)
}

fn read(name: &str, path: &crate::source::SourcePath, bytes: &[u8]) -> Result<Text, Problem> {
    if !["html", "xml", "txt"].contains(&path.extension().as_str()) {
        return Err(Problem::new(Code::ThemeFile, Span::whole(path), format!("`{name}` is not a template"))
            .help("templates end in .html, .xml or .txt; files that are published as they are belong in `static/`"));
    }
    if bytes.len() > LARGEST {
        return Err(Problem::new(Code::TooLarge, Span::whole(path), format!("the template has {} bytes; at most {LARGEST} are read", bytes.len())));
    }
    Ok(Text::decode(path, bytes)?)
}

/// Adds the templates that are named with their theme (`beacon/guide.html`) somewhere.
fn add_replaced(layers: &[Layer], templates: &mut BTreeMap<String, Text>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut todo: Vec<Text> = templates.values().cloned().collect();
    while let Some(text) = todo.pop() {
        for reference in scan::scan(&text.text).references {
            let Some((theme, name)) = reference.name.split_once('/') else { continue };
            if templates.contains_key(&reference.name) {
                continue;
            }
            let layer = layers.iter().find(|layer| !layer.name.is_empty() && layer.name == theme);
            let Some((_, path, bytes)) = layer.and_then(|layer| layer.below("templates").find(|(file, ..)| *file == name)) else { continue };
            match read(name, path, bytes) {
                Ok(found) => {
                    todo.push(found.clone());
                    templates.insert(reference.name, found);
                }
                Err(problem) => problems.push(problem),
            }
        }
    }
    problems
}

/// The engine with all templates, if they have no problems.
///
/// A template with a problem is linked as an empty one, so that the problems of the others are found in the same build.
pub(super) fn link(layers: &[Layer], templates: &BTreeMap<String, Text>, scans: &BTreeMap<&str, Scan>, assets: &Assets, words: &Book) -> (Tera, Vec<Problem>) {
    let originals =
        layers.iter().filter(|layer| !layer.name.is_empty()).flat_map(|layer| layer.below("templates").map(|(name, ..)| format!("{}/{name}", layer.name)));
    let known: BTreeSet<String> = originals.chain(templates.keys().cloned()).collect();
    let mut found: BTreeMap<&str, Vec<Problem>> = BTreeMap::new();
    for (name, text) in templates {
        found.entry(name).or_default().extend(alone(name, text, scans, templates, &known));
    }
    let (tangled, mut broken) = tangled(scans, templates);
    for (name, problem) in tangled.into_iter().chain(twice(scans, templates)) {
        found.entry(name).or_default().push(problem);
    }
    broken.extend(found.iter().filter(|(_, problems)| !problems.is_empty()).map(|(name, _)| *name));
    let mut problems: Vec<Problem> = found.into_values().flatten().collect();

    let mut tera = engine(assets, words.plurals());
    let texts = templates.iter().map(|(name, text)| (name.as_str(), if broken.contains(name.as_str()) { "" } else { &*text.text }));
    if let Err(error) = tera.add_raw_templates(texts) {
        let names = Names { templates, scans, components: scans.values().flat_map(|scan| &scan.components).map(|it| it.name.as_str()).collect() };
        let unknown = problems::unknown_names(&error, &names);
        let said = unknown.len();
        // What an emptied template would have defined is not missing.
        problems.extend(unknown.into_iter().filter(|it| broken.is_empty() || !(it.message.contains("component") || it.message.contains("a block"))));
        if said == 0 {
            let at = templates.values().next().map(|text| text.span(0..0));
            problems.extend(at.map(|at| Problem::new(Code::TemplateSyntax, at, format!("the templates cannot be linked: {error}"))));
        }
    }
    (tera, problems)
}

/// What each template refers to.
pub(super) fn scans(templates: &BTreeMap<String, Text>) -> BTreeMap<&str, Scan> {
    templates.iter().map(|(name, text)| (name.as_str(), scan::scan(&text.text))).collect()
}

fn engine(assets: &Assets, plurals: &Arc<BTreeMap<String, Arc<Plurals>>>) -> Tera {
    let mut tera = Tera::new();
    // Every name ends with nothing, so every template is escaped whatever its suffix.
    tera.autoescape_on([""]);
    filters::register(&mut tera, &assets.named, plurals);
    tera
}

/// What is wrong with one template by itself. `known` are the names of all, also of those that another takes the place of.
fn alone(name: &str, text: &Text, scans: &BTreeMap<&str, Scan>, templates: &BTreeMap<String, Text>, known: &BTreeSet<String>) -> Vec<Problem> {
    let mut problems: Vec<Problem> = Vec::new();
    if let Err(error) = engine(&Assets::default(), &Arc::default()).add_raw_template(name, &text.text) {
        problems.extend(problems::syntax(&error, text));
    }
    let Some(scan) = scans.get(name) else { return problems };
    problems.extend(scan.safe_filters.iter().map(|range| {
        Problem::new(Code::TemplateUnescaped, text.span(range.clone()), "the filter `safe` is not available: every text is escaped")
            .help("values whose names end in `_html` are printed as they are; for all others leave the filter out")
    }));
    let missing = scan.references.iter().filter(|reference| !templates.contains_key(&reference.name));
    problems.extend(missing.map(|reference| problems::missing_template(&reference.name, text.span(reference.range.clone()), known.iter().map(String::as_str))));
    problems
}

/// Templates that refer to one another in a circle or in chains that are too long: problems, and all that cannot be linked.
fn tangled<'a>(scans: &BTreeMap<&'a str, Scan>, templates: &BTreeMap<String, Text>) -> (Vec<(&'a str, Problem)>, BTreeSet<&'a str>) {
    let mut depths: BTreeMap<&str, usize> = BTreeMap::new();
    // Each round settles the templates all of whose references are settled; what stays open is in a circle or leads to one.
    loop {
        let open = scans.iter().filter(|(name, _)| !depths.contains_key(*name));
        let settled: Vec<(&str, usize)> = open
            .filter_map(|(name, scan)| {
                let known = scan.references.iter().filter(|it| scans.contains_key(it.name.as_str()));
                known.map(|it| depths.get(it.name.as_str()).copied()).try_fold(0, |deepest, depth| Some(deepest.max(depth? + 1))).map(|depth| (*name, depth))
            })
            .collect();
        if settled.is_empty() {
            break;
        }
        depths.extend(settled);
    }
    let mut problems = Vec::new();
    let mut broken = BTreeSet::new();
    for (name, scan) in scans {
        let Some(text) = templates.get(*name) else { continue };
        let depth = depths.get(name).copied();
        if depth.is_none_or(|depth| depth >= DEEPEST) {
            broken.insert(*name);
        }
        // Of a chain only the first template that is too far from its end is told, not each one behind it.
        let message = match depth {
            None => "templates refer to one another in a circle through".to_owned(),
            Some(DEEPEST) => format!("more than {DEEPEST} templates refer to one another in a chain, beginning with"),
            Some(_) => continue,
        };
        let culprit = scan.references.iter().filter(|it| scans.contains_key(it.name.as_str())).find(|it| match depth {
            None => !depths.contains_key(it.name.as_str()),
            Some(depth) => depths.get(it.name.as_str()).is_some_and(|below| below + 1 == depth),
        });
        let Some(culprit) = culprit else { continue };
        problems.push((*name, Problem::new(Code::TemplateName, text.span(culprit.range.clone()), format!("{message} `{}`", culprit.name))));
    }
    (problems, broken)
}

/// Components that two templates define.
fn twice<'a>(scans: &BTreeMap<&'a str, Scan>, templates: &BTreeMap<String, Text>) -> Vec<(&'a str, Problem)> {
    let mut first: BTreeMap<&str, Span> = BTreeMap::new();
    let mut problems = Vec::new();
    for (name, scan) in scans {
        let Some(text) = templates.get(*name) else { continue };
        for component in &scan.components {
            let span = text.span(component.range.clone());
            match first.get(component.name.as_str()) {
                Some(before) => {
                    let problem = Problem::new(Code::TemplateName, span, format!("the component `{}` is defined twice", component.name));
                    problems.push((*name, problem.also(before.clone(), "also defined here")));
                }
                None => {
                    first.insert(&component.name, span);
                }
            }
        }
    }
    problems
}

/// Values that pages' templates name and no page gives: a misspelt one is found in a branch that never ran, too.
pub(super) fn unknown_values(tera: &Tera, templates: &BTreeMap<String, Text>, scans: &BTreeMap<&str, Scan>) -> Vec<Problem> {
    // An included template may use what the including one has set.
    let set: BTreeSet<&str> = scans.values().flat_map(|scan| &scan.bindings.names).map(|it| it.name.as_str()).collect();
    let mut problems = BTreeMap::new();
    for template in templates.keys().filter(|name| NEEDED.contains(&name.as_str()) || name.starts_with("blocks/")) {
        let Ok(used) = tera.get_template_variables(template) else { continue };
        for name in used.into_iter().filter(|name| !is_value(name, template) && !set.contains(name)) {
            let Some(range) = place_of(name, template, scans) else { continue };
            let Some(text) = templates.get(range.0) else { continue };
            let span = text.span(range.1);
            let problem = Problem::new(Code::TemplateName, span.clone(), format!("the value `{name}` is not defined"));
            let help = nearest(name, VALUES).map_or_else(|| format!("defined are {}", VALUES.join(", ")), |near| format!("did you mean `{near}`?"));
            problems.entry((span, name)).or_insert_with(|| problem.help(help));
        }
    }
    problems.into_values().collect()
}

/// The values that templates are given, each by some pages or blocks.
const VALUES: [&str; 15] =
    ["author", "block", "guide", "home", "index", "ledger", "page", "plain", "resources", "section", "site", "sources", "tag", "tags", "words"];

/// The values that `redirect.html` is given besides `site`.
const REDIRECT_VALUES: [&str; 4] = ["canonical", "language", "target", "title"];

fn is_value(name: &str, template: &str) -> bool {
    VALUES.contains(&name) || (template == "redirect.html" && REDIRECT_VALUES.contains(&name))
}

/// Where `name` is first used in `template` or in what it extends and includes.
fn place_of<'a>(name: &str, template: &'a str, scans: &'a BTreeMap<&str, Scan>) -> Option<(&'a str, std::ops::Range<usize>)> {
    let mut seen = BTreeSet::new();
    let mut todo = vec![template];
    while let Some(next) = todo.pop() {
        let Some(scan) = scans.get(next) else { continue };
        if !seen.insert(next) {
            continue;
        }
        if let Some(word) = scan.words.iter().find(|word| word.name.split('.').next() == Some(name)) {
            return Some((next, word.range.start..word.range.start + name.len()));
        }
        todo.extend(scan.references.iter().map(|it| it.name.as_str()));
    }
    None
}

/// Files of the project that no page, block or other template takes in: most often the name of an override is misspelt.
pub(super) fn unused(templates: &BTreeMap<String, Text>, scans: &BTreeMap<&str, Scan>, blocks: &BTreeSet<&str>, sources: &Sources) -> Vec<Problem> {
    let is_block = |name: &str| name.strip_prefix("blocks/").and_then(|it| it.strip_suffix(".html")).is_some_and(|it| blocks.contains(it));
    let referred: BTreeSet<&str> = scans.values().flat_map(|scan| &scan.references).map(|it| it.name.as_str()).collect();
    let is_used =
        |name: &str| NEEDED.contains(&name) || is_block(name) || referred.contains(name) || scans.get(name).is_some_and(|it| !it.components.is_empty());
    let unused = templates.iter().filter(|(name, text)| sources.get(&text.path).is_some() && !is_used(name));
    unused
        .map(|(name, text)| {
            let problem = Problem::new(Code::UnusedTemplate, Span::whole(&text.path), format!("no page, block or template uses `{name}`"));
            match nearest(name, templates.keys().map(String::as_str).filter(|it| is_used(it))) {
                Some(near) => problem.help(format!("did you mean `{near}`?")),
                None => problem.help("delete it, or include it in a template that is used"),
            }
        })
        .collect()
}
