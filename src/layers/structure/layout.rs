//! Each line's part in the layout, as far as the line itself and its markup tell.

use super::frame::{self, Frame};
use super::marked::{self, Large};
use super::title;
use crate::document::Span;
use crate::lexicon::sets::titles::{COLUMN_HEADS, SERIES_MARKS};
use crate::scan::Source;
use crate::text::walk;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A marked-up line longer than this, in bytes, is a page that lost its lines.
const LONGEST: usize = 600;
/// So many rows stand between the text of two pages at the most: feet, heads, blanks.
const BETWEEN: usize = 40;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Blank,
    /// Anything that the later steps may still make a heading or a part of the contents.
    Text,
    /// Marked up as a heading, at this depth: by [`line_role`] (`#`, `==`, `<h2>`, LaTeX, Org), by the line below it, or by the styles
    /// of the file ([`super::marked`]).
    Marked(u8),
    /// A whole line in bold.
    Bold,
    /// A point of a list.
    Item,
    /// A line of a table.
    Row,
    /// Comments, commands, front matter, fences: no text.
    Markup,
    /// What recurs on every page.
    Furniture,
    /// What a site prints round a page's text.
    Frame,
    /// The contents.
    Toc,
    /// A heading or part of one.
    Heading,
}

/// One line with its text, which leaves markup out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub role: Role,
    pub span: Span,
    /// The first and the last byte of its text, 0 of a blank one: they answer most questions about a line.
    pub first: u8,
    pub last: u8,
}

impl Row {
    fn of(text: &str, span: Span) -> Row {
        let mut row = Row { role: Role::Text, span, first: 0, last: 0 };
        row.set(text, span);
        row
    }

    /// Makes the row's text that of `span`.
    pub fn set(&mut self, text: &str, span: Span) {
        self.span = span;
        (self.first, self.last) = match text.as_bytes().get(span.range()) {
            Some(&[first, .., last]) => (first, last),
            Some(&[only]) => (only, only),
            _ => (0, 0),
        };
    }

    pub fn is_blank(self) -> bool {
        self.role == Role::Blank
    }
    pub fn text<'t>(self, source: &Source<'t>) -> &'t str {
        self.span.of(source.text)
    }
    /// The same without looking for the bounds of characters.
    pub fn bytes<'t>(self, source: &Source<'t>) -> &'t [u8] {
        source.text.as_bytes().get(self.span.range()).unwrap_or_default()
    }
}

/// The rows of a text, line by line.
#[derive(Debug)]
pub(super) struct Layout {
    pub rows: Vec<Row>,
    /// Title that front matter or `\title{}` gives.
    pub title: Option<Span>,
    /// How many lines are marked up as headings.
    pub marked: usize,
    /// The last row of each heading that the file styles, by its first.
    pub last: HashMap<usize, usize>,
    /// What the file sets in large type, by its first row.
    pub large: HashMap<usize, Large>,
    /// What a site prints above the text.
    pub frame: Frame,
}

impl Layout {
    /// From the row `first` to the row `last`.
    pub fn span(&self, first: usize, last: usize) -> Span {
        Span { start: self.rows[first].span.start, end: self.rows[last].span.end }
    }

    /// The next row that is not blank and carries text of the document itself.
    pub fn next(&self, index: usize) -> Option<usize> {
        (index + 1..self.rows.len()).find(|&i| {
            !matches!(self.rows[i].role, Role::Blank | Role::Furniture | Role::Frame | Role::Markup)
        })
    }

    /// The last row before `index` that is not blank and carries text of the document itself; what stands further above than
    /// the end of a page and the beginning of the next one has nothing to do with it.
    pub fn previous(&self, index: usize) -> Option<usize> {
        (index.saturating_sub(BETWEEN)..index).rev().find(|&i| {
            !matches!(self.rows[i].role, Role::Blank | Role::Furniture | Role::Frame | Role::Markup)
        })
    }

