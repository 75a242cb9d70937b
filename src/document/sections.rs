//! The parts that headings name, and their text as one reads it: without what pages print around it, and
//! with the lines that only the width of the paper broke joined again. Made when asked for.

use super::span::Span;
use super::{Block, BlockKind, Document};

/// The part of a document that a heading names, with the parts below it.
#[derive(Clone, Copy, Debug)]
pub struct Section<'d> {
    /// Index of its heading in [`Document::headings`], and of itself in [`Document::sections`].
    pub heading: u32,
    /// Index of the section that it belongs to: the last one before it whose heading is of a higher level.
    pub parent: Option<u32>,
    /// From its heading's start to the end of the last block before the next heading of its level or above.
    pub span: Span,
    document: &'d Document,
}

impl Section<'_> {
    /// Its text with its heading and the sections below it, out of the `text` that was analysed.
    ///
    /// Furniture and markup are left out. Blocks are parted by a blank line, points of one list and rows of one
    /// table by a line break. The lines of a paragraph are joined, also where a page ends inside it, with the
    /// hyphens that end lines (*kommun-* + *styrelsen*; *Karl-* + *Erik* keeps its own).
    ///
    /// ```
    /// let text = "§ 4 Budget\n\nBudgeten har beretts av kommun-\nstyrelsen i mars.\n";
    /// let doc = klubba::analyze(text);
    /// assert_eq!(doc.sections()[0].text(text), "§ 4 Budget\n\nBudgeten har beretts av kommunstyrelsen i mars.");
    /// ```
    pub fn text(&self, text: &str) -> String {
        let Document { blocks, headings, .. } = self.document;
        let first = blocks.partition_point(|b| b.span.end <= self.span.start);
        let last = blocks.partition_point(|b| b.span.start < self.span.end);
        let mut headings = headings.iter().skip(self.heading as usize).peekable();
        let mut out = Paragraphs::default();
        // Up to here all is told: a heading tells its other lines with its first.
        let mut told = self.span.start;
        for block in blocks.iter().take(last).skip(first) {
            let mut kind = block.kind;
            if let Some(heading) = headings.next_if(|h| h.span.start < block.span.end) {
                out.add(BlockKind::Heading, heading.span.of(text));
                // A line may run on behind its heading (*§ 9. Mötet avslutades.*); what stands before one, and
                // then also behind it, is markup.
                let marked = heading.span.start > block.span.start;
                told = if marked { heading.span.end.max(block.span.end) } else { heading.span.end };
                kind = BlockKind::Paragraph;
            }
            // A heading may stand in markup (*#+TITLE: Stämma*), and is then all of it that is told.
            if matches!(block.kind, BlockKind::Furniture | BlockKind::Markup) {
                continue;
            }
            let start = block.span.start.max(told);
            if start < block.span.end {
                out.add(kind, Span { start, end: block.span.end }.of(text));
            }
        }
        out.end();
        out.written
    }
}

impl Document {
    /// The parts that the headings name, one for each heading and in their order. Takes one pass.
    ///
    /// ```
    /// let doc = klubba::analyze("§ 4 Budget\n\nBeslut\n\nBudgeten antas.\n\n§ 5 Taxor\n\nUtgår.\n");
    /// let parents = Vec::from_iter(doc.sections().iter().map(|section| section.parent));
    /// assert_eq!(parents, [None, Some(0), None]);
    /// ```
    pub fn sections(&self) -> Vec<Section<'_>> {
        let mut sections: Vec<Section> = Vec::with_capacity(self.headings.len());
        // Those that have not ended yet, each below the one before.
        let mut open: Vec<usize> = Vec::new();
        // The line of a heading may begin with its markup.
        let end_before = |start: u32| {
            let blocks = self.blocks.partition_point(|b| b.span.end <= start);
            blocks.checked_sub(1).and_then(|last| self.blocks.get(last)).map_or(0, |b| b.span.end)
        };
        for (index, heading) in self.headings.iter().enumerate() {
            while let Some(last) = open.pop_if(|&mut i| self.headings[i].level >= heading.level) {
                let span = &mut sections[last].span;
                span.end = end_before(heading.span.start).max(span.end);
            }
            let parent = open.last().map(|&i| i as u32);
            open.push(index);
            sections.push(Section { heading: index as u32, parent, span: heading.span, document: self });
        }
        for last in open {
            let span = &mut sections[last].span;
            span.end = end_before(u32::MAX).max(span.end);
        }
        sections
    }

    /// The text of one of the document's blocks, out of the `text` that was analysed: the lines of a paragraph
    /// joined as in [`Section::text`], those of lists of names, of furniture and of markup as they stand.
    pub fn text_of(&self, block: Block, text: &str) -> String {
        joined(block.kind, block.span.of(text))
    }
}

