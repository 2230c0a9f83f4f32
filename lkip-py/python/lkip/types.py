"""Names for what the functions of `lkip` take, for type checkers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, Protocol, TypedDict, Union

from ._native import Achievement, Average, Report, RuleSet, Scale

__all__ = [
    "AchievementFields",
    "ArrowFrame",
    "AuditFields",
    "AuditFormat",
    "AuditPart",
    "AverageFields",
    "CascadeFields",
    "CascadeFormat",
    "CascadePart",
    "CascadeTable",
    "ChartFields",
    "ChartId",
    "Columns",
    "Consolidation",
    "Data",
    "EvaluateFields",
    "Fields",
    "FigureFields",
    "Form",
    "Frame",
    "Item",
    "Kind",
    "Language",
    "Number",
    "OfficeFields",
    "Part",
    "Polarity",
    "ReportLike",
    "RequiredFields",
    "RowKind",
    "Rules",
    "ScaleLike",
    "State",
    "Style",
    "TableFormat",
    "TablesFields",
    "Target",
    "TraceFields",
    "WhatIfFields",
]

Number = Union[Decimal, int, str]
"""A figure: exact, never a float. A text is read in the `style` of the call."""

Data = Mapping[str, Any]
"""A record of fields, as JSON has them."""

Target = Union[Number, Mapping[str, Number]]
"""A target: a number, a text that may hold a range (`"80-90"`), or `{"low": ..., "high": ...}`."""

Rules = Union[str, Data, RuleSet]
"""A rule set: its id, its fields, or one that was checked before."""

ScaleLike = Union[str, Data, Scale]
"""A scale: its id, its fields, or one that was checked before."""

ReportLike = Union[Report, Data]
"""A report: its document as a record, or one that was checked before."""

class Frame(Protocol):
    """A data frame of another library, such as those of pandas and polars: named columns of equal length."""

    @property
    def columns(self) -> Any: ...

    def __getitem__(self, name: Any, /) -> Any: ...


class ArrowFrame(Protocol):
    """What speaks Arrow: tables of pyarrow, relations of DuckDB, data frames of many more libraries."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...


Columns = Union[Mapping[str, Any], Frame, ArrowFrame]
"""A table: a list of cells for each column, under `label`, `target`, `realization`, `achievement`, `category`, `allocation`,
`spending`, `absorption`, `remainder`, `weight` or an Indonesian name; and beside them `table`, `rows`, `levels`, `polarity`,
`style`."""

RowKind = Union[Literal["item"], Literal["total"], Literal["average"], Literal["group"]]
"""What a row of a table is."""

Item = Union[Decimal, Achievement, Average, Data]
"""An item of an average: a percentage, a figure that was computed before,
or a record such as `{"label": ..., "weight": ..., "percent": ...}`."""

Language = Union[Literal["id"], Literal["en"]]
"""The language of texts."""

Style = Union[Literal["indonesian"], Literal["international"], Literal["plain"]]
"""How numbers are written: `1.234,56`, `1,234.56`, `1234.56`."""

Polarity = Union[Literal["higher"], Literal["lower"], Literal["on_target"]]
"""Which way an indicator is good (polaritas)."""

State = Union[Literal["measured"], Literal["not_measured"], Literal["not_carried_out"], Literal["carried_forward"]]
"""The state of a realization (keadaan realisasi)."""

ChartId = Union[Literal["achievements"], Literal["quarters"], Literal["absorption"], Literal["budget"]]
"""Which chart it is."""

Consolidation = Union[Literal["sum"], Literal["last"], Literal["average"]]
"""How quarters make the period (akumulasi)."""

Kind = Union[
    Literal["target"],
    Literal["realization"],
    Literal["computed"],
    Literal["rolled_up"],
    Literal["component"],
    Literal["achievement"],
    Literal["against_quarter"],
    Literal["to_date"],
    Literal["against_year"],
    Literal["earlier_achievement"],
    Literal["change"],
    Literal["points"],
    Literal["achievement_points"],
    Literal["progress"],
    Literal["national"],
    Literal["value"],
    Literal["average"],
    Literal["score"],
    Literal["allocation"],
    Literal["spending"],
    Literal["absorption"],
    Literal["remainder"],
    Literal["efficiency"],
    Literal["minimum"],
    Literal["total"],
]
"""The kind of a figure of a report (jenis angka)."""

TableFormat = Union[Literal["data"], Literal["markdown"], Literal["html"], Literal["csv"]]
"""What the tables of a report are told as in JSON."""

AuditFormat = Union[Literal["data"], Literal["markdown"], Literal["html"]]
"""What an audit is told as in JSON."""

AuditPart = Union[Literal["receipt"], Literal["entries"], Literal["cells"], Literal["same"]]
"""The parts of an audit that its JSON can hold."""

CascadeFormat = Union[Literal["data"], Literal["text"], Literal["mermaid"], Literal["svg"]]
"""What a cascade is told as in JSON."""

CascadePart = Union[Literal["receipt"], Literal["offices"], Literal["budgets"], Literal["revisions"]]
"""The parts of a cascade that its JSON can hold."""

