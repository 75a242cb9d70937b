"""Files read from Python."""

import io
import zipfile
from pathlib import Path

import klubba
import pytest


def docx(*paragraphs: tuple[str, str]) -> bytes:
    """A DOCX with paragraphs in styles."""
    styled = [
        f"<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        for style, text in paragraphs
    ]
    style = "<w:style w:styleId='R1'><w:name w:val='heading 1'/></w:style>"
    parts = {
        "[Content_Types].xml": "<Types/>",
        "word/styles.xml": f"<w:styles xmlns:w='w'>{style}</w:styles>",
        "word/document.xml": f"<w:document xmlns:w='w'>{''.join(styled)}</w:document>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def test_text_says_what_was_assumed(tmp_path: Path) -> None:
    path = tmp_path / "gammal.txt"
    path.write_bytes("Förslag från nämnden".encode("cp850"))
    for source in (path, str(path), path.read_bytes(), bytearray(path.read_bytes())):
        file = klubba.extract(source)
        assert file.text == "Förslag från nämnden"
        assert (file.format, file.encoding, file.guessed, file.notes) == ("text", "IBM850", True, [])


def test_styles_reach_the_analysis() -> None:
    prose = "Frågan har utretts länge och väl."
    file = klubba.extract(docx(("R1", "Plan"), ("", prose), ("R1", "ett kort stycke"), ("", prose)))
    assert (file.format, file.encoding) == ("docx", None)
    assert repr(file) == f"<File: docx, {len(file.text)} characters>"
    doc = file.analyze(layers="headings")
    assert [heading.text for heading in doc.headings] == ["Plan", "ett kort stycke"]
    for heading in doc.headings:
        assert file.text[heading.start : heading.end] == heading.text


def test_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(klubba.ExtractError, match=r"saknas\.pdf: there is no such file"):
        klubba.extract(tmp_path / "saknas.pdf")
    with pytest.raises(OSError, match="cannot be read"):
        klubba.extract(tmp_path)
    with pytest.raises(klubba.ExtractError, match="damaged"):
        klubba.extract(b"%PDF-1.7 nothing")
    path = tmp_path / "bild.pdf"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\0")
    with pytest.raises(klubba.ExtractError, match=r"bild\.pdf: this is an image"):
        klubba.extract(path)
    with pytest.raises(TypeError, match="not int"):
        klubba.extract(3)  # type: ignore[arg-type]
