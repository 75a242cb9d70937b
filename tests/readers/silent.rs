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
        ("HTML fields that are filled", html("<p>Kvar.</p><input name='n' value='Anna'>"), "fields of forms (1)"),
        ("HTML hidden", html("<p>Kvar <span hidden>borta</span></p>"), "hidden text (1)"),
        ("HTML drawings", html("<p>Kvar.</p><svg><text>borta</text></svg>"), "drawings and formulas with letters (1)"),
        ("HTML frames", html("<p>Kvar.</p><iframe src='b.html'></iframe>"), "inside the page (1)"),
        ("DOCX deletions", docx("<w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>", &[]), "deletions"),
        (
            "DOCX rows",
            docx("<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", &[]),
            "deletions",
        ),
        (
            "DOCX notes",
            docx("", &[("footnotes", "n.xml", "<w:footnotes W!><w:footnote w:id='7'><w:p/></w:footnote></w:footnotes>")]),
            "notes that nothing in the text refers to (1)",
        ),
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
        (
            "ODT signs",
            odt("<text:p>\u{f0aa}</text:p>", ""),
            "not known",
        ),
        ("ODT objects", odt("<text:p><draw:object/></text:p>", ""), "embedded objects (1)"),
        ("ODT hidden", odt("<text:p><text:span text:style-name='H'>x</text:span></text:p>", ""), "hidden text (1)"),
        (
            "ODT deletions",
            odt("<text:tracked-changes><text:changed-region><text:deletion/></text:changed-region></text:tracked-changes>", ""),
            "deletions",
        ),
        ("ODT footers", odt("", "<style:footer><text:p>Fot</text:p></style:footer>"), "foot of the pages"),
        ("RTF signs", br"{\rtf1{\fonttbl{\f1 Wingdings;}} Kvar.\par {\f1\'aa}}".to_vec(), "not known"),
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
        ("PDF signs", pdf("BT /S 11 Tf 60 700 Td (ABCD) Tj ET", ""), "their font does not say what they are"),
        ("PDF layers", with(pdf("", ""), LAYERS), "layers of the pages that are hidden (1): Utkast"),
        ("PDF fields", with(pdf("", ""), FORM), "fields that the pages do not show (1)"),
        ("PDF boxes", with(pdf("", ""), "/AcroForm<</Fields[<</FT/Btn/T(ruta)/V/Ja>>]>>"), "do not show (1): ruta"),
        ("PDF lists", with(pdf("", ""), "/AcroForm<</Fields[<</FT/Ch/T(val)/V[(A)(B)]>>]>>"), "do not show (1): val"),
        (
            "PDF fields that are hidden",
            with(pdf("", ""), "/AcroForm<</Fields[<</F 2/FT/Tx/T(namn)/V(Anna)/AP<<>>>>]>>"),
            "do not show (1): namn",
        ),
        ("PDF forms of XFA", with(pdf("", ""), FORM), "a form of XFA"),
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
            "mail's letters",
            [mail("Content-Type: text/plain; charset=utf-8\n\nKvar ").as_bytes(), b"\x96"].concat(),
            "cannot be read in the encoding",
        ),
        ("msg's files", msg(), "carries other files (2): b.txt"),
        ("msg's messages", msg(), "messages that the message carries (1)"),
        ("msg's packed text", msg(), "packed it as RTF"),
        (
            "a saved page's files",
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>Kvar.</p>\n\
              --x\nContent-Type: text/html\nContent-Location: ram.html\n\n<p>Ram</p>\n--x--\n"
                .to_vec(),
            "carries other files (1)",
        ),
        (
            "entities of XML",
            b"<?xml version='1.0'?><TEI><text><p>Kvar &ks; h\xc3\xa4r.</p></text></TEI>".to_vec(),
            "letters that the file names in a way of its own (1)",
        ),
        (
            "TEI's corrections",
            b"<?xml version='1.0'?><TEI><text><p><choice><sic>fell</sic><corr>fel</corr></choice></p></text></TEI>".to_vec(),
            "words that the text corrects (1)",
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
        if notes.iter().filter(|note| note.contains(told)).count() != 1 {
            silent.push((what, told, notes));
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
}

/// What comes out of archives and tables besides documents is an error of its own.
#[test]
fn what_archives_hold_and_no_document_is_made_of_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let write = |name: &str, bytes: &[u8]| std::fs::write(path(name), bytes).unwrap();
    let mut tar = tar::Builder::new(Vec::new());
    for (name, kind) in
        [("a.lnk", tar::EntryType::Symlink), ("b.lnk", tar::EntryType::Link), ("c", tar::EntryType::Fifo)]
    {
        let mut header = tar::Header::new_gnu();
        header.set_entry_type(kind);
        header.set_size(0);
        tar.append_link(&mut header, name, "annan.txt").unwrap();
    }
    write("a.tar", &tar.into_inner().unwrap());
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.add_symlink("d.lnk", "annan.txt", zip::write::SimpleFileOptions::default()).unwrap();
    write("b.zip", &zip.finish().unwrap().into_inner());
    write("c.7z", b"7z\xBC\xAF\x27\x1C");
    write("d.rar", b"Rar!\x1A\x07\x01\x00");
    write("e.json", br#"[{"text": "Kvar."}, {"text": 7}, {"andra": "x"}]"#);
    write("f.jsonl", b"{\"text\": \"Kvar.\"}\n{\"text\": \n");
    write("g.xlsx", &zipped(&[("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<w/>")]));
    write("h.mbox", b"From a@b.se Tue May  3 10:00:00 2022\nFrom: a@b.se\n\nHej.\n");
    write("i.txt.gz", &[0x1F, 0x8B, 8, 0]);
    let texts: arrow_array::StringArray = vec![Some("Kvar."), None].into_iter().collect();
    let batch = arrow_array::RecordBatch::try_from_iter([("text", std::sync::Arc::new(texts) as _)]).unwrap();
    let mut rows = parquet::arrow::ArrowWriter::try_new(Vec::new(), batch.schema(), None).unwrap();
    rows.write(&batch).unwrap();
    write("j.parquet", &rows.into_inner().unwrap());
    let mut told = Vec::new();
    for result in klubba::Archive::open(folder.path()).unwrap().threads(1).run(&klubba::Analyzer::default()) {
        if let Err(failure) = result {
            let message = failure.to_string();
            told.push(
                message
                    .rsplit_once(std::path::MAIN_SEPARATOR)
                    .map_or(message.clone(), |(_, end)| end.to_string()),
            );
        }
    }
    let wanted = [
        ("a.lnk", "is a link"),
        ("b.lnk", "is a link"),
        ("c:", "a pipe or a device"),
        ("d.lnk", "is a link"),
        ("c.7z", "the kind 7z"),
        ("d.rar", "the kind RAR"),
        ("2:", "holds no text"),
        ("3:", "\"text\""),
        ("2:", "no JSON object"),
        ("g.xlsx", "a workbook of Excel"),
        ("h.mbox", "a mailbox"),
        ("i.txt.gz", "cut off"),
        ("2:", "is empty"),
    ];
    assert_eq!(told.len(), wanted.len(), "{told:#?}");
    for (message, (name, what)) in told.iter().zip(wanted) {
        assert!(message.starts_with(name) && message.contains(what), "{name}, {what}: {message}");
    }
}

/// What stands in the catalogue of a PDF.
const LAYERS: &str = "/OCProperties<</OCGs[9 0 R 10 0 R]/D<</OFF[9 0 R]>>>>";
const FORM: &str = "/AcroForm<</XFA[]/Fields[<</FT/Tx/T(namn)/V(Anna Holm)>>]>>";

/// A PDF with more in its catalogue, and two layers.
fn with(pdf: Vec<u8>, more: &str) -> Vec<u8> {
    let text = pdf.iter().map(|&byte| char::from(byte)).collect::<String>();
    let layers = "9 0 obj\n<</Type/OCG/Name(Utkast)>>\nendobj\n10 0 obj\n<</Type/OCG/Name(Text)>>\nendobj\n";
    // Without its table the file is read from its objects.
    let text = text
        .replace("/Catalog/", &format!("/Catalog{more}/"))
        .replace("xref\n0 ", &format!("{layers}xref\n0 "));
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
}

/// A message of Outlook with a text that is packed, a file and a message.
fn msg() -> Vec<u8> {
    super::mail::msg(&[
        ("/__properties_version1.0", &[0; 32]),
        ("/__substg1.0_0037001E", b"Plan"),
        ("/__substg1.0_10090102", b"x"),
        ("/__attach_version1.0_#00000000/__substg1.0_37010102", b"T"),
        ("/__attach_version1.0_#00000000/__substg1.0_3707001E", b"b.txt"),
        ("/__attach_version1.0_#00000001/__substg1.0_3701000D/__properties_version1.0", &[0; 32]),
    ])
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
