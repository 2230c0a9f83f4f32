"""The notebook: its spreadsheet is the one that the script makes, it runs, and it shows what stands in its file."""

from __future__ import annotations

import base64
import io
import json
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

import lkip
import make_spreadsheet
import notebook
from cases import FOLDER


def contents(book: Workbook) -> list[Any]:
    """What a person sees in a workbook: texts, merged cells, how cells look, how wide columns are."""
    sheets: list[Any] = []
    for sheet in book.worksheets:
        cells = [
            (cell.coordinate, cell.value, cell.font.b, cell.fill.fgColor.rgb, cell.border.left.style, cell.alignment.wrap_text)
            for row in sheet.iter_rows()
            for cell in row
        ]
        merged = sorted(str(area) for area in sheet.merged_cells.ranges)
        widths = {name: column.width for name, column in sheet.column_dimensions.items()}
        sheets.append((sheet.title, cells, merged, widths, sheet.freeze_panes))
    return sheets


def test_the_spreadsheet_is_what_the_script_makes() -> None:
    held = io.BytesIO()
    make_spreadsheet.workbook().save(held)
    assert contents(load_workbook(make_spreadsheet.SPREADSHEET)) == contents(load_workbook(held))


def test_the_spreadsheet_looks_like_those_of_offices() -> None:
    book = load_workbook(make_spreadsheet.SPREADSHEET)
    assert book.sheetnames == ["Kinerja", "Anggaran"]
    performance, budget = book.worksheets
    for sheet in book.worksheets:
        # Where it comes from stands in its head, and no number is one.
        assert str(sheet["A3"].value).startswith("Sumber: LKIP Badan Kepegawaian Daerah Provinsi NTT Tahun 2021")
        assert {type(cell.value) for row in sheet.iter_rows() for cell in row} == {str, type(None)}
    assert {"A1:H1", "E5:G5", "A5:A6", "B7:B21"} <= {str(area) for area in performance.merged_cells.ranges}
    texts = {cell.value for row in performance.iter_rows() for cell in row}
    assert {"87,07", "3.610", "95,55", "102", "107,81", "SANGAT BERHASIL", "RATA-RATA SELURUHNYA"} <= texts
    assert [cell.value for cell in list(budget.rows)[-1]] == [None, "TOTAL ANGGARAN", "Rp. 19.139.090.690,-", "Rp. 18.554.930.265,-", "96,89"]


@pytest.fixture(scope="module")
def ran() -> dict[str, Any]:
    return notebook.run(notebook.load(), notebook.NOTEBOOK.parent)


def without_pictures(book: dict[str, Any]) -> dict[str, Any]:
    """Pictures are there or not: their bytes differ from one version of a library to the next."""
    copy = json.loads(json.dumps(book))
    for cell in copy["cells"]:
        for output in cell.get("outputs", []):
            if "image/png" in output.get("data", {}):
                output["data"]["image/png"] = base64.b64decode(output["data"]["image/png"])[:8].hex()
    return dict(copy)


def test_it_shows_what_running_it_gives(ran: dict[str, Any]) -> None:
    assert without_pictures(ran) == without_pictures(notebook.load())


def test_its_file_is_as_the_runner_writes_it() -> None:
    written = notebook.NOTEBOOK.read_text(encoding="utf-8")
    assert notebook.text(notebook.load()) == written
    assert (notebook.load()["nbformat"], notebook.load()["nbformat_minor"]) == (4, 5)
    ids = [cell["id"] for cell in notebook.load()["cells"]]
    assert len(set(ids)) == len(ids)


def shown(book: dict[str, Any], kind: str) -> list[str]:
    """What the cells show of one kind."""
    found = []
    for cell in book["cells"]:
        for output in cell.get("outputs", []):
            text = output.get("text") if kind == "text" else output.get("data", {}).get(kind)
            if text is not None:
                found.append("".join(text))
    return found


def test_it_shows_what_matters(ran: dict[str, Any]) -> None:
    """The mistakes of the real report, the figures that are right, and a plot for each part of the LKjIP that it has."""
    printed, pages = "\n".join(shown(ran, "text")), "\n".join(shown(ran, "text/html"))
    evaluation = lkip.evaluate(lkip.Report.load(FOLDER.parent / "reports" / "bkd-ntt-2021.json"))
    assert "TOTAL ANGGARAN: tercetak 96,89, seharusnya 96,94 %" in printed
    assert "95,45 % menjadi 95,55 %" in pages and "95,55" in pages
    assert evaluation["objectives.sasaran-1.average"].explain() in printed
    assert evaluation["indicators.s1-06.achievement"].explain(tree=True) in printed
    assert evaluation.receipt.inputs_fingerprint in pages
    pictures = shown(ran, "image/png")
    assert len(pictures) == 3 and all(base64.b64decode(picture).startswith(b"\x89PNG") and len(picture) > 10_000 for picture in pictures)


def test_a_notebook_that_fails_or_shows_something_else_is_found() -> None:
    cell: dict[str, Any] = {"cell_type": "code", "id": "a", "metadata": {}, "execution_count": None, "outputs": [], "source": ["print(1)\n", "2"]}
    made = notebook.run({"cells": [cell]}, FOLDER)["cells"][0]
    assert made["execution_count"] == 1 and [output["output_type"] for output in made["outputs"]] == ["stream", "execute_result"]
    assert made["outputs"][0]["text"] == ["1\n"] and made["outputs"][1]["data"] == {"text/plain": ["2"]}
    assert not notebook.run({"cells": [{**cell, "source": ["2;"]}]}, FOLDER)["cells"][0]["outputs"]
    with pytest.raises(ZeroDivisionError):
        notebook.run({"cells": [{**cell, "source": ["1 / 0"]}]}, FOLDER)
