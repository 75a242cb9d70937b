//! Flattened text: some archives give a whole page as one line. Where such a line has paragraphs or items that
//! run on, it is cut into rows before the layout is read; the rest of the structure then sees lines as ever.
//!
//! A long line of prose refers to paragraphs (*enligt § 5*) and is left whole.

use crate::lexicon::labels::{Label, Labels};
use crate::text::lines::Lines;
use crate::text::walk;
use memchr::memchr_iter;
use std::collections::HashMap;

/// Lines longer than this, in bytes, may be flattened text.
const LONG: usize = 1500;
/// A row longer than this, in bytes, is no title alone.
const TITLE: usize = 300;
/// Items stand at least so far apart, in bytes: what is closer is a list of references.
const APART: usize = 30;

/// The lines with those of flattened text cut into rows.
pub(crate) fn cut(labels: &Labels, text: &str, lines: Lines) -> Lines {
    if !lines.iter().any(|line| line.len() > LONG) {
        return lines;
    }
    let mut cuts = Vec::new();
    for line in lines.iter().filter(|line| line.len() > LONG) {
        cuts.extend(in_line(labels, line.text(text)).into_iter().map(|at| line.start as usize + at));
    }
    if cuts.is_empty() { lines } else { lines.cut(text, &cuts) }
}

/// Where rows begin inside a line, in order.
fn in_line(labels: &Labels, line: &str) -> Vec<usize> {
    let bytes = line.as_bytes();
    // Where the number before a full stop begins.
    let numbers = memchr_iter(b'.', bytes)
        .map(|stop| stop - bytes[..stop].iter().rev().take(4).take_while(|b| b.is_ascii_digit()).count());
    let signs = line.match_indices('§').map(|(at, _)| at);
    let paragraphs = longest_run(&candidates(line, signs, paragraph), 2);
    let items = longest_run(&candidates(line, numbers, item), 3);
    if paragraphs.is_empty() && items.is_empty() {
        return Vec::new();
    }
    let mut cuts = [paragraphs, items].concat();
    cuts.extend(label_rows(labels, line));
    cuts.sort_unstable();
    cuts.dedup();
    // Nothing tells where a title ends that runs into its text: the number stands alone then.
    let mut bare = Vec::new();
    for (i, &at) in cuts.iter().enumerate() {
        let end = cuts.get(i + 1).copied().unwrap_or(line.len());
        if end - at > TITLE && line[at..].starts_with('§') {
            let number = line[at..].find(|c: char| c.is_ascii_digit()).map_or(at, |digit| at + digit);
            bare.extend(line[number..].find([' ', '\u{a0}']).map(|width| number + width));
        }
    }
    cuts.extend(bare);
    cuts.sort_unstable();
    cuts.retain(|&at| at > 0);
    cuts
}

/// The places `starts` that begin a word and that `read` finds a number at.
fn candidates(
    line: &str,
    starts: impl Iterator<Item = usize>,
    read: impl Fn(&str) -> Option<u32>,
) -> Vec<(usize, u32)> {
    let begins = |&at: &usize| at == 0 || matches!(line.as_bytes()[at - 1], b' ' | b'\t');
    let found = starts.filter(begins).filter_map(|at| Some((at, read(&line[at..])?)));
    found.filter(|&(at, _)| opens(line, at)).collect()
}

/// Whether something new can begin at `at`: no lower-case word leads to it (*enligt § 5*), nor a comma or *§*.
fn opens(line: &str, at: usize) -> bool {
    let before = line[..at].trim_end();
    let last = before.rsplit(char::is_whitespace).next().unwrap_or("");
    last.is_empty()
        || last.ends_with(['.', '!', '?', ')', ':'])
        || !(last.starts_with(char::is_lowercase) || last.ends_with([',', ';', '§', '-', '–']))
}

/// `§ 45 Budget`
fn paragraph(rest: &str) -> Option<u32> {
    let rest = rest.strip_prefix('§')?;
    number(rest.trim_start_matches([' ', '\u{a0}']), "")
}

/// `4. Val av justerare`
fn item(rest: &str) -> Option<u32> {
    number(rest, ".")
}

