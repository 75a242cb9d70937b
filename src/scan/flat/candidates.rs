//! Where in a long line a heading may stand: beginnings by number, label, capitals or a sentence's end before, and the
//! ends that each may have.

use super::features::{self as f, Features};
use crate::lexicon::Lexicon;
use crate::lexicon::labels::{Label, Labels};
use crate::lexicon::sets::structure::{REFERS, SMALL, VERBS, set_of};
use crate::lexicon::{Classes, terms::Vocabulary};
use crate::text::lines::Lines;
use crate::text::walk;
use std::collections::HashMap;

/// Lines no longer than this, in bytes, are rows as they stand.
pub(super) const SHORT: usize = 120;
/// A line longer than this is flattened, or prose.
const LONG: usize = 1500;
/// No page has more.
const PAGE: usize = 60_000;
/// In a text whose bytes stand on lines of more bytes than this, one with another, all but short ones may be flattened.
const FLAT: usize = 650;
/// A title has at most so many words.
const WORDS: usize = 16;
/// Most ends that are tried from one beginning.
const ENDS: usize = 8;

/// A part of a line that may be a heading.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub start: usize,
    pub end: usize,
    pub features: Features,
    /// The number of the beginning, and of that whose number it goes on from.
    pub beginning: usize,
    pub from: Option<usize>,
}

/// A place where a heading may begin.
#[derive(Clone, Copy)]
struct Start {
    at: usize,
    why: f::Start,
    number: Option<Number>,
    /// The end of the label that stands here.
    label: Option<(usize, Label)>,
    /// Where its line ends.
    line: (usize, usize),
}

/// A number as flattened text has it.
#[derive(Clone, Copy)]
struct Number {
    form: f::NumberForm,
    value: u32,
    /// Bytes up to the title.
    width: usize,
    run: Run,
}

/// The numbers that a number runs with: bytes to the one before and the one behind, and how many there are.
#[derive(Clone, Copy, Default)]
struct Run {
    before: Option<usize>,
    after: Option<usize>,
    /// The beginning whose number it goes on from.
    from: Option<usize>,
    len: u32,
    /// The last number of its form is the same, or two less.
    odd: bool,
}

/// Hands all candidates of the lines that are long to `take`, in order of their beginnings.
pub(super) fn find(words: &Vocabulary, text: &str, lines: &Lines, mut take: impl FnMut(Candidate)) {
    let (squares, bytes) = lines
        .iter()
        .map(|line| line.len())
        .fold((0, 0), |(squares, bytes), len| (squares + len * len, bytes + len));
    let flatness = squares / bytes.max(1);
    let least = if flatness > FLAT { SHORT } else { LONG };
    let mut starts = Vec::new();
    for line in lines.iter().filter(|line| (least + 1..PAGE).contains(&line.len())) {
        beginnings(&words.labels, text, (line.start as usize, line.end as usize), &mut starts);
    }
    run_numbers(&mut starts);
    let dropped = |start: &Start| {
        start.number.is_some_and(|n| {
            n.run.len <= 1
                && !n.run.odd
                && !matches!(n.form, f::NumberForm::Sign | f::NumberForm::SignAfter | f::NumberForm::Named)
        })
    };
    // A bare number alone counts, a letter is an initial.
    let reader = Reader { words, text, flatness, repeated: repeated(text, &starts) };
    let mut all = Vec::with_capacity(ENDS + 1);
    // Where the title begins that a number has: no beginning of its own.
    let mut titled = None;
    for (index, start) in starts.iter().enumerate().filter(|(_, start)| !dropped(start)) {
        if titled == Some(start.at) {
            continue;
        }
        titled = start.number.map(|number| start.at + number.width);
        reader.ends(start, starts.get(index + 1..).unwrap_or_default(), &mut all);
        let from = start.number.and_then(|number| number.run.from);
        all.drain(..).for_each(|c| take(Candidate { beginning: index, from, ..c }));
    }
}