/// The words of a block of this kind with their lines joined, where they are those of a paragraph.
pub(crate) fn joined(kind: BlockKind, words: &str) -> String {
    let mut out = Paragraphs::default();
    out.add(kind, words);
    out.end();
    out.written
}

/// Text that grows block by block.
#[derive(Default)]
struct Paragraphs {
    written: String,
    last: Option<BlockKind>,
}

impl Paragraphs {
    fn add(&mut self, kind: BlockKind, words: &str) {
        let flows = !matches!(
            kind,
            BlockKind::Attendance | BlockKind::Signature | BlockKind::Furniture | BlockKind::Markup
        );
        for (i, line) in words.split(['\n', '\r']).map(clean).filter(|line| !line.is_empty()).enumerate() {
            if i == 0 {
                if self.goes_on(kind, line) {
                    self.join(line)
                } else {
                    self.begin(kind, line)
                }
                self.last = Some(kind);
            } else if flows {
                self.join(line);
            } else {
                self.written.push('\n');
                self.push(line);
            }
        }
    }

    /// Whether a page ended inside the sentence that the line goes on with.
    fn goes_on(&self, kind: BlockKind, line: &str) -> bool {
        kind == BlockKind::Paragraph
            && matches!(self.last, Some(BlockKind::Paragraph | BlockKind::ListItem))
            && line.starts_with(char::is_lowercase)
            && !["att ", "dels "].iter().any(|point| line.starts_with(point))
            && self.written.ends_with(|c: char| c.is_lowercase() || matches!(c, ',' | '-' | '\u{ad}'))
    }

    /// Begins a block: points of a list and the like stand close.
    fn begin(&mut self, kind: BlockKind, line: &str) {
        use BlockKind::{Attendance, Contents, Furniture, ListItem, Markup, Signature, TableRow};
        let close =
            matches!(kind, ListItem | TableRow | Contents | Attendance | Signature | Furniture | Markup);
        self.end();
        match self.last {
            None => {}
            Some(last) if last == kind && close => self.written.push('\n'),
            Some(_) => self.written.push_str("\n\n"),
        }
        self.push(line);
    }

    /// Goes on with a line, mending the word that the line before broke off.
    fn join(&mut self, line: &str) {
        if self.written.ends_with('\u{ad}') {
            self.written.pop();
        } else if let Some(head) = self.written.strip_suffix('-') {
            // *kommun-* + *styrelsen*, but *EU-* + *kommissionen*, *Karl-* + *Erik*, *2023-* + *24*; a dash
            // after a blank is none; *in- och utflyttning* may be broken behind its hyphen.
            let broken = head.ends_with(char::is_lowercase) && line.starts_with(char::is_lowercase);
            let first = line.split(' ').next().unwrap_or(line);
            let paired = matches!(first, "och" | "eller" | "samt" | "respektive" | "resp." | "till");
            if !head.ends_with(char::is_alphanumeric) || paired {
                self.written.push(' ');
            } else if broken {
                self.written.pop();
            }
        } else {
            self.written.push(' ');
        }
        self.push(line);
    }

    /// No next line mends a soft hyphen here.
    fn end(&mut self) {
        if self.written.ends_with('\u{ad}') {
            self.written.pop();
        }
    }

    /// Soft hyphens are seen at the ends of lines only; there they wait for the next line.
    fn push(&mut self, line: &str) {
        let (words, end) = line.strip_suffix('\u{ad}').map_or((line, ""), |words| (words, "\u{ad}"));
        self.written.extend(words.split('\u{ad}'));
        self.written.push_str(end);
    }
}

/// A line without the white space around it, byte order marks and form feeds with it.
fn clean(line: &str) -> &str {
    line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'))
}
