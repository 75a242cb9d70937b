"""TIMEX3 and TimeML, as a reader of XML sees them."""

import json
import pickle
from pathlib import Path
from xml.etree import ElementTree as ET

import klubba
import pytest
from conftest import documents
from hypothesis import given
from hypothesis import strategies as st


def as_xml_reads(text: str) -> str:
    """What XML can hold of a text."""
    return "".join("\ufffd" if (c < " " and c not in "\t\n\r") or c in "\ufffe\uffff" else c for c in text)


def parsed(doc: klubba.Document) -> tuple[str, list[ET.Element]]:
    """The text of a document's TimeML and its TIMEX3 elements."""
    root = ET.fromstring(doc.to_timeml())
    text = root.find("TEXT")
    assert text is not None
    elements = list(root.iter("TIMEX3"))
    known = {element.get("tid") for element in elements}
    assert len(known) == len(elements)
    for element in elements:
        assert {element.get(name) for name in ("beginPoint", "endPoint", "anchorTimeID")} <= {None, *known}
    return "".join(text.itertext()), [element for element in text.iter("TIMEX3") if element.text]


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.stem)
def test_documents(path: Path) -> None:
    doc = klubba.analyze(path.read_text("utf-8"))
    text, elements = parsed(doc)
    assert text == doc.text
    assert [element.text for element in elements] == [date.text for date in doc.dates]
    for element, date in zip(elements, doc.dates, strict=True):
        timex = date.timex3
        assert [element.get(name) for name in ("type", "value", "mod")] == [
            timex.get(name) for name in ("type", "value", "mod")
        ]
        assert ("begin" in timex) == ("end" in timex) == (timex["type"] == "DURATION")
        assert (element.get("temporalFunction") == "true") == (date.anchor is not None)
    again = pickle.loads(pickle.dumps(doc))
    assert again.to_timeml() == doc.to_timeml()
    assert [date.timex3 for date in again.dates] == [date.timex3 for date in doc.dates]


def test_timex3() -> None:
    doc = klubba.analyze("Stormötet hålls senast 14–15 december 2023, och våren 2024 kommer nästa.")
    assert [date.timex3 for date in doc.dates] == [
        {
            "type": "DURATION",
            "value": "P2D",
            "mod": "ON_OR_BEFORE",
            "begin": "2023-12-14",
            "end": "2023-12-15",
        },
        {"type": "DATE", "value": "2024-SP"},
    ]
    assert "timex3" not in json.loads(doc.to_json())["dates"][0]


def test_what_a_date_was_seen_from() -> None:
    root = ET.fromstring(klubba.analyze("Mötet hölls i fjol.", date="2024-03-14").to_timeml())
    own, found = root.iter("TIMEX3")
    assert (own.get("tid"), own.get("functionInDocument"), own.text) == ("t0", "CREATION_TIME", "2024-03-14")
    assert (found.get("value"), found.get("anchorTimeID")) == ("2023", "t0")
    assert root.find("DCT/TIMEX3") is own


@given(
    st.lists(
        st.one_of(
            st.text(max_size=4),
            st.sampled_from(
                ["3 maj 2023", "i går ", "kl. 9–12", "&", "<", "]]>", "\r\n", "\x00", "tertial 2 2023 "]
            ),
        )
    ).map("".join)
)
def test_any_text(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    doc = klubba.analyze(text, date="2024-03-14")
    assert parsed(doc)[0] == as_xml_reads(text)
