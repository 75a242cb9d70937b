//! E-mail and saved pages.

use super::{headings, read};
use klubba::extract::FileFormat;

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
fn what_only_looks_like_a_message() {
    for text in [
        "From: a\n\nHej.",
        "Datum: 3 maj\nPlats: Rådhuset\nTid: 9\nSubject: x\n",
        "Ärende: From: To: Subject: Date:\n",
    ] {
        assert_eq!(read(text).format, FileFormat::Text, "{text}");
    }
}
