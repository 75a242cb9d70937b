//! What a site prints round the text of a page: buttons, menus, and the frame of a host that shows files of others.
//!
//! Such lines are neither title nor heading. They are told by what they say (`lexicon/data/frames.txt`) and, of a menu, by their
//! shape: several short lines one after the other, some of them known entries.

use super::layout::{Layout, Role, Row};
use crate::document::Span;
use crate::lexicon::sets::frames::{
    BROWSERS, BUTTONS, COUNTED, ENTRIES, HOSTS, LINKS, LOGOS, NOTICES, REMARKS, TOOLS, TOPS, TRANSCRIPTS,
};
use crate::lexicon::sets::titles::DOCUMENTS;
use crate::scan::Source;
use crate::text::beginnings::Beginnings;
use crate::text::walk::{self, starts_with_word};
use std::sync::LazyLock;

/// A line of a frame is no longer, in bytes.
const LONGEST: usize = 100;
/// A notice is no longer, in bytes.
const NOTICE: usize = 600;
/// An entry of a menu is no longer, in bytes and in words.
const ENTRY: usize = 40;
const WORDS: usize = 3;
/// A menu has so many lines, and so many of them known.
const LINES: usize = 4;
const KNOWN: usize = 2;
/// A host's frame ends, and a page's menu begins, within so many rows from the top.
const TOP: usize = 60;
/// So many lines of its own the head of a page may have, above what leads past it.
const HEAD: usize = 2;
/// A page's name is no longer, in bytes, and is said again within so many rows.
const NAME: usize = 160;
const AGAIN: usize = 40;

/// Where the frame at the top of a page ends.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Frame {
    /// The first row below it.
    pub end: usize,
    /// What a host calls the file that it shows.
    pub name: Option<Span>,
    /// The row of the menu's entry that stands again above the text.
    pub again: Option<usize>,
}

/// Gives the lines of the frame their role, and tells where it ends.
pub(super) fn mark(source: &Source, layout: &mut Layout) {
    layout.frame = host(source, layout).or_else(|| transcript(source, layout)).unwrap_or_default();
    let (mut menu, mut texts) = (Menu::default(), 0);
    for index in layout.frame.end..layout.rows.len() {
        let row = layout.rows[index];
        if row.is_blank() {
            continue;
        }
        let short = row.span.len() <= LONGEST && matches!(row.role, Role::Text | Role::Item);
        let text = if short { bare(row.text(source)) } else { "" };
        if short && index < TOP && texts <= HEAD && is_menu_line(text) {
            layout.rows[index].role = Role::Frame;
            layout.frame.end = index + 1;
            continue;
        }
        // What tells of the page may stand below its title, and is no entry of a menu.
        if short && index < TOP + layout.frame.end && begins_remark(text) {
            layout.rows[index].role = Role::Frame;
            std::mem::take(&mut menu).end(layout);
            continue;
        }
        let button = short && (is_button(text) || index < TOP + layout.frame.end && is_notice(text));
        // A site's notice may be a sentence or two, above all else.
        if texts == 0 && !short && row.role == Role::Text && row.span.len() <= NOTICE && index < TOP {
            let text = bare(row.text(source));
            if begins_notice(text) || begins_remark(text) || tells_of_browser(text) {
                layout.rows[index].role = Role::Frame;
                layout.frame.end = index + 1;
                continue;
            }
        }
        if button {
            layout.rows[index].role = Role::Frame;
            // What leads past the page's head stands in it, and a line right below belongs to it.
            if texts <= HEAD && leads_past(text) {
                layout.frame.end = index + 1;
                // *Gå till innehåll⏎Byalaget⏎⏎…*: the site's name.
                if is_site_name(source, layout, index + 1) {
                    layout.rows[index + 1].role = Role::Frame;
                    layout.frame.end += 1;
                }
            }
        } else {
            texts += 1;
        }
        if button || short && is_entry(text) {
            menu.add(index, text, button);
        } else {
            std::mem::take(&mut menu).end(layout);
        }
    }
    menu.end(layout);
    let named = page_name(source, layout);
    let entry = if named.is_none() { entry_again(source, layout) } else { None };
    if let Some((_, again)) = entry {
        layout.frame.again = Some(again);
        layout.rows[again].role = Role::Text;
    }
    if let Some((first, again)) = named.or(entry) {
        let plain = |row: &&mut Row| matches!(row.role, Role::Text | Role::Item);
        layout.rows[first..again].iter_mut().filter(plain).for_each(|row| row.role = Role::Frame);
        layout.frame.end = layout.frame.end.max(again);
    }
}

