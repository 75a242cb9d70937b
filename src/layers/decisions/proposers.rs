//! Who proposes where a passive does not say it: *Lagen föreslås träda i kraft den 1 juli.*

use super::draft::Draft;
use crate::document::DecisionKind;
use crate::layers::structure::nominative;
use crate::lexicon::sets::body_names;
use crate::lexicon::sets::decisions::{
    ANSWERS_ASKED, CONSIDERED, GIVEN, INQUIRIES, PUT_PASSIVELY, PUTTING_PAGES, SENT_OUT,
};
use crate::lexicon::sets::function_words::VI_WORD;
use crate::text::walk;
use crate::words::lower::lowered;

/// Gives a passive proposal the body of the last one that says who proposes, else that which the page names as proposing;
/// and one of *vi* the body that tells what it was charged with.
pub(super) fn follow(drafts: &mut [Draft], text: &str) {
    let mut last: Option<String> = None;
    let mut page: Option<Option<String>> = None;
    // *Statskontoret har haft i uppdrag …*: the one charged is *vi*.
    let mut charged: Option<String> = None;
    for draft in drafts {
        let cue = draft.cue as usize;
        if draft.kind == DecisionKind::Assign && GIVEN.contains(&word_at(text, cue)) {
            charged = draft.assignee.clone().filter(|who| !who.contains(' '));
        }
        // *Regeringen har remitterat promemorian. Remissvaren ska ha kommit in …*: who asks for them.
        if draft.kind == DecisionKind::Assign && draft.body.is_none() && answers(draft.span.of(text)) {
            draft.body = sent_out(text.get(..draft.span.start as usize).unwrap_or(""));
        }
        if draft.kind != DecisionKind::Propose {
            continue;
        }
        if draft.body.is_none() && says_we(text, cue) {
            draft.body.clone_from(&charged);
        }
        // *I lagrådsremissen föreslås …*
        if is_passive(text, cue) && CONSIDERED.iter().any(|bill| draft.span.of(text).contains(bill)) {
            draft.body = Some(body_names::GOVERNMENT.to_string());
        }
        if draft.body.is_some() {
            last.clone_from(&draft.body);
        } else if is_passive(text, draft.cue as usize) {
            draft.body = last.clone().or_else(|| page.get_or_insert_with(|| puts(text)).clone());
        }
    }
}

/// Whether an assignment asks for opinions on what was sent out.
fn answers(assignment: &str) -> bool {
    ANSWERS_ASKED.iter().any(|piece| assignment.contains(piece))
}

/// Who sent out a matter, as the text above tells last.
fn sent_out(above: &str) -> Option<String> {
    let at = SENT_OUT.iter().filter_map(|words| above.rfind(words)).max()?;
    let who = &above[walk::word_start(above, at)..at];
    (!who.is_empty()).then(|| nominative(who))
}

/// *Vi* stands beside the verb at byte `at`.
fn says_we(text: &str, at: usize) -> bool {
    let we = |word: Option<(usize, usize)>| word.is_some_and(|(a, b)| walk::same_word(&text[a..b], VI_WORD));
    we(walk::previous_word(text, at)) || we(walk::next_word(text, walk::word_end(text, at)))
}

pub(super) fn is_passive(text: &str, at: usize) -> bool {
    PUT_PASSIVELY.contains(&word_at(text, at).to_lowercase().as_str())
}

fn word_at(text: &str, at: usize) -> &str {
    text.get(at..walk::word_end(text, at)).unwrap_or_default()
}

/// The government, where the page says that what it tells of are its proposals.
fn puts(text: &str) -> Option<String> {
    let head = lowered(walk::head(text, HEAD));
    PUTTING_PAGES.iter().any(|words| head.contains(words)).then(|| body_names::GOVERNMENT.to_string())
}

/// How far down a page says whose proposals it tells of, in bytes.
const HEAD: usize = 4000;

/// An inquiry, which is charged and charges nobody.
pub(super) fn inquires(body: &str) -> bool {
    INQUIRIES.iter().any(|end| walk::ends_with_word(body, end))
}
