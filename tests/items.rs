//! The course of a matter, and what hangs on its decisions: who moved, how each one voted, which law.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use klubba::{Analyzer, DecisionKind, Document, Layers, Vote};

const TEXT: &str = "Protokoll\nKommunstyrelsen 2024-03-12\n\n\
§ 31 Dnr KS-2024-00041\nRenovering av simhallen\n\n\
Beslut\n\nKommunstyrelsen beslutar att anta förvaltningens förslag till renovering av simhallen.\n\n\
Förslag till beslut\n\nFörvaltningen föreslår att kommunstyrelsen antar förslaget enligt 11 kap. 16 § kommunallagen.\n\n\
Yrkanden\n\nLars-Erik Sundin (M) yrkar att ärendet ska återremitteras.\n\
Fatima Rahimi (V) och Nils Björk (C) yrkar bifall till förvaltningens förslag.\n\n\
Beslutsgång\n\nOrdföranden ställer förslagen mot varandra och finner att kommunstyrelsen beslutar att anta \
förvaltningens förslag till renovering av simhallen. Omröstning begärs.\n\n\
Fatima Rahimi (V) och Nils Björk (C) röstar Ja (2). Lars-Erik Sundin (M) röstar Nej (1).\n\n\
Reservation\n\nLars-Erik Sundin (M) reserverar sig mot beslutet till förmån för Karin Almgrens förslag.\n\n\
Paragrafen förklaras omedelbart justerad.\n\n\
§ 32 Dnr KS-2023-00310\nMotion om bussresor\n\nBeslut\n\nKommunstyrelsen avslår motionen.\n";

fn names(doc: &Document, people: &[u32]) -> Vec<String> {
    people.iter().map(|&p| doc.people[p as usize].name.clone()).collect()
}

#[test]
fn one_row_for_each_matter() {
    let doc = klubba::analyze(TEXT);
    let [first, second] = doc.items.as_slice() else { panic!("{:?}", doc.items) };
    assert_eq!(first.case.as_deref(), Some("KS-2024-00041"));
    assert_eq!(doc.headings[first.heading as usize].number.as_deref(), Some("§ 31"));
    assert!(first.span.of(TEXT).starts_with("§ 31") && second.span.of(TEXT).starts_with("§ 32"));
    let kinds = |of: &[u32]| of.iter().map(|&d| doc.decisions[d as usize].kind).collect::<Vec<_>>();
    assert_eq!(kinds(&first.proposals), [DecisionKind::Propose]);
    assert_eq!(kinds(&first.motions), [DecisionKind::Move; 2]);
    assert_eq!(kinds(&first.reservations), [DecisionKind::Reserve]);
    assert_eq!(first.votes.len(), 1, "{:?}", doc.decisions);
    assert_eq!(first.law, ["11 kap. 16 § kommunallagen"]);
    assert_eq!(names(&doc, &first.speakers), ["Lars-Erik Sundin", "Fatima Rahimi", "Nils Björk"]);
    assert_eq!(kinds(&second.decisions), [DecisionKind::Reject]);
    assert!(second.motions.is_empty() && second.law.is_empty());
}

#[test]
fn who_moves_and_who_dissents() {
    let doc = klubba::analyze(TEXT);
    let by = |kind| {
        let of = doc.decisions.iter().filter(move |d| d.kind == kind);
        of.map(|d| names(&doc, &d.by)).collect::<Vec<_>>()
    };
    assert_eq!(by(DecisionKind::Move), [vec!["Lars-Erik Sundin"], vec!["Fatima Rahimi", "Nils Björk"]]);
    assert_eq!(by(DecisionKind::Reserve), [["Lars-Erik Sundin"]]);
    assert!(by(DecisionKind::Reject).concat().is_empty());
}

