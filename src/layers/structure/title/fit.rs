//! Whether a line that may be the title is it, by what stands round it.

use super::line::Line;
use super::words::{ends_open, has_verb, is_open, is_quotation, is_sentence, numbered_end, tells_about};
use super::{ROWS, Title, Walk, days, line, papers};
use crate::layers::structure::layout::Role;
use crate::layers::structure::numbering;
use crate::lexicon::sets::titles::{DEPARTMENTS, DOCUMENTS, MEETINGS, OPENERS, POSES, SERIES, SOMEONE};
use crate::text::walk;

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

    /// *Kort om styrelsens möte 3 maj.*: a line alone that ends with a full stop and has no verb.
    pub(super) fn is_phrase_with_stop(&self, index: usize) -> bool {
        let text = self.text(index);
        text.ends_with('.')
            && (8..110).contains(&text.len())
            && text.starts_with(char::is_uppercase)
            && (3..=9).contains(&text.split_whitespace().count())
            && !text.contains(['”', '"', ',', ':', ';', '!', '?'])
            && line::begins(&text.to_lowercase(), OPENERS).is_none()
            && self.layout.open_above(index)
            && self.layout.open_below(index)
            && !has_verb(text)
    }

    /// Whether prose stands below a line, past a blank.
    pub(super) fn is_over_prose(&self, index: usize) -> bool {
        let prose = |row: usize| self.layout.rows[row].span.len() > 90 || self.text(row).ends_with('.');
        let stamp = |row: usize| matches!(self.line(row), Line::Day | Line::Passed | Line::Letter);
        let below = |row: usize| self.below(row).map(|(next, _)| next);
        let under = std::iter::successors(below(index), |&row| below(row).filter(|_| stamp(row)));
        self.layout.open_below(index) && under.take(4).any(prose)
    }

    /// The name of a site or its department alone above the title of an article:
    /// *Kultur⏎⏎Fler får plats på skolan i vår*.
    pub(super) fn is_site_head(&self, index: usize) -> bool {
        let text = self.text(index);
        if text.len() > 40
            || text.ends_with(['.', '!', '?', ':', ','])
            || text.bytes().any(|b| b.is_ascii_digit())
        {
            return false;
        }
        let department = DEPARTMENTS.contains(&text.to_lowercase().as_str());
        if !department && walk::is_all_caps(text) {
            return false;
        }
        let Some((next, true)) = self.below(index) else { return false };
        let words = text.split_whitespace().count();
        let least = if department { 2 } else { 4 };
        self.layout.open_above(index)
            && (department
                || words <= 3
                    && !papers::names_kind(text)
                    && !text.split(' ').any(is_open)
                    && !line::has_word(&text.to_lowercase(), MEETINGS))
            && self.layout.rows[next].span.len() < 120
            && self.text(next).split_whitespace().count() >= least
            // *Medborgardialog⏎⏎Medborgardialoger om skolan*
            && !self.text(next).to_lowercase().starts_with(&text.to_lowercase())
            && !self.text(next).ends_with('.')
            && !["En ", "Ett "].iter().any(|article| self.text(next).starts_with(article))
            && !days::is_dated(self.text(next))
            && self.line(next) == Line::Title
            && self.is_title(next)
            && self.is_over_prose(next)
    }

    /// What a site says of a picture, above the title: *Barn som leker på en gård.*
    pub(super) fn is_picture(&self, index: usize) -> bool {
        let text = self.text(index);
        let (shown, does) = text.split_once(" som ").unwrap_or((text, ""));
        let framed = || self.layout.rows[..index].iter().any(|row| row.role == Role::Frame);
        text.len() < 140
            && (!does.is_empty() || text.ends_with('.') && text.split_whitespace().count() >= 3)
            && self.layout.open_above(index)
            && !has_verb(shown)
            && framed()
            && self.below(index).is_some_and(|(next, apart)| {
                apart
                    && !self.text(next).ends_with('.')
                    && self.line(next) == Line::Title
                    && self.is_title(next)
                    && self.is_over_prose(next)
            })
    }

    /// *Barn som leker på en gård*, *Två personer lyssnar på en tredje*: what is seen in a picture, alone at the top of a page.
    pub(super) fn is_posed(&self, index: usize) -> bool {
        let text = self.text(index);
        let poses = |(shown, does): (&str, &str)| {
            shown.split(' ').count() <= 5 && walk::words(does).next().is_some_and(|word| POSES.has(word))
        };
        let someone = || {
            let mut words = walk::words(text);
            words.next().is_some_and(|word| SOMEONE.has(word)) && words.take(4).any(|word| POSES.has(word))
        };
        // A headline may read so too: then no title stands below it, nor anything above.
        let titled =
            |at: usize| self.below(at).is_some_and(|(next, apart)| apart && self.line(next) == Line::Title);
        let beside = || {
            // Who made it may stand between.
            let below =
                titled(index) || self.below(index).is_some_and(|(next, apart)| !apart && titled(next));
            below || self.layout.rows[..index].iter().any(|row| row.role == Role::Text)
        };
        text.len() < 100
            && !text.ends_with(['.', '?', '!'])
            && self.layout.open_above(index)
            && (text.split_once(" som ").is_some_and(poses) || someone())
            && beside()
    }

    /// Whether a day alone stands below a line, and a title below that: a blog's own words at the top of its page.
    pub(super) fn is_over_day(&self, index: usize) -> bool {
        let Some((day, true)) = self.below(index) else { return false };
        self.line(day) == Line::Day
            && (days::is_dated(self.text(day))
                || self.text(day).bytes().filter(u8::is_ascii_digit).count() >= 6)
            && self.below(day).is_some_and(|(next, apart)| {
                apart && self.line(next) == Line::Title && self.is_title(next) && self.layout.open_below(next)
            })
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

    /// Whether a line says where the body above it sits, or names it again.
    pub(super) fn is_seat(&self, index: usize) -> bool {
        let lower = self.text(index).to_lowercase();
        lower.starts_with("i ")
            && lower.split_whitespace().count() == 2
            && index.checked_sub(1).is_some_and(|above| self.line(above) == Line::Letterhead)
            || self.is_owner_again(index)
    }

    /// *Bojverkets⏎författningssamling⏎Bojverket*: whose series it is, said again above its address.
    fn is_owner_again(&self, index: usize) -> bool {
        let text = self.text(index);
        let owns = |row: usize| self.text(row).strip_suffix('s') == Some(text);
        !text.is_empty() && (index.saturating_sub(3)..index).any(owns)
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
        if text.ends_with([':', ';', ','])
            && !papers::names_kind(text)
            && !papers::is_rubric(text)
            && !goes_on
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
        let ends = is_sentence(self.text(last)) && !papers::names_kind(text) && !papers::is_rubric(text);
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
        // *med anledning av prop. 2005/06:21 Trygga bryggor⏎⏎Motion 2005/06:T11 av Anna Holm*
        let moved = || {
            tells_about(text)
                && self.below(index).is_some_and(|(next, _)| {
                    self.line(next) == Line::Series || super::has_series_number(self.text(next))
                })
        };
        // *replik: Kommunerna ska bestämma*
        let sort =
            || text.split_once(": ").is_some_and(|(word, rest)| SERIES.contains(&word) && rest.len() > 9);
        sort()
            || moved()
            || text.len() < 60 && top() && line::begins(text, DOCUMENTS).is_some() && !text.contains(':')
    }
}
