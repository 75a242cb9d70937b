//! Which paragraphs of the minutes someone attended: *§§ 45–51, 53*, *fr.o.m. § 48*, *ej § 50*.

use crate::document::HeadingKind;
use crate::layers::structure::Structure;
use crate::lexicon::sets::attendance::{EXCEPT, FROM, UNTIL};
use crate::lexicon::sets::function_words::OCH_SAMT_COMMA;

/// First and last paragraph.
pub(super) type Run = (u32, u32);

/// The lowest and highest paragraph that the minutes have (*§ 45 …*).
pub(super) fn bounds(structure: &Structure) -> Option<Run> {
    let items = structure.headings.iter().filter(|h| h.kind == HeadingKind::Item);
    let numbers = items.filter_map(|h| {
        let digits = h.number.as_deref()?.trim_matches(|c: char| !c.is_ascii_digit());
        digits.parse::<u32>().ok()
    });
    numbers.fold(None, |bounds: Option<Run>, n| match bounds {
        Some((first, last)) => Some((first.min(n), last.max(n))),
        None => Some((n, n)),
    })
}

/// How the words before a `§` bend what it counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bend {
    These,
    From,
    Until,
    Not,
}

/// The paragraphs that `words`, which stand beside a name, count; none if they count none, or if *from* and *until*
/// would need bounds that are not known.
pub(super) fn attended(words: &str, bounds: Option<Run>) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut rest = words;
    let mut last = 0;
    while let Some(at) = rest.find('§') {
        let (before, after) = rest.split_at(at);
        let bend = bend(before);
        let (counted, end) = numbers(after);
        rest = &after[end..];
        for &(first, until) in &counted {
            match (bend, bounds) {
                (Bend::These, _) => runs.push((first, until)),
                (Bend::From, Some((_, highest))) => runs.push((first, highest.max(first))),
                (Bend::Until, Some((lowest, _))) => runs.push((lowest.min(until), until)),
                (Bend::Not, Some((lowest, highest))) => {
                    // What came before the exception, and what comes after the one before it.
                    let from = if last > 0 { last + 1 } else { lowest };
                    if runs.last() == Some(&(from, highest)) {
                        runs.pop();
                    }
                    runs.extend([(from, first.saturating_sub(1)), (until + 1, highest)]);
                    last = until;
                }
                (_, None) => {}
            }
        }
    }
    runs.retain(|(first, last)| first <= last);
    runs
}

fn bend(before: &str) -> Bend {
    let before = before.trim_end();
    let ends = |list: &[&str]| list.iter().any(|word| before.ends_with(word));
    if ends(EXCEPT) {
        Bend::Not
    } else if ends(FROM) {
        Bend::From
    } else if ends(UNTIL) {
        Bend::Until
    } else {
        Bend::These
    }
}

/// The numbers after `§` or `§§`, in runs, and where they end.
fn numbers(text: &str) -> (Vec<Run>, usize) {
    let mut runs: Vec<Run> = Vec::new();
    let mut at = text.len() - text.trim_start_matches('§').len();
    loop {
        let start = skip(text, at, &[" ", "\u{a0}", "§"]);
        let Some((first, end)) = number(text, start) else { break };
        let dash = skip(text, end, &[" "]);
        let after = skip(text, dash, &["–", "-", "—"]);
        let range = if after > dash { number(text, skip(text, after, &[" ", "§"])) } else { None };
        let (last, end) = range.unwrap_or((first, end));
        runs.push((first, last));
        at = end;
        let joint = OCH_SAMT_COMMA.iter().find(|joint| text[at..].starts_with(**joint));
        let Some(joint) = joint else { break };
        if number(text, skip(text, at + joint.len(), &[" ", "§"])).is_none() {
            break;
        }
        at += joint.len();
    }
    (runs, at)
}

fn skip(text: &str, mut at: usize, any: &[&str]) -> usize {
    while let Some(one) = any.iter().find(|one| text[at..].starts_with(**one)) {
        at += one.len();
    }
    at
}

fn number(text: &str, at: usize) -> Option<(u32, usize)> {
    let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
    (1..=5).contains(&digits).then(|| Some((text[at..at + digits].parse().ok()?, at + digits)))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts() {
        let bounds = Some((40, 60));
        for (words, want) in [
            (" (S) §§ 45–51, 53", vec![(45, 51), (53, 53)]),
            (", § 45 och § 47", vec![(45, 45), (47, 47)]),
            (" (M), fr.o.m. § 48", vec![(48, 60)]),
            (" t.o.m. § 48, kl. 14", vec![(40, 48)]),
            (" ej § 50", vec![(40, 49), (51, 60)]),
            (" ej §§ 42, 50–51", vec![(40, 41), (43, 49), (52, 60)]),
            (" (S), ordförande", vec![]),
            (" §", vec![]),
            (" § 99999999", vec![]),
        ] {
            assert_eq!(attended(words, bounds), want, "{words}");
        }
        assert_eq!(attended("fr.o.m. § 48", None), []);
        assert_eq!(attended("§ 48-50", None), [(48, 50)]);
    }
}
