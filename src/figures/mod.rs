//! What the figures of a page are: facts of its front matter, else those of the datasets about its occupation.
//! Given the names that the page uses, gives each its fact, or says why there is none. Whether what the page prints agrees with
//! it is for `check`, how it looks for `page`.

mod absent;
mod against;
mod asked;
mod entry;
mod foreign;
mod from_dataset;
mod in_file;
mod list;
mod lookup;
pub mod of_block;
mod phrase;
mod profile;
mod question;
mod request;
mod spoken;
mod typed;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use absent::Absent;
pub use against::{Newer, NotThere};
pub use asked::Asked;
pub use foreign::Foreign;
pub use in_file::{InFile, in_files};
pub use list::{Listed, Row, currencies};
pub use phrase::phrases;
pub use profile::{Unborne, levels};
pub use question::{Datasets, Question};
pub use request::{List, Rows};
pub use typed::{Typed, placed, typed};

use crate::fact::{Fact, Reference, SocCode};
use crate::source::SourcePath;

/// The figures of all published pages that show some, by file.
pub type OfSite = BTreeMap<SourcePath, Arc<Figures>>;

/// The figures of one page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// The facts of its front matter by name, those that no text names too. What is wrong with an entry keeps it out.
    pub own: BTreeMap<String, Arc<Fact>>,
    /// Those of them that the publisher's own file does not bear out.
    pub not_there: BTreeMap<String, NotThere>,
    /// What publishers' files of other sources say instead of them, where none bears them out.
    pub contradicted: BTreeMap<String, Arc<Fact>>,
    /// What else of its front matter the publisher's own file does not bear out: levels and skills.
    pub unborne: Vec<Unborne>,
    /// Those of which a publisher's file at hand has a later edition.
    pub newer: BTreeMap<String, Newer>,
    /// Those that the text takes from a dataset by its name, where another has a later edition.
    pub older: BTreeMap<Reference, Newer>,
    /// Those amounts of its tables that the named source's own file does not have.
    pub foreign: BTreeMap<Typed, Foreign>,
    /// The sources that its tables and its front matter name beside the facts.
    pub sources: BTreeSet<String>,
    /// What stands behind each name that the page uses.
    pub named: BTreeMap<Reference, Result<Arc<Fact>, Absent>>,
    /// The lists that its blocks show.
    pub lists: BTreeMap<List, Result<Listed, Absent>>,
    /// The occupation that a dataset calls by the name which the page gives its own, if that has another code there: the dataset and the code.
    pub namesake: Option<(String, String)>,
    /// The titles of other occupations that its blocks, facts and figures name, by code, as the datasets print them.
    pub titles: BTreeMap<String, String>,
    /// Other titles of those occupations, in lower case, as O*NET has them.
    pub other_titles: BTreeMap<String, Vec<String>>,
    /// The occupation, code and title, that each phrase of [`phrases`] names, if it names one.
    pub spoken: BTreeMap<String, (String, String)>,
}

impl Figures {
    /// Those that `question` asks for.
    pub fn of(question: &Question) -> Self {
        let own = entry::facts(question);
        let find = |reference: &Reference| (reference.clone(), lookup::find(reference, &own, question));
        let named: BTreeMap<_, Result<Arc<Fact>, _>> = question.asked.references.iter().map(find).collect();
        let older = named.iter().filter(|(reference, _)| reference.dataset.is_some());
        let older = older.filter_map(|(reference, found)| Some((reference.clone(), against::later(found.as_ref().ok()?, question)?))).collect();
        let not_there = |(name, fact): (&String, &Arc<Fact>)| Some((name.clone(), against::not_there(fact, question)?));
        // Of what could not be read whole, nobody knows what it says.
        let is_read = |name: &String| !question.head.unread.is_in_fact(name);
        let not_there: BTreeMap<String, NotThere> = own.iter().filter(|(name, _)| is_read(name)).filter_map(not_there).collect();
        // What its own source does not have is told.
        let sound = own.iter().filter(|(name, _)| is_read(name) && !not_there.contains_key(*name));
        let contradicted = sound.filter_map(|(name, fact)| Some((name.clone(), Arc::new(against::contradicted(fact, question)?)))).collect();
        let newer = own.iter().filter_map(|(name, fact)| Some((name.clone(), against::newer(fact, question)?))).collect();
        let lists: BTreeMap<List, Result<Listed, Absent>> = question.asked.lists.iter().map(|list| (list.clone(), list.find(&own, question))).collect();
        let choosing = lists.values().flatten().filter_map(|listed| listed.chosen_by.clone());
        let sources = question.asked.sources.iter().cloned().chain(choosing).collect();
        let titles = question.asked.occupations.iter().filter_map(|code| Some((code.clone(), title(code, question)?))).collect();
        let other_titles = question.asked.occupations.iter().map(|code| (code.clone(), other_titles(code, question)));
        let other_titles = other_titles.filter(|(_, titles)| !titles.is_empty()).collect();
        let foreign = foreign::all(question);
        let spoken = spoken::all(&question.asked.phrases, question);
        let namesake = namesake(question);
        let unborne = profile::unborne(question);
        Self { own, not_there, contradicted, unborne, newer, older, foreign, sources, named, lists, namesake, titles, other_titles, spoken }
    }

    /// The facts that the page shows, each once.
    pub fn shown(&self) -> impl Iterator<Item = &Arc<Fact>> {
        let named = || self.named.values().filter_map(|found| found.as_ref().ok());
        let listed = self.lists.values().filter_map(|found| found.as_ref().ok()).flat_map(Listed::facts);
        named().chain(listed.filter(move |fact| !named().any(|it| it == *fact)))
    }

    /// The fact behind `reference`, if there is one.
    pub fn get(&self, reference: &Reference) -> Option<&Arc<Fact>> {
        self.named.get(reference)?.as_ref().ok()
    }
}

/// Who has the name of the page's occupation in a dataset that has its code too.
fn namesake(question: &Question) -> Option<(String, String)> {
    let occupation = question.head.front.occupation.as_ref()?;
    let (own, name) = (occupation.soc.as_ref()?, occupation.name.as_ref()?.to_lowercase());
    question.datasets.iter().find_map(|(id, dataset)| {
        let found = dataset.occupations_in(&name);
        let [code] = found.as_slice() else { return None };
        let title = |code: &str| dataset.title(code).unwrap_or_default().to_lowercase();
        let is_whole = title(code) == name || title(code).strip_suffix('s') == Some(&name);
        // A group and its only member have one title.
        // An older file has the code of an older classification.
        let is_current = SocCode::of(code) == SocCode::Known;
        let is_other = code != own && is_current && is_whole && !dataset.occupations_in(&title(own)).contains(code);
        is_other.then(|| (id.clone(), code.clone()))
    })
}

/// What O*NET knows an occupation by beside its title, in lower case.
fn other_titles(code: &str, question: &Question) -> Vec<String> {
    let titles = question.datasets.values().filter_map(|dataset| dataset.onet()).flat_map(|onet| onet.alternate_titles(code));
    titles.map(|title| title.to_lowercase()).filter(|title| title.len() > 1).collect()
}

/// What the datasets call an occupation.
fn title(code: &str, question: &Question) -> Option<String> {
    question.datasets.values().find_map(|dataset| dataset.title(code)).filter(|title| !title.is_empty())
}
