//! DOCX, ODT and RTF.

use super::{headings, read, rows, zipped};
use klubba::ErrorKind;
use klubba::extract::{ExtractLimits, FileFormat, extract};

/// A DOCX with these paragraphs in its body.
pub fn docx(body: &str) -> Vec<u8> {
    docx_with(body, &[])
}

fn docx_with(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let document = format!("<?xml version='1.0'?><w:document {W}><w:body>{body}</w:body></w:document>");
    let styles = format!(
        "<w:styles {W}>
         <w:style w:type='paragraph' w:styleId='Rubrik'><w:name w:val='Title'/></w:style>
         <w:style w:styleId='Rubrik1'><w:name w:val='heading 1'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>
         <w:style w:styleId='Rubrik2'><w:name w:val='heading 2'/><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr></w:pPr></w:style>
         <w:style w:styleId='Egen'><w:name w:val='Min stil'/><w:basedOn w:val='Rubrik2'/></w:style>
         <w:style w:styleId='Ring1'><w:name w:val='Ring'/><w:basedOn w:val='Ring1'/></w:style></w:styles>"
    );
    let level = |at: u32, format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl='{at}'><w:start w:val='1'/><w:numFmt w:val='{format}'/><w:lvlText w:val='{text}'/></w:lvl>"
        )
    };
    let numbering = format!(
        "<w:numbering {W}><w:abstractNum w:abstractNumId='7'>{}{}</w:abstractNum><w:abstractNum w:abstractNumId='8'>{}{}\
         </w:abstractNum><w:abstractNum w:abstractNumId='9'>{}</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='7'/>\
         </w:num><w:num w:numId='2'><w:abstractNumId w:val='8'/></w:num><w:num w:numId='3'><w:abstractNumId w:val='8'/>\
         <w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num><w:num w:numId='4'>\
         <w:abstractNumId w:val='9'/></w:num></w:numbering>",
        level(0, "decimal", "%1"),
        level(1, "decimal", "%1.%2"),
        level(0, "lowerLetter", "%1)"),
        level(1, "bullet", "\u{f0b7}"),
        level(0, "decimal", "§ %1"),
    );
    let mut parts = vec![
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", &document),
        ("word/styles.xml", &styles),
        ("word/numbering.xml", &numbering),
    ];
    parts.extend(more);
    zipped(&parts)
}

/// A paragraph with these properties.
pub fn p(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>")
}

pub fn styled(style: &str, text: &str) -> String {
    p(&format!("<w:pStyle w:val='{style}'/>"), text)
}

fn listed(list: u32, level: u32, text: &str) -> String {
    p(&format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr>"), text)
}

#[test]
fn docx_styles_and_numbers() {
    let file = read(docx(
        &[
            styled("Rubrik", "Årsredovisning"),
            styled("Rubrik1", "Inledning"),
            styled("Egen", "Syfte &amp; mål"),
            styled("Ring1", "Löpande text."),
            listed(2, 0, "ett"),
            listed(2, 1, "inuti"),
            listed(2, 0, "två"),
            listed(3, 0, "från början"),
            styled("Egen", "Avgränsning"),
            styled("Rubrik1", "Resultat"),
            p("<w:outlineLvl w:val='2'/>", "Utan stil"),
            listed(4, 0, "Val av justerare"),
            listed(4, 0, "Budget"),
        ]
        .concat(),
    ));
    assert_eq!((file.format, file.encoding, file.guessed), (FileFormat::Docx, None, false));
    assert_eq!(
        file.text,
        "Årsredovisning\n\n1 Inledning\n\n1.1 Syfte & mål\n\nLöpande text.\n\na) ett\n  - inuti\nb) två\na) från \
         början\n\n1.2 Avgränsning\n\n2 Resultat\n\nUtan stil\n\n§ 1 Val av justerare\n\n§ 2 Budget\n"
    );
    assert_eq!(
        headings(&file),
        [
            (1, "Årsredovisning"),
            (2, "1 Inledning"),
            (3, "1.1 Syfte & mål"),
            (3, "1.2 Avgränsning"),
            (2, "2 Resultat"),
            (4, "Utan stil")
        ]
    );
}

#[test]
fn docx_tables_changes_pages_and_notes() {
    let cell = |text: &str| format!("<w:tc><w:tcPr><w:tcW w:w='12'/></w:tcPr>{}</w:tc>", p("", text));
    let body = [
        "<w:p><w:r><w:t>Före</w:t></w:r><w:del><w:r><w:delText>struket</w:delText></w:r></w:del><w:ins><w:r><w:t> \
         infogat</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r><w:r><w:footnoteReference \
         w:id='2'/></w:r><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText></w:r></w:p>",
        &format!("<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>", cell("Ja"), cell("12"), cell("Nej"), cell("3")),
        &format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell("§ 7"), cell("Budget")),
        &format!("<w:tbl><w:tr>{}<w:tc>{}{}</w:tc></w:tr></w:tbl>", cell("Sida"), styled("Rubrik1", "I tabell"), p("", "Text.")),
        "<w:p><w:r><w:br w:type='page'/></w:r></w:p>",
        "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Ny</w:t><w:br/><w:t>rad</w:t><w:tab/><w:t>flik</w:t></w:r></w:p>",
    ]
    .concat();
    let notes = "<w:footnotes xmlns:w='w'><w:footnote w:type='separator' w:id='0'><w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote>\
                 <w:footnote w:id='2'><w:p><w:r><w:t>Se bilaga.</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let file = read(docx_with(&body, &[("word/footnotes.xml", notes)]));
    assert_eq!(
        file.text,
        "Före infogat[1]\n\nJa\t12\nNej\t3\n\n§ 7 Budget\n\nSida\n\n1 I tabell\n\nText.\n\x0cNy\nrad\tflik\n\n[1] Se bilaga.\n"
    );
    assert_eq!(rows(&file), ["Ja\t12", "Nej\t3"]);
    assert_eq!(
        file.notes,
        ["left out deletions that the document tracks (1)", "left out pieces of hidden text (1)"]
    );
}

