"""The vectors: as text through the JSON twin, and through the function of the same name."""

from __future__ import annotations

import json
from typing import Any

import pytest

import lkip
from cases import Vector, compact, count, vectors

VECTORS = vectors()


def test_every_vector_of_the_files_is_run() -> None:
    assert len(VECTORS) == count() > 0
    assert len({vector.id for vector in VECTORS}) == len(VECTORS)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.id)
def test_json(vector: Vector) -> None:
    assert lkip.answer_json(vector.call_text) == vector.answer


@pytest.mark.parametrize("vector", [v for v in VECTORS if not isinstance(v.call, str)], ids=lambda vector: vector.id)
def test_plain_data(vector: Vector) -> None:
    assert compact(lkip.answer(vector.call)) == vector.answer


def typed(call: dict[str, Any]) -> str:
    """What the function of the operation gives or raises, as the text of the answer."""
    fields = dict(call)
    function = getattr(lkip, fields.pop("op"))
    try:
        answer = function(**fields)
    except lkip.LkipError as error:
        return error.to_json()
    return compact({"outcome": "computed", "text": answer}) if isinstance(answer, str) else answer.to_json()


# `measure` takes frames and gives frames: test_measure.py drives it by the same vectors.
OPERATIONS = set(lkip.operations.__all__) - {"answer", "answer_json", "measure"}
TYPED = [v for v in VECTORS if isinstance(v.call, dict) and v.call.get("op") in OPERATIONS]


def test_every_operation_is_driven_by_its_function() -> None:
    assert {vector.call["op"] for vector in TYPED} == OPERATIONS


@pytest.mark.parametrize("vector", TYPED, ids=lambda vector: vector.id)
def test_typed(vector: Vector) -> None:
    try:
        assert typed(vector.call) == vector.answer
    except TypeError as error:
        # Python's own mistake: the function was called without what it requires.
        assert "missing 1 required argument" in str(error)
        assert [e["code"] for e in json.loads(vector.answer)["errors"]] == ["missing_field"]
