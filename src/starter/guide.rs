//! The skeleton of a guide: front matter, the sections that readers look for, and whatever figures are known of the occupation.

use std::ops::Range;

use crate::day::Day;
use crate::source::SourcePath;
use crate::words::{Word, Words};

/// A stretch of the skeleton.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its Markdown.
    pub text: String,
    /// Whether it shows figures, and is to be left out where nothing is known.
    pub has_figures: bool,
    /// Whether it says by other figures what the part before says, and is to be left out where that one stays.
    pub is_second_choice: bool,
}

/// A guide in parts, and where each of them stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skeleton {
    front: String,
    parts: Vec<Part>,
}

/// Front matter as long as figures are looked for; then a line in its place makes the guide a draft.
const DRAFT: &str = "draft: true\n";

impl Skeleton {
    /// The skeleton of the guide at `path` about the occupation with the SOC code `soc`, begun `today`, in the language of `words`. A guide in another language
    /// than the site's is called by the path that it would have in that.
    pub fn new(path: &SourcePath, soc: Option<&str>, today: Day, words: &Words) -> Self {
        let name = name(path);
        let mut sentence = name.clone();
        if let Some(first) = sentence.get(..1).map(str::to_uppercase) {
            sentence.replace_range(..1, &first);
        }
        let title: Vec<String> = name.split(' ').map(capital).collect();
        let code = soc.map_or_else(|| "  # soc: \"31-9097\"\n".to_owned(), |code| format!("  soc: \"{code}\"\n"));
        let front = format!(
            "---\ntitle: {}\n# {}\nsummary: \"{}\"\noccupation:\n  name: {}\n{code}  # definition: {}\n  # also_called: []\npublished: {today}\ntags: []\n{DRAFT}---\n",
            quoted(&title.join(" ")),
            words.new_summary_hint.text(),
            words.new_summary.with(&[("name", &sentence)]).replace(['"', '\\'], ""),
            quoted(&sentence),
            words.new_definition_hint.text(),
        );
        let figures = soc.is_some();
        let plain = |text: &str| Part { text: text.to_owned(), has_figures: false, is_second_choice: false };
        let section = |heading: &Word, attributes: &str| plain(&format!("\n## {} {{{attributes}}}\n", heading.text()));
        let sentence = |word: &Word, place: &str, fact: &str| format!("\n{}\n", word.with(&[(place, &format!("[](fact:{fact})"))]));
        let shown = |text: &str| Part { text: text.to_owned(), has_figures: true, is_second_choice: false };
        let mut parts = vec![
            plain(&format!("\n<!-- {} -->\n", words.new_lead_hint.text())),
            section(&words.new_duties, "#duties .kind-duties"),
            section(&words.new_education, "#education .kind-education"),
            shown("\n```{education}\nchart: true\n```\n"),
            section(&words.new_pay, "#pay .kind-pay"),
            shown(&sentence(&words.new_pay_per_year, "pay", "pay")),
            // Of actors and others pay is published by the hour alone.
            Part { is_second_choice: true, ..shown(&sentence(&words.new_pay_per_hour, "pay", "pay.hourly")) },
            shown("\n```{pay-table}\nby: percentile\nchart: true\n```\n"),
            shown("\n```{pay-table}\nby: industry\n```\n"),
            section(&words.new_outlook, "#outlook .kind-outlook"),
            shown("\n```{outlook}\n```\n"),
            shown(&sentence(&words.new_openings, "openings", "openings")),
            section(&words.new_skills, "#skills .kind-skills"),
            shown("\n```{skills}\n```\n"),
            shown(&format!("\n## {} {{#similar}}\n\n```{{similar}}\n```\n", words.new_similar.text())),
        ];
        parts.retain(|part| figures || !part.has_figures);
        Self { front, parts }
    }

    /// Its text; as no draft, in which a figure that is missing would be told as an error.
    pub fn published(&self) -> String {
        self.front.replace(DRAFT, "") + &self.body()
    }

    /// Its text as an author gets it.
    pub fn draft(&self) -> String {
        self.front.clone() + &self.body()
    }

    fn body(&self) -> String {
        self.parts.iter().map(|part| part.text.as_str()).collect()
    }

    /// Whether any part shows figures.
    pub fn has_figures(&self) -> bool {
        self.parts.iter().any(|part| part.has_figures)
    }

