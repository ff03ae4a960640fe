//! Reads a tree into a type and tells everything that does not fit, not only the first thing.

use serde::de::DeserializeOwned;

use super::deserializer::NodeReader;
use super::{Complaint, Tree};

/// So many misfits of one file are told; more are of one cause.
const MOST: usize = 100;

impl Tree {
    /// The tree as a `T`, and what does not fit.
    ///
    /// An entry that does not fit is told and passed over, and the tree is read again without it. If the whole does
    /// not fit, the value is `T::default()`.
    pub fn decode<T: Default + DeserializeOwned>(&mut self) -> (T, Vec<Complaint>) {
        let mut complaints = Vec::new();
        let Some(root) = &self.root else { return (T::default(), complaints) };
        if root.is_empty() {
            return (T::default(), complaints);
        }
        loop {
            let trouble = match T::deserialize(NodeReader::new(root, &self.passed_over)) {
                Ok(value) => return (value, complaints),
                Err(trouble) => trouble,
            };
            let (id, range) = trouble.at.clone().unwrap_or((root.id, root.range.clone()));
            let complaint = trouble.complaint(range);
            if !complaints.contains(&complaint) {
                complaints.push(complaint);
            }
            let is_new = self.passed_over.insert(id);
            if id == root.id || !is_new || complaints.len() >= MOST {
                return (T::default(), complaints);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SourcePath, Text};
    use crate::yaml::{Named, OneOrMany};
    use serde::Deserialize;

    #[derive(Debug, Default, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields, default)]
    struct Card {
        title: Option<String>,
        draft: Option<bool>,
        order: Option<u8>,
        years: Option<f32>,
        tags: Option<Vec<String>>,
        level: Option<Level>,
        day: Option<crate::day::Day>,
        inner: Option<Inner>,
        named: Option<Vec<Named<Inner>>>,
        codes: Option<OneOrMany<String>>,
    }

    #[derive(Debug, Default, Deserialize, PartialEq, Eq)]
    #[serde(deny_unknown_fields, default)]
    struct Inner {
        name: Option<String>,
    }

    #[derive(Debug, Deserialize, PartialEq, Eq)]
    #[serde(rename_all = "kebab-case")]
    enum Level {
        HighSchool,
        Bachelor,
    }

    fn lines(text: &str, complaints: &[Complaint]) -> String {
        let text = Text::decode(&SourcePath::new("a").unwrap(), text.as_bytes()).unwrap();
        let line = |it: &Complaint| {
            let place = text.place(it.range.start);
            format!("{}:{} {} | {}\n", place.line, place.column, it.message, it.help.as_deref().unwrap_or("-"))
        };
        complaints.iter().map(line).collect()
    }

    fn check_yaml(yaml: &str, expected: &str) {
        let (tree, mut complaints) = Tree::from_yaml(yaml, 0);
        complaints.extend(tree.unwrap().decode::<Card>().1);
        assert_eq!(lines(yaml, &complaints), expected, "{yaml}");
    }

    fn check_toml(toml: &str, expected: &str) {
        let (mut tree, mut complaints) = Tree::from_toml(toml);
        complaints.extend(tree.decode::<Card>().1);
        assert_eq!(lines(toml, &complaints), expected, "{toml}");
    }

    #[test]
    fn every_misfit_is_told_in_plain_words_at_its_place() {
        for (yaml, expected) in [
            ("titel: x", "1:1 unknown key `titel` | did you mean `title`?\n"),
            ("inner: {weather: x}", "1:9 unknown key `weather` | the only key here is `name`\n"),
            ("draft: maybe", "1:8 `maybe` is not true or false | write `true` or `false`\n"),
            ("draft: yes", "1:8 `yes` is not true or false | write `true`\n"),
            ("order: two", "1:8 `two` is not a whole number | write digits only, such as `12`\n"),
            ("order: 300", "1:8 `300` is not a whole number from 0 to 255 | write a number in this range\n"),
            ("order: 2.5", "1:8 `2.5` is not a whole number | write digits only, such as `12`\n"),
            ("years: nan", "1:8 `nan` is not a number | write digits, with a point before decimals: `2.5`\n"),
            ("tags: 40000-50000", "1:7 a list is wanted here, this is a text | put it in square brackets: `[40000, 50000]`\n"),
            ("tags: hospital", "1:7 a list is wanted here, this is a text | put it in square brackets: `[hospital]`\n"),
            ("title: [a]", "1:8 a text is wanted here, this is a list | write one text instead of the list\n"),
            ("level: bachelors", "1:8 `bachelors` is not one of the choices here | did you mean `bachelor`? The choices are high-school, bachelor\n"),
            ("level: phd", "1:8 `phd` is not one of the choices here | the choices are high-school, bachelor\n"),
            ("day: soon", "1:6 `soon` is not a day | write year, month and day: 2026-11-23\n"),
            ("inner: x", "1:8 a mapping is wanted here, this is a text | write it as `key: value`; the only key here is `name`\n"),
            ("codes: {a: b}", "1:8 a text or a list of texts is wanted here, this is a mapping | write a text or a list of texts\n"),
            ("named: [a, {name: b}, [c]]", "1:23 a text or a mapping is wanted here, this is a list | write a text or a mapping\n"),
            ("title: x\norder:\n", ""),
        ] {
            check_yaml(yaml, expected);
        }
    }

    #[test]
    fn all_misfits_are_told_at_once_and_the_rest_is_kept() {
        let yaml = "title: Ünïcode\ndraft: maybe\ntags: [a, {b: c}, d, [e]]\ninner: {nme: x}\n";
        let mut tree = Tree::from_yaml(yaml, 0).0.unwrap();
        let (card, complaints) = tree.decode::<Card>();
        assert_eq!(card.title.as_deref(), Some("Ünïcode"));
        assert_eq!(card.tags, Some(vec!["a".to_owned(), "d".to_owned()]));
        assert_eq!(
            lines(yaml, &complaints),
            "2:8 `maybe` is not true or false | write `true` or `false`\n\
             3:11 a text is wanted here, this is a mapping | put it in quotes if it holds a colon\n\
             3:22 a text is wanted here, this is a list | write one text instead of the list\n\
             4:9 unknown key `nme` | did you mean `name`?\n"
        );
        assert_eq!(tree.locate(&["tags", "1"]).and_then(|range| yaml.get(range)), Some("d"));
    }

    #[test]
    fn toml_values_keep_their_types() {
        for (toml, expected) in [
            ("title = 5", "1:9 a text is wanted here, this is a number | put it in quotes: `\"5\"`\n"),
            ("draft = \"true\"", "1:9 `true` is a text, not true or false | write it without quotes: `true`\n"),
            ("order = \"5\"", "1:9 `5` is a text, not a number | write it without quotes: `5`\n"),
            ("tags = \"a\"", "1:8 a list is wanted here, this is a text | put it in square brackets: `[\"a\"]`\n"),
            ("order = 2\n[inner]\nnmae = \"x\"", "3:1 unknown key `nmae` | did you mean `name`?\n"),
            ("order = 1_0\nyears = 2", ""),
        ] {
            check_toml(toml, expected);
        }
    }
}
