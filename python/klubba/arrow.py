"""Arrow batches of texts in, Arrow batches of findings out: what an engine runs on its machines.

    decisions = klubba.arrow.mapper("decisions", text="body", id="page_id")
    for batch in decisions(batches):  # any iterator of pyarrow.RecordBatch
        ...

Spark calls it through `mapInArrow` (`klubba.spark` makes that short), Ray and Dask for each block of a table,
DuckDB's results are read through it. No Python object is made for a row. Needs pyarrow.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, TypedDict, cast

from klubba import _klubba
from klubba.analyzer import Analyzer
from klubba.errors import KlubbaError

try:
    import pyarrow as pa
    from pyarrow import compute
except ImportError as error:
    raise ImportError("pyarrow is not installed: pip install pyarrow") from error

if TYPE_CHECKING:
    import datetime

    from typing_extensions import Unpack

    from klubba.types import Layer, Patterns, TermKind

Mapper: TypeAlias = Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]
"""What reads batches and gives batches, as `mapInArrow` wants it; it can be pickled."""

TABLES = (
    "documents",
    "headings",
    "toc",
    "people",
    "mentions",
    "speeches",
    "decisions",
    "items",
    "dates",
    "blocks",
    "errors",
)
"""The tables that there are; `matches`, those of own patterns, are asked for by name."""


class Limits(TypedDict, total=False):
    """What is kept, and how large a document may be; each may be left out."""

    keep_text: bool
    """Whether the texts stand in the table of documents."""
    max_size: int | None
    """Bytes that one document may have: 100 MiB, if not given; 128 MiB at most."""
    timeout: float | None
    """Seconds that reading one file's format may take: 120, if not given; no limit, if None."""


class Options(Limits, total=False):
    """How to analyse; each may be left out."""

    date: datetime.date | str | None
    """The documents' date where a text gives none (datetime.date or 'YYYY-MM-DD')."""
    layers: Iterable[Layer] | str | None
    """Only these: 'headings', 'dates', 'people', 'speeches', 'decisions'."""
    lexicon: Mapping[TermKind, Iterable[str]] | None
    """Words of a field's own: see klubba.Analyzer."""
    patterns: Patterns | None
    """Patterns of your own, for the table `matches`: see klubba.Analyzer."""


# Rows go over in portions of so many bytes: an engine may give gigabytes at once.
_PORTION = 4 << 20


def mapper(
    table: str,
    text: str = "text",
    id: str = "id",  # noqa: A002
    content: str | None = None,
    *,
    id_type: pa.DataType | None = None,
    **options: Unpack[Options],
) -> Mapper:
    """A function from batches of texts to batches of one table.

    The table is that of `docs/tables.md`, but `doc_id` is the value of the row's id; in `documents` and
    `errors` it stands as text too, in `source` and `id`. Rows come in the order of the input. A null is an
    empty text. A row that cannot be read fails nothing: it is in the table `errors`, with the reason.

    Args:
        table: 'documents', 'headings', 'toc', 'people', 'mentions', 'speeches', 'decisions', 'items',
            'dates', 'blocks', 'matches' or 'errors'.
        text: The column of texts.
        id: The column that names the rows, each another.
        content: A column of files' bytes (PDF, DOCX, HTML, text in any encoding …), read instead of texts.
        id_type: The type that `doc_id` shall have; that of the ids, if None.
        **options: How to analyse: see Options.

    Raises:
        KlubbaError: No table has that name, or an option makes no sense. The function raises it where a
            column is missing or of a type that makes no sense.
        TypeError: No option has that name.
    """
    return partial(_flat, nested=nested_mapper([table], text, id, content, **options), id_type=id_type)


def nested_mapper(
    tables: Iterable[str] = TABLES,
    text: str = "text",
    id: str = "id",  # noqa: A002
    content: str | None = None,
    **options: Unpack[Options],
) -> Mapper:
    """A function from batches of texts to batches with a row for each, analysed once for several tables.

    The columns are `doc_id`, and for each table the list of its rows as structs. The arguments are those of
    `mapper`.
    """
    tables = [tables] if isinstance(tables, str) else list(tables)
    if not tables:
        raise KlubbaError("tables names none")
    options.setdefault("timeout", 120.0)
    analyzer = Analyzer(
        date=options.pop("date", None),
        layers=options.pop("layers", None),
        lexicon=options.pop("lexicon", None),
        patterns=options.pop("patterns", None),
    )
    limits = cast("Limits", options)
    _none(tables, analyzer, **limits)  # what makes no sense is told here, and not on another machine
    return partial(
        _nested, tables=tables, name=id, text=text, content=content, analyzer=analyzer, limits=limits
    )


def schema(table: str, id_type: pa.DataType | None = None) -> pa.Schema:
    """The columns of what `mapper` gives, for ids of this type (str, if None)."""
    rows = _none([table]).schema.field(table).type.value_type
    return pa.schema([pa.field("doc_id", id_type or pa.string()), *rows])


def nested_schema(tables: Iterable[str] = TABLES, id_type: pa.DataType | None = None) -> pa.Schema:
    """The columns of what `nested_mapper` gives, for ids of this type (str, if None)."""
    return pa.schema([pa.field("doc_id", id_type or pa.string()), *_none(list(tables)).schema])


def linked_schema(id_type: pa.DataType | None = None) -> pa.Schema:
    """A column for each table across documents, the list of its rows, for ids of this type (str, if None)."""
    fields = []
    for name, rows in _klubba._link_streams({}).items():
        kinds = [
            pa.field(field.name, id_type or pa.string()) if field.name == "doc_id" else field
            for field in pa.record_batch(rows).schema
        ]
        fields.append(pa.field(name, pa.list_(pa.struct(kinds))))
    return pa.schema(sorted(fields, key=lambda field: field.name))


