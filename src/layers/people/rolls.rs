//! Lists of names after a word for who attended or serves: there any capitalised words are names.
//!
//! *Närvarande: Anne, Ida och Kenisha*; *Sekreterare: Helinä Sipinen*; names one below the other.

use super::candidate::Candidate;
use super::context::takes;
use super::lists::LIST;
use super::name::{self, Name};
use super::word::{self, Kind};
use crate::lexicon::Classes;
use crate::lexicon::sets::function_words::OCH_APART;
use crate::lexicon::sets::people::{CHARGED_END, ENTRY_ENDS, ROLL_HEADS, ROLL_JOINTS, SIGN_HEADS};
use crate::scan::Source;
use crate::text::lines::Line;
use crate::text::walk;

/// A list runs over no more lines than this, and has no more names.
const LINES: usize = 80;
const NAMES: usize = 200;
/// A line of a list that has a name for each line is no longer than this.
const LONG: usize = 110;

/// A word that opens a list, and where the names may begin.
#[derive(Clone, Copy)]
struct Head {
    names: usize,
    /// It is a word for what somebody is.
    role: bool,
    /// It opens lists of many, not the line of one who serves.
    many: bool,
}

/// The names of all such lists.
pub(super) fn all<'t>(source: &Source<'t>, out: &mut Vec<Candidate<'t>>) {
    let mut column = Roll { entries: Vec::new(), many: true, role: false, commas: false };
    for (index, &line) in source.lines.iter().enumerate() {
        if let Some(head) = head(source, line) {
            Roll::read(source, index, head).candidates(source, out);
        }
        if signatures(source, index, line) {
            let mut roll = Roll { entries: Vec::new(), many: false, role: true, commas: false };
            roll.line(source, line.start as usize, line.end as usize);
            for entry in roll.entries.iter().filter(|entry| entry.name.weight() > 1) {
                out.push(Candidate::new(source, &entry.name, &LIST).sure(true));
            }
        }
        column.go_on(source, line, out);
    }
    column.close(source, out);
}

/// Whether the line holds names in columns, under lines to sign on or over the words for what those who sign are.
fn signatures(source: &Source, index: usize, line: Line) -> bool {
    let text = source.text;
    let written = line.text(text);
    if line.len() > 160 || !written.starts_with(char::is_uppercase) || !walk::has_gap(written) {
        return false;
    }
    let plain =
        written.split("   ").map(str::trim).filter(|part| !part.is_empty()).all(|part| {
            (2..=4).contains(&part.split(' ').count()) && part.split(' ').all(walk::is_capitalised)
        });
    let beside =
        |at: Option<usize>| at.and_then(|at| source.lines.get(at)).map_or("", |line| line.text(text));
    let role = |line: &str| {
        let first = line.get(..walk::word_end(line, 0)).unwrap_or("");
        line.contains("   ") && source.lexicon.classes_of(first).has(Classes::ROLE)
    };
    let above = beside(index.checked_sub(1));
    plain
        && (role(beside(Some(index + 1)))
            || above.starts_with("___")
            || above.starts_with("....")
            || role(above))
}

