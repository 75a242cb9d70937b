"""Reading files: klubba beside others, on the same files and one core; and whose words are right.

    python3 tools/bench/readers.py                    a table
    python3 tools/bench/readers.py --json             the figures
    python3 tools/bench/readers.py --keep FILE PAGE   keep the words of a page of ../shared, checked by hand,
                                                      from standard input

Speed is measured on the files in ../shared, where they lie, else on those made here. What is right is
measured twice: on files made of our own documents, whose words are known; and on ten pages in ../shared, read
by eye, of which pages.json keeps a hash of each word. A peer that is not installed is left out.
"""

import difflib
import functools
import hashlib
import html
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import klubba
from program import FILES, ROOT, least

SHARED = ROOT.parent / "shared/files"
PANDOC = ("pandoc", "-f", "docx", "-t", "plain", "--wrap=none")
DOCUMENTS = ROOT / "examples/documents"
PAGES = Path(__file__).parent / "pages.json"
# So many hexadecimal figures tell words apart.
HASH = 6
ROUNDS = 3
# A line of a page has room for so many letters.
WIDE = 95
Reader = Callable[[Path], str]
Figures = dict[str, Any]


def _run(*command: str) -> str:
    run = subprocess.run(command, check=False, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return run.stdout.decode("utf-8", errors="replace")


def _klubba(path: Path) -> str:
    return klubba.extract(path).text


def _klubba_all(path: Path) -> str:
    file = klubba.extract(path)
    file.analyze()
    return file.text


def _pymupdf(path: Path) -> str:
    import pymupdf  # noqa: PLC0415

    with pymupdf.open(path) as document:
        return "\f".join(page.get_text() for page in document)


def _pypdfium2(path: Path) -> str:
    import pypdfium2  # noqa: PLC0415

    document = pypdfium2.PdfDocument(path)
    return "\f".join(page.get_textpage().get_text_range() for page in document)


def _pypdf(path: Path) -> str:
    import pypdf  # noqa: PLC0415

    return "\f".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def _python_docx(path: Path) -> str:
    import docx  # noqa: PLC0415

    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def _trafilatura(path: Path) -> str:
    import trafilatura  # noqa: PLC0415

    return trafilatura.extract(path.read_text(encoding="utf-8")) or ""


def _selectolax(path: Path) -> str:
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415

    body = LexborHTMLParser(path.read_text(encoding="utf-8")).body
    return body.text(separator=" ") if body else ""


# Each reader with the module or the program that it needs.
READERS: dict[str, dict[str, tuple[str, Reader]]] = {
    "pdf": {
        "pdftotext -layout": ("pdftotext", lambda path: _run("pdftotext", "-layout", str(path), "-")),
        "PyMuPDF": ("pymupdf", _pymupdf),
        "pypdfium2": ("pypdfium2", _pypdfium2),
        "pypdf": ("pypdf", _pypdf),
    },
    "docx": {
        "python-docx": ("docx", _python_docx),
        "pandoc": ("pandoc", lambda path: _run(*PANDOC, str(path))),
    },
    "html": {"trafilatura": ("trafilatura", _trafilatura), "selectolax": ("selectolax", _selectolax)},
}


def _here(name: str) -> bool:
    return shutil.which(name) is not None or importlib.util.find_spec(name) is not None


def _readers(kind: str) -> dict[str, Reader]:
    peers = {name: reader for name, (needs, reader) in READERS[kind].items() if _here(needs)}
    return {"klubba, reading": _klubba, "klubba, all layers": _klubba_all, **peers}


def _pdf(lines: list[str]) -> bytes:
    """A PDF of these lines, in Helvetica, 48 a page."""
    pages = [lines[at : at + 48] for at in range(0, len(lines), 48)]
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for at, page in enumerate(pages):
        shown = b"".join(
            b"BT /F 10 Tf 50 %d Td <%s> Tj ET\n"
            % (800 - 15 * row, line.encode("cp1252", "replace").hex().encode())
            for row, line in enumerate(page)
        )
        resources = "/Resources<</Font<</F 3 0 R>>>>"
        head = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{resources}/Contents {5 + 2 * at} 0 R>>"
        objects += [head.encode(), b"<</Length %d>>\nstream\n%s\nendstream" % (len(shown), shown)]
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return out + end % (len(objects) + 1, table, len(objects) + 1, len(out))


def _docx(lines: list[str], path: Path) -> None:
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{html.escape(line)}</w:t></w:r></w:p>" for line in lines)
    types = "http://schemas.openxmlformats.org/package/2006"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{types}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        )
        packed.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{types}/relationships"><Relationship Id="r1" Type="{office}" '
            'Target="word/document.xml"/></Relationships>',
        )
        packed.writestr(
            "word/document.xml", f'<w:document xmlns:w="{name}"><w:body>{body}</w:body></w:document>'
        )


