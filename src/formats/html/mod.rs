//! A document to look at: its text with what was found in it in colour, an outline, and why each finding was made.
//!
//! HTML and CSS alone, no script: layers are switched by check boxes that stand before the text, and what a finding
//! tells is an element inside it that is shown when the pointer or the keyboard is there.

mod layers;
mod marks;
mod tips;

use super::Origin;
use super::timeml::escape;
use crate::document::{Block, BlockKind, Document};
use layers::{LAYERS, Layer};
use marks::{Mark, marks};
use std::fmt::Write;

const STYLE: &str = include_str!("style.css");

/// Bytes of text that a cell of a notebook shows: it is stored with the notebook.
const CELL: usize = 200_000;

/// Lines with such gaps hold columns, as names beside their label: joined, they would be misread.
const GAP: &str = "    ";

/// The document as an element to be put into a page, its style with it. `id` begins the ids inside: another one for
/// each document of a page. Of a text of more than 200 000 bytes the beginning is shown.
///
/// ```
/// let text = "Mötet <1> hölls den 3 maj 2023.";
/// let html = klubba::formats::html::element(&klubba::analyze(text), text, Default::default(), "d0");
/// assert!(html.contains("Mötet &lt;1&gt; hölls"));
/// ```
pub fn element(document: &Document, text: &str, origin: Origin, id: &str) -> String {
    Html::of(document, text, origin, id, CELL).html
}

/// The whole document as a page of its own, which needs nothing from elsewhere.
pub fn page(document: &Document, text: &str, origin: Origin) -> String {
    let title = document.title.as_deref().or(origin.source).unwrap_or("klubba");
    let mut html = String::from(
        "<!DOCTYPE html>\n<html lang=\"sv\"><head><meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<title>",
    );
    escape(&mut html, title);
    html.push_str("</title></head>\n<body class=\"kb-page\">\n");
    html.push_str(&Html::of(document, text, origin, "klubba", usize::MAX).html);
    html.push_str("</body></html>\n");
    html
}

struct Html<'a> {
    document: &'a Document,
    text: &'a str,
    id: &'a str,
    html: String,
    marks: Vec<Mark>,
    /// Indices of the people who speak, in order.
    speakers: Vec<u32>,
    /// The first mark that has not been opened.
    next: usize,
    /// Marks that go on in the next block, the outermost first.
    open: Vec<usize>,
}