    /// Whether nothing of the document's own text stands right above: a blank, a page's edge, a heading.
    pub fn open_above(&self, index: usize) -> bool {
        index == 0 || !matches!(self.rows[index - 1].role, Role::Text | Role::Item | Role::Row | Role::Bold)
    }

    /// Whether a blank, a page's edge or the end follows.
    pub fn open_below(&self, index: usize) -> bool {
        self.rows
            .get(index + 1)
            .is_none_or(|row| matches!(row.role, Role::Blank | Role::Furniture | Role::Frame | Role::Markup))
    }
}

/// Reads the markup of every line.
pub(super) fn read(source: &Source) -> Layout {
    let mut layout = Layout {
        rows: Vec::with_capacity(source.lines.len()),
        title: None,
        marked: 0,
        last: HashMap::new(),
        large: HashMap::new(),
        frame: Frame::default(),
    };
    let mut inside = Inside::Text;
    let dialect = Dialect { latex: is_latex(source), org: is_org(source) };
    let mut tabs = source.lines.tabs().peekable();
    // The line above is a bullet and no more: its text stands on this one.
    let mut alone = false;
    for (index, line) in source.lines.iter().enumerate() {
        let span = Span { start: line.start, end: line.end };
        let tabbed = tabs.next_if_eq(&index).is_some();
        if line.is_blank() {
            layout.rows.push(Row { role: Role::Blank, span, first: 0, last: 0 });
            continue;
        }
        let mut row = Row::of(source.text, span);
        if !matches!(inside, Inside::Fence)
            && let Some(end) = before_column(row.text(source), row.last)
        {
            row.set(source.text, Span { end: span.start + end as u32, ..span });
        }
        // Most lines begin with a letter or figure, as no markup and no point of a list does (but for *o*).
        let plain = row.first.is_ascii_alphanumeric() && row.first != b'o' && !tabbed;
        if plain && matches!(inside, Inside::Text) {
            // What a command is defined to print.
            if dialect.latex && row.text(source).contains("#1") {
                row.role = Role::Markup;
            }
            if alone && row.first.is_ascii_alphabetic() {
                row.role = Role::Item;
            }
            alone = false;
            layout.rows.push(row);
            continue;
        }
        let text = span.of(source.text);
        (row.role, inside) = match inside {
            Inside::Comment => {
                layout.title = layout.title.or_else(|| field(source, span, ".. title:"));
                (Role::Markup, if text.contains("-->") { Inside::Text } else { Inside::Comment })
            }
            Inside::Matter(fence) => {
                layout.title =
                    layout.title.or_else(|| MATTER_TITLES.iter().find_map(|key| field(source, span, key)));
                (Role::Markup, if ends_matter(text, fence) { Inside::Text } else { Inside::Matter(fence) })
            }
            Inside::Fence => {
                let ends = text.starts_with("```") || text.starts_with("~~~");
                (if ends { Role::Markup } else { Role::Row }, if ends { Inside::Text } else { Inside::Fence })
            }
            Inside::Text if text.starts_with("<!--") => {
                (Role::Markup, if text.contains("-->") { Inside::Text } else { Inside::Comment })
            }
            Inside::Text if text.starts_with("```") || text.starts_with("~~~") => {
                (Role::Markup, Inside::Fence)
            }
            // Pandoc's head: `% title`, `% authors`, `% date`.
            Inside::Text if index == 0 && !dialect.latex && has_percent_head(source) => {
                layout.title = field(source, span, "% ");
                (Role::Markup, Inside::Text)
            }
            Inside::Text if index == 0 && FENCES.contains(&text) && has_matter(source, text) => {
                (Role::Markup, Inside::Matter(text))
            }
            Inside::Text => (line_role(source, index, dialect, &mut row, &mut layout), Inside::Text),
        };
        layout.marked += usize::from(matches!(row.role, Role::Marked(_)));
        alone = row.role == Role::Item && row.span.len() <= '•'.len_utf8();
        layout.rows.push(row);
    }
    if layout.marked > 1 && quotes_marks(&layout) {
        layout.marked = 1;
    }
    marked::apply(source, &mut layout);
    frame::mark(source, &mut layout);
    layout
}

