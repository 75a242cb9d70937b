//! What an analysis finds: plain data, in the order of the text.

use crate::rules::Rule;
use crate::span::Span;
use jiff::civil;

/// Declares an enum whose variants have a fixed name in JSON and Python.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant,)* }
        impl $name {
            /// Its name in JSON and Python.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text,)* }
            }
            /// All of them, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];
            /// The one with this name.
            pub fn from_name(name: &str) -> Option<$name> {
                match name { $($text => Some($name::$variant),)* _ => None }
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.as_str()) }
        }
    };
}

named! {
    /// What sort of text a document is.
    DocumentKind {
        /// *Protokoll*: formal, adjusted minutes with paragraphs and decisions.
        Minutes = "minutes",
        /// *Minnesanteckningar*: informal record of a meeting.
        Notes = "notes",
        /// *Kallelse, föredragningslista*: called before the meeting.
        Agenda = "agenda",
        /// *Ordagrant protokoll, anförande, tal*: what was said, word for word.
        Record = "record",
        /// *Rapport, redovisning, utredning*: sections of prose.
        Report = "report",
        /// *Policy, riktlinje, reglemente, stadga, plan*: rules or plans.
        Policy = "policy",
        /// *Tjänsteskrivelse, yttrande, motion, uppdrag*: one matter argued or ordered.
        Statement = "statement",
        /// *Nyhet, pressmeddelande*: news from a public body.
        News = "news",
        /// *Blogg, krönika, insändare*: personal text.
        Blog = "blog",
        /// None of these.
        Other = "other",
    }
}

named! {
    /// What a heading names.
    HeadingKind {
        /// The document's title.
        Title = "title",
        /// An agenda item or paragraph of minutes (*§ 45 Budget 2023*).
        Item = "item",
        /// Any other part.
        Section = "section",
        /// A recurring name for a portion inside an item or section (*Beslut, Kommentar, Yrkanden*).
        Label = "label",
    }
}

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

named! {
    /// What someone is to the meeting or the text. More may come.
    #[non_exhaustive]
    Function {
        /// Listed as taking part.
        Present = "present",
        /// *Ordförande*: led the meeting.
        Chair = "chair",
        /// *Sekreterare, vid protokollet*.
        Secretary = "secretary",
        /// *Justerare*: adjusts the minutes.
        Adjuster = "adjuster",
        /// *Ersättare*, serving or not.
        Substitute = "substitute",
        /// *Frånvarande*, or replaced by a substitute.
        Absent = "absent",
        /// Wrote the text: *Handläggare, Av …, Text: …*.
        Author = "author",
        /// Has a speech in the text.
        Speaker = "speaker",
        /// None of these: is only named.
        Mentioned = "mentioned",
    }
}

named! {
    /// How words are attributed to their speakers.
    SpeechMode {
        /// A verbatim record's speech, under its speaker's line.
        Turn = "turn",
        /// A quotation, by dash or quotation marks.
        Direct = "direct",
        /// A sentence whose subject speaks, informs or moves.
        Reported = "reported",
        /// The body under a heading whose presenter is named.
        Presentation = "presentation",
    }
}

named! {
    /// What a decision does.
    DecisionKind {
        /// *Beslutar, antar, godkänner, fastställer*: settled.
        Adopt = "adopt",
        /// *Avslår, avvisar*: settled, no.
        Reject = "reject",
        /// *Utser, väljer*: a person is chosen.
        Elect = "elect",
        /// *Ger i uppdrag, uppdrar åt*: someone is to do something.
        Assign = "assign",
        /// *Återremitterar, remitterar, överlämnar till*: goes elsewhere.
        Refer = "refer",
        /// *Bordlägger, skjuter upp*: not now.
        Postpone = "postpone",
        /// *Lägger till handlingarna, noterar*: taken note of.
        Note = "note",
        /// *Föreslår att besluta, hemställer*: a body or officer proposes.
        Propose = "propose",
        /// *Yrkar bifall, avslag, att*: a member moves.
        Move = "move",
        /// *Reserverar sig*: a member dissents.
        Reserve = "reserve",
    }
}

named! {
    /// How one voted.
    Vote {
        /// *Ja*.
        Yes = "yes",
        /// *Nej*.
        No = "no",
        /// *Avstår*.
        Abstain = "abstain",
    }
}

named! {
    /// How a date's words bend what they name.
    Modifier {
        /// *Från och med*.
        From = "from",
        /// *Till och med*.
        Until = "until",
        /// *Senast*.
        By = "by",
        /// *Före, innan*.
        Before = "before",
        /// *Efter*.
        After = "after",
        /// *Början av*.
        Start = "start",
        /// *Mitten av*.
        Mid = "mid",
        /// *Slutet av*.
        End = "end",
        /// *Omkring, cirka*.
        Approx = "approx",
    }
}

