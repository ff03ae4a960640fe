//! A link from the site's root (`/tags/`), in a text or a menu, to an address that the site does not have.

use std::collections::BTreeSet;

use crate::guide::body::Target;
use crate::output::OutputPath;
use crate::problem::{Code, Problem};
use crate::tree::nearest;

use super::ground::Ground;
use super::link_to_held_back_page::held_back;
use super::mention::{self, Mentions};

/// Every link to an address of this site where nothing is published.
pub(super) fn find(mentions: &Mentions, ground: &Ground) -> Vec<Problem> {
    let published = &ground.published;
    let mut problems = Vec::new();
    for mention in &mentions.list {
        let Target::Site(address, _) = &mention.target else { continue };
        let path = mention::path_in_site(address);
        if is_published(&path, published) || held_back(ground, &mention.target).is_some() {
            continue;
        }
        let problem = Problem::new(Code::LinkToMissingAddress, mentions.place(mention), format!("this site has no address `{address}`"));
        problems.push(match meant(&path, published) {
            Some(near) => problem.help(format!("did you mean `/{near}`?")),
            None => problem.help("an address of this site is the path of a page, such as `/healthcare/`, or of a file of `static/`"),
        });
    }
    problems
}

/// Whether there is a file for `path`, given from the site's root: that of a page for `a/`, itself for others.
fn is_published(path: &str, published: &BTreeSet<OutputPath>) -> bool {
    let is_page = path.is_empty() || path.ends_with('/');
    let file = if is_page { OutputPath::new(&format!("{path}index.html")) } else { OutputPath::new(path) };
    file.is_ok_and(|file| published.contains(&file))
}

fn meant(path: &str, published: &BTreeSet<OutputPath>) -> Option<String> {
    let as_page = mention::page_path(path);
    if is_published(as_page.as_str(), published) {
        return Some(as_page.as_str().to_owned());
    }
    let addresses = published.iter().map(|it| it.as_str().strip_suffix("index.html").unwrap_or(it.as_str()));
    nearest(path, addresses.filter(|it| !it.is_empty())).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::fixture::Project;

    #[test]
    fn links_from_the_root_lead_to_what_is_published() {
        let mut project = Project::new(
            "
            === site.toml
            menu = [{ label = 'Home', url = '/' }, { label = 'Trades', url = '/trade/' }]
            === content/trades/plumber.md
            ---
            title: Plumber
            tags: [Night work]
            aliases: [/old/plumber.html]
            cta: { text: Learn, label: Go, url: /courses/all/ }
            ---
            [a](/tags/night-work/) [b](/old/plumber.html) [c](/trades/plumber/#pay) [d](/a-z/) [e](/trades/map.svg) [f](/logo.svg)
            [g](/trades/plumber) [h](/tags/nightwork/) [i](/trades/index.html)
            === content/trades/map.svg
            <svg/>
            === static/logo.svg
            <svg/>
            ",
        );
        project.config.menu = Some(vec![("Home".to_owned(), "/".to_owned()), ("Trades".to_owned(), "/trade/".to_owned())]);
        project.check(
            |site, _| project.mentions(site).iter().flat_map(|it| find(it, &project.ground(site))).collect(),
            "
            error: this site has no address `/trades/plumber`
              --> content/trades/plumber.md:8:5 /trades/plumber
              help: did you mean `/trades/plumber/`?
            error: this site has no address `/tags/nightwork/`
              --> content/trades/plumber.md:8:26 /tags/nightwork/
              help: did you mean `/tags/night-work/`?
            error: this site has no address `/courses/all/`
              --> content/trades/plumber.md:5:37 /courses/all/
              help: an address of this site is the path of a page, such as `/healthcare/`, or of a file of `static/`
            error: this site has no address `/trade/`
              --> site.toml:1:67 /trade/
              help: did you mean `/trades/`?
            ",
        );
    }
}
