//! Reads the data files: YAML files of the same shape, ids and their entries.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;

use super::translated::TRANSLATED;
use super::{AREAS, DataFile, INDUSTRIES, PEOPLE, RESOURCES, Registry, SOURCES, Translated, suited, twins};
use crate::dataset::Declaration;
use crate::guide::front_matter::rules::{self, Judge};
use crate::language;
use crate::problem::{Code, Problem};
use crate::source::{SourcePath, Sources, Span, Text};
use crate::tree::nearest;
use crate::yaml::{self, Entries};

/// The data files, without `.yaml`.
const NAMES: [&str; 6] = ["sources", "people", "resources", "areas", "industries", "datasets"];
/// The folder of the data files.
const FOLDER: &str = "content/_data";

/// The registries of `sources`, and everything that is wrong with their files. A file that is not there is empty.
pub fn read(sources: &Sources) -> (Registry, Vec<Problem>) {
    read_in(sources, &[])
}

/// The same for a site that is in the languages `tags` beside its own.
pub fn read_in(sources: &Sources, tags: &[String]) -> (Registry, Vec<Problem>) {
    let mut reader = Reader { sources, files: BTreeMap::new(), places: BTreeMap::new(), unread: BTreeSet::new(), problems: Vec::new() };
    let registry = Registry {
        sources: reader.registry("sources", rules::source),
        people: reader.registry("people", rules::person),
        resources: reader.registry("resources", rules::resource),
        areas: reader.registry("areas", rules::area),
        industries: reader.registry("industries", rules::industry),
        ..Registry::default()
    };
    let before = reader.problems.len();
    let datasets = reader.registry("datasets", dataset);
    let registry = Registry { datasets, are_datasets_unsure: reader.problems.len() > before, ..registry };
    reader.unknown_files(tags);
    let registry = Registry { files: std::mem::take(&mut reader.files), places: std::mem::take(&mut reader.places), ..registry };
    let registry = Registry { unread: std::mem::take(&mut reader.unread), ..registry };
    let translations = tags.iter().map(|tag| (tag.clone(), reader.translated(tag, &registry))).collect();
    let registry = Registry { translations, ..registry };
    let mut problems = reader.problems;
    problems.extend(unknown_ids(&registry, sources));
    problems.extend(twins::all(&registry, sources));
    (registry, problems)
}

struct Reader<'s> {
    sources: &'s Sources,
    files: BTreeMap<String, SourcePath>,
    places: BTreeMap<SourcePath, BTreeMap<String, Span>>,
    unread: BTreeSet<String>,
    problems: Vec<Problem>,
}

type Rule<T> = fn(&T, &[&str], &mut Judge<'_, '_>);

