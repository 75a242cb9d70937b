//! Blocks, sections and pages, case by case.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use klubba::{Document, analyze};

/// `kind|text` of each block, its lines joined.
fn blocks(text: &str) -> Vec<String> {
    let doc = read(text);
    doc.blocks.iter().map(|&b| format!("{}|{}", b.kind, doc.text_of(b, text))).collect()
}

/// Start of each page as the words that begin there, and its number.
fn pages(text: &str) -> Vec<(&str, u32)> {
    let doc = read(text);
    let first = |at: u32| text[at as usize..].trim_start().lines().next().unwrap_or("");
    doc.pages.iter().map(|page| (first(page.start), page.number)).collect()
}

#[track_caller]
fn read(text: &str) -> Document {
    let doc = analyze(text);
    let faults = common::faults(&doc, text);
    assert!(faults.is_empty(), "{faults:?}\nin\n{text}");
    doc
}

/// A page's worth of text.
fn prose(about: &str) -> String {
    format!("Nämnden fick veta mer om {about} och ställde många frågor till förvaltningen under mötet.\n\n")
        .repeat(6)
}

#[test]
fn each_line_is_in_one_block() {
    assert_eq!(
        blocks(
            "<!-- utkast -->\n# Rapport om hamnen\n\nArbetet går vidare\nsom planerat under våren.\n\n- ny kaj\n- nya\nkranar\n\n\
             | a | b |\n| 1 | 2 |\n\nFoto: Anna Holm\n\nTabell 2 visar att det går.\n"
        ),
        [
            "markup|<!-- utkast -->",
            "heading|# Rapport om hamnen",
            "paragraph|Arbetet går vidare som planerat under våren.",
            "list-item|- ny kaj",
            "list-item|- nya kranar",
            "table-row|| a | b |",
            "table-row|| 1 | 2 |",
            "caption|Foto: Anna Holm",
            "paragraph|Tabell 2 visar att det går.",
        ]
    );
}

#[test]
fn attendance_and_signatures() {
    assert_eq!(
        blocks(
            "Protokoll 14 mars 2024\n\nNärvarande\n\nAnna Holm (S), ordförande\nErik Ek (M)\n\nEva Lind (C)\n\n\
             Mötet öppnades av ordföranden klockan nio.\n\n§ 1 Budget\n\nBudgeten antogs utan ändringar.\n\n\
             Vid protokollet\n\n\nKarin Ström\nsekreterare\n\nJusteras\n\nErik Ek\n"
        )[2..],
        [
            "attendance|Anna Holm (S), ordförande\nErik Ek (M)",
            "attendance|Eva Lind (C)",
            "paragraph|Mötet öppnades av ordföranden klockan nio.",
            "heading|§ 1 Budget",
            "paragraph|Budgeten antogs utan ändringar.",
            "signature|Vid protokollet",
            "signature|Karin Ström\nsekreterare",
            "signature|Justeras",
            "signature|Erik Ek",
        ]
    );
}

#[test]
fn justeras_in_a_sentence_signs_nothing() {
    assert!(
        !blocks("§ 1 Taxor\n\nTaxan justeras.\n\nJusteras taxan i maj gäller den från juni.\n")
            .iter()
            .any(|b| b.starts_with("signature"))
    );
}

#[test]
fn hyphens_at_the_end_of_lines() {
    let text = "Nu tar kommun-\nstyrelsen och Karl-\nErik Ek hand om in-\noch utflyttning, EU-\nkommissionens krav, åren 2023-\n24 – \
                allt -\ndet ska gå, och sä\u{ad}ker\u{ad}\nheten med.\n";
    assert_eq!(
        blocks(text),
        [
            "paragraph|Nu tar kommunstyrelsen och Karl-Erik Ek hand om in- och utflyttning, EU-kommissionens krav, åren 2023-24 – \
          allt - det ska gå, och säkerheten med."
        ]
    );
}

