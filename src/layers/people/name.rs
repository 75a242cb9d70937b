//! Reading a name off the text, from its first word on or back from its last.

use super::context::{is_free, party_after, takes};
use super::first_names::is_finite;
use super::merge::owns;
use super::word::{self, Gap, Kind, Token};
use crate::document::Span;
use crate::lexicon::Classes;
use crate::lexicon::sets::people::{ADJECTIVE_END, DEFINITE_FIRSTS, DER, GENITIVE_ENDS};
use crate::scan::Source;
use crate::text::walk;
use std::borrow::Cow;

/// Words of a name; more than this no Swedish text prints.
const MOST: usize = 6;

/// So many brackets tell whether parties stand in a text.
const BRACKETS: usize = 200;

/// A name as it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    tokens: [Token; MOST],
    pub len: usize,
}

impl Name {
    pub fn of(first: Token) -> Name {
        Name { tokens: [first; MOST], len: 1 }
    }
    pub fn tokens(&self) -> &[Token] {
        &self.tokens[..self.len]
    }
    pub fn first(&self) -> Token {
        self.tokens[0]
    }
    pub fn last(&self) -> Token {
        self.tokens[self.len.saturating_sub(1)]
    }
    pub fn span(&self) -> Span {
        Span::new(self.first().start, self.last().end)
    }
    pub fn end(&self) -> usize {
        self.last().end
    }
    pub fn push(&mut self, token: Token) -> bool {
        let room = self.len < MOST;
        if room {
            self.tokens[self.len] = token;
            self.len += 1;
        }
        room
    }
    pub fn cut(&mut self, len: usize) {
        self.len = len.clamp(1, MOST);
    }
    /// Words that are no initial and no particle.
    pub fn weight(&self) -> usize {
        self.tokens().iter().filter(|t| t.is_name()).count()
    }
}

/// The name that begins with the word at `at`: that word and the capitalised ones that belong to it.
pub(super) fn read(source: &Source, at: usize) -> Option<Name> {
    if word::may_begin(source.text, at) { read_from(source, word::token(source.text, at)?) } else { None }
}

/// The name that begins with this word.
pub(super) fn read_from(source: &Source, first: Token) -> Option<Name> {
    if first.compound || matches!(first.kind, Kind::Other) {
        return None;
    }
    let mut name = Name::of(first);
    let mut whole = if first.is_name() { 1 } else { 0 };
    while name.len < MOST {
        let Some(next) = next(source, &name) else { break };
        if !name.push(next) {
            break;
        }
        if next.is_name() {
            whole = name.len;
        }
    }
    if whole == 0 {
        return None;
    }
    name.cut(whole);
    Some(name)
}

/// *Cecilia  Magnusson  Sjöberg*: whether two blanks stand between the words of the name, as in text that was set to one width.
fn is_justified(text: &str, name: &Name) -> bool {
    let [.., before, last] = name.tokens() else { return false };
    text.get(before.end..last.start) == Some("  ")
}