impl Reader<'_> {
    fn registry<T: DeserializeOwned>(&mut self, name: &str, rule: Rule<T>) -> BTreeMap<String, T> {
        self.refuse_other_ending(name);
        let Some((path, bytes)) = SourcePath::new(&format!("{FOLDER}/{name}.yaml")).and_then(|path| Some((path.clone(), self.sources.get(&path)?))) else {
            return BTreeMap::new();
        };
        self.files.insert(name.to_owned(), path.clone());
        match Text::decode(&path, bytes) {
            Ok(text) => self.entries(name, &text, rule),
            Err(refused) => {
                self.unread.insert(name.to_owned());
                self.problems.push(refused.into());
                BTreeMap::new()
            }
        }
    }

    fn entries<T: DeserializeOwned>(&mut self, name: &str, text: &Text, rule: Rule<T>) -> BTreeMap<String, T> {
        let mut reading = yaml::reading::<Entries<T>>(text, 0..text.text.len());
        let mut problems = std::mem::take(&mut reading.problems);
        if problems.iter().any(|it| it.code == Code::YamlSyntax) {
            self.unread.insert(name.to_owned());
        }
        let mut judge = Judge::new(&reading.places);
        for (id, entry) in &reading.value.0 {
            if !rules::is_id(id) {
                let problem = Problem::new(Code::InvalidValue, judge.key_span(&[id]), format!("`{id}` cannot be an id"));
                judge.problems.push(problem.help("write small letters, digits and `-` only"));
            }
            rule(entry, &[id], &mut judge);
        }
        let ids = reading.value.0.keys().map(|id| (id.clone(), judge.key_span(&[id])));
        self.places.insert(text.path.clone(), ids.collect());
        problems.append(&mut judge.problems);
        problems.sort_by(|a, b| a.span.cmp(&b.span));
        self.problems.append(&mut problems);
        reading.value.0
    }

    /// The data files in the language `tag`, whose ids are those of `registry`. An entry need not be whole.
    fn translated(&mut self, tag: &str, registry: &Registry) -> Translated {
        Translated {
            sources: self.words(tag, registry, SOURCES, rules::source),
            people: self.words(tag, registry, PEOPLE, rules::person),
            resources: self.words(tag, registry, RESOURCES, rules::resource),
            areas: self.words(tag, registry, AREAS, rules::area),
            industries: self.words(tag, registry, INDUSTRIES, rules::industry),
        }
    }

    fn words<T: DeserializeOwned>(&mut self, tag: &str, registry: &Registry, file: DataFile, rule: Rule<T>) -> BTreeMap<String, T> {
        let before = self.problems.len();
        let mut entries = self.registry(&format!("{}.{tag}", file.name), rule);
        let found = self.problems.split_off(before);
        self.problems.extend(found.into_iter().filter(|it| it.code != Code::MissingField));
        let places = SourcePath::new(&format!("{FOLDER}/{}.{tag}.yaml", file.name)).and_then(|path| self.places.get(&path));
        // The area that guides have unless told otherwise needs no file.
        let is_known = |id: &String| registry.ids(file).contains(&id) || file.name == AREAS.name && id == "us";
        let unknown = entries.keys().filter(|id| !is_known(id)).filter_map(|id| registry.unknown(id, places?.get(id)?.clone(), file));
        self.problems.extend(unknown);
        entries.retain(|id, _| is_known(id));
        entries
    }

    /// A file `peple.yaml` would be passed over in silence too.
    fn unknown_files(&mut self, tags: &[String]) {
        for (path, _) in self.sources.below(FOLDER).filter(|(path, _)| matches!(path.extension().as_str(), "yaml" | "yml")) {
            let name = path.file_name().rsplit_once('.').map_or("", |(name, _)| name);
            let in_language = name.split_once('.').filter(|(name, _)| TRANSLATED.iter().any(|it| it.name == *name));
            if path.folder() == FOLDER && (NAMES.contains(&name) || in_language.is_some_and(|(_, tag)| tags.iter().any(|it| it == tag))) {
                continue;
            }
            let help = match nearest(&name.to_lowercase(), NAMES) {
                _ if path.folder() == FOLDER && in_language.is_some_and(|(_, tag)| language::is_tag(tag)) => {
                    "its middle part is no language of this site: write `[languages...]` in site.toml, or rename it".to_owned()
                }
                Some(near) if path.folder() == FOLDER => format!("did you mean `{near}.yaml`?"),
                Some(near) => format!("did you mean `{FOLDER}/{near}.yaml`?"),
                None => format!("the data files are {}; tables are CSV files", NAMES.map(|it| format!("`{it}.yaml`")).join(", ")),
            };
            let shown = path.as_str().strip_prefix(FOLDER).unwrap_or(path.as_str()).trim_start_matches('/');
            self.problems
                .push(Problem::new(Code::UnknownDataFile, Span::whole(path), format!("no data file is called `{shown}`, so it is not read")).help(help));
        }
    }

    /// A file `people.yml` would be passed over in silence.
    fn refuse_other_ending(&mut self, name: &str) {
        let other = SourcePath::new(&format!("{FOLDER}/{name}.yml")).filter(|path| self.sources.get(path).is_some());
        if let Some(path) = other {
            self.unread.insert(name.to_owned());
            let problem = Problem::new(Code::UnusableFile, Span::whole(&path), format!("`{name}.yml` is not read"));
            self.problems.push(problem.help(format!("rename it to `{name}.yaml`")));
        }
    }
}

