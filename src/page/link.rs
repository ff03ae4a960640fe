//! Where an address in front matter or a block leads, as a path from the site's root.

use super::shared::Shared;
use crate::address::{Safe, judge};
use crate::guide::body::published;
use crate::problem::{Code, Problem};
use crate::site::Page;
use crate::source::{SourcePath, Span};
use crate::tree::nearest;

/// The path or web address that `url` stands for on `page`; a page that is not there is a problem at `place`.
///
/// An address that must not be printed is `None` without a problem: its field has been judged when it was read.
pub(super) fn path(shared: &Shared, page: &Page, url: &str, place: impl FnOnce() -> Span, problems: &mut Vec<Problem>) -> Option<String> {
    match judge(url).ok()? {
        Safe::Web(url) | Safe::Contact(url) => Some(url),
        Safe::Rooted(path) => Some(path.trim_start_matches('/').to_owned()),
        Safe::Fragment(id) => Some(format!("{}#{id}", page.address)),
        Safe::Relative(relative) => {
            let (file, fragment) = relative.split_once('#').map_or((relative.as_str(), String::new()), |(file, id)| (file, format!("#{id}")));
            let target = page.head.path().sibling(file);
            let Some(path) = target.filter(|_| file.to_lowercase().ends_with(".md")) else {
                return page.head.path().sibling(file).map(|path| format!("{}{fragment}", published(path.as_str())));
            };
            problems.extend(missing(shared, &path, place));
            let own = page.head.translation.as_ref().and_then(|it| shared.translations.get(&path)?.get(&it.tag));
            let address = own.or_else(|| shared.pages.get(&path))?;
            Some(format!("{address}{fragment}"))
        }
    }
}

/// What is wrong with leading to the page in `path`: it does not exist, or is held back.
pub(super) fn missing(shared: &Shared, path: &SourcePath, place: impl FnOnce() -> Span) -> Option<Problem> {
    if shared.pages.contains_key(path) {
        return None;
    }
    if shared.held_back.contains_key(path) {
        let problem = Problem::new(Code::PageHeldBack, place(), format!("the page `{path}` is held back"));
        return Some(problem.help("nothing leads there until it is published; name another page, or publish it too"));
    }
    let beside = shared.pages.keys().filter(|it| it.folder() == path.folder()).map(SourcePath::file_name);
    let help = nearest(path.file_name(), beside)
        .map_or_else(|| "name a page's `.md` file by its path from this file".to_owned(), |near| format!("did you mean `{near}`?"));
    Some(Problem::new(Code::PageMissing, place(), format!("there is no page `{path}`")).help(help))
}