/// The width of a column beside a heading, with the gap before it, in bytes.
const COLUMN: usize = 28;

/// Where the words end beside which a column is headed, or a series has its mark: *Innehållsförteckning:      Sida*,
/// *Fler bojar vid kajen \t Prop.*
fn before_column(text: &str, last: u8) -> Option<usize> {
    // Most lines end as no such column does.
    static LAST: LazyLock<[bool; 256]> = LazyLock::new(|| {
        let words = COLUMN_HEADS.iter().chain(SERIES_MARKS).flat_map(|words| words.bytes().next_back());
        let mut last = [false; 256];
        words.chain(b'0'..=b'9').for_each(|byte| last[usize::from(byte)] = true);
        last
    });
    if !LAST[usize::from(last)] {
        return None;
    }
    let tail = text.as_bytes().get(text.len().saturating_sub(COLUMN)..)?;
    let gap = tail.windows(3).rposition(|gap| gap == b"   ").map(|at| at + 3);
    let tab = memchr::memrchr(b'\t', tail).map(|at| at + 1);
    let column = text.get(text.len() - tail.len() + gap.max(tab)?..)?.trim_start();
    let left = text[..text.len() - column.len()].trim_end();
    let headed = COLUMN_HEADS.contains(&column) && !left.contains("   ") && !left.contains('\t');
    let marked = || {
        let (mark, number) = column.split_once(' ').unwrap_or(("", column));
        SERIES_MARKS.contains(&column)
            || (title::is_series_number(number) || title::is_series_number_of_year(number))
                && (mark.is_empty() || SERIES_MARKS.contains(&mark))
            // *… om bojar;          den 17 juni 2011*: when the rules came out.
            || left.ends_with(';') && column.starts_with("den ")
    };
    (left.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c.is_lowercase())
        && left.split_whitespace().any(|word| word.chars().filter(|c| c.is_alphabetic()).nth(4).is_some())
        && (headed || marked()))
    .then_some(left.len())
}

/// Before this row the first mark stands of a text whose writer marks headings up, or in its first half.
const LATE: usize = 60;

/// Whether the marked lines stand in a stretch of another text that this one quotes: who marks headings up begins with that.
fn quotes_marks(layout: &Layout) -> bool {
    let first = layout.rows.iter().position(|row| matches!(row.role, Role::Marked(_)));
    first.is_some_and(|first| first > LATE && first * 2 > layout.rows.len())
}

enum Inside<'t> {
    Text,
    Comment,
    /// Front matter, and the line that ends it.
    Matter(&'t str),
    Fence,
}

/// Lines around front matter: in YAML, in TOML.
const FENCES: &[&str] = &["---", "+++"];
/// How the line begins that tells the title there.
pub(super) const MATTER_TITLES: &[&str] = &["title:", "title :", "title =", "title=", "titel:"];

/// The same line ends front matter as began it, or that of YAML's own.
fn ends_matter(line: &str, fence: &str) -> bool {
    line == fence || line == "..." && fence == "---"
}

/// The first two lines begin with the sign that sets Pandoc's title, and its authors, apart.
fn has_percent_head(source: &Source) -> bool {
    let begins = |index: usize, sign: &str| {
        source.lines.get(index).is_some_and(|line| line.text(source.text).starts_with(sign))
    };
    begins(0, "% ") && begins(1, "%")
}

/// Front matter ends within forty lines and holds `key: value` or `key = value`.
fn has_matter(source: &Source, fence: &str) -> bool {
    let head = &source.lines[1..source.lines.len().min(40)];
    let end = head.iter().position(|line| ends_matter(line.text(source.text), fence));
    end.is_some_and(|end| head[..end].iter().any(|line| line.text(source.text).contains([':', '='])))
}

