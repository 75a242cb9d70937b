//! Headings, contents and furniture, case by case: one text each, and the outline that it should give.
//!
//! An outline line is `level kind number|title|case`, with `-` for what is not there.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use klubba::{Document, DocumentKind, analyze};

fn outline(doc: &Document) -> Vec<String> {
    let or = |s: &Option<String>| s.clone().unwrap_or_else(|| "-".into());
    doc.headings
        .iter()
        .map(|h| format!("{} {} {}|{}|{}", h.level, h.kind, or(&h.number), h.title, or(&h.case)))
        .collect()
}

#[track_caller]
fn check(text: &str, want: &[&str]) -> Document {
    let doc = analyze(text);
    assert_eq!(outline(&doc), want, "in\n{text}");
    doc
}

#[test]
fn paragraphs_with_case_and_title_below() {
    check(
        "§ 7    Dnr BN-2024-00012\nNybyggnad av garage på en tomt som ligger\nintill vägen mot Sundby\n\nBeslut\n\nBygglov beviljas.\n\n\
         § 8 0031/24\nTaxa för sotning\nBeslut\n\nTaxan antas.\n\n§9\nÖvriga frågor\n\nInget att anteckna.\n",
        &[
            "2 item § 7|Nybyggnad av garage på en tomt som ligger intill vägen mot Sundby|BN-2024-00012",
            "3 label -|Beslut|-",
            "2 item § 8|Taxa för sotning|0031/24",
            "3 label -|Beslut|-",
            "2 item § 9|Övriga frågor|-",
        ],
    );
}

#[test]
fn paragraphs_with_the_case_behind_the_title() {
    check(
        "§ 7 Budget 2025  Dnr HS 2024/17\n\nBeslut\n\nBudgeten antas.\n\n\
         § 8 Svar på motion om cykelvägar (dnr 2023/118)\n\nBeslut\n\nMotionen avslås.\n",
        &[
            "2 item § 7|Budget 2025|HS 2024/17",
            "3 label -|Beslut|-",
            "2 item § 8|Svar på motion om cykelvägar|2023/118",
            "3 label -|Beslut|-",
        ],
    );
}

#[test]
fn a_wrapped_reference_is_no_paragraph() {
    check(
        "§ 7 Reglemente\n\nBeslut\n\nReglementet antas i enlighet med bilagan, förutom vad som sägs om arvoden i\n\
         § 17 och i § 21 som lämnas oförändrade.\n",
        &["2 item § 7|Reglemente|-", "3 label -|Beslut|-"],
    );
}

#[test]
fn run_in_paragraphs_keep_their_number_only() {
    let text = "§ 1 Val av justerare\n\nAnna Holm väljs.\n\n§ 2. Ordföranden förklarade mötet avslutat.\n";
    let doc = check(text, &["2 item § 1|Val av justerare|-", "2 item § 2||-"]);
    assert_eq!(doc.headings[1].span.of(text), "§ 2.");
}

#[test]
fn numbers_that_run_on_and_lists_that_do_not() {
    check(
        "Verksamhetsplan för biblioteket\n\n1. Uppdraget\n\nBiblioteket är till för alla.\n\n1.1 Barn\n\nSagor varje vecka.\n\n\
         2. Målen\n\nVi ska nå fler:\n\n1. unga\n2. gamla\n3. nyanlända\n\n3. Budget\n\nTvå miljoner.\n",
        &[
            "1 title -|Verksamhetsplan för biblioteket|-",
            "2 section 1|Uppdraget|-",
            "3 section 1.1|Barn|-",
            "2 section 2|Målen|-",
            "2 section 3|Budget|-",
        ],
    );
}

#[test]
fn numbers_as_ocr_reads_them() {
    check(
        "Protokoll årsmöte\n\n9. Val av revisor\nHans Ek valdes.\nI 0. Budget\nBudgeten antogs.\n1 I. Avslutning\nMötet slutade.\n",
        &[
            "1 title -|Protokoll årsmöte|-",
            "2 item 9|Val av revisor|-",
            "2 item I 0|Budget|-",
            "2 item 1 I|Avslutning|-",
        ],
    );
}

