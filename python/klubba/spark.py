"""The tables from Apache Spark: needs `pip install 'klubba[spark]'`, on the executors too.

    tables = klubba.spark.analyze(df, tables=["documents", "decisions"], text="body", id="page_id")
    tables["decisions"].write.parquet("decisions")
    tables["errors"].show()

`docs/spark.md` tells how to set it up, and how large to make what.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubba.errors import KlubbaError
from klubba.linked import TABLES

try:
    import pyarrow as pa  # noqa: TC002
    from pyspark.sql import DataFrame, functions
    from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_type
    from pyspark.sql.types import BinaryType, DataType, StringType, StructField, StructType

    from klubba import arrow
except ImportError as error:
    raise ImportError(f"{error}: pip install 'klubba[spark]'") from error

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from typing_extensions import Unpack

__all__ = ["Tables", "analyze", "link", "mapper", "schema"]


class Tables(dict[str, DataFrame]):
    """DataFrames by the tables' names, analysed together when the first of them is used."""

    def __init__(self, frames: Mapping[str, DataFrame], kept: DataFrame) -> None:
        super().__init__(frames)
        self._kept = kept

    def unpersist(self) -> None:
        """Free the memory and the disk that keep what was found; a table that is used again is made anew."""
        self._kept.unpersist()


def mapper(
    table: str,
    text: str = "text",
    id: str = "id",  # noqa: A002
    content: str | None = None,
    *,
    id_type: DataType | None = None,
    **options: Unpack[arrow.Options],
) -> arrow.Mapper:
    """One table, for `df.mapInArrow(klubba.spark.mapper(table), klubba.spark.schema(table))`.

    The table is that of `docs/tables.md`, but `doc_id` is the value of the row's id; in `documents` and
    `errors` it stands as text too, in `source` and `id`. A null is an empty text. A row that cannot
    be read fails no task: it is in the table `errors`, with the reason.

    Args:
        table: 'documents', 'headings', 'toc', 'people', 'mentions', 'speeches', 'decisions', 'items',
            'dates', 'blocks', 'matches' or 'errors'.
        text: The column of texts.
        id: The column that names the rows, each another.
        content: A column of files' bytes (PDF, DOCX, HTML, text in any encoding …), read instead of texts,
            as `spark.read.format("binaryFile")` gives it.
        id_type: The type that `doc_id` shall have, the same here and for `schema`; StringType, if None.
        **options: How to analyse: see klubba.arrow.Options.

    Raises:
        KlubbaError: No table has that name, or an option makes no sense.
        TypeError: No option has that name.
    """
    arrow_type = to_arrow_type(id_type or StringType())
    return arrow.mapper(table, text, id, content, id_type=arrow_type, **options)


def schema(table: str, id_type: DataType | None = None) -> StructType:
    """The columns of a table, for `df.mapInArrow(klubba.spark.mapper(table), klubba.spark.schema(table))`.

    Args:
        table: Which table ('decisions').
        id_type: The type of `doc_id`, the same here and for `mapper`; StringType, if None.

    Raises:
        KlubbaError: No table has that name.
    """
    return _named(from_arrow_schema(arrow.schema(table)), id_type)


def analyze(
    df: DataFrame,
    tables: Iterable[str] = arrow.TABLES,
    text: str = "text",
    id: str = "id",  # noqa: A002
    content: str | None = None,
    **options: Unpack[arrow.Options],
) -> Tables:
    """Analyse each row of a DataFrame once, for several tables.

    Nothing happens before a table is used; then what was found is kept for the others, in memory or else on
    disk, until `unpersist`. `doc_id` has the type of the ids.

    Args:
        df: Its rows are texts or files; other columns are left out, and come back by a join on `doc_id`.
        tables: Which tables; all, if not given. `errors`, the rows that could not be read, is always there.
        text: The column of texts.
        id: The column that names the rows, each another.
        content: A column of files' bytes, as `spark.read.format("binaryFile")` gives it.
        **options: How to analyse: see klubba.arrow.Options.

    Returns:
        The tables by name.

    Raises:
        KlubbaError: No table has that name, a column holds no texts or files, or an option makes no sense.
    """
    names = list(dict.fromkeys([*([tables] if isinstance(tables, str) else tables), "errors"]))
    function = arrow.nested_mapper(names, "content", "id", **options)
    rows = df.select(functions.col(id).alias("id"), functions.col(content or text).alias("content"))
    found = rows.schema["content"].dataType
    if not isinstance(found, BinaryType if content else (BinaryType, StringType)):
        wanted = "files' bytes" if content else "texts"
        raise KlubbaError(f"the column {content or text!r} holds no {wanted}: it is {found.simpleString()}")
    columns = _named(from_arrow_schema(arrow.nested_schema(names)), rows.schema["id"].dataType)
    kept = rows.mapInArrow(function, columns).persist()
    frames = {name: kept.select("doc_id", functions.inline(name)) for name in names}
    return Tables(frames, kept)


