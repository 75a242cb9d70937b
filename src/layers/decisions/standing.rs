//! What settles by where it stands: names under *Val av justerare*, *Ja* under a question, a heading that is itself a
//! sentence, those charged under *Att göra*.

use super::context::Context;
use super::draft::Draft;
use super::items::{self, Unit};
use super::reader::Reader;
use super::sections;
use super::tense::Tense;
use crate::document::rule::rule;
use crate::document::{DecisionKind, Heading, HeadingKind, Span};
use crate::layers::structure::nominative;
use crate::lexicon::labels::Label;
use crate::lexicon::sets::decisions::{
    ACTION_HEADS, ACTIVITY, ANSWER_OPENS, ANSWERS_WHOLE, ASKING_WORDS, BESIDE_NAMES, BESIDE_OUTCOMES,
    CHECKS_MINUTES, CHOICE_OPENS, ELECTION_WORDS, MODALS, NOBODY, OUTCOME_NOUNS, POST_LABELS, POSTS,
    PROPOSAL_LABELS, PROPOSAL_PIECE, PROPOSING, RENEWALS, TASK_LABELS, YES_WORDS,
};
use crate::lexicon::sets::function_words::{ATT_CAPITALS, ATT_WORD, ENLIGT_FIRST};
use crate::text::sentences::Sentences;
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
pub(super) fn heading(reader: &mut Reader, heading: &Heading, alone: bool, context: Context) {
    let text = reader.source.text;
    let own = heading.span.of(text);
    if heading.kind == HeadingKind::Label || heading.title.len() < 12 {
        return;
    }
    let number = heading.number.as_deref().and_then(|n| Some(own.find(n)? + n.len())).unwrap_or(0);
    let skipped = own[number..].find(char::is_alphabetic).unwrap_or(0);
    let title = Span { start: heading.span.start + (number + skipped) as u32, ..heading.span };
    // *Dagordning. Dagordningen godkändes.*
    // No further than the heading, which may stand in a long text without a full stop.
    let upto = walk::head(text, title.end as usize);
    if let Some((post, names)) = title.of(text).split_once(':')
        && chooses(post)
        && is_names(names.trim())
    {
        reader.drafts.push(Draft::new(title, DecisionKind::Elect, &CHOSEN));
        return;
    }
    for &span in Sentences::of(upto, std::iter::once(title)).iter() {
        let ended = span.of(text).ends_with('.');
        let drafts = reader.sentence(span, context);
        // *Dagordningen fastställs* with nothing beneath it
        reader.drafts.extend(drafts.into_iter().filter(|d| {
            ended || alone || d.tense == Tense::Past || context.is_law() && d.tense == Tense::Perfect
        }));
    }
}

