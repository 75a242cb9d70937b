//! The findings as Python classes: frozen, comparable, hashable, and to be pickled.

use super::KlubbaError;
use super::explain::Explain;
use super::field::{Aside, Few, Field, Groups, Held, Known, Mark, Record, Runs};
use super::sentence;
use crate::document as found;
use crate::document::sections;
use crate::formats::timex3::Timex3;
use crate::text::CodePoints;
use jiff::civil;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

/// Declares the classes, each field once; a field's doc comment is its attribute's docstring. Methods
/// of its own stand in brackets before them.
macro_rules! records {
    ($($(#[$doc:meta])* $name:ident($brief:ident) $([$($method:tt)*])? {
        $($(#[$field_doc:meta])* $field:ident: $type:ty,)*
    })*) => {
        $(
            $(#[$doc])*
            #[pyclass(frozen, eq, hash, module = "klubba")]
            #[derive(Debug, PartialEq, Eq, Hash)]
            pub(super) struct $name {
                $($(#[$field_doc])* pub $field: $type,)*
            }

            #[pymethods]
            impl $name {
                $(
                    $(#[$field_doc])*
                    #[getter]
                    fn $field<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                        self.$field.attribute(py)
                    }
                )*

                $($($method)*)?

                /// As in klubba/1: dicts, lists, strings, numbers, booleans and None.
                fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
                    let dict = PyDict::new(py);
                    $(if !self.$field.left_out() {
                        dict.set_item(stringify!($field), self.$field.plain(py)?)?;
                    })*
                    Ok(dict)
                }

                fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
                    let mut shown = Vec::new();
                    $(shown.extend(self.$field.show(py)?.map(|it| format!("{}={it}", stringify!($field))));)*
                    Ok(format!("{}({})", stringify!($name), shown.join(", ")))
                }

                fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                    let state: Vec<Bound<'py, PyAny>> = vec![$(self.$field.state(py)?),*];
                    reduced(py, stringify!($name), PyTuple::new(py, state)?)
                }
            }

            impl Record for $name {
                fn dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                    Ok(self.to_dict(py)?.into_any())
                }
                fn brief(&self, py: Python<'_>) -> PyResult<String> {
                    Ok(self.$brief.show(py)?.unwrap_or_default())
                }
            }
        )*

        /// A finding out of a pickle.
        #[pyfunction(name = "_restore")]
        pub(super) fn restore<'py>(class: &str, state: &Bound<'py, PyTuple>) -> PyResult<Bound<'py, PyAny>> {
            let py = state.py();
            let mut fields = state.iter();
            let mut next = || fields.next().ok_or_else(|| foreign(class));
            Ok(match class {
                $(stringify!($name) => {
                    let record = $name { $($field: <$type as Field>::restore(&next()?)?,)* };
                    Bound::new(py, record)?.into_any()
                })*
                "Document" => Bound::new(py, super::document::Document::restore(state)?)?.into_any(),
                _ => return Err(foreign(class)),
            })
        }
    };
}