/// Sources and areas of datasets that no data file defines. An area needs none where there are no areas.
fn unknown_ids(registry: &Registry, sources: &Sources) -> Vec<Problem> {
    let Some((path, bytes)) = registry.files.get("datasets").and_then(|path| Some((path, sources.get(path)?))) else { return Vec::new() };
    let is_area = |id: &str| id == "us" || !registry.files.contains_key(AREAS.name) || registry.areas.contains_key(id);
    let mut unknown = Vec::new();
    for (id, dataset) in &registry.datasets {
        unknown.extend(dataset.source.iter().filter(|it| !it.trim().is_empty() && !registry.sources.contains_key(*it)).map(|it| (id, "source", it, SOURCES)));
        unknown.extend(dataset.area.iter().filter(|it| !is_area(it)).map(|it| (id, "area", it, AREAS)));
    }
    let Some(text) = Text::decode(path, bytes).ok().filter(|_| !unknown.is_empty()) else { return Vec::new() };
    let place = |id: &str, field: &str| text.span(yaml::locate(&text, 0..text.text.len(), &[id, field]));
    unknown.into_iter().filter_map(|(id, field, named, file)| registry.unknown(named, place(id, field), file)).collect()
}

/// An entry of `_data/datasets.yaml`. What its format cannot do without is told when its file is read.
fn dataset(dataset: &Declaration, path: &[&str], judge: &mut Judge<'_, '_>) {
    let at = |field: &'static str| [path, &[field]].concat();
    judge.needs("a dataset", dataset.file.is_some() || dataset.files.is_some(), &at("file"), "national_M2024_dl.xlsx");
    judge.needs("a dataset", dataset.format.is_some(), &at("format"), "oews\nthe formats are oews, bls-projections, onet, table");
    judge.needs_text("a dataset", dataset.source.as_ref(), &at("source"), "bls-oews-2024\nids stand in `_data/sources.yaml`");
    suited::judge(dataset, path, judge);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(files: &[(&str, &[u8])], expected: &str) -> Registry {
        let mut sources = Sources::default();
        for (path, bytes) in files {
            sources.files.insert(SourcePath::new(path).unwrap(), (*bytes).into());
        }
        let (registry, problems) = read(&sources);
        let line = |it: &Problem| {
            let text = Text::decode_lossy(&it.span.file, sources.get(&it.span.file).unwrap());
            let place = text.place(it.span.start);
            format!("{}:{}:{} {} | {}\n", it.span.file, place.line, place.column, it.message, it.help.as_deref().unwrap_or("-"))
        };
        assert_eq!(problems.iter().map(line).collect::<String>(), expected);
        registry
    }

    #[test]
    fn one_place_has_one_id_and_what_is_written_says_something() {
        let areas = b"us: { name: United States, kind: country, code: US }\nusa: { name: USA, kind: country, code: us }\nuk: { name: UK, kind: contry }\n\
            fl: { name: Florida, kind: state, code: \"12\" }\nbaker: { name: Baker, kind: county, code: \"12\" }\n";
        let industries = b"hospitals: { name: Hospitals, code: \"622\" }\nclinics: { name: Clinics, code: \"622\" }\n";
        let sources = b"s: { publisher: P, title: T, licence: \"\", credit: \" \" }\n";
        check(
            &[("content/_data/areas.yaml", areas), ("content/_data/industries.yaml", industries), ("content/_data/sources.yaml", sources)],
            "\
content/_data/sources.yaml:1:39 `licence` is empty | write its name, such as `cc-by-4.0`, or take `licence` out
content/_data/sources.yaml:1:51 `credit` is empty | write the line that the publisher asks for, or take `credit` out: then the licence says what is printed
content/_data/areas.yaml:3:23 no kind of area is called `contry` | did you mean `country`? A country is the whole of a publisher's file, anything else is looked up in it by its code
content/_data/areas.yaml:2:40 `usa` has the code of `us`, so figures of one area stand under two names and are never compared | keep one of the two ids, and name that everywhere; or correct the code
content/_data/industries.yaml:1:37 `hospitals` has the code of `clinics`, so figures of one industry stand under two names and are never compared | keep one of the two ids, and name that everywhere; or correct the code
",
        );
    }

    #[test]
    fn entries_are_read_by_their_ids() {
        let registry =
            check(&[("content/_data/people.yaml", b"editors: { name: The editors, kind: organization }\n"), ("content/_data/areas.yaml", b"# none\n")], "");
        assert_eq!(registry.people["editors"].name.as_deref(), Some("The editors"));
        assert_eq!(registry.files.keys().collect::<Vec<_>>(), ["areas", "people"]);
    }

    #[test]
    fn sources_and_areas_of_datasets_are_those_of_their_files() {
        let dataset = |source: &str, area: &str| format!("{{ file: a.csv, format: oews, source: {source}, area: {area} }}\n");
        let datasets = format!("a: {}b: {}", dataset("oews", "us"), dataset("oes", "ohoi"));
        let sources: (&str, &[u8]) = ("content/_data/sources.yaml", b"oews: { publisher: BLS, title: Wages }\n");
        let areas: (&str, &[u8]) = ("content/_data/areas.yaml", b"ohio: { name: Ohio }\n");
        let source = "content/_data/datasets.yaml:2:41 no source is called `oes` | did you mean `oews`? Otherwise add `oes` to content/_data/sources.yaml\n";
        let area = "content/_data/datasets.yaml:2:52 no area is called `ohoi` | did you mean `ohio`? Otherwise add `ohoi` to content/_data/areas.yaml\n";
        check(&[("content/_data/datasets.yaml", datasets.as_bytes()), sources, areas], &[source, area].concat());
        check(&[("content/_data/datasets.yaml", datasets.as_bytes()), sources], source);
    }

    #[test]
    fn what_is_wrong_in_a_data_file_is_told_with_its_place() {
        check(
            &[
                (
                    "content/_data/sources.yaml",
                    b"Oews 2024:\n  publisher: BLS\n  titel: A\noews-2024:\n  publisher: BLS\n  title: A\noews-2024: { publisher: B, title: C }\n",
                ),
                ("content/_data/people.yaml", b"ann:\n  nmae: A\nbob: Bob\n"),
                ("content/_data/areas.yaml", b"us: { name: United States, code: 01 }\n"),
                ("content/_data/resources.yaml", b"a: \xFF"),
                ("content/_data/people.yml", b""),
            ],
            "content/_data/sources.yaml:1:1 `Oews 2024` cannot be an id | write small letters, digits and `-` only\n\
             content/_data/sources.yaml:3:3 unknown key `titel` | did you mean `title`?\n\
             content/_data/sources.yaml:7:1 the key `oews-2024` is given twice | keep one of the two\n\
             content/_data/people.yml:1:1 `people.yml` is not read | rename it to `people.yaml`\n\
             content/_data/people.yaml:2:3 unknown key `nmae` | did you mean `name`?\n\
             content/_data/people.yaml:3:6 a mapping is wanted here, this is a text | write it as `key: value`; the keys here are name, kind, about, url\n\
             content/_data/resources.yaml:1:4 this file is not UTF-8: byte 3 begins FF | save the file as UTF-8 in your editor; it may be Windows-1252 or Latin-1 now\n\
             content/_data/areas.yaml:1:34 the code `01` stands without quotes, where YAML may take it for a number | write `\"01\"`\n",
        );
    }
}
