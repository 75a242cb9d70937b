//! E-mail and saved pages.

use super::{headings, read};
use klubba::extract::{ExtractLimits, FileFormat, extract};
use klubba::{Analyzer, Archive, ErrorKind};
use std::io::{Cursor, Write};

#[test]
fn the_body_is_decoded_below_its_head() {
    let mail = "From: =?utf-8?Q?=C3=85sa_Ek?= <asa@b.se>\r\nTo: c@d.se\r\nDate: Tue, 14 May 2024 09:30:00 +0200\r\n\
                Subject: =?utf-8?Q?M=C3=B6te?=\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\
                Content-Transfer-Encoding: base64\r\n\r\nTsOkbW5kZW4gbcO2dHMgaSBtb3Jnb24uDQoNClbDpGxrb21uYSE=\r\n";
    let file = read(mail);
    assert_eq!(
        file.text,
        "Möte\n\nFrom: Åsa Ek <asa@b.se>\nTo: c@d.se\nDate: 2024-05-14\n\nNämnden möts i morgon.\n\nVälkomna!\n"
    );
    assert_eq!((file.format, headings(&file)), (FileFormat::Mail, vec![(1, "Möte")]));
    assert!(file.notes.is_empty(), "{:?}", file.notes);
}

#[test]
fn pages_quoted_printable_and_files_that_are_carried() {
    let mail = "From: a@b.se\nTo: c@d.se\nSubject: Kallelse\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n\
                --x\nContent-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n\
                <html><body><h2>Dagordning</h2><p>V=E4lkomna =\ntill m=F6tet.</p></body></html>\n\
                --x\nContent-Type: text/plain\nContent-Disposition: attachment; filename=\"bilaga.txt\"\n\nText.\n--x--\n";
    let file = read(mail);
    assert!(file.text.ends_with("Dagordning\n\nVälkomna till mötet.\n"), "{}", file.text);
    assert_eq!(file.notes, ["carries other files (1): bilaga.txt"]);
}

#[test]
fn pages_that_programs_saved() {
    // Word says the version and the kind alone.
    let word = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\nEn sida.\r\n\r\n--x\r\n\
                Content-Type: text/html; charset=\"windows-1252\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
                <html><body><p>N=E4mnden beslu=\r\ntar.</p></body></html>\r\n--x--\r\n";
    let file = read(word);
    assert_eq!((&*file.text, file.format), ("Nämnden beslutar.\n", FileFormat::Mail));
    // A letter that is not in the encoding that its part names.
    let wrong = [
        &b"From: a@b.se\nTo: c@d.se\nSubject: Plan\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nLule"[..],
        b"\xe5 p\xc3\xa5 \xc3\xb6n.",
    ];
    let file = read(wrong.concat());
    assert!(file.text.ends_with("Lule\u{fffd} på ön.\n"), "{}", file.text);
    assert_eq!(file.notes.len(), 1);
}

#[test]
fn what_only_looks_like_a_message() {
    for text in [
        "From: a\n\nHej.",
        "Datum: 3 maj\nPlats: Rådhuset\nTid: 9\nSubject: x\n",
        "Ärende: From: To: Subject: Date:\n",
    ] {
        assert_eq!(read(text).format, FileFormat::Text, "{text}");
    }
}

/// A message of Outlook: its properties that are texts, and those in UTF-16.
pub fn msg(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for (path, content) in streams {
        if let Some((folder, _)) = path.rsplit_once('/').filter(|(folder, _)| !folder.is_empty()) {
            container.create_storage_all(folder).unwrap();
        }
        container.create_stream(path).unwrap().write_all(content).unwrap();
    }
    container.flush().unwrap();
    container.into_inner().into_inner()
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// The day on which a message was sent, as its properties have it: 14 March 2023.
fn sent() -> Vec<u8> {
    let mut properties = vec![0; 32];
    properties.extend([0x40, 0, 0x39, 0, 6, 0, 0, 0]);
    properties.extend(((1_678_795_200u64 + 11_644_473_600) * 10_000_000).to_le_bytes());
    properties
}

#[test]
fn messages_of_outlook() {
    let (subject, body) = (utf16("Möte"), utf16("Nämnden beslutar att anta planen.\r\n\r\nHälsningar"));
    let plain = msg(&[
        ("/__properties_version1.0", &sent()),
        ("/__substg1.0_0037001F", &subject),
        ("/__substg1.0_0C1A001F", &utf16("Åsa Ek")),
        ("/__substg1.0_5D01001F", &utf16("asa@b.se")),
        ("/__substg1.0_0E04001E", b"Nils \xD6berg"),
        ("/__substg1.0_1000001F", &body),
        ("/__attach_version1.0_#00000000/__substg1.0_3707001F", &utf16("beslut.txt")),
        ("/__attach_version1.0_#00000000/__substg1.0_37010102", b"Kommunstyrelsen beslutar att anta taxan."),
    ]);
    let file = read(plain.clone());
    assert_eq!(
        file.text,
        "Möte\n\nFrom: Åsa Ek <asa@b.se>\nTo: Nils Öberg\nDate: 2023-03-14\n\nNämnden beslutar att anta planen.\n\n\
         Hälsningar\n"
    );
    assert_eq!((file.format, headings(&file)), (FileFormat::Mail, vec![(1, "Möte")]));
    assert_eq!(file.notes, ["carries other files (1): beslut.txt"]);
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.msg"), &plain).unwrap();
    let found = Archive::open(folder.path()).unwrap().run(&Analyzer::default());
    let found =
        Vec::from_iter(found.map(|found| found.unwrap().source.rsplit('/').next().unwrap().to_string()));
    assert_eq!(found, ["a.msg", "beslut.txt"]);
    // A body that is a page, one that is packed, and none.
    let page = msg(&[
        ("/__properties_version1.0", b""),
        ("/__substg1.0_10130102", b"<html><p>Sidans text.</p></html>"),
    ]);
    assert_eq!(read(page).text, "Sidans text.\n");
    let packed = [
        ("/__properties_version1.0", &b""[..]),
        ("/__substg1.0_0037001F", &subject),
        ("/__substg1.0_10090102", b"x"),
    ];
    assert!(read(msg(&packed)).notes[0].starts_with("left out the text"));
    let error = |bytes: Vec<u8>| extract(bytes, &ExtractLimits::default()).unwrap_err().kind();
    assert_eq!(error(msg(&[("/__properties_version1.0", b"")])), ErrorKind::NoText);
    for length in [plain.len() / 2, plain.len() - 600] {
        let _ = extract(plain[..length].to_vec(), &ExtractLimits::default());
    }
}
