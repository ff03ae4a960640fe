//! Guidepost: a compiler from career guides to a site.
//!
//! The modules stand in the order in which data passes through them; `ARCHITECTURE.md` draws the picture.

pub mod command;
pub mod day;
pub mod guide;
pub mod output;
pub mod page;
pub mod pipeline;
pub mod problem;
pub mod reference;
pub mod registry;
pub mod settings;
pub mod source;
pub mod yaml;
