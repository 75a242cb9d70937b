//! Lines without number, mark or known words that are headings because they stand alone and name what follows.

use super::headings::{Finder, Found, first_word};
use super::layout::{Layout, Role, Row};
use super::line_tests::{
    is_body_name, is_day, is_end, is_field, is_name_line, is_preamble, is_record_heading, is_sentence,
    reads_like_heading,
};
use super::{numbering, rules};
use crate::lexicon::labels::Label;
use crate::lexicon::sets::decisions::LIST_LEADS;
use crate::text::walk;

impl Finder<'_, '_> {
    /// A line, open above, that stands alone and names what follows.
    pub(super) fn alone(&self, layout: &Layout, index: usize, found: &[Found]) -> Option<Found> {
        let row = layout.rows[index];
        let text = row.text(self.source);
        let day = self.record && is_day(text);
        if day && self.is_repeated(text, found) {
            return None;
        }
        // Most end as no heading does.
        if !day && row.last.is_ascii() && !is_end(char::from(row.last)) {
            return None;
        }
        let caps = walk::is_all_caps(text);
        // Most lines of a record are thrown out here.
        let in_prose = self.record && !caps && !is_record_heading(text);
        if in_prose && !found.is_empty() {
            return None;
        }
        let next = layout.next(index)?;
        // Who gets the decision stands line by line under its label.
        if found.last().is_some_and(|f| f.label == Some(Label::Dispatch)) {
            return None;
        }
        let below = layout.rows[next];
        let first = found.is_empty()
            && layout.previous(index).is_none_or(|p| p < index && is_preamble(self.source, layout, index));
        // A long line without end mark is a heading only above a paragraph.
        let paragraph =
            || below.span.len() > 120 && is_sentence(below.text(self.source)) && layout.open_below(index);
        if !first && (in_prose || row.span.len() > 84 && !paragraph()) {
            return None;
        }
        // How it stands costs less to tell than how it reads.
        let open = layout.open_below(index);
        let stands =
            if open { self.is_followed(layout, index, next) } else { self.is_broken(row, below, caps) };
        if !(stands || first && (open || self.has_room(row, below))) {
            return None;
        }
        if !day && !reads_like_heading(self.source, row.span) {
            return None;
        }
        // *Regeringen föreslår att riksdagen⏎1. antar …*: the points end the sentence.
        if LIST_LEADS.iter().any(|end| text.ends_with(end)) {
            return None;
        }
        let words = text.split_whitespace().count();
        if words == 1 && text.ends_with('!') {
            return None; // a greeting
        }
        if found.len() <= 1 && is_body_name(self.source, row.span) {
            return None; // whose paper it is, above or below the title
        }
        // One word above a longer line of its own is a menu's (*Dela*), not the title.
        let longer = |i: usize| {
            let span = layout.rows[i].span;
            span.of(self.source.text).split_whitespace().nth(2).is_some()
                && layout.open_below(i)
                && reads_like_heading(self.source, span)
        };
        if first && words == 1 && !caps && longer(next) {
            return None;
        }
        let rule = match (first, caps) {
            (true, _) => rules::TITLE.here(),
            (_, true) => rules::CAPITALS.here(),
            _ => rules::ALONE.here(),
        };
        let nested = open && self.is_nested(layout, index, found);
        Some(Found { nested, rule, ..self.plain(row.span, None, &rules::ALONE, index) })
    }

    /// Whether what follows the line, which is open below, is what a heading names.
    fn is_followed(&self, layout: &Layout, index: usize, next: usize) -> bool {
        let (row, below) = (layout.rows[index], layout.rows[next]);
        let text = below.text(self.source);
        below.span.len() > row.span.len()
            || (below.span.len() * 3 > row.span.len() && layout.open_below(next))
            || matches!(below.role, Role::Item | Role::Row | Role::Bold)
            || is_sentence(text)
            || self.source.labels.find(text).is_some()
            || numbering::read(text).is_some()
    }

    /// Whether the line was broken on purpose, above text that follows at once.
    fn is_broken(&self, row: Row, below: Row, caps: bool) -> bool {
        let text = below.text(self.source);
        let title = text.starts_with(|c: char| c.is_uppercase() || matches!(c, '-' | '–' | '•' | '*'));
        let prose = || matches!(below.role, Role::Text) && (below.span.len() >= 60 || is_sentence(text));
        title && (caps || prose() && !is_field(text) && self.has_room(row, below))
    }

    /// Whether the first word of the line below had room on this one.
    pub(super) fn has_room(&self, row: Row, below: Row) -> bool {
        let most = 60.min(below.span.len());
        row.text(self.source).chars().count() + 1 + first_word(below.text(self.source)) < most
    }

    /// Whether a byline, and nothing else, stands between the heading before and this one.
    fn is_nested(&self, layout: &Layout, index: usize, found: &[Found]) -> bool {
        let Some(byline) = layout.previous(index) else { return false };
        let heading = found.last().filter(|f| f.label.is_none() && found.len() > 1);
        heading.is_some_and(|f| layout.next(f.rows.1) == Some(byline))
            && is_name_line(self.source, layout.rows[byline].span)
    }
}
