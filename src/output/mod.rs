//! What is to be published: every file of the site by its path, and how it gets to the disk.

mod path;

pub use path::{BadPath, OutputPath};