const W: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' \
                 xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'";

/// The parts that a part points to: id, type, target.
fn relations(all: &[(&str, &str, &str)]) -> String {
    let one = |(id, kind, target): &(&str, &str, &str)| {
        format!("<Relationship Id='{id}' Type='http://schemas/relationships/{kind}' Target='{target}'/>")
    };
    format!("<Relationships>{}</Relationships>", all.iter().map(one).collect::<String>())
}

#[test]
fn docx_main_part_page_heads_and_embedded_documents() {
    let document = format!(
        "<w:document {W}><w:body>{}<w:altChunk r:id='c1'/><w:altChunk r:id='c2'/><w:altChunk r:id='c3'/>{}</w:body></w:document>",
        p("", "Före."),
        p("", "Efter.")
    );
    let head = |text: &str| {
        format!("<w:hdr {W}><w:p><w:r><w:t>{text}</w:t><w:tab/><w:t>2024-05-14</w:t></w:r></w:p></w:hdr>")
    };
    let file = read(zipped(&[
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", &relations(&[("r1", "officeDocument", "/word/huvud.xml")])),
        ("word/huvud.xml", &document),
        (
            "word/_rels/huvud.xml.rels",
            &relations(&[
                ("h1", "header", "header1.xml"),
                ("h2", "header", "header2.xml"),
                ("f1", "footer", "footer1.xml"),
                ("c1", "aFChunk", "del.html"),
                ("c2", "aFChunk", "../del.rtf"),
            ]),
        ),
        ("word/header1.xml", &head("Hamnnämnden")),
        ("word/header2.xml", &head("Hamnnämnden")),
        ("word/footer1.xml", &head("Dnr HN 2024/7")),
        ("word/del.html", "<html><body><h1>Bilaga</h1><p>Ur en sida.</p></body></html>"),
        ("del.rtf", "{\\rtf1 Ur en RTF.\\par}"),
    ]));
    assert_eq!(
        file.text,
        "Hamnnämnden\t2024-05-14\n\nFöre.\n\nBilaga\n\nUr en sida.\n\nUr en RTF.\n\nEfter.\n"
    );
    assert_eq!(headings(&file), [(1, "Bilaga")]);
    assert_eq!(
        file.notes,
        [
            "left out the foot of the pages: “Dnr HN 2024/7 2024-05-14”",
            "left out embedded documents that cannot be read (1)"
        ]
    );
}

#[test]
fn docx_parts_by_type_and_in_other_writing() {
    let document = format!("<w:document {W}><w:body>{}</w:body></w:document>", p("", "Nämnden beslutar."));
    let types = |part: &str, kind: &str| {
        format!("<Types><Override PartName='/{part}' ContentType='application/vnd.{kind}.main+xml'/></Types>")
    };
    let main = relations(&[("r1", "officeDocument", "./Word/Document2.xml")]);
    let plain = types("word/document3.xml", "openxmlformats-officedocument.wordprocessingml.document");
    let macros = types("word/d.xml", "ms-word.document.macroEnabled");
    for parts in [
        // Nothing points to the main part: its type tells.
        vec![("[Content_Types].xml", &*plain), ("word/document3.xml", &document)],
        vec![("[Content_Types].xml", &*macros), ("word/d.xml", &document)],
        // Names in other letters, and with the slashes of Windows.
        vec![("[content_types].xml", "<Types/>"), ("_rels/.rels", &main), ("word/document2.xml", &document)],
        vec![
            ("[Content_Types].xml", "<Types/>"),
            ("_rels\\.rels", &main),
            ("word\\document2.xml", &document),
        ],
    ] {
        assert_eq!(read(zipped(&parts)).text, "Nämnden beslutar.\n", "{parts:?}");
    }
    // The namespace of the strict form.
    let strict = document.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    );
    assert_eq!(
        read(zipped(&[("[Content_Types].xml", "<Types/>"), ("word/document.xml", &strict)])).text,
        "Nämnden beslutar.\n"
    );
}

