//! The terminal: results to stdout, everything else to stderr, colours where they are wanted, a word when it takes long.
#![expect(clippy::disallowed_methods, reason = "the environment is read in command/")]

use std::cell::Cell;
use std::env;
use std::io::{self, IsTerminal as _, Write as _};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use super::arguments::When;
use super::exit::Stop;

/// How long a run may take in silence.
const SILENCE: Duration = Duration::from_secs(1);

/// Writes a result. A reader that went away, such as `head`, is no error.
pub(super) fn result(text: &str) -> Result<(), Stop> {
    bytes(text.as_bytes())
}

/// The same for what need not be text.
pub(super) fn bytes(bytes: &[u8]) -> Result<(), Stop> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Stop::system(format!("error: cannot write the result: {error}"))),
        _ => Ok(()),
    }
}

/// Writes something that is not the result.
pub(super) fn say(text: &str) {
    // If nobody can hear us there is nobody to tell.
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Whether messages are coloured.
pub(super) fn is_coloured(when: When) -> bool {
    let is_set = |name: &str| env::var(name).is_ok_and(|value| !value.is_empty());
    match when {
        When::Always => true,
        When::Never => false,
        When::Auto if is_set("NO_COLOR") => false,
        When::Auto if env::var("CLICOLOR_FORCE").is_ok_and(|value| !value.is_empty() && value != "0") => true,
        When::Auto => io::stderr().is_terminal() && env::var("TERM").is_ok_and(|term| term != "dumb"),
    }
}

/// What a run is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    Starting,
    Reading,
    Building,
    Publishing,
    Telling,
    Clearing,
}

impl Stage {
    /// In words that follow "while".
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Starting => "starting",
            Self::Reading => "reading the project",
            Self::Building => "building the site",
            Self::Publishing => "publishing the site",
            Self::Telling => "writing the report",
            Self::Clearing => "clearing the old site away",
        }
    }
}

/// What is being done, for those who wait and for the report of a fault.
pub(super) struct Progress {
    doing: Cell<Stage>,
    since: Cell<Instant>,
    begin: Instant,
    stages: Cell<Vec<(Stage, Duration)>>,
    listener: Cell<Option<Sender<Stage>>>,
}

impl Progress {
    pub(super) fn new() -> Self {
        let now = Instant::now();
        Self { doing: Cell::new(Stage::Starting), since: Cell::new(now), begin: now, stages: Cell::default(), listener: Cell::default() }
    }

    /// From now on tells stages on stderr when the run takes long, if that is a terminal.
    pub(super) fn show(&self) {
        if !io::stderr().is_terminal() {
            return;
        }
        let (sender, receiver) = mpsc::channel::<Stage>();
        let end = Instant::now() + SILENCE;
        std::thread::spawn(move || {
            let mut last = None;
            loop {
                match receiver.recv_timeout(end.saturating_duration_since(Instant::now())) {
                    Ok(stage) => last = Some(stage),
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
            for stage in last.into_iter().chain(receiver) {
                say(&format!("{} ...\n", stage.words()));
            }
        });
        self.listener.set(Some(sender));
    }

    /// Begins a stage.
    pub(super) fn stage(&self, doing: Stage) {
        let mut stages = self.stages.take();
        stages.push((self.doing.replace(doing), self.since.replace(Instant::now()).elapsed()));
        self.stages.set(stages);
        let listener = self.listener.take();
        if let Some(listener) = &listener {
            // The listener may have ended with the terminal.
            let _ = listener.send(doing);
        }
        self.listener.set(listener);
    }

    /// The stage that the run is in.
    pub(super) fn doing(&self) -> Stage {
        self.doing.get()
    }

    /// The start.
    pub(super) fn begun(&self) -> Instant {
        self.begin
    }

    /// Time since the start.
    pub(super) fn elapsed(&self) -> Duration {
        self.begin.elapsed()
    }

    /// How long each finished stage took.
    pub(super) fn durations(&self) -> Vec<(Stage, Duration)> {
        let stages = self.stages.take();
        self.stages.set(stages.clone());
        stages
    }
}
