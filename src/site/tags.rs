//! The tags of guides: two spellings of one tag are one tag, and said to differ.

use std::collections::BTreeMap;

use super::publish::Published;
use super::{Inputs, Kind, Tag, Written, collation};
use crate::problem::{Code, Problem};
use crate::slug::slug;
use crate::source::SourcePath;

/// The tags by slug, and the slugs of each guide's tags.
pub(super) fn gather(
    published: &BTreeMap<SourcePath, Published>,
    inputs: &Inputs,
    problems: &mut Vec<Problem>,
) -> (BTreeMap<String, Tag>, BTreeMap<SourcePath, Vec<String>>) {
    let mut tags: BTreeMap<String, Tag> = BTreeMap::new();
    let mut of_guides = BTreeMap::new();
    for (path, page) in published.iter().filter(|(_, page)| page.kind == Kind::Guide) {
        let mut slugs: Vec<String> = Vec::new();
        for (at, name) in page.head.front.tags.iter().flatten().enumerate() {
            let place = Written::new(path, &["tags", &at.to_string()]);
            let slug = slug(name);
            if slug.is_empty() {
                problems.push(Problem::new(Code::InvalidValue, place.span(inputs), format!("the tag `{name}` has no letter or digit")).help("give it a name"));
                continue;
            }
            let tag = tags.entry(slug.clone()).or_insert_with(|| Tag { name: name.clone(), place: place.clone(), guides: Vec::new() });
            if tag.name != *name {
                problems.push(
                    Problem::new(Code::TagSpelling, place.span(inputs), format!("the tag `{name}` is written `{}` elsewhere", tag.name))
                        .also(tag.place.span(inputs), "written so here")
                        .help(format!("both share the page /tags/{slug}/; write them alike")),
                );
            }
            if !slugs.contains(&slug) {
                tag.guides.push(path.clone());
                slugs.push(slug);
            }
        }
        of_guides.insert(path.clone(), slugs);
    }
    for tag in tags.values_mut() {
        tag.guides.sort_by_cached_key(|path| (published.get(path).map(|page| collation::key(&page.title)), path.clone()));
    }
    (tags, of_guides)
}

#[cfg(test)]
mod tests {
    use crate::site::fixture::{check_problems, check_site};

    const PROJECT: &str = "
        === content/a.md
        ---
        title: Zoologist
        summary: s
        occupation: { name: Zoologist }
        tags: [Shift work, outdoors, shift work]
        ---
        === content/b.md
        ---
        title: Baker
        summary: s
        occupation: { name: Baker }
        tags:
          - shift-work
        ---
        ";

    #[test]
    fn spellings_of_a_tag_are_one_tag_and_reported() {
        check_problems(
            PROJECT,
            "
            tag-spelling content/a.md:5:30 the tag `shift work` is written `Shift work` elsewhere
              also content/a.md:5:8 written so here
              help: both share the page /tags/shift-work/; write them alike
            tag-spelling content/b.md:6:5 the tag `shift-work` is written `Shift work` elsewhere
              also content/a.md:5:8 written so here
              help: both share the page /tags/shift-work/; write them alike
            ",
        );
        check_site(
            PROJECT,
            |site| {
                site.tags
                    .iter()
                    .map(|(slug, tag)| format!("{slug} {} {:?}", tag.name, tag.guides.iter().map(ToString::to_string).collect::<Vec<_>>()))
                    .collect::<Vec<_>>()
                    .join("\n")
            },
            "outdoors outdoors [\"content/a.md\"]\nshift-work Shift work [\"content/b.md\", \"content/a.md\"]",
        );
    }
}
