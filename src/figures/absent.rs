//! Why there is no figure.

/// Why a name leads to no fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absent {
    /// What is missing: small letters, no full stop.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl Absent {
    pub(super) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into() }
    }
}
