//! Scans of our own: pages drawn as images, slightly turned and noisy.

use super::pdf::{At, file, pdf, stream};
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_interpret::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use klubba::extract::{ExtractLimits, Extracted, Ocr, extract};
use klubba::{Analyzer, Document, ErrorKind};
use std::collections::BTreeSet;
use std::io::Write;
use std::process::Command;

/// Whether pages can be read here; where they must be, it is an error that they cannot.
fn can_read() -> bool {
    let told = Command::new("tesseract").arg("--list-langs").output();
    let can = told.is_ok_and(|told| String::from_utf8_lossy(&told.stdout).lines().any(|line| line == "swe"));
    assert!(can || std::env::var_os("KLUBBA_NEEDS_TOOLS").is_none(), "tesseract or its Swedish is not here");
    if !can {
        eprintln!("not tried: tesseract, or its data for Swedish, is not here");
    }
    can
}

fn limits() -> ExtractLimits {
    let mut limits = ExtractLimits::default();
    let mut ocr = Ocr::default();
    ocr.page = std::time::Duration::from_secs(300);
    limits.ocr = Some(ocr);
    limits
}

/// A page of a PDF as grey dots, 300 to an inch, turned by some degrees, with noise.
fn scan(page: &[At], degrees: f32) -> (usize, usize, Vec<u8>) {
    let pdf = Pdf::new(pdf(&[page])).unwrap();
    let scale = 300.0 / 72.0;
    let drawn = hayro::render(
        &pdf.pages()[0],
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE },
    );
    let (width, height) = (drawn.width() as usize, drawn.height() as usize);
    let dots = drawn.data_as_u8_slice();
    let (sin, cos) = degrees.to_radians().sin_cos();
    let mut state = 7u32;
    let mut turned = Vec::with_capacity(width * height);
    for y in 0..height {
        for x in 0..width {
            let (dx, dy) = (x as f32 - width as f32 / 2.0, y as f32 - height as f32 / 2.0);
            let (from_x, from_y) = (dx * cos + dy * sin, dy * cos - dx * sin);
            let (from_x, from_y) = (from_x + width as f32 / 2.0, from_y + height as f32 / 2.0);
            let inside = (0.0..width as f32).contains(&from_x) && (0.0..height as f32).contains(&from_y);
            let grey = if inside { dots[4 * (from_y as usize * width + from_x as usize)] } else { 255 };
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            // Paper is never white, ink never black; here and there is a speck.
            let noise = (state >> 24) as i32 % 41 - 20;
            let speck = (state >> 8).is_multiple_of(20_000);
            turned.push(if speck {
                60
            } else {
                (i32::from(grey) * 200 / 255 + 30 + noise).clamp(0, 255) as u8
            });
        }
    }
    (width, height, turned)
}

/// A PDF of which each page is an image, or (`None`) a line of text.
fn scanned(pages: &[Option<(usize, usize, Vec<u8>)>]) -> Vec<u8> {
    let kids: String = (0..pages.len()).map(|page| format!("{} 0 R ", 4 + 3 * page)).collect();
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        format!("<</Type/Pages/Count {}/Kids[{kids}]>>", pages.len()).into_bytes(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_vec(),
    ];
    for (at, page) in pages.iter().enumerate() {
        let (content, image) = (5 + 3 * at, 6 + 3 * at);
        objects.push(
            format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {content} 0 R\
                 /Resources<</Font<</F 3 0 R>>/XObject<</I {image} 0 R>>>>>>"
            )
            .into_bytes(),
        );
        match page {
            Some((width, height, dots)) => {
                objects.push(stream("", b"q 595 0 0 842 0 0 cm /I Do Q"));
                let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
                packed.write_all(dots).unwrap();
                objects.push(stream(
                    &format!(
                        "/Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceGray\
                         /BitsPerComponent 8/Filter/FlateDecode"
                    ),
                    &packed.finish().unwrap(),
                ));
            }
            None => {
                objects
                    .push(stream("", b"BT /F 11 Tf 60 780 Td (En sida med text av sitt eget slag.) Tj ET"));
                objects.push(b"null".to_vec());
            }
        }
    }
    file(&objects)
}