#[test]
fn points_under_a_decision_are_no_headings() {
    check(
        "§ 3 Lekplatser\n\nBeslut\n\n1. Planen antas.\n2. Förvaltningen får i uppdrag att börja.\n\n§ 4 Övrigt\n\nInget.\n",
        &["2 item § 3|Lekplatser|-", "3 label -|Beslut|-", "2 item § 4|Övrigt|-"],
    );
}

#[test]
fn markup_rules() {
    check(
        "# Styrelsemöte\n\n## Rapporter\n\nKort rad\n\nMer text här.\n\n### Kassören\n\nAllt väl.\n",
        &["1 title -|Styrelsemöte|-", "2 item -|Rapporter|-", "3 item -|Kassören|-"],
    );
    check(
        "\\documentclass{article}\n\\title{Policy för kaffe}\n\\begin{document}\n\\section{Syfte}\nKaffe ska finnas.\n\
         \\subsection{Undantag}\nInga.\n\\end{document}\n",
        &["1 title -|Policy för kaffe|-", "2 section -|Syfte|-", "3 section -|Undantag|-"],
    );
    // A command that words follow is part of a sentence, one alone is none.
    let latex =
        "\\section{Kaffe}\n\\emph{Mötet beslutade att} köpa kaffe.\n\n\\vspace{1cm}\n\\section{Te}\nInget.\n";
    let doc = klubba::analyze(latex);
    assert_eq!(doc.decisions.len(), 1);
    assert_eq!(doc.decisions[0].span.of(latex), "\\emph{Mötet beslutade att} köpa kaffe.");
    check(
        "Årsrapport\n==========\n\nInledning\n---------\n\nÅret var gott.\n",
        &["1 title -|Årsrapport|-", "2 section -|Inledning|-"],
    );
}

#[test]
fn pages_of_contents_in_roman_figures() {
    let text = "Årsrapport 2023\n\nInnehåll\nFörord ........ iv\nInledning ........ 3\nBudget ........ 999\nPersonal ........ 1012\n\n\
                Förord\n\nEn text om året som gått.\n\nInledning\n\nEn text om året som gått.\n";
    let doc = klubba::analyze(text);
    let entries = Vec::from_iter(doc.toc.iter().map(|entry| (entry.title.as_str(), entry.page)));
    assert_eq!(
        entries,
        [("Förord", None), ("Inledning", Some(3)), ("Budget", Some(999)), ("Personal", Some(1012))]
    );
    assert!(doc.toc[0].heading.is_some());
    // After a tab, a wide gap, or dots of other kinds.
    for leader in ["\t", "    ", " …… ", " . . . . ", " ____ "] {
        let entries = [("Förord", "iv"), ("Inledning", "3"), ("Budget", "12")];
        let entries = entries.map(|(title, page)| format!("{title}{leader}{page}\n")).concat();
        let text = format!(
            "Årsrapport 2023\n\nInnehåll\n{entries}\nFörord\n\nEn text om året som gått.\n\nInledning\n\nEn text om året som gått.\n"
        );
        let doc = klubba::analyze(&text);
        let entries = Vec::from_iter(doc.toc.iter().map(|entry| (entry.title.as_str(), entry.page)));
        assert_eq!(entries, [("Förord", None), ("Inledning", Some(3)), ("Budget", Some(12))], "{leader:?}");
    }
}

#[test]
fn contents_with_leaders_tabs_and_broken_entries() {
    let text = "Rapport om buller\n\nInnehåll\n\n1 Bakgrund ........ 3\n2 Mätningar vid skolor och\nförskolor i hela kommunen  4\n\
                3\tSlutsats\t12\n\n1 Bakgrund\n\nDet bullrar.\n\n2 Mätningar vid skolor och förskolor i hela kommunen\n\nVi mätte.\n\n3 Slutsats\n\nDet går.\n";
    let doc = analyze(text);
    let entries: Vec<_> = doc.toc.iter().map(|t| (t.number.as_deref(), t.title.as_str(), t.page)).collect();
    assert_eq!(
        entries,
        [
            (Some("1"), "Bakgrund", Some(3)),
            (Some("2"), "Mätningar vid skolor och förskolor i hela kommunen", Some(4)),
            (Some("3"), "Slutsats", Some(12)),
        ]
    );
    for entry in &doc.toc {
        let heading = &doc.headings[entry.heading.expect("a target") as usize];
        assert_eq!(heading.number, entry.number);
        assert!(heading.span.start > entry.span.end);
    }
}

