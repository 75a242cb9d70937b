//! Words that headings are told by.

use super::sets;

sets! { HEADINGS_FILE in "../data/headings.txt":
    /// Finite verbs, which sentences have and most headings have not.
    set VERBS = "verb";
    /// How a verb ends that a sentence of minutes begins with.
    list PAST_ENDS = "past-end";
    /// What the body does with the matter, right behind its title where the line breaks were lost.
    set DEALS = "deals";
    /// Pronouns that stand for someone or for what was said.
    set PRONOUNS = "pronoun";
    /// How a letter or a page greets and takes leave.
    set GREETINGS = "greeting";
    /// The words of a site, not of its texts.
    set CHROME = "chrome";
    /// How a line begins that closes a letter or tells when a paper was decided.
    list CLOSINGS = "closing";
    /// What a site says in a line of its own, and how such a line begins.
    list SITE_LINES = "site";
    list SITE_BEGINS = "site-begins";
    /// The columns of a paper.
    set COLUMNS = "column";
    /// Before the name of who wrote what is shown, or took it.
    list BYLINES = "byline";
    /// Before the day on which a page was put out.
    set ISSUED = "issued";
    /// What a picture is called, before what is seen in it.
    set PICTURED = "pictured";
    /// Ends of files' names.
    list FILES = "file";
    /// Whose signature stands below.
    set SIGNS = "sign";
    /// Small words of English.
    set ENGLISH = "english";
    /// Who adjusts the minutes, above a signature.
    set ADJUSTERS = "adjusters";
    /// Who attended, before the names.
    set ATTEND = "attend";
    /// With what a line ends that opens a decision.
    set DECIDES = "decides";
    /// How a word ends that names what takes place, not where.
    list EVENT_ENDS = "event-end";
    /// Fields of a cover page.
    set FIELDS = "field";
    /// What headings of matters and parts begin with.
    set HEADS = "head";
    /// Words that name a document.
    set DOCUMENTS = "document";
    /// Words that a line ends with only if it goes on below.
    set SMALL = "small";
    /// What a table of contents is called.
    list CONTENTS = "contents";
    /// What an agenda is called, which may stand above the items as their contents.
    list AGENDAS = "agenda";
    /// The chapters of an annual report and of an auditor's, and what an administration report holds.
    list CHAPTERS = "chapter";
    list SUBCHAPTERS = "subchapter";
    /// What stands over the notice that minutes are put up.
    list POSTED = "posted";
    /// Words with a number that name a part.
    set PARTS = "part";
    /// The letters of a body, before the number of its paragraph.
    set LETTERS = "letters";
    /// Before a number that is referred to.
    set REFERS = "refers";
    /// Days of the week.
    set DAYS = "day";
}

/// Which of the sets has the word, from 1; 0 if none has.
pub(crate) fn set_of(word: &str) -> usize {
    const SETS: [&crate::words::WordSet; 9] =
        [&GREETINGS, &SIGNS, &FIELDS, &DOCUMENTS, &HEADS, &CHROME, &DAYS, &VERBS, &SMALL];
    crate::words::WordSet::first_with(&SETS, word).map_or(0, |at| at + 1)
}
