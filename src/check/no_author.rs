//! A guide that nobody signs.

use crate::problem::{Code, Problem};

use super::place;
use super::subject::Subject;

/// A guide without authors of its own on a site that names none either.
pub(super) fn find(subject: &Subject) -> Option<Problem> {
    let head = &subject.manuscript.head;
    let is_signed = !subject.config.authors.is_empty() || head.front.authors.iter().flatten().next().is_some() || head.unread.holds("authors");
    (subject.is_guide() && !is_signed).then(|| {
        Problem::new(Code::NoAuthor, place::front(head), "the guide does not say who wrote it")
            .help("add `authors:` with ids of `content/_data/people.yaml`, here or for the whole site in `site.toml`")
    })
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::fixture::{Project, check_problems};

    const PROJECT: &str = "
        === content/a.md
        ---
        title: A
        occupation: { name: A }
        ---
        === content/b.md
        ---
        title: B
        occupation: { name: B }
        authors: [ann]
        ---
        === content/about.md
        ---
        title: About
        ---
        ";

    #[test]
    fn a_guide_without_authors_is_reported() {
        check_problems(
            find,
            PROJECT,
            "
            note: the guide does not say who wrote it
              --> content/a.md:2:1
              help: add `authors:` with ids of `content/_data/people.yaml`, here or for the whole site in `site.toml`
            ",
        );
    }

    #[test]
    fn authors_of_the_site_sign_for_all() {
        let mut project = Project::new(PROJECT);
        project.config.authors = vec!["ann".to_owned()];
        project.check_pages(find, "");
    }
}
