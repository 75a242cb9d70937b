//! Headings that only the records of the Riksdag have: their name, `§` that a scan read as a figure, and the
//! titles of matters under a number.

use super::contents;
use super::headings::{Finder, Found, REACH, SHORT};
use super::layout::Layout;
use super::line_tests::{is_committee_number, is_day, is_record_heading, is_sentence};
use super::numbering::{self, Number, Sort};
use super::rules;
use crate::lexicon::sets::pages::{
    CHAMBER, CHAMBER_ENDS, CONTINUED, ISSUE, PUT_FORTH, RECORD_COVER, RECORD_HOURS, RECORD_NAME,
    RECORD_NAME_SMALL, RECORD_SENTENCES,
};
use crate::text::walk;

impl Finder<'_, '_> {
    /// The heading of a record that the row, which is open above, is, if it is one that no other text has.
    pub(super) fn of_record(&self, layout: &Layout, index: usize, found: &[Found]) -> Option<Found> {
        let row = layout.rows[index];
        let text = row.text(self.source);
        if found.is_empty() && is_name(text) && layout.previous(index).is_none() {
            return Some(self.plain(row.span, None, &rules::TITLE, index));
        }
        let cover =
            matches!(row.first, b'A' | b'D' | b'S') && RECORD_COVER.iter().any(|part| text.starts_with(part));
        let part = cover || is_issue(text, found);
        if part && row.span.len() < 60 {
            return Some(self.plain(row.span, None, &rules::LABEL, index));
        }
        if is_committee_number(text) && layout.open_below(index) {
            return Some(self.plain(row.span, None, &rules::ALONE, index));
        }
        if let Some(number) = misread_sign(text, found) {
            let mut heading = self.paragraph(layout, index, number, found)?;
            heading.number = Some((number, format!("§ {}", number.value)));
            return Some(heading);
        }
        // *Svar på interpellation ang. kafferansoneringen.*: older records close their headings.
        if matches!(row.first, b'A' | b'I' | b'S')
            && RECORD_SENTENCES.iter().any(|start| text.starts_with(start))
            && !text.contains(CONTINUED)
            && is_sentence(text)
            && row.span.len() <= SHORT + 60
            && layout.open_below(index)
            && !self.is_repeated(text, found)
        {
            return Some(self.plain(row.span, None, &rules::ALONE, index));
        }
        self.matter(layout, index, found)
    }

    /// A running head that the scan did not read alike each time: the day, or the matter, was named before.
    pub(super) fn is_repeated(&self, text: &str, found: &[Found]) -> bool {
        if is_day(text) {
            let day = |text: &str| text.split([' ', '.']).take(4).map(str::len).sum::<usize>() + 3;
            let last = found.iter().rev().take(REACH).find(|f| is_day(&f.title));
            // *Kl.*, as it is or as scans have it.
            let hour = RECORD_HOURS.iter().any(|word| text.contains(word));
            // Pages have the year, sittings do not.
            let dated = text.split([' ', '.']).any(|w| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit()));
            let again = last.is_some_and(|f| f.title.get(..day(text)) == text.get(..day(text)));
            return !hour && (dated || again);
        }
        let matter = found.iter().rev().take(REACH).find(|f| f.number.is_none() && !is_day(&f.title));
        matter.is_some_and(|f| contents::likeness(&f.title, text) > 0.8)
    }

    /// *Åtgärder i prisreglerande syfte på jordbrukets område, m. m.*: what stands alone right under a bare
    /// number is the matter's title, but for the chair's own business (*Justerades protokollet*).
    fn matter(&self, layout: &Layout, index: usize, found: &[Found]) -> Option<Found> {
        let row = layout.rows[index];
        let text = row.text(self.source);
        let number = found.last().filter(|f| f.title.is_empty() && f.number.is_some())?;
        let under = layout.previous(index) == Some(number.rows.1);
        let below = layout.next(index).map_or("", |i| layout.rows[i].text(self.source));
        let sentence = is_sentence(text) && !text.ends_with("m.") && !below.starts_with(PUT_FORTH);
        let closed = text.ends_with([':', ';', ',']) || sentence;
        if !under
            || is_business(text)
            || closed
            || row.span.len() > SHORT + 60
            || !text.starts_with(char::is_uppercase)
        {
            return None;
        }
        let last = self.continued(layout, index, 3);
        layout.open_below(last).then(|| {
            let mut heading = self.plain(layout.span(index, last), None, &rules::ALONE, index);
            heading.rows = (index, last);
            heading
        })
    }
}