records! {
    /// A stretch of the text.
    Span(text) {
        /// Where it begins, in code points of the text.
        start: u32,
        /// One past its last code point.
        end: u32,
        /// The words: text[start:end].
        text: String,
    }

    /// A line, or the lines of one broken title, that names the part that follows it.
    Heading(text) [
        /// Why it was found, in some lines: its rule with an example, and its level and kind.
        fn explain(&self) -> String {
            Explain::of(&self.rule, &self.condition.0, &self.text).fact("kind", Some(&self.kind)).fact("level", Some(&self.level)).told()
        }
    ] {
        /// Where it begins, in code points of the text.
        start: u32,
        /// One past its last code point.
        end: u32,
        /// The words: text[start:end].
        text: String,
        /// Its numbering as written ('1.2.3', '§ 45', 'a)').
        number: Option<String>,
        /// The rest, on one line.
        title: String,
        /// 1 is the document's title; each level below is one deeper.
        level: u8,
        /// 'title', 'item' (a paragraph of minutes), 'section' or 'label' (Beslut, Närvarande).
        kind: String,
        /// The case number that stands in it ('BN-2024-00105').
        case: Option<String>,
        /// Number of the page that it begins on; None if the text does not tell.
        page: Known,
        /// Code of the rule that found it: see klubba.rules().
        rule: String,
        /// Where in klubba's source the condition stands that held ('src/layers/dates/days.rs:120').
        condition: Aside,
    }

    /// Lines that belong together: with the others, the whole text.
    Block(text) [
        /// The words with the lines of a paragraph joined and broken words mended; those of lists of names,
        /// of furniture and of markup as they stand.
        #[getter]
        fn joined(&self) -> String {
            let kind = found::BlockKind::from_name(&self.kind).unwrap_or(found::BlockKind::Markup);
            sections::joined(kind, &self.text)
        }
    ] {
        /// Where it begins, in code points of the text.
        start: u32,
        /// One past its last code point.
        end: u32,
        /// The words: text[start:end].
        text: String,
        /// 'heading', 'paragraph', 'list-item', 'table-row', 'contents', 'furniture' (what recurs on every
        /// page), 'markup', 'attendance', 'signature' or 'caption'.
        kind: String,
        /// Number of the page that it begins on; None if the text does not tell.
        page: Known,
    }

    /// A stretch of the text that a pattern of your own fits.
    Match(text) {
        /// Where it begins, in code points of the text.
        start: u32,
        /// One past its last code point.
        end: u32,
        /// The words: text[start:end].
        text: String,
        /// What the pattern is called.
        pattern: String,
        /// The named groups of the pattern that took part, each with its words.
        groups: Groups,
    }

    /// A municipality or a region.
    Place(name) {
        /// Its name in SCB's list ('Kungsbacka kommun'; 'Göteborgs kommun' for Göteborgs Stad), or the
        /// region's own ('Region Skåne').
        name: String,
        /// SCB's code: four digits for a municipality, two for a region (those of its county).
        code: String,
    }

    /// A page of the paper that the text was printed on.
    Page(number) {
        /// Where it begins, in code points of the text.
        start: u32,
        /// The number printed on it where the printed numbers rise, else its count from 1.
        number: u32,
    }

    /// The part of the text that a heading names, with the parts below it.
    Section(text) {
        /// Where its heading begins, in code points of the document's text.
        start: u32,
        /// One past its last code point: before the next heading of its level or above.
        end: u32,
        /// What it says, heading and parts below it with it: without furniture and markup, the lines of a
        /// paragraph joined. Not a slice of the document's text.
        text: String,
        /// Its heading; the same object as in Document.headings.
        heading: (u32, Held<Heading>),
        /// Index in Document.sections of the one that it belongs to; None at the top.
        parent: Option<u32>,
        /// Number of the page that it begins on; None if the text does not tell.
        page: Known,
    }

    /// An entry of a table of contents.
    TocEntry(text) [
        /// Why it was found, in some lines: its rule with an example, and where it leads.
        fn explain(&self) -> String {
            Explain::of(&self.rule, &self.condition.0, &self.text).fact("page", self.page.as_ref()).told()
        }
    ] {
        /// Where it begins, in code points of the text.
        start: u32,
        /// One past its last code point.
        end: u32,
        /// The words: text[start:end].
        text: String,
        /// Its numbering as written.
        number: Option<String>,
        /// Its title, without leaders and page.
        title: String,
        /// The page that it names.
        page: Option<u32>,
        /// Index of the heading that it points to, in Document.headings.
        heading: Option<u32>,
        /// Code of the rule that found it: see klubba.rules().
        rule: String,
        /// Where in klubba's source the condition stands that held ('src/layers/dates/days.rs:120').
        condition: Aside,
    }

    /// A natural person, once, under the fullest name that the text gives.
    Person(name) [
        /// Why it was found, in some lines: its rule with an example for the first mention, and all names it
        /// goes by.
        fn explain(&self) -> String {
            Explain::of(&self.rule, &self.condition.0, &self.name).all("named", &self.mentions.iter().map(|m| m.0.get().text.clone()).collect::<Vec<_>>()).all("roles", &self.roles).told()
        }
    ] {
        /// The fullest name.
        name: String,
        /// Roles as written ('socialchef i Åsele').
        roles: Vec<String>,
        /// The letters in brackets, in upper case ('S').
        party: Option<String>,
        /// What the person is to the meeting or the text: 'present', 'chair', 'secretary', 'adjuster',
        /// 'substitute', 'absent', 'author', 'speaker'; 'mentioned' for one who is only named.
        functions: Vec<String>,
        /// First and last of each run of paragraphs of the minutes that the list says the person attended
        /// ('§§ 45–51' is (45, 51)); empty where it says nothing.
        attended: Runs,
        /// Every place where the person is named, in order.
        mentions: Vec<Held<Span>>,
        /// Code of the rule that found the first mention: see klubba.rules().
        rule: String,
        /// Where in klubba's source the condition stands that held ('src/layers/dates/days.rs:120').
        condition: Aside,
    }

    /// Words that the text attributes to one or more people.
    Speech(text) [
        /// Why it was found, in some lines: its rule with an example, who speaks and by which verb.
        fn explain(&self) -> String {
            Explain::of(&self.rule, &self.condition.0, &self.text).fact("mode", Some(&self.mode)).fact("verb", self.verb.as_ref()).all("speakers", &self.speakers.iter().map(|s| s.1.0.get().name.clone()).collect::<Vec<_>>()).told()
        }

        /// It in its sentence, for a notebook's cell.
        fn _repr_html_(&self) -> String {
            let who = self.speakers.iter().map(|s| s.1.0.get().name.as_str()).collect::<Vec<_>>().join(", ");
            sentence::html(&self.before.0, &self.text, &self.after.0, &[("mode", Some(self.mode.as_str())), ("speakers", Some(who.as_str())), ("verb", self.verb.as_deref()), ("rule", Some(self.rule.as_str()))])
        }
    ] {
        /// Where it begins, in code points of the text.
        start: u32,
        /// One past its last code point.
        end: u32,
        /// The words: text[start:end].
        text: String,
        /// What stands before it in its sentence.
        before: Aside,
        /// What stands after it in its sentence.
        after: Aside,
        /// 'turn' (a record's speech), 'direct' (a quotation), 'reported' or 'presentation'.
        mode: String,
        /// Lemma of the reporting verb ('berätta').
        verb: Option<String>,
        /// Who says it; the same objects as in Document.people.
        speakers: Vec<(u32, Held<Person>)>,
        /// Number of the page that it begins on; None if the text does not tell.
        page: Known,
        /// Code of the rule that found it: see klubba.rules().
        rule: String,
        /// Where in klubba's source the condition stands that held ('src/layers/dates/days.rs:120').
        condition: Aside,
    }

    /// The figures of a vote.
    Votes(yes) {
        /// Ja.
        yes: u32,
        /// Nej.
        no: u32,
        /// Avstår.
        abstain: Option<u32>,
    }

    /// How one voted.
    Ballot(vote) {
        /// Who; the same object as in Document.people.
        person: (u32, Held<Person>),
        /// 'yes', 'no' or 'abstain'.
        vote: String,
    }

    /// A point of a decision that charges somebody.
    Charge(item) {
        /// Index of the point in Decision.items.
        item: u32,
        /// Who is charged.
        assignee: Option<String>,
        /// Day to answer by, ISO 8601.
        deadline: Option<String>,
    }

    /// The words by which a body or an officer settles, moves or hands on a matter.
    Decision(text) [
        /// Why it was found, in some lines: its rule with an example, and what was read out of the words
        /// around it.
        fn explain(&self) -> String {
            Explain::of(&self.rule, &self.condition.0, &self.text).fact("kind", Some(&self.kind)).fact("body", self.body.as_ref()).all("items", &self.items.iter().map(|i| i.0.get().text.clone()).collect::<Vec<_>>()).fact("assignee", self.assignee.as_ref()).fact("deadline", self.deadline.as_ref()).fact("case", self.case.as_ref()).all("law", &self.law.0).told()
        }

        /// It in its sentence, for a notebook's cell.
        fn _repr_html_(&self) -> String {
            sentence::html(&self.before.0, &self.text, &self.after.0, &[("kind", Some(self.kind.as_str())), ("body", self.body.as_deref()), ("deadline", self.deadline.as_deref()), ("assignee", self.assignee.as_deref()), ("case", self.case.as_deref()), ("rule", Some(self.rule.as_str()))])
        }
    ] {
        /// Where it begins, in code points of the text.
        start: u32,
        /// One past its last code point.
        end: u32,
        /// The words: text[start:end].
        text: String,
        /// What stands before it in its sentence.
        before: Aside,
        /// What stands after it in its sentence.
        after: Aside,
        /// 'adopt', 'reject', 'elect', 'assign', 'refer', 'postpone', 'note', 'propose', 'move', 'reserve'.
        kind: String,
        /// Who decides, in the nominative ('Kommunstyrelsen').
        body: Option<String>,
        /// Whether the text tells of a decision taken elsewhere or before.
        reported: bool,
        /// Each att clause or point; a single clause is one item.
        items: Vec<Held<Span>>,
        /// The points that charge somebody, where the whole does something else ('att anta planen, att ge
        /// nämnden i uppdrag att …').
        charges: Few<Held<Charge>>,
        /// Day to answer by, ISO 8601. That of a single point is in `charges`.
        deadline: Option<String>,
        /// Who is charged. Whom a single point charges is in `charges`.
        assignee: Option<String>,
        /// Case number (diarienummer).
        case: Option<String>,
        /// The figures of a vote.
        votes: Option<Held<Votes>>,
        /// How each one voted, where a list stands with the figures.
        ballots: Few<Held<Ballot>>,
        /// Who moves or reserves; the same objects as in Document.people. Empty for other kinds.
        by: Few<(u32, Held<Person>)>,
        /// The places in the law that it names, as written ('11 kap. 16 § kommunallagen').
        law: Few<String>,
        /// Index in Document.decisions of the earlier decision of the same item that says the same, as
        /// 'Beslut' and 'Beslutsgång' do.
        same_as: Known,
        /// Whether its item is 'omedelbart justerad'; klubba/1 has it only where it is so.
        immediate: Mark,
        /// Number of the page that it begins on; None if the text does not tell.
        page: Known,
        /// Code of the rule that found it: see klubba.rules().
        rule: String,
        /// Where in klubba's source the condition stands that held ('src/layers/dates/days.rs:120').
        condition: Aside,
    }

    /// An item of the agenda: the course of one matter. Its decisions are the same objects as in
    /// Document.decisions, in order.
    Item(heading) {
        /// Where its heading begins, in code points of the text.
        start: u32,
        /// One past its last code point: before the next heading of its level or above.
        end: u32,
        /// Its heading; the same object as in Document.headings.
        heading: (u32, Held<Heading>),
        /// The case number in its heading.
        case: Option<String>,
        /// What bodies and officers propose.
        proposals: Vec<(u32, Held<Decision>)>,
        /// What members move.
        motions: Vec<(u32, Held<Decision>)>,
        /// Decisions with the figures of a vote.
        votes: Vec<(u32, Held<Decision>)>,
        /// What is settled here; not what the text tells of as decided elsewhere or before.
        decisions: Vec<(u32, Held<Decision>)>,
        /// Who dissents.
        reservations: Vec<(u32, Held<Decision>)>,
        /// Who speaks; the same objects as in Document.people.
        speakers: Vec<(u32, Held<Person>)>,
        /// The places in the law that it names, as written ('11 kap. 16 § kommunallagen').
        law: Vec<String>,
    }

    /// An expression that puts something on the calendar.
    Date(text) [
        /// Why it was found, in some lines: its rule with an example, and what a relative or yearless date
        /// was resolved against.
        fn explain(&self) -> String {
            Explain::of(&self.rule, &self.condition.0, &self.text).fact("value", Some(&self.value)).fact("modifier", self.modifier.as_ref()).fact("seen from", self.anchor.as_ref()).fact("conflict", self.conflict.0.then_some(&"the day is another weekday than the one named")).told()
        }


        /// In the terms of TIMEX3 (TimeML): 'type', 'value' ('2022-SP'), and 'mod' where there is one. What
        /// has no name there (a range, a tertial) has type 'DURATION', its length as value, 'begin', 'end'.
        #[getter]
        fn timex3<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
            let timex = Timex3::of(&self.value, self.modifier.as_deref().and_then(found::Modifier::from_name));
            let dict = PyDict::new(py);
            dict.set_item("type", timex.kind.as_str())?;
            dict.set_item("value", timex.value)?;
            if let Some(modifier) = timex.modifier {
                dict.set_item("mod", modifier)?;
            }
            if let Some((begin, end)) = timex.ends {
                dict.set_item("begin", begin)?;
                dict.set_item("end", end)?;
            }
            Ok(dict)
        }

        /// It in its sentence, for a notebook's cell.
        fn _repr_html_(&self) -> String {
            sentence::html(&self.before.0, &self.text, &self.after.0, &[("value", Some(self.value.as_str())), ("modifier", self.modifier.as_deref()), ("seen from", self.anchor.as_deref()), ("rule", Some(self.rule.as_str()))])
        }
    ] {
        /// Where it begins, in code points of the text.
        start: u32,
        /// One past its last code point.
        end: u32,
        /// The words: text[start:end].
        text: String,
        /// What stands before it in its sentence.
        before: Aside,
        /// What stands after it in its sentence.
        after: Aside,
        /// ISO 8601 where it can say it ('2022-09-23'), else EDTF ('2022-21' is spring 2022).
        value: String,
        /// Its first day.
        first: Option<civil::Date>,
        /// Its last day.
        last: Option<civil::Date>,
        /// 'from', 'until', 'by', 'before', 'after', 'start', 'mid', 'end' or 'approx'.
        modifier: Option<String>,
        /// What a relative or yearless date was resolved against, ISO 8601.
        anchor: Option<String>,
        /// Whether it names a weekday that its day is not; klubba/1 has it only where it is so.
        conflict: Mark,
        /// Number of the page that it begins on; None if the text does not tell.
        page: Known,
        /// Code of the rule that found it: see klubba.rules().
        rule: String,
        /// Where in klubba's source the condition stands that held ('src/layers/dates/days.rs:120').
        condition: Aside,
    }

    /// A document of which there is nothing.
    Failure(message) {
        /// Where it comes from: a path, and behind each '!/' a place inside; 'text 3' for one of several
        /// texts.
        source: String,
        /// What it is called: the id given with its text, or that in the id column of its table.
        id: Option<String>,
        /// Where it failed: 'read', 'extract' or 'analyze'.
        stage: String,
        /// What class of error it is: 'read', 'decode', 'too-large', 'encrypted', 'damaged', 'no-text',
        /// 'timeout', 'unsupported', 'usage' or 'bug'.
        kind: String,
        /// What went wrong.
        message: String,
    }

    /// Why something is a finding. Every finding names its rule.
    Rule(code) {
        /// Short code ('date.day').
        code: String,
        /// What it finds, in one line.
        meaning: String,
        /// A text in which it finds what stands between ⟦ and ⟧.
        example: String,
        /// A text that looks alike and in which it finds nothing.
        counter_example: String,
        /// The file and line of klubba's code that declare it, beside the grammar that applies it
        /// ('src/layers/dates/days.rs:41').
        source: String,
    }
}