    /// The same without the parts that show figures and in which, in its published text, one of `wrong` stands, and without second choices that are not needed.
    #[must_use]
    pub fn without(&self, wrong: &[Range<usize>]) -> Self {
        let mut start = self.front.len() - DRAFT.len();
        let is_wrong = |part: &Part, at: Range<usize>| part.has_figures && wrong.iter().any(|wrong| wrong.start < at.end && at.start <= wrong.start);
        let mut parts = Vec::new();
        let mut keeps_last = false;
        for part in &self.parts {
            let end = start + part.text.len();
            let is_needed = !part.is_second_choice || !keeps_last;
            keeps_last = is_needed && !is_wrong(part, start..end);
            if keeps_last {
                parts.push(part.clone());
            }
            start = end;
        }
        Self { front: self.front.clone(), parts }
    }
}

/// The words of a file's name, or of its folder's where it is `index.md`: `medical records specialist`.
fn name(path: &SourcePath) -> String {
    let name = path.file_name().trim_end_matches(".md");
    let folder = path.folder().rsplit('/').next().unwrap_or_default();
    let name = if name == "index" && !folder.is_empty() { folder } else { name };
    name.split(['-', '_', ' ']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
}

/// `text` as YAML: in quotes where it would be read as something else.
pub(super) fn quoted(text: &str) -> String {
    let is_plain = text.starts_with(char::is_alphabetic) && text.chars().all(|c| c.is_alphanumeric() || c == ' ') && !is_word_of_yaml(text);
    if is_plain { text.to_owned() } else { format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")) }
}

fn is_word_of_yaml(text: &str) -> bool {
    ["true", "false", "null", "yes", "no", "on", "off"].contains(&text.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Book;

    fn skeleton(file: &str, soc: Option<&str>, tag: &str) -> Skeleton {
        Skeleton::new(&path(file), soc, today(), Book::built_in().of(tag))
    }

    fn path(path: &str) -> SourcePath {
        SourcePath::new(path).unwrap()
    }

    fn today() -> Day {
        "2026-11-23".parse().unwrap()
    }

    #[test]
    fn the_name_of_the_file_is_the_title() {
        let title = |it: &str| skeleton(it, None, "en").draft().lines().nth(1).unwrap().to_owned();
        assert_eq!(title("content/healthcare/medical-records-specialist.md"), "title: Medical Records Specialist");
        assert_eq!(title("content/healthcare/nurse/index.md"), "title: Nurse");
        assert_eq!(title("content/no.md"), "title: \"No\"");
        assert_eq!(title("content/3d-artist.md"), "title: \"3d Artist\"");
    }

    #[test]
    fn a_guide_begins_in_the_language_of_its_site() {
        let text = skeleton("content/pflegefachkraft.md", Some("29-1141"), "de-AT").draft();
        for line in [
            "# Was Leser und Suchmaschinen erfahren: 50 bis 200 Zeichen.",
            "summary: \"Pflegefachkraft: was man in diesem Beruf tut, wie man ihn ergreift und was er einbringt.\"",
            "## Was man tut {#duties .kind-duties}",
            "Die Hälfte aller, die diesen Beruf ausüben, verdiente mehr als [](fact:pay) im Jahr.",
        ] {
            assert!(text.lines().any(|it| it == line), "{line}\n{text}");
        }
        for tag in ["de", "ar"] {
            let text = skeleton("content/x.md", Some("29-1141"), tag).draft();
            assert!(!["What", "How", "Half", "Each", "Skills", "Pay"].iter().any(|word| text.contains(word)), "{text}");
        }
    }

    #[test]
    fn parts_in_which_a_figure_is_missing_are_left_out() {
        let skeleton = skeleton("content/nurse.md", Some("29-1141"), "en");
        let text = skeleton.published();
        let wrong: Vec<_> = ["fact:openings", "{skills}"].iter().map(|it| text.find(it).unwrap()..text.find(it).unwrap() + 1).collect();
        let left = skeleton.without(&wrong);
        assert!(!left.draft().contains("openings") && !left.draft().contains("{skills}"));
        assert!(left.draft().contains("fact:pay") && left.draft().contains("## Skills") && left.draft().contains("draft: true"));
        assert!(!left.draft().contains("fact:pay.hourly"), "the first choice stays");
        let yearly = text.find("fact:pay)").unwrap();
        let hourly = skeleton.without(&std::iter::once(yearly..yearly + 1).collect::<Vec<_>>()).draft();
        assert!(hourly.contains("[](fact:pay.hourly) an hour") && !hourly.contains("a year"), "{hourly}");
        assert!(left.has_figures() && !self::skeleton("content/nurse.md", None, "en").has_figures());
    }
}
