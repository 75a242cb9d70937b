"""Many documents, and their tables."""

from __future__ import annotations

import html
import sys
import time
from collections import Counter
from itertools import compress
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, overload

from klubba import _klubba
from klubba._klubba import Document, Failure, Table
from klubba.errors import ExtractError, KlubbaError
from klubba.linked import TABLES, Linked, LinkedMatter, LinkedPerson

if TYPE_CHECKING:
    import datetime
    import os
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from klubba.types import FindKind, Patterns, Within

OnError: TypeAlias = Literal["keep", "raise"]
"""What to do about a document that cannot be read: keep it among the failures, or raise a DecodeError (a text
that is none) or an ExtractError (a file)."""


class Corpus:
    """Documents in the order of the input, read as they are asked for and then kept.

    Iterating reads on; `len`, slices and tables read all that is left. What cannot be read is no document:
    it is in `failures` and in the table `errors`, and the rest goes on. Ctrl-C ends the reading, and what was
    read is there.
    """

    # What is raised of a failure: most come from files.
    _error: type[KlubbaError] = ExtractError

    def __init__(
        self,
        results: Iterable[Document | Failure] = (),
        *,
        on_error: OnError = "keep",
        progress: bool = False,
    ) -> None:
        """Make a corpus of documents, as out of another one."""
        if on_error not in ("keep", "raise"):
            raise KlubbaError(f"on_error must be 'keep' or 'raise', not {on_error!r}")
        self._results = iter(results)
        self._raises = on_error == "raise"
        self._finished = False
        self._documents: list[Document] = []
        # Of each; failures have theirs in between. Plain numbers: Python's collector would visit each pair.
        self._doc_ids: list[int] = []
        self._failures: list[tuple[int, Failure]] = []
        # Made when first asked for.
        self._by_number: dict[int, Document] | None = None
        self._linked: Linked | None = None
        self._progress = _Progress() if progress and _Progress.is_seen() else None

    def _next(self) -> bool:
        """Read one more; whether there was one."""
        return not self._finished and self._add(next(self._results, None))

    def _add(self, result: object) -> bool:
        """Keep a result, None being the end; whether there was one."""
        if isinstance(result, Document):
            self._documents.append(result)
        elif result is not None and not isinstance(result, Failure):
            raise TypeError(f"a Corpus is made of documents, not {type(result).__name__}")
        self._number()
        if isinstance(result, Failure):
            self._failures.append((len(self._documents) + len(self._failures), result))
            if self._raises:
                raise self._error(f"{result.source}: {result.message}")
        self._finished = result is None
        if self._progress:
            self._progress.show(len(self._documents), len(self._failures), done=result is None)
        return result is not None

    def _number(self) -> None:
        """Give the documents that have none yet their doc_id."""
        missing = len(self._documents) - len(self._doc_ids)
        first = len(self._doc_ids) + len(self._failures)
        self._doc_ids.extend(range(first, first + missing))

    def _read(self) -> None:
        # Most results are documents, and nobody looks on: many short ones feel each step.
        documents, seen = self._documents, self._progress is not None
        while not self._finished:
            for result in self._results:
                if seen or not isinstance(result, Document):
                    break
                documents.append(result)
            else:
                result = None
            self._add(result)

    def __iter__(self) -> Iterator[Document]:
        """Each document, read when it is its turn."""
        at = 0
        while True:
            while at < len(self._documents):
                yield self._documents[at]
                at += 1
            if not self._next():
                return

    def __len__(self) -> int:
        """How many documents there are, those that failed not counted."""
        self._read()
        return len(self._documents)

    @overload
    def __getitem__(self, index: int) -> Document: ...
    @overload
    def __getitem__(self, index: slice) -> Corpus: ...
    def __getitem__(self, index: int | slice) -> Document | Corpus:
        """A document by its place, or a corpus of some."""
        if isinstance(index, slice):
            self._read()
            return self._part(self._documents[index], self._doc_ids[index])
        while 0 <= index >= len(self._documents) and self._next():
            pass
        if index < 0:
            self._read()
        return self._documents[index]

    def _part(self, documents: Iterable[Document], doc_ids: Iterable[int]) -> Corpus:
        part = Corpus()
        part._documents, part._doc_ids, part._finished = list(documents), list(doc_ids), True
        return part

    def filter(self, wanted: Callable[[Document], object]) -> Corpus:
        """The documents of which `wanted` is true, as a corpus in which they keep their doc_id."""
        self._read()
        kept = [bool(wanted(document)) for document in self._documents]
        return self._part(compress(self._documents, kept), compress(self._doc_ids, kept))

    def document(self, doc_id: int) -> Document:
        """The document that a row of a table belongs to, by its doc_id.

        It is not always `corpus[doc_id]`: what could not be read has a doc_id too, and so has what a filter
        left out. `corpus.document(row.doc_id).decisions[row.decision_id]` leads from a row to what was found.

        Raises:
            KlubbaError: No document here has it.
        """
        if self._by_number is None:
            self._read()
            self._by_number = dict(zip(self._doc_ids, self._documents, strict=True))
        found = self._by_number.get(doc_id)
        if found is None:
            raise KlubbaError(f"no document has the doc_id {doc_id!r}")
        return found

    @property
    def failures(self) -> tuple[Failure, ...]:
        """Those that could not be read, of what was read so far."""
        return tuple(failure for _, failure in self._failures)

    def table(self, name: str, *, text: bool = False, document: bool = False, words: bool = False) -> Table:
        """A table by its name.

        Args:
            name: 'documents', 'headings', 'toc', 'people', 'mentions', 'speeches', 'decisions', 'items',
                'dates', 'blocks', 'matches' or 'errors'. They are joined by doc_id. Across documents:
                'persons', 'links', 'matters', 'steps' or 'bodies'.
            text: Whether the texts stand in the table of documents.
            document: Whether source, id, date, kind, title, body and place of the document stand beside
                each row (`document_source` …), and names beside the numbers of people.
            words: Whether words are counted, by Unicode's rules and without what recurs on every page: the
                column `words` of documents, headings (their sections), speeches and decisions.

        Raises:
            KlubbaError: No table has that name.
        """
        if name in TABLES:
            return self._across().table(name)
        self._read()
        documents = list(zip(self._doc_ids, self._documents, strict=True))
        return _klubba._table(name, documents, self._failures, text=text, document=document, words=words)

    def find(  # noqa: PLR0913
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
        r"""Find your own patterns in the texts: regular expressions, or plain words.

            >>> import klubba
            >>> text = "§ 4 Stöd\n\nNämnden beslutar att ge föreningen\n10 000 kronor."
            >>> corpus = klubba.analyze_many({"a": text})
            >>> hits = corpus.find(r"ge föreningen (?<sum>[\d ]+) kronor", within="decisions")
            >>> row = {name: column[0] for name, column in hits.to_dict().items()}
            >>> row["sum"], row["section"], row["decision_kind"], row["document_id"]
            ('10 000', 'Stöd', 'adopt', 'a')

        In a notebook the hits are a concordance, with the words in the middle. The patterns are those of
        the Rust crate regex (https://docs.rs/regex#syntax): their time is linear in the text. A blank
        fits any white space, line breaks too; `^` and `$` fit at each line; a pattern without a greatest
        length ends with its paragraph.

        Args:
            patterns: A pattern, several, or a dict of names and one pattern or several each. Named groups
                become columns.
            within: Only in these parts: 'documents' (anywhere), 'headings', 'items', 'speeches' or
                'decisions'.
            kind: Only in documents of this kind ('minutes' …) or in decisions of it ('adopt' …), or of one
                of these.
            body: Only in decisions of a body whose name holds this, in any case; outside of decisions, in
                documents of one.
            speaker: Only in speeches of someone whose name holds this, in any case.
            since: Only in documents of this day or later (datetime.date or 'YYYY-MM-DD').
            until: Only in documents of this day or before.
            words: Whole words alone; å, ä and ö are letters.
            folded: In any case of the letters.

        Returns:
            The table `matches`: a row for each hit, with what it stands in and what its document is. Of a
            document a million hits are kept.

        Raises:
            KlubbaError: A pattern is none (the message shows the place), or an option makes no sense.
            TypeError: An argument is of a wrong type.
        """
        self._read()
        documents = list(zip(self._doc_ids, self._documents, strict=True))
        wanted = {
            "within": within,
            "kind": kind if kind is None or isinstance(kind, str) else list(kind),
            "body": body,
            "speaker": speaker,
            "since": since,
            "until": until,
            "words": words,
            "folded": folded,
        }
        return _klubba._find(documents, patterns, wanted)

    def link(
        self,
        register: str | os.PathLike[str] | None = None,
        *,
        columns: Mapping[str, str] | None = None,
        min_score: int = 50,
    ) -> Linked:
        r"""Find out who is one person and what is one matter across the documents.

            >>> import klubba
            >>> head = "Granviks kommun\nKommunstyrelsen\nSammanträdesdatum {}\n\nBeslutande\n\n{}"
            >>> corpus = klubba.analyze_many(
            ...     {
            ...         "a": head.format("2023-03-06", "Anna Holm (C), ordförande"),
            ...         "b": head.format("2024-03-04", "Anna Holm Berg (C), ordförande"),
            ...     }
            ... )
            >>> corpus.link()
            Linked(1 persons, 2 links, 0 matters, 0 steps, 1 bodies)
            >>> corpus.persons.to_dict()["names"]
            [['Anna Holm', 'Anna Holm Berg']]

        What is found stays with the corpus: `persons`, `matters`, `person()` and `matter()` show it. They
        link without a register if nobody has linked before.

        Args:
            register: A table of those who held office (TSV, CSV or Parquet): a row for each term, with person
                (an id), name, other_names, role, first, last, party, place, district. Only person and name
                are needed.
            columns: What its columns are called, where that is another name: {"person": "id"}.
            min_score: Links below this score, 0 to 100, are not made.

        Raises:
            KlubbaError: The register cannot be read, or has no ids or names; min_score is not from 0 to 100.
        """
        if not 0 <= min_score <= 100:
            raise KlubbaError(f"min_score must be from 0 to 100, not {min_score!r}")
        self._read()
        documents = list(zip(self._doc_ids, self._documents, strict=True))
        found = _klubba._link(documents, register, None if columns is None else dict(columns), min_score)
        self._linked = Linked(self, *found)
        return self._linked

    def _across(self) -> Linked:
        return self._linked or self.link()

    @property
    def persons(self) -> Table:
        """A row for each person across documents: names, parties, roles, first and last day, how often."""
        return self._across().persons

    @property
    def matters(self) -> Table:
        """A row for each matter across documents: case, title, when, outcome, the bodies it came before."""
        return self._across().matters

    def person(self, name: str, *, party: str | None = None) -> LinkedPerson:
        r"""One person across documents, who shows a life line in a notebook.

            >>> import klubba
            >>> head = "Kommunstyrelsen\nSammanträdesdatum 2023-03-06\n\nBeslutande\n\n"
            >>> klubba.analyze_many([head + "Anna Holm (C)"]).person("Anna Holm").parties
            ('C',)

        Args:
            name: The name, in any of its forms and any case of the letters; some of its words, if only one
                person has them; or the entity_id.
            party: Letters of a party, where several have the name.

        Raises:
            KlubbaError: Nobody has the name, or several have it.
        """
        return self._across().person(name, party=party)

    def matter(self, case: str) -> LinkedMatter:
        r"""One matter across documents, which shows its course in a notebook.

            >>> import klubba
            >>> text = "Kommunstyrelsen\n2023-03-06\n\n§ 4 Lekplats          Dnr KS2022-00145\n\nBeslut\n\n{}"
            >>> corpus = klubba.analyze_many([text.format("Kommunstyrelsen beslutar att anta planen.")])
            >>> [(step.body, step.act) for step in corpus.matter("KS 2022/145").steps]
            [('Kommunstyrelsen', 'adopted')]

        Args:
            case: Its case number in any spelling, words of its title, or the matter_id.

        Raises:
            KlubbaError: No matter has it, or several have.
        """
        return self._across().matter(case)

    @property
    def documents(self) -> Table:
        """A row for each document: where it comes from, kind, title, date, body, place."""
        return self.table("documents")

    @property
    def headings(self) -> Table:
        """A row for each heading."""
        return self.table("headings")

    @property
    def people(self) -> Table:
        """A row for each person of a document."""
        return self.table("people")

    @property
    def speeches(self) -> Table:
        """A row for each speech."""
        return self.table("speeches")

    @property
    def decisions(self) -> Table:
        """A row for each decision."""
        return self.table("decisions")

    @property
    def items(self) -> Table:
        """A row for each item of the agenda, with the course of its matter."""
        return self.table("items")

    @property
    def dates(self) -> Table:
        """A row for each date."""
        return self.table("dates")

    @property
    def errors(self) -> Table:
        """A row for each document that could not be read, and why."""
        return self.table("errors")

    def __getstate__(self) -> dict[str, Any]:
        """All that is left is read: what is pickled is whole."""
        self._read()
        return {**self.__dict__, "_results": iter(()), "_progress": None, "_linked": None}

    def __repr__(self) -> str:
        more = "" if self._finished else ", more to read"
        return f"Corpus({len(self._documents)} documents, {len(self._failures)} failures{more})"

    def _repr_html_(self) -> str:
        """How many of each kind there are, and what was found in them."""
        self._read()
        kinds = Counter(document.kind for document in self._documents)
        layers = ("headings", "people", "speeches", "decisions", "dates")
        found: dict[str, Counter[str]] = {kind: Counter() for kind in kinds}
        for document in self._documents:
            found[document.kind].update({layer: len(getattr(document, layer)) for layer in layers})
        head = "".join(f"<th>{name}</th>" for name in ("kind", "documents", *layers))
        rows = "".join(
            f"<tr><td>{html.escape(kind)}</td><td>{count}</td>"
            + "".join(f"<td>{found[kind][layer]}</td>" for layer in layers)
            + "</tr>"
            for kind, count in kinds.most_common()
        )
        failed = f", {len(self._failures)} could not be read" if self._failures else ""
        return (
            f"<p><b>{len(self._documents)} documents</b>{failed}</p>"
            f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        )


class _Progress:
    """One line on standard error that counts, if it takes longer than a second and somebody looks."""

    @staticmethod
    def is_seen() -> bool:
        """Whether somebody looks."""
        return sys.stderr.isatty() or "ipykernel" in sys.modules

    def __init__(self) -> None:
        # When to show the next count; the first is a second after the first document.
        self.next: float | None = None
        self.begun = False

    def show(self, documents: int, failures: int, *, done: bool) -> None:
        now = time.monotonic()
        if self.next is None:
            self.next = now + 1
        if now < self.next and not (done and self.begun):
            return
        self.next = now + 0.5
        failed = f", {failures} failed" if failures else ""
        sys.stderr.write(f"\r{documents} documents{failed}" + ("\n" if done else " …"))
        sys.stderr.flush()
        self.begun = not done
