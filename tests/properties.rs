//! Whatever the text, an analysis does not panic, and what it finds stands where it says.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use klubba::{Analyzer, Layers, civil};
use proptest::prelude::*;

/// Pieces of Swedish documents, and of what goes wrong in them.
const PIECES: &[&str] = &[
    "§ 14 ",
    "§",
    "\n\n",
    "\n",
    "\r\n",
    "\r",
    "\u{c}",
    " ",
    "\t",
    "\u{a0}",
    "\u{ad}",
    "\u{0}",
    "\u{feff}",
    "🙂",
    "Beslut\n",
    "Beslut\n\n",
    "Kommunstyrelsen beslutar ",
    "att ",
    "- att ",
    "1. ",
    "a) ",
    "• ",
    "# ",
    "## ",
    "**Protokoll**\n",
    "Protokoll ",
    "Minnesanteckningar ",
    "Dagordning\n",
    "Närvarande: ",
    "Anna Holm (S) ",
    "ANNA HOLM (C): ",
    "Anf. 5 ",
    "Herr talman! ",
    "Karl-Erik Åkesson",
    "a\u{30a}rsmo\u{308}te ",
    "f¨or ",
    "o\u{308}",
    "den 14 mars 2024",
    "14–15 december",
    "2024-03-14",
    "våren 2023",
    "kl. 09.00",
    "igår ",
    "v. 34 ",
    "20240314",
    "yrkar bifall",
    "säger ",
    "– Det är bra, ",
    "– ",
    "”",
    "\"",
    "»",
    "(",
    ")",
    "[",
    "]",
    "{",
    "S) ",
    "reserverar sig ",
    "22 ja-röster mot 19 nej-röster ",
    "Dnr KS 2024/123 ",
    "senast den 1 juni ",
    ". ",
    ", ",
    ": ",
    ".......... 12\n",
    "Innehållsförteckning\n",
    "1.2 Bakgrund ",
    "Sida 3 (14)\n",
    "\nSida 4 (14)\n",
    "<!-- sida 4 -->\n",
    "<!-- sida 7 -->\n",
    "kommun-\n",
    "beslu-\n  tade att ",
    "säger **Anna Holm** ",
    "*”Det är bra”*, ",
    "beslu-\r\ntade",
    "\u{ad}\n",
    "Foto: Anna Holm\n",
    "Närvarande\n\n",
    "Vid protokollet\n",
    "Kungsbacka kommun\n",
    "Region Skåne ",
    "Justerandes sign",
    "---",
    "| a | b |\n",
    "nästa år ",
    "ordföranden ",
    "Ordföranden ",
    "uppdrag ",
    "bordläggs ",
    "9999999999999999999999 ",
    "99 ",
    "0 ",
    "31 ",
    "år ",
];

fn check(text: &str) -> Result<(), TestCaseError> {
    let analyzer = Analyzer::builder().date(civil::date(2024, 3, 14)).build();
    let doc = analyzer.analyze(text);
    let faults = [common::faults(&doc, text), common::json_faults(&doc, text)].concat();
    prop_assert!(faults.is_empty(), "{}\nin {text:?}", faults.join("\n"));
    Ok(())
}

/// A layer asked for alone is what the whole analysis has of it.
fn check_layers(text: &str) -> Result<(), TestCaseError> {
    let only = |layers| Analyzer::builder().layers(layers).build().analyze(text);
    let whole = klubba::analyze(text);
    prop_assert_eq!(&only(Layers::HEADINGS).headings, &whole.headings);
    prop_assert_eq!(&only(Layers::HEADINGS).toc, &whole.toc);
    prop_assert_eq!(&only(Layers::DATES).dates, &whole.dates);
    prop_assert_eq!(&only(Layers::PEOPLE).people, &whole.people);
    prop_assert_eq!(&only(Layers::SPEECHES).speeches, &whole.speeches);
    prop_assert_eq!(&only(Layers::DECISIONS).decisions, &whole.decisions);
    let dates = only(Layers::DATES);
    prop_assert!(dates.headings.is_empty() && dates.people.is_empty() && dates.decisions.is_empty());
    prop_assert_eq!((dates.kind, &dates.title, &dates.date), (whole.kind, &whole.title, &whole.date));
    Ok(())
}

fn stitched() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_string(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn stitched_documents(text in stitched()) {
        check(&text)?;
    }

    #[test]
    fn stitched_with_anything(parts in prop::collection::vec((stitched(), any::<String>()), 0..4)) {
        check(&parts.into_iter().map(|(known, unknown)| known + &unknown).collect::<String>())?;
    }

    /// Long enough to be taken for flattened text.
    #[test]
    fn stitched_on_one_line(text in stitched()) {
        let line = text.replace(['\n', '\r'], " ");
        check(&(line + &"§ 15 Taxor \u{a0}å Beslut Nämnden antar taxan. § 16 Övrigt 1. Ett 2. Två ".repeat(25)))?;
    }

    #[test]
    fn layers_alone(text in stitched()) {
        check_layers(&text)?;
    }
}
