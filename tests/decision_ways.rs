//! Decisions as different writers put them: one table for each way, with what only looks like it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::decisions;

/// A sentence of minutes, without a label above it.
fn minutes(sentence: &str) -> String {
    format!("Protokoll\n\n§ 4 Lokaler\n\n{sentence}\n")
}

fn news(sentence: &str) -> String {
    format!(
        "Nyheter från kommunen\n\nPublicerad 3 maj 2023\n\nMånga kom i går. {sentence} Kaffe bjöds det på.\n"
    )
}

/// The kinds of what a text decides, in order.
fn kinds(text: &str) -> Vec<String> {
    decisions(text).iter().map(|d| d.kind.as_str().to_string()).collect()
}

fn check(cases: &[(String, &[&str])]) {
    let other = |(text, wanted): &&(String, &[&str])| kinds(text) != *wanted;
    let wrong: Vec<_> =
        cases.iter().filter(other).map(|(text, wanted)| (text, kinds(text), wanted)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// One decision with the kind, and who took it.
fn check_body(cases: &[(String, &str, &str)]) {
    for (text, kind, body) in cases {
        let found = decisions(text);
        let told: Vec<_> = found.iter().map(|d| (d.kind.as_str(), d.body.as_deref().unwrap_or(""))).collect();
        assert_eq!(told, [(*kind, *body)], "{text}");
    }
}

/// Money that is given, and for whom; a body behind a noun is no agent.
#[test]
fn money_is_awarded() {
    check_body(&[
        (minutes("Hamnnämnden tilldelas 2 000 tkr för nya bryggor."), "adopt", "Hamnnämnden"),
        (minutes("Kommunstyrelsen tilldelar föreningen medel för en ny brygga."), "adopt", "Kommunstyrelsen"),
    ]);
    let council = |point: &str| {
        format!("Kommunfullmäktige\n\nProtokoll 2023-06-08\n\n§ 4 Budget\n\nBeslut\n\n{point}\n")
    };
    check_body(&[
        (
            council("2 000 tkr avsätts i en central post för avrop av hamnnämnden."),
            "adopt",
            "Kommunfullmäktige",
        ),
        (
            council("”Hamnbolaget får i uppdrag att bygga en brygga” förklaras fullgjort."),
            "note",
            "Kommunfullmäktige",
        ),
        (council("Planen antas av hamnnämnden."), "adopt", "Hamnnämnden"),
    ]);
}

/// A general meeting that its minutes call nothing but *årsstämman*.
#[test]
fn a_meeting_is_called_as_it_calls_itself() {
    let said = |own: &str| {
        format!(
            "Årsstämma 2017\n\nFöreningen Linden\n\n1. Ordförande\n\nValdes Anna Holm till ordförande.\n\n\
             2. Budget\n\nBeslöt {own} att anta budgeten.\n"
        )
    };
    let bodies = |text: &str| Vec::from_iter(decisions(text).into_iter().map(|d| d.body.unwrap_or_default()));
    assert_eq!(bodies(&said("årsstämman")), ["Årsstämman", "Årsstämman"]);
    assert_eq!(bodies(&said("stämman")), ["Stämman", "Stämman"]);
}

/// What a motion asks, point by point, is proposed point by point.
#[test]
fn a_motion_asks_the_government() {
    let motion = |second: &str| {
        format!(
            "Hamnar\n\nMotion 2005/06:T12 av Anna Holm (v)\n\nFörslag till riksdagsbeslut\n\n\
             1. Riksdagen tillkännager för regeringen som sin mening vad i motionen anförs om hamnar.\n\n{second}\n"
        )
    };
    check(&[(
        motion("2. Riksdagen begär att regeringen lägger fram förslag om bättre hamnar."),
        &["propose", "propose"],
    )]);
    check(&[(minutes("Anna Holm begär att regeringen ska höra hamnarna."), &[])]);
}

/// Who is appointed, though a day stands before the name; an inquiry appoints nobody.
#[test]
fn a_day_may_stand_before_who_is_appointed() {
    let inquiry = |sentence: &str| {
        format!("Hamnens framtid\n\nBetänkande av Hamnutredningen\n\nSOU 2018:41\n\n{sentence}\n")
    };
    check_body(&[
        (inquiry("Som expert förordnades den 4 februari 2020 kanslirådet Anna Holm."), "elect", ""),
        (inquiry("Samma dag förordnades Per Lind som särskild utredare."), "elect", ""),
        (minutes("Som sekreterare valdes för 2019 och 2020 Anna Holm."), "elect", ""),
    ]);
    check(&[(inquiry("Som framgår av kapitel 3 valdes en annan väg 2019."), &[])]);
}

/// What is asked of others, kept open or chosen as a way of working.
#[test]
fn opinions_and_choices() {
    check(&[
        (minutes("Nämnden beslutar att inhämta skolornas yttrande över planen."), &["refer"]),
        (minutes("Nämnden begär yttrande över planen från hamnarna."), &["refer"]),
        (minutes("C- och V-ledamöterna anmälde var sina reservationer."), &["reserve"]),
        (minutes("Utskottet justerade protokollet från det förra mötet."), &["adopt"]),
        (news("Kommunen valde att bygga en ny brygga."), &["adopt"]),
        (news("Många har valt att flytta till Norrby."), &[]),
    ]);
    let both = decisions(&minutes("Mötet godkände dagordningen och Anna Holm valdes till kassör."));
    let text = minutes("Mötet godkände dagordningen och Anna Holm valdes till kassör.");
    let spans = Vec::from_iter(both.iter().map(|d| d.span.of(&text)));
    assert_eq!(spans, ["Mötet godkände dagordningen", "Anna Holm valdes till kassör."]);
}

/// What no grammar reads is weighed by its words; debates, tasks of everyday and plans are light.
#[test]
fn sentences_that_no_grammar_reads() {
    check(&[
        (news("Rösterna föll till slut 22–14 för styrelsens förslag att bygga bryggan."), &["adopt"]),
        (news("En bred majoritet, 28 mot 9, röstade för att avslå medborgarförslaget."), &["reject"]),
        (news("Motionen om bryggan gick till votering och fick avslag."), &["reject"]),
        (news("Alla partier utom ett yrkade på återremiss av ärendet."), &["move"]),
        (news("Årsmötet genomfördes under trivsamma former med kaffe och tårta."), &[]),
        (news("Den som vill yrka på något kan göra det på årsmötet."), &[]),
        (news("Nästa år ska styrelsen rösta om bryggan."), &[]),
        (news("Vem röstade egentligen för att avslå medborgarförslaget?"), &[]),
    ]);
    // *föreskriver följande* enacts the rules below it, where a body does.
    let rules = |lead: &str| {
        format!(
            "Reglemente för hamnen\n\n{lead}\n\n§ 1 Båtar ska ha nummer.\n\n§ 2 Nummer ges av kontoret.\n"
        )
    };
    check(&[
        (rules("Kommunfullmäktige föreskriver följande."), &["adopt"]),
        (rules("Hamnnämnden föreskriver följande:"), &["adopt"]),
        (rules("Den som föreskriver följande regler svarar för dem."), &[]),
    ]);
    // A field on the next line is no part of a body's name.
    check_body(&[(
        "Policy för båtar\n\nBeslutad av: Styrelsen\nBeslutsdatum: 2023-02-15\n\nBåtar ska ha nummer.\n"
            .to_string(),
        "adopt",
        "Styrelsen",
    )]);
    // In a debate they are talk.
    let debate = "§ 4 Bryggor\n\nAnf. 1 Karin Berg (S)\n\nHerr talman! Rösterna föll till slut 22–14 för förslaget om att bygga \
                  bryggan.\n\nAnf. 2 Per Ek (M)\n\nHerr talman! Vi delar inte den bilden.\n";
    check(&[(debate.to_string(), &[])]);
}

/// The chair's finding is of the kind that stands under *Beslut* or *Förslag till beslut*.
#[test]
fn the_chair_follows_the_matter() {
    let paragraph = |label: &str, decided: &str, found: &str| {
        format!(
            "Protokoll\n\n§ 7 Cykelväg\n\n{label}\n\n{decided}\n\nBeslutsgång\n\nOrdföranden {found}\n\n\
             § 8 Övrigt\n\nInget fanns att säga.\n"
        )
    };
    check(&[
        (
            paragraph(
                "Beslut",
                "Nämnden föreslår att kommunfullmäktige avslår motionen.",
                "finner att nämnden bifaller förvaltningens förslag.",
            ),
            &["propose", "propose"],
        ),
        (
            paragraph(
                "Beslut",
                "Nämnden ger förvaltningen i uppdrag att mäta vägen.",
                "finner att nämnden beslutar enligt förslaget.",
            ),
            &["assign", "assign"],
        ),
        (
            paragraph(
                "Beslut",
                "Nämnden antar planen.",
                "finner att nämnden bifaller förvaltningens förslag.",
            ),
            &["adopt", "adopt"],
        ),
        (
            paragraph("Beslut", "Motionen avslås.", "finner att styrelsens förslag har bifallits."),
            &["reject", "reject"],
        ),
        (
            paragraph(
                "Beslut",
                "Nämnden föreslår att kommunfullmäktige antar planen.",
                "ställer propositioner på yrkandena och finner att det egna yrkandet bifallits.",
            ),
            &["propose", "propose"],
        ),
        (
            paragraph(
                "Beslut",
                "1. Planen antas.\n2. Yrkandet från Per Ek avslås.",
                "finner att styrelsens förslag bifallits.",
            ),
            &["adopt", "reject", "adopt"],
        ),
        // Traps: a motion beside the matter, and what stands against it in a vote.
        (
            paragraph(
                "Beslut",
                "Motionen avslås.",
                "ställer proposition på tilläggsyrkandet från Anna Holm och finner att det bifallits.",
            ),
            &["reject", "adopt"],
        ),
        (
            paragraph("Beslut", "Motionen avslås.", "finner att Anna Holms yrkande antagits som motförslag."),
            &["reject", "adopt"],
        ),
        // Traps: that the matter is settled today is a decision of its own, and two proposals are none.
        (
            paragraph(
                "Beslut",
                "Nämnden föreslår att kommunfullmäktige avslår motionen.",
                "finner att ärendet ska avgöras i dag.",
            ),
            &["propose", "adopt"],
        ),
        (
            paragraph("Beslut", "Nämnden antar planen.", "finner att det finns två förslag till beslut."),
            &["adopt"],
        ),
    ]);
}

/// A motion that came in, told in the background of a matter; what someone wants a body to decide.
#[test]
fn motions_and_wishes() {
    let background = |sentence: &str| {
        format!(
            "Protokoll\n\n§ 7 Cykelväg\n\nSammanfattning av ärendet\n\n{sentence}\n\nBeslut\n\nNämnden antar planen.\n"
        )
    };
    check(&[
        (background("Vera Lind (V) har lämnat in en motion om en cykelväg till ån."), &["move", "adopt"]),
        (
            background("Vera Lind (V) har inkommit med en motion om att bygga en cykelväg."),
            &["move", "adopt"],
        ),
        (background("Vera Lind (V) väckte den 3 maj en motion om en cykelväg."), &["move", "adopt"]),
        (minutes("Vi vill att stämman beslutar att köpa en gräsklippare."), &["move"]),
        (minutes("Motionen föreslog en låst vägbom."), &["move"]),
        (minutes("Styrelsen vill att stämman beslutar att höja avgiften."), &["propose"]),
        // Traps.
        (minutes("Motioner ska lämnas in i god tid."), &[]),
        (background("Vera Lind (V) har lämnat in en lista över cyklar."), &["adopt"]),
        (minutes("Vi vill att stämman blir trevlig."), &[]),
    ]);
    let found = decisions(&background("Vera Lind (V) har inkommit med en motion om att bygga en cykelväg."));
    assert!(found[0].reported && !found[1].reported);
}

/// A party in its own words proposes.
#[test]
fn parties_propose() {
    let motion = |sentence: &str| {
        format!("Motion om cykelvägar\n\nTill kommunfullmäktige i Älvkroken\n\nTrafiken ökar. {sentence}\n")
    };
    check_body(&[
        (motion("Därför föreslår Landsbygdspartiet att en cykelväg byggs."), "propose", "Landsbygdspartiet"),
        (motion("Moderaterna föreslår att kommunen bygger en cykelväg."), "propose", "Moderaterna"),
        (motion("Nu föreslår Kristdemokraterna en cykelväg till ån."), "propose", "Kristdemokraterna"),
        (motion("Vi föreslår att kommunen bygger en cykelväg."), "move", "Kommunfullmäktige"),
    ]);
    assert!(decisions(&motion("Landsbygdspartiet gillar cyklar.")).is_empty());
}

/// All who are at a meeting decide as it does, and officers by themselves.
#[test]
fn those_who_decide() {
    check(&[
        (minutes("De närvarande enades om att måla båthuset."), &["adopt"]),
        (minutes("Medlemmarna godkände budgeten."), &["adopt"]),
        (minutes("Delägarna beslutade att höja avgiften."), &["adopt"]),
        (minutes("Enades om att måla båthuset."), &["adopt"]),
        (minutes("Rektor beslutar att inrätta ett råd."), &["adopt"]),
        (minutes("Kassör blev Vera Lind."), &["elect"]),
        (minutes("Till hamnvärd antogs Vera Lind."), &["elect"]),
        (minutes("Mötet bemyndigade kassören att teckna avtal."), &["assign"]),
        (minutes("Hyran bibehålls."), &["adopt"]),
        // Traps.
        (minutes("De närvarande drack kaffe och pratade om båthuset."), &[]),
        (minutes("Kassör blev man inte över en natt."), &[]),
        (minutes("Styrelsen väljs av årsmötet för två år i taget."), &[]),
        (minutes("Protokollet anslås på tavlan vid affären."), &[]),
        (minutes("Styrelsen bekräftar i ett brev att vägen är farlig."), &[]),
        (minutes("Sedan överlämnades ordförandeklubban till Vera Lind."), &[]),
    ]);
}

/// Main clauses behind a subordinate one, and two deeds in one sentence.
#[test]
fn clauses() {
    check(&[
        (minutes("Efter att kassören beviljats ansvarsfrihet valdes Vera Lind till kassör."), &["elect"]),
        (minutes("Utöver att diskutera vägen antogs budgeten."), &["adopt"]),
        (minutes("Eftersom båthuset står tomt föreslår vi att det hyrs ut."), &["move"]),
        (
            minutes("Mötet beslöt köpa en båt och kassören fick i uppdrag att rita märket."),
            &["adopt", "assign"],
        ),
        (minutes("För 2019 valdes Vera Lind och för 2020 valdes Jon Wik."), &["elect", "elect"]),
        (minutes("Revisorn föreslog ansvarsfrihet, vilket också beviljades."), &["propose", "adopt"]),
        (minutes("Alla kom till ett extra möte där det beslutades att sälja båthuset."), &["adopt"]),
        (minutes("Vera Lind har inte bara valts till ordförande, hon är också kassör."), &["elect"]),
        // Traps.
        (minutes("Eftersom styrelsen föreslår en höjning blir det dyrt."), &[]),
        (minutes("Laget har en budget som beslutas av stämman."), &[]),
        (minutes("Vera Lind har inte valts till ordförande."), &[]),
    ]);
}

/// Lists that stand below the deciding words.
#[test]
fn lists_below() {
    for (text, ends) in [
        ("Mötet beslutade\n- att köpa färg\n- att hyra en stege", "stege"),
        ("*Mötet beslutade*\n- att köpa färg\n- att hyra en stege", "stege"),
        ("Förslaget till styrelse godkändes enligt nedan\nOrdförande: Vera Lind\nKassör: Jon Wik", "Wik"),
        ("Mötet beslutade:\n» att köpa färg\n» att hyra en stege", "stege"),
        ("Mötet beslutade:\n(a) att köpa färg\n(b) att hyra en stege", "stege"),
    ] {
        let text = minutes(text);
        let found = decisions(&text);
        assert_eq!(found.len(), 1, "{text}");
        assert!(found[0].span.of(&text).ends_with(ends), "{text}: {:?}", found[0].span.of(&text));
    }
    // Traps: what follows a full stop is no list, and a heading ends what stands above it.
    let text = minutes("Mötet beslutade att köpa färg.\n- Kaffe\n- Kakor");
    assert!(decisions(&text)[0].span.of(&text).ends_with("färg."));
    let text = "Protokoll\n\n** § 4 Val av kassör\nVera Lind valdes\n** § 5 Val av revisor\nJon Wik valdes\n";
    let found = decisions(text);
    let told: Vec<_> = found.iter().map(|d| d.span.of(text)).collect();
    assert_eq!(told, ["Vera Lind valdes", "Jon Wik valdes"]);
}

/// *Vattennämndens beslut*: the label of any board; what stands under it settles without a verb.
#[test]
fn labels_of_boards() {
    let under = |label: &str, text: &str| {
        format!("Protokoll\n\n§ 4 Brunnar\n\n{label}\n\n{text}\n\nÄrendet\n\nBrunnen är djup.\n")
    };
    check(&[
        (under("Vattennämndens beslut", "1. Brunnen lagas.\n2. Locket byts."), &["adopt"]),
        (under("Miljönämndens beslut", "att laga brunnen"), &["adopt"]),
        (under("Tekniska utskottets beslut", "att avslå ansökan"), &["reject"]),
        (under("Vattennämndens förslag", "att laga brunnen"), &["propose"]),
        (minutes("Styrelsens svar: nej.\n\nMötets beslut: Avslag enligt styrelsens svar."), &["reject"]),
        // Traps.
        (under("Vattennämndens brunn", "att laga den är svårt"), &[]),
        (under("Enligt vattenkontorets förslag", "Yttrandet översänds till länsstyrelsen."), &["refer"]),
    ]);
}

/// Judgments: what the parties of the case want, and what the court rules.
#[test]
fn judgments() {
    let judgment = |text: &str| {
        format!(
            "HOVRÄTTEN ÖVER NORDAN

BESLUT

2023-02-03

Mål nr

Ö 17-23

ÖVERKLAGAT AVGÖRANDE

\
             Nordans tingsrätts beslut 2022-11-30 i mål nr T 5-22

{text}

ÖVERKLAGANDE

Hur man överklagar, se bilaga.
"
        )
    };
    check(&[
        (judgment("YRKANDEN\n\nBrf Eken har yrkat att hovrätten ska undanröja domen."), &["move"]),
        (judgment("YRKANDEN\n\nVera Lind har bestritt ändring."), &[]),
        (
            judgment("HOVRÄTTENS BESLUT\n\n1. Hovrätten ändrar domen.\n2. Brf Eken ska betala 500 kr."),
            &["adopt", "adopt"],
        ),
        (
            judgment(
                "HOVRÄTTENS BESLUT\n\nHovrätten ändrar domen.\n\nBrf Eken ska ersätta Vera Lind för kostnader.",
            ),
            &["adopt", "adopt"],
        ),
        (
            judgment("HOVRÄTTENS BESLUT\n\nHovrätten ändrar domen.\n\nRäntan ska räknas från den dagen."),
            &["adopt"],
        ),
        // Traps: the head of a judgment, and what the court holds.
        (judgment("SAKEN\n\nAvvisning"), &[]),
        (judgment("SKÄL\n\nBrf Eken har en gård med äppelträd."), &[]),
    ]);
}

/// News and reports: what is to come, and what merely happened.
#[test]
fn what_is_told() {
    check(&[
        (news("I går röstade majoriteten i vattennämnden igenom att stänga badet."), &["adopt"]),
        (news("Uppdraget ska redovisas den 31 mars 2024."), &["assign"]),
        (news("Skolverket fick i fjol ett uppdrag att räkna stolar."), &["assign"]),
        // Traps.
        (news("Fullmäktige fattar beslut den 25 juni."), &[]),
        (news("Hyran höjdes till 900 kronor."), &[]),
    ]);
}

/// Regulations: an authority enacts, also where its list stands on lines of its own.
#[test]
fn regulations() {
    let rules = |text: &str| {
        format!(
            "Hamnverkets föreskrifter om bojar\n\nBeslutade: 2015-03-04\n\n{text}\n\n1 § Bojar ska vara gula.\n"
        )
    };
    check(&[
        (rules("Med stöd av 3 § bojförordningen (1999:321) föreskriver Hamnverket följande."), &["adopt"]),
        (
            rules(
                "Med stöd av 3 § bojförordningen (1999:321) föreskriver Hamnverket\ndels att 3 § ska upphöra,\ndels att 4 § ska utgå.",
            ),
            &["adopt"],
        ),
        (
            rules(
                "Hamnverket föreskriver med stöd av 3 § bojförordningen (1999:321) i fråga om bojar att 3 § ska upphöra.",
            ),
            &["adopt"],
        ),
        // Traps.
        (rules("Hamnverket föreskriver\ndels när bojar ska tändas,\ndels när de ska släckas."), &[]),
        (rules("Med stöd av 3 § får hamnchefen föreskriva annat."), &[]),
    ]);
}

/// Tasks on lines of their own, and what else stands under such a heading.
#[test]
fn tasks_line_by_line() {
    let notes = |head: &str, lines: &str| {
        format!(
            "# Minnesanteckningar 3 maj 2024\n\nDeltagare: Tove Ahl, Hassan Ek\n\n## {head}\n\n{lines}\n\n## Nästa möte\n\nI juni.\n"
        )
    };
    check(&[
        (notes("Att göra", "Tove: ringer skolan\nHassan: köper band"), &["assign"]),
        (notes("Aktiviteter", "Tove: ringer skolan\nHassan: köper band"), &["assign"]),
        (notes("Ansvarsfördelning", "- Tove: affischer\n- Hassan: band"), &["assign"]),
        (notes("Vem gör vad", "- Tove: affischer\n- Hassan: band"), &["assign"]),
        // Traps.
        (notes("Aktiviteter", "Vår: lopp i skogen\nHöst: skidor"), &[]),
        (notes("Deltagare i loppet", "Tove: ettan\nHassan: tvåan"), &[]),
    ]);
}

/// A passive proposal is that of whoever proposed last, or whose proposals the page tells.
#[test]
fn passive_proposals_have_their_proposer() {
    let page = |sentences: &str| {
        format!(
            "Ny lag om bryggor\n\nPublicerad 3 maj 2023\n\n{sentences}\n\nBryggor är viktiga för många på öarna.\n"
        )
    };
    let bodies = |text: &str| Vec::from_iter(decisions(text).into_iter().map(|d| d.body));
    let government = Some("Regeringen".to_string());
    let text = page(
        "Regeringen föreslår att bryggor ska få namn. Lagändringarna föreslås träda i kraft den 1 juli 2024.",
    );
    assert_eq!(bodies(&text), [government.clone(), government.clone()]);
    let text = page("I propositionen föreslås att bryggor ska få namn.");
    assert_eq!(bodies(&text), [government]);
    // Traps: nobody is named.
    assert!(bodies(&page("Det föreslås att bryggor ska få namn.")).iter().all(Option::is_none));
}

/// An inquiry is charged, and charges nobody.
#[test]
fn inquiries_are_charged() {
    let text = "Utredning om bryggor\n\nUppdraget\n\nUtredningen föreslår att bryggor får namn. Utredningen ska lämna sitt \
                betänkande senast den 3 maj 2024.\n";
    let found = decisions(text);
    let charged = found.iter().find(|d| d.kind.as_str() == "assign");
    assert_eq!(charged.map(|d| d.body.as_deref()), Some(None));
}

/// What someone wants done with an inquiry's proposals makes the inquiry no body of the minutes.
#[test]
fn an_inquiry_decides_nothing() {
    let body = |moved: &str, decided: &str| {
        let text = format!(
            "Protokoll\n\nRådhuset, rum 4\nKlockan 9\nAnna Holm (M)\nPer Ek (S)\nSiv Ask (V)\n\n§ 4 Remiss om bryggor\n\n\
             Beslut\n\n{decided}\n\nYrkanden\n\n{moved}\n\n§ 5 Lokaler\n\nBeslut\n\nÄrendet bordläggs.\n"
        );
        let found = decisions(&text);
        let last = found.last().filter(|d| d.kind.as_str() == "postpone");
        last.unwrap_or_else(|| panic!("{found:?}")).body.clone()
    };
    for moved in [
        "Anna Holm (M) yrkar att utredningen ska tillstyrkas.",
        "Anna Holm (M) yrkar att utredningen ska antas.",
        "Anna Holm (M) yrkar att utredningen inte ska genomföras.",
    ] {
        assert_eq!(body(moved, "Yttrandet godkänns."), None, "{moved}");
    }
    for moved in [
        "Anna Holm (M) yrkar att utredningen ska tillstyrkas.",
        "Anna Holm (M) yrkar att nämnden ska avvecklas.",
        "Anna Holm (M) yrkar att nämnden ska pröva frågan.",
        "Anna Holm (M) yrkar att kommittén ska utökas.",
    ] {
        let decided = "Styrelsen tillstyrker yttrandet.";
        assert_eq!(body(moved, decided).as_deref(), Some("Styrelsen"), "{moved}");
    }
    // Traps: who is asked to do something in a court's case, and who decides.
    let asked = decisions("Dom\n\nAnna Holm yrkar att hovrätten ska upphäva domen.\n");
    assert_eq!(asked[0].body.as_deref(), Some("Hovrätten"), "{asked:?}");
    assert_eq!(body("Anna Holm (M) yrkar avslag.", "Nämnden antar yttrandet.").as_deref(), Some("Nämnden"));
}

/// *Uppdraget ska redovisas* tells how an assignment is answered for: it notes nothing, and with a day it is a duty.
#[test]
fn what_is_to_be_accounted_for_is_not_noted() {
    let under = |text: &str| format!("Protokoll\n\n§ 4 Lokaler\n\nBeslut\n\n{text}\n");
    check(&[
        (under("Ärendet återremitteras till kontoret. Uppdraget ska redovisas skyndsamt."), &["refer"]),
        (
            under(
                "Kontoret får i uppdrag att mäta rummen. Uppdraget skall redovisas i samband med budgeten.",
            ),
            &["assign"],
        ),
        (under("Planen antas. Uppdraget ska återrapporteras löpande."), &["adopt"]),
        (under("Planen antas. Uppdragen ska redovisas till nämnden."), &["adopt"]),
        (under("Planen antas. Uppdraget ska redovisas senast den 3 maj 2024."), &["adopt", "assign"]),
        // Traps: what is told to the meeting is noted.
        (under("Skrivelsen anmäls."), &["note"]),
        (under("Delegationsbeslut redovisas."), &["note"]),
        (under("Rapporten läggs till handlingarna."), &["note"]),
    ]);
}

/// A place in a law at the beginning of a line is no point of the list.
#[test]
fn a_place_in_a_law_is_no_point() {
    let texts = |beslut: &str| {
        let text = format!("Protokoll\n\n§ 4 Yttrande\n\nBeslut\n\n{beslut}\n");
        let found = decisions(&text);
        Vec::from_iter(found.iter().map(|d| Vec::from_iter(d.span.of(&text).split_whitespace()).join(" ")))
    };
    for line in ["17 kap. miljöbalken", "5 kap. 2 § kommunallagen", "3 kap. plan- och bygglagen"] {
        let beslut = format!(
            "1. Avtalet godkänns.\n2. Yttrande över remissen inför prövningen av den nya bryggan enligt reglerna i\n{line} \
             översänds till länsstyrelsen."
        );
        let found = texts(&beslut);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[1].starts_with("Yttrande över") && found[1].contains(line), "{found:?}");
    }
    assert_eq!(texts("1. Avtalet godkänns.\n2. Yttrandet översänds till länsstyrelsen.").len(), 2);
    let rules = klubba::analyze(
        "Stadgar för föreningen Ån\n\n1 kap. Allmänt\n\nFöreningen heter Ån och har sitt säte i byn.\n\n\
         2 kap. Medlemmar\n\nAlla får vara med i den.\n\n3 kap. Styrelse\n\nStyrelsen har fem ledamöter.\n",
    );
    let chapters = Vec::from_iter(rules.headings.iter().filter_map(|h| h.number.as_deref()));
    assert_eq!(chapters, ["1 kap", "2 kap", "3 kap"], "{:?}", rules.headings);
}

/// What stands above a signature is no decision.
#[test]
fn signatures_decide_nothing() {
    for sign in ["Justeras", "Justeras:", "Justeras den 3 maj"] {
        let text = format!("Protokoll\n\n§ 4 Bad\n\nBeslut\n\nNämnden antar planen.\n\n{sign}\n\nErik Ek\n");
        assert_eq!(kinds(&text), ["adopt"], "{sign}");
    }
}

/// Deeds told by a relative clause, and sentences whose only verb stands far from its subject.
#[test]
fn relative_clauses_and_lone_verbs() {
    check(&[
        (minutes("Kassören föredrog räkenskaperna, vilka godkändes."), &["adopt"]),
        (minutes("Anna Holm läste upp budgeten, vilken fastställdes."), &["adopt"]),
        (minutes("Hennes avsägelse från uppdraget som ersättare i byarådet godkändes."), &["adopt"]),
        (minutes("Förslaget om att byta namn på gården avslogs."), &["reject"]),
        (news("Liberalernas motförslag om att bron rivs röstades ner."), &["reject"]),
        // Traps: what others did before, and clauses that only say which one is meant.
        (minutes("De stadgar vilka antas av andra gäller inte här."), &[]),
        (minutes("Vi talade om den plan som ska antas i höst."), &[]),
        (minutes("Det är bra att taxan som fastställs lokalt kan ändras."), &[]),
    ]);
}

/// One sentence, two deeds: an adverb, *men* or *medan* begins the second.
#[test]
fn seats_and_charges() {
    check(&[
        // Whose seats are decided is an election, what they do there none.
        (news("I går beslutade kammaren om vilka ledamöter som ska sitta i hamnens nämnder."), &["elect"]),
        (minutes("Styrelsen fattade beslut om de medlemmar som ska ingå i festkommittén."), &["elect"]),
        (minutes("Styrelsen beslutade om de medlemmar som inte har betalat."), &["adopt"]),
        (minutes("En arbetsgrupp bestående av Anna Holm, Per Ek och Eva Lund har tillsatts."), &["elect"]),
        (news("Hamnstyrelsen beslutade i maj att Per Ek träder in som tillförordnad hamnchef."), &["elect"]),
        (
            news("Fullmäktige godkände styrelsens förslag om att Anna Holm ska väljas till hamnchef."),
            &["elect"],
        ),
        (
            minutes("Val av hamnfogdar, listan fastställdes så här: nyval av Anna Holm, omval av Per Ek."),
            &["elect"],
        ),
        // Past tenses charge as the present does.
        (minutes("Stämman beslöt att styrelsen skulle köpa in virke."), &["assign"]),
        (news("I maj togs beslutet att hamnens presidium skulle undersöka bryggan."), &["assign"]),
        (minutes("Stämman beslöt att styrelsen skulle ha nio ledamöter."), &["adopt"]),
        // What a vote brought.
        (news("Förslaget förlorade med rösterna 9–14."), &["reject"]),
        (news("Motionen fick majoritetens stöd."), &["adopt"]),
        (minutes("Till slut gick hela förslaget om bryggan igenom."), &["adopt"]),
        (minutes("Vi gick alla förslag noga igenom."), &[]),
        (minutes("Årsmötet blev uppskjutet till hösten."), &["postpone"]),
        (minutes("Särskilt yttrande har avgetts av Anna Holm."), &["reserve"]),
        (minutes("Ledamot Virtanen föreslog att bryggan målas."), &["move"]),
    ]);
}

#[test]
fn courts_chambers_and_support() {
    check(&[
        (news("Tingsrätten friade den förre hamnchefen."), &["reject"]),
        (news("Tingsrätten konstaterade att bryggan var hal."), &[]),
        // Support, which a proposal must have.
        (minutes("Förslaget vann inte understöd."), &["reject"]),
        (minutes("Det blev återremiss på förslaget om bryggan."), &["refer"]),
        // Who proposes and who decides, in one sentence.
        (minutes("Styrelsen föreslår och stämman beslutar att Anna Holm väljs till hamnfogde."), &["elect"]),
        (minutes("Två revisorer föreslogs av valberedningen och valdes enhälligt."), &["elect"]),
        (minutes("En motion från byn föreslog en ny brygga."), &["move"]),
        // Who does something of their own accord.
        (news("Därför väljer båtägaren Anna Holm att flytta."), &[]),
        (minutes("Justerades det vid förra veckans möte av Per Ek förda protokoll."), &["adopt"]),
    ]);
    let motion = "Motion till riksdagen 1994/95:K23\nav Anna Holm (m)\n\nBroarna är gamla. Med hänvisning till det \
                  anförda hemställs att riksdagen beslutar om nya broar.\n";
    check(&[(motion.to_string(), &["move"])]);
}

#[test]
fn what_has_been_decided_under_the_items_of_a_list() {
    let list = "Sammanträde 2014-02-11\n\n1 Fastställande av dagordning\n\n2 Justering\n\n3 Bryggan\n\n\
                §21 Fastställande av dagordning\n\nBESLUT\n\nNämnden beslutar fastställa dagordningen.\n\n\
                §22 Bryggan\n\nBESLUT\n\nNämnden ger förvaltningen i uppdrag att laga bryggan.\n";
    check(&[(list.to_string(), &["adopt", "assign"])]);
    // Under a proposal all is proposed.
    let proposed = list.replace("BESLUT\n", "Förslag till beslut\n");
    check(&[(proposed, &["propose", "propose"])]);
}

#[test]
fn short_words_are_no_bodies() {
    let of = |text: &str| klubba::analyze(text).body;
    assert_eq!(
        of("Protokoll 2024-02-08\n\n§ 3 Avgifter\n\nBeslut\nAvgiften höjs fr.o.m. den 1 april.\n"),
        None
    );
    assert_eq!(
        of("Kommunstyrelsen 2023-11-27\n\nKommunstyrelsen beslutar att anta planen.\n").as_deref(),
        Some("Kommunstyrelsen")
    );
    // What the paper is stands before whose it is.
    for text in [
        "Protokoll kulturnämnden 2024-05-21\n\n§ 1 Mötet öppnas\n",
        "Protokoll Kulturnämnden\n2024-05-21\n\n§ 1 Mötet öppnas\n",
    ] {
        assert_eq!(of(text).as_deref(), Some("Kulturnämnden"), "{text}");
    }
    check_body(&[(minutes("De yrkade 140 000 kr i bidrag."), "move", "")]);
}

#[test]
fn figures_of_a_vote_that_the_decision_tells_of() {
    let votes = |sentence: &str| {
        let found = decisions(&minutes(sentence));
        found.iter().find_map(|d| d.votes).map(|votes| (votes.yes, votes.no))
    };
    assert_eq!(votes("Nämnden beslutade, efter votering med 7 ja och 4 nej, att anta planen."), Some((7, 4)));
    assert_eq!(votes("Nämnden beslutade efter omröstning att anta planen med 7 röster mot 4."), Some((7, 4)));
    assert_eq!(votes("Nämnden beslutade efter votering att 7 platser och 4 bord ska bytas."), None);
}

#[test]
fn a_bare_body_has_the_name_that_the_text_gives_it() {
    let bodies = |text: &str| Vec::from_iter(decisions(text).into_iter().filter_map(|d| d.body));
    let news = "Nyheter från hamnskolan\n\nPublicerad 3 maj 2023\n\nHamnfakultetsnämnden sammanträdde i går. Nämnden \
                beslutade att bygga en brygga. Anna Holm utsågs till promotor.\n";
    // Where the sentence names it, it is as it stands there.
    assert_eq!(bodies(news), ["Nämnden", "Hamnfakultetsnämnden"]);
    let record = "RIKSDAGENS PROTOKOLL 1936. Andra kammaren. Nr 31.\n\nOnsdagen den 13 maj.\n\n§ 1. Justerades \
                  protokollet för den 6 innevarande maj.\n";
    assert_eq!(bodies(record), ["Andra kammaren"]);
    let remiss = "Remiss av promemorian Nya bryggor\n\nHär kan du ta del av till vilka instanser Sjöfartsdepartementet har \
                  remitterat promemorian. Remissvaren ska ha kommit in senast den 13 juni 2017.\n";
    assert!(bodies(remiss).iter().all(|body| body == "Sjöfartsdepartementet"), "{:?}", bodies(remiss));
    assert!(!bodies(remiss).is_empty());
    let committee = "RIKSDAGEN\n\nHAMN- OCH SJÖUTSKOTTET\n\nPROTOKOLL\n\nUTSKOTTSSAMMANTRÄDE 2020/21:3\n\nDATUM\n\n2020-09-29\n\n\
                     § 1\n\nDeltagande\n\nUtskottet beslutade att tillåta deltagande på distans.\n\n§ 2\n\nJustering\n\n\
                     Paragrafen förklarades omedelbart justerad.\n";
    assert_eq!(bodies(committee), ["Utskottet", "Hamn- och sjöutskottet"]);
    let congress = "Protokoll från Hamnförbundets 50-årskongress 6 juni 2017\n\n1. Val\n\nTill sekreterare valdes Anna Holm.\n";
    assert_eq!(bodies(congress), ["Kongressen"]);
    assert_eq!(bodies(&record.replace(" 1936. Andra kammaren.", " 1976.")), ["Kammaren"]);
}

#[test]
fn deeds_told_one_after_the_other() {
    check(&[
        (
            minutes("Man enades om att behålla grinden, däremot togs beslut om att sänka avgiften."),
            &["adopt", "adopt"],
        ),
        (
            news("Fullmäktige godkände budgeten och därefter valdes Anna Holm till ordförande."),
            &["adopt", "elect"],
        ),
        (
            news(
                "Ledamoten Per Ek (SFP) föreslog att planen antas medan ledamoten Anna Holm (VF) föreslog att den avslås.",
            ),
            &["move", "move"],
        ),
        (
            news(
                "Ledamoten Per Ek (SFP) framlade ett förslag om att ärendet återremitteras, men med rösterna 24-19 beslöt fullmäktige att fortsätta.",
            ),
            &["move", "adopt"],
        ),
        (minutes("Ordföranden visade planen och den lades till handlingarna."), &["note"]),
        // Traps: one deed, and what the *att* clause says.
        (minutes("Mötet beslutade att köpa in färg och därefter måla planket."), &["adopt"]),
        (minutes("Mötet beslutade att styrelsen sköter grinden medan Anna Holm är borta."), &["adopt"]),
        (minutes("Vi väntade länge, men inget hände."), &[]),
    ]);
    let text = news("Fullmäktige godkände planen och därmed förföll de andra förslagen.");
    let found = decisions(&text);
    assert_eq!(found[0].span.of(&text), "Fullmäktige godkände planen");
}

/// Verbs of associations and of Finland's Swedish.
#[test]
fn words_of_associations() {
    check(&[
        (minutes("Vi kom fram till att grinden ska vara låst på natten."), &["adopt"]),
        (minutes("Ett nytt medlemsmöte utlyses när anbuden har kommit."), &["adopt"]),
        (minutes("Nämndeman Per Ek begärde befrielse från uppdraget."), &["move"]),
        (minutes("Till valberedningen sker nyval av Anna Holm."), &["elect"]),
        (minutes("Anna Holm valdes att även i fortsättningen sköta nycklarna."), &["elect"]),
        (minutes("Beslutades att Per Ek skall justera dagens protokoll."), &["elect"]),
        (minutes("Årsmötet ber styrelsen att reda ut frågan."), &["assign"]),
        (minutes("Beslutades att styrelsen utarbetar ett förslag till nästa årsmöte."), &["assign"]),
        (
            minutes("Stämman godkänner valberedningens förslag att kommittén utökas till fem personer."),
            &["adopt"],
        ),
        (minutes("Anna Holm gavs yttranderätt."), &["adopt"]),
        (minutes("Godkände rapporten om taket."), &["adopt"]),
        (news("Styrelsen beslutade att lyfta frågan om fönstren till en senare extrastämma."), &["postpone"]),
        (minutes("Mötet beslutade att gå på styrelsens förslag att avslå motionen."), &["reject"]),
        // Traps.
        (news("Utredningen kom fram till att skolan är för liten."), &[]),
        (minutes("Anna Holm har haft problem med uppdraget."), &[]),
        (minutes("Ersättning utgår."), &[]),
        (minutes("Mötet var litet så inga formella beslut togs."), &[]),
        (minutes("De nyvalda Anna Holm och Per Ek hälsades välkomna."), &[]),
        (minutes("Skolan inrättades 1919."), &[]),
        (minutes("Protokollet anslås som vanligt på hemsidan."), &[]),
    ]);
}

/// What is announced, released and told by authorities.
#[test]
fn words_of_authorities() {
    let charged = |rest: &str| {
        format!(
            "Pressmeddelande\n\nPublicerad 3 maj 2023\n\nRegeringen ger Skolverket i uppdrag att mäta ljudet. {rest}\n"
        )
    };
    check(&[
        (charged("Myndigheten ska även genomföra studier av ljuset."), &["assign", "assign"]),
        (charged("I uppdraget ska myndigheten ta hänsyn till barnen."), &["assign", "assign"]),
        (charged("Uppdraget till myndigheten innebär att den ska lämna en rapport."), &["assign", "assign"]),
        (charged("Uppdraget ska samordnas och redovisas av Skolverket."), &["assign", "assign"]),
        (
            news("Skolinspektionen kräver att kommunen rättar till bristerna före den 2 november 2023."),
            &["assign"],
        ),
        (news("Skolverket har haft i uppdrag att mäta ljudet."), &["assign"]),
        (news("Regeringen förlänger uppdraget till Skolverket att mäta ljudet."), &["assign"]),
        (minutes("Anmäles protokoll från mötet den 3 maj."), &["note"]),
        (minutes("Följande skrivelser anmäls för kännedom."), &["note"]),
        (
            news("Vid årsmötet fattades beslut om att ge styrelsen i uppdrag att bygga en brygga."),
            &["assign"],
        ),
        // Traps: nobody was charged, no day is given, and a name is no matter.
        (news("Myndigheten ska finnas i hela landet."), &[]),
        (news("Skolinspektionen kräver att reglerna följs."), &[]),
        (minutes("Protokollet redovisas i bilaga 2."), &[]),
        (news("Utredningen har antagit namnet Ljudutredningen."), &[]),
    ]);
}

/// The outcome of a vote as news tells it.
#[test]
fn votes_in_the_news() {
    let votes = |text: &str| {
        let found = decisions(text);
        let figures = found[0].votes.map(|v| (v.yes, v.no));
        (found[0].kind.as_str().to_string(), figures)
    };
    for (sentence, kind, figures) in [
        ("I omröstningen föll rösterna 23-19 mot en sammanslagning.", "reject", Some((23, 19))),
        ("Motförslaget röstades ner med rösterna 31–10.", "reject", Some((31, 10))),
        ("Med rösterna 24-19 beslöt fullmäktige att bygga bron.", "adopt", Some((24, 19))),
        ("Förslaget vann med 22-19 i omröstningen.", "adopt", None),
        ("Förslaget röstades igenom med rösterna 12-3.", "adopt", Some((12, 3))),
    ] {
        assert_eq!(votes(&news(sentence)), (kind.to_string(), figures), "{sentence}");
    }
    check(&[
        (news("Laget vann med 22-19 i finalen."), &[]),
        (news("Många röster hördes mot bron."), &[]),
        (news("Lotten föll på Anna Holm."), &[]),
    ]);
}

/// A heading that runs into the sentence is no part of it.
#[test]
fn headings_without_their_lines() {
    let begins = |text: String, start: &str| {
        let found = decisions(&text);
        assert!(found.iter().any(|d| d.span.of(&text).starts_with(start)), "{text}: {found:#?}");
    };
    begins(
        minutes("Val av mötesordförande och sekreterare Sittande ordförande och sekreterare valdes."),
        "Sittande",
    );
    begins(minutes("DOMSLUT Tingsrätten ogillar käromålet."), "Tingsrätten");
    begins(minutes("Kassören gick igenom budgeten och den fastställdes."), "den");
    begins(minutes("Val av kassör Anna Holm valdes."), "Anna");
    // Traps: a name in capitals, a body of two words, and a slip.
    begins(minutes("ABB beviljades dispens av nämnden."), "ABB");
    begins(minutes("Tekniska nämnden antar planen."), "Tekniska");
    begins(minutes("Planen Godkändes."), "Planen");
}

/// Courts, boards that discipline, and parties before them.
#[test]
fn courts_and_parties_in_the_news() {
    check(&[
        (news("I dag har Umby tingsrätt meddelat dom i målet om bryggan."), &["adopt"]),
        (news("Kärandena yrkade att domstolen skulle upphäva beslutet."), &["move"]),
        (news("Nämnden tilldelade läraren en varning."), &["adopt"]),
        (news("Regeringen tillsatte en särskild utredare med uppdrag att se över bryggorna."), &["assign"]),
        (news("Därför gick jag upp och yrkade återremiss."), &["move"]),
        // Traps: what is to come, what is given otherwise, and who only went there.
        (news("Umby tingsrätt meddelar dom den 25 juni."), &[]),
        (news("Nämnden tilldelade läraren ett rum."), &[]),
        (news("Därför gick jag upp och tackade för maten."), &[]),
    ]);
    check_body(&[
        (news("I dag har Umby tingsrätt meddelat dom i målet om bryggan."), "adopt", "Umby tingsrätt"),
        (news("Umby hovrätt fastställde domen."), "adopt", "Umby hovrätt"),
    ]);
}

/// Whose a decision is where its clause names the body in another way than as subject.
#[test]
fn bodies_beside_the_verb() {
    check_body(&[
        (minutes("Anna Holm (S) reserverar sig mot stadsfullmäktiges beslut."), "reserve", "Stadsfullmäktige"),
        (minutes("Styrelsens förslag till avgift är oförändrad nivå."), "propose", "Styrelsen"),
        (news("Skolverket har haft regeringens uppdrag att mäta ljudet."), "assign", "Regeringen"),
        (news("Skolverket fick i uppdrag av regeringen att mäta ljudet."), "assign", "Regeringen"),
        (
            "Stadgar för byalaget\n\nReviderade vid ordinarie årsmöte 2024\n\n§ 1 Namn\n\nByalaget heter Eken.\n".to_string(),
            "adopt",
            "Årsmötet",
        ),
        // Traps: nobody says by whom it is put, and the one charged is no one who charges.
        (minutes("Föreslås att välja Anna Holm till kassör."), "propose", ""),
        (news("Därför ger vi Skolverket i uppdrag att mäta ljudet."), "assign", ""),
        (news("Enligt beslut i november antog kommunen Söderby & Partners anbud."), "adopt", "Kommunen"),
    ]);
    let text = "Färre kontor\n\nRapport 2023:4\n\nSkolverket har haft i uppdrag att räkna kontoren. Vi föreslår att de blir \
                färre.\n";
    let bodies = Vec::from_iter(decisions(text).into_iter().map(|d| d.body));
    assert_eq!(bodies, [None, Some("Skolverket".to_string())]);
}

/// What only leads to the decisions below it.
#[test]
fn lead_ins_decide_nothing() {
    check(&[
        (minutes("Styrelsen beslutade om följande ärenden under mötet:"), &[]),
        (minutes("Stämman beslutade följande."), &[]),
        // Traps.
        (minutes("Styrelsen beslutade att följande lokal hyrs: Eken."), &["adopt"]),
    ]);
}

/// Who decides in minutes whose sentences do not say it.
#[test]
fn minutes_call_their_meeting_by_its_name() {
    let minutes = |head: &str| {
        format!("{head}\n\n§ 1 Val\n\nAnna Holm valdes till ordförande.\n\n§ 2 Avslut\n\nMötet avslutades.\n")
    };
    check_body(&[
        (minutes("Protokoll från kårstämma i Norrby scoutkår"), "elect", "Kårstämman"),
        (minutes("Protokoll från nationsmöte 2021-04-07"), "elect", "Nationsmötet"),
        (minutes("Protokoll fört vid kommunalstämma i Norrby den 4 maj 1871"), "elect", "Kommunalstämman"),
        (minutes("Protokoll från årsmöte i Byns båtklubb"), "elect", "Årsmötet"),
        (minutes("Protokoll Årsstämman 2023"), "elect", "Årsstämman"),
        (minutes("Konstituerande möte 2019-03-17"), "elect", "Styrelsen"),
        (minutes("Protokoll fört vid styrelsemöte med Byarnas Förbunds styrelse den 3 maj 2021"), "elect", "Byarnas Förbunds styrelse"),
        (minutes("Protokoll fört vid VU-sammanträde 2 2021"), "elect", "VU"),
        (minutes("Protokoll fört vid DM den 3 maj 2021"), "elect", "DM"),
        // Traps: a stämma that its minutes call so; a place before a board; a firm's letters.
        (
            "Protokoll fört vid bystämma i Norrby\n\n§ 1 Val\n\nTill ordförande för stämman valdes Anna Holm.\n".to_string(),
            "elect",
            "Stämman",
        ),
        (minutes("Protokoll från styrelsemöte i Båtbolaget AB"), "elect", "Styrelsen"),
        (minutes("Protokoll från höstmöte den 3 oktober 2021"), "elect", "Höstmötet"),
    ]);
}

/// Who decides by the meeting that a sentence names, by a name that goes on, by letters.
#[test]
fn bodies_by_meetings_names_and_letters() {
    check_body(&[
        (news("Vid fullmäktigemötet beslutades att bygga en badbrygga."), "adopt", "Fullmäktige"),
        (news("På föreningens ordinarie årsmöte valdes Anna Holm till ordförande."), "elect", "Årsmötet"),
        (news("Vid nämndsammanträdet i går antogs planen."), "adopt", "Nämnden"),
        (
            news("Förbundsstyrelsen för Byarnas vattenförbund beslöt att sälja pumpen."),
            "adopt",
            "Förbundsstyrelsen för Byarnas vattenförbund",
        ),
        (
            news("I går beslutade Norra hälso- och sjukvårdsnämnden att stänga mottagningen."),
            "adopt",
            "Norra hälso- och sjukvårdsnämnden",
        ),
        (news("UN har beslutat att hyra en båt."), "adopt", "UN"),
        (news("TR:n ogillade käromålet."), "reject", "TR:n"),
        // Traps: a meeting to come; a place behind a board; letters that no verb follows.
        (news("Inför nästa årsmöte beslutade styrelsen att höja avgiften."), "adopt", "Styrelsen"),
        (news("Länsstyrelsen i Västerås beslutade att stoppa bygget."), "adopt", "Länsstyrelsen i Västerås"),
        (news("Enligt IVO beslutade nämnden att stänga hemmet."), "adopt", "Nämnden"),
    ]);
}

/// What courts award and authorities blame.
#[test]
fn awards_and_blame() {
    let judgment = |words: &str| {
        format!("NORDANS TINGSRÄTT\n\nDOM\n\n2023-02-03\n\nMål nr T 17-23\n\nDOMSKÄL\n\n{words}\n")
    };
    check(&[
        (judgment("Tingsrätten tillerkänner Anna Holm ersättning med 5 000 kr."), &["adopt"]),
        (judgment("Bolaget tillerkänns ersättning för sina kostnader."), &["adopt"]),
        (judgment("Hovrätten meddelade den 30 mars 1992 dom i målet."), &["adopt"]),
        (judgment("Brf Eken har yrkat att domen ska ändras."), &["move"]),
        (judgment("Nämnden kan inte undgå allvarlig kritik för dröjsmålet."), &["adopt"]),
        // Traps: who opposes; what may be blamed; what is told of a law.
        (judgment("Vera Lind har bestritt käromålet."), &[]),
        (judgment("Hon ville undgå kritik."), &[]),
        (judgment("Domen handlar om vem som kan få ersättning."), &[]),
    ]);
}

/// Groups that are chosen, and choices without a verb.
#[test]
fn groups_and_renewals() {
    let minutes = |words: &str| format!("Protokoll från årsmötet\n\n§ 4 Styrelsen\n\n{words}\n");
    check(&[
        (news("På årsmötet valdes en ny styrelse."), &["elect"]),
        (news("På samma möte utsågs en kommitté på tre personer."), &["elect"]),
        (news("Sedan valde vi en lokal valkommitté."), &["elect"]),
        (minutes("Omval på två år av Anna Holm och Per Ek."), &["elect"]),
        (minutes("Anna Holm justerar protokollet."), &["elect"]),
        (news("Länsstyrelsen meddelar att Anna Holm utses till ersättare."), &["elect"]),
        // Traps: a choice to come; a nomination; who sits there.
        (minutes("Omval av Anna Holm och Per Ek kommer att ske i höst."), &[]),
        (minutes("Anna Holm föreslogs till ordförande."), &[]),
        (minutes("Adjungerade: Anna Holm och Per Ek"), &[]),
    ]);
}

/// *Beslut:* behind what it settles, answers in two words, checked minutes.
#[test]
fn answers_in_a_few_words() {
    let page = |words: &str| {
        format!("Nyheter från regionen\n\nPublicerad 3 maj 2023\n\nFullmäktige möttes i går.\n\n{words}\n")
    };
    let minutes = |words: &str| format!("Protokoll\n\n§ 7 Lokalen\n\n{words}\n");
    check(&[
        (page("Beslut: Enligt förslag."), &["adopt"]),
        (minutes("Lokalen är för liten Beslut: Att bordlägga frågan till nästa möte"), &["postpone"]),
        (minutes("Planen visades.\n\nEnligt förslag."), &["adopt"]),
        (minutes("Justerades protokollet för den 4 maj."), &["adopt"]),
        (minutes("Röstlängden justerades till 23 röster."), &["adopt"]),
        (minutes("Biträdde mötet förslaget."), &["adopt"]),
        (minutes("I motion 7 av Per Ek hemställs att lokalen byts."), &["move"]),
        // Traps: what was put right; what follows a proposal; what a label only leads to.
        (news("Avgiften justerades i fjol."), &[]),
        (minutes("Enligt förslaget blir lokalen större."), &[]),
        (page("Beslut: det kom i går."), &[]),
    ]);
}

/// What is done each time, or would be, decides nothing; those who would not take part dissent.
#[test]
fn habits_conditions_and_those_who_stand_aside() {
    check(&[
        (news("Moderaterna valde att inte delta i beslutet."), &["reserve"]),
        (news("Förslaget gick igenom."), &["adopt"]),
        (news("Fullmäktige röstade för styrelsens förslag till taxa."), &["adopt"]),
        (news("Socialdemokraterna föreslog avslag på motionen."), &["move"]),
        (news("Remissvaren ska ha kommit in till nämnden senast den 3 mars 2024."), &["assign"]),
        (news("Vid mötet fattade en majoritet av partierna beslut om en höjning."), &["adopt"]),
        // Traps.
        (news("Varje år fastställer fullmäktige en plan."), &[]),
        (news("När vi har allt som behövs fattar vi beslut."), &[]),
        (news("Ett beslut i styrelsen gäller om det bifalls av hälften."), &[]),
        (news("Anna Holm gick igenom förslaget."), &[]),
        (news("Vi reserverar 25 000 kr för resan."), &[]),
    ]);
}

/// Summaries tell of decisions; what was moved in another court is told, too.
#[test]
fn what_is_summed_up_is_reported() {
    let reported = |text: &str| decisions(text).iter().map(|d| d.reported).collect::<Vec<_>>();
    let page = |words: &str| {
        format!(
            "Beslut av kyrkomötet 2021\n\n{words}\n\nBudget\n\nKyrkomötet beslutar att bevilja styrelsen ansvarsfrihet.\n"
        )
    };
    assert_eq!(reported(&page("Här publiceras beslut från mötet.")), [true]);
    assert_eq!(reported(&page("Mötet hölls i Norrby.")), [false]);
    let case = |words: &str| {
        format!("Högsta domstolen\n\nDOM\n\n2023-02-03\n\nMål nr T 17-23\n\nDOMSKÄL\n\n{words}\n")
    };
    assert_eq!(reported(&case("Anna Holm yrkade att TR:n skulle avvisa kravet.")), [true]);
    assert_eq!(reported(&case("Anna Holm yrkade att Högsta domstolen skulle avvisa kravet.")), [false]);
}

/// What is paid and what it costs to belong; a surplus that stays.
#[test]
fn fees_and_money() {
    check(&[
        (minutes("Medlemsavgiften förblir 150 kronor per år."), &["adopt"]),
        (minutes("Arvode till kassören skall utgå med 4 000 kronor."), &["adopt"]),
        (minutes("Inget arvode skall utgå till ledamöterna."), &["adopt"]),
        (minutes("Bidrag utgår till Anna Holm med 2 000 kronor."), &["adopt"]),
        (minutes("Rösträknarna ersätts med 200 kr vardera."), &["adopt"]),
        (minutes("Sekreteraren arvoderas med 1 500:- om året."), &["adopt"]),
        (minutes("Överskottet läggs till löpande räkning."), &["adopt"]),
        (minutes("Vinsten förs över i ny räkning."), &["adopt"]),
        // Traps: what replaces something; what a fee could be; what is told of it in news.
        (minutes("Den gamla pumpen ersätts med en ny."), &[]),
        (minutes("Frågan är om arvode ska utgå."), &[]),
        (minutes("Medlemsavgiften kan bli högre nästa år."), &[]),
        (news("Anna Holm ersätts med en vikarie."), &[]),
    ]);
}

/// A matter that a meeting leaves to another one.
#[test]
fn matters_that_wait() {
    check(&[
        (minutes("Frågan kommer att tas upp igen vid nästa möte."), &["postpone"]),
        (minutes("Ärendet tas upp på nästa styrelsemöte."), &["postpone"]),
        (minutes("Vi tar detta på nästa styrelsemöte."), &["postpone"]),
        (minutes("Frågan om bryggan läggs på is."), &["postpone"]),
        (minutes("Frågan lämnades öppen."), &["postpone"]),
        (minutes("Punkten lyfts ut ur dagordningen."), &["postpone"]),
        (minutes("Motionen drogs tillbaka."), &["postpone"]),
        (minutes("Ärendet utgår eftersom underlaget inte är klart."), &["postpone"]),
        (minutes("Behandlingen av planen flyttas till nästa sammanträde."), &["postpone"]),
        // Traps: a meeting to come; what could be taken up; what is no matter; what is not put off.
        (minutes("Nästa möte hålls den 3 maj."), &[]),
        (minutes("Frågan kan tas upp igen om någon vill."), &[]),
        (minutes("Bryggan tas upp på land i höst."), &[]),
        (minutes("Ärendet utgår inte."), &[]),
    ]);
}

/// Words that say yes or no besides those of every minutes.
#[test]
fn yes_and_no_in_other_words() {
    check(&[
        (news("Kommunfullmäktige spikade budgeten."), &["adopt"]),
        (news("Det blev ja till en ny bro."), &["adopt"]),
        (news("Det blev nej till en ny bro."), &["reject"]),
        (news("Medlemmarna röstade enhälligt för att ge styrelsen i uppdrag att sälja båten."), &["assign"]),
        (news("Vi i styrelsen har tagit beslut om att hyra ut lokalen."), &["adopt"]),
        (news("Stämman ställde sig bakom förslaget, som föll med rösterna 10–3 i fjol."), &["adopt"]),
        (minutes("Förslaget föll med rösterna 10–3."), &["reject"]),
        (minutes("Förslaget vann inte gehör."), &["reject"]),
        (minutes("Per Ek uteslöts ur föreningen."), &["adopt"]),
        (minutes("Mötet fann sig vara stadgeenligt utlyst."), &["adopt"]),
        (minutes("Dagordningen anses föredragen."), &["adopt"]),
        (news("Domstolen har lämnat besväret oprövat."), &["reject"]),
        (minutes("Nämnden tackar för rapporten."), &["note"]),
        // Traps: thanks of one person; leaves that fall; what may become so.
        (minutes("Ordföranden tackar för rapporten."), &[]),
        (news("Det blev ett ja från många grannar."), &[]),
        (news("Löven föll tidigt i år."), &[]),
        (news("Medlemmarna tackade för en fin kväll."), &[]),
    ]);
}

/// Those who are chosen: by a noun, by their hiring, by a list of posts.
#[test]
fn choices_by_nouns_and_lists() {
    let list = |heading: &str, lines: &str| format!("Protokoll från årsmötet\n\n§ 4 {heading}\n\n{lines}\n");
    check(&[
        (news("Det blev omval på Anna Holm och Per Ek."), &["elect"]),
        (news("Det blev omval på alla poster."), &["elect"]),
        (news("Nämnden beslutade att anställa Anna Holm som chef."), &["elect"]),
        (
            minutes("Styrelsen konstituerades enligt följande: Anna Holm kassör, Per Ek sekreterare."),
            &["elect"],
        ),
        (
            list("Val av styrelse", "Ordförande: Anna Holm\nKassör: Per Ek\nSekreterare: Vera Lind"),
            &["elect"],
        ),
        (
            list("Val av styrelse", "Ordförande: Anna Holm\n\nKassör: Per Ek\n\nVera Lind (ny ledamot)"),
            &["elect"],
        ),
        (
            list("Val av funktionärer", "Anna Holm, ordförande\nPer Ek, sekreterare och rösträknare"),
            &["elect"],
        ),
        // Traps: nobody in particular; who sits there; a list that chooses nobody.
        (news("Nämnden anställde två lärare i fjol."), &[]),
        (news("Det blev kväll."), &[]),
        (list("Styrelsen", "Ordförande: Anna Holm\nKassör: Per Ek"), &[]),
    ]);
}

/// Points that begin with *att* and lost their lead; verbs that lost their subject; charges without a verb.
#[test]
fn points_without_their_lead() {
    check(&[
        (minutes("Att utse en justerare."), &["elect"]),
        (minutes("Dagordningen visades. att fastställa dagordningen."), &["adopt"]),
        (minutes("Uppdrag åt styrelsen att köpa stolar."), &["assign"]),
        (minutes("Uppdrag till kassören att betala räkningen."), &["assign"]),
        (minutes("beslutar att välja Per Ek till sekreterare."), &["elect"]),
        (minutes("Kansliet ska göra en lista och återkomma till nästa möte."), &["assign"]),
        (
            minutes("Mot beslutet anmäler Anna Holm, Per Ek, Vera Lind, Stina Dahl och Bo Alm reservation."),
            &["reserve"],
        ),
        // Traps: *att* clauses that a verb follows; what is no charge.
        (minutes("Att godkänna planen tar tid."), &[]),
        (minutes("Att välja en kassör blir svårt."), &[]),
        (minutes("Uppdrag åt andra är sällsynta."), &[]),
        (news("Att anta planen var lätt."), &[]),
    ]);
}

/// Parties of a case move in it; who proposes with another's support moves; a cleft tells of a deed.
#[test]
fn parties_seconders_and_clefts() {
    let case = |words: &str| {
        format!("Förvaltningsrätten i Norrby\n\nDOM\n\n2023-02-03\n\nMål nr 17-23\n\nDOMSKÄL\n\n{words}\n")
    };
    check(&[
        (case("Nämnden yrkar att förvaltningsrätten ska avslå överklagandet."), &["move"]),
        (case("Bolaget yrkar att beslutet upphävs."), &["move"]),
        (case("Domstolen förbjuder bolaget att använda namnet."), &["adopt"]),
        (case("Bolaget begärde inhibition av beslutet."), &["move"]),
        (case("Kammarrätten återlämnade ärendet till nämnden."), &["refer"]),
        (news("Per Ek föreslog, understödd av Anna Holm, att avgiften höjs."), &["move"]),
        (news("Bo Ek föreslog sedan, understödd av Vera Lind, att avtalet förkastas."), &["move"]),
        (news("Det är regeringen som har gett Havsverket i uppdrag att mäta vattnet."), &["assign"]),
        (news("Det var den förra regeringen som tillsatte nämnden."), &["adopt"]),
        // Traps: a board of an association; a proposal of one's own; a rule in a cleft.
        (minutes("Styrelsen yrkar avslag på motionen."), &["propose"]),
        (news("Det är regeringen som utser ledamöterna."), &[]),
        (news("Nycklarna återlämnades till vaktmästaren."), &[]),
    ]);
}

/// The body by its longer name, by the meeting of which news tell, by those who meet.
#[test]
fn bodies_by_longer_names() {
    let page = |title: &str, words: &str| format!("{title}\n\nPublicerad 3 maj 2023\n\n{words}\n");
    check_body(&[
        (
            "Protokoll från styrelsemöte i Byförbundet\n\n§ 1 Stolar\n\nFörbundsstyrelsen beslutade att köpa stolar.\n"
                .to_string(),
            "adopt",
            "Förbundsstyrelsen",
        ),
        (page("Årsmötet 2023", "Anna Holm valdes till ordförande i föreningen."), "elect", "Årsmötet"),
        (
            page("Nytt från årsmötet", "Föreningen har fler medlemmar än förr. Per Ek valdes till kassör."),
            "elect",
            "Årsmötet",
        ),
        (
            "Protokoll från BKA årsmöte 2021\n\n§ 1 Val\n\nAnna Holm valdes till ordförande.\n".to_string(),
            "elect",
            "Årsmötet",
        ),
        (
            "Protokoll från årsmöte\n\n§ 1 Ansvar\n\nMötesdeltagarna gav styrelsen ansvarsfrihet.\n".to_string(),
            "adopt",
            "Årsmötet",
        ),
        // Traps: another board; a meeting that a board's minutes speak of.
        (
            "Protokoll från styrelsemöte i Byns vägförening\n\n§ 1 Vägen\n\nStyrelsen beslutade att skriva till Länsstyrelsen.\n"
                .to_string(),
            "adopt",
            "Styrelsen",
        ),
        (news("Inför årsmötet beslutade styrelsen att höja avgiften."), "adopt", "Styrelsen"),
    ]);
}

/// What each decision of a text says, its kind before it.
fn told(text: &str) -> Vec<String> {
    decisions(text).iter().map(|d| format!("{} {}", d.kind, &text[d.span.range()])).collect()
}

#[track_caller]
fn tells(text: &str, want: &[&str]) {
    assert_eq!(told(text), want, "{text}");
}

/// A clause with a matter and a verb of its own is a decision of its own; two subjects of one verb are not.
#[test]
fn clauses_that_settle_another_matter() {
    tells(
        &minutes("Bokslutet fastställdes och årsavgiften sattes till 100 kronor."),
        &["adopt Bokslutet fastställdes", "adopt årsavgiften sattes till 100 kronor."],
    );
    tells(
        &minutes("Styrelsen beviljades ansvarsfrihet och bokslutet samt budgeten godkändes."),
        &["adopt Styrelsen beviljades ansvarsfrihet", "adopt bokslutet samt budgeten godkändes."],
    );
    tells(&minutes("Rapporten lästes upp och godkändes."), &["adopt Rapporten lästes upp och godkändes."]);
    // What the one chosen does is no part of the choice.
    tells(
        &minutes("Anna Holm valdes till ordförande och höll ett långt tal."),
        &["elect Anna Holm valdes till ordförande"],
    );
    tells(
        &minutes("Anna Holm valdes till ordförande och hon ledde samtalet om hamnen."),
        &["elect Anna Holm valdes till ordförande"],
    );
    tells(
        &minutes("Anna Holm omvaldes på två år, medan Per Ek sitter till våren."),
        &["elect Anna Holm omvaldes på två år"],
    );
    // Who opens the meeting does another deed than those who decide.
    tells(
        &minutes("Ordföranden öppnade mötet och dagordningen godkändes."),
        &["adopt dagordningen godkändes."],
    );
    tells(
        &minutes("Bokslutet gicks igenom och rapporten godkändes."),
        &["adopt Bokslutet gicks igenom och rapporten godkändes."],
    );
    tells(
        &minutes("Här omvaldes Per Ek men ingen kunde hittas till den andra posten."),
        &["elect Här omvaldes Per Ek"],
    );
    // Deeds that each open a line, without a stop between.
    tells(
        &minutes(
            "Valdes Anna Holm att leda årsmötet\nValdes Per Ek att föra protokollet\nUtsågs Karin Lund att justera det",
        ),
        &[
            "elect Valdes Anna Holm att leda årsmötet",
            "elect Valdes Per Ek att föra protokollet",
            "elect Utsågs Karin Lund att justera det",
        ],
    );
}

/// The number of a point is no part of what it decides, wherever its line was lost.
#[test]
fn numbers_before_a_decision() {
    let text = minutes(
        "Mötet öppnades. 2. Röstlängden fastställdes. 3. Till ordförande valdes Anna Holm. 11. a) Budgeten godkändes.",
    );
    tells(
        &text,
        &[
            "adopt Röstlängden fastställdes.",
            "elect Till ordförande valdes Anna Holm.",
            "adopt Budgeten godkändes.",
        ],
    );
    tells(
        &minutes("a/ Stämman valde Anna Holm till ordförande. b/ Stämman valde Per Ek till kassör."),
        &["elect Stämman valde Anna Holm till ordförande.", "elect Stämman valde Per Ek till kassör."],
    );
    // How many is no number of a point.
    tells(&news("I går antog 92 ombud planen."), &[]);
}

/// A body without an article is one behind whose it is.
#[test]
fn somebodys_body() {
    check_body(&[
        (news("Lindens styrelse har valt Anna Holm till ordförande."), "elect", "Lindens styrelse"),
        (news("Förbundets kongress antog planen."), "adopt", "Förbundets kongress"),
        (news("Byns nämnd antog planen."), "adopt", "Byns nämnd"),
    ]);
    check(&[
        (news("Årets kongress blev lång."), &[]),
        (news("Han fick en ny styrelse att arbeta med."), &[]),
        (news("Vad en styrelse beslutar vet ingen."), &[]),
    ]);
}

/// What was put goes through, or does not; what is moved to another day waits.
#[test]
fn outcomes_in_few_words() {
    check(&[
        (news("Motionen om hamnen fick bifall."), &["adopt"]),
        (news("Begäran gick igenom."), &["adopt"]),
        (news("Förslaget gick inte igenom."), &["reject"]),
        (news("Anna Holm gick inte igenom förslaget."), &[]),
        (news("Styrelsen har beslutat att flytta fram årsmötet en vecka."), &["postpone"]),
        (news("Efter en lång diskussion beslutas att ge stödet till Linden."), &["adopt"]),
        (news("Varje år beslutas att ge stöd till någon."), &[]),
    ]);
    check(&[(
        "DOM\n\nHovrätten\n\nDOMSLUT\n\nHovrätten bifaller inte överklagandet.\n".to_string(),
        &["reject"],
    )]);
}

/// Somebody named is charged with any task, a body with one that is known for one.
#[test]
fn somebody_is_to_do_it() {
    check(&[
        (minutes("Det beslutades att Anna Holm ska skapa en lista."), &["assign"]),
        (minutes("Det beslutades att kassören ska utreda avgiften."), &["assign"]),
        (minutes("Det beslutades att bryggan ska vara öppen i maj."), &["adopt"]),
    ]);
    let directive = "Dir. 2005:194\n\nHamnarnas framtid\n\nBeslut vid regeringssammanträde den 1 september 2005\n\n\
        Kommittén skall överväga vilka mål som bör gälla.\n\nDärtill skall kommittén föreslå hur hamnarna kan växa.\n";
    assert_eq!(kinds(directive), ["assign", "assign"]);
    let appointed = "Betänkande\n\nTill statsrådet\n\nSom experter förordnades samma dag chefsjuristen Anna Holm och \
        analyschefen Per Ek.\n";
    assert_eq!(kinds(appointed), ["elect"]);
}

/// News that say *mötet* tell in their first lines which one.
#[test]
fn which_meeting_news_tell_of() {
    let text = "Lindens årsmöte\n\nI onsdags hade Linden årsmöte i skolan. Mötet antog budgeten. Verksamhetsplanen godkändes.\n";
    let bodies: Vec<_> = decisions(text).into_iter().map(|d| d.body.unwrap_or_default()).collect();
    assert_eq!(bodies, ["Mötet", "Årsmötet"]);
}

/// What a court, a body and the minutes say in few words; what only may come, or was decided by others, is none.
#[test]
fn said_in_few_words() {
    check(&[
        (minutes("Paragrafen förklaras omedelbart justerad."), &["adopt"]),
        (minutes("Beviljas bidraget måste kassan ses över."), &[]),
        (minutes("De av kongressen beslutade avgifterna gäller från maj."), &[]),
        // A column of labels: the name stands in another.
        (minutes("Utses att justera Justeringens plats och tid Anna Holm"), &[]),
        (minutes("Utses att justera Anna Holm"), &["elect"]),
        (minutes("Fyra medlemmar utsågs att ingå i nämnden: Anna Holm, Per Ek."), &["elect"]),
        (news("Kommunstyrelsen beslutade att ge ett planuppdrag för hamnen."), &["assign"]),
        (news("Kommunstyrelsen sa ja i går."), &["adopt"]),
        (news("Tingsrätten avkunnade dom i fredags."), &["adopt"]),
    ]);
}

/// What news and Finland's papers say instead of *beslutade*; what only looks like it.
#[test]
fn other_words_for_a_decision() {
    check(&[
        (news("Stadsstyrelsen gick in för att bygga en ny skola."), &["adopt"]),
        (news("Stadsstyrelsen gick på onsdagen in för att höja avgiften."), &["adopt"]),
        (news("Fullmäktige omfattade stadsstyrelsens förslag."), &["adopt"]),
        (news("Området omfattade tre kvarter."), &[]),
        (news("Medborgarförslaget blev nedröstat av majoriteten."), &["reject"]),
        (news("Regeringen avfärdade förslaget om en ny skatt."), &["reject"]),
        (news("Nämnden gav avslag på ansökan om bygglov."), &["reject"]),
        (news("Prövningstillstånd beviljas inte."), &["reject"]),
        (news("Beslutet blev att skolan stängs."), &["adopt"]),
        (news("Det blev ett enhälligt ja till bron."), &["adopt"]),
        (news("Kammarrätten rev upp beslutet."), &["adopt"]),
        (news("Kommunen rev upp asfalten."), &[]),
        (news("Förslaget skickades tillbaka på återremiss."), &["refer"]),
        (news("Ärendet blev återremitterat."), &["refer"]),
        (news("Mötet blev lyckat."), &[]),
        (news("Beslutet skjuts upp till hösten."), &["postpone"]),
        (news("Frågan drogs bort från föredragningslistan."), &["postpone"]),
        (news("Ärendet om skolan flyttas fram."), &["postpone"]),
        (minutes("Därefter genomfördes val av Anna Holm till kassör."), &["elect"]),
        (news("Dessutom genomfördes en vandring."), &[]),
        (news("Vänsterpartiet lade ner sina röster."), &["reserve"]),
        (minutes("Tre ledamöter avstår från att rösta."), &[]),
        (minutes("RAPPORTEN LÄGGS TILL HANDLINGARNA."), &["note"]),
    ]);
}

/// Who decides: a municipality and a city by their names, a region, a club, who stands between the auxiliary and its verb, whose
/// meeting it was.
#[test]
fn bodies_by_the_name_of_a_place() {
    let body = |text: &str| {
        decisions(&news(text)).into_iter().map(|d| d.body.unwrap_or_default()).collect::<Vec<_>>()
    };
    assert_eq!(body("Umeå kommun har beslutat att stänga badet."), ["Umeå kommun"]);
    assert_eq!(body("Malmö stad har beslutat att stänga badet."), ["Malmö stad"]);
    assert_eq!(body("Eslövs kommun har beslutat att stänga badet."), ["Eslövs kommun"]);
    assert_eq!(body("Region Västra Götaland har beslutat att stänga badet."), ["Region Västra Götaland"]);
    assert_eq!(
        body("Styrelsen för Lindens IF har beslutat att ställa in cupen."),
        ["Styrelsen för Lindens IF"]
    );
    assert_eq!(body("Boverket har av regeringen fått i uppdrag att se över reglerna."), ["Regeringen"]);
    assert_eq!(body("Vid kommunstyrelsens sammanträde beslutades att bygga en bro."), ["Kommunstyrelsen"]);
    assert_eq!(body("Badet i kommunen stängs."), [] as [String; 0]);
}

/// Inquiries and their experts, what somebody chose to do, rules under the day they were made.
#[test]
fn called_in_and_chosen_to() {
    check(&[
        (news("Regeringen tillkallade en särskild utredare med uppdrag att se över lagen."), &["assign"]),
        (news("Regeringen beslutade att tillkalla en särskild utredare."), &["assign"]),
        (news("Som experter tillkallades den 9 maj Anna Holm och Per Ek."), &["elect"]),
        (news("Polisen tillkallades av Anna Holm."), &[]),
        (news("Regeringen har beslutat att uppdraget ska redovisas senast den 3 maj 2024."), &["assign"]),
        (news("Regeringen beslutade om ett uppdrag till Lindverket att föreslå åtgärder."), &["assign"]),
        (news("I maj lämnade utredningen sitt betänkande till regeringen."), &["refer"]),
        (news("Till slut valde nämnden alltså att lämna förhandlingarna."), &["adopt"]),
        (news("Målet överlämnas till nämnden för vidare handläggning."), &["refer"]),
        (news("Nämnden valde i november Anna Holm till ordförande."), &["elect"]),
    ]);
    let rules = "Lindverkets författningssamling\n\nFöreskrifter\nom lindar;\n\nLVFS 2014:2\n\nbeslutade den 20 augusti 2014.\n\n1 § \
        Lindar ska beskäras varje år.\n\n2 § Grenar ska tas om hand.\n";
    assert_eq!(kinds(rules), [""; 0]);
    assert_eq!(kinds(&rules.replace("\n\nbeslutade", "\n\nBeslutade")), ["adopt"]);
}

/// Motions put what they want in many orders.
#[test]
fn motions_move() {
    let motion = |want: &str| {
        format!(
            "Motion till kommunfullmäktige\n\nBygg en bro\n\nNorrby behöver en bro över ån, och många har väntat länge på den.\n\n{want}\n\n\
             Norrby den 3 maj 2023\n\nAnna Holm (MP)\n"
        )
    };
    check(&[
        (motion("Med anledning av ovan yrkar Lindpartiet:\n\nATT kommunen bygger en bro."), &["move"]),
        (motion("Mot den bakgrunden yrkar vi att kommunen bygger en bro."), &["move"]),
        (
            motion(
                "Av dessa skäl yrkar Socialdemokraterna:\n\n1. Att kommunen bygger en bro.\n2. Att den blir klar i år.",
            ),
            &["move"],
        ),
    ]);
}

/// Narrow columns break words at the ends of their lines; what is found stands there as it is written.
#[test]
fn words_broken_at_the_end_of_a_line() {
    let text = "Protokoll\n\n§ 4 Lokaler\n\nEfter en lång diskussion beslu-\ntade styrelsen att köpa båt-\nhuset den 15 novem-\nber.\n";
    let found = decisions(text);
    let [decision] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!(decision.kind.as_str(), "adopt");
    assert!(text[decision.span.range()].starts_with("Efter en lång diskussion beslu-\ntade styrelsen"));
    assert!(text[decision.span.range()].ends_with("novem-\nber."));
    assert_eq!(kinds("Protokoll\n\n§ 4 Lokaler\n\nBåthuset och dess in-\noch utgång visades.\n"), [""; 0]);
}

#[test]
fn assent_and_short_names() {
    check_body(&[
        (minutes("Mötet gav sitt godkännande till det."), "adopt", "Mötet"),
        (minutes("Mötet tog även beslut i att köpa en båt."), "adopt", "Mötet"),
        (minutes("Verket beslutar att flytta bryggan."), "adopt", "Verket"),
    ]);
    let record = "Försvar.\n\n2. RD anvisar till båtar 1 000 000 kr. (r).\n\n3. RD avslår motion om ändringar av lagen.\n";
    assert_eq!(kinds(record), ["adopt", "reject"]);
    assert_eq!(kinds(&minutes("Han gav sitt löfte. Verket öppnade 1907.")), [""; 0]);
    let report = "Hamnutskottets betänkande 2018/19:HU1\n\nStockholm den 28 maj 2019\n\nPå hamnutskottets vägnar\n\nEmma Holm\n\n\
        Följande ledamöter har deltagit i beslutet: Emma Holm (MP), Per Ek (KD), Johan Lind (S) och Sara Berg (M).\n";
    assert_eq!(kinds(report), [""; 0]);
}

#[test]
fn denied_voted_and_charged() {
    check(&[
        (minutes("Mötet godkänner inte propositionen."), &["reject"]),
        (minutes("Propositionen godkänns inte."), &["reject"]),
        (minutes("Mötet föreslår och väljer Per Ek till mötesordförande."), &["elect"]),
        (minutes("Anna Holm röstades som justerare för mötet."), &["elect"]),
        (minutes("Per Ek röstades fram som kassör."), &["elect"]),
        // Traps.
        (minutes("Anna Holm röstade som ordföranden."), &[]),
        (minutes("Anna Holm godkänner inte planen."), &[]),
        (minutes("Styrelsen föreslår och motiverar en höjd avgift."), &["propose"]),
        (news("I utredningens uppdrag har bland annat ingått att mäta bron."), &["assign"]),
        (news("I bolagets arbete har ingått att mäta bron."), &[]),
    ]);
}

#[test]
fn names_broken_over_lines_and_boxes_of_tasks() {
    let opening = "Förvaltningen har tagit fram ett förslag till fördelning av medlen. ";
    for name in ["Kajsa\nLindström (C)", "Kajsa Lindström\n(C)", "Kajsa\nLindström"] {
        let text = minutes(&format!("{opening}{name} yrkar att ärendet återremitteras."));
        let found = decisions(&text);
        let spans: Vec<&str> = found.iter().map(|d| &text[d.span.range()]).collect();
        assert_eq!(spans, [format!("{name} yrkar att ärendet återremitteras.")], "{text}");
    }
    let text = "Protokoll\n\n## Beslut\n\n- [ ] Anna Holm ska ringa hamnen\n- [x] Styrelsen beslutade att köpa en båt\n";
    let found = decisions(text);
    let told: Vec<_> = found.iter().map(|d| (&text[d.span.range()], d.assignee.as_deref())).collect();
    let wanted =
        [("Anna Holm ska ringa hamnen", Some("Anna Holm")), ("Styrelsen beslutade att köpa en båt", None)];
    assert_eq!(told, wanted);
}

#[test]
fn laws_and_rules_are_given() {
    let rules = |sentence: &str| {
        format!("Hamnverkets föreskrifter om bojar;\n\nbeslutade den 3 maj 2024.\n\n{sentence}\n")
    };
    check_body(&[
        (rules("Hamnverket föreskriver1 följande med stöd av 3 § hamnförordningen."), "adopt", "Hamnverket"),
        (rules("Hamnverket föreskriver12 följande med stöd av 3 § hamnförordningen."), "adopt", "Hamnverket"),
    ]);
    let law = |above: &str, sentence: &str| format!("{above} om ändring i hamnlagen\n\n{sentence}\n");
    check(&[
        (law("Lag", "Härigenom föreskrivs att 3 § hamnlagen ska ha följande lydelse."), &["adopt"]),
        (
            law("Förslag till lag", "Härigenom föreskrivs att 3 § hamnlagen ska ha följande lydelse."),
            &["propose"],
        ),
        (law("Lag", "HÄRIGENOM FÖRESKRIVS FÖLJANDE."), &["adopt"]),
        (law("Förslag till lag", "HÄRIGENOM FÖRESKRIVS FÖLJANDE."), &["propose"]),
        // Traps.
        (law("Lag", "Vad som föreskrivs i hamnlagen gäller även bojar."), &[]),
        (law("Lag", "Härigenom meddelas att hamnen är stängd."), &[]),
    ]);
}

#[test]
fn proposals_to_a_chamber_in_parts() {
    let report = |point: &str| {
        format!("Utskottets förslag till riksdagsbeslut\n\n1. Bryggor\n\n{point}\n\nReservation 1 (M)\n")
    };
    let parts = [
        (
            "Riksdagen avslår motionerna\n\n2018/19:94 av Anna Holm m.fl. (S) yrkande 1 och\n\n2018/19:95 av Bo Ek (M).",
            2,
        ),
        ("Riksdagen avslår motion\n2018/19:95 av Bo Ek (M).", 1),
        (
            "Riksdagen\n\na) antar det som regeringen föreslår,\n\nb) avslår motion 2018/19:95 av Bo Ek (M).",
            2,
        ),
        ("Riksdagen\na) antar det som regeringen föreslår,\nb) avslår motion 2018/19:95 av Bo Ek (M).", 2),
    ];
    for (point, items) in parts {
        let text = report(point);
        let found = decisions(&text);
        let told = (&text[found[0].span.range()], found[0].kind.as_str(), found[0].items.len());
        assert_eq!(told, (point, "propose", items));
        assert_eq!(found[0].body.as_deref(), Some("Utskottet"));
    }
    // Lines that are no part of it.
    let text = report(
        "Riksdagen avslår motion 2018/19:95 av Bo Ek (M).\n\n2018/19:97 av Anna Holm (S) behandlas senare.",
    );
    assert_eq!(&text[decisions(&text)[0].span.range()], "Riksdagen avslår motion 2018/19:95 av Bo Ek (M).");
    assert_eq!(kinds("Dagens punkter\n\nRiksdagen\n\na) möten i maj,\n\nb) resor i juni.\n"), [""; 0]);
}

#[test]
fn outcomes_below_their_proposals() {
    check(&[
        (
            minutes("Förslag till beslut\n\nStyrelsen godkänner rapporten.\n\nFörslaget godkändes."),
            &["propose", "adopt"],
        ),
        (minutes("Förslag till beslut\n\nAtt anta budgeten.\n\nFörslaget avslogs."), &["propose", "reject"]),
    ]);
}

#[test]
fn founders_and_ranges_over_lines() {
    let founding = "# Protokoll fört vid konstituerande möte för Linden\n\n## § 1 Val av ordförande\nTill mötesordförande valdes Anna Holm.\n\n\
        ## § 2 Stadgar\nMötet beslutade att anta stadgarna.\n\n## § 3 Styrelse\nMötet beslutade att välja Bo Ek till kassör.\n";
    let bodies = |text: &str| Vec::from_iter(decisions(text).into_iter().map(|d| d.body.unwrap_or_default()));
    assert_eq!(bodies(founding), ["Mötet", "Mötet", "Mötet"]);
    // That of a board.
    let board = founding.replace("vid konstituerande", "vid styrelsens konstituerande");
    assert_eq!(bodies(&board), ["Styrelsen", "Mötet", "Mötet"]);
    let text = minutes("Styrelsen beslutade att mötas varannan tisdag 20:00 -\n21:00 med start 2013-01-21.");
    let found = decisions(&text);
    assert!(text[found[0].span.range()].ends_with("2013-01-21."), "{found:?}");
}

#[test]
fn points_that_end_a_proposal_to_a_chamber() {
    let points = "Regeringen föreslår att riksdagen\n1. godkänner avtalet om hamnar,\n2. antar förslaget till lag om båtar.";
    for above in ["1 Förslag till riksdagsbeslut", "Bakgrund\n\nAvtalet gäller hamnar. Det är gammalt."] {
        let text = format!("{above}\n\n{points}\n");
        let found = decisions(&text);
        let told =
            Vec::from_iter(found.iter().map(|d| (&text[d.span.range()], d.kind.as_str(), d.items.len())));
        assert_eq!(told, [(points, "propose", 2)], "{found:?}");
    }
    // Whose proposal it is, in the nominative.
    for above in ["Förslag till beslut\n\n", ""] {
        let text = format!("§ 4 Budget\n\n{above}Stadsdirektör Anna Holms förslag:\n\nBudgeten godkänns.\n");
        check_body(&[(text, "propose", "Stadsdirektör Anna Holm")]);
    }
    // Labels in a column, on a later page, propose nothing.
    let head = "Datum:\nHandläggare:\nDiarienr:\n\n2026-05-05\nKarin Berg\n2026.134 BUN\n";
    let letter = format!(
        "{head}\nUppföljning av budget\n\nFörslag till beslut\nRedovisningen godkänns.\n\nEva Ek\nChef\n\n{head}"
    );
    check_body(&[(letter, "propose", "")]);
}
