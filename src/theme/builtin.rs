//! The themes that are part of the program: their files, embedded. A project without a theme of its own is shown by them.

use std::sync::Arc;

use crate::source::SourcePath;

macro_rules! embedded {
    ($($path:literal,)*) => { &[$(($path, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/", $path))),)*] };
}

/// Every file below `themes/` of this repository, sorted.
const FILES: &[(&str, &[u8])] = embedded![
    "themes/beacon/static/assets/beacon.css",
    "themes/beacon/static/assets/beacon.js",
    "themes/beacon/static/assets/favicon.svg",
    "themes/beacon/static/assets/scheme.js",
    "themes/beacon/templates/author.html",
    "themes/beacon/templates/base.html",
    "themes/beacon/templates/blocks/cta.html",
    "themes/beacon/templates/blocks/faq.html",
    "themes/beacon/templates/blocks/figure.html",
    "themes/beacon/templates/blocks/figures.html",
    "themes/beacon/templates/blocks/job-search.html",
    "themes/beacon/templates/blocks/quick-facts.html",
    "themes/beacon/templates/blocks/resources.html",
    "themes/beacon/templates/blocks/steps.html",
    "themes/beacon/templates/blocks/table.html",
    "themes/beacon/templates/guide.html",
    "themes/beacon/templates/home.html",
    "themes/beacon/templates/index.html",
    "themes/beacon/templates/ledger.html",
    "themes/beacon/templates/not-found.html",
    "themes/beacon/templates/parts.html",
    "themes/beacon/templates/plain.html",
    "themes/beacon/templates/redirect.html",
    "themes/beacon/templates/resources.html",
    "themes/beacon/templates/section.html",
    "themes/beacon/templates/sources.html",
    "themes/beacon/templates/tag.html",
    "themes/beacon/templates/tags.html",
    "themes/beacon/theme.toml",
    "themes/beacon/words/ar.toml",
    "themes/beacon/words/de.toml",
    "themes/beacon/words/en.toml",
];

/// The files of all themes that are part of the program, under the paths that they would have in a project.
///
/// A problem may stand in one of them; whoever prints it finds the text here when the project has no such file.
pub fn built_in_files() -> impl Iterator<Item = (SourcePath, Arc<[u8]>)> {
    FILES.iter().filter_map(|(path, bytes)| SourcePath::new(path).map(|path| (path, Arc::from(*bytes))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_and_the_folder_agree() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut found: Vec<String> = walkdir::WalkDir::new(root.join("themes"))
            .into_iter()
            .map(|entry| entry.unwrap())
            .filter(|entry| entry.file_type().is_file() && entry.file_name() != "README.md")
            .map(|entry| entry.path().strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/"))
            .collect();
        found.sort();
        assert_eq!(FILES.iter().map(|(path, _)| *path).collect::<Vec<_>>(), found);
    }
}
