//! Attendance: who was at the meeting, in which function, and for which of its paragraphs.
//!
//! Names stand in lists under a word (*Beslutande*, *Justerare:*), with words beside them (*, ordförande*), or in
//! a sentence that elects who adjusts the minutes. [`words`] knows the words, [`paragraphs`] reads *§§ 45–51*.

mod paragraphs;
mod words;

use crate::document::{BlockKind, DocumentKind, Function, Span};
use crate::layers::people::Cast;
use crate::layers::structure::Structure;
use crate::lexicon::sets::attendance::{
    ADJUSTER_PIECE, ADJUSTERS, ADJUSTS, BALLOTS, COLUMNS, ELECTS, IN_PLACE_OF,
};
use crate::scan::Source;
use memchr::memmem;
use words::{Functions, Gap};

/// Gives the people of a text their functions, and what they attended. Verbatim records have none: their chairs
/// and speakers are told by the speeches.
pub(crate) fn mark(source: &Source, structure: &Structure, cast: &mut Cast) {
    if structure.kind == DocumentKind::Record || cast.mentions.is_empty() {
        return;
    }
    let meeting =
        matches!(structure.kind, DocumentKind::Minutes | DocumentKind::Notes | DocumentKind::Agenda);
    let mut marks = Marks { of: vec![Functions::default(); cast.people.len()], meeting };
    let attended = lists(source, structure, cast, &mut marks);
    if meeting {
        adjusters(source, cast, &mut marks);
        // The only one called so, in the text or a list; not the chair of another body.
        let leads = |role: &String| words::beside(role).has(Function::Chair);
        let chair =
            cast.chair.filter(|&c| cast.people.get(c as usize).is_some_and(|p| p.roles.iter().any(leads)));
        if let Some(chair) = chair {
            marks.give(chair, Functions::of(Function::Present).and(Functions::of(Function::Chair)));
        }
    }
    for (person, functions) in cast.people.iter_mut().zip(marks.of) {
        person.functions = functions.list();
    }
    for (index, runs) in attended {
        let Some(person) = cast.people.get_mut(index as usize) else { continue };
        if person.attended.is_empty() {
            person.attended = runs;
        }
    }
}

/// The functions of each person.
struct Marks {
    of: Vec<Functions>,
    /// The text is of a meeting: only there is someone present or absent.
    meeting: bool,
}

impl Marks {
    fn give(&mut self, person: u32, functions: Functions) {
        let Some(all) = self.of.get_mut(person as usize) else { return };
        *all = all.and(if self.meeting { functions } else { only_author(functions) });
    }
}

fn only_author(functions: Functions) -> Functions {
    if functions.has(Function::Author) { Functions::of(Function::Author) } else { Functions::default() }
}

/// A list of names.
#[derive(Clone, Copy)]
struct List {
    functions: Functions,
    /// Its last line so far.
    last: usize,
    /// Whether that holds its word alone.
    bare: bool,
}

/// Line by line: which list each name stands in, and what stands beside it. Gives what people attended.
fn lists(
    source: &Source,
    structure: &Structure,
    cast: &Cast,
    marks: &mut Marks,
) -> Vec<(u32, Vec<paragraphs::Run>)> {
    let bounds = paragraphs::bounds(structure);
    let mut attended = Vec::new();
    let mut list: Option<List> = None;
    let (mut mentions, mut blocks) = (cast.mentions.as_slice(), structure.blocks.iter().peekable());
    for (index, line) in source.lines.iter().enumerate() {
        // Most lines are outside of lists and begin none.
        let may_head = words::may_head(line.bytes(source.text));
        if line.is_blank() || list.is_none() && !may_head {
            continue;
        }
        let span = Span { start: line.start, end: line.end };
        while let [(before, _), rest @ ..] = mentions
            && before.start < span.start
        {
            mentions = rest;
        }
        let named = mentions.iter().take_while(|(m, _)| m.start < span.end).count();
        let (here, rest) = mentions.split_at(named);
        mentions = rest;
        while blocks.next_if(|block| block.span.end <= span.start).is_some() {}
        let kind = blocks.peek().filter(|block| block.span.start < span.end).map(|block| block.shown);
        let listed = matches!(kind, Some(BlockKind::Attendance | BlockKind::Signature));
        let text = span.of(source.text);
        let head = if !may_head || here.is_empty() && line.len() > words::LONGEST {
            None
        } else {
            let named = here.first().map(|(m, _)| m.start.saturating_sub(span.start) as usize);
            // In a column as wide as the word one blank parts them.
            let in_column = |at| list.is_some() && named == Some(at) && !text.ends_with('.');
            words::heads(text).filter(|head| match head.gap {
                _ if head.functions.has(Function::Author) => named == Some(head.names) && line.len() < 90,
                Gap::Blank => listed || in_column(head.names),
                Gap::Wide => true,
            })
        };
        // What stands below the heads of columns is not of one of them alone.
        let head = head.map(|head| match in_table(source, index, head) {
            true => words::Head { functions: Functions::of(Function::Present), ..head },
            false => head,
        });
        let names = match (head, list) {
            (Some(head), _) => {
                let bare = head.names >= text.len();
                list = Some(List { functions: head.functions, last: index, bare });
                span.start as usize + head.names
            }
            (None, Some(open))
                if goes_on(source, open, index, listed) && kind != Some(BlockKind::Heading) =>
            {
                let first = here.first().map_or(span.end, |(m, _)| m.start);
                let field = is_field(source.text.get(span.start as usize..first as usize).unwrap_or(""));
                // A chair or a secretary is one.
                let one = open.functions.has(Function::Chair) || open.functions.has(Function::Secretary);
                let functions = match (one && !open.bare || field, listed) {
                    (false, _) => open.functions,
                    (true, true) => Functions::of(Function::Present),
                    (true, false) => Functions::default(),
                };
                // Prose may stand right below.
                let over = here.is_empty() && !listed && line.len() > words::LONGEST;
                list = (!over).then_some(List { functions, last: index, bare: false });
                span.start as usize
            }
            _ => {
                list = None;
                continue;
            }
        };
        let Some(List { functions, .. }) = list else { continue };
        let tail = Span::new(names, span.end as usize);
        each_name(source.text, tail, here, functions, |person, functions, trail| {
            marks.give(person, functions);
            let runs = paragraphs::attended(trail, bounds);
            if !runs.is_empty() {
                attended.push((person, runs));
            }
        });
    }
    attended
}

