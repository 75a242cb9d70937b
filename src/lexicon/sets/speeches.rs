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
    /// After the verb they lead away from its subject.
    set LEADS_AWAY = "leads-away";
    /// Forms of *ha*.
    set HAVE = "have";
    /// How a sentence begins in which members agree with a speech.
    list AGREEING = "agreeing";
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
}
