"""The figures hold what was found."""

import re
from typing import Any

import klubba
import pytest
from conftest import documents

pytest.importorskip("altair", reason="altair is not installed: pip install 'klubba[plot]'")

from klubba import plot


def rows(chart: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows that a chart draws."""
    found: list[dict[str, Any]] = chart["datasets"][chart["data"]["name"]]
    return found


CORPUS = klubba.analyze_many([path.read_text("utf-8") for path in documents()])


def test_decisions_over_time() -> None:
    chart = plot.decisions(CORPUS, by="year").to_dict()
    drawn = rows(chart)
    wanted = [
        one for doc in CORPUS if doc.date for one in doc.decisions if not one.reported and one.same_as is None
    ]
    assert sum(row["decisions"] for row in drawn) == len(wanted) > 0
    assert {row["kind"] for row in drawn} == {one.kind for one in wanted}
    assert all(row["date"].endswith("-01-01") for row in drawn)
    with pytest.raises(klubba.KlubbaError, match="'week'"):
        plot.decisions(CORPUS, by="week")  # type: ignore[arg-type]


@pytest.mark.parametrize("chart", [plot.decisions(CORPUS), plot.speakers(CORPUS), plot.timeline(CORPUS[0])])
def test_screen_readers_are_told_what_is_drawn(chart: Any) -> None:  # noqa: ANN401
    told = chart.to_dict()["description"]
    assert re.search("decision|speaker|days", told)
    # By the page that a browser draws, too.
    assert told in chart.to_html()


def test_who_speaks() -> None:
    drawn = rows(plot.speakers(CORPUS, most=5).to_dict())
    assert len({row["speaker"] for row in drawn}) == 5
    assert all(row["words"] > 0 for row in drawn)


def test_one_person_speaks_under_two_names() -> None:
    says = "\n\nAnna {} säger att budgeten är för liten.\n"
    corpus = klubba.analyze_many(
        [
            HEAD.format("2022-03-07", "Anna Holm (C)") + says.format("Holm"),
            HEAD.format("2024-03-04", "Anna Holm Berg (C)") + says.format("Holm Berg"),
        ]
    )

    def speakers() -> set[str]:
        return {row["speaker"] for row in rows(plot.speakers(corpus).to_dict())}

    assert speakers() == {"Anna Holm (C)", "Anna Holm Berg (C)"}
    corpus.link()
    assert speakers() == {"Anna Holm Berg (C)"}


def test_timeline() -> None:
    doc = max(CORPUS, key=lambda doc: len(doc.dates))
    chart = plot.timeline(doc).to_dict()
    drawn = rows(chart)
    assert len(drawn) == len([date for date in doc.dates if date.first and date.last])
    assert {row["length"] for row in drawn} == {"day", "period"}
    assert all((row["first"] == row["last"]) == (row["length"] == "day") for row in drawn)
    assert ["'period'" in str(layer["transform"]) for layer in chart["layer"]] == [True, False]
    assert [layer["encoding"]["y"]["stack"] for layer in chart["layer"]] == [None, None], (
        "bars would be piled up"
    )
    assert plot.timeline(klubba.analyze("Hej.")).to_dict()


HEAD = (
    "GRANVIKS KOMMUN\nKommunstyrelsen\nSammanträdesdatum {}\n\n"
    "Beslutande\n\nKarin Åberg (M), ordförande\n{}\n\n"
)
ITEM = "§ 1 Ny lekplats i Ängby          Dnr KS 2022/145\n\nBeslut\n\nKommunstyrelsen beslutar att {}.\n"
LINKED = klubba.analyze_many(
    [
        HEAD.format("2022-03-07", "Per Lind (S)") + ITEM.format("bordlägga ärendet"),
        HEAD.format("2024-03-04", "Per Lind (L)") + ITEM.format("anta planen"),
    ]
)


def test_the_course_of_a_matter() -> None:
    chart = plot.matter(LINKED.matter("KS 2022/145")).to_dict()
    drawn = [(row["date"], row["body"], row["act"]) for row in rows(chart)]
    assert drawn == [
        ("2022-03-07", "Kommunstyrelsen", "postponed"),
        ("2024-03-04", "Kommunstyrelsen", "adopted"),
    ]
    assert "course of a matter" in chart["description"]


def test_life_lines() -> None:
    chart = plot.persons(LINKED).to_dict()
    periods = [row for row in rows(chart) if row["what"] == "period"]
    assert {(row["person"], row["party"], row["first"], row["last"]) for row in periods} == {
        ("Karin Åberg", "M", "2022-03-07", "2024-03-04"),
        ("Per Lind", "S", "2022-03-07", "2022-03-07"),
        ("Per Lind", "L", "2024-03-04", "2024-03-04"),
    }
    one = rows(plot.persons(LINKED.person("Per Lind")).to_dict())
    assert len(one) == 4
    assert len(rows(plot.persons(LINKED, most=1).to_dict())) in (3, 4)
