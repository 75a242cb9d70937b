//! People, and what they are to the meeting.

use super::named::named;
use super::rule::Fired;
use super::span::Span;

named! {
    /// What someone is to the meeting or the text. More may come.
    #[non_exhaustive]
    Function {
        /// Listed as taking part.
        Present = "present",
        /// *Ordförande*: led the meeting.
        Chair = "chair",
        /// *Sekreterare, vid protokollet*.
        Secretary = "secretary",
        /// *Justerare*: adjusts the minutes.
        Adjuster = "adjuster",
        /// *Ersättare*, serving or not.
        Substitute = "substitute",
        /// *Frånvarande*, or replaced by a substitute.
        Absent = "absent",
        /// Wrote the text: *Handläggare, Av …, Text: …*.
        Author = "author",
        /// Has a speech in the text.
        Speaker = "speaker",
        /// None of these: is only named.
        Mentioned = "mentioned",
    }
}

/// A natural person, once, under the fullest name that the text gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// The fullest name.
    pub name: String,
    /// Roles as written (*socialchef i Åsele*).
    pub roles: Vec<String>,
    /// The letters in brackets, in upper case (`S`).
    pub party: Option<String>,
    /// Functions that lists of attendance, signatures and bylines give; [`crate::Document::functions`] has all.
    pub functions: Vec<Function>,
    /// Which paragraphs of the minutes the person attended, as the list says it (*§§ 45–51, 53*): first and last
    /// of each run. Empty where it says nothing.
    pub attended: Vec<(u32, u32)>,
    /// Where the person is named, in order.
    pub mentions: Vec<Span>,
    /// Where the cue stands that led to it (a word, a number, the beginning of a line), in bytes.
    pub cue: u32,
    /// Why the first mention is one.
    pub rule: Fired,
}

impl Person {
    /// As [`crate::Document::functions`], where it is known whether the person speaks.
    pub(crate) fn functions_of(&self, speaks: bool) -> Vec<Function> {
        let mut all = self.functions.clone();
        if speaks {
            all.push(Function::Speaker);
        } else if all.is_empty() {
            all.push(Function::Mentioned);
        }
        all
    }
}
