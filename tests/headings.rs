//! Where headings begin and end, by class: texts in which ⟦…⟧ stands around each heading that should be found, and no other.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use klubba::analyze;

/// Finds the headings of the text without its marks and compares them with what the marks enclose.
#[track_caller]
fn check(marked: &str) {
    let text = marked.replace(['⟦', '⟧'], "");
    let want: Vec<&str> = marked.split('⟦').skip(1).map(|part| part.split('⟧').next().unwrap()).collect();
    let doc = analyze(&text);
    let found: Vec<&str> = doc.headings.iter().map(|h| h.span.of(&text)).collect();
    assert_eq!(found, want, "in\n{text}");
}

/// A title has the pictures that are written, joined as they are, and none of the marks that nobody sees.
#[test]
fn a_title_keeps_its_pictures() {
    let text = "Möte om 👩\u{200d}💻 och digita\u{200b}lisering\n\nMötet hölls den 3 maj 2024. Nämnden beslutar att anta planen.\n";
    let doc = analyze(text);
    assert_eq!(doc.title.as_deref(), Some("Möte om 👩\u{200d}💻 och digitalisering"));
    assert_eq!(doc.headings[0].title, "Möte om 👩\u{200d}💻 och digitalisering");
}

#[test]
fn a_title_and_its_sentence_on_one_line() {
    check(
        "⟦Protokoll från föreningens årsmöte 2021⟧\n\n⟦1. Val av ordförande för mötet.⟧ Karin Lundin valdes.\n⟦2. Godkännande av dagordningen:⟧ Godkändes.\n\
         ⟦3. Fråga om mötet är behörigt utlyst⟧ Godkändes.\n⟦4. Val av revisor för 2 år.⟧ Olof Ström valdes om på två år.\n\
         ⟦5. Kassörens rapport.⟧ Se bilagan. Rapporten lades till handlingarna.\n⟦6. Avslutning.⟧ Karin Lundin tackade alla.\n",
    );
    check(
        "⟦Årsmöte i Bygdegårdsföreningen⟧\n\n⟦§ 1. Mötets öppnande.⟧ Ordföranden hälsade alla välkomna och öppnade mötet.\n\
         ⟦§ 2. Val av mötesordförande.⟧ Till ordförande för mötet valdes Sven Ask.\n\
         ⟦§ 3. Fastställande av dagordning.⟧ Den utsända dagordningen fastställdes.\n\
         ⟦§ 4. Mötets avslutande.⟧ Sven Ask tackade för visat intresse.\n",
    );
}

#[test]
fn a_paragraph_of_prose_has_its_number_for_a_heading() {
    check(
        "⟦Protokoll fört vid årsstämma i Almens samfällighet den 3 maj 2018⟧\n\n⟦§ 1.⟧ Till ordförande för stämman valdes Karin Lundin och till\n\
         sekreterare valdes Olof Ström.\n\n⟦§ 2.⟧ Dagordningen godkännes.\n\n\
         ⟦§ 3.⟧ Styrelsen föreslog att avgiften höjs, vilket stämman beslutade\nefter en kort diskussion.\n\n⟦§ 4.⟧ Stämman avslutas.\n",
    );
}

#[test]
fn a_title_goes_on_below() {
    check(
        "⟦Protokoll styrelsemöte 4 mars 2020⟧\n\n⟦2.7 ERSÄTTNINGAR TILL STYRELSEN OCH\nREVISORERNA⟧\nOrdföranden föreslog att ersättningarna lämnas oförändrade.\n\n\
         ⟦2.8 ÖVRIGA FRÅGOR⟧\nKarin Lundin undrade när vägen ska lagas.\n\n⟦2.9 AVSLUTNING⟧\nMötet avslutades.\n",
    );
    check(
        "⟦KF § 12                     KS KF/2022:118⟦\n\nSvar på fråga från Karin Lundin (S) om vägarna i Sundby⟧\n\n⟦Beslut⟧\nFrågan anses besvarad.\n"
            .replace("⟦\n", "\n")
            .as_str(),
    );
}

#[test]
fn a_sentence_with_a_number_is_no_heading() {
    check(
        "⟦Protokoll från höststämman⟧\n\n1. Till ordförande för mötet valdes Karin Lundin och till\nsekreterare Olof Ström.\n\
         2. Till ledamöter i vägnämnden omvaldes Sven Ask och Eva\nBlom på två år.\n\
         3. Kassören redogjorde för räkenskaperna, som lades till\nhandlingarna.\n",
    );
}

#[test]
fn points_of_an_agenda_are_no_headings() {
    check(
        "⟦Kallelse till höstmöte⟧\n\nMedlemmarna i Seglarsällskapet kallas till möte den 4 oktober 2022 klockan 18.\n\n⟦Föredragningslista⟧\n\n\
         §1 Mötets öppnande\n\n§2 Val av ordförande\n\n§3 Fastställande av budget för nästa år\n\n§4 Val av styrelse\n\n§5 Mötets avslutande\n",
    );
}

#[test]
fn points_below_beslut_are_no_headings() {
    check(
        "⟦Kommunfullmäktige, protokoll⟧\n\n⟦§ 13 Underlag för budgeten⟧\n\n⟦Beslut⟧\n\nEnligt kommunstyrelsens förslag:\n\
         1. Hemställan från hamnbolaget om en höjning av taket för lån till 200 mnkr år\n2023 beviljas.\n\
         2. Hamnnämnden tilldelas 2 000 tkr för nya bryggor längs ån.\n\
         3. Reserven för försörjningsstöd löses upp.\n\n⟦Handlingar⟧\n\n2023 nr 130.\n\n\
         ⟦§ 14 Nya bryggor⟧\n\n⟦Beslut⟧\n\nÄrendet bordläggs.\n",
    );
}

