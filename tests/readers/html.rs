//! Pages of the web.

use super::{headings, read, rows};
use klubba::ErrorKind;
use klubba::extract::{ExtractLimits, FileFormat, extract};
use std::time::{Duration, Instant};

const PAGE: &str = r##"<!DOCTYPE html>
<html lang="sv"><head><meta charset="utf-8"><title>Nytt badhus - Ängby kommun</title>
<style>.a { color: red }</style><script>if (1 < 2) document.write("<p>Skript</p>");</script></head>
<body class="page has-menu">
<div id="cookie-banner"><p>Vi använder kakor.</p><button>Godkänn</button></div>
<header><a href="/">Ängby kommun</a><nav><ul><li><a href="/a">Start</a><li><a href="/b">Bygga</a></ul></nav></header>
<main>
<div class="breadcrumbs"><a href="/">Start</a> / <a href="/n">Nyheter</a></div>
<h1>Nytt badhus<br>på Ängön</h1>
<p>Kommunstyrelsen beslutade den 14 mars 2024 att bygga ett nytt badhus. Det ska stå färdigt
  år&nbsp;2026 &ndash; säger <b>Anna</b> <i>Holm</i> (S).<span aria-hidden="true">★</span></p>
<h2>Så blir det</h2>
<ul><li><p>Två bassänger</p></li><li>En bastu<ol start="3"><li>torr<li>våt</ol></li></ul>
<table><caption>Kostnad</caption><tr><th>Del</th><th>Kronor</th></tr><tr><td>Hus</td><td><p>12&nbsp;000</p></td></tr></table>
<pre>rad ett
  rad två</pre>
<aside><h2>Kontakt</h2><p>Ring oss.</p></aside>
</main>
<footer><p>Organisationsnummer 212000-0000</p></footer>
</body></html>"##;

#[test]
fn the_main_text_and_its_marks() {
    let page = read(PAGE);
    assert_eq!((page.format, page.encoding, page.guessed), (FileFormat::Html, Some("UTF-8"), false));
    assert_eq!(
        page.text,
        "Nytt badhus på Ängön\n\nKommunstyrelsen beslutade den 14 mars 2024 att bygga ett nytt badhus. Det ska stå \
         färdigt år\u{a0}2026 – säger Anna Holm (S).\n\nSå blir det\n\n- Två bassänger\n- En bastu\n  3. torr\n  4. \
         våt\n\nKostnad\n\nDel\tKronor\nHus\t12\u{a0}000\n\nrad ett\n  rad två\n"
    );
    assert_eq!(headings(&page), [(1, "Nytt badhus på Ängön"), (2, "Så blir det")]);
    assert_eq!(rows(&page), ["Del\tKronor", "Hus\t12\u{a0}000"]);
    assert_eq!(page.notes.len(), 2, "{:?}", page.notes);
}

#[test]
fn a_part_of_a_page_after_front_matter() {
    let front = "---\ntitle: Våra regler\norder: 3\n---\n";
    let part = "\n<!-- Början -->\n<section id=\"a\">\n  <h1>Regler</h1>\n  <p>Vi st&auml;nger grinden\n  klockan 22.</p>\n</section>\n";
    let page = read(format!("{front}{part}"));
    assert_eq!(page.format, FileFormat::Html);
    assert_eq!(page.text, format!("{}\n\nRegler\n\nVi stänger grinden klockan 22.\n", front.trim_end()));
    assert_eq!(read(part.to_string()).text, "Regler\n\nVi stänger grinden klockan 22.\n");
    let whole = read(format!("{front}<!DOCTYPE html>\n<html><body><p>Hej.</p></body></html>"));
    assert_eq!(whole.text, format!("{}\n\nHej.\n", front.trim_end()));
    // Markdown with a tag in it, XML, a sign that is less than.
    for text in [
        format!("{front}<div class=\"bild\"></div>\n\n# Regler\n\nVi stänger\n\ngrinden\n"),
        "<div>\nEn rad.\nEn rad till.\nOch en.\n".to_string(),
        "<p> är medelvärdet, sade hon.\n".to_string(),
        "<10 mg/l är gränsen\n<5 mg/l är målet\n".to_string(),
    ] {
        assert_eq!(
            extract(text.clone().into_bytes(), &ExtractLimits::default()).unwrap().format,
            FileFormat::Text,
            "{text}"
        );
    }
}

