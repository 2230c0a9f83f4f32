"""`measure()` over every kind of frame: as one by one, and as the same call in plain data."""

from __future__ import annotations

import itertools
import json
import os
import pathlib
import pickle
import random
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

import lkip
from frames import KINDS, Kind, Speaker, compute, duckdb, listed, numpy, pandas, polars, pyarrow, to_arrow

RULES = "biro-umum-ntt-2021"
MADE = ["percent", "category", "outcome", "reason"]
TEXTS: dict[str, list[Any]] = {
    "Indikator": ["a", "b", "c", "d", "e", "f", "g"],
    "Target 2021": ["70,0", "100", "1.250", None, "0", "90-100", "12"],
    "Realisasi": ["98,40", "-", "1.000", "5", "3", "95,5", "dua belas"],
}
KIND_NAMES = list(KINDS)


def plain(value: Any) -> Any:
    """A cell as a call in plain data has it."""
    return value if value is None or isinstance(value, (int, str)) else str(value)


def expected(lists: dict[str, list[Any]], rules: Any = RULES, **more: Any) -> dict[str, Any]:
    columns = {name: [plain(value) for value in values] for name, values in lists.items()}
    data = rules.data if isinstance(rules, lkip.RuleSet) else rules
    return lkip.answer({"op": "measure", "columns": columns, "rules": data, **more})


def of_rows(rows: list[dict[str, Any]], exact: bool = False) -> dict[str, list[Any]]:
    """What an answer says of its rows, as columns."""
    columns: dict[str, list[Any]] = {
        "percent": [Decimal(row["percent"]) if "percent" in row else None for row in rows],
        "category": [row.get("category") for row in rows],
        "outcome": [row["outcome"] for row in rows],
        "reason": [row.get("reason", {}).get("code") for row in rows],
    }
    if exact:
        columns["exact"] = [row.get("exact") for row in rows]
    return columns


def of_groups(groups: list[dict[str, Any]]) -> dict[str, list[Any]]:
    counts = {name: [group[name] for group in groups] for name in ("used", "total", "as_zero")}
    keys = {name: [group["by"][name] for group in groups] for name in groups[0]["by"]}
    return {**keys, **of_rows(groups), **counts}


@pytest.fixture(params=KIND_NAMES)
def kind(request: pytest.FixtureRequest) -> Kind:
    return KINDS[request.param]


def test_texts(kind: Kind) -> None:
    """Everything stays, in its order; every row is as the same call in plain data says."""
    frame = kind.make(TEXTS)
    made = lkip.measure(frame, rules=RULES)
    assert kind.is_same(made)
    read = kind.read(made)
    assert list(read) == [*TEXTS, *MADE]
    assert {name: read[name] for name in TEXTS} == TEXTS
    answer = expected(TEXTS)
    assert {name: read[name] for name in MADE} == of_rows(answer["rows"])
    assert read["reason"] == [None, "not_measured", None, "no_target", "zero_target", None, "unreadable"]
    assert [str(percent) for percent in read["percent"][:3]] == ["140.57", "None", "80.00"]


def test_exact(kind: Kind) -> None:
    read = kind.read(lkip.measure(kind.make(TEXTS), rules=RULES, exact=True))
    answer = expected(TEXTS, include=["exact"])
    assert {name: read[name] for name in [*MADE, "exact"]} == of_rows(answer["rows"], exact=True)
    assert read["exact"][0] == "984/7" and sorted(read) == sorted([*TEXTS, *MADE, "exact"])


GROUPS: dict[str, list[Any]] = {
    "Biro": ["Umum", None, "Hukum", "Umum", None, "Umum"],
    "Sasaran": ["1", "1", "2", "1", "1", "2"],
    "target": ["70", "100", "90", "95", "4", "10"],
    "realisasi": ["98.40", "50", None, "87.5", "3", "9"],
    "bobot": ["1", "2", "3", "4", "5", "6"],
}


@pytest.mark.parametrize("by", ["Biro", ["Biro"], ["Biro", "Sasaran"], ["Sasaran", "Biro"]])
@pytest.mark.parametrize("overrides", [None, {"average": {"method": "weighted"}}, {"average": {"not_measured": "zero"}}])
def test_groups(kind: Kind, by: str | list[str], overrides: dict[str, Any] | None) -> None:
    made = lkip.measure(kind.make(GROUPS), by=by, rules=RULES, overrides=overrides)
    assert kind.is_same(made)
    answer = expected(GROUPS, by=by, **({} if overrides is None else {"overrides": overrides}))
    assert kind.read(made) == of_groups(answer["groups"])


@pytest.mark.parametrize("rows", [0, 1])
@pytest.mark.parametrize("by", [None, "Biro"])
def test_few_rows(kind: Kind, rows: int, by: str | None) -> None:
    lists = {name: values[:rows] for name, values in GROUPS.items()}
    read = kind.read(lkip.measure(kind.make(lists), by=by, rules=RULES, exact=True))
    counts = ["used", "total", "as_zero"] if by else []
    assert set(read) == {*(["Biro"] if by else lists), *MADE, "exact", *counts}
    assert {len(values) for values in read.values()} == {rows}