#[test]
fn a_line_to_sign_on_is_no_heading() {
    for line in ["_____", "*****", "_______", "_____:"] {
        check(&format!("⟦Protokoll⟧\n\n⟦§ 1 Val⟧\n\nAnna Holm valdes.\n\nJusteras\n\n{line}\n\nPer Lind\n"));
    }
}

#[test]
fn sections_of_the_law() {
    check(
        "⟦Ordningsföreskrifter för Almby kommun⟧\n\n⟦Inledande bestämmelse⟧\n⟦1 §⟧ Föreskrifterna gäller på offentlig plats i kommunen och omfattar\nalla som vistas där.\n\
         ⟦Lastning av varor⟧\n⟦2 §⟧ Den som lastar varor ska se till att ingen utsätts för damm eller\nlukt som skadar.\n⟦2 a §⟧ Varor får inte lämnas över natten.\n",
    );
}

#[test]
fn the_lines_of_a_signature_are_no_headings() {
    check(
        "⟦Styrelsemöte 4 mars 2020⟧\n\n⟦1. Mötets öppnande⟧\nOrdföranden öppnade mötet och hälsade alla välkomna.\n\n\
         ⟦2. Nästa möte⟧\nNästa möte hålls den 8 april hos Karin.\n\nVid protokollet\n\nOlof Ström\n\nJusteras\n\nKarin Lundin\n",
    );
}

#[test]
fn headings_of_org_mode() {
    check(
        "#+TITLE: Höstmöte i Kanotklubben Paddeln\n#+OPTIONS: toc:nil\n\n# Mall för protokoll\n\n* ⟦§ 1 Mötet öppnas⟧\nKarin Lundin öppnade mötet.\n\n\
         * ⟦§ 2 Val av ordförande⟧\n- Olof Ström valdes.\n\n** ⟦Bilaga⟧\nRöstlängden.\n"
            .replace("TITLE: Höst", "TITLE: ⟦Höst")
            .replace("Paddeln\n", "Paddeln⟧\n")
            .as_str(),
    );
    // Stars and figures of another text are points and figures.
    check("⟦# Packlista⟧\n\n* Tält till alla\n* Kök\n\n#1 är vattnet.\n".replace("⟦# ", "# ⟦").as_str());
}

#[test]
fn stars_of_org_mode_without_a_setting() {
    check(
        "* ⟦Mötesprotokoll för Granens båtlag⟧\nDatum: 2020-05-04\nTid: 18.00\n\n** ⟦§ 1 Mötets öppnande⟧\nMötet öppnades.\n\
         ** ⟦§ 2 Bojar⟧\nBojarna målas i maj.\n\n*** ⟦Färg⟧\nFärgen köps av Anna.\n\n** ⟦§ 3 Avslutning⟧\nMötet avslutades.\n",
    );
    // Points within points are points.
    check(
        "# ⟦Packlista⟧\n\nDet här tar vi med oss.\n\n* Båtar\n** Jollar\n** Kanoter\n* Mat\n** Bröd\n\nVi ses på kajen.\n",
    );
    check(
        "# ⟦Bryggdagar⟧\n\n** Obs! ** Mötet flyttas.\n** Obs! ** Mötet är sent.\nVi ses på kajen i morgon.\n",
    );
    check(
        "⟦Protokoll från vårmötet⟧\n\n* Anna öppnade mötet.\n* Per valdes till sekreterare.\n* Mötet avslutades.\n",
    );
}

#[test]
fn marks_at_the_end_of_a_heading() {
    check("# ⟦Städdagen⟧ {#stad}\n\nVi städar.\n\n## ⟦Mat⟧ {.liten}\n\nDet blir soppa.\n");
    check(
        "# ⟦Städdagen⟧\n\nVi städar.\n\n## **_⟦Vad gjorde du?⟧_**\n\nJag eldade löv.\n\n**_⟦Vad åt du?⟧_**\n\nJag åt soppa.\n",
    );
    check(
        "## [⟦Dagordning för vårmöte 2021⟧](https://granen.example/2021/dagordning/ \"Dagordning\")\n\nMötet hålls på kajen.\n",
    );
    check("# <span id=\"bojar\">⟦Bojar⟧</span>\n\nBojar ska vara gula.\n");
    // A link within the words and a word in braces are the heading's own.
    check("# ⟦Se [stadgarna](https://granen.example) och planen⟧\n\nDe gäller alla.\n");
    check("# ⟦Mallen för {namn}⟧\n\nSkriv ditt namn.\n");
    check(
        "# ⟦Mötesprotokoll⟧\n\n## ⟦Vårmöte 12/04/20⟧\n\nVi stämde av läget.\n\n## ⟦Möte 19/04/20⟧\n\nVi skrev.\n",
    );
}

