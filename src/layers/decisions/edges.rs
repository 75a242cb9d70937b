//! Where a deciding clause begins and ends in a sentence that no full stop cut: a heading before it on its line or on the
//! line above, the next matter behind it.

use super::heads::Head;
use super::verbs::Form;
use super::words::Sentence;
use crate::document::DecisionKind;
use crate::layers::structure::nominative;
use crate::lexicon::sets::decisions::{
    BARE_DECISION, BARE_PROPOSAL, BELOW, DEFINITE_ENDS, FINITE, FINITE_ENDS, FOR_DECISION, HEADING_WORDS,
    LEADING_ON, LINE_ENDS, PAST_ENDS, PROPOSAL_CASES,
};
use crate::lexicon::sets::function_words::{
    AND_BUT, ATT, ENLIGT_FIRST, HAVE, MEDAN, MEN, NAMED_AGAIN, OCH_OR_SAMT, TO_OR_THAT,
};
use crate::lexicon::sets::speeches::PERSONS;
use crate::text::walk;

/// A clause is looked for within this many words before its verb.
const FAR: usize = 60;

/// The word by which the clause of `head` begins, from the word `from` on.
pub(super) fn opening(s: &Sentence, from: usize, head: &Head) -> usize {
    let first = head.subject.map_or(head.at, |b| super::body::extent(s, b).0.min(head.at));
    if head.form.is_active() && head.subject.is_none_or(|b| b > head.at) && follows_label(s, from, head.at) {
        return head.at;
    }
    // *4 Dagordningens godkännande att godkänna dagordningen*
    if s.form(head.at) == Some(Form::Infinitive) && head.at > from && s.is(head.at - 1, ATT) {
        return head.at - 1;
    }
    let titled = reads_like_heading(s, from);
    let back = from.max(first.saturating_sub(FAR));
    (back + 1..=first).rev().find(|&i| opens(s, from, i, head, titled)).unwrap_or(from)
}

/// *…val av justerare Beslut ⟦valde⟧ Anna Holm*, *Beslut - ⟦beslutar⟧ att …*: a label runs into the verb.
pub(super) fn follows_label(s: &Sentence, from: usize, at: usize) -> bool {
    at > from + 1
        && matches!(s.gap(at), ' ' | '-' | '–')
        && s.is(at - 1, BARE_DECISION)
        && walk::is_capitalised(s.word(at - 1))
        && s.word(at).starts_with(char::is_lowercase)
}

/// Where the clause of `head` begins behind another one with a subject and a verb of its own: *Anna Holm läste upp
/// berättelsen och ⟦styrelsen beviljades ansvarsfrihet⟧*. With one subject for both it is one clause.
pub(super) fn own_clause(s: &Sentence, from: usize, head: &Head) -> usize {
    let first =
        head.subject.filter(|&b| b < head.at).map_or(head.at, |b| super::body::extent(s, b).0.min(head.at));
    let joins = |i: usize| s.is(i, AND_BUT) && i >= from + 3;
    let Some(joint) = (from.max(first.saturating_sub(4))..first).rev().find(|&i| joins(i)) else {
        return from;
    };
    // A subject must stand between, and nothing but it.
    let subject = joint + 1..head.at;
    let named = subject.clone().any(|i| s.words[i].body || s.words[i].person);
    let apart = subject.clone().any(|i| matches!(s.gap(i + 1), ',' | ':' | ';')) || s.gap(joint + 1) == ',';
    // *…läste upp berättelsen och den lades till handlingarna*
    let again = s.is(joint + 1, NAMED_AGAIN) && joint + 2 == head.at;
    // *Ordföranden öppnade mötet och dagordningen godkändes*; not *Bokslutet lästes och rapporten godkändes*
    let deed = |i: usize| is_other_deed(s, i) && !s.word(i).ends_with('s');
    let noun = s.word(joint + 1);
    let other = head.form == Form::PassivePast
        && joint + 2 == head.at
        && DEFINITE_ENDS.iter().any(|end| noun.len() > end.len() + 3 && noun.ends_with(end))
        && (from..joint).any(deed);
    let named = named || again || other;
    let told = (from..joint).any(|i| is_finite(s, i));
    // *hade Bergman och Ek yrkat*: two subjects of one verb.
    let (before, after) = (&s.words[joint - 1], &s.words[joint + 1..head.at.max(joint + 1)]);
    let listed =
        before.person && after.iter().any(|w| w.person) || before.body && after.iter().any(|w| w.body);
    let bound =
        matches!(head.form, Form::Supine | Form::PassiveSupine) && !subject.clone().any(|i| s.is(i, HAVE));
    // *…och beslutade att*: no subject of its own.
    if named && !apart && told && !listed && !bound && joint + 1 < head.at { joint + 1 } else { from }
}

