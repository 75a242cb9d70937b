//! RTF: groups, control words and bytes.

mod charset;
mod token;
mod words;

use super::body::Body;
use super::styles::level_of_name;
use super::symbols;
use crate::document::Error;
use crate::extract::limits::ExtractLimits;
use crate::extract::raised::raised;
use crate::extract::writer::Kind;
use crate::extract::{Extracted, FileFormat};
use charset::Charset;
use std::collections::HashMap;
use token::{Token, Tokens};

/// Where the text of a group goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Goal {
    Text,
    Note,
    /// The head of the pages, or their foot.
    Head {
        above: bool,
    },
    Fonts,
    Styles,
    Nowhere,
}

/// What a group may change and its end takes back.
#[derive(Clone, Copy, Debug)]
struct Group {
    goal: Goal,
    charset: Charset,
    /// So many characters stand for one of `\u`, for readers that do not know it.
    skip: usize,
    hidden: bool,
    /// Small letters above the line.
    raised: bool,
    /// The font, where it draws signs for letters.
    signs: Option<&'static str>,
    /// The group begins with `\*`: nothing is lost by leaving it out.
    optional: bool,
}

struct Rtf<'l> {
    body: Body<'l>,
    group: Group,
    stack: Vec<Group>,
    charset: Charset,
    fonts: HashMap<i32, Charset>,
    /// The fonts that draw signs for letters.
    signs: HashMap<i32, &'static str>,
    font: i32,
    styles: HashMap<i32, u8>,
    style: i32,
    level: Option<u8>,
    name: String,
    in_row: bool,
    /// Bytes whose encoding may go on.
    bytes: Vec<u8>,
    text: String,
    /// What is raised and not yet written.
    raised: String,
    /// A box of a form: how it stands, and how it stood at first.
    ticked: Option<(Option<bool>, bool)>,
    note: String,
    notes: Vec<String>,
    head: String,
    headers: Vec<String>,
    footers: Vec<String>,
    /// How many pieces are hidden.
    hidden: usize,
    comments: usize,
    objects: usize,
    /// Signs of fonts that are not known.
    unknown: usize,
    /// Characters still to be left out after `\u`.
    skipped: usize,
    /// The first half of a character beyond 16 bits.
    surrogate: Option<u16>,
}

pub(in crate::extract) fn read(bytes: &[u8], limits: &ExtractLimits) -> Result<Extracted, Error> {
    let group = Group {
        goal: Goal::Text,
        charset: Charset::WINDOWS,
        skip: 1,
        hidden: false,
        raised: false,
        signs: None,
        optional: false,
    };
    let mut rtf = Rtf {
        body: Body::new(limits),
        group,
        stack: Vec::new(),
        charset: Charset::WINDOWS,
        fonts: HashMap::new(),
        signs: HashMap::new(),
        font: 0,
        styles: HashMap::new(),
        style: 0,
        level: None,
        name: String::new(),
        in_row: false,
        bytes: Vec::new(),
        text: String::new(),
        raised: String::new(),
        ticked: None,
        note: String::new(),
        notes: Vec::new(),
        head: String::new(),
        headers: Vec::new(),
        footers: Vec::new(),
        hidden: 0,
        comments: 0,
        objects: 0,
        unknown: 0,
        skipped: 0,
        surrogate: None,
    };
    let mut tokens = Tokens::new(bytes);
    let mut count = 0usize;
    while let Some(token) = tokens.next() {
        if let Token::Word(b"bin", Some(length)) = token {
            tokens.skip_binary(usize::try_from(length).unwrap_or(0));
            continue;
        }
        rtf.take(token)?;
        count += 1;
        if count.is_multiple_of(65_536) {
            limits.check_time()?;
        }
        // What follows the document's own group is no text.
        if rtf.stack.is_empty() && token == Token::Close {
            break;
        }
    }
    let cut = !rtf.stack.is_empty();
    rtf.paragraph()?;
    for note in std::mem::take(&mut rtf.notes) {
        rtf.body.line(Kind::Paragraph, &note)?;
    }
    let mut notes = Vec::new();
    if cut {
        notes.push("the file is cut off: its end is lost".to_string());
    }
    for (count, what) in [
        (rtf.hidden, "left out pieces of hidden or deleted text"),
        (rtf.comments, "left out comments"),
        (rtf.objects, "left out embedded objects"),
        (rtf.unknown, "signs of fonts that are not known stand as \u{fffd}"),
    ] {
        if count > 0 {
            notes.push(format!("{what} ({count})"));
        }
    }
    notes.extend(rtf.footers.first().map(|line| format!("left out the foot of the pages: “{line}”")));
    let (text, marks) = rtf.body.finish()?;
    super::finish(text, marks, notes, FileFormat::Rtf)
}

