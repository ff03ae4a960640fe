//! The one place that reads YAML: guarded, typed, with every problem of a text at its exact place.

mod flexible;

pub use flexible::{Named, OneOrMany};
