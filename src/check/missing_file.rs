//! A link, image or figure whose file is not there, or is there and not published.

use crate::guide::body::Target;
use crate::problem::{Code, Problem};
use crate::site::Site;
use crate::source::{SourcePath, Sources};
use crate::tree::nearest;

use super::mention::Mention;

/// Every mention of a file that readers would not find.
pub(super) fn find(site: &Site, sources: &Sources, mentions: &[Mention]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for mention in mentions {
        let Target::File(to) = &mention.target else { continue };
        if site.given.files.contains_key(to) {
            continue;
        }
        let message = if sources.get(to).is_some() { format!("the file `{to}` is not published") } else { format!("there is no file `{to}`") };
        let problem = Problem::new(Code::MissingFile, mention.place(), message);
        problems.push(match help(site, sources, to) {
            Some(help) => problem.help(help),
            None => problem,
        });
    }
    problems
}

fn help(site: &Site, sources: &Sources, to: &SourcePath) -> Option<String> {
    if let Some(path) = to.as_str().strip_prefix("static/") {
        return Some(format!("files of `static/` are named from the root of the site: `/{path}`"));
    }
    if sources.get(to).is_some() {
        return Some("names that begin with `_` or `.`, and folders of such names, are kept back; move the file beside the page".to_owned());
    }
    let page = ["", "/index", "/_index"].iter().filter_map(|end| SourcePath::new(&format!("{to}{end}.md"))).find(|it| site.given.manuscripts.contains_key(it));
    if let Some(page) = page {
        return Some(format!("pages are linked by their file: `{page}`"));
    }
    let beside = site.given.files.keys().filter(|it| it.folder() == to.folder()).map(SourcePath::file_name);
    nearest(to.file_name(), beside).map(|near| format!("did you mean `{near}`?"))
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::fixture::Project;
    use crate::check::mention;

    #[test]
    fn files_must_be_there_and_be_published() {
        let project = Project::new(
            "
            === content/trades/plumber.md
            ---
            title: Plumber
            ---
            ![A pipe](pipe.svg) ![A pipe](pip.svg) [form](../form.pdf) [logo](../../static/logo.svg) [mason](mason)
            === content/trades/mason.md
            ---
            title: Mason
            ---
            === content/trades/pipe.svg
            <svg/>
            ",
        );
        project.check(
            |site, sources| find(site, sources, &mention::all(site, sources)),
            "
            error: there is no file `content/form.pdf`
              --> content/trades/plumber.md:4:47 ../form.pdf
            error: there is no file `static/logo.svg`
              --> content/trades/plumber.md:4:67 ../../static/logo.svg
              help: files of `static/` are named from the root of the site: `/logo.svg`
            error: there is no file `content/trades/mason`
              --> content/trades/plumber.md:4:98 mason
              help: pages are linked by their file: `content/trades/mason.md`
            error: there is no file `content/trades/pip.svg`
              --> content/trades/plumber.md:4:31 pip.svg
              help: did you mean `pipe.svg`?
            ",
        );
    }
}
