//! How a run ends, as the number that scripts see.

use crate::source::CreateError;

/// How a run ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exit {
    /// Done.
    Done,
    /// There are problems in the content.
    Problems,
    /// The command or the settings are wrong.
    Usage,
    /// The system refused.
    System,
    /// Guidepost itself is at fault.
    Fault,
}

impl From<Exit> for std::process::ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Problems => 1,
            Exit::Usage => 2,
            Exit::System => 3,
            Exit::Fault => 70,
        })
    }
}

/// Why a run ends early: the words for stderr and the number.
#[derive(Debug)]
pub(super) struct Stop {
    pub(super) exit: Exit,
    pub(super) message: String,
}

impl Stop {
    /// New files were not made; `help` says what to do where there are such already.
    pub(super) fn not_written(error: &CreateError, help: Option<&str>) -> Self {
        let message = format!("error: {}; nothing was written", in_full(error));
        match error {
            CreateError::Exists(_) => Self::usage(help.map_or(message.clone(), |help| format!("{message}\nhelp: {help}"))),
            CreateError::Refused { .. } => Self::system(message),
        }
    }

    pub(super) fn usage(message: impl Into<String>) -> Self {
        Self { exit: Exit::Usage, message: message.into() }
    }

    pub(super) fn system(message: impl Into<String>) -> Self {
        Self { exit: Exit::System, message: message.into() }
    }
}

/// An error with all that it was caused by.
pub(super) fn in_full(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}
