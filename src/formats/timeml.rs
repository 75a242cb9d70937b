//! TimeML: a text with its dates as TIMEX3 elements in it.

use super::timex3::{Timex3, Timex3Kind};
use crate::document::{Document, Modifier, Span};
use std::collections::HashMap;
use std::fmt::Write;

impl Document {
    /// The text with its dates as TimeML: a well-formed XML document in which each date is a `TIMEX3` element.
    ///
    /// `text` must be the text that was analysed. `DCT` holds the document's date, where it has one. A relative
    /// date has `temporalFunction` and, if what it was resolved against stands in the text, `anchorTimeID`. What
    /// TIMEX3 has no name for is a `DURATION` whose `beginPoint` and `endPoint` are empty `TIMEX3` elements right
    /// behind it; the characters between the tags of `TEXT` are those of the text, save that XML cannot hold
    /// control characters: each becomes U+FFFD.
    ///
    /// ```
    /// let text = "Mötet hölls den 3 maj 2023.";
    /// let xml = klubba::analyze(text).to_timeml(text);
    /// assert!(xml.contains(r#"hölls <TIMEX3 tid="t1" type="DATE" value="2023-05-03">den 3 maj 2023</TIMEX3>."#));
    /// ```
    pub fn to_timeml(&self, text: &str) -> String {
        let dates = self.dates.iter().map(|date| Placed {
            span: date.span,
            value: &date.value,
            modifier: date.modifier,
            anchor: date.anchor.as_deref(),
            conflict: date.conflict,
        });
        write(text, self.date.as_deref(), dates)
    }
}

/// A date and where it stands, in bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Placed<'a> {
    pub span: Span,
    pub value: &'a str,
    pub modifier: Option<Modifier>,
    pub anchor: Option<&'a str>,
    pub conflict: bool,
}

/// The text with `dates`, which are in order; `created` is its own date.
pub(crate) fn write<'a>(
    text: &str,
    created: Option<&'a str>,
    dates: impl Iterator<Item = Placed<'a>>,
) -> String {
    let mut out = Writer {
        xml: String::with_capacity(text.len() + text.len() / 4 + 128),
        next: 0,
        ids: HashMap::new(),
    };
    out.xml.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n");
    if let Some(created) = created {
        out.xml.push_str("<DCT>");
        let own =
            Placed { span: Span::new(0, 0), value: created, modifier: None, anchor: None, conflict: false };
        out.element(&own, created, " functionInDocument=\"CREATION_TIME\"");
        out.xml.push_str("</DCT>\n");
    }
    // t0 is the document's own date.
    out.next = out.next.max(1);
    out.xml.push_str("<TEXT>");
    let mut at = 0;
    for date in dates {
        let (start, end) = (date.span.start as usize, date.span.end as usize);
        let (Some(before), Some(words)) = (text.get(at..start), text.get(start..end)) else { continue };
        out.text(before);
        out.element(&date, words, "");
        at = end;
    }
    out.text(text.get(at..).unwrap_or(""));
    out.xml.push_str("</TEXT>\n</TimeML>\n");
    out.xml
}

struct Writer<'a> {
    xml: String,
    /// The number of the next element.
    next: usize,
    /// The element that names a value.
    ids: HashMap<&'a str, usize>,
}

impl<'a> Writer<'a> {
    fn element(&mut self, date: &Placed<'a>, words: &str, more: &str) {
        let id = self.next;
        let timex = Timex3::of(date.value, date.modifier);
        self.open(id, timex.kind, &timex.value);
        self.next += 1;
        if timex.ends.is_some() {
            // Writing to a string does not fail.
            let _ = write!(self.xml, " beginPoint=\"t{}\" endPoint=\"t{}\"", id + 1, id + 2);
        }
        if let Some(modifier) = timex.modifier {
            let _ = write!(self.xml, " mod=\"{modifier}\"");
        }
        if let Some(anchor) = date.anchor {
            self.xml.push_str(" temporalFunction=\"true\"");
            if let Some(anchor) = self.ids.get(anchor) {
                let _ = write!(self.xml, " anchorTimeID=\"t{anchor}\"");
            }
        }
        if date.conflict {
            self.xml.push_str(" comment=\"the weekday is another\"");
        }
        self.xml.push_str(more);
        self.xml.push('>');
        self.text(words);
        self.xml.push_str("</TIMEX3>");
        for end in timex.ends.iter().flat_map(|(first, last)| [first, last]) {
            let kind = if end.contains(':') { Timex3Kind::Time } else { Timex3Kind::Date };
            self.open(self.next, kind, end);
            self.xml.push_str("/>");
            self.next += 1;
        }
        // What was itself resolved is no anchor.
        if date.anchor.is_none() {
            let day = date.value.split('T').next().unwrap_or(date.value);
            self.ids.entry(if date.value.contains('/') { date.value } else { day }).or_insert(id);
        }
    }

    fn open(&mut self, id: usize, kind: Timex3Kind, value: &str) {
        let _ = write!(self.xml, "<TIMEX3 tid=\"t{id}\" type=\"{}\" value=\"", kind.as_str());
        self.text(value);
        self.xml.push('"');
    }

    fn text(&mut self, text: &str) {
        escape(&mut self.xml, text);
    }
}

/// Text or an attribute's value. What XML cannot hold becomes U+FFFD.
pub(crate) fn escape(xml: &mut String, text: &str) {
    let mut rest = text;
    let special = |c: char| {
        matches!(c, '&' | '<' | '>' | '"' | '\u{fffe}' | '\u{ffff}') || (c < ' ' && !matches!(c, '\n' | '\t'))
    };
    while let Some(at) = rest.find(special) {
        let (plain, tail) = rest.split_at(at);
        xml.push_str(plain);
        let mut chars = tail.chars();
        xml.push_str(match chars.next() {
            Some('&') => "&amp;",
            Some('<') => "&lt;",
            Some('>') => "&gt;",
            Some('"') => "&quot;",
            // Readers of XML make a line feed of a bare one.
            Some('\r') => "&#13;",
            _ => "\u{fffd}",
        });
        rest = chars.as_str();
    }
    xml.push_str(rest);
}
