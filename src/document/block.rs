//! Blocks and pages: how the text is built.

use super::named::named;
use super::span::Span;

named! {
    /// What a block of a text is. More kinds may come.
    #[non_exhaustive]
    BlockKind {
        /// A line of a heading; a title over two lines is two blocks.
        Heading = "heading",
        /// Running text, its lines hard-wrapped or not.
        Paragraph = "paragraph",
        /// One point of a list, with the lines that continue it.
        ListItem = "list-item",
        /// A line of a table, or of preformatted text.
        TableRow = "table-row",
        /// A line of the table of contents.
        Contents = "contents",
        /// What recurs on every page: headers, footers, page marks.
        Furniture = "furniture",
        /// Markup that is no text: comments, front matter, commands.
        Markup = "markup",
        /// Who was there: what stands under *Närvarande* and its kin, but for sentences.
        Attendance = "attendance",
        /// *Vid protokollet, Justeras*, with the names below.
        Signature = "signature",
        /// What a picture or a table is called: *Foto: …, Bild 3: …, Tabell 2. …*.
        Caption = "caption",
    }
}

/// Lines that belong together. [`crate::Document::page_at`] its start tells its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Block {
    /// Where it stands: whole lines with their markup, without outer white space.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// A page of the paper that the text was printed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Page {
    /// Where it begins, in bytes.
    pub start: u32,
    /// The number printed on it where the printed numbers rise, else its count from 1.
    pub number: u32,
}