#[test]
fn a_column_beside_a_heading_is_none_of_its_words() {
    check(
        "Regeringens skrivelse 2016/17:70\n⟦Bojar vid kajer och \t Skr.\nhamnar⟧ \t 2016/17:70\n\nRegeringen överlämnar denna skrivelse till riksdagen.\n\n\
         ⟦1 \t Ärendet och dess beredning⟧ \t Skr. 2016/17:70\n\nVid riksdagens behandling tog utskottet upp bojar.\n",
    );
    check(
        "⟦Årsredovisning 2021⟧\n\n⟦Förvaltningsberättelse⟧\n\nFöreningen har haft ett lugnt år.\n\n⟦Flerårsöversikt⟧               Belopp i kr\n\n\
         Avgifterna höjdes en gång.\n",
    );
    // What is no column's head stays, as do columns of a table.
    check("⟦Vi säljer    nya båtar⟧\n\nVälkommen till butiken. Vi har öppet varje dag.\n");
    check("⟦Budget 2021⟧\n\nAvgifter     12 000     14 000 kr\nBojar         2 000      3 000 kr\n");
}

#[test]
fn a_marked_number_has_its_title_below() {
    check(
        "Sundby kommun\n\n## ⟦§ 31\n\n## **Ny förskola i Ekbacken⟧**\n\nNämnden behandlade frågan.\n\n## ⟦§ 32\n\n## **Budget för nästa år⟧**\n\n\
         Nämnden antog budgeten.\n\n## **⟦Sammanfattning⟧**\n\nAllt gick bra i år också.\n",
    );
}

#[test]
fn what_is_bold_or_a_link_as_a_whole() {
    check(
        "# ⟦Nytt från byalaget⟧\n\n[**⟦Bron är lagad⟧**](https://exempel.se/bron)\n\nNu kan man gå över ån igen.\n\n<strong>⟦Städdagen⟧</strong>\n\n\
         Ta med egen kratta.\n",
    );
}

#[test]
fn a_question_below_who_puts_it_is_no_heading() {
    check(
        "⟦Svar på fråga om broar⟧\n\n1981/82:12 av Anna Holm (c) till statsrådet:\n\nVem ska laga broarna?\n\nAnf. 4 Statsrådet PER EK:\n\nHerr talman! Det ska vi.\n",
    );
    for asks in [
        "1981/82:7 Karin Ek (m) till jordbruksministern om broar:",
        "Anna Holm (c) har frågat kommunikationsministern:",
        "Mot denna bakgrund vill jag fråga statsrådet:",
    ] {
        check(&format!(
            "⟦Svar på fråga om broar⟧\n\n{asks}\n\nVem ska laga broarna?\n\nAnf. 4 Statsrådet PER EK:\n\nHerr talman! Det ska vi.\n"
        ));
    }
    check(
        "⟦Frågor och svar⟧\n\n⟦Vem ska laga broarna?⟧\n\nDet gör vi, och det kostar fyra kronor för var och en.\n\n⟦När lagas broarna?⟧\n\nDet görs i vår, när isen har gått.\n",
    );
}

#[test]
fn salutations_and_credits_are_no_headings() {
    check(
        "⟦Brev till medlemmarna i Ekens vägförening⟧\n\nHej alla vägvänner!\n\nVi har grusat vägen under våren och ska dika i höst.\n\n\
         Vårvägen i maj © Karin Lundin\n\nTack för hjälpen med städningen av dikena.\n",
    );
}

#[test]
fn a_title_goes_on_behind_a_small_word_a_comma_and_until_the_decision() {
    let minutes = |title: &str| {
        check(&format!(
            "⟦Protokoll från kommunfullmäktige 2024-03-21⟧\n\n⟦§ 101 Ärendenummer KF-2024-00078\n\nBudget för nästa år⟧\n⟦Beslut⟧\n\nBudgeten antas.\n\n\
             ⟦§ 102 Ärendenummer KF-2024-00009:12\n\n{title}\n\n⟦Beslut⟧\n\nLänsstyrelsens beslut antecknas.\n\n\
             ⟦§ 103 Ärendenummer KF-2024-00125\n\nInterpellation av Anna Ek (M) till skolnämndens\nordförande om läroböckerna⟧\n⟦Beslut⟧\n\nInterpellationen bordläggs.\n"
        ));
    };
    // The name behind *för* is the title's; the sentence below is not.
    minutes(
        "Anmälan av länsstyrelsens beslut att utse Lisbet Lind (S)\ntill ny ersättare i kommunfullmäktige i stället för\nAnna Alm (S)⟧\n\
         Länsstyrelsen har den 7 mars 2024 beslutat utse Lisbet Lind (S) till ny ersättare i\nkommunfullmäktige i stället för Anna Alm (S).",
    );
    minutes(
        "Motion av Lisbet Lind (S), Kalle Bo (S),\nJohanna Alm (S) och Jörgen Ek (S) om bänkar längs ån⟧",
    );
    // *ska* tells no sentence where the line above is open.
    minutes("Motion av Lisbet Lind (S) och Kalle Bo (S) om att\nSundby ska bli årets studentstad⟧");
}

#[test]
fn lines_without_a_blank_above_the_decision_are_the_titles() {
    check(
        "⟦Protokoll från kommunstyrelsen 2024-03-21⟧\n\n⟦§ 4 Ärendenummer KS-2024-00078\n\nGodkännande av plan 2025-2028 för att nå\nMålbild Sundby⟧\n⟦Beslut⟧\n\n\
         Planen godkänns.\n\n⟦§ 5 Ärendenummer KS-2024-00079\n\nTaxor för nästa år⟧\n⟦Beslut⟧\n\nTaxorna antas.\n",
    );
}

