//! How figures came about, for readers.

use crate::fact::Quality;
use crate::words::Words;

/// `an estimate`; `None` for what a source prints.
pub(super) fn said(words: &Words, quality: Quality) -> Option<&str> {
    let word = match quality {
        Quality::Published => return None,
        Quality::Derived => &words.quality_derived,
        Quality::Estimate => &words.quality_estimate,
        Quality::SelfReported => &words.quality_self_reported,
        Quality::Proxy => &words.quality_proxy,
    };
    Some(word.text())
}