#[test]
fn docx_documents_in_it_of_every_kind_and_heads_in_tables() {
    let page = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html; \
                charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><p>Inuti.</p></body></html>\r\n--x--\r\n";
    for (name, content) in [
        ("a.mht", page),
        ("a.txt", "Inuti."),
        (
            "a.xhtml",
            "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>Inuti.</p></body></html>",
        ),
    ] {
        let chunk = relations(&[("c", "aFChunk", name)]);
        let place = format!("word/{name}");
        let cell = "<w:tbl><w:tr><w:tc><w:altChunk r:id='c'/></w:tc></w:tr></w:tbl>";
        for inside in ["<w:altChunk r:id='c'/>", cell] {
            let body = [p("", "Före."), inside.to_string(), p("", "Efter.")].concat();
            let file = read(docx_with(&body, &[("word/_rels/document.xml.rels", &chunk), (&place, content)]));
            assert_eq!(file.text, "Före.\n\nInuti.\n\nEfter.\n", "{name}");
        }
    }
    // The date of the page's head has a cell, a box or a field of its own; the page's number is none.
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", p("", text));
    let date = p("", "2024-05-14");
    for head in [
        format!("<w:tbl><w:tr>{}{}{}</w:tr></w:tbl>", cell("Nämnden"), cell("2024-05-14"), cell("1 (12)")),
        format!("{}<w:p><w:r><w:txbxContent>{date}</w:txbxContent></w:r></w:p>", p("", "Nämnden")),
        format!("{}<w:sdt><w:sdtContent>{date}</w:sdtContent></w:sdt>", p("", "Nämnden")),
    ] {
        let part = format!("<w:hdr {W}>{head}</w:hdr>");
        let rels = relations(&[("h", "header", "h.xml")]);
        let file = read(docx_with(
            &p("", "Text."),
            &[("word/_rels/document.xml.rels", &rels), ("word/h.xml", &part)],
        ));
        assert_eq!(file.text, "Nämnden\n\n2024-05-14\n\nText.\n");
    }
}

#[test]
fn docx_paragraphs_that_a_deletion_joins() {
    let ends = "<w:rPr><w:del w:id='1'/></w:rPr>";
    let file = read(docx(
        &[p(ends, "Nämnden bi"), p(ends, "fal"), p("", "ler."), p("", "Slut."), p(ends, "Kvar")].concat(),
    ));
    assert_eq!(file.text, "Nämnden bifaller.\n\nSlut.\n\nKvar\n");
    // A run that is deleted ends no paragraph.
    let file = read(docx(
        "<w:p><w:r><w:t>Ett</w:t></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p><w:p><w:r><w:t>Två</w:t></w:r></w:p>",
    ));
    assert_eq!(file.text, "Ett\n\nTvå\n");
}

#[test]
fn docx_signs_boxes_raised_figures_and_hidden_styles() {
    let run = |properties: &str, text: &str| {
        format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>")
    };
    let line = |runs: &[String]| format!("<w:p>{}</w:p>", runs.concat());
    let wingdings = "<w:rFonts w:ascii='Wingdings'/>";
    let raised = "<w:vertAlign w:val='superscript'/>";
    let body = [
        line(&["<w:r><w:sym w:font='Wingdings' w:char='F0FD'/></w:r>".into(), run("", " Ja "), run(wingdings, "\u{f0a8}"), run("", " Nej")]),
        line(&["<w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>".into(), run("", " Sekretess")]),
        line(&["<w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val='0'/></w:checkBox></w:ffData></w:fldChar></w:r>".into(), run("", " Offentlig")]),
        line(&[run("", "den 3 maj 2021"), run(raised, "1"), run("", " om 40 m"), run(raised, "2"), run("", " och 1"), run(raised, "a")]),
        line(&["<w:r><w:sym w:font='Wingdings' w:char='F041'/></w:r>".into(), run("", "ok"), run("<w:rStyle w:val='Dold'/>", " dolt")]),
    ];
    let styles =
        format!("<w:styles {W}><w:style w:styleId='Dold'><w:rPr><w:vanish/></w:rPr></w:style></w:styles>");
    let file = read(docx_with(
        &body.concat(),
        &[
            ("word/_rels/document.xml.rels", &relations(&[("s", "styles", "dold.xml")])),
            ("word/dold.xml", &styles),
        ],
    ));
    assert_eq!(
        file.text,
        "☒ Ja ☐ Nej\n\n☒ Sekretess\n\n☐ Offentlig\n\nden 3 maj 2021[1] om 40 m² och 1a\n\n\u{fffd}ok\n"
    );
    assert_eq!(
        file.notes,
        ["left out pieces of hidden text (1)", "signs of fonts that are not known stand as \u{fffd} (1)"]
    );
}

#[test]
fn docx_empty_paragraphs_count_and_legal_numbers_are_figures() {
    let file = read(docx(
        &[listed(4, 0, "Val"), listed(4, 0, ""), listed(4, 0, "Budget"), listed(2, 1, "")].concat(),
    ));
    assert_eq!(file.text, "§ 1 Val\n\n§ 2\n\n§ 3 Budget\n");
    let level = |at: u32, format: &str, text: &str, more: &str| {
        format!(
            "<w:lvl w:ilvl='{at}'><w:start w:val='1'/><w:numFmt w:val='{format}'/>{more}<w:lvlText w:val='{text}'/></w:lvl>"
        )
    };
    let numbering = format!(
        "<w:numbering {W}><w:abstractNum w:abstractNumId='1'>{}{}</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num></w:numbering>",
        level(0, "upperRoman", "%1.", ""),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
    );
    let body = [listed(1, 0, "Inledning"), listed(1, 0, "Uppdrag"), listed(1, 1, "Syfte")].concat();
    let parts = [
        ("word/_rels/document.xml.rels", &*relations(&[("n", "numbering", "egen.xml")])),
        ("word/egen.xml", &numbering),
    ];
    assert_eq!(read(docx_with(&body, &parts)).text, "I. Inledning\nII. Uppdrag\n  2.1 Syfte\n");
}

