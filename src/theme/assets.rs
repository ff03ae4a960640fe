//! Static files that templates name by the filters `asset` and `integrity`. They are published under a name that holds a hash of
//! what is in them, so that a browser may keep them for ever. The crate `base64` is used in this file alone.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::scan::Scan;
use super::statics::StaticFiles;
use super::tags::Named;
use crate::digest::Digest;
use crate::output::OutputPath;
use crate::problem::{Code, Problem};
use crate::source::{SourcePath, Text};
use crate::stamp::{Stamp, Stamps};
use crate::tree::nearest;

/// How many digits of the hash stand in a name.
const IN_NAME: usize = 12;

/// Static files that templates name.
#[derive(Debug, Clone, Default)]
pub(super) struct Assets {
    /// By the paths that templates write.
    pub(super) named: Arc<BTreeMap<String, Asset>>,
    /// Those that each template names, with their stamps: `static/assets/site.css`.
    stamps: BTreeMap<String, Stamps>,
}

/// A static file under a name that changes with what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asset {
    /// Where it is published: `assets/site.0a1b2c3d4e5f.css`.
    pub(super) path: OutputPath,
    /// What a browser holds the file against: `sha256-...`.
    pub(super) integrity: String,
}

impl Assets {
    /// The static files that the templates name, and a problem for each that cannot be had.
    pub(super) fn of(files: &StaticFiles, templates: &BTreeMap<String, Text>, scans: &BTreeMap<&str, Scan>) -> (Self, Vec<Problem>) {
        let mut assets = Self::default();
        let mut problems = Vec::new();
        let mut named = BTreeMap::new();
        for (template, scan) in scans {
            let Some(text) = templates.get(*template) else { continue };
            problems.extend(scan.nameless_assets.iter().map(|range| {
                Problem::new(Code::TemplateName, text.span(range.clone()), "a static file is named by a text, right in front of this filter")
                    .help("write its path below `static/`, such as `{{ \"assets/site.css\" | asset(root=page.root) }}`")
            }));
            for name in &scan.assets {
                match asset(&name.name, files) {
                    Some(asset) => {
                        named.insert(name.name.clone(), asset);
                    }
                    None => problems.push(missing(name, text, files)),
                }
            }
            let distinct: BTreeSet<&str> = scan.assets.iter().map(|it| it.name.as_str()).collect();
            let stamp = |name: &str| Some((format!("static/{name}"), Stamp::of_bytes(named.get(name)?.integrity.as_bytes())));
            assets.stamps.insert((*template).to_owned(), distinct.into_iter().filter_map(stamp).collect());
        }
        assets.named = Arc::new(named);
        (assets, problems)
    }

    /// The stamps of the static files that `template` itself names.
    pub(super) fn stamps(&self, template: &str) -> &[(String, Stamp)] {
        self.stamps.get(template).map_or(&[], Vec::as_slice)
    }

    /// `files` under the names that they are published by.
    ///
    /// A style sheet or script keeps its plain name too if anything else may ask for it by that: a template, another static
    /// file. Others, such as pictures, always do: texts and settings name them.
    pub(super) fn rename(&self, mut files: StaticFiles, templates: &BTreeMap<String, Text>, scans: &BTreeMap<&str, Scan>) -> StaticFiles {
        let is_needed = |path: &OutputPath, files: &StaticFiles| {
            let is_code = [".css", ".js", ".mjs"].iter().any(|ending| path.as_str().ends_with(ending));
            !is_code || is_named_otherwise(file_name(path), files, templates, scans)
        };
        let named = self.named.iter().filter_map(|(name, asset)| Some((OutputPath::new(name).ok()?, asset)));
        let with_need: Vec<_> = named.map(|(plain, asset)| (is_needed(&plain, &files), plain, asset)).collect();
        for (is_needed, plain, asset) in with_need {
            let file = if is_needed { files.get(&plain).cloned() } else { files.remove(&plain) };
            files.extend(file.map(|file| (asset.path.clone(), file)));
        }
        files
    }
}

fn asset(name: &str, files: &StaticFiles) -> Option<Asset> {
    let plain = OutputPath::new(name).ok().filter(|path| path.as_str() == name)?;
    let (_, bytes) = files.get(&plain)?;
    let hash = Digest::of(bytes);
    let digits = hash.digits(IN_NAME);
    let file = file_name(&plain);
    let folder = name.strip_suffix(file)?;
    let hashed = match file.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() => format!("{folder}{stem}.{digits}.{ending}"),
        _ => format!("{name}.{digits}"),
    };
    Some(Asset { path: OutputPath::new(&hashed).ok()?, integrity: format!("sha256-{}", STANDARD.encode(hash.bytes())) })
}

fn file_name(path: &OutputPath) -> &str {
    path.as_str().rsplit('/').next().unwrap_or_default()
}

/// Whether `file` stands anywhere in a template but in front of our filters, or in any static file that is text.
fn is_named_otherwise(file: &str, files: &StaticFiles, templates: &BTreeMap<String, Text>, scans: &BTreeMap<&str, Scan>) -> bool {
    let in_template = |(template, text): (&String, &Text)| {
        let known = scans.get(template.as_str()).map_or(&[][..], |scan| &scan.assets);
        text.text.match_indices(file).any(|(at, _)| !known.iter().any(|name| name.range.contains(&at)))
    };
    let in_file = |(_, bytes): &(SourcePath, Arc<[u8]>)| std::str::from_utf8(bytes).is_ok_and(|text| text.contains(file));
    templates.iter().any(in_template) || files.values().any(in_file)
}

fn missing(name: &Named, text: &Text, files: &StaticFiles) -> Problem {
    let problem = Problem::new(Code::TemplateName, text.span(name.range.clone()), format!("there is no static file `{}`", name.name));
    match nearest(&name.name, files.keys().map(OutputPath::as_str)) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help(format!("put it at `static/{}` of the theme or of the project", name.name)),
    }
}
