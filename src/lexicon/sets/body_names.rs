//! Names by which bodies are given where the text does not name them.

use super::sets;

sets! { BODY_NAMES_FILE in "../data/body-names.txt":
    /// Whose decisions a record has.
    word CHAMBER = "chamber";
    /// The same, where a record says which of two.
    list TWO_CHAMBERS = "two-chambers";
    /// Who proposes in a committee's report.
    word COMMITTEE = "committee";
    /// Who decides in the papers of the ombudsmen.
    word OMBUDSMAN = "ombudsman";
    /// Who decides in the minutes of a board.
    word BOARD = "board";
    /// What minutes call a *stämma*.
    word ASSEMBLY = "assembly";
    /// What minutes call a *möte*.
    word MEETING = "meeting";
    /// The meeting of those whom branches send.
    word CONGRESS = "congress";
    /// The meeting of an association once a year.
    word ANNUAL = "annual";
    /// Who proposes on the government's pages.
    word GOVERNMENT = "government";
    /// Whom a motion asks.
    word RIKSDAG = "riksdag";
    /// Who proposes those to be chosen.
    word NOMINATORS = "nominators";
    /// End of the name of a *möte*.
    word MEETING_DEFINITE = "meeting-end";
    /// End of the name of a *stämma*.
    word ASSEMBLY_DEFINITE = "assembly-end";
    /// Beginning of the name of a yearly one.
    word YEARLY = "yearly";
}
