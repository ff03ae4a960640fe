//! Which files events have named since the last look: a hint at what to look at first, never at what changed.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::wake::{Kind, Told, Wake};

/// More names than one save makes are no hint.
const MOST: usize = 8;

/// The names so far.
#[derive(Debug, Default)]
pub(super) struct Named {
    paths: BTreeSet<PathBuf>,
    /// Whether something happened that has no name, or too many.
    has_more: bool,
}

impl Named {
    pub(super) fn hear(&mut self, told: &Told) {
        let is_of_files = matches!(told.wake, Wake::Look(Kind::Ended | Kind::Other)) && !told.paths.is_empty();
        self.paths.extend(told.paths.iter().cloned());
        self.has_more |= !is_of_files || self.paths.len() > MOST;
    }

    /// The files named since this was asked before; none if they are not all that something happened to.
    pub(super) fn take(&mut self) -> Vec<PathBuf> {
        let Self { paths, has_more } = std::mem::take(self);
        if has_more { Vec::new() } else { paths.into_iter().collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(told: &[(Kind, &[&str])], expected: &[&str]) {
        let mut named = Named::default();
        for (kind, paths) in told {
            named.hear(&Told { wake: Wake::Look(*kind), paths: paths.iter().map(PathBuf::from).collect() });
        }
        assert_eq!(named.take(), expected.iter().map(PathBuf::from).collect::<Vec<_>>());
        assert_eq!(named.take(), Vec::<PathBuf>::new(), "each is named once");
    }

    #[test]
    fn files_are_named_unless_more_happened() {
        check(&[(Kind::Other, &["/p/a"]), (Kind::Ended, &["/p/a"]), (Kind::Ended, &["/p/b"])], &["/p/a", "/p/b"]);
        check(&[(Kind::Ended, &["/p/a"]), (Kind::Folder, &["/p/c"])], &[]);
        check(&[(Kind::Ended, &["/p/a"]), (Kind::Other, &[])], &[]);
        check(&[(Kind::Ended, &["1", "2", "3", "4", "5", "6", "7", "8", "9"])], &[]);
    }
}
