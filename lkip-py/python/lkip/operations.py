"""The operations of lkip as functions. Every one hands its fields to the core and gives the core's answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, overload

from . import _native
from .frames import Bar, adapter, cells

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._native import (
        Achievement,
        Audit,
        Average,
        Cascade,
        Category,
        Chart,
        Codes,
        Column,
        Evaluation,
        Figure,
        OfficePage,
        Reading,
        Required,
        RuleSet,
        RuleSets,
        Scale,
        Scales,
        Tables,
        Trace,
        WhatIf,
    )
    from .types import (
        AchievementFields,
        ArrowFrame,
        AuditFields,
        AuditFormat,
        AverageFields,
        CascadeFields,
        CascadeFormat,
        CascadeTable,
        ChartFields,
        ChartId,
        Columns,
        Consolidation,
        Data,
        EvaluateFields,
        Fields,
        FigureFields,
        Form,
        Frame,
        Item,
        Kind,
        Language,
        Number,
        OfficeFields,
        Polarity,
        ReportLike,
        RequiredFields,
        RowKind,
        Rules,
        ScaleLike,
        State,
        Style,
        TableFormat,
        TablesFields,
        Target,
        TraceFields,
        WhatIfFields,
    )

__all__ = [
    "achievement",
    "answer",
    "answer_json",
    "audit",
    "average",
    "cascade",
    "chart",
    "classify",
    "codes",
    "evaluate",
    "figure",
    "in_words",
    "measure",
    "office",
    "read_number",
    "read_numbers",
    "required_realization",
    "rule_set",
    "rule_sets",
    "scale",
    "scales",
    "tables",
    "trace",
    "what_if",
    "write_number",
]


FrameT = TypeVar("FrameT", bound="Frame | ArrowFrame")

# The default of what is required under this name or under an Indonesian one.
_MISSING: Any = ...


def _fields(named: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a call: those that were given, and all others, which the core knows or refuses."""
    return {**{name: value for name, value in named.items() if value is not None and value is not _MISSING}, **more}


def _require(function: str, required: str, value: object, more: Mapping[str, Any]) -> None:
    """A call without what it requires is a mistake in Python; where there are other names, the core judges."""
    if value is _MISSING and not more:
        raise TypeError(f"{function}() missing 1 required argument: {required!r}")


def _listed(items: object) -> object:
    """What can be gone through, as a list; what the core must refuse, as it is."""
    if isinstance(items, (str, bytes, Mapping)) or not isinstance(items, Iterable):
        return items
    return list(items)


@overload
def achievement(
    target: Target | None = None,
    realization: Number | None = None,
    *,
    rules: Rules,
    polarity: Polarity | None = None,
    realization_state: State | None = None,
    carried_from: int | None = None,
    overrides: Data | None = None,
    style: Style | None = None,
    language: Language | None = None,
    **more: Unpack[AchievementFields],
) -> Achievement: ...
@overload
def achievement(
    target: Target | None = None,
    realization: Number | None = None,
    *,
    rules: None = None,
    pedoman: Rules,
    polarity: Polarity | None = None,
    realization_state: State | None = None,
    carried_from: int | None = None,
    overrides: Data | None = None,
    style: Style | None = None,
    language: Language | None = None,
    **more: Unpack[AchievementFields],
) -> Achievement: ...
def achievement(
    target: Target | None = None,
    realization: Number | None = None,
    *,
    rules: Rules | None = _MISSING,
    polarity: Polarity | None = None,
    realization_state: State | None = None,
    carried_from: int | None = None,
    overrides: Data | None = None,
    style: Style | None = None,
    language: Language | None = None,
    **more: Any,
) -> Achievement:
    """The achievement (capaian) of one indicator: its percentage and category, with an explanation.

    `target` and `realization` are in the indicator's own unit; the answer is in percent.

    target (rencana)
        A number, a range (`"80-90"`, or `{"low": "80", "high": "90"}`), or None where there is no target.
    realization (realisasi)
        A number, or None where nothing was measured.
    rules (pedoman)
        The id of a rule set, its fields, or a `RuleSet`. See `rule_sets()`.
    polarity (polaritas)
        `higher` (if nothing is said), `lower` or `on_target`: which way is good.
    realization_state (keadaan_realisasi)
        `not_measured`, `not_carried_out`, `carried_forward`; follows from the realization where nothing is said.
    carried_from (dari_tahun)
        The year that a value carried forward is of.
    overrides (pengganti)
        Rules replaced for this call: `{"rounding": {"mode": "truncate"}}`.
    style (gaya)
        How texts write numbers: `indonesian`, `international`, `plain`. Without it, a text that can be read in
        two ways is refused. A `Decimal` or `int` is never read as text.
    language (bahasa)
        `id` (if nothing is said) or `en`: the language of messages and explanations.
    more
        `label` names the indicator and `unit` its unit, `include` lists the parts of `to_json()`; and the names in
        brackets are accepted too.

    Raises `LkipError` for what cannot be read: a float (`inexact_number`), an ambiguous text
    (`ambiguous_number`), an unknown rule set or field. A target of zero, a missing value and the like are no
    errors: `outcome` and `reason` say so.

    Source: the formulas and their sources are those of the rule set; `explanation` names them.

    >>> from decimal import Decimal
    >>> import lkip
    >>> a = lkip.achievement(target="70", realization="98,40", rules="setda-kaltim-2021")
    >>> a
    Achievement(140.57 %)
    >>> lkip.achievement(Decimal("7"), Decimal("6.5"), polarity="lower", rules="permenpanrb-8-2021").percent
    Decimal('107.14')
    >>> lkip.achievement(rencana="7", realisasi="6,5", polaritas="turun", pedoman="permenpanrb-8-2021").percent
    Decimal('107.14')
    >>> lkip.achievement("90", None, rules="setda-kaltim-2021", language="en").reason.message
    'The realization has not been measured or reported.'
    """
    _require("achievement", "rules", rules, more)
    named = {
        "target": target,
        "realization": realization,
        "rules": rules,
        "polarity": polarity,
        "realization_state": realization_state,
        "carried_from": carried_from,
        "overrides": overrides,
        "style": style,
        "language": language,
    }
    return _native.call("achievement", _fields(named, more))


