//! The author of the soak: one random edit after the other. However an edit goes about it, at its end the project can be published.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::random::Random;
use super::saving::{Way, pause, save};
use super::texts::{CORE, OTHERS, OVERRIDES, text};

/// How many guides come and go, at most.
const LOOSE: usize = 16;

pub(super) struct Author {
    pub(super) root: PathBuf,
    /// What was last written into each file that is there.
    pub(super) files: BTreeMap<String, String>,
    pub(super) random: Random,
    /// How many texts were written.
    texts: usize,
}

type Edit = fn(&mut Author) -> String;

/// Every kind of edit, and how often it is made beside the others.
const EDITS: [(usize, Edit); 18] = [
    (30, Author::writes_a_guide),
    (10, Author::writes_another_file),
    (4, Author::writes_data),
    (3, Author::writes_settings),
    (6, Author::overrides_the_theme),
    (3, Author::gives_an_override_up),
    (3, Author::touches),
    (3, Author::saves_without_a_change),
    (5, Author::changes_a_digit_and_no_stamp),
    (6, Author::begins_a_guide),
    (4, Author::deletes_a_guide),
    (3, Author::renames_a_guide),
    (2, Author::swaps_two_guides),
    (4, Author::begins_a_folder),
    (4, Author::renames_a_folder),
    (3, Author::deletes_a_folder),
    (2, Author::replaces_an_input),
    (2, Author::turns_much_at_once),
];

impl Author {
    /// Writes the first state of the project into the folder `root`.
    pub(super) fn new(root: &Path, seed: u64) -> Self {
        let mut author = Self { root: root.to_path_buf(), files: BTreeMap::new(), random: Random::new(seed), texts: 0 };
        for path in CORE.into_iter().chain(OTHERS) {
            author.write(path, Way::InPlace);
        }
        std::os::unix::fs::symlink("../content/_data/pay.csv", root.join("static/pay-of-all.csv")).unwrap();
        author
    }

    /// Makes one edit, and says which. An edit that cannot be made gives way to one that begins or writes something.
    pub(super) fn edit(&mut self) -> String {
        let mut at = self.random.below(EDITS.iter().map(|(weight, _)| weight).sum());
        for (weight, edit) in EDITS {
            if at < weight {
                return edit(self);
            }
            at -= weight;
        }
        unreachable!("the weights are summed up above")
    }

    /// Writes the next text into the file at `path`.
    pub(super) fn write(&mut self, path: &str, way: Way) {
        self.texts += 1;
        let text = text(path, self.texts, &mut self.random);
        fs::create_dir_all(self.disk(path).parent().unwrap()).unwrap();
        save(&self.disk(path), &text, way, &mut self.random);
        self.files.insert(path.to_owned(), text);
    }

    /// Writes the next text into one of `paths` in any way.
    pub(super) fn write_one_of(&mut self, paths: &[String]) -> String {
        let (path, way) = (self.random.one(paths), self.random.one(&Way::ALL));
        self.write(&path, way);
        format!("{path} is saved ({way:?})")
    }

