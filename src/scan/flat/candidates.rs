//! Where in a long line a heading may stand: beginnings by number, label, capitals or a sentence's end before, and the
//! ends that each may have.

use super::features::{self as f, Features};
use super::reads::words_of;
use super::starts::{Number, Start, beginnings, last_word, run_numbers};
use crate::lexicon::Classes;
use crate::lexicon::sets::structure::{DEALS, LETTERS, set_of};
use crate::lexicon::terms::Vocabulary;
use crate::text::lines::{Line, Lines};
use crate::text::walk;
use foldhash::{HashMap, HashMapExt};

/// Lines no longer than this, in bytes, are rows as they stand.
pub(super) const SHORT: usize = 120;
/// A line longer than this is flattened, or prose.
const LONG: usize = 1500;
/// No page has more.
const PAGE: usize = 60_000;
/// In a text whose bytes stand on lines of more bytes than this, one with another, all but short ones may be flattened.
const FLAT: usize = 650;
/// The number of a page, at the beginning of its line, has fewer bytes.
const PAGE_MARK: usize = 8;
/// What is printed at the head of a page has fewer bytes.
const PAGE_HEAD: usize = 120;
/// A page on a line has more bytes.
const PAGE_LINE: usize = 40;
/// A title before a label is no longer, in bytes.
const TITLE: usize = 340;
/// A title has at most so many words.
const WORDS: usize = 16;
/// Most ends that are tried from one beginning, by what it is: a capital in the middle of a sentence begins short headings.
const fn most_ends(why: f::Start) -> usize {
    match why {
        f::Start::Inside => 2,
        f::Start::After | f::Start::Wide => 3,
        _ => 6,
    }
}

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

/// Hands all candidates of the lines that are long to `take`, in order of their beginnings.
pub(super) fn find(words: &Vocabulary, text: &str, lines: &Lines, mut take: impl FnMut(Candidate)) {
    let (squares, bytes) = lines
        .iter()
        .map(|line| line.len())
        .fold((0, 0), |(squares, bytes), len| (squares + len * len, bytes + len));
    let flatness = squares / bytes.max(1);
    let paged = has_pages(text, lines);
    let least = if flatness > FLAT || paged { SHORT } else { LONG };
    let mut starts = Vec::new();
    // Of pages short ones too: they hold a matter of a few words.
    let is_page = |line: &Line| paged && line.len() > PAGE_LINE && page_number(line.text(text)).is_some();
    for line in lines.iter().filter(|line| (least + 1..PAGE).contains(&line.len()) || is_page(line)) {
        beginnings(&words.labels, text, (line.start as usize, line.end as usize), paged, &mut starts);
    }
    run_numbers(&mut starts);
    let counts = |start: &Start, n: &Number| match n.form {
        _ if n.run.len > 1 || n.run.odd => true,
        f::NumberForm::Sign | f::NumberForm::SignAfter | f::NumberForm::Named => true,
        // Behind the number of the page stands the matter's, whose sign was lost.
        f::NumberForm::Bare => {
            (1..PAGE_MARK).contains(&(start.at - start.line.0)) || is_behind_head(text, start, n.width)
        }
        f::NumberForm::Code => is_body_code(text, start, n.width),
        _ => false,
    };
    let dropped = |start: &Start| start.number.is_some_and(|n| !counts(start, &n));
    // A bare number alone counts, a letter is an initial.
    let reader = Reader { words, text, flatness, repeated: repeated(text, &starts) };
    let mut all = Vec::with_capacity(8);
    // Where the title begins that a number has: no beginning of its own.
    let mut titled = None;
    for (index, start) in starts.iter().enumerate().filter(|(_, start)| !dropped(start)) {
        if titled == Some(start.at) && start.number.is_none() {
            continue;
        }
        titled = start.number.map(|number| start.at + number.width);
        if reader.is_name(start) {
            continue;
        }
        reader.ends(start, starts.get(index + 1..).unwrap_or_default(), &mut all);
        let from = start.number.and_then(|number| number.run.from);
        all.drain(..).for_each(|c| take(Candidate { beginning: index, from, ..c }));
    }
}

