//! Function words, one by one and in small classes.

use super::sets;

sets! { FUNCTION_WORDS_FILE in "../data/function-words.txt":
    /// *att*, before an infinitive or a clause.
    list ATT = "that";
    /// *som*, which opens a relative clause or names a part.
    list SOM = "which";
    /// *om*.
    list OM = "about";
    /// *och*.
    list OCH = "and";
    /// *av*, before who did it.
    list AV = "by";
    /// *men*.
    list MEN = "but";
    /// *medan*.
    list MEDAN = "while";
    /// *till*.
    list TILL = "to";
    /// *för*.
    list FOR = "for";
    /// *med*.
    list MED = "with";
    /// *på*.
    list PA = "upon";
    /// *i*.
    list IN = "inside";
    /// *enligt*.
    list ENLIGT = "according";
    /// *den*, before a day or a noun.
    list DEN = "the";
    /// *det*.
    list DET = "it";
    /// *detta*.
    list DETTA = "this";
    /// *har*.
    list HAR = "has";
    /// *jag*.
    list JAG = "speaker";
    /// *ja*.
    list JA = "yes";
    /// *nej*.
    list NEJ = "no";
    /// *nästa*.
    list NASTA = "next";
    /// *följande*.
    list FOLJANDE = "following";
    /// *senast*, before the last day.
    list SENAST = "latest";
    /// *samt*.
    list SAMT = "also";
    /// *där*, which opens a clause of a place.
    list DAR = "there";
    /// *när*.
    list NAR = "when";
    /// *så*, before *fort* and *snart*.
    list SA = "then";
    /// *även*, before *om*.
    list AVEN = "even";
    /// *vidare*.
    list VIDARE = "further";
    /// The auxiliary of a duty.
    list SHALL = "shall";
    /// The auxiliary of advice.
    list OUGHT = "ought";
    /// The auxiliary of the perfect.
    list HAVE = "have";
    /// The auxiliary of leave.
    list MAY = "may";
    /// The auxiliary of a passive.
    list BECAME = "became";
    /// Its supine.
    list BEEN = "been";
    /// What denies a verb.
    list NOT = "denial";
    /// Behind *inte*, these deny nothing.
    list ONLY = "only";
    /// Those who write, as the subject.
    list WE_OR_I = "we-or-i";
    /// Those who decide, as the subject of their own minutes.
    list WE_OR_ONE = "we-or-one";
    /// All these.
    list WE_I_OR_ONE = "we-i-or-one";
    /// What joins two words of one clause.
    list OCH_OR_SAMT = "and-words";
    /// What joins two clauses.
    list AND_BUT = "joints";
    /// What joins a clause that says another thing.
    list CONTRASTS = "contrasts";
    /// What joins the deed of another.
    list OTHER_DEEDS = "other-deeds";
    /// Articles before an adjective.
    list THE = "articles";
    /// Pronouns that name again who is charged.
    list PRONOUNS = "pronouns";
    /// Pronouns that name again what a clause is about.
    list NAMED_AGAIN = "named-again";
    /// Pronouns for a thing.
    list THIS = "this-one";
    /// Relative pronouns of a clause behind a comma.
    list WHICH = "which-forms";
    /// Relative pronouns that open a clause without a subject.
    list WHICH_OR_WHO = "which-or-who";
    /// What opens a relative clause.
    list RELATIVES = "relatives";
    /// What opens a clause inside a point.
    list ATT_OR_SOM = "that-or-which";
    /// What opens what someone is asked.
    list ATT_OR_OM = "that-or-if";
    /// What ends a noun phrase with a clause of its own.
    list CLAUSE_OPENERS = "clause-openers";
    /// What opens a clause in which someone is chosen.
    list CLAUSE_PLACES = "clause-places";
    /// What joins or opens a clause.
    list CLAUSE_JOINTS = "clause-joints";
    /// Between a verb and its subject these do not stand.
    list SUBJECT_STOPS = "subject-stops";
    /// Before who is charged.
    list TO_WHOM = "to-whom";
    /// Before who is charged, or with what.
    list AIMS = "aims";
    /// *från*.
    list FROM = "source";
    /// What something is taken out of.
    list OUT_OF = "out-of";
    /// Before the giver of a decision.
    list FROM_OR_BY = "from-or-by";
    /// *mot*.
    list AGAINST = "against";
    /// Before what someone takes part in.
    list AT = "at-places";
    /// Before where minutes are put up.
    list AT_BOARD = "at-boards";
    /// Before the meeting at which something is done; *id* is *vid* without its capital.
    list AT_MEETING = "at-meetings";
    /// Before the meeting that adopted something.
    list ADOPTED_AT = "adopted-at";
    /// Between most of a body and the body.
    list PART_OF = "part-of";
    /// What a body's name goes on with: *Nämnden för*, *Länsstyrelsen i*.
    list FOR_OR_IN = "for-or-in";
    /// Before a day or a month.
    list DAY_LEADS = "day-leads";
    /// With a capital, these open a choice without a mark before it.
    list TO_OR_THAT = "to-or-that";
    /// Before a post.
    list AS_WHAT = "as-what";
    /// Before a post or a term.
    list FOR_WHAT = "for-what";
    /// Right before a post that someone has.
    list BESIDE_POST = "beside-post";
    /// After a participle: by whom, or by what.
    list BY_RULE = "by-rule";
    /// What makes a sentence a rule.
    list EVERY = "every";
    /// No one in particular.
    list SOME = "some";
    /// After *så*.
    list SOON = "soon";
    /// What draws a conclusion in a relative clause.
    list THEREBY = "thereby";
    /// *härmed*.
    list HEREBY_ALONE = "hereby";
    /// Particles that make *tas* and *ses* verbs of their own.
    list PARTICLES = "particles";
    /// Particles of what is taken away.
    list AWAY = "away";
    /// *att*, as a word.
    word ATT_WORD = "that";
    /// *att* between blanks.
    word ATT_APART = "that-apart";
    /// *att* at the beginning of a line.
    word ATT_FIRST = "that-first";
    /// *att* behind a blank.
    word ATT_END = "that-end";
    /// *Att* with its letters set apart, as some pages have it.
    word ATT_LETTERS = "that-letters";
    /// *att* in capitals.
    word ATT_CAPITALS = "that-capitals";
    /// *för* between blanks.
    word FOR_APART = "for-apart";
    /// *till* between blanks.
    word TILL_APART = "to-apart";
    /// *jag* between blanks.
    word JAG_APART = "speaker-apart";
    /// *följande* between blanks.
    word FOLJANDE_APART = "following-apart";
    /// *följande*, as a word.
    word FOLJANDE_WORD = "following";
    /// *enligt*, as a word.
    word ENLIGT_WORD = "according";
    /// *Enligt*, at the beginning of a line.
    word ENLIGT_FIRST = "according-first";
    /// The same with its blank.
    word ENLIGT_OPENS = "according-opens";
    /// *dels*, before each of several points.
    word DELS = "partly";
    /// *mot*, between the figures of a vote.
    word MOT_WORD = "against-one";
    /// *vi*.
    word VI_WORD = "we-alone";
    /// Before the place where something was done, at its beginning.
    list AT_FIRST = "at-first";
    /// *ja*, as a word.
    word JA_WORD = "yes";
    /// *Nej*, at the beginning of a sentence.
    word NO_FIRST = "no-first";
    /// *som*, as a word.
    word SOM_WORD = "which";
    /// *och*, as a word.
    word OCH_WORD = "and";
    /// *det*, as a word.
    word DET_WORD = "it";
    /// *av*, as a word.
    word AV_WORD = "by";
    /// *för*, as a word.
    word FOR_WORD = "for";
    /// *medan*, before a clause of its own.
    word MEDAN_WORD = "while";

    /// *om*, as a word.
    word OM_WORD = "about";
    /// *med*, as a word.
    word MED_WORD = "with";
    /// *om* between blanks.
    word OM_APART = "about-apart";
    /// *av* between blanks.
    word AV_APART = "by-apart";
    /// *och* at the beginning of what joins.
    word OCH_FIRST = "and-first";
    /// What joins two names, before the second.
    list ANDS_END = "ands-end";
    /// *för att*.
    word FOR_ATT = "in-order";
    /// *den*, as a word.
    word DEN_WORD = "the";
    /// *till*, as a word.
    word TILL_WORD = "to";
    /// *i*, as a word.
    word IN_WORD = "inside";
    /// *på*, as a word.
    word PA_WORD = "upon";
    /// *detta*, as a word.
    word DETTA_WORD = "this";
    /// *denna*, as a word.
    word DENNA_WORD = "this-common";
    /// *här*, as in *den här*.
    word HAR_WORD = "here";
    /// *under*, as a word.
    word UNDER_WORD = "during";
    /// *mellan*, as a word.
    word MELLAN_WORD = "between";
    /// *var*, as a word.
    word VAR_WORD = "was";
    /// *från*, as a word.
    word FRAN_WORD = "from-one";
    /// *den*, also short.
    list DEN_FORMS = "the-forms";
    /// What joins two of which one may be meant.
    list OCH_OR_ELLER = "and-or";
    /// Verbs too short to be told by their ends.
    list AR_OR_HAR = "is-or-has";
    /// *och* between blanks.
    word OCH_APART = "and-apart";
    /// What joins two names, between blanks.
    list ANDS_APART = "ands-apart";
    /// *i* between blanks.
    word I_APART = "inside-apart";
    /// What joins the members of a list, with its blanks.
    list OCH_SAMT_COMMA = "ands-and-commas";
    /// Ends of finite verbs, as far as an end alone tells.
    list VERB_ENDS = "verb-ends";
    /// *att* before a word, in any case.
    list ATT_CASES = "that-cases";
}
