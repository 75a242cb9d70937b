//! The tables that linking makes, by their names: folders, databases and memory call them the same.

/// A table that linking makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Across {
    /// A row for each person across documents.
    Persons,
    /// A row for each person of a document.
    Links,
    /// A row for each matter across documents.
    Matters,
    /// A row for each thing done in a matter.
    Steps,
    /// A row for each body.
    Bodies,
}

impl Across {
    /// All of them.
    pub const ALL: [Across; 5] =
        [Across::Persons, Across::Links, Across::Matters, Across::Steps, Across::Bodies];

    /// Its name.
    pub fn as_str(self) -> &'static str {
        match self {
            Across::Persons => "persons",
            Across::Links => "links",
            Across::Matters => "matters",
            Across::Steps => "steps",
            Across::Bodies => "bodies",
        }
    }

    /// What a row of it stands for.
    pub fn meaning(self) -> &'static str {
        match self {
            Across::Persons => "A row for each person across documents.",
            Across::Links => "A row for each person of a document: who that is across documents, and why.",
            Across::Matters => "A row for each matter across documents.",
            Across::Steps => "A row for each thing done in a matter, in order.",
            Across::Bodies => "A row for each body: its name without its place, and how it is written.",
        }
    }
}
