//! Levels and kinds of the headings, consistent through the document.

mod nesting;

use super::contents;
use super::headings::Found;
use super::layout::Layout;
use super::line_tests::is_matter;
use super::numbering::Sort;
use super::rules;
use crate::document::{DocumentKind, Heading, HeadingKind};
use crate::lexicon::labels::Label;
use crate::lexicon::sets::pages::PROTOCOL;
use crate::lexicon::sets::structure::{DOCUMENTS, POSTED};
use crate::text::walk;

/// Turns what was found into headings. `title` tells whether the first heading is the document's title.
pub(super) fn settle(layout: &Layout, found: Vec<Found>, title: bool, kind: DocumentKind) -> Vec<Heading> {
    let all = Outline::of(layout, &found, title, kind);
    // Markup levels are shifted so that the title is 1, or 2 begins where there is none.
    let top = found.iter().filter_map(|f| f.marked).min().unwrap_or(1);
    let shift = if title && found.first().is_some_and(|f| f.marked == Some(top)) { 1 } else { 2 };
    // Sizes of type tell levels as markup does, but numbers rule over them.
    let mut sizes = Vec::from_iter(found.iter().skip(usize::from(title)).filter_map(|f| f.large));
    sizes.sort_unstable();
    sizes.dedup();
    let mut headings: Vec<Heading> = Vec::with_capacity(found.len());
    // Level of the last heading that is no label, and of the last number.
    let mut outer = if all.paragraphs > 0 && !title { 2 } else { 1 };
    let (mut numbered, mut part) = (None, false);
    // The level of the last heading that markup tells, but for the title.
    let mut markup = None;
    let mut nesting = nesting::Nesting::of(layout, &found, title, all.meeting);
    for (index, found) in found.into_iter().enumerate() {
        let is_title = title && index == 0;
        let kind = if is_title { HeadingKind::Title } else { all.kind(index, &found, numbered.is_some()) };
        // The part that holds the items below it: *Föreningens ärenden*, right above a number.
        let opens = kind != HeadingKind::Title && all.opens.get(index) == Some(&true);
        part |= opens;
        let level = if is_title {
            1
        } else if let Some(marked) = found.marked {
            marked - top + shift
        } else if let Some(rank) =
            found.large.or_else(|| layout.large.get(&found.rows.0).map(|large| large.rank))
            && found.number.is_none()
            && (kind != HeadingKind::Label || all.paragraphs + all.numbers == 0)
            && let Some(at) = sizes.iter().position(|&size| size == rank)
        {
            at.min(6) as u8 + 2
        } else if kind == HeadingKind::Label {
            // Signatures and attendance belong to the document.
            if found.label == Some(Label::Attendance) { 2 } else { outer + 1 }
        } else {
            match &found.number {
                // *a) Val av ledamöter*, *Motion 2* stand inside a paragraph or item.
                Some((n, _)) if all.is_inner(n.sort, n.depth) => numbered.unwrap_or(1) + 1,
                Some((n, _)) => {
                    let chapter = n.sort == Sort::Paragraph && all.chapters;
                    n.depth + 1 + u8::from(n.sort == Sort::Letter) + u8::from(part || chapter)
                }
                None => {
                    if opens {
                        2
                    } else if let Some(level) = markup.filter(|_| found.rule.is(&rules::BOLD)) {
                        // A line in bold below a marked heading is a part of it.
                        level + 1
                    } else if found.nested {
                        outer.max(2) + 1
                    } else if kind == HeadingKind::Section
                        && let Some(level) = numbered.filter(|_| all.meeting)
                    {
                        level + 1
                    } else {
                        let below = all.is_below_capitals(index, &found);
                        let capitals = all.capitals.is_some() && !below;
                        nesting.level(index, &found, 2 + u8::from(below), below || capitals)
                    }
                }
            }
        };
        if found.marked.is_some() && !is_title {
            markup = Some(level);
        }
        if kind != HeadingKind::Label && !found.nested {
            outer = level;
        }
        match &found.number {
            Some((n, _)) if !all.is_inner(n.sort, n.depth) && !is_title => numbered = Some(level),
            None if opens || found.label == Some(Label::Attendance) => numbered = None,
            _ => {}
        }
        if found.number.is_some() || opens {
            nesting.leave();
        }
        let Found { span, number, title, case, mut rule, .. } = found;
        if is_title && !rule.is(&rules::MARKUP) && !rule.is(&rules::MATTER) {
            rule = rule.of(&rules::TITLE);
        }
        headings.push(Heading {
            cue: span.start,
            span,
            number: number.map(|(_, text)| text),
            title,
            level,
            kind,
            case,
            rule,
        });
    }
    headings
}

/// What all headings together say of each.
struct Outline {
    /// Minutes, notes, an agenda: by the kind of the text, or because its headings are those of a meeting.
    meeting: bool,
    /// A call to a meeting: what has no number is no item of it.
    agenda: bool,
    policy: bool,
    /// How many paragraphs (`§`) there are, and numbers of depth one without `§`.
    paragraphs: usize,
    numbers: usize,
    /// Whether each heading without number stands right above one with a number.
    opens: Vec<bool>,
    /// The first heading in capitals that is neither title nor label, if there are more.
    capitals: Option<usize>,
    /// Whether there are headings without number that are not in capitals.
    lower: bool,
    /// Whether chapters hold the paragraphs of a policy.
    chapters: bool,
    /// Titles that stand three times or more, sorted.
    recurring: Vec<String>,
}

