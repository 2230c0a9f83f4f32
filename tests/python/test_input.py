"""What a number is and what it is not: nothing is coerced, nothing is rounded on the way in."""

from __future__ import annotations

import collections
import enum
import json
import types
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

import lkip
from cases import compact


def refusal(target: Any, **more: Any) -> lkip.LkipError:
    with pytest.raises(lkip.LkipError) as refused:
        lkip.achievement(target, 1, rules="setda-kaltim-2021", **more)
    return refused.value


def test_integers_that_python_does_not_write() -> None:
    error = refusal(-(10**6000))
    assert error.code == "number_too_long" and "-1000" in error.message


class Scalar:
    """A scalar as numpy has them: not of Python's own classes, with a letter that says what it holds."""

    def __init__(self, kind: str, value: Any, ndim: int = 0) -> None:
        self.dtype = types.SimpleNamespace(kind=kind)
        self.ndim = ndim
        self.value = value

    def __bool__(self) -> bool:
        return bool(self.value)

    def __float__(self) -> float:
        return float(self.value)


class Index:
    def __index__(self) -> int:
        return 50


class Count(enum.IntEnum):
    FIFTY = 50


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (True, "wrong_type"),
        (False, "wrong_type"),
        (1.5, "inexact_number"),
        (2.0, "inexact_number"),
        (float("nan"), "not_finite"),
        (float("-inf"), "not_finite"),
        (Decimal("NaN"), "not_finite"),
        (Decimal("-sNaN12"), "not_finite"),
        (Decimal("Infinity"), "not_finite"),
        (Decimal("-Infinity"), "not_finite"),
        (Decimal("1" * 29), "number_too_long"),
        (Decimal("0." + "0" * 28 + "1"), "number_too_long"),
        (Decimal("1." + "0" * 28), "number_too_long"),
        (Decimal("1E+28"), "number_too_long"),
        (Decimal("1E+999999"), "number_too_long"),
        (Decimal("-1.5E+999999"), "number_too_long"),
        (Decimal("1E-999999"), "number_too_long"),
        (10**28, "number_too_long"),
        ([], "wrong_type"),
        ("1.250", "ambiguous_number"),
        ("375.000.00", "malformed_number"),
        (Scalar("b", True), "wrong_type"),
        (Scalar("f", 1.5), "inexact_number"),
        (Scalar("f", float("nan")), "not_finite"),
    ],
)
def test_refused(value: Any, code: str) -> None:
    error = refusal(value)
    assert (error.code, error.path) == (code, "target")
    assert error.message and refusal(value, language="en").message != error.message


@pytest.mark.parametrize(
    ("value", "exactly"),
    [
        (Decimal("9" * 28), Fraction(9999999999999999999999999999)),
        (Decimal("0." + "0" * 27 + "1"), Fraction(1, 10**28)),
        (Decimal("1E+27"), Fraction(10**27)),
        (Decimal("1E-28"), Fraction(1, 10**28)),
        (10**28 - 1, Fraction(10**28 - 1)),
        (-(2**63) - 1, Fraction(-(2**63) - 1)),
        (2**64, Fraction(2**64)),
        (Decimal("-0.00"), Fraction(0)),
        (Decimal("1.250"), Fraction(5, 4)),
        (Index(), Fraction(50)),
        (Count.FIFTY, Fraction(50)),
    ],
)
def test_accepted(value: Any, exactly: Fraction) -> None:
    percent = lkip.average([{"percent": value}], rules="setda-kaltim-2021").items[0].exact
    assert percent == exactly


@pytest.mark.parametrize("value", [b"5", Fraction(1, 3), 1j, object(), {1, 2}, Scalar("f", 1.5, 1), Scalar("M", 0)])
def test_no_data_is_a_type_error(value: Any) -> None:
    with pytest.raises(TypeError, match="^target: expected str, int, Decimal, .* or None, not "):
        lkip.achievement(value, 1, rules="setda-kaltim-2021")


def test_field_names_are_texts() -> None:
    with pytest.raises(TypeError, match="^target: field names must be str, not int"):
        lkip.achievement({1: "2"}, 1, rules="setda-kaltim-2021")  # type: ignore[dict-item]
    with pytest.raises(TypeError, match="^field names must be str, not int"):
        lkip.answer({1: "2"})  # type: ignore[dict-item]