/// What stands bare under a heading.
pub(super) fn under(reader: &mut Reader, heading: &Heading, item: Option<&Heading>, part: Span) {
    // *Suppleanter:* under *Val av styrelse*
    let post = || item.is_some_and(|item| chooses(&item.title)) && is_post(&heading.title);
    let elects = chooses(&heading.title) || post();
    let asks = opens_with(&heading.title, |word| ASKING_WORDS.has(word));
    if !elects && !asks {
        return;
    }
    let text = reader.source.text;
    let units = items::run(reader.source, reader.structure, part);
    let Some(first) = units.first().copied() else { return };
    let answer = first.span.of(text).trim_end_matches(['.', '!']);
    // *Svar: ja*, *Svaret är ja*
    let answer = ANSWER_OPENS.iter().find_map(|open| answer.strip_prefix(open)).unwrap_or(answer).trim();
    // *Ja, mötet är behörigt utlyst.*
    let yes = |(word, rest): (&str, &str)| YES_WORDS.has(word) && rest.len() < 80;
    if asks && (YES_WORDS.has(answer) || answer.split_once(", ").is_some_and(yes)) {
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

/// *Förslaget godkänns* under the heading of a choice chooses those who were proposed.
pub(super) fn takes_names(heading: &Heading, decided: &str) -> bool {
    decided.len() < 90 && CHOICE_OPENS.iter().any(|w| decided.starts_with(w)) && chooses(&heading.title)
}

/// *Val av …*, *Omval av …*: the heading of a choice.
fn chooses(title: &str) -> bool {
    opens_with(title, |word| ELECTION_WORDS.has(word))
}

/// Whether one of the first words of a title fits.
fn opens_with(title: &str, fits: impl Fn(&str) -> bool) -> bool {
    walk::letters(title).take(2).any(fits)
}

/// Nothing but names, and what stands beside them: *Anna Holm och Per Ek (nyval)*.
fn is_names(text: &str) -> bool {
    if text.len() > 240 || text.ends_with([':', '?']) {
        return false;
    }
    let words = || text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|w| !w.is_empty());
    let names = words().filter(|w| walk::is_capitalised(w) && !BESIDE_NAMES.has(w)).count();
    let beside = |w: &str| {
        let year = |w: &str| w.len() <= 4 && w.bytes().all(|b| b.is_ascii_digit());
        // *Anna Holm 2024-2025*
        let number = w.split('-').all(year);
        number || BESIDE_NAMES.has(w) || POSTS.iter().any(|post| w.ends_with(post))
    };
    names > 0 && words().all(|w| (walk::is_capitalised(w) && !NOBODY.has(w)) || beside(w))
}

/// The points under *Att göra*, if they name who is charged.
pub(super) fn actions(reader: &mut Reader, heading: &Heading, part: Span) -> bool {
    let title = &heading.title;
    if !ACTION_HEADS.iter().any(|head| walk::starts_with_word(title, head)) {
        return false;
    }
    let text = reader.source.text;
    let mut points = items::run(reader.source, reader.structure, part);
    // *Vera: ringer kommunen* on lines of their own
    let named = |u: &Unit| u.point || names_first(u.span.of(text));
    points.truncate(points.iter().take_while(|u| named(u)).count());
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return false };
    let span = Span { start: first.whole.start, end: last.whole.end };
    reader.fill(span);
    let Some(at) = (0..reader.words.len()).find(|&i| is_charged(reader, i)) else { return false };
    // Under *Aktiviteter* anything may stand.
    if walk::starts_with_word(title, ACTIVITY) && at > 0 {
        return false;
    }
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

/// *Vera: ringer kommunen*: a line that begins with a name and a colon.
fn names_first(line: &str) -> bool {
    let Some((who, task)) = line.split_once(':') else { return false };
    who.len() < 40 && walk::is_capitalised(who) && who.split(' ').count() <= 4 && !task.trim().is_empty()
}

/// A person, or a name in brackets at the end of a point: *(Josef)*.
fn is_charged(reader: &Reader, i: usize) -> bool {
    let s = &reader.words;
    let bracketed = s.gap(i) == '('
        && walk::is_capitalised(s.word(i))
        && s.word(i).len() > 2
        && !walk::is_all_caps(s.word(i));
    let labelled = s.words[i].given && s.gap(i + 1) == ':';
    s.words[i].person || bracketed || labelled
}

rule! {
    /// What follows *Att göra:*, *Åtgärd:* in a line and names who does it.
    pub(super) LABELLED = "decision.labelled";
    finds "# Mötesanteckningar 3 maj 2024\n\n## Lokalen\n\n**Att göra**: ⟦Anna Holm ringer hyresvärden.⟧\n" = "assign";
    passes "# Mötesanteckningar 3 maj 2024\n\n## Lokalen\n\n**Att göra**: mycket återstår.\n";
}

/// Points that begin with *att* and stand alone, below a heading or behind a whole sentence: what was decided.
pub(super) fn att_points(reader: &mut Reader, part: Span, from: usize, context: Context) {
    let (text, structure) = (reader.source.text, reader.structure);
    let count = reader.drafts.len();
    let blocks = structure.blocks.partition_point(|b| b.span.start < part.start);
    let mut before: Option<Span> = None;
    let mut run: Option<Span> = None;
    let mut points = 0;
    let within =
        structure.blocks[blocks..].iter().take_while(|b| b.span.start < part.end).map(|b| Some(b.span));
    for block in within.chain([None]) {
        let own = block.map_or("", |b| b.of(text));
        let bare = items::marker(own).filter(|width| *width < 8).map_or(own, |width| &own[width..]);
        if walk::phrase(bare, 0, ATT_WORD).is_some_and(|end| bare[end..].starts_with(' ')) {
            points += 1;
            run = run.map_or(block, |r| block.map(|b| Span { start: r.start, end: b.end }));
            continue;
        }
        if let Some(span) = run.take() {
            let whole = before.is_none_or(|b| b.of(text).ends_with(['.', '!', ')']));
            let read = reader.drafts[from..count].iter();
            let apart = read.into_iter().all(|d| d.span.end <= span.start || span.end <= d.span.start);
            // *Att bara filma ger ingen kunskap.* is a sentence.
            let listed = points > 1 || bare_capitals(span.of(text));
            points = 0;
            if whole && apart && listed {
                sections::read(reader, span, Context { label: Some(Label::Decision), ..context });
            }
        }
        before = block;
    }
}

/// *ATT köpa stolar*, also behind a bullet.
fn bare_capitals(text: &str) -> bool {
    walk::head(text, 8).contains(ATT_CAPITALS)
}

rule! {
    /// What follows *Styrelsens förslag:* in a line, without a deciding verb.
    pub(super) PUT = "decision.put";
    finds "Protokoll från årsmötet\n\n§ 9 Motioner\n\nStyrelsens förslag: ⟦Nästa styrelse ser över frågan.⟧\n" = "propose";
    passes "Protokoll från årsmötet\n\n§ 9 Motioner\n\nEnligt styrelsens förslag: mer om det senare.\n";
}
rule! {
    /// An outcome alone on its line: *Bifall*, *Acklamation, avslag*.
    pub(super) OUTCOME = "decision.outcome";
    finds "Protokoll från årsmötet\n\n§ 9 Motion om stolar\n\nMotionen diskuterades.\n\n⟦Bifall⟧\n" = "adopt";
    passes "Protokoll från årsmötet\n\n§ 9 Motion om stolar\n\nBifall eller avslag diskuterades.\n";
}

/// The sentences of a part that a label in their line makes tasks, proposals or choices, and outcomes without a verb.
pub(super) fn labelled(
    reader: &mut Reader,
    part: Span,
    from: usize,
    heading: Option<&Heading>,
    context: Context,
) {
    let text = reader.source.text;
    let structure = reader.structure;
    let count = reader.drafts.len() - from;
    let elects = heading.is_some_and(|h| chooses(&h.title));
    let open = !context.is_motions() && !context.proposes();
    let sentences = structure.sentences.within(part);
    let mut done = 0;
    for (i, &sentence) in sentences.iter().enumerate() {
        if i < done {
            continue;
        }
        let own = sentence.of(text);
        if let Some((draft, lines)) = elects.then(|| roster(&sentences[i..], text)).flatten() {
            done = i + lines;
            let read = &reader.drafts[from..from + count];
            if read.iter().all(|d| d.span.end <= draft.span.start || draft.span.end <= d.span.start) {
                reader.drafts.push(draft);
            }
            continue;
        }
        let below = || names_below(own, sentences.get(i + 1..).unwrap_or_default(), text, elects);
        if let Some(draft) = open.then(|| bare(sentence, text, elects).or_else(below)).flatten() {
            let read = &reader.drafts[from..from + count];
            let next = read.partition_point(|d| d.span.end <= draft.span.start);
            // *Mötet antog planen.⏎Acklamation, bifall* says it twice.
            let said = next.checked_sub(1).map(|i| &read[i]).is_some_and(|d| {
                let told = !matches!(d.kind, DecisionKind::Propose | DecisionKind::Move);
                draft.rule.code == OUTCOME.code && told && d.span.end + 40 > draft.span.start
            });
            if !said && read.get(next).is_none_or(|d| d.span.start >= draft.span.end) {
                reader.drafts.push(draft);
            }
            continue;
        }
        let Some(width) = label(own) else { continue };
        let span = Span { start: sentence.start + width as u32, ..sentence };
        reader.fill(span);
        let Some(who) =
            (0..reader.words.len().min(40)).find(|&i| is_charged(reader, i) || reader.words.words[i].given)
        else {
            continue;
        };
        // What its own verb made of it stands.
        let read = &reader.drafts[from..from + count];
        let next = read.partition_point(|d| d.span.end <= span.start);
        if read.get(next).is_some_and(|d| d.span.start < span.end) {
            continue;
        }
        let last = (who..reader.words.len())
            .take_while(|&i| i == who || reader.words.words[i].person)
            .last()
            .unwrap_or(who);
        let assignee = reader.words.between(who, last).of(text).to_string();
        let draft = Draft::new(span, DecisionKind::Assign, &LABELLED);
        reader.drafts.push(Draft { assignee: Some(assignee), ..draft });
    }
}

/// *Ordförande: Anna Holm⏎Kassör: Per Ek* under the heading of a choice: one choice of several, and how many sentences
/// it has.
fn roster(sentences: &[Span], text: &str) -> Option<(Draft, usize)> {
    let bare = |line: &str| line.trim_start_matches(['-', '–', '•', '*', ' ', '\t']).len();
    let post = |line: &str| {
        let line = &line[line.len() - bare(line)..];
        line.split_once(':').is_some_and(|(post, names)| is_post(post) && is_names(names.trim()))
    };
    let named = |line: &str| post(line) || is_names(&line[line.len() - bare(line)..]);
    let lines = |s: &Span| s.of(text).lines().map(str::trim).filter(|l| !l.is_empty());
    if !post(lines(sentences.first()?).next()?) {
        return None;
    }
    let count = sentences.iter().take(40).take_while(|s| lines(s).all(named)).count();
    let all = sentences.get(..count)?;
    let span = Span { start: all.first()?.start, end: all.last()?.end };
    let place = |line: &str| line.as_ptr() as usize - text.as_ptr() as usize;
    let items: Vec<Span> =
        all.iter().flat_map(lines).map(|l| Span::new(place(l), place(l) + l.len())).collect();
    (items.len() > 1).then(|| (Draft::of(span, DecisionKind::Elect, &CHOSEN, items), count))
}

/// The names on the lines below *Suppleanter:* or *Val av revisorer:*.
fn names_below(label: &str, below: &[Span], text: &str, elects: bool) -> Option<Draft> {
    let label = label.strip_suffix(':').filter(|l| l.len() < 60)?;
    if !(chooses(label) || elects && is_post(label)) {
        return None;
    }
    let names = below.iter().take(12).take_while(|s| is_names(s.of(text)));
    let last = names.last()?;
    Some(Draft::new(Span { start: below.first()?.start, end: last.end }, DecisionKind::Elect, &CHOSEN))
}

/// What a sentence without a verb settles by its label, or by saying nothing but an outcome.
fn bare(sentence: Span, text: &str, elects: bool) -> Option<Draft> {
    let own = sentence.of(text);
    if own.len() < 40
        && let Some(kind) = outcome(own).or_else(|| answers(own))
    {
        return Some(Draft::new(sentence, kind, &OUTCOME));
    }
    // *Anna Holm justerar protokollet*
    let checked = own.trim_end_matches('.');
    if own.len() < 120 && CHECKS_MINUTES.iter().any(|end| checked.strip_suffix(end).is_some_and(is_names)) {
        return Some(Draft::new(sentence, DecisionKind::Elect, &CHOSEN));
    }
    // *Omval på två år av Anna Holm och Per Ek*
    if own.len() < 300 && is_renewal(first_word(own)) && names_someone(own) {
        return Some(Draft::new(sentence, DecisionKind::Elect, &CHOSEN));
    }
    let marker = items::marker(own).unwrap_or(0);
    let (own, sentence) = (&own[marker..], Span { start: sentence.start + marker as u32, ..sentence });
    let label = walk::head(own, 60);
    if !label.contains(':') || !walk::is_capitalised(own) {
        return None;
    }
    // *Val av ordförande: Anna Holm*
    let (post, rest) = own.split_once(':')?;
    if chooses(post) && post.len() < 60 && is_names(rest.trim()) {
        return Some(Draft::new(sentence, DecisionKind::Elect, &CHOSEN));
    }
    // *Kassör: Omval av Anna Holm*
    if rest.len() < 600 && ELECTION_WORDS.has(first_word(rest)) && is_choices(own) {
        return Some(Draft::new(sentence, DecisionKind::Elect, &CHOSEN));
    }
    let span = |rest: &str| Span { start: sentence.end - rest.len() as u32, ..sentence };
    if let Some((whose, rest)) = PROPOSAL_LABELS.iter().find_map(|noun| owned(own, noun)) {
        // Names are nominations.
        let put = !rest.is_empty() && !is_names(rest.trim_end_matches('.'));
        let draft = Draft::new(span(rest), DecisionKind::Propose, &PUT);
        return put.then(|| Draft { body: Some(nominative(whose)), ..draft });
    }
    // *Suppleanter:⏎Anna Holm⏎Per Ek* under *Val av styrelse*
    let named = elects && is_post(post);
    (named && is_names(rest)).then(|| Draft::new(span(rest.trim_start()), DecisionKind::Elect, &CHOSEN))
}

/// *Suppleanter, Ordförande*: a label of those chosen.
fn is_post(label: &str) -> bool {
    let label = label.trim_end_matches(':');
    POST_LABELS.iter().any(|end| walk::ends_with_word(label, end))
}

fn is_renewal(first: &str) -> bool {
    RENEWALS.iter().any(|word| walk::same_word(first, word))
}

fn first_word(text: &str) -> &str {
    walk::letters(text).next().unwrap_or("")
}

/// *Ordförande: Omval Anna Holm⏎Kassör: Nyval av Per Ek*: each line a post with its choice.
fn is_choices(text: &str) -> bool {
    let lines = || text.lines().map(str::trim).filter(|l| !l.is_empty());
    let chosen = |line: &str| {
        let label = line.split_once(':').filter(|(post, _)| post.len() < 50);
        label.is_some_and(|(_, rest)| {
            let mut named = rest.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).skip(1);
            ELECTION_WORDS.has(first_word(rest)) && named.any(|w| walk::is_capitalised(w) && !NOBODY.has(w))
        })
    };
    lines().filter(|l| chosen(l)).count() * 2 > lines().count()
}

