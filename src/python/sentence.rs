//! A finding in the sentence that it stands in, as in a concordance.

use crate::document::Span;
use crate::formats::timeml::escape;
use crate::text::sentences::Sentences;

/// A sentence is looked for so far on either side, in bytes.
const REACH: usize = 400;

/// What stands before and after `span` in the sentences that it begins and ends in.
pub(super) fn around(text: &str, span: Span) -> (String, String) {
    let (start, end) = (span.start as usize, span.end as usize);
    let mut from = start.saturating_sub(REACH);
    let mut to = (end + REACH).min(text.len());
    while !text.is_char_boundary(from) {
        from += 1;
    }
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    // A paragraph ends with a blank line.
    let above = &text[from..start];
    from += [above.rfind("\n\n"), above.rfind("\n\r\n")].into_iter().flatten().max().map_or(0, |at| at + 1);
    let below = &text[end..to];
    to = end + [below.find("\n\n"), below.find("\n\r\n")].into_iter().flatten().min().unwrap_or(below.len());
    let sentences = Sentences::of(text, std::iter::once(Span::new(from, to)));
    let first = sentences.at(start).map_or(start, |sentence| sentence.start as usize);
    let last = sentences.at(end.saturating_sub(1).max(start)).map_or(end, |sentence| sentence.end as usize);
    (text[first.min(start)..start].trim_start().to_string(), text[end..last.max(end)].trim_end().to_string())
}

/// A finding marked in its sentence, with what it is below: for a notebook's cell.
pub(super) fn html(before: &str, words: &str, after: &str, facts: &[(&str, Option<&str>)]) -> String {
    let mut html = String::from("<blockquote style=\"white-space:pre-line;margin:.3em 0\">");
    escape(&mut html, before);
    html.push_str("<mark>");
    escape(&mut html, words);
    html.push_str("</mark>");
    escape(&mut html, after);
    html.push_str("</blockquote><small>");
    let known = facts.iter().filter_map(|(name, value)| Some((*name, (*value)?)));
    for (n, (name, value)) in known.enumerate() {
        html.push_str(if n > 0 { " · " } else { "" });
        html.push_str(name);
        html.push_str(" <b>");
        escape(&mut html, value);
        html.push_str("</b>");
    }
    html.push_str("</small>");
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_with_their_neighbours_left_out() {
        let text = "Först detta. Mötet kl. 9 den 3 maj hölls i Åmål 😀. Sedan nästa.\n\nStycke.";
        let at = text.find("den 3 maj").unwrap();
        let (before, after) = around(text, Span::new(at, at + 9));
        assert_eq!((before.as_str(), after.as_str()), ("Mötet kl. 9 ", " hölls i Åmål 😀."));
        let all = Span::new(0, text.len());
        assert_eq!(around(text, all), (String::new(), String::new()));
    }
}