#[test]
fn furniture_recurs_around_page_marks() {
    let page = |n: u32| {
        format!("TALLVIKS KOMMUN        PROTOKOLL        {n} (3)\nKulturnämnden\nDatum\n2024-05-0{n}\n\n")
    };
    let text = format!(
        "{}§ 1 Val\n\nBeslut\n\nPer Ek väljs.\n\nJusterandes sign\n\n{}§ 2 Budget\n\nBeslut\n\nBudgeten antas.\n\n{}§ 3 Slut\n\nTack.\n",
        page(1),
        page(2),
        page(3)
    );
    let doc = check(
        &text,
        &[
            "2 item § 1|Val|-",
            "3 label -|Beslut|-",
            "2 item § 2|Budget|-",
            "3 label -|Beslut|-",
            "2 item § 3|Slut|-",
        ],
    );
    assert_eq!(doc.title.as_deref(), Some("PROTOKOLL"));
    assert_eq!(doc.body.as_deref(), Some("Kulturnämnden"));
    let furniture: String = doc.furniture.iter().map(|s| s.of(&text)).collect();
    assert!(furniture.contains("Justerandes sign") && furniture.contains("Kulturnämnden"), "{furniture}");
}

#[test]
fn a_headline_is_no_body() {
    for (title, body) in [
        ("Regeringen satsar på flygteknisk forskning", "Regeringen"),
        ("Direktiv till Vattenutredningen", "Vattenutredningen"),
        ("Nätverket och Vattenverket", "Vattenverket"),
        ("Tekniska förvaltningen", "Tekniska förvaltningen"),
        ("Kultur- och fritidsnämnden", "Kultur- och fritidsnämnden"),
        ("Nämnden för Teknik", "Nämnden för Teknik"),
        ("Kommunstyrelsens arbetsutskott", "Kommunstyrelsens arbetsutskott"),
    ] {
        let doc = klubba::analyze(&format!("# {title}\n\nDet blev klart i dag.\n"));
        assert_eq!(doc.body.as_deref(), Some(body), "{title}");
    }
}

#[test]
fn names_captions_and_greetings_are_no_headings() {
    check(
        "Sommarfest i parken\n\nHundratals kom till festen på lördagen och solen sken hela dagen.\n\nFoto: Lena Ask\n\nHej!\n\n\
         Det blev en fin dag och vi tackar alla som hjälpte till.\n\nLena Ask\n",
        &["1 title -|Sommarfest i parken|-"],
    );
}

#[test]
fn kinds() {
    let cases: &[(&str, DocumentKind)] = &[
        ("Minnesanteckningar från samråd\n\nVi talade om vägen.\n", DocumentKind::Notes),
        ("KALLELSE\n\nTekniska nämnden\n\nTid: 3 maj 2024 kl. 9\n", DocumentKind::Agenda),
        (
            "Anf. 1 EVA EK (S):\n\nHerr talman! Ja.\n\nAnf. 2 BO AL (M):\n\nHerr talman! Nej.\n",
            DocumentKind::Record,
        ),
        ("Riktlinje för inköp\n\nInköp ska göras så här. Alla gäller det.\n", DocumentKind::Policy),
        (
            "Yttrande över promemorian\n\nKommunen har inget att invända. Frågan är liten.\n",
            DocumentKind::Statement,
        ),
        (
            "Ny bro\n\n– Det är bra att bron blir klar innan vintern kommer, säger Eva Ek.\n",
            DocumentKind::News,
        ),
        ("Delårsrapport 2023\n\nResultatet är bra. Mer kommer.\n", DocumentKind::Report),
    ];
    for (text, kind) in cases {
        assert_eq!(analyze(text).kind, *kind, "{text}");
    }
}

#[test]
fn spans_survive_repair() {
    let text = "Rapport om va\u{30a}ren\n\nVa\u{30a}ren kom sent i a\u{30a}r och det ma\u{308}rktes pa\u{30a} a\u{30a}krarna.\n";
    let doc = analyze(text);
    assert_eq!(doc.headings[0].span.of(text), "Rapport om va\u{30a}ren");
    assert_eq!(doc.headings[0].title, "Rapport om våren");
}