#[test]
fn a_page_without_parts_loses_its_menus() {
    let prose =
        "Nämnden sammanträdde på onsdagen och beslutade i flera ärenden av vikt för kommunen. ".repeat(4);
    let page = read(format!(
        "<html><title>Protokoll</title><div><a href=a>Hem</a></div><div><a href=b>Om</a></div><div><a href=c>Nytt\
         </a></div><form><table><tr><td><h2>Beslut</h2><p>{prose}</p></td><td><a href=d>Läs mer</a></td></tr></table>"
    ));
    assert_eq!(page.text, format!("Protokoll\n\nBeslut\n\n{}\n\nLäs mer\n", prose.trim()));
    assert_eq!(headings(&page), [(1, "Protokoll"), (2, "Beslut")]);
}

#[test]
fn the_encoding_that_the_page_names() {
    let latin = b"<html><head><META http-equiv=content-type content='text/html; charset=iso-8859-1'><body><p>F\xf6r \xe5r".to_vec();
    let page = read(latin);
    assert_eq!((&*page.text, page.encoding, page.guessed), ("För år\n", Some("windows-1252"), false));
    // It says Latin-1, and is UTF-8.
    let page = read("<html><meta charset=latin1><body>För år");
    assert_eq!((&*page.text, page.encoding), ("För år\n", Some("UTF-8")));
    let page = read(b"<html><body>F\x94r \x86r s\x84ger n\x84mnden".to_vec());
    assert_eq!((&*page.text, page.encoding, page.guessed), ("För år säger nämnden\n", Some("IBM850"), true));
}

#[test]
fn what_stands_around_is_taken_where_nothing_else_is() {
    let page = read("<html><body><div class=menu><h1>Öppettider</h1><p>Måndag till fredag 9–16.</p></div>");
    assert_eq!(page.text, "Öppettider\n\nMåndag till fredag 9–16.\n");
    let none = extract(b"<html><script>draw()</script><body></body>".to_vec(), &ExtractLimits::default());
    assert_eq!(none.unwrap_err().kind(), ErrorKind::NoText);
}

#[test]
fn broken_and_hostile_pages_take_no_longer() {
    let start = Instant::now();
    let deep = |open: &str, close: &str| {
        format!("<html><body>{}<p>Text</p>{}", open.repeat(100_000), close.repeat(100_000))
    };
    for page in [
        deep("<div>", "</div>"),
        deep("<div>", "</p>"),
        deep("<p><b><i>", "</div></section>"),
        deep("<ul><li>", "</span></article>"),
        deep("<table><tr><td>", ""),
        deep("<div class='a b c d e f g h'>", "</main>"),
        deep("<", ">"),
        deep("<span hidden></span><svg>", "</svg>"),
    ] {
        let read = extract(page.into_bytes(), &ExtractLimits::default());
        assert!(read.as_ref().is_ok_and(|page| page.text.contains("Text")) || read.is_err());
    }
    assert!(start.elapsed() < Duration::from_secs(8), "{:?}", start.elapsed());
    // Nobody closes the drawing: the text after what holds it is not lost.
    let page = read("<html><body><div><svg><path></div><p>Kvar.</p>");
    assert_eq!(page.text, "Kvar.\n");
}

#[test]
fn raised_figures_and_headings_that_fold_out() {
    let page = read(
        "<html><body><h1>Rapport</h1><p>Beslutet den 3 maj 2021<sup>1</sup> gäller 40 m<sup>2</sup> och 1<sup>a</sup>.</p>\
         <h2><button aria-expanded=false>Så röstade <b>alla</b></button></h2><p>Alla röstade ja.</p><button>Skriv ut</button></body></html>",
    );
    assert_eq!(
        page.text,
        "Rapport\n\nBeslutet den 3 maj 2021[1] gäller 40 m² och 1a.\n\nSå röstade alla\n\nAlla röstade ja.\n"
    );
    assert_eq!(headings(&page), [(1, "Rapport"), (2, "Så röstade alla")]);
}

