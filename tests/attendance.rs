//! Who was at the meeting, in which function, and for which paragraphs.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use klubba::{Document, Function};

/// The functions of the person of this name.
fn functions(doc: &Document, name: &str) -> Vec<&'static str> {
    let index = doc.people.iter().position(|p| p.name == name);
    let index = index.unwrap_or_else(|| panic!("{name} among {:?}", doc.people));
    doc.functions(index as u32).into_iter().map(Function::as_str).collect()
}

fn check(text: &str, want: &[(&str, &[&str])]) {
    let doc = klubba::analyze(text);
    for (name, want) in want {
        assert_eq!(functions(&doc, name), *want, "{name} in {text}");
    }
}

const COVER: &str = "Protokoll\n\
    Kommunstyrelsen 2024-03-12\n\n\
    Beslutande        Karin Almgren (S), ordförande\n\
    \x20                 Nils Björk (C), 1:e vice ordförande\n\
    \x20                 Fatima Rahimi (V), §§ 45–51\n\
    \x20                 Per Holmqvist (SD), tjg ers för Lars Sundin (M), fr.o.m. § 48\n\n\
    Ej tjänstgörande ersättare   Anna Holm (S)\n\n\
    Övriga deltagare Eva Norling, kommundirektör\n\
    \x20                Jonas Dahl, sekreterare\n\n\
    Justerare         Fatima Rahimi (V)\n\n\
    Paragrafer        §§ 45–60\n\n\
    § 45 Val av justerare\n\nBeslut\n\nKommunstyrelsen utser Fatima Rahimi (V).\n\n\
    § 60 Budget\n\nÅsa Lund berättar om budgeten.\n";

#[test]
fn a_cover_page() {
    check(
        COVER,
        &[
            ("Karin Almgren", &["present", "chair"]),
            ("Nils Björk", &["present"]),
            ("Fatima Rahimi", &["present", "adjuster"]),
            ("Per Holmqvist", &["present", "substitute"]),
            ("Lars Sundin", &["absent"]),
            ("Anna Holm", &["present", "substitute"]),
            ("Eva Norling", &["present"]),
            ("Jonas Dahl", &["present", "secretary"]),
            ("Åsa Lund", &["speaker"]),
        ],
    );
    let doc = klubba::analyze(COVER);
    let attended = |name: &str| doc.people.iter().find(|p| p.name == name).unwrap().attended.clone();
    assert_eq!(attended("Fatima Rahimi"), [(45, 51)]);
    assert_eq!(attended("Karin Almgren"), []);
}

#[test]
fn lists_under_headings() {
    let text = "Minnesanteckningar 3 maj 2024\n\nNärvarande\n\nAnna Holm\nBo Ek, sekreterare\nEva Lind, ordförande \
                i barnnämnden\n\nFrånvarande\n\nPer Nyman\n\nInledning\n\nAnna Holm hälsar välkommen. Rapporten \
                skrevs av Karl Berg.\n";
    check(
        text,
        &[
            ("Anna Holm", &["present", "speaker"]),
            ("Bo Ek", &["present", "secretary"]),
            ("Eva Lind", &["present"]),
            ("Per Nyman", &["absent"]),
            ("Karl Berg", &["mentioned"]),
        ],
    );
}

#[test]
fn fields_and_elections() {
    let text = "Protokoll styrelsemöte 2024-05-03\n\nOrdförande: Anna Holm\nKassör: Karl Berg\nSekreterare: Eva Lind\n\n\
                § 1 Val av justerare\n\nPer Nyman utses att jämte ordföranden justera protokollet.\n\n\
                § 2 Avslut\n\nMötet avslutas.\n\nVid protokollet\n\nEva Lind\n\nJusteras\n\nPer Nyman\n";
    check(
        text,
        &[
            ("Anna Holm", &["present", "chair"]),
            ("Karl Berg", &["mentioned"]),
            ("Eva Lind", &["present", "secretary"]),
            ("Per Nyman", &["adjuster"]),
        ],
    );
}

#[test]
fn authors_and_texts_that_are_of_no_meeting() {
    let text = "Ny bro över ån\n\nText: Anna Holm\n\nBron invigs i maj. Ordförande: Bo Ek var nöjd.\n";
    check(text, &[("Anna Holm", &["author"])]);
    // Nobody is present in news.
    let doc = klubba::analyze("Ny bro invigd\n\nNärvarande var Anna Holm (S) och Bo Ek (M).\n");
    assert!(doc.people.iter().all(|p| p.functions.is_empty()), "{:?}", doc.people);
}

#[test]
fn heads_of_columns_and_cells() {
    let table = "Protokoll kommunfullmäktige 2024-05-03\n\nBilaga 1\nPlats\n\nLedamot\n\n1\n\nErsättare\n\nParti\n\nAnkom\n\n\
                 Utgick\n\nAlm, Sten\n\nS\n\n15:14\n\n21:26\n\n2\n\nBerg, Eva\n\nV\n\n15:14\n\n21:26\n\n3\n\nEk, Per\n\nM\n\n15:14\n";
    let doc = klubba::analyze(table);
    for name in ["Sten Alm", "Eva Berg", "Per Ek"] {
        assert!(!functions(&doc, name).contains(&"substitute"), "{name} {:?}", functions(&doc, name));
    }
    let rolls = "Protokoll kommunfullmäktige 2024-05-03\n\nNärvarande\n\nSten Alm\nEva Berg\n\nOmröstning\n\nSten Alm\n\nS\n\n\
                 Ersättare\n\nJa\n\nEva Berg\n\nM\n\nLedamot\n\nNej\n";
    let doc = klubba::analyze(rolls);
    assert!(!functions(&doc, "Eva Berg").contains(&"substitute"), "{:?}", functions(&doc, "Eva Berg"));
    // A list of substitutes with their parties.
    let list = "Protokoll 2024-05-03\n\nErsättare\nParti\nSten Alm\nEva Berg\n\n§ 1 Mötet öppnas\n";
    let doc = klubba::analyze(list);
    assert!(functions(&doc, "Sten Alm").contains(&"substitute"), "{:?}", functions(&doc, "Sten Alm"));
}