impl Rtf<'_> {
    fn take(&mut self, token: Token) -> Result<(), Error> {
        match token {
            Token::Open => {
                self.decode();
                self.stack.push(self.group);
                self.group.optional = false;
            }
            Token::Close => {
                self.decode();
                self.close()?;
            }
            Token::Byte(byte) => {
                if self.skipped > 0 {
                    self.skipped -= 1;
                } else if !self.group.hidden && self.group.goal != Goal::Nowhere {
                    self.bytes.push(byte);
                }
            }
            Token::Sign(b'*') => self.group.optional = true,
            Token::Sign(sign) => {
                let c = match sign {
                    b'~' => "\u{a0}",
                    b'_' => "-",
                    b'-' => "\u{ad}",
                    _ => return Ok(()),
                };
                self.decode();
                self.push(c);
            }
            Token::Word(word, number) => self.word(word, number)?,
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), Error> {
        let Some(outer) = self.stack.pop() else { return Ok(()) };
        match self.group.goal {
            Goal::Note if outer.goal != Goal::Note => {
                let note = std::mem::take(&mut self.note);
                self.notes.push(format!("[{}] {}", self.notes.len() + 1, note.trim()));
            }
            Goal::Head { above } if outer.goal != self.group.goal => self.end_head(above)?,
            Goal::Styles => self.end_style(),
            _ => {}
        }
        self.group = outer;
        // The box stands where the field that describes it ends.
        if outer.goal == Goal::Text
            && let Some((is, was)) = self.ticked.take()
        {
            self.push(if is.unwrap_or(was) { "☒" } else { "☐" });
        }
        Ok(())
    }

    /// The lines of a page's head stand in the text once, where the file has them; those of its foot are left out.
    fn end_head(&mut self, above: bool) -> Result<(), Error> {
        let head = std::mem::take(&mut self.head);
        for line in head.split('\n').map(str::trim).filter(|line| super::says_something(line)) {
            let known = if above { &mut self.headers } else { &mut self.footers };
            if known.len() < 64 && !known.iter().any(|old| old == line) {
                known.push(line.to_string());
                if above {
                    self.body.line(Kind::Paragraph, line)?;
                }
            }
        }
        Ok(())
    }

    fn word(&mut self, word: &[u8], number: Option<i32>) -> Result<(), Error> {
        if word == b"u" {
            self.unicode(number.unwrap_or(0));
            return Ok(());
        }
        self.decode();
        self.skipped = 0;
        let on = number != Some(0);
        // The sign says something of the group's first word alone.
        let optional = std::mem::take(&mut self.group.optional);
        match word {
            b"ansi" => self.set_charset(Charset::WINDOWS),
            b"mac" => self.set_charset(Charset::MAC),
            b"pc" | b"pca" => self.set_charset(Charset::Dos),
            b"ansicpg" => self.set_charset(Charset::of_page(number.unwrap_or(1252))),
            b"uc" => self.group.skip = usize::try_from(number.unwrap_or(1)).unwrap_or(0),
            b"fonttbl" => self.group.goal = Goal::Fonts,
            b"stylesheet" => self.group.goal = Goal::Styles,
            b"f" => self.font(number.unwrap_or(0)),
            b"fcharset" if self.group.goal == Goal::Fonts => {
                let charset = Charset::of_font(number.unwrap_or(1)).unwrap_or(self.charset);
                self.fonts.insert(self.font, charset);
            }
            b"s" => self.style = number.unwrap_or(0),
            b"footnote" => {
                self.push(&format!("[{}]", self.notes.len() + 1));
                self.group.goal = Goal::Note;
            }
            b"header" | b"headerl" | b"headerr" | b"headerf" => self.group.goal = Goal::Head { above: true },
            b"footer" | b"footerl" | b"footerr" | b"footerf" => self.group.goal = Goal::Head { above: false },
            b"par" if matches!(self.group.goal, Goal::Head { .. }) => self.push("\n"),
            _ if words::is_left_out(word) => {
                self.comments += usize::from(word == b"annotation");
                self.objects += usize::from(word == b"objdata");
                self.group.goal = Goal::Nowhere;
            }
            // A group that may be left out, and is not known.
            _ if optional && !matches!(word, b"shpinst" | b"shptxt") => self.group.goal = Goal::Nowhere,
            b"fftype" => self.ticked = (number == Some(1)).then_some((None, false)),
            b"ffres" => {
                // 25 stands for what it was at first.
                if let Some((is, _)) = self.ticked.as_mut().filter(|_| number != Some(25)) {
                    *is = Some(on);
                }
            }
            b"ffdefres" => {
                if let Some((_, was)) = &mut self.ticked {
                    *was = on;
                }
            }
            b"super" => self.group.raised = on,
            b"up" => self.group.raised = number.is_none_or(|half_points| half_points > 0),
            b"nosupersub" | b"sub" => self.group.raised = false,
            b"v" | b"deleted" => {
                self.group.hidden = on;
                self.hidden += usize::from(on && matches!(self.group.goal, Goal::Text | Goal::Note));
            }
            b"plain" => {
                (self.group.hidden, self.group.raised, self.group.signs) = (false, false, None);
                self.group.charset = self.charset;
            }
            _ if self.group.goal == Goal::Text => return self.layout(word, number),
            _ => self.character(word),
        }
        Ok(())
    }

    /// Words that part lines, cells and pages.
    fn layout(&mut self, word: &[u8], number: Option<i32>) -> Result<(), Error> {
        match word {
            b"pard" => {
                (self.style, self.level) = (0, None);
            }
            b"outlinelevel" => self.level = number.filter(|n| (0..9).contains(n)).map(|n| n as u8 + 1),
            // A paragraph whose end is hidden or deleted goes on with the next.
            b"par" if self.group.hidden => {}
            b"par" | b"sect" => self.paragraph()?,
            b"page" | b"pagebb" => {
                self.paragraph()?;
                self.body.page();
            }
            b"trowd" | b"intbl" if !self.in_row => self.open_row()?,
            b"cell" => {
                self.paragraph()?;
                self.body.cell();
            }
            b"row" => {
                self.paragraph()?;
                self.body.end_row()?;
                self.in_row = false;
            }
            b"nestcell" | b"nestrow" => self.paragraph()?,
            _ => self.character(word),
        }
        Ok(())
    }

    fn character(&mut self, word: &[u8]) {
        if let Some(text) = words::character(word) {
            self.push(text);
        }
    }

    fn set_charset(&mut self, charset: Charset) {
        (self.charset, self.group.charset) = (charset, charset);
    }

    fn font(&mut self, number: i32) {
        if self.group.goal == Goal::Fonts {
            self.font = number;
        } else {
            self.group.charset = self.fonts.get(&number).copied().unwrap_or(self.charset);
            self.group.signs = self.signs.get(&number).copied();
        }
    }

    fn open_row(&mut self) -> Result<(), Error> {
        self.in_row = true;
        self.body.row()?;
        self.body.cell();
        Ok(())
    }

    /// A 16-bit unit of UTF-16, signed.
    fn unicode(&mut self, number: i32) {
        self.decode();
        self.skipped = self.group.skip;
        let unit = number as u16;
        let units = [self.surrogate.take().unwrap_or(0), unit];
        if (0xD800..0xDC00).contains(&unit) {
            self.surrogate = Some(unit);
            return;
        }
        let from = usize::from(units[0] == 0);
        for c in char::decode_utf16(units[from..].iter().copied()) {
            match c.unwrap_or(char::REPLACEMENT_CHARACTER) {
                '\u{f020}'..='\u{f0ff}' => self.sign(unit.into()),
                c => self.push(c.encode_utf8(&mut [0; 4])),
            }
        }
    }

    /// Turns the bytes that wait into text.
    fn decode(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        match self.group.signs {
            Some(_) => bytes.iter().for_each(|&byte| self.sign(byte.into())),
            None => self.push(&self.group.charset.decode(&bytes)),
        }
    }

    /// The sign that the font draws for a code.
    fn sign(&mut self, code: u32) {
        let sign = symbols::sign(self.group.signs.unwrap_or_default(), code);
        self.unknown += usize::from(sign == char::REPLACEMENT_CHARACTER && self.group.goal == Goal::Text);
        self.push(sign.encode_utf8(&mut [0; 4]));
    }

    fn push(&mut self, text: &str) {
        match self.group.goal {
            _ if self.group.hidden => {}
            Goal::Text if self.group.raised => self.raised.push_str(text),
            Goal::Text => {
                self.end_raised();
                self.text.push_str(text);
            }
            Goal::Note => self.note.push_str(text),
            Goal::Head { .. } => self.head.push_str(text),
            Goal::Styles => self.name.push_str(text),
            Goal::Fonts => self.name_font(text),
            Goal::Nowhere => {}
        }
    }

    fn end_raised(&mut self) {
        if !self.raised.is_empty() {
            let piece = raised(&self.text, &std::mem::take(&mut self.raised));
            self.text.push_str(&piece);
        }
    }

    /// `Wingdings;` ends the definition of a font.
    fn name_font(&mut self, text: &str) {
        self.name.push_str(text);
        if self.name.contains(';') {
            let name = std::mem::take(&mut self.name);
            if let Some(signs) = symbols::font(name.trim_end_matches(';').trim()) {
                self.signs.insert(self.font, signs);
            }
        }
    }

    /// `heading 1;` ends the definition of a style.
    fn end_style(&mut self) {
        let name = std::mem::take(&mut self.name);
        if let Some(level) = level_of_name(name.trim().trim_end_matches(';')) {
            self.styles.insert(self.style, level);
        }
        self.style = 0;
    }

    fn paragraph(&mut self) -> Result<(), Error> {
        self.decode();
        self.end_raised();
        let text = std::mem::take(&mut self.text);
        let level = self.level.or_else(|| self.styles.get(&self.style).copied());
        // The list's own number stands before a tab.
        let item = text.starts_with(['•', '·', '\u{b7}', '\u{f0b7}']);
        let kind = match level {
            Some(level) => Kind::Heading(level),
            None if item => Kind::Item,
            None => Kind::Paragraph,
        };
        match text.split_once('\t').filter(|(number, _)| item || words::is_number(number)) {
            Some((_, rest)) if item => self.body.line(kind, &format!("- {}", rest.trim())),
            Some((number, rest)) => self.body.line(kind, &format!("{} {}", number.trim(), rest.trim())),
            None => self.body.line(kind, &text),
        }
    }
}