/// The word after `name` if it belongs to it.
fn next(source: &Source, name: &Name) -> Option<Token> {
    let text = source.text;
    let last = name.last();
    let (gap, mut at) = word::gap(text, last.end)?;
    let gap = if gap == Gap::Blank(2) && is_justified(text, name) { Gap::Blank(1) } else { gap };
    if name.len < 3
        && let Some(at) = past_bracketed(text, at)
        && word::is_given(source, last.of(text))
    {
        let token = word::token(text, at)?;
        let written = token.of(text);
        let fits = token.kind == last.kind && token.is_name() && word::is_surname(source, written);
        return (fits && !word::is_given(source, written)).then_some(token);
    }
    if name.len <= 2
        && let Some(at) = past_nickname(text, at)
        && name.tokens().iter().all(|t| word::is_given(source, t.of(text)))
    {
        let token = word::token(text, at)?;
        let fits = token.kind == last.kind && token.is_name() && word::can_be_name(source, token.of(text));
        return fits.then_some(token);
    }
    let caps = name.tokens().iter().any(|t| t.kind == Kind::Caps);
    let given_only = name.weight() == 1;
    if given_only && gap == Gap::Blank(1) && text.as_bytes().get(at) == Some(&b'-') {
        // PDF text parts double names: "Anna -Karin".
        at += 1;
        let token = word::token(text, at)?;
        return (token.kind == last.kind && token.is_name()).then_some(Token { start: at - 1, ..token });
    }
    // Most often a word in small letters.
    let token = if word::may_begin(text, at) { word::token(text, at)? } else { return None };
    if token.compound {
        return None;
    }
    match token.kind {
        Kind::Other => return None,
        Kind::Particle | Kind::Initial if gap != Gap::Blank(1) => return None,
        Kind::Particle => {
            let doubled = token.of(text) == DER && last.kind != Kind::Particle;
            return (!doubled && !(last.kind == Kind::Initial)).then_some(token);
        }
        Kind::Initial => return Some(token),
        // Carl XVI Gustaf.
        Kind::Caps
            if !caps && gap == Gap::Blank(1) && token.of(text).bytes().all(|b| b"IVX".contains(&b)) =>
        {
            return Some(Token { kind: Kind::Initial, ..token });
        }
        Kind::Capital if caps && last.kind != Kind::Particle => return None,
        // Carl BILDT, but not "Anna Holm SKR".
        Kind::Caps if !caps && last.kind != Kind::Particle => {
            let known = given_only && token.end - token.start > 3 && word::is_surname(source, token.of(text));
            if !known {
                return None;
            }
        }
        Kind::Capital | Kind::Caps => {}
    }
    let written = token.of(text);
    // *Sofia P och Sofia L. Erik skriver*: a sentence ends behind the letter.
    let anew = || {
        let rest = text.get(token.end..).and_then(|rest| rest.strip_prefix(' '));
        word::is_first_name(written) && rest.is_some_and(|rest| rest.starts_with(char::is_lowercase))
    };
    if name.len == 2 && last.kind == Kind::Initial && last.of(text).ends_with('.') && anew() {
        return None;
    }
    // *Lena Persson Hv*: where somebody lives.
    if name.len > 1 && written.len() < 4 && !word::is_surname(source, written) {
        return None;
    }
    // *Magdalena Jaskólska*: it ends as Swedish adjectives do, whose noun follows.
    let slavic = || {
        let noun = walk::next_word(text, token.end)
            .filter(|(from, _)| *from == token.end + 1)
            .and_then(|(from, to)| text.get(from..to))
            .is_some_and(|next| next.starts_with(char::is_lowercase) && next.len() > 3 && !is_finite(next));
        given_only
            && gap == Gap::Blank(1)
            && written.ends_with(ADJECTIVE_END)
            && word::is_given(source, last.of(text))
            && !word::is_word_name(last.of(text))
            && !noun
    };
    // *Anna Sjö väljs*: a surname that is a word of places, too, behind a common given name.
    let worded = || {
        let ends = || {
            let rest = text.get(token.end..).unwrap_or("");
            let next = rest.strip_prefix(' ').unwrap_or("");
            rest.starts_with([',', '.', ')', ';']) || next.starts_with(|c: char| c.is_lowercase() || c == '(')
        };
        given_only
            && gap == Gap::Blank(1)
            && source.lexicon.names(written).has(Classes::SURNAME)
            && name.len == 1
            && word::is_first_name(last.of(text))
            && ends()
    };
    // *Anna Karin Berlin (L)*: a place behind given names, and the letters of a party.
    let placed = || {
        gap == Gap::Blank(1)
            && token.kind == Kind::Capital
            && word::is_given(source, last.of(text))
            && (word::is_place(written)
                || word::is_town(written)
                || source.lexicon.names(written).has(Classes::SURNAME))
            && party_after(source, token.end).is_some()
    };
    if !word::can_be_name(source, written) && !slavic() && !worded() && !placed() {
        return None;
    }
    // *Kultur- och fritidsnämnden*.
    if text.get(token.end..).is_some_and(|rest| rest.starts_with("- ")) {
        return None;
    }
    let surname_seen = name.len > 1
        && (name.tokens()[1..].iter().any(|t| t.is_name() && !word::is_given(source, t.of(text)))
            // *Nordbeck Carolina*, *Marie Norman*.
            || word::is_surname(source, name.first().of(text)) && !word::is_given(source, name.first().of(text))
            || name.weight() > 1 && word::is_surname(source, last.of(text)));
    match gap {
        Gap::Blank(1) => {}
        Gap::Blank(2) if given_only => {}
        // *Karin     Bergström*: blanks made wide for the look of the page, or a column for each half.
        Gap::Blank(..=12) if given_only && name.len == 1 => {
            let lettered = || party_after(source, token.end).is_some();
            let fits = word::is_first_name(last.of(text))
                && !word::is_given(source, written)
                && (word::is_surname(source, written) || lettered());
            if !fits {
                return None;
            }
        }
        Gap::Blank(_) => return None,
        // *Stina Ö⏎Karl-Otto*: two of a list.
        Gap::Break if last.kind == Kind::Initial && !line_is_full(source, last.end) => return None,
        Gap::Break => {
            // *…, Leo-Mattias⏎Mikael Volkkonen förklarar*: the next line begins with its own name.
            let own = word::is_first_name(written)
                && text
                    .get(token.end..)
                    .and_then(|rest| rest.strip_prefix(' '))
                    .is_some_and(|rest| walk::is_capitalised(rest) && !rest.starts_with('('));
            if own {
                return None;
            }
            let bracket = text.get(token.end..).is_some_and(|rest| rest.trim_start().starts_with('('));
            let full_line = line_is_full(source, last.end);
            let fits = word::is_surname(source, written);
            // "Joakim / Ramberg (V)" after a full line; "Erik / Berg" only if the surname is known.
            let is_known = |word: &str| word::is_given(source, word) && !word::is_word_name(word);
            let unknown = fits || !word::is_given(source, written);
            let cut = full_line
                && unknown
                && (bracket || given_only && is_known(name.first().of(text)) && !heads_line(source, name));
            if !cut && !(fits && (full_line || bracket)) {
                return None;
            }
        }
    }
    // "Anna Holm Erik Berg": a given name after a surname begins the next person.
    let next_person = surname_seen && begins_next(source, token);
    // "Anna Holm Röda Korsets ordförande": whose ordförande it is.
    let owner =
        || written.ends_with('s') && !word::is_surname(source, written) && leads_to_role(source, token.end);
    let others = || next_person || name.weight() > 1 && (owner() || goes_on_apart(source, name, token));
    // *Anna Holm Folke (Hamndepartementet)*: whose house it is stands behind the whole name.
    let whole = || {
        let inner = text.get(token.end..).and_then(|rest| rest.strip_prefix(" (")).unwrap_or("");
        let house = inner.get(..walk::word_end(inner, 0)).unwrap_or("");
        name.len == 2
            && gap == Gap::Blank(1)
            && word::is_first_name(name.first().of(text))
            && !word::is_given(source, last.of(text))
            && walk::is_capitalised(house)
            && house.len() > 3
    };
    (!others() || whole()).then_some(token)
}

