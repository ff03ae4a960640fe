//! Why the template of a page ran.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use crate::output::OutputPath;

/// Why a template ran.
#[derive(Debug, Clone)]
pub struct Reason {
    /// When.
    pub at: Instant,
    /// What had changed in the project, in words; empty if nothing had, as at the beginning.
    pub changes: Arc<str>,
    /// What differed of that which the template is given, by name; `None` the first time.
    pub because: Option<Vec<String>>,
}

/// The last reason of each page since the preview began.
pub(super) type Reasons = BTreeMap<OutputPath, Reason>;
