//! Publishers' files: read as they are published, and asked by occupation, measure, area, industry and time.
//! `csv` is the plain table of texts; everything else answers `Dataset::find`, and converts nothing.

mod absent;
mod asked;
mod cell;
mod cells;
pub mod csv;
mod decimal_sign;
mod declaration;
mod doubtful;
mod encoding;
mod grid;
mod index;
mod layout;
mod mapping;
mod meaning;
mod oews;
mod onet;
mod onet_table;
mod projections;
mod read;
mod said;
mod separator;
mod table;
#[cfg(test)]
mod tests;
mod titles;
mod unpacked;
mod web_page;
mod workbook;

pub use absent::Absent;
pub use asked::{Asked, Named, Reading, Said};
pub use declaration::{Columns, DecimalSign, Declaration, Encoding, FigureColumn, Format, MeasureName, Precision, Separator, TopCode};
pub use meaning::{Meaning, NoMeaning};
pub use onet::{EducationShare, Onet, Related, Shown, Skill, Task};
pub use read::Dataset;
