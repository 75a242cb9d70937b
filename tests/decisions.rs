//! Decisions, case by case: what is found, of what kind, by whom; and what is not.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use klubba::{Analyzer, Decision, civil};

fn decisions(text: &str) -> Vec<Decision> {
    Analyzer::builder().date(civil::date(2024, 3, 14)).build().analyze(text).decisions
}

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
    for text in ["Ärendet tas upp igen vid nästa sammanträde.", "Ärendet får anstå."] {
        let found = decisions(&under("Beslut", text));
        assert_eq!(found.iter().map(|d| d.kind.as_str()).collect::<Vec<_>>(), ["postpone"], "{text}");
        assert!(decisions(&minutes(text)).is_empty(), "{text}");
    }
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
