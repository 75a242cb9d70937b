"""The tables from Spark, on a cluster of two executors, each a process of its own."""

import os
import re
import runpy
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import klubba
import pages
import pyarrow as pa
import pytest
from conftest import ROOT, documents, local_rows, made_decade, rows_of

pytest.importorskip("pyspark", reason="pyspark is not installed: pip install klubba[spark]")

import klubba.spark
import pyspark
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.types import BinaryType, LongType, StructType

# It says so of every pandas that is newer than it; none of its pandas functions is used.
pytestmark = pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")

PARTS = 4


def java_is_missing() -> str:
    """What is missing, in a sentence; nothing if Spark finds its Java."""
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=f"{home}/bin" if home else None)
    if java is None:
        return "Java 17 or later is not found, which Spark needs: install it, or set JAVA_HOME"
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', told)
    return "" if version and int(version[1]) >= 17 else f"Spark needs Java 17 or later; {java} says: {told}"


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    if missing := java_is_missing():
        if os.environ.get("KLUBBA_NEEDS_JAVA"):
            pytest.fail(missing)
        pytest.skip(missing)
    patch = pytest.MonkeyPatch()
    patch.setenv("PYSPARK_PYTHON", sys.executable)
    patch.setenv("SPARK_HOME", str(Path(pyspark.__file__).parent))
    patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("klubba's tests")
    for name, value in {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        # Short-lived virtual machines: most of their time would go into compiling themselves, and each query.
        "spark.sql.codegen.wholeStage": "false",
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        # Both executors are there before the first task begins.
        "spark.scheduler.minRegisteredResourcesRatio": "1.0",
    }.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()
    patch.undo()


def texts() -> list[str]:
    """The examples, and many short minutes that each say something else."""
    minute = (
        "Protokoll {day} mars 2024\n\n§ {n} Rapport nr {n}\n\nBeslut\n\nStyrelsen beslutar att lägga rapport "
        "{n} till handlingarna. 🙂\n\nBo Ek (S) berättar att hamnen byggs. Nästa möte är den {day} april.\n"
    )
    examples = [path.read_text("utf-8") for path in documents()]
    return examples + [minute.format(n=n, day=1 + n % 28) for n in range(300)]


def frame(spark: SparkSession, rows: list[Any], schema: str) -> DataFrame:
    """A DataFrame of several partitions."""
    return spark.createDataFrame(spark.sparkContext.parallelize(rows, PARTS), schema)


def rows_in(df: DataFrame) -> list[str]:
    return rows_of(df.toArrow())


def test_each_table_is_that_of_a_local_run(spark: SparkSession, tmp_path: Path) -> None:
    ids = list(range(1000, 1000 + len(texts())))
    df = frame(spark, list(zip(ids, texts(), strict=True)), "n bigint, body string")
    tables = klubba.spark.analyze(df, text="body", id="n")
    for name, expected in local_rows(tmp_path, ids, texts()).items():
        assert rows_in(tables[name]) == expected, name
        assert tables[name].schema.simpleString() == klubba.spark.schema(name, LongType()).simpleString()
    tables.unpersist()