def test_vectors(root: pathlib.Path) -> None:
    """The calls of the vectors, with each of the kinds that have texts with nothing among them."""
    vectors = json.loads((root / "tests" / "vectors" / "measure.json").read_text(encoding="utf-8"))
    tested = 0
    for vector, name in itertools.product(vectors, ["mapping of lists", "pandas", "polars", "pyarrow", "duckdb"]):
        call = {**vector["call"]}
        columns = call.pop("columns", call.pop("kolom", None))
        if not isinstance(columns, dict) or not all(isinstance(values, list) for values in columns.values()):
            continue
        if name != "mapping of lists" and len({len(values) for values in columns.values()}) > 1:
            continue
        if any(isinstance(value, float) for values in columns.values() for value in values):
            continue
        if name != "mapping of lists" and any(isinstance(value, int) for values in columns.values() for value in values):
            continue
        fields: dict[str, Any] = {
            "target": call.get("target"), "realization": call.get("realization"), "by": call.get("by"),
            "polarity": call.get("polarity"), "state": call.get("realization_state"), "weight": call.get("weight"),
            "rules": call.get("rules", call.get("pedoman")), "overrides": call.get("overrides"), "style": call.get("style"),
            "language": call.get("language"), "exact": "exact" in call.get("include", []),
        }
        kind = KINDS[name]
        answer = vector["answer"]
        tested += 1
        if answer["outcome"] == "error":
            with pytest.raises(lkip.LkipError) as refused:
                lkip.measure(kind.make(columns), **fields)
            told = [(error["code"], error["path"].removeprefix("columns."), error["message"]) for error in answer["errors"]]
            assert [(error.code, error.path, error.message) for error in refused.value.errors] == told, vector["id"]
            continue
        read = kind.read(lkip.measure(kind.make(columns), **fields))
        rows = of_rows(answer.get("groups", answer["rows"]), exact=fields["exact"])
        assert {name: read[name] for name in rows} == rows, vector["id"]
    assert tested > 100


def random_numbers(seed: int, places: int, rows: int = 300) -> list[Decimal | None]:
    """Small and large, whole and broken, halfway between two, and none."""
    draw = random.Random(seed)
    numbers: list[Decimal | None] = []
    for _ in range(rows):
        digits = draw.choice([draw.randrange(1, 10), draw.randrange(1, 10**5), draw.randrange(10**6, 10**9), 0, -draw.randrange(1, 99), 200])
        numbers.append(None if draw.random() < 0.1 else Decimal(digits).scaleb(-places))
    return numbers


def one_by_one(targets: list[Any], realizations: list[Any], rules: lkip.RuleSet, **more: Any) -> dict[str, list[Any]]:
    """The reference: every row by itself."""
    made = [lkip.achievement(target, realization, rules=rules, **more) for target, realization in zip(targets, realizations)]
    reasons = [a.reason or (a.category.reason if a.category is not None and rules.scale is not None else None) for a in made]
    return {
        "percent": [a.percent for a in made],
        "category": [a.category.label if a.category is not None else None for a in made],
        "outcome": [a.outcome for a in made],
        "reason": [None if reason is None else reason.code for reason in reasons],
    }


def units(numbers: list[Decimal | None], places: int) -> list[int | None]:
    return [None if number is None else int(number.scaleb(places)) for number in numbers]


def arrow_of(numbers: list[Decimal | None], places: int, of: str) -> Any:
    """A column of Arrow in each type that holds the numbers."""
    widths = {"decimal128": pyarrow.decimal128(38, places), "decimal256": pyarrow.decimal256(60, places),
              "decimal64": pyarrow.decimal64(18, places), "more places": pyarrow.decimal128(38, 27),
              "too many places": pyarrow.decimal256(76, 40)}
    if of in widths:
        return pyarrow.array(numbers, type=widths[of])
    texts = [None if number is None else f"{number:f}" for number in numbers]
    types = {"string": pyarrow.string(), "large_string": pyarrow.large_string(), "string_view": pyarrow.string_view()}
    if of in types:
        return pyarrow.array(texts, type=types[of])
    if of == "dictionary of texts":
        return pyarrow.array(texts).dictionary_encode()
    if of == "dictionary of decimals":
        return pyarrow.array(numbers, type=pyarrow.decimal128(38, places)).dictionary_encode()
    floats = [None if number is None else float(number) for number in numbers]
    return pyarrow.array(floats, type=pyarrow.float64())


TYPES = ["decimal128", "decimal256", "decimal64", "more places", "too many places", "string", "large_string", "string_view",
         "dictionary of texts", "dictionary of decimals", "float64"]


@pytest.mark.parametrize("of", TYPES)
@pytest.mark.parametrize("polarity", ["higher", "lower", "on_target"])
def test_types_of_arrow(of: str, polarity: Any, biro: lkip.RuleSet) -> None:
    """Whole, in slices that begin anywhere, and in chunks."""
    places = 2
    targets, realizations = random_numbers(1, places), random_numbers(2, places)
    table = pyarrow.table({"target": arrow_of(targets, places, of), "realisasi": arrow_of(realizations, places, of)})
    reference = one_by_one(targets, realizations, biro, polarity=polarity)
    style: Any = "plain" if "string" in of or "texts" in of else None
    for begin, end in [(0, 300), (3, 211), (13, 14), (64, 300)]:
        for part in (table.slice(begin, end - begin), pyarrow.concat_tables([table[begin : begin + 1], table[begin + 1 : end]])):
            read = lkip.measure(part, polarity=polarity, rules=biro, places=places, style=style).to_pydict()
            assert {name: read[name] for name in MADE} == {name: values[begin:end] for name, values in reference.items()}


