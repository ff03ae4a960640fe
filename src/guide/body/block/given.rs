//! A block as the author wrote it, before it is read as one of its kind.

use std::ops::Range;

use serde::de::DeserializeOwned;

use crate::guide::body::context::{Context, Origin};
use crate::guide::body::fragment;
use crate::guide::front_matter::rules::Judge;
use crate::problem::Code;
use crate::yaml;

/// A block as it was given: its name, the place of its fence, and its YAML.
pub(super) struct Given<'n> {
    pub(super) name: &'n str,
    pub(super) head: Range<usize>,
    pub(super) body: Range<usize>,
}

impl Given<'_> {
    /// Whether nothing is written between the fences.
    pub(super) fn is_empty(&self, cx: &Context<'_>) -> bool {
        let yaml = cx.text.text.get(self.body.clone()).unwrap_or_default();
        yaml.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'))
    }

    /// The parameters, and whether they were read without a problem; only then a missing one is worth telling.
    pub(super) fn read<T: Default + DeserializeOwned>(&self, cx: &mut Context<'_>) -> (T, bool) {
        if self.is_empty(cx) {
            return (T::default(), true);
        }
        let (value, problems) = yaml::read(cx.text, self.body.clone());
        let sound = problems.is_empty();
        cx.problems.extend(problems);
        (value, sound)
    }

    /// The parameters, judged as the front matter judges the fields of the same name. `None` if there was a problem.
    pub(super) fn judged<T: Default + DeserializeOwned>(&self, cx: &mut Context<'_>, rules: impl FnOnce(&T, &mut Judge<'_, '_>)) -> Option<T> {
        let reading = yaml::reading::<T>(cx.text, self.body.clone());
        let mut problems = reading.problems;
        // What was never read is not to be called missing.
        if problems.iter().all(|it| it.code != Code::YamlSyntax) {
            let mut judge = Judge::new(&reading.places);
            rules(&reading.value, &mut judge);
            problems.append(&mut judge.problems);
        }
        let sound = problems.is_empty();
        // What is missing from the block as a whole is told at its fence.
        for problem in problems.iter_mut().filter(|it| it.code == Code::MissingField && it.span.start == self.body.start && it.span.end == self.body.start) {
            problem.span = cx.text.span(self.head.clone());
        }
        cx.problems.append(&mut problems);
        sound.then_some(reading.value)
    }

    /// Where a value stands.
    pub(super) fn at(&self, cx: &Context<'_>, path: &[&str]) -> Range<usize> {
        yaml::locate(cx.text, self.body.clone(), path)
    }

    /// Reports that a parameter is missing; always `None`.
    pub(super) fn missing<T>(&self, cx: &mut Context<'_>, sound: bool, what: &str) -> Option<T> {
        if sound {
            cx.problem(
                Code::MissingField,
                self.head.clone(),
                format!("the block `{{{}}}` needs `{what}`", self.name),
                format!("write `{what}: ...` on a line below"),
            );
        }
        None
    }

    /// The parameter `name` as one line of HTML. `None` if it says nothing.
    pub(super) fn phrase(&self, cx: &mut Context<'_>, name: &str, markdown: Option<String>) -> Option<String> {
        let markdown = markdown.filter(|it| !it.trim().is_empty())?;
        let at = self.at(cx, &[name]);
        let origin = Origin::of_value(cx.text, &markdown, at);
        Some(fragment::phrase_in(cx, &markdown, &origin))
    }
}
