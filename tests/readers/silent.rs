//! Nothing is dropped without a word: each reader, with a file that holds what it leaves out, and the note that tells.

use super::pdf::{file as pdf_file, stream};
use super::{read, zipped};

/// A PDF of one page with this content and these annotations.
fn pdf(content: &str, notes: &str) -> Vec<u8> {
    pdf_file(&[
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>".to_vec(),
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R/S 6 0 R>>>>/Contents 5 0 R\
             /Annots[{notes}]>>"
        )
        .into_bytes(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_vec(),
        stream("", format!("BT /F 11 Tf 60 780 Td (Text som blir kvar, och mer av den.) Tj ET {content}").as_bytes()),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[65/g1/g2/g3/g4]>>>>".to_vec(),
    ])
}

fn docx(body: &str, parts: &[(&str, &str, &str)]) -> Vec<u8> {
    let w = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";
    let document =
        format!("<w:document {w}><w:body><w:p><w:r><w:t>Kvar.</w:t></w:r></w:p>{body}</w:body></w:document>");
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations: String = parts
        .iter()
        .enumerate()
        .map(|(at, (of, name, _))| format!("<Relationship Id='r{at}' Type='{kind}/{of}' Target='{name}'/>"))
        .collect();
    let relations = format!("<Relationships>{relations}</Relationships>");
    let names = Vec::from_iter(parts.iter().map(|(_, name, _)| format!("word/{name}")));
    let contents = Vec::from_iter(parts.iter().map(|(.., content)| content.replace("W!", w)));
    let mut all = vec![
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", document.as_str()),
        ("word/_rels/document.xml.rels", relations.as_str()),
    ];
    all.extend(names.iter().map(String::as_str).zip(contents.iter().map(String::as_str)));
    zipped(&all)
}

fn odt(body: &str, styles: &str) -> Vec<u8> {
    let names = "xmlns:office='o' xmlns:text='t' xmlns:style='s' xmlns:draw='d'";
    let content = format!(
        "<office:document-content {names}><office:automatic-styles><style:style style:name='H' style:family='text'>\
         <style:text-properties text:display='none'/></style:style></office:automatic-styles>\
         <office:body><office:text><text:p>Kvar.</text:p>{body}</office:text></office:body></office:document-content>"
    );
    let styles = format!("<office:document-styles {names}>{styles}</office:document-styles>");
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", &content),
        ("styles.xml", &styles),
    ])
}

