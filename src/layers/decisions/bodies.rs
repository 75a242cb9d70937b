//! Who decides where the deciding clause does not say it: the body that a heading names, and the document's own.

use super::body::is_meeting;
use super::tense::Tense;
use crate::document::{DecisionKind, DocumentKind, HeadingKind, Span};
use crate::layers::structure::{Structure, halved, nominative};
use crate::lexicon::Classes;
use crate::lexicon::sets::body_names;
use crate::lexicon::sets::decisions::{
    BARE_BOARD, BARE_BODIES, BOARD_END, BOARD_MEETINGS, CALLED, CALLED_SHORT, CHAMBERS, CHARGING_PAPERS,
    COMMITTEE_MARKS, CONGRESSES, CONSTITUTING, COURT_FIRSTS, COURTS, DAY_ARTICLE, DEFINITE_BODIES, GROUPS,
    HELD_AT, LOWER_COURTS, MEETING_ENDS, MEETING_KINDS, MEETING_PAPERS, MEETINGS, MEETS_WITH, NO_DECIDERS,
    OMBUDSMAN_MARKS, PAPERS, PROPOSAL_PIECE, RECORDED, SAID_TO_MEET, SAME_BOARD, SUMMARY_MARKS, TAKEN_DOWN,
    THOSE_WHO_MEET, TO_WHOM,
};
use crate::lexicon::sets::function_words::{FOR_APART, TILL_APART};
use crate::lexicon::sets::pages::CAME_FROM;
use crate::scan::{Cue, CuedText};
use crate::text::runs::runs;
use crate::text::walk;
use crate::words::lower::{has_in_any_case, lowered};
use memchr::memmem::Finder;
use std::cell::OnceCell;
use std::sync::LazyLock;

/// The body that a heading names: *Kommunstyrelsens beslut*, *Förslag till beslut i byggnadsnämnden*.
pub(super) fn in_heading(source: &CuedText, span: Span) -> Option<String> {
    let mut cues = source.cues.within(span);
    for (start, word) in runs(span.of(source.text)) {
        let at = span.start as usize + start;
        let end = at + word.len();
        while let [cue, rest @ ..] = cues
            && (cue.start as usize) < at
        {
            cues = rest;
        }
        let bare = word.strip_suffix('s').unwrap_or(word);
        let mut inside = cues.iter().take_while(|c| (c.start as usize) < end);
        let direct = inside.any(|c| c.has(Classes::BODY) && c.end() == end);
        if direct || (bare.len() < word.len() && is_body_word(source, bare)) {
            // *Barn- och utbildningsnämndens förslag*
            let whole = span.of(source.text).get(halved(span.of(source.text), start)..start + word.len());
            let whole = whole.unwrap_or(word);
            let halves = whole.len() > word.len() && !direct;
            // *Högsta domstolens avgörande*
            let before = text_before(source.text, span.start as usize, at);
            if whole.len() == word.len()
                && let Some(first) = COURT_FIRSTS.iter().find(|first| walk::same_word(before, first))
            {
                let court = if direct { word } else { bare };
                return Some(format!("{first} {}", court.to_lowercase()));
            }
            return Some(nominative(if halves { whole.strip_suffix('s').unwrap_or(whole) } else { whole }));
        }
    }
    None
}

/// The word before the byte `at`, no further back than `from`.
fn text_before(text: &str, from: usize, at: usize) -> &str {
    text.get(from..at).unwrap_or("").trim_end().rsplit(char::is_whitespace).next().unwrap_or("")
}

fn is_body_word(source: &CuedText, word: &str) -> bool {
    let lower = word.to_lowercase();
    let bytes = lower.as_bytes();
    source
        .lexicon
        .word(bytes)
        .or_else(|| source.lexicon.ending(bytes))
        .is_some_and(|n| source.lexicon.classes(n).has(Classes::BODY))
}

/// The body that proposals are addressed to: *Kommunstyrelsens förslag till kommunfullmäktige*.
pub(super) fn addressed(source: &CuedText, structure: &Structure) -> Option<String> {
    static TO: LazyLock<Finder> = LazyLock::new(|| Finder::new(TILL_APART));
    let labelled = structure.headings.iter().zip(&structure.labels).filter(|(_, label)| label.is_some());
    labelled.into_iter().find_map(|(heading, _)| {
        let text = heading.span.of(source.text);
        let at = TO.find(text.as_bytes())?;
        let start = heading.span.start as usize + at + TO.needle().len();
        text[..at]
            .ends_with(PROPOSAL_PIECE)
            .then(|| in_heading(source, Span::new(start, heading.span.end as usize)))?
    })
}

