"""lkip in Python beside what users would write instead, on the data that all languages measure.

Part of `benches/run`. Each measurement is a line of JSON: what it is part of, who, the median in nanoseconds of one row, and
how many answers are wrong. `--check` measures no time.

    peers.py DATA [--check]
"""

from __future__ import annotations

import decimal
import gc
import json
import statistics
import struct
import sys
import time
from collections.abc import Callable
from decimal import ROUND_DOWN, Decimal
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

import lkip

RULES = "bkd-ntt-2021"
OVERRIDES = {"average": {"of": "reported"}}
BOUNDS = (85, 75, 55)
ROWS_OF_A_GROUP = 20
#: What loops row by row measures fewer of, so that nobody waits for minutes.
MOST_IN_LOOPS = 100_000


class Data:
    """The data and its right answers, as the Rust part wrote them."""

    def __init__(self, path: str) -> None:
        with open(path, "rb") as file:
            rows, groups = struct.unpack("<QQ", file.read(16))

            def column(count: int) -> Any:
                return np.frombuffer(file.read(8 * count), dtype="<i8").astype(np.int64)

            self.targets, self.realizations, self.percents = column(rows), column(rows), column(rows)
            self.means = column(groups)
            self.categories = np.frombuffer(file.read(rows), dtype=np.uint8)
        self.rows = rows
        self.groups = np.arange(rows, dtype=np.int64) // ROWS_OF_A_GROUP


def tell(part: str, who: str, of: int, run: Callable[[], Any], wrong: Callable[[Any], int], rounds: int) -> None:
    times = []
    made: Any = None
    for _ in range(rounds or 1):
        made = None
        gc.collect()
        begin = time.perf_counter()
        made = run()
        times.append((time.perf_counter() - begin) * 1e9 / of)
    told = {"part": part, "who": who, "ns": round(statistics.median(times), 3) if rounds else None, "wrong": wrong(made), "of": of}
    print(json.dumps(told, ensure_ascii=False), flush=True)


def hundredths(values: Any) -> Any:
    """Percentages of any kind of column as whole hundredths; what is missing is -1."""
    if isinstance(values, np.ndarray) and values.dtype.kind == "f":
        return np.rint(values * 100).astype(np.int64)
    array = values if isinstance(values, pa.Array | pa.ChunkedArray) else pa.array(values)
    if isinstance(array, pa.ChunkedArray):
        array = array.combine_chunks()
    if pa.types.is_floating(array.type):
        return np.rint(array.to_numpy(zero_copy_only=False) * 100).astype(np.int64)
    scaled = pc.multiply(array.cast(pa.decimal128(30, 2), safe=True), pa.scalar(Decimal(100)))
    return pc.fill_null(pc.cast(scaled, pa.int64()), -1).to_numpy(zero_copy_only=False)


