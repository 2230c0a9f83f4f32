"""Every example of the docstrings and of the README runs and says what it says."""

from __future__ import annotations

import contextlib
import doctest
import inspect
import io
import pathlib
import re
from typing import Any

import pytest

import lkip
import lkip.errors
import lkip.frames
import lkip.operations
import lkip.types


def documented() -> dict[str, Any]:
    """Everything public that can have an example."""
    named = {"lkip": lkip, **{f"lkip.{name}": getattr(lkip, name) for name in lkip.__all__}}
    return {name: thing for name, thing in named.items() if not isinstance(thing, str)}


@pytest.mark.parametrize("name", documented())
def test_examples(name: str) -> None:
    thing = documented()[name]
    text = inspect.getdoc(thing)
    assert text
    example = doctest.DocTestParser().get_doctest(text, {}, name, None, None)
    printed = io.StringIO()
    result = doctest.DocTestRunner(optionflags=doctest.REPORT_NDIFF).run(example, out=printed.write)
    assert result.failed == 0, printed.getvalue()


def test_every_function_and_every_larger_class_has_an_example() -> None:
    parts = {
        "AuditCell", "AuditEntry", "AuditNote", "AverageItem", "BudgetShare", "CarriedForward", "CascadeCode", "Changed", "ChartAxis",
        "ChartBand", "ChartItem", "ChartLine", "ChartPoint", "ChartSeries", "Citation", "CodeInfo", "Convention", "Diagnosis",
        "Inference", "Input", "LeftOut", "MeasuredTable", "Party", "ProgramCheck", "Receipt", "Remaining", "RevisionChange", "Rounding", "SameFigure", "Source", "TableColumn", "TableRow", "TraceStep",
    }
    for name, thing in documented().items():
        assert ">>>" in thing.__doc__ or name.removeprefix("lkip.") in parts, name


def test_every_module_is_documented() -> None:
    for module in (lkip, lkip.operations, lkip.errors, lkip.frames, lkip.plot, lkip.types):
        assert module.__doc__


def test_readme(root: pathlib.Path) -> None:
    text = (root / "lkip-py" / "README.md").read_text(encoding="utf-8")
    blocks = dict(re.findall(r"^```(\w+)\n(.*?)^```$", text, re.M | re.S))
    assert blocks.keys() == {"python", "text"}
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(blocks["python"], "README.md", "exec"), {})
    assert printed.getvalue() == blocks["text"]
    for code in re.findall(r"`(lkip\.[^`]*\))`", text):
        assert eval(code, {"lkip": lkip}) is not None
