//! The files that are not pages: tables as CSV, feed, sitemap, robots.txt, and what the author put beside the pages.

use std::sync::Arc;

use super::{Pages, feed, robots, sitemap};
use crate::output::{Origin, OutputPath};
use crate::problem::{Code, Problem};
use crate::site::Site;
use crate::source::Span;

/// A file to be published: where, what it holds and what it was made from.
pub type NewFile = (OutputPath, Arc<[u8]>, Origin);

/// The files of the site that need no template, and those whose names cannot be published.
pub fn files(site: &Site, pages: &Pages) -> (Vec<NewFile>, Vec<Problem>) {
    let mut files = Vec::new();
    let mut problems = Vec::new();
    for (path, bytes) in site.given.files {
        let at = path.as_str().strip_prefix("content/").unwrap_or(path.as_str());
        match OutputPath::new(at) {
            Ok(at) => files.push((at, bytes.clone(), Origin::Source(Span::whole(path)))),
            Err(why) => problems.push(
                Problem::new(Code::UnpublishableName, Span::whole(path), format!("this file cannot be published: {why}"))
                    .help("rename the file or its folder; names beginning with `_` are not published"),
            ),
        }
    }
    let tables = pages.tables.iter().map(|(path, bytes, span)| (path.clone(), bytes.as_slice().into(), Origin::Source(span.clone())));
    files.extend(tables);
    let (feed, atom) = feed::atom(site);
    files.push((feed, atom.into(), Origin::Words("the feed".to_owned())));
    files.extend(sitemap::all(site).into_iter().map(|(path, bytes)| (path, bytes.into(), Origin::Words("the sitemap".to_owned()))));
    let (path, robots) = robots::txt(site.given.config);
    files.push((path, robots.into(), Origin::Words("the robots.txt".to_owned())));
    (files, problems)
}
