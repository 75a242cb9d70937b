//! Which candidates are headings: a small linear model weighs what the rules found against how the lines look,
//! read and stand.
//!
//! The rules of this layer are sure where they are right; the model sees what they do not say: that all lines of
//! a form are headings, that a number's neighbours have text between them. `tools/weigh.py` trains its weights.

mod aside;
mod ends;
mod extents;
mod features;
mod page;
mod read;
mod standing;
mod wording;

use super::headings::Found;
use super::layout::{Layout, Role};
use super::line_tests::is_name_line;
use super::numbering::Sort;
use super::{case, contents, rules};
use crate::document::TocEntry;
use crate::lexicon::sets::decisions::LIST_LEADS;
use crate::scan::Source;
use crate::text::walk;
use crate::words::model::Model;
use extents::Candidate;
use features::Features;
use page::Lines;
use read::Reader;
pub(super) use read::key_of;
use std::cell::Cell;
use std::sync::LazyLock;

/// Log odds above which a candidate is a heading.
const CUT: f32 = -0.4;
/// The same of what a sure rule found: markup, or `§` with its number.
const SURE: f32 = -2.5;
/// The same of `§` with a number between its neighbours, each with text beneath: only a reference could be none.
const BETWEEN: f32 = -6.0;
/// The same of what another rule found without a number.
const BY_RULE: f32 = -0.7;
/// The same of a title before its sentence, where most numbers have both.
const ALIKE: f32 = -2.0;
/// The same in a whole verbatim record, which has hundreds of lines of prose to each heading; its own rules are surer.
const OF_RECORD: f32 = 2.4;
/// A record of more lines is a whole one.
const WHOLE: usize = 600;

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read(features::GROUPS, include_str!("weights.txt")));

/// A candidate with its features.
struct Weighed {
    pub candidate: Candidate,
    pub features: Features,
}

/// Calls `each` with the candidates that begin at a line, line by line, with all their features: those of a whole text would be
/// larger than the text. `each` gives the next line that may hold one.
fn candidates(
    source: &Source,
    layout: &Layout,
    toc: &[TocEntry],
    found: &[Found],
    record: bool,
    mut each: impl FnMut(&Lines, &[Weighed]) -> usize,
) -> Lines {
    let lines = Lines::of(source, layout);
    let mut held = vec![0u32; lines.all.len()];
    // The heading of a rule that begins at each line, by its number plus one.
    let mut starts = vec![0u32; lines.all.len()];
    // What front matter tells needs no weighing, and its line is none of the text's.
    let weighed = |(_, f): &(usize, &Found)| !f.rule.is(&rules::MATTER);
    for (index, found) in found.iter().enumerate().filter(weighed) {
        let first = lines.of_row.get(found.rows.0).map_or(0, |&l| l as usize);
        if let Some(start) = starts.get_mut(first) {
            *start = index as u32 + 1;
        }
        for row in found.rows.0..=found.rows.1 {
            if layout.rows.get(row).is_some_and(|r| r.role == Role::Heading)
                && let Some(held) = lines.of_row.get(row).and_then(|&l| held.get_mut(l as usize))
            {
                *held = index as u32 + 1;
            }
        }
    }
    let paragraphs = found.iter().filter(|f| matches!(&f.number, Some((n, _)) if n.sort == Sort::Paragraph));
    let document = if record {
        features::Document::Record
    } else if layout.marked > 1 {
        features::Document::Marked
    } else if paragraphs.take(2).count() == 2 {
        features::Document::Paragraphs
    } else {
        features::Document::Plain
    };
    let mut listed = Vec::from_iter(toc.iter().map(|entry| read::key_of(&entry.title)));
    listed.sort_unstable();
    let above = held.iter().enumerate().scan(0, |last, (at, held)| {
        if *held != 0 {
            *last = at as u32 + 1;
        }
        Some(*last)
    });
    let above = above.collect();
    let beside = vec![Cell::new(standing::Beside::default()); lines.all.len()];
    let reader = Reader { source, layout, lines: &lines, found, held, document, listed, beside, above };
    let (mut all, mut here, mut free) = (Vec::new(), Vec::new(), 0);
    for (at, start) in starts.iter().enumerate() {
        if at < free {
            continue;
        }
        here.clear();
        all.clear();
        let rule = (*start as usize).checked_sub(1).map(|index| (index, &found[index]));
        extents::at_line(source, layout, &lines, at, rule, &mut here);
        let open = here.iter().filter(|c| !reader.is_running_text(c));
        all.extend(open.map(|c| Weighed { candidate: *c, features: reader.features(c) }));
        if !all.is_empty() {
            free = each(&lines, &all);
        }
    }
    drop(reader);
    lines
}