/// The body under the heading `index`: the one that it or a heading above it names.
fn by_heading(source: &CuedText, structure: &Structure, mut index: usize) -> Option<String> {
    let mut level = u8::MAX;
    for _ in 0..24 {
        let heading = &structure.headings[index];
        if heading.level < level {
            level = heading.level;
            let labelled = structure.labels.get(index).copied().flatten().is_some();
            if labelled && let Some(found) = in_heading(source, heading.span) {
                return Some(found);
            }
        }
        index = index.checked_sub(1)?;
    }
    None
}

/// Who decides where a decision's own clause does not say it.
pub(super) struct Bodies<'a> {
    source: &'a CuedText<'a>,
    structure: &'a Structure,
    kind: DocumentKind,
    /// The document's own body, or else the one that decides most often.
    own: Option<String>,
    /// The heading asked for last, and its body: many decisions stand under one.
    last: Option<(usize, Option<String>)>,
    /// It is a committee's report, found once.
    committee: OnceCell<bool>,
    /// It is a statement of the ombudsmen, found once.
    ombudsman: OnceCell<bool>,
    /// The court whose judgment it is, found once.
    court: OnceCell<Option<String>>,
    /// It sums up decisions, found once.
    summary: OnceCell<bool>,
    /// How minutes call their own meeting in their sentences, found once.
    said: OnceCell<Option<String>>,
    /// The chamber of a record, found once.
    chamber_named: OnceCell<String>,
}