/// *Smidesmästaren Anna Holm*: a word in its definite form before a given name is what somebody is.
pub(super) fn without_title(source: &Source, mut name: Name) -> Name {
    let text = source.text;
    let first = name.first().of(text);
    let second = name.tokens().get(1).is_some_and(|t| word::is_given(source, t.of(text)));
    if name.weight() > 2
        && second
        && !word::is_given(source, first)
        && DEFINITE_FIRSTS.iter().any(|end| first.ends_with(end))
    {
        name.tokens.copy_within(1.., 0);
        name.len -= 1;
    }
    name
}

/// Whether a whole name stands before this word, which begins something else: where somebody lives (*Anna Holm Arvika*),
/// or what stood on the next line before the lines were run together (*Anna Holm Havens framtid*).
pub(super) fn goes_on_apart(source: &Source, name: &Name, token: Token) -> bool {
    let text = source.text;
    let (first, last, written) = (name.first().of(text), name.last().of(text), token.of(text));
    let registered = |word: &str| source.lexicon.names(word).has(Classes::SURNAME);
    if token.kind != Kind::Capital
        || !word::is_given(source, first)
        || name.weight() == 1
        || word::is_given(source, last) && !registered(last)
        || registered(written)
        || word::is_given(source, written)
    {
        return false;
    }
    // *Karl Bergs Konsthall*
    if last.ends_with('s') && takes(written, "after") {
        return true;
    }
    let genitive = || GENITIVE_ENDS.iter().any(|ending| written.ends_with(ending));
    let known = registered(last);
    // Where members have parties a third name is a surname: *Anna Holm Alme (L)*.
    let towns = || {
        if party_after(source, token.end).is_some() {
            return false;
        }
        let mut brackets = source.cues.of(Classes::BRACKET).take(BRACKETS);
        !brackets.any(|cue| party_after(source, cue.start as usize).is_some())
    };
    // *Anna Hjort Ekmark Permission*: a fourth word behind a surname, which no list knows.
    let fourth = || {
        name.weight() > 2
            && word::is_first_name(first)
            && !word::is_given(source, name.tokens()[1].of(text))
            && word::is_surname(source, last)
            && !word::is_given(source, last)
            && !word::is_surname(source, written)
            && party_after(source, token.end).is_none()
    };
    (word::is_town(written) || known && word::is_home(written)) && towns()
        || fourth()
        || !word::is_surname(source, written)
            && (genitive() || owns(source, text.get(token.end..).unwrap_or("")))
}