@overload
def average(
    items: Iterable[Item] = ...,
    *,
    rules: Rules,
    overrides: Data | None = None,
    style: Style | None = None,
    language: Language | None = None,
    **more: Unpack[AverageFields],
) -> Average: ...
@overload
def average(
    items: Iterable[Item] | None = None,
    *,
    rules: None = None,
    pedoman: Rules,
    overrides: Data | None = None,
    style: Style | None = None,
    language: Language | None = None,
    **more: Unpack[AverageFields],
) -> Average: ...
def average(
    items: Iterable[Item] | None = _MISSING,
    *,
    rules: Rules | None = _MISSING,
    overrides: Data | None = None,
    style: Style | None = None,
    language: Language | None = None,
    **more: Any,
) -> Average:
    """The average (rata-rata) of achievements, in percent: a mean or weighted mean, as the rules say.

    items (butir)
        Each a `Decimal` percentage, an `Achievement` or `Average` that was computed before (it keeps the rules it was
        computed by), or a record: `{"label", "weight", "percent"}`, where `percent` may be such a figure too;
        `{"label", "weight", "target", "realization", "polarity", ...}`; or a group, `{"items": [...]}`.
    rules, overrides, style, language
        As in `achievement()`.

    The answer says how many items count (`used` of `total`), which were left out and why (`left_out`), and which
    count as zero because the rules say so (`as_zero`).

    Raises `LkipError` for what cannot be read, for a negative weight, and for a missing one under rules that weigh.

    Source: the rule set says whether exact or reported values are averaged and what becomes of missing ones.

    >>> import lkip
    >>> kaltim = lkip.rule_set("setda-kaltim-2021")
    >>> second = [("100", "100"), ("70", "98,40"), ("70", "74,13")]
    >>> g = lkip.average([lkip.achievement(t, r, rules=kaltim) for t, r in second], rules=kaltim)
    >>> g
    Average(115.49 %, 3 of 3)
    >>> g.exact
    Fraction(24253, 210)
    """
    _require("average", "items", items, more)
    _require("average", "rules", rules, more)
    named = {"items": _listed(items), "rules": rules, "overrides": overrides, "style": style, "language": language}
    return _native.call("average", _fields(named, more))


def classify(
    value: Number = _MISSING,
    *,
    scale: ScaleLike | None = None,
    rules: Rules | None = None,
    style: Style | None = None,
    language: Language | None = None,
    **more: Unpack[Fields],
) -> Category:
    """The category (kategori, predikat) of a value on a scale, with the bounds that it met.

    value (nilai)
        The value, in the unit of the scale: mostly percent, but 1 to 4 for SKM and 0 to 4 for EKPPD.
    scale (skala)
        The id of a scale, its fields, or a `Scale`. See `scales()`.
    rules (pedoman)
        A rule set whose scale is taken where none is given.

    Raises `LkipError` for what cannot be read, and `scale_missing` where neither has a scale. A value outside
    of the scale is no error: the category then has a `reason`.

    Source: `scale(...).citations`.

    >>> import lkip
    >>> lkip.classify("90", scale="sakip-predicate").label, lkip.classify("90,01", scale="sakip-predicate").label
    ('A', 'AA')
    """
    _require("classify", "value", value, more)
    named = {"value": value, "scale": scale, "rules": rules, "style": style, "language": language}
    return _native.call("classify", _fields(named, more))


def read_number(
    text: Number = _MISSING, *, style: Style | None = None, language: Language | None = None, **more: Unpack[Fields]
) -> Reading:
    """Reads a number as it stands in a report, with everything that stands around it.

    text (teks)
        What is read: `"Rp 1.250.000,-"`, `"3,0885 *)"`, `"90-100%"`, `"< 20"`, `"-"`.
    style (gaya)
        How it writes numbers. Without it, a text that can be read in two ways is refused.

    Raises `LkipError`: `ambiguous_number`, `malformed_number`, `wrong_style` with the candidates in `details`;
    `number_too_long` for more than 28 digits.

    >>> import lkip
    >>> lkip.read_number("90-100%")
    Reading(range 90 to 100 %)
    >>> lkip.read_number("1.250", style="indonesian").value
    Decimal('1250')
    """
    _require("read_number", "text", text, more)
    return _native.call("read_number", _fields({"text": text, "style": style, "language": language}, more))


def read_numbers(
    texts: Iterable[Number | None] = _MISSING,
    *,
    style: Style | None = None,
    language: Language | None = None,
    **more: Unpack[Fields],
) -> Column:
    """Reads a column of numbers in one style, which is found over the whole column where none is given.

    texts (teks)
        The cells; None is a blank one.

    A cell that cannot be read does not stop the others: it is an `LkipError` in the place of its reading.
    Raises `LkipError` for what is no column of texts and numbers at all.

    >>> import lkip
    >>> column = lkip.read_numbers(["3.095", "90.00", None])
    >>> column.style, [cell.value for cell in column]
    ('international', [Decimal('3.095'), Decimal('90.00'), None])
    """
    _require("read_numbers", "texts", texts, more)
    named = {"texts": _listed(texts), "style": style, "language": language}
    return _native.call("read_numbers", _fields(named, more))