#[test]
fn of_two_headings_with_nothing_between_the_second_is_a_part() {
    let text = "Årsredovisning för Bostadsrättsföreningen Talgoxen 3\n\nFörvaltningsberättelse\n\nVerksamheten\n\nAllmänt om verksamheten\n\
                Föreningen har till ändamål att upplåta lägenheter åt sina medlemmar utan begränsning i tiden.\n\n\
                Fastigheten\nFöreningen äger fastigheten Talgoxen 3 i Sundby kommun sedan den byggdes om.\n\n\
                Medlemsinformation\nVid årets slut hade föreningen 41 medlemmar, två fler än året innan.\n\n\
                Resultaträkning\nÅrets resultat uppgick till 31 000 kronor, vilket styrelsen är nöjd med.\n";
    let doc = klubba::analyze(text);
    let levels: Vec<(u8, &str)> = doc.headings.iter().map(|h| (h.level, h.title.as_str())).collect();
    assert_eq!(
        levels[1..],
        [
            (2, "Förvaltningsberättelse"),
            (3, "Verksamheten"),
            (4, "Allmänt om verksamheten"),
            (4, "Fastigheten"),
            (3, "Medlemsinformation"),
            (2, "Resultaträkning"),
        ]
    );
    // With text between both are alike.
    let text = "Handlingsplan för biblioteken\n\nBakgrund\n\nBiblioteken har fått fler besökare under de senaste åren.\n\n\
                Syfte\n\nPlanen ska göra arbetet tydligare för dem som arbetar på biblioteken.\n";
    let doc = klubba::analyze(text);
    assert!(doc.headings.iter().skip(1).all(|h| h.level == 2), "{:?}", doc.headings);
}

/// What a site prints round a text is no heading, wherever it stands; the same words in a text of its own are.
#[test]
fn what_a_site_prints_is_no_heading() {
    let story = "Nämnden beslutade i går om en ny hamn. Den blir klar nästa år.";
    let absent = [
        ("Till innehåll på sidan", "Till innehåll på sidan\n\nNy hamn\n\n{}\n\nBakgrund\n\n{}"),
        ("Stäng", "Stäng\n\nNy hamn\n\n{}\n\nBakgrund\n\n{}"),
        ("Om oss", "Hem\nNyheter\nOm oss\nStyrelsen\nKontakt\n\nNy hamn\n\n{}\n\nBakgrund\n\n{}"),
        ("PDF", "Ny hamn\n\n{}\n\nPDF\n\nBakgrund\n\n{}"),
        ("Post 3 av 12 träffar", "Ny hamn\n\n{}\n\nPost 3 av 12 träffar\n\nBakgrund\n\n{}"),
        (
            "Motion 2003/04:T217 av Anna Holm (c)",
            "Ny hamn\n\nMotion 2003/04:T217 av Anna Holm (c)\n\n{}\n\nBakgrund\n\n{}",
        ),
        (
            "Vy över hamnen i NorrbyVy över hamnen i Norrby",
            "Ny hamn\n\n{}\n\nVy över hamnen i NorrbyVy över hamnen i Norrby\n\n{}",
        ),
        ("Med vänliga hälsningar", "Ny hamn\n\n{}\n\nBakgrund\n\n{}\n\nMed vänliga hälsningar\n\nAnna Holm"),
    ];
    let present = [
        ("Kontakter", "Ny hamn\n\n{}\n\nKontakter\n\n{}"),
        ("Ny logotyp", "Ny hamn\n\n{}\n\nNy logotyp\n\n{}"),
        ("Nästa möte", "Ny hamn\n\n{}\n\nNästa möte\n\n{}"),
    ];
    let titles = |text: &str| {
        let text = text.replace("{}", story);
        analyze(&text).headings.iter().map(|h| text[h.span.range()].to_string()).collect::<Vec<_>>()
    };
    for (line, text) in absent {
        let found = titles(text);
        assert!(!found.iter().any(|title| title.contains(line)), "{line}: {found:?}");
        assert!(found.iter().any(|title| title == "Ny hamn"), "{line}: {found:?}");
    }
    for (line, text) in present {
        let found = titles(text);
        assert!(found.iter().any(|title| title == line), "{line}: {found:?}");
    }
}