#[test]
fn what_is_dropped_is_a_note() {
    let mail = |body: &str| format!("From: a@b.se\nTo: c@d.se\nSubject: x\nMIME-Version: 1.0\n{body}");
    let run = |properties: &str| format!("<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>borta</w:t></w:r></w:p>");
    let files: Vec<(&str, Vec<u8>, &str)> = vec![
        ("a bad byte", ["åäö ".repeat(50).as_bytes(), b"\x96"].concat(), "not valid UTF-8"),
        ("a cut letter", "Nämnden på ön å".as_bytes()[..18].to_vec(), "ends inside a character"),
        ("a doubly encoded text", "NÃ¤mnden pÃ¥ Ã¶n beslutar att Ã¶verlÃ¤mna".into(), "encoded twice"),
        ("HTML around the text", html("<nav><a href='/'>Hem</a></nav><main><p>Kvar.</p></main><footer>Fot</footer>"), "left out"),
        ("HTML fields", html("<p>Kvar.</p><select><option>Ja</option></select>"), "fields of forms (1)"),
        ("HTML frames", html("<p>Kvar.</p><iframe src='b.html'></iframe>"), "inside the page (1)"),
        ("DOCX deletions", docx("<w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>", &[]), "deletions"),
        ("DOCX hidden", docx(&run("<w:vanish/>"), &[]), "hidden text (1)"),
        ("DOCX signs", docx("<w:p><w:r><w:sym w:font='Wingdings' w:char='F0AA'/></w:r></w:p>", &[]), "not known"),
        ("DOCX chunks", docx("<w:altChunk r:id='x' xmlns:r='r'/>", &[]), "embedded documents"),
        (
            "DOCX comments",
            docx("", &[("comments", "c.xml", "<w:comments W!><w:comment w:id='1'/></w:comments>")]),
            "comments (1)",
        ),
        ("DOCX charts", docx("", &[("chart", "chart1.xml", "<c/>")]), "charts and diagrams (1)"),
        ("DOCX files", docx("", &[("package", "a.xlsx", "")]), "embedded files (1)"),
        (
            "DOCX footers",
            docx("", &[("footer", "f.xml", "<w:ftr W!><w:p><w:r><w:t>Fot</w:t></w:r></w:p></w:ftr>")]),
            "foot of the pages",
        ),
        ("ODT comments", odt("<text:p><office:annotation><text:p>x</text:p></office:annotation></text:p>", ""), "comments (1)"),
        ("ODT objects", odt("<text:p><draw:object/></text:p>", ""), "embedded objects (1)"),
        ("ODT hidden", odt("<text:p><text:span text:style-name='H'>x</text:span></text:p>", ""), "hidden text (1)"),
        (
            "ODT deletions",
            odt("<text:tracked-changes><text:changed-region><text:deletion/></text:changed-region></text:tracked-changes>", ""),
            "deletions",
        ),
        ("ODT footers", odt("", "<style:footer><text:p>Fot</text:p></style:footer>"), "foot of the pages"),
        ("RTF hidden", br"{\rtf1 Kvar.\par {\v borta}}".to_vec(), "hidden or deleted"),
        ("RTF comments", br"{\rtf1 Kvar.\par {\*\annotation borta}}".to_vec(), "comments (1)"),
        ("RTF objects", br"{\rtf1 Kvar.\par {\object{\*\objdata 0105}}}".to_vec(), "embedded objects (1)"),
        ("RTF footers", br"{\rtf1 Kvar.\par {\footer Fot\par}}".to_vec(), "foot of the pages"),
        ("RTF cut off", br"{\rtf1 Kvar.\par {".to_vec(), "cut off"),
        ("PDF aslant", pdf("BT /F 40 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (UTKAST) Tj ET", ""), "aslant"),
        ("PDF outside", pdf("BT /F 11 Tf 60 2000 Td (Utanför) Tj ET", ""), "outside the pages"),
        (
            "PDF comments",
            pdf("", "<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(Stämmer detta?)>>"),
            "comments on the pages (1)",
        ),
        (
            "PDF files",
            pdf("", "<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS<</F(b.pdf)/EF<<>>>>>>"),
            "carries other files (1): b.pdf",
        ),
        ("PDF cut off", cut(pdf("", "")), "cut off"),
        (
            "mail's files",
            mail(
                "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nHej.\n--x\n\
                 Content-Disposition: attachment; filename=\"b.txt\"\n\nT\n--x--\n",
            )
            .into(),
            "carries other files (1): b.txt",
        ),
        (
            "TEI's head",
            b"<?xml version='1.0'?><TEI><teiHeader><title>x</title></teiHeader><text><p>Kvar.</p></text></TEI>".to_vec(),
            "what TEI tells",
        ),
        (
            "the Riksdag's XML",
            b"<?xml version='1.0'?><dokument><titel>x</titel><html>&lt;p&gt;Kvar.&lt;/p&gt;</html></dokument>".to_vec(),
            "beside the page",
        ),
        ("unknown XML", b"<?xml version='1.0'?><a><b>Kvar.</b></a>".to_vec(), "XML of no kind"),
        ("DOC", include_bytes!("doc/protokoll.doc").to_vec(), "hidden text (1)"),
        ("DOC deletions", include_bytes!("doc/protokoll.doc").to_vec(), "deletions"),
        ("DOC footers", include_bytes!("doc/protokoll.doc").to_vec(), "foot of the pages"),
        ("DOC comments", include_bytes!("doc/blankett.doc").to_vec(), "comments"),
    ];
    let mut silent = Vec::new();
    for (what, bytes, told) in files {
        let notes = read(bytes).notes;
        if !notes.iter().any(|note| note.contains(told)) {
            silent.push((what, told, notes));
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
}

/// Without its table, which stands last.
fn cut(mut pdf: Vec<u8>) -> Vec<u8> {
    let table = memchr::memmem::rfind(&pdf, b"xref\n0 ").unwrap();
    pdf.truncate(table);
    pdf
}

fn html(body: &str) -> Vec<u8> {
    format!("<!doctype html><html><body>{body}</body></html>").into_bytes()
}
