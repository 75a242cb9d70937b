"""The words that findings use for their kinds, as types for your own annotations."""

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias, Union

DocumentKind: TypeAlias = Literal[
    "minutes", "notes", "agenda", "record", "report", "policy", "statement", "news", "blog", "other"
]
"""What sort of text a document is."""

HeadingKind: TypeAlias = Literal["title", "item", "section", "label"]
"""What a heading names."""

BlockKind: TypeAlias = Literal[
    "heading",
    "paragraph",
    "list-item",
    "table-row",
    "contents",
    "furniture",
    "markup",
    "attendance",
    "signature",
    "caption",
]
"""What a block of a text is."""

SpeechMode: TypeAlias = Literal["turn", "direct", "reported", "presentation"]
"""How words are attributed to their speakers."""

Function: TypeAlias = Literal[
    "present",
    "chair",
    "secretary",
    "adjuster",
    "substitute",
    "absent",
    "author",
    "speaker",
    "mentioned",
]
"""What someone is to the meeting or the text."""

DecisionKind: TypeAlias = Literal[
    "adopt", "reject", "elect", "assign", "refer", "postpone", "note", "propose", "move", "reserve"
]
"""What a decision does."""

Vote: TypeAlias = Literal["yes", "no", "abstain"]
"""How one voted."""

Modifier: TypeAlias = Literal["from", "until", "by", "before", "after", "start", "mid", "end", "approx"]
"""How a date's words bend what they name."""

FileFormat: TypeAlias = Literal["text", "html", "docx", "doc", "odt", "rtf", "pdf", "xml", "mail"]
"""What a file is, by its content."""

TermKind: TypeAlias = Literal["bodies", "roles", "verbs", "labels"]
"""What own words for an Analyzer can be."""

Within: TypeAlias = Literal["documents", "headings", "items", "speeches", "decisions"]
"""The parts of a document in which patterns are looked for."""

FindKind: TypeAlias = Union[DocumentKind, DecisionKind]  # noqa: UP007
"""Documents or decisions in which patterns are looked for."""

Patterns: TypeAlias = Union[str, Iterable[str], Mapping[str, Union[str, Iterable[str]]]]  # noqa: UP007
"""A pattern, several, or names with one pattern or several each."""

Layer: TypeAlias = Literal["headings", "dates", "people", "speeches", "decisions", "all"]
"""What can be asked for alone."""