/// The word for a list that a line opens with.
fn head(source: &Source, line: Line) -> Option<Head> {
    let text = source.text;
    let (mut at, end) = (line.start as usize, line.end as usize);
    while let Some(b'#' | b'*' | b'-' | b'_' | b'|' | b'>' | b' ' | b'0'..=b'9' | b'.') =
        text.as_bytes().get(at)
    {
        at += 1;
    }
    let first = text.as_bytes().get(at).filter(|_| at < end)?;
    if !first.is_ascii_uppercase() && *first < 0x80 {
        return None;
    }
    let (mut many, mut signs, mut last) = (false, false, false);
    let whole = text.get(at..end)?;
    let mut read = [""; 4];
    // Asked of few lines: most go on as prose does.
    let is_role = |read: &[&str]| {
        is_marked(whole.as_bytes())
            && read.iter().any(|word| source.lexicon.classes_of(word).has(Classes::ROLE))
    };
    // *Närvarande medlemmar*, *Mötets ordförande*: up to four words, then a colon, a column or the line's end.
    for words in 0..4 {
        let stop = walk::word_end(text, at).min(end);
        let word = text.get(at..stop).filter(|word| !word.is_empty())?;
        if words > 0 && walk::is_capitalised(word) {
            let role = || is_role(&read[..words]);
            return (last && words < 3).then(|| Head { names: at, role: role(), many });
        }
        read[words] = word;
        last = ROLL_HEADS.has(word);
        many |= last;
        signs |= SIGN_HEADS.has(word);
        let rest = text.get(stop..end)?;
        if closes_head(past_bracket(rest))
            && let role = is_role(&read[..=words])
            && (many || signs || role)
        {
            let marks = [':', ';', ' ', '\t', '\u{a0}', '.', '*', '_', '|', '…', '–', '-'];
            let names = end - past_bracket(rest).trim_start_matches(marks).len();
            return Some(Head { names, role, many });
        }
        if rest.is_empty() {
            return None;
        }
        at = walk::skip_space(text, stop);
        if let Some(b'.' | b'/' | b'-') = text.as_bytes().get(at) {
            at = walk::skip_space(text, at + 1);
        }
    }
    None
}

/// Whether the words that head a list end here: with a colon, a column or the line.
fn closes_head(rest: &str) -> bool {
    // Most often the next word follows.
    if matches!(rest.as_bytes(), [b' ', next, ..] if next.is_ascii_alphanumeric()) {
        return false;
    }
    rest.starts_with([':', ';', '\t', '*', '_', '|', '…'])
        || rest.trim() == ","
        || ["  ", " :", " |", " –", " - ", ".."].iter().any(|mark| rest.starts_with(mark))
        || rest.trim().is_empty()
}

/// Whether a line is short or has a colon or a column near its start. Prose has neither: there only a word that itself
/// heads lists does.
fn is_marked(line: &[u8]) -> bool {
    let near = line.get(..60).unwrap_or(line);
    let columns = |pair: &[u8]| matches!(pair, [b':' | b';' | b'\t' | b'|', _] | [b' ', b' ']);
    line.len() <= 40 || near.windows(2).any(columns)
}

/// *Närvarande (12 st)*: past the bracket.
fn past_bracket(rest: &str) -> &str {
    let inner = rest.strip_prefix(" (").filter(|_| rest.len() > 2);
    inner
        .and_then(|inner| Some(walk::head(inner, 24)).and_then(|near| inner.get(near.find(')')? + 1..)))
        .unwrap_or(rest)
}

/// A name of a list, and how it stands there.
struct Entry {
    name: Name,
    /// The given name is in the register.
    given: bool,
    /// The given name or the surname is known, or has the form of one.
    known: bool,
    /// The given name stands last: *Holm Anna*.
    inverted: bool,
    /// The first word may be a genitive.
    genitive: bool,
    /// First of its line in a list that has a line for each.
    opens: bool,
}

/// A list as it is read.
struct Roll {
    entries: Vec<Entry>,
    many: bool,
    /// Its word is one for what somebody is.
    role: bool,
    /// The names stand one after another, parted by commas; else each has a line.
    commas: bool,
}

impl Roll {
    fn read(source: &Source, index: usize, head: Head) -> Roll {
        let text = source.text;
        let mut roll = Roll { entries: Vec::new(), many: head.many, role: head.role, commas: false };
        let Some(first) = source.lines.get(index) else { return roll };
        let end = first.end as usize;
        if head.names < end {
            roll.commas = true;
            if !roll.line(source, head.names, end) {
                return roll;
            }
        } else if !head.many {
            // *Sekreterare⏎⏎Helinä Sipinen*: a name alone.
            let lettered = |line: &usize| {
                source.lines.get(*line).is_some_and(|line| line.text(text).starts_with(char::is_alphabetic))
            };
            let next = (index + 1..index + 6).find(lettered);
            if let Some(line) = next.and_then(|next| source.lines.get(next)) {
                let name = list_name(source, line.start as usize, line.end as usize, false);
                // *Med vänliga hälsningar⏎Karin och Lasse*
                if line.len() < 60 && are_given(source, line.text(text)) {
                    roll.commas = true;
                    roll.line(source, line.start as usize, line.end as usize);
                    return roll;
                }
                if let Some(name) = name.filter(|name| name.end() == line.end as usize && name.weight() > 1) {
                    roll.push(source, name, true);
                }
            }
            return roll;
        }
        let mut at = index + 1;
        while at <= index + LINES && roll.entries.len() < NAMES {
            let Some(&line) = source.lines.get(at).filter(|_| roll.goes_on(source, at, head)) else { break };
            at += 1;
            if line.is_blank() {
                continue;
            }
            let written = line.text(text);
            if roll.entries.is_empty() {
                roll.commas = written.matches(',').count() > 1 || written.ends_with(',');
            }
            let start = roll.broken_name(source, line);
            if !roll.line(source, start, line.end as usize) {
                break;
            }
        }
        roll
    }

