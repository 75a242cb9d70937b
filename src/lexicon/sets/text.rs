//! Words that sentences are told by.

use super::sets;

sets! { ABBREVIATIONS_FILE in "../data/abbreviations.txt":
    /// Abbreviations that no sentence ends with: what follows belongs to them.
    list OPEN_ENDED = "open";
    /// Words that end with å, ä or ö, where letters stand apart.
    set WHOLE = "whole";
    /// Units among them, which end a sentence before a capital.
    set UNITS = "units";
    /// Words that go on with another word behind a hyphen: *in- och utflyttning*.
    set AFTER_HYPHEN = "after-hyphen";
    /// The second half of *m.fl.*, which a bracket may follow.
    word OTHERS = "others";
}