impl<'a> Bodies<'a> {
    pub fn new(
        source: &'a CuedText<'a>,
        structure: &'a Structure,
        kind: DocumentKind,
        own: Option<&'a str>,
        frequent: Option<&'a str>,
    ) -> Bodies<'a> {
        // A press release or an assignment names others' bodies in its head.
        let named = match kind {
            DocumentKind::News | DocumentKind::Statement => None,
            // *Nämnden för kultur 2024-03-19*: up to the day.
            _ => structure.body.as_deref().and_then(|b| b.split(|c: char| c.is_ascii_digit()).next()),
        };
        // What is told of need not be the deed of those named most often.
        let telling = matches!(kind, DocumentKind::Blog | DocumentKind::Report | DocumentKind::Policy);
        let frequent = frequent.filter(|_| !telling);
        let named = named.map(without_capitals).map(without_paper);
        // Who proposes to the meeting does not settle there.
        let decides = |b: &&str| !NO_DECIDERS.iter().any(|end| walk::ends_with_word(b, end));
        let named = named.filter(|b| !b.is_empty() && !b.starts_with(TO_WHOM)).filter(decides);
        let frequent = frequent.filter(decides);
        // *RIKSDAGEN⏎MILJÖUTSKOTTET*: the letterhead of the committee whose minutes they are.
        let letterhead = |b: &&str| {
            kind == DocumentKind::Minutes && *b == body_names::RIKSDAG && frequent.is_some_and(|f| f != *b)
        };
        let named = named.filter(|b| !letterhead(b));
        // Minutes whose sentences say *stämman* are not the board's, though their head names it.
        let met = frequent.filter(|b| {
            kind == DocumentKind::Minutes && is_meeting(b) && (*b != body_names::MEETING || named.is_none())
        });
        Bodies {
            source,
            structure,
            kind,
            own: own.or(met).or(named).or(frequent).map(|own| {
                let own = frequent.filter(|said| is_only_called(source.text, own, said)).unwrap_or(own);
                fuller(source, kind, definite(own))
            }),
            last: None,
            committee: OnceCell::new(),
            ombudsman: OnceCell::new(),
            court: OnceCell::new(),
            summary: OnceCell::new(),
            said: OnceCell::new(),
            chamber_named: OnceCell::new(),
        }
    }

    /// The meeting that a text tells of in its title or first lines: what was chosen or settled, was so there.
    fn told_meeting(&self, tense: Tense) -> Option<String> {
        if !self.tells(tense) {
            return None;
        }
        let title = self.structure.title.as_deref().and_then(meeting_in);
        title.or_else(|| meeting_in(walk::head(self.source.text, TELLING)))
    }

    /// The meeting that news name in their title, or in the short heading above, before the bodies that they speak of.
    fn titled_meeting(&self, draft: &super::Draft, heading: Option<usize>) -> Option<String> {
        use DecisionKind::{Adopt, Elect, Note, Reject};
        let own = self
            .own
            .as_deref()
            .is_some_and(|own| MEETING_ENDS.iter().any(|end| walk::ends_with_word(own, end)));
        if own
            || draft.tense != Tense::Past
            || !self.tells(draft.tense)
            || !matches!(draft.kind, Adopt | Elect | Note | Reject)
        {
            return None;
        }
        let short = |title: &&str| title.split(' ').count() <= 3;
        let above = heading.map(|i| self.structure.headings[i].title.as_str()).filter(short);
        above.and_then(meeting_in).or_else(|| self.structure.title.as_deref().and_then(meeting_in))
    }

    /// Whether a deed of this tense is told of by news.
    fn tells(&self, tense: Tense) -> bool {
        let tells = matches!(self.kind, DocumentKind::News | DocumentKind::Blog | DocumentKind::Other);
        tells && tense != Tense::Present
    }

    /// The chamber that news name first: *Budgeten antogs*, *reserverade sig mot beslutet*, where they tell of its meeting.
    fn told_chamber(&self, draft: &super::Draft) -> Option<String> {
        use DecisionKind::{Adopt, Note, Postpone, Refer, Reject, Reserve};
        let told = self.tells(draft.tense) && draft.tense == Tense::Past;
        let told = told && matches!(draft.kind, Adopt | Note | Postpone | Refer | Reject | Reserve);
        // *De tre reserverade sig mot beslutet*: that of the body named last.
        let last =
            || (draft.kind == DecisionKind::Reserve).then(|| self.named_before(draft.span.start as usize))?;
        // (A text of no known kind tells of it in its first lines.)
        let within = if self.kind == DocumentKind::Other { TELLING } else { MOVING };
        told.then(|| last().or_else(|| self.chamber_within(within)))?
    }

    /// The body named last before the byte `at`, of those who meet.
    fn named_before(&self, at: usize) -> Option<String> {
        let near = Span::new(at.saturating_sub(TELLING), at);
        let meets = |cue: &&Cue| {
            let word = cue.span().of(self.source.text).to_lowercase();
            cue.has(Classes::BODY) && THOSE_WHO_MEET.iter().any(|end| word.ends_with(end))
        };
        let last = self.source.cues.within(near).iter().rev().find(meets)?;
        Some(nominative(last.span().of(self.source.text)))
    }

    /// Minutes without a name whose words say *stämman* or *årsmötet* of themselves.
    fn said_to_meet(&self, draft: &super::Draft) -> Option<String> {
        let held = matches!(self.kind, DocumentKind::Minutes | DocumentKind::Notes);
        (held && draft.kind != DecisionKind::Propose)
            .then(|| self.said.get_or_init(|| said_to_meet(self.source.text)).clone())?
    }

    /// The government, who charges in the papers of its inquiries and authorities.
    fn charges(&self, kind: DecisionKind) -> Option<String> {
        static CHARGING: LazyLock<Vec<Finder>> =
            LazyLock::new(|| CHARGING_PAPERS.iter().map(Finder::new).collect());
        let open = kind == DecisionKind::Assign && self.kind != DocumentKind::Policy;
        let head = walk::head(self.source.text, CHARGING_HEAD).as_bytes();
        (open && CHARGING.iter().any(|words| words.find(head).is_some()))
            .then(|| body_names::GOVERNMENT.to_string())
    }

    /// The body that the title of news or of a blog names: what it tells was done there.
    fn titled(&self) -> Option<String> {
        let told = matches!(self.kind, DocumentKind::News | DocumentKind::Blog);
        if let Some(title) = self.structure.headings.first().filter(|h| told && h.kind == HeadingKind::Title)
        {
            return in_heading(self.source, before_sender(self.source.text, title.span));
        }
        // A title that is no heading of its own.
        let title = self.structure.title.as_deref().filter(|t| told && t.len() > 3)?;
        let at = walk::head(self.source.text, OPENING).find(title)?;
        in_heading(self.source, before_sender(self.source.text, Span::new(at, at + title.len())))
    }

    /// The document's own body.
    pub fn own(&self) -> Option<&str> {
        self.own.as_deref()
    }

    /// The body of a decision: its own clause's, else that of the headings, the document, the other decisions.
    pub fn of(&mut self, draft: &mut super::Draft) -> Option<String> {
        if let Some(own) = draft.body.take() {
            return Some(own);
        }
        if self.kind == DocumentKind::Record {
            // *Talmannen anmälde att Anna Holm utsetts* does not say by whom.
            let told = draft.kind == DecisionKind::Elect && draft.tense == Tense::Perfect;
            return (!told)
                .then(|| self.chamber_named.get_or_init(|| chamber_named(self.source.text)).clone());
        }
        // *Föreslås att välja Anna Holm*: by whom the minutes do not say.
        let unsaid = draft.kind == DecisionKind::Propose && draft.context.meeting();
        if unsaid
            && !draft.context.proposes()
            && super::proposers::is_passive(self.source.text, draft.cue as usize)
        {
            return None;
        }
        // *Anna Holm (S) har lämnat in en motion om …*, told by a board
        let told = draft.kind == DecisionKind::Move && draft.context.is_background();
        if told && let Some(chamber) = self.chamber() {
            return Some(chamber);
        }
        let heading = self.structure.heading_at(draft.span.start as usize);
        let committee =
            matches!(draft.kind, DecisionKind::Propose | DecisionKind::Reserve) && self.is_committee();
        heading
            .and_then(|index| self.under(index))
            .or_else(|| committee.then(|| body_names::COMMITTEE.to_string()))
            .or_else(|| self.judged(draft.kind))
            .or_else(|| self.titled_meeting(draft, heading))
            // News that say no more than *mötet* tell in their first lines which one.
            .or_else(|| {
                let plain = self.own() == Some(body_names::MEETING);
                plain.then(|| self.told_meeting(draft.tense))?
            })
            .or_else(|| self.own.clone().filter(|_| self.structure.kind != DocumentKind::Other))
            .or_else(|| self.told_meeting(draft.tense))
            .or_else(|| self.titled())
            .or_else(|| self.told_chamber(draft))
            .or_else(|| self.said_to_meet(draft))
            .or_else(|| self.charges(draft.kind))
            .or_else(|| (draft.kind == DecisionKind::Move).then(|| self.moved_in())?)
            .or_else(|| self.is_ombudsman().then(|| body_names::OMBUDSMAN.to_string()))
    }

    /// The court whose judgment the text is, by its first lines, or the ombudsman who closes a matter.
    fn judged(&self, kind: DecisionKind) -> Option<String> {
        use DecisionKind::{Adopt, Move, Refer, Reject, Reserve};
        if self.kind != DocumentKind::Statement || !matches!(kind, Adopt | Reject | Refer | Reserve | Move) {
            return None;
        }
        self.court.get_or_init(|| court(self.source)).clone()
    }

    /// The page sums up decisions that it has no minutes of yet.
    pub fn sums_up(&self) -> bool {
        static SUMS_UP: LazyLock<Vec<Finder>> =
            LazyLock::new(|| SUMMARY_MARKS.iter().map(Finder::new).collect());
        self.kind != DocumentKind::Record
            && *self.summary.get_or_init(|| {
                let head = walk::head(self.source.text, SUMMARY_HEAD).as_bytes();
                SUMS_UP.iter().any(|words| words.find(head).is_some())
            })
    }

    /// *Anna Holm yrkade att TR:n skulle ogilla käromålet*, told by another court.
    pub fn moved_elsewhere(&self, draft: &super::Draft) -> bool {
        let lower = |name: &str| name.to_lowercase();
        let Some(asked) = draft.body.as_deref().filter(|_| draft.kind == DecisionKind::Move).map(lower)
        else {
            return false;
        };
        let court = LOWER_COURTS.iter().any(|end| asked.ends_with(end));
        court && self.judged(draft.kind).is_none_or(|own| !asked.starts_with(&lower(&own)))
    }

    /// The chamber that a motion is put to: the first one that its text names.
    fn moved_in(&self) -> Option<String> {
        if self.kind != DocumentKind::Statement {
            return None;
        }
        self.chamber()
    }

    /// The first chamber that the text names.
    fn chamber(&self) -> Option<String> {
        self.chamber_within(MOVING)
    }

    /// The same, in so many bytes.
    fn chamber_within(&self, bytes: usize) -> Option<String> {
        let head = Span::new(0, walk::head(self.source.text, bytes).len());
        let chamber = |word: &str| {
            let lower = word.to_lowercase();
            CHAMBERS.iter().any(|end| lower.ends_with(end))
        };
        let mut bodies = self.source.cues.within(head).iter().filter(|c| c.has(Classes::BODY));
        bodies
            .find(|c| chamber(c.span().of(self.source.text)))
            .map(|c| nominative(c.span().of(self.source.text)))
    }

    /// A statement of the parliamentary ombudsmen.
    fn is_ombudsman(&self) -> bool {
        static OMBUDSMAN: LazyLock<Vec<Finder>> =
            LazyLock::new(|| OMBUDSMAN_MARKS.iter().map(Finder::new).collect());
        let open = matches!(self.kind, DocumentKind::Statement | DocumentKind::Report | DocumentKind::Other);
        open && *self.ombudsman.get_or_init(|| {
            let head = walk::head(self.source.text, 4000).as_bytes();
            OMBUDSMAN.iter().any(|name| name.find(head).is_some())
        })
    }

    /// A committee's report to the chamber.
    fn is_committee(&self) -> bool {
        static COMMITTEE: LazyLock<Vec<Finder>> =
            LazyLock::new(|| COMMITTEE_MARKS.iter().map(Finder::new).collect());
        *self.committee.get_or_init(|| {
            let head = walk::head(self.source.text, 4000).as_bytes();
            let has = |i: usize| COMMITTEE[i].find(head).is_some();
            has(0) || (has(1) && has(2) && self.kind != DocumentKind::Record)
        })
    }

    fn under(&mut self, heading: usize) -> Option<String> {
        match &self.last {
            Some((last, body)) if *last == heading => body.clone(),
            _ => {
                let body = by_heading(self.source, self.structure, heading);
                self.last = Some((heading, body.clone()));
                body
            }
        }
    }
}

