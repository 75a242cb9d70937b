"""What src/python makes: held together by mypy.stubtest, and docstrings by tests/python/test_stubs.py."""

import datetime
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, final

from typing_extensions import Self

from klubba.types import (
    BlockKind,
    DecisionKind,
    DocumentKind,
    FileFormat,
    FindKind,
    Function,
    HeadingKind,
    Layer,
    Modifier,
    Patterns,
    SpeechMode,
    TermKind,
    Vote,
    Within,
)

__all__ = [
    "Ballot",
    "Block",
    "Charge",
    "Date",
    "Decision",
    "Document",
    "Failure",
    "File",
    "Heading",
    "Item",
    "Match",
    "Page",
    "Person",
    "Place",
    "Rule",
    "Section",
    "Span",
    "Speech",
    "Table",
    "TocEntry",
    "Votes",
    "_Analyzer",
    "__version__",
    "_case_key",
    "_files",
    "_find",
    "_link",
    "_link_columns",
    "_link_streams",
    "_restore",
    "_rows",
    "_table",
    "_texts",
    "analyze",
    "extract",
    "rules",
    "run",
]
__version__: str

def analyze(
    text: str,
    *,
    date: datetime.date | str | None = None,
    layers: Iterable[Layer] | str | None = None,
) -> Document:
    """Analyse a Swedish text: find its headings, people, speeches, decisions and dates.

    Args:
        text: The text. It is analysed as it stands; offsets count its code points.
        date: The document's date where the text gives none (datetime.date or 'YYYY-MM-DD');
            relative dates are resolved against it.
        layers: Only these: 'headings', 'dates', 'people', 'speeches', 'decisions'. All, if None.

    Returns:
        What was found. Other threads run while the text is read.

    Warns:
        UserWarning: The text is nothing but the name of a file ('protokoll.txt'), which `read` would read.

    Raises:
        DecodeError: The text holds a lone surrogate or has 4 GiB or more.
        KlubbaError: The date is no day of the calendar, or no layer has that name.
        TypeError: An argument is of a wrong type.
    """

def extract(source: str | os.PathLike[str] | bytes | bytearray, *, ocr: bool = False) -> File:
    """Read the text of one file: plain text in any common encoding, HTML, DOCX, DOC, ODT, RTF, PDF …

    Args:
        source: A path, or the bytes of a file. What it is shows in its content, never in its name.
        ocr: Read pages of a PDF that are images, with the program tesseract.

    Returns:
        The text with what was assumed. Other threads run meanwhile.

    Raises:
        ExtractError: The file is missing or cannot be read, or holds no text: it is encrypted, damaged, a
            scan, or something else.
        KlubbaError: OCR is asked for, and tesseract or its data for Swedish are not installed.
        TypeError: The source is neither a path nor bytes.
    """

@final
class File:
    """A file that was read: its text, what it is, and what was assumed, lost or repaired."""

    @property
    def text(self) -> str:
        """The text, which offsets count in; form feeds part its pages, where it tells of pages."""
    @property
    def format(self) -> FileFormat:
        """What the file is: 'text', 'html', 'docx', 'doc', 'odt', 'rtf', 'pdf', 'xml' or 'mail'."""
    @property
    def encoding(self) -> str | None:
        """What its bytes were read as ('UTF-8', 'windows-1252'); None where the format leaves no choice."""
    @property
    def guessed(self) -> bool:
        """Whether the encoding was guessed: nothing in the file says it."""
    @property
    def notes(self) -> list[str]:
        """What was lost, left out or repaired, a sentence each."""
    def analyze(
        self,
        *,
        date: datetime.date | str | None = None,
        layers: Iterable[Layer] | str | None = None,
    ) -> Document:
        """Analyse the text with what the file knows of its lines: styled headings, large type, tables.

        Args:
            date: As for analyze.
            layers: As for analyze.

        Returns:
            What was found. Other threads run while the text is read.

        Raises:
            DecodeError: The text has 4 GiB or more.
            KlubbaError: The date is no day of the calendar, or no layer has that name.
            TypeError: An argument is of a wrong type.
        """

