//! Texts that no one wrote: huge, empty, made of one mark. Time stays linear, and nothing panics.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use klubba::analyze;
use std::hint::black_box;
use std::time::{Duration, Instant};

const MB: usize = 1 << 20;

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

fn time(text: &str) -> Duration {
    let start = Instant::now();
    black_box(analyze(text));
    start.elapsed()
}

/// How much more a byte costs in `long` bytes of `piece` than in `short`: the least of some measurements,
/// for a busy machine can make any one of them slow.
fn dearer(piece: &str, short: usize, long: usize) -> f64 {
    let times = long as f64 / short as f64;
    let (short, long) = (page(piece, short), page(piece, long));
    let (mut least, mut ratio) = (Duration::MAX, f64::MAX);
    for _ in 0..4 {
        least = (0..3).map(|_| time(&short)).min().unwrap_or(least).min(least);
        let took = time(&long);
        if took.as_secs_f64() < CHEAP * long.len() as f64 {
            return 1.0;
        }
        ratio = ratio.min(took.as_secs_f64() / least.as_secs_f64() / times);
        if ratio < DEAR {
            break;
        }
    }
    ratio
}

/// Tables that outgrow the caches make a byte two or three times as dear, and a busy machine more. What is
/// quadratic makes it 32 times as dear in a text 32 times as long.
const DEAR: f64 = 8.0;
/// Seconds a byte that are no cause for doubt even unoptimised.
const CHEAP: f64 = 50e-9;

/// Pages of one thing cost no more a byte when they are long.
#[test]
fn time_is_linear() {
    let pages = [
        "7",
        "12 ",
        "1.2.3 ",
        "2024-",
        "-",
        "– ",
        "--- ",
        "\"",
        "” ",
        "»",
        "’",
        "§",
        "§ 1 ",
        "§ 1\n",
        "(",
        ")",
        "(S) ",
        "[",
        "((",
        "A",
        "Anna ",
        "ANNA ",
        "Anna Holm, ",
        "A-",
        "ATT ",
        "att ",
        "- att \n",
        "att beslutar ",
        "• \n",
        "1. \n",
        "Beslut\n",
        "Beslut\n\n",
        "Beslut\n\n1. Avslå\n\n",
        "§ 1 Val\n\nBeslut\n\n1. Avslå\n\n",
        "Innehåll\nab  2\n\n8 2\n\n",
        "»ANNA HOLM (S): ",
        "”a” Anna Holm säger ",
        "Ordföranden Anna Holm säger ",
        "beslutar ",
        "yrkar ",
        "säger ",
        "– säger ",
        "\n– ",
        "Anna Holm säger ",
        "mars ",
        "den 1 ",
        "och ",
        "till ",
        "kl. 9 ",
        "kl. 9–",
        "... ",
        "......",
        "?",
        "!",
        ".).",
        "?\" ",
        "…",
        ". ",
        ".\n",
        ",",
        ":",
        ": ",
        "\n",
        "\r",
        " ",
        "\t\n",
        "|",
        "| a |\n",
        "#",
        "# \n",
        "# a\n",
        "*",
        "**a** ",
        "_",
        "\\",
        "{",
        "<",
        "<a>",
        "&",
        "a\n",
        "a\n\n",
        "Anna\n",
        "A. ",
        "å",
        "o\u{308}",
        "¨o",
        "\u{ad}",
        "a\u{ad}",
        "\u{a0}",
        "🙂",
        "\u{0}",
        "\u{c}",
        "Sida 1\n\u{c}",
        "1 .... 2\n",
        "ab  2\n",
        "Innehåll\n",
        "Innehåll\nab  2\n\n",
        "KS 2024/1 ",
        "ordföranden ",
        "Ordföranden ",
        "uppdrag ",
        "nästa ",
        "igår ",
        "ja-röster ",
        "22 ja ",
        "4 § LSS: ",
        "SFS 2017:725 ",
        "Protokoll\n\n§ 1 Val\n\nJusterare: Anna Holm ej § 5 ",
        "Justerare: Anna Holm, ej § 5, ",
        "Anna Holm (S) röstar ja. ",
        "(C): ",
        "HOLM (C): x\n",
        "ANNA HOLM ",
        "ANNA HOLM (S): ",
        "Anna Holm (S), ",
        "[1] ",
        "(a) ",
        "§§ ",
        "3 § ",
        "1–2 ",
        "2024-03-14 ",
        "1 (2)\n",
        "”a” ",
        "– att ",
        "- att\n- ",
        "att\n\n",
        "den 3 ",
    ];
    let mut slow = Vec::new();
    for piece in pages {
        // First a small step, so that what is quadratic shows before it takes minutes.
        let ratios = [MB, 4 * MB].into_iter().map(|bytes| dearer(piece, MB / 8, bytes));
        if let Some(ratio) = ratios.into_iter().find(|&ratio| ratio >= DEAR) {
            slow.push(format!("{piece:?}: a byte of a long text costs {ratio:.1} times as much"));
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}
