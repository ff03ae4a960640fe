//! Guidepost: a compiler from career guides to a site.
//!
//! The modules stand in the order in which data passes through them; `ARCHITECTURE.md` draws the picture.

pub mod address;
pub mod chart;
pub mod check;
pub mod command;
pub mod dataset;
pub mod day;
pub mod digest;
pub mod fact;
pub mod figures;
pub mod guide;
pub mod inventory;
pub mod language;
pub mod memory;
pub mod output;
pub mod page;
pub mod picture;
pub mod pipeline;
pub mod problem;
pub mod reference;
pub mod registry;
pub mod render;
pub mod serve;
pub mod settings;
pub mod site;
pub mod slug;
pub mod source;
pub mod stamp;
pub mod starter;
pub mod theme;
pub mod tree;
pub mod watch;
pub mod words;
pub mod yaml;
