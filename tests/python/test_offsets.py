"""Whatever the text, text[start:end] is what was found."""

import json

import klubba
from hypothesis import given
from hypothesis import strategies as st
from test_api import texts

PIECES = st.sampled_from(
    [
        *(
            "§ 1 ",
            "Beslut\n\n",
            "Protokoll den 14 mars 2024\n\n",
            "Anna Holm (S) säger ",
            "Styrelsen beslutar att ",
        ),
        *(
            "a\u030arsmo\u0308te ",
            "f¨or\u00ad",
            "🙂",
            "\u00a0",
            "\r\n",
            "\r",
            "\n",
            "\u0000",
            "14–15 december ",
            "– Ja, ",
        ),
        *(
            "ANNA HOLM (C):\n",
            "i går ",
            "”",
            "1. ",
            "- att ",
            "yrkar bifall. ",
            "\u2028",
            "\ufeff",
            "våren 2023",
        ),
    ]
)


@given(st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=4))).map("".join)))
def test_offsets_count_code_points(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    doc = klubba.analyze(text)
    for start, end, found in texts(doc):
        assert text[start:end] == found
        assert found
        assert found.strip() == found
    assert json.loads(doc.to_json()) == doc.to_dict()