/// The value after `key` on the line, as a span.
fn field(source: &Source, span: Span, key: &str) -> Option<Span> {
    let rest = span.of(source.text).strip_prefix(key)?;
    let value = without_quotes(rest.trim());
    (!value.is_empty()).then(|| {
        let start = span.end as usize - rest.len() + rest.find(value).unwrap_or(0);
        Span::new(start, start + value.len())
    })
}

/// A value without the marks that it stands between: *"'Nytt bad' i byn"* is *'Nytt bad' i byn*. Of a pair one may be lost.
fn without_quotes(value: &str) -> &str {
    let inside = |mark: char| value.trim_start_matches(mark).trim_end_matches(mark).contains(mark);
    let mark = ['"', '\''].into_iter().find(|&mark| value.starts_with(mark) || value.ends_with(mark));
    mark.filter(|&mark| !inside(mark)).map_or(value, |mark| value.trim_matches(mark)).trim()
}

fn is_latex(source: &Source) -> bool {
    let mut commands =
        source.lines.iter().take(60).map(|line| line.text(source.text)).filter(|line| line.starts_with('\\'));
    commands.any(|line| {
        ["\\documentclass", "\\begin{document}", "\\section{", "\\title{", "\\maketitle"]
            .iter()
            .any(|key| line.starts_with(key))
    })
}

/// Markup that only some texts have.
#[derive(Clone, Copy)]
struct Dialect {
    latex: bool,
    org: bool,
}

/// So much of a text is looked at for headings of Org mode, in bytes.
const ORG_HEAD: usize = 1 << 14;

/// Whether the text is one of Emacs' Org mode: its head has a setting, as `#+TITLE: …`, or text stands right below at least two
/// lines as `** Rubrik`, where lists have their next point.
fn is_org(source: &Source) -> bool {
    let mut settings = source.lines.iter().take(20).filter_map(|l| l.text(source.text).strip_prefix("#+"));
    if settings.any(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()) && rest.contains(':')) {
        return true;
    }
    // Who writes so does from the top on.
    let text = walk::head(source.text, ORG_HEAD);
    let (mut heads, mut points) = (0, 0);
    for at in memchr::memmem::find_iter(text.as_bytes(), "\n** ") {
        let (line, below) = text[at + 1..].split_once('\n').unwrap_or((&text[at + 1..], ""));
        match below.bytes().next() {
            _ if line[3..].contains("**") => points += 1,
            Some(b'*' | b' ' | b'\t') => points += 1,
            Some(b'\n' | b'\r') | None => {}
            Some(_) => heads += 1,
        }
    }
    heads > 1 && heads > points
}

/// `* Rubrik`, `** Rubrik`; `# …` comments, `#+TITLE: …` sets.
fn org_role(source: &Source, row: &mut Row, layout: &mut Layout) -> Option<Role> {
    let text = row.text(source);
    if let Some(rest) = text.strip_prefix('#') {
        let comments = rest.is_empty() || rest.starts_with([' ', '+']);
        let title = ["#+TITLE:", "#+title:", "#+Title:"];
        layout.title = layout.title.or_else(|| title.iter().find_map(|key| field(source, row.span, key)));
        return comments.then_some(Role::Markup);
    }
    let depth = text.bytes().take_while(|&b| b == b'*').count();
    let title = text.get(depth..).filter(|_| (1..=6).contains(&depth))?.strip_prefix(' ')?.trim();
    if title.is_empty() {
        return None;
    }
    narrow(row, source, title);
    Some(Role::Marked(depth as u8))
}

/// The number of a page, behind which its first line was cut off.
fn is_cut_away(source: &Source, span: Span) -> bool {
    let behind = &source.text[span.end as usize..];
    let next = behind.trim_start_matches(' ');
    !source.cut.is_empty()
        && next.len() < behind.len()
        && next.starts_with(|c: char| !c.is_whitespace())
        && span.of(source.text).bytes().all(|b| b.is_ascii_digit())
}