@pytest.mark.parametrize("dtype", ["int64", "int32", "int16", "uint64", "uint32", "float64", ">i8", ">f8"])
def test_types_of_numpy(dtype: str, biro: lkip.RuleSet) -> None:
    draw = random.Random(7)
    low = 0 if dtype.startswith("u") else -9
    targets, realizations = ([draw.randrange(low, 20_000) for _ in range(500)] for _ in range(2))
    table = {"target": numpy.array(targets, dtype), "realisasi": numpy.array(realizations, dtype)}
    reference = one_by_one(targets, realizations, biro)
    every_other = {name: numpy.repeat(values, 2)[::2] for name, values in table.items()}
    for frame in (table, every_other, pandas.DataFrame(table)):
        made = lkip.measure(frame, rules=biro, places=0)
        assert {name: listed(made[name]) for name in MADE} == reference


def test_masked_and_nullable(biro: lkip.RuleSet) -> None:
    targets, realizations = [70, None, 9], [7, 3, None]
    reference = one_by_one(targets, realizations, biro)
    masked = {
        "target": numpy.ma.MaskedArray([70, 1, 9], mask=[False, True, False]),
        "realisasi": numpy.ma.MaskedArray([7, 3, 1], mask=[False, False, True]),
    }
    nullable = pandas.DataFrame({"target": targets, "realisasi": realizations}, dtype="Int64")
    for frame in (masked, nullable):
        made = lkip.measure(frame, rules=biro)
        assert {name: listed(made[name]) for name in MADE} == reference


def test_int64_max_and_beyond(biro: lkip.RuleSet) -> None:
    large = 2**64 - 1
    frame = {"target": numpy.array([large, 1, 3], "uint64"), "realisasi": numpy.array([large, large, 2], "uint64")}
    assert {name: listed(values) for name, values in lkip.measure(frame, rules=biro).items() if name in MADE} == one_by_one(
        [large, 1, 3], [large, large, 2], biro
    )


def test_negative_scales(biro: lkip.RuleSet) -> None:
    """A decimal of scale -3 counts thousands."""
    column = pyarrow.array([Decimal("7E+3"), None, Decimal("2000")], type=pyarrow.decimal128(10, -3))
    made = lkip.measure({"target": column, "realisasi": [7000, 1, 1]}, rules=biro)
    assert list(made["percent"]) == [Decimal("100.00"), None, Decimal("0.05")]


def test_more_digits_than_numbers_have(biro: lkip.RuleSet) -> None:
    """Decimals of Arrow beyond what a number holds are a reason of their rows."""
    long = pyarrow.array([Decimal("1" * 38), Decimal("1"), Decimal("9" * 29)], type=pyarrow.decimal128(38, 0))
    made = lkip.measure({"target": [1, 1, 1], "realisasi": long}, rules=biro)
    assert (list(made["reason"]), made["percent"][1]) == (["too_large", None, "too_large"], Decimal("100.00"))
    fine = pyarrow.array([Decimal("0." + "0" * 39 + "1"), Decimal("0.5")], type=pyarrow.decimal256(76, 40))
    made = lkip.measure({"target": [1, 1], "realisasi": fine}, rules=biro)
    assert (list(made["reason"]), made["percent"][1]) == (["too_large", None], Decimal("50.00"))


# Floats.


def test_floats_need_places(kind: Kind) -> None:
    frame = {"target": [1.5, 2.0], "realisasi": [98.4, 0.1]}
    with pytest.raises(lkip.LkipError, match="places=2") as refused:
        lkip.measure(kind.make(frame), rules=RULES, language="en")
    assert [(error.code, error.path) for error in refused.value.errors] == [("places_missing", "target"), ("places_missing", "realisasi")]
    read = kind.read(lkip.measure(kind.make(frame), rules=RULES, places={"target": 1, "realisasi": 2}))
    assert read["percent"] == [Decimal("6560.00"), Decimal("5.00")]


def test_floats_are_the_decimals_that_they_stand_for(biro: lkip.RuleSet) -> None:
    """As decimals of stated places give it, where floats alone would round otherwise."""
    targets, realizations = random_numbers(3, 2, 3000), random_numbers(4, 2, 3000)
    floats = {name: numpy.array([numpy.nan if n is None else float(n) for n in numbers]) for name, numbers in
              [("target", targets), ("realisasi", realizations)]}
    made = lkip.measure(floats, rules=biro, places=2)
    assert {name: listed(made[name]) for name in MADE} == one_by_one(targets, realizations, biro)


@pytest.mark.parametrize("value", [98.456, 0.1 + 0.2, float("inf"), 1e300, 1 / 3])
def test_floats_beyond_their_places(value: float) -> None:
    frame = {"target": numpy.array([1.0, 2.0]), "realisasi": numpy.array([1.0, value])}
    for table in (frame, pandas.DataFrame(frame), polars.DataFrame(frame), {**frame, "realisasi": [1.0, value]}):
        with pytest.raises(lkip.LkipError) as refused:
            lkip.measure(table, rules=RULES, places=2)
        assert (refused.value.code, refused.value.path) == ("float_beyond_places", "realization[1]")


def test_singles_are_the_decimals_that_they_stand_for(biro: lkip.RuleSet) -> None:
    """98.4 in 32 bits is 98.4000015258789 in 64, and stands for 98.40 all the same."""
    draw = random.Random(5)
    numbers = [Decimal(draw.randrange(2**23)).scaleb(-2) for _ in range(3000)]
    singles = numpy.array([float(number) for number in numbers], "float32")
    ones = [1] * len(numbers)
    for frame in (
        {"target": ones, "realisasi": singles},
        pandas.DataFrame({"target": ones, "realisasi": singles}),
        pyarrow.table({"target": ones, "realisasi": singles}),
    ):
        made = lkip.measure(frame, rules=biro, places=2)
        assert listed(made["percent"] if isinstance(made, (dict, pandas.DataFrame)) else made["percent"]) == one_by_one(ones, numbers, biro)["percent"]


