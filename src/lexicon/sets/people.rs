//! Words that names, roles and speakers' lines are told by.

use super::sets;

sets! { NAMES_FILE in "../data/names.txt":
    /// Small words inside names: *von Sydow, de la Gardie, bin Laden*.
    set PARTICLES = "particles";
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
    /// The same where the speech follows on the line.
    list INLINE_OPENERS = "inline-openers";
    /// What ends such a line before its colon.
    set SPEAKING = "speaking";
    /// Words for a reply, after the name.
    list REPLIES = "replies";
    /// Between a title and a name: then the one titled is a speaker, too.
    set JOINS_SPEAKERS = "joins-speakers";
}
