r"""Swedish administrative texts into data: headings, speakers, decisions and dates.

    >>> import klubba
    >>> doc = klubba.analyze("Protokoll 14 mars 2024. Nästa möte är den 4 april.")
    >>> [date.value for date in doc.dates]
    ['2024-03-14', '2024-04-04']

Many at once, as a table:

    >>> corpus = klubba.analyze_many(["§ 4 Budget\n\nNämnden beslutar att anta budgeten."])
    >>> corpus.decisions.to_dict()["kind"]
    ['adopt']

Every finding says where it stands (`start`, `end`, in code points of the text), what stands there (`text`)
and which rule found it (`rule`, explained by `rules()`).
"""

from klubba._klubba import (
    Ballot,
    Block,
    Charge,
    Date,
    Decision,
    Document,
    Failure,
    File,
    Heading,
    Item,
    Match,
    Page,
    Person,
    Place,
    Rule,
    Section,
    Span,
    Speech,
    Table,
    TocEntry,
    Votes,
    __version__,
    analyze,
    extract,
    rules,
)
from klubba.analyzer import Analyzer, analyze_many, read
from klubba.corpus import Corpus
from klubba.errors import DecodeError, ExtractError, KlubbaError
from klubba.linked import Linked, LinkedMatter, LinkedPerson

__all__ = [
    "Analyzer",
    "Ballot",
    "Block",
    "Charge",
    "Corpus",
    "Date",
    "Decision",
    "DecodeError",
    "Document",
    "ExtractError",
    "Failure",
    "File",
    "Heading",
    "Item",
    "KlubbaError",
    "Linked",
    "LinkedMatter",
    "LinkedPerson",
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
    "__version__",
    "analyze",
    "analyze_many",
    "extract",
    "read",
    "rules",
]
