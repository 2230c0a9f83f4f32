"""Makes the spreadsheet of the notebook out of a real report, in the shape in which offices keep their figures.

    python tests/python/make_spreadsheet.py     # writes lkip-py/examples/bkd-ntt-2021.xlsx

Everything in it stands in `tests/reports/bkd-ntt-2021.json`, which was copied from the published report: targets, realizations
and amounts as they were given, achievements, averages and categories as they were printed, mistakes included. Numbers are texts
with decimal commas, headings have two levels, names of objectives are merged over their rows.
"""

from __future__ import annotations

import json
import pathlib
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

ROOT = pathlib.Path(__file__).resolve().parents[2]
REPORT = ROOT / "tests" / "reports" / "bkd-ntt-2021.json"
SPREADSHEET = ROOT / "lkip-py" / "examples" / "bkd-ntt-2021.xlsx"

OFFICE = "BADAN KEPEGAWAIAN DAERAH PROVINSI NUSA TENGGARA TIMUR"
SOURCE = (
    "Sumber: LKIP Badan Kepegawaian Daerah Provinsi NTT Tahun 2021, {place}. Disalin sebagaimana tercetak, termasuk kekeliruannya; "
    "titik desimal ditulis dengan koma."
)
PERFORMANCE_HEAD = (
    ("No", None),
    ("Sasaran Strategis", None),
    ("Indikator Kinerja", None),
    ("Satuan", None),
    ("Kinerja Tahun 2021", ("Target", "Realisasi", "Capaian (%)")),
    ("Kategori", None),
)
BUDGET_HEAD = (
    ("No", None),
    ("Program / Kegiatan", None),
    ("Anggaran Tahun 2021", ("Pagu (Rp)", "Realisasi (Rp)")),
    ("Penyerapan (%)", None),
)
ROMAN = ("I", "II", "III", "IV", "V")
TABLES = ("Tabel I", "Tabel II", "Tabel III", "Tabel IV", "Tabel Sasaran V")
LAST = "Bab IV, Rincian Capaian"
SPENT = "Alokasi dan Realisasi Anggaran"

THIN = Side(style="thin", color="808080")
FRAME = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
HEAD = PatternFill("solid", fgColor="D9E2F3")
WRAPPED = Alignment(wrap_text=True, vertical="top")
CENTRED = Alignment(wrap_text=True, vertical="center", horizontal="center")


def printed(report: dict[str, Any], figure: str, table: str, column: str) -> str:
    """What the report prints of a figure in a column of a table, with a decimal comma."""
    wanted = (figure, table, column)
    (entry,) = (one for one in report["printed"] if (one["figure"], one.get("table"), one.get("column")) == wanted)
    text = str(entry["text"])
    return text.replace(".", ",") if entry.get("style") == "international" else text


def title(sheet: Worksheet, columns: int, text: str, place: str) -> None:
    """Three rows above the table, each over its whole width."""
    for row, line in enumerate((text, OFFICE, SOURCE.format(place=place)), start=1):
        sheet.cell(row, 1, line)
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=columns)
        sheet.cell(row, 1).font = Font(bold=row < 3, italic=row == 3, size=12 if row < 3 else 9)
        sheet.cell(row, 1).alignment = CENTRED if row < 3 else WRAPPED
    sheet.row_dimensions[3].height = 36


def head(sheet: Worksheet, headings: tuple[tuple[str, tuple[str, ...] | None], ...], row: int = 5) -> None:
    """Headings of two levels: one over several columns, or one over two rows."""
    column = 1
    for name, below in headings:
        width = len(below or (name,))
        sheet.cell(row, column, name)
        for place, text in enumerate(below or ()):
            sheet.cell(row + 1, column + place, text)
        last_row, last_column = (row, column + width - 1) if below else (row + 1, column)
        sheet.merge_cells(start_row=row, start_column=column, end_row=last_row, end_column=last_column)
        column += width
    for line in sheet.iter_rows(min_row=row, max_row=row + 1, max_col=column - 1):
        for cell in line:
            cell.font, cell.fill, cell.border, cell.alignment = Font(bold=True), HEAD, FRAME, CENTRED


