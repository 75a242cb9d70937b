"""Arrow batches in, tables out: the function that engines call, without any engine."""

import datetime
import functools
import pickle
from pathlib import Path
from typing import Any

import klubba
import pytest
from conftest import documents, local_rows, rows_of

pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install klubba[spark]")

import pyarrow as pa
from klubba import arrow

TEXTS = [path.read_text("utf-8") for path in documents()]


def batches(ids: list[Any], texts: list[Any], column: str = "text", of: int = 3) -> list[pa.RecordBatch]:
    table = pa.table({"id": ids, column: texts})
    return table.to_batches(max_chunksize=of)  # type: ignore[no-any-return]


def test_each_table_is_that_of_a_local_run(tmp_path: Path) -> None:
    ids = [f"d{number}" for number in range(len(TEXTS))]
    local = local_rows(tmp_path, ids, TEXTS)
    assert set(local) == set(arrow.TABLES)
    for table, expected in local.items():
        found = pa.Table.from_batches(arrow.mapper(table)(batches(ids, TEXTS)), arrow.schema(table))
        assert rows_of(found) == expected, table
        assert expected or table == "errors"


def test_rows_of_all_tables_in_one_go() -> None:
    nested = list(arrow.nested_mapper(["documents", "dates"])(batches([1, 2], TEXTS[:2])))
    assert [batch.schema for batch in nested] == [arrow.nested_schema(["documents", "dates"], pa.int64())]
    first = nested[0].to_pylist()[0]
    assert first["doc_id"] == 1
    assert [date["value"] for date in first["dates"]] == [d.value for d in klubba.analyze(TEXTS[0]).dates]


def test_it_travels(minutes: str) -> None:
    days = [datetime.date(2024, 3, 14), None]
    layers: Any = iter(["dates"])
    function = pickle.loads(pickle.dumps(arrow.mapper("dates", "words", layers=layers)))
    (found,) = function(batches(days, [minutes, minutes], "words"))
    assert found.schema == arrow.schema("dates", pa.date32())
    assert found.column("doc_id").to_pylist() == [days[0]] * 2 + [None] * 2
    assert found.column("value").to_pylist() == ["2024-03-14", "2024-04-04"] * 2
    words = arrow.mapper("dates", id_type=pa.string())
    assert next(words(batches([7], [minutes]))).column("doc_id").to_pylist() == ["7", "7"]


def test_null_and_empty_are_documents_and_bad_rows_errors(minutes: str) -> None:
    contents = [
        minutes.encode("utf-16"),
        None,
        b"",
        b"%PDF-1.7 no more than this",
        b"\x89PNG\r\n\x1a\n" + bytes(99),
    ]
    rows = batches([1, 2, 3, 4, 5], contents, "content")
    found = pa.Table.from_batches(arrow.mapper("documents", content="content", keep_text=True)(rows))
    assert found.column("doc_id").to_pylist() == [1, 2, 3]
    assert found.column("text").to_pylist() == [minutes, "", ""]
    assert found.column("encoding").to_pylist() == ["UTF-16LE", None, "UTF-8"]
    errors = pa.Table.from_batches(arrow.mapper("errors", content="content")(rows)).to_pylist()
    assert [(row["doc_id"], row["id"], row["source"]) for row in errors] == [(4, "4", "4"), (5, "5", "5")]
    assert [(row["stage"], row["kind"]) for row in errors] == [("extract", "damaged"), ("extract", "decode")]
    texts = pa.Table.from_batches(arrow.mapper("documents")(batches([1, 2, 3], ["", None, minutes])))
    assert texts.column("chars").to_pylist() == [0, 0, len(minutes)]
    large = pa.Table.from_batches(arrow.mapper("errors", max_size=100)(batches([1, 2], ["", minutes])))
    assert large.column("kind").to_pylist() == ["too-large"]


@pytest.mark.parametrize("kind", [pa.large_string(), pa.string_view()])
def test_other_forms_of_text(kind: pa.DataType, minutes: str) -> None:
    rows = pa.record_batch({"id": pa.array([1]), "text": pa.array([minutes], kind)})
    assert next(arrow.mapper("dates")([rows])).num_rows == 2


@pytest.mark.parametrize("kind", [pa.large_binary(), pa.binary_view()])
def test_other_forms_of_bytes(kind: pa.DataType, minutes: str) -> None:
    rows = pa.record_batch({"id": pa.array([1]), "content": pa.array([minutes.encode()], kind)})
    assert next(arrow.mapper("dates", content="content")([rows])).num_rows == 2


def test_a_large_batch_goes_in_portions(minutes: str) -> None:
    count = 12_000_000 // len(minutes.encode())
    (rows,) = batches(list(range(count)), [minutes] * count, of=count)
    found = list(arrow.mapper("documents", layers="dates")([rows]))
    assert len(found) >= 3
    assert pa.Table.from_batches(found).column("doc_id").to_pylist() == list(range(count))
    # After a large one a new portion begins.
    rows = pa.record_batch({"id": ["a", "b", "c"], "text": ["", minutes * 25_000, minutes]})
    assert [batch.num_rows for batch in arrow.mapper("documents", layers="dates")([rows])] == [2, 1]


def test_no_rows() -> None:
    assert list(arrow.mapper("dates")([])) == []
    assert list(arrow.mapper("dates")([arrow_rows().slice(0, 0)])) == []
    assert all(batch.num_rows == 0 for batch in arrow.mapper("dates")([arrow_rows()]))


def arrow_rows() -> pa.RecordBatch:
    return pa.record_batch(
        {"id": [1], "text": [None]}, schema=pa.schema({"id": pa.int64(), "text": pa.string()})
    )


def test_what_makes_no_sense_is_told_at_once() -> None:
    mapper: Any = functools.partial(arrow.mapper, "dates")
    *tables, last = arrow.TABLES
    known = ", ".join([*tables, "matches", last])
    with pytest.raises(klubba.KlubbaError, match=f'no table is called "votes"; the tables are {known}$'):
        arrow.mapper("votes")
    with pytest.raises(klubba.KlubbaError, match="tables names none"):
        arrow.nested_mapper([])
    with pytest.raises(klubba.KlubbaError, match='no layer is called "data"'):
        mapper(layers="data")
    with pytest.raises(klubba.KlubbaError, match="no day of the calendar"):
        mapper(date="2024-02-30")
    with pytest.raises(klubba.KlubbaError, match="134217728 bytes at most"):
        mapper(max_size=1 << 30)
    with pytest.raises(TypeError, match="lexikon"):
        mapper(lexikon=1)


def test_columns_that_make_no_sense() -> None:
    def told(rows: pa.RecordBatch | None = None, text: str = "text", content: str | None = None) -> str:
        with pytest.raises(klubba.KlubbaError) as caught:
            list(arrow.mapper("dates", text, content=content)([rows or arrow_rows()]))
        return str(caught.value)

    assert told(text="body") == "there is no column 'body', but id, text"
    assert told(content="text") == "the column 'text' holds no files' bytes: it is string"
    assert told(text="id") == 'the column "id" holds neither texts nor files\' bytes, but Int64'
    lists = pa.record_batch({"id": pa.array([{"a": [1]}]), "text": pa.array([""])})
    assert "cannot be written as string" in told(lists)
