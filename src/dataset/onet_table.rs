//! Which table of O*NET a file is: its columns tell, whatever it is called.

/// The column of occupations.
pub(super) const CODE: &str = "O*NET-SOC Code";

/// A table of O*NET.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Occupations,
    Tasks,
    /// Skills, knowledge, abilities, work styles: an element and its rating.
    Ratings,
    Education,
    Categories,
    Related,
    AlternateTitles,
}

impl Kind {
    /// The table with these columns. `None` if it is none that is read.
    pub(super) fn of(names: &[String]) -> Option<Self> {
        let has = |wanted: &[&str]| wanted.iter().all(|name| names.iter().any(|it| it == name));
        if has(&["Element ID", "Scale ID", "Category", "Category Description"]) {
            return Some(Self::Categories);
        }
        if !has(&[CODE]) {
            return None;
        }
        let tables: [(Self, &[&str]); 6] = [
            (Self::Education, &["Element ID", "Scale ID", "Category", "Data Value"]),
            (Self::Ratings, &["Element ID", "Scale ID", "Data Value"]),
            (Self::Related, &["Related O*NET-SOC Code"]),
            (Self::AlternateTitles, &["Alternate Title"]),
            (Self::Tasks, &["Task ID", "Task", "Task Type"]),
            (Self::Occupations, &["Title", "Description"]),
        ];
        tables.into_iter().find(|(_, columns)| has(columns)).map(|(kind, _)| kind)
    }

    /// The column by which its rows are found.
    pub(super) fn key(self) -> &'static str {
        if self == Self::Categories { "Element ID" } else { CODE }
    }
}