#[test]
fn odt_hidden_text_and_page_heads() {
    let file = read(odt(
        "<office:automatic-styles><style:style style:name='T1'><style:text-properties text:display='none'/></style:style>
         <style:style style:name='P1' style:parent-style-name='T1'/></office:automatic-styles><office:body><office:text>
         <text:p>Synligt<text:span text:style-name='T1'> dolt</text:span>.</text:p><text:p text:style-name='P1'>Dolt.</text:p>
         <text:section text:display='none'><text:p>Dolt.</text:p></text:section><text:section text:display='condition'>\
         <text:p>Villkorat, men synligt.</text:p></text:section><text:p><text:hidden-paragraph text:is-hidden='true'/>Dolt.</text:p>
         <text:p><text:hidden-text text:is-hidden='true'>dolt</text:hidden-text>Slut.</text:p></office:text></office:body>",
    ));
    assert_eq!(file.text, "Synligt.\n\nVillkorat, men synligt.\n\nSlut.\n");
    assert_eq!(file.notes, ["left out pieces of hidden text (5)"]);
}

#[test]
fn rtf_page_heads_stand_once() {
    let file = read(
        "{\\rtf1{\\header N\\'e4mnden\\tab 2024-05-14\\par}{\\footer Sida\\par}Text.\\par{\\headerf N\\'e4mnden\\tab 2024-05-14\\par}{\\v dolt}Mer.\\par}",
    );
    assert_eq!(file.text, "Nämnden\t2024-05-14\n\nText.\n\nMer.\n");
    assert_eq!(
        file.notes,
        ["left out pieces of hidden or deleted text (1)", "left out the foot of the pages: “Sida”"]
    );
}

#[test]
fn xml_of_three_kinds() {
    let tei = read(
        "<?xml version='1.0'?><TEI><teiHeader><title>Nej</title></teiHeader><text><body><div><head>Val</head><note>Anf. 1</note>\
         <u who='#a'><seg>Herr <name>talman</name>!</seg><seg>Tack.</seg></u></div></body></text></TEI>",
    );
    assert_eq!((&*tei.text, tei.format), ("Val\n\nAnf. 1\n\nHerr talman!\n\nTack.\n", FileFormat::Xml));
    assert_eq!(headings(&tei), [(1, "Val")]);
    assert_eq!(tei.notes, ["left out what TEI tells of the text itself (1)"]);
    let page = read(
        "<?xml version='1.0'?><dokument><titel>Nej</titel><html>&lt;h1&gt;Rubrik&lt;/h1&gt;&lt;p&gt;Text.&lt;/p&gt;</html></dokument>",
    );
    assert_eq!((&*page.text, page.format), ("Rubrik\n\nText.\n", FileFormat::Xml));
    let other = read("<?xml version='1.0'?><lista><rad>Ett</rad><rad>Två</rad></lista>");
    assert_eq!((&*other.text, other.notes.len()), ("Ett\n\nTvå\n", 1));
    let cut = extract(b"<?xml version='1.0'?><a><b>Ett".to_vec(), &ExtractLimits::default()).unwrap_err();
    assert_eq!(cut.kind(), ErrorKind::Damaged);
}

fn odt(content: &str) -> Vec<u8> {
    let names = "xmlns:office='o' xmlns:text='t' xmlns:style='s' xmlns:fo='f' xmlns:table='b'";
    let content = format!("<office:document-content {names}>{content}</office:document-content>");
    let styles = format!(
        "<office:document-styles {names}><office:styles><style:style style:name='Title'/><style:style style:name='Heading_20_2'/>
         <text:outline-style><text:outline-level-style text:level='1' style:num-format='1'/><text:outline-level-style \
         text:level='2' style:num-format='1' text:display-levels='2'/></text:outline-style></office:styles></office:document-styles>"
    );
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", &content),
        ("styles.xml", &styles),
        ("META-INF/manifest.xml", "<manifest/>"),
    ])
}