/// All that was found in one text. Spans point into that text, in bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What sort of text it is.
    pub kind: DocumentKind,
    /// The document's own title.
    pub title: Option<String>,
    /// The date it speaks from, ISO 8601, as exact as the text allows.
    pub date: Option<String>,
    /// The body it belongs to (*Kommunstyrelsen*), where it tells.
    pub body: Option<String>,
    /// The municipality or region it belongs to, where its title, page headers or first lines name one.
    pub place: Option<Place>,
    /// Headings in order.
    pub headings: Vec<Heading>,
    /// Lines of the table of contents, in order.
    pub toc: Vec<TocEntry>,
    /// Every natural person named, in order of first mention.
    pub people: Vec<Person>,
    /// Words attributed to people, in order.
    pub speeches: Vec<Speech>,
    /// Decisions in order.
    pub decisions: Vec<Decision>,
    /// The items of the agenda in order, each with the course of its matter. Empty unless headings and decisions
    /// are both wanted.
    pub items: Vec<Item>,
    /// Dates in order.
    pub dates: Vec<Date>,
    /// What recurs on every page: headers, footers, page marks; in order.
    pub furniture: Vec<Span>,
    /// The whole text in order: each line with something to see belongs to one block, and none to two.
    pub blocks: Vec<Block>,
    /// Where each page begins, in order; empty if the text does not tell.
    pub pages: Vec<Page>,
}

/// Lines that belong together. [`Document::page_at`] its start tells its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Block {
    /// Where it stands: whole lines with their markup, without outer white space.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// A municipality or a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// Its name in SCB's list (*Kungsbacka kommun*; *Göteborgs kommun* for *Göteborgs Stad*), or the region's
    /// own (*Region Skåne*).
    pub name: &'static str,
    /// SCB's code: four digits for a municipality, two for a region (those of its county).
    pub code: &'static str,
}

/// A page of the paper that the text was printed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Page {
    /// Where it begins, in bytes.
    pub start: u32,
    /// The number printed on it where the printed numbers rise, else its count from 1.
    pub number: u32,
}

/// A whole line, or the lines of one broken title, that names the part that follows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// Where it stands, without markup and outer white space.
    pub span: Span,
    /// Its numbering as written (`1.2.3`, `§ 45`, `a)`).
    pub number: Option<String>,
    /// The rest, on one line.
    pub title: String,
    /// 1 is the document's title; each level below is one deeper.
    pub level: u8,
    /// What it names.
    pub kind: HeadingKind,
    /// The case number that stands in it (`BN-2024-00105`).
    pub case: Option<String>,
    /// Why it is one.
    pub rule: &'static Rule,
}

/// An entry of a table of contents.
#[derive(Clone, Debug, PartialEq)]
pub struct TocEntry {
    /// Its line or lines.
    pub span: Span,
    /// Its numbering as written.
    pub number: Option<String>,
    /// Its title, without leaders and page.
    pub title: String,
    /// The page it names.
    pub page: Option<u32>,
    /// Index of the heading that it points to.
    pub heading: Option<u32>,
    /// Why it is one.
    pub rule: &'static Rule,
}

/// A natural person, once, under the fullest name that the text gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// The fullest name.
    pub name: String,
    /// Roles as written (*socialchef i Åsele*).
    pub roles: Vec<String>,
    /// The letters in brackets, in upper case (`S`).
    pub party: Option<String>,
    /// Functions that lists of attendance, signatures and bylines give; [`Document::functions`] has all.
    pub functions: Vec<Function>,
    /// Which paragraphs of the minutes the person attended, as the list says it (*§§ 45–51, 53*): first and last
    /// of each run. Empty where it says nothing.
    pub attended: Vec<(u32, u32)>,
    /// Where the person is named, in order.
    pub mentions: Vec<Span>,
    /// Why the first mention is one.
    pub rule: &'static Rule,
}

/// Words that the text attributes to one or more people.
#[derive(Clone, Debug, PartialEq)]
pub struct Speech {
    /// The words.
    pub span: Span,
    /// How they are attributed.
    pub mode: SpeechMode,
    /// The reporting verb's lemma.
    pub verb: Option<&'static str>,
    /// Indices into [`Document::people`].
    pub speakers: Vec<u32>,
    /// Why it is one.
    pub rule: &'static Rule,
}

/// The words by which a body or an officer settles, moves or hands on a matter.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// The words.
    pub span: Span,
    /// What it does.
    pub kind: DecisionKind,
    /// Who decides, in the nominative.
    pub body: Option<String>,
    /// Whether the text tells of a decision taken elsewhere or before.
    pub reported: bool,
    /// Each *att* clause or point; a single clause is one item.
    pub items: Vec<Span>,
    /// Day to answer by, ISO 8601.
    pub deadline: Option<String>,
    /// Who is charged.
    pub assignee: Option<String>,
    /// Case number (*diarienummer*).
    pub case: Option<String>,
    /// The figures of a vote.
    pub votes: Option<Votes>,
    /// How each one voted, where a list stands with the figures.
    pub ballots: Vec<Ballot>,
    /// Who moves or reserves: indices into [`Document::people`]. Empty for other kinds.
    pub by: Vec<u32>,
    /// The places in the law that it names, as written (*11 kap. 16 § kommunallagen*).
    pub law: Vec<String>,
    /// Index of the earlier decision of the same item that says the same, as *Beslut* and *Beslutsgång* do.
    pub same_as: Option<u32>,
    /// Whether its item is *omedelbart justerad*.
    pub immediate: bool,
    /// Why it is one.
    pub rule: &'static Rule,
}

