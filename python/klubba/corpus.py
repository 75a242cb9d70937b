"""Many documents, and their tables."""

from __future__ import annotations

import html
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias, overload

from klubba import _klubba
from klubba._klubba import Document, Failure, FileError, KlubbaError, Table

if TYPE_CHECKING:
    import datetime

    from klubba.types import Layer

OnError: TypeAlias = Literal["keep", "raise"]
"""What to do about a document that cannot be read: keep it among the failures, or raise a FileError."""


class Corpus:
    """Documents in the order of the input, read as they are asked for and then kept.

    Iterating reads on; `len`, slices and tables read all that is left. What cannot be read is no document:
    it is in `failures` and in the table `errors`, and the rest goes on. Ctrl-C ends the reading, and what was
    read is there.
    """

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
        self._results = enumerate(results)
        self._raises = on_error == "raise"
        self._finished = False
        self._documents: list[tuple[int, Document]] = []
        self._failures: list[tuple[int, Failure]] = []
        self._progress = _Progress() if progress else None

    def _next(self) -> bool:
        """Read one more; whether there was one."""
        number, result = next(self._results, (0, None))
        if isinstance(result, Document):
            self._documents.append((number, result))
        elif isinstance(result, Failure):
            self._failures.append((number, result))
            if self._raises:
                raise FileError(f"{result.source}: {result.message}")
        elif result is not None:
            raise TypeError(f"a Corpus is made of documents, not {type(result).__name__}")
        self._finished = result is None
        if self._progress:
            self._progress.show(len(self._documents), len(self._failures), done=result is None)
        return result is not None

    def _read(self) -> None:
        while self._next():
            pass

    def __iter__(self) -> Iterator[Document]:
        """Each document, read when it is its turn."""
        at = 0
        while True:
            while at < len(self._documents):
                yield self._documents[at][1]
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
            return self._part(self._documents[index])
        while 0 <= index >= len(self._documents) and self._next():
            pass
        if index < 0:
            self._read()
        return self._documents[index][1]

    def _part(self, documents: list[tuple[int, Document]]) -> Corpus:
        part = Corpus()
        part._documents, part._finished = documents, True
        return part

    def filter(self, wanted: Callable[[Document], object]) -> Corpus:
        """The documents of which `wanted` is true, as a corpus in which they keep their doc_id."""
        self._read()
        return self._part([pair for pair in self._documents if wanted(pair[1])])

    @property
    def failures(self) -> tuple[Failure, ...]:
        """Those that could not be read, of what was read so far."""
        return tuple(failure for _, failure in self._failures)

    def table(self, name: str, *, text: bool = False) -> Table:
        """A table by its name.

        Args:
            name: 'documents', 'headings', 'toc', 'people', 'mentions', 'speeches', 'decisions', 'items',
                'dates', 'blocks' or 'errors'. They are joined by doc_id.
            text: Whether the texts stand in the table of documents.

        Raises:
            KlubbaError: No table has that name.
        """
        self._read()
        return _klubba._table(name, self._documents, self._failures, text=text)

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

    def __repr__(self) -> str:
        more = "" if self._finished else ", more to read"
        return f"Corpus({len(self._documents)} documents, {len(self._failures)} failures{more})"

    def _repr_html_(self) -> str:
        """How many of each kind there are, and what was found in them."""
        self._read()
        kinds = Counter(document.kind for _, document in self._documents)
        layers = ("headings", "people", "speeches", "decisions", "dates")
        found: dict[str, Counter[str]] = {kind: Counter() for kind in kinds}
        for _, document in self._documents:
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

    def __init__(self) -> None:
        self.shown = sys.stderr.isatty() or "ipykernel" in sys.modules
        self.next = time.monotonic() + 1
        self.begun = False

    def show(self, documents: int, failures: int, *, done: bool) -> None:
        if not self.shown or (time.monotonic() < self.next and not (done and self.begun)):
            return
        self.next = time.monotonic() + 0.5
        failed = f", {failures} failed" if failures else ""
        sys.stderr.write(f"\r{documents} documents{failed}" + ("\n" if done else " …"))
        sys.stderr.flush()
        self.begun = not done


