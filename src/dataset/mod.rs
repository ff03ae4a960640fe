//! Data files of the project.

pub mod csv;