    /// Whether line `at` belongs to the list.
    fn goes_on(&self, source: &Source, at: usize, own: Head) -> bool {
        let Some(&line) = source.lines.get(at) else { return false };
        let text = source.text;
        let before = source.lines.get(at - 1).map_or("", |line| line.text(text));
        if line.is_blank() {
            // Lists with a blank between each two, and a blank under the word.
            let next = source.lines.get(at + 1).filter(|next| !next.is_blank());
            return next.is_some_and(|next| {
                let end = next.end as usize;
                (self.entries.is_empty() || !self.commas)
                    && next.len() < LONG
                    && (self.entries.is_empty()
                        || list_name(source, next.start as usize, end, false)
                            .is_some_and(|name| name.weight() > 1 && closes_entry(text, name.end(), end)))
            });
        }
        let written = line.text(text);
        if written.starts_with(['#', '§']) || head(source, line).is_some() || is_field(written) {
            return false;
        }
        if self.commas && own.names > 0 && !own.many {
            return before.ends_with(',');
        }
        self.commas || line.len() < LONG
    }

    /// Where the entries of a line begin: past the rest of a name that the line before broke off.
    fn broken_name(&mut self, source: &Source, line: Line) -> usize {
        let (text, start) = (source.text, line.start as usize);
        let Some(last) = self.entries.last_mut().filter(|_| self.commas) else { return start };
        if !text.get(last.name.end()..start).is_some_and(|gap| gap.trim().is_empty()) {
            return start;
        }
        let Some(token) = word::token(text, start).filter(|t| t.is_name() && t.kind == Kind::Capital) else {
            return start;
        };
        let closes = text.get(token.end..).is_some_and(|rest| {
            rest.starts_with([',', '\n', '\r', ';', '.'])
                || rest.starts_with(" (")
                || rest.is_empty()
                || rest.starts_with(OCH_APART)
        });
        // *Ann Lindman, Gävleborg⏎Cecilia Carpelan*: what broke off began with a given name.
        // *Frånvarande: Sixten⏎Rune frågar*: another person's given name.
        let says = text.get(token.end..).is_some_and(|rest| {
            rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_alphabetic))
        });
        let other =
            word::is_given(source, token.of(text)) && (says || !word::is_surname(source, token.of(text)));
        let fits = last.given && last.name.weight() == 1 && !other
            || closes && !word::is_given(source, token.of(text));
        if !fits || !word::can_be_name(source, token.of(text)) || !last.name.push(token) {
            return start;
        }
        last.known |= word::is_surname(source, token.of(text));
        token.end
    }

    fn push(&mut self, source: &Source, name: Name, opens: bool) {
        let given = word::is_given(source, name.first().of(source.text));
        let last = name.last().of(source.text);
        let known = given || name.weight() > 1 && word::is_surname(source, last);
        let inverted = name.weight() == 2 && !given && word::is_given(source, last);
        let genitive = name.weight() > 1 && name::begins_with_genitive(source, &name);
        self.entries.push(Entry { name, given, known, inverted, genitive, opens });
    }

    /// Reads the names of a line; `false` where a sentence ends, and the list with it.
    fn line(&mut self, source: &Source, start: usize, end: usize) -> bool {
        let text = source.text;
        let (mut at, mut opens) = (start, true);
        while at < end && self.entries.len() < NAMES {
            at = past_marks(text, at, end);
            if at >= end {
                break;
            }
            if let Some(name) = list_name(source, at, end, self.commas) {
                at = past_brackets(text, name.end(), end);
                // *Anna från kommunen*: a name alone stands between marks.
                if closes_entry(text, name.end(), end) || self.commas && is_charged(source, name.end(), end) {
                    self.push(source, name, opens);
                }
                opens = false;
            }
            match next_entry(source, at, end, self.commas) {
                Next::At(next) => at = next,
                Next::Over => return false,
            }
        }
        true
    }

    /// Takes up a line that is a name and what stands beside it; any other line ends the column.
    fn go_on<'t>(&mut self, source: &Source<'t>, line: Line, out: &mut Vec<Candidate<'t>>) {
        // (Bullets may have lines of their own.)
        if line.is_blank() || line.len() < 6 && !line.text(source.text).contains(char::is_alphanumeric) {
            return;
        }
        let (start, end) =
            (past_marks(source.text, line.start as usize, line.end as usize), line.end as usize);
        let name = (line.len() < LONG && may_be_name(source.text, start, end))
            .then(|| list_name(source, start, end, false))
            .flatten();
        match name.filter(|name| name.weight() > 1 && closes_entry(source.text, name.end(), end)) {
            Some(name) => self.push(source, name, true),
            None => self.close(source, out),
        }
    }

    /// A column of three names or more is one if most of them are known; in such a one all are names.
    fn close<'t>(&mut self, source: &Source<'t>, out: &mut Vec<Candidate<'t>>) {
        let given = self.entries.iter().filter(|e| e.given).count();
        let known = self.entries.iter().filter(|e| e.known).count();
        let most = self.entries.len();
        if most > 2 && 3 * given >= 2 * most || most > 3 && 2 * given >= most && 4 * known >= 3 * most {
            self.candidates(source, out);
        }
        self.entries.clear();
    }

    /// Those that are names: where enough of a list is known, all of it.
    fn candidates<'t>(&self, source: &Source<'t>, out: &mut Vec<Candidate<'t>>) {
        let (whole, alone): (Vec<&Entry>, Vec<&Entry>) =
            self.entries.iter().partition(|e| e.name.weight() > 1);
        let known = whole.iter().filter(|e| e.known).count();
        // *Kvist Göran, Back Märta-Stina*
        let inverted = whole.iter().filter(|e| e.inverted).count();
        let inverted = inverted > 1 && 2 * inverted >= whole.len();
        let trusted = inverted || 3 * known >= whole.len() || (!self.many || self.role) && whole.len() == 1;
        let given = alone.iter().filter(|e| e.given).count();
        let all_alone = alone.len() > 2 && 2 * given >= alone.len() && whole.len() <= alone.len();
        for entry in &self.entries {
            let name = &entry.name;
            let accepted = if name.weight() > 1 {
                // After the first of a line stands where somebody comes from.
                let trusted = trusted
                    && (!entry.genitive
                        || inverted
                        || self.role && whole.len() == 1
                        || 3 * known >= 2 * whole.len());
                entry.given || (trusted || entry.known) && (self.commas || entry.opens)
            } else if name.first().kind == Kind::Initial {
                // *Ledamöter: A. Holm, B. Stenrot*
                (self.commas || entry.opens) && name.span().len() > 5
            } else if self.commas {
                // *Anna Holm, Per Berg, Dessy*: a nickname among many whole names.
                let nickname = self.many
                    && whole.len() >= 6
                    && 5 * alone.len() <= whole.len()
                    && 3 * known >= 2 * whole.len()
                    && !word::is_place(name.first().of(source.text))
                    && name.first().kind == Kind::Capital
                    && name.span().len() > 3;
                nickname
                    || all_alone && name.span().len() > 2
                    || entry.given
                        && (alone.len() > 1
                            || !self.many
                            || !word::is_word_name(name.first().of(source.text)))
            } else {
                entry.opens && entry.given && (all_alone || word::is_first_name(name.first().of(source.text)))
            };
            if accepted {
                out.push(Candidate::new(source, name, &LIST).sure(true));
            }
        }
    }
}

