//! PDF: tables, labels, columns and heads of pages.

use super::pdf::{At, drawn, large, pdf, shown, shown_in};
use super::{read, rows};
use std::io::Write;

/// The headings that the analysis finds, with their numbers.
fn outline(bytes: Vec<u8>) -> Vec<String> {
    let file = read(bytes);
    let doc = klubba::Analyzer::default().analyze_marked(&file.text, &file.marks).unwrap();
    let number = |number: &Option<String>| number.as_ref().map(|n| format!("{n} ")).unwrap_or_default();
    doc.headings.iter().map(|h| format!("{}{}", number(&h.number), h.title)).collect()
}

/// Lines below each other.
fn lines<'t>(x: f32, from: f32, step: f32, texts: &[&'t str]) -> Vec<At<'t>> {
    texts.iter().enumerate().map(|(i, text)| (x, from - step * i as f32, 10.0, *text)).collect()
}

/// The rules and bars of a table.
fn ruled(xs: &[f32], ys: &[f32]) -> Vec<u8> {
    let mut content = Vec::new();
    let (left, right) = (xs[0], xs[xs.len() - 1]);
    let (top, bottom) = (ys[0], ys[ys.len() - 1]);
    for x in xs {
        writeln!(content, "{x} {top} m {x} {bottom} l S").unwrap();
    }
    for y in ys {
        writeln!(content, "{left} {y} m {right} {y} l S").unwrap();
    }
    content
}

#[test]
fn cells_with_rules_and_bars_around_them() {
    let xs = [60.0, 110.0, 280.0, 420.0, 480.0, 540.0];
    let mut texts = Vec::new();
    for (y, cells) in [
        (778.0, [&["Nämnd"][..], &["Mål för nämnden"], &["Indikator"], &["Senast", "mätt"], &["Mål 2022"]]),
        (
            738.0,
            [
                &["KS"],
                &["Förbrukningen av el i", "skolor ska minska"],
                &["Förbrukning för de tio", "skolor som har högst"],
                &["218", "(2020)"],
                &["170"],
            ],
        ),
        (
            698.0,
            [&["BUN"], &["Minska matsvinnet"], &["Antal ton CO2-", "ekvivalenter"], &["3", "(aug)"], &["1"]],
        ),
        (658.0, [&[], &["Begränsa påverkan"], &["Antal deponier"], &[], &["3 av 8"]]),
    ] {
        for (x, cell) in xs.iter().zip(cells) {
            texts.extend(lines(x + 4.0, y, 12.0, cell));
        }
    }
    let content = [ruled(&xs, &[790.0, 750.0, 710.0, 670.0, 640.0]), shown(&texts)].concat();
    let file = read(drawn(&[content]));
    assert_eq!(
        file.text,
        "Nämnd\tMål för nämnden\tIndikator\tSenast mätt\tMål 2022\n\n\
         KS\tFörbrukningen av el i skolor ska minska\tFörbrukning för de tio skolor som har högst\t218 (2020)\t170\n\n\
         BUN\tMinska matsvinnet\tAntal ton CO2-ekvivalenter\t3 (aug)\t1\n\n\
         \tBegränsa påverkan\tAntal deponier\t\t3 av 8\n"
    );
    assert_eq!(rows(&file).len(), 4);
}

#[test]
fn rows_that_only_bars_part_stay_rows() {
    let xs = [60.0, 200.0, 300.0];
    let cells = [
        lines(64.0, 778.0, 13.0, &["Namn", "Anna Holm", "Bo Ek", "Cecilia Lund"]),
        lines(204.0, 778.0, 13.0, &["Parti", "S", "M", "C"]),
    ];
    let content = [ruled(&xs, &[790.0, 770.0, 720.0]), shown(&cells.concat())].concat();
    let text = read(drawn(&[content])).text;
    for line in ["Anna Holm    S", "Bo Ek    M", "Cecilia Lund    C"] {
        assert!(text.contains(line), "{text}");
    }
}