/// Judges what the rules found and what they did not: gives the headings, and their rows the role.
pub(super) fn settle(
    source: &Source,
    layout: &mut Layout,
    toc: &[TocEntry],
    found: Vec<Found>,
    record: bool,
) -> Vec<Found> {
    let mut chosen = Vec::new();
    let lines = candidates(source, layout, toc, &found, record, |lines, here| {
        let Some(best) = best(source, lines, here, &found, record) else { return 0 };
        chosen.push(best);
        best.last + 1
    });
    for row in layout.rows.iter_mut().filter(|row| row.role == Role::Heading) {
        row.role = Role::Text;
    }
    let mut found = Vec::from_iter(found.into_iter().map(Some));
    let mut settled = Vec::with_capacity(chosen.len() + 1);
    settled.extend(found.iter_mut().find_map(|f| f.take_if(|f| f.rule.is(&rules::MATTER))));
    for candidate in chosen {
        let marked = candidate.rule.and_then(|index| found[index].as_ref()?.marked);
        let by_rule = candidate.rule.and_then(|index| found[index].take_if(|f| f.span == candidate.span));
        let weighed = || Found { marked, ..heading(source, &lines, &candidate) };
        let heading = by_rule.unwrap_or_else(weighed);
        for row in heading.rows.0..=heading.rows.1 {
            let row = &mut layout.rows[row];
            if !matches!(row.role, Role::Blank | Role::Furniture | Role::Frame | Role::Markup) {
                row.role = Role::Heading;
            }
        }
        settled.push(heading);
    }
    settled
}

/// Which of the candidates of a line is a heading.
fn best(
    source: &Source,
    lines: &Lines,
    here: &[Weighed],
    found: &[Found],
    record: bool,
) -> Option<Candidate> {
    let features = &here.first()?.features;
    // Numbers that follow each other at once are an agenda's.
    let tight = features.is(features::NumberGap::Tight);
    let sure = |c: &Candidate| {
        let rule = c.rule.map(|index| found[index].rule);
        let among = [&rules::MARKUP, &rules::HANDLED, &rules::PARAGRAPH];
        // But for prose, of which only the number is the heading.
        let prose = || is_told(c) && c.span.end < lines.all[c.first].span.end;
        (!tight || prose()) && rule.is_some_and(|rule| among.iter().any(|sure| rule.is(sure)))
    };
    // Records have grammars of their own, and prose that is broken into lines.
    let told = |c: &Candidate| record && c.extent == features::Extent::Rule;
    let held = here.iter().filter(|w| !reads_on(w, lines.all.len()));
    let scored = held.map(|w| {
        let score = MODEL.score(&w.features);
        (if told(&w.candidate) { score.max(-SURE) } else { score }, w.candidate)
    });
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0));
    let cut = if record && lines.all.len() > WHOLE { OF_RECORD } else { CUT };
    let between = features.is(features::NumberSort::Paragraph)
        && features.is(features::NumberRun::Inner)
        && features.is(features::NumberGap::Apart);
    let bound = |c: &Candidate| match c.extent {
        features::Extent::Rule if between && sure(c) => BETWEEN,
        _ if sure(c) => SURE,
        // Where most numbers hold a title and its sentence, so do the others.
        features::Extent::RunIn if lines.run_ins == features::RunIns::Most && is_told(c) => ALIKE,
        features::Extent::Rule if lines.all[c.first].number.is_none() => cut.min(BY_RULE),
        _ => cut,
    };
    // *Övriga deltagare Eva Berg, rektor⏎Per Ek, sekreterare*: a list goes on.
    let lists =
        |c: &Candidate| c.rule.is_none() && c.first < c.last && is_name_line(source, lines.all[c.last].span);
    // *Regeringen föreslår att riksdagen⏎1. antar …*: the points end the sentence.
    let leads = |c: &Candidate| {
        c.rule.is_none() && LIST_LEADS.iter().any(|end| c.span.of(source.text).ends_with(end))
    };
    best.filter(|(score, c)| *score > bound(c) && !lists(c) && !leads(c)).map(|(_, candidate)| candidate)
}

/// Whether a candidate ends where its wording tells.
fn is_told(candidate: &Candidate) -> bool {
    matches!(candidate.told, ends::Told::End(end, _) if end == candidate.span.end)
}

/// Texts of fewer lines have no layout that a model could know: there the rules alone tell headings.
const FEW: usize = 4;

