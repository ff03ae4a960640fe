//! The preview as authors and browsers meet it: the real program, driven over HTTP through edits of a project.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::format_collect,
    reason = "tests touch the disk and the clock"
)]

mod client;
mod disturbances;
mod edits;
mod full;
mod hostile;
mod limits;
mod project;
mod replies;
mod soak;
mod stalled;
mod stopping;
mod vanishing;
mod why;
mod words;