/// The court that a judgment names in its first lines: *Högsta domstolen*, *FÖRVALTNINGSRÄTTEN I MALMÖ*.
fn court(source: &CuedText) -> Option<String> {
    let head = walk::head(source.text, OPENING / 2);
    let cues = source.cues.within(Span::new(0, head.len()));
    let cue = cues.iter().filter(|c| c.has(Classes::BODY)).find(|c| {
        let word = c.span().of(source.text).to_lowercase();
        COURTS.iter().any(|end| word.ends_with(end))
    })?;
    let word = cue.span().of(source.text);
    let before = head.get(..cue.start as usize)?.trim_end().rsplit(char::is_whitespace).next().unwrap_or("");
    // *Högsta domstolen, Allmänna reklamationsnämnden*
    let named = COURT_FIRSTS.iter().find(|first| walk::same_word(before, first));
    let lower = word.to_lowercase();
    Some(nominative(&named.map_or(word.to_string(), |first| format!("{first} {lower}"))))
}

/// Who met, where the first lines say it: *Protokoll fört vid möte med Byns vattenråd*.
fn met(source: &CuedText) -> Option<String> {
    static WITH: LazyLock<Vec<Finder>> = LazyLock::new(|| MEETS_WITH.iter().map(Finder::new).collect());
    let head = walk::head(source.text, OPENING);
    let at = WITH.iter().find_map(|f| Some(f.find(head.as_bytes())? + f.needle().len()))?;
    let rest = head.get(at..)?;
    let name = rest
        .split(|c: char| matches!(c, ',' | '.' | ';' | '\n' | '(' | '–') || c.is_ascii_digit())
        .next()?
        .trim();
    let name = name.strip_suffix(DAY_ARTICLE).unwrap_or(name);
    // *interimsstyrelsen för Byns Fiber*
    let name = name.split_once(FOR_APART).map_or(name, |(name, _)| name);
    let (words, last) = (name.split(' ').count(), name.rsplit(' ').next()?.to_lowercase());
    let group = GROUPS.iter().any(|end| last.ends_with(end));
    // *Byförbundets styrelse*; *Malmö kommunstyrelse* is called otherwise.
    let owned = last == BARE_BOARD && name.split(' ').rev().nth(1).is_some_and(|owner| owner.ends_with('s'));
    let called = walk::is_capitalised(name) || last == name && last.ends_with(BOARD_END);
    ((group || owned) && words <= 4 && called).then(|| nominative(name))
}

