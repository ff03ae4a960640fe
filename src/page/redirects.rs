//! Pages at old addresses, each of which leads to the page that is meant now.

use super::absolute::absolute;
use super::view::RedirectView;
use crate::output::OutputPath;
use crate::problem::{Code, Problem};
use crate::site::Site;
use crate::source::{PagePath, Span};

/// A page that leads on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirection {
    /// Where it is: `old/page/index.html` for `old/page/`, `old.html` as it is.
    pub path: OutputPath,
    /// Where it leads, a page of this site, and what it shows on the way.
    pub view: RedirectView,
    /// Where the author wrote the old address.
    pub place: Span,
}

/// The redirects of the site by old address, and those whose old address cannot be a file.
pub fn all(site: &Site) -> (Vec<Redirection>, Vec<Problem>) {
    let mut redirections = Vec::new();
    let mut problems = Vec::new();
    for (from, redirect) in &site.redirects {
        let Some(page) = site.pages.get(&redirect.to) else { continue };
        let file = if from.is_empty() || from.ends_with('/') { format!("{from}index.html") } else { from.clone() };
        let path = match OutputPath::new(&file) {
            Ok(path) => path,
            Err(why) => {
                problems
                    .push(Problem::new(Code::AliasUnusable, redirect.place.clone(), format!("`/{from}` cannot be an address: {why}")).help("remove the alias"));
                continue;
            }
        };
        let view = RedirectView {
            title: page.title.clone(),
            path: page.address.as_str().to_owned(),
            root: root(from),
            canonical: absolute(&site.given.config.base_url, page.address.as_str()),
            language: page.head.front.language.clone().unwrap_or_else(|| site.given.config.language.clone()),
            from: from.clone(),
        };
        redirections.push(Redirection { path, view, place: redirect.place.clone() });
    }
    (redirections, problems)
}

/// What leads from an old address to the site's root: `old/page.html` stands in the folder `old/`.
fn root(from: &str) -> String {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    PagePath::from_text(folder).root()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::Project;

    #[test]
    fn old_addresses_lead_to_the_page_from_their_own_folder() {
        let project = Project::new(
            "
            === content/a/b.md
            ---
            title: B
            aliases: [/old/page/, /old.html, /deep/er/old.htm]
            ---
            ",
        );
        let (redirections, problems) = project.with_site(all);
        assert_eq!(problems, []);
        let shown: Vec<_> = redirections.iter().map(|it| format!("{} {}{}", it.path, it.view.root, it.view.path)).collect();
        assert_eq!(shown, ["deep/er/old.htm ../../a/b/", "old.html ./a/b/", "old/page/index.html ../../a/b/"]);
        assert_eq!(redirections[0].view.canonical, "https://example.org/guides/a/b/");
    }

    #[test]
    fn an_old_address_that_no_file_can_have_is_reported() {
        let project = Project::new(
            "
            === content/a.md
            ---
            title: A
            aliases: ['/what?/']
            ---
            ",
        );
        let (redirections, problems) = project.with_site(all);
        assert_eq!(redirections, []);
        assert_eq!(problems[0].message, "`/what?/` cannot be an address: it holds `?`");
    }
}