def analyze_many(  # noqa: PLR0913
    texts: Iterable[str] | Mapping[str, str],
    ids: Iterable[object] | None = None,
    *,
    threads: int | None = None,
    date: datetime.date | str | None = None,
    layers: Iterable[Layer] | str | None = None,
    progress: bool = True,
    on_error: OnError = "keep",
) -> Corpus:
    """Analyse many texts on all cores.

    Args:
        texts: The texts: a list, a column of a data frame, or a dict of ids and texts.
        ids: What each is called, each another: Document.id and the column `id`.
        threads: As many as there are cores, if None.
        date: The documents' date where a text gives none (datetime.date or 'YYYY-MM-DD').
        layers: Only these: 'headings', 'dates', 'people', 'speeches', 'decisions'. All, if None.
        progress: Count on standard error, if it takes longer than a second and somebody looks at it.
        on_error: 'keep' puts what is no text (None, NaN, bytes) among the failures, 'raise' raises FileError.

    Returns:
        The documents, analysed as they are asked for.

    Raises:
        KlubbaError: An id is used twice, there are more or fewer ids than texts, or an option makes no sense.
        TypeError: `texts` is a single text, or an argument is of a wrong type.
    """
    if isinstance(texts, (str, bytes)):
        raise TypeError(f"texts must be several texts, not one {type(texts).__name__}; use klubba.analyze")
    if isinstance(texts, Mapping):
        if ids is not None:
            raise TypeError("texts is a dict, whose keys are the ids: leave ids out")
        ids, texts = texts.keys(), texts.values()
    try:
        texts = list(texts)
    except TypeError:
        raise TypeError(f"texts must be several texts, not {type(texts).__name__}") from None
    names = None if ids is None else [str(one) for one in ids]
    if names is not None:
        twice = [name for name, count in Counter(names).items() if count > 1]
        if twice:
            raise KlubbaError(f"the id {twice[0]!r} is used more than once")
        if len(names) != len(texts):
            raise KlubbaError(f"there are {len(texts)} texts and {len(names)} ids")
    results = _klubba._texts(texts, names, _count(threads), date, layers)
    return Corpus(results, on_error=on_error, progress=progress)


def read(  # noqa: PLR0913
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    include: str | Iterable[str] = (),
    text_column: str | None = None,
    id_column: str | None = None,
    max_size: int | None = None,
    timeout: float | None = None,
    threads: int | None = None,
    date: datetime.date | str | None = None,
    layers: Iterable[Layer] | str | None = None,
    progress: bool = True,
    on_error: OnError = "keep",
) -> Corpus:
    """Read and analyse files, folders and archives.

    What a file is, its content says: text in any encoding, HTML, DOCX, ODT, RTF, PDF; zip and tar archives,
    also in one another; JSON Lines and Parquet, whose rows are documents; each also packed with gzip or
    Zstandard.

    The corpus keeps all documents with their texts. Millions are for the command: `klubba analyze -o FOLDER`.

    Args:
        paths: A path or several; one with `*`, `?` or `[` is a pattern.
        include: Only documents whose file name fits this pattern, or one of these ('*.pdf').
        text_column: The column of a table that holds the texts; 'text', if None.
        id_column: The column of a table that names its rows.
        max_size: Bytes that one document may have, unpacked; 100 MiB, if None.
        timeout: Seconds that reading one document's format may take; no limit, if None.
        threads: As many as there are cores, if None.
        date: The documents' date where a text gives none (datetime.date or 'YYYY-MM-DD').
        layers: Only these: 'headings', 'dates', 'people', 'speeches', 'decisions'. All, if None.
        progress: Count on standard error, if it takes longer than a second and somebody looks at it.
        on_error: 'keep' puts what cannot be read among the failures, 'raise' raises FileError.

    Returns:
        The documents, read as they are asked for.

    Raises:
        KlubbaError: There is nothing at the only path, or an option makes no sense.
        TypeError: An argument is of a wrong type.
    """
    several = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
    if not several:
        raise KlubbaError("paths names no path")
    results = _klubba._files(
        several,
        include=[include] if isinstance(include, str) else list(include),
        text_column=text_column,
        id_column=id_column,
        max_size=max_size,
        timeout=timeout,
        threads=_count(threads),
        date=date,
        layers=layers,
    )
    return Corpus(results, on_error=on_error, progress=progress)


def _count(threads: int | None) -> int:
    if threads is not None and threads < 1:
        raise KlubbaError(f"threads must be 1 or more, not {threads}")
    return threads or 0