/// Whether lines that no rule and no number tells of are part of running text: a whole sentence, or a line whose sentence
/// goes on in the next, or came from the one above.
fn reads_on(weighed: &Weighed, lines: usize) -> bool {
    let features = &weighed.features;
    if weighed.candidate.rule.is_some() || !features.is(features::NumberSort::Nothing) {
        return false;
    }
    lines < FEW
        || features.is(features::End::Stop) && features.is(features::Verb::One)
        || features.is(features::End::Comma)
        || features.is(features::Next::Small)
            && (features.is(features::RealBelow::None) || features.is(features::End::Letter))
        || features.is(features::Begin::Small) && features.is(features::RealAbove::None)
}

/// What the model took for a heading.
fn heading(source: &Source, lines: &Lines, candidate: &Candidate) -> Found {
    let (first, last) = (lines.all[candidate.first], lines.all[candidate.last]);
    let span = candidate.span;
    let text = span.of(source.text);
    let (mut number, mut title, mut case) = (None, walk::one_line(text), None);
    if candidate.extent == features::Extent::Before {
        let below = last.span.of(source.text);
        number = last.number.map(|n| (n, contents::number_text(&below[..n.written])));
        title = walk::one_line(first.span.of(source.text));
    } else if let Some(n) = first.number.filter(|n| n.written <= text.len()) {
        let rest = text.get(n.width..).unwrap_or("");
        // *37 undersökningar* counts.
        let counts =
            n.sort == Sort::Decimal && n.depth == 1 && !n.closed && rest.starts_with(char::is_lowercase);
        if !counts {
            number = Some((n, contents::number_text(text.get(..n.written).unwrap_or(text))));
            let rest = &rest[head_end(rest)..];
            title = walk::one_line(rest);
            let line = rest.lines().next().unwrap_or("");
            let whole = case::whole(line).map(|range| (range, line.len()));
            if let Some((range, end)) = whole.or_else(|| case::after(rest)) {
                case = Some(rest[range].to_string());
                title = walk::one_line(rest[end..].trim_start_matches(['.', ':', ' ', '\t', '\u{a0}']));
            }
        }
    }
    let label = number.is_none().then(|| source.labels.find(&title)).flatten();
    let rule = if number.as_ref().is_some_and(|(n, _)| n.sort == Sort::Paragraph) {
        &rules::PARAGRAPH
    } else if number.is_some() {
        &rules::NUMBERED
    } else if label.is_some() {
        &rules::LABEL
    } else {
        &rules::WEIGHED
    };
    Found {
        span,
        number,
        title,
        case,
        label,
        marked: None,
        large: None,
        nested: false,
        rule: rule.here(),
        rows: (first.row as usize, last.row as usize),
    }
}

/// The row on which text follows behind the heading, and where it begins.
pub(super) fn rest(source: &Source, layout: &Layout, found: &Found) -> Option<(usize, u32)> {
    let row = layout.rows.get(found.rows.1)?;
    let rest = source.text.get(found.span.end as usize..row.span.end as usize)?;
    let text = rest.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | '"' | '”' | '»'));
    (text.len() > 2).then(|| (found.rows.1, row.span.end - text.len() as u32))
}

/// The end of the body and day that some minutes print behind the number, on the same line: `, KST 2019-03-14 17:00`.
fn head_end(rest: &str) -> usize {
    let Some(line) = rest.strip_prefix(',').and_then(|_| rest.split_once('\n')).map(|(line, _)| line) else {
        return 0;
    };
    let digits = line.bytes().filter(u8::is_ascii_digit).count();
    if digits >= 6 && line.len() < 40 { line.len() + 1 } else { 0 }
}

/// Each candidate of a text as a line: start, end, first line, last line, values. For
/// `tools/weigh.py`.
#[cfg(feature = "weigh")]
pub(super) fn print(
    source: &Source,
    layout: &Layout,
    toc: &[TocEntry],
    found: &[Found],
    record: bool,
) -> String {
    use std::fmt::Write;
    let mut out = String::new();
    candidates(source, layout, toc, found, record, |_, here| {
        for Weighed { candidate, features } in here {
            let Candidate { span, first, last, .. } = candidate;
            let _ = write!(out, "{}\t{}\t{first}\t{last}", span.start, span.end);
            for value in features.0 {
                let _ = write!(out, "\t{value}");
            }
            out.push('\n');
        }
        0
    });
    out
}

/// The names of all groups and values. For `tools/weigh.py`.
#[cfg(feature = "weigh")]
pub(super) fn print_groups() -> String {
    features::GROUPS.iter().map(|(name, values)| format!("{name}\t{}\n", values.join("\t"))).collect()
}