def test_a_killed_executor_changes_nothing(spark: SparkSession, tmp_path: Path) -> None:
    ids = [f"d{number}" for number in range(len(texts()))]
    marker = tmp_path / "killed"
    victim = ids[len(ids) * 5 // 8]

    def kill(batches: Iterator[Any]) -> Iterator[Any]:
        import os  # noqa: PLC0415 - it runs on an executor
        import signal  # noqa: PLC0415
        import subprocess  # noqa: PLC0415

        for batch in batches:
            if victim in batch.column("id").to_pylist() and not marker.exists():
                # The executor is the parent of the daemon that made this process.
                asked = subprocess.check_output(["ps", "-o", "ppid=", "-p", str(os.getppid())], text=True)
                marker.write_text(asked)
                os.kill(int(asked), signal.SIGKILL)
            yield batch

    df = frame(spark, list(zip(ids, texts(), strict=True)), "id string, text string")
    tables = klubba.spark.analyze(df.mapInArrow(kill, df.schema), tables=["documents", "decisions"])
    expected = local_rows(tmp_path, ids, texts())
    for name in ("documents", "decisions", "errors"):
        assert rows_in(tables[name]) == expected[name], name
    killed = int(marker.read_text())
    with pytest.raises(ProcessLookupError):
        os.kill(killed, 0)
    tables.unpersist()


def test_one_table_by_map_in_arrow(spark: SparkSession, minutes: str) -> None:
    df = frame(spark, [(1, minutes), (2, None), (3, "")], "id int, text string")
    options: Any = {"date": "2020-01-01", "layers": ["dates"]}
    dates = df.mapInArrow(klubba.spark.mapper("dates", **options), klubba.spark.schema("dates"))
    found = [(row.doc_id, row.value) for row in dates.collect()]
    assert sorted(found) == [("1", "2024-03-14"), ("1", "2024-04-04")]
    kind = df.schema["id"].dataType
    function = klubba.spark.mapper("documents", id_type=kind, **options)
    rows = df.mapInArrow(function, klubba.spark.schema("documents", kind)).collect()
    assert sorted((row.doc_id, row.chars, row.date_edtf) for row in rows) == [
        (1, len(minutes), "2024-03-14"),
        (2, 0, "2020-01-01"),
        (3, 0, "2020-01-01"),
    ]


def test_files_and_bad_ones(spark: SparkSession, tmp_path: Path, minutes: str) -> None:
    (tmp_path / "in/2024").mkdir(parents=True)
    (tmp_path / "in/latin.txt").write_bytes(minutes.replace("🙂", "").encode("latin-1"))
    page = "".join(f"<p>{paragraph}</p>" for paragraph in minutes.split("\n\n"))
    (tmp_path / "in/2024/page.bin").write_text(f"<html><body><main>{page}</main></body></html>", "utf-8")
    (tmp_path / "in/broken.pdf").write_bytes(b"%PDF-1.7 no more than this")
    files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(str(tmp_path / "in"))
    tables = klubba.spark.analyze(files, ["documents", "decisions"], id="path", content="content")
    assert set(tables) == {"documents", "decisions", "errors"}
    found = {Path(row.doc_id).name: row for row in tables["documents"].collect()}
    assert {name: row.format for name, row in found.items()} == {"latin.txt": "text", "page.bin": "html"}
    assert found["latin.txt"].encoding == "windows-1252"
    assert {Path(row.doc_id).name for row in tables["decisions"].collect()} == {"latin.txt", "page.bin"}
    (error,) = tables["errors"].collect()
    assert (Path(error.doc_id).name, error.stage, error.kind) == ("broken.pdf", "extract", "damaged")
    tables.unpersist()


def test_what_makes_no_sense_is_told_before_any_task(spark: SparkSession) -> None:
    df = frame(spark, [(1, "", b"")], "id int, text string, content binary")
    assert isinstance(df.schema["content"].dataType, BinaryType)
    with pytest.raises(klubba.KlubbaError, match='no table is called "votes"'):
        klubba.spark.analyze(df, ["votes"])
    with pytest.raises(klubba.KlubbaError, match="'id' holds no texts: it is int"):
        klubba.spark.analyze(df, text="id")
    with pytest.raises(klubba.KlubbaError, match="'text' holds no files' bytes: it is string"):
        klubba.spark.analyze(df, content="text")
    with pytest.raises(klubba.KlubbaError, match="no layer"):
        klubba.spark.analyze(df, layers="data")
    assert set(klubba.spark.analyze(df, "dates")) == {"dates", "errors"}
    assert isinstance(klubba.spark.schema("items"), StructType)


def test_the_whole_job(spark: SparkSession, tmp_path: Path) -> None:
    job = runpy.run_path(str(ROOT / "examples/spark_job.py"))["main"]
    job([str(ROOT / "examples/documents"), str(tmp_path / "out"), "--tables", "decisions"])
    frame(spark, [("a", texts()[0]), ("b", "")], "url string, body string").write.parquet(
        str(tmp_path / "in")
    )
    job([str(tmp_path / "in"), str(tmp_path / "table"), "--text", "body", "--id", "url", "--tables", "dates"])

    sources = {path.name for path in (ROOT / "examples/documents").iterdir()}
    found = spark.read.parquet(str(tmp_path / "out/documents"))
    assert {Path(row.doc_id).name for row in found.collect()} == sources
    expected = {
        (doc.kind, int(doc.date[:4]) if doc.date else None) for doc in map(klubba.analyze, texts()[:9])
    }
    assert expected <= {(row.document_kind, row.year) for row in found.collect()}
    assert (tmp_path / "out/decisions/document_kind=minutes").is_dir()
    table = spark.read.parquet(str(tmp_path / "table/documents")).collect()
    assert sorted(row.doc_id for row in table) == ["a", "b"]


@pytest.mark.parametrize("page", ["README.md", "docs/spark.md"])
def test_the_pages(
    spark: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, minutes: str, page: str
) -> None:
    monkeypatch.chdir(tmp_path)
    pages.furnish(tmp_path)
    # Java stays in the folder that it was started in.
    java: Any = spark._jvm
    hadoop = java.org.apache.hadoop.fs
    files = hadoop.FileSystem.get(spark._jsc.hadoopConfiguration())
    files.setWorkingDirectory(hadoop.Path(str(tmp_path)))
    df = frame(spark, [("a", minutes)], "page_id string, body string")
    df = df.selectExpr("page_id", "body", "page_id as id", "body as text")
    assert pages.run((ROOT / page).read_text("utf-8"), page, "spark", only=True, spark=spark, df=df)


def test_linking_gives_the_rows_of_a_local_run(spark: SparkSession) -> None:
    texts = {f"{name.split('/')[-1]}": text for name, text in made_decade().texts.items() if name < "2016"}
    # In the order of the ids, as Spark takes them; two places, of which one is told by its folder.
    place = "Åsele kommun\nKommunstyrelsen\nSammanträdesdatum {}\n\nBeslutande\n\nAnna Holm (C)\n"
    texts |= {f"o/{day}": place.format(day) for day in ("2014-03-06", "2015-03-05")}
    texts |= {"o/2015-05-05": "Sammanträdesdatum 2015-05-05\n\nBeslutande\n\nAnna Holm (C)\n"}
    texts = dict(sorted(texts.items()))
    local = klubba.analyze_many(texts)
    local.link()
    ids = list(texts)
    found = klubba.spark.analyze(frame(spark, list(texts.items()), "id string, text string"))
    linked = klubba.spark.link(found)
    assert set(linked) == {"persons", "links", "matters", "steps", "bodies"}
    for name, df in linked.items():
        table = local.table(name).to_arrow()
        if "doc_id" in table.column_names:
            at = table.column_names.index("doc_id")
            numbers = [ids[number] for number in table.column("doc_id").to_pylist()]
            table = table.set_column(at, "doc_id", pa.array(numbers, pa.string()))
        assert rows_in(df) == rows_of(table), name
        assert df.count() > 0, name
    linked.unpersist()
    found.unpersist()
    with pytest.raises(klubba.KlubbaError, match="linking needs the tables items too"):
        klubba.spark.link({name: df for name, df in found.items() if name != "items"})