def test_singles_that_stand_for_several_decimals() -> None:
    """16,777,217 has no float of 32 bits of its own: the row has a reason, not a wrong figure."""
    singles = numpy.array([16_777_217, 8_388_607, numpy.nan, 8_388_608], "float32")
    made = lkip.measure({"target": [1] * 4, "realisasi": singles}, rules=RULES, places=0)
    assert list(made["reason"]) == ["too_large", None, "not_measured", "too_large"]
    with pytest.raises(lkip.LkipError) as refused:
        lkip.measure({"target": [1, 1], "realisasi": numpy.array([98.4, 98.456], "float32")}, rules=RULES, places=2)
    assert [(error.code, error.path, error.details["value"]) for error in refused.value.errors] == [
        ("float_beyond_places", "realization[1]", "98.456")
    ]


def test_floats_among_exact_numbers() -> None:
    made = lkip.measure({"target": [1, 2.5, None, float("nan")], "realisasi": [1, 1, 1, 1]}, rules=RULES, places=1)
    assert list(made["percent"]) == [Decimal("100.00"), Decimal("40.00"), None, None]
    with pytest.raises(lkip.LkipError) as refused:
        lkip.measure({"target": ["1", 2.5], "realisasi": [Decimal("1.5"), 1.5]}, rules=RULES, places=1)
    assert [(error.code, error.path) for error in refused.value.errors] == [("inexact_number", "target[1]"), ("inexact_number", "realisasi[1]")]


# Mistakes.


def refused(frame: Any, **more: Any) -> list[tuple[str, str]]:
    with pytest.raises(lkip.LkipError) as error:
        lkip.measure(frame, **{"rules": RULES, **more})
    return [(error.code, error.path) for error in error.value.errors]


GOOD: dict[str, list[Any]] = {"target": [1, 2], "realisasi": [1, 2]}


def test_mistakes() -> None:
    assert refused({**GOOD, "realisasi": [1]}) == [("unequal_lengths", "realization")]
    assert refused({**GOOD, "realisasi": [1, 2, 3]}) == [("unequal_lengths", "realization")]
    assert refused({**GOOD, "polaritas": ["naik"] * 3}) == [("unequal_lengths", "polarity")]
    long = {"target": numpy.ones(1 << 21, "int64"), "realisasi": numpy.ones((1 << 21) + 1, "int64")}
    assert refused(long) == [("unequal_lengths", "realization")]
    assert refused({**GOOD, "Biro": ["a"]}, by="Biro") == [("unequal_lengths", "groups")]
    assert refused(GOOD, target="Sasaran") == [("unknown_column", "target")]
    assert refused({"a": [1]}) == [("column_not_found", "target"), ("column_not_found", "realization")]
    assert refused({**GOOD, "Target": [1, 2]}) == [("ambiguous_column", "target")]
    assert refused({**GOOD, "percent": [1, 2], "reason": [1, 2]}) == [("column_taken", "percent"), ("column_taken", "reason")]
    assert refused({**GOOD, "exact": [1, 2]}, exact=True) == [("column_taken", "exact")]
    assert lkip.measure({**GOOD, "exact": [1, 2], "used": [1, 2]}, rules=RULES)["exact"] == [1, 2]
    assert refused({**GOOD, "used": [1, 2]}, by="used") == [("column_taken", "used")]
    assert refused({**GOOD, "target": [True, 1]}) == [("wrong_type", "target[0]")]
    assert refused({**GOOD, "target": numpy.array([True, False])}) == [("wrong_type", "target[0]"), ("wrong_type", "target[1]")]
    assert refused(pyarrow.table({**GOOD, "target": [True, None]})) == [("wrong_type", "target[0]")]
    assert refused(GOOD, polarity="sideways") == [("unknown_choice", "polarity")]
    assert refused({**GOOD, "arah": ["naik", "?"]}) == [("unknown_choice", "arah[1]")]
    assert refused({**GOOD, "arah": ["?"] * 2}, polarity="arah") == [("unknown_choice", "arah[0]"), ("unknown_choice", "arah[1]")]
    assert refused(GOOD, rules="?") == [("unknown_rule_set", "rules")]
    assert refused(GOOD, style="?") == [("unknown_choice", "style")]
    assert refused(GOOD, language="?") == [("unknown_choice", "language")]
    assert refused(GOOD, places={"Biro": 2}, style={"Sasaran": "plain"}) == [("unknown_column", "places"), ("unknown_column", "style")]
    assert refused(GOOD, overrides={"rounding": {"mode": "?"}})[0][0] == "unknown_choice"
    many = {"target": [1] * 30, "realisasi": ["1"] * 30, "arah": ["?"] * 30}
    assert refused(many) == [("unknown_choice", f"arah[{row}]") for row in range(10)]
    with pytest.raises(lkip.LkipError, match="Tidak ada kolom 'Sasaran'. Kolomnya: target atau realisasi"):
        lkip.measure(GOOD, "Sasaran", rules=RULES)


