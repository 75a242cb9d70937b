//! What settles by where it stands: names under *Val av justerare*, *Ja* under a question, a heading that is itself a
//! sentence, those charged under *Att göra*.

use super::context::Context;
use super::draft::Draft;
use super::heads::Tense;
use super::items::{self, Unit};
use super::reader::Reader;
use crate::document::rule::rule;
use crate::document::{DecisionKind, Heading, HeadingKind, Span};
use crate::lexicon::sets::decisions::{
    ACTION_HEADS, ASKING_WORDS, BESIDE_NAMES, ELECTION_WORDS, NOBODY, YES_WORDS,
};
use crate::text::walk;

rule! {
    /// Names alone under a heading *Val av …*.
    pub(super) CHOSEN = "decision.chosen";
    finds "Protokoll från årsmötet\n\n§ 2 Val av justerare\n\n⟦Anna Holm och Per Ek⟧\n" = "elect";
    passes "Protokoll från årsmötet\n\n§ 2 Val av justerare\n\nValet sköts upp.\n";
}
rule! {
    /// A bare yes under a heading that asks.
    pub(super) ANSWERED = "decision.answered";
    finds "Protokoll från årsmötet\n\n§ 2 Fråga om mötets behöriga utlysande\n\n⟦Ja.⟧\n" = "adopt";
    passes "Protokoll från årsmötet\n\n§ 2 Fråga om fler stolar\n\nNej, inte i år.\n";
}
rule! {
    /// The points under *Att göra*, *Actionpunkter* that name who does them.
    pub(super) ACTIONS = "decision.actions";
    finds "# Mötesanteckningar 3 maj 2024\n\n## Att göra\n\n⟦- Boka lokal (Anna Holm)\n- Skriva till kommunen (Per Ek)⟧\n" = "assign";
    passes "# Mötesanteckningar 3 maj 2024\n\n## Att göra\n\n- Fler träd\n- Renare vatten\n";
}

/// A heading that is a sentence: *§ 6 Dagordningen fastställdes.*
pub(super) fn heading(reader: &mut Reader, heading: &Heading, context: Context) {
    let text = reader.source.text;
    let own = heading.span.of(text);
    if heading.kind == HeadingKind::Label
        || heading.title.len() < 12
        || !own.ends_with(heading.title.as_str())
    {
        return;
    }
    let mut start = heading.span.end as usize - heading.title.len();
    // *Dagordning. Dagordningen godkändes.*
    for part in heading.title.split_inclusive(". ") {
        let span = Span::new(start, start + part.trim_end().len());
        start += part.len();
        if span.is_empty() {
            continue;
        }
        let ended = part.trim_end().ends_with('.');
        let drafts = reader.sentence(span, context);
        reader.drafts.extend(drafts.into_iter().filter(|d| ended || d.tense == Tense::Past));
    }
}

/// What stands bare under a heading.
pub(super) fn under(reader: &mut Reader, heading: &Heading, part: Span) {
    let (elects, asks) = (chooses(&heading.title), opens_with(&heading.title, |word| ASKING_WORDS.has(word)));
    if !elects && !asks {
        return;
    }
    let text = reader.source.text;
    let units = items::run(reader.source, reader.structure, part);
    let Some(first) = units.first().copied() else { return };
    let answer = first.span.of(text).trim_end_matches(['.', '!']);
    if asks && YES_WORDS.has(answer) {
        reader.drafts.push(Draft::new(first.span, DecisionKind::Adopt, &ANSWERED));
        return;
    }
    if !elects {
        return;
    }
    let named: Vec<Unit> = units.iter().copied().take_while(|u| is_names(u.span.of(text))).collect();
    if let (Some(first), Some(last)) = (named.first(), named.last()) {
        let span = Span { start: first.span.start, end: last.span.end };
        let items = named.iter().map(|u| u.span).collect();
        reader.drafts.push(Draft::of(span, DecisionKind::Elect, &CHOSEN, items));
    }
}

/// *Val av …*, *Omval av …*: the heading of a choice.
fn chooses(title: &str) -> bool {
    opens_with(title, |word| ELECTION_WORDS.has(word))
}

/// Whether one of the first words of a title fits.
fn opens_with(title: &str, fits: impl Fn(&str) -> bool) -> bool {
    title.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).take(2).any(fits)
}

/// Nothing but names, and what stands beside them: *Anna Holm och Per Ek (nyval)*.
fn is_names(text: &str) -> bool {
    if text.len() > 160 || text.ends_with([':', '?']) {
        return false;
    }
    let words = || text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|w| !w.is_empty());
    let names = words().filter(|w| walk::is_capitalised(w) && !BESIDE_NAMES.has(w)).count();
    names > 0 && words().all(|w| (walk::is_capitalised(w) && !NOBODY.has(w)) || BESIDE_NAMES.has(w))
}

/// The points under *Att göra*, if they name who is charged.
pub(super) fn actions(reader: &mut Reader, heading: &Heading, part: Span) -> bool {
    let title = heading.title.to_lowercase();
    if !ACTION_HEADS.iter().any(|head| title.starts_with(head)) {
        return false;
    }
    let points: Vec<Unit> =
        items::run(reader.source, reader.structure, part).into_iter().take_while(|u| u.point).collect();
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return false };
    let span = Span { start: first.whole.start, end: last.whole.end };
    reader.fill(span);
    let Some(at) = (0..reader.words.len()).find(|&i| is_charged(reader, i)) else { return false };
    let last = (at..reader.words.len())
        .take_while(|&i| i == at || reader.words.words[i].person)
        .last()
        .unwrap_or(at);
    let assignee = reader.words.between(at, last).of(reader.source.text).to_string();
    let items = points.iter().map(|u| u.span).collect();
    let draft = Draft::of(span, DecisionKind::Assign, &ACTIONS, items);
    reader.drafts.push(Draft { assignee: Some(assignee), ..draft });
    true
}

/// A person, or a name in brackets at the end of a point: *(Josef)*.
fn is_charged(reader: &Reader, i: usize) -> bool {
    let s = &reader.words;
    let bracketed = s.gap(i) == '('
        && walk::is_capitalised(s.word(i))
        && s.word(i).len() > 2
        && !walk::is_all_caps(s.word(i));
    s.words[i].person || bracketed
}