/// Whether after a surname this word begins the next person's name: a given name that is no surname; one that is a
/// word or a surname too (*Per, Martin*) if a capital follows it.
pub(super) fn begins_next(source: &Source, token: Token) -> bool {
    let text = source.text;
    let written = token.of(text);
    if !word::is_given(source, written) {
        return false;
    }
    if !word::is_word_name(written) && !word::is_surname(source, written) {
        return true;
    }
    matches!(word::gap(text, token.end), Some((Gap::Blank(1), at)) if word::may_begin(text, at))
}

/// Whether two or three words may be a name that no list knows.
pub(super) fn is_plain(source: &Source, name: &Name) -> bool {
    let text = source.text;
    let fits = |t: &Token| {
        matches!(t.kind, Kind::Initial | Kind::Particle)
            || t.kind == Kind::Capital && word::can_be_name(source, t.of(text))
    };
    (2..=3).contains(&name.weight())
        && !begins_with_genitive(source, name)
        && name.tokens().iter().all(fits)
        && is_free(source, name)
}

/// *Göteborgs Stad*: the first word may be whose the second is.
pub(super) fn begins_with_genitive(source: &Source, name: &Name) -> bool {
    let first = name.first().of(source.text);
    first.ends_with('s')
        && !word::is_given(source, first)
        && !word::is_surname(source, name.last().of(source.text))
}

/// Whether a role stands right after `at`.
fn leads_to_role(source: &Source, at: usize) -> bool {
    let next = walk::next_word(source.text, at).and_then(|(start, end)| source.text.get(start..end));
    next.is_some_and(|word| source.lexicon.classes_of(word).has(Classes::ROLE))
}

/// The word after a nickname between quotation marks that opens at `open`: *Anna "Ankan" Holm*.
fn past_nickname(text: &str, open: usize) -> Option<usize> {
    let mark = walk::char_at(text, open).filter(|c| matches!(c, '"' | '”' | '“' | '\''))?;
    let inner = text.get(open + mark.len_utf8()..)?;
    let close = inner.char_indices().take(24).find(|(_, c)| matches!(c, '"' | '”' | '\''))?;
    let end = open + mark.len_utf8() + close.0 + close.1.len_utf8();
    let (gap, next) = word::gap(text, end)?;
    (gap == Gap::Blank(1) && close.0 > 0 && !inner.get(..close.0)?.contains('\n')).then_some(next)
}