/// Whether the word `i` is an adverb by which the next deed is told, its verb right behind it: *…, däremot togs beslut*,
/// *… och sedan ställdes förslagen mot varandra*.
pub(super) fn leads_on(s: &Sentence, i: usize) -> bool {
    let told = |i: usize| {
        let word = s.word(i);
        s.form(i).is_some_and(|f| matches!(f, Form::Past | Form::PassivePast))
            || word.len() > 4 && PAST_ENDS.iter().any(|end| word.ends_with(end))
    };
    s.is_of(i, &LEADING_ON) && told(i + 1)
}

/// Whether the word looks like a finite verb, as far as its ending tells.
pub(super) fn is_finite(s: &Sentence, at: usize) -> bool {
    let word = s.word(at);
    let told = s.form(at).is_some_and(|f| !matches!(f, Form::Noun | Form::Infinitive | Form::Participle));
    let ends = || FINITE_ENDS.iter().any(|end| word.ends_with(end));
    told || s.is_of(at, &FINITE) || (word.starts_with(char::is_lowercase) && word.len() > 4 && ends())
}

/// Whether the word is a finite verb that settles nothing: *öppnade, ledde*.
fn is_other_deed(s: &Sentence, at: usize) -> bool {
    s.words.get(at).is_some_and(|word| word.verb.is_none()) && is_finite(s, at)
}

/// Where the words behind a label that runs into its sentence begin: *Lokalen: ⟦Vi beslutade att flytta.⟧*
pub(super) fn past_label(s: &Sentence, from: usize, head: &Head) -> usize {
    let far = if s.is_of(from, &HEADING_WORDS) { 12 } else { 5 };
    let label = |i: usize| {
        // *betänkande 2023/24:TU9*: a colon inside a name ends no label.
        let before = s.words[i].span.start.checked_sub(1).and_then(|at| s.text.as_bytes().get(at as usize));
        s.gap(i) == ':'
            && before.is_some_and(u8::is_ascii_whitespace)
            && walk::is_capitalised(s.word(i))
            && !(from..i).any(|k| s.words[k].person || s.words[k].body || s.words[k].verb.is_some())
    };
    (from + 1..=head.at.min(from + far)).find(|&i| label(i)).unwrap_or(from)
}

