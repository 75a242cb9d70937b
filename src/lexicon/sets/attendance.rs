//! Words that attendance is told by.

use super::sets;

sets! { ATTENDANCE_FILE in "../data/attendance.txt":
    /// Words of adjusting the minutes, whole.
    list ADJUSTS = "adjusts";
    /// How nouns for those who do it begin.
    list ADJUSTERS = "adjusters";
    /// What elects them.
    list ELECTS = "elects";
    /// Before a paragraph that someone missed.
    list EXCEPT = "except";
    /// Before the first that someone attended.
    list FROM = "from";
    /// Before the last.
    list UNTIL = "until";
    /// Before one who was not there.
    list IN_PLACE_OF = "in-place-of";
    /// Beginning of words of adjusting the minutes.
    word ADJUSTER_PIECE = "adjuster-piece";
    /// The same behind a blank.
    word ADJUST_APART = "adjust-apart";
    /// Before such a word: at once.
    list BEFORE_ADJUST = "before-adjust";
    /// Behind *juster*: at once.
    list AFTER_ADJUST = "after-adjust";
    /// Behind *ordförande*: of another body.
    list CHAIR_OF = "chair-of";
    /// Before *ordförande*: one who stands in.
    list NOT_CHAIR = "not-chair";
    /// What stands in the cells of a roll call beside names and parties.
    set CELLS = "cells";
    /// Ballots in such cells.
    set BALLOTS = "ballots";
    /// What heads its columns.
    set COLUMNS = "columns";
}
