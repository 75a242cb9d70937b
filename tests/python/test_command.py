"""The command through Python: the same one, under `python -m` and as a console script."""

import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import klubba
import pytest
from conftest import ROOT, documents


def run(*args: str | Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run `python -m klubba`."""
    command: list[str | Path] = [sys.executable, "-m", "klubba", *args]
    return subprocess.run(command, capture_output=True, check=False, input=given)


def test_analyze(tmp_path: Path, minutes: str) -> None:
    path = tmp_path / "möte.txt"
    path.write_text(minutes, "utf-8")
    done = run("analyze", path, tmp_path / "saknas.txt")
    assert done.returncode == 1
    assert b"saknas.txt: there is no such file" in done.stderr
    found = json.loads(done.stdout)
    assert (found.pop("source"), found.pop("encoding")) == (str(path), "UTF-8")
    expected = klubba.analyze(minutes).to_dict()
    expected.pop("source")
    assert found == expected


@pytest.mark.skipif(os.name != "posix", reason="terminals are made as POSIX has them")
def test_a_terminal_hears_what_is_replaced(tmp_path: Path, minutes: str) -> None:
    source, found = tmp_path / "a.txt", tmp_path / "found.jsonl"
    source.write_text(minutes, "utf-8")

    def told(*args: str) -> bytes:
        here, there = os.openpty()
        command = [sys.executable, "-m", "klubba", "analyze", str(source), "-o", str(found), *args]
        subprocess.run(command, stderr=there, check=True)
        os.set_blocking(here, False)
        try:
            return os.read(here, 1 << 16)
        except BlockingIOError:
            return b""
        finally:
            os.close(there)
            os.close(here)

    replaced = b"found.jsonl: an older file was replaced"
    assert replaced not in told()
    assert replaced in told()
    assert replaced not in told("--quiet")
    assert run("analyze", source, "-o", found).stderr == b""


def test_standard_input_and_help(minutes: str) -> None:
    done = run("show", "-", given=minutes.encode())
    assert done.returncode == 0
    assert "Val av justerare" in done.stdout.decode()
    assert run("--help").stdout.startswith(b"Swedish administrative texts into data")
    assert run("--version").stdout.decode() == f"klubba {klubba.__version__}\n"
    assert run("analyze").returncode == 2


def test_tei_is_xml_whose_references_lead_somewhere(tmp_path: Path) -> None:
    done = run("analyze", *documents(), "--format", "tei", "-o", tmp_path / "all.xml")
    assert done.returncode == 0, done.stderr
    corpus = ElementTree.parse(tmp_path / "all.xml").getroot()
    name = "{http://www.w3.org/XML/1998/namespace}id"
    ids = [element.get(name) for element in corpus.iter() if element.get(name)]
    assert len(ids) == len(set(ids))
    assert len(corpus.findall("{http://www.tei-c.org/ns/1.0}TEI")) == len(documents())
    keys = ("who", "ref", "from", "to", "corresp")
    values = [element.get(key, "") for element in corpus.iter() for key in keys]
    references = {word[1:] for value in values for word in value.split() if word.startswith("#")}
    assert references
    assert references <= set(ids)


def test_console_script() -> None:
    script = Path(sys.executable).with_name("klubba")
    done = subprocess.run([script, "--version"], capture_output=True, check=True, text=True)
    assert done.stdout == f"klubba {klubba.__version__}\n"


def test_example() -> None:
    command: list[str | Path] = [sys.executable, ROOT / "examples/decisions.py", *documents()]
    done = subprocess.run(command, capture_output=True, check=True)
    assert len(done.stdout.decode().splitlines()) >= len(documents())