def write_number(
    value: Number = _MISSING,
    *,
    style: Style | None = None,
    form: Form | None = None,
    language: Language | None = None,
    **more: Unpack[Fields],
) -> str:
    """Writes a number for people, with its decimal places as they are.

    value (nilai)
        The number; a text is read as programs write numbers, unless `value_style` names its style.
    style (gaya)
        How it is written; without it, as readers of the language expect.
    form (bentuk)
        `number` (if nothing is said), `rupiah` or `percent`.

    Raises `LkipError` for what is no number.

    >>> from decimal import Decimal
    >>> import lkip
    >>> lkip.write_number(Decimal("1250000.50"), form="rupiah")
    'Rp 1.250.000,50'
    >>> lkip.write_number(Decimal("98.40"), form="percent", language="en")
    '98.40 %'
    """
    _require("write_number", "value", value, more)
    named = {"value": value, "style": style, "form": form, "language": language}
    return _native.call("write_number", _fields(named, more))


def in_words(
    value: Number = _MISSING, *, form: Form | None = None, language: Language | None = None, **more: Unpack[Fields]
) -> str:
    """A number in Indonesian words (terbilang), as agreements spell out their totals.

    Raises `LkipError` for what is no number, and `too_many_decimals` for rupiah with more than two decimals (sen).

    >>> import lkip
    >>> lkip.in_words(1250, form="rupiah")
    'seribu dua ratus lima puluh rupiah'
    """
    _require("in_words", "value", value, more)
    return _native.call("in_words", _fields({"value": value, "form": form, "language": language}, more))


def _of_report(named: dict[str, Any]) -> dict[str, Any]:
    """An evaluation stands for its report, under the rules that it was made by where no others are given."""
    evaluation = named["report"]
    if isinstance(evaluation, _native.Evaluation):
        named["report"] = evaluation.report
        named["rules"] = evaluation.rules if named["rules"] is None else named["rules"]
    return named


def evaluate(
    report: ReportLike = _MISSING,
    rules: Rules | None = None,
    *,
    overrides: Data | None = None,
    kinds: Iterable[Kind] | None = None,
    figures: Iterable[str] | None = None,
    language: Language | None = None,
    **more: Unpack[EvaluateFields],
) -> Evaluation:
    """Every figure of a report: achievements, quarters, comparisons, averages, budget, and what does not agree.

    report (laporan)
        A `Report`, or its document as a record. Many calls of one report are faster with a `Report`.
    rules (pedoman)
        The id of a rule set, its fields, or a `RuleSet`; without them those that the report names.
    overrides (pengganti)
        Rules replaced for this call.
    kinds (jenis), figures (angka)
        Only figures of these kinds; only those whose keys are these or stand below them. All where nothing is said.
    language (bahasa)
        `id` (if nothing is said) or `en`: the language of messages and explanations.
    more
        `include` lists the parts of `to_json()`; and the names in brackets are accepted too.

    Each figure has its own unit: percent, percentage points, rupiah, or that of its indicator.

    Raises `LkipError` with every mistake of the document at once, each with its path (`report.indicators[0].target`), and
    `rules_missing` where nobody names rules. A target of zero, a missing value and the like are no errors: the
    `outcome` and `reason` of the figure say so. What does not agree is told in `findings` and never corrected.

    Source: the formulas and their sources are those of the rule set; the explanation of each figure names them.

    >>> import lkip
    >>> evaluation = lkip.evaluate({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021},
    ...     "style": "indonesian", "objectives": [{"id": "s1", "name": "Meningkatnya kinerja"}],
    ...     "indicators": [{"id": "iku-1", "name": "Kerja sama", "objective": "s1",
    ...                     "target": "90,00", "realization": "100,00"}]}, "setda-kaltim-2021")
    >>> for figure in evaluation.select(kind=["achievement", "average"]):
    ...     print(figure.key, figure.display)
    indicators.iku-1.achievement 111,11 %
    objectives.s1.average 111,11 %
    report.average 111,11 %
    """
    _require("evaluate", "report", report, more)
    named = {
        "report": report,
        "rules": rules,
        "overrides": overrides,
        "kinds": _listed(kinds),
        "figures": _listed(figures),
        "language": language,
    }
    return _native.call("evaluate", _fields(_of_report(named), more))


def figure(
    report: ReportLike | Evaluation = _MISSING,
    figure: str = _MISSING,
    *,
    rules: Rules | None = None,
    overrides: Data | None = None,
    language: Language | None = None,
    **more: Unpack[FigureFields],
) -> Figure:
    """One figure of a report, with its whole explanation.

    report (laporan)
        A `Report`, its document as a record, or an `Evaluation`, whose report and rules are taken.
    figure (angka)
        The key of the figure: `objectives.s1.average`.
    rules, overrides, language
        As in `evaluate()`.

    Raises `LkipError` as `evaluate()` does, and `unknown_figure` with similar keys where there is no such figure.

    >>> import lkip
    >>> report = lkip.Report({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021},
    ...     "rules": "setda-kaltim-2021", "budget": [{"id": "p", "name": "P", "allocation": 3, "spending": 2}]})
    >>> print(lkip.figure(report, "budget.p.absorption").line)
    Rp 2 ÷ Rp 3 × 100 % = 66,6666… → 66,67 % (dibulatkan)
    """
    _require("figure", "report", report, more)
    _require("figure", "figure", figure, more)
    named = {"report": report, "figure": figure, "rules": rules, "overrides": overrides, "language": language}
    return _native.call("figure", _fields(_of_report(named), more))


