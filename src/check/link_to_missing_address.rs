//! A link from the site's root (`/tags/`), in a text or a menu, to an address that the site does not have.

use std::collections::BTreeSet;

use crate::guide::body::Target;
use crate::problem::{Code, Problem};
use crate::site::Site;
use crate::source::Sources;
use crate::tree::nearest;

use super::link_to_held_back_page::held_back;
use super::mention::{self, Mention};

/// Every link to an address of this site where nothing is published.
pub(super) fn find(site: &Site, sources: &Sources, mentions: &[Mention]) -> Vec<Problem> {
    let known = known_addresses(site, sources);
    let mut problems = Vec::new();
    for mention in mentions {
        let Target::Site(address, _) = &mention.target else { continue };
        let path = mention::path_in_site(address);
        if known.contains(&path) || held_back(site, &mention.target).is_some() {
            continue;
        }
        let problem = Problem::new(Code::LinkToMissingAddress, mention.place(), format!("this site has no address `{address}`"));
        problems.push(match meant(&path, &known) {
            Some(near) => problem.help(format!("did you mean `/{near}`?")),
            None => problem.help("an address of this site is the path of a page, such as `/healthcare/`, or of a file of `static/`"),
        });
    }
    problems
}

fn meant<'a>(path: &str, known: &'a BTreeSet<String>) -> Option<&'a str> {
    let as_page = known.get(mention::page_path(path).as_str());
    as_page.map(String::as_str).or_else(|| nearest(path, known.iter().map(String::as_str).filter(|it| !it.ends_with("index.html"))))
}

/// Everything that is published, without a slash in front; a page also by its `index.html`.
fn known_addresses(site: &Site, sources: &Sources) -> BTreeSet<String> {
    let mut known: BTreeSet<String> = ["404.html", "a-z/", "atom.xml", "robots.txt", "sitemap.xml"].into_iter().map(str::to_owned).collect();
    if !site.tags.is_empty() {
        known.insert("tags/".to_owned());
    }
    known.extend(site.tags.keys().map(|slug| format!("tags/{slug}/")));
    known.extend(site.addresses.keys().chain(site.sections.keys()).map(|it| it.as_str().to_owned()));
    known.extend(site.redirects.keys().cloned());
    let folders: Vec<String> = known.iter().filter(|it| it.is_empty() || it.ends_with('/')).map(|it| format!("{it}index.html")).collect();
    known.extend(folders);
    known.extend(site.given.files.keys().filter_map(|it| it.as_str().strip_prefix("content/").map(str::to_owned)));
    let theme = format!("themes/{}/static", site.given.config.theme);
    for folder in ["static", theme.as_str()] {
        let paths = sources.below(folder).filter_map(|(path, _)| path.as_str().strip_prefix(folder));
        known.extend(paths.map(|it| it.trim_start_matches('/').to_owned()));
    }
    known
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::fixture::Project;
    use crate::check::mention;

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
            |site, sources| find(site, sources, &mention::all(site, sources)),
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
