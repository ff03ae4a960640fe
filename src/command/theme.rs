//! `theme check`: what is wrong with the templates, style sheets and parameters of the project's theme, and nothing of its guides.
//! `theme copy`: a file of the theme in the project, to be changed there.

use super::arguments::{self, Arguments};
use super::as_of;
use super::exit::{Exit, Stop};
use super::problems::{Outcome, conclude, tell, tell_stop, verdict};
use super::project;
use super::screen::{self, Progress, Stage};
use crate::pipeline::{self, Memory, Options};
use crate::problem::{Code, Level, Problem, Report};
use crate::source::{SourcePath, create, disk};
use crate::theme::{self, NoOriginal};

/// Carries out `theme check`.
pub(super) fn check(arguments: &Arguments, check: &arguments::ThemeCheck, progress: &Progress) -> Result<Exit, Stop> {
    let project = project::build(arguments, &check.what, None, progress).map_err(|stop| tell_stop(stop, &check.how))?;
    let report = project.build.report.without(|problem| !is_of_theme(problem));
    let options = project::options(&check.what, as_of::today(check.what.as_of)?)?;
    let is_told = |problem: &Problem| report.problems().iter().any(|it| it.span == problem.span && it.message == problem.message);
    let tried: Vec<Problem> = pipeline::try_theme(&project.sources, &options).into_iter().filter(|it| !is_told(it)).collect();
    // What loading found is the cause of most that goes wrong when pages are rendered.
    let is_cause = |problem: &Problem| problem.level == Level::Error && !is_of_rendering(problem);
    let report = if report.problems().iter().any(is_cause) { report.without(is_of_rendering) } else { tried.into_iter().fold(report, Report::with) };
    let report = if check.how.strict { report.strict() } else { report };
    progress.stage(Stage::Telling);
    tell(&report, &project.sources, &check.how, arguments.color, Outcome::default())?;
    let exit = verdict(&report);
    let summary = report.summary();
    let found = if summary.is_empty() { "no problems" } else { &summary };
    let line = format!("checked the theme `{}` with every kind of page: {found}", project.build.config.theme);
    if exit == Exit::Done {
        conclude(&check.how, &line)?;
    } else {
        screen::say(&format!("{line}\n"));
    }
    Ok(exit)
}

/// Carries out `theme copy`.
pub(super) fn copy(arguments: &Arguments, copy: &arguments::ThemeCopy) -> Result<Exit, Stop> {
    let root = project::root(arguments)?;
    let sources = disk::read(&root, &project::output_dir_of(&root, None)).map_err(|error| project::refused(&error))?;
    let options = Options { as_of: as_of::today(None)?, drafts: false, base_url: None, shard: None };
    // Only the settings name the theme.
    let settings = sources.only(|path| *path == SourcePath::settings());
    let theme = pipeline::build(&settings, &options, &mut Memory::default()).config.theme.clone();
    let made = theme::copy(&theme, &copy.file, &sources).map_err(|why| {
        let help = match &why {
            NoOriginal::Theme(_) => "`guidepost theme check` tells what is wrong with it".to_owned(),
            NoOriginal::Words { tag, languages, .. } => format!(
                "it has words in {}; another language begins with those of one: `guidepost theme copy words/en.toml --print`, put into your language and written to `words/{tag}.toml`",
                languages.join(", ")
            ),
            NoOriginal::File { near: Some(near), .. } => format!("did you mean `{near}`?"),
            NoOriginal::File { near: None, .. } => "name it by its place in the theme, such as `guide.html` or `static/assets/beacon.css`".to_owned(),
        };
        Stop::usage(format!("error: {why}\nhelp: {help}"))
    })?;
    if copy.print {
        screen::bytes(&made.bytes)?;
        return Ok(Exit::Done);
    }
    if copy.compare {
        let Some(own) = sources.get(&made.path) else {
            let help = format!("`guidepost theme copy {}` makes one", copy.file.escape_debug());
            return Err(Stop::usage(format!("error: the project has no `{}` to compare with that of the theme `{theme}`\nhelp: {help}", made.path)));
        };
        let found = theme::compare(own, &made);
        let told = format!("{found}-: only in {path}; +: only in that of the theme `{theme}`\n", path = made.path);
        screen::result(if found.is_empty() { "nothing differs\n" } else { &told })?;
        return Ok(Exit::Done);
    }
    let help = format!("compare it with `guidepost theme copy {} --compare`", copy.file.escape_debug());
    create(&root, &[(made.path.as_str(), made.bytes.as_slice())]).map_err(|error| Stop::not_written(&error, Some(&help)))?;
    screen::result(&format!("wrote {}, which takes the place of that of the theme `{theme}`\n", made.path))?;
    Ok(Exit::Done)
}

/// Whether a page had to be rendered to find it.
fn is_of_rendering(problem: &Problem) -> bool {
    matches!(problem.code, Code::RenderFailed | Code::RenderLimit) || problem.help.as_deref().is_some_and(|help| help.contains("while rendering /"))
}

/// Whether it stands in a file of a theme, the built-in one too.
fn is_of_theme(problem: &Problem) -> bool {
    let file = problem.span.file.as_str();
    ["themes/", "templates/", "static/", "words/"].iter().any(|folder| file.starts_with(folder)) || problem.code.is_of_theme()
}