def measure_all(data: Data, rounds: int) -> None:
    targets, realizations = data.targets, data.realizations
    labels = [category["label"] for category in lkip.rule_set(RULES).data["scale"]["categories"]]
    ranks = {label: place + 1 for place, label in enumerate(labels)}

    def wrong(percents: Any, categories: Any) -> int:
        return int(np.count_nonzero((hundredths(percents) != data.percents) | (np.asarray(categories) != data.categories)))

    def of_made(made: Any) -> int:
        """A frame that lkip made, with its categories as labels."""
        category = made["category"]
        names = category.to_pandas() if hasattr(category, "to_pandas") else pd.Series(list(category))
        return wrong(made["percent"], names.astype("object").map(ranks).to_numpy())

    def columns(frame: Any, **options: Any) -> Callable[[], Any]:
        return lambda: lkip.measure(frame, "target", "realization", rules=RULES, progress=False, **options)

    ranked = np.array([4, 3, 2, 1], dtype=np.uint8)

    # NumPy. Whole hundredths have the quotients of what they stand for.
    whole = {"target": targets, "realization": realizations}
    floats = {"target": targets / 100, "realization": realizations / 100}
    tell("numpy", "lkip, int64", data.rows, columns(whole), of_made, rounds)
    tell("numpy", "lkip, int64, one thread", data.rows, columns(whole, threads=1), of_made, rounds)
    tell("numpy", "lkip, float64 with stated places", data.rows, columns(floats, places=2), of_made, rounds)

    def numpy_float(target: Any, realization: Any) -> Any:
        percent = np.trunc(realization / target * 10_000) / 100
        return percent, ranked[np.searchsorted([55.0, 75.0, 85.0], percent, side="right")]

    tell("numpy", "float64", data.rows, lambda: numpy_float(floats["target"], floats["realization"]), lambda made: wrong(*made), rounds)

    def numpy_int() -> Any:
        percent = realizations * 10_000 // targets
        return percent, ranked[np.searchsorted([5500, 7500, 8500], percent, side="right")]

    tell("numpy", "int64, divided by //", data.rows, numpy_int, lambda made: int(np.count_nonzero((made[0] != data.percents) | (made[1] != data.categories))), rounds)

    # pandas.
    pandas = pd.DataFrame(floats)
    tell("pandas", "lkip, float64 with stated places", data.rows, columns(pandas, places=2), of_made, rounds)

    def by_pandas() -> Any:
        percent = np.trunc(pandas["realization"] / pandas["target"] * 10_000) / 100
        return percent.to_numpy(), pd.cut(percent, [-np.inf, 55, 75, 85, np.inf], right=False, labels=[4, 3, 2, 1]).astype("uint8")

    tell("pandas", "float64", data.rows, by_pandas, lambda made: wrong(*made), rounds)

    # polars.
    decimals = {name: pa.array(column).cast(pa.decimal128(19, 0)) for name, column in whole.items()}
    hundred = pa.scalar(Decimal(100))
    arrow = pa.table({name: pc.divide(column.cast(pa.decimal128(24, 2)), hundred).cast(pa.decimal128(18, 2)) for name, column in decimals.items()})
    polars_decimal, polars_float = pl.from_arrow(arrow), pl.DataFrame(floats)
    tell("polars", "lkip, Decimal", data.rows, columns(polars_decimal), of_made, rounds)
    tell("polars", "lkip, Float64 with stated places", data.rows, columns(polars_float, places=2), of_made, rounds)

    def by_polars(frame: pl.DataFrame, cut_off: Callable[[pl.Expr], pl.Expr]) -> pl.DataFrame:
        percent = cut_off(pl.col("realization") / pl.col("target"))
        rank = pl.when(percent >= 85).then(1).when(percent >= 75).then(2).when(percent >= 55).then(3).otherwise(4)
        return frame.select(percent.alias("percent"), rank.cast(pl.UInt8).alias("rank"))

    def of_polars(made: pl.DataFrame) -> int:
        return wrong(made["percent"].cast(pl.Float64).to_numpy(), made["rank"].to_numpy())

    tell("polars", "Float64", data.rows, lambda: by_polars(polars_float, lambda ratio: (ratio * 10_000).cast(pl.Int64) / 100), of_polars, rounds)
    wide = polars_decimal.select(pl.all().cast(pl.Decimal(38, 8)))
    tell("polars", "Decimal(38, 8)", data.rows, lambda: by_polars(wide, lambda ratio: (ratio * 100).truncate(2)), of_polars, rounds)

    # Arrow.
    tell("pyarrow", "lkip, decimal128", data.rows, columns(arrow), of_made, rounds)

    # As few digits as hold the numbers: of more, Arrow cannot divide.
    promised, reached = arrow["target"].cast(pa.decimal128(12, 2)), arrow["realization"].cast(pa.decimal128(13, 2))

    def by_arrow() -> Any:
        ratio = pc.divide(pc.multiply(reached, pa.scalar(Decimal(10_000))), promised)
        units = pc.trunc(ratio)
        rank = pc.case_when(pc.make_struct(*(pc.greater_equal(units, pa.scalar(Decimal(bound * 100))) for bound in BOUNDS)), *(pa.scalar(rank, pa.uint8()) for rank in (1, 2, 3, 4)))
        return units, rank

    def of_arrow(made: Any) -> int:
        units, ranks = (array.combine_chunks() for array in made)
        return int(np.count_nonzero((units.cast(pa.decimal128(38, 0)).cast(pa.int64()).to_numpy() != data.percents) | (ranks.to_numpy(zero_copy_only=False) != data.categories)))

    tell("pyarrow", "decimal128", data.rows, by_arrow, of_arrow, rounds)

    # DuckDB.
    with duckdb.connect() as connection:
        connection.register("arrow", arrow)
        connection.execute("CREATE TABLE rows AS SELECT * FROM arrow")
        relation = connection.table("rows")
        tell("duckdb", "lkip, DECIMAL", data.rows, lambda: lkip.measure(relation, "target", "realization", rules=RULES, progress=False).to_arrow_table(), of_made, rounds)
        query = """SELECT p AS percent, CASE WHEN p >= 85 THEN 1 WHEN p >= 75 THEN 2 WHEN p >= 55 THEN 3 ELSE 4 END::UTINYINT AS rank
            FROM (SELECT (trunc(realization * 10000 / target) / 100)::DECIMAL(18, 2) AS p FROM rows)"""
        tell("duckdb", "DECIMAL", data.rows, lambda: connection.sql(query).to_arrow_table(), lambda made: wrong(made["percent"], made["rank"].to_numpy()), rounds)

    groups(data, rounds, arrow)
    loops(data, rounds)


