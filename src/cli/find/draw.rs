//! A concordance: each hit on a line, the words in the middle.

use super::Find;
use crate::cli::output::Output;
use crate::corpus::run::Analyzed;
use crate::document::{DecisionKind, Document, Match, Nesting, Span};
use crate::text::beside::{after, before, single};
use crate::text::graphemes::{first, width};
use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use memchr::memchr_iter;
use std::io::{self, IsTerminal, Write};

/// Name, what is beside the point, and the hit.
const STYLES: [Style; 3] = [Style::new().bold(), Style::new().dimmed(), AnsiColor::Red.on_default().bold()];

/// Where hits are drawn.
pub(super) struct Drawn<'f> {
    find: &'f Find,
    out: Output,
    styles: [Style; 3],
    width: usize,
    several: bool,
    begun: bool,
}

impl<'f> Drawn<'f> {
    pub fn open(find: &'f Find, out: Output, several: bool) -> Drawn<'f> {
        use crate::cli::show::Color;
        let colour = match find.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => find.output.is_none() && AutoStream::choice(&io::stdout()) != ColorChoice::Never,
        };
        let styles = if colour { STYLES } else { [Style::new(); 3] };
        let wide = find.output.is_none() && io::stdout().is_terminal();
        let terminal =
            terminal_size::terminal_size().filter(|_| wide).map_or(100, |(width, _)| usize::from(width.0));
        Drawn { find, out, styles, width: terminal.clamp(60, 240), several, begun: false }
    }

    /// Draws the hits of a document.
    pub fn draw(&mut self, found: &Analyzed, hits: &[Match]) -> io::Result<()> {
        let source = single(&found.source);
        if self.find.count {
            return writeln!(self.out, "{:7} {source}", hits.len());
        }
        let ([name, dim, _], text) = (self.styles, &found.text);
        if std::mem::replace(&mut self.begun, true) {
            writeln!(self.out)?;
        }
        write!(self.out, "{name}{source}{name:#}")?;
        let Document { kind, date, body, .. } = &found.document;
        let nesting = self.find.places.then(|| found.document.nesting());
        if nesting.is_some() {
            write!(self.out, "{dim} · {kind}{dim:#}")?;
            for fact in date.iter().chain(body) {
                write!(self.out, "{dim} · {}{dim:#}", single(fact))?;
            }
        }
        writeln!(self.out)?;
        let digits = memchr_iter(b'\n', text.as_bytes()).count().max(99).saturating_add(1).to_string().len();
        let (mut line, mut at, mut told) = (1, 0, String::new());
        for hit in hits {
            let start = hit.span.start as usize;
            line += memchr_iter(b'\n', text.as_bytes().get(at..start).unwrap_or_default()).count();
            at = start.max(at);
            self.line(text, hit, line, digits)?;
            if let Some(nesting) = &nesting {
                let place = place(&found.document, nesting, hit.span);
                if place != told && !place.is_empty() {
                    writeln!(self.out, "{dim}{:digits$}   {place}{dim:#}", "")?;
                }
                told = place;
            }
        }
        Ok(())
    }

    fn line(&mut self, text: &str, hit: &Match, line: usize, digits: usize) -> io::Result<()> {
        let [_, dim, own] = self.styles;
        let mut words = single(hit.span.of(text));
        let room = self.width.saturating_sub(digits + 3);
        let most = self.find.context.map_or(room / 2, |context| context.max(40) * 2);
        if width(&words) > most {
            words = format!("{} …", first(&words, most.saturating_sub(2)));
        }
        let side = self.find.context.unwrap_or(room.saturating_sub(width(&words)) / 2);
        let left = before(text, hit.span, side);
        let right = after(text, hit.span, side);
        let pad = side.saturating_sub(width(&left));
        write!(self.out, "{dim}{line:digits$} │{dim:#} {:pad$}{left}{own}{words}{own:#}{right}", "")?;
        if self.several {
            write!(self.out, "  {dim}[{}]{dim:#}", single(&hit.pattern))?;
        }
        writeln!(self.out)
    }

    /// Where all was written to.
    pub fn finish(self) -> Output {
        self.out
    }
}

/// Section, speech and decision that a hit stands in, on a line.
fn place(document: &Document, nesting: &Nesting, span: Span) -> String {
    let around = nesting.of(span);
    let mut facts = Vec::new();
    if let Some(heading) = around.heading.and_then(|index| document.headings.get(index as usize)) {
        let number = heading.number.as_ref().map(|number| format!("{} ", single(number))).unwrap_or_default();
        facts.push(format!("{number}{}", single(&heading.title)));
    }
    if let Some(speech) = around.speech.and_then(|index| document.speeches.get(index as usize)) {
        facts.push(format!("said by {}", names(document, &speech.speakers)));
    }
    if let Some(decision) = around.decision.and_then(|index| document.decisions.get(index as usize)) {
        let mut fact = format!("decision: {}", decision.kind);
        if !decision.by.is_empty() {
            fact.push_str(&format!(" by {}", names(document, &decision.by)));
        }
        if let Some(body) = &decision.body {
            // Who moves or reserves is no body: it does so before one.
            let moved = matches!(decision.kind, DecisionKind::Move | DecisionKind::Reserve);
            fact.push_str(&format!(" {} {}", if moved { "before" } else { "by" }, single(body)));
        }
        facts.push(fact);
    }
    facts.join(" · ")
}

/// The names of people, with their parties, on a line.
fn names(document: &Document, people: &[u32]) -> String {
    let people = people.iter().filter_map(|&index| document.people.get(index as usize));
    let names = Vec::from_iter(people.map(|person| match &person.party {
        Some(party) => format!("{} ({party})", person.name),
        None => person.name.clone(),
    }));
    single(&names.join(", "))
}