CascadeTable = Union[
    Literal["cascade_offices"],
    Literal["cascade_matrix"],
    Literal["cascade_budgets"],
    Literal["cascade_revisions"],
    Literal["cascade_findings"],
]
"""A table of a cascade."""

Form = Union[Literal["number"], Literal["rupiah"], Literal["percent"]]
"""What a written number stands for."""

Part = Union[Literal["explanation"], Literal["receipt"], Literal["items"]]
"""The parts of an answer that can be left out of its JSON."""


class AchievementFields(TypedDict, total=False):
    """Further fields of `achievement`, and the Indonesian names of all."""

    label: str | None
    indikator: str | None
    nama: str | None
    unit: str | None
    satuan: str | None
    rencana: Target | None
    target_tahunan: Target | None
    realisasi: Number | None
    polaritas: str | None
    keadaan_realisasi: str | None
    dari_tahun: int | None
    pengganti: Data | None
    gaya: Style | None
    bahasa: Language | None
    include: Sequence[Part] | None
    sertakan: Sequence[str] | None


class AverageFields(TypedDict, total=False):
    """Further fields of `average`, and the Indonesian names of all."""

    butir: Iterable[Item]
    pengganti: Data | None
    gaya: Style | None
    bahasa: Language | None
    include: Sequence[Part] | None
    sertakan: Sequence[str] | None


class EvaluateFields(TypedDict, total=False):
    """Further fields of `evaluate`, and the Indonesian names of all."""

    laporan: ReportLike
    pedoman: Rules | None
    pengganti: Data | None
    bahasa: Language | None
    include: Sequence[Part] | None
    sertakan: Sequence[str] | None
    jenis: Sequence[Kind] | None
    angka: Sequence[str] | None


class FigureFields(TypedDict, total=False):
    """Further fields of `figure`, and the Indonesian names of all."""

    laporan: ReportLike
    pedoman: Rules | None
    pengganti: Data | None
    bahasa: Language | None
    include: Sequence[Part] | None
    sertakan: Sequence[str] | None
    angka: str


class WhatIfFields(TypedDict, total=False):
    """Further fields of `what_if`, and the Indonesian names of all."""

    laporan: ReportLike
    pedoman: Rules | None
    pengganti: Data | None
    bahasa: Language | None
    include: Sequence[Part] | None
    sertakan: Sequence[str] | None
    perubahan: Mapping[str, Number | None]


class TablesFields(TypedDict, total=False):
    """Further fields of `tables`, and the Indonesian names of all."""

    laporan: ReportLike
    pedoman: Rules | None
    pengganti: Data | None
    tabel: Sequence[str] | None
    bahasa: Language | None
    include: Sequence[Part] | None
    sertakan: Sequence[str] | None


class ChartFields(TypedDict, total=False):
    """Further fields of `chart`, and the Indonesian names of all."""

    laporan: ReportLike
    pedoman: Rules | None
    pengganti: Data | None
    grafik: str
    indikator: str | None
    bahasa: Language | None
    include: Sequence[Part] | None
    sertakan: Sequence[str] | None


class AuditFields(TypedDict, total=False):
    """Further fields of `audit`, and the Indonesian names of all."""

    laporan: ReportLike
    kolom: Columns
    pedoman: Rules | None
    pengganti: Data | None
    bahasa: Language | None
    include: Sequence[AuditPart] | None
    sertakan: Sequence[str] | None


class CascadeFields(TypedDict, total=False):
    """Further fields of `cascade`, and the Indonesian names of all."""

    laporan: ReportLike
    pedoman: Rules | None
    pengganti: Data | None
    unit_kerja: str | None
    tabel: Sequence[CascadeTable] | None
    bahasa: Language | None
    include: Sequence[CascadePart] | None
    sertakan: Sequence[str] | None


class OfficeFields(TypedDict, total=False):
    """Further fields of `office`, and the Indonesian names of all."""

    laporan: ReportLike
    unit_kerja: str
    pedoman: Rules | None
    pengganti: Data | None
    bahasa: Language | None


class TraceFields(TypedDict, total=False):
    """Further fields of `trace`, and the Indonesian names of all."""

    laporan: ReportLike
    indikator: str
    unit_kerja: str | None
    pedoman: Rules | None
    pengganti: Data | None
    bahasa: Language | None


class RequiredFields(TypedDict, total=False):
    """Further fields of `required_realization`, and the Indonesian names of all."""

    rencana: Target | None
    target_tahunan: Target | None
    capaian: Number | None
    capaian_persen: Number | None
    kategori: str | None
    pedoman: Rules | None
    pengganti: Data | None
    polaritas: str | None
    desimal: int | None
    sejauh_ini: Sequence[Number] | None
    sisa_triwulan: int | None
    akumulasi: str | None
    laporan: ReportLike
    indikator: str
    gaya: Style | None
    bahasa: Language | None
    include: Sequence[Part] | None
    sertakan: Sequence[str] | None


class Fields(TypedDict, total=False):
    """Further fields of the other functions, and the Indonesian names of all; each knows its own."""

    nilai: Number
    teks: str | Iterable[Number | None]
    skala: ScaleLike
    pedoman: Rules
    pengganti: Data | None
    value_style: Style | None
    gaya_nilai: Style | None
    gaya: Style | None
    bentuk: str | None
    bahasa: Language | None
