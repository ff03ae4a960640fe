//! Sections that a site wants of every guide and that one lacks.

use super::place;
use super::subject::Subject;
use crate::guide::body::{BlockKind, Piece, SectionKind};
use crate::problem::{Code, Problem};

/// Every kind of section that the settings require and the guide has not.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    if !subject.is_guide() {
        return Vec::new();
    }
    let missing = subject.config.required_sections.iter().filter(|kind| !has(subject, **kind));
    missing
        .map(|kind| {
            let name = kind.name();
            let message = format!("this guide has no section of the kind `{name}`, which the site requires");
            let problem = Problem::new(Code::SectionMissing, place::of(&subject.manuscript.head, &["title"]), message);
            problem.help(format!("write one; a heading whose words do not tell its kind says so: `## ... {{.kind-{name}}}`"))
        })
        .collect()
}

/// Whether the guide has such a section, or what stands for one in its front matter and blocks.
fn has(subject: &Subject, kind: SectionKind) -> bool {
    let front = &subject.manuscript.head.front;
    let is_block = |block: &BlockKind| matches!((kind, block), (SectionKind::Faq, BlockKind::Faq(_)) | (SectionKind::Resources, BlockKind::Resources { .. }));
    let in_front = match kind {
        SectionKind::Faq => front.faq.is_some(),
        SectionKind::Resources => front.resources.is_some(),
        _ => false,
    };
    let body = &subject.manuscript.body;
    in_front
        || body.headings.iter().any(|heading| heading.kind == Some(kind))
        || body.pieces.iter().any(|piece| matches!(piece, Piece::Block(block) if is_block(&block.kind)))
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::Project;
    use crate::guide::body::SectionKind;

    #[test]
    fn a_guide_has_what_the_site_requires() {
        let mut project = Project::new(
            "
            === content/a.md
            ---
            title: A
            occupation: { name: A }
            resources: []
            ---
            ## Work {.kind-duties}
            === content/about.md
            ---
            title: About
            ---
            ",
        );
        project.config.required_sections = vec![SectionKind::Duties, SectionKind::Outlook, SectionKind::Resources];
        project.check_pages(
            super::find,
            "
            warning: this guide has no section of the kind `outlook`, which the site requires
              --> content/a.md:2:8 A
              help: write one; a heading whose words do not tell its kind says so: `## ... {.kind-outlook}`
            ",
        );
    }
}
