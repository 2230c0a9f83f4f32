"""The example of Spark, on a cluster of two workers on this machine: as one machine measures the same table."""

from __future__ import annotations

import importlib
import os
import pathlib
import random
import sys
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pyarrow
import pyspark
import pytest
from pyspark.sql import SparkSession

import lkip

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "lkip-py" / "examples"
sys.path.insert(0, str(EXAMPLES))
example: Any = importlib.import_module("spark_capaian")

#: What is missing is left out of means.
RULES = "bkd-ntt-2021"
OVERRIDES = {"average": {"not_measured": "leave_out", "no_target": "leave_out", "zero_target": "leave_out"}}
ROWS = 30_000


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    # Workers are processes of their own, which start what stands in the package of Spark.
    os.environ["SPARK_HOME"] = str(pathlib.Path(pyspark.__file__).parent)
    os.environ["SPARK_SCALA_VERSION"] = "2.13"
    os.environ["SPARK_WORKER_DIR"] = str(tmp_path_factory.mktemp("workers"))
    os.environ["PYSPARK_PYTHON"] = sys.executable
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.executorEnv.PYTHONPATH": str(EXAMPLES),
        "spark.sql.execution.arrow.maxRecordsPerBatch": "1000",
        "spark.sql.shuffle.partitions": "4",
    }
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("lkip")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="session")
def table() -> pyarrow.Table:
    """Rows of decimals and of texts, some of them missing."""
    choose = random.Random(20211231)

    def decimal() -> Decimal | None:
        return None if choose.random() < 0.05 else Decimal(choose.randrange(0, 300_00)).scaleb(-2)

    def text() -> str:
        return choose.choice(["-", "", "1.250", f"{choose.randrange(1, 100)},{choose.randrange(10, 100)}", "wajar"])

    return pyarrow.table(
        {
            "row": list(range(ROWS)),
            "Biro": [choose.choice(["Umum", "Hukum", "Organisasi", None]) for _ in range(ROWS)],
            "Target": pyarrow.array([decimal() for _ in range(ROWS)], pyarrow.decimal128(12, 2)),
            "Realisasi": pyarrow.array([decimal() for _ in range(ROWS)], pyarrow.decimal128(12, 2)),
            "Target teks": [text() for _ in range(ROWS)],
            "Realisasi teks": [text() for _ in range(ROWS)],
        }
    )


def test_two_workers_compute(spark: SparkSession) -> None:
    def place(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        for _ in batches:
            yield pyarrow.RecordBatch.from_pydict({"place": [os.getcwd()]})

    places = spark.range(0, 64, 1, 8).mapInArrow(place, "place string").toArrow()
    assert len(set(places["place"].to_pylist())) == 2


@pytest.mark.parametrize("columns", [{"target": "Target", "realization": "Realisasi"}, {
    "target": "Target teks", "realization": "Realisasi teks", "style": "indonesian"}], ids=["decimals", "texts"])
def test_rows(spark: SparkSession, table: pyarrow.Table, columns: dict[str, str]) -> None:
    frame = spark.createDataFrame(table).repartition(7)
    made = example.measured(frame, rules=RULES, **columns).toArrow().sort_by("row")
    alone = example.plain(lkip.measure(table, rules=RULES, **columns))
    assert made.num_rows == ROWS
    assert made.cast(alone.schema).equals(alone)
    assert {"computed", "not_applicable", "not_computable"} == set(made["outcome"].to_pylist())


def test_groups(spark: SparkSession, table: pyarrow.Table) -> None:
    call = {"target": "Target", "realization": "Realisasi", "rules": RULES, "overrides": OVERRIDES}
    made = example.averaged(spark.createDataFrame(table).repartition(7), ["Biro"], **call).toArrow()
    alone = example.plain(lkip.measure(table, by=["Biro"], **call))
    assert made.num_rows == 4
    assert made.sort_by("Biro").cast(alone.schema).equals(alone.sort_by("Biro"))
    assert set(made["outcome"].to_pylist()) == {"computed"}


def test_the_example_as_a_program(spark: SparkSession, table: pyarrow.Table, tmp_path: pathlib.Path) -> None:
    given, made = tmp_path / "given.parquet", tmp_path / "made.parquet"
    rows = table.select(["row", "Target", "Realisasi"])
    spark.createDataFrame(rows).write.parquet(str(given))
    example.main(str(given), str(made))
    read = spark.read.parquet(str(made)).toArrow().sort_by("row")
    alone = example.plain(lkip.measure(rows, rules="permenpanrb-53-2014"))
    assert read.cast(alone.schema).equals(alone)
