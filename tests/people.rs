//! Who is named: our own small texts, one for each grammar and trap.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use klubba::{Document, analyze};

/// Names found, in order, with their party.
fn people(doc: &Document) -> Vec<String> {
    let party = |p: &Option<String>| p.as_ref().map(|p| format!(" ({p})")).unwrap_or_default();
    doc.people.iter().map(|p| format!("{}{}", p.name, party(&p.party))).collect()
}

#[track_caller]
fn finds(text: &str, want: &[&str]) {
    assert_eq!(people(&analyze(text)), want, "{text}");
}

/// The rows of `tests/cases/people.tsv`, class by class.
#[test]
fn cases() {
    let mut wrong = Vec::new();
    let rows =
        include_str!("cases/people.tsv").lines().filter(|row| !row.starts_with('#') && !row.is_empty());
    for row in rows {
        let cells: Vec<&str> = row.split('\t').collect();
        let [class, text, want] = cells.as_slice() else { panic!("{row:?}") };
        let text = text.replace("\\n", "\n").replace('~', "\u{a0}");
        let found = people(&analyze(&text)).join("; ");
        if found != *want && !(found.is_empty() && *want == "-") {
            wrong.push(format!("{class}: {text:?} gives {found}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn names_by_their_shape() {
    finds("I går kom Anna Holm till mötet.", &["Anna Holm"]);
    finds("Närvarande var Anna-Karin von Berg och Bernt A Rask.", &["Anna-Karin von Berg", "Bernt A Rask"]);
    finds("Därefter talade Anna -Karin Ljunggren.", &["Anna -Karin Ljunggren"]);
    finds("Vi mötte Ing-Britt Blomgren och Thomas de Brun.", &["Ing-Britt Blomgren", "Thomas de Brun"]);
    finds("Ordet gick till ANNA KARIN HOLM.", &["Anna Karin Holm"]);
    finds("Vi läste Lasse Forsgrens rapport.", &["Lasse Forsgren"]);
    finds("Victor Lells kom. Victor Lells gick.", &["Victor Lells"]);
}

#[test]
fn names_over_a_line() {
    let text =
        "Yrkanden har kommit från Anna Holm (S), Per Lindberg (M) och Joakim\nRamström (V) i nämnden.\n";
    finds(text, &["Anna Holm (S)", "Per Lindberg (M)", "Joakim Ramström (V)"]);
    finds("Anna Holm\nErik Berg\nSofia Lind\n", &["Anna Holm", "Erik Berg", "Sofia Lind"]);
    finds("Lindahl, Petra\nNachtman, Lotta\n", &["Petra Lindahl", "Lotta Nachtman"]);
}

#[test]
fn a_column_tells_which_name_is_the_surname() {
    // Numbers and parties stand between; a line has two, or the party's letter; two names no list knows.
    let text = "12\n\nLindahl, Petra\n\nS\n\n13\n\nNordin, Lotta\n\nM\n\nErik Holm, Tuvla\n\nBerg, Anna Ek, Per\n\n\
        Lind, Karin\n\nAndersson, Bettan\n\nBen Salem Sund, Miriam L\n";
    let names = [
        "Petra Lindahl (S)",
        "Lotta Nordin",
        "Tuvla Erik Holm",
        "Anna Berg",
        "Per Ek",
        "Karin Lind",
        "Bettan Andersson",
        "Miriam Ben Salem Sund",
    ];
    finds(text, &names);
    finds("Mod, Tillit\nAnsvar, Omtanke\nGlädje, Kraft\nRespekt, Öppenhet\nTrygghet, Frihet\n", &[]);
    finds("Miriam ben Salem Holm (L) yrkar avslag.", &["Miriam ben Salem Holm (L)"]);
}

#[test]
fn a_name_grows_to_the_one_known_whole() {
    let text = "Närvarande\n\nSanda Anton Holm (C)\nEva Lind (S)\n\nMotion av Eva Lind (S) och Sanda\nAnton Holm (C) om bänkar.\n";
    finds(text, &["Sanda Anton Holm (C)", "Eva Lind (S)"]);
    finds("Planen gäller ombyggnaden av Hjalmar\nHolmsgatan i stan.\n", &[]);
}

#[test]
fn names_that_no_register_knows() {
    finds("Jävig var Hravn Forsne (m) i ärendet.", &["Hravn Forsne (M)"]);
    finds("Det blir bra, säger Hravn Forsne.", &["Hravn Forsne"]);
    finds("Vi träffade kommundirektör Hravn Lindberg.", &["Hravn Lindberg"]);
}

#[test]
fn surnames_after_titles() {
    finds(
        "Frågan togs upp av herr Hussberg, fru von Evert och herr Braco.",
        &["Hussberg", "von Evert", "Braco"],
    );
    finds("Motion av herrar Franzon, Lundqvist och Helin.", &["Franzon", "Lundqvist", "Helin"]);
    finds("Herr Svensson i Ljungby talade.", &["Svensson i Ljungby"]);
    finds("Herr talman! Fru talman! Herr vice talman!", &[]);
}

#[test]
fn one_person_once() {
    finds("Anna Holm kom. Sedan gick Holm. Anna, säger Holm, är trött.", &["Anna Holm"]);
    finds("Linnéa Berg kom. Linnea Berg gick.", &["Linnéa Berg"]);
    finds("Karl Eriksson kom. Karl Erik Eriksson gick.", &["Karl Erik Eriksson"]);
    finds("Anna Holm och Per Holm kom. Fru Holm gick.", &["Anna Holm", "Per Holm"]);
    let doc = analyze("Ordförande Anna Holm kom. Anna Holm, ordförande i Umeå, gick. Holm sov.");
    assert_eq!(doc.people.len(), 1);
    assert_eq!(doc.people[0].mentions.len(), 3);
    assert_eq!(doc.people[0].roles, ["Ordförande", "ordförande i Umeå"]);
}

#[test]
fn whose_chair_someone_is_is_no_part_of_a_name() {
    finds("Ministern Anna Holm Unizons ordförande Eva Lund träffades.", &["Anna Holm", "Eva Lund"]);
    finds("Anna Holm Vrangs ordförande kom.", &["Anna Holm"]);
    finds("Anna Holm Olofs, ordförande, kom.", &["Anna Holm Olofs"]);
}

#[test]
fn each_has_the_own_role() {
    let roles = |text: &str, name: &str| {
        let doc = analyze(text);
        doc.people.iter().find(|p| p.name == name).map(|p| p.roles.clone()).unwrap_or_default()
    };
    let list = "Socialminister Anna Holm, statssekreterare Per Berg och rektor Eva Lund kom.";
    assert_eq!(roles(list, "Anna Holm"), ["Socialminister"]);
    assert_eq!(roles(list, "Per Berg"), ["statssekreterare"]);
    let serves = "Per Berg, statssekreterare hos socialminister Anna Holm, kom.";
    assert_eq!(roles(serves, "Per Berg"), ["statssekreterare hos socialminister Anna Holm"]);
    assert_eq!(roles("Anna Holm, KSO Dorotea kommun, kom.", "Anna Holm"), ["KSO Dorotea kommun"]);
    assert_eq!(roles("Det säger EU-minister Anna Holm.", "Anna Holm"), ["EU-minister"]);
    let signed = "Vi vill mer.\n\nAnna Holm, socialminister\n\nPer Berg, rektor\n";
    assert_eq!(roles(signed, "Per Berg"), ["rektor"]);
    assert_eq!(roles("Kontakta Anna Holm (se presskontakt).", "Anna Holm"), [""; 0]);
}

/// Roles of each, parted by semicolons, of those named in `want`.
#[track_caller]
fn has_roles(text: &str, want: &[(&str, &str)]) {
    let doc = analyze(text);
    for (name, roles) in want {
        let found = doc.people.iter().find(|p| p.name == *name).map(|p| p.roles.join("; "));
        assert_eq!(found.as_deref(), Some(*roles), "{name} in {text}");
    }
}

#[test]
fn roles_of_lists() {
    let list = "Närvarande\nAnna Holm, ordförande\nPer Lindholm, II viceordförande\nEva Berg\nKarin Ek, sekreterare\n";
    has_roles(list, &[("Per Lindholm", "II viceordförande"), ("Eva Berg", ""), ("Karin Ek", "sekreterare")]);
    has_roles("Sekreterare\nAnna Holm\n", &[("Anna Holm", "Sekreterare")]);
    has_roles("Sekreterare: Anna Holm\n", &[("Anna Holm", "Sekreterare")]);
    has_roles("Ordinarie ledamöter\nAnna Holm\nPer Ek\n", &[("Anna Holm", ""), ("Per Ek", "")]);
    let flat = "Beslutande Anna Holm (S), ordförande Per Ek (M) Eva Berg (C) Övriga Bo Lind, kommunchef Ida Rask, jurist";
    has_roles(
        flat,
        &[("Anna Holm", "ordförande"), ("Per Ek", ""), ("Bo Lind", "kommunchef"), ("Ida Rask", "jurist")],
    );
    has_roles(
        "Närvarande: Anna Holm (S) (ordförande), Per Ek (M) (1:e vice ordf.)\n",
        &[("Per Ek", "1:e vice ordf.")],
    );
    has_roles(
        "Pia Ek, SRF\nAnna Holm, Västra Götaland\n",
        &[("Pia Ek", "SRF"), ("Anna Holm", "Västra Götaland")],
    );
}

#[test]
fn roles_shortened() {
    has_roles("V.ordf. Anna Holm (S) yrkar bifall.", &[("Anna Holm", "V.ordf.")]);
    has_roles("Ordf. Anna Holm frågar v. ordf. Per Ek.", &[("Anna Holm", "Ordf."), ("Per Ek", "v. ordf.")]);
    has_roles("Tf. förv.chef Anna Holm informerar.", &[("Anna Holm", "Tf. förv.chef")]);
    has_roles("Stf.kommundirektör Anna Holm svarar.", &[("Anna Holm", "Stf.kommundirektör")]);
    has_roles("Vice sekr. Anna Holm läser.", &[("Anna Holm", "Vice sekr.")]);
    // A full stop that ends the sentence.
    has_roles("Gruppen tackade sin ordförande. Anna Holm gick hem.", &[("Anna Holm", "")]);
    has_roles("Det kostar 3 kr. Anna Holm gick hem.", &[("Anna Holm", "")]);
    has_roles("Vi bor i Ek.rondellen. Anna Holm gick hem.", &[("Anna Holm", "")]);
}

#[test]
fn roles_of_elections() {
    has_roles(
        "Till ordförande för stämman valdes Anna Holm, till sekreterare utsågs Per Ek.",
        &[("Anna Holm", "ordförande"), ("Per Ek", "sekreterare")],
    );
    has_roles(
        "Till revisorer för en tid av ett år valdes Eva Berg och Karin Ek (båda omval).",
        &[("Eva Berg", "revisorer"), ("Karin Ek", "revisorer")],
    );
    has_roles("Anna Holm (S) valdes till vice ordförande på två år.", &[("Anna Holm", "vice ordförande")]);
    has_roles(
        "Stämman valde Bo Lind (omval) till kassör och Ida Rask till revisor.",
        &[("Bo Lind", "kassör"), ("Ida Rask", "revisor")],
    );
    has_roles(
        "Anna Holm valde till slut att gå. Per Ek väljer till vardags båten.",
        &[("Anna Holm", ""), ("Per Ek", "")],
    );
}

#[test]
fn roles_beside_names() {
    has_roles("Vi tackar.\n\nAnna Holm\ngruppledare\n", &[("Anna Holm", "gruppledare")]);
    has_roles(
        "En fråga till nämndens ordförande, Anna Holm, S, lyder så.",
        &[("Anna Holm", "nämndens ordförande")],
    );
    has_roles("Statsrådet Anna Holm svarar.", &[("Anna Holm", "Statsrådet")]);
    has_roles(
        "Anna Holm, tillförordnad\nförvaltningschef\n",
        &[("Anna Holm", "tillförordnad förvaltningschef")],
    );
    has_roles("Anna Holm, budgetekonom/controller, kom.", &[("Anna Holm", "budgetekonom/controller")]);
    has_roles("Anna Holm – kassör\nPer Ek - ledamot\n", &[("Anna Holm", "kassör"), ("Per Ek", "ledamot")]);
}

#[test]
fn brackets_that_are_no_role() {
    let text =
        "Närvarande: Anna Holm (med via telefon), Per Lind (gick 19.30), Jesper Ek (JE), Eva Berg (omval)\n";
    has_roles(text, &[("Anna Holm", ""), ("Per Lind", ""), ("Jesper Ek", ""), ("Eva Berg", "")]);
}

#[test]
fn particles_in_capitals() {
    finds(
        "Anf. 1 BERTIL VON SUNDEN (S):\n\nHerr talman!\n\nAnf. 2 CARL DE LA GRANGE (L):\n\nTack.\n\nAnf. 3 EVA AF LINDEN (M):\n\nTack.\n",
        &["Bertil von Sunden (S)", "Carl de la Grange (L)", "Eva af Linden (M)"],
    );
    finds(
        "Anf. 1 GUSTAV VON DER LUND (M):\n\nHerr talman!\n\nAnf. 2 PEDRO DOS SANTOS (S):\n\nTack.\n\nAnf. 3 MARIA VAN DAM (V):\n\nTack.\n",
        &["Gustav von der Lund (M)", "Pedro dos Santos (S)", "Maria van Dam (V)"],
    );
}

#[test]
fn parties_of_several() {
    finds("Motion av Anna Holm och Per Ek (fp).", &["Anna Holm (FP)", "Per Ek (FP)"]);
    finds(
        "Motion av Eva Berg, Anna Holm och Per Ek (alla S).",
        &["Eva Berg (S)", "Anna Holm (S)", "Per Ek (S)"],
    );
    finds(
        "Instämde gjorde Bo Ek, Eva Berg, Anna Holm och Per Ek (alla M).",
        &["Bo Ek (M)", "Eva Berg (M)", "Anna Holm (M)", "Per Ek (M)"],
    );
    finds(
        "I detta anförande instämde Bo Ek, Eva Berg och Per Ek (samtliga M).",
        &["Bo Ek (M)", "Eva Berg (M)", "Per Ek (M)"],
    );
    finds("Karin Ek och Eva Berg (båda S) instämde i detta anförande.", &["Karin Ek (S)", "Eva Berg (S)"]);
    finds(
        "I detta anförande instämde Anna Holm (S), Bo Ek och Eva Berg (båda M) samt Per Ek (V).",
        &["Anna Holm (S)", "Bo Ek (M)", "Eva Berg (M)", "Per Ek (V)"],
    );
    finds("Motion av Anna Holm m.fl. (m) avslås.", &["Anna Holm (M)"]);
    finds("Björn Kvist, M, ordförande i nämnden, svarar.", &["Björn Kvist (M)"]);
    finds("Anna Holm (S) och Per Ek (M) röstade.", &["Anna Holm (S)", "Per Ek (M)"]);
}

#[test]
fn brackets_that_are_no_party() {
    let doc = analyze("Fanny Nilsson (EY) och Anna Holm (-) var med. Per Persson (SJVP) gick.");
    assert_eq!(people(&doc), ["Fanny Nilsson", "Anna Holm", "Per Persson (SJVP)"]);
    assert_eq!(doc.people[0].roles, ["EY"]);
}

#[test]
fn what_is_nobody() {
    finds("Mötet hölls på Hotell Gustaf Berg vid Karl Johans gata.", &[]);
    finds("Anna Lindström-museet och Per Holms plats är öppna.", &[]);
    finds("We thank The Swedish Parliament for it.", &[]);
    finds("Per capita ökar i Maj. Dag för dag. Sten lades.", &[]);
    finds("Region Skåne, Göteborgs Stad och Svenska Kraftnät (S) yrkar inget.", &[]);
    finds("Socialdemokraterna (S) och Moderaterna (M) yrkar bifall.", &[]);
    finds("Nästa möte hålls i Nya Zeeland. Kommunstyrelsen Stockholm.", &[]);
}

#[test]
fn hostile_texts() {
    for text in [
        "Anna",
        "Anna ",
        "(S)",
        "herr",
        "herr ",
        "Anna-",
        "-Anna",
        "ANNA KARIN",
        "Herr :",
        "Anf. 1",
        "Anf. 1 :",
        ":",
        "Anna (",
        "å:",
    ] {
        analyze(text);
    }
    analyze(&"Anna Holm, ".repeat(5_000));
    analyze(&"herr Holm i Umeå och ".repeat(5_000));
    analyze(&"Anna säger ".repeat(5_000));
    analyze(&"(S) ".repeat(5_000));
}

#[test]
fn unknown_names_beside_known_ones() {
    finds(
        "Närvarande: Alexander Vassou, Sten Graning, Erik Brulsson",
        &["Alexander Vassou", "Sten Graning", "Erik Brulsson"],
    );
    finds(
        "Valdes Ellen Ohlsson, Bengt Mattson, Darbush Karofani inför nästa stämma.",
        &["Ellen Ohlsson", "Bengt Mattson", "Darbush Karofani"],
    );
    finds(
        "Mötet tackade Göran Mayard (ej närvarande)\noch Gunther Kuhlbrand för allt.",
        &["Göran Mayard", "Gunther Kuhlbrand"],
    );
    finds(
        "●\nArvid Rämsberg\n●\nFestim Itzum\n●\nOskar Sandquist\n●\nSverker Ahlborg\n",
        &["Arvid Rämsberg", "Festim Itzum", "Oskar Sandquist", "Sverker Ahlborg"],
    );
    // Firms and places beside them are none.
    finds("Närvarande: Erik Brulsson, Svenska Kyrkan", &["Erik Brulsson"]);
    finds("Revisorn Anna Holm från Grant Thornton berättade om bokslutet.", &["Anna Holm"]);
    finds("Bussen går till Farsta Strand och tillbaka.", &[]);
}

#[test]
fn initials_and_orders_of_names() {
    finds("Ledamöter: O.H. Olsson och Gunnar Lindberg", &["O.H. Olsson", "Gunnar Lindberg"]);
    finds("P.Holm och A.K. Berg deltog, liksom ordförande G. Wejke.", &["P.Holm", "A.K. Berg", "G. Wejke"]);
    finds(
        "1   Kalle Lind\n4   Thorsell Johan\n5   Berg Anna\n",
        &["Kalle Lind", "Thorsell Johan", "Berg Anna"],
    );
    finds(
        "Till justerare valdes Lena Persson Hv 12 och Oscar Törnlund Gv 7.",
        &["Lena Persson", "Oscar Törnlund"],
    );
    finds("Invigs av landshövding Conrad \"Konke\" Jonsson.", &["Conrad \"Konke\" Jonsson"]);
    finds("Priset är i U.S. dollar.\nHamnen i Svealand 4.", &[]);
}

#[test]
fn names_that_end_their_lines() {
    finds("Frånvarande: Sixten\nKarin frågar om vägen.", &["Sixten", "Karin"]);
    let long = "Närvarande: Niklas Persson, August Eriksson, Åke Sertenholm, Ragnar Hedkvist, Leo-Mattias";
    finds(
        &format!("{long}\nMikael Jolk förklarar mötet öppnat."),
        &[
            "Niklas Persson",
            "August Eriksson",
            "Åke Sertenholm",
            "Ragnar Hedkvist",
            "Leo-Mattias",
            "Mikael Jolk",
        ],
    );
    finds("I boken skildras Martin Lutzens perioder av ångest. Lutzen var munk.", &["Martin Lutzen"]);
}

fn roles(text: &str) -> Vec<String> {
    let doc = analyze(text);
    doc.people.iter().map(|p| format!("{}: {}", p.name, p.roles.join(", "))).collect()
}

#[test]
fn roles_of_those_who_are_chosen() {
    assert_eq!(roles("Anna Holm valdes enhälligt till ordförande."), ["Anna Holm: ordförande"]);
    assert_eq!(
        roles("Stefan Holm och Mats Berg valdes\nsom styrelseledamöter för 2 år."),
        ["Stefan Holm: styrelseledamöter", "Mats Berg: styrelseledamöter"]
    );
    assert_eq!(
        roles("Mötet valde Anna Holm till justerare tillika rösträknare."),
        ["Anna Holm: justerare tillika rösträknare"]
    );
    assert_eq!(
        roles("Protokoll\n\nVal av två revisorer för ett år:\n Hans Rosdahl (57)\n Eva Lind (37)\n"),
        ["Hans Rosdahl: revisorer", "Eva Lind: revisorer"]
    );
    assert_eq!(
        roles("Styrelsen\n\nordförande    Karl Niklasson\nkassör        Bernt Wijkmark\n"),
        ["Karl Niklasson: ordförande", "Bernt Wijkmark: kassör"]
    );
    assert_eq!(
        roles("Styrelsen är:\n\nLedamot, Malin Pudas\n\nSuppleant, Anna-Carin Lock\n"),
        ["Malin Pudas: Ledamot", "Anna-Carin Lock: Suppleant"]
    );
    // Who came, and who was seen.
    assert_eq!(roles("Närvarande ledamöter:\nHans Rosdahl\nEva Lind\n"), ["Hans Rosdahl: ", "Eva Lind: "]);
    assert_eq!(roles("Anna Holm sågs till sjöss."), ["Anna Holm: "]);
}

#[test]
fn initials_of_one_named_in_full() {
    finds("Kassör Rolf Ståhl kom. Kvar är R. Ståhl och I. Hed.", &["Rolf Ståhl", "I. Hed"]);
    finds("Nils Georg Ekström valdes. N-G Ekström tackade.", &["Nils Georg Ekström"]);
    finds("Rolf Ståhl och Rune Ståhl kom. R. Ståhl talade.", &["Rolf Ståhl", "Rune Ståhl", "R. Ståhl"]);
    finds("Till justerare valdes L-E Persson.", &["L-E Persson"]);
    finds(
        "Frånvarande\n\nvon Platen, Carl (KD)\nNordin, Lotta (M)\n",
        &["Carl von Platen (KD)", "Lotta Nordin (M)"],
    );
    finds("Oskar II invigde bron i maj.", &["Oskar II"]);
}

#[test]
fn firms_beside_names() {
    finds(
        "Charles Putter (Star Machines) och Evan Griffin (Motor Hall) talade.",
        &["Charles Putter", "Evan Griffin"],
    );
    finds(
        "Inredaren Jessica Spångholm kom.\n\nDärför väljer Jessica Ramverkstan\n\nJessica använder Ramverkstan. Utan Ramverkstan går det inte.",
        &["Jessica Spångholm"],
    );
    finds("Styrelsen (Anna Holm) bjöd på kaffe.", &["Anna Holm"]);
    finds(
        "Det ska bli kul” menar Marju som driver firman.\n”Det är viktigt” menar Marju som driver firman.",
        &["Marju"],
    );
}

/// A list in columns: the role behind a name that opens its line, or before it with a bracket.
#[test]
fn roles_of_columns() {
    let board = "Karin Berg      Ordförande\nSiv Holm       Styrelseledamot\nLennart Ek\tSuppleant\nOlle Lind      Umeå\n";
    has_roles(
        board,
        &[
            ("Karin Berg", "Ordförande"),
            ("Siv Holm", "Styrelseledamot"),
            ("Lennart Ek", "Suppleant"),
            ("Olle Lind", ""),
        ],
    );
    has_roles("Ordinarie revisor (omval):     Siv Holm (Gård 3)\n", &[("Siv Holm", "Ordinarie revisor")]);
    has_roles("Utgivare: Siv Bergström\n", &[("Siv Bergström", "Utgivare")]);
    // Two names on a line: whose the role is, no column tells.
    has_roles("Karin Berg      Per Berg\n", &[("Karin Berg", ""), ("Per Berg", "")]);
}

#[test]
fn roles_before_names_in_a_row() {
    has_roles(
        "Förste vice ordföranden Sten Alm (V), andre vice ordföranden Eva Berg (M) och tredje vice ordföranden Per Ek (C) \
         tjänstgör.",
        &[
            ("Sten Alm", "Förste vice ordföranden"),
            ("Eva Berg", "andre vice ordföranden"),
            ("Per Ek", "tredje vice ordföranden"),
        ],
    );
    // The definite form leads to the name behind it, the other stays with that before it.
    has_roles(
        "Moa Alm (V), tjänstgörande ersättaren Eva Berg (M) kom.",
        &[("Eva Berg", "tjänstgörande ersättaren")],
    );
    has_roles(
        "Moa Alm (V), tjänstgörande ersättare Eva Berg (M) kom.",
        &[("Moa Alm", "tjänstgörande ersättare")],
    );
    // So it does over the end of a line.
    has_roles(
        "Närvarande\n\nMoa Alm (V), tjänstgörande ersättaren\nEva Berg (M) kom före Sten Lind (S), andre vice ordföranden\n\
         Per Ek (C).",
        &[
            ("Moa Alm", ""),
            ("Eva Berg", "tjänstgörande ersättaren"),
            ("Sten Lind", ""),
            ("Per Ek", "andre vice ordföranden"),
        ],
    );
    has_roles(
        "Moa Alm (V), tjänstgörande ersättare\nEva Berg (M)\nSten Lind (S), andre vice ordförande\nPer Ek (C)\n",
        &[
            ("Moa Alm", "tjänstgörande ersättare"),
            ("Eva Berg", ""),
            ("Sten Lind", "andre vice ordförande"),
            ("Per Ek", ""),
        ],
    );
    has_roles(
        "Närvarande\n\nMoa Alm (V), tjänstgörande\nersättaren Eva Berg (M) kom.",
        &[("Moa Alm", ""), ("Eva Berg", "ersättaren")],
    );
    // A role in two halves is whole.
    has_roles(
        "Barn- och ungdomsnämndens ordförande Per Ek svarar.",
        &[("Per Ek", "Barn- och ungdomsnämndens ordförande")],
    );
    has_roles(
        "Ordföranden Sten Alm (S), kassören Eva Berg (M), sekreteraren Per Ek (C) kom.",
        &[("Sten Alm", "Ordföranden"), ("Eva Berg", "kassören"), ("Per Ek", "sekreteraren")],
    );
    has_roles("Rektor Sten Alm, kassör Eva Berg kom.", &[("Sten Alm", "Rektor"), ("Eva Berg", "kassör")]);
    // Where roles stand behind the names they go left.
    has_roles(
        "Närvarande: Sten Alm (S), ordförande Eva Berg (M), vice ordförande Per Ek (C), ledamot",
        &[("Sten Alm", "ordförande"), ("Eva Berg", "vice ordförande")],
    );
    has_roles(
        "Sten Alm, ordförande, Eva Berg, kassör",
        &[("Sten Alm", "ordförande"), ("Eva Berg", "kassör")],
    );
    has_roles(
        "Ordföranden Sten Alm (S), Eva Berg (M) och Per Ek (C) kom.",
        &[("Sten Alm", "Ordföranden"), ("Eva Berg", ""), ("Per Ek", "")],
    );
}

#[test]
fn parties_behind_a_genitive_and_in_cells() {
    finds("Sten Alms (D) yrkande avslås.", &["Sten Alm (D)"]);
    finds("Vi bifaller Eva Bergs (KD) förslag.", &["Eva Berg (KD)"]);
    finds("Per Eks (SD) och Eva Bergs (M) yrkanden avslås.", &["Per Ek (SD)", "Eva Berg (M)"]);
    finds("Vi läste Sten Alms (1962) bok. Sten Alm kom.", &["Sten Alm"]);
    finds("Vi läste Sten Alms (se nedan) bok. Sten Alm kom.", &["Sten Alm"]);
    let roll = |cells: &str| format!("Omröstning\n\n{}", cells.replace('|', "\n\n"));
    finds(&roll("Sten Alm|V|61|Ersättare|Ja|Eva Berg|SD|12|Ledamot|Nej"), &["Sten Alm (V)", "Eva Berg (SD)"]);
    finds(
        &roll("Plats|Ledamot|Parti|Ankom|Alm, Sten|S|15:14|Berg, Eva|M|15:20"),
        &["Sten Alm (S)", "Eva Berg (M)"],
    );
    finds("Namn\nSten Alm\nL\n54 Ledamot\nNej\n", &["Sten Alm (L)"]);
    finds("Sten Alm      S     Ja\nEva Berg      KD    Nej\n", &["Sten Alm (S)", "Eva Berg (KD)"]);
    finds("| Sten Alm | MP | Ledamot |\n| Eva Berg | C | Ersättare |\n", &["Sten Alm (MP)", "Eva Berg (C)"]);
    finds("Alm, Sten S 15:14\n\nBerg, Eva KD 15:20\n", &["Sten Alm (S)", "Eva Berg (KD)"]);
    // A letter over the next names of a register is no party, nor is one that goes on as a word.
    finds("Register\n\nR\n\nSten Rask\n\nS\n\nEva Sund\n", &["Sten Rask", "Eva Sund"]);
    finds("Sven Frisk\nM\nMötet slutade klockan nio.\n", &["Sven Frisk"]);
    finds("Berg, Eva\nV\n82 (136)\n", &["Eva Berg"]);
    finds("Sven Frisk V ordförande\n", &["Sven Frisk"]);
}

#[test]
fn roles_end_where_they_end() {
    let elected = |rest: &str| format!("Styrelsen beslutar utse Sten Alm (S) till {rest}");
    for (rest, role) in [
        ("ny ersättare i nämnden i stället för Eva Berg (M).", "ny ersättare i nämnden"),
        ("ny ersättare i\nbarnnämnden istället för Eva Berg (M).", "ny ersättare i barnnämnden"),
        ("ledamot i förbundet från och med 1 maj.", "ledamot i förbundet"),
        (
            "ersättare i fullmäktige i Dalregionens\nkommunförbund i stället för Eva.",
            "ersättare i fullmäktige i Dalregionens kommunförbund",
        ),
        ("ledamot i\n\nBeslut", "ledamot"),
    ] {
        has_roles(&elected(rest), &[("Sten Alm", role)]);
    }
    has_roles("Sten Alm är ledamot. Ordföranden Eva Berg kom.", &[("Eva Berg", "Ordföranden")]);
    has_roles(
        "kommunalrådet Eva Berg (V): Sten Alm svarar.",
        &[("Eva Berg", "kommunalrådet"), ("Sten Alm", "")],
    );
    has_roles("V. ordf. Eva Berg kom.", &[("Eva Berg", "V. ordf.")]);
}

#[test]
fn names_cut_joined_and_called() {
    finds("Motionen väcktes av SvenErik Holm och Eva Berg.", &["SvenErik Holm", "Eva Berg"]);
    finds("Anmält av direktören Aug. Holmberg i Ekby.", &["Aug. Holmberg"]);
    finds("Justerat av Joh. Lindgren.", &["Joh. Lindgren"]);
    finds("Rakel De Bonde (S) talade.", &["Rakel De Bonde (S)"]);
    finds("Nyval av Karl Gunnar (Kurre) Alström.", &["Karl Gunnar (Kurre) Alström"]);
    finds("Mötet öppnades av broder Lindgren.", &["Lindgren"]);
    finds("Hyrorna gäller Byggarna AB Anna Holm, Ekby.", &["Anna Holm"]);
    finds("Närvarande\n\nSundqvist,\nRolf\n\nEriksson,\nAnita\n", &["Rolf Sundqvist", "Anita Eriksson"]);
    finds("Stadens partnerskap i Urban Futures prövas.", &[]);
    finds("Bidraget går till Per och Alma Holms fond.", &[]);
    finds("Av Hans Maj:t nådigt förordnad.", &[]);
    finds("Hade Holmberg läst brevet hade det gått bra. Eva Holmberg svarar.", &["Eva Holmberg"]);
    finds("Vi kallar honom Joh. Därefter slutade mötet.", &[]);
    finds("Av AB Karl Hedin köptes virke.", &[]);
}
