"""Data frames: their columns to the core, and what it makes of them back into the same kind of frame.

Nothing but the standard library is needed: pandas, polars, pyarrow, DuckDB, NumPy and tqdm are used where the caller has them.
"""

from __future__ import annotations

import importlib
import sys
import time
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from ._native import MeasuredColumn, MeasuredTable, _arrow_table

__all__ = ["Adapter", "Bar", "adapter", "cells"]


class Adapter(Protocol):
    """What is done with a frame, whichever library it is of."""

    def headings(self) -> list[str]:
        """The headings, in their order."""

    def column(self, place: int) -> object:
        """A column as the core takes it: of Arrow, a NumPy array of numbers, or a list."""

    def beside(self, made: list[MeasuredColumn]) -> Any:
        """The frame with more columns."""

    def groups(self, places: list[int], first: MeasuredColumn, made: list[MeasuredColumn]) -> Any:
        """A row for each group: what its rows have in common, and more columns."""


def adapter(frame: Any) -> Adapter:
    """The way to a frame, by the library that it is of. Libraries that are not loaded cannot have made it."""
    if (pandas := sys.modules.get("pandas")) and isinstance(frame, pandas.DataFrame):
        return _Pandas(frame)
    if polars := sys.modules.get("polars"):
        if isinstance(frame, polars.DataFrame):
            return _Polars(frame)
        if isinstance(frame, polars.LazyFrame):
            raise TypeError("a LazyFrame has no rows yet: measure frame.collect()")
    if (pyarrow := sys.modules.get("pyarrow")) and isinstance(frame, (pyarrow.Table, pyarrow.RecordBatch)):
        return _PyArrow(frame)
    if (duckdb := sys.modules.get("duckdb")) and isinstance(frame, duckdb.DuckDBPyRelation):
        return _DuckDB(frame)
    if isinstance(frame, Mapping):
        return _Mapping(frame)
    if hasattr(frame, "__arrow_c_stream__") or hasattr(frame, "__arrow_c_array__"):
        return _Arrow(frame)
    raise TypeError(
        "expected a data frame of pandas or polars, a table of pyarrow or DuckDB, a mapping of columns, "
        f"or what speaks Arrow (__arrow_c_stream__), not {type(frame).__module__}.{type(frame).__qualname__}"
    )


class _Pandas:
    def __init__(self, frame: Any) -> None:
        self.frame = frame

    def headings(self) -> list[str]:
        return [str(heading) for heading in self.frame.columns]

    def column(self, place: int) -> object:
        return _column(self.frame.iloc[:, place])

    def beside(self, made: list[MeasuredColumn]) -> Any:
        frame = self.frame.copy(deep=False)
        for column in made:
            frame[column.name] = _pandas_array(column)
        return frame

    def groups(self, places: list[int], first: MeasuredColumn, made: list[MeasuredColumn]) -> Any:
        common = self.frame.iloc[first.to_numpy(), places].reset_index(drop=True)
        return _Pandas(common).beside(made)


def _pandas_array(column: MeasuredColumn) -> object:
    """A column as pandas holds such: texts that repeat as categories, decimals as those of Arrow where it is there."""
    pandas = sys.modules["pandas"]
    if (dictionary := column._dictionary()) is not None:
        texts, keys = dictionary
        return pandas.Categorical.from_codes(keys, categories=texts)
    if column.kind == "decimal" and (pyarrow := _library("pyarrow")):
        return pandas.arrays.ArrowExtensionArray(pyarrow.array(column))
    return column.to_numpy()


class _Polars:
    def __init__(self, frame: Any) -> None:
        self.frame = frame

    def headings(self) -> list[str]:
        return list(self.frame.columns)

    def column(self, place: int) -> object:
        return _column(self.frame.to_series(place))

    def beside(self, made: list[MeasuredColumn]) -> Any:
        polars = sys.modules["polars"]
        return self.frame.with_columns([polars.Series(column.name, column) for column in made])

    def groups(self, places: list[int], first: MeasuredColumn, made: list[MeasuredColumn]) -> Any:
        polars = sys.modules["polars"]
        rows = polars.Series(first.name, first)
        return _Polars(self.frame[:, places].select(polars.all().gather(rows))).beside(made)


class _PyArrow:
    """A table, or a batch of records, of pyarrow."""

    def __init__(self, frame: Any) -> None:
        self.frame = frame

    def headings(self) -> list[str]:
        return list(self.frame.schema.names)

    def column(self, place: int) -> object:
        return self.frame.column(place)

    def beside(self, made: list[MeasuredColumn]) -> Any:
        frame = self.frame
        for column in made:
            frame = frame.append_column(column.name, sys.modules["pyarrow"].array(column))
        return frame

    def groups(self, places: list[int], first: MeasuredColumn, made: list[MeasuredColumn]) -> Any:
        common = self.frame.select(places).take(sys.modules["pyarrow"].array(first))
        return _PyArrow(common).beside(made)


class _Arrow:
    """Whatever speaks Arrow. What comes back is made by its own `from_arrow()`, where it has one."""

    def __init__(self, frame: Any) -> None:
        self.frame = frame
        self.table = _arrow_table(frame)

    def headings(self) -> list[str]:
        return self.table.columns

    def column(self, place: int) -> object:
        return self.table._column(place)

    def beside(self, made: list[MeasuredColumn]) -> Any:
        return self.back(self.table._beside(made))

    def groups(self, places: list[int], first: MeasuredColumn, made: list[MeasuredColumn]) -> Any:
        return self.back(self.table._groups(places, first, made))

    def back(self, table: MeasuredTable) -> Any:
        own = getattr(type(self.frame), "from_arrow", None)
        return table if own is None else own(table)