#[test]
fn seats_of_a_list_of_votes_are_no_headings() {
    let vote = "Anna Holm\n\nS\n\n57 Ledamot\n\nJa\n\nPer Lind\n\nM\n\n58 Ledamot\n\nNej\n\n".repeat(6);
    let text = format!(
        "Protokoll från kommunfullmäktige 2024-03-21\n\n§ 4 Budget\n\nBeslut\n\nBudgeten antas.\n\n§ 5 Taxor\n\nBeslut\n\nTaxorna antas.\n\nBilaga 1\n\n{vote}"
    );
    let seats = analyze(&text).headings.into_iter().filter(|heading| heading.title == "Ledamot").count();
    assert_eq!(seats, 0);
}

#[test]
fn a_sentence_of_minutes_begins_with_its_verb() {
    check(
        "⟦Protokoll från årsmötet i Ekbackens vägförening 2014⟧\n\n⟦§ 1.⟧ Öppnade ordföranden mötet och hälsade alla välkomna.\n\n\
         ⟦§ 2.⟧ Valdes Karin Lundin till mötets ordförande\n\n⟦§ 3.⟧ Fastställdes dagordningen för mötet.\n\n\
         ⟦§ 4.⟧ Föredrog kassören räkenskaperna för året.\n\n⟦§ 5.⟧ Bekräftades att kallelsen gått ut i rätt tid.\n\n\
         ⟦§ 6.⟧ Biträdde mötet styrelsens förslag.\n",
    );
    // A question and a noun are titles.
    check(
        "⟦Protokoll från årsmötet i Ekbackens vägförening 2014⟧\n\n⟦§ 1 Mötets öppnande⟧\n\nKarin Lundin öppnade mötet och hälsade alla välkomna.\n\n\
         ⟦§ 2 Är mötet behörigt utlyst?⟧\n\nMötet fann att så var fallet.\n\n⟦§ 3 Val av styrelse⟧\n\nStyrelsen valdes om för två år.\n",
    );
}

#[test]
fn a_title_between_marks_before_its_text() {
    check(
        "# ⟦Stadgar för Sällskapet Kvarnen⟧\n\n⟦1. `Namn`⟧ Sällskapets namn är Kvarnen, och det verkar i Almby.\n\n\
         ⟦2. `Ändamål`⟧ Sällskapet vårdar kvarnen och visar den för skolor.\n\n⟦3. `Medlemskap`⟧ Medlem blir den som betalar avgiften.\n\n\
         ⟦4. `Styrelse`⟧ Styrelsen har fem ledamöter och väljs för ett år.\n",
    );
    // What is quoted in running text is no title.
    check(
        "# ⟦Anvisning för skrivaren⟧\n\n1. `start` sätter i gång den, och den värms upp en stund.\n2. `stopp` stänger av den.\n\nFråga vaktmästaren.\n",
    );
}

#[test]
fn a_meeting_heads_its_section_of_statutes() {
    check(
        "⟦Kårmötet⟧\n\n⟦§ 9⟧\nKårmötet styr kåren och hålls fyra gånger om året, i varje kvartal en gång.\n\n⟦§ 10⟧\nKallelse går ut senast två veckor före mötet.\n\n\
         ⟦Styrelsen⟧\n\n⟦§ 11⟧\nStyrelsen har sju ledamöter som väljs för ett år i sänder.\n\n⟦§ 12⟧\nStyrelsen är beslutför när fyra ledamöter är där.\n",
    );
}

#[test]
fn the_parts_of_a_judgment() {
    check(
        "⟦Dom om upphandling av bussar⟧\n\n⟦KLAGANDE⟧\n\nAlmby Buss AB, 556677-1234\n\n⟦MOTPART⟧\n\nSundby kommun, 123 45 Sundby\n\n⟦SAKEN⟧\n\nOffentlig upphandling\n\n⟦YRKANDEN M.M.⟧\n\n\
         Bolaget yrkar att upphandlingen ska göras om, och anför följande.\n\n⟦DOMSKÄL⟧\n\nBolaget har inte visat att det har lidit skada av kommunens fel.\n",
    );
}

#[test]
fn what_sites_and_programmes_print_is_no_heading() {
    check(
        "⟦Vattendagen i Almby⟧\n\nPublicerad: 2021-05-04\n\nBild av en bro över ån\n\nKommunen bjuder in alla som bor vid ån till en dag om vatten.\n\n\
         9.30 Kaffe och anmälan\n\n10.15 Föredrag om kräftor\n\n12.00 Lunch i det gröna\n\nkarta.png\n\n123 45 Almby\n",
    );
    // A section with such a number goes on from the one above.
    check(
        "⟦Plan för vatten⟧\n\n⟦10.1 Ån⟧\n\nÅn ska rensas och dess stränder ska skyddas mot ras.\n\n⟦10.2 Sjön⟧\n\nI sjön ska finnas kräftor om tio år.\n",
    );
}

#[test]
fn items_without_blank_lines_between_them() {
    let head = "⟦PROTOKOLL⟧\nKommunstyrelsen 2022-06-01\n";
    for items in [
        "⟦§ 41 Antagande av plan⟧\n⟦Beslut⟧\nNämnden antar planen.\n⟦§ 42 Taxa⟧\n⟦Beslut⟧\nNämnden antar taxan.\n",
        "⟦§ 41\nAntagande av plan⟧\n⟦Beslut⟧\nNämnden antar planen.\n⟦§ 42\nTaxa⟧\n⟦Beslut⟧\nNämnden antar taxan.\n",
        "⟦41 § Antagande av plan⟧\nNämnden antar planen.\n⟦42 § Taxa⟧\nNämnden antar taxan.\n",
        "⟦§41. Antagande av plan⟧\nNämnden antar planen.\n⟦§42. Taxa⟧\nNämnden antar taxan.\n",
        "⟦Ks § 41 Antagande av plan⟧\n⟦Beslut⟧\nNämnden antar planen.\n⟦Ks § 42 Taxa⟧\n⟦Beslut⟧\nNämnden antar taxan.\n",
        "⟦Ksau § 41 Antagande av plan⟧\n⟦Beslut⟧\nNämnden antar planen.\n⟦Ksau § 42 Taxa⟧\n⟦Beslut⟧\nNämnden antar taxan.\n",
        "⟦Kfn 41 Antagande av plan⟧\n⟦Beslut⟧\nNämnden antar planen.\n⟦Kfn 42 Taxa⟧\n⟦Beslut⟧\nNämnden antar taxan.\n",
    ] {
        check(&format!("{head}{items}"));
    }
}