def what_if(
    report: ReportLike | Evaluation = _MISSING,
    changes: Mapping[str, Number | None] = _MISSING,
    *,
    rules: Rules | None = None,
    overrides: Data | None = None,
    language: Language | None = None,
    **more: Unpack[WhatIfFields],
) -> WhatIf:
    """What replaced values do to every figure of a report.

    report (laporan)
        A `Report`, its document as a record, or an `Evaluation`, whose report and rules are taken.
    changes (perubahan)
        Values by their paths, in the style of the document: `{"indicators.iku-1.realization": "95,00"}`; None takes
        one away.
    rules, overrides, language
        As in `evaluate()`.

    Raises `LkipError` as `evaluate()` does, and `unknown_reference` for a path that leads nowhere.

    >>> from decimal import Decimal
    >>> import lkip
    >>> evaluation = lkip.evaluate({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021},
    ...     "rules": "setda-kaltim-2021", "budget": [{"id": "p", "name": "P", "allocation": 4, "spending": 3}]})
    >>> for changed in lkip.what_if(evaluation, {"budget.p.spending": Decimal("2.5")}).changed[:2]:
    ...     print(changed.key, changed.before, changed.after)
    budget.p.spending 3 2.5
    budget.p.absorption 75.00 62.50
    """
    _require("what_if", "report", report, more)
    _require("what_if", "changes", changes, more)
    named = {"report": report, "changes": changes, "rules": rules, "overrides": overrides, "language": language}
    return _native.call("what_if", _fields(_of_report(named), more))


def tables(
    report: ReportLike | Evaluation = _MISSING,
    tables: Iterable[str] | None = None,
    *,
    format: TableFormat | None = None,
    rules: Rules | None = None,
    overrides: Data | None = None,
    language: Language | None = None,
    **more: Unpack[TablesFields],
) -> Tables:
    """The tables that an LKjIP must contain, as typed rows and columns that can be written in several forms.

    report (laporan)
        A `Report`, its document as a record, or an `Evaluation`, whose report and rules are taken.
    tables (tabel)
        Only tables of these ids: `["achievement", "budget"]`; all that have rows where nothing is said.
    format
        What they are told as in `to_json()`: `data` (if nothing is said), `markdown`, `html` or `csv`.
    rules, overrides, language
        As in `evaluate()`.

    Every figure of a table is one of `evaluate()`, in its unit. Raises `LkipError` as `evaluate()` does.

    Source: PermenPANRB 53/2014, which names the tables.

    >>> import lkip
    >>> made = lkip.tables({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian",
    ...     "rules": "setda-kaltim-2021", "supporting": [{"id": "x", "name": "X", "value": "45,50"}]}, language="en")
    >>> made
    Tables(supporting)
    >>> made["supporting"].rows[0].cells
    ('1', 'X', '45.50')
    """
    _require("tables", "report", report, more)
    named = {
        "report": report,
        "tables": _listed(tables),
        "format": format,
        "rules": rules,
        "overrides": overrides,
        "language": language,
    }
    return _native.call("tables", _fields(_of_report(named), more))


def chart(
    report: ReportLike | Evaluation = _MISSING,
    chart: ChartId = _MISSING,
    indicator: str | None = None,
    *,
    rules: Rules | None = None,
    overrides: Data | None = None,
    language: Language | None = None,
    **more: Unpack[ChartFields],
) -> Chart:
    """What a chart of a report shows, as data for whatever draws it; `lkip.plot` draws it with matplotlib.

    report (laporan)
        A `Report`, its document as a record, or an `Evaluation`, whose report and rules are taken.
    chart (grafik)
        `achievements` (capaian): every indicator against the bands of the scale. `quarters` (triwulan): what an indicator was to
        reach and reached in each quarter. `absorption` (penyerapan): achievement and absorption of every objective, or of
        every office where objectives have no budget. `budget` (anggaran): what every program was allocated and spent.
    indicator (indikator)
        The id of the indicator whose quarters are wanted.
    rules, overrides, language
        As in `evaluate()`.

    Every number is one of `evaluate()`. What has no value has a reason; a chart of what the report does not have holds no items,
    and a note that says so. Raises `LkipError` as `evaluate()` does, and for an indicator that there is not.

    >>> import lkip
    >>> made = lkip.chart({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian",
    ...     "rules": "setda-kaltim-2021", "budget": [{"id": "p", "name": "Program A", "level": "program",
    ...     "allocation": "1.500.000.000", "spending": "1.350.000.000"}]}, "budget", language="en")
    >>> made.title, made.axis.label, [point.display for point in made["absorption"].points]
    ('Budget and spending by program, 2021', 'Rupiah, billions', ['90.00 %'])
    """
    _require("chart", "report", report, more)
    _require("chart", "chart", chart, more)
    named = {
        "report": report,
        "chart": chart,
        "indicator": indicator,
        "rules": rules,
        "overrides": overrides,
        "language": language,
    }
    return _native.call("chart", _fields(_of_report(named), more))