#[test]
fn utf_16_is_a_page_too() {
    let page = "<!DOCTYPE html><html><head><meta charset=utf-8></head><body><h1>Åtgärder</h1><p>Nämnden på ön.</p></body></html>";
    for (mark, big) in [(true, false), (true, true), (false, false)] {
        let units = page.encode_utf16();
        let bytes: Vec<u8> =
            units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect();
        let bom: &[u8] = match (mark, big) {
            (false, _) => b"",
            (_, true) => b"\xFE\xFF",
            _ => b"\xFF\xFE",
        };
        let read = read([bom, &bytes].concat());
        assert_eq!((&*read.text, read.format), ("Åtgärder\n\nNämnden på ön.\n", FileFormat::Html));
    }
}

#[test]
fn parts_that_buttons_fold_out_have_their_names() {
    let prose = "<p>Kommunstyrelsen gav förvaltningen i uppdrag att ta fram en ny plan för skolskjutsar i kommunen.</p>";
    let read = |body: &str| {
        let file = read(format!(
            "<!doctype html><html><body><main><h1>Beslut</h1>{prose}{body}</main></body></html>"
        ));
        let text = file.text.split_once("kommunen.\n\n").map(|(_, rest)| rest.to_string());
        (text.unwrap_or_default(), file.notes)
    };
    let panel = "Röster\n\nKarin Ek röstade ja.\n";
    for body in [
        "<h2><button aria-expanded='false' aria-controls='p'>Röster</button></h2><div id='p' hidden><p>Karin Ek röstade ja.</p></div>",
        "<div class='head'><button aria-expanded='false' data-bs-target='#p'>Röster</button></div><div id='p'><p>Karin Ek röstade ja.</p></div>",
        "<button aria-expanded='false'>Röster</button><div style='display: none'><p>Karin Ek röstade ja.</p></div>",
        "<div role='tablist'><button role='tab' aria-controls='p'>Röster</button></div><div id='p' role='tabpanel' hidden>\
         <p>Karin Ek röstade ja.</p></div>",
        "<details><summary>Röster</summary><p>Karin Ek röstade ja.</p></details>",
    ] {
        assert_eq!(read(body), (panel.to_string(), vec![]), "{body}");
    }
    // What nothing folds out stays hidden, and is told.
    let (text, notes) = read("<p>Slut.</p><div hidden><p>Utkast.</p></div>");
    assert_eq!((text.as_str(), notes.len()), ("Slut.\n", 1));
}

#[test]
fn raised_figures_boxes_and_tables_in_tables() {
    let file = read(
        "<html><body><p>den 3 maj 2021<span style='vertical-align: super'>1</span>, 2022<sup><a href='#2'>2</a></sup> och 40 m<sup>2</sup></p>\
         <p><input type='checkbox' checked> Ja <input type=checkbox> Nej</p>\
         <table><tr><td>Namn<td><table><tr><td>Anna Holm</table><tr><td>Dag<td>3 maj</table>\
         <table><tr><td>Röster</td><td>Utfall<table><tr><td>Ja</td><td>12</td></tr><tr><td>Nej</td><td>3</td></tr></table>Bifall</td></tr>\
         <tr><td>Ordförande</td><td>Karin Ek</td></tr></table></body></html>",
    );
    assert_eq!(
        file.text,
        "den 3 maj 2021[1], 2022[2] och 40 m²\n\n☒ Ja ☐ Nej\n\nNamn\tAnna Holm\nDag\t3 maj\n\nRöster\n\nUtfall\n\n\
         Ja\t12\nNej\t3\n\nBifall\n\nOrdförande\tKarin Ek\n"
    );
    assert_eq!(
        super::rows(&file),
        ["Namn\tAnna Holm", "Dag\t3 maj", "Ja\t12", "Nej\t3", "Ordförande\tKarin Ek"]
    );
    let deep = format!("{}Djupt{}", "<table><tr><td>".repeat(50_000), "</table>".repeat(50_000));
    assert_eq!(read(format!("<html><body>{deep}</body></html>")).text, "Djupt\n");
    let bare = format!("<table><tr><td>{}{}", "<table>".repeat(50_000), "<p>x</p>".repeat(50_000));
    assert!(read(format!("<html><body>{bare}</body></html>")).text.starts_with('x'));
}

#[test]
fn text_that_was_typed_keeps_its_lines() {
    let law = "1 kap. Innehåll\n\n1 § Denna lag innehåller bestämmelser om\nskolskjuts.\n\nLag (2014:12).\n\n2 § Kommunen ska ordna\n\
               skolskjuts för den elev som har rätt till det\nmed hänsyn till färdvägens längd.\n\n3 § Beslut fattas av nämnden.";
    let file = read(format!(
        "<html><body><div class='body-text'>{law}</div><p>En rad\nsom går vidare.</p></body></html>"
    ));
    assert_eq!(file.text, format!("{law}\n\nEn rad som går vidare.\n"));
}

