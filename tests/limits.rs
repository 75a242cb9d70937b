//! Texts that no one wrote: huge, empty, made of one mark. Time stays linear, and nothing panics.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;
mod linear;

use klubba::{Layers, analyze};

const MB: usize = 1 << 20;

/// Of the pages of the search each so-manieth is measured in every run of the tests: a prime, so that each kind has its share.
const SAMPLE: usize = 29;

/// `piece` again and again, `bytes` long or a little less, and a letter: a run of marks that ends the text is another
/// thing than one before a word.
fn page(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len()) + "a"
}

fn sound(text: &str) {
    let faults = common::faults(&analyze(text), text);
    assert!(faults.is_empty(), "{}", faults[..faults.len().min(3)].join("\n"));
}

#[test]
fn nothing_to_find() {
    for text in ["", " ", "\n", "\r", "\u{0}", "\u{feff}", "\u{a0}\u{ad}", "\u{c}\u{c}", "🙂", "\u{30a}"] {
        sound(text);
        let mut doc = analyze(text);
        // A line with a character that nobody sees is a block all the same.
        doc.blocks.clear();
        assert!(common::spans(&doc).is_empty(), "{text:?}");
        assert_eq!((doc.title, doc.date, doc.body), (None, None, None), "{text:?}");
    }
}

#[test]
fn one_line_of_50_mb() {
    sound(&page("Den 14 mars 2024 beslutade Kommunstyrelsen att Anna Holm (S) väljs. ", 50 * MB));
}

#[test]
fn blank_lines() {
    sound(&"\n".repeat(100_000));
    sound(&"\r\n".repeat(100_000));
    sound(&" \n\t\n\u{a0}\n".repeat(100_000));
}

#[test]
fn nuls_and_commands() {
    sound(&"\u{0}".repeat(MB));
    let controls: String = (0..32).map(char::from).collect();
    sound(&page(&(controls + "Protokoll 14 mars 2024\u{7f}"), MB));
}

/// Pages of one thing cost no more a byte when they are long: a sample of the search. `KLUBBA_SEARCH=all` measures every
/// page, also with each layer alone, and takes about an hour of two cores.
#[test]
fn time_is_linear() {
    let slow = if std::env::var_os("KLUBBA_SEARCH").is_some() {
        let each = [
            Layers::ALL,
            Layers::HEADINGS,
            Layers::DATES,
            Layers::PEOPLE,
            Layers::SPEECHES,
            Layers::DECISIONS,
        ];
        each.into_iter().flat_map(|layers| linear::search(1, layers)).collect()
    } else {
        linear::search(SAMPLE, Layers::ALL)
    };
    assert!(slow.is_empty(), "{} pages:\n{}", slow.len(), slow.join("\n"));
}
