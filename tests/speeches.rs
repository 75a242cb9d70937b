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
    reported("Tomas Ek kom. Det är bra, säger Tomas.", &["Tomas Ek: Det är bra, säger Tomas."]);
    reported("Anna Holm och Per Berg kom. Därefter biträdde Anna Holms förslag.", &[]);
    reported("Han gick med instämmande av Anna Holm säger.", &[]);
    reported("Men, Anna Holm, då tycker jag annorlunda.", &[]);
    reported("Styrelsen anser att Anna Holm är bra.", &[]);
}

#[test]
fn letters_with_a_hyphen_are_no_verb() {
    reported("Anna Holm, rektor, och Per Lind, SA-chef i Norrby, valdes till justerare.", &[]);
}

#[test]
fn who_came_runs_into_the_sentence() {
    reported(
        "Anna Holm o Per Lind berättar om läget.",
        &["Anna Holm, Per Lind: Anna Holm o Per Lind berättar om läget."],
    );
    reported(
        "1 Minnesanteckningar från möte i Norrby Närvarande: Anna Holm (hamnminister), Per Lind (Hamnverket), Eva Berg (Hamnverket) \
         Hamnminister Anna Holm berättade om planerna för hamnarna. Per Lind redovisade läget.\n",
        &[
            "Anna Holm: Hamnminister Anna Holm berättade om planerna för hamnarna.",
            "Per Lind: Per Lind redovisade läget.",
        ],
    );
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
fn titles_name_whom_the_text_chose() {
    let text = "Till ordförande för stämman valdes Anna Holm. Till sekreterare valdes Per Berg.\n\n\
                Ordföranden gick igenom dagordningen. Sekreteraren föredrog protokollet.";
    reported(
        text,
        &["Anna Holm: Ordföranden gick igenom dagordningen.", "Per Berg: Sekreteraren föredrog protokollet."],
    );
    let text = "Karin Ek valdes till mötesordförande. Därefter redogjorde ordföranden för läget.";
    reported(text, &["Karin Ek: Därefter redogjorde ordföranden för läget."]);
    let text = "Kassör Per Berg kom. Kassören presenterade bokslutet.";
    reported(text, &["Per Berg: Kassören presenterade bokslutet."]);
    let text =
        "Kommunstyrelsens ordförande Anna Holm kom. I svaret talar kommunstyrelsens ordförande om vägen.";
    reported(text, &["Anna Holm: I svaret talar kommunstyrelsens ordförande om vägen."]);
    // Chosen for the years to come; another's title; nobody's.
    reported("Stämman valde Karin Ek till ordförande i valberedningen. Ordföranden tackade för sig.", &[]);
    reported("Anna Holm, vice ordförande, kom. Kassören presenterade bokslutet.", &[]);
    reported("Rektor Anna Holm och rektor Per Berg kom. Rektorn berättade om skolan.", &[]);
}

#[test]
fn passives_with_an_agent() {
    reported("Mötet öppnades av Anna Holm.", &["Anna Holm: Mötet öppnades av Anna Holm."]);
    reported(
        "Årsmötet avslutades kl. 21 av ordföranden Anna Holm.",
        &["Anna Holm: Årsmötet avslutades kl. 21 av ordföranden Anna Holm."],
    );
    reported(
        "Frågan ställs av Per Berg om vi har råd.",
        &["Per Berg: Frågan ställs av Per Berg om vi har råd."],
    );
    reported(
        "Budgeten presenterades av Anna Holm och Per Berg.",
        &["Anna Holm, Per Berg: Budgeten presenterades av Anna Holm och Per Berg."],
    );
    reported("Huset öppnades av Anna Holm.", &[]);
    reported("Protokollet skrevs av Anna Holm.", &[]);
    reported("Mötet öppnades av styrelsen, och Anna Holm kom.", &[]);
}

#[test]
fn joined_verbs_pronouns_and_purposes() {
    reported(
        "Anna Holm kom sent till mötet och berättade om bygget.",
        &["Anna Holm: Anna Holm kom sent till mötet och berättade om bygget."],
    );
    reported(
        "Anna Holm berättade om bygget. Hon påpekade att det är dyrt. Sedan redogjorde hon för läget.",
        &[
            "Anna Holm: Anna Holm berättade om bygget.",
            "Anna Holm: Hon påpekade att det är dyrt.",
            "Anna Holm: Sedan redogjorde hon för läget.",
        ],
    );
    reported(
        "Anna Holm har kommit till mötet för att informera om bygget.",
        &["Anna Holm: Anna Holm har kommit till mötet för att informera om bygget."],
    );
    reported(
        "Per Berg började med att nämna att bygget dröjer.",
        &["Per Berg: Per Berg började med att nämna att bygget dröjer."],
    );
    reported(
        "Anna Holm har i samtal med nämnden uppgett att det är klart.",
        &["Anna Holm: Anna Holm har i samtal med nämnden uppgett att det är klart."],
    );
    reported(
        "Anna Holm klagade på att en granne ringt henne. Han sade att det var fel.",
        &["Anna Holm: Anna Holm klagade på att en granne ringt henne."],
    );
    reported("Anna Holm önskar närvara vid mötet.", &[]);
    reported(
        "Ordet begärdes av Anna Holm, som ansåg att det var bra.",
        &["Anna Holm: Ordet begärdes av Anna Holm, som ansåg att det var bra."],
    );
    reported(
        "Planläggare Anna Holm var närvarande och svarade på frågor.",
        &["Anna Holm: Planläggare Anna Holm var närvarande och svarade på frågor."],
    );
    reported(
        "Ledamoten Anna Holm föreslog, understödd av ledamoten Per Berg, att ärendet bordläggs.",
        &[
            "Anna Holm: Ledamoten Anna Holm föreslog, understödd av ledamoten Per Berg, att ärendet bordläggs.",
        ],
    );
    reported("Styrelsen träffade Anna Holm och informerade om bygget.", &[]);
    reported("Anna Holm och Per Berg kom. Hon sov, och hon berättade att han gick.", &[]);
    reported("Vi bygger en skola för Anna Holm för att informera om vägen.", &[]);
}

#[test]
fn far_words_days_and_lists() {
    reported(
        "Anna Holm hälsar gäster, domare, funktionärer och anställda varmt välkomna.",
        &["Anna Holm: Anna Holm hälsar gäster, domare, funktionärer och anställda varmt välkomna."],
    );
    reported(
        "Den 3 maj 2022 meddelade ministern Anna Holm att bygget dröjer.",
        &["Anna Holm: Den 3 maj 2022 meddelade ministern Anna Holm att bygget dröjer."],
    );
    reported(
        "I ärendet yttrar sig Anna Holm (S), Per Berg (M) och Karin Ek (C).",
        &[
            "Anna Holm, Per Berg, Karin Ek: I ärendet yttrar sig Anna Holm (S), Per Berg (M) och Karin Ek (C).",
        ],
    );
    reported(
        "Chefen för badet, Per Berg och föreståndaren för museet, Anna Holm presenterade husen.",
        &[
            "Per Berg, Anna Holm: Chefen för badet, Per Berg och föreståndaren för museet, Anna Holm presenterade husen.",
        ],
    );
    // Speakers of another clause are not the sentence's.
    reported(
        "Anna Holm presenterade berättelsen där revisorerna Per Berg och Karin Ek föreslog ansvarsfrihet.",
        &[
            "Anna Holm: Anna Holm presenterade berättelsen där revisorerna Per Berg och Karin Ek föreslog ansvarsfrihet.",
        ],
    );
    reported("Anna Holm hälsar på i domarnas tält, och alla är glada.", &[]);
}

#[test]
fn tasks_are_no_speeches() {
    let notes = |words: &str| {
        format!(
            "Minnesanteckningar från möte den 4 april 2016\n\nNärvarande: Anna Holm, Per Berg\n\n{words}\n"
        )
    };
    for task in [
        "Anna Holm pratar med Per Berg om nyckeln.",
        "Anna Holm påminner grannarna.",
        "Anna Holm ska informera grannarna.",
        "Anna Holm får berätta om bygget på nästa möte.",
        "Anna Holm skriver ett brev till kommunen.",
        "Anna Holm tar upp frågan på nästa möte.",
        "Anna Holm rapporterar på nästa möte.",
        "Anna Holm ringer banken och frågar om lånet.",
        "Mötet beslutade att Anna Holm frågar firman.",
    ] {
        reported(&notes(task), &[]);
    }
    reported(&notes("Anna Holm påminner om att städa."), &["Anna Holm: Anna Holm påminner om att städa."]);
    reported(
        &notes("Anna Holm informerar om att bygget börjar till nästa år."),
        &["Anna Holm: Anna Holm informerar om att bygget börjar till nästa år."],
    );
    reported(&notes("Anna Holm vill framhålla vägen."), &["Anna Holm: Anna Holm vill framhålla vägen."]);
}

#[test]
fn sentences_without_marks_around_them() {
    reported(
        "Årsmöte 2023 Protokoll sida 2 § 9 Läget i kassan Anna Holm redovisade läget § 10 Val av revisor Per Berg valdes",
        &["Anna Holm: Anna Holm redovisade läget"],
    );
    reported(
        "1 Öppnande Lokalen var kall 2 Rapport Anna Holm berättade om bygget Till sekreterare valdes Per Berg",
        &["Anna Holm: Anna Holm berättade om bygget"],
    );
    reported(
        "Under mötet 2023 var det Anna Holm som berättade om Nya Skolan i byn.",
        &["Anna Holm: Under mötet 2023 var det Anna Holm som berättade om Nya Skolan i byn."],
    );
}

#[test]
fn dashes_without_blank_lines() {
    direct(
        "Anna Holm är glad.\n- Skolan får en ny matsal, säger hon. Det är bra.\nMötet höll på länge.\nNu väntar bygget.",
        &["Anna Holm: - Skolan får en ny matsal, säger hon. Det är bra."],
    );
    direct(
        "Rektor Anna Holm gläds.\n– Vi har väntat länge på den här dagen.\nBygget börjar i höst.",
        &["Anna Holm: – Vi har väntat länge på den här dagen."],
    );
    // Lines of one width are one paragraph.
    direct(
        "– Det är bra att vi bygger. Skolan behöver mer plats i alla sina hus.\nDet säger Anna Holm om det som ska byggas i år och nästa år.\n",
        &["Anna Holm: – Det är bra att vi bygger. Skolan behöver mer plats i alla sina hus."],
    );
    direct("> – Vi är klara, säger Anna Holm.", &["Anna Holm: – Vi är klara"]);
    direct("Anna Holm visade tre ting.\n– En karta\n– En plan\n– En budget", &[]);
    direct("Mötet såg på bygget.\n– Vi har väntat länge på den här dagen.", &[]);
}

#[test]
fn interviews() {
    let text = "Vi har träffat Anna Holm, ny chef i Åby.\n\n**Hur känns det?**\n– Bra! Jag har längtat efter det.\n\n\
                Vad gjorde du innan?\n\n– Jag var rektor i Ekby.\n\n– Där trivdes jag.\n";
    direct(
        text,
        &[
            "Anna Holm: – Bra! Jag har längtat efter det.",
            "Anna Holm: – Jag var rektor i Ekby.",
            "Anna Holm: – Där trivdes jag.",
        ],
    );
    let text = "Hur började det?\n- Det började med en idé om en förening.\nVad händer nu?\n\
                - Nu ska vi bygga en lokal, säger Per Berg.\nNär blir den klar?\n- Till våren, om vädret vill.\n";
    direct(
        text,
        &[
            "Per Berg: - Det började med en idé om en förening.",
            "Per Berg: - Nu ska vi bygga en lokal",
            "Per Berg: - Till våren, om vädret vill.",
        ],
    );
    direct("Anna Holm kom.\n\nVad ska vi göra?\n- Städa hela lokalen\n- Måla hela staketet\n", &[]);
    direct("– Hur går det?\n– Det går bra, säger Anna Holm.\n", &["Anna Holm: – Det går bra"]);
}

#[test]
fn quotations_in_any_order_and_mark() {
    direct("”Vi är nöjda” – Anna Holm, rektor\n", &["Anna Holm: ”Vi är nöjda”"]);
    direct("”Vi är nöjda med skolan”\nAnna Holm, rektor\n", &["Anna Holm: ”Vi är nöjda med skolan”"]);
    direct("”Vi är nöjda”, enligt rektor Anna Holm.", &["Anna Holm: ”Vi är nöjda”"]);
    direct("Kommentar från Anna Holm:\n”Det är ett bra steg.”", &["Anna Holm: ”Det är ett bra steg.”"]);
    direct("Anna Holm (S), rektor: ”Det är ett bra steg.”", &["Anna Holm: ”Det är ett bra steg.”"]);
    direct("Så här säger Anna Holm: »Det blir bra.»", &["Anna Holm: »Det blir bra.»"]);
    direct("'Det blir bra', menar Anna Holm.", &["Anna Holm: 'Det blir bra'"]);
    direct(
        "Anna Holm (S): – Det blir bra.\n\nPer Berg: – Det blir det inte.\n",
        &["Anna Holm: – Det blir bra.", "Per Berg: – Det blir det inte."],
    );
    direct("Anna Holm: –", &[]);
    direct("Anna Holm säger: ’Det blir bra.’", &["Anna Holm: ’Det blir bra.’"]);
    direct("Anna Holm säger att ”det är dags för en ny tid”.", &["Anna Holm: ”det är dags för en ny tid”"]);
    direct("Anna Holm kom, eller som hon skriver ”nu är det klart”.", &["Anna Holm: ”nu är det klart”"]);
    direct(
        "”Vi är nöjda”, säger Anna Holm. ”Nu går vi vidare.”",
        &["Anna Holm: ”Vi är nöjda”", "Anna Holm: ”Nu går vi vidare.”"],
    );
    direct(
        "”Vi är nöjda”, säger Anna Holm, ”och går vidare.”",
        &["Anna Holm: ”Vi är nöjda”, säger Anna Holm, ”och går vidare.”"],
    );
    // A quotation without its closing mark ends with its line.
    direct("Anna Holm säger: ”Det blir bra.\nMötet höll på länge.\n", &["Anna Holm: ”Det blir bra."]);
    direct("Anna Holm tycker att maten är ”god”.", &[]);
    direct("”Vi är nöjda” stod det på skylten – Anna Holm såg den inte.", &[]);
    direct("Vi såg ”Det blir bra”.\n\nEnligt Anna Holm är filmen lång.\n", &[]);
    direct("Anna Holms hund heter 'Det blir bra', och hon säger inget.", &[]);
}

#[test]
fn a_quotation_is_found_once() {
    let text = "Ordförande Anna Holm svarade (från bandet): ”Jag har inget nytt. Vi tar upp bron sedan.”";
    direct(text, &["Anna Holm: ”Jag har inget nytt. Vi tar upp bron sedan.”"]);
    reported(text, &[]);
    let text = "– Vi är ”nöjda med allt”, säger Anna Holm.";
    direct(text, &["Anna Holm: – Vi är ”nöjda med allt”"]);
}

#[test]
fn turns_in_other_clothes() {
    let text = "Talmannen:\n\nJag öppnar plenum.\n\nLtl Anna Holm:\n\nTalman! Budgeten är svag.\n\n\
                Lagtingsledamoten Per Berg (replik):\n\nHerr talman! Det stämmer inte.\n";
    turns(
        text,
        &[
            "Talmannen: Jag öppnar plenum.",
            "Anna Holm: Talman! Budgeten är svag.",
            "Per Berg: Herr talman! Det stämmer inte.",
        ],
    );
    let text = "Anna Holm (S): Fru ordförande! Jag yrkar bifall.\n\nPer Berg (M): Fru ordförande! Vi yrkar avslag.\n\n\
                Karin Ek (C), replik: Det stämmer inte.\n";
    turns(
        text,
        &[
            "Anna Holm: Fru ordförande! Jag yrkar bifall.",
            "Per Berg: Fru ordförande! Vi yrkar avslag.",
            "Karin Ek: Det stämmer inte.",
        ],
    );
    let text = "Ledamot Anna Holm\n\nTalman! Budgeten är svag.\n\nLedamot Per Berg, replik\n\nTalman! Nej.\n\n\
                Minister Karin Ek\n\nTack, talman! Vi återkommer.\n";
    turns(
        text,
        &[
            "Anna Holm: Talman! Budgeten är svag.",
            "Per Berg: Talman! Nej.",
            "Karin Ek: Tack, talman! Vi återkommer.",
        ],
    );
    turns(
        "Anf. 5 ANNA HOLM (C) och PER BERG (M):\n\nHerr talman! Vi frågar.\n",
        &["Anna Holm, Per Berg: Herr talman! Vi frågar."],
    );
    turns(
        "Anf. 5 ANNA HOLM (C), EVA BERG (S) samt PER BERG (M):\n\nHerr talman! Vi frågar.\n",
        &["Anna Holm, Eva Berg, Per Berg: Herr talman! Vi frågar."],
    );
    turns(
        "ANNA HOLM (C) och PER BERG (M):\n\nHerr talman! Vi frågar.\n\nAnf. 6 EVA BERG (S):\n\nHerr talman! Tack.\n",
        &["Anna Holm, Per Berg: Herr talman! Vi frågar.", "Eva Berg: Herr talman! Tack."],
    );
    turns(
        "Anf. 1 TALMANNEN:\nBordläggning\nav förslag om talman\nJag föreslår att utse Per Berg.\nDetta förslag bordlades.\n",
        &["Talmannen: Jag föreslår att utse Per Berg."],
    );
    // Lists of names with colons, and reports in notes, are none.
    turns("Anna Holm: bygget\nPer Berg: vägen\nKarin Ek: kassan\n", &[]);
    turns("Anna Holm (S): Bifall till förslaget.\nPer Berg (M): Avslag.\nKarin Ek (C): Bifall.\n", &[]);
}

#[test]
fn headings_that_name_their_presenter() {
    let text = "# Möte i maj\n\nOrdförande Anna Holm kom.\n\n## Ordföranden informerar\n\nBygget går bra och blir klart i tid till hösten.\n";
    let want = ["Anna Holm: Bygget går bra och blir klart i tid till hösten."];
    assert_eq!(speeches(text, SpeechMode::Presentation), want);
    for heading in ["Rektor Anna Holm berättar", "Information från Anna Holm", "Anna Holm har ordet"] {
        let text =
            format!("# Möte i maj\n\n## {heading}\n\nBygget går bra och blir klart i tid till hösten.\n");
        assert_eq!(speeches(&text, SpeechMode::Presentation), want, "{heading}");
    }
    for heading in ["Val av Anna Holm", "Anna Holm avslutar mötet", "Brev till Anna Holm"] {
        let text =
            format!("# Möte i maj\n\n## {heading}\n\nBygget går bra och blir klart i tid till hösten.\n");
        assert!(speeches(&text, SpeechMode::Presentation).is_empty(), "{heading}");
    }
    let text =
        "# Direktiv\n\nStatsrådet Holm, anför.\n\nJag föreslår att en utredare får se över reglerna.\n";
    assert_eq!(
        speeches(text, SpeechMode::Presentation),
        ["Holm: Jag föreslår att en utredare får se över reglerna."]
    );
    let text = "# Möte\n\n## Anna Holm (S) besvarar frågan varefter mötet avslutas.\n\nFrågan hade väckts tidigare i nämnden.\n";
    assert!(speeches(text, SpeechMode::Presentation).is_empty());
    let text =
        "# Fråga\n\ntill energiminister Anna Holm (S)\n\nHur går det med elen i landet när vintern kommer?\n";
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

#[test]
fn points_on_lines_of_their_own() {
    let start = "Till ordförande för mötet valdes Anna Holm.\n\n";
    reported(
        &format!(
            "{start}Ordföranden föreslog\natt avgiften höjs\n\natt mötet avslutas\n\nMötet beslutade\natt avslå förslaget\n"
        ),
        &["Anna Holm: Ordföranden föreslog\natt avgiften höjs\n\natt mötet avslutas"],
    );
    reported(
        "Per Berg (S) yrkade\natt ärendet återremitteras\n\nLars kom sent.\n",
        &["Per Berg: Per Berg (S) yrkade\natt ärendet återremitteras"],
    );
    reported(
        "Sara Lind motionerade om följande:\n- avgiften sänks\n- huset målas\n\nMötet avslog motionen.\n",
        &["Sara Lind: Sara Lind motionerade om följande:\n- avgiften sänks\n- huset målas"],
    );
    // A full stop ends what is moved; points without a colon before them are no part of what is told.
    reported("Per Berg yrkade bifall.\natt det blev sent märktes.\n", &["Per Berg: Per Berg yrkade bifall."]);
    reported("Per Berg informerade om:\n- taket\n- vägen\n", &["Per Berg: Per Berg informerade om:"]);
}

#[test]
fn dashes_inside_of_lines() {
    direct(
        "Det har varit ett tufft år. – Vi är snart klara. Det blir bra, säger Anna Holm, ordförande. Kommunen bygger vidare.",
        &["Anna Holm: – Vi är snart klara. Det blir bra"],
    );
    direct(
        "Nu är det klart. - Det känns fint, säger Anna Holm. Nästa år byggs bron. - Den blir bred, menar Per Berg.",
        &["Anna Holm: - Det känns fint", "Per Berg: - Den blir bred"],
    );
    // No quotation ends here, and one that nobody is named for.
    direct("Vägen – den gamla, säger Anna Holm – är stängd.", &[]);
    direct("Bygget är klart. – Vi är glada. Anna Holm kom också.", &[]);
}

#[test]
fn speakers_named_on_a_line_above() {
    direct(
        "**Anna Holm, rektor**\n– Vi har haft ett bra år och alla trivs.\n",
        &["Anna Holm: – Vi har haft ett bra år och alla trivs."],
    );
    direct(
        "Anna Holm är ny vd.\n\n{{< quote \"Anna Holm, vd\" >}}\n– Det är kul att vara tillbaka här igen.\n{{< /quote >}}\n",
        &["Anna Holm: – Det är kul att vara tillbaka här igen."],
    );
    direct(
        "Anna Holm är nöjd med året:\n”Vi har arbetat hårt och det märks.”\n",
        &["Anna Holm: ”Vi har arbetat hårt och det märks.”"],
    );
    direct(
        "Anna Holm är ny här.\n\n> ”Vi har arbetat hårt och det märks.”\n> — Anna Holm, ordförande\n",
        &["Anna Holm: ”Vi har arbetat hårt och det märks.”"],
    );
    // Points under a name, and a title of a book.
    direct("Anna Holm\n– bokar lokal\n– ringer kommunen\n", &[]);
    direct("Anna Holm såg filmen: ”Mot ljuset”\n", &[]);
}

#[test]
fn agents_behind_particles() {
    // As *Per Berg läste upp berättelsen* is.
    reported("Berättelsen lästes upp av Per Berg.", &["Per Berg: Berättelsen lästes upp av Per Berg."]);
    reported("Protokollet upplästes av Per Berg.", &["Per Berg: Protokollet upplästes av Per Berg."]);
    reported("Boken lästes av Per Berg.", &[]);
    reported(
        "Bokslutet gicks igenom av kassören Per Berg.",
        &["Per Berg: Bokslutet gicks igenom av kassören Per Berg."],
    );
    reported("Förslaget lades fram av Sara Lind.", &["Sara Lind: Förslaget lades fram av Sara Lind."]);
    reported("Mötet avslutades med avtackning av Per Berg.", &[]);
    reported("Nycklarna togs av Per Berg.", &[]);
    reported("Listan gicks av Per Berg.", &[]);
}

#[test]
fn the_chair_is_one_named_before() {
    reported("Ordföranden hälsade alla välkomna.\n\nTill ordförande för mötet valdes Anna Holm.", &[]);
    reported(
        "Till ordförande för mötet valdes Anna Holm.\n\nOrdföranden hälsade alla välkomna.",
        &["Anna Holm: Ordföranden hälsade alla välkomna."],
    );
}

#[test]
fn lines_that_are_paragraphs() {
    let long = "Kommunen har under våren arbetat med en ny plan för vägarna i hela området och tagit in synpunkter från dem som bor där, och av dem har de flesta önskat sig en bredare väg med plats för dem som går";
    reported(
        &format!("{long}.\n{long}\nPer Berg påpekar att vägen är smal\nSara Lind svarar att den breddas\n"),
        &["Per Berg: Per Berg påpekar att vägen är smal", "Sara Lind: Sara Lind svarar att den breddas"],
    );
}

#[test]
fn a_name_alone_heads_what_is_presented() {
    let text = "# Dag\n\n## Karin Lind (Umeå)\n\nKarin Lind gav en bild av läget.\n\nMånga saknar medel.\n";
    assert_eq!(
        speeches(text, SpeechMode::Presentation),
        ["Karin Lind: Karin Lind gav en bild av läget.\n\nMånga saknar medel."]
    );
    let text = "# Dag\n\n## Karin Lind (Umeå)\n\nKarin Lind föddes i Umeå.\n\nHon saknar medel.\n";
    assert!(speeches(text, SpeechMode::Presentation).is_empty());
}

#[test]
fn titles_joined_and_business() {
    let start = "Till ordförande för mötet valdes Anna Holm.\n\n";
    reported(
        &format!("{start}Ordföranden och kassör redogjorde för bokslutet."),
        &["Anna Holm: Ordföranden och kassör redogjorde för bokslutet."],
    );
    reported(
        "Revisor Per Berg kom.\nRevisorn tillstyrker frihet och föreslår att mötet beviljar den.",
        &["Per Berg: Revisorn tillstyrker frihet och föreslår att mötet beviljar den."],
    );
    reported("Sara Lind håller inte med.", &["Sara Lind: Sara Lind håller inte med."]);
    reported("Sara Lind ville veta när vägen lagas.", &["Sara Lind: Sara Lind ville veta när vägen lagas."]);
    reported("Sara Lind i nr 14 undrade över vägen.", &["Sara Lind: Sara Lind i nr 14 undrade över vägen."]);
    reported("Sara Lind inledde sin karriär i Umeå.", &[]);
    reported(
        "Sara Lind inledde dagen med en bild av läget.",
        &["Sara Lind: Sara Lind inledde dagen med en bild av läget."],
    );
    reported("När statsministern välkomnar Anna Holm tas bilder.", &[]);
    reported("# Sara Lind\n\nHon berättar om sin resa.\n", &["Sara Lind: Hon berättar om sin resa."]);
    // The chair's vote, what somebody's words are the matter of, and who holds something.
    reported("Till ordförande valdes Anna Holm.\nOrdföranden konstaterar att yrkandet har fallit.", &[]);
    reported("Sedan debatten avslutats ställer ordförande Anna Holm förslagen mot varandra.", &[]);
    reported("Mötet förstod inte vad Anna Holm sade.", &[]);
    reported("Sara Lind håller nyckeln i förvar.", &[]);
}

#[test]
fn quotations_on_end_are_two() {
    direct(
        "Anna Holm kommenterar: ”Det är ett viktigt steg.”\n”Nu bygger vi vidare”, skriver Per Berg.",
        &["Anna Holm: ”Det är ett viktigt steg.”", "Per Berg: ”Nu bygger vi vidare”"],
    );
}

#[test]
fn dashes_behind_marks_and_over_names() {
    let start = "Anna Holm är ny ordförande.\n\n";
    for (line, want) in [
        ("*– Vi klarar det här nu, säger Anna Holm.*", "– Vi klarar det här nu"),
        ("• – Vi klarar det här nu, säger Anna Holm.", "– Vi klarar det här nu"),
        ("-Vi klarar det här nu, säger Anna Holm.", "-Vi klarar det här nu"),
        ("– Vi klarar det här tillsammans.\n/Anna Holm", "– Vi klarar det här tillsammans."),
        ("– Vi klarar det här tillsammans.\nAnna Holm, ordförande", "– Vi klarar det här tillsammans."),
        ("Anna Holm skriver:\n\n> Vi klarar det här tillsammans.", "Vi klarar det här tillsammans."),
    ] {
        direct(&format!("{start}{line}\n"), &[&format!("Anna Holm: {want}")]);
    }
    // Points of a list, emphasis, and a sentence that follows a quotation.
    direct(&format!("{start}-Vi klarar det.\n-Anna Holm bokar lokal.\n"), &[]);
    direct(&format!("{start}*Anna Holm* är nöjd.\n"), &[]);
    direct("Mötet kallades ”ett viktigt steg”. Enligt Anna Holm är det klart.", &[]);
}

#[test]
fn dashes_between_wide_blanks() {
    direct(
        "Anna Holm nekar till detta.  – Det stämmer inte alls med fakta.  Tidningen frågar vidare.",
        &["Anna Holm: – Det stämmer inte alls med fakta."],
    );
    direct("Mötet nekar till detta.  – Det stämmer inte alls med fakta.  Tidningen frågar Anna Holm.", &[]);
    direct("Anna Holm  – ordförande i föreningen sedan länge.  Per Berg  – kassör.", &[]);
}

#[test]
fn the_only_one_quoted() {
    let start = "– Vi är snart klara med allt, säger Anna Holm.\n\nBygget har tagit två år.\n\n";
    direct(
        &format!("{start}– Det blir en fin skola för alla.\n\nNu väntar flytten.\n"),
        &["Anna Holm: – Vi är snart klara med allt", "Anna Holm: – Det blir en fin skola för alla."],
    );
    // Two are quoted; points of a list.
    let two = "– Det tar tid att bygga, menar Per Berg.\n\nBygget har tagit två år.\n\n";
    direct(
        &format!(
            "– Vi är snart klara med allt, säger Anna Holm.\n\n{two}– Det blir en fin skola för alla.\n"
        ),
        &["Anna Holm: – Vi är snart klara med allt", "Per Berg: – Det tar tid att bygga"],
    );
    direct(
        &format!("{start}– Taket på skolan ska läggas om.\n– Dörren på skolan ska målas om.\n"),
        &["Anna Holm: – Vi är snart klara med allt"],
    );
}

/// *Motionären*: the one who moved what the text told of last.
#[test]
fn movers_stand_for_those_named_before() {
    reported(
        "Motion av Anna Holm (S) om bad. Motionären framhåller att badet är litet.",
        &["Anna Holm: Motionären framhåller att badet är litet."],
    );
    reported(
        "Anna Holm (S) och Per Ek (S) har lämnat in en motion om bad. Vidare menar motionärerna att det brådskar.",
        &["Anna Holm, Per Ek: Vidare menar motionärerna att det brådskar."],
    );
    reported(
        "Anna Holm (S) har i en motion till fullmäktige föreslagit att badet byggs ut.",
        &["Anna Holm: Anna Holm (S) har i en motion till fullmäktige föreslagit att badet byggs ut."],
    );
    // Nobody who moved anything is named.
    reported("Anna Holm (S) deltog i mötet. Motionären framhåller att badet är litet.", &[]);
    reported("Motionären framhåller att badet är litet. Anna Holm (S) deltog.", &[]);
}

/// What somebody tells of in points is the sentence above them.
#[test]
fn points_are_no_part_of_what_is_told() {
    reported(
        "# Möte\n\nAnna Holm informerar om:\n\n- bygget\n- budgeten\n\nMötet avslutades.\n",
        &["Anna Holm: Anna Holm informerar om:"],
    );
    reported(
        "Anna Holm informerar om följande: Badet är klart. Bron är det inte.\n",
        &["Anna Holm: Anna Holm informerar om följande:"],
    );
    reported(
        "Nämnden får information: - Anna Holm, rektor, berättar om skolan.\n",
        &["Anna Holm: Anna Holm, rektor, berättar om skolan."],
    );
    reported(
        "# Möte\n\nAnna Holm informerar om bygget.\n\n- bygget\n- budgeten\n",
        &["Anna Holm: Anna Holm informerar om bygget."],
    );
}

/// A clause that tells which one is meant is nobody's speech.
#[test]
fn clauses_of_a_noun_are_no_speech() {
    reported("Vi får den gungan som Anna Holm efterfrågade.", &[]);
    reported("Titta på bilden Anna Holm tipsade om.", &[]);
    reported(
        "Det var viktigt, precis som Anna Holm sa.",
        &["Anna Holm: Det var viktigt, precis som Anna Holm sa."],
    );
    reported(
        "Det går bra, som Anna Holm sa till mötet.",
        &["Anna Holm: Det går bra, som Anna Holm sa till mötet."],
    );
}

/// A phrase may open the sentence of a pronoun or of one who informs.
#[test]
fn phrases_before_the_verb() {
    reported(
        "Anna Holm sköter badet. I kväll på mötet informerar hon om kaklet.",
        &["Anna Holm: I kväll på mötet informerar hon om kaklet."],
    );
    reported(
        "Efter lunchen informerade Anna Holm om taket.",
        &["Anna Holm: Efter lunchen informerade Anna Holm om taket."],
    );
    reported("Anna Holm uppdaterade listan. Styrelsen informerade Anna Holm om vägen.", &[]);
}

/// Somebody else's words inside a quotation by dash do not name its speaker.
#[test]
fn what_others_said_inside_a_quotation() {
    direct(
        "Anna Holm tvekade inte:\n\n– Badet ska stå klart innan sommaren kommer.\n\n– I höstas sa Per Ek att det inte gick, \
         berättade Lars Lind.\n",
        &[
            "Anna Holm: – Badet ska stå klart innan sommaren kommer.",
            "Lars Lind: – I höstas sa Per Ek att det inte gick",
        ],
    );
}

/// In the news a paragraph in the first person is one speaker's, though no mark says so.
#[test]
fn paragraphs_in_the_first_person() {
    let text = "# Badet stängs\n\nKommunen stänger badet i vår.\n\nJag saknar redan sorlet och vattnet, \
                och det gör fler. Nu hoppas vi på en ny hall, säger Anna Holm, ordförande i föreningen.\n\nBadet är från sjuttiotalet.\n";
    let whole = "Anna Holm: Jag saknar redan sorlet och vattnet, och det gör fler. Nu hoppas vi på en ny hall, säger Anna Holm, ordförande i föreningen.";
    let doc = klubba::Analyzer::builder().kind(klubba::DocumentKind::News).build().analyze(text);
    let found: Vec<_> = doc.speeches.iter().map(|s| format!("Anna Holm: {}", s.span.of(text))).collect();
    assert_eq!(found, [whole]);
    direct(
        "Vi vill bygga en ny bro och öppna den för alla.\n\nDet säger Anna Holm, ordförande.\n",
        &["Anna Holm: Vi vill bygga en ny bro och öppna den för alla."],
    );
    direct("Bron byggs i vår och öppnas för alla.\n\nDet säger Anna Holm, ordförande.\n", &[]);
}

/// Subjects behind *kom*, pronouns behind words without marks, and what something is called.
#[test]
fn further_orders_of_words() {
    reported(
        "Till mötet kom Anna Holm från länsstyrelsen och berättade om vattnet.",
        &["Anna Holm: Till mötet kom Anna Holm från länsstyrelsen och berättade om vattnet."],
    );
    reported(
        "Anna Holm ser fram mot våren, säger hon.",
        &["Anna Holm: Anna Holm ser fram mot våren, säger hon."],
    );
    direct(
        "Anna Holm deltog och hyllade bron som ”en gåva till alla som bor här”.",
        &["Anna Holm: ”en gåva till alla som bor här”"],
    );
    direct("Anna Holm såg filmen som ”en gåva till alla” kallades.", &[]);
}

/// A number before the sentence does not part the subject from a verb that is joined to another.
#[test]
fn joined_verbs_in_points() {
    reported(
        "# Möte\n\n1. Vi fikade.\n2. Karin Holm kom kl 19 och berättade om sin tur.\n",
        &["Karin Holm: 2. Karin Holm kom kl 19 och berättade om sin tur."],
    );
    reported("# Möte\n\n1. Vi fikade.\n2. Bussen med Karin Holm kom kl 19 och berättade inget.\n", &[]);
}

/// A page's mark ends what is told on the page.
#[test]
fn marks_of_pages_end_a_sentence() {
    reported(
        "Karin Holm föredrar ärendet. <!-- sida 4 --> LJUNGDALA KOMMUN Revisionen sammanträdde i maj och talade om ekonomi.",
        &["Karin Holm: Karin Holm föredrar ärendet."],
    );
}

#[track_caller]
fn presented(text: &str, want: &[&str]) {
    assert_eq!(speeches(text, SpeechMode::Presentation), want, "{text}");
}

/// Each text is one sentence and its speakers', or nobody's where there are none.
#[track_caller]
fn one_sentence(texts: &[(&str, &str)]) {
    for (text, speakers) in texts {
        let want = if speakers.is_empty() { vec![] } else { vec![format!("{speakers}: {text}")] };
        assert_eq!(speeches(text, SpeechMode::Reported), want, "{text}");
    }
}

#[test]
fn the_verb_comes_first_in_old_minutes() {
    one_sentence(&[
        ("Hälsade ordföranden Anna Holm alla närvarande välkomna.", "Anna Holm"),
        ("Hälsade kyrkoherden Anna Holm deltagarna välkomna.", "Anna Holm"),
        ("Informerade ordföranden Anna Holm om dikningen.", "Anna Holm"),
        ("Meddelade Anna Holm att bron är lagad.", "Anna Holm"),
        ("Hälsade Anna Holm välkomna från grannbyn.", "Anna Holm"),
        ("Tackade Anna Holm för det gångna året.", ""),
        ("Hälsade Anna Holm välkommen.", ""),
        ("Informerar Anna Holm om dikningen?", ""),
    ]);
}

#[test]
fn infinitives_of_what_is_done_by_speaking() {
    one_sentence(&[
        ("Anna Holm passade i stället på att berätta om brygghuset.", "Anna Holm"),
        ("Anna Holm inledde med att redogöra för läget.", "Anna Holm"),
        ("Därefter tog Anna Holm, ekonomichef, över för att redogöra för budgeten.", "Anna Holm"),
        ("Anna Holm begärde ordet för att kommentera förslaget.", "Anna Holm"),
        ("Därefter kunde ordförande Anna Holm förklara mötet öppnat.", "Anna Holm"),
        ("Anna Holm ska passa på att informera om bygget.", ""),
        ("Kan Anna Holm berätta om bygget?", ""),
        ("Anna Holm, som skulle berätta om bygget, blev sjuk.", ""),
    ]);
}

#[test]
fn auxiliaries_before_the_subject_or_left_out() {
    one_sentence(&[
        ("Inför mötet hade Anna Holm ställt en fråga om vägen.", "Anna Holm"),
        ("I sitt brev har Anna Holm (S) föreslagit en ny väg.", "Anna Holm"),
        ("Talmannen meddelade att Anna Holm (S) anhållit om befrielse.", "Anna Holm"),
        ("Det antecknades att kassör Anna Holm anmält förfall.", "Anna Holm"),
        ("Mötet hölls sedan Anna Holm begärt det.", "Anna Holm"),
        ("Det sägs att Anna Holm bor här.", ""),
        ("Har Anna Holm föreslagit en väg?", ""),
        ("Den av Anna Holm föreslagna vägen byggs.", ""),
    ]);
}

#[test]
fn a_rank_stands_before_the_clause() {
    one_sentence(&[
        ("Vi fick besök av Anna Holm, ordförande i byalaget, som informerade om vägen.", "Anna Holm"),
        ("Mötet gästades av Anna Holm, rektor på Norrskolan (NS), som berättade om skolan.", "Anna Holm"),
        ("Med var Anna Holm, kommunchef i Dalby som redogjorde för planerna.", "Anna Holm"),
        ("Efter Per Ek talade Anna Holm om bygget.", "Anna Holm"),
        ("Före Per Ek höll Anna Holm, chef för byrån, föredrag om vägar.", "Anna Holm"),
        ("Vi mötte Anna Holm, och alla som berättade var glada.", ""),
        ("Vi tackar även Anna Holm som slutar och säger välkommen till alla.", ""),
        ("Boken är ett verk som Anna Holm tycker är bra.", ""),
    ]);
}

#[test]
fn whom_a_further_verb_names() {
    one_sentence(&[
        ("Anna Holm hälsar välkommen, tackar Per Ek för insatsen och öppnar mötet.", "Anna Holm"),
        ("Anna Holm berättar om året och tackar Per Ek.", "Anna Holm"),
        ("Anna Holm yrkar bifall, medan Per Ek yrkar avslag.", "Anna Holm, Per Ek"),
        ("Anna Holm och Per Ek var på plats och berättade om arbetet.", "Anna Holm, Per Ek"),
        ("Anna Holm har sett över taket men lovade att återkomma.", "Anna Holm"),
        ("Anna Holm svarar för städningen.", ""),
        ("Breven, som besvaras av Anna Holm, är många.", ""),
        ("Den av Anna Holm väckta frågan föredrogs.", ""),
    ]);
}

#[test]
fn who_leads_this_meeting() {
    reported(
        "Anna Holm valdes till mötets ordförande.\n\nMötesordföranden läste upp rubrikerna.",
        &["Anna Holm: Mötesordföranden läste upp rubrikerna."],
    );
    reported(
        "Till stämmans ordförande valdes Anna Holm.\n\nStämmans ordförande gick igenom planen.",
        &["Anna Holm: Stämmans ordförande gick igenom planen."],
    );
    reported(
        "Till ordförande för mötet valdes Anna Holm.\n\nOrdförande för mötet gick igenom planen.",
        &["Anna Holm: Ordförande för mötet gick igenom planen."],
    );
    reported(
        "Närvarande\n\nAnna Holm, lektor (ordförande)\n\nPer Ek, lektor\n\n§ 1 Ordföranden hälsade alla välkomna.",
        &["Anna Holm: Ordföranden hälsade alla välkomna."],
    );
    reported(
        "Närvarande\n\nAnna Holm, ordförande\n\nPer Ek, vice ordförande\n\nVice ordföranden informerade om vägen.",
        &["Per Ek: Vice ordföranden informerade om vägen."],
    );
    reported("Per Ek, lektor (frånvarande)\n\nOrdföranden hälsade alla välkomna.", &[]);
    reported("Anna Holm valdes till ombudens talesperson.\n\nMötets ordförande informerade.", &[]);
    reported("Anna Holm, vice ordförande\n\nOrdföranden informerade om vägen.", &[]);
}

#[test]
fn a_speech_given_whole() {
    let words = "Kära vänner!\n\nDet är vår, och jag är glad att få vara här bland er alla i dag.";
    for told in [
        "Sommarfesten\n\nDen 6 juni talade rektor Anna Holm vid festen i parken. Ta del av talet.",
        "Sommarfesten\n\nRektor Anna Holm höll ett tal vid festen i parken.\n\nDet talade ordet gäller",
        "Tal vid festen\n\nAnna Holms tal vid festen i parken.\n\nTalat ord gäller",
        "Sommarfesten\n\nFesten var lyckad. Läs Anna Holms tal till gästerna nedan.",
    ] {
        presented(&format!("{told}\n\n{words}\n"), &[&format!("Anna Holm: {words}")]);
    }
    direct(
        "Sommarfesten\n\nLäs Anna Holms tal nedan.\n\n”Vänner, gäster,\nJag vill tacka för allt i dag.\n",
        &["Anna Holm: ”Vänner, gäster,"],
    );
    presented("Sommarfesten\n\nAnna Holm höll ett tal. Festen var lyckad.\n\nJag kom sent.\n", &[]);
    presented("Sommarfesten\n\nAnna Holm kom. Läs mer om festen nedan.\n\nJag kom sent till festen.\n", &[]);
    presented("Festen\n\nAnna Holm talade. Ta del av talet.\n\nDet finns på webben från maj.\n", &[]);
    turns(
        "Herr Anna Holm öppnade sammanträdet med följande tal:\n\nMina herrar! Jag hälsar er välkomna.\n",
        &["Anna Holm: Mina herrar! Jag hälsar er välkomna."],
    );
    turns("Anna Holm gav med följande ord:\n", &[]);
}

#[test]
fn headings_that_name_who_presents() {
    let body = "Skolan bygger ut och får plats för fler elever till hösten.";
    presented(
        &format!("# Möte\n\n## § 6 Skolan (föredragande Anna Holm)\n\n{body}\n"),
        &[&format!("Anna Holm: {body}")],
    );
    presented(&format!("# Möte\n\n## Skolan (berörd Anna Holm)\n\n{body}\n"), &[]);
    presented(&format!("# Fråga\n\nav Anna Holm (S) till skolminister Per Ek (M)\n\n{body}\n"), &[]);
}

#[test]
fn interviews_go_on() {
    let text = "Anna Holm (S) är ordförande i nämnden.\n\n– Vi har börjat arbetet i god tid.\n\nVad gör ni nu?\n\n\
                – Vi har bjudit in alla i byn.\n\nPer Ek delar den synen.\n\n– Så måste det vara i en by.\n";
    direct(
        text,
        &[
            "Anna Holm: – Vi har börjat arbetet i god tid.",
            "Anna Holm: – Vi har bjudit in alla i byn.",
            "Per Ek: – Så måste det vara i en by.",
        ],
    );
    direct(
        "Anna Holm leder byalaget.\nBild: Per Ek\n\nVill ni ha en väg?\n\n– Ja, den behövs för byn.\n\nOch en bro?\n\n\
         – Nej, ån är så smal här.\n",
        &["Anna Holm: – Ja, den behövs för byn.", "Anna Holm: – Nej, ån är så smal här."],
    );
}

#[test]
fn quotations_whose_speaker_stands_around_them() {
    direct(
        "”En by utan väg blir aldrig nöjd”, som Anna Holm formulerade det.",
        &["Anna Holm: ”En by utan väg blir aldrig nöjd”"],
    );
    direct(
        "”Det bästa är att man träffar alla i byn.”\n\nAnna Holm, ordförande för byalaget, om att leda en by.\n",
        &["Anna Holm: ”Det bästa är att man träffar alla i byn.”"],
    );
    direct("”Det bästa är att man träffar alla i byn.”\n\nAnna Holm, som är ny, kom till mötet.\n", &[]);
    direct("”En by utan väg”, som Anna Holm läste, är en bok.", &[]);
}

#[test]
fn lines_and_stops_that_got_lost() {
    reported(
        "Ärende: vägen\nDnr 2020-11\nBeslut vid sammanträde 2020\nChefen för byrån, rektor Anna Holm, redogör för vägen.",
        &["Anna Holm: Chefen för byrån, rektor Anna Holm, redogör för vägen."],
    );
    reported(
        "Kaffet dracks i kyrkan.Anna Holm tackade för sången.Mötet slöt.",
        &["Anna Holm: Anna Holm tackade för sången."],
    );
    reported(
        "a) Anna Holm informerar om budgeten b) Per Ek informerar om vägen",
        &["Anna Holm: a) Anna Holm informerar om budgeten", "Per Ek: Per Ek informerar om vägen"],
    );
    reported(
        "Anna Holm föreslår Per Ek till kassör Mötet beslutade att välja Per Ek.",
        &["Anna Holm: Anna Holm föreslår Per Ek till kassör"],
    );
    reported(
        "Anna Holm skrev på www.byn.Se och tackade.",
        &["Anna Holm: Anna Holm skrev på www.byn.Se och tackade."],
    );
}

#[test]
fn what_a_verb_needs_stands_behind_figures_and_brackets() {
    one_sentence(&[
        ("Anna Holm hälsade de 31 gästerna från byn välkomna.", "Anna Holm"),
        ("Därefter hälsade Per Ek, byalagets kassör (dagen till ära i hatt), alla välkomna.", "Per Ek"),
        ("Advokat Anna Holm öppnade, på uppdrag av styrelsen, stämman.", "Anna Holm"),
        ("Per Ek tog den 3 maj upp bullret.", "Per Ek"),
        ("Eva Berg hälsade ombuden, däribland Joh. Lind från Ekby och Chr. Alm, välkomna.", "Eva Berg"),
    ]);
    reported("Anna Holm tog 14 bilder. Upp kom vi sent.", &[]);
    reported("Anna Holm höll (med svårighet) dörren.", &[]);
    reported("Anna Holm gav 50 kronor till byn.", &[]);
}

#[test]
fn clauses_without_att() {
    one_sentence(&[
        ("Anna Holm tyckte vi kunde söka bidrag.", "Anna Holm"),
        ("Per Ek tror vi ska vänta.", "Per Ek"),
        ("Eva Berg menade de borde svara först.", "Eva Berg"),
        ("Sten Alm hoppas vi kan mötas i maj.", "Sten Alm"),
        ("Karin Lind sa hon skulle ringa.", "Karin Lind"),
    ]);
    let led = |rest: &str| format!("Ordförande Anna Holm kom. Per Ek {rest}");
    reported(&led("tycker jag om."), &[]);
    reported(&led("tror vi på."), &[]);
    reported(&led("menar jag är en bra kassör."), &[]);
}

#[test]
fn titles_besides_names() {
    let text = |rest: &str| {
        format!(
            "Närvarande: Anna Holm (ordförande), Per Ek (sekreterare), Eva Berg\n\nDagens möte hölls. {rest}"
        )
    };
    let both = |rest: &str| reported(&text(rest), &[&format!("Anna Holm, Per Ek: {rest}")]);
    both("Ordföranden och sekreteraren berättade om mötet.");
    both("Ordföranden, ledamöterna och sekreteraren berättade om mötet.");
    both("Ordföranden samt sekreteraren redogjorde för läget.");
    reported(
        &text("Ordföranden och Eva Berg berättade om mötet."),
        &["Anna Holm, Eva Berg: Ordföranden och Eva Berg berättade om mötet."],
    );
    reported(
        &text("Ordföranden, sekreteraren och Eva berättade om mötet."),
        &["Anna Holm, Per Ek, Eva Berg: Ordföranden, sekreteraren och Eva berättade om mötet."],
    );
    // From whom greetings come does not speak.
    reported(&text("Hälsningar från ordföranden och sekreteraren berördes."), &[]);
    reported(
        &text("Ordföranden, Eva Berg berättade det."),
        &["Eva Berg: Ordföranden, Eva Berg berättade det."],
    );
    reported(&text("Styrelsen och ledamöterna berättade det."), &[]);
}

#[test]
fn titles_without_an_article() {
    let of = |role: &str, words: &str, want: bool| {
        let text = format!("Närvarande: Anna Holm, {role}, och Per Ek\n\nMötet hölls i byn. {words}");
        reported(
            &text,
            if want { vec![format!("Anna Holm: {words}")] } else { vec![] }
                .iter()
                .map(String::as_str)
                .collect::<Vec<_>>()
                .as_slice(),
        );
    };
    of("kassör", "Kassör redovisade läget.", true);
    of("kanslichef", "Kanslichef redogjorde för planen.", true);
    of("fritidschef", "Kultur- och fritidschef redogör för läget.", true);
    of("rektor", "Rektor berättade om skolan.", true);
    of("kommundirektör", "Kommundirektör informerade om planen.", true);
    of("kassör", "Vi bad att kassör redovisade läget.", false);
    of("kassör", "Revisor redovisade läget.", false);
    of("kassör", "Kassör och revisor valdes.", false);
}

#[test]
fn chairs_of_ones_own_association() {
    let text =
        |rest: &str| format!("Närvarande: Anna Holm (ordf.), Per Ek, Eva Berg\n\nMötet hölls i byn. {rest}");
    for words in [
        "Föreningens ordförande hälsade alla välkomna.",
        "Styrelsens ordförande informerade om vägen.",
        "Byalagets ordförande redogjorde för läget.",
        "Planen presenterades av föreningens ordförande.",
        "Ordförande hälsade alla välkomna.",
        "Mötet öppnades av ordföranden.",
    ] {
        reported(&text(words), &[&format!("Anna Holm: {words}")]);
    }
    reported(&text("Barnnämndens ordförande informerade om vägen."), &[]);
    reported(&text("Planen presenterades av grannens ordförande."), &[]);
    reported(
        "Till ordförande för mötet valdes Per Ek. Anna Holm (ordförande) kom. Föreningens kassa ökade.",
        &[],
    );
}

#[test]
fn further_passives() {
    one_sentence(&[
        ("Rapport från året avgavs av Anna Holm.", "Anna Holm"),
        ("Läget har sammanfattats av Per Ek.", "Per Ek"),
        ("Vid mötet gavs en presentation av Eva Berg.", "Eva Berg"),
        ("Gästerna hälsades välkomna av Sten Alm.", "Sten Alm"),
        ("Plenum öppnades av rådets ordförande Karin Lind.", "Karin Lind"),
        ("Kongressen avslutades av Sveriges Kanotförbunds ordförande Karin Lind.", "Karin Lind"),
        ("Ett tack framfördes av mötets ordf. Sven Frisk.", "Sven Frisk"),
        ("Mötet öppnades af Anna Holm.", "Anna Holm"),
    ]);
    reported(
        "Bokslutet föredrogs av Anna Holm och revisionen av Per Ek.",
        &["Anna Holm, Per Ek: Bokslutet föredrogs av Anna Holm och revisionen av Per Ek."],
    );
    reported("Boken lästes av Anna Holm.", &[]);
    reported("Mötet avslutades med avtackning av Anna Holm.", &[]);
    reported("En presentation av Anna Holm gavs.", &[]);
    reported(
        "Rapporten lämnades av Anna Holm och huset som ritats av Per Ek är klart.",
        &["Anna Holm: Rapporten lämnades av Anna Holm och huset som ritats av Per Ek är klart."],
    );
}

#[test]
fn pronouns_go_on_with_who_spoke_last() {
    let text = "Byalagets nya ordförande Anna Holm hälsade Per Ek välkommen. Hon berättade om vägen. Hon tackade alla.";
    reported(
        text,
        &[
            "Anna Holm: Byalagets nya ordförande Anna Holm hälsade Per Ek välkommen.",
            "Anna Holm: Hon berättade om vägen.",
            "Anna Holm: Hon tackade alla.",
        ],
    );
    let first = "Sedan informerade Sten Alm om bron.";
    reported(
        &format!("{first} Därefter redogjorde han för vägen."),
        &[&format!("Sten Alm: {first}"), "Sten Alm: Därefter redogjorde han för vägen."],
    );
    // Another is meant.
    reported(&format!("{first} Hon berättade om vägen."), &[&format!("Sten Alm: {first}")]);
    reported(&format!("{first} Vägen är smal. Gunilla kom. Han är ung."), &[&format!("Sten Alm: {first}")]);
    reported("Boken är om Sten Alm. Hon berättade om vägen.", &[]);
}

#[test]
fn phrases_on_behalf_of_somebody() {
    one_sentence(&[
        ("Anna Holm å sin sida menar att vägen är smal.", "Anna Holm"),
        ("Sven Frisk för egen del anser att bron är klar.", "Sven Frisk"),
        ("Eva Berg på styrelsens vägnar tackade alla.", "Eva Berg"),
        ("Sven Frisk lät hälsa att han kommer.", "Sven Frisk"),
        ("Karin Lind gav en sammanfattning av året.", "Karin Lind"),
        ("Per Ek höll en redogörelse för vägen.", "Per Ek"),
        ("Anna Holm berörde också lokalfrågan.", "Anna Holm"),
    ]);
    reported("Beslutet berörde Anna Holm.", &[]);
    reported("Anna Holm höll en hund.", &[]);
    reported("Anna Holm gav Per Ek en sten.", &[]);
}

#[test]
fn figures_inside_a_sentence() {
    one_sentence(&[
        ("Anna Holm föreslår att 17 Budget behandlas först.", "Anna Holm"),
        ("Per Ek yrkar att ärende 6 Ändrade taxor utgår.", "Per Ek"),
        ("Eva Berg tog upp motion 12 Vägar och motion 13 Broar.", "Eva Berg"),
        ("Sten Alm informerade om lokal 3 Eken.", "Sten Alm"),
        ("Karin Lind redogjorde för 20 Nya hus.", "Karin Lind"),
    ]);
    reported(
        "Anna Holm redogjorde för läget 12 Budget Frågan bordlades.",
        &["Anna Holm: Anna Holm redogjorde för läget"],
    );
}

#[test]
fn lines_below_that_say_whose_words_they_are() {
    let said = "– Det är omöjligt att försvara sig mot det där!";
    for below in ["Det säger Per Ek, som bor i byn.", "Det menar Per Ek.", "Så säger Per Ek, fiskare i Ekby."]
    {
        let text = format!("Anna Holm menar att brevet är sent.\n\n{said}\n\n{below}\n");
        direct(&text, &[&format!("Per Ek: {said}")]);
    }
    // Hyphens between the paragraphs of an article.
    let news = "Valet i Ekby\n\nPublicerad 3 maj\n\nAnna Holm från byalistan blev invald på nytt.\n\n\
                - Nu får vi äntligen bygga färdigt bryggan vid kyrkan.\n\nOlof Ström från sjölistan fick också sin plats.\n\n\
                - Hamnen behöver fler röster än dem som den fick.\n\nFoto: Eva Berg/Ekby nyheter\n";
    direct(
        news,
        &[
            "Anna Holm: - Nu får vi äntligen bygga färdigt bryggan vid kyrkan.",
            "Olof Ström: - Hamnen behöver fler röster än dem som den fick.",
        ],
    );
    direct(
        "Nyheter\n\nAnna Holm blev vald.\n\n- Vi tänkte mest på bryggan i år.\n- Vi får vänta till nästa val.\n",
        &[],
    );
}

#[test]
fn lines_below_headings_that_present_nothing() {
    let body = "Museerna får mer pengar nästa år, och fler får söka stödet.";
    presented(&format!("# Möte\n\n## Mer\n\nBeredare rektor Anna Holm\n\n{body}\n"), &[]);
    presented(&format!("# Möte\n\n## Mer\n\nHandläggare: Anna Holm\n\n{body}\n"), &[]);
    presented(&format!("# Möte\n\n## Mer\n\nAnna Holm, rektor. Foto: Per Ek.\n\n{body}\n"), &[]);
    presented(
        "# Möte\n\n## Mer\n\nAnna Holm, rektor\n\nTelefon: 08-123 45 67, även kvällar och helger.\n",
        &[],
    );
    presented(&format!("# Möte\n\n## Ytterligare upplysningar\n\nAnna Holm, rektor\n\n{body}\n"), &[]);
    presented(
        &format!("# Möte\n\n## Mer\n\nAnna Holm, rektor\n\n{body}\n"),
        &[&format!("Anna Holm: {body}")],
    );
}

#[test]
fn joined_verbs_of_titles_and_ranks() {
    one_sentence(&[
        ("Ekbys vice ordförande Anna Holm presenterar sig och hälsar alla välkomna.", "Anna Holm"),
        ("Klockan 9 hälsade Anna Holm alla gäster välkomna.", "Anna Holm"),
        ("Anna Holm tog i sitt tal bl.a. upp vikten av vägen.", "Anna Holm"),
        ("Kl. 19 öppnade Sven Frisk mötet.", "Sven Frisk"),
        ("Sjuksköterskan Zenobia Alm informerar om vården.", "Zenobia Alm"),
    ]);
    let text = |rest: &str| {
        format!("Närvarande: Anna Holm (ordförande), Eva Berg (sekreterare)\n\nMötet hölls. {rest}")
    };
    let both = "Ordföranden, ledamöterna och sekreteraren presenterade sig och berättade om byn.";
    reported(&text(both), &[&format!("Anna Holm, Eva Berg: {both}")]);
    reported(
        "Årsmötet beslutar att utse Sven Frisk till ordförande samt Eva Berg till sekreterare.\n\nSekreteraren föredrog planen.",
        &["Eva Berg: Sekreteraren föredrog planen."],
    );
    reported("Anna Holm tog en bil. Upp kom vi sent.", &[]);
    reported(&text("Ordföranden, kassören kom och vägen lagades."), &[]);
    reported("Klockan visar tid för Anna Holm.", &[]);
}

/// Verbs, adverbs and links that tell of speaking in the press and in old minutes.
#[test]
fn ways_of_telling() {
    one_sentence(&[
        ("Anna Holm omtalade att hon slutar.", "Anna Holm"),
        ("Anna Holm avfärdade kritiken som struntprat.", "Anna Holm"),
        ("Det är bra, säger en lättad Anna Holm.", "Anna Holm"),
        ("Anna Holm lade till att vägen är smal.", "Anna Holm"),
        ("Anna Holm (S) ansluter sig till yrkandet.", "Anna Holm"),
        ("Anna Holm kompletterade med siffror.", "Anna Holm"),
        ("Anna Holm (S) bifaller förslaget.", "Anna Holm"),
        ("Vid mötet berättade bl.a. Anna Holm om bygget.", "Anna Holm"),
        ("Vid mötet berättade bl a Anna Holm om bygget.", "Anna Holm"),
        ("Anna Holm från Ekbys vattenråd talade om bäcken.", "Anna Holm"),
        ("Anna Holm är noga med att framhålla att brevet kom i tid.", "Anna Holm"),
        ("Anna Holm försökte stoppa bygget genom att yrka avslag.", "Anna Holm"),
        ("Det var Anna Holm som hade föreslagit vägen.", "Anna Holm"),
        ("Byalistan, genom Anna Holm, krävde svar.", "Anna Holm"),
        ("I fullmäktige begärde Byalistan och partilösa Anna Holm återremiss.", "Anna Holm"),
        ("Rapport från bygget lämnade Anna Holm.", "Anna Holm"),
        ("Revisorn hade skrivit en berättelse, som föredrogs av Anna Holm.", "Anna Holm"),
        ("Anna Holm skickade ett brev där hon påstår att vägen är farlig.", "Anna Holm"),
        ("Följande yttrar sig: Anna Holm (S), Per Ek (M).", "Anna Holm, Per Ek"),
        ("Övriga som talade för bifall var Anna Holm (S) och Per Ek (C).", "Anna Holm, Per Ek"),
        (
            "Rektor Anna Holm och chefen för drift och underhåll Per Ek informerade om taket.",
            "Anna Holm, Per Ek",
        ),
        ("Rektor Anna Holm och hamnutvecklare Per Ek informerade om taket.", "Anna Holm, Per Ek"),
        ("Anna Holm tyckte att det var fel, något som även Per Ek instämde i.", "Anna Holm, Per Ek"),
    ]);
}

/// What is done with the same verbs, asked, or not said.
#[test]
fn deeds_questions_and_silence() {
    for text in [
        "Anna Holm valdes till ordförande och tackade av Per Ek.",
        "Anna Holm trycker på knappen och röstar.",
        "Anna Holm framförde en visa på dragspel.",
        "Anna Holm trodde på vinst i år.",
        "Anna Holm vill inte kommentera saken.",
        "Anna Holm, rektor, fortsatte driva frågan om badet.",
        "Vilka åtgärder anser Anna Holm vara nödvändiga?",
        "Efter informationen lämnade Anna Holm mötet.",
        "Mötet godkände den motion som väckts i maj. Lova Holm (S) kom, Ulla Ek (M)",
        "Mötet inleddes med sång av kören, ledd av Anna Holm.",
        "Anna Holm som skrivit barnboken får bidrag.",
        "Anna Holm har anmält förhinder.",
        "Anna Holm lade till handlingarna.",
        "Anna Holm kompletterade ansökan.",
        "Anna Holm ansluter sig till gruppen.",
        "Av herr Holm, som dock ej antytt sin mening.",
        "Beslutet att motionen som väcktes av Anna Holm avslås gäller.",
    ] {
        reported(text, &[]);
    }
}

/// Whom a title, a party's member or a pronoun takes up.
#[test]
fn taken_up_by_title_party_and_pronoun() {
    let both = "Utredarna presenterade sin rapport i går.";
    reported(
        &format!("Anna Holm, utredare, och Per Ek, utredare, var där. {both}"),
        &[&format!("Anna Holm, Per Ek: {both}")],
    );
    reported(
        "Till mötets sekreterare valdes Anna Holm.\n\nMötets sekreterare redogjorde för läget.",
        &["Anna Holm: Mötets sekreterare redogjorde för läget."],
    );
    reported(
        "Beslut\n\nvälja Anna Holm till mötesordförande.\nvälja Per Ek till mötessekreterare.\n\nMötesordförande tackade alla.",
        &["Anna Holm: Mötesordförande tackade alla."],
    );
    reported(
        "Anna Holm mötte Per Ek. Han svarade att bron är klar.",
        &["Per Ek: Han svarade att bron är klar."],
    );
    reported("Anna Holm mötte Eva Ek. Han svarade att bron är klar.", &[]);
    reported(
        "Vi når Anna Holm hemma. Hon är trött och säger att bron är klar.",
        &["Anna Holm: Hon är trött och säger att bron är klar."],
    );
    reported("Vi når Anna Holm hemma. Hon är trött när Per och säger att bron är klar.", &[]);
    direct(
        "Nyheter\n\nAnna Holm (S) är emot. Per Ek (M) är för.\n\n– Vi har olika syn på saken, menar socialdemokraten.\n",
        &["Anna Holm: – Vi har olika syn på saken"],
    );
    direct("Nyheter\n\nAnna Holm (S) och Per Ek (S) är emot.\n\nDet är fel, menar socialdemokraten.\n", &[]);
}

/// Whose a quotation is where its own paragraph does not say so.
#[test]
fn quotations_by_what_stands_around_them() {
    let said = "– Det är för tidigt att säga. Vi måste räkna först.";
    for above in [
        "Anna Holm som Ek hänvisade till är förvånad över beskedet.",
        "Anna Holm är noga med att framhålla att hon inte visste att Per Ek skulle avgå men medger att hon var trött:",
        "Enligt Anna Holm är bron klar.",
    ] {
        let text = format!("Nyheter\n\nPer Ek bor i Ekby.\n\n{above}\n\n{said}\n");
        direct(&text, &[&format!("Anna Holm: {said}")]);
    }
    // An article that begins with a quotation; one question; a verdict behind the words.
    direct(
        &format!("Nyheter\n\n{said}\n\nAnna Holm, byarådet, drev frågan vidare i går.\n"),
        &[&format!("Anna Holm: {said}")],
    );
    direct(
        "Nyheter\n\nAnna Holm, rektor i Ekby.\n\nVad tycker du?\n\n– Jag tycker att det är bra så här.\n",
        &["Anna Holm: – Jag tycker att det är bra så här."],
    );
    direct(
        "Nyheter\n\n”Ett stort steg för oss alla.” Så kommenterar Anna Holm beskedet.\n",
        &["Anna Holm: ”Ett stort steg för oss alla.”"],
    );
    direct(
        "Nyheter\n\n-AB Ekby är ett gott bolag och vi är glada, säger Anna Holm.\n",
        &["Anna Holm: -AB Ekby är ett gott bolag och vi är glada"],
    );
    direct(
        "Anna Holm beskrev sina känslor efter valet:\n\n- Jag är glad över att vara här i dag. Tack för det.\n",
        &["Anna Holm: - Jag är glad över att vara här i dag. Tack för det."],
    );
    // Nobody is named above, and points of a list.
    direct(&format!("Nyheter\n\nByn fick besked i går.\n\n{said}\n"), &[]);
    direct("Anna Holm beskrev planen:\n\n- Taket läggs om i vår. Det blir dyrt.\n", &[]);
    presented("# Möte\n\n## Slut\n\nAnna Holm, rektor\n\n/Eva Berg Lind\n\nPer Olof Ek\n", &[]);
}

#[test]
fn she_goes_on_below_what_is_told_of_her() {
    direct(
        "– Det är obegripligt, säger Anna Holm, landstingsråd (S).\n\nHon saknar skäl i beslutet, som kom via ministern Per Ek.\n\n\
         – Nu får bara de gamla en region, och vi får vänta ännu länge.\n",
        &[
            "Anna Holm: – Det är obegripligt",
            "Anna Holm: – Nu får bara de gamla en region, och vi får vänta ännu länge.",
        ],
    );
}

#[test]
fn two_tell_together() {
    reported(
        "Anna Holm tillsammans med Per Ek redogjorde för planen.",
        &["Anna Holm, Per Ek: Anna Holm tillsammans med Per Ek redogjorde för planen."],
    );
    reported(
        "Det meddelade ordföranden Anna Holm i onsdags.",
        &["Anna Holm: Det meddelade ordföranden Anna Holm i onsdags."],
    );
    // Who is told of something is no speaker.
    reported("Vi meddelade Anna Holm i onsdags.", &[]);
}

/// The European Parliament puts a stop and a dash behind who speaks, and the letters of the language.
#[test]
fn turns_of_the_european_parliament() {
    turns(
        "Förhandlingar\n\n  Talmannen. − Nästa punkt är frågestunden.\n\n  Ivana Horvat, rådets ordförande. (SL) Fyra månader har gått.\n\n  \
         Anna Holm (PPE). – (SV) Fru talman! Jag vill tacka. – Tack.\n",
        &[
            "Talmannen: Nästa punkt är frågestunden.",
            "Ivana Horvat: Fyra månader har gått.",
            "Anna Holm: Fru talman! Jag vill tacka. – Tack.",
        ],
    );
}

#[test]
fn whole_sentences_behind_what_is_told() {
    direct(
        "Pressmeddelande\n\nSkolan växer i år\n\nEnligt rektor Anna Holm har skolan vuxit. ”Vi är nu fler än vi någonsin har varit.”\n",
        &["Anna Holm: ”Vi är nu fler än vi någonsin har varit.”"],
    );
    direct(
        "Pressmeddelande\n\nSkolan växer i år\n\nEnligt lagen har skolan vuxit. ”Vi är nu fler än vi någonsin har varit.”\n\nAnna Holm var där.\n",
        &[],
    );
}

#[test]
fn a_statement_and_a_speech_given_whole() {
    let words = "Regeringen följer händelserna noga. Vi har i natt haft kontakt med våra grannar, och vi står fast vid det vi har lovat.";
    let given = |text: &str| speeches(text, SpeechMode::Presentation);
    assert_eq!(
        given(&format!(
            "# Uttalande om bron\n\nUttalande av statsminister Anna Holm om bron den 3 maj 2023.\n\n{words}\n"
        )),
        [format!("Anna Holm: {words}")],
    );
    assert_eq!(
        given(&format!("# Uttalande om bron\n\nUttalande om Anna Holm den 3 maj 2023.\n\n{words}\n")),
        [] as [String; 0]
    );
}

/// A paragraph of a quotation that was broken behind a full stop.
#[test]
fn a_quotation_over_two_lines() {
    direct(
        "Pressmeddelande\n\nSkolan växer i år\n\nRektor Per Ek berättar om planen.\n\n- Det vore märkligt om staten gick in nu.\nVi tror att \
         parterna löser det här själva, sade Anna Holm.\n",
        &["Anna Holm: - Det vore märkligt om staten gick in nu.\nVi tror att parterna löser det här själva"],
    );
}

#[test]
fn talks_line_by_line() {
    let turns = |text: &str| {
        let doc = klubba::analyze(text);
        let turn = |s: &klubba::Speech| {
            let name = doc.people[s.speakers[0] as usize].name.clone();
            (s.mode == klubba::SpeechMode::Turn).then(|| (name, text[s.span.range()].to_string()))
        };
        Vec::from_iter(doc.speeches.iter().filter_map(turn))
    };
    let lines = [
        ("Fabian", "Hallå, hör du mig?"),
        ("Kristina", "Ja. Jag sitter på jobbet."),
        ("Fabian", "Då börjar vi."),
        ("Kristina", "Ja visst."),
    ];
    let wanted = lines.map(|(name, words)| (name.to_string(), words.to_string()));
    for head in ["NAME:", "**NAME:**", "**0:15 NAME:**", "[00:15] NAME:"] {
        let talk = Vec::from_iter(
            lines.iter().map(|(name, words)| format!("{} {words}", head.replace("NAME", name))),
        );
        assert_eq!(turns(&format!("# Om hamnen\n\n{}\n", talk.join("\n\n"))), wanted, "{head}");
    }
    // Tasks, and fields that stand once each.
    assert_eq!(
        turns(
            "Att göra\n\nAnna: Ringer hamnen.\nBo: Köper kaffe.\nAnna: Bokar lokalen.\nBo: Skriver brev.\n"
        ),
        []
    );
    assert_eq!(
        turns(
            "Kontakt\n\nAnna: Frågor om hamnen?\nBo: Frågor om båtar.\nEva: Frågor om fester.\nPer: Annat.\n"
        ),
        []
    );
}

#[test]
fn whoever_is_named_behind_what_he_or_she_is() {
    let text = "– Det är ljust här, säger rektor Anna Holm.\n\n– Man hör inte barnen, berättar medarbetaren Eva Lind.\n\n– Det är bra, säger grannen och vännen Per Ek.\n\n– Vi trivs, säger hon.\n";
    let doc = klubba::analyze(text);
    let who = Vec::from_iter(doc.speeches.iter().map(|s| doc.people[s.speakers[0] as usize].name.as_str()));
    assert_eq!(who[..3], ["Anna Holm", "Eva Lind", "Per Ek"]);
}
