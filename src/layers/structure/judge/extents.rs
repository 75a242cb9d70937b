//! Which lines a heading may take that begins at a line: the candidates.

use super::super::case;
use super::super::headings::Found;
use super::super::layout::{Layout, Role};
use super::super::numbering::{Number, Sort};
use super::super::rules;
use super::ends::{self, Told};
use super::features::Extent;
use super::page::{LONGEST, Line, Lines};
use super::read::names_document;
use super::wording::is_past;
use crate::document::Span;
use crate::lexicon::sets::function_words::ATT;
use crate::lexicon::sets::structure::{SMALL, VERBS};
use crate::scan::Source;
use crate::text::walk;

/// Lines that may be a heading.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub extent: Extent,
    pub span: Span,
    /// Index of its first and last line.
    pub first: usize,
    pub last: usize,
    /// What a rule found here, by its index.
    pub rule: Option<usize>,
    /// Where the heading that begins here ends by its wording.
    pub told: Told,
}

/// What stands so often is no heading unless a rule says so.
const OFTEN: u8 = 20;
/// The same of what has a number: seats in a list of votes (*57 Ledamot*).
const OFTEN_NUMBERED: u8 = 5;
/// So many lines that each stand alone are captions, entries or names, but for the first and the last.
const CAPTIONS: u8 = 5;
/// Where more lines are nothing but a figure, such a line is no heading's number unless a rule says so.
const FIGURES: usize = 60;
/// So many numbers that follow each other at once are an agenda, even behind `§`.
const AGENDA: u16 = 4;
/// In so many lines at the top titles may go on in any way.
const TOP: usize = 8;
/// A second line of a title is no longer, in bytes.
const SECOND: usize = 200;