/// The meeting that minutes are of, by the word for it in their title or first lines: *Protokoll från årsmötet* is the
/// *Årsmötet*'s, *Styrelsemöte nr 4* is the *Styrelsen*'s.
pub(super) fn own(
    source: &CuedText,
    structure: &Structure,
    kind: DocumentKind,
    frequent: Option<&str>,
) -> Option<String> {
    if !matches!(kind, DocumentKind::Minutes | DocumentKind::Notes) {
        return None;
    }
    if let Some(group) = met(source) {
        return Some(group);
    }
    // *Protokoll fört vid årsmöte* says it best, below what a page names in its menu.
    let held = TAKEN_DOWN.iter().find_map(|words| walk::head(source.text, 10 * OPENING).split_once(words));
    let held = held.map(|(_, rest)| walk::head(rest, 60)).and_then(meeting_in);
    if let Some(named) = held {
        return Some(as_called(source.text, named, frequent));
    }
    let titles = structure.title.as_deref().into_iter().chain([walk::head(source.text, OPENING)]);
    let named = titles.into_iter().find_map(|words| by_letters(words).or_else(|| meeting_in(words)));
    let named = named.or_else(|| of_same_board(source.text))?;
    Some(as_called(source.text, named, frequent))
}

/// *Stämman* or *Årsmötet*, if the words stand alone somewhere.
fn said_to_meet(text: &str) -> Option<String> {
    static SAID: LazyLock<Vec<Finder>> = LazyLock::new(|| SAID_TO_MEET.iter().map(Finder::new).collect());
    let text = walk::head(text, CALLING).as_bytes();
    let alone = |word: &Finder| word.find_iter(text).any(|at| at == 0 || !is_letter_before(text, at));
    let at = SAID.iter().position(alone)?;
    SAID_TO_MEET.get(at).map(|word| nominative(word))
}

