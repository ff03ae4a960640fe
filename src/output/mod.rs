//! What is to be published: every file of the site by its path, and how it gets to the disk.
//! The plan is whole before anything is written, so two sources that want one address are found here.

mod content;
mod difference;
pub mod disk;
mod error;
mod guard;
mod in_place;
mod leftovers;
mod lock;
mod manifest;
mod merge;
mod names;
mod path;
mod plan;
mod shard;
mod shards;
mod site;
mod stage;
mod stamp;
mod survey;

pub use content::{Content, Put, Shelf};
pub use disk::{Old, Publication, Published};
pub use error::WriteError;
pub use path::{BadPath, OutputPath};
pub use plan::Plan;
pub use shard::{BadShard, Input, Part, Shard};
pub use shards::{Refusal, Shards};
pub use site::{File, Origin, Output};