/// Lines one after the other that may be a menu.
#[derive(Debug, Default)]
struct Menu {
    first: usize,
    lines: usize,
    known: usize,
    /// The last known entry, and the one before it.
    last: usize,
    before: usize,
    /// Whether the last line is a document word.
    paper: bool,
    /// Whether one of them leads to another page of the site.
    leads: bool,
}

impl Menu {
    fn add(&mut self, index: usize, text: &str, button: bool) {
        if self.lines == 0 {
            self.first = index;
        }
        self.lines += 1;
        let leads = ENTRIES.has(text);
        self.leads |= leads;
        self.paper = leads && DOCUMENTS.contains(&text.to_lowercase().as_str());
        if leads || button || TOOLS.has(text) {
            self.known += 1;
            (self.before, self.last) = (self.last, index);
        }
    }

    /// The last row of the menu. A document word apart below lines that stand close is the page's title: *Till förbundet⏎Bakgrundsbild⏎⏎Stadgar*.
    fn last(&self, layout: &Layout) -> usize {
        let close = |row: &usize| layout.rows.get(*row).is_some_and(|row| !row.is_blank());
        let apart = self.paper
            && self.known > 1
            && layout.open_above(self.last)
            && layout.open_below(self.last)
            && (self.first..=self.before).all(|row| close(&row));
        if apart { self.before } else { self.last }
    }

    /// Marks a menu from its first line to its last known entry: what stands below that may be the title.
    fn end(self, layout: &mut Layout) {
        if self.lines < LINES || self.known < KNOWN || 5 * self.known < self.lines {
            return;
        }
        let last = self.last(layout);
        for row in &mut layout.rows[self.first..=last] {
            if matches!(row.role, Role::Text | Role::Item) {
                row.role = Role::Frame;
            }
        }
        // Above its menu a page has less than below; at its end stands another one.
        let (top, rest) = (layout.rows[self.first].span.start, layout.rows[last].span.end);
        let end = layout.rows.last().map_or(rest, |row| row.span.end);
        if self.leads && self.first < TOP && layout.frame.end <= self.first && end - rest > top {
            layout.frame.end = last + 1;
        }
    }
}

/// *Hem  Protokoll  Historik | Bilder*: a menu in columns on one line.
fn is_menu_line(text: &str) -> bool {
    let columns = || text.split(['|', '\u{a0}']).flat_map(|part| part.split("  ")).map(str::trim);
    let columns = || columns().filter(|column| !column.is_empty());
    (text.contains("  ") || text.contains(" | "))
        && columns().nth(2).is_some()
        && columns().all(is_entry)
        && columns().filter(|column| ENTRIES.has(column)).nth(1).is_some()
}

/// A line without the marks of a list or of a button: *• Hem*, *Meny ▼*, *Sök:*.
fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '"' | '(' | ')' | '!' | '?' | '.'))
}

/// Whether a line is a button, a count of hits, or a caption that is said twice without a blank.
fn is_button(text: &str) -> bool {
    BUTTONS.has(text) || TOPS.has(text) || counts_hits(text) || is_doubled(text)
}

/// Whether a line near the top leads past the frame, reports what the site did, or is a picture's link.
fn is_notice(text: &str) -> bool {
    begins_notice(text) || is_logo(text) || LINKS.iter().any(|link| ends_with_phrase(text, link))
}

/// *Byakassans logotyp*: whose mark a picture shows.
fn is_logo(text: &str) -> bool {
    let mut words = text.split(' ');
    LOGOS.iter().any(|logo| text.ends_with(logo))
        && words.next().is_some_and(|owner| owner.len() > 4 && owner.ends_with('s'))
        && words.nth(1).is_none()
}

