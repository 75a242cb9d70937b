//! What the words around a date make of it: *från och med, senast, i slutet av, omkring*.

use super::reader::Reader;
use crate::document::Modifier;
use crate::text::walk;
use crate::words::lower::Lower;

/// The modifier that the words right before `start` or after `end` give.
pub(super) fn around(r: &Reader, start: usize, end: usize) -> Option<Modifier> {
    before(r, start).or_else(|| after(r, end))
}

fn before(r: &Reader, start: usize) -> Option<Modifier> {
    if let Some(found) = abbreviated(r, start) {
        return Some(found);
    }
    let (last, at) = r.word_before(start);
    if last.is_empty() {
        return None;
    }
    // What is longer is no word that is looked for here.
    let last = Lower::<16>::of(last.as_bytes())?;
    let second = |words: &[&str]| Reader::is_one(r.word_before(at).0, words);
    let third = |word: &str| Reader::is_one(r.word_before(r.word_before(at).1).0, &[word]);
    Some(match last.text() {
        "från" | "from" | "sedan" | "alltsedan" => Modifier::From,
        "med" if second(&["och"]) && third("från") => Modifier::From,
        "med" if second(&["och"]) && third("till") => Modifier::Until,
        "med" if second(&["början", "start", "verkan"]) => Modifier::From,
        "till" if second(&["fram", "intill", "ända"]) => Modifier::Until,
        "tom" | "intill" => Modifier::Until,
        "senast" => Modifier::By,
        "än" if second(&["senare"]) => Modifier::By,
        "än" if second(&["tidigare"]) => Modifier::From,
        "tidigast" => Modifier::From,
        "före" | "innan" => Modifier::Before,
        "efter" => Modifier::After,
        "av" | "på" | "under" | "i" if second(&["början", "inledningen", "starten", "ingången"]) => {
            Modifier::Start
        }
        "av" | "på" | "under" | "i" if second(&["mitten"]) => Modifier::Mid,
        "av" | "på" | "under" | "i" if second(&["slutet", "utgången"]) => Modifier::End,
        "tidigt" => Modifier::Start,
        "medio" => Modifier::Mid,
        "sent" | "ultimo" => Modifier::End,
        "omkring" | "kring" | "runt" | "cirka" | "ca" | "ungefär" => Modifier::Approx,
        _ => return None,
    })
}

/// *fr.o.m., t. o. m., fr o m, c:a, ca.* before `start`.
fn abbreviated(r: &Reader, start: usize) -> Option<Modifier> {
    let end = r.gap_back(start);
    // The last letters of all of them.
    if !matches!(end.checked_sub(1).map(|at| r.byte(at)), Some(b'.' | b'm' | b'M' | b'a')) {
        return None;
    }
    let from = end.saturating_sub(11);
    let from = (from..end).find(|&i| r.text.is_char_boundary(i))?;
    let tail = r.text.get(from..end)?;
    let mut squeezed = [0u8; 12];
    let mut n = 0;
    for b in tail.bytes().filter(|b| !matches!(b, b' ' | b'.' | b'\n')) {
        *squeezed.get_mut(n)? = b.to_ascii_lowercase();
        n += 1;
    }
    let squeezed = squeezed.get(..n)?;
    let spaced = tail.contains(['.', ' ', ':']);
    // Not the end of a longer word.
    let whole = |len: usize| n == len || tail.trim_end_matches(|c| c != ' ').len() < tail.len();
    if squeezed.ends_with(b"from")
        && spaced
        && whole(4)
        && tail.to_ascii_lowercase().contains("fr")
        && tail.contains(['o'])
    {
        return Some(Modifier::From);
    }
    if squeezed.ends_with(b"tom") && spaced && whole(3) {
        return Some(Modifier::Until);
    }
    (tail.ends_with("c:a") || tail.ends_with("ca.")).then_some(Modifier::Approx)
}

fn after(r: &Reader, end: usize) -> Option<Modifier> {
    let at = r.gap(end);
    if !matches!(r.text.as_bytes().get(at), Some(b'o' | b'e' | b'O' | b'E')) {
        return None;
    }
    let any = |phrases: &[&str]| phrases.iter().any(|p| walk::phrase(r.text, at, p).is_some());
    if any(&["och framåt", "och framöver", "eller senare", "och senare"]) {
        return Some(Modifier::From);
    }
    any(&["eller tidigare", "och tidigare"]).then_some(Modifier::Before)
}