def test_every_mistake_has_its_place() -> None:
    with pytest.raises(lkip.LkipError) as refused:
        lkip.average([{"percent": 1.5}, {"target": {"low": True, "high": 2}}, {"skor": 1}], rules="bkd-ntt-2021")
    assert [(e.code, e.path) for e in refused.value.errors] == [
        ("inexact_number", "items[0].percent"),
        ("wrong_type", "items[1].target.low"),
        ("unknown_field", "items[2].skor"),
    ]
    call = {"op": "average", "items": [{"percent": Decimal("NaN")}, {"target": [10**30]}], "bahasa": "en"}
    errors = lkip.answer(call)["errors"]
    assert [(e["code"], e["path"]) for e in errors] == [
        ("not_finite", "items[0].percent"),
        ("number_too_long", "items[1].target[0]"),
    ]
    assert [list(e) for e in errors] == [["code", "path", "message", "details"]] * 2
    assert "finite" in errors[0]["message"]


def test_missing_arguments_are_pythons_own_mistake() -> None:
    functions = {"achievement": "rules", "average": "items", "classify": "value", "read_number": "text"}
    functions |= {"read_numbers": "texts", "write_number": "value", "in_words": "value", "rule_set": "rules"}
    for name, required in {**functions, "scale": "scale"}.items():
        with pytest.raises(TypeError, match=rf"^{name}\(\) missing 1 required argument: '{required}'$"):
            getattr(lkip, name)()
    with pytest.raises(TypeError, match="'rules'"):
        lkip.average([])  # type: ignore[call-overload]


def test_nothing_is_no_missing_argument() -> None:
    """None is data: where something is required, the core says what is missing."""
    for call in (lambda: lkip.classify(None, scale="itkp"), lambda: lkip.achievement(1, 2, rules=None)):  # type: ignore
        with pytest.raises(lkip.LkipError) as refused:
            call()
        assert refused.value.code == "missing_field"


def test_unknown_keywords_are_refused_by_the_core() -> None:
    for value in ("98,40", None):
        with pytest.raises(lkip.LkipError) as refused:
            lkip.achievement("70", rules="setda-kaltim-2021", realisation=value)  # type: ignore[call-overload]
        assert (refused.value.code, refused.value.path) == ("unknown_field", "realisation")


def test_mappings_and_sequences_of_any_class() -> None:
    target = types.MappingProxyType({"low": 80, "high": 90})
    assert lkip.achievement(target, 85, rules="permenpanrb-8-2021").exact == 100
    texts = collections.deque(["1,5", None, 2])
    assert [str(c.value) for c in lkip.read_numbers(texts) if isinstance(c, lkip.Reading)] == ["1.5", "None", "2"]
    rows = (row for row in ({"percent": "1"}, collections.OrderedDict(percent="3")))
    assert lkip.average(rows, rules="setda-kaltim-2021").exact == 2


def nested(levels: int) -> Any:
    data: Any = "1"
    for _ in range(levels):
        data = [data]
    return data


def test_deep_data_is_refused_and_not_followed() -> None:
    assert refusal(nested(10_000)).code == "malformed_json"
    with pytest.raises(lkip.LkipError):
        lkip.average(nested(10_000), rules="setda-kaltim-2021")
    itself: dict[str, Any] = {"op": "achievement"}
    itself["target"] = itself
    assert lkip.answer(itself)["errors"][0]["code"] == "malformed_json"


@pytest.mark.parametrize("levels", [1, 125, 126, 127, 128])
def test_depth_is_the_same_through_every_door(levels: int) -> None:
    call = {"op": "achievement", "rules": "setda-kaltim-2021", "target": nested(levels)}
    theirs = json.loads(lkip.answer_json(compact(call)))["errors"][0]
    ours = lkip.answer(call)["errors"][0]
    assert ours["code"] == theirs["code"] == ("wrong_type" if levels < 127 else "malformed_json")
    assert ours["path"] == theirs["path"]


def test_answer_takes_what_is_no_call() -> None:
    calls: list[Any] = [[], None, "achievement", 5, {}, {"op": 1}, {"op": "evaluat"}]
    for call in calls:
        assert lkip.answer(call)["outcome"] == "error"
        assert compact(lkip.answer(call)) == lkip.answer_json(compact(call))


def test_checked_objects_are_data_too(kaltim: lkip.RuleSet) -> None:
    scale = lkip.scale("itkp")
    call = {"op": "achievement", "target": 100, "realization": 75, "rules": kaltim, "overrides": {"scale": scale}}
    assert lkip.answer(call)["category"]["label"] == "Baik"
    a = lkip.achievement(100, 75, rules=kaltim, overrides={"scale": scale})
    assert a.category is not None and a.category.label == "Baik"
    with pytest.raises(lkip.LkipError) as refused:
        lkip.achievement(100, 75, rules=kaltim, pedoman=kaltim)  # type: ignore[call-overload]
    assert refused.value.path == "pedoman"
