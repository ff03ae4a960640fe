//! How a run ends, as the number that scripts see.

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
