"""`LkipError`: an exception that programs and people can read."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest

import lkip
from cases import compact


def refused(**fields: Any) -> lkip.LkipError:
    with pytest.raises(lkip.LkipError) as caught:
        lkip.achievement(**fields)
    return caught.value


def test_attributes() -> None:
    error = refused(target="1.250", realization=1, rules="setda-kaltim-2021")
    assert isinstance(error, ValueError)
    assert (error.code, error.path) == ("ambiguous_number", "target")
    assert error.message == "Angka '1.250' bermakna ganda: tulis 1250 atau 1,25."
    assert error.details["candidates"] == ["1250", "1.25"]
    assert str(error) == f"target: {error.message}" and error.args == (str(error),)
    assert error.errors == (error,)
    assert repr(error) == f"LkipError(ambiguous_number: {str(error)!r})"


def test_every_mistake() -> None:
    error = refused(target="90 00", realization=True, rules="setda-kaltim", colour=1, language="en")
    assert [e.code for e in error.errors] == ["malformed_number", "wrong_type", "unknown_rule_set", "unknown_field"]
    assert [e.path for e in error.errors] == ["target", "realization", "rules", "colour"]
    assert error.errors[0].errors == (error.errors[0],) and error != error.errors[0]
    assert str(error).splitlines() == [str(one) for one in error.errors]
    assert (error.code, error.path, error.message) == ("malformed_number", "target", error.errors[0].message)


@pytest.mark.parametrize("target", ["1.250", "90 00", 1.5, True, "banyak", [], "90-80", "12 bulan"])
def test_both_languages(target: Any) -> None:
    call = {"target": target, "realization": "1 tahun", "rules": "setda-kaltim-2021"}
    ours, english = refused(**call), refused(**call, language="en")
    assert [e.code for e in ours.errors] == [e.code for e in english.errors]
    assert all(a.message != b.message for a, b in zip(ours.errors, english.errors, strict=True))
    infos = {info.code: info for info in lkip.codes().errors}
    for error in ours.errors:
        assert error.message.startswith(infos[error.code].id.split("{")[0])
    for error in english.errors:
        assert error.message.startswith(infos[error.code].en.split("{")[0])


def test_as_data() -> None:
    call = {"target": "1.250", "realization": "\t\x01\"é\\", "rules": "setda-kaltim-2021"}
    error = refused(**call)
    assert error.to_json() == lkip.answer_json(compact({"op": "achievement", **call}))
    assert error.to_dict() == lkip.answer({"op": "achievement", **call}) == json.loads(error.to_json())
    error.to_dict()["errors"].clear()
    assert len(error.to_dict()["errors"]) == 2


def test_pickle_and_copy() -> None:
    error = refused(target="1.250", realization=True, rules="setda-kaltim-2021")
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(again) is lkip.LkipError and again == error and hash(again) == hash(error)
        assert (str(again), repr(again), again.errors) == (str(error), repr(error), error.errors)
    assert error != "1.250"


def test_patterns() -> None:
    match refused(target="1.250", realization=1, rules="setda-kaltim-2021"):
        case lkip.LkipError("ambiguous_number", path):
            assert path == "target"
        case _:
            pytest.fail("the code is the first pattern")


def test_attributes_cannot_be_replaced() -> None:
    error = refused(target="1.250", realization=1, rules="setda-kaltim-2021")
    for name in ("code", "path", "message", "details", "errors"):
        with pytest.raises(AttributeError):
            setattr(error, name, "x")
