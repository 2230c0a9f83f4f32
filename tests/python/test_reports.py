"""Every figure of the four published reports against the oracle, which shares no line with the core."""

from __future__ import annotations

import json
import pathlib
from fractions import Fraction
from typing import Any

import pytest

import lkip
import report_oracle

REPORTS = sorted((report_oracle.ROOT / "tests" / "reports").glob("*.json"))


def told(document: dict[str, Any]) -> dict[str, Fraction | None]:
    """The exact figures of lkip; of a root, which is no fraction, nothing."""
    answer = json.loads(lkip.answer_json(json.dumps({"op": "evaluate", "report": document, "include": []})))
    assert answer["outcome"] == "computed", answer
    return {figure["figure"]: exact(figure) for figure in answer["figures"]}


def exact(figure: dict[str, Any]) -> Fraction | None:
    text = figure.get("exact")
    return None if text is None or "^" in text else Fraction(text)


def test_there_are_four() -> None:
    assert len(REPORTS) == 4


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_figure_is_what_the_oracle_says(path: pathlib.Path) -> None:
    document = json.loads(path.read_text(encoding="utf-8"))
    ours, theirs = told(document), report_oracle.evaluate(document)
    # Where there is nothing the oracle names a figure that lkip need not have.
    differ = {key: (ours.get(key), value) for key, value in theirs.items() if ours.get(key) != value}
    assert not differ, f"{len(differ)} of {len(theirs)} differ: {dict(list(differ.items())[:10])}"