/// Gives each of the people named `here`, on a line from its names on, with the functions of the list, those of the
/// words beside the name, and these words up to the next name.
fn each_name<'t>(
    text: &'t str,
    line: Span,
    here: &[(Span, u32)],
    list: Functions,
    mut found: impl FnMut(u32, Functions, &'t str),
) {
    let mut before = line.start as usize;
    for (i, &(mention, person)) in here.iter().enumerate() {
        let next = here.get(i + 1).map_or(line.end, |(m, _)| m.start).max(mention.end) as usize;
        let lead = text.get(before..mention.start as usize).unwrap_or("");
        let trail = text.get(mention.end as usize..next).unwrap_or("");
        before = mention.end as usize;
        // "ersättare för Bo Ek": he was not there.
        if IN_PLACE_OF.iter().any(|word| lead.trim_end().ends_with(word)) {
            found(person, Functions::of(Function::Absent), "");
            continue;
        }
        let mut all = list.and(words::beside(trail));
        if i == 0 && lead.len() < words::LONGEST {
            all = all.and(words::beside(lead));
        }
        if all.has(Function::Absent) {
            all = all.without(Function::Present);
        }
        found(person, all, trail);
    }
}

/// Whether a word that may head a list stands in a table that lost its columns: over one of them (*Plats⏎Ledamot⏎
/// Ersättare⏎Parti*), or in a row (*Bo Ek⏎S⏎12⏎Ersättare⏎Ja*).
fn in_table(source: &Source, index: usize, head: words::Head) -> bool {
    let text = source.text;
    let line = |i: usize| source.lines.get(i).map_or("", |line| line.text(text).trim());
    if head.names < line(index).len() || !head.functions.has(Function::Present) {
        return false;
    }
    // (A blank line may part the cells.)
    let Some(next) = (index + 1..index + 3).map(line).find(|line| !line.is_empty()) else { return false };
    let columns = || COLUMNS.has(next) && (index.saturating_sub(6)..index).any(|i| COLUMNS.has(line(i)));
    BALLOTS.has(next) || columns()
}

/// A word of its own before the names: *Kassör: Bo Ek*.
fn is_field(lead: &str) -> bool {
    lead.contains(char::is_alphabetic) && (lead.contains(':') || lead.contains("  ") || lead.contains('\t'))
}

/// Whether the line `index` goes on with the list: right below, in a block of names, or one blank below its word.
fn goes_on(source: &Source, list: List, index: usize, listed: bool) -> bool {
    listed
        || index == list.last + 1
        || list.bare && index == list.last + 2 && source.lines.get(index - 1).is_some_and(|l| l.is_blank())
}

/// *Anna Holm utses att jämte ordföranden justera protokollet*, *Till justerare väljs Anna Holm*.
fn adjusters(source: &Source, cast: &Cast, marks: &mut Marks) {
    let text = source.text;
    let mut done = 0;
    for at in memmem::find_iter(text.as_bytes(), ADJUSTER_PIECE) {
        let word = text.get(at..).unwrap_or("");
        let whole = |start: &&str| word.strip_prefix(*start).is_some_and(|rest| rest.starts_with([' ', '.']));
        let stem = |start: &&str| word.starts_with(*start);
        if at < done || !(ADJUSTS.iter().any(whole) || ADJUSTERS.iter().any(stem)) {
            continue;
        }
        let sentence = sentence_around(text, at);
        done = sentence.end as usize;
        let words = sentence.of(text);
        if ELECTS.iter().any(|verb| words.contains(verb)) {
            for &(_, person) in cast.within(sentence) {
                marks.give(person, Functions::of(Function::Adjuster));
            }
        }
    }
}

/// Farther a sentence is not followed, in bytes.
const REACH: usize = 300;

/// The words around `at`, up to a full stop at a line's end or before a capital, a blank line or a point of a list.
fn sentence_around(text: &str, at: usize) -> Span {
    let floor = |mut i: usize| {
        while !text.is_char_boundary(i) {
            i -= 1;
        }
        i
    };
    let from = floor(at.saturating_sub(REACH));
    let to = floor((at + REACH).min(text.len()));
    let (before, after) = (text.get(from..at).unwrap_or(""), text.get(at..to).unwrap_or(""));
    let opens = ["\n\n", "\n- ", "\n• ", "\r\n\r\n", ".\n", ":\n"];
    let start = opens.iter().filter_map(|end| before.rfind(end).map(|i| i + end.len())).max().unwrap_or(0);
    let closes = ["\n\n", "\n- ", "\n• ", "\r\n\r\n", ".\n"];
    let end = closes.iter().filter_map(|end| after.find(end)).min().unwrap_or(after.len());
    Span::new(from + start, at + end)
}
