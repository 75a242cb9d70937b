"""Swedish administrative texts into data: headings, speakers, decisions and dates.

    >>> import klubba
    >>> doc = klubba.analyze("Protokoll 14 mars 2024. Nästa möte är den 4 april.")
    >>> [date.value for date in doc.dates]
    ['2024-03-14', '2024-04-04']

Every finding says where it stands (`start`, `end`, in code points of the text), what stands there (`text`)
and which rule found it (`rule`, explained by `rules()`).
"""

from klubba._klubba import (
    Ballot,
    Block,
    Date,
    Decision,
    Document,
    File,
    FileError,
    Heading,
    Item,
    KlubbaError,
    Page,
    Person,
    Place,
    Rule,
    Section,
    Span,
    Speech,
    TextError,
    TocEntry,
    Votes,
    __version__,
    analyze,
    read,
    rules,
)

__all__ = [
    "Ballot",
    "Block",
    "Date",
    "Decision",
    "Document",
    "File",
    "FileError",
    "Heading",
    "Item",
    "KlubbaError",
    "Page",
    "Person",
    "Place",
    "Rule",
    "Section",
    "Span",
    "Speech",
    "TextError",
    "TocEntry",
    "Votes",
    "__version__",
    "analyze",
    "read",
    "rules",
]
