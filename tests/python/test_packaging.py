"""The package that was installed: what it holds, for which Pythons, and that it stands on its own."""

from __future__ import annotations

import importlib.metadata
import pathlib
import re
import subprocess
import sys

import lkip

DISTRIBUTION = importlib.metadata.distribution("lkip")


def cargo(root: pathlib.Path, pattern: str) -> str:
    """What a line of the workspace's Cargo.toml says. Python 3.10 does not read TOML."""
    (found,) = re.findall(pattern, (root / "Cargo.toml").read_text(encoding="utf-8"), re.M)
    return str(found)


def test_version_is_that_of_cargo(root: pathlib.Path) -> None:
    assert lkip.__version__ == DISTRIBUTION.version == cargo(root, r'^version = "(.*)"$')


def test_python_floor_is_that_of_the_stable_abi(root: pathlib.Path) -> None:
    floor = cargo(root, r'^pyo3 = .*"abi3-py3(\d+)"')
    assert DISTRIBUTION.metadata["Requires-Python"] == f">=3.{floor}"
    wheel = DISTRIBUTION.read_text("WHEEL")
    assert wheel is not None
    tags = re.findall(r"^Tag: (.*)$", wheel, re.M)
    assert tags and all(tag.startswith(f"cp3{floor}-abi3-") for tag in tags)
    assert "Root-Is-Purelib: false" in wheel


def test_the_wheel_holds_what_it_should(root: pathlib.Path) -> None:
    files = DISTRIBUTION.files
    assert files is not None
    held = {str(file) for file in files if "__pycache__" not in file.parts and ".dist-info" not in file.parts[0]}
    (native,) = (name for name in held if name.startswith("lkip/_native.") and not name.endswith(".pyi"))
    assert native.endswith((".abi3.so", ".pyd"))
    sources = {"__init__.py", "_native.pyi", "errors.py", "frames.py", "operations.py", "plot.py", "py.typed", "types.py"}
    assert held - {native} == {f"lkip/{name}" for name in sources}
    for name in sources:
        installed = pathlib.Path(str(DISTRIBUTION.locate_file(f"lkip/{name}")))
        ours = root / "lkip-py" / "python" / "lkip" / name
        assert installed.read_bytes() == ours.read_bytes(), f"{name} is not the one that was installed: build again"


def test_metadata(root: pathlib.Path) -> None:
    metadata = DISTRIBUTION.metadata
    assert metadata["License-Expression"] == "MIT OR Apache-2.0"
    # Nothing but what a person asks for: pip install lkip[plot].
    assert metadata.get_all("Requires-Dist") == ["matplotlib>=3.10 ; extra == 'plot'"]
    assert metadata.get_all("Provides-Extra") == ["plot"]
    assert "Typing :: Typed" in (metadata.get_all("Classifier") or [])
    readme = (root / "lkip-py" / "README.md").read_text(encoding="utf-8")
    assert str(metadata).endswith(readme.rstrip("\n") + "\n\n")


def test_stands_on_its_own(tmp_path: pathlib.Path) -> None:
    """In a fresh interpreter, warnings being errors; only the standard library is loaded with it."""
    code = """if True:
        import sys
        import lkip
        assert lkip.achievement("70", "98,40", rules="setda-kaltim-2021").percent
        table = {"target": [70, None], "realisasi": ["98,40", "1"], "Biro": ["Umum", None]}
        made = lkip.measure(table, rules="setda-kaltim-2021", exact=True)
        assert (str(made["percent"][0]), made["exact"][0], made["reason"][1]) == ("140.57", "984/7", "no_target")
        assert lkip.measure(table, by="Biro", rules="setda-kaltim-2021")["Biro"] == ["Umum", None]
        assert lkip.audit(columns={"pagu": [100], "serapan": ["90"], "realisasi_anggaran": [90]}).entries
        others = {name.split(".")[0] for name in sys.modules} - set(sys.stdlib_module_names)
        print(sorted(others - {"__main__", "lkip"}))
    """
    command = [sys.executable, "-I", "-S", "-W", "error", "-c", path_of_lkip() + code]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_pandas_without_pyarrow(tmp_path: pathlib.Path) -> None:
    """In an interpreter that has no pyarrow, and one that has NumPy alone."""
    code = """if True:
        import importlib.abc
        import sys

        class Hidden(importlib.abc.MetaPathFinder):
            def find_spec(self, name, path=None, target=None):
                if name.split(".")[0] in HIDDEN:
                    raise ModuleNotFoundError(f"{name} is hidden")

        HIDDEN = sys.argv[1].split(",")
        sys.meta_path.insert(0, Hidden())
        from decimal import Decimal
        import numpy
        import lkip
        rules = "biro-umum-ntt-2021"
        wanted = [Decimal("140.57"), None, Decimal("80.00"), None]
        texts = {"target": ["70,0", None, "1.250", "5"], "realisasi": ["98,40", "1", "1.000", "lima"], "Biro": ["x", None, "x", "y"]}
        made = lkip.measure({name: numpy.array(values, dtype=object) for name, values in texts.items()}, rules=rules)
        assert list(made["percent"]) == wanted
        if "pandas" not in HIDDEN:
            import pandas
            frame = pandas.DataFrame(texts, index=[4, 3, 2, 1])
            made = lkip.measure(frame, rules=rules, exact=True)
            assert list(made["percent"]) == wanted and made["percent"].dtype == object
            assert made["category"].tolist()[0] == "Sangat Berhasil" and list(made.index) == [4, 3, 2, 1]
            assert [None if value != value else value for value in made["reason"]] == [None, "no_target", None, "unreadable"]
            assert made["exact"].tolist()[0] == "984/7"
            for dtype in ("Int64", "int64", "Float64", "category"):
                numbers = pandas.DataFrame({"target": [2, 4], "realisasi": [1, 1]}).astype(dtype)
                assert list(lkip.measure(numbers, rules=rules, places=1)["percent"]) == [Decimal("50.00"), Decimal("25.00")], dtype
            nothing = pandas.DataFrame({"target": [2, None], "realisasi": [1, 1]}, dtype="Int64")
            assert list(lkip.measure(nothing, rules=rules)["percent"]) == [Decimal("50.00"), None]
            groups = lkip.measure(frame, by="Biro", rules=rules)
            assert groups["total"].tolist() == [2, 1, 1] and groups["percent"].dtype == object
        assert not [name for name in HIDDEN if name in sys.modules]
        for name in HIDDEN:
            try:
                __import__(name)
            except ModuleNotFoundError:
                continue
            raise AssertionError(f"{name} was not hidden")
    """
    for hidden in ("pyarrow,tqdm,polars,duckdb", "pyarrow,tqdm,polars,duckdb,pandas"):
        command = [sys.executable, "-c", code, hidden]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr


def path_of_lkip() -> str:
    """Without `site`, other packages cannot load themselves; lkip alone is put on the path."""
    return f"import sys; sys.path.append({str(DISTRIBUTION.locate_file(''))!r})\n"


def test_python_is_no_matter_of_the_core(root: pathlib.Path) -> None:
    manifest = (root / "lkip-core" / "Cargo.toml").read_text(encoding="utf-8")
    assert 'name = "lkip-core"' in manifest and "pyo3" not in manifest
