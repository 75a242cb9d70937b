//! What the words of `lexicon/data/dates.txt` mean: a typed reading of their values.

use super::calendar::Feast;
use super::model::Toward;
use super::value::Grain;
use crate::lexicon::Lexicon;
use std::sync::LazyLock;

/// A word of the calendar, or one that tells what a number beside it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Term {
    /// *mars*.
    Month(u8),
    /// *sept*: a month only beside a number.
    ShortMonth(u8),
    /// *jul*: Christmas, or July beside a number.
    JulyOrChristmas,
    /// *torsdag, torsdagen*.
    Weekday(u8),
    /// *tors*: a weekday only before a date.
    ShortWeekday(u8),
    /// *(i) torsdags*.
    PastWeekday(u8),
    /// *hösten*; the code of ISO 8601-2.
    Season(u8),
    /// *höst*.
    BareSeason(u8),
    /// *(i) höstas*.
    PastSeason(u8),
    /// *tredje*.
    Ordinal(u8),
    /// *sista*.
    Final,
    /// *år, månad, vecka, dag*.
    Noun(Grain, Form),
    /// The `v` of *v. 34*.
    WeekLetter,
    /// *kalenderåret*.
    CalendarYear,
    /// *kvartal, tertial, halvår*.
    Part(Grain),
    /// The letter of *Q2, T1, H1*.
    PartLetter(Grain),
    /// *vårtermin* 1, *hösttermin* 2, *termin* 0.
    Semester(u8),
    SchoolYear,
    BudgetYear,
    Mandate,
    TurnOfYear,
    TurnOfHalf,
    /// *månadsskiftet*.
    TurnOfMonth,
    /// *idag, ifjol*: grains from now.
    Near(Grain, i16),
    /// *går, fjol* after *i*.
    AfterI(Grain, i16),
    Relation(Relation),
    /// *(den 3) dennes*.
    Dennes,
    /// *verksamhetsåret, räkenskapsåret*.
    BusinessYear,
    /// *årets*.
    YearOf,
    /// *vårens*: 21 to 24.
    SeasonOf(u8),
    /// *måndagskvällen* (1).
    Evening(u8),
    /// *måndagens*, *måndagskvällens*.
    WeekdayOf(u8),
    /// *kl, klockan*.
    Clock,
    Decade(i16),
    Century(i16),
    Feast(Feast),
    PastFeast(Feast),
    /// *(första) advent*.
    Advent,
    /// The middle of *alla helgons dag*.
    AllSaints,
    /// The first word of *mors dag* (5), *fars dag* (11).
    DayOf(u8),
    /// A word after which a number was a quantity (*kronor, personer*).
    Measure,
    /// A word before a number that refers to something (*SFS, nr, sida*).
    Reference,
    /// A word before a year that belongs to a name (*Agenda 2030*).
    Name,
    /// A word before a date or time in a form (*Datum, Tid*) or an event that a clock time follows.
    Field,
    /// *varje*: what follows recurs.
    Habit,
}

/// Which of several stretches a word picks, seen from the document's date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relation {
    /// *nästa*.
    Next,
    /// *kommande*.
    Coming,
    /// *förra, nästlidna*.
    Last,
    /// *innevarande*.
    This,
}

impl Relation {
    /// How many stretches away it is.
    pub fn shift(self) -> i16 {
        match self {
            Relation::Next | Relation::Coming => 1,
            Relation::Last => -1,
            Relation::This => 0,
        }
    }

    pub fn toward(self) -> Toward {
        match self {
            Relation::Next | Relation::Coming => Toward::Next,
            Relation::Last => Toward::Last,
            Relation::This => Toward::Nearest,
        }
    }
}

/// The forms of a noun that grammars tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// *vecka*.
    Singular,
    /// *veckan*.
    Definite,
    /// *veckor*.
    Plural,
    /// *års*.
    Genitive,
}

/// The terms of the lexicon, each by the index of its value.
static TERMS: LazyLock<Vec<Option<Term>>> =
    LazyLock::new(|| Lexicon::get().values().iter().map(|value| Term::parse(value)).collect());

impl Term {
    /// The term whose value has this index in the lexicon.
    pub fn of(index: usize) -> Option<Term> {
        TERMS.get(index).copied().flatten()
    }