/// Whether minutes call the assembly nothing but `said`: *Beslöt årsstämman*, and never *stämman* alone.
fn is_only_called(text: &str, own: &str, said: &str) -> bool {
    let longer = || said.len() > own.len() && said.to_lowercase().ends_with(&own.to_lowercase());
    let alone = || walk::head(text, CALLING).contains(own) || said_to_meet(text).as_deref() == Some(own);
    own == body_names::ASSEMBLY && longer() && !alone()
}

/// The board, whose meetings before and after minutes tell of: *Protokollet från styrelsemötet den 3 maj godkändes*.
fn of_same_board(text: &str) -> Option<String> {
    static SAME: LazyLock<Vec<Finder>> = LazyLock::new(|| SAME_BOARD.iter().map(Finder::new).collect());
    let text = walk::head(text, CALLING).as_bytes();
    SAME.iter().any(|words| words.find(text).is_some()).then(|| body_names::BOARD.to_string())
}

/// The first meeting that some words name: *Protokoll från årsmötet*; a *konstituerande möte* is the board's.
fn meeting_in(words: &str) -> Option<String> {
    let mut constitutes = false;
    words.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).find_map(|word| {
        if constitutes && MEETING_ENDS.iter().any(|end| walk::same_word(word, end)) {
            return Some(body_names::BOARD.to_string());
        }
        constitutes = walk::same_word(word, CONSTITUTING);
        meeting(word)
    })
}