/// The kind of a line that is nothing but an outcome.
fn outcome(line: &str) -> Option<DecisionKind> {
    let words = || walk::letters(line);
    let noun = words().find(|w| OUTCOME_NOUNS.has(w))?;
    let alone = words().all(|w| OUTCOME_NOUNS.has(w) || BESIDE_OUTCOMES.has(w))
        && words().filter(|w| OUTCOME_NOUNS.has(w)).count() == 1;
    let kind = super::lists::outcome_of(noun)?;
    alone.then_some(kind)
}

/// A name of two words behind the first word of the sentence, and no verb of proposing.
fn names_someone(sentence: &str) -> bool {
    let words = || sentence.split_whitespace().skip(1);
    let name = |w: &str| walk::is_capitalised(w) && !walk::is_all_caps(w);
    let to_come = words().any(|word| MODALS.has(word));
    let proposed = to_come
        || sentence.contains(PROPOSAL_PIECE)
        || PROPOSING.iter().any(|begin| sentence.contains(begin));
    !proposed
        && words().zip(words().skip(1)).any(|(a, b)| name(a) && name(b) && !a.ends_with([',', '.', ':', ')']))
}

/// *Enligt förslag*, *Beviljas* as a whole sentence.
pub(super) fn answers(sentence: &str) -> Option<DecisionKind> {
    let words = sentence.trim_end_matches(['.', '!']);
    ANSWERS_WHOLE.iter().any(|answer| walk::same_word(words, answer)).then_some(DecisionKind::Adopt)
}

