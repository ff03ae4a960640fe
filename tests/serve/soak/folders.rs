//! Edits of whole folders: begun, renamed, deleted, and those of the project itself replaced.

use std::fs;

use super::author::Author;
use super::saving::{Way, pause};

impl Author {
    /// A folder, with a page of its own, a guide, and a guide in a folder below: all at once, as an archive unpacks.
    pub(super) fn begins_a_folder(&mut self) -> String {
        if !self.has_room() {
            return self.writes_a_guide();
        }
        let folder = self.new_folder();
        for name in ["_index.md", "first.md", "deep/second.md"] {
            self.write(&format!("{folder}/{name}"), Way::InPlace);
        }
        format!("{folder} is begun")
    }

    pub(super) fn renames_a_folder(&mut self) -> String {
        let folders = self.folders();
        if folders.is_empty() {
            return self.begins_a_folder();
        }
        let (from, to) = (self.random.one(&folders), self.new_folder());
        fs::rename(self.disk(&from), self.disk(&to)).unwrap();
        for path in self.below(&from) {
            let text = self.files.remove(&path).unwrap();
            self.files.insert(path.replacen(&from, &to, 1), text);
        }
        format!("{from} becomes {to}")
    }

    pub(super) fn deletes_a_folder(&mut self) -> String {
        let folders = self.folders();
        if folders.is_empty() {
            return self.begins_a_folder();
        }
        let folder = self.random.one(&folders);
        fs::remove_dir_all(self.disk(&folder)).unwrap();
        for path in self.below(&folder) {
            self.files.remove(&path);
        }
        format!("{folder} is deleted")
    }

    /// A folder of the project goes away, and another one of the same name comes with other words in it.
    pub(super) fn replaces_an_input(&mut self) -> String {
        let input = self.random.one(&["static", "templates", "content"]);
        let (here, away) = (self.disk(input), self.disk("away"));
        if !here.exists() {
            return self.begins_a_folder();
        }
        fs::rename(&here, &away).unwrap();
        pause(&mut self.random);
        let paths = self.below(input);
        for path in &paths {
            self.write(path, Way::InPlace);
        }
        if input == "static" {
            fs::rename(away.join("pay-of-all.csv"), here.join("pay-of-all.csv")).unwrap();
        }
        fs::remove_dir_all(away).unwrap();
        format!("{input} is replaced")
    }

    /// The folders that come and go.
    fn folders(&self) -> Vec<String> {
        let mut folders: Vec<String> =
            self.files.keys().filter(|path| path.starts_with("content/folder-")).map(|path| path.split('/').take(2).collect::<Vec<_>>().join("/")).collect();
        folders.dedup();
        folders
    }

    fn below(&self, folder: &str) -> Vec<String> {
        self.files.keys().filter(|path| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))).cloned().collect()
    }

    fn new_folder(&mut self) -> String {
        loop {
            let folder = format!("content/folder-{}", self.random.below(12));
            if !self.folders().contains(&folder) && !self.disk(&folder).exists() {
                return folder;
            }
        }
    }
}
