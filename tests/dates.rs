//! Dates, class by class: expressions with their values, look-alikes, and the date a text speaks from.
//!
//! The tables lie in `tests/cases`; all of their texts are invented.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use klubba::{Analyzer, Date, Document};
use std::collections::BTreeMap;

/// The rows of a table, `\n` and `~` read; comments left out.
fn rows(table: &'static str) -> impl Iterator<Item = Vec<String>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split('\t').map(|cell| cell.replace("\\n", "\n").replace('~', "\u{a0}")).collect())
}

fn analyze(text: &str, date: Option<&str>) -> Document {
    let mut builder = Analyzer::builder();
    if let Some(date) = date {
        builder = builder.date(date.parse().expect(date));
    }
    builder.build().analyze(text)
}

fn told(dates: &[Date], text: &str) -> Vec<(String, String)> {
    dates.iter().map(|d| (d.span.of(text).to_string(), d.value.clone())).collect()
}

/// Prints how many of each class are right, and fails if any is wrong.
fn conclude(classes: &BTreeMap<String, (usize, usize)>, wrong: &[String], least: usize) {
    let all: usize = classes.values().map(|(_, all)| all).sum();
    for (class, (right, all)) in classes {
        println!("{class:10} {right:4} of {all:4}");
    }
    assert!(wrong.is_empty(), "{} of {all} wrong\n{}", wrong.len(), wrong.join("\n"));
    assert!(all >= least, "only {all} cases");
}

#[test]
fn expressions() {
    let (mut classes, mut wrong) = (BTreeMap::new(), Vec::new());
    for row in rows(include_str!("cases/dates.tsv")) {
        let [class, document, marked, values, rest @ ..] = row.as_slice() else { panic!("{row:?}") };
        let (mut text, mut want) = (String::new(), Vec::new());
        let mut values = values.split(' ');
        for (i, piece) in marked.split(['⟦', '⟧']).enumerate() {
            if i % 2 == 1 {
                want.push((piece.to_string(), values.next().expect(marked).to_string()));
            }
            text.push_str(piece);
        }
        assert_eq!(values.next(), None, "{marked}");
        let doc = analyze(&text, Some(document.as_str()).filter(|d| *d != "-"));
        let found = told(&doc.dates, &text);
        let modifiers: Vec<&str> = doc.dates.iter().map(|d| d.modifier.map_or("-", |m| m.as_str())).collect();
        let bent = rest.first().is_none_or(|want| want.split(' ').eq(modifiers.iter().copied()));
        let tally: &mut (usize, usize) = classes.entry(class.clone()).or_default();
        tally.1 += 1;
        if found == want && bent {
            tally.0 += 1;
        } else {
            wrong.push(format!("{class}: {marked:?} ({document}) gives {found:?} {modifiers:?}"));
        }
    }
    conclude(&classes, &wrong, 350);
}

#[test]
fn look_alikes() {
    let (mut classes, mut wrong) = (BTreeMap::new(), Vec::new());
    for row in rows(include_str!("cases/no-dates.tsv")) {
        let [class, text] = row.as_slice() else { panic!("{row:?}") };
        let tally: &mut (usize, usize) = classes.entry(class.clone()).or_default();
        tally.1 += 1;
        // With and without a date to resolve against.
        let found = [Some("2024-03-14"), None].map(|date| told(&analyze(text, date).dates, text)).concat();
        if found.is_empty() {
            tally.0 += 1;
        } else {
            wrong.push(format!("{class}: {text:?} gives {found:?}"));
        }
    }
    conclude(&classes, &wrong, 130);
}

#[test]
fn document_dates() {
    let (mut classes, mut wrong) = (BTreeMap::new(), Vec::new());
    for row in rows(include_str!("cases/document-dates.tsv")) {
        let [class, text, want] = row.as_slice() else { panic!("{row:?}") };
        let tally: &mut (usize, usize) = classes.entry(class.clone()).or_default();
        tally.1 += 1;
        let found = analyze(text, None).date;
        if found.as_deref().unwrap_or("-") == want {
            tally.0 += 1;
        } else {
            wrong.push(format!("{class}: {text:?} gives {found:?}"));
        }
    }
    conclude(&classes, &wrong, 20);
}

#[test]
fn a_sitting_sets_the_date_for_what_follows() {
    let text = "Tisdagen den 11 november 1969\n\nSvar gavs i går.\n\nOnsdagen den 12 november 1969\n\nSvar gavs i går.\n\n\
                Torsdagen den 13 november 1969\n\nSvar gavs i går.\n";
    let doc = analyze(text, None);
    let yesterdays: Vec<&str> =
        doc.dates.iter().filter(|d| d.span.of(text) == "i går").map(|d| d.value.as_str()).collect();
    assert_eq!(yesterdays, ["1969-11-10", "1969-11-11", "1969-11-12"]);
}

