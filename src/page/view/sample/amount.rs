//! How much a sample has.

/// How much a sample has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// Every optional value is there, every list has entries.
    Full,
    /// No optional value is there, every list is empty.
    Minimal,
}

impl Amount {
    pub(super) fn list<T>(self, items: Vec<T>) -> Vec<T> {
        if self == Self::Full { items } else { Vec::new() }
    }

    pub(super) fn some<T>(self, value: T) -> Option<T> {
        (self == Self::Full).then_some(value)
    }

    pub(super) fn text(self, text: &str) -> String {
        if self == Self::Full { text.to_owned() } else { String::new() }
    }
}