#[test]
fn ballots() {
    let doc = klubba::analyze(TEXT);
    let vote = doc.decisions.iter().find(|d| d.votes.is_some()).unwrap();
    let ballots: Vec<_> =
        vote.ballots.iter().map(|b| (doc.people[b.person as usize].name.as_str(), b.vote)).collect();
    assert_eq!(
        ballots,
        [("Fatima Rahimi", Vote::Yes), ("Nils Björk", Vote::Yes), ("Lars-Erik Sundin", Vote::No)]
    );
    let listed = "Protokoll\n\n§ 4 Budget\n\nOmröstning\n\nMed 2 ja-röster mot 1 nej-röst antar nämnden budgeten.\n\n\
                  Ja: Anna Holm (S), Karin Berg (V)\nNej: Lars Nyman (M)\n\nReservation\n\nLars Nyman (M) reserverar sig.\n";
    let doc = klubba::analyze(listed);
    let vote = doc.decisions.iter().find(|d| d.votes.is_some()).unwrap();
    assert_eq!(
        vote.ballots.iter().map(|b| b.vote).collect::<Vec<_>>(),
        [Vote::Yes, Vote::Yes, Vote::No],
        "{:?}",
        doc.people
    );
}

#[test]
fn repeated_and_adjusted_at_once() {
    let doc = klubba::analyze(TEXT);
    let adopted: Vec<_> =
        doc.decisions.iter().enumerate().filter(|(_, d)| d.kind == DecisionKind::Adopt).collect();
    assert_eq!(adopted[0].1.same_as, None);
    assert_eq!(adopted[1].1.same_as, Some(adopted[0].0 as u32), "{adopted:?}");
    let second = doc.items[1].span.start;
    assert!(doc.decisions.iter().all(|d| d.immediate == (d.span.start < second)));
}

/// What the chair finds of the matter itself says again what stands under *Beslut*.
#[test]
fn what_the_chair_finds_is_the_decision() {
    let same = |beslut: &str, found: &str| {
        let text = format!(
            "Protokoll\nKommunstyrelsen 2024-03-12\n\n§ 31 Plan\n\nBeslut\n\n{beslut}\n\nBeslutsgång\n\n{found}\n"
        );
        let doc = klubba::analyze(&text);
        doc.decisions.last().unwrap().same_as
    };
    for (beslut, found) in [
        ("Motionen avslås.", "Ordföranden finner att förvaltningens förslag har bifallits."),
        (
            "Planen antas.",
            "Ordföranden ställer propositioner på yrkandena och finner att det egna yrkandet bifallits.",
        ),
        (
            "Yttrandet översänds till länsstyrelsen.",
            "Ordföranden ställer proposition på yrkandet från Anna Holm och finner att det bifallits.",
        ),
    ] {
        assert_eq!(same(beslut, found), Some(0), "{found}");
    }
    // The same in few words, and another in as few.
    assert_eq!(
        same("Nämnden beslutar att bifalla ansökan.", "Nämnden beslutar att bifalla ansökan."),
        Some(0)
    );
    assert_eq!(
        same("Nämnden beslutar att bifalla ansökan.", "Nämnden beslutar att bifalla överklagandet."),
        None
    );
    for (beslut, found) in [
        ("Planen antas.", "Ordföranden finner att ärendet ska avgöras i dag."),
        ("Planen antas.", "Ordföranden finner att tilläggsyrkandet från Anna Holm har bifallits."),
        ("Planen antas.", "Ordföranden finner att tilläggsyrkandet från Anna Holm har avslagits."),
        ("Planen antas.", "Ordföranden finner att Anna Holms yrkande antagits som motförslag."),
    ] {
        assert_eq!(same(beslut, found), None, "{found}");
    }
}

