//! In what sort of text a decision stands. The document's kind is a hint; the words of a meeting overrule it, so that
//! minutes that were taken for something else keep their decisions.

use super::verbs::{self, Act, Form};
use crate::document::{DocumentKind, HeadingKind, Span, Speech, SpeechMode};
use crate::layers::structure::Structure;
use crate::lexicon::Classes;
use crate::lexicon::labels::Label;
use crate::lexicon::sets::decisions::{DECISION_WORD, MEETING_MARKS, MEETING_MATTERS, RULINGS};
use crate::lexicon::sets::function_words::ATT_WORD;
use crate::scan::{Cue, CuedText};
use crate::text::walk;
use crate::words::phrases::Phrases;
use std::sync::LazyLock;

/// The marks of a meeting stand in its minutes' first bytes.
const HEAD: usize = 12_000;

/// Longer texts than this, in bytes, say by themselves what they are.
const FRAGMENT: usize = 600;

/// The kind of text that decisions are read in.
pub(super) fn kind(source: &CuedText, structure: &Structure, speeches: &[Speech]) -> DocumentKind {
    let kind = structure.kind;
    if is_fragment(source, structure) {
        return DocumentKind::Minutes;
    }
    // A decision of an authority, taken for the rules that it is about.
    let ruled = matches!(kind, DocumentKind::Policy | DocumentKind::Other);
    if ruled && structure.headings.iter().take(2).any(|h| walk::same_word(&h.title, DECISION_WORD)) {
        return DocumentKind::Statement;
    }
    // A judgment: *DOMSLUT*, *Hovrättens avgörande*.
    let judged = |title: &str| RULINGS.iter().any(|end| walk::ends_with_word(title, end));
    if !matches!(kind, DocumentKind::Minutes | DocumentKind::Notes | DocumentKind::Record)
        && structure.headings.iter().take(12).any(|h| judged(&h.title))
    {
        return DocumentKind::Statement;
    }
    let meets = match kind {
        DocumentKind::Minutes | DocumentKind::Notes => return kind,
        DocumentKind::Record => {
            !speeches.iter().any(|s| s.mode == SpeechMode::Turn)
                && told_marks(source, structure) * 2 + deeds(source) >= 4
        }
        // *§ 7 Bryggan⏎⏎BESLUT⏎⏎Nämnden beslutar …*: the decisions have been taken.
        DocumentKind::Agenda => count(source, &MARKS, 1) > 0 || has_taken(structure),
        DocumentKind::Other => {
            told_marks(source, structure) * 2 + count(source, &MATTERS, 3) + deeds(source) >= 3
        }
        DocumentKind::News | DocumentKind::Blog => {
            told_marks(source, structure) * 2 + count(source, &MATTERS, 3) >= 4
        }
        DocumentKind::Policy | DocumentKind::Report => told_marks(source, structure) * 2 + deeds(source) >= 3,
        _ => told_marks(source, structure) >= 2,
    };
    if meets { DocumentKind::Minutes } else { kind }
}

/// A paragraph or two without a heading, as stand in the cell of a table: no document that lays down rules, in which
/// *Nämnden beslutar* would tell who decides.
fn is_fragment(source: &CuedText, structure: &Structure) -> bool {
    structure.kind == DocumentKind::Other && structure.headings.is_empty() && source.text.len() <= FRAGMENT
}

/// How many marks tell that a meeting was held; a heading *Beslut* under an item is two.
fn told_marks(source: &CuedText, structure: &Structure) -> usize {
    let mut items = 0;
    let (mut decisions, mut moved) = (false, false);
    for (heading, label) in structure.headings.iter().zip(&structure.labels).take(60) {
        items += usize::from(heading.kind == HeadingKind::Item);
        decisions |= heading.kind == HeadingKind::Label && *label == Some(Label::Decision);
        moved |= matches!(label, Some(Label::Motions | Label::Vote | Label::Reservation));
    }
    count(source, &MARKS, 3) + if decisions && (items > 0 || moved) { 2 } else { 0 }
}

/// Whether items have headings that say *Beslut*, and none *Förslag till beslut*.
fn has_taken(structure: &Structure) -> bool {
    let says = |label: Label| structure.labels.contains(&Some(label));
    structure.headings.iter().any(|h| h.kind == HeadingKind::Item)
        && says(Label::Decision)
        && !says(Label::Proposal)
}

/// How often a body decides in the present tense, by the words alone: *Stämman beslutar att*; counted in pairs, up to two.
fn deeds(source: &CuedText) -> usize {
    let head = Span::new(0, source.text.len().min(HEAD));
    let cues = source.cues.within(head);
    let decides = |pair: &&[Cue]| {
        let [body, verb] = pair else { return false };
        let gap = source.text.get(body.end()..verb.start as usize).unwrap_or("-");
        let decides =
            verbs::of(source, *verb).is_some_and(|v| v.act == Act::Decide && v.form == Form::Present);
        let rest = source.text.get(verb.end()..).unwrap_or("");
        let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | '*'));
        body.has(Classes::BODY)
            && decides
            && gap.trim().is_empty()
            && walk::phrase(rest, 0, ATT_WORD).is_some()
    };
    cues.windows(2).filter(decides).take(4).count() / 2
}

/// Pieces that are looked for at once, each by its place in the list.
static MARKS: LazyLock<Phrases<u32>> = LazyLock::new(|| numbered(MEETING_MARKS));
static MATTERS: LazyLock<Phrases<u32>> = LazyLock::new(|| numbered(MEETING_MATTERS));

fn numbered(pieces: &'static [&'static str]) -> Phrases<u32> {
    debug_assert!(pieces.len() <= u64::BITS as usize);
    Phrases::of(pieces.iter().copied().zip(0..))
}

/// How many of the pieces stand in the beginning of the text, counted up to `enough`.
fn count(source: &CuedText, pieces: &Phrases<u32>, enough: usize) -> usize {
    let bytes = source.text.as_bytes();
    let mut stand = 0_u64;
    pieces.each(&bytes[..bytes.len().min(HEAD)], |_, piece| stand |= 1 << piece);
    (stand.count_ones() as usize).min(enough)
}
