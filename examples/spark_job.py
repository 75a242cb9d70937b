"""Analyse an archive with Spark: a folder of Parquet for each table, partitioned by kind and year.

A folder of files (PDF, DOCX, HTML, text …), or a table of texts in Parquet:

    python examples/spark_job.py protokoll/ out/
    spark-submit examples/spark_job.py pages.parquet out/ --text body --id url
"""

import argparse
import os
import sys

import klubba.spark
from pyspark.sql import SparkSession
from pyspark.sql.functions import col, year

TABLES = ["headings", "people", "speeches", "decisions", "items", "dates"]


def main(argv: list[str]) -> None:
    """Read, analyse, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("input", help="a folder of files; with --text Parquet")
    parser.add_argument("output", help="a folder that is not there yet")
    parser.add_argument("--text", metavar="COLUMN", help="the column of texts, where the input is a table")
    parser.add_argument("--id", metavar="COLUMN", default="id", help="the column that names its rows (id)")
    parser.add_argument("--tables", metavar="NAME", nargs="+", default=TABLES, help=" ".join(TABLES))
    args = parser.parse_args(argv)
    wanted = ["documents", *args.tables]

    # Where nothing else is said, workers run the Python that runs this.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    spark = SparkSession.builder.appName("klubba").getOrCreate()
    if args.text:
        table = spark.read.parquet(args.input)
        tables = klubba.spark.analyze(table, wanted, text=args.text, id=args.id)
    else:
        files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(args.input)
        tables = klubba.spark.analyze(files, wanted, content="content", id="path")

    # A decision has a kind of its own, so the document's has another name beside it.
    documents = tables["documents"].withColumnRenamed("kind", "document_kind")
    documents = documents.withColumn("year", year("date"))
    of = documents.select("doc_id", "document_kind", "year")
    for name, found in tables.items():
        write = found.write
        if name != "errors":
            placed = documents if name == "documents" else found.join(of, "doc_id")
            # Each partition in one file: else every task would write one for every kind and year.
            write = placed.repartition(col("document_kind"), col("year")).write
            write = write.partitionBy("document_kind", "year")
        write.parquet(f"{args.output}/{name}")
    counts = {name: spark.read.parquet(f"{args.output}/{name}").count() for name in ("documents", "errors")}
    print(f"{counts['documents']} documents, {counts['errors']} could not be read")
    tables.unpersist()


if __name__ == "__main__":
    main(sys.argv[1:])