def cascade(
    report: ReportLike | Evaluation = _MISSING,
    rules: Rules | None = None,
    *,
    overrides: Data | None = None,
    office: str | None = None,
    format: CascadeFormat | None = None,
    tables: Iterable[CascadeTable] | None = None,
    language: Language | None = None,
    **more: Unpack[CascadeFields],
) -> Cascade:
    """The cascade of a report (penjenjangan kinerja): who holds what, what is wrong with it, how it adds up.

    report (laporan)
        A `Report`, its document as a record, or an `Evaluation`, whose report and rules are taken.
    rules, overrides, language
        As in `evaluate()`.
    office (unit_kerja)
        The id of an office: only that one and those below it are shown. Findings, budgets and revisions are of all.
    format
        What the cascade is told as in `to_json()`: `data` (if nothing is said), or the tree of performance (pohon kinerja) as
        indented `text`, as a `mermaid` flowchart or as a picture (`svg`).
    tables (tabel)
        The tables that `to_json()` holds besides: `cascade_offices`, `cascade_matrix`, `cascade_budgets`,
        `cascade_revisions`, `cascade_findings`. `Cascade.tables` has all.
    more
        `include` lists the parts of `to_json()`: `receipt`, `offices`, `budgets`, `revisions`; and the names in brackets are
        accepted too.

    Achievements and scores are in percent, budgets in rupiah, each realization in the unit of its indicator. Raises
    `LkipError` as `evaluate()` does, and `unknown_reference` for an office that there is not. What contradicts itself is
    told in `findings` and never corrected.

    Source: a finding that holds a report against a regulation names it in its `sources`.

    >>> import lkip
    >>> cascade = lkip.cascade({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian",
    ...     "rules": "setda-kaltim-2021", "offices": [{"id": "sekda", "name": "Sekda"},
    ...                                               {"id": "biro", "name": "Biro", "parent": "sekda"}],
    ...     "indicators": [{"id": "a", "name": "Kerja sama", "office": "biro", "target": "90", "realization": "100"}],
    ...     "agreements": [{"id": "pk", "office": "sekda", "indicators": [{"indicator": "a", "target": "95"}]}]})
    >>> print(cascade.findings[-1])
    Target Kerja sama berbeda: 95 menurut perjanjian kinerja Sekda (pk), 90 menurut laporan, Biro.
    >>> print(cascade.text("biro"))
    Biro [1 masalah]
      PK tidak ada dalam dokumen; nilai kinerja 111,11 % (1 dari 1)
      • Kerja sama: target 90, realisasi 100, capaian 111,11 %
    <BLANKLINE>
    >>> cascade.tables["cascade_matrix"].to_records()[0]["indicator"]
    'Kerja sama'
    """
    _require("cascade", "report", report, more)
    named = {
        "report": report,
        "rules": rules,
        "overrides": overrides,
        "office": office,
        "format": format,
        "tables": _listed(tables),
        "language": language,
    }
    return _native.call("cascade", _fields(_of_report(named), more))


def office(
    report: ReportLike | Evaluation = _MISSING,
    office: str = _MISSING,
    *,
    format: TableFormat | None = None,
    rules: Rules | None = None,
    overrides: Data | None = None,
    language: Language | None = None,
    **more: Unpack[OfficeFields],
) -> OfficePage:
    """An office's own page: what it promised, what became of it, what it spends, what is wrong.

    report (laporan)
        A `Report`, its document as a record, or an `Evaluation`, whose report and rules are taken.
    office (unit_kerja)
        The id of the office.
    format
        What it is told as in `to_json()`: `data` (if nothing is said), `markdown`, `html`, or `csv` for its tables.
    rules, overrides, language
        As in `evaluate()`.

    Every figure is one of `evaluate()`, in its unit. Raises `LkipError` as `evaluate()` does, and `unknown_reference` for an
    office that there is not. The pages of many offices are faster with `Cascade.page()`.

    Source: the rules of the report; findings name their own.

    >>> import lkip
    >>> page = lkip.office({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian",
    ...     "rules": "setda-kaltim-2021", "offices": [{"id": "biro", "name": "Biro"}],
    ...     "indicators": [{"id": "a", "name": "Kerja sama", "office": "biro", "target": "90", "realization": "100"}],
    ...     "agreements": [{"id": "pk", "office": "biro", "indicators": [{"indicator": "a", "target": "90"}]}]}, "biro")
    >>> page.facts
    ('PK pk: 1 indikator', 'nilai kinerja 111,11 % (1 dari 1)')
    >>> page.tables
    Tables(office_indicators)
    """
    _require("office", "report", report, more)
    _require("office", "office", office, more)
    named = {
        "report": report,
        "office": office,
        "format": format,
        "rules": rules,
        "overrides": overrides,
        "language": language,
    }
    return _native.call("office", _fields(_of_report(named), more))


def trace(
    report: ReportLike | Evaluation = _MISSING,
    indicator: str = _MISSING,
    office: str | None = None,
    *,
    rules: Rules | None = None,
    overrides: Data | None = None,
    language: Language | None = None,
    **more: Unpack[TraceFields],
) -> Trace:
    """Where the number of an indicator comes from: from an office that holds it down to what was reported.

    report (laporan)
        A `Report`, its document as a record, or an `Evaluation`, whose report and rules are taken.
    indicator (indikator)
        The id of the indicator.
    office (unit_kerja)
        The id of the office where it begins; without one, the highest that holds the indicator.
    rules, overrides, language
        As in `evaluate()`.

    Raises `LkipError` as `evaluate()` does, and `unknown_reference` for an indicator or an office that there is not, and for
    an office that does not hold the indicator.

    Source: links and agreements of the document; each figure is told as its explanation tells it.

    >>> import lkip
    >>> trace = lkip.trace({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian",
    ...     "rules": "setda-kaltim-2021", "offices": [{"id": "biro", "name": "Biro"}],
    ...     "indicators": [{"id": "a", "name": "Kerja sama", "office": "biro", "target": "90", "realization": "100"}]}, "a")
    >>> [step.place for step in trace.steps]
    ['indicators.a', 'indicators.a.achievement', 'indicators.a.realization', 'indicators.a.target']
    """
    _require("trace", "report", report, more)
    _require("trace", "indicator", indicator, more)
    named = {
        "report": report,
        "indicator": indicator,
        "office": office,
        "rules": rules,
        "overrides": overrides,
        "language": language,
    }
    return _native.call("trace", _fields(_of_report(named), more))