/// Whether a line holds nothing but common given names, and what joins them.
fn are_given(source: &Source, line: &str) -> bool {
    let mut words = line.split([' ', ',']).filter(|word| !word.is_empty()).peekable();
    let of_list = |word: &str| {
        ROLL_JOINTS.has(word)
            || walk::is_capitalised(word)
                && word::is_given(source, word)
                && !word::is_word_name(word)
                && word::can_be_name(source, word)
    };
    words.peek().is_some_and(|word| walk::is_capitalised(word)) && words.all(of_list)
}

/// Whether a second word with a capital follows the first: cheap to ask before the words are read.
fn may_be_name(text: &str, start: usize, end: usize) -> bool {
    let bytes = text.as_bytes().get(start..end).unwrap_or(&[]);
    let near = &bytes[..bytes.len().min(40)];
    let capital = |b: &u8| b.is_ascii_uppercase() || *b >= 0x80;
    let next = near.iter().position(|&b| b == b' ').and_then(|blank| near.get(blank + 1));
    near.first().is_some_and(capital) && next.is_some_and(|b| capital(b) || matches!(b, b'v' | b'a' | b'd'))
}

/// *Plats: Rådhuset*: another field of the page.
fn is_field(line: &str) -> bool {
    let near = walk::head(line, 32);
    near.find(':').is_some_and(|colon| {
        !near[colon + 1..].starts_with(|c: char| c.is_alphanumeric()) && !near[..colon].contains([',', '('])
    })
}

