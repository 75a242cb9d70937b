//! Who says what: our own small texts, one for each grammar and trap.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use klubba::{SpeechMode, analyze};

/// Speeches as `speakers: words`, of one mode.
fn speeches(text: &str, mode: SpeechMode) -> Vec<String> {
    let doc = analyze(text);
    let name = |i: &u32| doc.people[*i as usize].name.clone();
    let found = doc.speeches.iter().filter(|s| s.mode == mode);
    found
        .map(|s| {
            format!("{}: {}", s.speakers.iter().map(name).collect::<Vec<_>>().join(", "), s.span.of(text))
        })
        .collect()
}

#[track_caller]
fn reported(text: &str, want: &[&str]) {
    assert_eq!(speeches(text, SpeechMode::Reported), want, "{text}");
}

#[track_caller]
fn direct(text: &str, want: &[&str]) {
    assert_eq!(speeches(text, SpeechMode::Direct), want, "{text}");
}

#[track_caller]
fn turns(text: &str, want: &[&str]) {
    assert_eq!(speeches(text, SpeechMode::Turn), want, "{text}");
}

#[test]
fn both_orders_of_words() {
    reported("Anna Holm berättar om bygget.", &["Anna Holm: Anna Holm berättar om bygget."]);
    reported("Vidare yrkar Anna Holm (S) avslag.", &["Anna Holm: Vidare yrkar Anna Holm (S) avslag."]);
    reported("Det är klart, säger Anna Holm.", &["Anna Holm: Det är klart, säger Anna Holm."]);
    reported(
        "Anna Holm, chef i Umeå, och Per Berg informerar om läget.",
        &["Anna Holm, Per Berg: Anna Holm, chef i Umeå, och Per Berg informerar om läget."],
    );
    reported(
        "Anna Holm, som är ny, säger att det går bra.",
        &["Anna Holm: Anna Holm, som är ny, säger att det går bra."],
    );
    reported("Anna Holm har äskat pengar.", &["Anna Holm: Anna Holm har äskat pengar."]);
    reported("Anna Holm förklarar mötet öppnat.", &["Anna Holm: Anna Holm förklarar mötet öppnat."]);
    reported(
        "Bra är det, säger minister för civilt försvar Anna Holm.",
        &["Anna Holm: Bra är det, säger minister för civilt försvar Anna Holm."],
    );
    reported(
        "2) av herr Hussberg och fru Evert, vilka hemställt att lagen måtte utgå.",
        &["Hussberg, Evert: 2) av herr Hussberg och fru Evert, vilka hemställt att lagen måtte utgå."],
    );
}

#[test]
fn verbs_that_need_a_word() {
    reported("Anna Holm lämnar en rapport.", &["Anna Holm: Anna Holm lämnar en rapport."]);
    reported("Anna Holm lämnar mötet.", &[]);
    reported("Anna Holm tar upp frågan.", &["Anna Holm: Anna Holm tar upp frågan."]);
    reported("Anna Holm tar bussen.", &[]);
}

#[test]
fn a_label_is_no_part() {
    reported(
        "Fråga 2\nAnna Holm (S) ställer följande fråga om vägen.",
        &["Anna Holm: Anna Holm (S) ställer följande fråga om vägen."],
    );
}

#[test]
fn no_subject() {
    reported("Styrelsen tackar Anna Holm.", &[]);
    reported("Vi informerar Anna Holm om läget.", &[]);
    reported("Förslaget från Anna Holm föreslår en väg.", &[]);
    reported("Anna Holms rapport föreslår en väg.", &[]);
    reported("Han gick med instämmande av Anna Holm säger.", &[]);
    reported("Men, Anna Holm, då tycker jag annorlunda.", &[]);
    reported("Styrelsen anser att Anna Holm är bra.", &[]);
}

#[test]
fn a_bare_chair() {
    let text = "Ordförande Anna Holm kom. Ordföranden rapporterar om läget.";
    reported(text, &["Anna Holm: Ordföranden rapporterar om läget."]);
    reported("Ordföranden rapporterar om läget.", &[]);
    reported("Ordförande Anna Holm kom. Ordföranden prövar om förslaget antas och finner att så sker.", &[]);
}

#[test]
fn quotations() {
    direct("– Det är bra, säger Anna Holm.", &["Anna Holm: – Det är bra"]);
    direct(
        "– Det är bra, säger Anna Holm, chef i Umeå. Vi går vidare.",
        &["Anna Holm: – Det är bra, säger Anna Holm, chef i Umeå. Vi går vidare."],
    );
    direct(
        "– Det är bra, säger Anna Holm.\n\n– Och nytt.",
        &["Anna Holm: – Det är bra", "Anna Holm: – Och nytt."],
    );
    direct("”Det är bra”, säger Anna Holm.", &["Anna Holm: ”Det är bra”"]);
    direct("Anna Holm säger: ”Det är bra.”", &["Anna Holm: ”Det är bra.”"]);
    direct("Anna Holm såg ”Det är bra” på bio.", &[]);
    direct("Anna Holm informerar om:\n\n– Budget\n– Plan\n", &[]);
}

