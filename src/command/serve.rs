//! `serve`: the site in the author's browser, every save at once.

use std::sync::Arc;

use super::arguments::{self, Arguments};
use super::as_of;
use super::exit::{Exit, Stop, in_full};
use super::follow::{Follow, Round, Turn};
use super::project;
use super::runtime;
use super::screen::{self, Progress, Stage};
use super::told::{Told, changes, named};
use crate::output::OutputPath;
use crate::pipeline::{self, Rendered};
use crate::problem::text;
use crate::serve::{Mark, Place, Preview, Reason, Server, Shown};
use crate::source::Sources;

/// Carries out `serve`.
pub(super) fn run(arguments: &Arguments, serve: &arguments::Serve, progress: &Progress) -> Result<Exit, Stop> {
    let root = project::open(arguments, &serve.what)?;
    // What is wrong with the command is said before anything is served.
    project::options(&serve.what, as_of::today(serve.what.as_of)?)?;
    let place = Place { interface: serve.interface.clone(), port: serve.port };
    let server = Server::start(&place).map_err(|error| Stop::system(format!("error: {}", in_full(&error))))?;
    let url = format!("http://{}/", server.address);
    if serve.port != 0 && server.address.port() != serve.port {
        screen::say(&format!("note: port {} is taken; this is {}\n", serve.port, server.address.port()));
    }
    if server.is_open {
        screen::say("warning: whoever can reach this address can read the preview, drafts included\n");
    }
    if let Some(elsewhere) = server.elsewhere {
        screen::say(&format!("note: from other machines: http://{elsewhere}/\n"));
    }
    screen::result(&format!("serving {url} (stop with Ctrl-C)\n"))?;
    if serve.open && open::that_detached(&url).is_err() {
        screen::say(&format!("note: no browser could be opened; go to {url}\n"));
    }
    progress.stage(Stage::Building);
    let absolute = std::path::absolute(&root).unwrap_or_else(|_| root.clone());
    let mut preview = Preview::new(&absolute);
    let record = server.record(&runtime::folder(), &absolute.canonicalize().unwrap_or_else(|_| absolute.clone()));
    if let Err(error) = &record {
        screen::say(&format!("note: `guidepost why` will not find this preview: {}: {error}\n", runtime::folder().display()));
    }
    let mut told = Told::default();
    let follow = Follow { root: &root, what: &serve.what, output_dir: None, polling: serve.poll };
    follow.each(|round| {
        let line = match &round.outcome {
            Ok(_) => show(round, &mut preview, &server, &mut told, arguments, serve.verbose),
            Err(stop) => {
                let shown = preview.refuse(&stop.message);
                server.show(&shown);
                told = Told { was_refused: shown.has_site, ..Told::default() };
                format!("{}\nwaiting for it; {}\n", stop.message, what_stays(&shown))
            }
        };
        screen::say(&line);
        Turn::Done
    })
}

/// Shows a build, and gives what there is to tell about it.
fn show(round: Round<'_>, preview: &mut Preview, server: &Server, told: &mut Told, arguments: &Arguments, verbose: bool) -> String {
    let Ok(build) = round.outcome else { return String::new() };
    let named = named(&round.news);
    let changes = (!round.news.is_empty()).then(|| if verbose { named.clone() } else { changes(&round.news) });
    let count = build.rendered.len();
    let reasons = reasons(&build.rendered, &round.progress, &named);
    let has_places = !build.report.problems().is_empty();
    let texts = if has_places { pipeline::texts(round.sources) } else { Sources::default() };
    let (files, counts) = (build.output.len(), build.counts);
    preview.note(reasons);
    preview.mark(build.too_old.iter().cloned().map(|it| Mark { source: it.source, period: it.period, limit: it.limit }));
    let shown = preview.take(build.output, &build.report, &build.config, round.sources, &texts);
    server.show(&shown);
    let millis = round.progress.elapsed().saturating_sub(round.waited).as_millis();
    let mut lines = text::render(&told.news(&build.report), &texts, screen::is_coloured(arguments.color));
    let is_first = round.news.is_empty() && shown.changed.len() == files;
    if verbose && !is_first {
        lines.extend(build.rendered.iter().map(told_rendered));
    }
    let what = match (std::mem::take(&mut told.was_refused), changes) {
        (true, None) => "the project is back".to_owned(),
        (true, Some(changes)) => format!("the project is back, {changes}"),
        (false, None) => format!("{} guides, {} pages", counts.guides, counts.pages),
        (false, Some(changes)) => changes,
    };
    let published = if is_first { counted_files(files) } else { published(&shown, files) };
    let rendered = if is_first { String::new() } else { format!("{count} page{} rendered, ", if count == 1 { "" } else { "s" }) };
    lines + &format!("{what}: {published}, {rendered}{millis} ms{}\n", told.summary(&build.report))
}

/// Why each page was rendered, for `guidepost why`.
fn reasons(rendered: &[Rendered], progress: &Progress, changes: &str) -> Vec<(OutputPath, Reason)> {
    let changes: Arc<str> = changes.into();
    let reason = |it: &Rendered| (it.path.clone(), Reason { at: progress.begun(), changes: changes.clone(), because: it.because.clone() });
    rendered.iter().map(reason).collect()
}

/// A line of the verbose mode: a page whose template ran, and what differed of that which it was given.
fn told_rendered(it: &Rendered) -> String {
    let why = it.because.as_ref().map_or_else(|| "new".to_owned(), |names| names.join(", "));
    format!("  rendered {}: {why}\n", it.path)
}

fn counted_files(files: usize) -> String {
    format!("{files} published files")
}

fn published(shown: &Shown, files: usize) -> String {
    match (shown.is_good, shown.changed.len()) {
        (false, _) => what_stays(shown).to_owned(),
        (true, 0) => "nothing published differs".to_owned(),
        (true, count) => match (count - shown.gone, shown.gone) {
            (differing, 0) => format!("{differing} of {files} published files differ"),
            (0, gone) => format!("{gone} published files are gone"),
            (differing, gone) => format!("{differing} of {files} published files differ, {gone} are gone"),
        },
    }
}

/// What is on the air where a build gave no site.
fn what_stays(shown: &Shown) -> &'static str {
    if shown.has_site { "the preview keeps the last good site" } else { "there is nothing to show yet" }
}