/// Our minutes in lines of a page's width, so many to a page.
fn minutes() -> Vec<Vec<String>> {
    let text = include_str!("../../examples/documents/minutes-kommunstyrelsen.txt");
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if line.len() + word.len() > 84 {
                lines.push(std::mem::take(&mut line));
            }
            line += if line.is_empty() { "" } else { " " };
            line += word;
        }
        lines.push(line);
    }
    lines.chunks(48).map(<[String]>::to_vec).collect()
}

fn page(lines: &[String]) -> Vec<At<'_>> {
    lines.iter().enumerate().map(|(at, line)| (60.0, 790.0 - 15.5 * at as f32, 11.0, line.as_str())).collect()
}

/// How many letters have to be changed, of all; blanks between words count, those between lines and the dots that lead to
/// a page number do not.
fn errors(read: &str, typed: &str) -> f64 {
    let dots = |word: &&str| !word.starts_with("...");
    let flat =
        |text: &str| Vec::from_iter(Vec::from_iter(text.split_whitespace().filter(dots)).join(" ").chars());
    let (read, typed) = (flat(read), flat(typed));
    let mut row = Vec::from_iter(0..=typed.len());
    for (i, a) in read.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, b) in typed.iter().enumerate() {
            let changed = corner + usize::from(a != b);
            corner = row[j + 1];
            row[j + 1] = changed.min(corner + 1).min(row[j] + 1);
        }
    }
    row[typed.len()] as f64 / typed.len() as f64
}

/// What is found in a document, as far as it can be compared without places.
fn findings(document: &Document) -> BTreeSet<String> {
    let dates = document.dates.iter().map(|date| format!("date {:?}", date.value));
    let people = document.people.iter().map(|person| format!("person {} {:?}", person.name, person.party));
    let decisions = document.decisions.iter().map(|decision| format!("decision {:?}", decision.kind));
    let headings = document.headings.iter().map(|heading| format!("heading {}", heading.title));
    dates.chain(people).chain(decisions).chain(headings).collect()
}

#[test]
fn minutes_that_were_scanned() {
    if !can_read() {
        return;
    }
    let pages = minutes();
    let turns = [0.4, -0.6, 0.9];
    let images = pages.iter().zip(turns).map(|(lines, turn)| Some(scan(&page(lines), turn)));
    let mut images = Vec::from_iter(images);
    // One page in the midst is typed.
    images.insert(1, None);
    let scanned = extract(scanned(&images), &limits()).unwrap();
    let Extracted { text, notes, ocr, .. } = &scanned;
    let count = images.len() as u32;
    assert_eq!(ocr.pages, Vec::from_iter((1..=count).filter(|&page| page != 2)));
    assert!(ocr.confidence.iter().all(|&confidence| confidence > 80), "{ocr:?}");
    assert_eq!(notes.len(), 1);
    assert!(notes[0].starts_with("read by OCR"), "{notes:?}");
    let read = Vec::from_iter(text.split('\x0c'));
    assert_eq!(read[1].trim(), "En sida med text av sitt eget slag.");
    let mut typed = Vec::new();
    for (lines, read) in
        pages.iter().zip(read.iter().enumerate().filter(|(at, _)| *at != 1).map(|(_, page)| page))
    {
        let wrong = errors(read, &lines.join(" "));
        assert!(wrong < 0.02, "{wrong} of the letters: {read}");
        typed.push(page(lines));
    }
    // What is found in them, beside what is found in the same pages typed.
    let typed = Vec::from_iter(typed.iter().take(turns.len()).map(Vec::as_slice));
    let typed = super::read(pdf(&typed));
    let analyzer = Analyzer::default();
    let [read, typed] = [
        analyzer.analyze(&text.replace("\x0cEn sida med text av sitt eget slag.\n", "")),
        analyzer.analyze_marked(&typed.text, &typed.marks).unwrap(),
    ]
    .map(|document| findings(&document));
    let both = read.intersection(&typed).count() as f64;
    let f1 = 2.0 * both / (read.len() + typed.len()) as f64;
    assert!(f1 >= 0.95, "{f1}: {:?}", Vec::from_iter(read.symmetric_difference(&typed)));
}

#[test]
fn an_empty_scan_has_no_text() {
    if !can_read() {
        return;
    }
    let white = Some((100, 140, vec![255; 14_000]));
    let error = extract(scanned(std::slice::from_ref(&white)), &limits()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NoText);
    // A page of which nothing can be read does not keep the others from being read.
    let file = extract(scanned(&[white, None]), &limits()).unwrap();
    assert_eq!(file.notes, ["1 pages are images without text: 1"]);
}