# What linking reads of each table but its doc_id.
_READ = {table: tuple(columns[1:]) for table, columns in arrow.link_columns().items()}
_OF_DOCUMENT = _READ.pop("documents")


def link(tables: Mapping[str, DataFrame], *, min_score: int = 50) -> Tables:
    """Find out who is one person and what is one matter across documents, by the engine's joins and groups.

    Names and case numbers mean one thing within a place, or, where no place is told, a folder: each is a
    group of its own, and what `klubba link` does for all is done for each on some machine. So the memory of
    a task must hold the people and the items of the largest place, and no more. Documents are taken in the
    order of their doc_id. A register is for runs that one machine links.

    Args:
        tables: `documents`, `people`, `speeches`, `decisions` and `items`, as `analyze` gives them, or read
            from where they were written.
        min_score: Links below this score, 0 to 100, are not made.

    Returns:
        `persons`, `links`, `matters`, `steps` and `bodies`.

    Raises:
        KlubbaError: A table is missing.
    """
    missing = [name for name in ("documents", *_READ) if name not in tables]
    if missing:
        raise KlubbaError(f"linking needs the tables {', '.join(missing)} too")
    documents = tables["documents"].select("doc_id", *_OF_DOCUMENT)
    id_type = documents.schema["doc_id"].dataType
    folder = functions.regexp_extract(functions.coalesce("source", functions.lit("")), r"(?s)^(.*)[/\\]", 1)
    # One that is only called by a year or a month lies in what it means.
    folder = functions.regexp_replace(folder, r"((^|[/\\\\])[0-9-]+)+$", "")
    documents = documents.withColumn("folder", folder)
    # A document that does not tell its place has that of its folder, if the others there are of one place.
    place = functions.struct("place", "place_code")
    by_folder = documents.where("place IS NOT NULL").groupBy("folder")
    places = by_folder.agg(functions.collect_set(place).alias("places")).where(functions.size("places") == 1)
    told = functions.col("places")[0]
    documents = documents.join(places, "folder", "left").withColumns(
        {
            "place_code": functions.when(functions.isnull("place"), told["place_code"]).otherwise(
                functions.col("place_code")
            ),
            "place": functions.coalesce("place", told["place"]),
        }
    )
    scope = functions.when(functions.col("kind") == "record", "records")
    scope = scope.otherwise(functions.coalesce("place", "folder"))
    nested = documents.select(scope.alias("scope"), "doc_id", *_OF_DOCUMENT)
    for name, columns in _READ.items():
        rows = functions.sort_array(functions.collect_list(functions.struct(*columns)))
        nested = nested.join(tables[name].groupBy("doc_id").agg(rows.alias(name)), "doc_id", "left")
    arrow_type = to_arrow_type(id_type)
    made = from_arrow_schema(arrow.linked_schema(arrow_type))

    # Spark looks at what a function takes and gives.
    def of_place(rows: pa.Table) -> pa.Table:
        return arrow.link_group(rows, read=_READ, id_type=arrow_type, min_score=min_score)

    kept = nested.groupBy("scope").applyInArrow(of_place, made).persist()
    return Tables({name: kept.select(functions.inline(name)) for name in TABLES}, kept)


def _named(columns: StructType, id_type: DataType | None) -> StructType:
    """The same columns with this type of `doc_id`."""
    return StructType([StructField("doc_id", id_type or StringType()), *columns.fields[1:]])
