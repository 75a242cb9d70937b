"""What reads texts: one with klubba's own words, or with those of a field added."""

from __future__ import annotations

import functools
import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from klubba import _klubba
from klubba.corpus import Corpus, OnError
from klubba.errors import DecodeError, KlubbaError

if TYPE_CHECKING:
    import datetime

    from klubba._klubba import Document
    from klubba.types import Layer, Patterns, TermKind


class Analyzer:
    """Analyses texts with options of its own, made once for many.

        >>> import klubba
        >>> words = {"bodies": ["vattenrådet"], "verbs": ["muttra: muttrar muttrade muttrat"]}
        >>> analyzer = klubba.Analyzer(lexicon=words)
        >>> doc = analyzer.analyze("Vattenrådet beslutade den 3 maj 2024 att anta planen.")
        >>> doc.decisions[0].body
        'Vattenrådet'

    It can be pickled, and one serves many threads.
    """

    def __init__(
        self,
        *,
        date: datetime.date | str | None = None,
        layers: Iterable[Layer] | str | None = None,
        lexicon: Mapping[TermKind, Iterable[str]] | None = None,
        patterns: Patterns | None = None,
    ) -> None:
        """Make an analyzer.

        Args:
            date: The documents' date where a text gives none (datetime.date or 'YYYY-MM-DD').
            layers: Only these: 'headings', 'dates', 'people', 'speeches', 'decisions'. All, if None.
            lexicon: Words of a field's own, by kind. 'bodies' (who decides) and 'roles' (what a person is):
                words in the forms that texts have them, or endings ('-kollegiet'). 'verbs' of speaking: form
                by form, or 'muttra: muttrar muttrade muttrat' with the lemma first. 'labels' (whole lines
                that name a part of an item): 'decision: avgörande'; before the colon stands decision,
                proposal, motions, vote, reservation, attendance, dispatch, papers or other. A '!' before an
                entry takes a word of klubba's own out. Case does not matter.
            patterns: Patterns of your own, found in the same run (Document.matches, the table `matches`):
                one, several, or a dict of names and one pattern or several each, as in Corpus.find. What
                one called 'heading' fits makes its line a heading; what one called 'case' fits is the case
                number of the heading, item or decision that it stands in, where klubba finds none.

        Raises:
            KlubbaError: An entry is none of its kind, or an option makes no sense.
            TypeError: An argument is of a wrong type.
        """
        self._date = date
        self._layers = layers if layers is None or isinstance(layers, str) else tuple(layers)
        self._lexicon = lexicon
        if isinstance(lexicon, Mapping):
            # Kept as it was given, whatever becomes of the lists.
            self._lexicon = {
                kind: entries if isinstance(entries, str) else tuple(entries)
                for kind, entries in lexicon.items()
            }
        self._patterns = _kept(patterns)
        self._analyzer = _klubba._Analyzer(self._date, self._layers, self._lexicon, self._patterns)

    def analyze(self, text: str) -> Document:
        """Analyse a text, as `klubba.analyze` does.

        Raises:
            DecodeError: The text holds a lone surrogate or has 4 GiB or more.
            TypeError: It is no str.
        """
        return self._analyzer.analyze(text)

    def analyze_many(
        self,
        texts: Iterable[str] | Mapping[str, str],
        ids: Iterable[object] | None = None,
        *,
        threads: int | None = None,
        progress: bool = True,
        on_error: OnError = "keep",
    ) -> Corpus:
        """Analyse many texts on all cores, as `klubba.analyze_many` does."""
        if isinstance(texts, (str, bytes)):
            raise TypeError(
                f"texts must be several texts, not one {type(texts).__name__}; use klubba.analyze"
            )
        _no_frame(texts, "texts")
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
        results = _klubba._texts(texts, names, _count(threads), self._analyzer)
        corpus = Corpus(results, on_error=on_error, progress=progress)
        corpus._error = DecodeError
        return corpus

    def read(  # noqa: PLR0913
        self,
        paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
        *,
        include: str | Iterable[str] = (),
        text_column: str | None = None,
        id_column: str | None = None,
        max_size: int | None = None,
        timeout: float | None = None,
        ocr: bool = False,
        threads: int | None = None,
        progress: bool = True,
        on_error: OnError = "keep",
    ) -> Corpus:
        """Read and analyse files, folders and archives, as `klubba.read` does."""
        _no_frame(paths, "paths")
        several = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
        if isinstance(paths, str) and "\n" in paths:
            raise KlubbaError("paths is a text, not a path; use klubba.analyze")
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
            ocr=ocr,
            analyzer=self._analyzer,
        )
        return Corpus(results, on_error=on_error, progress=progress)

    def __reduce__(self) -> tuple[Callable[[], Analyzer], tuple[()]]:
        made = functools.partial(
            Analyzer,
            date=self._date,
            layers=self._layers,
            lexicon=self._lexicon,
            patterns=self._patterns,
        )
        return (made, ())

    def __repr__(self) -> str:
        given = {
            "date": self._date,
            "layers": self._layers,
            "lexicon": self._lexicon,
            "patterns": self._patterns,
        }
        options = ", ".join(f"{name}={value!r}" for name, value in given.items() if value is not None)
        return f"Analyzer({options})"