def link_columns() -> dict[str, list[str]]:
    """The columns that linking reads of each table, `doc_id` first."""
    return _klubba._link_columns()


def link_group(
    rows: pa.Table, *, read: Mapping[str, Sequence[str]], id_type: pa.DataType, min_score: int = 50
) -> pa.Table:
    """Link the documents of one place: a row for each, with the list of its rows of each table.

    Args:
        rows: The documents, `doc_id` and what is known of them, and a column for each table.
        read: The columns of each table.
        id_type: The type of `doc_id`.
        min_score: Links below this score, 0 to 100, are not made.

    Returns:
        One row, with the list of the rows of each table across documents: see linked_schema.
    """
    rows = rows.sort_by("doc_id").combine_chunks()
    numbers = pa.array(range(rows.num_rows), pa.int64())
    of_document = [name for name in rows.column_names if name not in ("scope", "doc_id", *read)]
    documents = rows.select(of_document).add_column(0, "doc_id", numbers)
    streams = {"documents": _typed(documents, "documents")}
    for name, columns in read.items():
        lists = rows.column(name).combine_chunks()
        parents = compute.list_parent_indices(lists).cast(pa.int64())
        inner = compute.list_flatten(lists).flatten() if len(parents) else [pa.nulls(0)] * len(columns)
        table = pa.Table.from_arrays([parents, *inner], names=["doc_id", *columns])
        streams[name] = _typed(table, name)
    ids = rows.column("doc_id").combine_chunks()
    schema = linked_schema(id_type)
    found = _klubba._link_streams(streams, min_score)
    lists = []
    for field in schema:
        made = pa.record_batch(found[field.name])
        columns = [
            ids.take(column) if name == "doc_id" else column
            for name, column in zip(made.schema.names, made.columns, strict=True)
        ]
        structs = pa.StructArray.from_arrays(columns, fields=list(field.type.value_type))
        lists.append(
            pa.ListArray.from_arrays(pa.array([0, len(structs)], pa.int32()), structs, type=field.type)
        )
    return pa.Table.from_arrays(lists, schema=schema)


def _typed(table: pa.Table, name: str) -> bytes:
    """A table in Arrow's IPC form, its columns of the types that this klubba gives them."""
    types = {field.name: field.type for field in schema(name, pa.int64())}
    table = table.cast(pa.schema([pa.field(column, types[column]) for column in table.column_names]))
    sink = io.BytesIO()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return sink.getvalue()


def _flat(
    batches: Iterable[pa.RecordBatch], *, nested: Mapper, id_type: pa.DataType | None
) -> Iterator[pa.RecordBatch]:
    for batch in nested(batches):
        ids, lists = batch.columns
        ids = _cast(ids, id_type or ids.type).take(compute.list_parent_indices(lists))
        rows = compute.list_flatten(lists)
        fields = [pa.field("doc_id", ids.type), *rows.type]
        yield pa.RecordBatch.from_arrays([ids, *rows.flatten()], schema=pa.schema(fields))


def _nested(  # noqa: PLR0913
    batches: Iterable[pa.RecordBatch],
    *,
    tables: list[str],
    name: str,
    text: str,
    content: str | None,
    analyzer: Analyzer,
    limits: Limits,
) -> Iterator[pa.RecordBatch]:
    column = content or text
    for batch in batches:
        ids, texts = _column(batch, name), _column(batch, column)
        if content is not None and not _is_binary(texts.type):
            raise KlubbaError(f"the column {content!r} holds no files' bytes: it is {texts.type}")
        step = max(1, batch.num_rows * _PORTION // max(1, texts.nbytes))
        for at in range(0, batch.num_rows, step):
            left = ids.slice(at, step)
            stream = _stream(left, texts.slice(at, step), column)
            for found in _klubba._rows(stream, tables, analyzer._analyzer, **limits):
                lists = pa.record_batch(found)
                columns = [left.slice(0, lists.num_rows), *lists.columns]
                left = left.slice(lists.num_rows)
                fields = [pa.field("doc_id", ids.type), *lists.schema]
                yield pa.RecordBatch.from_arrays(columns, schema=pa.schema(fields))


def _none(tables: list[str], analyzer: Analyzer | None = None, **limits: Unpack[Limits]) -> pa.RecordBatch:
    nothing = pa.array([], pa.string())
    analyzer = analyzer or Analyzer()
    rows = _klubba._rows(_stream(nothing, nothing), tables, analyzer._analyzer, **limits)
    return pa.record_batch(next(rows))


def _stream(ids: pa.Array, texts: pa.Array, column: str = "text") -> bytes:
    """Ids as words, and texts, in Arrow's IPC form."""
    batch = pa.record_batch([_cast(ids, pa.string()), texts], names=["id", column])
    sink = io.BytesIO()
    with pa.ipc.new_stream(sink, batch.schema) as writer:
        writer.write_batch(batch)
    return sink.getvalue()


def _cast(ids: pa.Array, kind: pa.DataType) -> pa.Array:
    try:
        return ids.cast(kind)
    except pa.ArrowException as error:
        raise KlubbaError(f"ids of the type {ids.type} cannot be written as {kind}: {error}") from error


def _column(batch: pa.RecordBatch, name: str) -> pa.Array:
    at = batch.schema.get_field_index(name)
    if at < 0:
        raise KlubbaError(f"there is no column {name!r}, but {', '.join(batch.schema.names)}")
    return batch.column(at)


def _is_binary(kind: pa.DataType) -> bool:
    return kind in (pa.binary(), pa.large_binary(), pa.binary_view())