/// Whether each page is a line: two lines or more go on from the number of the page at the beginning of the one before, or one does
/// and what is printed at the head of both pages begins alike (*1 Socialnämnden …*, *2 Socialnämnden …*).
pub(super) fn has_pages(text: &str, lines: &Lines) -> bool {
    let mut last: Option<(u32, &str)> = None;
    let (mut long, mut alike) = (0, false);
    for line in lines.iter().filter(|line| line.len() > SHORT) {
        let whole = line.text(text);
        let Some(number) = page_number(whole) else { continue };
        let head = whole.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
        let head = &head[..walk::word_end(head, 0)];
        if let Some((before, word)) = last.replace((number, head))
            && before + 1 == number
        {
            long += 1;
            alike |= head.len() > 3 && head.eq_ignore_ascii_case(word) && set_of(head) == 0
                || prints_page(whole, number);
        }
    }
    long > 1 || alike
}

/// *2 Kommunstyrelsen 2 (23) …*, *4 4 Förord*: whether the page prints its number once more.
fn prints_page(line: &str, number: u32) -> bool {
    let mut words = walk::head(line, PAGE_HEAD).split(' ').skip(1);
    words.any(|word| {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        digits > 0
            && (digits == word.len() || word[digits..].starts_with('('))
            && word[..digits].parse() == Ok(number)
    })
}

/// *3 Kommunstyrelsen …*, *2013-03-20 Sida 3 av 13 …*: the number of a page that begins with it.
fn page_number(line: &str) -> Option<u32> {
    let head = walk::head(line, 40);
    let marked = || {
        let rest = &head[walk::places(head, "Sid").next()?..];
        rest[walk::word_end(rest, 0)..].strip_prefix(' ')
    };
    let rest =
        if head.starts_with(|c: char| c.is_ascii_digit()) { marked().unwrap_or(head) } else { marked()? };
    let digits = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let closed = rest.as_bytes().get(digits).is_some_and(|b| matches!(b, b' ' | b'('));
    if digits == 0 || digits > 3 || !closed || rest[digits..].trim_start().starts_with('§') {
        return None;
    }
    rest[..digits].parse().ok()
}

/// *Kommunstyrelsen 2 (23) 54 Budget*, *PROTOKOLL 2 46 Val av justerare*, *57 Dnr 2013/8 Taxor*: a number without its sign right
/// behind the head of the page, or before the number of the case.
fn is_behind_head(text: &str, start: &Start, width: usize) -> bool {
    let before = text[start.line.0..start.at].trim_end();
    let last = last_word(before);
    let figures = |word: &str| !word.is_empty() && word.len() < 4 && word.bytes().all(|b| b.is_ascii_digit());
    let pages = last.strip_suffix(')').and_then(|word| word.split_once('('));
    let of_pages = || pages.is_some_and(|(page, all)| figures(all) && (page.is_empty() || figures(page)));
    let again = || figures(last) && before.starts_with(last) && before.len() > last.len();
    let case = || text[start.at + width..start.line.1].starts_with("Dnr");
    before.len() < PAGE_HEAD && (of_pages() || again()) || case()
}

