//! A file that a dataset names and that is not there.

use super::ground::Ground;
use super::mention::Mentions;
use crate::problem::{Code, Problem};

/// Every file of a dataset that the project does not have, where it is named.
pub(super) fn find(mentions: &Mentions, ground: &Ground) -> Vec<Problem> {
    let missing = mentions.data_files.iter().filter(|it| !it.file.as_ref().is_some_and(|file| ground.files.contains(file)));
    let problem = |it: &super::mention::NamedFile| {
        let message = format!("there is no file `{}` for this dataset", it.name);
        Problem::new(Code::DataFileMissing, mentions.place_of_file(it), message).help(format!("put it in `{}`, or correct its name", it.named_in.folder()))
    };
    missing.map(problem).collect()
}