#[test]
fn a_day_heads_its_section() {
    // Text, what is told from the day above it, its values.
    let cases: [(&str, &str, &[&str]); 8] = [
        (
            "# Journal\n\n## 5/2 2024\n\nVi målade idag.\n\n## 6/2 2024\n\nVi sågade idag.\n\n## 7/2 2024\n\nIdag blev det regn.\n",
            "idag",
            &["2024-02-05", "2024-02-06", "2024-02-07"],
        ),
        (
            "# Loggbok\n\n## 5/2\n\nVi målade idag.\n\n## 6/2\n\nVi sågade idag.\n\n### Kväll\n\nDet var allt idag.\n",
            "idag",
            &["XXXX-02-05", "XXXX-02-06", "XXXX-02-06"],
        ),
        (
            "# Anteckningar\n\n## Arbetsmöte 05/04/21\n\nVi ses kl. 9 i ladan.\n\n## Arbetsmöte 12/04/21\n\nVi ses kl. 9 i ladan.\n",
            "kl. 9",
            &["2021-04-05T09:00", "2021-04-12T09:00"],
        ),
        (
            "Läger vid ån\n\nTisdag den 25 juni 2019\n\nVi vandrar imorgon.\n\nTorsdag den 27 juni 2019\n\nVi paddlar imorgon.\n",
            "imorgon",
            &["2019-06-26", "2019-06-28"],
        ),
        // One day heads nothing, nor does a coming meeting, a list of days, or the day in the head of each page.
        (
            "# Möte 2023-05-02\n\n## Nytt\n\nVi ses imorgon.\n\n## Nästa möte 2023-06-02\n\nVi ses imorgon.\n",
            "imorgon",
            &["2023-05-03", "2023-05-03"],
        ),
        (
            "# Möte 2023-05-02\n\nKommande dagar\n\n5 juni 2023\n6 juli 2023\n7 augusti 2023\n\nVi slutar kl. 20 och städar.\n",
            "kl. 20",
            &["2023-05-02T20:00"],
        ),
        (
            "# Möte 2023-05-02\n\n## Val av ordförande den 3 juni 2023\n\nVi ses imorgon.\n\n## Budget den 4 juli 2023\n\nVi ses imorgon.\n",
            "imorgon",
            &["2023-05-03", "2023-05-03"],
        ),
        (
            "# Möte 2023-05-02\n\n2023-05-02\n\nFika serveras.\n\n2023-06-12\n\nText om ån.\n\n2023-05-02\n\nVi ses imorgon.\n",
            "imorgon",
            &["2023-05-03"],
        ),
    ];
    for (text, told, want) in cases {
        let dates = analyze(text, None).dates;
        let own = dates.iter().filter(|d| d.span.of(text).eq_ignore_ascii_case(told));
        assert_eq!(own.map(|d| d.value.as_str()).collect::<Vec<_>>(), want, "{text}");
    }
}

#[test]
fn what_was_resolved_is_no_anchor() {
    // The second day is resolved against the written one, not against the first guess.
    let text = "Det var den 1 mars 2020. Svar ges den 20 augusti. Svar gavs den 10 februari.";
    let values: Vec<String> = analyze(text, None).dates.into_iter().map(|d| d.value).collect();
    assert_eq!(values, ["2020-03-01", "2020-08-20", "2020-02-10"]);
    let anchors: Vec<Option<String>> = analyze(text, None).dates.into_iter().map(|d| d.anchor).collect();
    assert_eq!(anchors, [None, Some("2020-03-01".into()), Some("2020-03-01".into())]);
}

