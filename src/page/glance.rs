//! What an occupation takes and gives, at a glance: rows of a term and its values.

use super::figure::Notes;
use super::given::Given;
use super::view::{GlanceRow, Html};
use super::voice::Voice;
use super::{brief, quick, words};
use crate::figures::levels;
use crate::guide::front_matter::{Credential, Education, FrontMatter, Skill};
use crate::words::Words;
use crate::yaml::Named;

/// The rows of a guide: its figures and what its front matter says, in the order of the panel.
pub(super) fn of_guide(given: &Given, front: &FrontMatter, notes: &mut Notes) -> Vec<GlanceRow> {
    let mut said = rows(&given.voice, front);
    let mut panel: Vec<GlanceRow> = quick::pay(given, notes).into_iter().collect();
    for name in ["education", "experience", "training"] {
        let own = said.iter().position(|row| row.key == name).map(|at| said.remove(at)).map(|row| with_source(row, given, notes));
        panel.extend(own.or_else(|| quick::entry(given, notes, name)));
    }
    panel.extend(quick::jobs(given, notes).into_iter().flatten());
    panel.extend(said);
    panel
}

/// The row of a level that the front matter gives, with the letter of the source that it names. A dataset of that source which says the same knows the time.
fn with_source(row: GlanceRow, given: &Given, notes: &mut Notes) -> GlanceRow {
    let levels = given.authored.as_ref().map_or_else(Vec::new, |it| levels(&it.page.head));
    let fact = levels.into_iter().find_map(|(key, fact)| (row.key == key && fact.source.is_some()).then_some(fact));
    let in_dataset = brief::figure(&given.figures, &row.key);
    let fact = fact.map(|fact| match in_dataset.filter(|it| it.source == fact.source && it.value() == fact.value()) {
        Some(same) => (**same).clone(),
        None => fact,
    });
    GlanceRow { source_html: fact.map_or_else(Html::default, |fact| Html(notes.mark(given, &fact))), ..row }
}

/// The rows that the front matter fills.
fn rows(voice: &Voice, front: &FrontMatter) -> Vec<GlanceRow> {
    let note = |note: Option<&String>| note.cloned();
    let list = |texts: &Option<Vec<String>>| texts.clone().unwrap_or_default();
    let rows = [
        (
            "education",
            front.education.as_ref().map_or_else(Vec::new, |it| education(voice, it)),
            note(front.education.as_ref().and_then(|it| it.note.as_ref())),
        ),
        (
            "experience",
            front.experience.as_ref().map_or_else(Vec::new, |it| words::experience(&voice.words, it)),
            note(front.experience.as_ref().and_then(|it| it.note.as_ref())),
        ),
        (
            "training",
            front.training.as_ref().map_or_else(Vec::new, |it| words::training(&voice.words, it)),
            note(front.training.as_ref().and_then(|it| it.note.as_ref())),
        ),
        ("credentials", front.credentials.iter().flatten().filter_map(|it| credential(&voice.words, it)).collect(), None),
        ("settings", list(&front.work_settings), None),
        ("schedule", list(&front.schedule), None),
        ("benefits", list(&front.benefits), None),
        ("skills", front.skills.iter().flatten().filter_map(skill).collect(), None),
    ];
    rows.into_iter()
        .filter(|(_, values, _)| !values.is_empty())
        .map(|(key, values, note)| GlanceRow {
            key: key.to_owned(),
            values,
            note,
            help: words::help(&voice.words, key).map(str::to_owned),
            source_html: Html::default(),
        })
        .collect()
}

fn education(voice: &Voice, it: &Education) -> Vec<String> {
    let level = it.entry.map(|level| words::education(&voice.words, level).to_owned());
    level.into_iter().chain(it.field.clone()).chain(it.years.map(|it| words::years(&voice.words, &voice.locale, it.0))).collect()
}

fn credential(words: &Words, it: &Credential) -> Option<String> {
    let name = it.name.as_deref()?;
    Some(it.required.map_or_else(|| name.to_owned(), |required| format!("{name} ({})", words::required_in(words, required, it.jurisdiction.as_deref()))))
}

fn skill(it: &Named<Skill>) -> Option<String> {
    match it {
        Named::Text(name) => Some(name.clone()),
        Named::Full(skill) => skill.name.clone(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::page::fixture::with_material;
    use crate::site::fixture::Project;

    #[test]
    fn the_panel_says_in_words_what_the_front_matter_says_in_codes() {
        let front: FrontMatter = serde_yaml::from_str(
            "
education: { entry: associate, field: Nursing, years: 2, note: Often more }
training: { kind: short-term, min: 2, max: 4, unit: weeks }
credentials:
  - { name: CPT, kind: certification, required: preferred, jurisdiction: United States }
  - { name: BLS }
  - { name: Licence, required: always, jurisdiction: Maryland }
  - { name: Card, required: some, jurisdiction: 'United States: set by each state' }
  - { name: Badge, required: always }
skills: [Care, { name: Patience }]
schedule: []
",
        )
        .unwrap();
        let shown: Vec<String> = rows(&Voice::of(&crate::words::Book::built_in(), "en"), &front)
            .iter()
            .map(|row| format!("{}: {} {:?}", row.key, row.values.join("; "), row.note))
            .collect();
        assert_eq!(
            shown,
            [
                "education: Associate's degree; Nursing; 2 years Some(\"Often more\")",
                "training: Short-term on-the-job training; 2 to 4 weeks None",
                "credentials: CPT (preferred); BLS; Licence (required in Maryland); Card (sometimes required in the United States); Badge (required) None",
                "skills: Care; Patience None",
            ]
        );
    }

    #[test]
    fn a_level_of_the_front_matter_has_the_letter_of_its_source() {
        let project = Project::read(
            "
            === content/_data/sources.yaml
            ep24: { publisher: BLS, title: Projections }
            onet: { publisher: O-NET, title: Skills }
            === content/a.md
            ---
            title: A
            summary: s
            occupation: { name: A }
            education: { entry: bachelor, source: ep24 }
            experience: { level: none, source: onet }
            training: { kind: none, source: ep24 }
            schedule: [Days]
            ---
            ",
        );
        let manuscript = project.manuscripts.values().next().unwrap();
        let (shown, named) = with_material(&project, |material| {
            let page = material.site.pages.values().next().unwrap();
            let given = material.of_author(page, &Arc::default(), manuscript, &Arc::default());
            let mut notes = Notes::default();
            let rows = of_guide(&given, &manuscript.head.front, &mut notes);
            let letter = |row: &GlanceRow| row.source_html.0.split("\">").nth(2).and_then(|it| it.chars().next()).unwrap_or('-');
            let rows: Vec<String> = rows.iter().map(|row| format!("{} {}", row.key, letter(row))).collect();
            (rows, [notes.names("ep24"), notes.names("onet")])
        });
        assert_eq!(shown, ["education a", "experience b", "training a", "schedule -"]);
        assert_eq!(named, [true, true]);
    }
}