#[test]
fn parts_of_an_item_have_a_letter_or_stand_behind_a_colon() {
    let parts = |first: &str, second: &str, third: &str| {
        check(&format!(
            "⟦Styrelsemöte i Almby båtklubb 4 mars 2020⟧\n\n⟦1. Mötets öppnande⟧\n\nOrdföranden öppnade mötet och hälsade alla välkomna.\n\n⟦2. Rapporter⟧\n\n\
             ⟦{first} Hamnen⟧\n\nBryggorna ska lagas innan båtarna sjösätts i maj.\n\n⟦{second} Kassan⟧\n\nAvgifterna är betalda och kassan är god.\n\n\
             ⟦{third} Klubbhuset⟧\n\nTaket läcker över köket och ska ses över av Karin.\n\n⟦3. Avslutning⟧\n\nMötet avslutades med kaffe.\n"
        ));
    };
    parts("2a.", "2b.", "2c.");
    parts("2a)", "2b)", "2c)");
    parts("2:1", "2:2", "2:3");
    parts("2.1", "2.2", "2.3");
    // Hours and ordinals are no numbers.
    check(
        "⟦Dag för nya medlemmar⟧\n\nVi träffas i klubbhuset och äter tillsammans vid lunch.\n\n9:30 Kaffe\n\n2:a mötet är i maj, och då kommer alla som vill.\n",
    );
}

#[test]
fn a_number_may_stand_before_a_colon() {
    check(
        "⟦Styrelsemöte i byalaget 2019-10-14⟧\n\n⟦1: Mötets öppnande⟧\n\nKarin Lundin öppnade mötet och hälsade alla välkomna.\n\n⟦2: Vatten och avlopp⟧\n\n\
         Vi talade om ledningen, som måste grävas om i vår.\n\n⟦3: Julmarknad⟧\n\nMarknaden hålls i bygdegården den första advent.\n",
    );
}

#[test]
fn a_sentence_that_what_stands_below_ends_is_no_heading() {
    for line in [
        "Resultaten för perioden väntas bli som nedan:",
        "Frågor som togs upp var:",
        "Vidare avråder styrelsen från bad vid:",
        "Stämman beslutade:",
        "Styrelsen kommer i år att arbeta med:",
    ] {
        check(&format!(
            "⟦Nytt från stämman⟧\n\nStämman hölls i bygdegården med fyrtio medlemmar på plats.\n\n{line}\n\nAlla röstade för att laga den stora bryggan.\n\nAllt gick bra, och alla fick kaffe efteråt i den stora salen.\n"
        ));
    }
    // A label and a title without a verb are headings.
    check(
        "⟦Protokoll från styrelsemöte 4 maj 2021⟧\n\n⟦Närvarande:⟧\nKarin Lundin\nOlof Ström\n\n⟦1. Rapporter från grupperna:⟧\nGrupperna har arbetat med vägen under våren.\n\n\
         ⟦2. Övriga frågor:⟧\nKarin Lundin undrade när bron ska lagas.\n",
    );
}

#[test]
fn marks_that_are_quoted_mark_no_other_lines() {
    let item = |number: usize| {
        format!(
            "⟦{number}. Förslag om båtplats {number}⟧\n\nMötet talade länge om platsen och antog sedan förslaget.\n\n"
        )
    };
    let items: String = (1..20).map(item).collect();
    check(&format!(
        "⟦Protokoll från årsmötet i båtklubben 2021⟧\n\n{items}Så lyder de nya stadgarna efter ändringen på mötet i dag.\n\n## ⟦Medlemmar⟧\n\nMedlem är den som har en båt i hamnen.\n\n\
         ## ⟦Avgift⟧\n\nAvgiften betalas före mars månads slut varje år.\n"
    ));
}

#[test]
fn a_case_number_alone_below_the_title_is_the_items() {
    let case = |below: &str| {
        let text = format!(
            "Protokoll från skolnämnden 2023-05-11\n\n§ 4 Budget för nästa år\n\n{below}\n\nNämnden antar budgeten för nästa år.\n\n§ 5 Övriga frågor\n\nInga frågor togs upp på mötet.\n"
        );
        analyze(&text).headings.into_iter().find(|h| h.number.as_deref() == Some("§ 4")).and_then(|h| h.case)
    };
    assert_eq!(case("Dnr 2023/118").as_deref(), Some("2023/118"));
    assert_eq!(case("Diarienummer: SKN 2023/118").as_deref(), Some("SKN 2023/118"));
    assert_eq!(case("Dnr 2023/SKN 0118").as_deref(), Some("2023/SKN 0118"));
    // A number in a sentence, a day and a bare number are none.
    assert_eq!(case("Dnr 2023/118 behandlades i mars av utskottet."), None);
    assert_eq!(case("2023-04-02"), None);
    assert_eq!(case("118"), None);
}

