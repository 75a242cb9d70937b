//! Words of pages, of captions and signatures, and of the place and the body that a document belongs to.

use super::sets;

sets! { PAGES_FILE in "../data/pages.txt":
    /// Before a page's number.
    list PAGE_WORDS = "page-words";
    /// Before it in the comment of a program.
    list COMMENT_WORDS = "comment-words";
    /// In such a comment.
    list MARKUP_WORDS = "markup-words";
    /// Between a page's number and how many there are.
    list PAGE_OF = "page-of";
    word PAGE_OF_APART = "page-of-apart";
    /// Before the number of a printed record's issue.
    word ISSUE = "issue";
    /// What signing services and clerks stamp on pages.
    list STAMPS = "stamps";
    /// How a running head begins.
    list RUNNING = "running";
    word RUNNING_ABOUT = "running-about";
    /// In a running head whose matter goes on from the page before.
    word CONTINUED = "continued";
    /// In a line with a day.
    word WEEKDAY = "weekday";
    /// How a speaker's line begins.
    list SPEAKER_OPENS = "speaker-opens";
    /// What closes a record.
    word IN_FAITH = "in-faith";
    /// The hour behind a day.
    list HOURS = "hours";
    /// How a sitting goes on, and that it paused.
    word RESUMED = "resumed";
    word ADJOURNED = "adjourned";
    /// *Protokoll* as a part of a word, and in capitals.
    list PROTOCOLS = "protocols";
    word PROTOCOL = "protocol";
    word PROTOCOL_BEGINS = "protocol-begins";
    /// Words for a document of a body's own.
    list OWN_PAPERS = "own-papers";
    /// Before a case number.
    list CASE_WORDS = "case-words";
    /// Before the body from which a paper came.
    word CAME_FROM = "came-from";
    /// Between the halves of a body's name.
    list HALVES = "halves";
    /// After these a body's name goes on.
    set NAME_JOINTS = "name-joints";
    /// How a point of a list begins that has no number.
    list POINTS = "points";
    /// A chapter behind its number.
    word CHAPTER_WORD = "chapter-word";
    /// What stands over signatures.
    list SIGNING = "signs";
    /// Ends a list of names.
    word AMONG_OTHERS = "among-others";
    /// What a caption begins with, with its number or with a name.
    list CAPTIONS = "captions";
    list CREDITS = "credits";
    /// Words behind the name of a place, and before it.
    list PLACE_BEHIND = "place-behind";
    list PLACE_AHEAD = "place-ahead";
    list PLACE_WHOLE = "place-whole";
    word PLACE_WHOLE_NAME = "place-whole-name";
    list PLACE_COUNTY = "place-county";
    /// A place with the genitive of its kind.
    list PLACE_OWNERS = "place-owners";
    word MUNICIPALITY = "municipality";
    /// Before the name of the place to which a paper belongs.
    list PLACE_LEADS = "place-leads";
    /// A speaker's line in a record.
    word TURN = "turn";
    /// How a speech addresses the chair.
    list ADDRESSES_CHAIR = "addresses-chair";
    /// Ends of the past tense and of its passive.
    word PAST_END = "past-end";
    word PASSIVE_END = "passive-end";
    /// What headings of verbatim records begin with, and those that end as sentences.
    list RECORD_HEADS = "record-heads";
    list RECORD_SENTENCES = "record-sentences";
    /// The hour behind a day in a record.
    list RECORD_HOURS = "record-hours";
    /// What the chamber does itself, and ends of the verbs that tell it.
    word PUT_FORTH = "put-forth";
    list CHAMBER_ENDS = "chamber-ends";
    /// Parts of a record's first pages.
    list RECORD_COVER = "record-cover";
    /// In the name of a record.
    word CHAMBER = "chamber";
    word RECORD_NAME = "record-name";
    word RECORD_NAME_SMALL = "record-name-small";
    /// How the name of a municipality ends on a line of its own.
    list MUNICIPALITY_ENDS = "municipality-ends";
    /// Months by their beginning.
    list MONTHS = "months";
    /// What the line of a caption or of a source begins with.
    list CAPTION_LINES = "caption-lines";
    /// How a line begins that tells by a day when a paper was decided.
    list DECIDED_LINES = "decided-lines";
    /// Small words in a line of names.
    set NAME_PARTICLES = "name-particles";
    /// Adjectives by which the names of bodies begin.
    set BODY_ADJECTIVES = "body-adjectives";
}