/// What a pickle holds: the function that restores, and its arguments.
pub(super) fn reduced<'py>(
    py: Python<'py>,
    class: &str,
    state: Bound<'py, PyTuple>,
) -> PyResult<Bound<'py, PyAny>> {
    let restore = py.import("klubba._klubba")?.getattr("_restore")?;
    Ok((restore, (class, state)).into_pyobject(py)?.into_any())
}

/// Pickles are no archive: another version may have other fields.
pub(super) fn foreign(class: &str) -> PyErr {
    KlubbaError::new_err(format!("this {class} was pickled by another version of klubba"))
}

/// A text with the means to count its code points.
pub(super) struct Ground<'t> {
    pub text: &'t str,
    pub points: CodePoints<'t>,
    /// What was found in it.
    pub found: &'t found::Document,
}

impl Ground<'_> {
    fn span(&self, span: crate::document::Span) -> (u32, u32, String) {
        let (start, end) = self.points.span(span);
        (start, end, span.of(self.text).to_string())
    }

    fn spans(&self, py: Python<'_>, spans: &[crate::document::Span]) -> PyResult<Vec<Held<Span>>> {
        let one = |&span: &crate::document::Span| {
            let (start, end, text) = self.span(span);
            Py::new(py, Span { start, end, text }).map(Held)
        };
        spans.iter().map(one).collect()
    }

    /// The page that a span begins on.
    fn page(&self, span: crate::document::Span) -> Known {
        Known(self.found.page_at(span.start as usize))
    }

    pub fn block(&self, of: &found::Block) -> Block {
        let (start, end, text) = self.span(of.span);
        Block { start, end, text, kind: of.kind.to_string(), page: self.page(of.span) }
    }

    pub fn hit(&self, of: &found::Match) -> Match {
        let (start, end) = self.points.span(of.span);
        let groups = of.groups.iter().map(|(name, span)| (name.to_string(), span.of(self.text).to_string()));
        Match {
            start,
            end,
            text: of.span.of(self.text).to_string(),
            pattern: of.pattern.to_string(),
            groups: Groups(groups.collect()),
        }
    }

    pub fn page_start(&self, of: &found::Page) -> Page {
        Page { start: self.points.at(of.start as usize), number: of.number }
    }

    pub fn section(&self, of: &sections::Section, headings: &Bound<'_, PyTuple>) -> PyResult<Section> {
        let (start, end) = self.points.span(of.span);
        let heading = headings.get_item(of.heading as usize)?.cast::<Heading>()?.clone().unbind();
        Ok(Section {
            start,
            end,
            text: of.text(self.text),
            heading: (of.heading, Held(heading)),
            parent: of.parent,
            page: self.page(of.span),
        })
    }

    pub fn heading(&self, of: &found::Heading) -> Heading {
        let (start, end, text) = self.span(of.span);
        Heading {
            start,
            end,
            text,
            number: of.number.clone(),
            title: of.title.clone(),
            level: of.level,
            kind: of.kind.to_string(),
            case: of.case.clone(),
            page: self.page(of.span),
            rule: of.rule.code.to_string(),
            condition: Aside(of.rule.condition()),
        }
    }

    pub fn toc_entry(&self, of: &found::TocEntry) -> TocEntry {
        let (start, end, text) = self.span(of.span);
        TocEntry {
            start,
            end,
            text,
            number: of.number.clone(),
            title: of.title.clone(),
            page: of.page,
            heading: of.heading,
            rule: of.rule.code.to_string(),
            condition: Aside(of.rule.condition()),
        }
    }

    pub fn person(&self, py: Python<'_>, of: &found::Person, speaks: bool) -> PyResult<Person> {
        Ok(Person {
            name: of.name.clone(),
            roles: of.roles.clone(),
            party: of.party.clone(),
            functions: of.functions_of(speaks).iter().map(ToString::to_string).collect(),
            attended: Runs(of.attended.clone()),
            mentions: self.spans(py, &of.mentions)?,
            rule: of.rule.code.to_string(),
            condition: Aside(of.rule.condition()),
        })
    }

    pub fn speech(&self, of: &found::Speech, people: &[Bound<'_, Person>]) -> Speech {
        let (start, end, text) = self.span(of.span);
        let (before, after) = sentence::around(self.text, of.span);
        Speech {
            start,
            end,
            text,
            before: Aside(before),
            after: Aside(after),
            mode: of.mode.to_string(),
            verb: of.verb.map(str::to_string),
            speakers: held(&of.speakers, people),
            page: self.page(of.span),
            rule: of.rule.code.to_string(),
            condition: Aside(of.rule.condition()),
        }
    }

    pub fn decision(
        &self,
        py: Python<'_>,
        of: &found::Decision,
        people: &[Bound<'_, Person>],
    ) -> PyResult<Decision> {
        let (start, end, text) = self.span(of.span);
        let (before, after) = sentence::around(self.text, of.span);
        let ballot = |b: &found::Ballot| {
            let person = people.get(b.person as usize)?.clone().unbind();
            Some(Py::new(py, Ballot { person: (b.person, Held(person)), vote: b.vote.to_string() }).map(Held))
        };
        let charge = |c: &found::Charge| {
            let (assignee, deadline) = (c.assignee.clone(), c.deadline.clone());
            Py::new(py, Charge { item: c.item, assignee, deadline }).map(Held)
        };
        let votes = |v: found::Votes| Py::new(py, Votes { yes: v.yes, no: v.no, abstain: v.abstain });
        Ok(Decision {
            start,
            end,
            text,
            before: Aside(before),
            after: Aside(after),
            kind: of.kind.to_string(),
            body: of.body.clone(),
            reported: of.reported,
            items: self.spans(py, &of.items)?,
            charges: Few(of.charges.iter().map(charge).collect::<PyResult<_>>()?),
            deadline: of.deadline.clone(),
            assignee: of.assignee.clone(),
            case: of.case.clone(),
            votes: of.votes.map(votes).transpose()?.map(Held),
            ballots: Few(of.ballots.iter().filter_map(ballot).collect::<PyResult<_>>()?),
            by: Few(held(&of.by, people)),
            law: Few(of.law.clone()),
            same_as: Known(of.same_as),
            immediate: Mark(of.immediate),
            page: self.page(of.span),
            rule: of.rule.code.to_string(),
            condition: Aside(of.rule.condition()),
        })
    }

    pub fn item(
        &self,
        of: &found::Item,
        headings: &[Bound<'_, Heading>],
        decisions: &[Bound<'_, Decision>],
        people: &[Bound<'_, Person>],
    ) -> PyResult<Item> {
        let (start, end) = self.points.span(of.span);
        let heading = held(&[of.heading], headings).pop();
        Ok(Item {
            start,
            end,
            heading: heading.ok_or_else(|| KlubbaError::new_err("an item without its heading"))?,
            case: of.case.clone(),
            proposals: held(&of.proposals, decisions),
            motions: held(&of.motions, decisions),
            votes: held(&of.votes, decisions),
            decisions: held(&of.decisions, decisions),
            reservations: held(&of.reservations, decisions),
            speakers: held(&of.speakers, people),
            law: of.law.clone(),
        })
    }

    pub fn date(&self, of: &found::Date) -> Date {
        let (start, end, text) = self.span(of.span);
        let (before, after) = sentence::around(self.text, of.span);
        Date {
            start,
            end,
            text,
            before: Aside(before),
            after: Aside(after),
            value: of.value.clone(),
            first: of.first,
            last: of.last,
            modifier: of.modifier.map(|modifier| modifier.to_string()),
            anchor: of.anchor.clone(),
            conflict: Mark(of.conflict),
            page: self.page(of.span),
            rule: of.rule.code.to_string(),
            condition: Aside(of.rule.condition()),
        }
    }
}

/// The findings with these indices.
fn held<R: Record>(indices: &[u32], all: &[Bound<'_, R>]) -> Vec<(u32, Held<R>)> {
    let one = |&index: &u32| Some((index, Held(all.get(index as usize)?.clone().unbind())));
    indices.iter().filter_map(one).collect()
}

impl Place {
    pub fn of(place: found::Place) -> Place {
        Place { name: place.name.to_string(), code: place.code.to_string() }
    }
}

impl Rule {
    pub fn of(rule: &'static crate::document::Rule) -> Rule {
        Rule {
            code: rule.code.to_string(),
            meaning: rule.meaning.to_string(),
            example: rule.example().to_string(),
            counter_example: rule.counter_example().to_string(),
            source: rule.source(),
        }
    }
}
