//! Words that speeches are told by.

use super::sets;

sets! { TALKS_FILE in "../data/talks.txt":
    /// How headings begin under which names stand for other reasons.
    list NO_TALK = "no-talk";
    /// Words for what somebody says.
    set SPOKEN = "spoken";
    /// How a line that names the presenter begins.
    list BYLINE_LABELS = "byline-labels";
    /// A line with one of these is a sentence, no byline.
    set FINITE = "finite";
    /// What headings say below which those stand who are chosen.
    list CHOICES = "choices";
    /// What is given by the one named in a heading.
    set GIVEN = "given";
    /// What one is who wrote the text.
    set NO_BYLINE = "no-byline";
    /// First words of a line that tells how somebody is reached.
    set REACHED_BY = "reached-by";
    /// Who presents a matter.
    set LECTURER = "lecturer";
}

sets! { SPEAKING_FILE in "../data/speaking.txt":
    /// Verbs that open a quotation after a colon.
    set OPENS_QUOTE = "opens-quote";
    /// Who moved what a text tells of.
    set MOVERS = "movers";
    /// What is moved, and words for moving it.
    set PUT_FORWARD = "put-forward";
    /// Verbs that say what something is like, with *som* and a quotation.
    set CHARACTERIZES = "characterizes";
    /// Verbs that stand beside a quotation without a comma.
    set LIGHT = "light";
    /// Light verbs that speak beside a quotation alone.
    set BESIDE_QUOTES = "beside-quotes";
    /// Verbs that speak only beside a quotation.
    set QUOTED_ONLY = "quoted-only";
    /// Words for those who speak themselves.
    set FIRST_PERSON = "first-person";
    /// A verb's own subject after it.
    set OWN_SUBJECTS = "own-subjects";
    /// Adverbs of several words.
    list ADVERB_PHRASES = "adverb-phrases";
    /// After a comma they begin a clause, no apposition.
    set CLAUSE_WORDS = "clause-words";
    /// Before a place or a body to which somebody belongs.
    set PLACING = "placing";
    /// Other words of such an apposition.
    set LINKS = "links";
    /// Between the names of a list.
    set JOINTS = "joints";
    /// The same of more than one word.
    list TOGETHER = "together";
    /// After the verb they lead away from its subject.
    set LEADS_AWAY = "leads-away";
    /// Forms of *ha*.
    set HAVE = "have";
    /// How a sentence begins in which members agree with a speech.
    list AGREEING = "agreeing";
    /// Words that open a clause inside of another.
    set OPENS_INNER = "opens-inner";
    /// Those of whom a clause tells that they spoke.
    set THOSE = "those";
    /// Between them and their names.
    set THOSE_WERE = "those-were";
    /// What a member of a party is called, and the letters of the party.
    list PARTY_MEMBERS = "party-members";
    /// Ends of titles in the plural, and what stands for them in the singular.
    list MANY_TITLES = "many-titles";
    /// What stands between *yttra* and a list of those who spoke.
    list UTTERED = "uttered";
    /// Before the state of somebody who is named behind it.
    word ONE = "one";
    /// Before one who speaks for others.
    word THROUGH = "through";
    /// What is done with a paper in the clause behind it.
    set FOLLOWING_DEEDS = "following-deeds";
    /// By what means something is done, before an infinitive.
    word BY_MEANS = "by-means";
    /// Before a pronoun it opens a clause inside of the sentence that names whom it means.
    set INNER_CLAUSE = "inner-clause";
    /// What somebody does not want to do who says nothing.
    set WITHHELD = "withheld";
    /// What members ask the chair for.
    list ASKED_FOR = "asked-for";
    /// What is signed.
    list SIGNED = "signed";
    /// Verbs of the chair's handling of a vote.
    set CHAIRS_VOTE = "chairs-vote";
    /// Words of that.
    list VOTE_WORDS = "vote-words";
    /// Passives whose agent speaks, each with its lemma behind a colon.
    list PASSIVE = "passive";
    /// *av* as it was spelt.
    word OLD_BY = "old-by";
    /// How nouns end that part a passive from the one behind *av*.
    list DEEDS = "deeds";
    /// Verbs by which somebody moves what the lines below say.
    set MOVES = "moves";
    /// What the chair does with proposals, wherever the chair is named in the sentence.
    list PUTS_VOTE = "puts-vote";
    /// What somebody begins who does not speak by it, by the ends of the words.
    list BEGUN = "begun";
    /// Before a name, they make what that person says the matter of the clause.
    set ASKED_WHAT = "asked-what";
    /// How somebody is chosen to an office.
    set ELECTS = "elects";
    /// What the office of a meeting's chair is for.
    set MEETING = "meeting";
    /// Auxiliaries that make of speaking a task.
    set DUTY = "duty";
    /// Before them a supine may stand without *har*.
    set BARE_PERFECT = "bare-perfect";
    /// Auxiliaries beside which an infinitive tells what was done.
    set MODALS = "modals";
    /// Before a title, another's whom it makes the deputy.
    word DEPUTY = "deputy";
    /// Verbs behind which a clause may follow without *att*.
    set OPEN_CLAUSE = "open-clause";
    /// Bodies in the genitive whose chair leads their meetings.
    set OWN_BODIES = "own-bodies";
    /// What somebody does by speaking, before *att*.
    list SPEAKS_BY = "speaks-by";
    /// How somebody steps up, before *för att*.
    set STEPS_UP = "steps-up";
    /// Verbs with whom one turns to somebody.
    set TURNS_TO = "turns-to";
    /// Those to whom one turns who turns to all.
    set GREETED = "greeted";
    /// How more than one are welcomed.
    word MANY_WELCOME = "many-welcome";
    /// Ends of verbs in the past.
    list PAST_ENDS = "past-ends";
    /// Before *av* and a name, they open what that name tells of.
    set ARTICLES = "articles";
    /// What is said of a thing behind the one who thinks so.
    set STATES = "states";
    /// Before a colon and the name of one who made a picture or a text.
    set CREDITS = "credits";
    /// How a line ends below which the words of a speech stand.
    list TALK_BELOW = "talk-below";
    /// How it ends where it tells of a speech.
    list BELOW = "below";
    /// How a line ends below which somebody speaks.
    list TALK_FOLLOWS = "talk-follows";
    /// What somebody did who gave a speech.
    set GAVE = "gave";
    /// Words for a speech that is given.
    set SPEECHES = "speeches";
    /// Before who gives a statement that the page has whole.
    list STATEMENTS_OF = "statements-of";
    /// Words of the line that tells whose speech it is.
    set TOLD_TALKS = "told-talks";
    /// They begin clauses whose speakers are not the sentence's.
    set SUBCLAUSE = "subclause";
    /// What is written is no speech.
    set WRITTEN_MATTER = "written-matter";
    /// Where somebody is to write.
    set WRITTEN_TO = "written-to";
    /// What somebody gives whose words follow.
    set SOURCES = "sources";
    /// What names a source behind a quotation.
    set ACCORDING = "according";
    /// Verbs of opening and closing a meeting.
    set OF_MEETING = "of-meeting";
    /// Verbs of welcome.
    set GREETS = "greets";
    /// They bind what stands before a name to it.
    set BINDS = "binds";
    /// After them a number counts.
    set COUNTED = "counted";
    /// Who comes to a meeting.
    set ARRIVES = "arrives";
    /// When somebody is to speak who does not speak now.
    list LATER = "later";
    /// Verbs of asking and telling others.
    set ASKS = "asks";
    /// Of whom something is wished.
    set WISHED = "wished";
    /// Days that open a sentence with its subject after the verb.
    set OPENING_DAYS = "opening-days";
    /// Titles before the name of one who speaks in a record.
    set SPEAKER_TITLES = "speaker-titles";
    /// How speakers begin.
    set ADDRESSES = "addresses";
    /// Titles of those who lead a meeting.
    set LEADS = "leads";
    /// How such titles end without an article.
    list LEADS_BARELY = "leads-barely";
    /// Titles of those who keep the minutes.
    list KEEPS_MINUTES = "keeps-minutes";
    /// Before a title: it is another's, or no more.
    set FORMER = "former";
    /// Before an office that somebody is chosen to.
    set TO_OFFICE = "to-office";
    /// Behind an office, before what it is for.
    set OF_OFFICE = "of-office";
    /// The choice of somebody.
    set CHOICE = "choice";
    /// How titles of a meeting's own begin.
    list MEETS = "meets";
    /// Before the one from whom something comes.
    set BY = "by";
    /// Pronouns of persons.
    set PERSONS = "persons";
    /// Pronouns of a man.
    set HIS = "his";
    /// Pronouns of a woman.
    set HERS = "hers";
    /// Between verbs of one subject.
    set JOINS_VERBS = "joins-verbs";
    /// Between clauses.
    set JOINS_CLAUSES = "joins-clauses";
    /// End of the genitive of most bodies, before an office.
    word OFFICE_GENITIVE = "office-genitive";
    /// Ends of the genitive of bodies, before an office.
    list OFFICE_GENITIVES = "office-genitives";
    /// End of the definite form of most titles.
    word DEFINITE = "definite";
    /// Ends of the definite form of titles, which their role has without.
    list DEFINITE_TITLES = "definite-titles";
    /// Ends of the definite form of nouns.
    list DEFINITE_NOUNS = "definite-nouns";
    /// Ends of the definite form of nouns in an apposition.
    list DEFINITE_LINKS = "definite-links";
    /// How those are addressed who lead a meeting, without the word's first letters.
    list ADDRESSES_CHAIR = "addresses-chair";
    /// Behind the name of one who speaks next.
    word HAS_FLOOR = "has-floor";
    /// Verb of a minister who submits a text.
    word SUBMITS = "submits";
    /// End of words for a speech.
    word SPEECH_END = "speech-end";
    /// End of a minister's title in the genitive.
    word OF_MINISTER = "of-minister";
    /// A speech.
    word TALK = "talk";
    /// Behind the name of one whose speech it is.
    word GENITIVE_TALK = "genitive-talk";
    /// In a line that says which words count.
    list AS_SPOKEN = "as-spoken";
    /// How lines begin between a speech's heading and its words.
    list SPEECH_NOTES = "speech-notes";
    /// Before *som*, these make no clause of a noun.
    list AS_MUCH = "as-much";
    /// What is asked for right behind the verb.
    list ASKED_ALONE = "asked-alone";
    /// What is asked for with *om*.
    word ASKED_FLOOR = "asked-floor";
    /// *sig*, behind the verb.
    word ITSELF = "itself";
    /// Behind *tacka*: an answer.
    list ANSWERED = "answered";
    /// In what was said.
    list THEREIN = "therein";
    /// What a vote is about.
    word DECISION = "decision";
    /// Verbs of the chair's own handling of a vote.
    list CHAIR_WEIGHS = "chair-weighs";
    /// How the chair begins to.
    word CHAIR_PUTS = "chair-puts";
    /// Before those who agree with who moves.
    list SECONDING = "seconding";
    /// They open a clause about those named before.
    list RELATIVE_PEOPLE = "relative-people";
    /// Between an auxiliary and what something is moved by.
    list MOVED_IN = "moved-in";
    /// End of a line whose speech follows.
    word BEGAN_SPEAKING = "began-speaking";
    /// What running heads of a record have in them.
    list RUNNING_HEADS = "running-heads";
    /// How others begin.
    word CONCERNING = "concerning";
    /// How a heading begins that may be a running head.
    word ANSWER_HEAD = "answer-head";
    /// How the chamber's approval of a motion begins.
    word AS_MOVED = "as-moved";
    /// What it ends with.
    word WAS_GRANTED = "was-granted";
    /// Another member agrees with what was said.
    word AGREED = "agreed";
    /// The same.
    word JOINED = "joined";
    /// How the titles of members begin.
    list MEMBERS_TITLES = "members-titles";
    /// What a running head with a number has in it.
    list RECORD_MARKS = "record-marks";
    /// What the running head of a record has in it.
    list RECORD_NUMBERS = "record-numbers";
    /// Ends of verbs that are no infinitive.
    list FINITE_ENDS = "finite-ends";
    /// Verbs in the past that end as supines do.
    list NO_SUPINES = "no-supines";
    /// Verbs that end so are no supines.
    word NO_SUPINE_END = "no-supine-end";
    /// How words for an office of a meeting end, by their last two letters.
    list OFFICE_ENDS = "office-ends";
}