/// Whether a clause begins with the word `i`, though no mark stands before it.
fn opens(s: &Sentence, from: usize, i: usize, head: &Head, titled: bool) -> bool {
    let word = s.word(i);
    // *…föredrogs av kassören, Därefter godkändes den*
    if s.gap(i) == ',' && walk::is_capitalised(word) && leads_on(s, i) {
        return true;
    }
    // *…, Sten Ek (M) Utses att justera Per Ek*
    if s.gap(i) == ')' && i == head.at && head.kind == DecisionKind::Elect && s.is(i + 1, ATT) {
        return walk::is_capitalised(word);
    }
    if !walk::is_capitalised(word) || !matches!(s.gap(i), ' ' | '|' | '-' | '(' | '.' | ':' | '•' | '●' | '▪')
    {
        return false;
    }
    // *…Stefan Eks⏎(SD) förslag*, *Anna⏎Holm (C) yrkar …*: a name goes on.
    let party = s.gap(i) == '(' && (word.len() == 1 || walk::is_all_caps(word));
    if party || s.words[i - 1].given && s.words[i].person && !s.words[i].given {
        return false;
    }
    // *Kommundirektörens förslag: Kommunstyrelsen beviljar bidraget.*
    if s.gap(i) == ':' {
        // *Fastställande av dagordningen: Godkändes.*
        let answered = i == head.at && !head.form.is_active() && reads_like_heading(s, from);
        return answered
            || s.is(i - 1, BARE_PROPOSAL)
            || (s.is(i - 1, BARE_DECISION) && s.is(i.saturating_sub(3), BARE_PROPOSAL));
    }
    if is_bullet(s.gap(i)) {
        return true;
    }
    // *…på 14 milj. Miljöpartiet yrkade …*
    if s.gap(i) == '.' {
        return !s.words[i].person && s.word(i - 1).len() > 2;
    }
    if breaks_before(s, i) {
        return titled || head.at <= i + 1 || is_short_line(s, i);
    }
    // *DOMSLUT Tingsrätten ogillar käromålet.*: a heading in capitals, its line lost.
    let (before, first) = (s.word(i - 1), head.subject.map_or(head.at, |b| super::body::extent(s, b).0));
    if i == first && before.len() > 5 && walk::is_all_caps(before) && !walk::is_all_caps(word) {
        return true;
    }
    let titled = titled
        || (i.saturating_sub(6).max(from)..i)
            .any(|k| s.is_of(k, &HEADING_WORDS) && walk::is_capitalised(s.word(k)));
    let told = |at: usize| {
        (from.max(at.saturating_sub(FAR))..at)
            .any(|k| s.form(k).is_some_and(|f| !matches!(f, Form::Noun | Form::Infinitive)))
    };
    let elected = head.kind == DecisionKind::Elect;
    match s.words[i].verb {
        // *Godkännande av dagordning Godkänns.*
        // *Dagordningen Godkändes*: a slip, for the word before it is its subject.
        Some(verb) if i == head.at => {
            // *Mötets behöriga utlysande Godkändes*
            let bare = i <= from + 3 && !(from..i).any(|k| s.is_of(k, &HEADING_WORDS));
            return !verb.form.is_active() && !walk::is_all_caps(word) && !bare;
        }
        _ => {}
    }
    if s.is(i, TO_OR_THAT) {
        return elected;
    }
    if !titled || told(i) {
        return false;
    }
    if s.words[i].person {
        return elected && !s.words[i - 1].person && !head.form.is_active();
    }
    // *Val av ordförande Sittande ordförande valdes*
    let whole = elected
        && !head.form.is_active()
        && head.at - i <= 6
        && !s.is_of(i - 1, &LINE_ENDS)
        && !s.words[i].given
        && (i + 1..=head.at).all(|k| s.gap(k) == ' ' && s.word(k).starts_with(char::is_lowercase));
    s.words[i].body
        || whole && head.at > i
        || (head.at - i <= 2 && DEFINITE_ENDS.iter().any(|end| word.ends_with(end)))
}

/// Whether the sentence begins as a heading does: with a number, a § or a word for an item.
pub(super) fn reads_like_heading(s: &Sentence, from: usize) -> bool {
    let first = s.span.of(s.text).chars().next();
    let marked = from == 0 && first.is_some_and(|c| matches!(c, '§' | '#' | '*' | '&' | '•' | '|'));
    marked || s.word(from).starts_with(|c: char| c.is_ascii_digit()) || s.is_of(from, &HEADING_WORDS)
}