/// An item of the agenda: the course of one matter. Numbers of decisions are indices into
/// [`Document::decisions`], in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// From its heading to the next heading of its level or above.
    pub span: Span,
    /// Index of its heading in [`Document::headings`].
    pub heading: u32,
    /// The case number in its heading.
    pub case: Option<String>,
    /// What bodies and officers propose.
    pub proposals: Vec<u32>,
    /// What members move.
    pub motions: Vec<u32>,
    /// Decisions with the figures of a vote.
    pub votes: Vec<u32>,
    /// What is settled here; not what the text tells of as decided elsewhere or before.
    pub decisions: Vec<u32>,
    /// Who dissents.
    pub reservations: Vec<u32>,
    /// Who speaks: indices into [`Document::people`].
    pub speakers: Vec<u32>,
    /// The places in the law that it names, as written.
    pub law: Vec<String>,
}

/// The figures of a vote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Votes {
    /// *Ja*.
    pub yes: u32,
    /// *Nej*.
    pub no: u32,
    /// *Avstår*.
    pub abstain: Option<u32>,
}

/// How one voted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ballot {
    /// Index into [`Document::people`].
    pub person: u32,
    /// How.
    pub vote: Vote,
}

/// An expression that puts something on the calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct Date {
    /// The expression, without preposition.
    pub span: Span,
    /// ISO 8601-1 where it can say it, else ISO 8601-2 (EDTF).
    pub value: String,
    /// Its first day.
    pub first: Option<civil::Date>,
    /// Its last day.
    pub last: Option<civil::Date>,
    /// What the words around it make of it.
    pub modifier: Option<Modifier>,
    /// What a relative or yearless date was resolved against, ISO 8601.
    pub anchor: Option<String>,
    /// Whether it names a weekday that its day is not (*måndagen den 3 mars 2020* was a Tuesday). The value
    /// is that of day, month and year. Days before 1 March 1753, when Sweden left the Julian calendar, are
    /// not judged.
    pub conflict: bool,
    /// Why it is one.
    pub rule: &'static Rule,
}

impl Person {
    /// As [`Document::functions`], where it is known whether the person speaks.
    pub(crate) fn functions_of(&self, speaks: bool) -> Vec<Function> {
        let mut all = self.functions.clone();
        if speaks {
            all.push(Function::Speaker);
        } else if all.is_empty() {
            all.push(Function::Mentioned);
        }
        all
    }
}

impl Document {
    /// The people with at least one speech, as indices into [`Document::people`], in order.
    pub fn speakers(&self) -> Vec<u32> {
        let mut all: Vec<u32> = self.speeches.iter().flat_map(|s| s.speakers.iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// What the person with this index in [`Document::people`] is to the meeting or the text: the functions that
    /// lists give, [`Function::Speaker`] for one with a speech, [`Function::Mentioned`] for one with none of them.
    pub fn functions(&self, person: u32) -> Vec<Function> {
        let speaks = self.speeches.iter().any(|s| s.speakers.contains(&person));
        self.people.get(person as usize).map_or_else(Vec::new, |p| p.functions_of(speaks))
    }

    /// Number of the page that holds byte `offset`; `None` if the text does not tell its pages.
    ///
    /// ```
    /// let doc = klubba::analyze("Första sidan.\n\u{c}Andra sidan.\n");
    /// assert_eq!((doc.page_at(0), doc.page_at(20)), (Some(1), Some(2)));
    /// ```
    pub fn page_at(&self, offset: usize) -> Option<u32> {
        let before = self.pages.partition_point(|page| page.start as usize <= offset);
        self.pages.get(before.checked_sub(1)?).map(|page| page.number)
    }

    /// Puts every span through `map`: from the text that was analysed to the caller's.
    pub(crate) fn map_spans(&mut self, map: impl Fn(Span) -> Span) {
        self.headings.iter_mut().for_each(|x| x.span = map(x.span));
        self.toc.iter_mut().for_each(|x| x.span = map(x.span));
        self.people.iter_mut().flat_map(|x| &mut x.mentions).for_each(|s| *s = map(*s));
        self.speeches.iter_mut().for_each(|x| x.span = map(x.span));
        self.dates.iter_mut().for_each(|x| x.span = map(x.span));
        self.furniture.iter_mut().for_each(|s| *s = map(*s));
        self.blocks.iter_mut().for_each(|x| x.span = map(x.span));
        // The first page begins with the text, whatever was left out there.
        let pages = self.pages.iter_mut().filter(|x| x.start > 0);
        pages.for_each(|x| x.start = map(Span { start: x.start, end: x.start }).start);
        self.items.iter_mut().for_each(|x| x.span = map(x.span));
        for decision in &mut self.decisions {
            decision.span = map(decision.span);
            decision.items.iter_mut().for_each(|s| *s = map(*s));
        }
    }
}