/// How often words stand at a beginning.
fn repeated(text: &str, starts: &[Start]) -> HashMap<u64, u32> {
    let mut seen = HashMap::with_capacity(starts.len());
    for start in starts {
        *seen.entry(key(&text[start.at..start.line.1])).or_insert(0) += 1;
    }
    seen
}

/// A number for the first two words.
fn key(text: &str) -> u64 {
    let words = text.split([' ', '\u{a0}', '\t']).filter(|w| !w.is_empty()).take(2).flat_map(str::bytes);
    words.fold(0xcbf2_9ce4_8422_2325, |hash, b| (hash ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// Adds the beginnings in one line.
fn beginnings(labels: &Labels, text: &str, line: (usize, usize), starts: &mut Vec<Start>) {
    let whole = &text[..line.1];
    let mut at = line.0;
    // The end of the last label: no beginning lies inside of it.
    let mut done = 0;
    while at < line.1 {
        if at >= done
            && let Some(start) = beginning(labels, whole, line, at)
        {
            if let Some((end, _)) = start.label {
                done = end;
            }
            starts.push(start);
        }
        let rest = &whole.as_bytes()[at..];
        let Some(blank) = memchr::memchr2(b' ', b'\t', rest) else { break };
        at += blank;
        at += whole.as_bytes()[at..].iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
    }
}

fn beginning(labels: &Labels, whole: &str, line: (usize, usize), at: usize) -> Option<Start> {
    let rest = whole.get(at..)?;
    let first = rest.chars().next()?;
    let make = |why, number, label| Some(Start { at, why, number, label, line });
    let before = whole[line.0..at].trim_end();
    let last = before.rsplit([' ', '\t']).next().unwrap_or("");
    let refers = || last.ends_with([',', '§', '-', '–', '/']) || REFERS.has(last);
    if (first.is_ascii_digit() || matches!(first, '§' | '&' | '$') || first.is_ascii_uppercase())
        && let Some(number) = number(rest)
        && !refers()
    {
        return make(f::Start::Number, Some(number), None);
    }
    if !first.is_uppercase() {
        return None;
    }
    let word_end = walk::word_end(rest, 0);
    let word = &rest[..word_end];
    if let Some((end, label)) = label(labels, rest) {
        return make(f::Start::Label, None, Some((at + end, label)));
    }
    if at == line.0 {
        return make(f::Start::Line, None, None);
    }
    if word.len() >= 4 && walk::is_all_caps(word) && !(last.len() > 2 && walk::is_all_caps(last)) {
        return make(f::Start::Capitals, None, None);
    }
    if at - line.0 - before.len() >= 2 {
        return make(f::Start::Wide, None, None);
    }
    if matches!(set_of(word), 4 | 5) {
        return make(f::Start::Head, None, None);
    }
    if last.ends_with(['.', '!', '?', ')', ':', ';']) {
        return make(f::Start::After, None, None);
    }
    // Anywhere else capitals are names.
    if last.ends_with(',') || word.len() < 4 {
        return None;
    }
    make(f::Start::Inside, None, None)
}

/// The longest label of up to five words that a text begins with, before a capital, a mark or the end.
fn label(labels: &Labels, rest: &str) -> Option<(usize, Label)> {
    let mut ends = rest.match_indices(' ').map(|(end, _)| end).chain([rest.len()]).take(5);
    let mut found = None;
    for end in ends.by_ref().take_while(|end| *end < 90) {
        let under = rest[end..].trim_start();
        let opens = under.is_empty() || under.starts_with(|c: char| !c.is_lowercase());
        let words = rest[..end].trim_end_matches([',', ';']);
        if opens && let Some(label) = labels.find(words) {
            let end = words.len();
            found = Some((end, label));
        }
    }
    found
}

/// The number that a heading begins with: `§ 5`, `5 §`, `5.`, `5`, `B.`, `KS 136`, `Motion 2`.
fn number(rest: &str) -> Option<Number> {
    let bytes = rest.as_bytes();
    let digits = |at: usize| {
        let len = bytes.get(at..)?.iter().take(5).take_while(|b| b.is_ascii_digit()).count();
        let value = rest.get(at..at + len)?.parse::<u32>().ok()?;
        (len > 0 && len < 4).then_some((value, at + len))
    };
    let make = |form, value, end: usize| {
        let tail = &rest[end..];
        let title = tail.trim_start_matches(['.', ':', ')', ' ', '\u{a0}', '\t', '-', '–', '|']);
        Some(Number { form, value, width: end + tail.len() - title.len(), run: Run::default() })
    };
    let sign = ["§", "&", "$"].iter().find_map(|sign| rest.strip_prefix(sign));
    if let Some(after) = sign {
        let blank = after.len() - after.trim_start_matches([' ', '\u{a0}', '§', '.']).len();
        let (value, end) = digits(rest.len() - after.len() + blank)?;
        return make(f::NumberForm::Sign, value, end);
    }
    if let Some((value, end)) = digits(0) {
        let after = rest[end..].trim_start_matches([' ', '\u{a0}']);
        if after.starts_with('§') {
            let end = rest.len() - after.len() + '§'.len_utf8();
            return make(f::NumberForm::SignAfter, value, end);
        }
        let form = match bytes.get(end) {
            Some(b'.') if !bytes.get(end + 1).is_some_and(u8::is_ascii_digit) => f::NumberForm::Stop,
            Some(b')') => f::NumberForm::Bracket,
            Some(b' ' | b'\t' | 0xC2) => f::NumberForm::Bare,
            _ => return None,
        };
        let number = make(form, value, end)?;
        let title = rest.get(number.width..)?;
        return title.starts_with(char::is_uppercase).then_some(number);
    }
    if matches!(bytes, [_, b'.' | b')', b' ', ..]) && bytes[0].is_ascii_uppercase() {
        let number = make(f::NumberForm::Letter, u32::from(bytes[0] - b'A') + 1, 2)?;
        return rest.get(number.width..)?.starts_with(char::is_uppercase).then_some(number);
    }
    // `KS 136`, `Motion 2`
    let word = walk::word_end(rest, 0);
    let code = (2..=4).contains(&word) && walk::is_capitalised(rest);
    let (value, end) = digits(word + 1).filter(|_| bytes.get(word) == Some(&b' ') && word < 14)?;
    if rest[end..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | ')')) {
        return None;
    }
    make(if code { f::NumberForm::Code } else { f::NumberForm::Named }, value, end)
}

/// Numbers that are kept open at once.
const OPEN: usize = 8;

/// Finds which numbers of one form go on from which.
fn run_numbers(starts: &mut [Start]) {
    // Of each form the last places and their values.
    let mut open: [Vec<(usize, u32)>; 9] = Default::default();
    let mut from = vec![None; starts.len()];
    for index in 0..starts.len() {
        let Some(number) = starts[index].number else { continue };
        let same = &mut open[number.form as usize];
        let odd = same.last().is_some_and(|(_, last)| *last == number.value || last + 2 == number.value);
        if let Some(number) = &mut starts[index].number {
            number.run.odd = odd;
        }
        if let Some(place) = same.iter().rposition(|(_, value)| value + 1 == number.value) {
            let last = same[place].0;
            let gap = starts[index].at - starts[last].at;
            if let Some(number) = &mut starts[index].number {
                number.run.before = Some(gap);
                number.run.from = Some(last);
            }
            if let Some(number) = &mut starts[last].number {
                number.run.after.get_or_insert(gap);
            }
            from[index] = Some(last);
            same.truncate(place);
        } else if same.len() >= OPEN {
            same.remove(0);
        }
        same.push((index, number.value));
    }
    let len_of = |starts: &[Start], at: usize| starts[at].number.map_or(0, |n| n.run.len);
    for index in 0..starts.len() {
        let len = from[index].map_or(0, |last| len_of(starts, last)) + 1;
        if let Some(number) = &mut starts[index].number {
            number.run.len = len;
        }
    }
    for index in (0..starts.len()).rev() {
        let len = len_of(starts, index);
        if let Some(number) = from[index].and_then(|last| starts[last].number.as_mut()) {
            number.run.len = number.run.len.max(len);
        }
    }
}

/// What features are read from.
struct Reader<'a> {
    words: &'a Vocabulary,
    text: &'a str,
    flatness: usize,
    repeated: HashMap<u64, u32>,
}

impl Reader<'_> {
    /// Adds a candidate for each place where a heading that begins at `start` may end.
    fn ends(&self, start: &Start, later: &[Start], all: &mut Vec<Candidate>) {
        let mut later = later.iter().peekable();
        let line = &self.text[..start.line.1];
        let title = start.at + start.number.map_or(0, |n| n.width);
        let title = title.min(line.len());
        let mut options = 0;
        let mut add = |end: usize, why: f::Ends| {
            let head = line[start.at..end].trim_end_matches([' ', '\t', '\u{a0}', '-', '–', '|', ',']);
            let end = start.at + head.len();
            if end > start.at && all.last().is_none_or(|c: &Candidate| (c.start, c.end) != (start.at, end)) {
                let features = self.features(start, title, end, why, options);
                all.push(Candidate { start: start.at, end, features, beginning: 0, from: None });
                options += 1;
            }
            options < ENDS
        };
        if let Some((end, _)) = start.label {
            let colon = line[end..].starts_with([':', ';']);
            let end = end + usize::from(colon);
            add(
                end,
                if end >= line.len() {
                    f::Ends::Line
                } else if colon {
                    f::Ends::Colon
                } else {
                    f::Ends::Capital
                },
            );
            return;
        }
        // The number alone.
        if start.number.is_some_and(|n| matches!(n.form, f::NumberForm::Sign | f::NumberForm::SignAfter)) {
            let bare = line[start.at..title].trim_end_matches([' ', '\u{a0}', '\t', '-', '–', '|']).len();
            add(start.at + bare, f::Ends::Capital);
        }
        let mut at = title;
        for words in 1..=WORDS {
            let word = line[at..].find([' ', '\t']).map_or(line.len(), |len| at + len);
            let after =
                word + line[word..].len() - line[word..].trim_start_matches([' ', '\t', '\u{a0}']).len();
            let text = &line[at..word];
            // A reference: a title has no paragraph inside.
            if text.starts_with('§') && at > title {
                return;
            }
            while later.next_if(|next| next.at < after).is_some() {}
            let next = later.peek().filter(|next| next.at == after);
            if after >= line.len() {
                add(line.len(), f::Ends::Line);
                return;
            }
            let follows = line[after..].chars().next().unwrap_or(' ');
            let opens = follows.is_uppercase()
                || follows.is_ascii_digit()
                || matches!(follows, '§' | '”' | '"' | '–' | '-' | '•');
            let why = if text.ends_with("..") || text.ends_with('…') {
                Some(f::Ends::Dots)
            } else if text.ends_with('.') && opens && (text.len() > 4 || next.is_some()) {
                Some(f::Ends::Stop)
            } else if text.ends_with(':') {
                Some(f::Ends::Colon)
            } else if text.ends_with(['?', '!']) && opens {
                Some(f::Ends::Ask)
            } else if next.is_some() {
                Some(match next.map(|n| n.why) {
                    Some(f::Start::Number) => f::Ends::Number,
                    Some(f::Start::Label) => f::Ends::Label,
                    Some(f::Start::Capitals) => f::Ends::Capitals,
                    _ => f::Ends::Capital,
                })
            } else if after - word >= 2 {
                Some(f::Ends::Wide)
            } else if follows.is_uppercase() && !text.ends_with([',', ';']) {
                Some(f::Ends::Capital)
            } else if follows.is_ascii_digit() && !text.ends_with(',') {
                Some(f::Ends::Digit)
            } else {
                None
            };
            let ended = matches!(
                why,
                Some(f::Ends::Stop | f::Ends::Dots | f::Ends::Ask | f::Ends::Number | f::Ends::Label)
            );
            let goes_on = why.is_none_or(|why| add(word, why));
            if ended || !goes_on {
                return;
            }
            // Prose, not a title.
            if words > 3 && text.ends_with(';') {
                return;
            }
            at = after;
        }
    }

    fn features(&self, start: &Start, title: usize, end: usize, why: f::Ends, option: usize) -> Features {
        let mut out = Features::default();
        let line = &self.text[..start.line.1];
        out.set(start.why);
        out.set(before(&line[start.line.0..start.at]));
        if let Some(number) = start.number {
            out.set(number.form);
            out.set(match (number.run.before, number.run.after) {
                (Some(_), Some(_)) => f::Run::Inner,
                (Some(_), None) => f::Run::Last,
                (None, Some(_)) => f::Run::First,
                (None, None) if number.run.odd => f::Run::Odd,
                (None, None) => f::Run::Alone,
            });
            out.set_within::<f::RunLength, _>(number.run.len, &[0, 1, 2, 5]);
            if let Some(gap) = number.run.after.or(number.run.before) {
                out.set_nth::<f::RunGap>(1 + usize::from(gap > 60) + usize::from(gap > 160));
            }
        }
        let title = line.get(title..end).unwrap_or("");
        let (mut words, mut capitals, mut verb) = (0, 0, false);
        for word in title.split([' ', '\t', '\u{a0}']).filter(|w| !w.is_empty()) {
            words += 1;
            let bare = bare(word);
            if words > 1 {
                capitals += usize::from(walk::is_capitalised(bare));
                verb |= is_verb(bare);
            }
        }
        out.set_within::<f::WordCount, _>(words, &[0, 1, 2, 3, 4, 6, 9, 14]);
        out.set_nth::<f::Inner>(capitals);
        out.set_nth::<f::Verb>(usize::from(verb));
        out.set_nth::<f::Comma>(usize::from(title.contains(',')));
        out.set_nth::<f::Stops>(usize::from(title.trim_end_matches('.').contains(". ")));
        out.set(why);
        let last = title.rsplit([' ', '\t']).next().unwrap_or("");
        out.set(match last.chars().next_back() {
            Some(',' | ';') => f::LastWord::Comma,
            Some(')') => f::LastWord::Bracket,
            Some(c) if c.is_ascii_digit() => f::LastWord::Digit,
            _ if SMALL.has(bare(last)) => f::LastWord::Small,
            _ if walk::is_capitalised(last) => f::LastWord::Capital,
            _ => f::LastWord::Other,
        });
        self.follows(line.get(end..).unwrap_or(""), &mut out);
        let first = &title[..walk::word_end(title, 0)];
        self.word::<f::FirstWord>(first, &mut out);
        out.set(match first.as_bytes() {
            [.., b'i' | b'I', b'n' | b'N', b'g' | b'G'] => f::Suffix::Ing,
            [.., b'n' | b'N', b'd' | b'D', b'e' | b'E'] => f::Suffix::Nde,
            [.., b's' | b'S'] => f::Suffix::Genitive,
            [.., b'n' | b'N'] => f::Suffix::Definite,
            [.., b'r' | b'R'] => f::Suffix::Plural,
            [.., b't' | b'T'] => f::Suffix::Neuter,
            _ => f::Suffix::Other,
        });
        out.set(match start.label.map(|(_, label)| label) {
            None => f::Known::None,
            Some(Label::Attendance) => f::Known::Attendance,
            Some(Label::Field) => f::Known::Field,
            Some(Label::Decision | Label::Proposal | Label::Motions | Label::Papers) => f::Known::Points,
            Some(_) => f::Known::Text,
        });
        out.set(match words {
            _ if title.len() > 3 && walk::is_all_caps(title) => f::Case::Capitals,
            0 | 1 => f::Case::Single,
            _ if capitals + 1 == words => f::Case::Titled,
            _ => f::Case::Sentence,
        });
        let digits = title.bytes().filter(u8::is_ascii_digit).count();
        out.set_nth::<f::Digits>(usize::from(digits > 0) + usize::from(digits * 3 > title.len()));
        out.set_within::<f::LineLength, _>(start.line.1 - start.line.0, &[400, 800, 1500, 3000]);
        out.set_within::<f::Flatness, _>(self.flatness, &[400, 700, 1000, 1500]);
        out.set_nth::<f::Option>(option);
        out.set_within::<f::Place, _>(start.at, &[80, 1000]);
        let near = walk::head(&line[end..], 80);
        out.set_nth::<f::Leaders>(usize::from(
            near.contains("...") || near.contains(". . .") || near.contains('…'),
        ));
        let seen = self.repeated.get(&key(&line[start.at..])).copied().unwrap_or(1);
        out.set_within::<f::Repeated, _>(seen, &[1, 2]);
        out
    }

    /// What follows the candidate.
    fn follows(&self, rest: &str, out: &mut Features) {
        let mut words = rest.split([' ', '\t', '\u{a0}']).filter(|w| !w.is_empty()).take(8);
        let Some(first) = words.next() else {
            out.set(f::NextWord::None);
            return;
        };
        if first.starts_with(|c: char| c.is_ascii_digit() || c == '§') {
            out.set(f::NextWord::Digit);
        } else {
            self.word::<f::NextWord>(bare(first), out);
        }
        let mut verb = is_verb(bare(first)).then_some(1);
        for (at, word) in words.enumerate() {
            if at == 0 {
                out.set(match bare(word).chars().next() {
                    Some(c) if c.is_lowercase() => f::AfterNext::Small,
                    Some(c) if c.is_uppercase() => f::AfterNext::Capital,
                    Some(c) if c.is_ascii_digit() => f::AfterNext::Digit,
                    _ => f::AfterNext::Other,
                });
            }
            if verb.is_none() && is_verb(bare(word)) {
                verb = Some(at + 2);
            }
        }
        out.set_nth::<f::NextVerb>(verb.map_or(0, |at| 1 + [1, 2, 4].iter().filter(|b| at > **b).count()));
    }

    fn word<F: crate::words::model::Feature>(&self, word: &str, out: &mut Features) {
        let lexicon: &Lexicon = &self.words.lexicon;
        out.set_nth::<F>(match set_of(word) {
            0 if lexicon.classes_of(word).has(Classes::BODY) => 11,
            0 if lexicon.names(word).has(Classes::GIVEN) => 10,
            set => set,
        });
    }
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// A finite verb, by the lexicon or its ending.
fn is_verb(word: &str) -> bool {
    const ENDINGS: &[&str] = &["ade", "ades", "erar", "eras", "erats", "ades", "lls", "ljs", "des"];
    VERBS.has(word) || word.len() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// How what stands before ends.
fn before(text: &str) -> f::Before {
    let text = text.trim_end();
    let last = text.rsplit([' ', '\t']).next().unwrap_or("");
    match text.chars().next_back() {
        None => f::Before::None,
        _ if last.ends_with("..") || last.ends_with('…') => f::Before::Dots,
        Some('.' | '!' | '?') => f::Before::Stop,
        Some(':') => f::Before::Colon,
        Some(',' | ';' | '-' | '–' | '(') => f::Before::Comma,
        Some(')' | ']') => f::Before::Bracket,
        Some(c) if c.is_ascii_digit() => f::Before::Digit,
        Some(c) if c.is_alphabetic() && walk::is_capitalised(last) => f::Before::Capital,
        Some(c) if c.is_alphabetic() => f::Before::Small,
        Some(_) => f::Before::Mark,
    }
}
