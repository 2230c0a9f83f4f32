"""What all objects have in common: frozen, equal by value, hashable, picklable, and good to look at."""

from __future__ import annotations

import copy
import html.parser
import inspect
import pickle
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

import pytest

import lkip

REPORT: dict[str, Any] = {
    "schema": "lkip/1",
    "title": "Contoh",
    "period": {"year": 2021},
    "style": "indonesian",
    "rules": "biro-umum-ntt-2021",
    "objectives": [{"id": "s", "name": "Sasaran"}],
    "indicators": [
        {"id": "a", "name": "A", "objective": "s", "unit": "%", "target": Decimal("70.00"), "realization": "98,40 *)"},
        {"id": "b", "name": "B", "target": 0, "realization": Decimal("1.250")},
    ],
    "budget": [{"id": "p", "name": "P", "objective": "s", "allocation": 7, "spending": 8}],
    "supporting": [{"id": "root", "name": "Akar", "formula": {"kind": "geometric_mean", "of": [2, 3]}}],
    "offices": [{"id": "biro", "name": "Biro", "level": "biro"}, {"id": "bagian", "name": "Bagian", "level": "bagian", "parent": "biro"}],
    "agreements": [
        {"id": "pk", "office": "biro", "indicators": [{"indicator": "a", "target": 70}], "programs": [{"budget": "p", "allocation": 7}], "total": 7},
        {"id": "pk-2", "office": "biro", "version": 2, "indicators": [{"indicator": "a", "target": 80}], "programs": [{"budget": "p", "allocation": 8}], "total": 8},
        {"id": "pk-3", "office": "bagian", "indicators": [{"indicator": "a", "target": 80}], "programs": [{"budget": "p", "allocation": 6}], "total": 6},
    ],
    "printed": [
        {"figure": "indicators.a.achievement", "text": "140,75", "table": "Tabel 1"},
        {"figure": "indicators.a.achievement", "text": "140,57", "table": "Tabel 2"},
        {"figure": "budget.p.absorption", "text": "114,28", "table": "Tabel 2"},
    ],
}
EVIL = '<script>alert("&")</script>'