/// A body by its letters, before or behind the word for its paper: *VU-sammanträde 2*, *Protokoll fört vid DM*.
fn by_letters(words: &str) -> Option<String> {
    let line = walk::head(words, LETTERED);
    let mut before = ["", ""];
    let mut words = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    while let Some(word) = words.next() {
        let letters = (2..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
        let next = words.peek().copied().unwrap_or("");
        let paper = |word: &str| {
            word.starts_with(|c: char| c.is_lowercase()) && PAPERS.iter().any(|begin| word.starts_with(begin))
        };
        // *Protokoll från BKA årsmöte*: whose meeting it is.
        let owns = meeting(next).is_some();
        let held =
            !owns && HELD_AT.contains(&before[1]) && RECORDED.contains(&before[0].to_lowercase().as_str());
        if letters && (paper(next) || held) {
            return Some(word.to_string());
        }
        before = [before[1], word];
    }
    None
}

/// The first bytes in which a body stands by its letters.
const LETTERED: usize = 120;

/// The name by which minutes call their own meeting: *Stämman* for a *Föreningsstämman* where they say so, *Mötet* for a
/// *Höstmötet* where that is who decides.
fn as_called(text: &str, named: String, frequent: Option<&str>) -> String {
    static NAMES: LazyLock<Vec<Finder>> = LazyLock::new(|| CALLED.iter().map(Finder::new).collect());
    let head = walk::head(text, CALLING).as_bytes();
    let says = |i: usize| NAMES[i].find_iter(head).any(|at| at == 0 || !is_letter_before(head, at));
    let lower = named.to_lowercase();
    // A *kårstämma* or a *kommunalstämma* keeps its name.
    let plain = CALLED_SHORT.contains(&lower.as_str());
    if plain && (frequent == Some(body_names::ASSEMBLY) || says(0) || says(1)) {
        return body_names::ASSEMBLY.to_string();
    }
    let short = named != body_names::ANNUAL
        && frequent == Some(body_names::MEETING)
        && lower.ends_with(body_names::MEETING_DEFINITE);
    // *Konstituerande möte för Linden*: those who found it, where no board is named and *Mötet* decides.
    if named == body_names::BOARD
        && frequent == Some(body_names::MEETING)
        && !walk::head(text, OPENING).lines().take(2).any(|line| has_in_any_case(line, BARE_BOARD))
    {
        return body_names::MEETING.to_string();
    }
    // *Styrelsemöte i Byförbundet*, whose sentences say *Förbundsstyrelsen*
    if named == body_names::BOARD
        && let Some(board) = frequent.filter(|f| f.len() > named.len() && f.ends_with(BOARD_END))
    {
        return board.to_string();
    }
    if short { body_names::MEETING.to_string() } else { named }
}

/// A letter ends before the byte `at`, so that what stands there is the end of a longer word.
fn is_letter_before(text: &[u8], at: usize) -> bool {
    text.get(at - 1).is_some_and(|b| b.is_ascii_alphabetic() || !b.is_ascii())
}

/// As far into minutes it is looked for how they call their meeting.
const CALLING: usize = 40_000;

/// The first bytes of a text in which it names the chamber that it is put to or tells of.
const MOVING: usize = 4000;

/// The first bytes of a text that tells of a meeting, and of one that charges.
const TELLING: usize = 500;
const CHARGING_HEAD: usize = 2000;

/// The first bytes of a page that sums up decisions.
const SUMMARY_HEAD: usize = 1000;

/// The first bytes of a text, in which it says whose it is.
const OPENING: usize = 300;

/// The body that a word for a meeting names.
pub(super) fn meeting(word: &str) -> Option<String> {
    // *Protokoll från förbundets 50-årskongress*
    if word.len() >= 8 && CONGRESSES.iter().any(|end| walk::ends_with_word(word, end)) {
        return Some(body_names::CONGRESS.to_string());
    }

    let lower = word.to_lowercase();
    if BOARD_MEETINGS.iter().any(|begin| lower.starts_with(begin)) {
        return Some(body_names::BOARD.to_string());
    }
    // *Årsmötesprotokoll*
    let lower = MEETING_PAPERS.iter().find_map(|end| lower.strip_suffix(end)).unwrap_or(&lower);
    let (stem, end) = MEETINGS.iter().find_map(|end| Some((lower.strip_suffix(end)?, *end)))?;
    let kind = MEETING_KINDS.iter().find(|kind| stem.ends_with(*kind))?;
    let definite =
        if end.starts_with('m') { body_names::MEETING_DEFINITE } else { body_names::ASSEMBLY_DEFINITE };
    // An *årsstämma* is called *stämman*.
    if definite == body_names::ASSEMBLY_DEFINITE && *kind == body_names::YEARLY && !end.ends_with('n') {
        return Some(body_names::ASSEMBLY.to_string());
    }
    Some(nominative(&format!("{kind}{definite}")))
}

/// The first body that minutes name in their head: one that meets, and no one's office or employer there.
pub(super) fn first(source: &CuedText, kind: DocumentKind) -> Option<String> {
    if !matches!(kind, DocumentKind::Minutes | DocumentKind::Agenda) {
        return None;
    }
    let head = Span::new(0, walk::head(source.text, 10 * OPENING).len());
    let meets = |c: &&Cue| {
        let word = c.span().of(source.text).to_lowercase();
        let before = source.text.get(..c.start as usize).unwrap_or("").trim_end();
        !before.ends_with(',') && THOSE_WHO_MEET.iter().any(|end| word.ends_with(end))
    };
    let bodies = source.cues.within(head).iter().filter(|c| c.has(Classes::BODY)).filter(meets);
    let capital = |c: &&Cue| (c.start as usize) < OPENING && walk::is_capitalised(c.span().of(source.text));
    let first = bodies.clone().find(capital).or_else(|| bodies.clone().next())?;
    // *Berednings- och dagvattengruppen*
    let start = halved(source.text, first.start as usize);
    source.text.get(start..first.end()).map(nominative)
}

/// *Kommunfullmäktige PROTOKOLL*: what stands in capitals behind a name is no part of it.
fn without_capitals(name: &str) -> &str {
    let mut name = name.trim_end();
    while let Some((rest, last)) = name.rsplit_once(' ')
        && last.len() > 4
        && walk::is_all_caps(last)
        && !walk::is_all_caps(rest)
    {
        name = rest.trim_end();
    }
    name
}

/// *Sammanträdesprotokoll Kommunstyrelsen*, *Handikapprådet (*: the document's word and an open bracket are no part of it.
fn without_paper(name: &str) -> &str {
    let name = name.trim_end_matches(['(', ',', ':', ' ']);
    name.split_once(' ')
        .filter(|(first, _)| RECORDED.contains(&first.to_lowercase().as_str()))
        .map_or(name, |(_, rest)| rest)
}

/// *Nyheter från kommunen*: whom it comes from need not have done what it tells.
fn before_sender(text: &str, title: Span) -> Span {
    let sender = title.of(text).find(CAME_FROM);
    sender.map_or(title, |at| Span::new(title.start as usize, title.start as usize + at))
}

/// *Andra kammaren*, where the head of a record of two chambers says so, else *Kammaren*.
fn chamber_named(text: &str) -> String {
    let head = lowered(walk::head(text, CHAMBER_HEAD));
    let named = body_names::TWO_CHAMBERS.iter().find(|chamber| head.contains(*chamber));
    named.map_or_else(|| body_names::CHAMBER.to_string(), |chamber| nominative(chamber))
}

/// The head of a record is no longer, in bytes.
const CHAMBER_HEAD: usize = 400;

/// *Fullmäktige* whose first lines say *Landstingsfullmäktige*: the longer name.
fn fuller(source: &CuedText, kind: DocumentKind, name: String) -> String {
    let end = name.to_lowercase();
    let told = matches!(kind, DocumentKind::News | DocumentKind::Blog | DocumentKind::Statement);
    let held = matches!(kind, DocumentKind::Minutes | DocumentKind::Notes);
    if !(told || held) || !BARE_BODIES.contains(&end.as_str()) {
        return name;
    }
    let head = Span::new(0, walk::head(source.text, OPENING).len());
    let mut words = source.cues.within(head).iter().filter(|c| c.has(Classes::BODY));
    let longer = words.find_map(|c| {
        let word = c.span().of(source.text);
        let ends = word.len() > name.len() && word.to_lowercase().ends_with(&end);
        // *Miljö- och jordbruksutskottet*
        let from = halved(source.text, c.start as usize);
        let whole = source.text.get(from..c.end()).unwrap_or(word);
        (ends && (told || walk::is_capitalised(whole))).then(|| nominative(whole))
    });
    longer.unwrap_or(name)
}

/// *Malmö kommunstyrelse* is called *Kommunstyrelsen* by its minutes: the definite form of a name of one word.
fn definite(name: &str) -> String {
    let mut ends = DEFINITE_BODIES.iter().filter_map(|end| end.split_once(' '));
    let end = ends.find(|(end, _)| !name.contains(' ') && name.to_lowercase().ends_with(end));
    end.map_or_else(|| name.to_string(), |(_, ending)| format!("{name}{ending}"))
}
