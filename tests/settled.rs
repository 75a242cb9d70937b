//! Decisions as many writers tell them: one test a class, with what only sounds like it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::decisions;

/// A paragraph of an association's minutes.
fn said(text: &str) -> String {
    format!(
        "Protokoll fört vid årsmöte i Byns vägförening\n\n§ 4 Lokaler\n\n{text}\n\n§ 5 Övrigt\n\nInget.\n"
    )
}

/// The same under the heading of a choice.
fn chosen(text: &str) -> String {
    format!(
        "Protokoll fört vid årsmöte i Byns vägförening\n\n§ 4 Val av styrelse\n\n{text}\n\n§ 5 Övrigt\n\nInget.\n"
    )
}

/// A decision of an authority or a court.
fn judged(text: &str) -> String {
    format!(
        "Länsstyrelsen i Norrbotten\n\nBESLUT\n2024-02-03\nDnr 12-2024\n\nAnsökan om dispens\n\n{text}\n\nBeslutet kan överklagas.\n"
    )
}

/// Cases of one class: a text, and kind and words of what is found in it.
fn check(cases: &[(String, &[(&str, &str)])]) {
    let mut wrong = Vec::new();
    for (text, want) in cases {
        let found = decisions(text);
        let seen: Vec<_> = found.iter().map(|d| (d.kind.as_str(), d.span.of(text))).collect();
        if seen != *want {
            wrong.push(format!("{text:?}: {seen:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_was_proposed_gives_the_kind() {
    check(&[
        (
            said("Styrelsen föreslog att Anna Holm väljs till kassör.\n\nMötet biföll styrelsens förslag."),
            &[
                ("propose", "Styrelsen föreslog att Anna Holm väljs till kassör."),
                ("elect", "Mötet biföll styrelsens förslag."),
            ],
        ),
        (
            said(
                "Revisorn föreslog att boken läggs till handlingarna.\n\nMötet beslöt att bifalla revisorns förslag.",
            ),
            &[
                ("propose", "Revisorn föreslog att boken läggs till handlingarna."),
                ("note", "Mötet beslöt att bifalla revisorns förslag."),
            ],
        ),
        (
            said("Styrelsen föreslår att frågan bordläggs.\n\nMötet beslutar enligt förslaget."),
            &[
                ("propose", "Styrelsen föreslår att frågan bordläggs."),
                ("postpone", "Mötet beslutar enligt förslaget."),
            ],
        ),
        (
            said("Mötet godkände att boken läggs till handlingarna."),
            &[("note", "Mötet godkände att boken läggs till handlingarna.")],
        ),
        (said("Stämman biföll valet av revisorer."), &[("elect", "Stämman biföll valet av revisorer.")]),
        // Traps: another's proposal; one that only sets a sum.
        (
            said("Styrelsen föreslog att Anna Holm väljs till kassör.\n\nMötet antog budgeten."),
            &[
                ("propose", "Styrelsen föreslog att Anna Holm väljs till kassör."),
                ("adopt", "Mötet antog budgeten."),
            ],
        ),
        (
            said("Styrelsen föreslog en avgift om 200 kr.\n\nMötet biföll styrelsens förslag."),
            &[
                ("propose", "Styrelsen föreslog en avgift om 200 kr."),
                ("adopt", "Mötet biföll styrelsens förslag."),
            ],
        ),
    ]);
}

#[test]
fn who_proposes_and_who_moves() {
    check(&[
        (
            said("Ordföranden föreslog att avgiften höjs."),
            &[("propose", "Ordföranden föreslog att avgiften höjs.")],
        ),
        (
            said("Rösträknarna föreslår en ny röstlängd."),
            &[("propose", "Rösträknarna föreslår en ny röstlängd.")],
        ),
        (said("En medlem föreslog att boden målas."), &[("move", "En medlem föreslog att boden målas.")]),
        (
            said("Styrelsen rekommenderar avslag på motionen."),
            &[("propose", "Styrelsen rekommenderar avslag på motionen.")],
        ),
        (
            said("Anna Holm har motionerat om nya stolar."),
            &[("move", "Anna Holm har motionerat om nya stolar.")],
        ),
        (
            said("Styrelsens förslag: Nästa styrelse ser över frågan."),
            &[("propose", "Nästa styrelse ser över frågan.")],
        ),
        // Traps.
        (said("Vi rekommenderar att alla tar med stövlar."), &[]),
        (said("En medlem berättade om sina stolar."), &[]),
        (said("Valberedningens förslag: Anna Holm (omval)"), &[]),
    ]);
}

#[test]
fn choices() {
    check(&[
        (said("Som justerare utsågs Per Ek."), &[("elect", "Som justerare utsågs Per Ek.")]),
        (
            said("Anna Holm valdes till ordförande och Per Ek utsågs att föra protokollet."),
            &[
                ("elect", "Anna Holm valdes till ordförande"),
                ("elect", "Per Ek utsågs att föra protokollet."),
            ],
        ),
        (
            said("Val av justerare: Anna Holm och Per Ek"),
            &[("elect", "Val av justerare: Anna Holm och Per Ek")],
        ),
        (
            chosen("Ordförande: Omval av Anna Holm\nKassör: Nyval av Per Ek"),
            &[("elect", "Ordförande: Omval av Anna Holm\nKassör: Nyval av Per Ek")],
        ),
        (
            chosen("Mötet talade om posterna.\n\nSuppleanter:\nAnna Holm (12)\nPer Ek (7)"),
            &[("elect", "Anna Holm (12)\nPer Ek (7)")],
        ),
        (chosen("Anna Holm kvarstår som revisor."), &[("elect", "Anna Holm kvarstår som revisor.")]),
        (
            chosen("Valdes Anna Holm, Darbush Karofani och Per Ek för ett år."),
            &[("elect", "Valdes Anna Holm, Darbush Karofani och Per Ek för ett år.")],
        ),
        // Traps.
        (said("Kassör: Anna Holm"), &[]),
        (said("Som vi valde att säga förra året var festen stor."), &[]),
        (said("Boden kvarstår som samlingsplats."), &[]),
    ]);
}

#[test]
fn tasks_that_are_given() {
    check(&[
        (
            said("Mötet beslutar att styrelsen ska undersöka kostnaden."),
            &[("assign", "Mötet beslutar att styrelsen ska undersöka kostnaden.")],
        ),
        (
            said("Beslöts att arbetslag 2 ansvarar för festen."),
            &[("assign", "Beslöts att arbetslag 2 ansvarar för festen.")],
        ),
        (
            said("Anna Holm tar på sig ansvaret att måla boden."),
            &[("assign", "Anna Holm tar på sig ansvaret att måla boden.")],
        ),
        (
            said("Styrelsen fick fria händer att lösa frågan."),
            &[("assign", "Styrelsen fick fria händer att lösa frågan.")],
        ),
        (
            said("Det överläts åt styrelsen att välja färg."),
            &[("assign", "Det överläts åt styrelsen att välja färg.")],
        ),
        (
            said("Beslut: Styrelsen tar kontakt med entreprenören."),
            &[("assign", "Styrelsen tar kontakt med entreprenören.")],
        ),
        // Traps.
        (
            said("Mötet beslutar att styrelsen ska bestå av fem ledamöter."),
            &[("adopt", "Mötet beslutar att styrelsen ska bestå av fem ledamöter.")],
        ),
        (
            said("Nämnden beslutar att nämnden tar del av rapporten."),
            &[("note", "Nämnden beslutar att nämnden tar del av rapporten.")],
        ),
        (said("Anna Holm tog på sig stövlarna."), &[]),
    ]);
}

#[test]
fn fees_that_stay() {
    check(&[
        (said("Årsavgiften är oförändrad."), &[("adopt", "Årsavgiften är oförändrad.")]),
        (said("Arvodet kvarstår på samma nivå."), &[("adopt", "Arvodet kvarstår på samma nivå.")]),
        (said("Oförändrad medlemsavgift."), &[("adopt", "Oförändrad medlemsavgift.")]),
        (
            said("Mötet valde medlemsavgiften till noll kronor."),
            &[("adopt", "Mötet valde medlemsavgiften till noll kronor.")],
        ),
        // Traps.
        (said("Antalet medlemmar är oförändrat."), &[]),
        (said("Problemet med lekplatsen kvarstår."), &[]),
    ]);
}

#[test]
fn formalities() {
    check(&[
        (said("Frågan besvarades jakande."), &[("adopt", "Frågan besvarades jakande.")]),
        (
            said("Stämman ansåg sig vara behörigen utlyst."),
            &[("adopt", "Stämman ansåg sig vara behörigen utlyst.")],
        ),
        (
            said("Röstlängden fastslogs till 34 röster."),
            &[("adopt", "Röstlängden fastslogs till 34 röster.")],
        ),
        (said("Styrelsen erhöll Ansvarsfrihet."), &[("adopt", "Styrelsen erhöll Ansvarsfrihet.")]),
        (said("Förslaget diskuterades.\n\nAcklamation, bifall"), &[("adopt", "Acklamation, bifall")]),
        (said("Motionen bifölls inte."), &[("reject", "Motionen bifölls inte.")]),
        (said("Motionen lämnas utan åtgärd."), &[("reject", "Motionen lämnas utan åtgärd.")]),
        (said("Stämmans beslut: Motionen avslås."), &[("reject", "Motionen avslås.")]),
        // Traps.
        (
            said("Det fastslogs i en rapport från Boverket, som Anna läste."),
            &[("adopt", "Det fastslogs i en rapport från Boverket, som Anna läste.")],
        ),
        (said("Bifall eller avslag diskuterades länge."), &[]),
        (said("Mötet antog planen.\n\nAcklamation, bifall"), &[("adopt", "Mötet antog planen.")]),
    ]);
}

#[test]
fn where_a_clause_begins() {
    check(&[
        (
            said("Berättelsen lästes upp av Anna Holm och styrelsen beviljades ansvarsfrihet."),
            &[("adopt", "styrelsen beviljades ansvarsfrihet.")],
        ),
        (
            said("Kassören redogjorde för budgeten och årsmötet godkände den."),
            &[("adopt", "årsmötet godkände den.")],
        ),
        (said("Lokalen: Vi har bestämt oss för ett hus."), &[("adopt", "Vi har bestämt oss för ett hus.")]),
        (said("Fastställande av dagordningen: Godkändes."), &[("adopt", "Godkändes.")]),
        // Traps: one subject for both; two subjects of one verb.
        (
            said("Berättelsen lästes upp och godkändes av mötet."),
            &[("adopt", "Berättelsen lästes upp och godkändes av mötet.")],
        ),
        (
            said("Verksamhetsberättelsen och bokslutet godkändes."),
            &[("adopt", "Verksamhetsberättelsen och bokslutet godkändes.")],
        ),
    ]);
}

#[test]
fn authorities() {
    check(&[
        (judged("Länsstyrelsen avslutar ärendet."), &[("adopt", "Länsstyrelsen avslutar ärendet.")]),
        (
            judged("Kammarrätten meddelar inte prövningstillstånd."),
            &[("reject", "Kammarrätten meddelar inte prövningstillstånd.")],
        ),
        (
            judged("Kammarrätten ändrar förvaltningsrättens dom."),
            &[("adopt", "Kammarrätten ändrar förvaltningsrättens dom.")],
        ),
        // Traps.
        (judged("Ärendet avslutades aldrig."), &[]),
        (judged("Bolaget meddelar att dispens behövs."), &[]),
        (judged("Frågan utgår från gällande taxa."), &[]),
    ]);
}

#[test]
fn what_is_done_with_the_word() {
    let motion = |text: &str| {
        format!(
            "Motion till riksdagen 2023/24:12 av Anna Holm (S)\n\nTågen är sena. {text}\n\nStockholm den 3 maj 2023\n\nAnna Holm\n"
        )
    };
    check(&[
        (
            motion("Jag får därför hemställa att riksdagen bygger ett spår."),
            &[("move", "Jag får därför hemställa att riksdagen bygger ett spår.")],
        ),
        (
            motion("Undertecknad får härmed yrka att riksdagen beslutar om ett spår."),
            &[("move", "Undertecknad får härmed yrka att riksdagen beslutar om ett spår.")],
        ),
        // Traps.
        (motion("Den som får föreslå ändringar är alltid glad."), &[]),
        (motion("Vi vill föreslå en dans."), &[]),
    ]);
}

/// What a motion proposes is moved by who wrote it.
#[test]
fn motions_of_members() {
    let motion = |text: &str| {
        format!(
            "Till årsmötet i Byns båtklubb 2021-06-22\n\nMotion om nya bryggor\n\nBryggorna är slitna. {text}\n\nAnna Holm\n"
        )
    };
    check(&[
        (motion("Vi föreslår att bryggorna byts ut."), &[("move", "Vi föreslår att bryggorna byts ut.")]),
        (motion("Jag yrkar att klubben köper en båt."), &[("move", "Jag yrkar att klubben köper en båt.")]),
        // Traps.
        (motion("Styrelsen föreslår avslag."), &[("propose", "Styrelsen föreslår avslag.")]),
        (motion("Jag bestämde mig för att skriva."), &[]),
    ]);
}

#[test]
fn members_and_chairs_of_councils() {
    let council = |text: &str| {
        format!(
            "Sammanträdesprotokoll\nKommunstyrelsen\n2023-05-03\n\n§ 45\nBudget\n\n{text}\n\n§ 46\nÖvrigt\n\nInget.\n"
        )
    };
    check(&[
        (
            council("Anna Holm (S) föreslår att ärendet återremitteras."),
            &[("move", "Anna Holm (S) föreslår att ärendet återremitteras.")],
        ),
        (
            council("Ordföranden förklarar att styrelsen har beslutat bifalla förslaget."),
            &[("adopt", "Ordföranden förklarar att styrelsen har beslutat bifalla förslaget.")],
        ),
        (
            council("Ordföranden finner bifall till förslaget."),
            &[("adopt", "Ordföranden finner bifall till förslaget.")],
        ),
        (
            council("Anna Holm (S) har på grund av jäv inte deltagit i handläggningen."),
            &[("reserve", "Anna Holm (S) har på grund av jäv inte deltagit i handläggningen.")],
        ),
        (council("Anna Holm lämnade avvikande åsikt."), &[("reserve", "Anna Holm lämnade avvikande åsikt.")]),
        // Traps.
        (council("Ordföranden föreslår att proposition först ställs på bifall."), &[]),
        (council("Anna Holm (S) deltog i mötet på distans."), &[]),
        (council("Styrelsen utgår från gällande planer."), &[]),
    ]);
}

/// Notes that leave out their verbs.
#[test]
fn terse_notes() {
    check(&[
        (
            said("Genomgånget och lagt till handlingarna."),
            &[("note", "Genomgånget och lagt till handlingarna.")],
        ),
        (said("Ansökan från Anna Holm beviljad."), &[("adopt", "Ansökan från Anna Holm beviljad.")]),
        (
            said("Anna Holm och Per Ek utsedda att företräda klubben."),
            &[("elect", "Anna Holm och Per Ek utsedda att företräda klubben.")],
        ),
        // Traps.
        (said("De av klubben antagna reglerna hänger på väggen."), &[]),
        (said("Anna Holm läste en bok godkänd av alla."), &[]),
    ]);
}

#[test]
fn points_that_stand_alone() {
    check(&[
        (
            said(
                "Det läcker in vatten.\nATT Anna Holm får i uppdrag att ringa kommunen\nATT frågan bordläggs",
            ),
            &[
                ("assign", "ATT Anna Holm får i uppdrag att ringa kommunen"),
                ("postpone", "ATT frågan bordläggs"),
            ],
        ),
        // Traps: a sentence; what a lead-in opens.
        (said("Vi pratade om taket.\n\nAtt bara måla hjälper inte."), &[]),
        (said("Syftet med föreningen är:\n\n- att spela boll\n- att ha roligt"), &[]),
    ]);
}

/// How minutes call their own meeting.
#[test]
fn the_meetings_own_name() {
    let cases = [
        (
            "Protokoll fört vid ordinarie föreningsstämma\n\n§ 1 Val\n\nAnna Holm valdes till ordförande.\n\n§ 2 Avslut\n\nOrdföranden avslutade stämman.\n",
            "Stämman",
        ),
        (
            "Protokoll fört vid ordinarie föreningsstämma\n\n§ 1 Val\n\nAnna Holm valdes till ordförande.\n",
            "Föreningsstämman",
        ),
        (
            "Protokoll från årsmöte i Byns båtklubb\n\n§ 1 Val\n\nAnna Holm valdes till ordförande.\n\n§ 2 Avslut\n\nMötet avslutades.\n",
            "Årsmötet",
        ),
        (
            "Protokoll från årsmöte i Byns båtklubb\n\n§ 1 Val\n\nAnna Holm valdes till ordförande för årsmötet.\n\n§ 2 Avslut\n\nMötet avslutades.\n",
            "Årsmötet",
        ),
    ];
    for (text, body) in cases {
        let found = decisions(text);
        assert_eq!(found.first().and_then(|d| d.body.as_deref()), Some(body), "{text}");
    }
}

/// Letters that came in pieces with a blank behind them are read.
#[test]
fn letters_set_apart() {
    let text = "Stormo\u{308} te i Va\u{308} xby 2017-02-14\n\n§ 1 Val\n\n- Mo\u{308} tet valde Anna Holm till ordfo\u{308} rande.\n\n§ 2 Avgift\n\n- Mo\u{308} tet godka\u{308} nde avgiften pa\u{30a} mo\u{308} tet.\n";
    let found = decisions(text);
    let seen: Vec<_> = found.iter().map(|d| (d.kind.as_str(), d.body.as_deref())).collect();
    assert_eq!(seen, [("elect", Some("Mötet")), ("adopt", Some("Mötet"))]);
    let first = found.first().map(|d| d.span.of(text));
    assert_eq!(first, Some("Mo\u{308} tet valde Anna Holm till ordfo\u{308} rande."));
}