/// The role of a line of ordinary text; narrows the row's span to what is not markup.
fn line_role(source: &Source, index: usize, dialect: Dialect, row: &mut Row, layout: &mut Layout) -> Role {
    let text = row.span.of(source.text);
    let bytes = text.as_bytes();
    let latex = dialect.latex;
    if dialect.org
        && matches!(bytes[0], b'#' | b'*')
        && row.span.start == source.lines[index].start
        && let Some(role) = org_role(source, row, layout)
    {
        return role;
    }
    match bytes[0] {
        b'#' => {
            let depth = bytes.iter().take_while(|&&b| b == b'#').count();
            let title = text[depth..].trim_end_matches('#').trim();
            // `##Rubrik` without a blank is one too; `#ämne` is a tag, and so are `#Val #Skola`.
            let tight = || {
                let first = text[depth..].chars().next().unwrap_or(' ');
                depth > 1 && first.is_alphanumeric() || first.is_uppercase() && !text[depth..].contains('#')
            };
            if depth <= 6
                && title.contains(|c: char| !c.is_whitespace() && c != '\u{feff}')
                && title.len() <= LONGEST
                && (bytes[depth].is_ascii_whitespace() || tight())
            {
                narrow(row, source, bare_title(title));
                return Role::Marked(depth as u8);
            }
            Role::Text
        }
        b'\\' if latex => latex_role(source, row, layout),
        b'%' if latex => Role::Markup,
        b'|' => Role::Row,
        // A rule of escaped underscores or asterisks.
        b'\\' if bytes.len() >= 4 && bytes.iter().all(|b| matches!(b, b'\\' | b'_' | b'*' | b'-')) => {
            Role::Markup
        }
        b'<' => html_heading(source, row),
        // `== Rubrik` (Typst), `== Rubrik ==` (wikis)
        b'=' if may_be_equals(bytes) => {
            let depth = bytes.iter().take_while(|&&b| b == b'=').count();
            let title = text[depth..].trim_end_matches('=').trim();
            narrow(row, source, title);
            Role::Marked(depth as u8)
        }
        b'*' | b'_' | b'\'' if is_bold(text) => {
            let inner = text.trim_matches(is_emphasis);
            narrow(row, source, inner);
            Role::Bold
        }
        // `_Beslutet skickas till:_`
        b'*' | b'_' if let Some(inner) = italic(text) => {
            narrow(row, source, inner);
            Role::Text
        }
        // `[**Rubrik**](adress)`
        b'[' if let Some(inner) = linked(text) => {
            narrow(row, source, inner);
            Role::Bold
        }
        b'=' | b'-' | b'_' | b'~' | b'*'
            if bytes.iter().all(|b| *b == bytes[0] || *b == b' ') && bytes.len() >= 3 =>
        {
            underline(source, index, bytes[0], layout);
            Role::Markup
        }
        b'0'..=b'9' if bytes.len() < 4 && is_cut_away(source, row.span) => Role::Furniture,
        _ if is_list_point(text) => Role::Item,
        _ if source.lines.has_tabs(index)
            && text.split('\t').filter(|cell| !cell.trim().is_empty()).count() >= 2 =>
        {
            // A line of the contents has tabs too: the contents are looked for among rows as well.
            Role::Row
        }
        _ => Role::Text,
    }
}

/// A line of `===` or `---` under a line of text makes that line a heading (setext).
fn underline(source: &Source, index: usize, mark: u8, layout: &mut Layout) {
    let depth = match mark {
        b'=' => 1,
        b'-' => 2,
        _ => return,
    };
    let Some(above) = index.checked_sub(1).filter(|&i| i < layout.rows.len()) else { return };
    // The same line may stand above the title too.
    let open = above == 0 || matches!(layout.rows[above - 1].role, Role::Blank | Role::Markup);
    let row = &mut layout.rows[above];
    let text = row.span.of(source.text);
    if row.role == Role::Text && open && text.len() < 160 && !text.ends_with(['.', ',', ';']) {
        row.role = Role::Marked(depth);
        layout.marked += 1;
    }
}

/// Makes the row's text `inner`, a part of the whole.
fn narrow(row: &mut Row, source: &Source, inner: &str) {
    let start = inner.as_ptr() as usize - source.text.as_ptr() as usize;
    row.set(source.text, Span::new(start, start + inner.len()));
}

