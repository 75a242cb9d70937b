"""What others know: PyPI edtf reads our values, PyPI holidays and dateutil know the feasts."""

import calendar
import datetime
import re
from collections.abc import Callable, Iterator
from typing import Any

import klubba
import pytest
from conftest import ROOT, documents
from dateutil.easter import easter  # type: ignore[import-untyped]
from edtf import EDTFParseException, parse_edtf
from holidays import country_holidays

Day = datetime.date


def findings() -> Iterator[klubba.Date]:
    """The dates of every case of the tables, and of the documents in examples/."""
    for line in (ROOT / "tests/cases/dates.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            _, date, marked, *_ = line.split("\t")
            text = re.sub("[⟦⟧]", "", marked).replace("\\n", "\n").replace("~", "\u00a0")
            yield from klubba.analyze(text, date=None if date == "-" else date).dates
    for line in (ROOT / "tests/cases/document-dates.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield from klubba.analyze(line.split("\t")[1].replace("\\n", "\n").replace("~", "\u00a0")).dates
    for path in documents():
        yield from klubba.analyze(path.read_text("utf-8")).dates


def outside_edtf(value: str) -> str | None:
    """Why EDTF, or the package edtf, cannot read a value of klubba."""
    if value in {"present", "past", "future"}:
        return "a word where no date is known"
    if value.startswith("T"):
        return "ISO 8601-1: a clock time without a day"
    if "-W" in value:
        return "ISO 8601-1: EDTF has no weeks"
    if re.search(r"XXXX-(2[1-4]|3[3-9]|4[01])", value):
        return "a part of an unknown year: the package wants the year of its seasons"
    return None


def days(struct: Any) -> Day:  # noqa: ANN401
    return Day(*struct[:3])


def read(value: str) -> tuple[Any, Any]:
    """The EDTF objects of a value's beginning and end."""
    # The times of EDTF have seconds.
    value = re.sub(r"T(\d\d:\d\d)(?!:\d\d)", r"T\1:00", value)
    if re.search(r"-(3[3-9]|4[01])/", value) or ("T" in value and "/" in value):
        # The package reads quarters and their like, and times, but not as ends of a range.
        first, last = value.split("/")
        return parse_edtf(first), parse_edtf(last)
    whole = parse_edtf(value)
    return whole, whole


def test_values_are_edtf() -> None:
    found = {(date.value, date.first, date.last) for date in findings()}
    readable = [one for one in found if outside_edtf(one[0]) is None]
    assert len(readable) > 250
    assert len(found) - len(readable) < 40
    wrong = []
    for value, first, last in readable:
        begin, end = read(value)
        if first is None or last is None:
            assert "X" in value, value
            continue
        lower, upper = days(begin.lower_strict()), days(end.upper_strict())
        if re.search(r"(^|/)\d{4}-24$", value):
            # The package ends winter with the year; klubba's is December to February.
            upper = last
            assert last.month == 2, value
        if (lower, upper) != (first, last):
            wrong.append((value, lower, upper, first, last))
    assert not wrong


@pytest.mark.parametrize("value", ["2023-13", "2023-02-30", "2023-42", "2023/22", "den 3 maj"])
def test_edtf_would_tell(value: str) -> None:
    """The package refuses what is wrong, so the test above can fail."""
    with pytest.raises((EDTFParseException, ValueError)):
        days(parse_edtf(value).upper_strict())


def told(name: str, years: range) -> dict[int, Day | None]:
    """The day that klubba gives a feast in each year."""
    text = "\n\n".join(f"Vi stänger {name} {year}." for year in years)
    found = klubba.analyze(text, layers="dates").dates
    assert [date.text for date in found] == [f"{name} {year}" for year in years]
    assert all(date.first == date.last for date in found)
    return {year: date.first for year, date in zip(years, found, strict=True)}


# From 1953, when Midsummer and All Saints' moved to Saturdays; the package knows no years before.
SINCE_1953 = country_holidays(
    "SE", years=range(1953, 2101), language="sv", categories=("bank", "de_facto", "optional", "public")
)


@pytest.mark.parametrize(
    ("name", "theirs", "years"),
    [
        ("nyårsdagen", "Nyårsdagen", range(1953, 2101)),
        ("trettondagsafton", "Trettondagsafton", range(1953, 2101)),
        ("trettondedag jul", "Trettondedag jul", range(1953, 2101)),
        ("skärtorsdagen", "Skärtorsdagen", range(1953, 2101)),
        ("långfredagen", "Långfredagen", range(1953, 2101)),
        ("påskafton", "Påskafton", range(1953, 2101)),
        ("påskdagen", "Påskdagen", range(1953, 2101)),
        ("annandag påsk", "Annandag påsk", range(1953, 2101)),
        ("valborgsmässoafton", "Valborgsmässoafton", range(1953, 2101)),
        ("första maj", "Första maj", range(1953, 2101)),
        ("Kristi himmelsfärdsdag", "Kristi himmelsfärdsdag", range(1953, 2101)),
        ("pingstafton", "Pingstafton", range(1953, 2101)),
        ("pingstdagen", "Pingstdagen", range(1953, 2101)),
        # No holiday since 2005, but still a day of the almanac.
        ("annandag pingst", "Annandag pingst", range(1953, 2005)),
        # A holiday since 2005.
        ("nationaldagen", "Nationaldagen", range(2005, 2101)),
        ("midsommarafton", "Midsommarafton", range(1953, 2101)),
        ("midsommardagen", "Midsommardagen", range(1953, 2101)),
        ("allhelgonaafton", "Allahelgonsafton", range(1953, 2101)),
        ("alla helgons dag", "Alla helgons dag", range(1953, 2101)),
        ("julafton", "Julafton", range(1953, 2101)),
        ("juldagen", "Juldagen", range(1953, 2101)),
        ("annandag jul", "Annandag jul", range(1953, 2101)),
        ("nyårsafton", "Nyårsafton", range(1953, 2101)),
    ],
)
def test_feasts_are_those_of_holidays(name: str, theirs: str, years: range) -> None:
    known: dict[int, Day] = {}
    for day, label in SINCE_1953.items():
        # '… (från kl. 14.00)'; several names of one day are joined.
        if theirs in {one.split(" (")[0] for one in label.split("; ")}:
            known[day.year] = day
    assert told(name, years) == {year: known[year] for year in years}


def first_weekday(year: int, month: int, weekday: int, least: int) -> Day:
    """The first such weekday of the month on or after the day `least`."""
    return next(
        Day(year, month, day)
        for day in range(least, calendar.monthrange(year, month)[1] + 1)
        if Day(year, month, day).weekday() == weekday
    )


@pytest.mark.parametrize(
    ("name", "offset"),
    [
        ("fettisdagen", -47),
        ("askonsdagen", -46),
        ("palmsöndagen", -7),
        ("dymmelonsdagen", -4),
        ("skärtorsdagen", -3),
        ("långfredagen", -2),
        ("påskafton", -1),
        ("påskdagen", 0),
        ("annandag påsk", 1),
        ("Kristi himmelsfärdsdag", 39),
        ("pingstafton", 48),
        ("pingstdagen", 49),
        ("annandag pingst", 50),
    ],
)
def test_feasts_that_follow_easter(name: str, offset: int) -> None:
    years = range(1900, 2101)
    assert told(name, years) == {year: easter(year) + datetime.timedelta(offset) for year in years}


@pytest.mark.parametrize(
    ("name", "day"),
    [
        # Before 1953: lag 1952:48 moved both.
        ("midsommarafton", lambda year: Day(year, 6, 23)),
        ("midsommardagen", lambda year: Day(year, 6, 24)),
        ("alla helgons dag", lambda year: first_weekday(year, 11, calendar.SUNDAY, 1)),
        ("nyårsdagen", lambda year: Day(year, 1, 1)),
        ("trettondagen", lambda year: Day(year, 1, 6)),
        ("tjugondag knut", lambda year: Day(year, 1, 13)),
        ("luciadagen", lambda year: Day(year, 12, 13)),
        ("juldagen", lambda year: Day(year, 12, 25)),
        (
            "fjärde advent",
            lambda year: Day(year, 12, 24) - datetime.timedelta(Day(year, 12, 24).isoweekday() % 7),
        ),
        ("mors dag", lambda year: Day(year, 5, 31) - datetime.timedelta(Day(year, 5, 31).isoweekday() % 7)),
    ],
)
def test_feasts_before_1953(name: str, day: Callable[[int], Day]) -> None:
    years = range(1900, 1953)
    assert told(name, years) == {year: day(year) for year in years}
