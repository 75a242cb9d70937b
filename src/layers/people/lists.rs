//! Names in lists: *Holm, Anna* on a line of its own, and given names that only their place tells.

use super::candidate::Candidate;
use super::context::{comma_role, is_free, party_after, party_cell};
use super::name;
use super::word::{self, Kind};
use crate::document::Span;
use crate::document::rule::rule;
use crate::lexicon::Classes;
use crate::lexicon::sets::people::{BEFORE_PLACE, DEFINITE_ENDINGS, PARTICLES, PLACE_TAILS};
use crate::scan::Source;
use crate::text::walk;

rule! {
    /// A line of attendance or signature that holds a name alone.
    pub(super) LIST = "person.list";
    finds "Närvarande\n\n⟦Hravn Lindberg⟧\nAnna Holm\n";
    finds "Frånvarande\n\n⟦Lindahl, Petra⟧\nNordin, Lotta\n";
    finds "Lindahl, Petra\nNordin, Lotta\n⟦Erik Holm, Tuvla⟧\nBerg, Anna Ek, Per\n";
    finds "I gruppen ingår ⟦Thinh Bui-Ljungqvist⟧ och två till.";
    passes "Innehåll\n\nVästra Lindberg\nRegion Skåne\n";
    passes "Ledord\n\nMod, Tillit\nAnsvar, Omtanke\n";
}

/// *Nachemson, Lotta* on a line of its own, as lists of attendance and votes have it.
pub(super) fn inverted<'t>(source: &Source<'t>, at: usize) -> Option<Candidate<'t>> {
    let text = source.text;
    let before = text.get(..at)?;
    // *Nachemson,⏎Lotta*, where the column was too narrow.
    let broken = || before.strip_suffix(",\n").or_else(|| before.strip_suffix(",\r\n"));
    let whole = before.strip_suffix(", ").map(str::trim_end);
    let end = whole.or_else(broken)?.len();
    let (own, index) = (source.lines.index(at), source.lines.index(end));
    let line = source.lines.get(index)?;
    let last = source.lines.get(own)?;
    let surname = name::read_back(source, end)?;
    // *von Platen, Carl*
    let lead = text.get(line.start as usize..surname.first().start)?;
    // *1 Holm, Anna (nr 4)*, behind a number or a bullet.
    let marks = lead.len() - lead.trim_start_matches(|c: char| !c.is_alphabetic()).len();
    let lead = lead.get(if marks < 6 { marks } else { 0 }..)?;
    let particle = lead.strip_suffix(' ').filter(|word| PARTICLES.has(word));
    if !lead.is_empty() && particle.is_none() || surname.first().kind != Kind::Capital {
        return None;
    }
    let given = name::read(source, at)?;
    let rest = text.get(given.end()..(last.end as usize).max(given.end()))?;
    let closes = rest.is_empty()
        || rest.starts_with("  ")
        || rest.starts_with('\t')
        || rest.starts_with(" (")
        || party_after(source, given.end()).is_some()
        || party_cell(source, given.end()).is_some();
    let alone = surname.first().of(text);
    let lists = word::is_given(source, alone)
        && !word::is_surname(source, alone)
        && !(own > index && surname.weight() > 2);
    if !closes || lists || given.len > 2 || !given.tokens().iter().all(|t| word::is_given(source, t.of(text)))
    {
        return None;
    }
    let called = format!(
        "{} {}{}",
        name::written(text, given.tokens()),
        particle.map_or(String::new(), |word| format!("{word} ")),
        name::written(text, surname.tokens())
    );
    let start = particle.map_or(surname.first().start, |word| surname.first().start - word.len() - 1);
    Some(Candidate::named(Span::new(start, given.end()), called, &LIST))
}

/// *Nordbeck Carolina (FP)*: the surname first, without a comma, as some registers print it; the party's letters or
/// a line of its own tell that the two are one.
pub(super) fn without_comma<'t>(source: &Source<'t>, given: &name::Name) -> Option<Candidate<'t>> {
    let text = source.text;
    let lettered = letters_after(text, given.end()).is_some();
    if !lettered && !closes_cell(source, given.end()) {
        return None;
    }
    let before = text.get(..given.first().start)?.strip_suffix(' ')?;
    let surname = name::read_back(source, before.len())?;
    let last = surname.last().of(text);
    let known = word::is_given(source, surname.first().of(text)) && !word::is_surname(source, last);
    if known || surname.len > 2 || surname.tokens().iter().any(|t| t.kind != Kind::Capital) {
        return None;
    }
    // Without a bracket both must be known for what they are, and fill a cell.
    let told = || {
        let (first, written) = (surname.first(), given.first().of(text));
        surname.len == 1
            && opens_cell(source, first.start)
            && word::is_surname(source, last)
            && !word::is_given(source, last)
            && (word::is_first_name(written)
                || word::is_given(source, written) && !word::is_surname(source, written))
    };
    if !lettered && !told() {
        return None;
    }
    let called = format!("{} {}", name::written(text, surname.tokens()), name::written(text, given.tokens()));
    Some(Candidate::named(Span::new(surname.first().start, given.end()), called, &LIST))
}