/// `== Rubrik`, `= Rubrik`, `== Rubrik ==`: up to five signs, a blank, a title that begins with a letter or number.
fn may_be_equals(bytes: &[u8]) -> bool {
    let depth = bytes.iter().take_while(|&&b| b == b'=').count();
    depth <= 5
        && bytes.len() < 160
        && bytes.get(depth) == Some(&b' ')
        && bytes[depth..]
            .iter()
            .find(|b| **b != b' ')
            .is_some_and(|b| b.is_ascii_alphanumeric() || *b >= 0x80)
}

/// What stands around the words of a bold line.
fn is_emphasis(c: char) -> bool {
    c.is_whitespace() || matches!(c, '*' | '_' | '\'' | '\\')
}

/// `**A whole line**` or `__so__`, with or without a colon.
fn is_bold(text: &str) -> bool {
    let core = text.trim_end_matches([':', '\\']);
    ["***", "**", "__", "'''"].iter().any(|mark| {
        core.len() > 4
            && core.starts_with(mark)
            && core.ends_with(mark)
            && !core[2..core.len() - 2].contains(mark)
            // *_____* is a line to sign on.
            && !core.trim_matches(is_emphasis).is_empty()
    })
}

/// The words of a title without the marks of bold or italic type around it.
fn without_emphasis(title: &str) -> &str {
    let around = |mark: &str| {
        let inner = title.strip_prefix(mark)?.strip_suffix(mark)?;
        (!inner.trim().is_empty() && !inner.contains(mark)).then(|| inner.trim())
    };
    ["***", "**", "__", "*", "_"].iter().find_map(|mark| around(mark)).unwrap_or(title)
}

/// The words of a title without its attributes, tags, links and emphasis: `[Dagordning](https://…) {#dag}`, `<span id="dag">Dagordning</span>`.
fn bare_title(title: &str) -> &str {
    let attributes = |title: &str| {
        let (words, inside) = title.strip_suffix('}')?.rsplit_once('{')?;
        (inside.starts_with(['#', '.', '-']) && !words.trim().is_empty()).then(|| words.trim_end().len())
    };
    let title = attributes(title).map_or(title, |end| &title[..end]);
    let link = title.strip_prefix('[').and_then(|rest| rest.split_once("]("));
    let whole = link.filter(|(words, address)| {
        address.find(')') == Some(address.len() - 1)
            && !words.trim().is_empty()
            && !words.contains(['[', ']'])
    });
    let title = whole.map_or(title, |(words, _)| words.trim());
    let tagged = title.strip_prefix('<').and_then(|rest| rest.split_once('>'));
    let tagged = tagged.map(|(_, rest)| rest.split_once("</").map_or(rest, |(words, _)| words).trim());
    let title = tagged.filter(|words| !words.is_empty() && !words.contains('<')).unwrap_or(title);
    // **_So_** has two.
    without_emphasis(without_emphasis(title))
}

/// What stands in a whole line of italic type, if it is no sentence.
fn italic(text: &str) -> Option<&str> {
    let inner = without_emphasis(text);
    (inner.len() < text.len() && inner.len() < 60 && !inner.ends_with(['.', '!', '?', '"', '”']))
        .then_some(inner)
}

/// The bold text of a line that is one link.
fn linked(text: &str) -> Option<&str> {
    let (inner, address) = text.strip_prefix("[**")?.split_once("**](")?;
    let whole = address.ends_with(')') && !address.contains(' ');
    (whole && !inner.trim().is_empty() && !inner.contains("**")).then(|| inner.trim())
}

