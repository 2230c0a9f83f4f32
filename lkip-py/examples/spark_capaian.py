"""Achievements of a table that one machine does not hold: lkip over the Arrow batches of Spark.

    python spark_capaian.py targets.parquet achievements.parquet

Every row is measured by itself, so that Spark may cut the table wherever it likes (`mapInArrow`). A mean needs all rows of its
group: Spark brings those together (`applyInArrow`), each group in the memory of one worker, and lkip averages them exactly.

One machine measures ten million rows in about a second. Use Spark where the table does not fit into its memory, or where it
lies in Spark already; `lkip.measure(frame, ...)` does the same without it.

Cells that are texts need `style=`: each batch is read by itself, and might show another style than its neighbours.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pyarrow
from pyspark.sql import DataFrame, SparkSession, types

import lkip

#: What is made of every row. Spark knows decimals of 38 digits, and no dictionaries.
MADE = [
    types.StructField("percent", types.DecimalType(38, 2)),
    types.StructField("category", types.StringType()),
    types.StructField("outcome", types.StringType()),
    types.StructField("reason", types.StringType()),
]
#: And of every group.
COUNTS = [types.StructField(name, types.LongType()) for name in ("used", "total", "as_zero")]


def measured(frame: DataFrame, **call: Any) -> DataFrame:
    """The rows of a frame with their achievements: the fields of the call are those of `lkip.measure()`."""
    schema = types.StructType([*frame.schema.fields, *MADE])

    def batches(given: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        for batch in given:
            yield plain(lkip.measure(batch, threads=1, progress=False, **call))

    return frame.mapInArrow(batches, schema)


def averaged(frame: DataFrame, by: list[str], **call: Any) -> DataFrame:
    """The average of each group of rows."""
    schema = types.StructType([*(frame.schema[name] for name in by), *MADE, *COUNTS])

    def group(rows: pyarrow.Table) -> pyarrow.Table:
        return plain(lkip.measure(rows, by=by, threads=1, progress=False, **call))

    return frame.groupBy(*by).applyInArrow(group, schema)


def plain(table: Any) -> Any:
    """The same with texts instead of dictionaries of texts, and counts of 64 bits."""
    fields = []
    for field in table.schema:
        kind = field.type.value_type if pyarrow.types.is_dictionary(field.type) else field.type
        fields.append(field.with_type(pyarrow.int64() if field.name in {f.name for f in COUNTS} else kind))
    return table.cast(pyarrow.schema(fields))


def main(given: str, made: str) -> None:
    spark = SparkSession.builder.appName("capaian").getOrCreate()
    frame = spark.read.parquet(given)
    measured(frame, rules="permenpanrb-53-2014", style="indonesian").write.parquet(made)


if __name__ == "__main__":
    main(*sys.argv[1:])
