//! Texts that no one wrote: huge, empty, made of one mark. Time stays linear, and nothing panics.

mod common;

use klubba::analyze;
use std::hint::black_box;
use std::time::{Duration, Instant};

const MB: usize = 1 << 20;

/// `piece` again and again, `bytes` long or a little less.
fn page(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len())
}

fn sound(text: &str) {
    let faults = common::faults(&analyze(text), text);
    assert!(faults.is_empty(), "{}", faults[..faults.len().min(3)].join("\n"));
}

#[test]
fn nothing_to_find() {
    for text in ["", " ", "\n", "\r", "\u{0}", "\u{feff}", "\u{a0}\u{ad}", "\u{c}\u{c}", "🙂", "\u{30a}"] {
        sound(text);
        let doc = analyze(text);
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

/// How much more a byte costs in a text of four times `bytes`: the least of some measurements, for a busy
/// machine can make any one of them slow.
fn dearer(piece: &str, bytes: usize) -> f64 {
    let (short, long) = (page(piece, bytes), page(piece, 4 * bytes));
    let (mut least_short, mut ratio) = (Duration::MAX, f64::MAX);
    for _ in 0..4 {
        least_short = least_short.min(time(&short)).min(time(&short));
        ratio = ratio.min(time(&long).as_secs_f64() / (4.0 * least_short.as_secs_f64()));
        if ratio < 2.0 {
            break;
        }
    }
    ratio
}

/// Pages of one thing cost no more a byte when they are four times as long.
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
        "KS 2024/1 ",
        "ordföranden ",
        "Ordföranden ",
        "uppdrag ",
        "nästa ",
        "igår ",
        "ja-röster ",
        "22 ja ",
        "(C): ",
        "HOLM (C): x\n",
    ];
    let mut slow = Vec::new();
    for piece in pages {
        // Once the tables outgrow a cache or what the allocator keeps, a byte costs more; but only once.
        let dearer = |bytes| {
            let ratio = dearer(piece, bytes);
            (ratio >= 2.0).then_some(ratio)
        };
        if let Some(ratio) = dearer(MB).and_then(|_| dearer(4 * MB)) {
            slow.push(format!(
                "{piece:?}: a byte costs {ratio:.1} times as much in a text four times as long"
            ));
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}