/// What the chair finds, the count of the vote on it, and what is told under *Beslut*: one decision, said three times.
#[test]
fn a_vote_is_told_three_times() {
    let same = |parts: &[&str]| {
        let text = format!(
            "Protokoll\nKommunstyrelsen 2024-03-12\n\n§ 31 Lekplatser\n\n{}\n\n§ 32 Avslutning\n",
            parts.join("\n\n")
        );
        let doc = klubba::analyze(&text);
        Vec::from_iter(doc.decisions.iter().map(|d| (d.kind.as_str(), d.same_as)))
    };
    const FINDS: &str =
        "Ordföranden ställer proposition på bifall mot avslag och finner att styrelsen bifaller förslaget.";
    const COUNT: &str = "Med 8 ja-röster mot 5 nej-röster beslutar styrelsen att bifalla förslaget.";
    const BARE: &str = "Omröstningen utfaller med 8 Ja mot 5 Nej.";
    const DECIDES: &str = "Kommunstyrelsen antar riktlinjerna för kommunens lekplatser.";
    let three = [("adopt", None), ("adopt", Some(0)), ("adopt", Some(0))];
    for count in [COUNT, BARE] {
        let how = ["Propositionsordning", FINDS, "Omröstningsresultat", count];
        assert_eq!(same(&[&how[..], &["Beslut", DECIDES]].concat()), three, "{count}");
        // The other way round, as most municipalities have it.
        assert_eq!(same(&[&["Beslut", DECIDES], &how[..]].concat()), three, "{count}");
    }
    assert_eq!(same(&["Beslutsgång", FINDS, "Beslut", DECIDES]), three[..2]);
    // Further points are others, and so is what a vote overturns.
    let more = "Kommunstyrelsen godkänner årets rapport från fritidsnämnden.";
    assert_eq!(
        same(&["Beslutsgång", FINDS, "Beslut", DECIDES, more])[1..],
        [("adopt", Some(0)), ("adopt", None)]
    );
    let turned = "Med 5 ja-röster mot 8 nej-röster beslutar styrelsen att avslå förslaget.";
    assert_eq!(
        same(&["Beslutsgång", FINDS, "Omröstningsresultat", turned]),
        [("adopt", None), ("reject", None)]
    );
    // A vote on whether to settle it today is about that.
    let today =
        "Ordföranden prövar om ärendet ska avgöras i dag och finner att styrelsen beslutar att avgöra det.";
    assert_eq!(
        same(&["Beslut", DECIDES, "Beslutsgång", today, "Omröstning", BARE]),
        [("adopt", None), ("adopt", None), ("adopt", None)]
    );
}

#[test]
fn items_need_headings_and_decisions() {
    for (layers, any) in [(Layers::DECISIONS, false), (Layers::HEADINGS.and(Layers::DECISIONS), true)] {
        let doc = Analyzer::builder().layers(layers).build().analyze(TEXT);
        assert_eq!(!doc.items.is_empty(), any);
        assert!(!doc.people.is_empty(), "decisions name people by index");
    }
}

/// A point that charges somebody is no decision of its own; its decision tells of it.
#[test]
fn charges_in_decisions_of_another_kind() {
    let charges = |beslut: &str| {
        let text = format!("Protokoll\nKommunstyrelsen 2024-03-12\n\n§ 31 Plan\n\nBeslut\n\n{beslut}\n");
        let doc = klubba::analyze(&text);
        let each = doc.decisions.iter().flat_map(|d| d.charges.iter().map(move |c| (d.kind, c.clone())));
        Vec::from_iter(each.map(|(kind, c)| {
            let [who, day] = [c.assignee, c.deadline].map(|fact| fact.unwrap_or_default());
            format!("{kind} {} {who} {day}", c.item)
        }))
    };
    for (beslut, expected) in [
        (
            "Kommunstyrelsen beslutar att anta planen, att ge förvaltningen i uppdrag att följa upp den senast den 31 mars 2025.",
            &["adopt 1 förvaltningen 2025-03-31"][..],
        ),
        (
            "Kommunstyrelsen beslutar\n\n1. att godkänna rapporten\n2. att uppdra åt kommundirektören att återkomma\n\
             3. att avsluta uppdraget\n",
            &["adopt 1 kommundirektören "],
        ),
        ("att anta planen\natt förvaltningen får i uppdrag att följa upp den\n", &["adopt 1 förvaltningen "]),
        (
            "att avslå motionen\natt ge förvaltningen i uppdrag att följa upp den\n",
            &["reject 1 förvaltningen "],
        ),
        (
            "att anta planen\natt nämnden tilldelas 1 mnkr och får i uppdrag att utreda frågan enligt budgeten 2022-11-24\n",
            &["adopt 1  "],
        ),
        ("att anta ordningen\natt direktören i sin tur uppdrar åt annan anställd att besluta\n", &[]),
        // What is told of, asked about or ended charges nobody.
        ("Kommunstyrelsen beslutar att godkänna rapporten om uppdraget, att avsluta uppdraget.", &[]),
        ("Kommunstyrelsen beslutar att notera att nämnden har fått i uppdrag att följa upp planen.", &[]),
        (
            "Kommunstyrelsen beslutar att avslå förslaget att ge förvaltningen i uppdrag att utreda saken.",
            &[],
        ),
        ("Kommunstyrelsen beslutar att ge förvaltningen i uppdrag att utreda saken.", &[]),
    ] {
        assert_eq!(charges(beslut), expected, "{beslut}");
    }
}
