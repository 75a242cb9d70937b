//! Words round dates.

use super::sets;

sets! { AROUND_DATES_FILE in "../data/around-dates.txt":
    /// Between two days of this month.
    list UNTIL_DAY = "until-day";
    /// Before the number of an issue: *Nr 2 November 2009*.
    set NUMBER_WORDS = "number-words";
    /// Before *följande år*, in an agenda.
    set FOR = "for";
    /// How verbs end that tell what was done.
    list DONE = "done";
    /// *från* and its like: the date is a first one.
    set FROM = "from";
    /// *tom*: the date is a last one.
    set UNTIL = "until";
    /// *senast*.
    set BY = "by";
    /// Before a year that the sentence tells of: *har under 2019 mötts den 3 mars*.
    word DURING = "during";
    /// Behind *senast*: *i maj, under hösten*.
    set WITHIN = "within";
    /// *före*.
    set BEFORE = "before";
    /// *efter*.
    set AFTER = "after";
    /// *tidigt*: its first part.
    set EARLY = "early";
    /// *medio*: its middle.
    set MIDWAY = "midway";
    /// *sent*: its last part.
    set LATE = "late";
    /// *med*, behind a word of beginning.
    set WITH = "with";
    /// *till*, behind *fram*.
    set TO = "to";
    /// *än*, behind *senare*.
    set THAN = "than";
    /// Before *än*: the date is the last one.
    set LATER = "later";
    /// Before *än*: the date is the first one.
    set SOONER = "sooner";
    /// *mitten*.
    set PART_MIDDLE = "part-middle";
    /// Before *med*: *början*.
    set FROM_WITH = "from-with";
    /// Before *till*: *fram till*.
    set UNTIL_WITH = "until-with";
    /// *cirka* and its like.
    set APPROX = "approx";
    /// Between *början* and a date.
    set PART_LEAD = "part-lead";
    /// *början* and its like.
    set PART_START = "part-start";
    /// *slutet* and its like.
    set PART_END = "part-end";
    /// Before *verksamhetsåret*: *det gångna*.
    set PAST_YEAR = "past-year";
    /// *det senaste året*: the twelve months gone.
    set LATEST_YEAR = "latest-year";
    /// Behind *årets*: what is in the books.
    set IN_BOOKS = "in-books";
    /// Before *i veckan*: what comes every week.
    set PER_WEEK = "per-week";
    /// Before *måndagskvällen*.
    set AT_EVENING = "at-evening";
    /// Behind *den 24:e* of no month.
    set AFTER_ORDINAL_DAY = "after-ordinal-day";
    /// Before *dag, år*: the one last named.
    set SAME_ONE = "same-one";
    /// Verbs of what is to come.
    set AHEAD = "ahead";
    /// Verbs of what was.
    set BEHIND = "behind";
    /// Behind a day that comes every year.
    list RULED = "ruled";
    /// What tells that the dates of a sentence recur.
    list RECURRING = "recurring";
    /// Behind a date: *och framåt*.
    list ONWARD = "onward";
    /// Behind a date: *eller tidigare*.
    list EARLIER = "earlier";
    /// What joins the members of a list.
    set AND = "and";
    /// The same, as phrases.
    list ANDS = "and";
    /// What joins two ordinals.
    set AND_TO = "and-to";
    /// Behind *och* before the second of two dates.
    set MORE_LED = "more-led";
    /// Endings of a number that names a day: *3:e*.
    set ORDINAL_ENDING = "ordinal-ending";
    /// What calls for a day: *senast sista mars*.
    set CALLS_LAST_DAY = "calls-last-day";
    /// What calls for a day before *4/5*.
    set CALLS_SLASHED = "calls-slashed";
    /// What bounds a time whose day is written with a slash: *fr.o.m. 1/4*.
    list BOUNDS_SLASHED = "bounds-slashed";
    /// Before *12/5*, which is no fraction.
    set LEADS_SLASHED = "leads-slashed";
    /// What calls for a day before *20230214*.
    set CALLS_COMPACT = "calls-compact";
    /// How the words end that call for a meeting's day in figures.
    list CALLS_MEETING = "calls-meeting";
    /// How the names of bodies end that a meeting is named by.
    list CALLS_BODY = "calls-body";
    /// In headings over times that come back each week.
    list OPENING_HOURS = "opening-hours";
    /// What calls for a month before *10/2021*.
    set CALLS_MONTH = "calls-month";
    /// Before *9.15*: a time.
    set LEADS_TIME = "leads-time";
    /// Behind *ca 9.15*: no noun that it counts.
    set AFTER_TIME = "after-time";
    /// Before *för kommande år*: of one year.
    set CALLS_COMING = "calls-coming";
    /// What leads a month in.
    set LEADS_MONTH = "leads-month";
    /// What leads a season in.
    set LEADS_SEASON = "leads-season";
    /// What may follow *i vår*.
    set AFTER_SEASON = "after-season";
    /// What leads Christmas in.
    set LEADS_CHRISTMAS = "leads-christmas";
    /// What leads a year in.
    set LEADS_YEAR = "leads-year";
    /// Those of them that stand as often before a round number that counts something.
    set BEFORE_COUNTS = "before-counts";
    /// What leads a decade of two figures in.
    set LEADS_DECADE = "leads-decade";
    /// The second half of *80-talet*.
    set DECADE = "decade";
    /// What leads *T1* in.
    set LEADS_PART = "leads-part";
    /// Whose father it is: *hans fars dag*.
    set OWNERS = "owners";
    /// After a time: it is one after noon.
    set AFTERNOON = "afternoon";
    /// After a time: it is one before noon.
    set FORENOON = "forenoon";
    /// One to twelve, in order.
    set NUMERALS = "numerals";
    /// Twenty to fifty, in order.
    set TENS = "tens";
    /// Before a count: *drygt*.
    set ABOUT = "about";
    /// Before a count whose *sedan* tells a duration.
    set PASSED = "passed";
    /// Endings of what lasts: *en period om två år*.
    list DURATIONS = "durations";
    /// Behind a duration: *om två år gamla*.
    set AFTER_DURATION = "after-duration";
    /// What four figures count.
    set COUNTED = "counted";
    /// Endings of what four figures count.
    list COUNTED_ENDINGS = "counted-endings";
    /// Verbs of duty and leave in a rule.
    set DUTY = "duty";
    /// What binds a time in a rule.
    set BOUND = "bound";
    /// What recurs: *varje år*.
    list HABITS = "habits";
    /// Series of acts before *(2020) 825*.
    set SERIES = "series";
    /// Between the first and the last of a range.
    list RANGE_WORDS = "range-words";
    /// Between two days with a slash.
    list SLASHED_JOINTS = "slashed-joints";
    /// Between the first and the last of some years.
    list YEAR_RANGE_WORDS = "year-range-words";
    /// Behind a weekday that another one is joined to.
    list WEEKDAY_JOINTS = "and-to";
    /// Between two weekdays before two days.
    list TWO_WEEKDAYS = "two-weekdays";
    /// Between two seasons.
    list SEASON_JOINTS = "season-joints";
    /// *respektive*, which joins whole dates alone.
    word EACH_OWN = "each-own";
    /// Joints after a date that began a range of its own.
    list LIST_UNTIL = "list-until";
    /// Before a place between a time and its day.
    list AT_PLACE = "at-place";
    /// Words that no place has.
    list NO_PLACES = "no-places";
    /// Second half of *11-tiden*.
    word HOUR_END = "hour-end";
    /// End of *torsdagskvällar*.
    word EVENINGS = "evenings";
    /// Before a time behind *klockan*.
    list ABOUT_HOUR = "about-hour";
    /// Before the second time of a range.
    list ABOUT_END = "about-end";
    /// End of weekdays, seasons, feasts in the definite form; *en* is no number of an hour or a quarter.
    word DEFINITE_DAY = "definite-day";
    /// The same, also in capitals.
    list DEFINITE_DAYS = "definite-days";
    /// Between *sista* and its month.
    list DAY_OF = "day-of";
    /// Behind *trettondag* and *tjugondag*.
    list TWELFTH_NIGHT = "twelfth-night";
    /// Behind *i*, these are whole feasts.
    list WHOLE_FEASTS = "whole-feasts";
    /// *himmelsfärd* alone is no feast.
    word ASCENSION = "ascension";
    /// *kristi*, before it.
    word OF_CHRIST = "of-christ";
    /// Names of women too.
    list FEAST_NAMES = "feast-names";
    /// Before *i advent*.
    list SUNDAYS = "sundays";
    /// Before *helgons dag*.
    word ALL_SAINTS = "all-saints";
    /// Ends of verbs that tell that a weekday was.
    list PAST_VERBS = "past-verbs";
    /// Ends of verbs behind a day of no month.
    list PAST_BESIDE_DAY = "past-beside-day";
    /// End of what only looks like such a verb.
    word PRESENT_PARTICIPLE = "present-participle";
    /// Before *måndagen*, in a sentence of what was.
    set LEADS_WEEKDAY = "leads-weekday";
    /// *samma år*.
    word SAME_YEAR = "same-year";
    /// Between a period and its year.
    list YEAR_LEADS = "year-leads";
    /// Before a year that is a whole heading.
    word YEAR_TITLE = "year-title";
    /// Half of anything, but of a year.
    list HALVES = "halves";
    /// Before an ordinal: what recurs.
    list EACH_ONE = "each-one";
    /// Ends of nouns that a number counts.
    list PLURAL_ENDS = "plural-ends";
    /// Before *föregående år*, in rules.
    word NEXT_TO = "next-to";
    /// *följande*, of what was told.
    word FOLLOWING = "following-one";
    /// Ends of adjectives between *årets* and what is in the books.
    list BOOKED = "booked";
    /// End of *trettio*.
    word TEN = "ten";
    /// *tjugo*.
    word TWENTY = "twenty";
    /// *ett*, the number.
    word ONE = "one";
    /// *något*, a number of about one.
    word SOME = "some";
    /// 14, 15 and 100, in that order.
    set OTHER_NUMBERS = "other-numbers";
    /// End of *tvåhundra*.
    word HUNDRED = "hundred";
    /// End of *tvåtusen*.
    word THOUSAND = "thousand";
    /// What is counted in *om ett halvår*.
    list PERIODS = "periods";
    /// Behind a count: it is past.
    list AGO = "ago";
    /// Behind a count: it is no time of a deed.
    list SINCE = "since";
    /// Ends of plurals in the definite form, which no number counts.
    list NO_PLURALS = "no-plurals";
    /// In *fr o m*, however it is set.
    word FROM_PIECE = "from-piece";
    /// *fr o m* without its blanks.
    word WITHIN_FROM = "from-squeezed";
    /// *t o m* without its blanks.
    word WITHIN_UNTIL = "until-squeezed";
    /// Ends of what stands before a date that is about so.
    list ABOUT_ENDS = "about-ends";
    /// Between the names of a firm.
    list FIRMS_AND = "firms-and";
    /// Piece of an address.
    word WEB_ADDRESS = "web-address";
    /// Beginnings of what follows the last full stop of a file's name.
    list FILE_SUFFIXES = "file-suffixes";
    /// Behind a day: half translated.
    list ENGLISH_ORDINALS = "english-ordinals";
}