/// Whether after `at` the entry of a list is over, or what follows the name stands in brackets or behind a dash.
fn closes_entry(text: &str, at: usize, end: usize) -> bool {
    let rest = text.get(at..end.max(at)).unwrap_or("");
    rest.trim().is_empty()
        || rest.starts_with([',', ';', '.', '\t', '|', '/', '*'])
        || ENTRY_ENDS.iter().any(|mark| rest.starts_with(mark))
}

/// *Karin mailansvarig, Sten kassör*: whether nothing but what somebody is stands between `at` and the entry's end.
fn is_charged(source: &Source, at: usize, end: usize) -> bool {
    let Some(rest) = source.text.get(at..end).and_then(|rest| rest.strip_prefix(' ')) else { return false };
    let role = rest.get(..walk::word_end(rest, 0)).unwrap_or("");
    let charged = role.ends_with(CHARGED_END) || source.lexicon.classes_of(role).has(Classes::ROLE);
    let closes = rest.get(role.len()..).is_some_and(|rest| rest.is_empty() || rest.starts_with([',', ';']));
    charged && closes && role.starts_with(char::is_lowercase)
}

/// Where the next entry of a list may begin.
enum Next {
    At(usize),
    Over,
}

/// Past what stands beside a name: to the next comma, column or name. Names are read as [`Roll::line`] reads them, so that it goes on from
/// each.
fn next_entry(source: &Source, at: usize, end: usize, commas: bool) -> Next {
    let text = source.text;
    let mut at = at;
    while at < end {
        let Some(c) = walk::char_at(text, at) else { break };
        let next = at + c.len_utf8();
        match c {
            ',' | ';' | '\t' | '|' | '/' | '&' | '+' => return Next::At(next),
            '(' => {
                at = past_brackets(text, at, end).max(next);
                continue;
            }
            ':' if !text.get(next..end).is_some_and(|rest| rest.starts_with(char::is_alphanumeric)) => {
                return Next::Over;
            }
            '.' | '!' | '?' => {
                let long = at - walk::word_start(text, at) > 5;
                let rest = text.get(next..end).unwrap_or("");
                let sentence = rest.trim().is_empty()
                    || rest.starts_with(' ') && rest.trim_start().starts_with(char::is_uppercase);
                if long && sentence || c != '.' {
                    return Next::Over;
                }
            }
            ' ' if text.as_bytes().get(next) == Some(&b' ') => return Next::At(next),
            c if c.is_alphabetic() => {
                let stop = walk::word_end(text, at);
                let word = text.get(at..stop).unwrap_or("");
                if ROLL_JOINTS.has(word) {
                    return Next::At(stop);
                }
                // *ordförande Anna Holm*, *Anna Holm (S) Per Ek (M)*.
                if c.is_uppercase()
                    && word::is_given(source, word)
                    && list_name(source, at, end, commas).is_some_and(|name| name.weight() > 1)
                {
                    return Next::At(at);
                }
                at = stop.max(next);
                continue;
            }
            _ => {}
        }
        at = next;
    }
    Next::At(end)
}