@functools.cache
def made() -> dict[str, list[tuple[Path, str]]]:
    """Files of our own documents in each format, and their words."""
    folder = FILES / "readers"
    folder.mkdir(parents=True, exist_ok=True)
    files: dict[str, list[tuple[Path, str]]] = {"pdf": [], "docx": [], "html": []}
    for source in sorted(DOCUMENTS.glob("*.txt")):
        text = source.read_text(encoding="utf-8")
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        path = folder / f"{source.stem}.pdf"
        path.write_bytes(_pdf([part for line in lines for part in textwrap.wrap(line, WIDE)]))
        files["pdf"].append((path, text))
        path = folder / f"{source.stem}.docx"
        _docx(lines, path)
        files["docx"].append((path, text))
        path = folder / f"{source.stem}.html"
        body = "".join(f"<p>{html.escape(line)}</p>\n" for line in lines)
        head = "<!doctype html><html><head><meta charset=utf-8></head>"
        path.write_text(f"{head}<body><main>{body}</main></body></html>", encoding="utf-8")
        files["html"].append((path, text))
    return files


def _right(read: str, typed: str) -> float:
    """The share of words that are right and in order."""
    one, two = read.split(), typed.split()
    same = difflib.SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    return 2 * sum(block.size for block in same) / max(len(one) + len(two), 1)


def _hashes(text: str) -> list[str]:
    """A hash of each word, with the words joined that a line's end broke."""
    joined = re.sub(r"(\w)(?:-|\u00ad|\ufffe)\s*\n\s*(?=[a-zåäö])", r"\1", text)
    words = re.findall(r"\w+", joined.replace("\ufffe", ""))
    return [hashlib.sha256(word.encode()).hexdigest()[:HASH] for word in words]


def _checked(reader: Reader) -> float | None:
    """The share of words right and in order on the pages read by eye; `None` where their files are not."""
    kept = json.loads(PAGES.read_text(encoding="utf-8"))
    shares = []
    for one in kept:
        path = SHARED / one["file"]
        if not path.exists():
            return None
        pages = _safe(reader, path).split("\f")
        read = _hashes(pages[one["page"] - 1]) if len(pages) >= one["page"] else []
        known = [one["words"][at : at + HASH] for at in range(0, len(one["words"]), HASH)]
        shares.append(_right(" ".join(read), " ".join(known)))
    return sum(shares) / len(shares)


def keep(file: str, page: int, text: str) -> None:
    """Keep the words of a page, in the place of those kept before."""
    kept = json.loads(PAGES.read_text(encoding="utf-8"))
    kept = [one for one in kept if (one["file"], one["page"]) != (file, page)]
    kept.append({"file": file, "page": page, "words": "".join(_hashes(text))})
    kept.sort(key=lambda one: (one["file"], one["page"]))
    PAGES.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def figures() -> Figures:
    """Speed and rightness of each reader of each format."""
    if hasattr(os, "sched_setaffinity"):
        before = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {min(before)})
    told = []
    for kind in READERS:
        known = made()[kind]
        real = [path for path in sorted(SHARED.rglob(f"*.{kind}")) if not path.name.startswith("scan")]
        files = real or [path for path, _ in known] * 10
        size = sum(path.stat().st_size for path in files)
        pages = sum(_pages(path) for path in files) if kind == "pdf" else None
        for name, reader in _readers(kind).items():
            safe = functools.partial(_safe, reader)
            took = least(ROUNDS, lambda safe=safe, files=files: [safe(path) for path in files])[0]  # type: ignore[misc]
            right = sum(_right(safe(path), text) for path, text in known) / len(known)
            told.append(
                {
                    "kind": kind,
                    "reader": name,
                    "seconds": took,
                    "files": len(files),
                    "real": bool(real),
                    "bytes": size,
                    "pages": pages,
                    "right": right,
                    "checked": _checked(reader) if kind == "pdf" else None,
                }
            )
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, before)
    return {"readers": told}


def _pages(path: Path) -> int:
    return _safe(_klubba, path).count("\f") + 1


def _safe(reader: Reader, path: Path) -> str:
    try:
        return reader(path)
    except ImportError:
        raise
    except Exception:  # what one side cannot read is measured all the same
        return ""


def table(figures: list[Figures]) -> str:
    """A table in Markdown."""
    lines = [
        "| | files | speed | words right and in order, made files | ten real pages |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for one in figures:
        unit = f"{one['pages'] / one['seconds']:,.0f} pages/s" if one["pages"] else None
        speed = unit or f"{one['files'] / one['seconds']:,.0f} files/s"
        files = f"{one['files']} {'public' if one['real'] else 'made'} {one['kind'].upper()}"
        checked = f"{one['checked']:.1%}" if one["checked"] is not None else ""
        lines.append(f"| {one['reader']} | {files} | {speed} | {one['right']:.1%} | {checked} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    if "--keep" in sys.argv:
        name, number = sys.argv[sys.argv.index("--keep") + 1 :][:2]
        keep(name, int(number), sys.stdin.read())
        sys.exit()
    found = figures()
    sys.stdout.write(json.dumps(found) + "\n" if "--json" in sys.argv else table(found["readers"]))
