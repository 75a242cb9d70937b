//! Texts with an empty line after each line, as some converters leave them: the view has half of their line breaks.
//!
//! There an empty line parts nothing: sentences run on over it. It is told by that, and by line breaks that always come
//! in pairs.

use memchr::memchr;

/// The line breaks of a view, as many as stand for a run.
const BREAKS: &str = "\n\n\n\n\n\n\n\n";
/// So many runs are asked for, and of so many of the first ones so few may be odd.
const LEAST: usize = 12;
const FIRST: usize = 40;
const ODD: usize = 2;

/// A run of line breaks with the blanks between them.
#[derive(Clone, Copy)]
struct Run {
    from: usize,
    to: usize,
    breaks: usize,
}

/// The runs of line breaks, and what stands for each; none where the text is not doubled.
pub(super) fn runs(text: &str) -> Vec<(usize, usize, &'static str)> {
    let mut odd = 0;
    for (seen, run) in each(text).take(FIRST).enumerate() {
        odd += run.breaks % 2;
        if odd > ODD || odd > 0 && seen < 4 {
            return Vec::new();
        }
    }
    let (mut all, mut odd, mut open) = (0, 0, 0);
    for run in each(text) {
        all += 1;
        odd += run.breaks % 2;
        open += usize::from(run.breaks == 2 && runs_on(text, run));
    }
    if all < LEAST || 20 * odd > all || open < 4 || 8 * open < all {
        return Vec::new();
    }
    let half = |run: Run| (run.from, run.to, &BREAKS[..run.breaks.div_ceil(2).min(BREAKS.len())]);
    each(text).map(half).collect()
}

/// Whether a sentence goes on over the run: small letters stand on both sides.
fn runs_on(text: &str, run: Run) -> bool {
    let before = text.get(..run.from).and_then(|t| t.trim_end_matches([' ', '\r']).chars().next_back());
    let after = text.get(run.to..).and_then(|t| t.trim_start_matches(' ').chars().next());
    before.is_some_and(|c| c.is_lowercase() || c == ',') && after.is_some_and(char::is_lowercase)
}

/// Each run of line breaks between two lines of text: from the first break to the end of the last one.
fn each(text: &str) -> impl Iterator<Item = Run> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let from = at + memchr(b'\n', bytes.get(at..)?)?;
        let (mut to, mut breaks) = (from + 1, 1);
        let mut next = to;
        while let Some(b) = bytes.get(next) {
            match b {
                b'\n' => {
                    next += 1;
                    (to, breaks) = (next, breaks + 1);
                }
                b' ' | b'\t' | b'\r' => next += 1,
                _ => break,
            }
        }
        at = to;
        // What ends the text parts nothing.
        (next < bytes.len()).then_some(Run { from, to, breaks })
    })
}

#[cfg(test)]
mod tests {
    use super::runs;

    #[test]
    fn only_where_sentences_run_on() {
        let lines = "Nämnden beslutar om en ny plan\nför alla vägar som går genom\nbyn och till sjön.\n";
        let doubled = lines.replace('\n', "\n\n").repeat(6);
        assert_eq!(runs(&doubled).len(), 17);
        assert!(runs(&lines.repeat(6)).is_empty());
        let apart = "Nämnden beslutar om en ny plan för alla vägar.\n\n".repeat(20);
        assert!(runs(&apart).is_empty());
        assert!(runs(&"\n".repeat(100)).is_empty());
    }
}
