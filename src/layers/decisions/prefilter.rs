//! Which sentences are read at all: of those with a deciding word most decide nothing, and the cues in them
//! say so before they are read word by word.

use super::body;
use super::context::Context;
use super::counts::{Facts, Maybe, counts};
use super::items;
use super::phrases;
use super::reader::is_question;
use super::verbs::{self, Act, Form, Verb, Weight};
use super::voices;
use super::words::{is_owned, owns};
use crate::document::{DecisionKind, DocumentKind, Span};
use crate::lexicon::Classes;
use crate::lexicon::sets::decisions::{
    ALL_PIECES, ANNOUNCING_PIECES, BY_PIECES, CHAIR_PIECE, CHAMBER_NAMES, CHARGED_AGAIN, INQUIRER_PIECE,
    MAY_PIECES, MEMBER_PIECE, MOTION_NOUN, MOVERS_ALONE, OWN_PIECES, PLACE_PIECES, PROPOSITION_WORD,
    SECONDED_PIECE, SUPPORT_PIECES,
};
use crate::lexicon::sets::function_words::{ATT_CASES, BECAME, FOR_APART, JA_WORD, VI_WORD};
use crate::lexicon::sets::lemmas;
use crate::scan::{Cue, CuedText};
use crate::text::walk;
use crate::words::lower::has_in_any_case;
use memchr::memmem::Finder;
use std::cell::OnceCell;
use std::sync::LazyLock;

/// A sentence by its cues.
pub(super) struct Sight<'a> {
    pub source: &'a CuedText<'a>,
    pub span: Span,
    /// The cues in it.
    pub cues: &'a [Cue],
    /// Someone is named in it.
    pub person: bool,
    /// How those charged before it can be named again.
    pub charged: &'a [String],
    pub context: Context,
    /// Whether a body and the chamber are named: found once, when a verb asks.
    pub body: OnceCell<bool>,
    pub chamber: OnceCell<bool>,
    /// Whether someone announces something, and whether a mover is named.
    pub announced: OnceCell<bool>,
    pub mover: OnceCell<bool>,
    /// Whether an officer, a member or someone's party is named, *får* stands in it, and what it is decided by.
    pub officer: OnceCell<bool>,
    pub may: OnceCell<bool>,
    pub support: OnceCell<bool>,
    /// Whether the chair of a chamber is named, and whether somebody seconds.
    pub chair: OnceCell<bool>,
    pub seconded: OnceCell<bool>,
    pub became: OnceCell<bool>,
    /// Whether *uppdrag* stands in it, and whether *för* does.
    pub assignment: OnceCell<bool>,
    pub purpose: OnceCell<bool>,
}