#[test]
fn odt_styles_lists_and_notes() {
    let file = read(odt(
        "<office:automatic-styles><style:style style:name='P1' style:parent-style-name='Title'/><style:style style:name='P2'>
         <style:paragraph-properties fo:break-before='page'/></style:style><text:list-style style:name='L1'>
         <text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/>
         <text:list-level-style-bullet text:level='2' text:bullet-char='•'/></text:list-style></office:automatic-styles>
         <office:body><office:text><text:tracked-changes><text:changed-region><text:deletion><text:p>struket</text:p>\
         </text:deletion></text:changed-region></text:tracked-changes>
         <text:p text:style-name='P1'>Verksamhets<text:span>plan</text:span></text:p>
         <text:h text:outline-level='1'>Mål</text:h><text:h text:outline-level='2'>Barn
           och unga</text:h>
         <text:p>Ett<text:s text:c='2'/>två<text:tab/>tre<text:note><text:note-citation>1</text:note-citation><text:note-body>\
         <text:p>En not.</text:p></text:note-body></text:note>.</text:p>
         <text:list text:style-name='L1'><text:list-item><text:p>först</text:p><text:list><text:list-item><text:p>under</text:p>\
         </text:list-item></text:list></text:list-item><text:list-item><text:p>sedan</text:p><text:p>mer</text:p></text:list-item></text:list>
         <table:table><table:table-row><table:table-cell><text:p>Ja</text:p></table:table-cell><table:table-cell \
         table:number-columns-repeated='2'><text:p>1</text:p></table:table-cell></table:table-row></table:table>
         <text:p text:style-name='P2'>Ny sida</text:p></office:text></office:body>",
    ));
    assert_eq!(
        file.text,
        "Verksamhetsplan\n\n1 Mål\n\n1.1 Barn och unga\n\nEtt  två\ttre[1].\n\n1. först\n  - under\n2. sedan\n\nmer\n\n\
         Ja\t\t1\n\x0cNy sida\n\n[1] En not.\n"
    );
    assert_eq!(file.format, FileFormat::Odt);
    assert_eq!(headings(&file), [(1, "Verksamhetsplan"), (2, "1 Mål"), (3, "1.1 Barn och unga")]);
    assert_eq!(file.notes, ["left out deletions that the document tracks (1)"]);
}

#[test]
fn rtf_encodings_tables_and_what_is_left_out() {
    let file = read(
        br"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fcharset77 Geneva;}}
{\stylesheet{\s0 Normal;}{\s1\b\outlinelevel0 heading 1;}}{\info{\title Dold}}{\header Sidhuvud}
\pard\s1 F\'f6rslag {\f1 p\'8c} \u8211?\'e5r\par
\pard{\listtext 1.\tab}F\'f6rst {\v dolt}\u55357?\u56898?\par{\*\unknown bort}
\trowd\pard\intbl Ja\cell 12\cell\row\pard\intbl Nej\cell 3\cell\row\pard
Not{\footnote \chftn En not.}, {\field{\*\fldinst HYPERLINK x}{\fldrslt l\'e4nk}} \{s\~1\}\line rad tv\'e5\par\page Ny sida{\pict 00ff}}efter"
            .to_vec(),
    );
    assert_eq!(
        file.text,
        "Sidhuvud\n\nFörslag på –år\n\n1. Först 🙂\n\nJa\t12\nNej\t3\n\nNot[1], länk {s\u{a0}1}\nrad två\n\x0cNy sida\n\n[1] En not.\n"
    );
    assert_eq!((file.format, headings(&file)), (FileFormat::Rtf, vec![(1, "Förslag på –år")]));
    assert_eq!(rows(&file), ["Ja\t12", "Nej\t3"]);
    let dos = read(br"{\rtf1\pca F\'94r \'86r}".to_vec());
    assert_eq!(dos.text, "För år\n");
    let cut = read(br"{\rtf1 Kvar {\b av".to_vec());
    assert_eq!((&*cut.text, cut.notes.len()), ("Kvar av\n", 1));
}

#[test]
fn what_cannot_be_read_says_why() {
    let kind = |bytes: Vec<u8>| extract(bytes, &ExtractLimits::default()).unwrap_err().kind();
    let whole = docx(&p("", &"Text. ".repeat(4000)));
    assert_eq!(kind(whole[..whole.len() / 2].to_vec()), ErrorKind::Damaged);
    assert_eq!(kind(docx("")), ErrorKind::NoText);
    assert_eq!(kind(docx("<w:p><w:r></w:p>")), ErrorKind::Damaged);
    assert_eq!(kind(br"{\rtf1 {\info x}}".to_vec()), ErrorKind::NoText);
    let locked = zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", "\u{1}\u{2}"),
        ("META-INF/manifest.xml", "<m:manifest xmlns:m='m'><m:encryption-data/></m:manifest>"),
    ]);
    assert_eq!(kind(locked), ErrorKind::Encrypted);
    // Office wraps what it encrypts in the container of its old formats.
    let mut office = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    office.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(kind(office), ErrorKind::Encrypted);
    let mut old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    old.extend("Workbook".encode_utf16().flat_map(u16::to_le_bytes));
    let error = extract(old, &ExtractLimits::default()).unwrap_err();
    assert!(error.kind() == ErrorKind::Decode && error.to_string().contains(".xls"), "{error}");
}

