//! Words that users give for options, read the same way by the command and by Python.

use crate::analyzer::{Analyzer, Layers};
use crate::document::{Error, ErrorKind};
use crate::find::Patterns;
use crate::lexicon::terms::Terms;
use jiff::civil;

const LAYERS: &str = "headings, dates, people, speeches, decisions, all";

/// A day written `YYYY-MM-DD`.
pub(crate) fn day(text: &str) -> Result<civil::Date, Error> {
    let wrong = || {
        let message = format!("{text:?} is no day of the calendar; write it YYYY-MM-DD, as in 2024-03-14");
        Error::new(ErrorKind::Usage, message)
    };
    // jiff reads other forms of ISO 8601 too; one form here means that a slip is caught.
    let shape = |(i, b): (usize, u8)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() };
    if text.len() != 10 || !text.bytes().enumerate().all(shape) {
        return Err(wrong());
    }
    text.parse().map_err(|_| wrong())
}

/// A layer by its name.
pub(crate) fn layer(name: &str) -> Result<Layers, Error> {
    Layers::from_name(name.trim()).ok_or_else(|| {
        Error::new(ErrorKind::Usage, format!("no layer is called {name:?}; the layers are {LAYERS}"))
    })
}

/// The analyzer for a date, layers, own terms and patterns that may or may not be given.
pub(crate) fn analyzer(
    date: Option<civil::Date>,
    layers: &[Layers],
    terms: Option<&Terms>,
    patterns: Option<&Patterns>,
) -> Analyzer {
    let mut builder = Analyzer::builder();
    if let Some(date) = date {
        builder = builder.date(date);
    }
    if let Some(layers) = layers.iter().copied().reduce(Layers::and) {
        builder = builder.layers(layers);
    }
    if let Some(terms) = terms {
        builder = builder.terms(terms);
    }
    if let Some(patterns) = patterns {
        builder = builder.patterns(patterns);
    }
    builder.build()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_one_form() {
        assert_eq!(day("2024-02-29").unwrap(), civil::date(2024, 2, 29));
        for wrong in ["", "2024-02-30", "2024-2-9", "20240209", "2024-02-09T10", "24-02-2009", "２０24-02-09"]
        {
            assert_eq!(day(wrong).unwrap_err().kind(), ErrorKind::Usage, "{wrong}");
        }
    }

    #[test]
    fn layers_by_name() {
        assert_eq!(layer(" dates").unwrap(), Layers::DATES);
        assert!(layer("data").unwrap_err().to_string().contains("headings, dates"));
    }
}
