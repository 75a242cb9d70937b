//! Labels: recurring names for a portion inside an item or section (*Beslut, Yrkanden, Närvarande*).
//!
//! The words lie in `lexicon/data/labels.txt`.

use crate::lexicon::terms::{TermKind, Terms};
use crate::words::lower::{Lower, is_capital};
use crate::words::table::{Key, Table};

/// What stands under a label, for the layers that care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    /// What was settled.
    Decision,
    /// What is put to the vote.
    Proposal,
    /// What members moved.
    Motions,
    /// How the vote went.
    Vote,
    /// Dissent and notes to the minutes.
    Reservation,
    /// Who was there.
    Attendance,
    /// Who gets the decision.
    Dispatch,
    /// Documents behind the matter.
    Papers,
    /// Anything else: background, comment, summary.
    Other,
    /// A field of a cover page or page header: a label only where markup makes it one.
    Field,
}

/// All labels that an analyzer knows.
#[derive(Debug)]
pub(crate) struct Labels {
    exact: Table,
    exact_labels: Vec<Label>,
    /// Beginnings (`förslag till beslut …`) and endings, of words (`…nämndens beslut`) or behind them (`… skickas till`).
    starts: Vec<(&'static str, Label)>,
    ends: Vec<(&'static str, Label)>,
    /// Which four bytes a whole label or a beginning begins with, and which an ending ends with: most lines have
    /// none of them.
    exact_first: Fours,
    first: Fours,
    last: Fours,
}

/// A bit for each hash of four bytes, whatever the case of their letters.
#[derive(Debug)]
struct Fours(Box<[u64; 512]>);

impl Default for Fours {
    fn default() -> Fours {
        Fours(Box::new([0; 512]))
    }
}

impl Fours {
    fn place(four: &[u8; 4]) -> (usize, u64) {
        let bit = (u32::from_le_bytes(*four) | 0x2020_2020).wrapping_mul(0x9E37_79B1) >> 17;
        (bit as usize / 64, 1 << (bit % 64))
    }

    fn insert(&mut self, four: Option<&[u8; 4]>) {
        if let Some((word, bit)) = four.map(Fours::place) {
            self.0[word] |= bit;
        }
    }

    /// Whether they may be among those inserted.
    #[inline]
    fn may_have(&self, four: Option<&[u8; 4]>) -> bool {
        four.map(Fours::place).is_some_and(|(word, bit)| self.0[word] & bit != 0)
    }
}

impl Labels {
    /// The forms of `lexicon/data/labels.txt` and own terms.
    pub fn with(terms: &Terms) -> Labels {
        let file = include_str!("data/labels.txt");
        let shipped = file.lines().filter(|l| !l.starts_with('#')).flat_map(|line| {
            let (value, forms) = line.split_once('\t').unwrap_or_default();
            let forms = forms.split(';').map(str::trim).filter(|form| !form.is_empty());
            forms.filter_map(move |form| Some((label(value)?, form)))
        });
        let shipped = shipped.filter(|(_, form)| !terms.removes(TermKind::Labels, form));
        let entries = Vec::from_iter(shipped.chain(terms.labels.iter().copied()));
        let mut labels = Labels {
            exact: Table::with_room(entries.len()),
            exact_labels: vec![Label::Other],
            starts: Vec::new(),
            ends: Vec::new(),
            exact_first: Fours::default(),
            first: Fours::default(),
            last: Fours::default(),
        };
        for (label, form) in entries {
            if let Some(start) = form.strip_suffix(" …") {
                labels.first.insert(start.as_bytes().first_chunk());
                labels.starts.push((start, label));
            } else if let Some(end) = form.strip_prefix('…') {
                labels.last.insert(end.trim_end_matches(':').as_bytes().last_chunk());
                labels.ends.push((end, label));
            } else {
                labels.exact_first.insert(form.as_bytes().first_chunk());
                let number = labels.exact.insert(form.as_bytes()) as usize;
                labels.exact_labels.resize(labels.exact_labels.len().max(number + 1), Label::Other);
                labels.exact_labels[number] = label;
            }
        }
        labels
    }

    /// Whether this form (`x`, `x …`, `… x`, `…x`) is one of them.
    pub fn has_form(&self, form: &str) -> bool {
        let among = |list: &[(&str, Label)], part: &str| list.iter().any(|(known, _)| *known == part);
        match (form.strip_suffix(" …"), form.strip_prefix('…')) {
            (Some(start), _) => among(&self.starts, start),
            (_, Some(end)) => among(&self.ends, end),
            _ => self.exact.get(form.as_bytes()).is_some(),
        }
    }

    /// The label that is the first `len` bytes of the line, with or without the colon behind them.
    fn whole(&self, line: &[u8], len: usize) -> Option<Label> {
        let exact = |bytes: &[u8]| {
            let number = self.exact.get_any_case(bytes, &Key::of(bytes))?;
            self.exact_labels.get(usize::from(number)).copied()
        };
        let with_colon = || line.get(len).filter(|b| **b == b':').and_then(|_| exact(&line[..=len]));
        exact(&line[..len]).or_else(with_colon)
    }

    /// The label that a whole line is, with or without a colon.
    pub fn find(&self, line: &str) -> Option<Label> {
        let whole = line.as_bytes();
        if !is_capital(whole) {
            return None;
        }
        let len = whole.len() - whole.iter().rev().take_while(|b| matches!(b, b':' | b' ' | b'.')).count();
        if len == 0 || len >= LINE {
            return None;
        }
        let line = &line[..len];
        // Nearly every line is thrown out here, before it is looked up or lowered.
        let (first, last) = (line.as_bytes().first_chunk(), line.as_bytes().last_chunk());
        if (len < 4 || self.exact_first.may_have(first))
            && let Some(label) = self.whole(whole, len)
        {
            return Some(label);
        }
        if !self.first.may_have(first) && !self.last.may_have(last) {
            return None;
        }
        let lowered = Lower::<LINE>::of(line.as_bytes())?;
        let lowered = lowered.bytes();
        let boundary = |rest: &[u8]| matches!(rest, [b' ' | b':' | b'-', ..] | [0xE2, ..]);
        let starts =
            self.starts.iter().find(|(s, _)| lowered.strip_prefix(s.as_bytes()).is_some_and(boundary));
        // *Enligt kontorets förslag:*, *Beslut Enligt kontorets förslag:* say of a decision whose proposal it follows.
        let follows =
            || lowered.starts_with(b"enligt ") || memchr::memmem::find(lowered, b" enligt ").is_some();
        // What ends with a body in the genitive is its name, perhaps with a title (*Stadsdirektör Bo Eks förslag:*); a sentence
        // has more words.
        let named = |end: &str| {
            let before = &lowered[..lowered.len() - end.len()];
            end.starts_with(' ') || before.iter().filter(|byte| **byte == b' ').count() <= 2
        };
        // Most end with another letter; some endings need the colon.
        let last = lowered.last();
        let ends_with = |end: &[u8]| end.last() == last && lowered.ends_with(end);
        let colon = whole.get(len) == Some(&b':');
        let fits = |end: &str| {
            let (end, needs) = end.strip_suffix(':').map_or((end, false), |end| (end, true));
            (colon || !needs) && ends_with(end.as_bytes()) && named(end) && !follows()
        };
        let ends = || self.ends.iter().find(|(end, _)| fits(end));
        let (_, label) = starts.or_else(ends)?;
        (!line.contains([',', ';']) && !line.contains("  ")).then_some(*label)
    }
}

pub(crate) fn label(name: &str) -> Option<Label> {
    Some(match name {
        "decision" => Label::Decision,
        "proposal" => Label::Proposal,
        "motions" => Label::Motions,
        "vote" => Label::Vote,
        "reservation" => Label::Reservation,
        "attendance" => Label::Attendance,
        "dispatch" => Label::Dispatch,
        "papers" => Label::Papers,
        "other" => Label::Other,
        "field" => Label::Field,
        _ => return None,
    })
}

/// Lines shorter than this, in bytes, can be labels.
pub(crate) const LINE: usize = 96;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::terms::Vocabulary;

    #[test]
    fn whole_lines_only() {
        let find = |line| Vocabulary::shipped().labels.find(line);
        assert_eq!(find("Beslut"), Some(Label::Decision));
        assert_eq!(find("ÄRENDEBESKRIVNING"), Some(Label::Other));
        assert_eq!(find("Närvarande:"), Some(Label::Attendance));
        assert_eq!(find("Beslutet skickas till"), Some(Label::Dispatch));
        assert_eq!(find("Förslag till beslut i byggnadsnämnden"), Some(Label::Proposal));
        assert_eq!(find("Beslut om lokaler"), None);
        assert_eq!(find("Hamnmästarens förslag:"), Some(Label::Proposal));
        assert_eq!(find("Hamnmästarens förslag"), None);
        assert_eq!(find("Enligt hamnmästarens förslag:"), None);
        assert_eq!(find("Beslut Enligt hamnmästarens förslag:"), None);
        assert_eq!(find("beslut"), None);
    }
}