def _no_frame(given: object, name: str) -> None:
    """Refuse a data frame: going through one gives the names of its columns."""
    if hasattr(given, "columns") and hasattr(given, "shape"):
        raise TypeError(
            f"{name} is a data frame; give a column of it, as in "
            'klubba.analyze_many(df["text"], ids=df["id"])'
        )


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
        on_error: 'keep' puts what is no text (None, NaN, bytes) among the failures, 'raise' raises a
            DecodeError.

    Returns:
        The documents, analysed as they are asked for.

    Raises:
        KlubbaError: An id is used twice, there are more or fewer ids than texts, or an option makes no sense.
        TypeError: `texts` is a single text or a data frame, or an argument is of a wrong type.
    """
    analyzer = Analyzer(date=date, layers=layers)
    return analyzer.analyze_many(texts, ids, threads=threads, progress=progress, on_error=on_error)


def read(  # noqa: PLR0913
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    include: str | Iterable[str] = (),
    text_column: str | None = None,
    id_column: str | None = None,
    max_size: int | None = None,
    timeout: float | None = None,
    ocr: bool = False,
    threads: int | None = None,
    date: datetime.date | str | None = None,
    layers: Iterable[Layer] | str | None = None,
    progress: bool = True,
    on_error: OnError = "keep",
) -> Corpus:
    """Read and analyse files, folders and archives.

    What a file is, its content says: text in any encoding, HTML, DOCX, DOC, ODT, RTF, PDF; zip and tar
    archives, also in one another; JSON Lines and Parquet, whose rows are documents; each also packed with
    gzip or Zstandard.

    The corpus keeps all documents with their texts. Millions are for the command: `klubba analyze -o FOLDER`.

    Args:
        paths: A path or several; one with `*`, `?` or `[` is a pattern.
        include: Only documents whose file name fits this pattern, or one of these ('*.pdf').
        text_column: The column of a table that holds the texts; 'text', if None.
        id_column: The column of a table that names its rows.
        max_size: Bytes that one document may have, unpacked; 100 MiB, if None.
        timeout: Seconds that reading one document's format may take, and seconds that the analysis of its
            text may take; no limit, if None.
        ocr: Read pages of a PDF that are images, with the program tesseract; a minute a page at most.
        threads: As many as there are cores, if None.
        date: The documents' date where a text gives none (datetime.date or 'YYYY-MM-DD').
        layers: Only these: 'headings', 'dates', 'people', 'speeches', 'decisions'. All, if None.
        progress: Count on standard error, if it takes longer than a second and somebody looks at it.
        on_error: 'keep' puts what cannot be read among the failures, 'raise' raises an ExtractError.

    Returns:
        The documents, read as they are asked for.

    Raises:
        ExtractError: There is nothing at the only path, or results of klubba's own, which hold no texts.
        KlubbaError: An option makes no sense, or `paths` is a text of several lines.
        TypeError: `paths` is a data frame, or an argument is of a wrong type.
    """
    return Analyzer(date=date, layers=layers).read(
        paths,
        include=include,
        text_column=text_column,
        id_column=id_column,
        max_size=max_size,
        timeout=timeout,
        ocr=ocr,
        threads=threads,
        progress=progress,
        on_error=on_error,
    )


def _kept(patterns: Patterns | None) -> Patterns | None:
    """As they were given, whatever becomes of the lists."""
    if patterns is None or isinstance(patterns, str):
        return patterns
    if isinstance(patterns, Mapping):
        return {name: one if isinstance(one, str) else tuple(one) for name, one in patterns.items()}
    return tuple(patterns)


def _count(threads: int | None) -> int:
    if threads is not None and threads < 1:
        raise KlubbaError(f"threads must be 1 or more, not {threads}")
    return threads or 0