/// *Per-Arne (Putte) Holm*: past what somebody is called in brackets, which is no party.
fn past_bracketed(text: &str, open: usize) -> Option<usize> {
    let inner = text.get(open..)?.strip_prefix('(')?;
    let called = inner.get(..walk::word_end(inner, 0))?;
    let rest = inner.get(called.len()..)?.strip_prefix(") ")?;
    let fits = called.len() > 1 && walk::is_capitalised(called) && !word::is_party(called);
    (fits && walk::is_capitalised(rest)).then_some(text.len() - rest.len())
}

/// Whether the name stands at the start of its line or of a column.
fn heads_line(source: &Source, name: &Name) -> bool {
    let start = name.first().start;
    source.text.get(..start).is_some_and(|before| before.ends_with("  ") || before.ends_with('\t'))
        || source.lines.get(source.lines.index(start)).is_some_and(|line| line.start as usize == start)
}

/// Whether the line that ends after `at` was broken for want of room: names are cut there.
fn line_is_full(source: &Source, at: usize) -> bool {
    source.lines.get(source.lines.index(at.saturating_sub(1))).is_some_and(|line| line.len() > 55)
}

/// The name whose last word ends at `end`: capitalised words to the left on the line.
#[inline]
pub(super) fn read_back(source: &Source, end: usize) -> Option<Name> {
    if word::may_end(source.text, end) { read_words_back(source, end) } else { None }
}

/// The same once it is known that a name may end there.
fn read_words_back(source: &Source, end: usize) -> Option<Name> {
    let text = source.text;
    let mut tokens = [None; MOST];
    let (mut at, mut count) = (end, 0);
    while count < MOST {
        let Some(token) = token_back(text, at) else { break };
        let part = match token.kind {
            Kind::Capital | Kind::Caps => !token.compound && word::can_be_name(source, token.of(text)),
            Kind::Initial | Kind::Particle => count > 0,
            Kind::Other => false,
        };
        if !part {
            break;
        }
        tokens[count] = Some(token);
        count += 1;
        let space = walk::skip_space_back(text, token.start);
        // *O.H. Olsson*, *P.Holm*
        let glued = space == token.start
            && matches!(text.as_bytes().get(space.wrapping_sub(2)..space), Some([b'A'..=b'Z', b'.']));
        if !glued
            && text.get(space..token.start) != Some(" ")
            && text.get(space..token.start) != Some("\u{a0}")
        {
            // Over a line's end if the line was full.
            let broken = text.get(space..token.start).is_some_and(|s| s.matches('\n').count() == 1);
            // A line that begins with a given name of its own.
            let own = count > 1 && word::is_given(source, token.of(text));
            if !broken || own || count > 2 || !line_is_full(source, space) {
                break;
            }
        }
        at = space;
    }
    // A particle or a lone initial does not begin a name here.
    while count > 0 && tokens[count - 1].is_some_and(|t| t.kind == Kind::Particle) {
        count -= 1;
    }
    let mut found: Option<Name> = None;
    for token in tokens.iter().take(count).rev().flatten() {
        match &mut found {
            None => found = Some(Name::of(*token)),
            Some(name) => {
                name.push(*token);
            }
        }
    }
    let found = found.filter(|name| name.weight() > 0)?;
    Some(without_opener(source, last_person(source, found)))
}

/// *Anna Holm Per Berg anmälde*: persons that stand one behind the other, as in a list whose lines were run together; the
/// last of them is read.
fn last_person(source: &Source, mut name: Name) -> Name {
    let given = |token: &Token| word::is_given(source, token.of(source.text));
    let begins = |&at: &usize| {
        let (before, rest) = name.tokens().split_at(at);
        matches!((before, rest), ([first, .., last], [next, _, ..])
            if last.is_name() && !given(last) && given(first) && begins_next(source, *next))
    };
    if let Some(at) = (2..name.len).rev().find(begins) {
        name.tokens.copy_within(at.., 0);
        name.len -= at;
    }
    name
}

