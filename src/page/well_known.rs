//! Files that every site has at the same place, whoever wrote it.

use crate::output::OutputPath;

/// The output path of a file that we name ourselves.
pub(super) fn well_known(name: &str) -> OutputPath {
    OutputPath::new(name).expect("our own names are paths on every system")
}
