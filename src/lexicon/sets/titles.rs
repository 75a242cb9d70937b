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
}
