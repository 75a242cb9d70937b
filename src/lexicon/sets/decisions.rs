//! Words that decisions are told by.

use super::sets;

sets! { VOTES_FILE in "../data/votes.txt":
    /// Those who vote for a proposal.
    set YES = "yes";
    /// Those who vote against it.
    set NO = "no";
    /// Those who abstain.
    set ABSTAIN = "abstain";
    /// Verbs of one who abstains.
    set ABSTAINS = "abstains";
    /// Between a figure and the side behind it.
    set COUNTED = "counted";
    /// Between a side and the figure behind it.
    set VOTING = "voting";
}

sets! { DECIDING_FILE in "../data/deciding.txt":
    /// Words before a body that make it no subject.
    set LEADING_AWAY = "leading-away";
    /// Words that may stand between such a word and the body.
    set ARTICLES = "articles";
    /// Ends of the genitive of a body that a part of it follows.
    list OWNERS = "owners";
    /// Verbs that make another no deed.
    set MODALS = "modals";
    /// Words that deny a verb.
    set NEGATIONS = "negations";
    /// Words that open a subordinate clause.
    set SUBORDINATORS = "subordinators";
    /// Verbs before a participle that tell of a deed.
    set BECOMING = "becoming";
    /// After a participle these tell who did it, or when.
    set WRITTEN_BY = "written-by";
    /// Words before *att* that make its clause no content of a decision.
    set ATT_GOVERNORS = "att-governors";
    /// Infinitives that do not end in -a.
    set SHORT_INFINITIVES = "short-infinitives";
    /// Words in -a that are no infinitives.
    set NOT_INFINITIVES = "not-infinitives";
    /// Ends of the names of posts.
    list POSTS = "posts";
    /// What the short passives of a chamber's proceedings are about.
    set CHAMBER_MATTERS = "chamber-matters";
    /// Verbs that open them.
    set CHAMBER_OPENS = "chamber-opens";
    /// After *finner att det* these only count the proposals.
    set FINDS_PROPOSALS = "finds-proposals";
    /// Words by which the chair finds that the answer is yes.
    set FINDS_YES = "finds-yes";
    /// Small words between who is charged and *uppdrag*.
    set BEFORE_CHARGE = "before-charge";
    /// Words before a verb that are no part of who is charged.
    set AFTER_CHARGED = "after-charged";
    /// Before the one who is charged: *får därför nämnden i uppdrag*.
    set BEFORE_CHARGED = "before-charged";
    /// Reporting words of which a day makes a duty.
    set ANSWERS = "answers";
    /// Words by which a sentence begins with a thing, not with who is charged.
    set NOT_CHARGED = "not-charged";
    /// Units of a time to answer within.
    set TIME_UNITS = "time-units";
    /// Words that join a point to the one before.
    set JOINERS = "joiners";
    /// Words at the end of a point that belong to the next one.
    set ITEM_TAILS = "item-tails";
    /// Beginnings of a line under *Beslut* that decides nothing.
    set NOTHING_DECIDED = "nothing-decided";
    /// Labels of what is put to a decision, in one line with it.
    list PUT_LABELS = "put-labels";
    /// Labels of a decision, in one line with it.
    list DECISION_LABELS = "decision-labels";
    /// Words of a sentence that states the outcome of a vote.
    list OUTCOMES = "outcomes";
    /// What dissenters favour.
    list DISSENTS = "dissents";
    /// Words after which people stand that need not dissent.
    list FAVOURED = "favoured";
    /// Words of a rule.
    set GENERAL = "general";
    /// Ends of words for a matter.
    list MATTERS = "matters";
    /// How the word of what somebody brought ends, behind whose it is.
    list BROUGHT = "brought";
    /// Those who move without a name.
    set MOVERS = "movers";
    /// What those do who are chosen for the minutes.
    set CHECKS = "checks";
    /// How the labels of a cover page begin that stand beside *Utses att justera*.
    list COVER_LABELS = "cover-labels";
    /// Pieces of words that show that a meeting was held.
    list MEETING_MARKS = "meeting-marks";
    /// Pieces of words for what meetings treat.
    list MEETING_MATTERS = "meeting-matters";
    /// Words by which headings of items begin.
    set HEADING_WORDS = "heading-words";
    /// Words at the end of a line that goes on.
    set LINE_ENDS = "line-ends";
    /// First words of headings under which names alone are chosen.
    set ELECTION_WORDS = "election-words";
    /// First words of headings that ask.
    set ASKING_WORDS = "asking-words";
    /// Words that answer yes.
    set YES_WORDS = "yes-words";
    /// What stands beside the name of one who is chosen.
    set BESIDE_NAMES = "beside-names";
    /// Capitalised words that are no name there.
    set NOBODY = "nobody";
    /// Beginnings of headings under which those charged stand.
    list ACTION_HEADS = "action-heads";
    /// Verbs of a single task.
    set TASKS = "tasks";
    /// The same in the present tense.
    set TASK_DEEDS = "task-deeds";
    /// Words before the noun for those whose seats are decided (*om vilka ledamöter*).
    set WHICH_ONES = "which-ones";
    /// What they do there.
    set TAKES_SEAT = "takes-seat";
    /// Before the office of one who holds it for a time.
    list ACTING = "acting";
    /// Before the names of a group's members.
    list MADE_UP_OF = "made-up-of";
    /// Ends of words for a congress.
    list CONGRESSES = "congresses";
    /// End of titles that are words for a body, too: *hyresrådet Anna Holm*.
    word PERSONS_TITLE = "persons-title";
    /// Pieces of the word for opinions that are asked for.
    list ANSWERS_ASKED = "answers-asked";
    /// Behind who sent out a matter for opinions.
    list SENT_OUT = "sent-out";
    /// Beginning of *hemställs*.
    word PLEADS = "pleads";
    /// *en* before a noun.
    list A_SINGLE = "a-single";
    /// Ends of words for those that a meeting charges.
    list CHARGEABLE = "chargeable";
    /// Ends of words for fees.
    list FEES = "fees";
    /// What one who does not take part keeps out of.
    set HANDLED = "handled";
    /// What alone on a line is an outcome.
    set OUTCOME_NOUNS = "outcome-nouns";
    /// What stands beside it.
    set BESIDE_OUTCOMES = "beside-outcomes";
    /// Labels of those chosen, as ends.
    list POST_LABELS = "post-labels";
    /// Most of a body.
    set MOST_OF = "most-of";
    /// Words that make an infinitive a deed.
    set HEREBY = "hereby";
    /// Finite verbs.
    set FINITE = "finite";
    /// Ends of finite verbs.
    list FINITE_ENDS = "finite-ends";
    /// Where motions are put, as ends.
    list CHAMBERS = "chambers";
    /// What an authority gives.
    set PERMITS = "permits";
    /// What an authority closes.
    set CLOSED = "closed";
    /// What may have an *att* of its own.
    set WITH_CONTENT = "with-content";
    /// Verbs by which the chair says what was decided.
    set DECLARES = "declares";
    /// Courts and boards that judge, as ends.
    list COURTS = "courts";
    /// Groups that meet, as ends.
    list GROUPS = "groups";
    /// Those who are all at a meeting.
    set VOTERS = "voters";
    /// What a matter is dropped from, as beginnings.
    list DROPPED_FROM = "dropped-from";
    /// By these someone wants a body to decide.
    set WANTS = "wants";
    /// Beside a member who proposes, of those who are for it too.
    set SECONDED = "seconded";
    /// Words in the names of firms and associations that are parties of a case.
    set FIRMS = "firms";
    /// Ends of headings under which a court rules.
    list RULINGS = "rulings";
    /// What an answer may begin with.
    list ANSWER_OPENS = "answer-opens";
    /// First words of a sentence that chooses those who were proposed, under the heading of a choice.
    list CHOICE_OPENS = "choice-opens";
    /// Ends of a sentence whose list stands below.
    list LIST_BELOW = "list-below";
    /// What is not done with a proposal that is dropped, before *vidare*.
    set GOES = "goes";
    /// Parties by a name that tells nothing of it.
    set PARTIES = "parties";
    /// *Välja* told of.
    set CHOSE = "chose";
    /// What follows a participle without a verb.
    set AFTER_TERSE = "after-terse";
    /// Members without a name.
    set MEMBERS = "members";
    /// Ends of words for officers who propose.
    list PROPOSERS = "proposers";
    /// Verbs of a state.
    set STATES = "states";
    /// Words that make no task of a duty.
    set NO_TASK = "no-task";
    /// Verbs by which a sentence speaks of a decision.
    set PREDICATES = "predicates";
    /// What is laid before a chamber.
    set BILLS = "bills";
    /// Ends of the names of meetings, which decide where their minutes speak.
    list OWN_ENDS = "own-ends";
    /// Words for a meeting, as ends.
    list MEETINGS = "meetings";
    /// What stands before them.
    list MEETING_KINDS = "meeting-kinds";
    /// Ends of words for the paper of a meeting.
    list MEETING_PAPERS = "meeting-papers";
    /// A piece of the word for the paper of another meeting.
    word PROTOCOL_STEM = "protocol-stem";
    /// How minutes of a board speak of its other meetings.
    list SAME_BOARD = "same-board";
    /// By what words minutes call their own meeting.
    list SAID_TO_MEET = "said-to-meet";
    /// Those who propose to a meeting and settle nothing in it.
    list NO_DECIDERS = "no-deciders";
    /// How a line begins that names whom a text is for.
    word TO_WHOM = "to-whom";
    /// Beginnings of words for a meeting of the board.
    list BOARD_MEETINGS = "board-meetings";
    /// Words by which a court draws its conclusion.
    set CONCLUDING = "concluding";
    set SET_IN_TIME = "set-in-time";
    /// First words that deny what follows.
    set NONE_AT_ALL = "none-at-all";
    /// Nouns by which a choice is told.
    set CHOICES = "choices";
    /// Nouns of agenda items after *Beslut om*.
    set AGENDA_NOUNS = "agenda-nouns";
    /// Words after *ta* with which it takes no decision.
    set TAKEN_WITH = "taken-with";
    /// Words after *ta* with which it does nothing.
    set TAKEN_AS_NOTE = "taken-as-note";
    /// Words for a meeting to come.
    set MEETING_WORDS = "meeting-words";
    /// After *enligt* these tell of a rule.
    set RULE_BOOKS = "rule-books";
    /// Labels of a task, in one line with it.
    list TASK_LABELS = "task-labels";
    /// Words that open a signature.
    list SIGNATURES = "signatures";
    /// Ends of the names of those who inquire.
    list INQUIRIES = "inquiries";
    /// Verbs of a proposal that does not say whose it is.
    list PUT_PASSIVELY = "put-passively";
    /// Words of a page that tells proposals of the government.
    list PUTTING_PAGES = "putting-pages";
    /// Words in -a before a body that are no part of its name.
    set NO_NAMES = "no-names";
    /// Words before *att* by which someone tells of another's deed.
    set ANNOUNCES = "announces";
    /// Pieces of words for what is announced to a meeting.
    list ANNOUNCED = "announced";
    /// Beginnings of verbs by which the founding and the end of something are told.
    list FOUNDED = "founded";
    /// Verbs by which a matter is moved to another day.
    set MOVES = "moves";
    /// Words before a meeting to come.
    set LATER = "later";
    /// Ends of the genitive of a body before its decision, proposal or assignment.
    list GENITIVES = "genitives";
    /// Courts as the name of a place comes before them.
    set LOCAL_COURTS = "local-courts";
    /// Verbs by which old minutes are signed.
    set ATTESTS = "attests";
    /// Words for the figures of a vote.
    set TALLIES = "tallies";
    /// What they all have in them.
    list TALLY_WORDS = "tally-words";
    /// Adverbs by which a text goes on to the next deed.
    set LEADING_ON = "leading-on";
    /// Words by which those charged are named again.
    set CHARGED_AGAIN = "charged-again";
    /// What is refused with *inte* before it.
    set GRANTS = "grants";
    /// Bodies by which minutes name the meeting itself.
    set OWN_BODIES = "own-bodies";
    /// Parts of an authority, within its name.
    list REGIONS = "name-parts";
    /// Bodies whose name no capital behind belongs to.
    list NAMES_ALONE = "names-alone";
    /// Ends of the names of courts, which no capital behind belongs to.
    list COURT_ENDS = "courts-alone";
    /// A county, at the end of an authority's name.
    list COUNTY = "county";
    /// What stands before the word for a meeting, and whose meeting it then is.
    list MEETINGS_OF = "meetings-of";
    /// Pieces of words in papers by which the government charges.
    list CHARGING_PAPERS = "charging-papers";
    /// Before a meeting to come.
    set NEXT_MEETINGS = "next-meetings";
    /// Endings behind the letters of a court.
    set LETTER_ENDINGS = "letter-endings";
    /// Told of minutes that were checked.
    list ADJUSTED = "adjusted";
    /// What is checked by a meeting: pieces of words.
    list ADJUSTED_THINGS = "adjusted-things";
    /// Labels of a decision that run into the text before them.
    list DECISION_BEHIND = "decision-behind";
    /// Those who wrote a motion.
    set MOVERS_ALONE = "movers-alone";
    /// Words by which something is done again and again.
    set HABITS = "habits";
    /// Before a clause of what is done each time.
    list WHENEVER = "whenever";
    /// Pronouns of a matter.
    list IT_OR_THEY = "it-or-they";
    /// *Är*.
    list IS = "is";
    /// After *gick*.
    list THROUGH = "through";
    /// Pieces of words of a page that sums up decisions.
    list SUMMARY_MARKS = "summary-marks";
    /// Ends of the names of courts.
    list LOWER_COURTS = "lower-courts";
    /// First words of a choice without a verb.
    list RENEWALS = "renewals";
    /// By these one who moves asks a body to decide.
    set COURT_MODALS = "court-modals";
    /// What a member brings.
    list MOTION_NOUN = "motion-noun";
    /// The word for a letter of appropriation, without its first letter.
    word APPROPRIATION = "appropriation";
    /// Before whom it concerns.
    word CONCERNING = "concerning";
    /// What alone is an answer.
    list ANSWERS_WHOLE = "answers-whole";
    /// Ends of words for groups that are chosen.
    list CHOSEN_GROUPS = "chosen-groups";
    /// What those do who check the minutes.
    list CHECKS_MINUTES = "checks-minutes";
    /// Before *möte* it is the board that meets.
    word CONSTITUTING = "constituting";
    /// Beginnings of words for the paper of a meeting.
    list PAPERS = "papers";
    /// Between such a word and the letters of a body.
    list HELD_AT = "held-at";
    /// How a paper says that it was written at a meeting.
    list RECORDED = "recorded";
    /// Names of meetings that their minutes may call by their last part.
    list CALLED_SHORT = "called-short";
    /// Ends of the names of bodies that meet.
    list THOSE_WHO_MEET = "those-who-meet";
    /// A board behind its owner.
    word BARE_BOARD = "bare-board";
    /// End of the names of boards.
    word BOARD_END = "board-end";
    /// Before the day of a meeting.
    word DAY_ARTICLE = "day-article";
    /// First words of the names of courts and boards that judge.
    list COURT_FIRSTS = "court-firsts";
    /// A decision.
    list DECISION = "decision";
    /// One or several.
    list DECISIONS = "any-decision";
    /// Its indefinite form.
    list BARE_DECISION = "bare-decision";
    /// A proposal.
    list PROPOSAL = "a-proposal";
    /// Its indefinite form.
    list BARE_PROPOSAL = "bare-proposal";
    /// An assignment.
    list BARE_CHARGE = "bare-charge";
    /// The same, named before.
    list THE_CHARGE = "the-charge";
    /// One or several of them.
    list THE_CHARGES = "the-charges";
    /// The Riksdag.
    list RIKSDAG = "riksdag";
    /// A chamber by its name for itself.
    list CHAMBER = "chamber";
    /// Both.
    list CHAMBER_NAMES = "chamber-names";
    /// Whose proposal is a choice.
    list NOMINATORS = "nominators";
    /// What right behind a verb of adopting names a choice.
    list CHOICE_NOUNS = "choice-nouns";
    /// *äga rum*: its verb.
    list HOLD = "hold";
    /// Its noun.
    list PLACE = "place";
    /// What makes no task of a duty, behind its verb too.
    list RECURRING_DUTY = "recurring";
    /// Passives that mean a task only with a particle.
    list BARE_PASSIVES = "bare-passives";
    /// Passives that answer only with *ska*.
    list HANDED = "handed";
    /// One who inquires, named before.
    list INQUIRER = "inquirer";
    /// One who inquires.
    list INQUIRERS = "inquirers";
    /// What such a sentence begins with.
    list INQUIRER_LEADS = "inquirer-leads";
    /// Ends of verbs in the past tense behind an adverb.
    list PAST_ENDS = "past-ends";
    /// Ends of nouns in the definite form.
    list DEFINITE_ENDS = "definite-ends";
    /// Ends of a noun behind a participle that belongs to it.
    list ATTRIBUTE_ENDS = "attributed-ends";
    /// Ends of finite verbs, for a guess.
    list VERB_ENDS = "verb-ends";
    /// Words at a line's end by which a list is announced.
    list BELOW = "below";
    /// Before a year of a budget.
    list BUDGET = "budgets";
    /// What the chair puts to the meeting.
    list PROPOSITIONS = "propositions";
    /// First word of what a vote stands for.
    list WINS = "wins";
    /// Forms of *utgå* that drop a matter or pay a fee.
    list LEAVES = "leaves";
    /// Its infinitive.
    list LEAVE = "leave";
    /// *med stöd av*.
    list SUPPORT = "support";
    /// What someone takes that adopts nothing.
    list NAME_NOUN = "a-name";
    /// *för kännedom*: what a matter is announced for.
    list FOR_INFORMATION = "for-information";
    /// Verbs of one who stays; a fee does not do it.
    list CONTINUES = "continues";
    /// Verbs of what stays.
    list REMAINS = "remains";
    /// What is to be done at the next meeting.
    list TAKES_UP = "takes-up";
    /// What is refused with *inte* two words before.
    list REFUSED = "refused";
    /// Verbs of adjusting the minutes.
    list ADJUSTS_MINUTES = "adjusting";
    /// Ends of words for a meeting.
    list MEETING_ENDS = "meeting-ends";
    /// Infinitives by which a clause follows a proposal.
    list FOLLOWS = "follows";
    /// Verbs by which someone is charged.
    list DOES = "does";
    /// Auxiliaries of a task.
    list BINDS = "binds";
    /// A task that goes on.
    list ANSWERS_FOR = "answers-for";
    /// *tar*, which with *del av* is no task.
    list TAKES = "takes";
    /// Verbs by which a proposal says what it is.
    list MEANS = "means";
    /// What is moved by a noun alone.
    list SIDES = "sides";
    /// What follows a verb of proposing behind another clause.
    list PUT_BESIDES = "put-besides";
    /// Before *beslut*: all were for it.
    list UNANIMOUSLY = "unanimously";
    /// Ends of a sentence whose points stand below.
    list LIST_LEADS = "list-leads";
    /// Ends of a line that goes on behind its list.
    list RUNS_ON = "runs-on";
    /// Ends of a decision that only announces others.
    list ENDS_BELOW = "ends-below";
    /// Behind a body's name: its proposal.
    list THEIR_PROPOSAL = "their-proposal";
    /// Beginnings of verbs of proposing.
    list PROPOSING = "proposing";
    /// Pieces of words by which the ombudsmen's papers name them.
    list OMBUDSMAN_MARKS = "ombudsman-marks";
    /// Pieces of words of a committee's report: the first by itself, the others together.
    list COMMITTEE_MARKS = "committee-marks";
    /// Before who met.
    list MEETS_WITH = "meets-with";
    /// Names by which minutes call their own meeting.
    list CALLED = "called";
    /// *senast* without its first letter, and in capitals.
    list BY_PIECES = "by-pieces";
    /// Pieces of words for those who write.
    list OWN_PIECES = "own-pieces";
    /// Pieces of words for all who are at a meeting.
    list ALL_PIECES = "all-pieces";
    /// Pieces of words by which someone announces something.
    list ANNOUNCING_PIECES = "announcing-pieces";
    /// *får*, also in capitals.
    list MAY_PIECES = "may-pieces";
    /// *stöd*, also in capitals.
    list SUPPORT_PIECES = "support-pieces";
    /// Supines by which someone tells that they were charged.
    list GIVEN = "had-or-got";
    /// What may stand between a side and its colon.
    list VOTE_NOUNS = "vote-nouns";
    /// Verbs of one who votes.
    list CASTS = "casts";
    /// Verbs of one who abstains, in a list of votes.
    list CASTS_NONE = "casts-none";
    /// What one votes, in the order for, against, neither.
    set BALLOT_SIDES = "ballot-sides";
    /// What a figure counts.
    word VOTES_NOUN = "votes-noun";
    /// Ends of the names of bodies, each with the ending of its definite form.
    list DEFINITE_BODIES = "definite-bodies";
    /// *förslag* without its first letter, which may be a capital.
    word PROPOSAL_PIECE = "proposal-piece";
    /// The same before a body.
    word PROPOSAL_TO = "proposal-to";
    /// The same before a meeting: members' proposals.
    word PROPOSAL_AT = "proposal-at";
    /// *förslag*, as a word.
    word PROPOSAL_WORD = "bare-proposal";
    /// What is put, in a label behind its owner.
    list PROPOSAL_LABELS = "proposal-labels";
    /// *förslag*, also at the beginning of a line.
    list PROPOSAL_CASES = "proposal-cases";
    /// *förslag* behind its owner.
    word PROPOSAL_APART = "proposal-apart";
    /// Behind *förslag*, at the end of a label.
    word FOR_DECISION = "for-decision";
    /// *förslaget*, at the beginning of what was decided.
    word THE_PROPOSAL = "the-proposal";
    /// The same inside it.
    word THE_PROPOSAL_APART = "the-proposal-apart";
    /// *enligt förslag*.
    word AS_PROPOSED = "as-proposed";
    /// *förslag* behind the genitive of its owner.
    word GENITIVE_PROPOSAL = "genitive-proposal";
    /// *yrkande*.
    word YRKANDE_WORD = "a-motion";
    /// Motions beside the main one: *tilläggsyrkande*.
    list BESIDE_THE_MATTER = "beside-the-matter";
    /// What *avgöra, avgörs, avgörande* begin with.
    word SETTLES = "settles";
    /// What may stand behind it where a matter is settled today, and nothing else.
    list SETTLES_ALONE = "settles-alone";
    /// *ärendets*, before its end *-ande*.
    word OF_THE_MATTER = "of-the-matter";
    /// The end of *avgörande*.
    word SETTLING = "settling";
    /// *i dag, vid dagens sammanträde*.
    list TODAY = "today";
    /// Pieces of what puts a matter off: *återremissyrkande, bordläggning*.
    list PUT_OFF = "put-off";
    /// Pieces of what the matter itself is put as.
    list PUTS_THE_MATTER = "puts-the-matter";
    /// Pieces of what says that a motion fell.
    list FELL = "fell";
    /// What one who lost in court must do: *ska betala*.
    set PAYS = "pays";
    /// Pieces of titles under which what came in is listed: *Förteckning över anmälningsärenden*.
    #[cfg(feature = "link")]
    list RECEIVED = "received";
    /// Pieces of the order in which something is put.
    list ORDERS_OF_BUSINESS = "orders-of-business";
    /// Beginnings that lead back to what was put: *finner att det avslagits*.
    list LEADS_BACK = "leads-back";
    /// What stands against another proposal in a vote.
    list COUNTER_PROPOSALS = "counter-proposals";
    /// Before these: *antagits som motförslag*.
    list SET_UP_AS = "set-up-as";
    /// End of a passive infinitive.
    word PASSIVE_INFINITIVE = "passive-infinitive";
    /// What *uppdra* and *uppdrag* begin with.
    word CHARGE_PIECE = "charge-piece";
    /// *i uppdrag*.
    word IN_CHARGE = "in-charge";
    /// End of the name of a party's group.
    word GROUP_END = "group-end";
    /// *Bestäms*: a rule.
    word IS_SET = "is-set";
    /// Beginning of *bekräftar*: that something is so.
    word CONFIRM = "confirm";
    /// End of the title of a member.
    word MEMBER_END = "member-end";
    /// The same without its first letter.
    word MEMBER_PIECE = "member-piece";
    /// *riksdagen*, as a word.
    word RIKSDAG_WORD = "riksdag";
    /// The same without its first letter.
    word RIKSDAG_PIECE = "riksdag-piece";
    /// Beginning of *förordnar*.
    word APPOINT = "appoint";
    /// What the chair hands over.
    word GAVEL = "gavel";
    /// Beginning of *anslår* and *anslås*, which put minutes up.
    word PUT_UP = "put-up";
    /// The minutes.
    word MINUTES = "minutes";
    /// Beginning of *tillkallar*.
    word CALL_IN = "call-in";
    /// Whom an inquiry has beside it.
    set EXPERTS = "experts";
    /// Beginning of *tillsätter*.
    word SET_UP = "set-up";
    /// Beginning of *förlänger*.
    word EXTEND = "extend";
    /// Beginning of *reviderad*.
    word REVISE = "revise";
    /// Beginning of *tillkännager*.
    word DECLARE = "declare";
    /// A reservation.
    word RESERVATION_WORD = "reservation";
    /// *särskilt yttrande*: what a dissenter has to say.
    list PARTICULAR = "particular";
    word OPINION = "opinion";
    /// The same at the beginning of a line.
    word RESERVATION = "reservation-line";
    /// Beginning of *anmäles*.
    word REPORT_IN = "report-in";
    /// Those who nominate, as a post.
    word NOMINATING = "nominating";
    /// Beginning of *antogs*.
    word TOOK_ON = "took-on";
    /// Beginning of *bemyndigar*.
    word EMPOWER = "empower";
    /// The agenda.
    word AGENDA = "agenda";
    /// Beginning of *Utses att justera*.
    word ELECTS_FIRST = "elects-first";
    /// *härigenom*, by which a law opens.
    word ENACTS_FIRST = "enacts-first";
    /// First word of a heading over what is petitioned for.
    word PETITION = "petition";
    /// *beslut*, as a word.
    word DECISION_WORD = "bare-decision";
    /// *Motion* without its first letter, also in capitals.
    list MOTION_PIECES = "motion-pieces";
    /// *Motion* at the beginning of a line.
    list MOTION_FIRST = "motion-first";
    /// Beginning of *överklagas*, which tells how a decision is appealed.
    word APPEAL = "appeal";
    /// What is put to a vote, without its first letter.
    list VOTING_PROPOSITIONS = "voting-propositions";
    /// *Ja* in a proposition to vote on.
    list YES_PIECES = "yes-pieces";
    /// *Nej* there.
    list NO_PIECES = "no-pieces";
    /// In the voting list of an annex.
    word VOTERS_COUNTED = "voters-counted";
    /// What is put to a vote.
    word PROPOSITION_WORD = "proposition-word";
    /// One who inquires, in any form.
    word INQUIRER_PIECE = "inquirer-piece";
    /// Pieces of *Krokoms kommun, Göteborgs Stad*.
    list PLACE_PIECES = "place-pieces";
    /// Behind the name of a place these are a body.
    list DIRECTIVE_MARKS = "directive-marks";
    list CHARGED_BY_DIRECTIVE = "charged-by-directive";
    list MUNICIPAL = "municipal";
    /// Letters that end the name of a club or a firm.
    list CLUBS_AND_FIRMS = "clubs-and-firms";
    /// Bills on their way to the Council on Legislation, which are the government's.
    list CONSIDERED = "considered";
    /// Before the name of a region.
    word REGION = "region";
    set OWNED_BODIES = "owned-bodies";
    list OWNER_ENDS = "owner-ends";
    set NO_OWNERS = "no-owners";
    /// What a proposal says that moves a rejection.
    list REJECTION_PIECES = "rejection-pieces";
    /// Fields in the head of a judgment.
    list CASE_NUMBERS = "case-numbers";
    /// Under this heading anything may stand.
    word ACTIVITY = "activity";
    /// Before these verbs a matter goes to another meeting.
    set TO_COME = "to-come";
    /// Behind a figure: what is paid.
    set MONEY = "money";
    /// The beginning of verbs by which someone is taken into service.
    word EMPLOY = "employ";
    /// Who leads a chamber.
    set CHAIR = "chair";
    /// Words for a body whose longer name its minutes have in their head.
    list BARE_BODIES = "bare-bodies";
    /// Ends of the names of bodies that are parties of a case.
    list CASE_PARTIES = "case-parties";
    /// A piece of the words by which a member has another's support.
    word SECONDED_PIECE = "seconded-piece";
    /// A piece of the words for who leads a chamber.
    word CHAIR_PIECE = "chair-piece";
    /// Finite verbs by which a sentence that begins with *att* speaks of a deed.
    set SPEAKS_ON = "speaks-on";
    /// How minutes say where they were taken down.
    list TAKEN_DOWN = "taken-down";
    /// The noun for a dissent.
    list RESERVATION_NOUN = "reservation-noun";
}

sets! { LAW_FILE in "../data/law.txt":
    /// Abbreviations of laws.
    list LAWS = "short";
    /// Ends of the names of laws.
    list LAW_ENDINGS = "endings";
    /// Words between a § and the law's name.
    list BETWEEN_LAW = "between";
    /// Behind the number of a chapter.
    list CHAPTERS = "chapters";
    /// Parts of a paragraph of a law.
    list PARTS_OF_LAW = "parts-of-law";
    /// The series of laws, before a number.
    word SFS = "series";
}