#[test]
fn sections_nest_and_read_across_pages() {
    let text = "Protokoll 14 mars 2024\n\n§ 1 Skolan\nvid Sundby torg\n\nBeslut\n\nNämnden beslutar att bygga ut skolan så att den får plats för de barn som flyttar\n\n\
                Justerandes sign\n\u{c}Barnnämnden   Protokoll   2 (2)\n\ntill Sundby.\n\n- Ritningar\n- Budget\n\n§ 2. Ordföranden avslutade mötet.\n";
    let doc = read(text);
    let sections = doc.sections();
    let parents = Vec::from_iter(sections.iter().map(|s| s.parent));
    assert_eq!(parents, [None, Some(0), Some(1), Some(0)]);
    assert_eq!(
        sections[2].text(text),
        "Beslut\n\nNämnden beslutar att bygga ut skolan så att den får plats för de barn som flyttar till Sundby.\n\n- Ritningar\n- Budget"
    );
    assert!(
        sections[1].text(text).starts_with("§ 1 Skolan vid Sundby torg\n\nBeslut\n\n"),
        "{}",
        sections[1].text(text)
    );
    assert!(sections[1].span.of(text).ends_with("- Budget"));
    assert_eq!(sections[3].text(text), "§ 2.\n\nOrdföranden avslutade mötet.");
    assert!(sections[0].text(text).ends_with("avslutade mötet."));
}

#[test]
fn markup_of_headings_is_no_text() {
    let text = "# Möte\n\n## Rapporter ##\n\n**Kassören**\n\nAllt väl, säger kassören till mötet.\n";
    let doc = read(text);
    assert_eq!(
        doc.sections()[0].text(text),
        "Möte\n\nRapporter\n\nKassören\n\nAllt väl, säger kassören till mötet."
    );
    assert!(analyze("Inget här.").sections().is_empty());
}

#[test]
fn form_feeds_count_from_one() {
    let text = "Anteckningar\n\nDet regnade hela dagen.\n\u{c}Sedan kom solen.\n\u{c}\n\u{c}Till sist blev det natt.\n\u{c}\n";
    assert_eq!(
        pages(text),
        [
            ("Anteckningar", 1),
            ("Sedan kom solen.", 2),
            ("Till sist blev det natt.", 3),
            ("Till sist blev det natt.", 4)
        ]
    );
    assert_eq!(pages("Utan sidor.\n\nInga alls.\n"), []);
}

#[test]
fn printed_numbers_rule_over_the_count() {
    let text = format!(
        "{}34 (87)\n\n\u{c}Nästa\n\n{}35 (87)\n\n\u{c}{}",
        prose("vägar"),
        prose("broar"),
        prose("torg")
    );
    assert_eq!(Vec::from_iter(pages(&text).iter().map(|p| p.1)), [34, 35, 36]);
    // Numbers that fall are not the pages'.
    let text = format!(
        "{}34 (87)\n\n\u{c}Nästa\n\n{}12 (87)\n\n\u{c}{}",
        prose("vägar"),
        prose("broar"),
        prose("torg")
    );
    assert_eq!(Vec::from_iter(pages(&text).iter().map(|p| p.1)), [1, 2, 3]);
}

#[test]
fn comments_begin_pages() {
    let text = "<!-- sida 4 -->\n\nFörst.\n\n<!-- sida 5 -->\n\nSedan, på denna sidan.\n\n<!-- sidan är slut -->\n\n<!-- page: 7 -->\n\nSist.\n";
    assert_eq!(pages(text), [("<!-- sida 4 -->", 4), ("<!-- sida 5 -->", 5), ("<!-- page: 7 -->", 7)]);
    let doc = read(text);
    assert_eq!(doc.page_at(text.find("denna").unwrap()), Some(5));
    assert_eq!(doc.page_at(text.len()), Some(7));
}

