//! `new`: the skeleton of a guide, with the figures that the datasets of the project have of its occupation.

use std::path::Path;

use super::arguments::{self, Arguments};
use super::exit::{Exit, Stop};
use super::{as_of, project, screen};
use crate::pipeline::Options;
use crate::problem::{Code, Level, Problem};
use crate::source::{CreateError, SourcePath, Sources, create, disk};
use crate::starter::guide::Skeleton;

/// Carries out `new`.
pub(super) fn run(arguments: &Arguments, new: &arguments::New) -> Result<Exit, Stop> {
    let root = project::root(arguments)?;
    let path = source_path(&new.path)?;
    let sources = disk::read(&root, &project::output_dir_of(&root, None)).map_err(|error| project::refused(&error))?;
    let options = Options { as_of: as_of::today(None)?, drafts: false, base_url: None };
    let (skeleton, doubts) = filled(&Skeleton::new(&path, new.soc.as_deref(), options.as_of), &path, &sources, &options)?;
    let draft = skeleton.draft();
    create(&root, &[(path.as_str(), draft.as_bytes())]).map_err(|error| Stop::not_written(&error, None))?;
    let more = match &new.soc {
        None => "with --soc CODE it would have had the figures that your datasets know of the occupation\n".to_owned(),
        Some(code) if !skeleton.has_figures() => format!("no dataset of this project has figures of {code}: content/_data/datasets.yaml declares them\n"),
        Some(_) => String::new(),
    };
    screen::say(&doubts);
    screen::result(&format!("wrote {path}, a draft: `guidepost serve --drafts` shows it\n{more}"))?;
    Ok(Exit::Done)
}

/// The file that an author calls `name`: below `content/`, whether or not that is said.
fn source_path(name: &str) -> Result<SourcePath, Stop> {
    let below = name.strip_prefix("./").unwrap_or(name);
    let below = below.strip_prefix("content/").unwrap_or(below);
    let is_markdown = Path::new(below).extension().is_some_and(|end| end == "md");
    let path = SourcePath::new(&format!("content/{below}{}", if is_markdown { "" } else { ".md" }));
    let is_page = |path: &SourcePath| !path.is_kept_back() && !path.file_name().starts_with('.') && path.folder() != "content/_data";
    path.filter(is_page).ok_or_else(|| {
        let name = name.escape_debug();
        Stop::usage(format!("error: `{name}` cannot be the file of a guide\nhelp: name it by its path below content/, such as `healthcare/phlebotomist.md`"))
    })
}

/// The skeleton without the figures that nobody has or that are not published; and doubts about its occupation, in words.
fn filled(skeleton: &Skeleton, path: &SourcePath, sources: &Sources, options: &Options) -> Result<(Skeleton, String), Stop> {
    let mut sources = sources.clone();
    if sources.get(path).is_some() {
        return Err(Stop::not_written(&CreateError::Exists(vec![path.as_str().into()]), None));
    }
    sources.files.insert(path.clone(), skeleton.published().into_bytes().into());
    let build = project::build_once(&sources, options);
    let of_file: Vec<&Problem> = build.report.problems().iter().filter(|problem| problem.span.file == *path).collect();
    let wrong: Vec<_> = of_file
        .iter()
        .filter(|problem| matches!(problem.code, Code::UnknownFact | Code::FigureDisagrees))
        .map(|problem| problem.span.start..problem.span.end)
        .collect();
    if let Some(problem) = of_file.iter().find(|problem| problem.level == Level::Error && !matches!(problem.code, Code::UnknownFact | Code::FigureDisagrees)) {
        let help = problem.help.as_ref().map(|help| format!("\nhelp: {help}")).unwrap_or_default();
        return Err(Stop::usage(format!("error: {}; nothing was written{help}", problem.message)));
    }
    let doubts = of_file.iter().filter(|problem| problem.code == Code::OccupationIdentity).map(|problem| format!("warning: {}\n", problem.message));
    Ok((skeleton.without(&wrong), doubts.collect()))
}