/// A line begins with the word `i`.
pub(super) fn breaks_before(s: &Sentence, i: usize) -> bool {
    let (Some(before), Some(word)) = (s.words.get(i.wrapping_sub(1)), s.words.get(i)) else { return false };
    s.text.get(before.span.end as usize..word.span.start as usize).is_some_and(|gap| gap.contains('\n'))
}

/// The line that the word `i` begins is marked as a heading: *** § 5 Val av revisor*, *§ 5*, *## Val*.
fn heads_line(s: &Sentence, i: usize) -> bool {
    let (Some(before), Some(word)) = (s.words.get(i.wrapping_sub(1)), s.words.get(i)) else { return false };
    let gap = s.text.get(before.span.end as usize..word.span.start as usize).unwrap_or("");
    let mark = gap.rsplit('\n').next().unwrap_or("").trim_start();
    mark.starts_with(['§', '#']) || mark.starts_with("** ") || mark.starts_with("*** ")
}

/// Where the line of the word `at` begins, or one above it that was not broken on purpose.
pub(super) fn line_start(s: &Sentence, from: usize, at: usize) -> usize {
    // Sentences of one line are most.
    if s.longest_line() == s.span.len() {
        return from;
    }
    (from.max(at.saturating_sub(FAR)) + 1..=at)
        .rev()
        .find(|&i| opens_line(s, i) && (i == at || is_short_line(s, i)))
        .unwrap_or(from)
}

/// A line begins with the word `i`, in a capital.
pub(super) fn opens_line(s: &Sentence, i: usize) -> bool {
    walk::is_capitalised(s.word(i)) && breaks_before(s, i)
}

fn is_bullet(mark: char) -> bool {
    matches!(mark, '•' | '●' | '▪')
}

/// The word after the last one of the line that began with the word `at`, where the next line is another matter.
pub(super) fn line_end(s: &Sentence, at: usize) -> usize {
    (at + 1..s.len())
        .find(|&i| is_bullet(s.gap(i)) || opens_line(s, i) && is_short_line(s, i))
        .unwrap_or(s.len())
}

/// Whether the line above the word `i` was broken on purpose: the word would have had room there, seen from the
/// sentence's longest line, and nothing in it asks to go on.
pub(super) fn is_short_line(s: &Sentence, i: usize) -> bool {
    if s.is_of(i - 1, &LINE_ENDS) {
        return false;
    }
    let before = s.text.get(s.span.start as usize..s.words[i].span.start as usize).unwrap_or("").trim_end();
    let above = before.get(before.rfind('\n').map_or(0, |at| at + 1)..).unwrap_or(before).trim();
    // *** § 5 Val av revisor*: a heading is never broken.
    let titled = above.starts_with(['#', '§'])
        || above.starts_with("**") && above.trim_start_matches('*').starts_with(' ');
    let longest = s.longest_line();
    titled || above.len() + s.words[i].span.len() + 1 < longest
}

