//! What a build is asked for, beside the sources.

use crate::day::Day;
use crate::output::Shard;

/// What a build is asked for, beside the sources.
#[derive(Debug, Clone)]
pub struct Options {
    /// The day that counts as today.
    pub as_of: Day,
    /// Whether drafts are published.
    pub drafts: bool,
    /// Address of the site, instead of the one in the settings; `settings::base_url` has found it good.
    pub base_url: Option<String>,
    /// The part of the site to make, if not all of it.
    pub shard: Option<Shard>,
}