    pub(super) fn disk(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// The guides that come and go.
    pub(super) fn loose(&self) -> Vec<String> {
        let is_loose = |path: &str| path.starts_with("content/") && (path.contains("/loose-") || path.contains("/folder-"));
        self.files.keys().filter(|path| is_loose(path) && !path.ends_with("_index.md")).cloned().collect()
    }

    pub(super) fn has_room(&self) -> bool {
        self.loose().len() < LOOSE
    }

    pub(super) fn writes_a_guide(&mut self) -> String {
        let mut paths = CORE.map(str::to_owned).to_vec();
        paths.extend(self.loose());
        self.write_one_of(&paths)
    }

    fn writes_another_file(&mut self) -> String {
        self.write_one_of(&OTHERS.map(str::to_owned))
    }

    fn writes_data(&mut self) -> String {
        self.write_one_of(&["content/_data/pay.csv".to_owned()])
    }

    fn writes_settings(&mut self) -> String {
        self.write_one_of(&["site.toml".to_owned()])
    }

    fn overrides_the_theme(&mut self) -> String {
        self.write_one_of(&OVERRIDES.map(str::to_owned))
    }

    fn gives_an_override_up(&mut self) -> String {
        let path = self.random.one(&OVERRIDES);
        if self.files.remove(path).is_none() {
            return self.overrides_the_theme();
        }
        fs::remove_file(self.disk(path)).unwrap();
        format!("{path} is deleted")
    }

    fn touches(&mut self) -> String {
        let path = self.any();
        File::options().append(true).open(self.disk(&path)).unwrap().set_modified(SystemTime::now()).unwrap();
        format!("{path} is touched")
    }

    fn saves_without_a_change(&mut self) -> String {
        let (path, way) = (self.any(), self.random.one(&Way::ALL));
        save(&self.disk(&path), &self.files[&path], way, &mut self.random);
        format!("{path} is saved as it was ({way:?})")
    }

    /// The same length, and the same time of modification: only the bytes tell.
    fn changes_a_digit_and_no_stamp(&mut self) -> String {
        let (path, digit) = (self.random.one(&CORE), self.random.below(10));
        let text = &self.files[path];
        let at = text.find("Number ").unwrap() + "Number ".len();
        let changed = format!("{}{digit}{}", &text[..at], &text[at + 1..]);
        save(&self.disk(path), &changed, Way::OldTime, &mut self.random);
        self.files.insert(path.to_owned(), changed);
        format!("{path} has another digit")
    }

    fn begins_a_guide(&mut self) -> String {
        if !self.has_room() {
            return self.writes_a_guide();
        }
        let path = self.new_name();
        self.write_one_of(&[path])
    }

    fn deletes_a_guide(&mut self) -> String {
        let loose = self.loose();
        if loose.is_empty() {
            return self.begins_a_guide();
        }
        let path = self.random.one(&loose);
        self.files.remove(&path);
        fs::remove_file(self.disk(&path)).unwrap();
        format!("{path} is deleted")
    }

    fn renames_a_guide(&mut self) -> String {
        let loose: Vec<String> = self.loose().into_iter().filter(|path| path.contains("/loose-")).collect();
        if loose.is_empty() {
            return self.begins_a_guide();
        }
        let (from, to) = (self.random.one(&loose), self.new_name());
        fs::rename(self.disk(&from), self.disk(&to)).unwrap();
        let text = self.files.remove(&from).unwrap();
        self.files.insert(to.clone(), text);
        format!("{from} becomes {to}")
    }

    fn swaps_two_guides(&mut self) -> String {
        let loose: Vec<String> = self.loose().into_iter().filter(|path| path.contains("/loose-")).collect();
        let [one, .., other] = &loose[..] else { return self.begins_a_guide() };
        let aside = self.disk("aside");
        for (from, to) in [(self.disk(one), &aside), (self.disk(other), &self.disk(one)), (aside.clone(), &self.disk(other))] {
            fs::rename(from, to).unwrap();
        }
        let (text, with) = (self.files[one].clone(), self.files[other].clone());
        self.files.insert(one.clone(), with);
        self.files.insert(other.clone(), text);
        format!("{one} and {other} change places")
    }

    /// As when another branch is checked out: every guide removed and made anew, with other words.
    fn turns_much_at_once(&mut self) -> String {
        let paths: Vec<String> = CORE.map(str::to_owned).into_iter().chain(self.loose()).collect();
        for path in &paths {
            fs::remove_file(self.disk(path)).unwrap();
        }
        pause(&mut self.random);
        for path in &paths {
            self.write(path, Way::InPlace);
        }
        "all guides are replaced".to_owned()
    }

    /// Any file.
    fn any(&mut self) -> String {
        let paths: Vec<String> = self.files.keys().cloned().collect();
        self.random.one(&paths)
    }

    /// A free name of a guide beside the others; names come back after a time.
    fn new_name(&mut self) -> String {
        loop {
            let path = format!("content/{}/loose-{}.md", self.random.one(&["care", "building", "office"]), self.random.below(20));
            if !self.files.contains_key(&path) {
                return path;
            }
        }
    }
}