#[test]
fn a_document_tells_its_hour_in_its_title() {
    for title in [
        "Protokoll fört vid bystämma med Almby byalag söndagen den 30 januari 2005 kl. 16",
        "Protokoll från styrelsemöte nr 6, den 21 september 2013, kl 09.00",
    ] {
        check(&format!(
            "⟦{title}⟧\n\nFjorton bybor var där enligt den lista som bifogas protokollet.\n\n⟦§ 1⟧ Karin Lundin hälsar alla välkomna och öppnar stämman.\n\n\
             ⟦§ 2⟧ Till ordförande för stämman utses Olof Ström i Nedre Almby.\n"
        ));
    }
}

#[test]
fn what_sites_papers_and_printers_print_is_no_heading() {
    let news = |line: &str| {
        check(&format!(
            "⟦Ny bro över Almån klar till våren⟧\n\n{line}\n\nKommunen bygger en ny bro över ån, och den ska vara klar när isen har gått i vår.\n\n\
             Bron kostar fyra miljoner kronor och får en bana för cyklar på södra sidan.\n"
        ));
    };
    for line in [
        "Artikelbild",
        "Dela sidan",
        "Hoppa till innehåll",
        "Hjälpte informationen på den här sidan dig?",
        "Filer tillgängliga för nedladdning",
        "Report this content",
        "Next post",
        "Av Karin Lundin",
        "Text och foto: Olof Ström",
        "Insändare 2021-03-04 kl. 13:30",
        "Politik2021-03-04 06:51",
        "ISBN 91-7000-000-0",
        "Tryckt av Sundby Tryck AB",
    ] {
        news(line);
    }
    // Titles that begin with such words.
    for title in ["Av vem byggs bron?", "Lyssna på dem som bor vid ån", "Dela vägen med andra", "Nästa möte"]
    {
        check(&format!(
            "⟦Ny bro över Almån klar till våren⟧\n\nKommunen bygger en ny bro över ån, och den ska vara klar när isen har gått i vår.\n\n⟦{title}⟧\n\n\
             Bron kostar fyra miljoner kronor och får en bana för cyklar på södra sidan.\n"
        ));
    }
}

#[test]
fn forms_of_minutes_and_letters_are_no_headings() {
    let minutes = |line: &str| {
        check(&format!(
            "⟦Protokoll från styrelsemöte i Ekens vägförening 2021⟧\n\n⟦1. Mötets öppnande⟧\n\nOrdföranden öppnade mötet och hälsade alla välkomna.\n\n{line}\n\n\
             ⟦2. Vägen⟧\n\nVägen ska grusas i maj, och dikena ska rensas i höst.\n"
        ));
    };
    for line in [
        "Till kommunstyrelsen i Sundby",
        "Närvarande Karin Lundin, Olof Ström och Sven Ask",
        "Övriga deltagare Karin Lundin, Olof Ström",
        "Sundby den 4 mars 2021",
        "Västerås 2021-03-04",
        "Styrelsen beslutade",
        "12 medlemmar hade kommit till mötet.",
        "Justeras",
        "Justerare:",
    ] {
        minutes(line);
    }
    // The parts of a chronicle, a day that heads its part, and who is to adjust as an item.
    check(
        "⟦Byalagets år⟧\n\n⟦2021⟧\n\nByalaget målade bygdegården och höll marknad i augusti för andra gången.\n\n⟦2022⟧\n\nByalaget lade nytt tak på bygdegården och köpte en gräsklippare.\n\n\
         ⟦2023⟧\n\nByalaget firade femtio år med fest i bygdegården och en bok.\n",
    );
    check(
        "⟦Styrelsemöte i Almby båtklubb⟧\n\n⟦Mötets öppnande⟧\n\nKarin Lundin öppnade mötet.\n\n⟦Val av justerare⟧\n\nOlof Ström valdes att justera protokollet.\n\n\
         ⟦Övriga frågor⟧\n\nInga övriga frågor togs upp på mötet.\n",
    );
}

#[test]
fn titles_in_capitals_end_where_their_sentence_begins() {
    check(
        "⟦1 ÅRSMÖTETS ÖPPNANDE⟧ Anna Holm öppnade mötet.\n\n⟦2 VAL AV JUSTERARE⟧ Per Ek valdes att justera.\n\n⟦3 RAPPORTER⟧ Inga rapporter hade kommit in.\n",
    );
}

#[test]
fn titles_that_no_mark_parts_from_their_sentence() {
    check(
        "⟦Protokoll fört vid klubbens årsmöte 28 mars 2015⟧\n\n ⟦1. Mötets öppnande⟧ Ordförande Anna Holm öppnade mötet\n\
         ⟦1. Val av sekreterare⟧ Per Ek utsågs till sekreterare för mötet\n ⟦1. Budget och avgifter⟧ Mötet antog budgeten\n",
    );
    check(
        "⟦Protokoll fört vid båtklubbens årsmöte den 4 mars 2015⟧\n\n⟦§ 1 Mötets öppnande⟧ Anna Holm öppnade mötet och hälsade alla välkomna.\n\n\
         ⟦§ 2 Bryggor och bojar⟧ Det beslutades att köpa två bojar.\n\n⟦§ 3 Val av styrelse⟧ Till ordförande valdes Per Ek.\n",
    );
}

