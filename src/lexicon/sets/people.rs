//! Words that names, roles and speakers' lines are told by.

use super::sets;

sets! { NAMES_FILE in "../data/names.txt":
    /// Small words inside names: *von Sydow, de la Gardie, bin Laden*.
    set PARTICLES = "particles";
    /// Given names cut short, before their full stop: *Joh. Holm*.
    set SHORT_FIRSTS = "short-firsts";
    /// Beginnings after which a name may have a capital.
    list HUMPS = "humps";
    /// Endings that only surnames have.
    list SURNAME_ENDINGS = "surname-endings";
    /// Those that no place has.
    list PERSON_ENDINGS = "person-endings";
    /// Endings of nouns in their definite form and of adjectives.
    list DEFINITE_ENDINGS = "definite-endings";
    /// Words that stand after *Kassör:* and name nobody.
    set NOBODY = "nobody";
    /// Words that a role can begin with.
    set OPENERS = "openers";
    /// Between a role and the one it serves.
    set SERVES = "serves";
    /// What ends the words of a role after a name.
    set STOPS_ROLE = "stops-role";
    /// Verbs between a name and its role.
    set BECOMES = "becomes";
    /// Between such a verb and the role.
    set BEFORE_ROLE = "before-role";
    /// Titles before a name that are roles.
    set TITLES_AS_ROLES = "titles-as-roles";
    /// First words in brackets, or behind a comma, that are no role.
    set FIRST_OF_NO_ROLE = "first-of-no-role";
    /// Before the letters of a party that all of a list have: *båda M*.
    set PARTY_OF_ALL = "party-of-all";
    /// Verbs of electing between a name and what it is elected to.
    set ELECTING = "electing";
    /// Those of them before the names, with *till* behind: *utser Anna Holm till ordförande*.
    set NAMES_FIRST = "names-first";
    /// The same behind *för*: a time, or the meeting itself.
    set CUTS_AFTER_FOR = "cuts-after-for";
    /// Verbs of speaking, by their lemma, that only people do.
    set PERSONAL = "personal";
    /// Words that a letter numbers: *bilaga A*.
    set NUMBERED = "numbered";
    /// What a chair leads who leads the meeting.
    list OF_MEETING = "of-meeting";
    /// First words of other fields of a page.
    set OTHER_FIELDS = "other-fields";
    /// What ends the words for what somebody is elected to.
    set CUTS_ELECTED = "cuts-elected";
    /// Behind a role: of whom it is taken over.
    word INSTEAD = "instead";
    /// Words that lead on from a role, and close none.
    set TAIL = "tail";
    /// Given names that only men bear.
    set MEN = "men";
    /// Given names that only women bear.
    set WOMEN = "women";
    /// Words that follow a name and are not owned by it.
    set AFTER_NAME = "after-name";
    /// Before *av* and whoever made it.
    set MADE_BY = "made-by";
    /// Words that head a list of names.
    set ROLL_HEADS = "roll-heads";
    /// Words above or before the name of one who signs.
    set SIGN_HEADS = "sign-heads";
    /// What stands before a further name of a list.
    set ROLL_JOINTS = "roll-joints";
    /// Words before surnames alone in a run, or between them.
    set RUN_LEADS = "run-leads";
    /// Before a given name alone that somebody does something with: *pratar med Tore*.
    set BEFORE_FIRST_NAME = "before-first-name";
    /// What is done to people alone: *Hans Torje tackas*.
    set THANKED = "thanked";
    /// Finite verbs that do not end as such.
    set FINITE = "finite";
    /// Words that end as finite verbs do.
    set NOT_FINITE = "not-finite";
    /// Given names that are words too, but so common that inside a sentence they are names.
    set MOSTLY_NAMES = "mostly-names";
    /// Between somebody's name and that of his or her firm.
    set FROM_FIRM = "from-firm";
    /// Parts of places behind a word that no list knows.
    set PLACE_TAILS = "place-tails";
    /// Endings of places that no surname has.
    list HOME_ENDINGS = "home-endings";
    /// Endings of streets.
    list STREET_ENDINGS = "street-endings";
    /// Before a place, and before nobody.
    set IN_PLACE = "in-place";
    /// Before a place.
    set BEFORE_PLACE = "before-place";
    /// Between the names of a list.
    list NAME_JOINTS = "name-joints";
    /// Before the last name of a list.
    list ALL_NAME_JOINTS = "all-name-joints";
    /// Between given names.
    list GIVEN_JOINTS = "given-joints";
    /// Between two who share a surname.
    list PAIR_JOINTS = "pair-joints";
    /// Behind a name, these end its entry or tell more of it.
    list ENTRY_ENDS = "entry-ends";
    /// Before a name of initials.
    list BEFORE_INITIALS = "before-initials";
    /// Between given names in a point of a list.
    list AND_SIGNS = "and-signs";
    /// Between the halves of a role.
    word HALF_JOINT = "half-joint";
    /// A word in small letters before a name that is no title of it.
    list LEAD_JOINTS = "lead-joints";
    /// Behind a name that is whole.
    list NAME_GOES_ON = "name-goes-on";
    /// Behind a name: others too.
    list OTHERS = "others";
    /// Behind the first of several authors.
    list WITH_OTHERS = "with-others";
    /// Before the one for whom someone serves.
    word STANDS_IN = "stands-in";
    /// Before an author.
    word BY_AUTHOR = "by-author";
    /// Ends of titles that a surname alone follows.
    list MINISTER_ENDS = "minister-ends";
    /// Ends of words for several who are something.
    list PLURAL_ROLES = "plural-roles";
    /// Ends of titles of several.
    list PLURAL_TITLES = "plural-titles";
    /// The same of one title.
    word PLURAL_TITLE_END = "plural-title-end";
    /// That title.
    word COUNCILLORS = "councillors";
    /// Ends of words for someone's age.
    list AGED = "aged";
    /// Ends of a word before a name that is a thing's.
    list NO_NAME_ENDS = "no-name-ends";
    /// Ends of verbs in the past.
    list PAST_ENDS = "past-ends";
    /// Ends of participles.
    list PARTICIPLES = "participles";
    /// End of adjectives of a place, which look like surnames.
    word ADJECTIVE_END = "adjective-end";
    /// Ends of a first word that is no name.
    list DEFINITE_FIRSTS = "definite-firsts";
    /// Ends of genitives of things.
    list GENITIVE_ENDS = "genitive-ends";
    /// Ends of bodies in the genitive before a role.
    list OWNER_ENDS = "owner-ends";
    /// What the definite form of a role has more.
    list ROLE_FORMS = "role-forms";
    /// The definite form of a role.
    list DEFINITE_ENDS = "definite-ends";
    /// End of words for one in charge of something.
    word CHARGED_END = "charged-end";
    /// End of surnames.
    word SON = "son";
    /// End of surnames, of which the s belongs to them.
    word SSON = "sson";
    /// Verbs that open a question, its subject behind them.
    list ASKING_FIRSTS = "asking-firsts";
    /// Ends of the names of firms.
    list FIRM_ENDS = "firm-ends";
    /// *Ek.*, short for *ekonomisk*.
    word EK = "economic";
    /// What it stands before.
    word ASSOCIATION = "association";
    /// What is opened.
    word MEETING_FIRST = "meeting-first";
    /// A particle behind another one.
    word DER = "der";
    /// Particles that are joined to a name.
    list ARABIC = "arabic";
    /// Before a run of surnames.
    list BEFORE_RUNS = "before-runs";
    /// Pieces of roles of one who stands in for the chair.
    list VICE = "vice";
    /// Before a role to which someone is chosen.
    list CHOSEN_FIRST = "chosen-first";
    /// The same inside a line.
    list CHOSEN_TO = "chosen-to";
    /// Behind the last of these the role begins.
    list CHOSEN_AS = "chosen-as";
    /// A role that is no one's in a meeting.
    word WRITER = "writer";
    /// Who leads a chamber.
    word SPEAKER_TITLE = "speaker-title";
    /// Before such a title.
    word SERVING = "serving";
    /// Verbs of one who speaks.
    list SAID = "said";
    /// The same, to which the noise of a scan sticks.
    word SAID_END = "said-end";
    /// One who answers.
    word TO_ANSWER = "to-answer";
    /// What someone says; its text follows only behind *följande*.
    list SPOKEN_NOUNS = "spoken-nouns";
    /// Before the number of a question.
    word NUMBER_FIRST = "number-first";
    /// End of a word whose hyphen a page lost.
    word LOST_HYPHEN = "lost-hyphen";
    /// Short for *anförande*, before its number.
    word FLOOR = "floor";
}

sets! { SPEAKER_LINES_FILE in "../data/speaker-lines.txt":
    /// Words of the chair's titles.
    set ORDER = "order";
    /// Words before the title of one who was.
    set FORMER = "former";
    /// Who leads the meeting.
    set CHAIRS = "chairs";
    /// Short titles before a surname.
    set TITLED_BRIEFLY = "titled";
    /// First words of a line that introduces a speaker.
    set INTRO_OPENERS = "intro-openers";
    /// How the chair speaks in a record of the European Parliament.
    word PRESIDENT_STOP = "president-stop";
    /// The same where the speech follows on the line.
    list INLINE_OPENERS = "inline-openers";
    /// What ends such a line before its colon.
    set SPEAKING = "speaking";
    /// Words for a reply, after the name.
    list REPLIES = "replies";
    /// Between a title and a name: then the one titled is a speaker, too.
    set JOINS_SPEAKERS = "joins-speakers";
}
