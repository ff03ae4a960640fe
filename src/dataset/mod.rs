//! Publishers' files, as far as tables need them: rows and columns of text with their lines.

pub mod csv;