#[test]
fn a_weekday_that_is_not_its_days_is_marked() {
    // Text, the document's date, value, whether the weekday is another.
    let cases = [
        ("Vi sågs måndagen den 3 mars 2020.", None, "2020-03-03", true),
        ("Vi sågs tisdagen den 3 mars 2020.", None, "2020-03-03", false),
        ("Vi sågs den 3 mars 2020.", None, "2020-03-03", false),
        ("Vi ses tors 13/3 2024 hos oss.", None, "2024-03-13", true),
        ("Vi ses onsdag 13/3 2024 kl. 18.", None, "2024-03-13T18:00", false),
        ("Vi ses torsdag 2024-03-13.", None, "2024-03-13", true),
        ("Vi ses kl. 18 fredagen den 13 mars 2024.", None, "2024-03-13T18:00", true),
        ("Vi ses lördag–söndag 3–4 maj 2025.", None, "2025-05-03/2025-05-04", false),
        ("Vi ses lördag–söndag 4–5 maj 2025.", None, "2025-05-04/2025-05-05", true),
        ("Vi ses lördag 3–måndag 4 maj 2025.", None, "2025-05-03/2025-05-04", true),
        ("Vi ses lördag 3 maj–söndag 4 maj 2025.", None, "2025-05-03/2025-05-04", false),
        ("Vi ses lördag 3 maj–måndag 5 juni 2025.", None, "2025-05-03/2025-06-05", true),
        // Without its year a day takes the nearest year in which its weekday fits; else it is in conflict.
        ("Vi ses torsdag den 14 mars.", Some("2024-03-20"), "2024-03-14", false),
        ("Vi ses fredag den 14 mars.", Some("2024-03-20"), "2025-03-14", false),
        ("Vi sågs måndag den 6 februari.", Some("2023-11-20"), "2023-02-06", false),
        // … but most of a year back is too far.
        ("Vi sågs tisdag den 14 mars.", Some("2024-03-20"), "2024-03-14", true),
        ("Vi ses lördag den 14 mars.", Some("2024-03-20"), "2024-03-14", true),
        ("Vi ses lördag den 14 mars i år.", Some("2024-03-20"), "2024-03-14", true),
        ("Vi ses lördag den 14 mars.", None, "XXXX-03-14", false),
        // The Julian calendar, which Sweden kept until 1753, has other weekdays.
        ("Möte hölls fredagen den 3 maj 1720.", None, "1720-05-03", false),
    ];
    for (text, date, value, conflict) in cases {
        let doc = analyze(text, date);
        let found: Vec<_> = doc.dates.iter().map(|d| (d.value.as_str(), d.conflict)).collect();
        assert_eq!(found, [(value, conflict)], "{text}");
    }
    let both = analyze("Vi ses lördagen den 3 och måndagen den 4 maj 2025.", None).dates;
    assert_eq!(both.iter().map(|d| d.conflict).collect::<Vec<_>>(), [false, true]);
}

/// Words and figures that the grammars turn on.
const PIECES: &[&str] = &[
    "den",
    "d.",
    "3",
    "31",
    "14",
    "2022",
    "1999",
    "22",
    "99999999999",
    "20230214",
    "maj",
    "sept",
    "jul",
    "mars",
    "fredagen",
    "fre",
    "i",
    "på",
    "nästa",
    "förra",
    "innevarande",
    "år",
    "års",
    "åren",
    "vecka",
    "v.",
    "veckor",
    "om",
    "för",
    "sedan",
    "tre",
    "våren",
    "höst",
    "höstas",
    "första",
    "sista",
    "kvartal",
    "kvartalet",
    "Q",
    "T",
    "VT",
    "läsåret",
    "årsskiftet",
    "mandatperioden",
    "kl.",
    "klockan",
    "09.00",
    "12:15",
    "e.",
    "m.",
    "-",
    "–",
    "--",
    "/",
    ".",
    ":",
    ",",
    "(",
    ")",
    "och",
    "till",
    "mellan",
    "från",
    "samma",
    "dag",
    "påsk",
    "annandag",
    "trettondag",
    "advent",
    "alla",
    "helgons",
    "talet",
    "-talet",
    "Datum",
    "Protokoll",
    "\n",
    "\n\n",
    "\u{a0}",
    "<br>",
    "|",
    "é",
    "”",
    "§",
    "1:a",
    "3:e",
    "4500",
    "0",
    "00",
    "i dag",
    "imorgon",
    "dennes",
    "månad",
    "kr",
    "https://",
    "_",
];

proptest::proptest! {
    /// Whatever the text: no panic, spans in order, not overlapping, without white space at their ends.
    #[test]
    fn spans_are_sound(parts in proptest::collection::vec((0..PIECES.len(), 0..3usize), 0..40), dated in proptest::bool::ANY) {
        let text: String = parts.iter().map(|&(i, glue)| [PIECES[i], ["", " ", " "][glue]].concat()).collect();
        let doc = analyze(&text, Some("2024-02-29").filter(|_| dated));
        let mut end = 0;
        for date in &doc.dates {
            proptest::prop_assert!(date.span.start >= end && date.span.start < date.span.end, "{text:?} {date:?}");
            end = date.span.end;
            let found = date.span.of(&text);
            proptest::prop_assert_eq!(found.trim(), found);
            proptest::prop_assert!(date.first <= date.last, "{text:?} {date:?}");
            proptest::prop_assert!(!date.value.is_empty());
        }
    }
}