#[test]
fn a_title_with_a_stop_below_its_number() {
    check(
        "⟦§ 1\n\nMötets öppnande.⟧\n\nAnna Holm hälsade alla välkomna.\n\n⟦§ 2\n\nVal av två justerare.⟧\n\nPer Ek valdes.\n\n\
         ⟦§ 3⟧\n\nMötet beslöt att skjuta på frågan.\n\n⟦§ 4⟧\n\nOrdföranden tackade alla.\n",
    );
}

#[test]
fn a_sign_with_a_full_stop_before_its_number() {
    check(
        "⟦Protokoll, hållet hos Stadsfullmäktige i Almby den 3 maj 1887⟧\n\n⟦§.4.⟧\nBeslöts att lägga nytt tak på brandstationen\nvid torget.\n\n\
         ⟦§.5.⟧\nBeslutades att hålla marknad vid hamnen i juni.\n",
    );
}

#[test]
fn points_below_lone_bullets_and_lines_that_go_on_are_none() {
    check(
        "⟦Byalaget söker två projektledare⟧\n\nVill du leda bygget av en ny brygga? Byalaget söker nu två ledare för hela hösten.\n\nMeriter\n•\n\n\
         Studier vid en högskola\n\n•\n\nGod vana att tala inför folk\n\n•\n\nTidigare arbete i en förening\n\nVi ser fram emot din ansökan, som vi läser så snart den har kommit.\n",
    );
    check(
        "⟦Projektledare till bryggan⟧\n\nByalaget söker en ledare för bygget av en ny brygga. Tjänsten gäller hela hösten.\n\n\
         Ansökan innehållande personligt brev och betyg skickas till\nbryggan@linden.example senast i maj.\n",
    );
}

#[test]
fn contents_with_pages_on_lines_of_their_own() {
    let text = "Riktlinjer för byalaget\n\nInnehåll\n1 Fester\n\n2\n\n2 Bryggor\n\n3\n\n3 Båtar\n\n6\n\n4 Val och inval\n\n8\n\nByalaget Linden\n\n\
        1 Fester\nAlla fester ska vara öppna för alla medlemmar i byalaget.\n\n2 Bryggor\nBryggorna lagas varje vår av dem som har båt där.\n";
    let doc = analyze(text);
    let toc = Vec::from_iter(doc.toc.iter().map(|entry| (entry.title.as_str(), entry.page)));
    assert_eq!(
        toc[..4],
        [("Fester", Some(2)), ("Bryggor", Some(3)), ("Båtar", Some(6)), ("Val och inval", Some(8))]
    );
}

#[test]
fn a_case_number_between_a_number_and_its_title() {
    check(
        "⟦SAMMANTRÄDESPROTOKOLL⟧\nKommunstyrelsen\n\n⟦§ 135\n\nKS 2019/475\n\nNy brygga vid hamnen samt en\nbåtramp⟧\n\n\
         ⟦Beslut⟧\nKommunstyrelsen beslutar att ärendet bordläggs.\n\n⟦Ärendet⟧\nHamnen har få bryggor.\n",
    );
}

#[test]
fn blanks_of_no_width_and_numbers_above_entries() {
    let text = "Protokoll från årsmötet 2023\n\n1.\u{200b} Mötets öppnande\nAnna Holm öppnade mötet.\n\u{200b}\n2.\u{200b} Dagordning\nDen godkändes av mötet.\n\n3.\u{200b} Avslutning\nMötet avslutades.\n";
    let doc = analyze(text);
    let titles = Vec::from_iter(doc.headings.iter().skip(1).map(|h| h.title.as_str()));
    assert_eq!(titles, ["Mötets öppnande", "Dagordning", "Avslutning"]);
    assert!(doc.headings.iter().all(|h| h.span.of(text).trim() == h.span.of(text)));
    let toc = analyze(
        "Innehållsförteckning\n1\n\nFörslag till beslut ........ 3\n\n2\n\nLagtext ........ 4\n2.1\nFörslag till lag om\nhamnar ........ 4\n\n3\n\nÄrendet ........ 8\n\n1\n\nFörslag till beslut\n\nHär är förslaget till beslut.\n",
    );
    let toc = toc.toc.iter().map(|entry| (entry.number.as_deref(), entry.title.as_str(), entry.page));
    let wanted = [
        ("1", "Förslag till beslut", 3),
        ("2", "Lagtext", 4),
        ("2.1", "Förslag till lag om hamnar", 4),
        ("3", "Ärendet", 8),
    ];
    assert_eq!(Vec::from_iter(toc), wanted.map(|(number, title, page)| (Some(number), title, Some(page))));
}

#[test]
fn a_title_in_front_matter_is_the_first_heading() {
    check(
        "---\ntitle: ⟦Städdag i hamnen⟧\ndate: 2021-04-10\n---\n\nDen 10 april städar vi hamnen. Alla är välkomna.\n",
    );
    check(
        "+++\ntitle = \"⟦Ny styrelse vald⟧\"\ndate = 2021-04-10\n+++\n\nÅrsmötet valde en ny styrelse i går.\n",
    );
    check(
        "---\ntitel: ⟦Protokoll från höstmötet⟧\n---\n\n## ⟦§ 1 Mötet öppnas⟧\n\nAnna Holm öppnade mötet.\n\n## ⟦§ 2 Dagordning⟧\n\nGodkändes.\n",
    );
    // Below, a line of the first level says it again: that is the heading.
    check("---\ntitle: Städdag i hamnen\n---\n\n# ⟦Städdag i hamnen⟧\n\nDen 10 april städar vi hamnen.\n");
    // An entry of the menu is no title.
    check("---\ntitle: Hem\n---\n\nDen 10 april städar vi hamnen. Alla är välkomna.\n");
}