def objects() -> dict[str, Any]:
    """An object of every class, some in several states."""
    biro = lkip.rule_set("biro-umum-ntt-2021")
    changed = lkip.rule_set(biro, overrides={"rounding": {"mode": "half_up"}, "scale": "sakip-predicate"})
    a = lkip.achievement("70", "98,40 *)", rules=biro, carried_from=2018)
    empty = lkip.achievement("0", Decimal("1.250"), rules=changed, language="en")
    group = lkip.average([a, {"label": "b", "percent": empty, "weight": 2}, Decimal("1.50")], rules="bkd-ntt-2021")
    nested = lkip.average([group, {"items": [{"percent": "3"}]}], rules=changed)
    column = lkip.read_numbers(["1,5", "90 00", "2-3"])
    outside = lkip.classify(101, scale=lkip.scale("sakip-predicate"))
    report = lkip.Report(REPORT)
    evaluation = lkip.evaluate(report)
    change = lkip.what_if(evaluation, {"indicators.a.realization": "35", "indicators.b.target": None})
    tables = lkip.tables(evaluation)
    chart = lkip.chart(REPORT, "achievements", rules="bkd-ntt-2021")
    audit = lkip.audit(evaluation)
    table = lkip.audit(columns={"label": ["A", "A"], "target": ["90", "x"], "realization": ["95", "1"], "achievement": ["105,55", "1"]})
    cascade = lkip.cascade(evaluation)
    branch = lkip.cascade(REPORT, changed, office="bagian", format="svg", tables=["cascade_matrix"], include=["offices"], language="en")
    page, trace = cascade.page("biro", "en"), cascade.trace("a", "bagian")
    required = lkip.required_realization("80", percent="100", rules=biro, so_far=["1"], quarters_left=2)
    beyond = lkip.required_realization("80", percent="110", polarity="on_target", rules="setda-kaltim-2021", quarters_left=0)
    found: dict[str, Any] = {
        "report": report,
        "report without rules": lkip.Report({**REPORT, "rules": None, "period": {"year": 2021, "quarter": 2}}),
        "evaluation": evaluation,
        "evaluation of some": lkip.evaluate(REPORT, changed, kinds=["achievement"], figures=["indicators"], language="en"),
        "figure of a report": evaluation["indicators.a.achievement"],
        "figure by itself": lkip.figure(REPORT, "indicators.a.achievement", language="en"),
        "figure without a value": evaluation["indicators.b.achievement"],
        "figure that is a root": evaluation["supporting.root"],
        "average of a report": evaluation["objectives.s.average"],
        "category of a figure": evaluation["indicators.a.achievement"].category,
        "reason of a figure": evaluation["indicators.b.achievement"].reason,
        "explanation of a figure": evaluation["objectives.s.average"].explanation,
        "finding": evaluation.findings[0],
        "change": change,
        "evaluation of a change": change.evaluation,
        "changed": change.changed[0],
        "changed and gone": change.changed[2],
        "tables": tables,
        "table": tables["achievement"],
        "column of a table": tables["achievement"].columns[-1],
        "row of a table": tables["achievement"].rows[1],
        "chart": chart,
        "chart of quarters": lkip.chart(REPORT, "quarters", "a", language="en"),
        "axis of a chart": chart.axis,
        "item of a chart": chart.items[0],
        "series of a chart": chart.series[0],
        "point of a chart": chart.series[0].points[0],
        "point without a value": chart["achievement"].points[1],
        "reason of a point": chart["achievement"].points[1].reason,
        "band of a chart": chart.bands[0],
        "line of a chart": chart.lines[0],
        "audit": audit,
        "audit in markdown": lkip.audit(REPORT, format="markdown", include=["same"], language="en"),
        "finding of an audit": audit.findings[0],
        "entry of an audit": audit.entries[0],
        "diagnosis": audit.findings[0].diagnoses[0],
        "printed twice": audit.same[0],
        "convention": audit.conventions[0],
        "audit of a table": table,
        "cell of a table": table.cells[0],
        "cell that cannot be read": table.cell(1, "target"),
        "note on a table": table.notes[0],
        "inference": table.inference,
        "inferred": table.inference and table.inference.inferred[0],
        "cascade": cascade,
        "branch of a cascade": branch,
        "evaluation of a cascade": cascade.evaluation,
        "finding of a cascade": cascade.findings[0],
        "party": cascade.findings[0].offices[0],
        "office of a cascade": cascade.offices[1],
        "office of a branch": branch.offices[0],
        "held indicator": cascade.offices[0].indicators[0],
        "figure of an office": cascade.offices[0].score,
        "budget check": cascade.budgets[0],
        "program check": cascade.budgets[0].programs[0],
        "budget share": cascade.budgets[0].below[0],
        "party of a budget": cascade.budgets[0].office,
        "revision": cascade.revisions[0],
        "revision change": cascade.revisions[0].changes[0],
        "table of a cascade": cascade.tables["cascade_matrix"],
        "page of an office": page,
        "page by itself": lkip.office(REPORT, "bagian", format="markdown", overrides={"rounding": {"places": 1}}),
        "table of a page": page.tables[0],
        "trace": trace,
        "trace by itself": lkip.trace(REPORT, "a", language="en"),
        "trace step": trace.steps[1],
        "required": required,
        "beyond reach": beyond,
        "remaining": required.remaining,
        "none remaining": beyond.remaining,
        "code of a finding": lkip.codes().findings[0],
        "achievement": a,
        "achievement without a figure": empty,
        "achievement of changed rules": lkip.achievement(3, 2, rules=changed),
        "carried forward": a.carried_forward,
        "average": group,
        "average of averages": nested,
        "item": group.items[0],
        "item without a value": group.items[1],
        "figure of an item": group.items[1].figure,
        "figure of a group": nested.items[0].figure,
        "left out": group.left_out[0],
        "category": a.category,
        "no category": outside,
        "reason": empty.reason,
        "reason of a category": outside.reason,
        "explanation": a.explanation,
        "step of an explanation": nested.explanation.children[0].children[0],
        "input": a.explanation.inputs[0],
        "source": a.explanation.sources[0],
        "rounding": a.explanation.rounding,
        "receipt": a.receipt,
        "reading": lkip.read_number("3,0885 *)"),
        "cell": column.cells[2],
        "column": column,
        "rule set": biro,
        "changed rule set": changed,
        "scale": biro.scale,
        "citation": biro.citations[0],
        "rule sets": lkip.rule_sets(),
        "scales": lkip.scales(),
        "codes": lkip.codes(),
        "code of an error": lkip.codes().errors[0],
        "code of a reason": lkip.codes().reasons[0],
        "code of a cascade": lkip.codes().cascade[0],
    }
    return found


OBJECTS = objects()
every_object = pytest.mark.parametrize("name", OBJECTS)