/// Adds the candidates that begin at the line `at` to `all`. `found` is what a rule found there.
pub(super) fn at_line(
    source: &Source,
    layout: &Layout,
    lines: &Lines,
    at: usize,
    found: Option<(usize, &Found)>,
    all: &mut Vec<Candidate>,
) {
    let line = lines.all[at];
    let role = layout.rows[line.row as usize].role;
    let rule = found.map(|(index, _)| index);
    let begin = all.len();
    let text = line.span.of(source.text);
    let by_number = found.is_none_or(|(_, found)| found.rule.is(&rules::NUMBERED));
    if line.repeated >= OFTEN_NUMBERED && is_counted(line.number) && by_number {
        return;
    }
    if let Some((_, found)) = found {
        let last = lines.of_row.get(found.rows.1).map_or(at, |&l| (l as usize).max(at));
        all.push(Candidate {
            extent: Extent::Rule,
            span: found.span,
            first: at,
            last,
            rule,
            told: Told::Nothing,
        });
    }
    if !matches!(role, Role::Text | Role::Bold | Role::Marked(_) | Role::Item | Role::Row | Role::Heading)
        || text.len() > LONGEST
        || text.starts_with('|')
        || found.is_none() && line.repeated >= OFTEN
        || found.is_none() && line.number.is_none() && is_among_captions(line.chain) && !names_document(text)
        // Who sets headings in styles sets all of them so, but for numbers and known labels, which the rules find. Who marks them up
        // in the text has no others that end as sentences do.
        || found.is_none()
            && layout.marked > 1
            && (!source.marks.is_empty() || line.number.is_none() && text.ends_with(['.', ',']))
            && !matches!(role, Role::Marked(_) | Role::Bold)
        || found.is_none()
            && !may_begin(text, line.number.is_some())
            && !(text.starts_with(char::is_lowercase) && !is_point_of_decision(text) && stands_alone(layout, line.row as usize))
    {
        return;
    }
    // The figures of a table that lost its lines.
    let figure = line.number.is_some_and(|n| n.sort == Sort::Decimal && n.width >= text.len());
    if found.is_none() && figure && lines.figures > FIGURES {
        return;
    }
    let run_in = line.number.and_then(|number| run_in(source, lines, at, number));
    let told = line.number.and_then(|_| lines.told(at)).unwrap_or_else(|| ends::of(source, lines, at));
    let inside = matches!(told, Told::End(end, _) if end < line.span.end);
    let paragraph = line.number.is_some_and(|n| n.sort == Sort::Paragraph) && inside;
    if found.is_none() && run_in.is_none() && !paragraph && is_point(lines, at) {
        return;
    }
    if let Some(candidate) = all.get_mut(begin) {
        let marked = found.is_some_and(|(_, f)| f.marked.is_some() || f.large.is_some());
        if line.run >= AGENDA && !marked && !inside && source.cut.is_empty() && is_point(lines, at) {
            all.truncate(begin);
            return;
        }
        candidate.told = told;
    }
    let mut add = |extent: Extent, span: Span, last: usize| {
        let known = all[begin..].iter().any(|c| c.span == span);
        if !known && (span.end - span.start) as usize <= LONGEST {
            all.push(Candidate { extent, span, first: at, last, rule, told });
        }
    };
    add(Extent::Line, line.span, at);
    if let Some(number) = line.number {
        if let Some((end, last)) = run_in {
            add(Extent::RunIn, Span { start: line.span.start, end }, last);
        }
        if number.sort == Sort::Paragraph && number.width < text.len() {
            let mark = text.as_bytes().get(number.written).is_some_and(|b| *b == b'.');
            let end = line.span.start + number.written as u32 + u32::from(mark);
            add(Extent::Number, Span { start: line.span.start, end }, at);
        }
    }
    // Titles go on below.
    let (mut last, mut bare) = (at, line.number.is_some_and(|n| is_bare(text, n)));
    let titled = found.is_some_and(|(_, f)| f.number.is_some() || f.label.is_none());
    let any = titled || bare || at < TOP || matches!(told, Told::End(_, last) if last as usize > at);
    if !any {
        return;
    }
    for extent in [Extent::Two, Extent::Three] {
        let Some(next) = lines.all.get(last + 1) else { break };
        let row = layout.rows[next.row as usize];
        let gap = lines.real_gap(last + 1);
        let below = next.span.of(source.text);
        let fits = matches!(row.role, Role::Text | Role::Heading | Role::Item | Role::Row | Role::Bold)
            && (gap == 0 || bare && gap == 1)
            && below.len() <= SECOND
            && next.row <= lines.all[last].row + if lines.usual_gap > 0 { 7 } else { 3 };
        if !fits {
            break;
        }
        let numbered = next.number.is_some_and(|n| n.sort == Sort::Paragraph && n.width >= below.len());
        let span = Span { start: line.span.start, end: next.span.end };
        if numbered && extent == Extent::Two && line.number.is_none() {
            add(Extent::Before, span, last + 1);
            break;
        }
        // Of a numbered motion the first point may be the title: `Motion 1` / `1. Nya portar`.
        let part = line.number.is_some_and(|n| bare && gap == 0 && n.sort == Sort::Part);
        if next.number.is_some_and(|n| (n.closed || n.sort == Sort::Paragraph) && !part) {
            break;
        }
        add(extent, span, last + 1);
        last += 1;
        bare = false;
    }
    if let Told::End(end, last) = told
        && let last = last as usize
        && (last > at + 1 || last == at + 1 && end < lines.all[last].span.end)
    {
        let inside = end < lines.all[last].span.end;
        let extent = if inside { Extent::RunIn } else { Extent::Three };
        add(extent, Span { start: line.span.start, end }, last);
    }
}

/// The points of a list follow each other at once; so do those of an agenda, with nothing beneath.
fn is_point(lines: &Lines, at: usize) -> bool {
    let line = lines.all[at];
    let tight = |from: usize, to: usize| to <= from + 1;
    let above = line.from.map(|from| tight(from as usize, at));
    let below = line.to.map(|to| tight(at, to as usize));
    match (above, below) {
        (Some(above), Some(below)) => above && below,
        (None, Some(below)) => below,
        // The last one, but for `§` above text and where blanks part the points.
        (Some(above), None) => {
            let paragraph = line.number.is_some_and(|n| n.sort == Sort::Paragraph);
            let text = lines.all.get(at + 1).is_some_and(|below| below.gap <= lines.usual_gap.max(line.gap));
            above && if paragraph { !text } else { lines.real_gap(at) == 0 }
        }
        (None, None) => false,
    }
}

/// Whether a line begins with a number that has no sign.
fn is_counted(number: Option<Number>) -> bool {
    number.is_some_and(|n| n.sort == Sort::Decimal)
}