/// `\section{…}` and its kin are headings; `\item` is a point; other commands are markup, where no words follow (`\emph{Mötet
/// beslutade} att anta planen`).
fn latex_role(source: &Source, row: &mut Row, layout: &mut Layout) -> Role {
    const DEPTHS: &[(&str, u8)] = &[
        ("\\part", 1),
        ("\\chapter", 1),
        ("\\section", 2),
        ("\\subsection", 3),
        ("\\subsubsection", 4),
        ("\\paragraph", 5),
        ("\\title", 1),
    ];
    let text = row.text(source);
    let name_end = text[1..].find(|c: char| !c.is_ascii_alphabetic()).map_or(text.len(), |i| i + 1);
    let (name, rest) = text.split_at(name_end);
    if name == "\\item" {
        return Role::Item;
    }
    let rest = rest.strip_prefix('*').unwrap_or(rest);
    let Some(depth) = DEPTHS.iter().find(|(key, _)| *key == name).map(|(_, depth)| *depth) else {
        let behind = rest.split_once('}').map_or("", |(_, behind)| behind.trim_start());
        return if behind.starts_with(char::is_alphanumeric) { Role::Text } else { Role::Markup };
    };
    let title = rest.strip_prefix('{').map(|inner| inner.split('}').next().unwrap_or(inner).trim());
    match title {
        Some(title) if !title.is_empty() => {
            narrow(row, source, title);
            if name == "\\title" {
                layout.title = Some(row.span);
                return Role::Marked(1);
            }
            Role::Marked(depth)
        }
        _ => {
            if name == "\\title" {
                layout.title = layout.title.or_else(|| last_of_title(source, row.span));
            }
            Role::Markup
        }
    }
}

/// The last line of a `\title{` that goes on over some lines, which closes it: the first are of whose it is.
fn last_of_title(source: &Source, open: Span) -> Option<Span> {
    let first = source.lines.index(open.start as usize) + 1;
    let mut lines = source.lines.get(first..)?.iter().take(6);
    let last = lines.find(|line| {
        line.text(source.text).matches('}').count() > line.text(source.text).matches('{').count()
    })?;
    let title = last.text(source.text).strip_suffix('}')?.trim_end();
    let plain = !title.is_empty() && !title.contains(['\\', '{', '}']);
    plain.then(|| Span::new(last.start as usize, last.start as usize + title.len()))
}

/// `<h2>…</h2>`, `<b>…</b>` on one line.
fn html_heading(source: &Source, row: &mut Row) -> Role {
    let text = row.text(source);
    let bytes = text.as_bytes();
    let whole = text.strip_prefix("<p>").and_then(|text| text.strip_suffix("</p>")).unwrap_or(text);
    let whole = whole.strip_suffix("<br>").or_else(|| whole.strip_suffix("<br />")).unwrap_or(whole);
    let bold = |(open, close): &(&str, &str)| whole.strip_prefix(open)?.strip_suffix(close);
    if let Some(inner) = [("<b>", "</b>"), ("<strong>", "</strong>")].iter().find_map(bold)
        && !inner.contains('<')
        && !inner.trim().is_empty()
    {
        narrow(row, source, inner.trim());
        return Role::Bold;
    }
    if let [b'<', b'h' | b'H', depth @ b'1'..=b'6', ..] = bytes {
        let inner = text.split_once('>').map_or("", |(_, rest)| rest);
        let title = inner.split("</").next().unwrap_or(inner).trim();
        if !title.is_empty() {
            narrow(row, source, title);
            return Role::Marked(depth - b'0');
        }
    }
    Role::Text
}

/// Bullets; a dash before a blank is one too, but for the dash of a quotation (`– Nej, säger hon`), which
/// is longer.
pub(super) fn is_list_point(text: &str) -> bool {
    let mut chars = text.chars();
    let (Some(first), second) = (chars.next(), chars.next()) else { return false };
    match first {
        '•' | '·' | '●' | '▪' | '■' | '◦' | '○' | '\u{f0b7}' | '\u{2212}' | '➢' | '✓' => {
            true
        }
        '*' | '+' => second.is_none_or(char::is_whitespace),
        '-' => second.is_none_or(|c| c.is_whitespace() || c.is_alphabetic()),
        'o' => second == Some(' ') && text.len() > 2 && text[2..].starts_with(char::is_uppercase),
        _ => false,
    }
}
