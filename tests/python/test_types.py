"""The types say what the classes are: stubs against the compiled module, and a typed program against both checkers."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys
from typing import get_args

import pytest

import lkip
from lkip import types

HERE = pathlib.Path(__file__).resolve().parent


def run(folder: pathlib.Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A checker of this environment, looking at the packages of this environment."""
    scripts = pathlib.Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}"}
    environment |= {"PYRIGHT_PYTHON_IGNORE_WARNINGS": "1", "MYPY_CACHE_DIR": str(folder / "mypy")}
    environment.pop("FORCE_COLOR", None)
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """Where the checkers work: an empty folder, so that no file beside it changes what they see."""
    return tmp_path_factory.mktemp("types")


def test_stubs_are_those_of_the_compiled_module(folder: pathlib.Path) -> None:
    checked = run(folder, sys.executable, "-m", "mypy.stubtest", "lkip")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "Success: no issues found in 7 modules" in checked.stdout


def test_mypy(folder: pathlib.Path) -> None:
    """The typed sample, these tests and the package itself, all strict."""
    config = f"--config-file={HERE / 'mypy.ini'}"
    for what in ([str(HERE)], ["-p", "lkip"]):
        checked = run(folder, sys.executable, "-m", "mypy", config, *what)
        assert checked.returncode == 0, checked.stdout + checked.stderr
        assert "Success: no issues found" in checked.stdout


def test_pyright(folder: pathlib.Path) -> None:
    checked = run(folder, "pyright", "-p", str(HERE))
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "0 errors, 0 warnings" in checked.stdout


def test_everything_public_is_typed(folder: pathlib.Path) -> None:
    checked = run(folder, "pyright", "--verifytypes", "lkip", "--ignoreexternal")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "Type completeness score: 100%" in checked.stdout


def test_a_wrong_stub_would_be_found(folder: pathlib.Path) -> None:
    """The checkers do look: a mark that is not needed, and a line that is wrong without one."""
    wrong = folder / "wrong.py"
    wrong.write_text("import lkip\nlkip.in_words(1.5)\nlkip.in_words(1)  # type: ignore[arg-type]\n", encoding="utf-8")
    checked = run(folder, sys.executable, "-m", "mypy", "--strict", str(wrong))
    assert "Found 2 errors" in checked.stdout
    (folder / "pyrightconfig.json").write_text('{"reportUnnecessaryTypeIgnoreComment": "error"}', encoding="utf-8")
    checked = run(folder, "pyright", str(wrong))
    assert "2 errors" in checked.stdout


def words(union: object) -> list[str]:
    return [word for literal in get_args(union) for word in get_args(literal)]


@pytest.mark.parametrize(
    ("union", "field"),
    [
        (types.Polarity, "polarity"),
        (types.State, "realization_state"),
        (types.Style, "style"),
        (types.Language, "language"),
        (types.Part, "include"),
    ],
)
def test_the_choices_of_the_types_are_those_of_the_core(union: object, field: str) -> None:
    wrong = ["?"] if field == "include" else "?"
    with pytest.raises(lkip.LkipError) as refused:
        lkip.achievement("1", "1", rules="setda-kaltim-2021", **{field: wrong})  # type: ignore[call-overload]
    assert sorted(refused.value.details["choices"]) == sorted(words(union))


def test_the_choices_of_reports_are_those_of_the_core() -> None:
    with pytest.raises(lkip.LkipError) as refused:
        lkip.evaluate({"schema": "lkip/1", "title": "", "period": {"year": 2021}}, kinds=["?"])  # type: ignore[list-item]
    assert refused.value.details["choices"] == words(types.Kind)
    with pytest.raises(lkip.LkipError) as refused:
        lkip.tables({"schema": "lkip/1", "title": "", "period": {"year": 2021}}, format="?")  # type: ignore[arg-type]
    assert refused.value.details["choices"] == words(types.TableFormat)
    with pytest.raises(lkip.LkipError) as refused:
        lkip.chart({"schema": "lkip/1", "title": "", "period": {"year": 2021}}, "?")  # type: ignore[arg-type]
    assert refused.value.details["choices"] == words(types.ChartId)
    with pytest.raises(lkip.LkipError) as refused:
        lkip.audit({"schema": "lkip/1", "title": "", "period": {"year": 2021}}, format="?", include=["?"])  # type: ignore[arg-type, list-item]
    assert [error.details["choices"] for error in refused.value.errors[:2]] == [words(types.AuditPart), words(types.AuditFormat)]
    with pytest.raises(lkip.LkipError) as refused:
        lkip.cascade({"schema": "lkip/1", "title": "", "period": {"year": 2021}}, include=["?"], format="?", tables=["?"])  # type: ignore[arg-type, list-item]
    choices = [error.details["choices"] for error in refused.value.errors[:3]]
    assert choices == [words(types.CascadePart), words(types.CascadeFormat), words(types.CascadeTable)]
    with pytest.raises(lkip.LkipError) as refused:
        lkip.required_realization(1, percent=1, rules="bkd-ntt-2021", consolidation="?")  # type: ignore[arg-type]
    assert refused.value.details["choices"] == words(types.Consolidation)


def test_the_forms_of_the_types_are_those_of_the_core() -> None:
    with pytest.raises(lkip.LkipError) as refused:
        lkip.write_number(1, form="?")  # type: ignore[arg-type]
    assert sorted(refused.value.details["choices"]) == sorted(words(types.Form))


def test_the_fields_of_the_types_are_known_to_the_core() -> None:
    known = set(types.AchievementFields.__annotations__)
    for name in known:
        answer = lkip.answer({"op": "achievement", "rules": "setda-kaltim-2021", name: "?"})
        assert "unknown_field" not in [error["code"] for error in answer.get("errors", [])], name
    for name in types.AverageFields.__annotations__:
        answer = lkip.answer({"op": "average", "rules": "setda-kaltim-2021", name: "?"})
        assert "unknown_field" not in [error["code"] for error in answer.get("errors", [])], name
    report = {"report": {"schema": "lkip/1", "title": "", "period": {"year": 2021}}}
    for op, fields in {
        "evaluate": types.EvaluateFields,
        "figure": types.FigureFields,
        "what_if": types.WhatIfFields,
        "tables": types.TablesFields,
        "chart": types.ChartFields,
        "audit": types.AuditFields,
        "cascade": types.CascadeFields,
        "office": types.OfficeFields,
        "trace": types.TraceFields,
        "required_realization": types.RequiredFields,
    }.items():
        for name in fields.__annotations__:
            given = {} if name == "laporan" or (op == "required_realization" and name != "indikator") else report
            answer = lkip.answer({"op": op, **given, name: "?"})
            assert "unknown_field" not in [error["code"] for error in answer.get("errors", [])], f"{op} {name}"
    for name in types.Fields.__annotations__:
        operations = set(lkip.operations.__all__) - {"answer", "answer_json"}
        given = {op: {"rules": "setda-kaltim-2021"} if op == "rule_set" and name != "pedoman" else {} for op in operations}
        answers = [lkip.answer({"op": op, **given[op], name: "?"}) for op in operations]
        refused = [[error["code"] for error in answer.get("errors", [])] for answer in answers]
        assert any("unknown_field" not in codes for codes in refused), name
