//! Whether a line that may be the title is it, by what stands round it.

use super::line::Line;
use super::words::{ends_open, is_quotation, is_sentence, numbered_end};
use super::{ROWS, Title, Walk, line, papers};
use crate::layers::structure::layout::Role;
use crate::layers::structure::numbering;
use crate::lexicon::sets::titles::DOCUMENTS;

impl Walk<'_, '_> {
    /// *För alla barn – i hela landet. Vår budget för 2025*: a line with a stop inside it, alone or above a part's name.
    pub(super) fn is_title_with_stop(&self, index: usize) -> bool {
        let text = self.text(index);
        let part = |next: usize| matches!(self.line(next), Line::Part | Line::Field);
        let below = || self.below(index).is_none_or(|(next, apart)| apart || part(next));
        text.len() < 200
            && text.starts_with(char::is_uppercase)
            && !text.ends_with(['.', ':', ',', ';', '!', '?', '-', '”', '"'])
            && !text.contains(['”', '"', '»'])
            && below()
    }

    /// Whether a line is marked up as the greatest heading: *# Anna Holm*.
    pub(super) fn is_greatest(&self, index: usize) -> bool {
        let line = self.source.lines.get(index).map_or("", |line| line.text(self.source.text));
        line.trim_start()
            .strip_prefix("# ")
            .is_some_and(|rest| rest.trim_start().starts_with(char::is_uppercase))
    }

    /// Whether something stands below a title: a text of one paragraph has none, unless it says itself what it is.
    pub(super) fn is_above_text(&self, title: &Title) -> bool {
        let Some(((_, last), span)) = title.heading else { return true };
        let rest = || self.source.text.get(span.end as usize..).unwrap_or("");
        let below = || self.layout.rows.iter().skip(last + 1).any(|row| !matches!(row.role, Role::Blank));
        papers::names_kind(&title.text) && !title.text.ends_with('.')
            || below()
            || rest().contains(char::is_alphanumeric)
    }

    /// Whether a line of the same words with the next number stands below: *Motion 1* above *Motion 2*.
    pub(super) fn is_one_of_several(&self, title: &Title) -> bool {
        let Some(((first, last), _)) = title.heading.filter(|((first, last), _)| first == last) else {
            return false;
        };
        let own = self.text(first);
        let (stem, number) = numbered_end(own);
        let Some(number) = number.filter(|_| (4..30).contains(&stem.len())) else { return false };
        let below = self.layout.rows.iter().skip(last + 1).take(4 * ROWS);
        let others = below.filter(|row| row.span.len() < 30).filter_map(|row| {
            let (other, another) = numbered_end(row.text(self.source));
            another.filter(|another| other == stem && *another != number)
        });
        // Of years two more are wanted: a plan may name the next one.
        let (mut next, mut years) = (false, 0);
        let mut seen = number;
        for other in others {
            next |= number < 100 && number.abs_diff(other) == 1;
            years += usize::from(number >= 1900 && other != seen);
            seen = other;
        }
        next || years > 1
    }

    /// Whether a line says where the body above it sits.
    pub(super) fn is_seat(&self, index: usize) -> bool {
        let lower = self.text(index).to_lowercase();
        lower.starts_with("i ")
            && lower.split_whitespace().count() == 2
            && index.checked_sub(1).is_some_and(|above| self.line(above) == Line::Letterhead)
    }

    /// Whether a line that may be a title is one: no prose goes on below it, and no paragraph numbered in the middle.
    pub(super) fn is_title(&self, index: usize) -> bool {
        let text = self.text(index);
        // *Öppna data i kommunen:⏎hinder och möjligheter*.
        let goes_on = text.ends_with(':')
            && text.split_whitespace().count() >= 3
            && self.below(index).is_some_and(|(next, apart)| {
                !apart && self.text(next).starts_with(char::is_lowercase) && self.text(next).len() < 90
            });
        if text.ends_with([':', ';', ',']) && !papers::names_kind(text) && !goes_on
            || text.starts_with(char::is_lowercase) && !self.opens_small(index)
            || is_sentence(text) && !ends_open(text) && (text.len() < 40 || !self.layout.open_below(index))
            || is_quotation(text)
        {
            return false;
        }
        // A paragraph of prose: lines that go on in small letters to a full stop.
        let goes_on = |i: &usize| {
            *i == index || !self.layout.open_above(*i) && self.text(*i).starts_with(char::is_lowercase)
        };
        let last = (index..self.layout.rows.len()).take_while(goes_on).take(8).last().unwrap_or(index);
        let ends = self.text(last).ends_with('.') && !papers::names_kind(text) && !papers::is_rubric(text);
        if last > index && (text.len() > 40 || last > index + 2) && (ends || last > index + 4) {
            return false;
        }
        let numbered = self.below(last.min(index + 1).max(index)).map(|(next, _)| self.text(next));
        let middle = numbered.is_some_and(|next| {
            numbering::read(next).is_some_and(|n| n.sort == numbering::Sort::Paragraph && n.value > 1)
        });
        !middle || papers::names_kind(text)
    }

    /// Whether a line in small letters opens the text: alone, or with the word of a meeting's record.
    fn opens_small(&self, index: usize) -> bool {
        let top = || !self.layout.rows[..index].iter().any(|row| row.role != Role::Blank);
        let text = self.text(index);
        index == 0 && self.layout.open_below(index)
            || text.len() < 60 && top() && line::begins(text, DOCUMENTS).is_some() && !text.contains(':')
    }
}
