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
}
