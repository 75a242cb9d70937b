//! Words and phrases round a document's title.

use super::sets;

sets! { TITLE_LINES_FILE in "../data/title_lines.txt":
    /// Document words that may be the title alone.
    list DOCUMENTS = "meeting";
    /// Document words over a title of their own.
    list SERIES = "series";
    /// How lines of a page's frame begin.
    list NAVIGATION = "navigation";
    /// How names of bodies and associations end.
    list BODIES = "bodies";
    /// Words of meetings.
    list MEETINGS = "meetings";
    /// How fields and parts begin.
    list FIELDS = "fields";
    /// Fields of a letter's head or a report's cover: a title may come below.
    list LETTERS = "letters";
    /// Fields that hold a title.
    list SUBJECTS = "subjects";
    /// To whom a letter goes, behind *till*.
    list ADDRESSED = "addressed";
    /// What is joined to another document, before its number.
    list ATTACHED = "attached";
    /// Officers of an association, in a line with a name.
    list OFFICERS = "officers";
    /// Words that an association's name begins with.
    list SOCIETIES = "societies";
    /// How the name of a series ends.
    list SERIES_ENDS = "series-ends";
    /// How a line begins that tells which time a report is of.
    list PERIODS = "periods";
    /// How a court's rubric begins.
    list RUBRICS = "rubrics";
    /// Fields of a cover, with or without a colon.
    list COVERS = "covers";
    /// What alone names a part.
    list PARTS = "parts";
    /// Greetings.
    list GREETINGS = "greetings";
    /// With these a question begins.
    list ASKING = "asking";
    /// First words of titles that tell what sort of text follows.
    list OPENERS = "openers";
    /// After these a line goes on below.
    list OPEN = "open";
    /// Words of days.
    list DAYS = "days";
    /// How names of streets end.
    list STREETS = "streets";
    /// How the word ends that says to whom a letter goes.
    list ADDRESSEES = "addressees";
    /// Words of time before a body: what is told of it.
    list MOMENTS = "moments";
    /// How a column is headed that has its own title below.
    list COLUMNS = "columns";
    /// What a series prints beside its titles.
    list SERIES_MARKS = "series-marks";
    /// Before the name of who wrote, photographed or drew.
    list BYLINES = "bylines";
    /// Which paper a text is: below its title no heading.
    list PAPERS = "papers";
    /// A department of a site or a paper, alone on its line above an article.
    list DEPARTMENTS = "departments";
    /// How a part ends that is named by whose words it holds.
    list SAID_PARTS = "said-parts";
    /// Before a document word: what it is yet to be.
    list DRAFTS = "drafts";
    /// Behind a title on its line, above the page's first part.
    list TRAILING = "trailing";
    /// How a line ends that says whose site it is.
    list SITES = "sites";
    /// What goes out under its sender's name.
    list RELEASES = "releases";
    /// A stamp alone on its line: which copy or stage of a paper this is.
    list STAMPS = "stamps";
    /// How verbs end that tell what was done, and some that tell what is.
    list PAST_ENDS = "past-ends";
    /// How addresses of sites end.
    list DOMAINS = "domains";
    /// Before a number.
    list NUMBER_WORDS = "number-words";
    list NUMBER_MARKS = "number-marks";
    list NUMBER_LEADS = "number-leads";
    /// To whom a paper goes, or from whom it comes.
    list SENT_WORDS = "sent-words";
    /// Where a paper is raised, before a body.
    word RAISED_IN = "raised-in";
    /// Before what a paper is about.
    list ABOUT_WORDS = "about-words";
    list ABOUT_MATTER = "about-matter";
    /// Between a paper's number and who wrote it, to whom it goes or what it is about.
    list NUMBER_BEHIND = "number-behind";
    /// Behind a release's word: whose it is.
    word RELEASED_BY = "released-by";
    /// Who moves in the old Riksdag, and what the motion is about.
    list MOVERS = "movers";
    list MOVER_ABOUT = "mover-about";
    /// How the word of a programme ends.
    list PROGRAMMES = "programmes";
    /// A chamber of the old Riksdag.
    word CHAMBER = "chamber";
    /// Before the hour.
    list CLOCKS = "clocks";
    /// How the names of rules end.
    list RULINGS = "rulings";
    /// How the papers of the crown begin, and what they are.
    list CROWN = "crown";
    list CROWN_PAPERS = "crown-papers";
    /// What the head of a series is about.
    list SERIES_ABOUT = "series-about";
    /// How the word of a record ends, and what stands behind it before the meeting.
    list RECORD_ENDS = "record-ends";
    list RECORD_BEHIND = "record-behind";
    list RECORD_LEADS = "record-leads";
    /// Another meeting than the one that the paper is of.
    list OTHER_MEETINGS = "other-meetings";
    /// How a document became one.
    list PARTICIPLES = "participles";
    /// Small words in the name of who wrote, and in a name whose words of weight are in capitals.
    list BYLINE_SMALL = "byline-small";
    list NAME_SMALL = "name-small";
    /// Before who wrote.
    list BY = "by";
    /// How the definite form of a body's name ends.
    list DEFINITE_ENDS = "definite-ends";
    /// After these a sentence goes on.
    list CUT_BEHIND = "cut-behind";
    /// Behind the word of a matter.
    word MATTER_OF = "matter-of";
    /// How a motion names where it goes.
    word MOTION_TO = "motion-to";
    /// Labels below the title of a paper of a series.
    list SERIES_LABELS = "series-labels";
    /// How a page says that it was posted or changed, and what it calls itself before that.
    list POSTED = "posted";
    list POSTED_THINGS = "posted-things";
    /// Between what is told and the body that it is told of.
    list LEADING = "leading";
    /// Papers that are numbered by session.
    list SESSION_PAPERS = "session-papers";
    /// With this a site says what it does.
    word SAYING = "saying";
    /// At the end of a firm's name.
    list FIRMS = "firms";
    /// How verbs end in the present tense.
    list PRESENT_ENDS = "present-ends";
    /// Before who made a picture.
    list CREDITS = "credits";
    /// *Stadsstyrelsens beslut 9.11.2021*.
    word DECISIONS = "decisions";
    /// *2 minuter*: how long a text takes to read, and what may stand behind it.
    list MINUTES_READ = "minutes-read";
    list READ_WORDS = "read-words";
    /// How a meeting's name ends that heads the section about it, and no letter.
    list MET_ENDS = "met-ends";
    /// How many are seen in a picture, or who.
    set SOMEONE = "someone";
    /// Short for more that is not told, at the end of a title.
    list SHORT_ENDS = "short-ends";
    /// Words of English.
    set ENGLISH = "english";
    /// What a picture shows, as the last word of what a site prints for it.
    set PICTURES = "pictures";
    /// What those seen in a picture do.
    set POSES = "poses";
    /// What stands alone in a column beside a heading.
    list COLUMN_HEADS = "column-heads";
    /// How the name of a paper for members ends.
    list PAPER_NAMES = "paper-names";
    /// How a line begins that says when a paper came in.
    list ARRIVED = "arrived";
    /// Parties of a matter as labels alone.
    set PARTY_LABELS = "party-labels";
}