def rules() -> list[Rule]:
    """All rules by which klubba finds things, layer by layer."""

def run(args: Sequence[str]) -> int:
    """Run the command with these arguments, without the program's name; its exit status."""

def _restore(class_: str, state: tuple[Any, ...]) -> object:
    """A finding out of a pickle."""

@final
class _Analyzer:
    """What `klubba.Analyzer` reads texts with."""

    def __new__(
        cls,
        date: datetime.date | str | None = None,
        layers: Iterable[Layer] | str | None = None,
        lexicon: Mapping[TermKind, Iterable[str]] | None = None,
        patterns: Patterns | None = None,
    ) -> Self: ...
    def analyze(self, text: str) -> Document:
        """Analyse a text."""

def _texts(
    texts: Iterable[object],
    ids: Sequence[str] | None,
    threads: int,
    analyzer: _Analyzer,
) -> Iterator[Document | Failure]:
    """Texts of an iterator, analysed on `threads` threads (0: as many as there are cores). What is no
    text is a failure.
    """

def _files(
    paths: Sequence[str | os.PathLike[str]],
    *,
    include: Sequence[str],
    text_column: str | None,
    id_column: str | None,
    max_size: int | None,
    timeout: float | None,
    threads: int,
    ocr: bool,
    analyzer: _Analyzer,
) -> Iterator[Document | Failure]:
    """The documents at these paths."""

def _rows(
    stream: bytes,
    tables: Sequence[str],
    analyzer: _Analyzer,
    *,
    keep_text: bool = False,
    max_size: int | None = None,
    timeout: float | None = None,
) -> Iterator[Any]:
    """The rows of a stream in Arrow's IPC form: a column of names (str) and one of texts or of files' bytes.
    What they give has a row for each, and for each of these tables a column: the list of its rows.
    """

def _table(
    name: str,
    documents: Sequence[tuple[int, Document]],
    failures: Sequence[tuple[int, Failure]],
    *,
    text: bool = False,
    document: bool = False,
    words: bool = False,
) -> Table:
    """The table of this name for documents and failures with their numbers."""

def _find(
    documents: Sequence[tuple[int, Document]],
    patterns: Patterns,
    wanted: Mapping[str, object],
) -> Table:
    """The table `matches` of documents with their numbers."""

def _link(
    documents: Sequence[tuple[int, Document]],
    register: str | os.PathLike[str] | None = None,
    columns: Mapping[str, str] | None = None,
    min_score: int = 50,
) -> tuple[list[Table], int, list[str]]:
    """Documents with their numbers, linked: the tables, how many are in the register, what is odd of it."""

def _link_columns() -> dict[str, list[str]]:
    """The columns that linking reads of each table that an engine gives, `doc_id` first."""

def _link_streams(tables: Mapping[str, bytes], min_score: int = 50) -> dict[str, Any]:
    """Tables by their names, each as a stream in Arrow's IPC form, linked: the rows of each by its name."""

def _case_key(written: str) -> str | None:
    """A case number in the one spelling that its spellings have in common; None if it tells no year."""

