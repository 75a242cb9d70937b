//! PDF, written by hand: each text at its place.

use super::read;
use klubba::extract::{ExtractLimits, Extracted, FileFormat, extract};
use klubba::{ErrorKind, Mark};
use std::io::Write;

/// A text at `x`, `y` (from the bottom left, in points) in a size.
pub type At<'t> = (f32, f32, f32, &'t str);

/// A PDF of these objects, the first of which is the catalogue.
pub fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(out.len());
        writeln!(out, "{} 0 obj", number + 1).unwrap();
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let xref = out.len();
    writeln!(out, "xref\n0 {}\n0000000000 65535 f ", objects.len() + 1).unwrap();
    for place in places {
        writeln!(out, "{place:010} 00000 n ").unwrap();
    }
    writeln!(out, "trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{xref}\n%%EOF", objects.len() + 1).unwrap();
    out
}

pub fn stream(head: &str, content: &[u8]) -> Vec<u8> {
    [format!("<<{head}/Length {}>>\nstream\n", content.len()).as_bytes(), content, b"\nendstream"].concat()
}

/// A PDF with a content stream for each page, in Helvetica (`/F`, and bold `/B`) with the encoding of Windows.
pub fn drawn(pages: &[Vec<u8>]) -> Vec<u8> {
    let kids: String = (0..pages.len()).map(|page| format!("{} 0 R ", 4 + 2 * page)).collect();
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        format!("<</Type/Pages/Count {}/Kids[{kids}]>>", pages.len()).into_bytes(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_vec(),
    ];
    for (page, content) in pages.iter().enumerate() {
        objects.push(
            format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R/B {BOLD}>>/XObject<</I {} 0 R>>>>\
                 /Contents {} 0 R>>",
                4 + 2 * pages.len(),
                5 + 2 * page
            )
            .into_bytes(),
        );
        objects.push(stream("", content));
    }
    objects.push(stream(
        "/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8",
        &[0, 255, 255, 0],
    ));
    file(&objects)
}

const BOLD: &str = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>";

pub fn shown(texts: &[At]) -> Vec<u8> {
    shown_in('F', texts)
}

/// Texts in a font.
pub fn shown_in(font: char, texts: &[At]) -> Vec<u8> {
    let mut content = Vec::new();
    for (x, y, size, text) in texts {
        write!(content, "BT /{font} {size} Tf {x} {y} Td <").unwrap();
        let bytes = windows(text);
        bytes.iter().for_each(|byte| write!(content, "{byte:02X}").unwrap());
        content.extend(b"> Tj ET\n");
    }
    content
}

/// The bytes of Windows-1252, as far as the tests need it.
fn windows(text: &str) -> Vec<u8> {
    let byte = |c: char| match c {
        '–' => 0x96,
        '•' => 0x95,
        '”' => 0x94,
        '’' => 0x92,
        c => u8::try_from(u32::from(c)).unwrap(),
    };
    text.chars().map(byte).collect()
}

/// A PDF with these texts on its pages.
pub fn pdf(pages: &[&[At]]) -> Vec<u8> {
    drawn(&Vec::from_iter(pages.iter().map(|texts| shown(texts))))
}

pub fn large(file: &Extracted) -> Vec<(u8, &str)> {
    let level = |mark| if let Mark::Large(level) = mark { Some(level) } else { None };
    file.marks.iter().filter_map(|(span, mark)| Some((level(mark)?, span.of(&file.text)))).collect()
}

const PROSE: [&str; 6] = [
    "Kommunstyrelsen beslutade att bygga ett nytt badhus på",
    "Ängön. Det ska stå färdigt år 2026 och rymma två bas-",
    "sänger, en bastu och ett kafé för kommunens invånare.",
    "Beslutet fattades efter votering, med tolv röster mot",
    "tre. Ordföranden tackade för en saklig debatt i frågan",
    "och förklarade sammanträdet avslutat.",
];

fn lines<'t>(x: f32, from: f32, texts: &[&'t str]) -> Vec<At<'t>> {
    texts.iter().enumerate().map(|(i, text)| (x, from - 14.0 * i as f32, 11.0, *text)).collect()
}

