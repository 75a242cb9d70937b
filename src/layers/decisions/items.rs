//! The parts of a decision: *att* clauses inside one sentence, and points listed under it.

use super::verbs::Form;
use super::words::Sentence;
use crate::document::{BlockKind, Span};
use crate::layers::structure::Structure;
use crate::lexicon::sets::decisions::{ITEM_TAILS, JOINERS, OUTCOME_NOUNS};
use crate::lexicon::sets::function_words::{ATT, ATT_LETTERS, ATT_WORD, SAMT};
use crate::scan::CuedText;
use crate::text::walk;

/// The *att* clauses (with `motions` also *bifall till …*) among the words `from..to`.
pub(super) fn inline(s: &Sentence, from: usize, to: usize, motions: bool) -> Vec<Span> {
    let opens = |i: usize| s.is(i, ATT) || (motions && s.is_of(i, &OUTCOME_NOUNS));
    let Some(mut start) = (from..to.min(from + 40)).find(|&i| opens(i)) else { return Vec::new() };
    let item = |start: usize, mut end: usize| {
        // *och i andra hand att* belongs to the next item.
        while end > start + 1 && s.is_of(end - 1, &ITEM_TAILS) {
            end -= 1;
        }
        s.between(start, end.saturating_sub(1).max(start))
    };
    let mut items = Vec::new();
    for i in start + 2..to {
        let joined = || matches!(s.gap(i), ',' | ';' | ':') || s.is_of(i - 1, &JOINERS);
        // *att underteckna avtalet samt bemyndigas att …*
        let verb = s.form(i) == Some(Form::Passive) && s.is(i - 1, SAMT);
        if verb || (opens(i) && joined()) {
            items.push(item(start, i));
            start = i;
        }
    }
    let last = item(start, to);
    if items.is_empty() {
        return vec![last];
    }
    items.push(last);
    items
}

/// A stretch of a section that can be a point of its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    /// Without number or bullet.
    pub span: Span,
    /// From the number or bullet on.
    pub whole: Span,
    /// A listed point, not prose.
    pub point: bool,
}

/// Sections are read to this many points and sentences.
const MOST: usize = 400;

/// The points and sentences of blocks that start in `part`, page furniture left out.
pub(super) fn units(source: &CuedText, structure: &Structure, part: Span) -> Vec<Unit> {
    gather(source, structure, part, false)
}

/// The points that `part` begins with, or the first of its lines.
pub(super) fn run(source: &CuedText, structure: &Structure, part: Span) -> Vec<Unit> {
    gather(source, structure, part, true)
}

fn gather(source: &CuedText, structure: &Structure, part: Span, run: bool) -> Vec<Unit> {
    let from = structure.blocks.partition_point(|b| b.span.start < part.start);
    let mut units: Vec<Unit> = Vec::new();
    for block in &structure.blocks[from..] {
        if block.span.start >= part.end {
            break;
        }
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::TableRow) {
            continue;
        }
        let text = block.span.of(source.text);
        let point = marker(text);
        // A sentence that a page break cut in two.
        if let Some(last) = units.last_mut() {
            let open = !last.whole.of(source.text).ends_with(['.', ':', ';', '!', '?', ',']);
            let numbered = last.point && last.span.start > last.whole.start;
            let goes_on = match point {
                None => text.starts_with(char::is_lowercase),
                Some(width) => width == 0 && numbered,
            };
            if open && goes_on {
                last.span.end = block.span.end;
                last.whole.end = block.span.end;
                continue;
            }
        }
        match point {
            Some(width) => {
                let start = block.span.start + width as u32;
                units.push(Unit {
                    span: Span { start, end: block.span.end },
                    whole: block.span,
                    point: true,
                });
            }
            None => units.extend(structure.sentences.within(block.span).iter().map(|&span| Unit {
                span,
                whole: span,
                point: false,
            })),
        }
        let ended =
            run && (units.len() > 1 && units.last().map(|u| u.point) != units.first().map(|u| u.point));
        let enough = run && units.first().is_some_and(|u| !u.point) && units.len() > 16;
        if ended || enough || units.len() > MOST {
            break;
        }
    }
    units
}

/// How a point is marked: *1.*, *a)*, *14a)* or a bullet; points of one list are marked alike.
pub(super) fn style(text: &str) -> u8 {
    let bytes = text.as_bytes();
    let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    match (digits, bytes.get(digits), bytes.get(digits + 1)) {
        (0, Some(b'a'..=b'z'), Some(&close @ (b')' | b'.'))) => close ^ 0x80,
        (0, ..) => 0,
        (_, Some(&close @ (b')' | b'.')), _) => close,
        (_, Some(b'a'..=b'z'), Some(&close)) => close ^ 0x40,
        _ => 1,
    }
}

