//! Static files: what lies below `static/` is published as it is, from the site's root.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::layer::Layer;
use crate::output::OutputPath;
use crate::problem::{Code, Problem};
use crate::source::{SourcePath, Span};

/// Static files by their places in the site, each with the file that it comes from.
pub type StaticFiles = BTreeMap<OutputPath, (SourcePath, Arc<[u8]>)>;

/// The static files of all layers by their places in the site; the first layer's where several have one.
pub(super) fn files(layers: &[Layer]) -> (StaticFiles, Vec<Problem>) {
    let mut files = BTreeMap::new();
    let mut problems = Vec::new();
    for (name, path, bytes) in layers.iter().flat_map(|layer| layer.below("static")) {
        match OutputPath::new(name) {
            Ok(output) => {
                files.entry(output).or_insert_with(|| (path.clone(), bytes.clone()));
            }
            Err(reason) => problems
                .push(Problem::new(Code::ThemeFile, Span::whole(path), format!("`{name}` cannot be published: {reason}")).help("give the file another name")),
        }
    }
    (files, problems)
}