/// Where the clause of a choice ends, as the word after its last one: after the names, where a new line or a new matter
/// begins without a mark.
pub(super) fn closing(s: &Sentence, head: &Head, end: usize) -> usize {
    // *…med 25 röster mot 7.⏎9.2 Motion om laddstolpar*
    let item = |i: usize| {
        let number = |i: usize| {
            !s.word(i).is_empty() && s.word(i).len() < 3 && s.word(i).bytes().all(|b| b.is_ascii_digit())
        };
        number(i) && number(i + 1) && s.gap(i + 1) == '.' && walk::is_capitalised(s.word(i + 2))
    };
    let next = |i: &usize| {
        is_bullet(s.gap(*i))
            || breaks_before(s, *i) && (item(*i) || heads_line(s, *i))
            || s.gap(*i) == ' ' && opens_line(s, *i) && !s.words[*i].person && is_short_line(s, *i)
    };
    // *Dagordningen godkändes 3 Minnesanteckningar från förra mötet*
    let numbered = |i: &usize| {
        let number = s.word(*i).bytes().all(|b| b.is_ascii_digit());
        number
            && s.gap(*i) == ' '
            && s.gap(*i + 1) == ' '
            && walk::is_capitalised(s.word(*i + 1))
            && s.span.len() > 300
    };
    // *Förslaget godkändes enligt nedan* and lines of names: they belong to it.
    let tells_below = |i: usize| s.is(i, BELOW) && breaks_before(s, i + 1);
    if (head.at + 1..end.min(head.at + 8)).any(tells_below) {
        return end;
    }
    // *Anna Holm valdes till ordförande och tackade för förtroendet*, *… och hon ledde mötet*: what the one chosen does.
    let acts = |i: usize| {
        let other = is_other_deed(s, i + 1) || s.is_of(i + 1, &PERSONS) && is_other_deed(s, i + 2);
        head.kind == DecisionKind::Elect && (other || s.is(i, MEN))
    };
    // *Anna Holm omvaldes, medan Per Ek sitter till våren*
    let aside = |i: usize| head.kind == DecisionKind::Elect && s.is(i, MEDAN);
    // *…röstades ner, och sedan ställdes de andra mot varandra*: another deed.
    let goes_on = |i: &usize| aside(*i) || s.is(*i, AND_BUT) && (leads_on(s, *i + 1) || acts(*i));
    let end = (head.at + 1..end).find(|i| next(i) || numbered(i) || goes_on(i)).unwrap_or(end);
    if head.kind != DecisionKind::Elect {
        return end;
    }
    let Some(first) = (head.at + 1..end.min(head.at + 24)).find(|&i| s.words[i].person) else { return end };
    let mut last = first;
    let mut i = first + 1;
    while i < end {
        let word = &s.words[i];
        let party = word.gap == '(' || (word.gap == ' ' && s.word(i).len() <= 2);
        // *Anna Holm, Darbush Karofani*: a name that nothing else tells as one.
        let listed = matches!(word.gap, ',')
            || s.is(i - 1, OCH_OR_SAMT)
            || (last == i - 1 && !s.words[last].person && word.gap == ' ' && s.gap(last) != '(');
        if word.person || listed && walk::is_capitalised(s.word(i)) && word.verb.is_none() && !word.body {
            last = i;
        } else if walk::is_capitalised(s.word(i))
            && !party
            && matches!(word.gap, ' ' | ')')
            && !s.is_of(i - 1, &LINE_ENDS)
        {
            return i;
        } else if word.gap == '(' && s.word(i).len() <= 6 {
            last = i;
        } else if i > last + 8 {
            return end;
        }
        i += 1;
    }
    end
}

/// Whether *…förslag:* stands before the word `from`, in its sentence or before it; and whose, where it says so.
pub(super) fn put_by(s: &Sentence, from: usize) -> Option<Option<String>> {
    let start = s.words.get(from)?.span.start as usize;
    let before = s
        .text
        .get(start.saturating_sub(100)..start)
        .or_else(|| s.text.get(start.saturating_sub(99)..start))?;
    let before = before.trim_end().strip_suffix(':')?;
    let line = before.rsplit('\n').next().unwrap_or(before).trim();
    let line = line.strip_suffix(FOR_DECISION).unwrap_or(line);
    let whose = PROPOSAL_CASES.iter().find_map(|noun| line.strip_suffix(noun))?.trim();
    let alone = whose.is_empty()
        || !whose.starts_with(ENLIGT_FIRST)
            && (whose.ends_with('s') && whose.split(' ').count() <= 4 && walk::is_capitalised(whose));
    alone.then(|| (!whose.is_empty()).then(|| nominative(without_genitive(whose))))
}

/// *Stadsdirektör Anna Holms* → *Stadsdirektör Anna Holm*: of a single word `nominative` tells the genitive.
pub(super) fn without_genitive(whose: &str) -> &str {
    whose.strip_suffix('s').filter(|name| name.contains(' ')).unwrap_or(whose)
}