impl Outline {
    fn of(layout: &Layout, found: &[Found], title: bool, kind: DocumentKind) -> Outline {
        let meets = matches!(kind, DocumentKind::Minutes | DocumentKind::Notes | DocumentKind::Agenda);
        let body = || found.iter().skip(usize::from(title));
        let matters = body().filter(|f| is_matter(&f.title)).take(2).count();
        let attended = || body().any(|f| f.label == Some(Label::Attendance));
        let other = !matches!(kind, DocumentKind::Policy | DocumentKind::Report | DocumentKind::Record);
        let paragraphs = found.iter().filter(|f| is_paragraph(f)).count();
        let decimal =
            |f: &&Found| matches!(&f.number, Some((n, _)) if n.sort == Sort::Decimal && n.depth == 1);
        let opens = found.iter().enumerate().map(|(index, f)| {
            let below = found.get(index + 1).filter(|b| b.number.is_some() && b.marked.is_none());
            let right = below.is_some_and(|b| layout.next(f.rows.1) == Some(b.rows.0));
            // A title that no one took for the document's holds nothing.
            let first = f.title.split(' ').next().unwrap_or("");
            let document = index == 0 && (DOCUMENTS.has(first) || first.to_lowercase().ends_with(PROTOCOL));
            right
                && !document
                && f.number.is_none()
                && f.label.is_none()
                && f.marked.is_none()
                && f.large.is_none()
        });
        let loose =
            |f: &Found| f.number.is_none() && f.label.is_none() && f.marked.is_none() && f.large.is_none();
        let capitals = found.iter().enumerate().skip(usize::from(title));
        let mut capitals = capitals.filter(|(_, f)| loose(f) && walk::is_all_caps(&f.title));
        let first = capitals.next();
        let many = body().filter(|f| f.number.is_none() && walk::is_all_caps(&f.title)).take(2).count();
        let opens = Vec::from_iter(opens);
        let chapter = |(index, f): (usize, &Found)| {
            opens.get(index) == Some(&true) || matches!(&f.number, Some((n, _)) if n.sort == Sort::Part)
        };
        let policy = kind == DocumentKind::Policy;
        let mut titles = Vec::from_iter(body().filter(|f| f.number.is_none()).map(|f| f.title.as_str()));
        titles.sort_unstable();
        let recurring = titles.chunk_by(|a, b| a == b).filter(|same| same.len() >= 3);
        Outline {
            meeting: meets || other && (matters >= 2 || paragraphs + matters >= 2 && attended()),
            agenda: kind == DocumentKind::Agenda,
            policy,
            chapters: policy && found.iter().enumerate().skip(usize::from(title)).any(chapter),
            paragraphs,
            numbers: found.iter().filter(decimal).count(),
            opens,
            lower: body().any(|f| loose(f) && !walk::is_all_caps(&f.title)),
            capitals: first.filter(|_| many == 2).map(|(index, _)| index),
            recurring: recurring.map(|same| same[0].to_string()).collect(),
        }
    }

    fn kind(&self, index: usize, found: &Found, inside: bool) -> HeadingKind {
        let contents = found.number.is_none() && contents::is_name(&found.title);
        if is_paragraph(found) {
            return if self.policy { HeadingKind::Section } else { HeadingKind::Item };
        }
        let short = found.title.split_whitespace().count() <= 5;
        if found.number.is_none() && found.marked.is_none() && found.title.ends_with(':') && short {
            return HeadingKind::Label;
        }
        if let Some(label) = found.label.filter(|_| found.number.is_none()) {
            let recurs = || self.recurring.binary_search(&found.title).is_ok();
            let portion = label == Label::Attendance || self.paragraphs > 0 && inside || recurs();
            if self.meeting || found.marked.is_none() && found.large.is_none() && portion {
                return HeadingKind::Label;
            }
        }
        if found.nested || contents || is_calendar(&found.title) || is_notice(&found.title) || !self.meeting {
            return HeadingKind::Section;
        }
        let opens = self.opens.get(index) == Some(&true);
        match &found.number {
            // Points of a decision, tables beneath it.
            Some((n, _)) if n.sort == Sort::Decimal && self.is_inner(n.sort, n.depth) => HeadingKind::Section,
            Some(_) => HeadingKind::Item,
            // Where items are numbered, what has no number is a part of one, or holds some.
            None if opens
                || self.agenda
                || self.holds(found)
                || self.paragraphs >= 2
                || self.numbers >= 3 && inside && found.marked.is_none() =>
            {
                HeadingKind::Section
            }
            None => HeadingKind::Item,
        }
    }

    /// Whether a number counts inside of paragraphs or items.
    fn is_inner(&self, sort: Sort, depth: u8) -> bool {
        match sort {
            Sort::Paragraph => false,
            Sort::Decimal => {
                self.meeting && depth == 1 && self.paragraphs >= 2 && self.numbers < self.paragraphs
            }
            Sort::Letter | Sort::Part => self.meeting && self.paragraphs + self.numbers >= 2,
            Sort::Roman => false,
        }
    }

    /// Whether headings in capitals hold others, and this is one of them.
    fn holds(&self, found: &Found) -> bool {
        self.capitals.is_some() && self.lower && found.marked.is_none() && walk::is_all_caps(&found.title)
    }

    /// Whether headings in capitals stand above this one, which is not: those hold it.
    fn is_below_capitals(&self, index: usize, found: &Found) -> bool {
        self.capitals.is_some_and(|first| first < index) && !walk::is_all_caps(&found.title)
    }
}

fn is_paragraph(found: &Found) -> bool {
    found.number.as_ref().is_some_and(|(n, _)| n.sort == Sort::Paragraph)
}

/// *Anslag/bevis*
fn is_notice(title: &str) -> bool {
    POSTED.iter().any(|name| name.len() == title.len() && walk::same_word(title, name))
}

/// A heading that is only a day.
fn is_calendar(title: &str) -> bool {
    title.starts_with(|c: char| c.is_ascii_digit())
        && title.split_whitespace().count() <= 3
        && title.len() < 24
}