/// *KS 136 Val av justerare*, *Kfn 59 Taxor*: letters of which two are capitals or that are known for a body's, and a title.
fn is_body_code(text: &str, start: &Start, width: usize) -> bool {
    let code = &text[start.at..start.at + walk::word_end(&text[start.at..], 0)];
    let title = text.get(start.at + width..start.line.1).unwrap_or("");
    (code.chars().filter(|c| c.is_uppercase()).count() > 1 || LETTERS.has(code))
        && title.starts_with(char::is_uppercase)
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
pub(super) fn key(text: &str) -> u64 {
    let words = words_of(text).take(2).flat_map(str::bytes);
    words.fold(0xcbf2_9ce4_8422_2325, |hash, b| (hash ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// What features are read from.
pub(super) struct Reader<'a> {
    pub words: &'a Vocabulary,
    pub text: &'a str,
    pub flatness: usize,
    pub repeated: HashMap<u64, u32>,
}

impl Reader<'_> {
    /// Whether a capital in the middle of a sentence begins a name.
    fn is_name(&self, start: &Start) -> bool {
        let rest = &self.text[start.at..start.line.1];
        let word = &rest[..walk::word_end(rest, 0)];
        start.why == f::Start::Inside && self.words.lexicon.names(word).has(Classes::GIVEN)
    }

    /// Where the next label begins, if one does within a long title's length and no sentence ends before it.
    fn before_label<'s>(&self, title: usize, later: impl Iterator<Item = &'s Start>) -> Option<usize> {
        let mut later = later.skip_while(|next| next.at <= title).take_while(|next| next.at - title < TITLE);
        let next = later.find(|next| next.label.is_some() || next.number.is_some())?;
        let words = self.text.get(title..next.at)?.trim_end();
        let stops = memchr::memmem::find_iter(words.as_bytes(), b". ");
        let ends = words.ends_with('.')
            || stops.filter(|at| *at > 3).any(|at| words[at + 2..].starts_with(char::is_uppercase));
        (next.label.is_some() && words.len() > 3 && !ends).then_some(title + words.len())
    }

    /// Adds a candidate for each place where a heading that begins at `start` may end.
    fn ends(&self, start: &Start, later: &[Start], all: &mut Vec<Candidate>) {
        let mut later = later.iter().peekable();
        let line = &self.text[..start.line.1];
        let title = start.at + start.number.map_or(0, |n| n.width);
        let title = title.min(line.len());
        let (mut options, most) = (0, most_ends(start.why));
        let shared = self.shared(start, title);
        let mut add = |end: usize, why: f::Ends| {
            let head = line[start.at..end].trim_end_matches([' ', '\t', '\u{a0}', '-', '–', '|', ',']);
            let end = start.at + head.len();
            if end > start.at && all.last().is_none_or(|c: &Candidate| (c.start, c.end) != (start.at, end)) {
                let features = self.features(&shared, line, (title, end), why, options);
                all.push(Candidate { start: start.at, end, features, beginning: 0, from: None });
                options += 1;
            }
            options < most
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
                } else if line[end..].trim_start().starts_with(char::is_lowercase) {
                    f::Ends::Deals
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
        // A title up to the label below it, however long: *§ 7 … Beslut*.
        if start.number.is_some_and(|n| matches!(n.form, f::NumberForm::Sign | f::NumberForm::SignAfter))
            && let Some(end) = self.before_label(title, later.clone().take_while(|next| next.at < line.len()))
        {
            add(end, f::Ends::Label);
        }
        let mut at = title;
        for words in 1..=WORDS {
            let blank = memchr::memchr2(b' ', b'\t', &line.as_bytes()[at..]);
            let word = blank.map_or(line.len(), |len| at + len);
            let after =
                word + line[word..].len() - line[word..].trim_start_matches([' ', '\t', '\u{a0}']).len();
            let text = &line[at..word];
            // A reference: a title has no paragraph inside, but for brackets (*Ledamöter (KL 5 kap. 1 §)*).
            if text.starts_with('§') && at > title && !text.ends_with(')') {
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
            // *1 ÅRSMÖTETS ÖPPNANDE*, whose words may each begin a heading; a label is one.
            let in_capitals =
                next.is_none_or(|next| next.label.is_none()) && goes_on_in_capitals(text, &line[after..]);
            let why = if in_capitals {
                None
            } else if text.ends_with("..") || text.ends_with('…') {
                Some(f::Ends::Dots)
            } else if text.ends_with('.')
                && opens
                && (text.len() > 4 || next.is_some() || text.eq_ignore_ascii_case("m.m."))
            {
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
            } else if words > 1 && follows.is_lowercase() && deals(&line[after..]) {
                Some(f::Ends::Deals)
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
}

/// *VAL AV JUSTERARE*: a title in capitals goes on in capitals.
fn goes_on_in_capitals(word: &str, rest: &str) -> bool {
    let next = &rest[..walk::word_end(rest, 0)];
    word.len() > 1 && next.len() > 1 && walk::is_all_caps(word) && walk::is_all_caps(next)
}

/// *… val av sekreterare* before *välja Anna Holm*: whether a text begins with what the body does with the matter.
pub(super) fn deals(text: &str) -> bool {
    DEALS.has(&text[..walk::word_end(text, 0)])
}