/// *Styrelsens förslag: …*: whose the label is, and what follows it.
pub(super) fn owned<'a>(sentence: &'a str, noun: &str) -> Option<(&'a str, &'a str)> {
    let (label, rest) = sentence.split_once(':')?;
    let whose = label.trim_end_matches(['*', '_']).strip_suffix(noun)?.trim_end();
    let named = whose.len() < 40
        && whose.ends_with('s')
        && walk::is_capitalised(whose)
        && whose.split(' ').count() <= 3
        && !whose.starts_with(ENLIGT_FIRST);
    named.then(|| (whose, rest.trim_start_matches(['*', '_', ' ', '\n', '\r', '\t', '\u{a0}'])))
}

/// The width of a label of tasks at the start of a sentence: *Att göra:*, *\*\*Åtgärd\*\*:*.
fn label(sentence: &str) -> Option<usize> {
    let bare = sentence.trim_start_matches(['*', '_', '-', '–', ' ']);
    let first = bare.as_bytes().first();
    let begins = |label: &&&str| label.as_bytes().first() == first && bare.starts_with(**label);
    let name = TASK_LABELS.iter().find(begins)?;
    let after = bare[name.len()..].trim_start_matches(['*', '_', ' ']);
    let rest =
        after.strip_prefix(':')?.trim_start_matches(|c: char| matches!(c, '*' | '_') || c.is_whitespace());
    (!rest.is_empty()).then(|| sentence.len() - rest.len())
}