#[test]
fn headings_between_the_parts_that_are_kept() {
    let about = "Föreningen är en ideell förening som vill väcka barns intresse för programmering, och som håller två stämmor om året.";
    let board = "Anna har arbetat som lärare i många år, men arbetar i dag som handledare och tar emot barnen när de kommer.";
    let page = read(format!(
        "<html><body><h2>Meny</h2><p><a href=a>Hem</a></p><section><h1>Föreningen</h1><section><article><p>{about}</p></article></section>\
         <h1>Vi som driver den</h1><h2>Styrelsen</h2><article><p>{board}</p></article><h1>Mer</h1><p>Slut.</p></section></body></html>"
    ));
    assert_eq!(page.text, format!("Föreningen\n\n{about}\n\nVi som driver den\n\nStyrelsen\n\n{board}\n"));
    assert_eq!(page.notes.len(), 1);
}

#[test]
fn lists_of_links_that_the_text_has() {
    let links = |names: &[&str]| {
        names.iter().map(|name| format!("<li><a href=a.pdf>{name}</a></li>")).collect::<String>()
    };
    let menu = links(&["Hem", "Om oss", "Kontakt"]);
    let (first, second) =
        (links(&["Redovisning 2010", "Kallelse", "Motion 1"]), links(&["Redovisning 2009", "Kallelse"]));
    let page = read(format!(
        "<html><body><ul>{menu}</ul><h2>Handlingar</h2><p>Protokoll förvaras hos sekreteraren.</p><h3>Stämman 2011</h3><ul>{first}</ul>\
         <h3>Stämman 2010</h3><ul>{second}<li>Protokoll saknas</li></ul><h3>Stämman 2009</h3><p>Handlingar saknas.</p>\
         <p>Läs även:</p><ul>{first}</ul></body></html>"
    ));
    let list = "- Redovisning 2010\n- Kallelse\n- Motion 1";
    assert_eq!(
        page.text,
        format!(
            "Handlingar\n\nProtokoll förvaras hos sekreteraren.\n\nStämman 2011\n\n{list}\n\nStämman 2010\n\n- Redovisning 2009\n\
             - Kallelse\n- Protokoll saknas\n\nStämman 2009\n\nHandlingar saknas.\n\nLäs även:\n\n{list}\n"
        )
    );
}

#[test]
fn other_articles_are_not_the_text() {
    let text = "Det kallas till årsmöte i föreningen fredagen den 5 juni 2026 klockan 17.30 i kulturhuset.";
    let other = "Det kallas till årsmöte i föreningen lördagen den 4 augusti 2018 klockan 9 i hotellet.";
    let page = read(format!(
        "<html><body><main><article><h1>Årsmöte</h1><p>{text}</p></article><div class='content__related related'><h2>Läs även</h2>\
         <article><h3>Årsmöte 2018</h3><p>10 november 2018</p><p>{other}</p></article></div></main></body></html>"
    ));
    assert_eq!(page.text, format!("Årsmöte\n\n{text}\n"));
    assert_eq!(page.notes.len(), 1);
}

#[test]
fn cells_that_reach_down_rows_that_nobody_began_and_buttons_in_headings() {
    let page = read(
        "<html><body><h1>Lista</h1><table><tr><th>Hus</th><td>1</td><td>3</td></tr><tr><th rowspan=3>Vecka</th><td>6</td><td>7</td></tr>\
         <tr><td>15</td><td rowspan=2>16</td></tr><tr><td>24</td></tr><td>Alla</td><td>8</td></table>\
         <h2>§ 1 Namn<div><button>Ändra</button><button>Ta bort</button></div></h2><p>Föreningen heter Eken.</p>\
         <h2>§ 2 <button aria-expanded=false>Säte</button></h2><p>Ängby.</p></body></html>",
    );
    assert_eq!(
        page.text,
        "Lista\n\nHus\t1\t3\nVecka\t6\t7\n\t15\t16\n\nAlla\t8\n\n§ 1 Namn\n\nFöreningen heter Eken.\n\n§ 2 Säte\n\nÄngby.\n"
            .replace("Alla", "24\n\nAlla")
    );
}
