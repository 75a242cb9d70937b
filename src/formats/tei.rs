//! A document as TEI, after the recommendations of Parla-CLARIN: divisions under their heads, utterances with who
//! speaks, dates and names in the text, and a list of people. Decisions, quotations and reported speech cross the
//! borders of blocks: they stand apart (`standOff`) and point to the blocks that they begin and end in.

use super::Origin;
use crate::document::sections::joined;
use crate::document::{Block, BlockKind, Document, Span, Speech, SpeechMode};
use std::fmt::Write;

/// Begins a file of several documents.
pub const CORPUS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<teiCorpus \
    xmlns=\"http://www.tei-c.org/ns/1.0\" xml:lang=\"sv\">\n<teiHeader><fileDesc><titleStmt><title>Documents \
    analysed by klubba</title></titleStmt><publicationStmt><p>Unpublished</p></publicationStmt><sourceDesc><p>As \
    each document says</p></sourceDesc></fileDesc></teiHeader>\n";
/// Ends one.
pub const CORPUS_END: &str = "</teiCorpus>\n";

/// The `TEI` element of a document that was found in `text`, without an XML declaration. Its `xml:id` is `id`, and
/// those inside begin with it. Characters that XML cannot hold become U+FFFD.
///
/// ```
/// let text = "§ 4 Budget\n\nMötet hölls den 3 maj 2023.";
/// let xml = klubba::formats::tei::document(&klubba::analyze(text), text, Default::default(), "d0");
/// assert!(xml.contains("<head xml:id=\"d0b0\">§ 4 Budget</head>"));
/// assert!(xml.contains("<date when=\"2023-05-03\">den 3 maj 2023</date>"));
/// ```
pub fn document(document: &Document, text: &str, origin: Origin, id: &str) -> String {
    let xml = String::with_capacity(2 * text.len() + 1024);
    let mut tei = Tei { document, text, id, xml, marks: marks(document), next: 0 };
    tei.header(origin);
    tei.body();
    tei.stand_off();
    tei.xml.push_str("</TEI>\n");
    tei.xml
}

/// What stands inside a block: a date (by its index) or the name of a person.
#[derive(Clone, Copy)]
enum Mark {
    Date(usize),
    Name(usize),
}

/// Dates and names in order; what overlaps the one before it is left to the tables.
fn marks(document: &Document) -> Vec<(Span, Mark)> {
    let dates = document.dates.iter().enumerate().map(|(i, date)| (date.span, Mark::Date(i)));
    let people = document.people.iter().enumerate();
    let names = people.flat_map(|(i, person)| person.mentions.iter().map(move |&span| (span, Mark::Name(i))));
    let mut marks = Vec::from_iter(dates.chain(names));
    marks.sort_by_key(|(span, _)| (span.start, span.end));
    let mut end = 0;
    marks.retain(|(span, _)| {
        let apart = span.start >= end;
        if apart {
            end = span.end;
        }
        apart
    });
    marks
}

struct Tei<'a> {
    document: &'a Document,
    text: &'a str,
    id: &'a str,
    xml: String,
    marks: Vec<(Span, Mark)>,
    /// The first mark that has not been written.
    next: usize,
}

