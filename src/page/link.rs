//! Where an address in front matter or a block leads, as a path from the site's root.

use crate::address::{Safe, judge};
use crate::guide::body::published;
use crate::problem::{Code, Problem};
use crate::site::{Page, Site};
use crate::source::Span;

/// The path or web address that `url` stands for on `page`; a page that is not there is a problem at `place`.
///
/// An address that must not be printed is `None` without a problem: its field has been judged when it was read.
pub(super) fn path(site: &Site, page: &Page, url: &str, place: impl FnOnce() -> Span, problems: &mut Vec<Problem>) -> Option<String> {
    match judge(url).ok()? {
        Safe::Web(url) | Safe::Contact(url) => Some(url),
        Safe::Rooted(path) => Some(path.trim_start_matches('/').to_owned()),
        Safe::Fragment(id) => Some(format!("{}#{id}", page.address)),
        Safe::Relative(relative) => {
            let (file, fragment) = relative.split_once('#').map_or((relative.as_str(), String::new()), |(file, id)| (file, format!("#{id}")));
            let target = page.manuscript.path().sibling(file);
            let Some(path) = target.filter(|_| file.to_lowercase().ends_with(".md")) else {
                return page.manuscript.path().sibling(file).map(|path| format!("{}{fragment}", published(path.as_str())));
            };
            let Some(target) = site.pages.get(&path) else {
                let held_back = site.held_back.contains_key(&path);
                let why = if held_back { "is held back" } else { "does not exist" };
                let code = if held_back { Code::PageHeldBack } else { Code::PageMissing };
                problems.push(
                    Problem::new(code, place(), format!("the page `{file}` {why}")).help("name a published page's `.md` file by its path from this file"),
                );
                return None;
            };
            Some(format!("{}{fragment}", target.address))
        }
    }
}
