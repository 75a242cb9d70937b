//! What the grammars give: places, findings, and which way an open date lies.

use super::value::{Point, Unit, Value};
use crate::document::{Fired, Modifier, Rule};

/// Which way a date without a year lies from the document's date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Toward {
    /// Whichever is nearer.
    Nearest,
    /// Begun when the document was written (*i våras*).
    Past,
    /// Over when the document was written (*förra våren*).
    Last,
    /// Not over when the document was written (*i höst*).
    Future,
    /// Not begun when the document was written (*nästa höst*).
    Next,
    /// Likely not over when the document was written (*ska väljas i december*).
    Ahead,
    /// Likely begun (*beslutades i maj*).
    Behind,
    /// The same, where the text tells news; elsewhere it is any such day (*På tisdagen beslutade nämnden*).
    Told,
    /// Of no year: it comes every year.
    Open,
    /// In the document's year or so many away (*i maj förra året*).
    Years(i16),
    /// In the year last named (*i maj samma år*).
    Same,
}

/// Where a cue or an expression stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub start: usize,
    pub end: usize,
}

impl Place {
    pub fn new(start: usize, end: usize) -> Place {
        Place { start, end }
    }

    /// The same from another start.
    pub fn from(self, start: usize) -> Place {
        Place { start, ..self }
    }

    /// The same to another end.
    pub fn to(self, end: usize) -> Place {
        Place { end, ..self }
    }
}

/// An expression found, before it is resolved.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub start: usize,
    pub end: usize,
    /// Where the cue stands whose grammar found it.
    pub cue: usize,
    pub value: Value,
    pub toward: Toward,
    pub modifier: Option<Modifier>,
    /// The weekdays named with its first and its last day: 1 is Monday, 0 none.
    pub weekdays: (u8, u8),
    pub rule: Fired,
}

impl Found {
    /// One that `rule` finds where it is called.
    #[track_caller]
    pub fn new(place: Place, value: Value, rule: &'static Rule) -> Found {
        let Place { start, end } = place;
        let toward = Toward::Nearest;
        Found { start, end, cue: start, value, toward, modifier: None, weekdays: (0, 0), rule: rule.here() }
    }

    /// Whether it names times of a day and no day.
    pub fn is_clock(&self) -> bool {
        let (Value::At(first) | Value::Span(first, _)) = self.value else { return false };
        first.unit == Unit::Clock
    }

    /// Whether it is a week or several.
    pub fn is_of_weeks(&self) -> bool {
        let (Value::At(first) | Value::Span(first, _)) = self.value else { return false };
        matches!(first.unit, Unit::Week { .. }) && first.clock.is_none()
    }

    /// Whether it is one day without a clock time.
    pub fn is_plain_day(&self) -> bool {
        matches!(self.value, Value::At(Point { unit: Unit::Day { .. }, clock: None }))
    }

    pub fn toward(self, toward: Toward) -> Found {
        Found { toward, ..self }
    }

    /// The same, its days named with these weekdays.
    pub fn on(self, weekdays: (u8, u8)) -> Found {
        Found { weekdays, ..self }
    }
}

/// What a grammar makes of the words round its cue.
#[derive(Debug)]
pub(super) enum Taken {
    One(Found),
    /// The members of a list.
    Several(Vec<Found>),
    /// No date: the walk goes on here.
    Passed(usize),
}

impl From<Found> for Taken {
    fn from(found: Found) -> Taken {
        Taken::One(found)
    }
}

impl Taken {
    /// `first` and the members that `next` reads behind the last one, of 8 at most.
    pub fn list(first: Found, next: impl Fn(&Found) -> Option<Found>) -> Taken {
        let Some(second) = next(&first) else { return Taken::One(first) };
        let mut all = vec![first, second];
        while all.len() <= 8
            && let Some(found) = all.last().and_then(&next)
        {
            all.push(found);
        }
        Taken::Several(all)
    }

    /// What was taken before, if anything, and `found`.
    pub fn with(before: Option<Taken>, found: Found) -> Taken {
        match before {
            Some(Taken::One(first)) => Taken::Several(vec![first, found]),
            Some(Taken::Several(mut all)) => {
                all.push(found);
                Taken::Several(all)
            }
            _ => Taken::One(found),
        }
    }

    pub fn all(&self) -> &[Found] {
        match self {
            Taken::One(found) => std::slice::from_ref(found),
            Taken::Several(all) => all,
            Taken::Passed(_) => &[],
        }
    }

    pub fn all_mut(&mut self) -> &mut [Found] {
        match self {
            Taken::One(found) => std::slice::from_mut(found),
            Taken::Several(all) => all,
            Taken::Passed(_) => &mut [],
        }
    }

    /// Where the walk goes on.
    pub fn end(&self) -> usize {
        match self {
            Taken::Passed(end) => *end,
            taken => taken.all().last().map_or(0, |last| last.end),
        }
    }
}