#[test]
fn lines_paragraphs_pages_and_sizes() {
    let mut first = vec![(70.0, 800.0, 20.0, "Protokoll från"), (70.0, 776.0, 20.0, "styrelsen")];
    first.extend(lines(70.0, 730.0, &PROSE));
    first.push((70.0, 630.0, 14.0, "Övriga frågor"));
    first.extend(lines(70.0, 600.0, &PROSE));
    let second = lines(70.0, 800.0, &PROSE);
    // Drawn in no order.
    first.reverse();
    let file = read(pdf(&[&first, &second, &[]]));
    let prose = PROSE.join("\n");
    assert_eq!(
        file.text,
        format!("Protokoll från\nstyrelsen\n\n{prose}\n\nÖvriga frågor\n\n{prose}\n\x0c{prose}\n\x0c")
    );
    assert_eq!((file.format, file.encoding, file.notes.len()), (FileFormat::Pdf, None, 0));
    assert_eq!(large(&file), [(1, "Protokoll från\nstyrelsen"), (2, "Övriga frågor")]);
}

#[test]
fn columns_are_read_one_by_one_and_tables_across() {
    let left = ["Anna Holm (S), ordförande", "Bo Ek (M)", "Cecilia Lund (C)", "David Öberg (V)"];
    let right = ["Eva Ström (S)", "Fredrik Nyman (M)", "Gun Åberg (L)", "Hans Dahl (SD)"];
    let names = [lines(70.0, 800.0, &left), lines(320.0, 800.0, &right)].concat();
    let file = read(pdf(&[&names]));
    assert_eq!(file.text, format!("{}\n\n{}\n", left.join("\n"), right.join("\n")));
    // Prose in two columns, whose lines do not stand beside each other.
    let columns = [lines(20.0, 800.0, &PROSE), lines(312.0, 795.0, &PROSE)].concat();
    let file = read(pdf(&[&columns]));
    let prose = PROSE.join("\n");
    assert_eq!(file.text, format!("{prose}\n\n{prose}\n"));
    // Labels and what they say, and figures: read across.
    let labels = lines(70.0, 800.0, &["Plats och tid", "Beslutande", "Sekreterare", "Justerare"]);
    let says = lines(220.0, 800.0, &["Rådhuset, kl. 13.00–15.30", "se sidan 2", "Anna Holm", "Bo Ek"]);
    let file = read(pdf(&[&[labels, says].concat()]));
    assert!(
        file.text.starts_with("Plats och tid    Rådhuset, kl. 13.00–15.30\nBeslutande    se sidan 2\n"),
        "{}",
        file.text
    );
    let table = |x: f32, texts: &[&'static str]| lines(x, 800.0, texts);
    let cells = [
        table(70.0, &["Parti", "S", "M"]),
        table(200.0, &["Ja", "12", "0"]),
        table(300.0, &["Nej", "0", "9"]),
    ];
    let file = read(pdf(&[&cells.concat()]));
    assert_eq!(file.text, "Parti\tJa\tNej\nS\t12\t0\nM\t0\t9\n");
    assert_eq!(super::rows(&file).len(), 3);
}

#[test]
fn cells_over_several_lines_are_one() {
    let line = |y: f32, cells: [&'static str; 3]| {
        [70.0, 200.0, 350.0]
            .into_iter()
            .zip(cells)
            .filter(|(_, text)| !text.is_empty())
            .map(move |(x, text)| (x, y, 10.0, text))
    };
    let table = [
        (800.0, ["Ärende", "Beslut", "Ansvarig"]),
        (780.0, ["Plan", "Återremiss till", "Åsa Öberg, chef"]),
        (768.0, ["", "förvaltningen för", "för avdelningen"]),
        (756.0, ["", "ny bered-", ""]),
        (744.0, ["", "ning", ""]),
        (724.0, ["Taxa", "Avslag", "Erik Sund"]),
        (704.0, ["Val", "Karin Ek", "Bo Ek"]),
    ];
    let texts = Vec::from_iter(table.into_iter().flat_map(|(y, cells)| line(y, cells)));
    let file = read(pdf(&[&texts]));
    assert_eq!(
        file.text,
        "Ärende\tBeslut\tAnsvarig\nPlan\tÅterremiss till förvaltningen för ny beredning\tÅsa Öberg, chef för avdelningen\n\
         Taxa\tAvslag\tErik Sund\nVal\tKarin Ek\tBo Ek\n"
    );
    assert_eq!(super::rows(&file).len(), 4);
}

#[test]
fn points_far_from_their_numbers_and_columns_that_begin_with_a_short_line() {
    let numbers = lines(70.0, 800.0, &["1)", "2)", "3)", "4)"]);
    let points =
        ["val av två justerare för mötet", "årets budget och plan", "val av årets styrelse", "mötets slut"];
    for x in [100.0, 140.0] {
        let file = read(pdf(&[&[numbers.clone(), lines(x, 800.0, &points)].concat()]));
        let read = Vec::from_iter(
            file.text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")),
        );
        assert_eq!(
            read[..2],
            ["1) val av två justerare för mötet", "2) årets budget och plan"],
            "{}",
            file.text
        );
    }
    // The gap beside the first line is wide: the lines below reach into it.
    let left = [&["Vi har granskat nämndens"], &PROSE[..5]].concat();
    let right = [
        "tet gav tolv nya platser",
        "för barn under våren, och fler är på",
        "väg till hösten. Det har kostat mer än",
        "vad nämnden först räknade med, men",
        "pengarna räcker året ut om ingenting",
        "oväntat händer med de gamla husen.",
    ];
    let file = read(pdf(&[&[lines(20.0, 800.0, &left), lines(324.0, 800.0, &right)].concat()]));
    assert_eq!(file.text, format!("{}\n\n{}\n", left.join("\n"), right.join("\n")));
    // Leaders are no spread letters.
    let dots = ".".repeat(40);
    let entry = b"BT /F 10 Tf 70 700 Td [(6.12) -250 (Kass) 0 <F6> 0 (r)] TJ 1.5 Tc (";
    let content = [entry.as_slice(), dots.as_bytes(), b") Tj ET"].concat();
    assert_eq!(read(drawn(&[content])).text.trim_end_matches(['.', '\n']), "6.12 Kass\u{f6}r");
}

#[test]
fn accents_ligatures_doubles_and_spread_letters() {
    // TeX draws the accent, steps back and draws the letter.
    let content = b"BT /F 10 Tf 70 700 Td [(f) 0 <A8> 333 (o) 0 (rslag p) 55 <B0> 455 (a)] TJ ET\n\
                    BT /F 10 Tf 70 680 Td (Beslut) Tj ET BT /F 10 Tf 70.3 680 Td (Beslut) Tj ET\n\
                    BT /F 10 Tf 4 Tc 70 660 Td (PROTOKOLL) Tj ET BT 0 Tc 70 640 Td [(Ett) -300 (ord) 20 (et)] TJ ET\n\
                    BT /F 10 Tf 70 620 Td (Se not) Tj ET BT /F 6 Tf 99 624 Td (3) Tj ET";
    let file = read(drawn(&[content.to_vec()]));
    assert_eq!(file.text, "förslag på\nBeslut\nPROTOKOLL\nEtt ordet\nSe not[3]\n");
}

#[test]
fn raised_figures_shadows_watermarks_and_drawn_hyphens() {
    let content = b"BT /F 10 Tf 70 700 Td (3 maj 2021) Tj ET BT /F 6 Tf 120 704 Td (12) Tj ET\n\
                    BT /F 10 Tf 70 680 Td (H) Tj ET BT /F 6 Tf 77.3 678 Td (2) Tj ET BT /F 10 Tf 80.7 680 Td (O 40 m) Tj ET \
                    BT /F 6 Tf 113.2 684 Td (2) Tj ET\n\
                    BT /F 10 Tf 70 660 Td (Till fritt val) Tj ET BT /F 10 Tf 70.8 659.4 Td (Till fritt val) Tj ET\n\
                    BT /F 40 Tf .7 .7 -.7 .7 100 500 Tm (UTKAST) Tj ET\n\
                    BT /F 10 Tf 70 640 Td (2022\xAD06\xAD01) Tj ET";
    let file = read(drawn(&[content.to_vec()]));
    assert_eq!(file.text, "3 maj 2021[12]\nH2O 40 m\u{b2}\nTill fritt val\n2022-06-01\n");
    assert_eq!(file.notes, ["left out what runs aslant over the pages: \u{201c}UTKAST\u{201d}"]);
}

#[test]
fn letters_that_lie_over_each_other_keep_their_order() {
    let text = |content: &[u8]| read(drawn(&[content.to_vec()])).text;
    // A step back so far that the next letters begin under the ones before.
    assert_eq!(text(b"BT /F 10 Tf 70 700 Td [(N\xE4m) 900 (nd) -900 (en)] TJ ET"), "N\u{e4}mnd en\n");
    // A value that was filled in over a line of underscores, and a word that runs into the next one.
    assert_eq!(
        text(b"BT /F 10 Tf 70 700 Td (Namn: __________ Datum: 3 maj) Tj ET BT /F 10 Tf 104 700 Td (Anna) Tj ET"),
        "Namn: __________Anna    Datum: 3 maj\n"
    );
    assert_eq!(
        text(b"BT /F 10 Tf 90 700 Td (beslutar) Tj ET BT /F 10 Tf 60 700 Td (N\xE4mnden) Tj ET"),
        "N\u{e4}mndenbeslutar\n"
    );
    // Letters that are set narrow stand closer than a shadow to its letter: none is lost.
    assert_eq!(
        text(b"BT /F 10 Tf 40 Tz 70 700 Td (illa tillf\xE4lle 11 111) Tj ET"),
        "illa tillf\u{e4}lle 11 111\n"
    );
    // Drawn four times, each a little further: once.
    let again = [(70.0, 700.0), (70.2, 699.8), (70.4, 699.6), (70.6, 699.4)];
    let again = again.map(|(x, y)| format!("BT /F 10 Tf {x} {y} Td (till alla) Tj ET\n")).concat();
    assert_eq!(text(again.as_bytes()), "till alla\n");
}

#[test]
fn a_full_line_that_comes_near_to_the_next_column() {
    let left = [PROSE[1], PROSE[2], PROSE[0], PROSE[3], PROSE[4], PROSE[5]];
    let right = [
        "Vi har sett tolv platser",
        "för barn under våren, och",
        "väg till hösten kom flera.",
        "Det har kostat mer än vad",
        "nämnden först räknade med",
        "och pengarna räcker året ut.",
    ];
    // The third line on the left ends 0.8 letter sizes before the column on the right.
    let file = read(pdf(&[&[lines(60.0, 780.0, &left), lines(346.4, 780.0, &right)].concat()]));
    assert_eq!(file.text, format!("{}\n\n{}\n", left.join("\n"), right.join("\n")));
}

#[test]
fn rules_that_each_cell_draws_for_itself() {
    let left = [
        "Hantering av medlemskap i föreningen",
        "Deltagande i föreningens verksamhet",
        "Ansökan om bidrag hos kommunen",
        "Sammanställning av statistik för året",
        "Publicering av material på hemsidan",
    ];
    let right = [
        "Avtal med den som är medlem",
        "Avtal med den som är medlem",
        "Rättslig förpliktelse enligt lag",
        "Allmänt intresse av statistik",
        "Samtycke av den som syns",
    ];
    let texts = [lines(70.0, 780.0, &left), lines(320.0, 780.0, &right)].concat();
    let mut content = shown(&texts);
    for row in 0..6 {
        let y = 790 - 14 * row;
        writeln!(content, "60 {y} 245 .5 re f 305 {y} 240 .5 re f").unwrap();
    }
    let file = read(drawn(&[content]));
    let rows = Vec::from_iter(left.iter().zip(right).map(|(left, right)| format!("{left}\t{right}")));
    assert_eq!(file.text, format!("{}\n", rows.join("\n")));
    assert_eq!(super::rows(&file).len(), 5);
}

#[test]
fn several_marks_of_one_line_and_large_letters_over_it() {
    let content = b"BT /F 80 Tf 60 660 Td (UTKAST) Tj ET\n\
                    BT /F 11 Tf 70 700 Td (den 3 maj 2021) Tj 4 Ts /F 6 Tf (1) Tj 0 Ts /F 11 Tf (, Anna Holm) Tj 4 Ts /F 6 Tf (2, 13) Tj 0 Ts \
                    /F 11 Tf ( yrkar bifall.) Tj ET\n\
                    BT /F 11 Tf 70 660 Td (Kostnaden ryms inom ramen som har antagits.) Tj ET";
    let file = read(drawn(&[content.to_vec()]));
    assert_eq!(
        file.text,
        "den 3 maj 2021[1], Anna Holm[2],[13] yrkar bifall.\n\nUTKAST\n\nKostnaden ryms inom ramen som har antagits.\n"
    );
}

#[test]
fn what_the_file_says_itself_and_what_is_attached() {
    let content = b"/Span <</ActualText (3 maj 2021)>> BDC BT /F 10 Tf 70 700 Td (x y zzzz) Tj ET EMC\n\
                    BT /F 10 Tf 70 680 Td (N) Tj ET /Span <</ActualText <FEFF00E4006D006E>>> BDC BT /F 10 Tf 77.2 680 Td (###) \
                    Tj ET EMC BT /F 10 Tf 94 680 Td (den) Tj ET\n/P <</MCID 0>> BDC BT /F 10 Tf 70 660 Td (Slut) Tj ET EMC";
    let whole = drawn(&[content.to_vec()]);
    assert_eq!(read(whole.clone()).text, "3 maj 2021\nN\u{e4}mnden\nSlut\n");
    // A ligature that its font gives no letters.
    let ligature = b"BT /F 10 Tf 70 700 Td (o) Tj ET /Span <</ActualText (ffi)>> BDC BT /F 10 Tf 75.6 700 Td <00> Tj ET EMC\n\
                     BT /F 10 Tf 82 700 Td (ciell) Tj ET";
    assert_eq!(read(drawn(&[ligature.to_vec()])).text, "officiell\n");
    let names = "<</Type/Catalog/Names<</EmbeddedFiles<</Names[(a) <</Type/Filespec/F(bilaga.pdf)>> (b) <</F(b.docx)>>]>>>>/Pages";
    let at = memchr::memmem::find(&whole, b"<</Type/Catalog/Pages").unwrap();
    let text = [&whole[..at], names.as_bytes(), &whole[at + "<</Type/Catalog/Pages".len()..]].concat();
    assert_eq!(
        read(text).notes.last().map(String::as_str),
        Some("carries other files (2): bilaga.pdf, b.docx")
    );
}

#[test]
fn a_turned_page_is_read_upright_and_the_margin_last() {
    let mut content = b"q 0 1 -1 0 500 70 cm\n".to_vec();
    content.extend(shown(&lines(0.0, 200.0, &PROSE)));
    content.extend(b"Q\n");
    content.extend(shown(&[(20.0, 20.0, 8.0, "Diarienummer 12")]));
    let file = read(drawn(&[content]));
    assert_eq!(file.text, format!("{}\n\nDiarienummer 12\n", PROSE.join("\n")));
}

#[test]
fn why_there_is_no_text() {
    let failed = |bytes: Vec<u8>| {
        let error = extract(bytes, &ExtractLimits::default()).unwrap_err();
        (error.kind(), error.to_string())
    };
    let scan = b"q 595 0 0 842 0 0 cm /I Do Q".to_vec();
    let (kind, message) = failed(drawn(&vec![scan.clone(); 12]));
    assert_eq!(kind, ErrorKind::NoText);
    assert!(message.contains("no text layer: 12 pages are images"), "{message}");
    assert_eq!(failed(drawn(&[Vec::new()])).0, ErrorKind::NoText);
    // A form whose values nobody drew names its fields.
    let form = "<</Type/Catalog/AcroForm<</Fields[<</FT/Tx/T(namn)/V(Anna Holm)>>]>>/Pages";
    let empty = drawn(&[Vec::new()]);
    let at = memchr::memmem::find(&empty, b"<</Type/Catalog/Pages").unwrap();
    let form = [&empty[..at], form.as_bytes(), &empty[at + "<</Type/Catalog/Pages".len()..]].concat();
    assert!(failed(form).1.ends_with("fields that the pages do not show (1): namn"));
    assert_eq!(failed(b"%PDF-1.7\nnothing".to_vec()).0, ErrorKind::Damaged);
    assert_eq!(failed(b"%PDF-".to_vec()).0, ErrorKind::Damaged);
    // One page of three.
    let file = read(drawn(&[shown(&lines(70.0, 800.0, &PROSE)), scan.clone(), scan]));
    assert!(
        file.notes.iter().any(|note| note.contains("2 pages are images without text: 2, 3")),
        "{:?}",
        file.notes
    );
    // Encrypted with a password that nobody gave.
    let whole = pdf(&[&lines(70.0, 800.0, &PROSE)]);
    let locked = "/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]/Encrypt<</Filter/Standard/V 1\
                  /R 2/Length 40/P -4/O<0011223344556677889900112233445566778899001122334455667788990011>\
                  /U<1111111111111111111111111111111111111111111111111111111111111111>>>";
    let at = memchr::memmem::find(&whole, b"/Root").unwrap();
    let text = [&whole[..at], locked.as_bytes(), &whole[at..]].concat();
    let (kind, message) = failed(text);
    assert_eq!(kind, ErrorKind::Encrypted, "{message}");
}

#[test]
fn broken_and_hostile_files_end() {
    let whole = pdf(&[&lines(70.0, 800.0, &PROSE)]);
    for cut in (0..whole.len()).step_by(37) {
        if let Ok(file) = extract(whole[..cut].to_vec(), &ExtractLimits::default()) {
            assert!(cut < 60 || file.format == FileFormat::Pdf && !file.notes.is_empty(), "{cut}: {file:?}");
        }
    }
    for at in (0..whole.len()).step_by(11) {
        let mut changed = whole.clone();
        changed[at] ^= 0x55;
        let _ = extract(changed, &ExtractLimits::default());
    }
    // Objects inside each other, and pages that are their own parents.
    for content in ["[".repeat(200_000), "<<".repeat(200_000), "q ".repeat(200_000), "BT ".repeat(100_000)] {
        let _ = extract(drawn(&[content.into_bytes()]), &ExtractLimits::default());
    }
    let circle = file(&[
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>".to_vec(),
    ]);
    assert!(extract(circle, &ExtractLimits::default()).is_err());
}

#[test]
fn streams_that_grow_and_pages_that_never_end() {
    let mut packed = flate2_of(&vec![b' '; 8 << 20]);
    packed.resize(packed.len().max(1), 0);
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>".to_vec(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>".to_vec(),
    ];
    objects.push(stream("/Filter/FlateDecode", &packed));
    let mut limits = ExtractLimits::default();
    limits.unpacked = 1 << 20;
    assert_eq!(extract(file(&objects), &limits).unwrap_err().kind(), ErrorKind::TooLarge);
    limits = ExtractLimits::default();
    limits.until = Some(std::time::Instant::now() + std::time::Duration::from_millis(300));
    let long = "0 0 m 9 9 l S BT /F 9 Tf 10 10 Td (x) Tj ET\n".repeat(400_000);
    let start = std::time::Instant::now();
    assert_eq!(extract(drawn(&[long.into_bytes()]), &limits).unwrap_err().kind(), ErrorKind::Timeout);
    assert!(start.elapsed().as_secs() < 5);
}

fn flate2_of(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn sizes_become_the_levels_of_headings() {
    let mut texts = vec![(70.0, 800.0, 22.0, "Rapport om vatten")];
    let mut y = 760.0;
    for (size, title) in [
        (16.0, "Bakgrund"),
        (13.0, "hur vi har arbetat"),
        (13.0, "Vad som har kommit fram"),
        (16.0, "Slutsats"),
    ] {
        texts.push((70.0, y, size, title));
        texts.extend(lines(70.0, y - 26.0, &PROSE));
        y -= 140.0;
    }
    let file = read(pdf(&[&texts]));
    let doc = klubba::Analyzer::default().analyze_marked(&file.text, &file.marks).unwrap();
    let found = Vec::from_iter(doc.headings.iter().map(|h| (h.level, h.title.as_str())));
    let expected = [
        (1, "Rapport om vatten"),
        (2, "Bakgrund"),
        (3, "hur vi har arbetat"),
        (3, "Vad som har kommit fram"),
        (2, "Slutsats"),
    ];
    assert_eq!(found, expected);
}
