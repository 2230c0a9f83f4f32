"""A typed program that uses lkip. mypy (strict) and pyright accept it, and refuse what is marked as wrong.

A mark that is not needed is an error too, so every line that is said to be wrong is known to be wrong.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

from typing_extensions import assert_type

import lkip
from lkip.types import Item, Kind, Polarity

# --- A figure and its parts.

figure = lkip.achievement("70", "98,40", rules="setda-kaltim-2021")
assert_type(figure, lkip.Achievement)
assert_type(figure.percent, "Decimal | None")
assert_type(figure.exact, "Fraction | None")
assert_type(figure.met, "bool | None")
assert_type(figure.category, "lkip.Category | None")
assert_type(figure.explanation.children, tuple[lkip.Explanation, ...])
assert_type(figure.receipt.rules_fingerprint, str)
assert_type(figure.explain(language="en", tree=True), str)

# --- The names of the forms are names of fields here too.

assert_type(lkip.achievement(rencana="7", realisasi="6,5", polaritas="turun", pedoman="bkd-ntt-2021"), lkip.Achievement)
assert_type(lkip.achievement({"low": 80, "high": 90}, Decimal("92"), rules=lkip.rule_set("bkd-ntt-2021")), lkip.Achievement)

# --- Averages, categories, numbers.

polarity: Polarity = "lower"
items: list[Item] = [figure, Decimal("90.5"), {"label": "Kedua", "target": "7", "realization": "6,5", "polarity": polarity}]
average = lkip.average(items, rules="setda-kaltim-2021", include=["items"])
assert_type(average, lkip.Average)
assert_type(average.items[0].figure, "lkip.Achievement | lkip.Average | None")
assert_type(average.left_out, tuple[lkip.LeftOut, ...])
assert_type(lkip.average((figure for _ in range(2)), rules="setda-kaltim-2021").used, int)

assert_type(lkip.classify(90, scale="sakip-predicate"), lkip.Category)
assert_type(lkip.read_number("3,0885 *)").footnote, "str | None")
for cell in lkip.read_numbers(["1", "2", None]):
    assert_type(cell, "lkip.Reading | lkip.LkipError")
assert_type(lkip.write_number(Decimal("98.40"), form="percent"), str)
assert_type(lkip.in_words(12), str)
assert_type([rules.id for rules in lkip.rule_sets()], list[str])
assert_type(lkip.scales()["sakip-predicate"], lkip.Scale)
assert_type(lkip.codes().errors[0].en, str)
assert_type(lkip.answer_json("{}"), str)


# --- Reports.

report = lkip.Report({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "rules": "bkd-ntt-2021"})
assert_type(report, lkip.Report)
assert_type(report.rules, "lkip.RuleSet | None")
evaluation = lkip.evaluate(report, overrides={"rounding": {"places": 1}})
assert_type(evaluation["report.average"].value, "Decimal | None")
assert_type(evaluation.get("report.average"), "lkip.Figure | None")
assert_type(evaluation.get("report.average", 0), "lkip.Figure | int")
kinds: list[Kind] = ["achievement", "average"]
assert_type(evaluation.select(kinds, under="objectives.s1"), tuple[lkip.Figure, ...])
for one in evaluation:
    assert_type(one.exact, "Fraction | None")
    assert_type(one.explanation, lkip.Explanation)
assert_type([found.code for found in evaluation.findings], list[str])
change = lkip.what_if(evaluation, {"indicators.a.realization": Decimal("95.00"), "indicators.b.target": None})
assert_type(change.evaluation, lkip.Evaluation)
assert_type(change.changed[0].before_outcome, "Literal['computed', 'not_applicable', 'not_computable'] | None")
assert_type(lkip.figure(report, "report.average").used, "int | None")
for table in lkip.tables(evaluation, ["achievement"], format="csv"):
    assert_type(table.rows[0].cells, tuple[str, ...])
    assert_type(table.to_markdown("en"), str)
audit = lkip.audit(evaluation, format="html", include=["entries"])
assert_type(audit.findings[0].entries, tuple[lkip.AuditEntry, ...])
assert_type(audit.findings[0].expected, "Decimal | str | None")
assert_type(audit.entries[0].diagnoses[0].corrected, "Decimal | None")
assert_type(audit.conventions[0].declared, "str | None")
assert_type(audit.to_markdown("en"), str)
chart = lkip.chart(evaluation, "quarters", "iku-1", language="en")
assert_type(chart, lkip.Chart)
assert_type([point.value for point in chart["target"].points], "list[Decimal | None]")
assert_type([(band.low, band.high) for band in chart.bands], "list[tuple[Decimal | None, Decimal | None]]")
lkip.chart(report, "pie")  # type: ignore[arg-type]
lkip.chart(laporan=report, grafik="capaian", bahasa="en")
assert_type(lkip.plot.quarters(evaluation, "iku-1", ax=lkip.plot.budget(evaluation, language="en")), "Axes")
lkip.plot.quarters(evaluation)  # type: ignore[call-arg]
lkip.plot.achievements(evaluation, language="fr")  # type: ignore[arg-type]

cascade = lkip.cascade(evaluation, office="biro", format="svg", tables=["cascade_matrix"], include=["offices"])
assert_type(cascade.findings[0].severity, "Literal['problem', 'notice']")
assert_type(cascade.findings[0].offices, tuple[lkip.Party, ...])
assert_type(cascade.offices[0].score, "lkip.Figure | None")
assert_type(cascade.offices[0].indicators[0].adopted_by, tuple[str, ...])
assert_type(cascade.budgets[0].programs[0].below[0].amount, Decimal)
assert_type(cascade.budgets[0].difference, "Decimal | None")
assert_type(cascade.revisions[0].changes[0].before, "str | None")
assert_type(cascade.tables["cascade_matrix"].to_records(), "list[dict[str, Decimal | str | int | None]]")
assert_type(cascade.svg("biro", "en"), str)
assert_type(cascade.page("biro").facts, tuple[str, ...])
assert_type(cascade.trace("a", "biro").steps[0].link, "Literal['adopts', 'component', 'contributes'] | None")
assert_type(lkip.office(report, "biro", format="html"), lkip.OfficePage)
assert_type(lkip.trace(laporan=report, indikator="a", unit_kerja="biro"), lkip.Trace)
assert_type(lkip.codes().cascade[0].advice_en, str)
needed = lkip.required_realization("80", percent="100", rules="bkd-ntt-2021", so_far=(n for n in range(2)))
assert_type(needed.remaining, "lkip.Remaining | None")
assert_type(lkip.evaluate(laporan=report, pedoman="bkd-ntt-2021"), lkip.Evaluation)


def told(error: lkip.LkipError) -> str:
    assert_type(error.errors, tuple[lkip.LkipError, ...])
    return f"{error.code} {error.path} {error.message}"


def label(of: lkip.Achievement) -> str:
    """Structural patterns narrow."""
    match of:
        case lkip.Achievement("computed", Decimal() as percent, lkip.Category(label=str() as name)):
            return f"{percent} {name}"
        case lkip.Achievement(reason=lkip.Reason(code)):
            return code
        case _:
            return ""


# --- What is wrong. Nothing of this is run.

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    lkip.achievement("70", 98.4, rules="setda-kaltim-2021")  # type: ignore[call-overload]
    lkip.achievement("70", "98,40")  # type: ignore[call-overload]
    lkip.achievement("70", "98,40", rules="x", polarity="upward")  # type: ignore[call-overload]
    lkip.achievement("70", realisation="98,40", rules="x")  # type: ignore[call-overload]
    lkip.average([90.5], rules="x")  # type: ignore[list-item]
    lkip.average("90", rules="x")  # type: ignore[arg-type]
    lkip.classify(figure.percent, scale="itkp")  # type: ignore[arg-type]
    lkip.classify(90, scala="itkp")  # type: ignore[call-arg]
    lkip.write_number(1, style="german")  # type: ignore[arg-type]
    lkip.read_number("1", language="fr")  # type: ignore[arg-type]
    lkip.evaluate(1.5)  # type: ignore[arg-type]
    lkip.evaluate(report, kinds=["capaian"])  # type: ignore[list-item]
    lkip.what_if(report, {"indicators.a.realization": 1.5})  # type: ignore[dict-item]
    lkip.figure(report, 1)  # type: ignore[arg-type]
    lkip.cascade(report, tables=["matrix"])  # type: ignore[list-item]
    lkip.cascade(report, format="png")  # type: ignore[arg-type]
    lkip.office(report, 1)  # type: ignore[arg-type]
    cascade.page()  # type: ignore[call-arg]
    evaluation.select(kind="capaian")  # type: ignore[arg-type]
    evaluation["report.average"].value + 1  # type: ignore[operator]
    lkip.Report(1.5)  # type: ignore[arg-type]
    figure.percent = Decimal(1)  # type: ignore[misc]
    figure.percentage  # type: ignore[attr-defined]
    average.percent + 1  # type: ignore[operator]

    class Mine(lkip.Achievement): ...  # type: ignore[misc]

# --- Frames come back as what they were.


class Frame:
    """Of another library."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...


assert_type(lkip.measure(Frame(), "Target", rules="bkd-ntt-2021", by=["Biro"], places={"Target": 2}), Frame)
made = lkip.measure({"target": [1], "realisasi": ["1"]}, rules="bkd-ntt-2021", polarity="lower", progress=False)
assert_type(made, "dict[str, Any]")
assert_type(lkip.rule_set("bkd-ntt-2021").percent("325", Decimal(283)), "Decimal | None")
lkip.measure({"target": [1]}, rules="bkd-ntt-2021", places=2.5)  # type: ignore[call-overload]
lkip.measure(Frame(), rules="bkd-ntt-2021", style="indonesia")  # type: ignore[call-overload]