/// Width of the number, letter or bullet that a point begins with; 0 for *att …*.
pub(super) fn marker(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    if walk::phrase(text, 0, ATT_WORD).is_some_and(|end| text[end..].starts_with(|c: char| c.is_whitespace()))
    {
        return Some(0);
    }
    // Letters set apart, as some pages have them.
    if text.starts_with(ATT_LETTERS) {
        return Some(0);
    }
    let first = walk::char_at(text, 0)?;
    let width = if is_bullet(first) {
        first.len_utf8()
    } else if let Some(width) = bracketed(text) {
        width
    } else {
        let digits = bytes.iter().take(3).take_while(|b| b.is_ascii_digit()).count();
        let letter = usize::from(digits == 0 && first.is_ascii_lowercase());
        // *14a)*
        let lettered = digits > 0
            && bytes.get(digits).is_some_and(u8::is_ascii_lowercase)
            && bytes.get(digits + 1) == Some(&b')');
        let close = digits + letter + usize::from(lettered);
        if close == 0 || !matches!(bytes.get(close), Some(b'.' | b')')) {
            return None;
        }
        close + 1
    };
    let next = walk::skip_space(text, width);
    let next = next + box_of_task(&text[next..]);
    (next > width && next < text.len()).then_some(next)
}

/// The width of *[ ]*, *[x]* with the blanks behind it, by which lists of tasks are ticked off; 0 without.
fn box_of_task(text: &str) -> usize {
    // Most points begin with a letter.
    let ticked = text.starts_with('[') && ["[ ]", "[x]", "[X]"].iter().any(|ticked| text.starts_with(ticked));
    let next = walk::skip_space(text, 3 * usize::from(ticked));
    if ticked && next > 3 { next } else { 0 }
}

/// The width of the numbers and letters that a sentence begins with, at the start of a line or not: *2. Till ordförande …*,
/// *11. a) Till kassör …*, *2.1. Styrelsen …*, *§ 7 Protokollet …*. A number alone (*92 ombud*) counts something.
pub(super) fn past_numbers(text: &str) -> usize {
    let mut start = 0;
    while let Some(width) = number_and_mark(&text[start..]) {
        start += width;
    }
    let begins = text[start..].starts_with(char::is_uppercase);
    if begins { start } else { 0 }
}

/// The width of one number or letter with its mark and the blanks behind them.
fn number_and_mark(text: &str) -> Option<usize> {
    let digits = |at: usize| text.bytes().skip(at).take_while(u8::is_ascii_digit).count();
    let width = if let Some(width) = bracketed(text) {
        width
    } else if text.starts_with('§') {
        let number = walk::skip_space(text, '§'.len_utf8());
        (1..=3).contains(&digits(number)).then(|| number + digits(number))?
    } else {
        let mut close = match digits(0) {
            0 => usize::from(text.starts_with(|c: char| c.is_ascii_lowercase())),
            few @ 1..=2 => few,
            _ => return None,
        };
        // *2.1.*
        while text[close..].starts_with('.') && (1..=2).contains(&digits(close + 1)) {
            close += 1 + digits(close + 1);
        }
        // *a/ Till ordförande …*
        let slash = close == 1 && digits(0) == 0 && text[close..].starts_with("/ ");
        (close > 0 && (slash || text[close..].starts_with(['.', ')']))).then_some(close + 1)?
    };
    // *a)Budgeten*
    let glued = text[..width].ends_with(')') && text[width..].starts_with(char::is_uppercase);
    let next = walk::skip_space(text, width);
    (glued || next > width).then_some(next)
}

/// What points begin with beside numbers.
fn is_bullet(mark: char) -> bool {
    let dash = matches!(mark, '-' | '–' | '—' | '−' | '*' | '·');
    let drawn =
        matches!(mark, '•' | '▪' | '●' | '○' | '■' | '□' | '◦' | '‣' | '➢' | '►' | '✓' | '»' | '›' | '→');
    dash || drawn || matches!(mark, '\u{f0b7}' | '\u{f0a7}' | '\u{f0fc}' | '\u{f0d8}')
}

/// The width of *(a)*, *(3)*.
fn bracketed(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('(')?;
    let bytes = inside.as_bytes();
    let digits = bytes.iter().take(2).take_while(|b| b.is_ascii_digit()).count();
    let width = digits.max(usize::from(digits == 0 && bytes.first().is_some_and(u8::is_ascii_lowercase)));
    (width > 0 && bytes.get(width) == Some(&b')')).then_some(width + 2)
}