#[test]
fn the_first_rule_of_a_part_without_blanks() {
    check(
        "⟦Stadga för Almby hamn⟧\n\n⟦Allmänt⟧\n⟦1 §⟧ I denna stadga finns bestämmelser om båtplatser i hamnen och om\nhur de fördelas.\n\n\
         ⟦2 §⟧ Den som har en båtplats ska sköta den.\n",
    );
    check(
        "⟦Föreskrifter om hamnar⟧\n\n⟦Båtplatser⟧\n⟦1 §⟧ Den som vill ha en båtplats ska anmäla det till hamnen före maj\nvarje år.\n\
         ⟦Avgifter⟧\n⟦2 §⟧ Avgiften för en båtplats ska betalas i förväg och gäller hela\nsäsongen.\n\
         ⟦Vinterplatser⟧\n⟦3 §⟧ Båtar får ligga kvar på land från oktober till april om hamnen\nhar gett lov.\n",
    );
    // A reference in a sentence that was wrapped.
    check(
        "⟦Yttrande om hamnen⟧\n\nNämnden anser att avgiften följer av det som sägs om båtplatser i\n1 § Stadgan för Almby hamn, där avgifterna regleras. Nämnden har\ninget att invända.\n",
    );
    // A line that goes on with the one above.
    check(
        "⟦Yttrande om hamnen⟧\n\nNämnden har läst förslaget. Det finns i kapitlet om\nbåtplatser\noch i bilagan.\n",
    );
}

#[test]
fn letters_of_a_body_behind_a_case_number() {
    let case = |text: &str| analyze(text).headings.iter().find_map(|h| h.case.clone());
    let text = |line: &str| {
        format!("Protokoll\n\n{line}\n\nNy brygga vid hamnen\n\nBeslut\nNämnden beslutar att anta planen.\n")
    };
    assert_eq!(case(&text("§ 38 2026.130 TEN")).as_deref(), Some("2026.130 TEN"));
    assert_eq!(case(&text("§ 38 2024/130 KS")).as_deref(), Some("2024/130 KS"));
    check(
        "⟦Protokoll⟧\n\n⟦§ 38 2026.130 TEN\n\nNy brygga vid hamnen⟧\n\n⟦Beslut⟧\nNämnden beslutar att anta planen.\n",
    );
}

#[test]
fn whose_proposal_or_decision_with_a_colon() {
    check(
        "⟦Protokoll⟧\n\n⟦12 § Ny brygga⟧\n\n⟦Stadsdirektör Bo Eks förslag:⟧\nBryggan byggs i år.\n\n⟦Hamnutskottets beslut:⟧\nEnligt förslaget.\n",
    );
    check(
        "⟦Protokoll⟧\n\n⟦12 § Ny brygga⟧\n\n⟦Hamnmästarens förslag:⟧\nBryggan byggs i år.\n\n⟦Beslut:⟧\nEnligt förslaget.\n",
    );
    // A sentence that names a proposal.
    check("⟦Protokoll⟧\n\n⟦12 § Ny brygga⟧\n\nNämnden tackar för grannarnas förslag: bryggan byggs i år.\n");
    check(
        "⟦Protokoll⟧\n\n⟦12 § Ny brygga⟧\n\nI dag följer nämnden, efter lång debatt, i allt grannarnas förslag:\nbryggan byggs i år.\n",
    );
}

#[test]
fn where_a_matter_was_handled_before() {
    check(
        "⟦Protokoll⟧\n\n⟦12 § Nämndens namn⟧\n\n⟦Hamnnämnden 16.8.2021, 32 §⟧\nBeredning: hamnmästare Anna Holm, tfn 040 123\n\nNämnden föreslår ett nytt namn.\n\n\
         ⟦Stadsstyrelsen 30.8.2021 § 10⟧\nBeredning: stadsdirektör Bo Ek, tfn 040 124\n\nStyrelsen godkänner förslaget.\n",
    );
    // The list of earlier handlings says each line twice, or a sentence names one.
    check("⟦Protokoll⟧\n\n⟦12 § Nämndens namn⟧\n\nBordlagt av stadsstyrelsen 16.8.2021, 32 §.\n");
    check(
        "⟦Protokoll⟧\n\n⟦12 § Nämndens namn⟧\n\nÄrendet behandlades av nämnden, stadsstyrelsen och fullmäktige\nsenast 16.8.2021 § 32\noch lämnades då utan åtgärd.\n",
    );
}

#[test]
fn the_pieces_of_a_page_head_are_none() {
    check(
        "⟦12 § Nämndens namn⟧\n\nNämnden föreslår ett nytt namn.\n\nProtokoll\nHamnnämnden\n\n12 §\n\n15.09.2022\n\nSida\n3\n\n\
         Namnet ska vara kort och lätt att minnas, och det ska passa hamnen.\n",
    );
    // Without a day the lines are the text's own.
    check("⟦Protokoll⟧\n\n⟦§ 12⟧\nNämnden föreslår ett nytt namn.\n\nSida\n3\n");
}

#[test]
fn a_year_before_a_sign_is_no_number() {
    check(
        "⟦Tjänsteskrivelse om hamnen⟧\n\nNämnden beslutade om bryggan vid sitt möte den 19 november\n2025 § 79 att den skulle lagas under våren.\n",
    );
}
