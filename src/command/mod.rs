//! What a user asked for, carried out: read, build, then write or show. The clock and the environment are read in here.

mod arguments;
mod as_of;
mod baseline;
mod build;
mod check;
mod exit;
mod explain;
mod fault;
mod follow;
mod foreign;
mod init;
mod list;
mod merge;
mod new;
mod pictures;
mod problems;
mod project;
mod runtime;
mod screen;
mod serve;
mod signals;
mod theme;
mod told;
mod why;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory as _, Parser as _};

use crate::reference;
use arguments::{Arguments, Command, Theme};
use exit::{Exit, Stop};
use screen::Progress;

/// Carries out a command line, the program's name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return misunderstood(&error).into(),
    };
    let progress = Progress::new();
    fault::speak_plainly();
    let exit = fault::catch(&progress, || match carry_out(&arguments, &progress) {
        Ok(exit) => exit,
        Err(stop) => {
            screen::say(&format!("{}\n", stop.message));
            stop.exit
        }
    });
    exit.into()
}

fn carry_out(arguments: &Arguments, progress: &Progress) -> Result<Exit, Stop> {
    match &arguments.command {
        Command::Build(build) => build::run(arguments, build, progress),
        Command::Serve(serve) => serve::run(arguments, serve, progress),
        Command::Merge(merge) => merge::run(arguments, merge, progress),
        Command::Check(check) => check::run(arguments, check, progress),
        Command::Init(init) => init::run(arguments, init),
        Command::New(new) => new::run(arguments, new),
        Command::List(list) => list::run(arguments, list, progress),
        Command::Explain { check } => explain::run(check.as_deref()),
        Command::Why(why) => why::run(arguments, why),
        Command::Schema => print(&reference::json_schema()),
        Command::Theme { what: Theme::Docs } => print(&reference::views()),
        Command::Theme { what: Theme::Check(check) } => theme::check(arguments, check, progress),
        Command::Theme { what: Theme::Copy(copy) } => theme::copy(arguments, copy),
        Command::Reference => print(&format!("{}\n{}", reference::front_matter(), reference::settings())),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Arguments::command(), "guidepost", &mut script);
            print(&String::from_utf8_lossy(&script))
        }
    }
}

fn print(text: &str) -> Result<Exit, Stop> {
    screen::result(text).map(|()| Exit::Done)
}

/// Help that was asked for, or what is wrong with the command line; another generator's spelling is answered by name.
fn misunderstood(error: &clap::Error) -> Exit {
    let word = [ContextKind::InvalidArg, ContextKind::InvalidSubcommand].into_iter().find_map(|kind| match error.get(kind) {
        Some(ContextValue::String(word)) => Some(word.as_str()),
        _ => None,
    });
    if matches!(error.kind(), ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand)
        && let Some(answer) = word.and_then(foreign::answer)
    {
        screen::say(&format!("error: {answer}\n"));
        return Exit::Usage;
    }
    if error.kind() == ErrorKind::UnknownArgument
        && let Some(word) = word.filter(|word| !word.starts_with('-'))
    {
        let word = word.escape_debug();
        screen::say(&format!("error: `{word}` stands alone; if it is the folder of your project, write `--root {word}`\n"));
        return Exit::Usage;
    }
    // Nothing can be done about a closed terminal.
    let _ = error.print();
    if error.use_stderr() { Exit::Usage } else { Exit::Done }
}
