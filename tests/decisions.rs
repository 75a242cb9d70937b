//! Decisions, case by case: what is found, of what kind, by whom; and what is not.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::decisions;

/// A sentence of minutes, without a label above it.
fn minutes(sentence: &str) -> String {
    format!("Protokoll\n\n§ 4 Lokaler\n\n{sentence}\n")
}

fn under(label: &str, text: &str) -> String {
    format!("Protokoll\n\n§ 4 Lokaler\n\n{label}\n\n{text}\n")
}

/// One decision each: text, its words, kind, body.
#[test]
fn kinds_and_forms() {
    let cases = [
        // Present, past, passive, inverted.
        ("Nämnden fastställer planen.", "adopt", "Nämnden"),
        ("Nämnden fastställde planen.", "adopt", "Nämnden"),
        ("Planen fastställs av nämnden.", "adopt", "Nämnden"),
        ("Den 3 maj antog kommunfullmäktige planen.", "adopt", "Kommunfullmäktige"),
        (
            "Efter debatt avslog kommunfullmäktige Lindpartiets motion om broar.",
            "reject",
            "Kommunfullmäktige",
        ),
        ("Styrelsen ställer sig bakom förslaget.", "adopt", "Styrelsen"),
        ("Mötet beslutar att köpa stolar.", "adopt", "Mötet"),
        ("Nämnden beslutar att avslå ansökan.", "reject", "Nämnden"),
        ("Nämnden avslog ansökan.", "reject", "Nämnden"),
        ("Mötet väljer Anna Holm till justerare.", "elect", "Mötet"),
        ("Nämnden beslutar att utse Anna Holm till ombud.", "elect", "Nämnden"),
        ("Anna Holm föreslås och väljs.", "elect", ""),
        ("Nämnden uppdrar åt förvaltningen att ta fram en plan.", "assign", "Nämnden"),
        ("Nämnden ger förvaltningen i uppdrag att ta fram en plan.", "assign", "Nämnden"),
        ("Nämnden beslutar att ge förvaltningen i uppdrag att ta fram en plan.", "assign", "Nämnden"),
        ("Nämnden återremitterar ärendet.", "refer", "Nämnden"),
        ("Nämnden beslutar att överlämna yttrandet till länsstyrelsen.", "refer", "Nämnden"),
        ("Nämnden bordlägger ärendet.", "postpone", "Nämnden"),
        ("Nämnden beslutar att ärendet bordläggs.", "postpone", "Nämnden"),
        ("Nämnden skjuter upp ärendet.", "postpone", "Nämnden"),
        ("Nämnden lägger rapporten till handlingarna.", "note", "Nämnden"),
        ("Nämnden noterar informationen.", "note", "Nämnden"),
        ("Nämnden har tagit del av rapporten.", "note", "Nämnden"),
        (
            "Kommunstyrelsen föreslår att kommunfullmäktige beslutar att anta planen.",
            "propose",
            "Kommunstyrelsen",
        ),
        ("Nämnden tillstyrker ansökan.", "propose", "Nämnden"),
        ("Anna Holm (S) yrkar bifall till förslaget.", "move", ""),
        ("Anna Holm (S) reserverar sig mot beslutet.", "reserve", ""),
        ("Anna Holm (S) deltar inte i beslutet.", "reserve", ""),
        ("Anna Holm (S) antecknar som yttrande en skrivelse.", "reserve", ""),
        ("Ordföranden finner att nämnden beslutat återremittera ärendet.", "refer", "Nämnden"),
        (
            "Ordföranden prövar om nämnden kan notera rapporten och finner att nämnden bifaller det.",
            "note",
            "Nämnden",
        ),
    ];
    let mut wrong = Vec::new();
    for (sentence, kind, body) in cases {
        let text = minutes(sentence);
        let found = decisions(&text);
        let seen: Vec<_> = found
            .iter()
            .map(|d| (d.span.of(&text), d.kind.as_str(), d.body.as_deref().unwrap_or("")))
            .collect();
        if seen != [(sentence, kind, body)] {
            wrong.push(format!("{sentence}: {seen:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_settles_nothing() {
    let cases = [
        minutes("Nämnden ska besluta om planen i höst."),
        minutes("Ordföranden finner att det finns två förslag till beslut."),
        minutes("Om nämnden avslår ansökan kan beslutet överklagas."),
        minutes("Nämnden har inte fattat något beslut."),
        minutes("Planen kan bordläggas."),
        minutes("Den plan som nämnden antog gäller."),
        minutes("Ska nämnden avslå ansökan?"),
        minutes("Vi vill att kommunen antar en plan."),
        "# Reglemente för nämnden\n\nNämnden fastställer taxan varje år och utser en ordförande.\n"
            .to_string(),
        "# Policy för inköp\n\nBeslut fattas av den som har delegation.\n".to_string(),
        under("Beslutsunderlag", "Nämnden beslutar att anta planen."),
        under("Beslutet skickas till", "Nämnden antar planen."),
    ];
    for text in cases {
        let found = decisions(&text);
        assert!(found.is_empty(), "{text}: {:?}", found.iter().map(|d| d.span.of(&text)).collect::<Vec<_>>());
    }
}

/// Spans and items.
#[test]
fn lists() {
    let cases: &[(String, &[&str], usize)] = &[
        (under("Beslut", "att hyra lokalen\natt köpa stolar"), &["att hyra lokalen\natt köpa stolar"], 2),
        (
            under("Beslut", "Enligt styrelsens förslag:\n1. Rapporten antecknas.\n2. Planen antas."),
            &["Rapporten antecknas.", "Planen antas."],
            1,
        ),
        (
            under("Beslut", "Styrelsen beslutar\natt anta planen, samt\natt avslå motionen."),
            &["Styrelsen beslutar\natt anta planen, samt\natt avslå motionen."],
            2,
        ),
        (
            minutes("Nämnden beslutar att anta planen, att avslå motionen samt att välja en ordförande."),
            &["Nämnden beslutar att anta planen, att avslå motionen samt att välja en ordförande."],
            3,
        ),
        (
            minutes("Nämnden godkänner dagordningen, men bordlägger planen."),
            &["Nämnden godkänner dagordningen", "bordlägger planen."],
            1,
        ),
        (
            minutes("Ärendet återremitteras till nämnden som får i uppdrag att utreda frågan."),
            &["Ärendet återremitteras till nämnden", "som får i uppdrag att utreda frågan."],
            1,
        ),
        (
            minutes("Anna Holm (S) yrkar bifall till förslaget samt att planen ska ses över."),
            &["Anna Holm (S) yrkar bifall till förslaget samt att planen ska ses över."],
            2,
        ),
        (
            minutes("Att: Köpa stolar\n\nBeslut: Attsats bifalles"),
            &["Att: Köpa stolar\n\nBeslut: Attsats bifalles"],
            1,
        ),
    ];
    let mut wrong = Vec::new();
    for (text, want, items) in cases {
        let found = decisions(text);
        let spans: Vec<&str> = found.iter().map(|d| d.span.of(text)).collect();
        if spans != *want || found.iter().any(|d| d.items.len() != *items) {
            let counts: Vec<usize> = found.iter().map(|d| d.items.len()).collect();
            wrong.push(format!("{spans:?} with {counts:?} items"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn proposals_under_their_heading() {
    let text = under("Förslag till beslut", "Planen antas.");
    let found = decisions(&text);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].kind.as_str(), found[0].span.of(&text)), ("propose", "Planen antas."));
    let text = "Protokoll\n\n§ 4 Skatt\n\nKommunstyrelsens förslag till kommunfullmäktige\n\nSkatten höjs.\n\nBeslut\n\nSkatten fastställs.\n";
    let bodies: Vec<_> = decisions(text).into_iter().map(|d| d.body.unwrap_or_default()).collect();
    assert_eq!(bodies, ["Kommunstyrelsen", "Kommunfullmäktige"]);
}

#[test]
fn votes_and_what_won() {
    let text = under(
        "Omröstning",
        "Godkänd voteringsproposition: ”Ja för avslag och Nej för bifall.”\n\
         Omröstningen utfaller med 22 Ja mot 19 Nej. 2 ledamöter avstår från att rösta.",
    );
    let found = decisions(&text);
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!((found[0].kind.as_str(), found[0].items.len()), ("adopt", 2));
    let votes = found[1].votes.unwrap_or_default();
    assert_eq!((votes.yes, votes.no, votes.abstain, found[1].kind.as_str()), (22, 19, Some(2), "reject"));

    let text = under("Omröstning", "Anna Holm (S) röstar Ja (1). Per Ek (M) och Ola By (C) röstar Nej (2).");
    let votes = decisions(&text)[0].votes.unwrap_or_default();
    assert_eq!((votes.yes, votes.no), (1, 2));
}

#[test]
fn duties() {
    let text = "# Uppdrag om vatten\n\nRegeringen uppdrar åt Havsmyndigheten (HM) att mäta vattnet. \
                HM ska beskriva läget. Uppdraget ska redovisas senast den 1 juni 2024.\n";
    let found = decisions(text);
    let seen: Vec<_> =
        found.iter().map(|d| (d.kind.as_str(), d.assignee.as_deref(), d.deadline.as_deref())).collect();
    assert_eq!(
        seen,
        [
            ("assign", Some("Havsmyndigheten (HM)"), None),
            ("assign", Some("HM"), None),
            ("assign", None, Some("2024-06-01")),
        ]
    );
}

/// Small words beside *uppdrag* are no part of who is charged.
#[test]
fn who_is_charged() {
    for sentence in [
        "Regeringen ger Vattenverket ett nytt uppdrag att mäta vattnet.",
        "Regeringen ger Vattenverket uppdraget att mäta vattnet.",
        "I maj 2024 gav regeringen Vattenverket uppdraget att mäta vattnet.",
        "I dag får Vattenverket nu också i uppdrag att mäta vattnet.",
        "Vattenverket ges därför i uppdrag att mäta vattnet.",
        "Regeringen ger därför Vattenverket i uppdrag att mäta vattnet.",
        "Regeringen gav samtidigt Vattenverket i uppdrag att mäta vattnet.",
        "Nu får också Vattenverket i uppdrag att mäta vattnet.",
        "Regeringen ger ett uppdrag till Vattenverket att mäta vattnet.",
    ] {
        let found = decisions(&format!(
            "# Nytt uppdrag\n\n– Det har behövts under en lång tid, säger Anna Holm.\n\n{sentence}\n"
        ));
        let seen: Vec<_> = found.iter().map(|d| (d.kind.as_str(), d.assignee.as_deref())).collect();
        assert_eq!(seen, [("assign", Some("Vattenverket"))], "{sentence}");
    }
}

/// Under *Beslut* words that elsewhere tell of plans put a matter off.
#[test]
fn put_off() {
    let text = "Ärendet får anstå.";
    let found = decisions(&under("Beslut", text));
    assert_eq!(found.iter().map(|d| d.kind.as_str()).collect::<Vec<_>>(), ["postpone"], "{text}");
    assert!(decisions(&minutes(text)).is_empty(), "{text}");
}

/// What stands in the cell of a table decides; a document that lays down who does settles nothing.
#[test]
fn a_paragraph_alone() {
    let found = decisions("Nämnden beslutar att anta planen.");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].body.as_deref(), Some("Nämnden"));
    let long = "Nämnden beslutar att anta detaljplaner. ".repeat(20);
    let rules = "Denna ordning fastställer vem som får besluta. Delegaten ansvarar för att beslut anmäls till nämnden.";
    assert!(decisions(&format!("Delegationsordning för nämnden\n\n{rules}\n\n{long}")).is_empty());
}

#[test]
fn told_or_done() {
    let cases = [
        (minutes("Nämnden antar planen."), false),
        ("Protokoll från årsmötet\n\n§ 4 Hamnen\n\nÅrsmötet beslutade att bygga en brygga.\n".to_string(), false),
        (
            "Protokoll från årsmötet\n\n§ 4 Hamnen\n\nÅrsmötet beslutade den 3 maj 2019 att bygga en brygga.\n".to_string(),
            true,
        ),
        ("Protokoll från årsmötet\n\n§ 4 Hamnen\n\nFrågan bordlades till den 3 maj 2024.\n".to_string(), false),
        (under("Tidigare behandling", "Bordlagt den 3 mars 2024."), true),
        (
            "# Ny plan\n\nStockholm den 3 mars. Regeringen har beslutat att anta en plan för vatten.\n"
                .to_string(),
            true,
        ),
    ];
    for (text, reported) in cases {
        let found = decisions(&text);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].reported, reported, "{text}");
    }
}

/// Cases of one class: text, and the kinds of what is found.
fn check(cases: &[(String, &[&str])]) {
    let mut wrong = Vec::new();
    for (text, want) in cases {
        let found = decisions(text);
        let seen: Vec<_> = found.iter().map(|d| d.kind.as_str()).collect();
        if seen != *want {
            let spans: Vec<_> = found.iter().map(|d| d.span.of(text)).collect();
            wrong.push(format!("{text:?}: {seen:?} {spans:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What associations write.
#[test]
fn ways_of_associations() {
    let said = |sentence: &str| {
        format!("Protokoll fört vid årsmöte i Byns vägförening\n\n§ 4 Lokaler\n\n{sentence}\n")
    };
    check(&[
        (said("Vi enades om att måla boden."), &["adopt"]),
        (said("Man beslöt att sälja båten."), &["adopt"]),
        (said("Mötet godtog bokslutet."), &["adopt"]),
        (said("Mötet godtog inte bokslutet."), &["reject"]),
        (said("Föreningen röstade ja till bygget."), &["adopt"]),
        (said("Mötet förklarades behörigt utlyst."), &["adopt"]),
        (said("Kallelsen befanns vara utsänd i enlighet med stadgarna."), &["adopt"]),
        (said("Styrelsen gavs ansvarsfrihet för året."), &["adopt"]),
        (said("Styrelsen gavs mandat att köpa en gräsklippare."), &["assign"]),
        (said("Styrelsen tar på sig att ringa kommunen."), &["assign"]),
        (said("Mötet utsåg styrelsen till att planera nästa utflykt."), &["assign"]),
        (said("Till kassör omvaldes Per Ek."), &["elect"]),
        (said("Till ordförande valdes Anna Holm, till kassör valdes Per Ek."), &["elect", "elect"]),
        (said("Att jämte ordföranden justera protokollet valdes Per Ek."), &["elect"]),
        (said("Per Ek fick förnyat förtroende."), &["elect"]),
        (said("Frågan parkeras."), &["postpone"]),
        (said("Punkten ströks."), &["postpone"]),
        (said("Vi lämnar frågan öppen till nästa möte."), &["postpone"]),
        (said("Det konstaterades att mötet var behörigt utlyst."), &["note"]),
        // Traps.
        (said("Vi pratade om att måla boden."), &[]),
        (said("Mötet avslutades med kaffe."), &[]),
        (said("Bilar parkeras vid vägen."), &[]),
        (said("Ingen valberedning valdes."), &[]),
        (said("Man kan besluta om avgiften nästa år."), &[]),
    ]);
}

/// Decisions without a verb.
#[test]
fn nominal_decisions() {
    check(&[
        (minutes("Beslut att köpa nya stolar."), &["adopt"]),
        (minutes("Beslut om att byta bank."), &["adopt"]),
        (minutes("Beslut om påminnelse till dem som inte har betalat."), &["adopt"]),
        (minutes("Beslut om återremiss."), &["refer"]),
        (minutes("Offerter har kommit in. Beslut inköp av gunga."), &["adopt"]),
        // Traps.
        (minutes("Beslut om budget fattas i höst."), &[]),
        (minutes("Beslut om bygglov kan överklagas till länsstyrelsen."), &[]),
        (minutes("Beslut om fastställande av balansräkning."), &[]),
        (minutes("Besluten finns på hemsidan."), &[]),
    ]);
}

/// A noun of a decision, taken by someone.
#[test]
fn taken_decisions() {
    let news = |sentence: &str| format!("# Klart med ny region\n\n{sentence}\n");
    check(&[
        (news("I dag tog riksdagen beslutet om en ny region."), &["adopt"]),
        (news("Det togs beslut om nya öppettider."), &["adopt"]),
        (news("Kommunfullmäktige klubbade budgeten."), &["adopt"]),
        (news("Fullmäktige sa nej till bygget."), &["reject"]),
        (news("Dagen började med att Anna Holm (S) valdes till ordförande för nämnden."), &["elect"]),
        (news("Vi har fått beslut från Skatteverket om momsen."), &["adopt"]),
        // Traps.
        (news("Riksdagen ska ta beslut om regionen i höst."), &[]),
        (news("Kommunen tar del i beslut om vägen."), &[]),
        (news("Anna Holm tog upp frågan om ordförandevalet."), &[]),
    ]);
}

/// Bare words under the heading of an item.
#[test]
fn bare_words_under_a_heading() {
    let under = |heading: &str, text: &str| format!("Protokoll från årsmötet\n\n§ 2 {heading}\n\n{text}\n");
    check(&[
        (under("Val av justerare", "Anna Holm och Per Ek"), &["elect"]),
        (under("Val av ordförande för mötet", "Anna Holm."), &["elect"]),
        (under("Val av ledamöter", "- Anna Holm (omval)\n- Per Ek (nyval)"), &["elect"]),
        (under("Mötets behöriga utlysande", "Ja."), &["adopt"]),
        (under("Godkännande av dagordningen", "Godkändes."), &["adopt"]),
        // Traps.
        (under("Val av justerare", "Frågan diskuterades."), &[]),
        (under("Val av valberedning", "Vakant"), &[]),
        (under("Rapport från styrelsen", "Anna Holm och Per Ek"), &[]),
        ("Kallelse till årsmöte\n\n1. Val av justerare\n\n2. Val av kassör\n".to_string(), &[]),
    ]);
}

/// Single tasks, and lists of them.
#[test]
fn tasks_and_actions() {
    let notes = |text: &str| format!("# Mötesanteckningar 3 maj 2024\n\n## Läget\n\n{text}\n");
    let listed = |head: &str, text: &str| format!("# Mötesanteckningar 3 maj 2024\n\n## {head}\n\n{text}\n");
    check(&[
        (notes("Anna Holm ska kontakta kommunen."), &["assign"]),
        (notes("Styrelsen ska undersöka kostnaden."), &["assign"]),
        (notes("En inbjudan ska skickas ut."), &["assign"]),
        (notes("Justering av protokollet ska äga rum den 29 maj."), &["assign"]),
        (listed("Actionpunkter", "- Boka lokal (Anna Holm)\n- Ringa banken (Per Ek)"), &["assign"]),
        (listed("Att göra", "1. Anna Holm bokar lokal.\n2. Per Ek ringer banken."), &["assign"]),
        // Traps.
        (notes("Lokalen ska vara ljus."), &[]),
        (notes("Hänsyn ska tas till barnen."), &[]),
        (notes("Medlemmarna ska varje år betala avgift."), &[]),
        (listed("Att göra i Granvik", "- Fiska\n- Bada"), &[]),
    ]);
}

/// Committees, motions, bills.
#[test]
fn the_chamber() {
    let report =
        |text: &str| format!("Utskottets betänkande\n\nUtskottets förslag till riksdagsbeslut\n\n{text}\n");
    check(&[
        (report("Riksdagen avslår motion 2019/20:77."), &["propose"]),
        (report("Riksdagen antar förslaget till lag om färjor."), &["propose"]),
        ("Motion till riksdagen\n\nRiksdagen ställer sig bakom det som anförs i motionen om färjor.\n".to_string(), &["propose"]),
        (
            "Utskottets betänkande\n\nMotionerna\n\n2001/02:T7 av Anna Holm (S) vari yrkas att riksdagen beslutar att bygga en ny färja.\n"
                .to_string(),
            &["move"],
        ),
        ("Proposition 2020/21:4\n\nRegeringen överlämnar denna proposition till riksdagen.\n".to_string(), &["propose"]),
        // Traps.
        ("# Om riksdagen\n\nRiksdagen ska avslå motionen.\n".to_string(), &[]),
        ("# Lagförslag\n\nRegeringen utser ordföranden i hamnens styrelse.\n".to_string(), &[]),
    ]);
}

/// Courts and ombudsmen.
#[test]
fn courts() {
    let judgment = |text: &str| format!("DOM\n\nMål nr 12-24\n\n{text}\n");
    check(&[
        (judgment("Förvaltningsrätten avslår överklagandet."), &["reject"]),
        (judgment("Kammarrätten upphäver beslutet om vägen."), &["adopt"]),
        (judgment("Överklagandet ska därför avslås."), &["reject"]),
        (judgment("Målet visas åter till nämnden."), &["refer"]),
        (judgment("Kommunen får kritik för handläggningen."), &["adopt"]),
        (
            judgment("Bolaget överklagade till länsstyrelsen, som den 28 augusti 2009 avslog överklagandet."),
            &["reject"],
        ),
        // Traps.
        (judgment("Frågan är om överklagandet ska avslås."), &[]),
        (judgment("I lagen står att ”nämnden avslår en ansökan som kommer in för sent”."), &[]),
    ]);
}

/// A clause begins after a heading on its line or the line above, and ends before the next matter.
#[test]
fn edges_of_a_clause() {
    let cases = [
        (
            "Protokoll\n\n§ 4 Val av ordförande Till ordförande valdes Anna Holm.\n",
            "Till ordförande valdes Anna Holm.",
        ),
        ("Protokoll från årsmöte\n\n§ 6 Godkännande av dagordning Godkänns.\n", "Godkänns."),
        (
            "Plats och tid Rådhuset Utses att justera Anna Holm (S) Justeringens plats Rådhuset",
            "Utses att justera Anna Holm (S)",
        ),
        (
            "Protokoll\n\nGodkännande av kallelse\nGodkändes enligt förslaget av mötet.\n",
            "Godkändes enligt förslaget av mötet.",
        ),
        ("Protokoll från årsmöte\n\n§ 2. Till kassör valdes Per Ek.\n", "Till kassör valdes Per Ek."),
    ];
    for (text, want) in cases {
        let found = decisions(text);
        assert_eq!(found.iter().map(|d| d.span.of(text)).collect::<Vec<_>>(), [want], "{text}");
    }
    // Capitals that begin nothing.
    for text in [
        "På Kommunstyrelsens vägnar godkände Anna Holm planen.",
        "Vid mötet i Lund beslutade Nämnden att anta planen.",
    ] {
        let text = minutes(text);
        let found = decisions(&text);
        assert!(found.iter().all(|d| text.contains(&format!("\n\n{}\n", d.span.of(&text)))), "{found:?}");
    }
}

/// Bodies by their endings, and by what a document is called.
#[test]
fn bodies_by_shape() {
    for (sentence, body) in [
        ("Vattenrådet beslutar att mäta ån.", "Vattenrådet"),
        ("Projektgruppen beslutar att mäta ån.", "Projektgruppen"),
        ("Samfälligheten beslutar att laga vägen.", "Samfälligheten"),
        ("Kyrkostämman beslutar att laga taket.", "Kyrkostämman"),
        ("Förbundsdirektionen beslutar att köpa bilar.", "Förbundsdirektionen"),
        ("Migrationsöverdomstolen avslår överklagandet.", "Migrationsöverdomstolen"),
        ("Domkapitlet beslutar att anta planen.", "Domkapitlet"),
    ] {
        let found = decisions(&minutes(sentence));
        assert_eq!(found.iter().filter_map(|d| d.body.as_deref()).collect::<Vec<_>>(), [body], "{sentence}");
    }
    for sentence in ["Området godkänner besök.", "Målgruppen väljer Anna Holm."] {
        let found = decisions(&format!("# Rapport om vatten\n\n{sentence}\n"));
        assert!(found.is_empty(), "{sentence}: {found:?}");
    }
    for (title, body) in [
        ("Protokoll från årsmöte i Byns vägförening", "Årsmötet"),
        ("Protokoll styrelsemöte nr 4", "Styrelsen"),
        ("Protokoll från årsstämma i Byns vägförening", "Stämman"),
    ] {
        let found = decisions(&format!("{title}\n\n§ 2 Justerare\n\nTill justerare valdes Anna Holm.\n"));
        assert_eq!(found.iter().filter_map(|d| d.body.as_deref()).collect::<Vec<_>>(), [body], "{title}");
    }
}

/// Minutes keep their decisions when something in their head makes them look like another kind.
#[test]
fn words_overrule_the_kind() {
    for head in [
        "Policy för byn",
        "Nyhetsbrev från byn",
        "Rapport om byn",
        "Skrivelse om byn",
        "Byn",
        "Krönika om byn",
    ] {
        let text = format!(
            "{head}\n\nNärvarande: Anna Holm, Per Ek\n\nOrdföranden öppnade mötet.\n\nTill justerare valdes Per Ek.\n\n\
             Dagordningen godkändes.\n\nStyrelsen beslutar att köpa stolar.\n"
        );
        let found = decisions(&text);
        assert_eq!(
            found.len(),
            3,
            "{head}: {:?}",
            found.iter().map(|d| d.span.of(&text)).collect::<Vec<_>>()
        );
    }
}

/// What someone announces, and what stands behind a label in its line.
#[test]
fn announced_and_labelled() {
    let record = |text: &str| {
        format!(
            "Riksdagens protokoll 1994/95:3\n\n§ 2 Anmälan\n\nAnf. 1 ANNA HOLM (S):\n\nHerr talman!\n\n{text}\n"
        )
    };
    let notes = |text: &str| format!("# Mötesanteckningar 3 maj 2024\n\n## Lokalen\n\n{text}\n");
    check(&[
        (
            record("Talmannen anmälde att Anna Holm (S) den 3 oktober utsetts till ordförande i nämnden."),
            &["elect"],
        ),
        (minutes("Ordföranden meddelade att valberedningen föreslagit Per Ek till kassör."), &["propose"]),
        (
            minutes("Från länsstyrelsen har kommit bevis om att Anna Holm (S) utsetts till ny ledamot."),
            &["elect"],
        ),
        (notes("**Att göra**: Anna Holm ringer hyresvärden."), &["assign"]),
        (notes("**Beslut**: Vi byter lokal."), &["adopt"]),
        (minutes("Kommundirektörens förslag: Nämnden beviljar bidraget."), &["propose"]),
        (minutes("Styrelsens förslag:\nMötet antar planen."), &["propose"]),
        // Traps.
        (minutes("Anna Holm meddelade att hon inte kan komma."), &[]),
        (minutes("Anna Holm anmälde att lokalen är bokad."), &[]),
        (notes("**Att göra**: mycket återstår."), &[]),
        (notes("**Status**: Anna Holm ringde hyresvärden."), &[]),
    ]);
}

/// What is refused, and what only sounds so.
#[test]
fn refusals() {
    check(&[
        (minutes("Nämnden beslutar att inte bevilja bidraget."), &["reject"]),
        (minutes("Stämman godkände inte bokslutet."), &["reject"]),
        (minutes("Nämnden beslutar att inte genomföra någon höjning."), &["adopt"]),
        (minutes("Stämman beslöt att inget arvode ska utgå."), &["adopt"]),
        // Traps.
        (minutes("Inga bidrag beviljades."), &[]),
        (minutes("Nämnden har inte godkänt bokslutet."), &[]),
        (minutes("Det är inte säkert att bidraget beviljas."), &[]),
    ]);
}

/// News tell of what a meeting decided; its own record, which numbers the matters, decides.
#[test]
fn news_of_a_meeting() {
    let told = "Årsmötet\n\nI lördags samlades vi i bygdegården till årsmöte. Trots regnet kom ett trettiotal medlemmar. \
                Mötet öppnades av ordföranden. Till ordförande för mötet valdes Anna Holm. Styrelsen beviljades ansvarsfrihet \
                och omvaldes. Till ny kassör valdes Moa Lind. Efteråt blev det kaffe och bildvisning från lägret. Vi tackar \
                alla som kom och ser fram emot ett nytt år tillsammans!\n";
    let doc = klubba::analyze(told);
    assert_eq!(doc.kind, klubba::DocumentKind::News);
    assert!(!doc.decisions.is_empty());
    assert!(doc.decisions.iter().all(|d| d.reported), "{:?}", doc.decisions);
    let own = "Protokoll från årsmötet\n\n§ 1 Mötet öppnas\n\nMötet öppnades av ordföranden.\n\n§ 2 Val\n\nTill ny kassör valdes \
               Moa Lind.\n";
    assert!(klubba::analyze(own).decisions.iter().any(|d| !d.reported));
}

/// The body of a text, of each decision in it.
fn bodies(text: &str) -> Vec<String> {
    decisions(text).into_iter().map(|d| d.body.unwrap_or_default()).collect()
}

/// Minutes whose body a title, the meetings beside theirs, or their own words name.
#[test]
fn bodies_of_minutes_by_their_own_words() {
    let of = |title: &str, words: &str| {
        bodies(&format!("{title}\n\n§ 2 Justerare\n\nTill justerare valdes Anna Holm.\n{words}\n"))
    };
    assert_eq!(of("Årsmötesprotokoll för Byns vägförening", ""), ["Årsmötet"]);
    assert_eq!(of("Medlemsmötesprotokoll", ""), ["Medlemsmötet"]);
    assert_eq!(of("Styrelseprotokoll", ""), ["Styrelsen"]);
    assert_eq!(of("Protokoll från släktmöte i Ekby", ""), ["Släktmötet"]);
    assert_eq!(of("Protokoll i Ekby båtklubb", "\nNästa styrelsemöte hålls i maj."), ["Styrelsen"]);
    assert_eq!(of("Protokoll", "\nPer Ek lämnade stämman kl 20."), ["Stämman"]);
    // The committee that nominates settles nothing there.
    let text = "Protokoll\n\n§ 2 Arvoden\n\nValberedningen föreslog höjda arvoden.\n\nPer Ek lämnade stämman.\n\nBeslutades att höja arvodena.\n";
    assert_eq!(bodies(text).last().map(String::as_str), Some("Stämman"));
    // The board's next meeting is no body of what an annual meeting decides.
    assert_eq!(
        of("Protokoll från årsmöte i Byns vägförening", "\nNästa styrelsemöte hålls i maj."),
        ["Årsmötet"]
    );
}

/// Names of bodies, whole and without what stands beside them on the page.
#[test]
fn names_of_bodies_whole() {
    assert_eq!(
        bodies(&minutes("Omsorgsnämnden i Ekbys kommun beslutade att bevilja stödet.")),
        ["Omsorgsnämnden i Ekbys kommun"]
    );
    assert_eq!(bodies("# Stadgar för Ekby\n\nReviderade och godkända av SSRK 2017-12-19.\n"), ["SSRK"]);
    assert_eq!(bodies("# Stadgar för släkten Ek\n\nAntagna vid släktmöte 1988-06-04\n"), ["Släktmötet"]);
}

/// News that name no one for what they tell: the chamber of which they speak, and for a reservation the body named last.
#[test]
fn bodies_of_news_without_a_subject() {
    let news = |words: &str| {
        bodies(&format!(
            "Nytt om skolan\n\nPublicerad 3 maj 2022\n\nDebatten i kommunfullmäktige blev lång. {words}\n"
        ))
    };
    assert_eq!(news("Budgeten röstades ned."), ["Kommunfullmäktige"]);
    assert_eq!(news("Ärendet återremitterades."), ["Kommunfullmäktige"]);
    let text = "Nytt om skolan\n\nPublicerad 3 maj 2022\n\nFörslaget går till fullmäktige. I går satt nämnden länge. Tre av dem reserverade sig mot beslutet.\n";
    assert_eq!(bodies(text), ["Nämnden"]);
}

/// The day of another meeting's minutes is not that of the decision; a body may call itself by the end of its name.
#[test]
fn decided_here_though_a_day_is_named() {
    let reported = |text: &str| decisions(text).iter().map(|d| d.reported).collect::<Vec<_>>();
    assert_eq!(reported(&minutes("Protokollet från mötet den 3 maj godkändes.")), [false]);
    assert_eq!(reported(&minutes("Årsmötet den 3 maj beslutade att laga bron.")), [true]);
    let text = "Protokoll\n\nKulturutskottet 2022-05-03\n\n§ 4 Resor\n\nUtskottet beslutade att lägga reseberättelsen till handlingarna.\n";
    assert_eq!(reported(text), [false]);
}

/// Each word of deciding may be what the one before it decides; a text that goes on so ends no run.
#[test]
fn one_decides_what_the_next_decides() {
    for text in ["besluta ", "att besluta ", "ge besluta ", "besluta att ge "] {
        decisions(&format!("Nämnden beslutar {}.\n", text.repeat(4000)));
    }
    // As deep as people write.
    let text =
        minutes("Nämnden beslutar föreslå styrelsen besluta att fullmäktige beslutar att anta planen.");
    assert_eq!(decisions(&text).len(), 1);
}
