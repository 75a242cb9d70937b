//! Words that decisions are told by.

use super::sets;

sets! { "../data/votes.txt":
    /// Those who vote for a proposal.
    set YES = "yes";
    /// Those who vote against it.
    set NO = "no";
    /// Those who abstain.
    set ABSTAIN = "abstain";
    /// Verbs of one who abstains.
    set ABSTAINS = "abstains";
    /// Between a figure and the side behind it.
    set COUNTED = "counted";
    /// Between a side and the figure behind it.
    set VOTING = "voting";
}
