//! The files that are not pages: feed, sitemap, robots.txt, and what the author put beside the pages.

use std::sync::Arc;

use super::{Contents, Pictures, feed, image, robots, sitemap};
use crate::memory::Same;
use crate::output::{Content, File, Origin, OutputPath};
use crate::site::Site;
use crate::source::{SourcePath, Span};

/// A file to be published: where, what it holds and what it was made from.
pub type NewFile = (OutputPath, Arc<[u8]>, Origin);

/// The files of a site that need no template: feeds, sitemap, robots.txt. `sites` are those of its languages, the default one first, each with whether it has a ledger.
pub fn files(sites: &[(Same<Site>, bool)]) -> Vec<NewFile> {
    let mut files = Vec::new();
    for (site, _) in sites {
        let (feed, atom) = feed::atom(site);
        files.push((feed, atom.into(), Origin::Words("the feed".to_owned())));
    }
    let Some((site, _)) = sites.first() else { return files };
    files.extend(sitemap::all(sites).into_iter().map(|(path, bytes)| (path, bytes.into(), Origin::Words("the sitemap".to_owned()))));
    let (path, robots) = robots::txt(&site.given.config);
    let asks = if site.given.config.discourage_search_engines { "the one that `discourage_search_engines` asks for" } else { "the robots.txt" };
    files.push((path, robots.into(), Origin::Words(asks.to_owned())));
    files
}

/// The files that the author put beside the pages, at their places. Those whose names cannot be published are told elsewhere.
pub fn copies(contents: &Contents) -> impl Iterator<Item = NewFile> {
    contents.files.iter().filter_map(|(path, bytes)| {
        let at = path.as_str().strip_prefix("content/").unwrap_or(path.as_str());
        Some((OutputPath::new(at).ok()?, bytes.clone(), Origin::Source(Span::whole(path))))
    })
}

/// The copies of images that pages show, beside the images; the copies of those that are not `is_here` are published by another shard.
pub fn small_copies<'a>(pictures: &'a Pictures, is_here: impl Fn(&SourcePath) -> bool + 'a) -> impl Iterator<Item = (OutputPath, File)> + 'a {
    let copies = pictures.iter().flat_map(|(file, picture)| picture.copies.iter().map(move |copy| (file, copy)));
    copies.filter_map(move |(file, copy)| {
        let content = Content::here(is_here(file), copy.bytes.clone());
        Some((OutputPath::new(&image::copy_path(file, copy)).ok()?, File { content, origin: Origin::Source(Span::whole(file)) }))
    })
}
