"""The kinds of frames that `measure()` takes: how each is made of lists, and read back."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any, NamedTuple

numpy: Any = importlib.import_module("numpy")
pandas: Any = importlib.import_module("pandas")
polars: Any = importlib.import_module("polars")
pyarrow: Any = importlib.import_module("pyarrow")
compute: Any = importlib.import_module("pyarrow.compute")
duckdb: Any = importlib.import_module("duckdb")

Lists = dict[str, list[Any]]


class Speaker:
    """What no library knows, but speaks Arrow."""

    def __init__(self, table: Any) -> None:
        self.table = table

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.table.__arrow_c_stream__(requested_schema)


class Kind(NamedTuple):
    """A kind of frame."""

    make: Callable[[Lists], Any]
    read: Callable[[Any], Lists]
    is_same: Callable[[Any], bool]


def listed(column: Any) -> list[Any]:
    """A column as a list, with None for nothing."""
    if hasattr(column, "to_pylist"):
        return list(column.to_pylist())
    values = column.to_list() if hasattr(column, "to_list") else column.tolist() if hasattr(column, "tolist") else list(column)
    return [None if value is pandas.NA or value != value else value for value in values]


def of_pandas(frame: Any) -> Lists:
    return {str(name): listed(frame.iloc[:, place]) for place, name in enumerate(frame.columns)}


def to_arrow(lists: Lists) -> Any:
    return pyarrow.table({name: pyarrow.array(values) for name, values in lists.items()})


def rows(lists: Lists) -> int:
    return len(next(iter(lists.values())))


def to_duckdb(lists: Lists) -> Any:
    table = to_arrow(lists)
    return CONNECTION.from_arrow(table)


CONNECTION = duckdb.connect()

KINDS: dict[str, Kind] = {
    "mapping of lists": Kind(dict, lambda made: {name: listed(values) for name, values in made.items()}, lambda made: type(made) is dict),
    "mapping of arrow": Kind(
        lambda lists: {name: pyarrow.array(values) for name, values in lists.items()},
        lambda made: {name: pyarrow.array(values).to_pylist() for name, values in made.items()},
        lambda made: type(made) is dict,
    ),
    "mapping of numpy objects": Kind(
        lambda lists: {name: numpy.array(values, dtype=object) for name, values in lists.items()},
        lambda made: {name: listed(values) for name, values in made.items()},
        lambda made: type(made) is dict,
    ),
    "mapping of polars": Kind(
        lambda lists: {name: polars.Series(name, values) for name, values in lists.items()},
        lambda made: {name: listed(values) for name, values in made.items()},
        lambda made: type(made) is dict,
    ),
    "pandas": Kind(pandas.DataFrame, of_pandas, lambda made: type(made) is pandas.DataFrame),
    "pandas of objects": Kind(
        lambda lists: pandas.DataFrame({name: pandas.Series(values, dtype=object) for name, values in lists.items()}),
        of_pandas,
        lambda made: type(made) is pandas.DataFrame,
    ),
    "pandas of categories": Kind(
        lambda lists: pandas.DataFrame({name: pandas.Categorical(values) for name, values in lists.items()}),
        of_pandas,
        lambda made: type(made) is pandas.DataFrame,
    ),
    "pandas of arrow": Kind(
        lambda lists: pandas.DataFrame(
            {name: pandas.arrays.ArrowExtensionArray(pyarrow.array(values)) for name, values in lists.items()}
        ),
        of_pandas,
        lambda made: type(made) is pandas.DataFrame,
    ),
    "polars": Kind(lambda lists: polars.DataFrame(lists, strict=True), lambda made: made.to_dict(as_series=False), lambda made: type(made) is polars.DataFrame),
    "pyarrow": Kind(to_arrow, lambda made: made.to_pydict(), lambda made: type(made) is pyarrow.Table),
    "pyarrow in chunks": Kind(
        lambda lists: pyarrow.concat_tables([to_arrow(lists)[:1], to_arrow(lists)[1:1], to_arrow(lists)[1:]]),
        lambda made: made.to_pydict(),
        lambda made: type(made) is pyarrow.Table,
    ),
    "pyarrow sliced": Kind(
        lambda lists: to_arrow({name: [None] * 5 + values + [None] * 2 for name, values in lists.items()}).slice(5, rows(lists)),
        lambda made: made.to_pydict(),
        lambda made: type(made) is pyarrow.Table,
    ),
    "record batch": Kind(
        lambda lists: pyarrow.RecordBatch.from_pydict({name: pyarrow.array(values) for name, values in lists.items()}),
        lambda made: made.to_pydict(),
        lambda made: type(made) is pyarrow.RecordBatch,
    ),
    "duckdb": Kind(
        to_duckdb,
        lambda made: {name: [row[place] for row in rows] for rows in [made.fetchall()] for place, name in enumerate(made.columns)},
        lambda made: type(made) is duckdb.DuckDBPyRelation,
    ),
    "arrow speaker": Kind(
        lambda lists: Speaker(to_arrow(lists)),
        lambda made: pyarrow.table(made).to_pydict(),
        lambda made: type(made).__name__ == "MeasuredTable",
    ),
}