/// *Nr 37 ANDRA KAMMAREN 1964*: what the first page calls the issue.
fn is_issue(text: &str, found: &[Found]) -> bool {
    found.len() <= 3 && text.contains(CHAMBER) && text.contains(ISSUE)
}

/// *Riksdagens protokoll 1933. Första kammaren. Nr 18.*
fn is_name(text: &str) -> bool {
    text.len() < 90 && (text.starts_with(RECORD_NAME) || text.contains(RECORD_NAME_SMALL))
}

/// *Justerades protokollet*, *Föredrogs*: what the chamber does, told by a verb in the passive.
fn is_business(text: &str) -> bool {
    let word = &text[..walk::word_end(text, 0)];
    CHAMBER_ENDS.iter().any(|end| word.ends_with(end))
}

/// `8 14`, `87.`, `S 3.`, `$ 9`: a number whose sign the scan read as a figure or letter. It must go on with
/// the numbers before it, or begin them anew under a day.
fn misread_sign(text: &str, found: &[Found]) -> Option<Number> {
    let bytes = text.as_bytes();
    if !matches!(bytes, [b'0'..=b'9' | b'S' | b'$' | b'&', ..]) {
        return None;
    }
    let runs_on = |value: u32| {
        let mut since = found.iter().rev().take(REACH).take_while(|f| !is_day(&f.title));
        let number =
            |f: &Found| f.number.as_ref().filter(|(n, _)| n.sort == Sort::Paragraph).map(|n| n.0.value);
        match since.find_map(number) {
            Some(before) => (before + 1..=before + 2).contains(&value),
            None => value == 1,
        }
    };
    if let Some(number) = sign_after(text).filter(|n| runs_on(n.value)) {
        return Some(number);
    }
    let sign = match bytes {
        [b'8' | b'S' | b'$' | b'&', ..] | [b'3', b' ', ..] => 1,
        _ => return None,
    };
    let blank = usize::from(bytes.get(sign) == Some(&b' '));
    let number =
        numbering::read(&text[sign + blank..]).filter(|n| n.sort == Sort::Decimal && n.depth == 1)?;
    let (written, width) = (number.written + sign + blank, number.width + sign + blank);
    runs_on(number.value).then_some(Number { sort: Sort::Paragraph, written, width, ..number })
}

/// `24 8 Svar på fråga`, `118 Svar på fråga`: the sign stands behind its number.
fn sign_after(text: &str) -> Option<Number> {
    let (figures, title) = text.split_once(' ')?;
    let (figures, title) = match title.strip_prefix("8 ") {
        Some(title) => (figures, title),
        None => (figures.strip_suffix('8')?, title),
    };
    let fits = figures.len() <= 2 && is_record_heading(title) && !is_day(title);
    let value = figures.parse().ok().filter(|_| fits)?;
    let width = text.len() - title.len();
    Some(Number { sort: Sort::Paragraph, written: width - 1, width, value, depth: 1, closed: false })
}

#[cfg(test)]
mod tests {
    use crate::analyze;

    fn headings(text: &str) -> Vec<(Option<String>, String)> {
        let found = analyze(text).headings.into_iter();
        found.map(|h| (h.number, h.title)).collect()
    }

    #[test]
    fn a_sign_misread_is_told_by_its_number() {
        let text = "Riksdagens protokoll 1964. Andra kammaren. Nr 37\n\nTisdagen den 24 november. Kl. 15.00\n\n\
                    81\n\nJusterades protokollet för den 17 november.\n\n8 2\n\nÖkat rättsskydd i skatteärenden\n\n\
                    Herr talman! Jag ber att få tacka.\n\n8 4 av kammarens ledamöter röstade nej.\n\n\
                    S 3.\n\nMeddelande\n\nHerr talman! Det sade jag.\n\n48 Svar på fråga 3 om vägar\n\nHerr talman!\n\n\
                    58 Svar på fråga 4 om broar\n\nHerr talman!\n";
        let found = headings(text);
        let numbers: Vec<&str> = found.iter().filter_map(|(n, _)| n.as_deref()).collect();
        assert_eq!(numbers, ["§ 1", "§ 2", "§ 3", "§ 4", "§ 5"]);
        assert!(found.iter().any(|(_, title)| title == "Ökat rättsskydd i skatteärenden"), "{found:?}");
        assert!(!found.iter().any(|(_, title)| title.starts_with("Justerades")), "{found:?}");
    }
}
