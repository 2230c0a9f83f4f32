"""Runs a notebook from top to bottom and keeps what its cells show, without Jupyter.

    python tests/python/notebook.py     # runs lkip-py/examples/bkd-ntt-2021.ipynb and writes its outputs into it

A cell shows what Jupyter would: what is printed, the value of a last expression as text and as HTML, and every figure of
matplotlib that it leaves behind as a picture.
"""

from __future__ import annotations

import ast
import base64
import contextlib
import io
import json
import os
import pathlib
from collections.abc import Iterator
from typing import Any

import matplotlib
from matplotlib import pyplot

from cases import FOLDER

NOTEBOOK = FOLDER.parents[1] / "lkip-py" / "examples" / "bkd-ntt-2021.ipynb"

# Pictures are for a look: fine enough to read, small enough to keep.
DOTS = 72


def load(path: pathlib.Path = NOTEBOOK) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8")))


def lines(text: str) -> list[str]:
    """A text as notebooks hold it."""
    return text.splitlines(keepends=True)


@contextlib.contextmanager
def inside(folder: pathlib.Path) -> Iterator[None]:
    before = pathlib.Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def value_of(code: str, names: dict[str, Any]) -> Any:
    """Runs a cell; the value of its last line, where that is an expression whose value is to be shown."""
    tree = ast.parse(code)
    last = tree.body[-1] if tree.body else None
    shown = isinstance(last, ast.Expr) and not code.rstrip().endswith(";")
    if isinstance(last, ast.Expr) and shown:
        exec(compile(ast.Module(tree.body[:-1], []), "<cell>", "exec"), names)
        return eval(compile(ast.Expression(last.value), "<cell>", "eval"), names)
    exec(compile(tree, "<cell>", "exec"), names)
    return None


def pictures() -> Iterator[dict[str, Any]]:
    for number in pyplot.get_fignums():
        figure = pyplot.figure(number)
        held = io.BytesIO()
        figure.savefig(held, format="png", dpi=DOTS)
        data = {"image/png": base64.b64encode(held.getvalue()).decode("ascii"), "text/plain": lines(repr(figure))}
        yield {"data": data, "metadata": {}, "output_type": "display_data"}
    pyplot.close("all")


def outputs(code: str, names: dict[str, Any], count: int) -> list[dict[str, Any]]:
    """What a cell shows."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        value = value_of(code, names)
    made: list[dict[str, Any]] = []
    if printed.getvalue():
        made.append({"name": "stdout", "output_type": "stream", "text": lines(printed.getvalue())})
    if value is not None:
        data = {"text/plain": lines(repr(value))}
        if hasattr(value, "_repr_html_"):
            data = {"text/html": lines(value._repr_html_()), **data}
        made.append({"data": data, "execution_count": count, "metadata": {}, "output_type": "execute_result"})
    return [*made, *pictures()]


def run(notebook: dict[str, Any], folder: pathlib.Path) -> dict[str, Any]:
    """The notebook with the outputs that running it in a folder gives."""
    matplotlib.use("Agg")
    names: dict[str, Any] = {"__name__": "__main__"}
    count = 0
    cells = []
    with inside(folder):
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                count += 1
                cell = {**cell, "execution_count": count, "outputs": outputs("".join(cell["source"]), names, count)}
            cells.append(cell)
    return {**notebook, "cells": cells}


def text(notebook: dict[str, Any]) -> str:
    """The notebook as it stands in its file."""
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    NOTEBOOK.write_text(text(run(load(), NOTEBOOK.parent)), encoding="utf-8")