def _is_frame(value: object) -> bool:
    """A data frame: it has columns by their names, or speaks Arrow, and is no record."""
    speaks = hasattr(value, "__arrow_c_stream__") or hasattr(value, "__arrow_c_array__")
    has_columns = hasattr(value, "columns") and hasattr(value, "__getitem__")
    return (speaks or has_columns) and not isinstance(value, Mapping)


def _table(columns: Any, beside: Mapping[str, object]) -> object:
    """A table as a record of columns, with what is said beside them."""
    record = cells(columns)
    if not isinstance(record, Mapping):
        return record
    return {**record, **{name: _listed(value) for name, value in beside.items() if value is not None}}


def audit(
    report: ReportLike | Evaluation | Frame | ArrowFrame = _MISSING,
    rules: Rules | None = None,
    *,
    columns: Columns | None = None,
    table: str | None = None,
    rows: Iterable[RowKind] | None = None,
    levels: Iterable[int] | None = None,
    polarity: Polarity | Iterable[Polarity] | None = None,
    style: Style | Mapping[str, Style] | None = None,
    overrides: Data | None = None,
    format: AuditFormat | None = None,
    language: Language | None = None,
    **more: Unpack[AuditFields],
) -> Audit:
    """What is wrong with the printed figures of a report, and why: every entry of its `printed` against what its inputs give.

    report (laporan)
        A `Report`, its document as a record, or an `Evaluation`, whose report and rules are taken. Or a data frame: then its
        columns are the table.
    columns (kolom)
        Instead of a report a table, straight from a spreadsheet: a list of cells (text or exact numbers, never floats) for
        each column, under `label` (uraian), `target`, `realization` (realisasi), `achievement` (capaian), `category`
        (kategori), `allocation` (pagu), `spending` (realisasi_anggaran), `absorption` (penyerapan), `remainder` (sisa) and
        `weight` (bobot); or a data frame with such columns, of pandas, polars, pyarrow, DuckDB or what else speaks Arrow.
    table, rows, levels, polarity, style
        What is said beside the columns: what the table is called; what each row is (`item`, `total`, `average`, `group`); how
        deep each stands; which way is good, for all rows or for each; how numbers are written, for all columns or by name.
    rules, overrides, language
        As in `evaluate()`. A table without rules is audited by those that its own figures show: `Audit.inference` says
        which choices were inferred, and what nothing decided.
    format
        What the audit is told as in `to_json()`: `data` (if nothing is said), `markdown` or `html`.
    more
        `include` lists the parts of `to_json()`: `receipt`, `entries`, `cells`, `same`; and the names in brackets are accepted too.

    What is expected of a figure is in its own unit. A malformed number in the print and a figure that the report does not
    have are findings, no errors. Raises `LkipError` as `evaluate()` does, for the document itself.

    Source: the rules of the report; causes are what reproduces the printed digits exactly.

    >>> import lkip
    >>> audit = lkip.audit({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian",
    ...     "rules": "setda-kaltim-2021", "indicators": [
    ...         {"id": "a", "name": "Indeks Kelembagaan", "target": "66,00", "realization": "68,14"},
    ...         {"id": "b", "name": "Indeks Kepuasan", "target": "77,10", "realization": "79,81"}],
    ...     "printed": [{"figure": "indicators.a.achievement", "text": "103,24", "table": "Tabel 3.3", "column": "%"},
    ...                 {"figure": "indicators.b.achievement", "text": "103,24", "table": "Tabel 3.3", "column": "%"}]})
    >>> for finding in audit.findings:
    ...     print(finding.label, finding.entries[0].text, finding.display, finding.diagnoses[0], sep="\\n")
    Capaian Indeks Kepuasan
    103,24
    103,51 %
    Sama dengan angka pada baris lain kolom yang sama (Capaian Indeks Kelembagaan): tampaknya tersalin.

    >>> audit = lkip.audit(columns={"pagu": ["26.513.460.600", "6.305.638.000"], "serapan": ["89,48", "81,04"],
    ...     "realisasi_anggaran": ["23.726.026.250", "5.053.485.566"]})
    >>> print(audit.inference)
    Pedoman tidak dinyatakan: dipakai permenpanrb-53-2014, dengan yang disimpulkan dari angka tercetak. \
Disimpulkan: Pembulatan persentase anggaran: dipotong (angka yang menentukan: 1).
    >>> audit.cell(1, "serapan").display, audit.cell(1, "serapan").diagnoses[0].cause
    ('80,14 %', 'transposed')
    """
    if columns is None and _is_frame(report):
        columns, report = report, _MISSING  # type: ignore[assignment]
    beside = {"table": table, "rows": rows, "levels": levels, "polarity": polarity, "style": style}
    named: dict[str, Any] = {"report": report, "rules": rules, "overrides": overrides, "format": format, "language": language}
    if columns is not None:
        named["columns"] = _table(columns, beside)
    elif "kolom" in more:
        more["kolom"] = _table(more["kolom"], beside)  # type: ignore[typeddict-item]
    else:
        _require("audit", "report", report, more)
        # A report has none of these, and the core says so.
        named.update(beside)
    return _native.call("audit", _fields(_of_report(named), more))