/// A number of up to three digits with its mark, before a capital or, for a paragraph, a case number.
fn number(rest: &str, mark: &str) -> Option<u32> {
    let digits = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let value = rest[..digits].parse().ok().filter(|_| digits < 4)?;
    let after = rest[digits..].strip_prefix(mark)?;
    let title = after.trim_start_matches(['.', ' ', '\u{a0}']);
    let opens = title.starts_with(|c: char| c.is_uppercase() || (mark.is_empty() && c.is_ascii_digit()));
    (after.len() > title.len() && opens).then_some(value)
}

/// The longest run of numbers, each one more than the last, with text between; none shorter than `least`.
fn longest_run(all: &[(usize, u32)], least: usize) -> Vec<usize> {
    // The best run that ends with each number: its length and its last candidate.
    let mut best: HashMap<u32, (usize, usize)> = HashMap::new();
    let mut before = vec![None; all.len()];
    let mut end: Option<(usize, usize)> = None;
    for (i, &(at, value)) in all.iter().enumerate() {
        let last = value.checked_sub(1).and_then(|v| best.get(&v)).copied();
        let last = last.filter(|&(_, j)| at - all[j].0 >= APART);
        before[i] = last.map(|(_, j)| j);
        let length = last.map_or(1, |(length, _)| length + 1);
        if best.get(&value).is_none_or(|&(known, _)| known < length) {
            best.insert(value, (length, i));
        }
        if end.is_none_or(|(known, _)| known < length) {
            end = Some((length, i));
        }
    }
    let mut run = Vec::new();
    let mut at = end.filter(|&(length, _)| length >= least).map(|(_, i)| i);
    while let Some(i) = at {
        run.push(all[i].0);
        at = before[i];
    }
    run.reverse();
    run
}

/// Where labels (*Beslut*, *Sammanfattning av ärendet*) and what stands under them begin.
fn label_rows(labels: &Labels, line: &str) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut done = 0;
    for (at, _) in line.match_indices(' ').map(|(at, space)| (at + space.len(), space)) {
        let rest = &line[at..];
        if at < done || !walk::is_capitalised(rest) || line[..at].trim_end().ends_with([',', '(', '”']) {
            continue;
        }
        // The longest label of up to four words, before a capital.
        let ends = rest.match_indices(' ').map(|(end, _)| end).take(4);
        let label = ends.filter(|&end| {
            let under = rest[end..].trim_start();
            under.starts_with(char::is_uppercase)
                && labels
                    .find(&rest[..end])
                    .is_some_and(|label| !matches!(label, Label::Field | Label::Attendance))
        });
        if let Some(end) = label.last() {
            done = at + end + 1;
            cuts.extend([at, done]);
        }
    }
    cuts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::terms::Vocabulary;

    /// The rows that a line is cut into, each by its first words.
    fn rows(line: &str) -> Vec<String> {
        let cuts = in_line(&Vocabulary::shipped().labels, line);
        let starts = [0].into_iter().chain(cuts);
        starts.map(|at| line[at..].split(' ').take(3).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn paragraphs_and_labels() {
        let line = "Protokoll § 4 Budget för skolan Beslut Nämnden antar budgeten enligt § 5 i reglementet. \
                    § 5 Taxor Sammanfattning av ärendet Taxan höjs i maj. Beslut Nämnden antar taxan.";
        assert_eq!(
            rows(line),
            [
                "Protokoll § 4",
                "§ 4 Budget",
                "Beslut Nämnden antar",
                "Nämnden antar budgeten",
                "§ 5 Taxor",
                "Sammanfattning av ärendet",
                "Taxan höjs i",
                "Beslut Nämnden antar",
                "Nämnden antar taxan.",
            ]
        );
    }

    #[test]
    fn items_that_run_on() {
        let line = "Anteckningar 1. Mötet öppnas Anna Holm hälsar alla välkomna. 2. Val av justerare Mötet väljer \
                    Erik Ek. 3. Budget Mötet antar budgeten för 2025.";
        assert_eq!(rows(line)[1..], ["1. Mötet öppnas", "2. Val av", "3. Budget Mötet"]);
    }

    #[test]
    fn references_cut_nothing() {
        for line in [
            "Enligt § 5 Kommunallagen och § 6 Kommunallagen gäller detta. Beslut Nämnden noterar det.",
            "Det framgår av § 5, § 6 och § 7 Reglementet. Den 1. Maj firas.",
            "§ 5 Budget antogs.",
            "",
        ] {
            assert_eq!(in_line(&Vocabulary::shipped().labels, line), [0; 0], "{line}");
        }
    }
}
