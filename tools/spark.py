"""Analyse an archive's pages on a cluster of two executors and on this machine alone: compare and measure.

Every table must be the same, row for row, also where an executor is killed in the middle. Then the pages are
taken several times over, and rows a second are measured beside each other. Needs Java 17 and a fast build:

    maturin develop --release && python tools/spark.py ../shared/archive/regeringen.zip --copies 20
"""

import argparse
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import klubba.arrow
import klubba.spark
import pyarrow as pa
import pyspark
from pyarrow import parquet
from pyspark.sql import DataFrame, SparkSession, functions

MEASURED = ["documents", "headings", "people", "speeches", "decisions", "items", "dates"]


def session() -> SparkSession:
    """A cluster of two executors with a core and a gigabyte each, every one a process of its own."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_HOME"] = str(Path(pyspark.__file__).parent)
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("klubba's tools/spark.py")
    for name, value in {
        "spark.ui.enabled": "false",
        "spark.log.level": "OFF",
        "spark.scheduler.minRegisteredResourcesRatio": "1.0",
        "spark.sql.files.maxPartitionBytes": str(4 << 20),
    }.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def pages(path: Path) -> pa.Table:
    """The texts of a zip archive, in its order."""
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        return pa.table({"id": names, "text": [archive.read(name).decode("utf-8") for name in names]})


def rows(table: pa.Table, ids: pa.Array | None = None) -> list[str]:
    """Rows in an order of their own, without `source`, which tells how they were read; numbers become ids."""
    if ids is not None:
        table = table.set_column(0, "doc_id", ids.take(table.column("doc_id")))
    return sorted(
        map(repr, table.drop_columns("source" if "source" in table.column_names else []).to_pylist())
    )


def killing(marker: str, victim: str) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """A function for mapInArrow that kills its executor once, when it meets this id."""

    def kill(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            if victim in batch.column("id").to_pylist() and not Path(marker).exists():
                # The executor is the parent of the daemon that made this process.
                executor = subprocess.check_output(["ps", "-o", "ppid=", "-p", str(os.getppid())], text=True)
                Path(marker).write_text(executor)
                os.kill(int(executor), signal.SIGKILL)
            yield batch

    return kill


def differing(tables: klubba.spark.Tables, local: dict[str, list[str]]) -> list[str]:
    """The names of the tables that are not as they should be."""
    return [name for name, frame in tables.items() if rows(frame.toArrow()) != local[name]]


def timed(work: Callable[[], object]) -> float:
    """How many seconds this took."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def compare(spark: SparkSession, path: Path, folder: Path) -> bool:
    """Whether the cluster's tables are those of a local run over the same file, with and without a kill."""
    corpus = klubba.read(path, id_column="id")
    table = parquet.read_table(path)
    ids = table.column("id").combine_chunks()
    local = {name: rows(corpus.table(name).to_arrow(), ids) for name in klubba.arrow.TABLES}
    df = spark.read.parquet(str(path)).repartition(16)
    victim = ids[len(ids) // 2].as_py()
    marker = folder / "killed"
    disturbed = df.mapInArrow(killing(str(marker), victim), df.schema)
    same = True
    for words, frame in (("undisturbed", df), ("an executor killed", disturbed)):
        tables = klubba.spark.analyze(frame)
        wrong = differing(tables, local)
        tables.unpersist()
        same = same and not wrong
        count = sum(map(len, local.values()))
        print(f"{words}: {len(ids)} pages, {count} rows, tables that differ: {', '.join(wrong) or 'none'}")
    return same and marker.exists()


def measure(spark: SparkSession, path: Path, count: int, size: int, runs: int) -> None:
    """Print rows a second on one core, on two, and on the cluster."""

    def batches() -> Iterator[pa.RecordBatch]:
        return parquet.ParquetFile(path).iter_batches(1000)  # type: ignore[no-any-return]

    def local(threads: int) -> None:
        corpus = klubba.read(path, id_column="id", threads=threads)
        for name in MEASURED:
            corpus.table(name).to_arrow()

    def function() -> None:
        for _ in klubba.arrow.nested_mapper(MEASURED)(batches()):
            pass

    def sink(frame: DataFrame) -> None:
        frame.write.format("noop").mode("overwrite").save()

    def cluster_all() -> None:
        tables = klubba.spark.analyze(spark.read.parquet(str(path)), MEASURED)
        for name in MEASURED:
            sink(tables[name])
        tables.unpersist()

    def cluster_one() -> None:
        df = spark.read.parquet(str(path))
        sink(df.mapInArrow(klubba.spark.mapper("decisions"), klubba.spark.schema("decisions")))

    def cluster_none() -> None:
        df = spark.read.parquet(str(path))
        sink(df.mapInArrow(lambda batches: batches, df.schema))

    works: dict[str, Callable[[], object]] = {
        "local, klubba.arrow on one core, seven tables": function,
        "local, klubba.read on one thread, seven tables": lambda: local(1),
        "local, klubba.read on two threads, seven tables": lambda: local(2),
        "cluster, two executors, seven tables": cluster_all,
        "cluster, two executors, one table": cluster_one,
        "cluster, two executors, texts to Python and back": cluster_none,
    }
    # By turns, so that what else the machine does meets all of them; the first turn warms up.
    took = [{words: timed(work) for words, work in works.items()} for _ in range(runs + 1)]
    load = " ".join(f"{load:.1f}" for load in os.getloadavg())
    print(f"{count} rows, {size / 1e6:.0f} MB of text, {os.cpu_count()} cores, load {load}, best of {runs}:")
    for words in works:
        best = min(turn[words] for turn in took[1:])
        print(f"  {words:50} {best:6.2f} s {count / best:9.0f} rows/s {size / best / 1e6:7.1f} MB/s")


def weigh(spark: SparkSession, path: Path) -> None:
    """Print what the cluster keeps, what the number of partitions costs, and what a Python worker needs."""
    tables = klubba.spark.analyze(spark.read.parquet(str(path)), MEASURED)
    tables["documents"].count()
    kept = sum(info.memSize() + info.diskSize() for info in spark.sparkContext._jsc.sc().getRDDStorageInfo())
    print(f"kept of seven tables: {kept / 1e6:.0f} MB")
    tables.unpersist()

    def peak(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        largest = 0
        for batch in batches:
            largest = max(largest, batch.nbytes)
            for _ in klubba.arrow.nested_mapper(MEASURED)([batch]):
                pass
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        yield pa.record_batch({"bytes": [largest], "memory": [memory]})

    for parts in (2, 8, 32, 128):
        df = spark.read.parquet(str(path)).repartition(parts).persist()
        df.count()
        frame = df.mapInArrow(klubba.spark.mapper("decisions"), klubba.spark.schema("decisions"))
        took = timed(lambda frame=frame: frame.write.format("noop").mode("overwrite").save())  # type: ignore[misc]
        print(f"one table of {parts} partitions: {took:.2f} s")
        df.unpersist()

    text = functions.repeat("text", 50)
    for size in (16, 64, 256):
        spark.conf.set("spark.sql.execution.arrow.maxBytesPerBatch", str(size << 20))
        df = spark.read.parquet(str(path)).limit(10_000).select("id", text.alias("text")).coalesce(1)
        ((largest, memory),) = df.mapInArrow(peak, "bytes bigint, memory bigint").collect()
        words = f"batches of {size} MiB at most: the largest has {largest / 1e6:.0f} MB"
        print(f"{words}, the Python worker {memory / 1e6:.0f} MB")


def main() -> int:
    """Compare and measure; the exit status is 1 if a table differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--copies", type=int, default=20)
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        once = pages(args.archive)
        parquet.write_table(once, folder / "once.parquet")
        many = pa.concat_tables([once] * args.copies)
        many = many.set_column(0, "id", pa.array(map(str, range(len(many)))))
        parquet.write_table(many, folder / "many.parquet", row_group_size=2000)
        spark = session()
        same = compare(spark, folder / "once.parquet", folder)
        measure(spark, folder / "many.parquet", len(many), many.column("text").nbytes, args.runs)
        weigh(spark, folder / "many.parquet")
        spark.stop()
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