#[test]
fn bombs_and_depth() {
    let mut limits = ExtractLimits::default();
    limits.unpacked = 1 << 20;
    let bomb = docx(&p("", &" ".repeat(4 << 20)));
    assert!(bomb.len() < 64 << 10);
    assert_eq!(extract(bomb, &limits).unwrap_err().kind(), ErrorKind::TooLarge);
    limits = ExtractLimits::default();
    limits.text = 1 << 10;
    assert_eq!(extract(docx(&p("", &"ord ".repeat(1000))), &limits).unwrap_err().kind(), ErrorKind::TooLarge);
    limits = ExtractLimits::default();
    limits.until = Some(std::time::Instant::now());
    let long = docx(&p("", "ord").repeat(20_000));
    assert_eq!(extract(long, &limits).unwrap_err().kind(), ErrorKind::Timeout);
    let depth = 100_000;
    let deep = format!("{}{}{}", "<w:sdt>".repeat(depth), p("", "Djupt"), "</w:sdt>".repeat(depth));
    assert_eq!(read(docx(&deep)).text, "Djupt\n");
    let tables = format!(
        "{}{}{}",
        "<w:tbl><w:tr><w:tc>".repeat(depth),
        p("", "Djupt"),
        "</w:tc></w:tr></w:tbl>".repeat(depth)
    );
    assert_eq!(read(docx(&tables)).text, "Djupt\n");
    assert_eq!(read(format!(r"{{\rtf1 {} Djupt{}}}", "{".repeat(depth), "}".repeat(depth))).text, "Djupt\n");
    // Entities that grow: a document type's are never read.
    let laughs = "<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>";
    let body =
        format!("{laughs}<w:document xmlns:w='w'><w:p><w:r><w:t>x&b;y&#229;</w:t></w:r></w:p></w:document>");
    let file = read(zipped(&[("[Content_Types].xml", ""), ("word/document.xml", &body)]));
    assert_eq!(file.text, "xyå\n");
}

#[test]
fn styles_become_the_levels_of_headings() {
    let prose = "Nämnden har under året arbetat med frågan och följt den noga, säger nämnden i sin rapport.";
    let file = read(docx(
        &[
            styled("Rubrik", "Vattenplan"),
            styled("Rubrik1", "Bakgrund till planen"),
            p("", prose),
            styled("Egen", "Det här är ett helt kort stycke."),
            p("", prose),
            p("", "Enskild rad"),
            p("", prose),
            styled("Rubrik1", "Beslut"),
            p("", "Nämnden beslutar att anta planen."),
        ]
        .concat(),
    ));
    let analyzer = klubba::Analyzer::default();
    let doc = analyzer.analyze_marked(&file.text, &file.marks).unwrap();
    let found = Vec::from_iter(doc.headings.iter().map(|h| (h.level, h.number.as_deref(), h.title.as_str())));
    assert_eq!(
        found,
        [
            (1, None, "Vattenplan"),
            (2, Some("1"), "Bakgrund till planen"),
            (3, Some("1.1"), "Det här är ett helt kort stycke."),
            (2, Some("2"), "Beslut"),
        ]
    );
    assert_eq!(doc.title.as_deref(), Some("Vattenplan"));
    // Without what the file knows, a sentence is none, and a line alone may be one.
    let plain = klubba::analyze(&file.text);
    assert!(!plain.headings.iter().any(|h| h.title.starts_with("Det här")));
}

#[test]
fn changed_and_cut_files_never_panic() {
    let table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Ja</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let rtf = br"{\rtf1\ansi{\fonttbl{\f0\fcharset0 A;}}\trowd\intbl Ja\cell Nej\cell\row \u229?\'e5{\footnote x}\par}".to_vec();
    let page = b"<html><body><main><h1>A</h1><ul><li>b<li>c</ul><table><tr><td>1<td>2</table>".to_vec();
    for whole in
        [docx(&[styled("Rubrik1", "Ett"), table.to_string()].concat()), odt("<office:body/>"), rtf, page]
    {
        for at in (0..whole.len()).step_by(whole.len() / 400 + 1) {
            let _ = extract(whole[..at].to_vec(), &ExtractLimits::default());
            for flip in [0x01, 0x80, 0xFF] {
                let mut changed = whole.clone();
                changed[at] ^= flip;
                let _ = extract(changed, &ExtractLimits::default());
            }
        }
    }
}

#[test]
fn bold_lines_head_where_nothing_is_styled() {
    let bold = |text: &str| format!("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r></w:p>");
    let prose = "Nämnden har under året arbetat med frågan och följt den noga, säger nämnden i sin rapport.";
    let part = |title: &str| [bold(title), p("", prose), p("", prose)].concat();
    let body =
        [part("Vattenplan"), part("så har vi arbetat"), part("Vad vi ser"), bold(prose), p("", "Slut.")]
            .concat();
    let file = read(docx(&body));
    let doc = klubba::Analyzer::default().analyze_marked(&file.text, &file.marks).unwrap();
    let found = Vec::from_iter(doc.headings.iter().map(|h| (h.level, h.title.as_str())));
    assert_eq!(found, [(1, "Vattenplan"), (2, "så har vi arbetat"), (2, "Vad vi ser")]);
    // Where the writer styles headings, bold is emphasis.
    let file = read(docx(&[styled("Rubrik1", "Plan"), body].concat()));
    assert_eq!(file.marks.iter().count(), 1);
}

#[test]
fn docx_notes_are_numbered_as_they_are_printed() {
    let note = |kind: &str, id: u32| format!("<w:r><w:{kind}Reference w:id='{id}'/></w:r>");
    let body = format!(
        "<w:p><w:r><w:t>Ett</w:t></w:r>{}<w:r><w:t> två</w:t></w:r>{}<w:r><w:t> tre</w:t></w:r>{}</w:p>",
        note("footnote", 9),
        note("footnote", 4),
        note("endnote", 4)
    );
    let text = |id: u32, text: &str, kind: &str| format!("<w:{kind} w:id='{id}'>{}</w:{kind}>", p("", text));
    let of = |kind: &str, notes: &[String]| format!("<w:{kind}s {W}>{}</w:{kind}s>", notes.concat());
    let foot = of(
        "footnote",
        &[text(9, "Första.", "footnote"), text(4, "Andra.", "footnote"), text(5, "Ingen.", "footnote")],
    );
    let end = of("endnote", &[text(4, "Slut.", "endnote")]);
    let file = read(docx_with(&body, &[("word/footnotes.xml", &foot), ("word/endnotes.xml", &end)]));
    assert_eq!(file.text, "Ett[1] två[2] tre[i]\n\n[1] Första.\n\n[2] Andra.\n\n[i] Slut.\n");
    assert_eq!(file.notes, ["left out notes that nothing in the text refers to (1)"]);
}