def groups(data: Data, rounds: int, arrow: Any) -> None:
    """Averages of groups."""

    def wrong(means: Any) -> int:
        return int(np.count_nonzero(means != data.means))

    grouped = {"target": data.targets, "realization": data.realizations, "group": data.groups}
    options: dict[str, Any] = {"by": "group", "rules": RULES, "overrides": OVERRIDES, "progress": False}
    tell("means of groups in Python", "lkip, NumPy int64", data.rows, lambda: lkip.measure(grouped, "target", "realization", **options), lambda made: wrong(hundredths(made["percent"])), rounds)
    frame = pd.DataFrame({"target": data.targets / 100, "realization": data.realizations / 100, "group": data.groups})

    def by_pandas() -> Any:
        percent = np.trunc(frame["realization"] / frame["target"] * 10_000) / 100
        return percent.groupby(frame["group"], sort=False).mean().to_numpy()

    tell("means of groups in Python", "pandas, float64", data.rows, by_pandas, lambda made: wrong(np.trunc(made * 100).astype(np.int64)), rounds)


def loops(data: Data, rounds: int) -> None:
    """One row after the other."""
    rows = min(data.rows, MOST_IN_LOOPS)
    pairs = [(Decimal(int(target)).scaleb(-2), Decimal(int(realization)).scaleb(-2)) for target, realization in zip(data.targets[:rows], data.realizations[:rows], strict=True)]
    texts = [(str(target), str(realization)) for target, realization in pairs]
    right = data.percents[:rows].tolist()
    cent, hundred = Decimal("0.01"), Decimal(100)
    rules = lkip.rule_set(RULES)
    few = max(1, (rounds + 2) // 3) if rounds else 0

    def wrong(made: list[Any]) -> int:
        return sum(int(Decimal(found) * 100) != answer for found, answer in zip(made, right, strict=True))

    def rank(percent: Decimal) -> int:
        return 1 + sum(percent < bound for bound in BOUNDS)

    def of_pairs(made: list[Any]) -> int:
        return sum((int(percent * 100), rank) != (answer, category) for (percent, rank), answer, category in zip(made, right, data.categories[:rows].tolist(), strict=True))

    def loop() -> list[tuple[Decimal, int]]:
        made = []
        for target, realization in pairs:
            percent = (realization / target * hundred).quantize(cent, ROUND_DOWN)
            made.append((percent, rank(percent)))
        return made

    with decimal.localcontext() as context:
        context.prec = 50
        tell("one by one in Python", "Decimal, percent and category", rows, loop, of_pairs, few)
        tell("one by one in Python", "Decimal, percent", rows, lambda: [(r / t * hundred).quantize(cent, ROUND_DOWN) for t, r in pairs], wrong, few)
        tell("one by one in Python", "lkip, Decimal to Decimal", rows, lambda: [rules.percent(t, r) for t, r in pairs], wrong, few)
        tell("one by one in Python", "Decimal, from text to text", rows, lambda: [str((Decimal(r) / Decimal(t) * hundred).quantize(cent, ROUND_DOWN)) for t, r in texts], wrong, few)
        tell("one by one in Python", "lkip, from text", rows, lambda: [rules.percent(t, r) for t, r in texts], wrong, few)
    explained = pairs[: rows // 10]
    tell("one by one in Python", "lkip, achievement with all that explains it", len(explained), lambda: [lkip.achievement(t, r, rules=RULES).percent for t, r in explained], lambda made: sum(int(found * 100) != answer for found, answer in zip(made, right, strict=False)), few)


if __name__ == "__main__":
    measure_all(Data(sys.argv[1]), 0 if "--check" in sys.argv else 9)