@overload
def measure(
    frame: FrameT,
    target: str | None = None,
    realization: str | None = None,
    *,
    polarity: Polarity | str | None = None,
    state: str | None = None,
    weight: str | None = None,
    rules: Rules,
    overrides: Data | None = None,
    by: str | Iterable[str] | None = None,
    places: int | Mapping[str, int] | None = None,
    style: Style | Mapping[str, Style] | None = None,
    exact: bool = False,
    progress: bool | Callable[[int, int], object] | None = None,
    threads: int | None = None,
    language: Language | None = None,
) -> FrameT: ...
@overload
def measure(
    frame: Mapping[str, Any],
    target: str | None = None,
    realization: str | None = None,
    *,
    polarity: Polarity | str | None = None,
    state: str | None = None,
    weight: str | None = None,
    rules: Rules,
    overrides: Data | None = None,
    by: str | Iterable[str] | None = None,
    places: int | Mapping[str, int] | None = None,
    style: Style | Mapping[str, Style] | None = None,
    exact: bool = False,
    progress: bool | Callable[[int, int], object] | None = None,
    threads: int | None = None,
    language: Language | None = None,
) -> dict[str, Any]: ...
def measure(
    frame: Any,
    target: str | None = None,
    realization: str | None = None,
    *,
    polarity: Polarity | str | None = None,
    state: str | None = None,
    weight: str | None = None,
    rules: Rules,
    overrides: Data | None = None,
    by: str | Iterable[str] | None = None,
    places: int | Mapping[str, int] | None = None,
    style: Style | Mapping[str, Style] | None = None,
    exact: bool = False,
    progress: bool | Callable[[int, int], object] | None = None,
    threads: int | None = None,
    language: Language | None = None,
) -> Any:
    """The achievement (capaian) of every row of a data frame, or the averages of groups of rows.

    Every row is what `achievement()` gives for it alone, computed in integers: exact to the last digit, and faster than
    with floats.

    frame
        A data frame of pandas or polars, a table of pyarrow or DuckDB, anything that speaks Arrow
        (`__arrow_c_stream__`), or a mapping of columns: NumPy arrays, Arrow arrays, Series, or lists of `int`, `Decimal`,
        `str` and None. The answer is of the same kind, with all columns, rows and indexes in their order, and the new
        columns `percent` (decimal), `category`, `outcome` and `reason` (texts); of a mapping, a dict whose new columns
        are `MeasuredColumn`s.
    target, realization, polarity, state, weight
        The headings of these columns. Where they are not named, usual headings are recognized, in Indonesian and
        English: `Target 2021`, `realisasi_tahunan`, `Polaritas`. `polarity` may also be one word for all rows, such as
        `"lower"`; without any, higher is better. `state` says what became of realizations that are missing.
    rules, overrides, language
        As in `achievement()`.
    by
        A heading or several: then the answer has one row for each group, in the order in which they first appear, with
        the average by the rules in `percent`, and how many rows there are (`total`), count (`used`) and count as zero
        (`as_zero`). Rows without a key are a group of their own.
    places
        How many decimal places the numbers of columns of floats have, for all or by heading. Floats are refused without:
        98.4 as a float is no decimal until someone says which. Each float must be the nearest one to a decimal of so many
        places; NaN is nothing. 32 bits tell decimals of less than 8,388,608 units apart; a larger number is `too_large`.
    style
        How columns of texts write numbers, for all or by heading; without it, found over each column. A cell that cannot
        be read is a `reason` of its row (`unreadable`), and no error.
    exact
        Whether there is also a column `exact`, with the percentage before rounding as text: `"984/7"`. Each row then takes
        as long as alone.
    progress
        A function that is called with how many rows are done and how many there are; False for no bar. Without it, tqdm
        shows one for long work, where it is installed.
    threads
        How many threads work on long columns; without it, as many as there are processors.

    Raises `LkipError` for the call as a whole: columns that are not found, found twice or of unequal length, floats without
    `places`, words that are no polarity; of wrong cells the first ten are named. Nothing is overwritten: a frame that has a
    column `percent` already is refused. Raises `TypeError` for what is no frame, or no column of numbers or texts.

    Source: the formulas and their sources are those of the rule set.

    >>> import lkip
    >>> table = {"Biro": ["Umum", "Hukum", "Umum"], "Target": ["70", "100", "95"], "Realisasi": ["98,40", "-", "87,50"]}
    >>> made = lkip.measure(table, rules="biro-umum-ntt-2021")
    >>> made["percent"]
    MeasuredColumn(percent: Decimal('140.57'), None, Decimal('92.10'))
    >>> list(made["reason"])
    [None, 'not_measured', None]
    >>> groups = lkip.measure(table, by="Biro", rules="biro-umum-ntt-2021")
    >>> groups["Biro"], groups["used"].to_list(), groups["total"].to_list()
    (['Umum', 'Hukum'], [2, 0], [2, 1])
    """
    if threads is not None and threads < 1:
        raise ValueError(f"threads must be at least 1, not {threads}")
    way = adapter(frame)
    bar = Bar() if progress is None or progress is True else None
    named = {
        "target": target,
        "realization": realization,
        "polarity": polarity,
        "state": state,
        "weight": weight,
        "by": [by] if isinstance(by, str) else list(by or ()),
        "places": places,
        "style": style,
        "exact": exact,
        "progress": bar or progress or None,
        "threads": threads,
    }
    fields = _fields({"rules": rules, "overrides": overrides, "language": language}, {})
    try:
        made, first, shared = _native._measure(way.headings(), way.column, fields, named)
    finally:
        if bar is not None:
            bar.close()
    return way.groups(shared, first, made) if named["by"] else way.beside(made)