#[test]
fn numbers_at_the_head_and_at_the_foot() {
    let heads: String = (1..=4)
        .map(|n| format!("Hamnnämnden    Protokoll    {n} (4)\n\nDatum 2024\n\n{}", prose("kajen")))
        .collect();
    assert_eq!(Vec::from_iter(pages(&heads).iter().map(|p| p.1)), [1, 2, 3, 4]);
    assert!(pages(&heads)[2].0.ends_with("3 (4)"));
    let feet: String = (1..=4)
        .map(|n| format!("{}Justerandes sign\n\nSida {n} av 4\n\n", prose(&format!("kaj {n}"))))
        .collect();
    let doc = read(&feet);
    for n in 1..=4 {
        assert_eq!(doc.page_at(feet.find(&format!("kaj {n}")).unwrap()), Some(n), "{:?}", doc.pages);
    }
    assert_eq!(doc.pages.len(), 4);
}

#[test]
fn numbers_with_every_other_lost_tell_no_pages() {
    let text: String =
        [2, 4, 6, 8].map(|n| format!("Hamnnämnden    Protokoll    {n} (8)\n\n{}", prose("kajen"))).concat();
    assert_eq!(pages(&text), []);
}

#[test]
fn the_place_of_headers_titles_and_first_lines() {
    let place = |text: &str| read(text).place.map(|place| (place.name, place.code));
    let headers: String = (1..=3)
        .map(|n| format!("KUNGSBACKA KOMMUN    PROTOKOLL    {n} (3)\n\nTjörns kommun\n\n{}", prose("kajen")))
        .collect();
    assert_eq!(place(&headers.replace("Tjörns kommun\n\n", "")), Some(("Kungsbacka kommun", "1384")));
    assert_eq!(place(&headers), None, "two headers, two places");
    assert_eq!(
        place("Policy för resor i Borås Stad\n\nTjörns kommun\n\nAlla reser med tåg och buss i tjänsten.\n"),
        Some(("Borås kommun", "1490"))
    );
    assert_eq!(
        place("Region Skåne\n\nProtokoll 14 mars 2024\n\n§ 1 Budget\n\nBudgeten antas.\n"),
        Some(("Region Skåne", "12"))
    );
    assert_eq!(place("Protokoll 14 mars 2024\n\nMötet besökte Malmö stad och Region Skåne.\n"), None);
}

#[test]
fn flattened_text_has_its_headings() {
    let long = "Förvaltningen har under året arbetat med frågan och redovisar nu sina förslag. ".repeat(12);
    let text = format!(
        "Protokoll § 14 Budget för skolan Ärendebeskrivning {long} Beslut Nämnden beslutar att anta budgeten enligt § 3 i \
         reglementet. § 15 Taxa för sotning Beslut Nämnden beslutar att anta taxan. § 16 Övriga frågor {long}"
    );
    let doc = read(&text);
    let titles = Vec::from_iter(doc.headings.iter().map(|h| (h.number.as_deref(), h.title.as_str())));
    for want in [
        (Some("§ 14"), "Budget för skolan"),
        (None, "Ärendebeskrivning"),
        (None, "Beslut"),
        (Some("§ 15"), "Taxa för sotning"),
    ] {
        assert!(titles.contains(&want), "{want:?} in {titles:?}");
    }
    assert!(titles.iter().any(|t| t.0 == Some("§ 16")), "{titles:?}");
    assert_eq!(doc.decisions.len(), 2);
    // Prose of the same length is one line as ever.
    let text =
        format!("{long}Detta sägs i § 14 Reglementet, i § 15 Reglementet och i § 16 Reglementet. {long}");
    assert!(read(&text).headings.is_empty());
}

/// A mark that nobody sees is no heading: its section would have no text.
#[test]
fn what_nobody_sees_heads_nothing() {
    for text in [
        "Justeras\n\n__\u{feff}__",
        "Text\n\n**\u{feff}**\n\nmer",
        "Text\n\n___\u{feff}__\n\n****",
        "# \u{feff}\n\nText",
        "# \u{feff}#",
        "Text\n\n## \u{feff}\n\nmer",
    ] {
        let faults = common::faults(&analyze(text), text);
        assert!(faults.is_empty(), "{text:?}: {}", faults.join("; "));
    }
}