def test_every_class_is_here() -> None:
    classes = {getattr(lkip, name) for name in lkip.__all__ if inspect.isclass(getattr(lkip, name))}
    # Columns are no figures: test_measure.py has them.
    assert {type(thing) for thing in OBJECTS.values()} == classes - {lkip.LkipError, lkip.MeasuredColumn, lkip.MeasuredTable}


@every_object
def test_equal_by_value(name: str) -> None:
    one, other = OBJECTS[name], objects()[name]
    assert one is not other and one == other and hash(one) == hash(other) and repr(one) == repr(other)
    assert one != "x" and one != 5
    assert all(one != thing for thing in OBJECTS.values() if type(thing) is not type(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (lkip.achievement(3, 2, rules="bkd-ntt-2021"), lkip.achievement(3, 1, rules="bkd-ntt-2021")),
        (lkip.achievement(4, 2, rules="bkd-ntt-2021"), lkip.achievement(2, 1, rules="bkd-ntt-2021")),
        (lkip.achievement(4, 2, rules="bkd-ntt-2021"), lkip.achievement(4, 2, rules="setda-kaltim-2021")),
        (lkip.classify(90, scale="sakip-predicate"), lkip.classify(91, scale="sakip-predicate")),
        (lkip.read_number("1,5"), lkip.read_number("1,5 %")),
        (lkip.rule_sets()[0], lkip.rule_sets()[1]),
        (lkip.scales()[0], lkip.scales()[1]),
        (lkip.Report(REPORT), lkip.Report({**REPORT, "title": "Lain"})),
        (lkip.evaluate(REPORT), lkip.evaluate(REPORT, "setda-kaltim-2021")),
        (lkip.evaluate(REPORT), lkip.evaluate(REPORT, language="en")),
        (lkip.figure(REPORT, "report.average"), lkip.figure(REPORT, "objectives.s.average")),
        (lkip.figure(REPORT, "report.average"), lkip.figure(REPORT, "report.average", rules="setda-kaltim-2021")),
        (lkip.what_if(REPORT, {"budget.p.spending": 1}), lkip.what_if(REPORT, {"budget.p.spending": 2})),
        (lkip.chart(REPORT, "achievements"), lkip.chart(REPORT, "budget")),
        (lkip.chart(REPORT, "achievements"), lkip.chart(REPORT, "achievements", language="en")),
        (lkip.chart(REPORT, "quarters", "a"), lkip.chart(REPORT, "quarters", "b")),
        (lkip.cascade(REPORT), lkip.cascade(REPORT, "setda-kaltim-2021")),
        (lkip.cascade(REPORT), lkip.cascade(REPORT, language="en")),
        (lkip.cascade(REPORT), lkip.cascade(REPORT, office="bagian")),
        (lkip.cascade(REPORT), lkip.cascade(REPORT, format="text")),
        (lkip.cascade(REPORT), lkip.cascade(REPORT, include=[])),
        (lkip.cascade(REPORT), lkip.cascade(REPORT, tables=["cascade_matrix"])),
        (lkip.office(REPORT, "biro"), lkip.office(REPORT, "bagian")),
        (lkip.office(REPORT, "biro"), lkip.office(REPORT, "biro", format="html")),
        (lkip.office(REPORT, "biro"), lkip.office(REPORT, "biro", rules="setda-kaltim-2021")),
        (lkip.trace(REPORT, "a"), lkip.trace(REPORT, "b")),
        (lkip.trace(REPORT, "a"), lkip.trace(REPORT, "a", "bagian")),
        (lkip.trace(REPORT, "a"), lkip.trace(REPORT, "a", language="en")),
        (lkip.average([Decimal(1)], rules="bkd-ntt-2021"), lkip.average([Decimal(2)], rules="bkd-ntt-2021")),
    ],
)
def test_unequal_where_anything_differs(one: Any, other: Any) -> None:
    assert one != other


@every_object
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickle(name: str, protocol: int) -> None:
    one = OBJECTS[name]
    again = pickle.loads(pickle.dumps(one, protocol))
    assert type(again) is type(one) and again == one and hash(again) == hash(one) and repr(again) == repr(one)
    if hasattr(one, "to_json"):
        assert again.to_json() == one.to_json()
    assert pickle.loads(pickle.dumps(again, protocol)) == one


def test_a_pickled_rule_set_still_tells_what_was_replaced() -> None:
    changed = pickle.loads(pickle.dumps(OBJECTS["changed rule set"]))
    assert changed.overridden == ("rounding", "scale")


@every_object
def test_copies_are_the_object_itself(name: str) -> None:
    one = OBJECTS[name]
    assert copy.copy(one) is one and copy.deepcopy(one) is one