/// Whether a line leads past the head of a page, or searches the site: nothing of the text stands above it.
fn leads_past(text: &str) -> bool {
    TOPS.has(text) || begins_notice(text)
}

fn begins_notice(text: &str) -> bool {
    static BEGINNINGS: LazyLock<Beginnings> = LazyLock::new(|| Beginnings::of(NOTICES.iter().copied()));
    BEGINNINGS.may_begin(text.as_bytes()) && NOTICES.iter().any(|notice| starts_with_word(text, notice))
}

/// *Antingen stödjer din webbläsare inte skript …*: what a site needs of its reader.
fn tells_of_browser(text: &str) -> bool {
    walk::words(text).any(|word| BROWSERS.has(walk::bare(word)))
}

fn begins_remark(text: &str) -> bool {
    static BEGINNINGS: LazyLock<Beginnings> = LazyLock::new(|| Beginnings::of(REMARKS.iter().copied()));
    BEGINNINGS.may_begin(text.as_bytes()) && REMARKS.iter().any(|remark| starts_with_word(text, remark))
}

/// Whether a text ends with the words of `phrase`, which are in lower case, behind others.
fn ends_with_phrase(text: &str, phrase: &str) -> bool {
    let text = text.trim_end_matches('.');
    let from = text.len().checked_sub(phrase.len());
    from.filter(|&from| from > 0 && text.is_char_boundary(from)).is_some_and(|from| {
        !text[..from].ends_with(char::is_alphanumeric) && walk::same_word(&text[from..], phrase)
    })
}

/// *Post 1 av 12 träffar*, *3 kommentarer*: how many there are.
fn counts_hits(text: &str) -> bool {
    if !text.ends_with(['r', 't', 'f']) || !text.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let mut words = text.split_whitespace();
    words.clone().count() <= 6 && words.next_back().is_some_and(|word| COUNTED.has(word))
}

/// *Vyn över hamnenVyn över hamnen*: a picture's text and its caption.
fn is_doubled(text: &str) -> bool {
    let half = text.len() / 2;
    let bytes = text.as_bytes();
    // *SidhuvudDel SidhuvudDel*
    if text.len() > 12 && bytes[half] == b' ' && bytes[..half] == bytes[half + 1..] {
        return true;
    }
    text.len() > 20
        && text.len().is_multiple_of(2)
        && bytes[0] == bytes[half]
        && bytes[..half] == bytes[half..]
}

/// Whether a line may be an entry of a menu: a word or a few, and no sentence.
fn is_entry(text: &str) -> bool {
    text.len() <= ENTRY
        && !text.ends_with(['.', '!', '?'])
        && !text.bytes().fold(false, |figure, b| figure | b.is_ascii_digit())
        && walk::words(text).nth(WORDS).is_none()
}

/// Whether a line is a name of one or two words, with a blank below.
fn is_site_name(source: &Source, layout: &Layout, index: usize) -> bool {
    let Some(row) = layout.rows.get(index).filter(|row| row.role == Role::Text) else { return false };
    let text = row.text(source);
    is_entry(text) && text.split_whitespace().nth(2).is_none() && layout.open_below(index)
}

/// The first line of a page, if it is the name that a browser shows, and the row where its first part stands alone below nothing but
/// short lines: *Stadgar – Byalaget* over *Stadgar*.
fn page_name(source: &Source, layout: &Layout) -> Option<(usize, usize)> {
    let is_text = |i: &usize| matches!(layout.rows[*i].role, Role::Text | Role::Item | Role::Frame);
    let first = (0..layout.rows.len().min(TOP)).find(is_text)?;
    let text = layout.rows[first].text(source);
    if text.len() > NAME {
        return None;
    }
    let parts = [" — ", " – ", " | ", " - ", " :: ", " • "];
    let (own, site) = parts
        .iter()
        .filter(|part| walk::has(text, part))
        .filter_map(|part| text.rsplit_once(*part))
        .max_by_key(|(own, _)| own.len())?;
    let named = site.starts_with(char::is_uppercase) && !site.bytes().any(|b| b.is_ascii_digit());
    let mut below = (first + 1..layout.rows.len()).filter(is_text).take(AGAIN);
    let short =
        |i: &usize| layout.rows[*i].span.len() <= LONGEST && !layout.rows[*i].text(source).ends_with('.');
    // The menu has it too, above the text.
    let again =
        below.by_ref().take_while(short).filter(|&i| layout.rows[i].text(source) == own.trim()).last();
    again.filter(|_| named).map(|again| (first, again))
}