def test_headings_twice() -> None:
    frame = pandas.DataFrame([[1, 2, 3]], columns=["target", "realisasi", "realisasi"])
    assert refused(frame) == [("ambiguous_column", "realization")]
    assert refused(frame, realization="realisasi") == [("ambiguous_column", "realization")]
    other = pandas.DataFrame([[1, 2, "x", "y"]], columns=["target", "realisasi", "Catatan", "Catatan"])
    assert list(lkip.measure(other, rules=RULES).columns) == ["target", "realisasi", "Catatan", "Catatan", *MADE]
    table = pyarrow.Table.from_arrays([[1], [2], [3]], names=["target", "realisasi", "target"])
    assert refused(table) == [("ambiguous_column", "target")]


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        (42, "expected a data frame"),
        ("target", "expected a data frame"),
        ([{"target": 1}], "expected a data frame"),
        (polars.LazyFrame({"target": [1]}), r"frame\.collect\(\)"),
        ({"target": 1, "realisasi": 2}, "expected a column of cells, not int"),
        ({"target": "12", "realisasi": [2]}, "expected a column of cells, not str"),
        ({"target": [object()], "realisasi": [2]}, "target: expected str, int, Decimal"),
        ({"target": numpy.ones((2, 2)), "realisasi": [2]}, "not an array of 2 dimensions"),
        ({"target": numpy.ones(1, "float16"), "realisasi": [2]}, "target: expected a column of numbers or texts, not of float16"),
        (pyarrow.table({"target": [[1]], "realisasi": [1]}), "target: expected a column of numbers or texts, not of List"),
        ({**GOOD, "arah": numpy.array([1, 2])}, "arah: expected a column of numbers or texts"),
    ],
)
def test_what_is_no_frame(frame: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        lkip.measure(frame, rules=RULES)


def test_numbers_of_threads() -> None:
    for threads in (0, -1):
        with pytest.raises(ValueError, match="at least 1"):
            lkip.measure(GOOD, rules=RULES, threads=threads)


# What the libraries have of their own.


def test_index_and_attributes_of_pandas_stay() -> None:
    index = pandas.MultiIndex.from_tuples([("a", 1), ("a", 1), ("b", 2)], names=["biro", "nomor"])
    frame = pandas.DataFrame({"target": [1, 2, 4], "realisasi": [1, 1, 1]}, index=index)
    frame.attrs["sumber"] = "LKjIP"
    before = frame.copy()
    made = lkip.measure(frame, rules=RULES)
    pandas.testing.assert_frame_equal(frame, before)
    pandas.testing.assert_frame_equal(made[["target", "realisasi"]], before)
    assert made.attrs == before.attrs and made.index.equals(index)
    assert listed(made["percent"]) == [Decimal("100.00"), Decimal("50.00"), Decimal("25.00")]
    assert made["percent"].dtype == pandas.ArrowDtype(pyarrow.decimal128(38, 2))
    assert [made[name].dtype.name for name in MADE[1:]] == ["category"] * 3


def test_keys_of_every_type() -> None:
    """Groups keep the type of their keys."""
    days = pandas.to_datetime(["2021-01-01", "2021-01-02", "2021-01-01"])
    numbers: dict[str, Any] = {"target": [1, 2, 4], "realisasi": [1, 1, 1]}
    keys: list[Any] = [days, pandas.Categorical(["x", "y", "x"]), [1, 2, 1], [1.5, None, 1.5], [True, False, True], [Decimal("1.0"), "y", Decimal("1.00")]]
    for key in keys:
        frame = pandas.DataFrame({"kunci": key, **numbers})
        made = lkip.measure(frame, by="kunci", rules=RULES)
        pandas.testing.assert_series_equal(made["kunci"], frame["kunci"].iloc[:2])
        assert made["total"].tolist() == [2, 1]
    for frame in (polars.DataFrame({"kunci": days, **numbers}), pyarrow.table({"kunci": pyarrow.array(days), **numbers})):
        made = lkip.measure(frame, by="kunci", rules=RULES)
        assert listed(made["kunci"]) == listed(frame["kunci"])[:2] and listed(made["total"]) == [2, 1]
    made = lkip.measure({"kunci": numpy.array(["x", "y", "x"]), **numbers}, by="kunci", rules=RULES)
    assert isinstance(made["kunci"], numpy.ndarray) and made["kunci"].tolist() == ["x", "y"]


def test_types_of_columns_of_arrow() -> None:
    made = lkip.measure(to_arrow(TEXTS), rules=RULES)
    assert made.schema.field("percent").type == pyarrow.decimal128(38, 2)
    assert made.schema.field("category").type == pyarrow.dictionary(pyarrow.int8(), pyarrow.string())
    assert made.validate(full=True) is None
    made = lkip.measure(polars.DataFrame(TEXTS), rules=RULES)
    assert (made["percent"].dtype, made["outcome"].dtype) == (polars.Decimal(38, 2), polars.Categorical())


def test_relation_of_its_own_connection() -> None:
    connection = duckdb.connect()
    connection.execute("create table made as select 10 as target, 9.5::decimal(9, 1) as realisasi, 'Umum' as biro")
    made = lkip.measure(connection.table("made"), rules=RULES)
    assert made.filter("percent > 90").fetchall() == [(10, Decimal("9.5"), "Umum", Decimal("95.00"), "Sangat Berhasil", "computed", None)]
    # It can be read again, and joined with what else the connection has.
    other = connection.sql("select 'Umum' as biro, 1 as satu").set_alias("lain")
    assert made.set_alias("hasil").join(other, "biro").fetchall() == made.set_alias("hasil").join(other, "biro").fetchall()
    assert connection.sql("select count(*) from made").fetchall() == [(1,)]


class WithFromArrow(Speaker):
    @classmethod
    def from_arrow(cls, table: Any) -> WithFromArrow:
        return cls(pyarrow.table(table))


def test_what_is_made_by_its_own_from_arrow() -> None:
    made = lkip.measure(WithFromArrow(to_arrow(TEXTS)), rules=RULES)
    assert type(made) is WithFromArrow and made.table.column_names == [*TEXTS, *MADE]


def test_polarity_and_state_of_each_row(kind: Kind) -> None:
    lists: dict[str, list[Any]] = {
        "target": ["10", "10", "10", "10"],
        "realisasi": ["9", "9", None, None],
        "Sifat": ["Maximize", "turun", "naik", "naik"],
        "keadaan": [None, None, "tidak_dilaksanakan", None],
    }
    read = kind.read(lkip.measure(kind.make(lists), rules=RULES))
    assert {name: read[name] for name in MADE} == of_rows(expected(lists)["rows"])
    assert read["reason"] == [None, None, "not_carried_out", "not_measured"]


# Long frames.


def test_long_frames_and_threads(biro: lkip.RuleSet) -> None:
    """Every chunk and thread writes its own rows."""
    rows = 2_300_000
    targets = numpy.arange(rows, dtype="int64") % 997
    realizations = numpy.arange(rows, dtype="int64") % 991
    frame = {"target": targets, "realisasi": realizations}
    told: list[tuple[int, int]] = []
    made = lkip.measure(frame, rules=biro, progress=lambda done, total: told.append((done, total)))
    assert told == [(1 << 20, rows), (2 << 20, rows), (rows, rows)]
    for threads in (1, 2, 3):
        assert lkip.measure(frame, rules=biro, threads=threads) == made
    every = range(0, rows, 9973)
    reference = one_by_one(targets[:: 9973].tolist(), realizations[:: 9973].tolist(), biro)
    assert {name: [made[name][row] for row in every] for name in MADE} == reference
    half = numpy.array(targets, "float64") / 100
    of_floats = lkip.measure({"target": half, "realisasi": realizations}, rules=biro, places=2)
    assert of_floats["percent"][3] == lkip.achievement("0.03", 3, rules=biro, style="plain").percent
    bad = half.copy()
    bad[[5, 1_500_000]] = 0.001
    assert refused({"target": bad, "realisasi": realizations}, places=2) == [
        ("float_beyond_places", "target[5]"), ("float_beyond_places", "target[1500000]")]


def check_rows(made: Any, targets: Any, realizations: Any, rules: lkip.RuleSet) -> None:
    """Some rows of a long frame against single measurements, and what is said of all of them."""
    every = list(range(0, len(targets), 613))
    reference = one_by_one([int(targets[row]) for row in every], [int(realizations[row]) for row in every], rules)
    assert {name: [made[name][row] for row in every] for name in MADE} == reference
    for name in MADE:
        pyarrow.array(made[name]).validate(full=True)
    percent, outcome = pyarrow.array(made["percent"]), pyarrow.array(made["outcome"]).cast("string")
    assert percent.is_valid().equals(compute.equal(outcome, "computed"))


@pytest.mark.parametrize("rows", [1, 1023, 1024, 1025, 70_000])
@pytest.mark.parametrize("outside", [False, True])
def test_rows_without_a_category(rows: int, outside: bool) -> None:
    """Between two categories, outside all, and without a percentage, in pieces of every length and with threads."""
    rules = lkip.rule_set("permenpanrb-8-2021")
    if outside:
        scale = rules.data["scale"]
        rules = lkip.rule_set(rules, overrides={"scale": {**scale, "categories": scale["categories"][1:3]}})
    targets = numpy.arange(rows, dtype="int64") % 7 * 1000
    realizations = numpy.arange(rows, dtype="int64") * 37 % 8000
    made = lkip.measure({"target": targets, "realisasi": realizations}, rules=rules)
    check_rows(made, targets, realizations, rules)
    if rows > 2000:
        told = {"zero_target", "in_scale_gap", None} | ({"outside_scale"} if outside else set())
        assert set(made["reason"].to_list()) == told and set(made["outcome"].to_list()) == {"computed", "not_computable"}


@pytest.mark.parametrize("many, same", [(5, True), (127, False), (128, False), (129, False), (200, True), (300, False), (300, True)])
def test_scales_of_many_labels(many: int, same: bool) -> None:
    """Keys of one byte, and longer ones where there are more labels; categories of the same label have one key."""
    scale = lkip.rule_set("permenpanrb-8-2021").data["scale"]
    bounds = [{"from": str(many - 1 - place), **({"below": str(many - place)} if place else {})} for place in range(many)]
    categories = [{"code": f"k{place}", "label": f"K{place % 3 if same else place}", **bound} for place, bound in enumerate(bounds)]
    rules = lkip.rule_set("permenpanrb-8-2021", overrides={"scale": {**scale, "gaps": "none", "categories": categories}})
    targets, realizations = numpy.full(3000, 100, "int64"), numpy.arange(3000, dtype="int64") % (many + 9)
    made = lkip.measure({"target": targets, "realisasi": realizations}, rules=rules)
    check_rows(made, targets, realizations, rules)
    array = pyarrow.array(made["category"])
    is_short = many <= 128 or (same and many < 256)
    assert array.type.index_type == (pyarrow.int8() if is_short else pyarrow.int32())
    assert len(array.dictionary) == (3 if same else many)


def test_decimals_in_pieces() -> None:
    """Of few digits, of many, and of more than their type says, with and without a value, in pieces that begin anywhere."""
    numbers = [None if row % 11 == 3 else Decimal(row * row).scaleb(-2) for row in range(4000)]
    whole = pyarrow.array(numbers, type=pyarrow.decimal128(18, 2))
    expected = lkip.measure({"target": [7] * 4000, "realisasi": whole}, rules=RULES)["percent"]
    ones = pyarrow.array([7] * 4000)
    for digits in (18, 30):
        column = whole.cast(pyarrow.decimal128(digits, 2))
        for cuts in ([0, 4000, 4000], [0, 1, 65, 1000, 4000], list(range(0, 4001, 16))):
            chunked = pyarrow.chunked_array([column[begin:end] for begin, end in itertools.pairwise(cuts)])
            made = lkip.measure(pyarrow.table({"target": ones, "realisasi": chunked}), rules=RULES)
            assert made["percent"].to_pylist() == expected.to_list()
            # The first pieces have all values, the others not.
            made = lkip.measure(pyarrow.table({"target": chunked, "realisasi": ones}).filter(compute.is_valid(chunked)), rules=RULES)
            assert made["percent"].null_count == 1
    # 10²⁰ units, which 64 bits do not hold, in a type of 18 digits.
    beyond = pyarrow.array([Decimal(10**20)], type=pyarrow.decimal128(38, 0)).buffers()
    beyond = pyarrow.Array.from_buffers(pyarrow.decimal128(18, 0), 1, beyond)
    chunked = pyarrow.chunked_array([beyond, pyarrow.array([Decimal(2)], type=pyarrow.decimal128(18, 0))])
    made = lkip.measure(pyarrow.table({"target": [10**10, 2], "realisasi": chunked}), rules=RULES)
    assert made["percent"].to_pylist() == [Decimal("1000000000000.00"), Decimal("100.00")]


def test_pieces_come_back_as_they_came(biro: lkip.RuleSet) -> None:
    """A relation of many pieces, and what speaks Arrow in pieces: the rows stay beside what was made of them."""
    rows = 300_000
    connection = duckdb.connect()
    connection.execute(f"create table panjang as select i as nomor, (i % 97)::decimal(9, 2) as target, (i % 89)::integer as realisasi from range({rows}) r(i)")
    made = lkip.measure(connection.table("panjang"), rules=biro)
    lists = made.order("nomor").fetchnumpy()
    assert lists["nomor"].tolist() == list(range(rows))
    every = range(0, rows, 4999)
    reference = one_by_one([row % 97 for row in every], [row % 89 for row in every], biro)
    found = made.filter("nomor % 4999 = 0").order("nomor").fetchall()
    assert {name: [row[3 + place] for row in found] for place, name in enumerate(MADE)} == reference
    table = pyarrow.table({"target": list(range(1, 8)), "realisasi": [1] * 7, "biro": ["a", "b"] * 3 + ["c"]})
    pieces = pyarrow.concat_tables([table[:1], table[1:1], table[1:5], table[5:]])
    whole = lkip.measure(table, rules=RULES)
    back = pyarrow.table(lkip.measure(Speaker(pieces), rules=RULES))
    assert back.equals(whole) and back["percent"].num_chunks == pieces["target"].num_chunks
    groups = pyarrow.table(lkip.measure(Speaker(pieces), by="biro", rules=RULES))
    assert groups.to_pydict() == lkip.measure(table, by="biro", rules=RULES).to_pydict()
    empty: Any = lkip.measure(Speaker(pyarrow.RecordBatchReader.from_batches(table.schema, [])), rules=RULES)
    assert len(empty) == 0 and empty.columns == [*table.column_names, *MADE]


@pytest.mark.parametrize(
    "draw", [lambda r: r.randrange(9), lambda r: r.randrange(-5, 900), lambda r: r.choice([-(2**63), 2**63 - 1, 0]), lambda r: r.randrange(2**60)]
)
@pytest.mark.parametrize("is_sorted", [False, True])
def test_keys_that_are_integers(draw: Any, is_sorted: bool) -> None:
    """As the same keys as texts, whether near each other or far apart, in order or not."""
    random_ = random.Random(6)
    keys = [draw(random_) for _ in range(3000)]
    keys = sorted(keys) if is_sorted else keys
    numbers: dict[str, Any] = {"target": [1 + row % 7 for row in range(3000)], "realisasi": [row % 5 for row in range(3000)]}
    texts = lkip.measure({"kunci": [str(key) for key in keys], **numbers}, by="kunci", rules=RULES)
    missing = [None if key % 10 == 3 else key for key in keys]
    of_missing = lkip.measure({"kunci": missing, **numbers}, by="kunci", rules=RULES)
    for frame, expected in (
        ({"kunci": numpy.array(keys, "int64"), **numbers}, texts),
        (pyarrow.table({"kunci": keys, **numbers}), texts),
        (pyarrow.table({"kunci": pyarrow.array(missing, type=pyarrow.int64()), **numbers}), of_missing),
    ):
        made = lkip.measure(frame, by="kunci", rules=RULES)
        for name in (*MADE, "used", "total"):
            assert listed(made[name]) == listed(expected[name])
        assert [str(key) for key in listed(made["kunci"])] == [str(key) for key in expected["kunci"]]


FORKED = """if True:
    import os
    import numpy
    import lkip
    frame = {name: numpy.ones(1 << 17, "int64") for name in ("target", "realisasi")}
    made = lkip.measure(frame, rules="bkd-ntt-2021")
    child = os.fork()
    if child == 0:
        os._exit(0 if lkip.measure(frame, rules="bkd-ntt-2021") == made else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert lkip.measure(frame, rules="bkd-ntt-2021") == made
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_process_that_was_forked_has_threads_of_its_own() -> None:
    done = subprocess.run([sys.executable, "-c", FORKED], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


def test_progress_can_stop_the_work() -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        lkip.measure(GOOD, rules=RULES, progress=stop)


def test_bar(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Only long work has one."""
    frame = {name: numpy.ones(3 << 20, "int64") for name in ("target", "realisasi")}
    lkip.measure(frame, rules=RULES)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("lkip.frames._LONG", 0.0)
    lkip.measure(frame, rules=RULES)
    assert "100%" in capsys.readouterr().err
    lkip.measure(frame, rules=RULES, progress=False)
    assert capsys.readouterr().err == ""


# Columns of mappings.


def test_measured_columns() -> None:
    made = lkip.measure({"target": [70, 0, 4], "realisasi": [98, 1, 1]}, rules=RULES, exact=True)
    percent = made["percent"]
    assert isinstance(percent, lkip.MeasuredColumn)
    assert (percent.name, percent.kind, len(percent)) == ("percent", "decimal", 3)
    assert (percent[0], percent[-1], percent[1]) == (Decimal("140.00"), Decimal("25.00"), None)
    assert list(percent[::-2]) == [Decimal("25.00"), Decimal("140.00")] and list(percent[1:]) == [None, Decimal("25.00")]
    for index in (3, -4):
        with pytest.raises(IndexError):
            percent[index]
    assert Decimal("25.00") in percent
    assert percent.to_numpy().tolist() == [Decimal("140.00"), None, Decimal("25.00")]
    assert pyarrow.array(percent).type == pyarrow.decimal128(38, 2)
    assert polars.Series(made["category"]).to_list() == list(made["category"])
    assert repr(made["outcome"]) == "MeasuredColumn(outcome: 'computed', 'not_computable', 'computed')"
    assert "<td>140.00</td>" in percent._repr_html_()
    assert list(made["exact"]) == ["140", None, "25"] and made["exact"].kind == "text"
    assert percent == lkip.measure({"target": [70, 0, 4], "realisasi": [98, 1, 1]}, rules=RULES)["percent"]
    for column in made.values():
        if isinstance(column, lkip.MeasuredColumn):
            again = pickle.loads(pickle.dumps(column))
            assert again == column and list(again) == list(column) and again.kind == column.kind
    assert hash(percent) == hash(percent) and percent != made["exact"] and percent != 1
    long = lkip.measure({"target": [1] * 99, "realisasi": list(range(99))}, rules=RULES)["percent"]
    assert "… 99 rows …" in repr(long) and len(repr(long)) < 300
    groups = lkip.measure({"b": ["x", "x"], "target": [1, 2], "realisasi": [1, 1]}, by="b", rules=RULES)
    assert groups["used"].to_numpy().dtype == "int64" and groups["used"].kind == "integer"


def test_exact_is_what_achievement_says(kaltim: lkip.RuleSet) -> None:
    targets, realizations = random_numbers(8, 2, 200), random_numbers(9, 2, 200)
    made = lkip.measure({"target": targets, "realisasi": realizations}, rules=kaltim, exact=True)
    one = [lkip.achievement(t, r, rules=kaltim).exact for t, r in zip(targets, realizations)]
    assert [None if exact is None else Fraction(exact) for exact in made["exact"]] == one


# `audit` takes the same frames.

AUDITED: dict[str, list[Any]] = {
    "target": [Decimal("90.5"), Decimal("7.0"), None],
    "realisasi": [95, 6, 3],
    "capaian": ["104.97", "85.70", None],
}


def test_audit_of_frames(kind: Kind) -> None:
    reference = lkip.audit(columns=AUDITED, rules=RULES)
    assert [entry.verdict for entry in reference.entries[:1]]
    for frame in ({"columns": kind.make(AUDITED)}, {"report": kind.make(AUDITED)}):
        if isinstance(frame.get("report"), dict):
            continue
        audit = lkip.audit(**frame, rules=RULES)
        assert audit.to_dict() == reference.to_dict()


def test_audit_refuses_floats(kind: Kind) -> None:
    with pytest.raises(lkip.LkipError) as error:
        lkip.audit(columns=kind.make({"target": [90.5], "realisasi": [1.5]}), rules=RULES)
    assert {each.code for each in error.value.errors} == {"inexact_number"}


# One percentage alone.


def test_percent_of_rules(biro: lkip.RuleSet) -> None:
    numbers: list[Any] = [None, 0, 1, -1, 70, "98,40", "98.40", "-", "90-100", "12 bulan", "1 tahun", "50%", "Rp 100", Decimal("0.5"),
                          Decimal("1E+3"), 2**70, "66 (peringkat 4)", "< 20"]
    polarities: list[Any] = [None, "higher", "lower", "on_target", "turun"]
    for target, realization, polarity in itertools.product(numbers, numbers, polarities):
        try:
            wanted: Any = lkip.achievement(target, realization, polarity=polarity, rules=biro).percent
        except lkip.LkipError as error:
            wanted = error
        try:
            found: Any = biro.percent(target, realization, polarity)
        except lkip.LkipError as error:
            found = error
        assert (found, str(found)) == (wanted, str(wanted)), (target, realization, polarity)


@pytest.mark.parametrize("wrong", [1.5, "1.250", True, Decimal("Infinity"), "x", object()])
def test_percent_refuses_what_achievement_refuses(wrong: Any, biro: lkip.RuleSet) -> None:
    errors = (lkip.LkipError, TypeError)
    with pytest.raises(errors) as one:
        lkip.achievement(wrong, 1, rules=biro)
    with pytest.raises(errors) as other:
        biro.percent(wrong, 1)
    assert (type(one.value), str(one.value)) == (type(other.value), str(other.value))
