//! DOC: files that LibreOffice made of the sources beside them (`make doc-fixtures`).

use super::{headings, read, rows};
use klubba::ErrorKind;
use klubba::extract::{ExtractLimits, FileFormat, extract};
use std::process::Command;

const MINUTES: &[u8] = include_bytes!("doc/protokoll.doc");
const FORM: &[u8] = include_bytes!("doc/blankett.doc");

#[test]
fn headings_lists_tables_notes_and_page_heads() {
    let file = read(MINUTES);
    assert_eq!((file.format, file.encoding), (FileFormat::Doc, None));
    assert_eq!(
        file.text,
        "Kommunstyrelsen 2004-03-16\n\nSammanträdesprotokoll\n\n§ 12 Val av justerare\n\n\
         Kommunstyrelsen väljer Åsa Öberg (S) att justera dagens protokoll[1] senast den 23 mars 2004.\n\n\
         § 13 Budget för skolskjuts\n\nBeslut\n\nKommunstyrelsen beslutar att:\n\n\
         a) anta planen,\nb) ge förvaltningen i uppdrag att återkomma.\n\n\
         Ytan är 120 m² enligt planen från år 2003[12].\n\n- Kostnaden är 4 000 kronor.\n- Den delas lika.\n\n\
         Ledamot\tJa\tNej\nKarin Ek (M)\tX\n\nReservation\n\nSe bilagan om “ärendet” – 25 € per elev.\n\
         \x0cNy sida: ordföranden avslutar mötet.\n\n[1] Enligt arbetsordningen.\n"
    );
    assert_eq!(
        headings(&file),
        [
            (1, "Sammanträdesprotokoll"),
            (2, "§ 12 Val av justerare"),
            (2, "§ 13 Budget för skolskjuts"),
            (3, "Beslut")
        ]
    );
    assert_eq!(rows(&file), ["Ledamot\tJa\tNej", "Karin Ek (M)\tX"]);
    assert_eq!(
        file.notes,
        [
            "left out deletions that the document tracks (1)",
            "left out pieces of hidden text (1)",
            "left out the foot of the pages: “Justerandes sign, sida 2”"
        ]
    );
}

#[test]
fn boxes_signs_numbers_of_levels_and_tables_in_tables() {
    let file = read(FORM);
    for part in [
        "Omedelbar justering: ☒ Ja ☐ Nej\n",
        "☒Bifall ☐Avslag\n",
        "IV. Första frågan\n  IV.1. Den lilla frågan\nV. Andra frågan\n",
        "Svaret gavs[1] den 3 maj 2005.\n",
        "Namn\tInre ett Inre två Efter den inre\nKarin Ek\tJa\n",
        "Radbrytning\ni stycket, e\u{301}t tecken: 😀, mjukt bindestreck: för\u{ad}valtning.\n",
        "[1] Slutnot om svaret.\n\nI en ruta: Dnr KS 2005/12\n",
    ] {
        assert!(file.text.contains(part), "{part:?} in {}", file.text);
    }
    assert_eq!(file.notes, ["left out comments", "the text of boxes stands last"]);
    let found = klubba::Analyzer::default().analyze_marked(&file.text, &file.marks).unwrap();
    assert_eq!(found.headings[0].title, "Blankett för omröstning");
}

#[test]
fn what_cannot_be_read_says_why() {
    let error = |bytes: &[u8]| {
        let error = extract(bytes.to_vec(), &ExtractLimits::default()).unwrap_err();
        (error.kind(), error.to_string())
    };
    // The head of the stream, which is found by its first bytes, says of which Word it is and whether it is encrypted.
    let at = MINUTES.chunks(512).position(|sector| sector.starts_with(&[0xEC, 0xA5])).unwrap() * 512;
    let with = |place: usize, byte: u8| {
        let mut bytes = MINUTES.to_vec();
        bytes[at + place] = byte;
        bytes
    };
    assert_eq!(error(&with(11, MINUTES[at + 11] | 1)).0, ErrorKind::Encrypted);
    let (kind, message) = error(&with(3, 0));
    assert_eq!(kind, ErrorKind::Unsupported);
    assert!(message.contains("Word 95"), "{message}");
    assert_eq!(error(&MINUTES[..MINUTES.len() / 2]).0, ErrorKind::Damaged);
    let small = ExtractLimits::default();
    let limits = |text, unpacked| {
        let mut limits = small;
        (limits.text, limits.unpacked) = (text, unpacked);
        extract(MINUTES.to_vec(), &limits).unwrap_err().kind()
    };
    assert_eq!(limits(100, 1 << 20), ErrorKind::TooLarge);
    assert_eq!(limits(1 << 20, 100), ErrorKind::TooLarge);
}

#[test]
fn changed_files_never_panic() {
    for source in [MINUTES, FORM] {
        let mut state = 1u32;
        for _ in 0..300 {
            let mut bytes = source.to_vec();
            for _ in 0..8 {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let at = 512 + (state >> 8) as usize % (bytes.len() - 512);
                bytes[at] = (state >> 3) as u8;
            }
            let _ = extract(bytes, &ExtractLimits::default());
        }
    }
}

/// All words of our minutes, typed as a document, saved by LibreOffice as DOC.
#[test]
fn a_document_of_libreoffice_holds_its_words() {
    let folder = tempfile::tempdir().unwrap();
    let text = include_str!("../../examples/documents/minutes-kommunstyrelsen.txt");
    let body: String = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| format!("<text:p>{}</text:p>", line.replace('&', "&amp;").replace('<', "&lt;")))
        .collect();
    let flat = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.3\" \
         office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text>{body}\
         </office:text></office:body></office:document>"
    );
    std::fs::write(folder.path().join("a.fodt"), flat).unwrap();
    let ran = Command::new("soffice")
        .args(["--headless", "--convert-to", "doc", "a.fodt"])
        .arg(format!("-env:UserInstallation=file://{}/profile", folder.path().display()))
        .current_dir(folder.path())
        .output();
    let made = folder.path().join("a.doc");
    if ran.is_err() || !made.exists() {
        assert!(std::env::var_os("KLUBBA_NEEDS_TOOLS").is_none(), "LibreOffice made no file: {ran:?}");
        eprintln!("not tried: LibreOffice (soffice) is not here");
        return;
    }
    let file = read(std::fs::read(made).unwrap());
    let words = |text: &str| Vec::from_iter(text.split_whitespace().map(str::to_string));
    assert_eq!(words(&file.text), words(text));
}