#[test]
fn minutes_in_a_table_are_read_cell_by_cell() {
    let said = [
        "A) Lekplatsen: sanden i lådorna byts ut under våren.",
        "Lådorna töms innan den nya sanden kommer, vilket varje",
        "gård sköter själv. En förfrågan går till tre företag.",
        "B) Panelen: målningen är klar så när som på gård fyra.",
        "Gård tre, två och ett är också målade, men det har inte",
        "blivit bra för att det var kallt ute, och det har sagts",
        "till företaget. Endast det som är utfört har betalats.",
    ];
    let mut texts =
        vec![(64.0, 776.0, 10.0, "Nr"), (94.0, 776.0, 10.0, "Ärende"), (434.0, 776.0, 10.0, "Ansvar")];
    texts.extend([(64.0, 756.0, 10.0, "12."), (94.0, 756.0, 10.0, "Underhåll")]);
    texts.extend(lines(94.0, 743.0, 13.0, &said));
    texts.extend(lines(434.0, 717.0, 13.0, &["Karin har", "kontakt med", "målaren"]));
    let content = [ruled(&[60.0, 90.0, 430.0, 540.0], &[790.0, 770.0, 640.0]), shown(&texts)].concat();
    let text = read(drawn(&[content])).text;
    let whole = format!("12. Underhåll\n{}\n\nKarin har\nkontakt med\nmålaren\n", said.join("\n"));
    assert!(text.ends_with(&whole), "{text}");
}