impl<'a> Html<'a> {
    fn of(document: &'a Document, text: &'a str, origin: Origin, id: &'a str, most: usize) -> Html<'a> {
        let html = String::with_capacity(4 * text.len().min(most) + STYLE.len());
        let (marks, speakers) = (marks(document), document.speakers());
        let mut all = Html { document, text, id, html, marks, speakers, next: 0, open: Vec::new() };
        all.push("<div class=\"klubba\"><style>");
        all.push(STYLE);
        all.push("</style>\n");
        all.head(origin);
        all.legend();
        let shown = document.blocks.partition_point(|block| block.span.end as usize <= most);
        all.outline(shown);
        all.body(shown);
        all.push("</div>\n");
        all
    }

    fn push(&mut self, html: &str) {
        self.html.push_str(html);
    }

    fn words(&mut self, text: &str) {
        escape(&mut self.html, text);
    }

    /// Title, then kind, date, body, place and where it comes from.
    fn head(&mut self, origin: Origin) {
        let document = self.document;
        self.push("<div class=\"kb-title\">");
        self.words(document.title.as_deref().unwrap_or("(no title)"));
        self.push("</div><div class=\"kb-facts\"><b>");
        self.words(document.kind.as_str());
        self.push("</b>");
        let place = document.place.map(|place| place.name);
        let facts = [document.date.as_deref(), document.body.as_deref(), place, origin.source, origin.id];
        for fact in facts.into_iter().flatten() {
            self.push(" · ");
            self.words(fact);
        }
        self.push("</div>\n");
    }

    /// A box for each layer that found something, by which the style can tell whether the layer is wanted.
    fn legend(&mut self) {
        for layer in LAYERS {
            let count = layer.count(self.document);
            if count > 0 {
                let name = layer.name();
                let _ = writeln!(
                    self.html,
                    "<label><input type=\"checkbox\" class=\"kb-on-{name}\" checked><span class=\"kb-{name}\">{name}\
                     </span> {count}</label>"
                );
            }
        }
        self.push(
            "<label class=\"kb-for-whole\"><input type=\"checkbox\" class=\"kb-whole\">whole text</label>\n",
        );
    }

    /// Links to the headings of the blocks that are shown.
    fn outline(&mut self, shown: usize) {
        let end = self.end(shown);
        let headings = &self.document.headings;
        let count = headings.partition_point(|heading| heading.span.start < end);
        if count == 0 {
            return;
        }
        let _ = write!(self.html, "<details class=\"kb-outline\"><summary>Outline · {count} ");
        self.push(if count == 1 { "heading" } else { "headings" });
        self.push("</summary>\n<ul>\n");
        for (index, heading) in headings.iter().enumerate().take(count) {
            let (id, level) = (self.id, heading.level.clamp(1, 6));
            let _ = write!(self.html, "<li class=\"kb-l{level} kb-h-{}\">", heading.kind);
            let _ = write!(self.html, "<a href=\"#{id}-h{index}\">");
            if let Some(number) = &heading.number {
                self.push("<b>");
                self.words(number);
                self.push("</b> ");
            }
            self.words(&heading.title);
            self.push("</a></li>\n");
        }
        self.push("</ul></details>\n");
    }

    /// Where what is shown ends, in bytes.
    fn end(&self, shown: usize) -> u32 {
        shown.checked_sub(1).and_then(|last| self.document.blocks.get(last)).map_or(0, |b| b.span.end)
    }

    fn body(&mut self, shown: usize) {
        self.push("<div class=\"kb-text\" tabindex=\"0\" role=\"region\" aria-label=\"Text\">\n");
        let document = self.document;
        let mut pages = document.pages.iter().peekable();
        for block in document.blocks.iter().take(shown) {
            let mut number = None;
            while let Some(page) = pages.next_if(|page| page.start <= block.span.start) {
                number = Some(page.number);
            }
            if let Some(number) = number {
                let _ = writeln!(self.html, "<div class=\"kb-leaf\">page {number}</div>");
            }
            self.block(block);
        }
        if shown < document.blocks.len() {
            let left = self.text.get(self.end(shown) as usize..).unwrap_or("").chars().count();
            let _ = writeln!(
                self.html,
                "<p class=\"kb-cut\">The text goes on for {left} characters: doc.to_html(page=True) has them \
                 all.</p>"
            );
        }
        self.push("</div>\n");
    }

    fn block(&mut self, block: &Block) {
        let layout = match block.kind {
            BlockKind::Paragraph if block.span.of(self.text).contains(GAP) => " kb-columns",
            BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Heading => " kb-prose",
            _ => "",
        };
        let _ = write!(self.html, "<div class=\"kb-b kb-b-{}{layout}\">", block.kind);
        let (mut at, end) = (block.span.start, block.span.end);
        let marks = std::mem::take(&mut self.marks);
        let mut stack = std::mem::take(&mut self.open);
        stack.retain(|&open| marks[open].span.end > at);
        for &open in &stack {
            self.begin(&marks[open], false);
        }
        loop {
            self.next += marks.iter().skip(self.next).take_while(|mark| mark.span.end <= at).count();
            let opens = marks.get(self.next).map_or(end, |mark| mark.span.start.max(at));
            let closes = stack.iter().map(|&open| marks[open].span.end).min().unwrap_or(end);
            let cut = opens.min(closes).min(end);
            self.words(self.text.get(at as usize..cut as usize).unwrap_or(""));
            at = cut;
            if cut == closes && !stack.is_empty() {
                self.close(&marks, &mut stack, cut);
            } else if cut == end {
                break;
            } else {
                self.begin(&marks[self.next], true);
                stack.push(self.next);
                self.next += 1;
            }
        }
        for _ in &stack {
            self.push("</span>");
        }
        self.push("</div>\n");
        (self.marks, self.open) = (marks, stack);
    }

    /// Closes what ends here; what lies in it and does not end is closed and opened again.
    fn close(&mut self, marks: &[Mark], stack: &mut Vec<usize>, at: u32) {
        let Some(first) = stack.iter().position(|&open| marks[open].span.end == at) else { return };
        let inner = stack.split_off(first);
        for _ in &inner {
            self.push("</span>");
        }
        for open in inner.into_iter().filter(|&open| marks[open].span.end > at) {
            self.begin(&marks[open], false);
            stack.push(open);
        }
    }

    /// Opens a mark, for the first time or again.
    fn begin(&mut self, mark: &Mark, first: bool) {
        let name = mark.layer.name();
        let _ = write!(self.html, "<span class=\"kb-{name}");
        if !first {
            self.push(" kb-again");
        }
        self.push("\"");
        if let Some(item) = mark.item {
            let _ = write!(self.html, " data-item=\"{item}\">");
            return;
        }
        if first {
            self.push(" tabindex=\"0\"");
            if mark.layer == Layer::Headings {
                let (id, index) = (self.id, mark.index);
                let _ = write!(self.html, " id=\"{id}-h{index}\"");
            }
            if let Some(label) = tips::label(self.document, mark) {
                self.push(" data-label=\"");
                self.words(&label);
                self.push("\"");
            }
        }
        self.push("><span class=\"kb-tip\" role=\"tooltip\">");
        tips::write(&mut self.html, self.document, &self.speakers, mark);
        self.push("</span>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        element(&crate::analyze(text), text, Origin::default(), "d0")
    }

    /// What a reader sees of the text, out of the HTML.
    fn read(html: &str) -> String {
        let body = &html[html.find("class=\"kb-text\"").unwrap()..];
        let mut out = String::new();
        let mut hidden = 0;
        for piece in body.split('<').skip(1) {
            let (tag, words) = piece.split_once('>').unwrap();
            if tag.starts_with("span class=\"kb-tip\"") {
                hidden = 1;
            } else if hidden > 0 && tag.starts_with('/') {
                hidden -= 1;
            } else if hidden > 0 && tag != "br" {
                hidden += 1;
            }
            if hidden == 0 {
                out.push_str(words);
            }
        }
        out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
    }

    fn squeezed(text: &str) -> String {
        text.split_whitespace().collect()
    }

    #[test]
    fn every_word_of_a_text_is_shown_once() {
        let text = "Protokoll 14 mars 2024\n\n§ 1 Val & <b>annat</b>\n\nBeslut\n\nStyrelsen beslutar att välja Åsa \
                    Öberg (S) till justerare och att uppdra åt Bo Ek att senast den 3 maj 2024 svara.\n\n\
                    Åsa Öberg berättar: – Jag \"tackar\" ja den 4 maj.\n";
        let html = shown(text);
        assert_eq!(squeezed(&read(&html)), squeezed(text));
        assert_eq!(html.matches("<span").count(), html.matches("</span>").count());
        assert!(!html.contains("<b>annat"));
        assert!(html.contains("data-item=\"2\""), "{html}");
    }

    #[test]
    fn marks_that_cross_are_cut() {
        let text = "abcdef";
        let mut document = crate::analyze(text);
        document.dates = crate::analyze("Mötet hölls den 3 maj 2024.").dates;
        document.dates[0].span = crate::document::Span::new(0, 4);
        document.decisions =
            crate::analyze("Beslut\n\nStyrelsen beslutade den 3 maj 2024 att anta budgeten.\n").decisions;
        document.decisions[0].span = crate::document::Span::new(2, 6);
        document.decisions[0].items.clear();
        document.headings.clear();
        let html = shown_of(&document, text);
        assert_eq!(squeezed(&read(&html)), text);
        assert!(html.contains("kb-decisions kb-again"), "{html}");
        assert_eq!(html.matches("<span").count(), html.matches("</span>").count());
    }

    fn shown_of(document: &Document, text: &str) -> String {
        element(document, text, Origin::default(), "d0")
    }

    #[test]
    fn a_long_text_is_cut_in_a_cell_and_whole_on_a_page() {
        let text = "§ 1 Inledning\n\nMötet hölls den 3 maj 2023.\n\n".repeat(10_000);
        let document = crate::analyze(&text);
        let cell = shown_of(&document, &text);
        assert!(cell.contains("The text goes on for"));
        assert!(cell.len() < 40 * CELL, "{}", cell.len());
        let page = page(&document, &text, Origin::default());
        assert_eq!(squeezed(&read(&page)), squeezed(&text));
    }

    #[test]
    fn nothing_is_shown_of_nothing() {
        assert!(shown("").contains("(no title)"));
        assert!(!shown("").contains("kb-outline\""));
    }
}