/// Whether many lines stand alone above and below.
fn is_among_captions((length, place): (u8, u8)) -> bool {
    length >= CAPTIONS && place > 0 && place + 1 < length
}

/// Whether nothing but a case number follows the number.
pub(super) fn is_bare(text: &str, number: Number) -> bool {
    let rest = text.get(number.width..).unwrap_or("");
    rest.is_empty() || number.sort == Sort::Paragraph && case::whole(rest).is_some()
}

/// Whether a heading may begin so: most lines of prose begin with a small letter.
fn may_begin(text: &str, numbered: bool) -> bool {
    numbered
        || text.starts_with(|c: char| {
            c.is_uppercase() || c.is_ascii_digit() || matches!(c, '”' | '"' | '§' | '»' | '\'' | '[' | '(')
        })
}

/// Whether blanks stand on both sides.
fn stands_alone(layout: &Layout, row: usize) -> bool {
    let blank = |row: Option<usize>| {
        row.and_then(|row| layout.rows.get(row)).is_none_or(|row| row.role == Role::Blank)
    };
    blank(row.checked_sub(1)) && blank(Some(row + 1))
}

/// Where the title ends that text follows on the same line: `§ 1. Stämmans öppnande. Årsstämman öppnades …`.
pub(super) fn run_in(source: &Source, lines: &Lines, at: usize, number: Number) -> Option<(u32, usize)> {
    let line = lines.all[at];
    let text = line.span.of(source.text);
    let from = line.span.start as usize + number.width;
    let rest = source.text.get(from..line.span.end as usize)?;
    if let Some(end) = before_verb(rest).or_else(|| capitals(rest)) {
        return Some(((from + end) as u32, at));
    }
    if let Some(end) = until_mark(source.text, line.span, rest) {
        return Some(((from + end) as u32, at));
    }
    if let Some(end) = marked(rest) {
        return Some(((from + end) as u32, at));
    }
    let stops = [title_stop(rest, true), colon(rest), dash(rest)];
    if let Some(stop) = stops.into_iter().flatten().min() {
        return Some(((from + stop) as u32, at));
    }
    // *§ 8 Val av styrelse Anna Holm valdes*; one word is as often who does something.
    let words = |end: usize| number.sort == Sort::Paragraph && rest[..end].trim_start().contains(' ');
    if let Some(end) = before_sentence(rest).filter(|&end| words(end) || is_numbered_alike(lines, at, number))
    {
        return Some(((from + end) as u32, at));
    }
    let next =
        lines.all.get(at + 1).filter(|next| next.gap == 0 && text.len() > 50 && next.number.is_none())?;
    let below = next.span.of(source.text);
    let stop = title_stop(below, false)?;
    Some((next.span.start + stop as u32, at + 1))
}

/// *att mötet avslutas*
fn is_point_of_decision(text: &str) -> bool {
    ATT.iter().any(|word| walk::starts_with_word(text, word))
}

/// Where a title ends before a sentence that begins with its verb: `Godkännande av dagordning Godkänns.`
fn before_verb(text: &str) -> Option<usize> {
    let starts = memchr::memchr_iter(b' ', text.as_bytes()).map(|at| at + 1).take_while(|at| *at < 120);
    starts.skip(1).filter(|&at| walk::is_capitalised(&text[at..])).find_map(|at| {
        let word = &text[at..walk::word_end(text, at)];
        let before = text[..at].trim_end();
        (VERBS.has(word) && !before.ends_with(['.', ',', ':'])).then_some(before.len())
    })
}

/// Whether the line above or below has the same number: *1.* before each point, whose numbers the writer's program counts.
fn is_numbered_alike(lines: &Lines, at: usize, number: Number) -> bool {
    let alike = |line: Option<&Line>| {
        let other = line.and_then(|line| line.number);
        other.is_some_and(|other| {
            other.sort == Sort::Decimal && (other.value, other.closed) == (number.value, true)
        })
    };
    alike(at.checked_sub(1).and_then(|above| lines.all.get(above))) || alike(lines.all.get(at + 1))
}