#[test]
fn turns_from_1867_to_today() {
    let text = "Anf. 3 ANNA HOLM (C):\n\nFru talman! Tack.\n\n(Applåder)\n\nAnf. 4 Finansminister PER BERG (S) replik:\n\n\
                Fru talman! Nej.\n\nÖverläggningen var härmed avslutad.\n";
    turns(text, &["Anna Holm: Fru talman! Tack.", "Per Berg: Fru talman! Nej."]);
    let text = "Härpå anförde\n\nHerr Magnusson i Skövde:\n\nHerr talman! Jag yrkar avslag.\n\nHäruti instämde herr Borg.\n\n\
                Chefen för jordbruksdepartementet, herr statsrådet SKÖLD, som yttrade:\n\nHerr talman! Jag yrkar bifall.\n\n\
                Herr Andersson, Elof:\n\nJag instämmer inte alls i detta.\n";
    turns(
        text,
        &[
            "Magnusson i Skövde: Herr talman! Jag yrkar avslag.",
            "Sköld: Herr talman! Jag yrkar bifall.",
            "Elof Andersson: Jag instämmer inte alls i detta.",
        ],
    );
    turns(
        "Herr förste vice talmannen:\n\nJag hemställer om bordläggning.\n",
        &["Förste vice talmannen: Jag hemställer om bordläggning."],
    );
    turns("Herr Hedin: Jag anser, att detta är rätt.\n", &["Hedin: Jag anser, att detta är rätt."]);
    let text =
        "Friherre Liljencrona: Då jag begärt ordet, yrkar jag bifall.\n\nÖfverläggningen var slutad.\n";
    turns(text, &["Liljencrona: Då jag begärt ordet, yrkar jag bifall."]);
    let text = "Anna Holm (C):\nJag vill tacka.\n\nOrdföranden:\nDå går vi vidare.\n\nPer Berg (S), replik:\nNej.\n\n\
                Kommunfullmäktige beslutar att bifalla förslaget.\n";
    turns(text, &["Anna Holm: Jag vill tacka.", "Ordföranden: Då går vi vidare.", "Per Berg: Nej."]);
    turns("På förslag av ersättaren Anna Holm (S):\n\nÄrendet bordläggs.\n", &[]);
}

#[test]
fn a_turn_runs_over_a_page() {
    let text = "Herr BERG (s):\n\nHerr talman! Jag menar att frågan om vägen är\n\nNr 36 11\n\nTisdagen den 11 november 1969\n\n\
                viktig för alla.\n\nHerr HOLM (m):\n\nHerr talman! Nej.\n";
    let found = speeches(text, SpeechMode::Turn);
    assert!(found[0].ends_with("viktig för alla."), "{found:?}");
    assert_eq!(found.len(), 2);
}

#[test]
fn presentations() {
    let text = "# Möte i maj\n\n## Bygget\n\nAnna Holm, verksamhetschef\n\nBygget går bra och blir klart i tid.\n\n## Övrigt\n\nInget.\n";
    assert_eq!(speeches(text, SpeechMode::Presentation), ["Anna Holm: Bygget går bra och blir klart i tid."]);
    let text = "# Tal av kulturminister Anna Holm\n\nDet talade ordet gäller.\n\nKära vänner! Nu är det vår igen i hela landet.\n";
    assert_eq!(
        speeches(text, SpeechMode::Presentation),
        ["Anna Holm: Kära vänner! Nu är det vår igen i hela landet."]
    );
    let text = "# Protokoll\n\n## Närvarande\n\nAnna Holm, ordförande\n\nMötet öppnades av alla som var där klockan nio.\n";
    assert!(speeches(text, SpeechMode::Presentation).is_empty());
}

#[test]
fn hostile_texts() {
    for text in [
        "–",
        "– ",
        "”",
        "””",
        "säger",
        "säger ”",
        "Anna säger:",
        "Herr Holm:",
        "Anf. 1 ANNA HOLM (S):",
        "ordföranden säger",
    ] {
        analyze(text);
    }
    analyze(&"”".repeat(20_000));
    analyze(&"– Anna, säger ".repeat(5_000));
    analyze(&"Herr Holm:\n".repeat(5_000));
}