impl Tei<'_> {
    fn header(&mut self, origin: Origin) {
        let document = self.document;
        let _ = write!(
            self.xml,
            "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:lang=\"sv\" xml:id=\"{}\">",
            self.id
        );
        self.xml.push_str("\n<teiHeader><fileDesc><titleStmt>");
        self.element("title", document.title.as_deref().or(origin.source).unwrap_or("Untitled"));
        self.xml
            .push_str("</titleStmt><publicationStmt><p>Unpublished</p></publicationStmt><sourceDesc><bibl>");
        self.element("idno", origin.source.unwrap_or(""));
        if let Some(body) = &document.body {
            self.element("publisher", body);
        }
        if let Some(date) = &document.date {
            self.element("date", date);
        }
        self.xml.push_str(
            "</bibl></sourceDesc></fileDesc><encodingDesc><appInfo><application ident=\"klubba\" version=\"",
        );
        self.xml.push_str(env!("CARGO_PKG_VERSION"));
        self.xml.push_str(
            "\"><label>klubba</label></application></appInfo></encodingDesc>\n<profileDesc><textClass>",
        );
        let _ = write!(self.xml, "<keywords><term>{}</term></keywords></textClass>", document.kind);
        if !document.people.is_empty() {
            self.xml.push_str("<particDesc><listPerson>\n");
            for (index, person) in document.people.iter().enumerate() {
                let _ = write!(self.xml, "<person xml:id=\"{}p{index}\">", self.id);
                self.element("persName", &person.name);
                person.roles.iter().for_each(|role| self.element("occupation", role));
                if let Some(party) = &person.party {
                    self.element("affiliation", party);
                }
                self.xml.push_str("</person>\n");
            }
            self.xml.push_str("</listPerson></particDesc>");
        }
        self.xml.push_str("</profileDesc></teiHeader>\n");
    }

    fn body(&mut self) {
        self.xml.push_str("<text><body>\n");
        let document = self.document;
        let mut headings = document.headings.iter().peekable();
        let mut pages = document.pages.iter().peekable();
        let turns = Vec::from_iter(document.speeches.iter().filter(|speech| speech.mode == SpeechMode::Turn));
        // The levels of the divisions that are open, and the turn that is.
        let (mut open, mut turn): (Vec<u8>, Option<usize>) = (Vec::new(), None);
        if headings.peek().is_none_or(|h| document.blocks.first().is_some_and(|b| b.span.end <= h.span.start))
        {
            // What stands before the first heading has a division of its own.
            self.xml.push_str("<div>\n");
            open.push(u8::MAX);
        }
        let mut told = 0;
        for (index, block) in document.blocks.iter().enumerate() {
            let here = turns.partition_point(|speech| speech.span.end <= block.span.start);
            let inside = turns.get(here).filter(|speech| speech.span.start <= block.span.start).map(|_| here);
            let heading = headings.next_if(|heading| heading.span.start < block.span.end);
            if turn.is_some() && (turn != inside || heading.is_some()) {
                self.xml.push_str("</u>\n");
                turn = None;
            }
            if let Some(heading) = heading {
                while open.pop_if(|level| *level >= heading.level).is_some() {
                    self.xml.push_str("</div>\n");
                }
                open.push(heading.level);
                let _ = write!(
                    self.xml,
                    "<div type=\"{}\">\n<head xml:id=\"{}b{index}\">",
                    heading.kind, self.id
                );
                self.words(&joined(BlockKind::Heading, heading.span.of(self.text)));
                self.xml.push_str("</head>\n");
                told = heading.span.end.max(if heading.span.start > block.span.start {
                    block.span.end
                } else {
                    0
                });
            }
            while let Some(page) = pages.next_if(|page| page.start <= block.span.start) {
                let _ = writeln!(self.xml, "<pb n=\"{}\"/>", page.number);
            }
            if let (Some(speech), None) = (inside.and_then(|i| turns.get(i)), turn) {
                let _ = writeln!(self.xml, "<u who=\"{}\">", self.who(speech));
                turn = inside;
            }
            let start = block.span.start.max(told);
            if start < block.span.end {
                self.block(
                    index,
                    Block { span: Span { start, end: block.span.end }, ..*block },
                    turn.is_some(),
                );
            }
        }
        if turn.is_some() {
            self.xml.push_str("</u>\n");
        }
        open.iter().for_each(|_| self.xml.push_str("</div>\n"));
        self.xml.push_str("</body></text>\n");
    }

    fn block(&mut self, index: usize, block: Block, spoken: bool) {
        let (element, kind) = match block.kind {
            BlockKind::Furniture => ("fw", ""),
            _ if spoken => ("seg", ""),
            BlockKind::Paragraph => ("p", ""),
            BlockKind::Heading => ("p", " rend=\"heading\""),
            BlockKind::ListItem => ("p", " rend=\"list-item\""),
            BlockKind::TableRow => ("p", " rend=\"table-row\""),
            BlockKind::Contents => ("p", " rend=\"contents\""),
            BlockKind::Attendance => ("p", " rend=\"attendance\""),
            BlockKind::Signature => ("p", " rend=\"signature\""),
            BlockKind::Caption => ("p", " rend=\"caption\""),
            _ => return,
        };
        // What is left of a heading's line has no name of its own.
        let _ = match self.document.blocks.get(index) {
            Some(whole) if whole.span == block.span => {
                write!(self.xml, "<{element}{kind} xml:id=\"{}b{index}\">", self.id)
            }
            _ => write!(self.xml, "<{element}{kind}>"),
        };
        let mut at = block.span.start;
        while let Some(&(span, mark)) =
            self.marks.get(self.next).filter(|(span, _)| span.start < block.span.end)
        {
            self.next += 1;
            if span.start >= at && span.end <= block.span.end {
                self.words(Span { start: at, end: span.start }.of(self.text));
                self.marked(span, mark);
                at = span.end;
            }
        }
        self.words(Span { start: at, end: block.span.end }.of(self.text));
        let _ = writeln!(self.xml, "</{element}>");
    }

    fn marked(&mut self, span: Span, mark: Mark) {
        let words = span.of(self.text);
        match mark {
            Mark::Name(person) => {
                let _ = write!(self.xml, "<persName ref=\"#{}p{person}\">", self.id);
                self.words(words);
                self.xml.push_str("</persName>");
            }
            Mark::Date(index) => {
                let Some(date) = self.document.dates.get(index) else { return };
                self.xml.push_str("<date");
                match (date.first, date.last) {
                    (Some(first), Some(last)) if first == last => {
                        let _ = write!(self.xml, " when=\"{first}\"");
                    }
                    (Some(first), Some(last)) => {
                        let _ = write!(self.xml, " from=\"{first}\" to=\"{last}\"");
                    }
                    _ => {}
                }
                self.xml.push('>');
                self.words(words);
                self.xml.push_str("</date>");
            }
        }
    }

    /// What crosses blocks.
    fn stand_off(&mut self) {
        let document = self.document;
        let said = Vec::from_iter(document.speeches.iter().filter(|speech| speech.mode != SpeechMode::Turn));
        if document.decisions.is_empty() && said.is_empty() {
            return;
        }
        self.xml.push_str("<standOff>\n<spanGrp type=\"decision\">\n");
        for decision in &document.decisions {
            let kind = decision.kind.as_str();
            self.span(kind, "", decision.span);
        }
        self.xml.push_str("</spanGrp>\n<spanGrp type=\"speech\">\n");
        for speech in said {
            let who = format!(" corresp=\"{}\"", self.who(speech));
            self.span(speech.mode.as_str(), &who, speech.span);
        }
        self.xml.push_str("</spanGrp>\n</standOff>\n");
    }

    fn span(&mut self, kind: &str, more: &str, span: Span) {
        let blocks = &self.document.blocks;
        let first = blocks.partition_point(|block| block.span.end <= span.start);
        let id = self.id;
        let last = blocks.partition_point(|block| block.span.start < span.end).saturating_sub(1).max(first);
        let _ = write!(self.xml, "<span type=\"{kind}\"{more} from=\"#{id}b{first}\" to=\"#{id}b{last}\">");
        self.words(span.of(self.text));
        self.xml.push_str("</span>\n");
    }

    fn element(&mut self, name: &str, words: &str) {
        let _ = write!(self.xml, "<{name}>");
        self.words(words);
        let _ = write!(self.xml, "</{name}>");
    }

    fn words(&mut self, words: &str) {
        super::timeml::escape(&mut self.xml, words);
    }

    fn who(&self, speech: &Speech) -> String {
        Vec::from_iter(speech.speakers.iter().map(|person| format!("#{}p{person}", self.id))).join(" ")
    }
}