@every_object
def test_frozen(name: str) -> None:
    one = OBJECTS[name]
    for attribute in [*public(one), "new"]:
        with pytest.raises((AttributeError, TypeError)):
            setattr(one, attribute, None)
        with pytest.raises((AttributeError, TypeError)):
            delattr(one, attribute)
    with pytest.raises(TypeError):
        type(one)()
    with pytest.raises(TypeError):
        type("Sub", (type(one),), {})


def public(one: Any) -> list[str]:
    return [name for name in dir(one) if not name.startswith("_")]


@every_object
def test_answers_are_copies(name: str) -> None:
    """Who changes what an object gave out does not change the object."""
    one = OBJECTS[name]
    for attribute in ("title", "data", "details", "note"):
        given = getattr(one, attribute, None)
        if isinstance(given, dict):
            given["changed"] = True
            assert "changed" not in getattr(one, attribute)
    for attribute in public(one):
        assert not isinstance(getattr(one, attribute), list)


@every_object
def test_documented(name: str) -> None:
    kind = type(OBJECTS[name])
    assert kind.__module__ == "lkip" and kind.__doc__
    for attribute in public(kind):
        assert getattr(kind, attribute).__doc__, f"{kind.__name__}.{attribute}"


@every_object
def test_match_args_are_attributes(name: str) -> None:
    for attribute in getattr(OBJECTS[name], "__match_args__", ()):
        assert hasattr(OBJECTS[name], attribute)


def test_patterns() -> None:
    match OBJECTS["achievement"]:
        case lkip.Achievement("computed", Decimal() as percent, lkip.Category("sangat_berhasil", label)):
            assert (str(percent), label) == ("140.57", "Sangat Berhasil")
        case _:
            pytest.fail("the figure is computed and has a category")
    match OBJECTS["achievement without a figure"]:
        case lkip.Achievement(outcome="not_computable", reason=lkip.Reason("zero_target")):
            pass
        case _:
            pytest.fail("the target is zero")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("achievement", "Achievement(140.57 %, 'Sangat Berhasil')"),
        ("achievement without a figure", "Achievement(not_computable: zero_target)"),
        ("carried forward", "CarriedForward(2018)"),
        ("average", "Average(71.03 %, 'Cukup Berhasil', 2 of 3)"),
        ("item without a value", "AverageItem('b', zero_target)"),
        ("left out", "LeftOut(1, zero_target)"),
        ("category", "Category('Sangat Berhasil', rank 1 of 4)"),
        ("no category", "Category(not_computable: outside_scale)"),
        ("reason", "Reason('zero_target')"),
        ("input", "Input('realization', '98,40')"),
        ("rounding", "Rounding(truncate to 2: 140.571428… -> 140.57)"),
        ("reading", "Reading(3.0885 *))"),
        ("column", "Column(3 cells, indonesian, 1 refused)"),
        ("rule set", "RuleSet('biro-umum-ntt-2021', version '1')"),
        ("changed rule set", "RuleSet('biro-umum-ntt-2021', version '1', replaced: rounding, scale)"),
        ("code of an error", "CodeInfo('not_a_number')"),
        ("report", "Report('Contoh', 2021, 2 indicators)"),
        ("report without rules", "Report('Contoh', 2021 Q2, 2 indicators)"),
        ("evaluation of some", "Evaluation('Contoh', 'biro-umum-ntt-2021', 2 figures, 1 finding)"),
        ("figure of a report", "Figure('indicators.a.achievement', 140.57 %, 'Sangat Berhasil')"),
        ("figure without a value", "Figure('indicators.b.achievement', not_computable: zero_target)"),
        ("finding", "Finding('overspent', 'budget.p.absorption')"),
        ("changed", "Changed('indicators.a.realization', 98.40 % -> 35 %)"),
        ("changed and gone", "Changed('indicators.b.target', 0 -> None)"),
        ("beyond reach", "Required(not_computable: out_of_reach)"),
        ("none remaining", "Remaining(not_computable: out_of_reach)"),
    ],
)
def test_repr(name: str, shown: str) -> None:
    assert repr(OBJECTS[name]) == shown


