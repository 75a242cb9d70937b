//! Names that stand whole elsewhere in the text: *Bejzat⏎Anton Holm* is *Bejzat Anton Holm*, whom a list names, and *Anna Holm⏎Berg*
//! the *Anna Holm Berg* of another page.

use super::candidate::Candidate;
use crate::document::Span;
use crate::scan::Source;
use crate::text::walk;
use foldhash::HashSet;

/// Adds to names the word before or behind them with which they are the whole name of somebody in the text; says whether any
/// grew. They stand in order.
pub(super) fn grow<'t>(source: &Source<'t>, candidates: &mut [Candidate<'t>]) -> bool {
    let whole = candidates.iter().filter(|one| one.full && one.sure).map(|one| one.name.to_string());
    let whole: HashSet<String> = whole.collect();
    let (mut grew, mut free) = (false, 0);
    for candidate in candidates {
        let (start, end) = (candidate.span.start as usize, candidate.span.end as usize);
        if let Some((from, name)) = longer(source.text, candidate, &whole)
            && from.start as usize >= free
            && !candidate.introduces
        {
            candidate.span = Span::new(start.min(from.start as usize), end.max(from.end as usize));
            (candidate.name, candidate.full, candidate.sure) = (name.into(), true, true);
            grew = true;
        }
        // A given name alone may be a part of the next.
        if candidate.full {
            free = candidate.span.end as usize;
        }
    }
    grew
}

/// The word that makes a known name of this one, and that name.
fn longer(text: &str, candidate: &Candidate, whole: &HashSet<String>) -> Option<(Span, String)> {
    let (start, end) = (candidate.span.start as usize, candidate.span.end as usize);
    let beside = |gap: &str| gap == " " || gap.trim().is_empty() && gap.matches('\n').count() == 1;
    let word = |span: Option<(usize, usize)>| {
        let (from, to) = span?;
        let gap = if to <= start { text.get(to..start)? } else { text.get(end..from)? };
        let word = text.get(from..to)?;
        (beside(gap) && walk::is_capitalised(word)).then_some((Span::new(from, to), word))
    };
    let known = |(span, name): (Span, String)| whole.contains(&name).then_some((span, name));
    let before = word(walk::previous_word(text, start));
    let behind = word(walk::next_word(text, end));
    let name = &candidate.name;
    before
        .and_then(|(span, word)| known((span, format!("{word} {name}"))))
        .or_else(|| behind.and_then(|(span, word)| known((span, format!("{name} {word}")))))
}
