//! A link, image or figure whose file is not there, or is there and not published.

use std::collections::BTreeSet;

use crate::guide::body::Target;
use crate::output::OutputPath;
use crate::problem::{Code, Problem};
use crate::settings::Config;
use crate::source::SourcePath;
use crate::tree::nearest;

use super::ground::Ground;
use super::mention::Mentions;

/// Every mention of a file that readers would not find.
pub(super) fn find(mentions: &Mentions, ground: &Ground) -> Vec<Problem> {
    let mut problems = Vec::new();
    for mention in &mentions.list {
        let Target::File(to) = &mention.target else { continue };
        if is_published(to, &ground.published) {
            continue;
        }
        let message = if ground.files.contains(to) { format!("the file `{to}` is not published") } else { format!("there is no file `{to}`") };
        let problem = Problem::new(Code::MissingFile, mentions.place(mention), message);
        problems.push(problem.help(help(ground, to)));
    }
    problems
}

/// The publisher's logo, if `static/` and the theme have no such file.
pub(super) fn logo(config: &Config, ground: &Ground) -> Option<Problem> {
    let logo = config.publisher.as_ref()?.logo.as_ref()?;
    let path = logo.trim_start_matches('/');
    if OutputPath::new(path).is_ok_and(|path| ground.published.contains(&path)) {
        return None;
    }
    let names = ground.files.iter().filter_map(|path| path.as_str().strip_prefix("static/"));
    let help = nearest(path, names)
        .map_or_else(|| "put it there, or name a file that is there, such as `logo.png`".to_owned(), |near| format!("did you mean `{near}`?"));
    Some(Problem::new(Code::MissingFile, config.place_or_file("publisher.logo"), format!("there is no file `static/{path}`")).help(help))
}

/// Files of `content/` and of `static/` are published at their paths within these folders.
fn is_published(file: &SourcePath, published: &BTreeSet<OutputPath>) -> bool {
    let path = file.as_str().strip_prefix("content/").or_else(|| file.as_str().strip_prefix("static/"));
    path.and_then(|path| OutputPath::new(path).ok()).is_some_and(|path| published.contains(&path))
}

fn help(ground: &Ground, to: &SourcePath) -> String {
    if ground.files.contains(to) {
        return "names that begin with `_` or `.`, and folders of such names, are kept back; move the file beside the page".to_owned();
    }
    if let Some((_, host)) = to.as_str().split_once("/www.") {
        return format!("write `https://www.{host}` if that site is meant");
    }
    let beside = ground.files.iter().filter(|it| it.folder() == to.folder()).map(SourcePath::file_name);
    nearest(to.file_name(), beside).map_or_else(
        || "put the file there, or write its path from this file, such as `ward.jpg`; files of `static/` begin with `/`".to_owned(),
        |near| format!("did you mean `{near}`?"),
    )
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::fixture::Project;

    #[test]
    fn files_must_be_there_and_be_published() {
        let project = Project::new(
            "
            === content/trades/plumber.md
            ---
            title: Plumber
            ---
            ![A pipe](pipe.svg) ![A pipe](pip.svg) ![Logo](/logo.svg) ![Logo](/logos.svg)

            [form](../form.pdf) [data](../_data/pay.csv)

            ```{figure}
            src: pipes.svg
            alt: Pipes
            ```
            === content/trades/pipe.svg
            <svg/>
            === content/_data/pay.csv
            a,b
            === static/logo.svg
            <svg/>
            ",
        );
        project.check(
            |site, _| project.mentions(site).iter().flat_map(|it| find(it, &project.ground(site))).collect(),
            "
            error: there is no file `content/trades/pip.svg`
              --> content/trades/plumber.md:4:31 pip.svg
              help: did you mean `pipe.svg`?
            error: there is no file `static/logos.svg`
              --> content/trades/plumber.md:4:67 /logos.svg
              help: did you mean `logo.svg`?
            error: there is no file `content/trades/pipes.svg`
              --> content/trades/plumber.md:9:6 pipes.svg
              help: did you mean `pipe.svg`?
            error: there is no file `content/form.pdf`
              --> content/trades/plumber.md:6:8 ../form.pdf
              help: put the file there, or write its path from this file, such as `ward.jpg`; files of `static/` begin with `/`
            error: the file `content/_data/pay.csv` is not published
              --> content/trades/plumber.md:6:28 ../_data/pay.csv
              help: names that begin with `_` or `.`, and folders of such names, are kept back; move the file beside the page
            ",
        );
    }
}