/// Where a title ends before a sentence that begins with its subject: `Val av ordförande Lars Holm valdes till ordförande.`
fn before_sentence(text: &str) -> Option<usize> {
    let starts = memchr::memchr_iter(b' ', text.as_bytes()).map(|at| at + 1).take_while(|at| *at < 90);
    let at = starts.into_iter().find(|&at| walk::is_capitalised(&text[at..]))?;
    let title = text[..at].trim_end();
    let last = &title[walk::word_start(title, title.len())..];
    let told = |word: &str| VERBS.has(word) || is_past(word);
    let sentence = text[at..].split(' ').skip(1).take(6).any(told);
    let titled = walk::is_capitalised(title) && title.len() > 5 && !title.ends_with(['.', ',', ':', ';']);
    (titled && sentence && !SMALL.has(last) && !title.split(' ').any(told)).then_some(title.len())
}

/// The end of a title in capitals that a sentence follows: `6 RAPPORTER Ordföranden berättade om resan.`
fn capitals(text: &str) -> Option<usize> {
    let cried = text.split(' ').take_while(|word| !word.contains(char::is_lowercase));
    let end = cried.map(|word| word.len() + 1).sum();
    let title = text.get(..end)?.trim_end();
    let sentence = text[end..].split(' ').nth(1).is_some() && walk::is_capitalised(&text[end..]);
    (title.len() > 5 && walk::is_all_caps(title) && sentence).then_some(title.len())
}

/// Where the marks close that stand before the number: **§ 3 Styrelse** *Föreningens styrelse …*.
fn until_mark(text: &str, line: Span, rest: &str) -> Option<usize> {
    let opened = text[..line.start as usize].ends_with("**");
    opened.then(|| walk::places(rest, "** ").next())?.filter(|end| (1..120).contains(end))
}

/// The end of a title between marks of its own, before its text: *3. `Styrelse` Föreningens styrelse …*.
fn marked(text: &str) -> Option<usize> {
    let mark = ["**", "__", "`"].into_iter().find(|mark| text.starts_with(mark))?;
    let title = walk::head(&text[mark.len()..], 120);
    let end = walk::places(title, mark).next().filter(|end| *end > 1)?;
    let end = end + 2 * mark.len();
    let rest = text[end..].trim_start_matches([':', '.', ' ', '\t', '\u{a0}']);
    (!rest.is_empty()).then_some(end)
}

/// Behind the colon or semicolon that closes a title of two words or more: `4. Fastställande av dagordningen: Godkändes.`
pub(super) fn colon(text: &str) -> Option<usize> {
    let at = memchr::memchr2(b':', b';', text.as_bytes()).filter(|at| *at < 120)?;
    let title = &text[..at];
    let titled = title.len() > 3 && !title.contains(". ") && title.starts_with(char::is_uppercase);
    (titled && text[at + 1..].starts_with([' ', '\t'])).then_some(at + 1)
}

/// Before the dash between a title and its sentence: `§ 5 Styrelse - För föreningen ska finnas en styrelse.`
fn dash(text: &str) -> Option<usize> {
    let at = [" - ", " – ", " — "].into_iter().filter_map(|dash| walk::places(text, dash).next()).min();
    let at = at.filter(|at| *at < 90)?;
    let (title, rest) = (text[..at].trim_end(), text[at..].trim_start_matches([' ', '-', '–', '—']));
    let sentence = rest.ends_with('.') || rest.len() > 60;
    let opens = sentence
        && rest.starts_with(char::is_uppercase)
        && rest.split(' ').take(12).any(|word| VERBS.has(word));
    (opens && title.starts_with(char::is_uppercase)).then_some(title.len())
}

/// The end of the sentence that `text` begins with, if it is short and another follows (or, of a `whole` line, prose).
fn title_stop(text: &str, whole: bool) -> Option<usize> {
    let mut stops = memchr::memchr_iter(b'.', text.as_bytes()).take_while(|&at| at < 140);
    stops.find_map(|at| {
        let word = &text[walk::word_start(text, at)..at];
        let rest = text.get(at + 1..)?;
        let opens = rest.starts_with(' ')
            && rest.trim_start().starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let year = text.as_bytes()[..at].iter().rev().take_while(|b| b.is_ascii_digit()).count() == 4;
        // *för 2 år. Anna Holm valdes*; no abbreviation has such a letter.
        let long = word.chars().count() >= 3 || year || word.len() == 3 && !word.is_ascii();
        (opens && long && (!whole || at >= 4)).then_some(at + 1)
    })
}