#[test]
fn docx_tables_in_tables_and_rows_that_are_deleted() {
    let cell = |content: &str| format!("<w:tc>{content}</w:tc>");
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let table = |rows: &[String]| format!("<w:tbl>{}</w:tbl>", rows.concat());
    let votes = table(&[
        row(&[cell(&p("", "Ja")), cell(&p("", "12"))]),
        row(&[cell(&p("", "Nej")), cell(&p("", "3"))]),
    ]);
    let one = table(&[row(&[cell(&p("", "Anna Holm"))])]);
    let gone = "<w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc><w:p><w:r><w:t>Struken</w:t></w:r></w:p></w:tc></w:tr>";
    let file = read(docx(&table(&[
        row(&[cell(&p("", "Namn")), cell(&one)]),
        row(&[cell(&p("", "Röster")), cell(&[p("", "Utfall"), votes, p("", "Bifall")].concat())]),
        gone.to_string(),
        row(&[cell(&p("", "Dag")), cell(&p("", "3 maj"))]),
    ])));
    assert_eq!(file.text, "Namn\tAnna Holm\n\nRöster\n\nUtfall\n\nJa\t12\nNej\t3\n\nBifall\n\nDag\t3 maj\n");
    assert_eq!(rows(&file), ["Namn\tAnna Holm", "Ja\t12", "Nej\t3", "Dag\t3 maj"]);
    assert_eq!(file.notes, ["left out deletions that the document tracks (1)"]);
}

#[test]
fn packages_by_what_is_in_them() {
    let document = format!("<w:document {W}><w:body>{}</w:body></w:document>", p("", "Text."));
    let parts = [
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", &*relations(&[("r1", "officeDocument", "innehåll/huvud.xml")])),
        ("innehåll/huvud.xml", &*document),
    ];
    assert_eq!(read(zipped(&parts)).text, "Text.\n");
    for (part, what) in [("xl/workbook.xml", "Excel"), ("ppt/presentation.xml", "PowerPoint")] {
        let error = extract(zipped(&[parts[0], (part, "<x/>")]), &ExtractLimits::default()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unsupported);
        assert!(error.to_string().contains(what), "{error}");
    }
    let picture = [
        parts[0],
        ("word/document.xml", &*format!("<w:document {W}><w:body/></w:document>")),
        ("word/_rels/document.xml.rels", &*relations(&[("b", "image", "a.png")])),
    ];
    let error = extract(zipped(&picture), &ExtractLimits::default()).unwrap_err();
    assert!(error.to_string().contains("pictures (1)"), "{error}");
}

#[test]
fn odt_raised_figures_signs_empty_points_and_one_part() {
    let styles = "<office:automatic-styles><style:style style:name='U'><style:text-properties style:text-position='super 58%'/>\
         </style:style><style:style style:name='W'><style:text-properties style:font-name='Wingdings'/></style:style>\
         <text:list-style style:name='L'><text:list-level-style-number text:level='1' style:num-prefix='§ ' style:num-format='1'/>\
         </text:list-style></office:automatic-styles>";
    let body = "<office:body><office:text><text:p>den 3 maj 2021<text:span text:style-name='U'>1</text:span> om 40 m<text:span \
         text:style-name='U'>2</text:span></text:p><text:p><text:span text:style-name='W'>\u{f0fe}</text:span> Ja \u{f0a8} Nej</text:p>\
         <text:list text:style-name='L'><text:list-item><text:p>Val</text:p></text:list-item><text:list-item><text:p/></text:list-item>\
         <text:list-item><text:p>Budget</text:p></text:list-item></text:list></office:text></office:body>";
    let text = "den 3 maj 2021[1] om 40 m²\n\n☒ Ja ☐ Nej\n\n§ 1 Val\n\n§ 2\n\n§ 3 Budget\n";
    assert_eq!(read(odt(&[styles, body].concat())).text, text);
    let flat = read(format!(
        "<?xml version='1.0'?>\n<office:document xmlns:office='o' xmlns:text='t' xmlns:style='s'>{styles}<office:master-styles>\
         <style:master-page><style:header><text:p>Nämnden</text:p></style:header></style:master-page></office:master-styles>{body}\
         </office:document>"
    ));
    assert_eq!((flat.text, flat.format), (format!("Nämnden\n\n{text}"), FileFormat::Odt));
}