/// Whether a cell or a line ends at `at`.
fn closes_cell(source: &Source, at: usize) -> bool {
    let rest = source.text.get(at..).unwrap_or("");
    rest.is_empty() || ["  ", "\t", "\n", "\r", "|", " |", " \n"].iter().any(|mark| rest.starts_with(mark))
}

/// Whether a cell begins at `at`, behind wide blanks or a bar.
fn opens_cell(source: &Source, at: usize) -> bool {
    let before = source.text.get(..at).unwrap_or("");
    ["  ", "\t", "|", "| "].iter().any(|mark| before.ends_with(mark))
}

/// Capitals in brackets: of a party or an organisation.
fn letters_after(text: &str, at: usize) -> Option<()> {
    let inner = text.get(at..)?.strip_prefix(" (")?;
    let letters = inner.get(..inner.bytes().take(9).position(|b| b == b')')?)?;
    letters.chars().all(|c| c.is_alphabetic()).then_some(())
}

/// *Thinh Bui-Ljungqvist, handläggare*: the given name is in no register, but the place says that it is one.
pub(super) fn unknown_given<'t>(source: &Source<'t>, at: usize) -> Option<Candidate<'t>> {
    let text = source.text;
    let end = word::token(text, at).filter(|t| t.is_name())?.end;
    let name = name::read_back(source, end)?;
    let first = name.first();
    let written = first.of(text);
    let only = name.tokens().iter().all(|t| matches!(t.kind, Kind::Capital | Kind::Initial | Kind::Particle));
    if name.weight() < 2 || !only || name.len > 4 || !is_free(source, &name) {
        return None;
    }
    let genitive = written.ends_with('s') && !word::is_given(source, written);
    // *CoderDojo Lund*.
    let humped = written.split('-').any(|part| part.chars().skip(1).any(char::is_uppercase));
    // *Närhälsan Karlsborg*: of a surname that only its form tells, a word in its definite form is no given name.
    let last = name.last().of(text);
    let known = source.lexicon.names(last).has(Classes::SURNAME) || word::is_given(source, written);
    let place = !word::is_given(source, written) && word::is_place(last);
    let place = place
        || !word::is_given(source, written)
            && PLACE_TAILS.has(last)
            && walk::previous_word(text, first.start)
                .is_some_and(|(from, to)| text.get(from..to).is_some_and(|word| BEFORE_PLACE.has(word)));
    let definite = !known && DEFINITE_ENDINGS.iter().any(|ending| written.ends_with(ending));
    if genitive
        || definite
        || place
        || humped && !walk::is_all_caps(written) && !word::is_given(source, written)
        || written.chars().count() < 2
        || !word::is_surname(source, name.last().of(text))
    {
        return None;
    }
    let line = source.lines.get(source.lines.index(first.start))?;
    let head = text.get(line.start as usize..first.start)?;
    let opens = head.is_empty() || head.chars().all(|c| !c.is_alphanumeric()) && head.len() < 6;
    let after = text.get(name.end()..line.end as usize)?;
    let listed = opens
        && (after.is_empty()
            || after.starts_with(", ") && comma_role(source, name.end())
            || after.starts_with("   "));
    let inside = !opens
        && matches!(walk::char_before(text, walk::skip_space_back(text, first.start)), Some(c) if c.is_lowercase() || c == ',');
    (listed && comma_or_list(source, name.end()) || inside).then(|| Candidate::new(source, &name, &LIST))
}

/// The name is followed by a role, or closes its line among others of its kind.
fn comma_or_list(source: &Source, at: usize) -> bool {
    comma_role(source, at) || {
        let index = source.lines.index(at.saturating_sub(1));
        let near = |i: Option<usize>| {
            i.and_then(|i| source.lines.get(i)).is_some_and(|l| lone_name(source, l.text(source.text)))
        };
        near(source.lines.previous_text(index)) || near(source.lines.next_text(index))
    }
}

/// A line of two to four capitalised words that begins with a known given name.
fn lone_name(source: &Source, line: &str) -> bool {
    let words = line.split_whitespace();
    let first = line.split_whitespace().next().unwrap_or("");
    (2..=4).contains(&words.clone().count())
        && words.clone().all(walk::is_capitalised)
        && word::is_given(source, first)
}
