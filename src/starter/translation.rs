//! The skeleton of a guide in another language: the words of the original's front matter and its headings, to be put into that language.

use super::guide::quoted;
use crate::guide::body::{Heading, SectionKind};
use crate::guide::front_matter::FrontMatter;
use crate::guide::{Rules, parse, record};
use crate::source::Text;

/// The skeleton of the translation of `original` into the language that calls itself `language`. `words` tell the kinds of sections by their headings,
/// which those in another language do not; `limit` is the largest front matter in bytes.
pub fn skeleton(original: &Text, language: &str, words: &[(SectionKind, Vec<String>)], limit: usize) -> String {
    let rules = Rules { section_words: words.to_vec(), front_matter_limit: limit, ..Rules::default() };
    let (manuscript, _) = parse(original, &rules);
    let front = front_matter(&manuscript.head.front, &record(original, limit));
    let headings: Vec<String> = manuscript.body.headings.iter().map(|it| heading(original, it)).collect();
    let headings = if headings.is_empty() { String::new() } else { format!("\n{}\n", headings.join("\n\n")) };
    let ids = if headings.is_empty() { "" } else { " What stands in braces after a heading stays as it is: links and lists find the section by it." };
    format!("{front}\n<!-- Put this into {language}: title, summary, occupation and headings, then the text.{ids} -->\n{headings}")
}

fn front_matter(front: &FrontMatter, record: &str) -> String {
    let line = |key: &str, value: Option<&String>| value.map(|it| format!("{key}: {}\n", quoted(&it.replace('\n', " ")))).unwrap_or_default();
    let occupation = front.occupation.as_ref().map(|it| {
        let definition = line("  definition", it.definition.as_ref());
        format!("occupation:\n{}{definition}", line("  name", it.name.as_ref()))
    });
    let not_taken_over = [
        ("occupation.also_called", front.occupation.as_ref().is_some_and(|it| it.also_called.is_some())),
        ("tags", front.tags.as_ref().is_some_and(|it| !it.is_empty())),
        ("work_settings", front.work_settings.is_some()),
        ("schedule", front.schedule.is_some()),
        ("benefits", front.benefits.is_some()),
        ("skills", front.skills.is_some()),
        ("faq", front.faq.is_some()),
        ("cta", front.cta.is_some()),
        ("job_search", front.job_search.is_some()),
    ];
    let names: Vec<&str> = not_taken_over.into_iter().filter(|(_, is_there)| *is_there).map(|(name, _)| name).collect();
    let more = if names.is_empty() {
        String::new()
    } else {
        format!("# The original has these too, and they are shown where they are translated: {}\n", names.join(", "))
    };
    let texts = line("title", front.title.as_ref()) + &line("nav_title", front.nav_title.as_ref()) + &line("summary", front.summary.as_ref());
    format!("---\n{texts}{}{more}translation_of: {}\ndraft: true\n---\n", occupation.unwrap_or_default(), quoted(record))
}

/// A heading as it is written; with its id and kind, which would follow from its English words.
fn heading(original: &Text, heading: &Heading) -> String {
    let written = original.text.get(heading.range.clone()).and_then(|it| it.lines().next()).unwrap_or_default().trim();
    if written.starts_with('#') && written.contains("{#") {
        return written.to_owned();
    }
    let kind = heading.kind.map(|kind| format!(" .kind-{}", kind.name())).unwrap_or_default();
    format!("{} {} {{#{}{kind}}}", "#".repeat(heading.level.into()), heading.text, heading.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourcePath;

    #[test]
    fn a_translation_begins_with_the_words_and_headings_of_the_original() {
        let text = "---\ntitle: Nurse\nsummary: \"What: nurses do.\"\noccupation: { name: Nurse, soc: \"29-1141\", definition: A nurse. }\ntags: [ward]\nfaq: []\n---\n\
                    A lead.\n\n## Pay: What You Earn\n\nMuch.\n\n### By state {#states}\n\nMore\n----\n";
        let original = Text { path: SourcePath::new("content/nurse.md").unwrap(), text: text.into() };
        let words = [(SectionKind::Pay, vec!["pay".to_owned()])];
        let hash = record(&original, 65_536);
        assert_eq!(
            skeleton(&original, "Deutsch", &words, 65_536),
            format!(
                "---\ntitle: Nurse\nsummary: \"What: nurses do.\"\noccupation:\n  name: Nurse\n  definition: \"A nurse.\"\n\
                 # The original has these too, and they are shown where they are translated: tags, faq\ntranslation_of: {}\ndraft: true\n---\n\n\
                 <!-- Put this into Deutsch: title, summary, occupation and headings, then the text. What stands in braces after a heading stays as it is: links and lists find the section by it. -->\n\n\
                 ## Pay: What You Earn {{#pay .kind-pay}}\n\n### By state {{#states}}\n\n## More {{#more}}\n",
                quoted(&hash)
            )
        );
    }
}