#[test]
fn rtf_raised_figures_signs_boxes_and_notes() {
    let file = read(
        r"{\rtf1\ansi{\fonttbl{\f0 Arial;}{\f1\fcharset2 Wingdings;}}den 3 maj 2021{\super 1} om 40 m\super 2\nosupersub .\par
{\f1\'fe} Ja {\f1\u-3928 ?} Nej\par {\field{\*\fldinst FORMCHECKBOX {\*\formfield{\fftype1\ffres25\ffdefres1}}}{\fldrslt}} Klart\par
N\'e4mnden be{\deleted\par}slutar.{{\super \chftn{\*\footnote \chftn\pard\plain {Se \'a7 4.}}}}\par}",
    );
    assert_eq!(
        file.text,
        "den 3 maj 2021[1] om 40 m².\n\n☒ Ja ☐ Nej\n\n☒ Klart\n\nNämnden beslutar.[1]\n\n[1] Se § 4.\n"
    );
}

#[test]
fn xml_in_other_forms() {
    let text =
        "<TEI><text><body><p>Nämnden på ön beslu-<lb break='no'/>tar &auml;nnu.</p></body></text></TEI>";
    let wanted = "Nämnden på ön beslutar ännu.\n";
    let utf16 = format!("\u{feff}<?xml version='1.0' encoding='UTF-16'?>{text}");
    let utf16 = Vec::from_iter(utf16.encode_utf16().flat_map(u16::to_le_bytes));
    for bytes in [text.as_bytes().to_vec(), format!("<!-- x -->\n{text}").into_bytes(), utf16] {
        assert_eq!(read(bytes).text, wanted);
    }
    let page = read(
        "<?xml version='1.0'?><dokument><titel>P</titel><html><p>Nämnden beslutar.</p></html></dokument>",
    );
    assert!(page.text.contains("Nämnden beslutar."), "{}", page.text);
}

#[test]
fn docx_headings_are_numbered_on_the_level_that_their_list_gives_their_style() {
    let level = |at: u32, text: &str, style: &str| {
        format!(
            "<w:lvl w:ilvl='{at}'><w:start w:val='1'/><w:numFmt w:val='decimal'/>{style}<w:lvlText w:val='{text}'/></w:lvl>"
        )
    };
    let styles = format!(
        "<w:styles {W}><w:style w:styleId='A'><w:name w:val='heading 2'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>\
         <w:style w:styleId='B'><w:name w:val='heading 3'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style></w:styles>"
    );
    let numbering = format!(
        "<w:numbering {W}><w:abstractNum w:abstractNumId='1'>{}{}</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num></w:numbering>",
        level(0, "%1", ""),
        level(1, "%1.%2", "<w:pStyle w:val='B'/>"),
    );
    let parts = [
        (
            "word/_rels/document.xml.rels",
            &*relations(&[("s", "styles", "egna.xml"), ("n", "numbering", "tal.xml")]),
        ),
        ("word/egna.xml", &*styles),
        ("word/tal.xml", &*numbering),
    ];
    let body = [styled("A", "Syfte"), styled("B", "Mål"), styled("B", "Plan"), styled("A", "Slut")].concat();
    assert_eq!(read(docx_with(&body, &parts)).text, "1 Syfte\n\n1.1 Mål\n\n1.2 Plan\n\n2 Slut\n");
}

#[test]
fn docx_heads_stand_where_their_pages_begin() {
    let head = |text: &str| format!("<w:hdr {W}>{}</w:hdr>", p("", text));
    let (second, annex) = (head("Prop. 2012/13:144"), head("Prop. 2012/13:144 Bilaga 1"));
    let (first, empty) = (head("Regeringskansliet"), head(""));
    let rels = relations(&[
        ("a", "header", "a.xml"),
        ("b", "header", "b.xml"),
        ("c", "header", "c.xml"),
        ("d", "header", "d.xml"),
    ]);
    let reference = |kind: &str, id: &str| format!("<w:headerReference w:type='{kind}' r:id='{id}'/>");
    let section = |inner: &str| format!("<w:p><w:pPr><w:sectPr>{inner}</w:sectPr></w:pPr></w:p>");
    let own = |id: &str| format!("{}{}<w:titlePg/>", reference("default", "a"), reference("first", id));
    let later = format!("<w:sectPr>{}</w:sectPr>", reference("default", "b"));
    let body = |id: &str, breaks: &str| {
        let text = format!("<w:p><w:r><w:t>Propositionens innehåll.</w:t>{breaks}</w:r></w:p>");
        [p("", "Titel"), text, p("", "Mer."), section(&own(id)), p("", "Lagförslag."), later.clone()].concat()
    };
    let parts = [
        ("word/_rels/document.xml.rels", &*rels),
        ("word/a.xml", &second),
        ("word/b.xml", &annex),
        ("word/c.xml", &empty),
        ("word/d.xml", &first),
    ];
    let paged = "<w:br w:type='page'/>";
    assert_eq!(
        read(docx_with(&body("c", paged), &parts[..])).text,
        "Regeringskansliet\n\nTitel\n\nPropositionens innehåll.\n\x0cProp. 2012/13:144\n\nMer.\n\nProp. 2012/13:144 Bilaga 1\n\n\
         Lagförslag.\n"
    );
    assert_eq!(
        read(docx_with(&body("d", ""), &parts[..])).text,
        "Regeringskansliet\n\nTitel\n\nPropositionens innehåll.\n\nMer.\n\nProp. 2012/13:144\n\nProp. 2012/13:144 Bilaga 1\n\n\
         Lagförslag.\n"
    );
}