def required_realization(
    target: Target | None = None,
    *,
    percent: Number | None = None,
    category: str | None = None,
    rules: Rules | None = None,
    polarity: Polarity | None = None,
    places: int | None = None,
    so_far: Iterable[Number] | None = None,
    quarters_left: int | None = None,
    consolidation: Consolidation | None = None,
    report: ReportLike | Evaluation | None = None,
    indicator: str | None = None,
    overrides: Data | None = None,
    style: Style | None = None,
    language: Language | None = None,
    **more: Unpack[RequiredFields],
) -> Required:
    """What realization reaches a percentage or a category, and what the quarters that are left must bring.

    `target` and the answer are in the indicator's own unit.

    target (rencana)
        As in `achievement()`.
    percent (capaian), category (kategori)
        What is wanted: at least this percentage as it is reported, or this category (its code) or a better one.
    rules (pedoman), polarity (polaritas), overrides, style, language
        As in `achievement()`.
    places (desimal)
        How many decimal places a realization has; without it, as the rules round.
    so_far (sejauh_ini), quarters_left (sisa_triwulan), consolidation (akumulasi)
        The realizations of earlier quarters, how many quarters are left, and how quarters make the year.
    report (laporan), indicator (indikator)
        Instead of all these: a `Report`, a record or an `Evaluation`, and the id of one of its indicators.

    Raises `LkipError` for what cannot be read, `percent_or_category` unless exactly one is given, and `scale_missing`
    where a category is wanted of rules without a scale. What cannot be reached is no error: `reason` says so.

    Source: the formulas of the rule set, solved for the realization.

    >>> import lkip
    >>> required = lkip.required_realization("100", percent="100", rules="setda-kaltim-2021",
    ...     so_far=["10", "20"], quarters_left=2, consolidation="sum")
    >>> required, required.low_exact, required.remaining
    (Required(low 100.00), Fraction(19999, 200), Remaining(together 13999/200))
    """
    named = {
        "target": target,
        "percent": percent,
        "category": category,
        "rules": rules,
        "polarity": polarity,
        "places": places,
        "so_far": _listed(so_far),
        "quarters_left": quarters_left,
        "consolidation": consolidation,
        "report": report,
        "indicator": indicator,
        "overrides": overrides,
        "style": style,
        "language": language,
    }
    return _native.call("required_realization", _fields(_of_report(named), more))


def rule_sets(*, language: Language | None = None, **more: Unpack[Fields]) -> RuleSets:
    """The built-in rule sets: a sequence that also finds by id.

    >>> import lkip
    >>> "setda-kaltim-2021" in lkip.rule_sets()
    True
    """
    return _native.call("rule_sets", _fields({"language": language}, more))


def rule_set(
    rules: Rules = _MISSING, *, overrides: Data | None = None, language: Language | None = None, **more: Unpack[Fields]
) -> RuleSet:
    """One rule set, checked: of the catalogue, of your own, or one with some rules replaced.

    rules (pedoman)
        The id of a built-in set, the fields of your own (also `{"based_on": id, ...}` with what differs), or a
        `RuleSet`.
    overrides (pengganti)
        Rules to replace: `{"rounding": {"mode": "truncate", "places": 2}}`.

    Raises `LkipError` with every mistake at once: unknown and missing fields, gaps and overlaps of the scale,
    contradictions.

    >>> import lkip
    >>> ours = {"based_on": "setda-kaltim-2021", "id": "biro-kami", "version": "1", "scale": "ntt-85-70-55",
    ...         "title": {"id": "Biro kami", "en": "Our bureau"}, "citations": [], "valid": None}
    >>> lkip.achievement("70", "98,40", rules=lkip.rule_set(ours))
    Achievement(140.57 %, 'Sangat Berhasil')
    """
    _require("rule_set", "rules", rules, more)
    return _native.call("rule_set", _fields({"rules": rules, "overrides": overrides, "language": language}, more))


def scales(*, language: Language | None = None, **more: Unpack[Fields]) -> Scales:
    """The built-in scales: a sequence that also finds by id.

    >>> import lkip
    >>> lkip.scales()["sakip-predicate"].labels
    ('AA', 'A', 'BB', 'B', 'CC', 'C', 'D')
    """
    return _native.call("scales", _fields({"language": language}, more))


def scale(scale: ScaleLike = _MISSING, *, language: Language | None = None, **more: Unpack[Fields]) -> Scale:
    """One scale, checked: of the catalogue or of your own.

    scale (skala)
        The id of a built-in scale, the fields of your own, or a `Scale`.

    Raises `LkipError` with every gap, overlap and contradiction at once.

    >>> import lkip
    >>> lkip.scale("itkp")
    Scale('itkp', version '1': Sangat Baik > Baik > Cukup > Kurang)
    """
    _require("scale", "scale", scale, more)
    return _native.call("scale", _fields({"scale": scale, "language": language}, more))


def codes(*, language: Language | None = None, **more: Unpack[Fields]) -> Codes:
    """Every code of `LkipError`, of `Reason`, of `Finding` and of `CascadeFinding`, with its meaning and its messages in both
    languages.

    >>> import lkip
    >>> lkip.codes().errors[0]
    CodeInfo('not_a_number')
    """
    return _native.call("codes", _fields({"language": language}, more))


def answer(call: Data) -> dict[str, Any]:
    """Answers a call in plain data; the same in every language of lkip.

    `call` is a record whose `op` names the operation and whose other fields are those of its function. Numbers
    of the answer are strings. Does not raise `LkipError`: what is wrong is an answer too.

    >>> import lkip
    >>> lkip.answer({"op": "achievement", "target": "0", "realisasi": "5", "rules": "setda-kaltim-2021",
    ...              "include": []})["outcome"]
    'not_computable'
    """
    return _native.answer(call)


def answer_json(call: str) -> str:
    """Answers a call in JSON, in JSON: the same bytes in every language of lkip.

    >>> import lkip
    >>> lkip.answer_json('{"op": "in_words", "value": "12"}')
    '{"outcome":"computed","text":"dua belas"}'
    """
    return _native.answer_json(call)