def put(sheet: Worksheet, row: int, texts: list[str | None], bold: bool = False) -> None:
    for column, text in enumerate(texts, start=1):
        cell = sheet.cell(row, column, text)
        cell.font, cell.border, cell.alignment = Font(bold=bold), FRAME, WRAPPED


def performance(sheet: Worksheet, report: dict[str, Any]) -> None:
    """Tables I to V: the indicators of every objective with their average, and the average of all."""
    title(sheet, 8, "PENGUKURAN KINERJA TAHUN 2021", "Bab III Tabel I–V dan Bab IV")
    head(sheet, PERFORMANCE_HEAD)
    row = 7
    for number, objective in enumerate(report["objectives"]):
        first = row
        indicators = [one for one in report["indicators"] if one.get("objective") == objective["id"]]
        for nth, one in enumerate(indicators, start=1):
            achievement = printed(report, f"indicators.{one['id']}.achievement", TABLES[number], "Capaian (%)")
            put(sheet, row, [str(nth), None, one["name"], one["unit"], one["target"], one["realization"], achievement, None])
            row += 1
        sheet.cell(first, 2, objective["name"])
        sheet.merge_cells(start_row=first, start_column=2, end_row=row - 1, end_column=2)
        figure = f"objectives.{objective['id']}.average"
        texts = [printed(report, figure, TABLES[number], "Capaian (%)"), printed(report, figure, LAST, "KATEGORI 2021")]
        put(sheet, row, [None, None, f"RATA-RATA SASARAN {ROMAN[number]}", None, None, None, *texts], bold=True)
        row += 1
    texts = [printed(report, "report.average", LAST, column) for column in ("CAPAIAN 2021", "KATEGORI 2021")]
    put(sheet, row, [None, None, "RATA-RATA SELURUHNYA", None, None, None, *texts], bold=True)
    widths(sheet, (5, 26, 54, 14, 10, 10, 12, 20))


def amount(text: str) -> str:
    """An amount as treasurers write it."""
    return f"Rp. {text},-"


def budget(sheet: Worksheet, report: dict[str, Any]) -> None:
    """The budget with its programs, activities and total."""
    title(sheet, 5, "ALOKASI DAN REALISASI ANGGARAN TAHUN 2021", "Bab III, Alokasi dan Realisasi Anggaran")
    head(sheet, BUDGET_HEAD)
    (total,) = (line for line in report["budget"] if line["level"] == "total")
    row = 7
    programs = [line for line in report["budget"] if line["level"] == "program"]
    for number, program in enumerate(programs):
        below = [line for line in report["budget"] if line.get("parent") == program["id"]]
        for nth, line in enumerate([program, *below]):
            absorption = printed(report, f"budget.{line['id']}.absorption", SPENT, "Persentase (%)").removesuffix("%")
            numbered = str(nth) if nth else ROMAN[number]
            put(sheet, row, [numbered, line["name"], amount(line["allocation"]), amount(line["spending"]), absorption], bold=nth == 0)
            row += 1
    absorption = printed(report, "budget.total.absorption", SPENT, "Persentase (%)").removesuffix("%")
    put(sheet, row, [None, total["name"], amount(total["allocation"]), amount(total["spending"]), absorption], bold=True)
    widths(sheet, (5, 60, 24, 24, 14))


def widths(sheet: Worksheet, sizes: tuple[int, ...]) -> None:
    for column, size in zip("ABCDEFGH", sizes, strict=False):
        sheet.column_dimensions[column].width = size
    sheet.freeze_panes = "A7"


def workbook() -> Workbook:
    """The whole workbook."""
    report = json.loads(REPORT.read_text(encoding="utf-8"))
    made = Workbook()
    first = made.worksheets[0]
    first.title = "Kinerja"
    performance(first, report)
    budget(made.create_sheet("Anggaran"), report)
    return made


if __name__ == "__main__":
    workbook().save(SPREADSHEET)
