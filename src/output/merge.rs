//! Shards become one site: published as any other, in one step, or compared with one that is there.
#![expect(clippy::disallowed_methods, reason = "part of the output's edge")]

use std::fs;
use std::path::Path;

use rayon::prelude::*;

use super::content::Content;
use super::disk::{Publication, Published};
use super::error::WriteError;
use super::path::OutputPath;
use super::shards::{Found, Refusal, Shards, named};
use super::site::{File, Origin, Output};
use super::stamp::Stamp;
use super::survey::{Survey, admit};

impl Shards {
    /// Publishes the site that they make.
    pub fn merge(&self, publication: Publication) -> Result<Published, WriteError> {
        let files: Vec<(&Found, &OutputPath, &Stamp)> = self.list.iter().flat_map(|it| it.files.iter().map(move |(path, stamp)| (it, path, stamp))).collect();
        let taken = files.into_par_iter().map(|(from, path, stamp)| {
            let file = from.folder.join(path.as_str());
            let bytes = fs::read(&file).map_err(WriteError::system("read", &file))?;
            if Stamp::of(&bytes) != *stamp {
                return Err(WriteError::ShardChanged { path: file });
            }
            let content = Content::on(Some(&publication), path, bytes);
            Ok((path.clone(), File { content, origin: Origin::Words(format!("shard {}", from.part.shard)) }))
        });
        let files: Vec<(OutputPath, File)> = taken.collect::<Result<_, _>>()?;
        // That no two files want one place was made sure of before.
        publication.publish(&Output::of(files).0)
    }

    /// How the site in `folder` differs from the one that they make; `None` if there is no site.
    pub fn compare(&self, folder: &Path) -> Result<Option<Vec<Refusal>>, WriteError> {
        admit(folder)?;
        let survey = Survey::of(folder)?;
        if !survey.known.is_ours() {
            return Ok(None);
        }
        let (mut others, mut missing) = (Vec::new(), Vec::new());
        for (path, stamp) in self.list.iter().flat_map(|it| &it.files) {
            let place = Path::new(path.as_str());
            if survey.standing(place).is_none() {
                missing.push(path.as_str());
            } else if !survey.has(place, stamp) {
                others.push(path.as_str());
            }
        }
        let is_of_shard =
            |path: &Path| path.to_str().and_then(|path| OutputPath::new(path).ok()).is_some_and(|path| self.list.iter().any(|it| it.files.contains_key(&path)));
        let beyond: Vec<&str> = survey.known.files().filter(|(path, _)| !is_of_shard(path)).filter_map(|(path, _)| path.to_str()).collect();
        let says = |mut paths: Vec<&str>, one: &str, many: &str| {
            paths.sort_unstable();
            let what = if paths.len() == 1 { one } else { many };
            let message = || format!("`{}` is not what the shards make: {} {what}", folder.display(), named(&paths));
            (!paths.is_empty()).then(|| Refusal::new(message(), "leave out --verify to publish what they make"))
        };
        let told = [says(others, "differs", "differ"), says(missing, "is missing", "are missing"), says(beyond, "is of none", "are of none")];
        Ok(Some(told.into_iter().flatten().collect()))
    }
}