/// *Då Anna Holm*: a word that opens a sentence is capitalised and no part of the name after it.
fn without_opener(source: &Source, mut name: Name) -> Name {
    let text = source.text;
    let before = walk::skip_space_back(text, name.first().start);
    let opens = match walk::char_before(text, before) {
        None => true,
        Some(c) => {
            matches!(c, '.' | '!' | '?' | ':')
                || text.get(before..name.first().start).is_some_and(|s| s.contains('\n'))
        }
    };
    let second = name.tokens().get(1).is_some_and(|t| word::is_given(source, t.of(text)));
    if opens && name.len > 2 && second && !word::is_given(source, name.first().of(text)) {
        name.tokens.copy_within(1.., 0);
        name.len -= 1;
    }
    name
}

/// The word, with its hyphenated parts, that ends at `end`.
fn token_back(text: &str, end: usize) -> Option<Token> {
    let stop = if text.as_bytes().get(end.wrapping_sub(1)) == Some(&b'.') { end - 1 } else { end };
    let mut start = walk::word_start(text, stop);
    let stopped = || stop < end && stop - start > 2 && !word::is_short_first(&text[start..stop]);
    if start == stop || stopped() {
        return None;
    }
    while let Some(joint @ ('-' | '‑' | '\'' | '’')) = walk::char_before(text, start) {
        let before = start - joint.len_utf8();
        let next = walk::word_start(text, before);
        if next == before || end - next > 60 {
            break;
        }
        start = next;
    }
    // C.-H. Hermansson.
    if let Some(first) = text.get(..start).and_then(|t| t.strip_suffix(".-"))
        && stop < end
        && walk::word_start(first, first.len()) + 1 == first.len()
    {
        return Some(Token { start: first.len() - 1, end, kind: Kind::Initial, compound: false });
    }
    let token = word::token(text, start)?;
    (token.end >= stop).then_some(token)
}

/// The name as it is to be called: on one line, capitals as *Anna Karin Hatt*.
pub(super) fn written<'t>(text: &'t str, tokens: &[Token]) -> Cow<'t, str> {
    let in_caps = |token: &Token| {
        token.kind == Kind::Caps || token.of(text).strip_prefix('-').is_some_and(walk::is_all_caps)
    };
    let is_particle = |token: &Token| token.kind == Kind::Particle && walk::is_all_caps(token.of(text));
    // (A nickname between them stays: *Anna "Ankan" Holm*.)
    let blank = |pair: &[Token]| {
        let gap = text.get(pair[0].end..pair[1].start);
        gap.is_some_and(|gap| {
            let nickname = || gap.starts_with([' ', '"', '”', '“']) && gap.contains(char::is_alphabetic);
            gap == " " || gap.is_empty() || gap.len() > 3 && nickname()
        })
    };
    if let (Some(first), Some(last)) = (tokens.first(), tokens.last())
        && tokens.windows(2).all(blank)
        && !tokens.iter().any(in_caps)
    {
        return Cow::Borrowed(text.get(first.start..last.end).unwrap_or(""));
    }
    let mut out = String::with_capacity(tokens.iter().map(|token| token.end - token.start + 1).sum());
    for token in tokens {
        // *Oskar II*
        let count = !out.is_empty() && token.of(text).bytes().all(|b| b"IVX".contains(&b));
        if !out.is_empty() {
            out.push(' ');
        }
        if is_particle(token) {
            out.push_str(&token.of(text).to_lowercase());
        } else if in_caps(token) && !count {
            word::push_title_case(&mut out, token.of(text));
        } else {
            out.push_str(token.of(text));
        }
    }
    Cow::Owned(out)
}