/// The first line of a page that a menu heads, and the row where one of its entries stands alone again above the text: *- Start⏎- Styrelsen⏎-
/// Kalender⏎⏎Kalender⏎⏎I maj …*. A menu that is printed twice says nothing.
fn entry_again(source: &Source, layout: &Layout) -> Option<(usize, usize)> {
    let is_text = |i: &usize| matches!(layout.rows[*i].role, Role::Text | Role::Item | Role::Frame);
    let line = |i: usize| bare(layout.rows[i].text(source));
    let short = |i: &usize| layout.rows[*i].span.len() <= ENTRY && !line(*i).ends_with(['.', ':', ',']);
    let top = (0..layout.rows.len().min(TOP)).filter(is_text);
    let mut seen: [&str; AGAIN] = [""; AGAIN];
    let (mut count, mut known, mut first, mut again) = (0, 0, None, None);
    for index in top.take(AGAIN).take_while(short) {
        let text = line(index);
        first = first.or(Some(index));
        if count >= LINES && known >= KNOWN && text.len() > 3 && seen[..count].contains(&text) {
            // Two are said again: the menu is.
            if again.is_some_and(|before| line(before) != text) {
                return None;
            }
            again = Some(index);
        }
        known += usize::from(ENTRIES.has(text));
        seen[count] = text;
        count += 1;
    }
    let again = again?;
    // A part's words stand below it.
    let alone = layout.rows[again].role != Role::Item && layout.open_above(again);
    first.filter(|_| alone).map(|first| (first, again))
}

/// The first line where it is all that is left of a host's frame: *Transkript*.
fn transcript(source: &Source, layout: &mut Layout) -> Option<Frame> {
    let first = layout.rows.iter().take(TOP).position(|row| !row.is_blank())?;
    let row = &mut layout.rows[first];
    let told = row.role == Role::Text && row.span.len() < 12 && TRANSCRIPTS.has(row.text(source));
    told.then(|| {
        row.role = Role::Frame;
        Frame { end: first + 1, ..Frame::default() }
    })
}

/// The frame of a host that shows files of others: it ends with the line below which the text of the file stands.
fn host(source: &Source, layout: &mut Layout) -> Option<Frame> {
    let rows = &layout.rows[..layout.rows.len().min(TOP)];
    let short = |row: &Row| !row.is_blank() && row.span.len() < 12;
    let last = rows.iter().position(|row| short(row) && TRANSCRIPTS.has(row.text(source)))?;
    let starts =
        |text: &str| HOSTS.iter().any(|host| walk::head(text, host.len()).eq_ignore_ascii_case(host));
    let told = |text: &str| starts(bare(text)) || starts(text);
    let lines = rows[..last].iter().filter(|row| !row.is_blank());
    if lines.clone().filter(|row| told(row.text(source))).count() < 2 {
        return None;
    }
    // Quoted where the file can be loaded or shared: with all its figures.
    let quoted = lines.clone().find_map(|row| {
        let text = row.text(source);
        let (before, after) = text.split_once('"').filter(|_| told(text))?;
        let name = after.trim_end().strip_suffix('"')?;
        let start = row.span.start + (before.len() + 1) as u32;
        Some(Span { start, end: start + name.len() as u32 })
    });
    for row in layout.rows[..=last].iter_mut().filter(|row| !row.is_blank()) {
        row.role = Role::Frame;
    }
    Some(Frame { end: last + 1, name: quoted, again: None })
}