sets! { OWN_DATES_FILE in "../data/own-dates.txt":
    /// Pieces of the labels of other dates.
    list OTHERS = "others";
    /// Labels of a meeting's day.
    set MEETING_LABELS = "meeting-labels";
    /// Labels of the document's own day in a page's head.
    list OWN_LABELS = "meeting-labels";
    /// Labels of the day on which a document was made or settled.
    set MADE_LABELS = "made-labels";
    /// Verbs that alone lead the day in on which rules were settled.
    set SETTLED = "settled";
    /// What a label calls the paper that it dates.
    set PAPERS = "papers";
    /// What leads a meeting's day in at the head of a text.
    set HELD = "held";
    /// Labels that say when a meeting is held.
    set TIME_LABELS = "time-labels";
    /// How such labels begin.
    list TIME_STARTS = "time-starts";
    /// How a line begins that tells when a document was adopted.
    list ADOPTS = "adopts";
    /// Weekdays in their definite form.
    set WEEKDAYS = "weekdays";
    /// What may follow a sitting's date on its line.
    list AFTER_SITTING = "after-sitting";
    /// Pieces of the names of meetings and of their records.
    list MEETINGS = "meetings";
    /// Pieces of words that tell of another day.
    list OTHER_DAYS = "other-days";
    /// How the first sentence of a record of a meeting begins.
    list RECORD_STARTS = "record-starts";
    /// Pieces of titles that name a meeting.
    list TITLE_MEETINGS = "title-meetings";
    /// Pieces of titles that name a report.
    list TITLE_REPORTS = "title-reports";
    /// Pieces of titles that name a year's books, which are closed later.
    list TITLE_BOOKS = "title-books";
    /// How the line begins that names a debate and its day.
    list DEBATES = "debates";
    /// When a page was made what it is.
    set UPDATED = "updated";
    /// Pieces of the names of what comes out in numbers.
    list ISSUES = "issues";
    /// Verbs before the day of a judgment.
    list JUDGES = "judges";
    /// What follows the day of a judgment.
    list JUDGED = "judged";
    /// Words before a day that is not the day on which news was posted.
    list LEADS = "leads";
    /// A label of a day has it.
    word DAY_PIECE = "day-label";
    /// Label of the day in the first lines of a page in Markdown.
    word FRONT_MATTER = "front-matter";
    /// Ends of *Sammanträdesdatum*, *Mötesdag*.
    list DAY_ENDS = "day-ends";
    /// Labels of a meeting's day, in a header of columns.
    list MEETING_DAYS = "meeting-days";
    /// A label of the document's day.
    list DAY_LABEL = "day-label";
    /// How the label of a judgment's day begins.
    list GIVEN_IN = "given-in";
    /// The verb of such a label.
    word GIVEN = "given";
    /// Before the hour in the stamp of a post.
    list AT = "at";
    /// What a body did when it met.
    set MET = "met";
    /// Before a meeting on a day.
    set MET_AT = "met-at";
    /// How words end that tell what was done with a paper, and no place's name.
    list MADE_ENDS = "made-ends";
    /// Before a day in figures.
    word DAY_LEAD = "day-lead";
    /// Between the day of a meeting and its place.
    set HELD_AT = "held-at";
    /// How the word of a government's meeting ends.
    word GOVERNMENT_MEETING = "government-meeting";
    /// Before a day that is another than that of the meeting.
    list LEADS_OTHER = "leads-other";
    /// A body is called to its meeting.
    list CALLED = "called";
    /// Behind the hour at which something was posted.
    list ZONES = "zones";
    /// What a king gave, and where.
    list GIVEN_BY_KING = "given-by-king";
    list SEATS = "seats";
    /// In the label of an update.
    word LATEST = "latest";
    /// Labels of the day on which a page was posted.
    list POSTED = "posted";
    /// How the record of a meeting begins as well.
    list MEETING_FIRST = "meeting-first";
    /// End of titles of speeches.
    word SPEECH_END = "speech-end";
    /// Titles of speeches.
    list SPEECH_TITLES = "speech-titles";
    /// Before the day on which an interpellation came in.
    word RECEIVED = "received";
    /// Before the number of a record.
    word NUMBER = "number";
    /// Before the day from which rules apply.
    list APPLIES = "applies";
    /// Behind the day of a decision.
    word CASE_NUMBER = "case-number";
    /// The day is that of what is appealed.
    word APPEALED = "appealed";
    /// The day is that of the minutes' adjustment.
    word ADJUSTED = "adjusted";
}