class _DuckDB(_Arrow):
    """A relation of DuckDB. What comes back belongs to the same connection."""

    def back(self, table: MeasuredTable) -> Any:
        _lkip_measured = table
        return self.frame.query("_lkip_relation", "SELECT * FROM _lkip_measured")


class _Mapping:
    """Columns by their headings. What comes back is a dictionary."""

    def __init__(self, frame: Mapping[Any, Any]) -> None:
        self.frame = frame
        self.columns = list(frame.values())

    def headings(self) -> list[str]:
        return [str(heading) for heading in self.frame]

    def column(self, place: int) -> object:
        return _column(self.columns[place])

    def beside(self, made: list[MeasuredColumn]) -> Any:
        return {**self.frame, **{column.name: column for column in made}}

    def groups(self, places: list[int], first: MeasuredColumn, made: list[MeasuredColumn]) -> Any:
        headings = list(self.frame)
        common = {headings[place]: _rows(self.columns[place], first) for place in places}
        return _Mapping(common).beside(made)


def _rows(column: Any, first: MeasuredColumn) -> object:
    """Some rows of a column, in the same kind of column where its library has a way to them."""
    if hasattr(column, "iloc"):
        return column.iloc[first.to_numpy()]
    if (numpy := sys.modules.get("numpy")) and isinstance(column, numpy.ndarray):
        return column[first.to_numpy()]
    if (polars := sys.modules.get("polars")) and isinstance(column, polars.Series):
        return column.gather(polars.Series(first.name, first))
    if (pyarrow := sys.modules.get("pyarrow")) and isinstance(column, (pyarrow.Array, pyarrow.ChunkedArray)):
        return column.take(pyarrow.array(first))
    listed = list(column)
    return [listed[row] for row in first.to_list()]


def _column(values: Any) -> object:
    """A column as the core takes it: of Arrow, a NumPy array of numbers, or a list."""
    if isinstance(values, list):
        return values
    if (pandas := sys.modules.get("pandas")) and isinstance(values, (pandas.Series, pandas.Index)):
        values = values.array
    if (numpy := sys.modules.get("numpy")) is not None:
        if pandas and isinstance(values, pandas.arrays.NumpyExtensionArray):
            values = values.to_numpy()
        if isinstance(values, numpy.ndarray):
            return _numpy(numpy, values)
    is_of_pandas = pandas is not None and isinstance(values, pandas.api.extensions.ExtensionArray)
    if is_of_pandas and (pyarrow := _library("pyarrow")):
        return pyarrow.array(values)
    if (polars := sys.modules.get("polars")) and isinstance(values, polars.Series) and values.dtype == polars.Null:
        # Nothing at all, which not all who read Arrow take as polars writes it.
        return values.to_list()
    if hasattr(values, "__arrow_c_array__") or hasattr(values, "__arrow_c_stream__"):
        return values
    if isinstance(values, (str, bytes, Mapping)) or not isinstance(values, Iterable):
        raise TypeError(f"expected a column of cells, not {type(values).__name__}")
    return list(values)


def _numpy(numpy: Any, values: Any) -> object:
    """Numbers where they lie, in the order and the byte order of this machine; everything else as objects."""
    if values.ndim != 1:
        raise TypeError(f"expected a column, not an array of {values.ndim} dimensions")
    if values.dtype.kind not in "iuf" or isinstance(values, numpy.ma.MaskedArray):
        return values.tolist()
    return numpy.ascontiguousarray(values, values.dtype.newbyteorder("="))


def _library(name: str) -> Any:
    """A library, where the caller has it."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def cells(frame: Any) -> object:
    """The columns of a frame as lists of Python's own objects, under their headings; what is no frame, as it is."""
    if isinstance(frame, Mapping):
        return {heading: _cells(values) for heading, values in frame.items()}
    if (duckdb := sys.modules.get("duckdb")) and isinstance(frame, duckdb.DuckDBPyRelation):
        rows = frame.fetchall()
        return {heading: [row[place] for row in rows] for place, heading in enumerate(frame.columns)}
    if hasattr(frame, "to_pydict") and hasattr(frame, "schema"):
        return frame.to_pydict()
    if hasattr(frame, "columns") and hasattr(frame, "__getitem__"):
        return {heading: _cells(frame[heading]) for heading in frame.columns}
    if hasattr(frame, "__arrow_c_stream__") and (library := _library("pyarrow")):
        return library.table(frame).to_pydict()
    return frame


def _cells(values: Any) -> object:
    """A column of another library as a list. What these libraries write for nothing is nothing."""
    for name in ("to_pylist", "to_list", "tolist"):
        if hasattr(values, name):
            return [None if _is_nothing(value) else value for value in getattr(values, name)()]
    return values


def _is_nothing(value: Any) -> bool:
    """What is not even equal to itself (NaN, NaT), and what pandas calls NA."""
    return value is None or type(value).__name__ == "NAType" or bool(value != value)


#: Work of so many seconds is worth a bar.
_LONG = 2.0


class Bar:
    """Shows how far long work is, where tqdm is installed."""

    def __init__(self) -> None:
        self.begin: float = time.monotonic()
        self.bar: Any = None

    def __call__(self, done: int, total: int) -> None:
        """So many rows of all are done."""
        if self.bar is None:
            is_long = (time.monotonic() - self.begin) * total > _LONG * done
            if not is_long or done == total or _library("tqdm") is None:
                return
            self.bar = _library("tqdm.auto").tqdm(total=total, unit="row", unit_scale=True)
        self.bar.update(done - self.bar.n)

    def close(self) -> None:
        """There is no more to show."""
        if self.bar is not None:
            self.bar.close()