#[test]
fn empty_cells_keep_their_columns_and_sums_their_rows() {
    let table = [
        (780.0, ["Belopp i kr", "Not", "2005-12-31", "2004-12-31"]),
        (767.0, ["Byggnader", "3", "1 080 000", "1 100 000"]),
        (754.0, ["Inventarier", "4", "", "35 000"]),
        (741.0, ["Summa", "", "5 153 007", "5 344 667"]),
        (728.0, ["", "", "14 400 000", "14 400 000"]),
        (715.0, ["Fastighetsbeteckning: Eken 19", "", "", ""]),
    ];
    let cell = |y: f32| move |(x, text): (f32, &'static str)| (x, y, 10.0, text);
    let texts = table.iter().flat_map(|(y, cells)| {
        let cells = [70.0, 250.0, 300.0, 400.0].into_iter().zip(*cells).filter(|cell| !cell.1.is_empty());
        cells.map(cell(*y))
    });
    let file = read(pdf(&[&Vec::from_iter(texts)]));
    assert_eq!(
        file.text,
        "Belopp i kr\tNot\t2005-12-31\t2004-12-31\nByggnader\t3\t1 080 000\t1 100 000\nInventarier\t4\t\t35 000\n\
         Summa\t\t5 153 007\t5 344 667\n\t\t14 400 000\t14 400 000\nFastighetsbeteckning: Eken 19\n"
    );
}

#[test]
fn labels_in_the_margin_stand_before_what_they_head() {
    let calls = [
        "Kallelse till styrelsens möten, vilken ska innehålla uppgift om de",
        "förekommande ärendena, ska skickas till ledamöterna minst sju dagar",
        "före mötet. Suppleanterna ska inom samma tid få kännedom om mötet",
        "och om förekommande ärenden. Ledamot som är förhindrad att komma",
        "ska genast meddela detta till ordföranden, som därefter kallar en",
        "suppleant i ledamotens ställe.",
    ];
    let members = [
        "Medlem kan den bli som har en stuga eller en båtplats vid den övre",
        "ån, och som betalar det som stämman bestämmer.",
    ];
    for x in [166.0, 172.0, 200.0] {
        let mut texts =
            lines(70.0, 780.0, 13.0, &["§ 7 Styrelse,", "kallelse till", "möte, dagord-", "ning i förväg"]);
        texts.extend(lines(x, 780.0, 13.0, &calls));
        texts.push((70.0, 687.0, 10.0, "§ 8 Medlem"));
        texts.extend(lines(x, 687.0, 13.0, &members));
        assert_eq!(
            read(pdf(&[&texts])).text,
            format!(
                "§ 7 Styrelse,\nkallelse till\nmöte, dagord-\nning i förväg\n\n{}\n\n§ 8 Medlem\n\n{}\n",
                calls.join("\n"),
                members.join("\n")
            ),
            "{x}"
        );
    }
}

#[test]
fn bold_labels_and_short_columns_of_prose() {
    let labels =
        lines(70.0, 740.0, 25.0, &["Klass", "Post", "Erfarenheter från kåren", "Andra erfarenheter"]);
    let mut values =
        lines(220.0, 740.0, 25.0, &["TE24B", "namn@exempel.se", "Ledamot i utskottet (2024–2025)"]);
    values.extend(lines(
        220.0,
        665.0,
        13.0,
        &[
            "Ombud för elever i sin förra skola",
            "Ombud vid kommunens möten",
            "Planering med den lokala gården",
        ],
    ));
    let content = [shown_in('B', &labels), shown(&values)].concat();
    assert_eq!(
        read(drawn(&[content])).text.replace("\n\n", "\n"),
        "Klass    TE24B\nPost    namn@exempel.se\nErfarenheter från kåren    Ledamot i utskottet (2024–2025)\n\
         Andra erfarenheter    Ombud för elever i sin förra skola\nOmbud vid kommunens möten\nPlanering med den lokala gården\n"
    );
    let left = [
        "Kommunen är känd för handel som tål att synas. Det",
        "finns ett stort utbud av lokala varor och livsmedel",
        "som odlas nära. Resan dit går ofta med buss eller",
        "cykel, och fler kommer.",
    ];
    let right = [
        "Att laga är vanligt, och många företag arbetar med",
        "att återvinna det som andra slänger. Det sker byten",
        "av kläder som ett sätt att köpa mindre.",
    ];
    let texts = [lines(70.0, 765.0, 13.0, &left), lines(330.0, 765.0, 13.0, &right)].concat();
    assert_eq!(read(pdf(&[&texts])).text, format!("{}\n\n{}\n", left.join("\n"), right.join("\n")));
}

#[test]
fn cells_near_each_other_and_words_that_fill_a_line() {
    let texts = [
        (70.0, 780.0, 10.0, "Björn Holm"),
        (134.0, 780.0, 10.0, "Auktoriserad revisor"),
        (236.0, 780.0, 10.0, "Byrån"),
    ];
    assert_eq!(read(pdf(&[&texts])).text, "Björn Holm    Auktoriserad revisor    Byrån\n");
    // The second line is as long as the first, in fewer words.
    let content = [
        shown(&[(70.0, 780.0, 10.0, "uppgifterna behandlas för, och det gäller även andra delar av")]),
        b"19.84 Tw\n".to_vec(),
        shown(&[(70.0, 767.0, 10.0, "ansökningar. Myndigheter vars kärnverksamhet")]),
        b"0 Tw\n".to_vec(),
        shown(&[(70.0, 754.0, 10.0, "till stor del omfattas av det nya direktivet")]),
    ]
    .concat();
    let text = read(drawn(&[content])).text;
    assert!(text.contains("\nansökningar. Myndigheter vars kärnverksamhet\n"), "{text}");
}

#[test]
fn a_title_between_blocks_of_small_print() {
    let texts = [
        (70.0, 800.0, 8.0, "EKENS FÖRENING"),
        (70.0, 790.0, 8.0, "802431-0305"),
        (70.0, 780.0, 8.0, "Räkenskapsår 2019-01-01 -"),
        (70.0, 771.0, 8.0, "2019-12-31"),
        (240.0, 792.0, 14.0, "Resultatrapport"),
        (270.0, 775.0, 14.0, "ÅRL"),
        (420.0, 800.0, 8.0, "Utskrivet 2020-07-04"),
        (420.0, 790.0, 8.0, "Senaste vernr A 70"),
        (70.0, 730.0, 10.0, "Summa intäkter av årets verksamhet och bidrag"),
        (400.0, 730.0, 10.0, "76 004,00"),
        (70.0, 717.0, 10.0, "Summa kostnader för årets verksamhet och lokal"),
        (400.0, 717.0, 10.0, "71 204,00"),
    ];
    let file = read(pdf(&[&texts]));
    assert!(
        file.text.starts_with("Resultatrapport\nÅRL\n\nEKENS FÖRENING    Utskrivet 2020-07-04\n"),
        "{}",
        file.text
    );
    assert!(file.text.contains("\nRäkenskapsår 2019-01-01 -\n2019-12-31\n"), "{}", file.text);
    assert_eq!(large(&file)[0], (1, "Resultatrapport\nÅRL"));
}

/// Pages with a running head, a heading, text and the page's number.
fn book(titles: &[&'static str], number: impl Fn(usize) -> Option<At<'static>>) -> Vec<u8> {
    const BODY: [&str; 2] = [
        "Föreningen har under året haft åtta protokollförda möten, och styrelsen",
        "har arbetat med underhållet av fastigheten under hela perioden.",
    ];
    let mut pages = Vec::new();
    for (page, title) in titles.iter().enumerate() {
        let mut texts = vec![(70.0, 755.0, 14.0, *title)];
        for y in [725.0, 685.0, 645.0, 605.0, 565.0] {
            texts.extend(lines(70.0, y, 13.0, &BODY));
        }
        texts.extend(number(page + 1));
        pages.push(shown(&texts));
    }
    drawn(&pages)
}

#[test]
fn page_numbers_are_no_numbers_of_headings() {
    const NUMBERS: [&str; 6] = ["1", "2", "3", "4", "5", "6"];
    let titles =
        ["Förord", "Varför en plan", "Läget i dag", "Hållbar handel", "Hållbar energi", "Vill du veta mer"];
    for y in [800.0, 40.0] {
        let bytes = book(&titles, |page| Some((300.0, y, 9.0, NUMBERS[page - 1])));
        let found = outline(bytes);
        assert_eq!(found[found.len() - 5..], titles[1..], "{y}: {found:?}");
    }
}

#[test]
fn a_heading_on_two_pages_running_is_no_running_head() {
    let titles = [
        "Verksamheten",
        "Resultaträkning",
        "Balansräkning",
        "Balansräkning",
        "Kassaflöde",
        "Noter",
        "Underskrifter",
    ];
    let bytes = book(&titles, |_| Some((70.0, 800.0, 9.0, "Föreningen Eken, årsredovisning 2025")));
    let found = outline(bytes);
    assert_eq!(found[found.len() - 7..], titles, "{found:?}");
}

#[test]
fn letters_that_are_spread_out_unevenly() {
    let gaps = [0, -240, -60, -230, -220, -40, -250, -30, -260, -210, -90, -240, -200, -230];
    let letters = "konsumtionsvägar";
    let mut content = b"BT /F 14 Tf 70 700 Td [".to_vec();
    for (at, letter) in letters.chars().enumerate() {
        let byte = u8::try_from(u32::from(letter)).unwrap();
        write!(content, "<{byte:02X}> {} ", gaps[at % gaps.len()]).unwrap();
    }
    content.extend(b"] TJ ET\n");
    content.extend(shown(&[(70.0, 670.0, 11.0, "Vilka utsläpp har vi i kommunen?")]));
    assert_eq!(read(drawn(&[content])).text, "konsumtionsvägar\n\nVilka utsläpp har vi i kommunen?\n");
}

#[test]
fn pages_whose_words_are_pictures_are_told() {
    let cover = b"q 300 0 0 40 100 600 cm /I Do Q q 120 0 0 20 100 500 cm /I Do Q".to_vec();
    let text =
        shown(&lines(70.0, 780.0, 13.0, &["Föreningens namn är Eken.", "Föreningen har sitt säte i Ängby."]));
    let file = read(drawn(&[cover, text]));
    assert_eq!(file.notes, ["1 pages are images without text: 1"]);
}