    /// Whether it begins no date and only tells what stands beside it.
    pub fn is_sign(self) -> bool {
        use Term::{Dennes, Field, Habit, Measure, Name, Reference};
        matches!(self, Dennes | Measure | Reference | Name | Field | Habit)
    }

    /// Reads a value of the lexicon.
    fn parse(value: &str) -> Option<Term> {
        let (name, rest) = value.split_once(' ').unwrap_or((value, ""));
        let number = || rest.parse::<u8>().ok();
        let form = || {
            Some(match rest {
                "singular" => Form::Singular,
                "definite" => Form::Definite,
                "plural" => Form::Plural,
                "genitive" => Form::Genitive,
                _ => return None,
            })
        };
        let part = || {
            Some(match rest {
                "quarter" => Grain::Quarter,
                "tertial" => Grain::Tertial,
                "half" => Grain::Half,
                _ => return None,
            })
        };
        Some(match name {
            "month" => Term::Month(number()?),
            "short-month" => Term::ShortMonth(number()?),
            "july-or-christmas" => Term::JulyOrChristmas,
            "weekday" => Term::Weekday(number()?),
            "short-weekday" => Term::ShortWeekday(number()?),
            "past-weekday" => Term::PastWeekday(number()?),
            "season" => Term::Season(number()?),
            "bare-season" => Term::BareSeason(number()?),
            "business-year" => Term::BusinessYear,
            "year-of" => Term::YearOf,
            "season-of" => Term::SeasonOf(number()?),
            "evening" => Term::Evening(number()?),
            "weekday-of" => Term::WeekdayOf(number()?),
            "past-season" => Term::PastSeason(number()?),
            "ordinal" => Term::Ordinal(number()?),
            "final" => Term::Final,
            "year" => Term::Noun(Grain::Year, form()?),
            "month-noun" => Term::Noun(Grain::Month, form()?),
            "week" if rest == "letter" => Term::WeekLetter,
            "week" => Term::Noun(Grain::Week, form()?),
            "day" => Term::Noun(Grain::Day, form()?),
            "calendar-year" => Term::CalendarYear,
            "part" => Term::Part(part()?),
            "part-letter" => Term::PartLetter(part()?),
            "term" => Term::Semester(number()?),
            "school-year" => Term::SchoolYear,
            "budget-year" => Term::BudgetYear,
            "mandate" => Term::Mandate,
            "turn-of-year" => Term::TurnOfYear,
            "turn-of-half" => Term::TurnOfHalf,
            "turn-of-month" => Term::TurnOfMonth,
            "near-day" => Term::Near(Grain::Day, rest.parse().ok()?),
            "near-year" => Term::Near(Grain::Year, rest.parse().ok()?),
            "after-i" => {
                let (grain, by) = rest.split_once(' ')?;
                let grain = if grain == "day" { Grain::Day } else { Grain::Year };
                Term::AfterI(grain, by.parse().ok()?)
            }
            "next" => Term::Relation(Relation::Next),
            "last" => Term::Relation(Relation::Last),
            "this" => Term::Relation(Relation::This),
            "coming" => Term::Relation(Relation::Coming),
            "dennes" => Term::Dennes,
            "clock" => Term::Clock,
            "decade" => Term::Decade(rest.parse().ok()?),
            "century" => Term::Century(rest.parse().ok()?),
            "feast" => Term::Feast(Feast::from_name(rest)?),
            "past-feast" => Term::PastFeast(Feast::from_name(rest)?),
            "advent" => Term::Advent,
            "all-saints" => Term::AllSaints,
            "day-of" => Term::DayOf(number()?),
            "measure" => Term::Measure,
            "reference" => Term::Reference,
            "name" => Term::Name,
            "field" => Term::Field,
            "habit" => Term::Habit,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_of_the_lexicon_is_read() {
        let file = include_str!("../../lexicon/data/dates.txt");
        for (at, line) in (1..).zip(file.lines()).filter(|(_, line)| !line.starts_with('#')) {
            let value = line.split('\t').next().unwrap();
            assert!(
                Term::parse(value).is_some(),
                "lexicon/data/dates.txt:{at}: {value:?} is no value that Term::parse reads (for a feast: Feast::from_name)"
            );
        }
    }
}