class Page(html.parser.HTMLParser):
    """Well-formed HTML, its tags and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.languages: list[str | None] = []
        self.text = ""
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.tags.append(tag)
        self.languages += [value for name, value in attrs if name == "lang"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.text += data


def test_html_of_figures() -> None:
    for name in ("achievement", "average"):
        figure = OBJECTS[name]
        page = Page(figure._repr_html_())
        assert page.tags == ["div", "p", "strong", "details", "summary", "pre", "style"] and page.languages == ["id"]
        assert figure.display in page.text and figure.category.label in page.text
        assert figure.line in page.text and figure.explain(tree=True) in page.text
    empty = OBJECTS["achievement without a figure"]
    page = Page(empty._repr_html_())
    assert page.languages == ["en"] and str(empty.reason) in page.text and "strong" not in page.tags


@every_object
def test_html_is_well_formed(name: str) -> None:
    if hasattr(OBJECTS[name], "_repr_html_"):
        assert Page(OBJECTS[name]._repr_html_()).text


def test_html_of_reports() -> None:
    page = Page(OBJECTS["report"]._repr_html_())
    assert page.tags[:3] == ["div", "table", "caption"] and "Indikator2" in page.text and "Contoh" in page.text
    evaluation = OBJECTS["evaluation"]
    page = Page(evaluation._repr_html_())
    assert page.tags.count("table") == 2 and page.tags.count("caption") == 2 and set(page.languages) == {"id"}
    for key in ("indicators.a.target", "indicators.a.realization", "indicators.a.achievement", "objectives.s.average"):
        assert evaluation[key].display in page.text
    finding = evaluation.findings[0]
    assert finding.message.removeprefix(f"{finding.name} ({finding.figure}): ") in page.text
    assert finding.name in page.text and finding.figure in page.text
    assert set(Page(OBJECTS["evaluation of some"]._repr_html_()).languages) == {"en"}
    page = Page(OBJECTS["audit"]._repr_html_())
    assert OBJECTS["diagnosis"].message in page.text and set(page.languages) == {"id"}
    assert OBJECTS["table"].title in Page(OBJECTS["tables"]._repr_html_()).text
    figure = OBJECTS["figure of a report"]
    page = Page(figure._repr_html_())
    assert figure.display in page.text and figure.category.label in page.text and figure.explain(tree=True) in page.text
    assert OBJECTS["changed"].after_display in Page(OBJECTS["change"]._repr_html_()).text
    page = Page(OBJECTS["finding of an audit"]._repr_html_())
    assert OBJECTS["diagnosis"].message in page.text and OBJECTS["finding of an audit"].label in page.text
    assert OBJECTS["finding"].message in Page(OBJECTS["finding"]._repr_html_()).text
    assert OBJECTS["required"].explain() in Page(OBJECTS["required"]._repr_html_()).text
    chart = OBJECTS["chart"]
    page = Page(chart._repr_html_())
    assert chart.title in page.text and all(point.display in page.text for series in chart.series for point in series.points)


def test_html_of_the_catalogue_names_everything() -> None:
    for catalogue in (lkip.rule_sets(), lkip.scales()):
        page = Page(catalogue._repr_html_())
        assert page.tags.count("tr") == len(catalogue)
        assert all(entry.id in page.text and entry.title["id"] in page.text for entry in catalogue)


def test_html_is_escaped() -> None:
    scale = lkip.scale("itkp").data
    scale["categories"][0]["label"] = scale["title"]["id"] = EVIL
    own = lkip.scale(scale)
    rules = lkip.rule_set("setda-kaltim-2021", overrides={"scale": own})
    a = lkip.achievement(100, 100, rules=rules, label=EVIL)
    report = lkip.Report({**REPORT, "title": EVIL, "indicators": [{"id": "a", "name": EVIL, "target": 1}]})
    evaluation = lkip.evaluate(report)
    for page in (report._repr_html_(), evaluation._repr_html_(), evaluation["indicators.a.achievement"]._repr_html_()):
        assert "<script" not in page and EVIL in Page(page).text
    for thing in (a, lkip.average([{"percent": a, "label": EVIL}], rules=rules), a.category, own, a.explanation):
        page = thing._repr_html_()  # type: ignore[union-attr]
        assert "<script" not in page and EVIL in Page(page).text


def test_threads_agree() -> None:
    def work(number: int) -> str:
        figures = [lkip.achievement(number + 1, n, rules="bkd-ntt-2021") for n in range(200)]
        return lkip.average(figures, rules="bkd-ntt-2021").to_json()

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(work, [3] * 16)) == [work(3)] * 16


def test_long_work_lets_other_threads_run() -> None:
    texts = ["1.234,56"] * 200_000
    running, ticks = threading.Event(), 0

    def work() -> None:
        running.set()
        lkip.read_numbers(texts)
        running.clear()

    thread = threading.Thread(target=work)
    thread.start()
    running.wait()
    while running.is_set():
        ticks += 1
        time.sleep(0)
    thread.join()
    assert ticks > 100