@final
class Table:
    """Rows of findings, with named and typed columns.
     polars, pandas, pyarrow and DuckDB read it as it is (it has `__arrow_c_stream__`):
    pl.DataFrame(decisions), duckdb.sql('select kind, count(*) from decisions group by kind').
    """

    @property
    def name(self) -> str:
        """Which table it is ('decisions')."""
    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns."""
    @property
    def meanings(self) -> dict[str, str]:
        """What each column means, by its name."""
    def to_dict(self, *, document: bool = False) -> dict[str, list[Any]]:
        """The columns as lists of str, int, bool, datetime.date, list and None; needs no other package.

        Args:
            document: Put source, id, date, kind, title, body and place of the document beside each row
                (`document_source` …), and names beside the numbers of people.
        """
    def to_pandas(self, *, document: bool = False) -> Any:
        """As a pandas.DataFrame: days are datetime64, numbers that may be missing Int64.

        Args:
            document: Put beside each row what its document is, as to_dict does.

        Raises:
            ImportError: pandas is not installed.
        """
    def to_polars(self, *, document: bool = False) -> Any:
        """As a polars.DataFrame.

        Args:
            document: Put beside each row what its document is, as to_dict does.

        Raises:
            ImportError: polars is not installed.
        """
    def to_arrow(self, *, document: bool = False) -> Any:
        """As a pyarrow.Table.

        Args:
            document: Put beside each row what its document is, as to_dict does.

        Raises:
            ImportError: pyarrow is not installed.
        """
    def _repr_html_(self) -> str | None:
        """Hits as a concordance; any other table is shown as text."""
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...
    def __len__(self) -> int: ...

@final
class Failure:
    """A document of which there is nothing."""

    @property
    def source(self) -> str:
        """Where it comes from: a path, and behind each '!/' a place inside; 'text 3' for one of several
        texts.
        """
    @property
    def id(self) -> str | None:
        """What it is called: the id given with its text, or that in the id column of its table."""
    @property
    def stage(self) -> str:
        """Where it failed: 'read', 'extract' or 'analyze'."""
    @property
    def kind(self) -> str:
        """What class of error it is: 'read', 'decode', 'too-large', 'encrypted', 'damaged', 'no-text',
        'timeout', 'unsupported', 'usage' or 'bug'.
        """
    @property
    def message(self) -> str:
        """What went wrong."""
    def to_dict(self) -> dict[str, Any]:
        """As in klubba/1: dicts, lists, strings, numbers, booleans and None."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Span:
    """A stretch of the text."""

    @property
    def start(self) -> int:
        """Where it begins, in code points of the text."""
    @property
    def end(self) -> int:
        """One past its last code point."""
    @property
    def text(self) -> str:
        """The words: text[start:end]."""
    def to_dict(self) -> dict[str, Any]:
        """As in klubba/1: dicts, lists, strings, numbers, booleans and None."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Heading:
    """A line, or the lines of one broken title, that names the part that follows it."""

    @property
    def start(self) -> int:
        """Where it begins, in code points of the text."""
    @property
    def end(self) -> int:
        """One past its last code point."""
    @property
    def text(self) -> str:
        """The words: text[start:end]."""
    @property
    def number(self) -> str | None:
        """Its numbering as written ('1.2.3', '§ 45', 'a)')."""
    @property
    def title(self) -> str:
        """The rest, on one line."""
    @property
    def level(self) -> int:
        """1 is the document's title; each level below is one deeper."""
    @property
    def kind(self) -> HeadingKind:
        """'title', 'item' (a paragraph of minutes), 'section' or 'label' (Beslut, Närvarande)."""
    @property
    def case(self) -> str | None:
        """The case number that stands in it ('BN-2024-00105')."""
    @property
    def page(self) -> int | None:
        """Number of the page that it begins on; None if the text does not tell."""
    @property
    def rule(self) -> str:
        """Code of the rule that found it: see klubba.rules()."""
    @property
    def condition(self) -> str:
        """Where in klubba's source the condition stands that held ('src/layers/dates/days.rs:120')."""
    def explain(self) -> str:
        """Why it was found, in some lines: its rule with an example, and its level and kind."""
    def to_dict(self) -> dict[str, Any]:
        """As in klubba/1: dicts, lists, strings, numbers, booleans and None."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Block:
    """Lines that belong together: with the others, the whole text."""

    @property
    def start(self) -> int:
        """Where it begins, in code points of the text."""
    @property
    def end(self) -> int:
        """One past its last code point."""
    @property
    def text(self) -> str:
        """The words: text[start:end]."""
    @property
    def kind(self) -> BlockKind:
        """'heading', 'paragraph', 'list-item', 'table-row', 'contents', 'furniture' (what recurs on every
        page), 'markup', 'attendance', 'signature' or 'caption'.
        """
    @property
    def page(self) -> int | None:
        """Number of the page that it begins on; None if the text does not tell."""
    @property
    def joined(self) -> str:
        """The words with the lines of a paragraph joined and broken words mended; those of lists of names,
        of furniture and of markup as they stand.
        """
    def to_dict(self) -> dict[str, Any]:
        """As in klubba/1: dicts, lists, strings, numbers, booleans and None."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Place:
    """A municipality or a region."""

    @property
    def name(self) -> str:
        """Its name in SCB's list ('Kungsbacka kommun'; 'Göteborgs kommun' for Göteborgs Stad), or the
        region's own ('Region Skåne').
        """
    @property
    def code(self) -> str:
        """SCB's code: four digits for a municipality, two for a region (those of its county)."""
    def to_dict(self) -> dict[str, Any]:
        """As in klubba/1: dicts, lists, strings, numbers, booleans and None."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Match:
    """A stretch of the text that a pattern of your own fits."""

    @property
    def start(self) -> int:
        """Where it begins, in code points of the text."""
    @property
    def end(self) -> int:
        """One past its last code point."""
    @property
    def text(self) -> str:
        """The words: text[start:end]."""
    @property
    def pattern(self) -> str:
        """What the pattern is called."""
    @property
    def groups(self) -> dict[str, str]:
        """The named groups of the pattern that took part, each with its words."""
    def to_dict(self) -> dict[str, Any]:
        """As in klubba/1: dicts, lists, strings, numbers, booleans and None."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Page:
    """A page of the paper that the text was printed on."""

    @property
    def start(self) -> int:
        """Where it begins, in code points of the text."""
    @property
    def number(self) -> int:
        """The number printed on it where the printed numbers rise, else its count from 1."""
    def to_dict(self) -> dict[str, Any]:
        """As in klubba/1: dicts, lists, strings, numbers, booleans and None."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Section:
    """The part of the text that a heading names, with the parts below it."""

    @property
    def start(self) -> int:
        """Where its heading begins, in code points of the document's text."""
    @property
    def end(self) -> int:
        """One past its last code point: before the next heading of its level or above."""
    @property
    def text(self) -> str:
        """What it says, heading and parts below it with it: without furniture and markup, the lines of a
        paragraph joined. Not a slice of the document's text.
        """
    @property
    def heading(self) -> Heading:
        """Its heading; the same object as in Document.headings."""
    @property
    def parent(self) -> int | None:
        """Index in Document.sections of the one that it belongs to; None at the top."""
    @property
    def page(self) -> int | None:
        """Number of the page that it begins on; None if the text does not tell."""
    def to_dict(self) -> dict[str, Any]:
        """As in klubba/1: dicts, lists, strings, numbers, booleans and None."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class TocEntry:
    """An entry of a table of contents."""

    @property
    def start(self) -> int:
        """Where it begins, in code points of the text."""
    @property
    def end(self) -> int:
        """One past its last code point."""
    @property
    def text(self) -> str:
        """The words: text[start:end]."""
    @property
    def number(self) -> str | None:
        """Its numbering as written."""
    @property
    def title(self) -> str:
        """Its title, without leaders and page."""
    @property
    def page(self) -> int | None:
        """The page that it names."""
    @property
    def heading(self) -> int | None:
        """Index of the heading that it points to, in Document.headings."""
    @property
    def rule(self) -> str:
        """Code of the rule that found it: see klubba.rules()."""
    @property
    def condition(self) -> str:
        """Where in klubba's source the condition stands that held ('src/layers/dates/days.rs:120')."""
    def explain(self) -> str:
        """Why it was found, in some lines: its rule with an example, and where it leads."""
    def to_dict(self) -> dict[str, Any]:
        """As in klubba/1: dicts, lists, strings, numbers, booleans and None."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Person:
    """A natural person, once, under the fullest name that the text gives."""

    @property
    def name(self) -> str:
        """The fullest name."""
    @property
    def roles(self) -> tuple[str, ...]:
        """Roles as written ('socialchef i Åsele')."""
    @property
    def party(self) -> str | None:
        """The letters in brackets, in upper case ('S')."""
    @property
    def functions(self) -> tuple[Function, ...]:
        """What the person is to the meeting or the text: 'present', 'chair', 'secretary', 'adjuster',
        'substitute', 'absent', 'author', 'speaker'; 'mentioned' for one who is only named."""
    @property
    def attended(self) -> tuple[tuple[int, int], ...]:
        """First and last of each run of paragraphs of the minutes that the list says the person attended
        ('§§ 45–51' is (45, 51)); empty where it says nothing."""
    @property
    def mentions(self) -> tuple[Span, ...]:
        """Every place where the person is named, in order."""
    @property
    def rule(self) -> str:
        """Code of the rule that found the first mention: see klubba.rules()."""
    @property
    def condition(self) -> str:
        """Where in klubba's source the condition stands that held ('src/layers/dates/days.rs:120')."""
    def explain(self) -> str:
        """Why it was found, in some lines: its rule with an example for the first mention, and all names it
        goes by.
        """
    def to_dict(self) -> dict[str, Any]:
        """As in klubba/1: dicts, lists, strings, numbers, booleans and None."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Speech:
    """Words that the text attributes to one or more people."""

    @property
    def start(self) -> int:
        """Where it begins, in code points of the text."""
    @property
    def end(self) -> int:
        """One past its last code point."""
    @property
    def text(self) -> str:
        """The words: text[start:end]."""
    @property
    def before(self) -> str:
        """What stands before it in its sentence."""
    @property
    def after(self) -> str:
        """What stands after it in its sentence."""
    @property
    def mode(self) -> SpeechMode:
        """'turn' (a record's speech), 'direct' (a quotation), 'reported' or 'presentation'."""
    @property
    def verb(self) -> str | None:
        """Lemma of the reporting verb ('berätta')."""
    @property
    def speakers(self) -> tuple[Person, ...]:
        """Who says it; the same objects as in Document.people."""
    @property
    def page(self) -> int | None:
        """Number of the page that it begins on; None if the text does not tell."""
    @property
    def rule(self) -> str:
        """Code of the rule that found it: see klubba.rules()."""
    @property
    def condition(self) -> str:
        """Where in klubba's source the condition stands that held ('src/layers/dates/days.rs:120')."""
    def explain(self) -> str:
        """Why it was found, in some lines: its rule with an example, who speaks and by which verb."""
    def _repr_html_(self) -> str:
        """It in its sentence, for a notebook's cell."""
    def to_dict(self) -> dict[str, Any]:
        """As in klubba/1: dicts, lists, strings, numbers, booleans and None."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Votes:
    """The figures of a vote."""

    @property
    def yes(self) -> int:
        """Ja."""
    @property
    def no(self) -> int:
        """Nej."""
    @property
    def abstain(self) -> int | None:
        """Avstår."""
    def to_dict(self) -> dict[str, Any]:
        """As in klubba/1: dicts, lists, strings, numbers, booleans and None."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Ballot:
    """How one voted."""

    @property
    def person(self) -> Person:
        """Who; the same object as in Document.people."""
    @property
    def vote(self) -> Vote:
        """'yes', 'no' or 'abstain'."""
    def to_dict(self) -> dict[str, Any]:
        """As in klubba/1: dicts, lists, strings, numbers, booleans and None."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Charge:
    """A point of a decision that charges somebody."""

    @property
    def item(self) -> int:
        """Index of the point in Decision.items."""
    @property
    def assignee(self) -> str | None:
        """Who is charged."""
    @property
    def deadline(self) -> str | None:
        """Day to answer by, ISO 8601."""
    def to_dict(self) -> dict[str, Any]:
        """As in klubba/1: dicts, lists, strings, numbers, booleans and None."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Decision:
    """The words by which a body or an officer settles, moves or hands on a matter."""

    @property
    def start(self) -> int:
        """Where it begins, in code points of the text."""
    @property
    def end(self) -> int:
        """One past its last code point."""
    @property
    def text(self) -> str:
        """The words: text[start:end]."""
    @property
    def before(self) -> str:
        """What stands before it in its sentence."""
    @property
    def after(self) -> str:
        """What stands after it in its sentence."""
    @property
    def kind(self) -> DecisionKind:
        """'adopt', 'reject', 'elect', 'assign', 'refer', 'postpone', 'note', 'propose', 'move', 'reserve'."""
    @property
    def body(self) -> str | None:
        """Who decides, in the nominative ('Kommunstyrelsen')."""
    @property
    def reported(self) -> bool:
        """Whether the text tells of a decision taken elsewhere or before."""
    @property
    def items(self) -> tuple[Span, ...]:
        """Each att clause or point; a single clause is one item."""
    @property
    def charges(self) -> tuple[Charge, ...]:
        """The points that charge somebody, where the whole does something else ('att anta planen, att ge
        nämnden i uppdrag att …')."""
    @property
    def deadline(self) -> str | None:
        """Day to answer by, ISO 8601. That of a single point is in `charges`."""
    @property
    def assignee(self) -> str | None:
        """Who is charged. Whom a single point charges is in `charges`."""
    @property
    def case(self) -> str | None:
        """Case number (diarienummer)."""
    @property
    def votes(self) -> Votes | None:
        """The figures of a vote."""
    @property
    def ballots(self) -> tuple[Ballot, ...]:
        """How each one voted, where a list stands with the figures."""
    @property
    def by(self) -> tuple[Person, ...]:
        """Who moves or reserves; the same objects as in Document.people. Empty for other kinds."""
    @property
    def law(self) -> tuple[str, ...]:
        """The places in the law that it names, as written ('11 kap. 16 § kommunallagen')."""
    @property
    def same_as(self) -> int | None:
        """Index in Document.decisions of the earlier decision of the same item that says the same, as
        'Beslut' and 'Beslutsgång' do."""
    @property
    def immediate(self) -> bool:
        """Whether its item is 'omedelbart justerad'; klubba/1 has it only where it is so."""
    @property
    def page(self) -> int | None:
        """Number of the page that it begins on; None if the text does not tell."""
    @property
    def rule(self) -> str:
        """Code of the rule that found it: see klubba.rules()."""
    @property
    def condition(self) -> str:
        """Where in klubba's source the condition stands that held ('src/layers/dates/days.rs:120')."""
    def explain(self) -> str:
        """Why it was found, in some lines: its rule with an example, and what was read out of the words
        around it.
        """
    def _repr_html_(self) -> str:
        """It in its sentence, for a notebook's cell."""
    def to_dict(self) -> dict[str, Any]:
        """As in klubba/1: dicts, lists, strings, numbers, booleans and None."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Item:
    """An item of the agenda: the course of one matter. Its decisions are the same objects as in
    Document.decisions, in order."""

    @property
    def start(self) -> int:
        """Where its heading begins, in code points of the text."""
    @property
    def end(self) -> int:
        """One past its last code point: before the next heading of its level or above."""
    @property
    def heading(self) -> Heading:
        """Its heading; the same object as in Document.headings."""
    @property
    def case(self) -> str | None:
        """The case number in its heading."""
    @property
    def proposals(self) -> tuple[Decision, ...]:
        """What bodies and officers propose."""
    @property
    def motions(self) -> tuple[Decision, ...]:
        """What members move."""
    @property
    def votes(self) -> tuple[Decision, ...]:
        """Decisions with the figures of a vote."""
    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What is settled here; not what the text tells of as decided elsewhere or before."""
    @property
    def reservations(self) -> tuple[Decision, ...]:
        """Who dissents."""
    @property
    def speakers(self) -> tuple[Person, ...]:
        """Who speaks; the same objects as in Document.people."""
    @property
    def law(self) -> tuple[str, ...]:
        """The places in the law that it names, as written ('11 kap. 16 § kommunallagen')."""
    def to_dict(self) -> dict[str, Any]:
        """As in klubba/1: dicts, lists, strings, numbers, booleans and None."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Date:
    """An expression that puts something on the calendar."""

    @property
    def start(self) -> int:
        """Where it begins, in code points of the text."""
    @property
    def end(self) -> int:
        """One past its last code point."""
    @property
    def text(self) -> str:
        """The words: text[start:end]."""
    @property
    def before(self) -> str:
        """What stands before it in its sentence."""
    @property
    def after(self) -> str:
        """What stands after it in its sentence."""
    @property
    def value(self) -> str:
        """ISO 8601 where it can say it ('2022-09-23'), else EDTF ('2022-21' is spring 2022)."""
    @property
    def first(self) -> datetime.date | None:
        """Its first day."""
    @property
    def last(self) -> datetime.date | None:
        """Its last day."""
    @property
    def modifier(self) -> Modifier | None:
        """'from', 'until', 'by', 'before', 'after', 'start', 'mid', 'end' or 'approx'."""
    @property
    def anchor(self) -> str | None:
        """What a relative or yearless date was resolved against, ISO 8601."""
    @property
    def conflict(self) -> bool:
        """Whether it names a weekday that its day is not; klubba/1 has it only where it is so."""
    @property
    def page(self) -> int | None:
        """Number of the page that it begins on; None if the text does not tell."""
    @property
    def rule(self) -> str:
        """Code of the rule that found it: see klubba.rules()."""
    @property
    def condition(self) -> str:
        """Where in klubba's source the condition stands that held ('src/layers/dates/days.rs:120')."""
    @property
    def timex3(self) -> dict[str, str]:
        """In the terms of TIMEX3 (TimeML): 'type', 'value' ('2022-SP'), and 'mod' where there is one. What
        has no name there (a range, a tertial) has type 'DURATION', its length as value, 'begin', 'end'.
        """
    def explain(self) -> str:
        """Why it was found, in some lines: its rule with an example, and what a relative or yearless date
        was resolved against.
        """
    def _repr_html_(self) -> str:
        """It in its sentence, for a notebook's cell."""
    def to_dict(self) -> dict[str, Any]:
        """As in klubba/1: dicts, lists, strings, numbers, booleans and None."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Rule:
    """Why something is a finding. Every finding names its rule."""

    @property
    def code(self) -> str:
        """Short code ('date.day')."""
    @property
    def meaning(self) -> str:
        """What it finds, in one line."""
    @property
    def example(self) -> str:
        """A text in which it finds what stands between ⟦ and ⟧."""
    @property
    def counter_example(self) -> str:
        """A text that looks alike and in which it finds nothing."""
    @property
    def source(self) -> str:
        """The file and line of klubba's code that declare it, beside the grammar that applies it
        ('src/layers/dates/days.rs:41').
        """
    def to_dict(self) -> dict[str, Any]:
        """As in klubba/1: dicts, lists, strings, numbers, booleans and None."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Document:
    """What was found in one text.

    Offsets count code points of `text`: text[finding.start:finding.end] == finding.text.
    """

    @property
    def source(self) -> str | None:
        """Where it comes from: a path, and behind each '!/' a place inside an archive or table; None for a
        text that was at hand.
        """
    @property
    def id(self) -> str | None:
        """What it is called: the id given with its text, or that in the id column of its table."""
    @property
    def format(self) -> str | None:
        """What kind of file it was: 'text', 'html', 'docx', 'doc', 'odt', 'rtf', 'pdf', 'xml', 'mail';
        None for a text that was at hand.
        """
    @property
    def notes(self) -> tuple[str, ...]:
        """What was lost, left out or repaired in reading its file, a sentence each."""
    def table(self, name: str, *, document: bool = False, words: bool = False) -> Table:
        """One of its tables, as those of a Corpus: 'documents', 'headings', 'toc', 'people', 'mentions',
        'speeches', 'decisions', 'items', 'dates', 'blocks', 'matches'.

        Args:
            name: Which one.
            document: Put beside each row what the document is, and names beside the numbers of people.
            words: Count words: the column `words` of documents, headings (their sections), speeches,
                decisions.

        Raises:
            KlubbaError: No table has that name, or the document comes out of a pickle.
        """
    def find(
        self,
        patterns: Patterns,
        *,
        within: Within | None = None,
        kind: FindKind | Iterable[FindKind] | None = None,
        body: str | None = None,
        speaker: str | None = None,
        since: datetime.date | str | None = None,
        until: datetime.date | str | None = None,
        words: bool = False,
        folded: bool = False,
    ) -> Table:
        """Find your own patterns in it, as Corpus.find does.

        Returns:
            The hits, a row each.

        Raises:
            KlubbaError: A pattern is none, an option makes no sense, or the document comes out of a pickle.
            TypeError: An argument is of a wrong type.
        """
    def to_html(self, *, page: bool = False) -> str:
        """The text as HTML with what was found in it in colour, an outline, boxes that switch layers, and
        why each finding was made where the pointer or the keyboard is. It needs no script and nothing
        from elsewhere.

        Args:
            page: A page of its own with the whole text. Else an element for a page: of a text of more
                than 200 000 bytes it has the beginning.

        Raises:
            KlubbaError: The document comes out of a pickle.
        """
    def _repr_html_(self) -> str: ...
    @property
    def text(self) -> str:
        """The text, as it was given."""
    @property
    def kind(self) -> DocumentKind:
        """What sort of text it is: 'minutes', 'notes', 'agenda', 'record', 'report', 'policy', 'statement',
        'news', 'blog' or 'other'.
        """
    @property
    def kind_score(self) -> int:
        """How sure the kind is, 0 to 100: its share of the evidence among all kinds."""
    @property
    def kind_evidence(self) -> list[tuple[str, float]]:
        """What spoke most for the kind, the strongest first: what was seen, and how much it said."""
    def explain(self) -> str:
        """Why it is of its kind, in some lines: how sure that is, and what spoke for it."""
    @property
    def title(self) -> str | None:
        """The document's own title."""
    @property
    def date(self) -> str | None:
        """The date it speaks from, ISO 8601, as exact as the text allows ('2024-03-14', '2015-11')."""
    @property
    def body(self) -> str | None:
        """The body it belongs to ('Kommunstyrelsen')."""
    @property
    def place(self) -> Place | None:
        """The municipality or region it belongs to, where its title, page headers or first lines name one."""
    @property
    def headings(self) -> tuple[Heading, ...]:
        """Headings in order; the outline."""
    @property
    def matches(self) -> tuple[Match, ...]:
        """What the analyzer's own patterns fit, in order (klubba.Analyzer(patterns=…))."""
    @property
    def toc(self) -> tuple[TocEntry, ...]:
        """Lines of the table of contents, in order."""
    @property
    def people(self) -> tuple[Person, ...]:
        """Every natural person named, in order of first mention."""
    @property
    def speakers(self) -> tuple[Person, ...]:
        """The people with at least one speech, in order of first mention."""
    @property
    def speeches(self) -> tuple[Speech, ...]:
        """Words attributed to people, in order."""
    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Decisions in order."""
    @property
    def items(self) -> tuple[Item, ...]:
        """The items of the agenda in order, each with the course of its matter; none unless headings and
        decisions were both asked for."""
    @property
    def dates(self) -> tuple[Date, ...]:
        """Dates in order."""
    @property
    def blocks(self) -> tuple[Block, ...]:
        """The whole text in order: each line with something to see belongs to one block."""
    @property
    def sections(self) -> tuple[Section, ...]:
        """The parts that the headings name, one for each heading and in their order."""
    @property
    def pages(self) -> tuple[Page, ...]:
        """Where each page begins, in order; empty if the text does not tell."""
    def page_at(self, offset: int) -> int | None:
        """Number of the page that holds the code point `offset`; None if the text does not tell its pages."""
    def to_dict(self) -> dict[str, Any]:
        """The document in the form klubba/1: dicts, lists, strings, numbers, booleans and None."""
    def to_json(self) -> str:
        """The same as one line of JSON."""
    def to_timeml(self) -> str:
        """The text as TimeML: a well-formed XML document with each date as a TIMEX3 element; its own date in
        DCT. What TIMEX3 has no name for is a DURATION between two empty TIMEX3 elements behind it.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...
