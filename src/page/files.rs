//! The files that are not pages: tables as CSV, feed, sitemap, robots.txt, and what the author put beside the pages.

use std::sync::Arc;

use super::{Pages, feed, names, robots, sitemap};
use crate::output::{Origin, OutputPath};
use crate::problem::Problem;
use crate::site::Site;
use crate::source::Span;

/// A file to be published: where, what it holds and what it was made from.
pub type NewFile = (OutputPath, Arc<[u8]>, Origin);

/// The files of the site that need no template, and those whose names cannot be published.
pub fn files(site: &Site, pages: &Pages) -> (Vec<NewFile>, Vec<Problem>) {
    let mut files = Vec::new();
    let problems = names::check(site);
    for (path, bytes) in site.given.files {
        let at = path.as_str().strip_prefix("content/").unwrap_or(path.as_str());
        if let Ok(at) = OutputPath::new(at) {
            files.push((at, bytes.clone(), Origin::Source(Span::whole(path))));
        }
    }
    let tables = pages.tables.iter().map(|(path, bytes, span)| (path.clone(), bytes.as_slice().into(), Origin::Source(span.clone())));
    files.extend(tables);
    let (feed, atom) = feed::atom(site);
    files.push((feed, atom.into(), Origin::Words("the feed".to_owned())));
    files.extend(sitemap::all(site).into_iter().map(|(path, bytes)| (path, bytes.into(), Origin::Words("the sitemap".to_owned()))));
    let (path, robots) = robots::txt(site.given.config);
    let asks = if site.given.config.discourage_search_engines { "the one that `discourage_search_engines` asks for" } else { "the robots.txt" };
    files.push((path, robots.into(), Origin::Words(asks.to_owned())));
    (files, problems)
}