impl Sight<'_> {
    /// Whether anything in the sentence may settle something by what [`super::heads`], [`super::chair`] and
    /// [`super::duties`] ask for. `true` promises nothing.
    pub fn may_decide(&self) -> bool {
        !is_question(self.text())
            && (self.verbs().any(|(cue, verb)| self.may_count(cue, verb)) || self.may_charge())
    }

    /// Whether it may be a vote, or begin with the label *Beslut:*, which [`super::prose`] reads by itself.
    pub fn may_be_special(&self) -> bool {
        let open = !self.context.is_law() && !self.context.is_record();
        let label = |act: Act| {
            open && matches!(
                act,
                Act::Phrase(lemmas::DECISION_NOUN) | Act::Decide | Act::Kind(DecisionKind::Reserve)
            )
        };
        // *Uppdrag åt styrelsen att …*
        let charge = |cue: Cue, act: Act| {
            self.context.meeting() && act == Act::Phrase(lemmas::CHARGE_NOUN) && self.opens_with(cue)
        };
        self.verbs()
            .any(|(cue, verb)| verb.act == Act::Phrase("votes") || label(verb.act) || charge(cue, verb.act))
    }

    /// Whether it speaks of a proposition, which may be one to vote on.
    pub fn puts_proposition(&self) -> bool {
        static PROPOSITION: LazyLock<Finder> = LazyLock::new(|| Finder::new(PROPOSITION_WORD));
        // It tells what *ja* means.
        let says_yes = |cue: &Cue| cue.len == 2 && walk::same_word(cue.span().of(self.source.text), JA_WORD);
        self.cues.iter().any(says_yes) && PROPOSITION.find(self.text().as_bytes()).is_some()
    }

    fn text(&self) -> &str {
        self.span.of(self.source.text)
    }

    fn verbs(&self) -> impl Iterator<Item = (Cue, &'static Verb)> {
        self.cues.iter().filter_map(|&cue| Some((cue, verbs::of(self.source, cue)?)))
    }

    /// Whether [`super::heads`] may accept a verb of the sentence.
    fn may_count(&self, cue: Cue, verb: &Verb) -> bool {
        match verb.form {
            // *får härmed föreslå*
            // *valde att inte delta*, *kan inte undgå kritik*
            Form::Infinitive if matches!(verb.act, Act::Phrase(lemmas::TAKE_PART | lemmas::ESCAPE)) => {
                return !self.context.is_law();
            }
            // *Arvode ska utgå med 5 000 kr*, *Att utse en justerare.*
            Form::Infinitive
                if (self.context.meeting() || self.context.settles())
                    && (verb.act == Act::Kind(DecisionKind::Postpone)
                        || self.follows_att(cue)
                        || self.opens_bare(cue)) =>
            {
                return true;
            }
            Form::Infinitive => {
                // *får härmed överlämna propositionen, lämna förslag* too.
                return !self.context.is_law() && (self.says_may() || self.says_we_behind(cue));
            }
            Form::Noun => return self.context.is_motions(),
            _ => {}
        }
        match verb.act {
            Act::Phrase("find") => return self.context.meeting(),
            _ if self.context.settles() => return verb.readings().next().is_some(),
            act if act.tells_charge() && !self.names_assignment() => return false,
            Act::Phrase(lemmas::AGREED | lemmas::UNANIMOUS)
                if !phrases::may_stand(lemmas::AGREED, self.text()) =>
            {
                return false;
            }
            Act::Phrase(lemma) if !phrases::may_stand(lemma, self.text()) && verb.own().is_none() => {
                return false;
            }
            _ => {}
        }
        // *Nämnden beslutar med stöd av …*
        let enacts = verb.act == Act::Decide && verb.form.is_active() && self.context.is_law();
        if enacts && self.names_body() && self.names_support() {
            return true;
        }
        // *Anmäles protokoll från mötet den 3 maj.*
        let announces = verb.act == Act::Kind(DecisionKind::Note) && verb.weight == Weight::Label;
        if announces && (self.opens_with(cue) || self.names_purpose()) {
            return true;
        }
        // *Ordföranden föreslog*, *En medlem föreslog*
        let puts = matches!(
            verb.act,
            Act::Kind(DecisionKind::Propose | DecisionKind::Elect)
                | Act::Phrase(lemmas::LAY_BEFORE | lemmas::LAY)
        );
        let rules = verb.act == Act::Decide && (self.context.meeting() || self.context.is_open());
        let told = verb.form == Form::Past;
        if (puts && (self.context.meeting() || told) || rules) && self.names_officer() {
            return true;
        }
        // *Ärendet blev återremitterat.*
        if verb.form == Form::Supine && self.says_became() {
            return true;
        }
        // *Beslutade den 3 maj 2023*, under the name of rules
        if verb.form == Form::Past && self.context.kind == DocumentKind::Policy && self.opens_with(cue) {
            return true;
        }
        // *Per Ek föreslog, understödd av Anna Holm, att …*
        if puts && self.person && self.says_seconded() {
            return true;
        }
        verb.readings().any(|(kind, weight)| {
            let mut facts = Facts::of(kind, weight, verb.act, verb.form, self.context);
            let moves = matches!(kind, Some(DecisionKind::Move | DecisionKind::Reserve));
            let told = kind.is_none_or(|kind| kind == DecisionKind::Elect) && verb.form.is_told();
            let person = self.person || told || moves && (self.names_mover() || self.context.is_open());
            facts.person = if person { Maybe::Perhaps } else { Maybe::No };
            if !self.announces() {
                facts.announced = Maybe::No;
            }
            if !matches!(verb.form, Form::PassivePast | Form::Participle)
                || !matches!(weight, Weight::Sure | Weight::Body)
            {
                facts.proceeding = Maybe::No;
            }
            if counts(&facts).0 == Maybe::No {
                return false;
            }
            // What costs a search is looked for last.
            if !self.names_body() {
                // *Moderaterna föreslår*, *Riksrevisor Anna Holm har beslutat i detta ärende*
                let other = match verb.act {
                    Act::Phrase(lemmas::VOTE_FOR | lemmas::HAPPEN) => self.context.meeting(),
                    Act::Phrase(lemmas::BECOME) => kind != Some(DecisionKind::Elect),
                    Act::Kind(DecisionKind::Move) | Act::Phrase(_)
                        if kind == Some(DecisionKind::Move) && self.context.is_open() =>
                    {
                        true
                    }
                    // *Enades om att …*
                    act if verb.form == Form::Past && voices::is_deed_of_all(act) && self.opens_with(cue) => {
                        true
                    }
                    Act::Decide => self.person,
                    Act::Kind(DecisionKind::Propose) => self.names_mover(),
                    _ => false,
                };
                facts.subject = if other { Maybe::Perhaps } else { Maybe::No };
                facts.chamber = self.may_declare(verb, kind);
            } else if self.context.is_record() && !self.names_chamber() {
                facts.chamber = self.may_declare(verb, kind);
            }
            counts(&facts).0 != Maybe::No
        })
    }

    /// *Talmannen förklarade vald till suppleant Anna Holm*: the chair speaks for the chamber.
    fn may_declare(&self, verb: &Verb, kind: Option<DecisionKind>) -> Maybe {
        let elects = kind.is_none_or(|kind| kind == DecisionKind::Elect) && verb.form == Form::Past;
        let declares = elects && self.context.is_record() && self.names_chair();
        if declares { Maybe::Perhaps } else { Maybe::No }
    }

    /// Whether a word opens the sentence, behind its number or bullet if it has one.
    fn opens_with(&self, cue: Cue) -> bool {
        let before = self.source.text.get(self.span.start as usize..cue.start as usize).unwrap_or("-");
        !before.contains(char::is_alphabetic) || before.ends_with('\n')
    }

    /// *Att utse*: the word stands behind *att*.
    fn follows_att(&self, cue: Cue) -> bool {
        let before = self.source.text.get(self.span.start as usize..cue.start as usize).unwrap_or("");
        let last = |len: usize| before.len().checked_sub(len).and_then(|at| before.get(at..));
        ATT_CASES.iter().any(|att| last(att.len()).is_some_and(|word| word.eq_ignore_ascii_case(att)))
    }

    /// *a) välja Per Ek*: the word opens the sentence behind its marker.
    fn opens_bare(&self, cue: Cue) -> bool {
        let start = self.span.start as usize + items::marker(self.text()).unwrap_or(0);
        self.opens_with(cue) || start == cue.start as usize
    }

    /// Whether [`super::duties`] may find someone charged, or a day to answer by.
    fn may_charge(&self) -> bool {
        let context = self.context;
        if context.is_record() || context.kind == DocumentKind::Policy {
            return false;
        }
        // What is to be done by a day has a number.
        static BY: LazyLock<Vec<Finder>> = LazyLock::new(|| BY_PIECES.iter().map(Finder::new).collect());
        let by = |finder: &Finder| finder.find(self.text().as_bytes()).is_some();
        let number = self.cues.iter().any(|c| c.has(Classes::NUMBER));
        let mut duties = self.verbs().filter(|(_, v)| v.act == Act::Phrase("duty")).peekable();
        if number && BY.iter().any(by) || (number || duties.peek().is_some()) && self.names_assignment() {
            return true;
        }
        if context.meeting() {
            return duties.peek().is_some();
        }
        if !(context.is_news() || context.is_statement()) || duties.peek().is_none() {
            return false;
        }
        if has_in_any_case(self.text(), INQUIRER_PIECE) {
            return true;
        }
        if self.charged.is_empty() {
            return false;
        }
        let known = |at: usize| {
            let rest = self.source.text.get(at..).unwrap_or("");
            let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
            let word = walk::next_word(rest, 0).map_or("", |(a, b)| &rest[a..b]);
            self.charged.iter().any(|name| rest.starts_with(name.as_str())) || CHARGED_AGAIN.has(word)
        };
        let start = self.span.start as usize;
        let marker = items::marker(self.text()).unwrap_or(0);
        known(start) || known(start + marker) || duties.any(|(cue, _)| known(cue.end()))
    }

    /// *Uppdrag*, without which some verbs assign nothing.
    fn names_assignment(&self) -> bool {
        *self
            .assignment
            .get_or_init(|| self.verbs().any(|(_, verb)| verb.act == Act::Phrase(lemmas::CHARGE_NOUN)))
    }

    fn names_purpose(&self) -> bool {
        static PURPOSE: LazyLock<Finder> = LazyLock::new(|| Finder::new(FOR_APART));
        *self.purpose.get_or_init(|| PURPOSE.find(self.text().as_bytes()).is_some())
    }

    /// A word for who decides.
    fn names_body(&self) -> bool {
        // *Krokoms kommun, Göteborgs Stad* have no such word.
        static PLACES: LazyLock<Vec<Finder>> =
            LazyLock::new(|| PLACE_PIECES.iter().map(Finder::new).collect());
        // *Vi*, *man*: the document says who that is.
        static OWN: LazyLock<Vec<Finder>> = LazyLock::new(|| OWN_PIECES.iter().map(Finder::new).collect());
        // All who are at a meeting, who decide as it does.
        static ALL: LazyLock<Vec<Finder>> = LazyLock::new(|| ALL_PIECES.iter().map(Finder::new).collect());
        *self.body.get_or_init(|| {
            let text = self.text().as_bytes();
            self.cues.iter().any(|c| c.has(Classes::BODY))
                || self.names_letters()
                || PLACES.iter().any(|place| place.find(text).is_some())
                || self.names_owned()
                || OWN.iter().any(|own| own.find(text).is_some())
                || (self.context.meeting() || self.context.is_news())
                    && ALL.iter().any(|all| all.find(text).is_some())
        })
    }

    /// *Lindens styrelse*.
    fn names_owned(&self) -> bool {
        let mut owner = "";
        self.text().split(' ').any(|word| {
            let owned = owner.ends_with('s') && is_owned(walk::bare(word)) && owns(owner);
            owner = word;
            owned
        })
    }

    /// *Anmälde, meddelade, bevis*.
    fn announces(&self) -> bool {
        static ANNOUNCING: LazyLock<Vec<Finder>> =
            LazyLock::new(|| ANNOUNCING_PIECES.iter().map(Finder::new).collect());
        *self.announced.get_or_init(|| ANNOUNCING.iter().any(|f| f.find(self.text().as_bytes()).is_some()))
    }

    /// Someone who moves without a name: *motionären, Miljöpartiet*.
    fn names_mover(&self) -> bool {
        let named = || self.text().split(|c: char| !c.is_alphanumeric()).any(voices::is_mover);
        *self.mover.get_or_init(named)
    }

    /// An officer, a member or a motion, which proposes without a name, or a name with its party.
    fn names_officer(&self) -> bool {
        *self.officer.get_or_init(|| {
            let mut words = self.text().split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 4);
            self.person && (self.text().contains('(') || self.text().contains(MEMBER_PIECE))
                || words.any(|w| {
                    voices::is_member(w)
                        || body::is_officer(w)
                        || MOVERS_ALONE.has(w)
                        || MOTION_NOUN.iter().any(|motion| walk::same_word(w, motion))
                })
        })
    }

    /// *Får*, by which an infinitive can be a deed.
    fn says_may(&self) -> bool {
        *self.may.get_or_init(|| MAY_PIECES.iter().any(|word| has_in_any_case(self.text(), word)))
    }

    /// *Hemställa vi*, an old plural.
    fn says_we_behind(&self, cue: Cue) -> bool {
        let rest = self.source.text.get(cue.end()..).unwrap_or("");
        walk::next_word(rest, 0).is_some_and(|(a, b)| walk::same_word(&rest[a..b], VI_WORD))
    }

    /// A body by its letters beside a deciding verb: *IVO beslutade*.
    fn names_letters(&self) -> bool {
        // Most sentences have no two capitals side by side.
        let bytes = self.text().as_bytes();
        let capitals = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
        let capitals =
            capitals.fold(false, |two, (a, b)| two | (a.is_ascii_uppercase() & b.is_ascii_uppercase()));
        capitals && self.text().split(|c: char| !c.is_alphanumeric()).any(body::is_letters)
    }

    /// *Talmannen*.
    fn names_chair(&self) -> bool {
        *self.chair.get_or_init(|| has_in_any_case(self.text(), CHAIR_PIECE))
    }

    /// *Blev* with a participle.
    fn says_became(&self) -> bool {
        *self.became.get_or_init(|| BECAME.iter().any(|word| has_in_any_case(self.text(), word)))
    }

    /// *Understödd av …*
    fn says_seconded(&self) -> bool {
        *self.seconded.get_or_init(|| has_in_any_case(self.text(), SECONDED_PIECE))
    }

    /// *Med stöd av …*
    fn names_support(&self) -> bool {
        *self.support.get_or_init(|| SUPPORT_PIECES.iter().any(|word| has_in_any_case(self.text(), word)))
    }

    /// *Kammaren, riksdagen*.
    fn names_chamber(&self) -> bool {
        *self.chamber.get_or_init(|| {
            self.cues.iter().filter(|c| c.has(Classes::BODY)).any(|c| {
                let word = c.span().of(self.source.text);
                CHAMBER_NAMES.iter().any(|name| walk::same_word(word, name))
            })
        })
    }
}