/// Past blanks, bullets and numbers before an entry, and the words for what somebody is.
fn past_marks(text: &str, at: usize, end: usize) -> usize {
    let rest = text.get(at..end).unwrap_or("");
    let marks = |c: char| {
        matches!(c, ' ' | '\t' | '\u{a0}' | '-' | '–' | '•' | '·' | '*' | '|' | '_' | ',' | '.' | '\u{f0b7}')
            || matches!(c, '●' | '○' | '▪' | '■' | '◦' | '►' | '\u{f0a7}' | '\u{f0fc}' | '\u{f0d8}')
            || c.is_ascii_digit()
    };
    end - rest.trim_start_matches(marks).len()
}

/// One to five capitalised words, with initials and particles between, that no list of other words has.
fn list_name(source: &Source, at: usize, end: usize, commas: bool) -> Option<Name> {
    let text = source.text;
    if !word::may_begin(text, at) && !text.get(at..end)?.starts_with(char::is_uppercase) {
        return None;
    }
    let fits = |t: &word::Token| {
        let written = t.of(text);
        t.end <= end
            && !t.compound
            && match t.kind {
                Kind::Capital => word::can_be_name(source, written),
                // *Anna HOLM*, not *Anna Holm SKR*.
                Kind::Caps => {
                    word::can_be_name(source, written)
                        && (word::is_surname(source, written) || word::is_given(source, written))
                }
                Kind::Initial | Kind::Particle => true,
                Kind::Other => false,
            }
    };
    let surname = |last: word::Token, t: &word::Token| {
        t.kind == Kind::Capital
            && t.end <= end
            && !t.compound
            && word::is_given(source, last.of(text))
            && word::can_end_name(source, t.of(text))
    };
    let first = word::token(text, at).filter(fits)?;
    if first.kind == Kind::Particle {
        return None;
    }
    let mut name = Name::of(first);
    let mut whole = usize::from(first.is_name());
    while name.len < 5 {
        let last = name.last();
        let Some((word::Gap::Blank(blanks), next)) = word::gap(text, last.end) else { break };
        if blanks > 1 && !(commas && blanks < 5) {
            break;
        }
        let fitting = |token: &word::Token| fits(token) || name.len == 1 && surname(last, token);
        let Some(token) = word::token(text, next).filter(fitting) else { break };
        let surname_seen = name.weight() > 1 && !word::is_given(source, last.of(text));
        if surname_seen && token.is_name() && name::begins_next(source, token)
            || name.weight() > 1 && name::goes_on_apart(source, &name, token)
        {
            break;
        }
        if token.kind == Kind::Caps && first.kind != Kind::Caps && !word::is_surname(source, token.of(text)) {
            break;
        }
        name.push(token);
        if token.is_name() {
            whole = name.len;
        }
    }
    name.cut(whole);
    // *Holm Bygg AB*
    let next = text.get(name.end()..end).and_then(|rest| rest.strip_prefix(' ')).unwrap_or("");
    if takes(next.get(..walk::word_end(next, 0)).unwrap_or(""), "after") {
        return None;
    }
    // *Göteborgs Stad* goes on; *Michalis Vassilas (SGU)*, *Niilas Huuva, Umeå*.
    let bracket = || {
        text.get(name.end()..end)
            .is_some_and(|rest| rest.starts_with(" (") || rest.starts_with(',') || rest.is_empty())
    };
    (whole > 0 && (name.weight() == 1 || !name::begins_with_genitive(source, &name) || bracket()))
        .then_some(name)
}

/// Past what stands in brackets after a name.
fn past_brackets(text: &str, at: usize, end: usize) -> usize {
    let open = walk::skip_space(text, at);
    let Some(inner) = text.get(open..end.max(open)).filter(|rest| rest.starts_with('(')) else { return at };
    match walk::head(inner, 60).find(')') {
        Some(close) => open + close + 1,
        None => at,
    }
}
