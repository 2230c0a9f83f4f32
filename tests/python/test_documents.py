"""Reports: one document, checked once, and everything that is asked of it."""

from __future__ import annotations

import json
import pathlib
from decimal import Decimal
from fractions import Fraction
from typing import Any

import jsonschema
import pytest

import lkip
from cases import FOLDER, compact

HEAD: dict[str, Any] = {"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian"}
SMALL: dict[str, Any] = {
    **HEAD,
    "rules": "setda-kaltim-2021",
    "objectives": [{"id": "s1", "name": "Sasaran"}, {"id": "s10", "name": "Lain"}],
    "indicators": [
        {"id": "iku-1", "name": "Kerja sama", "objective": "s1", "unit": "%", "target": "90,00", "realization": "100,00"},
        {"id": "iku-2", "name": "EKPPD", "objective": "s1", "target": "3,095", "realization": "3,0885 *)"},
        {"id": "iku-3", "name": "Lain", "objective": "s10", "target": "4", "realization": "3"},
    ],
}


def refused(document: Any, **more: Any) -> lkip.LkipError:
    with pytest.raises(lkip.LkipError) as caught:
        lkip.Report(document, **more)
    return caught.value


def test_every_way_in(tmp_path: pathlib.Path) -> None:
    report = lkip.Report(SMALL)
    text = json.dumps(SMALL)
    file = tmp_path / "laporan.json"
    file.write_text("\ufeff" + text, encoding="utf-8")
    for other in (lkip.Report(text), lkip.Report(text.encode()), lkip.Report.load(file), lkip.Report.load(str(file))):
        assert other == report and hash(other) == hash(report) and other.to_json() == report.to_json()
    assert (report.title, report.source, report.year, report.quarter) == ("Contoh", None, 2021, None)
    assert report.rules == lkip.rule_set("setda-kaltim-2021") and lkip.Report(HEAD).rules is None
    assert lkip.Report({**HEAD, "period": {"year": 2022, "quarter": 3}}).quarter == 3
    assert report.to_dict() == SMALL == json.loads(report.to_json())
    assert lkip.Report(report.to_dict()) == report


def test_what_is_no_document() -> None:
    sources: tuple[Any, ...] = (5, None, [], 1.5)
    for source in sources:
        with pytest.raises(TypeError, match="Mapping"):
            lkip.Report(source)
    with pytest.raises(UnicodeDecodeError):
        lkip.Report(b"\xff")
    with pytest.raises(FileNotFoundError):
        lkip.Report.load("no such file")
    assert refused("{").code == "malformed_json" and refused("[]").code == "wrong_type"
    assert refused('{"title": 1, "title": 2}').code == "duplicate_field"
    assert refused({}, language="en").message == "The field 'schema' is required."


@pytest.mark.parametrize(
    ("value", "code"),
    [(1.5, "inexact_number"), (True, "wrong_type"), (float("nan"), "not_finite"), (Decimal("1" * 29), "number_too_long")],
)
def test_what_is_no_number_is_told_with_its_place(value: Any, code: str) -> None:
    document = {**HEAD, "rules": "bkd-ntt-2021", "indicators": [{"id": "a", "name": "A", "realization": value}]}
    error = refused(document)
    assert (error.code, error.path) == (code, "indicators[0].realization")
    existing = lkip.answer({"op": "achievement", "rules": "bkd-ntt-2021", "realization": value})["errors"][0]
    assert error.message == existing["message"]
    with pytest.raises(lkip.LkipError) as caught:
        lkip.evaluate(document)
    assert (caught.value.code, caught.value.path) == (code, "report.indicators[0].realization")
    assert lkip.answer({"op": "evaluate", "report": document})["errors"][0]["path"] == "report.indicators[0].realization"


@pytest.mark.parametrize("style", ["indonesian", "international", "plain"])
def test_decimals_stay_what_they_are(style: str) -> None:
    """A decimal of three places reads like thousands in one of the styles: never after it was given as a number."""
    numbers = {"target": {"low": Decimal("1.250"), "high": Decimal("-0.0") + 1250}, "realization": Decimal("1234567.891")}
    document = {**HEAD, "style": style, "rules": "setda-kaltim-2021", "indicators": [{"id": "a", "name": "A", **numbers}]}
    report = lkip.Report(document)
    again = lkip.Report(report.to_json())
    for one in (report, again):
        evaluation = lkip.evaluate(one)
        assert evaluation["indicators.a.target"].exact == Fraction("1.250")
        assert evaluation["indicators.a.realization"].value == Decimal("1234567.891")
    assert report == again and lkip.evaluate(report).receipt == lkip.evaluate(again).receipt


def test_an_evaluation_is_a_sequence_that_finds_by_key() -> None:
    evaluation = lkip.evaluate(SMALL)
    figures = list(evaluation)
    assert tuple(figures) == evaluation.figures and len(evaluation) == len(figures)
    assert evaluation[0] == figures[0] and evaluation[-1] == figures[-1] == evaluation["report.average"]
    for figure in figures:
        assert evaluation[figure.key] == figure == evaluation.get(figure.key) and figure.key in evaluation
        assert figure in evaluation and figure == lkip.figure(SMALL, figure.key)
    assert "indicators.iku-9.achievement" not in evaluation and 5 not in evaluation
    assert lkip.figure(SMALL, "report.average", rules="bkd-ntt-2021") not in evaluation
    assert evaluation.get("x") is None and evaluation.get("x", 5) == 5
    for place in (len(figures), -len(figures) - 1):
        with pytest.raises(IndexError):
            evaluation[place]
    with pytest.raises(lkip.LkipError) as caught:
        evaluation["indicators.iku-1.achievment"]
    assert caught.value.code == "unknown_figure"
    assert "indicators.iku-1.achievement" in caught.value.details["choices"]


def test_selection() -> None:
    evaluation = lkip.evaluate(SMALL, language="en")
    keys = [figure.key for figure in evaluation.select("achievement")]
    assert keys == [f"indicators.iku-{n}.achievement" for n in (1, 2, 3)]
    assert [figure.key for figure in evaluation.select(under="objectives.s1")] == ["objectives.s1.average"]
    several = evaluation.select(["target", "average"], ["indicators.iku-2", "report"])
    assert [figure.key for figure in several] == ["indicators.iku-2.target", "report.average"]
    assert evaluation.select() == evaluation.figures
    with pytest.raises(lkip.LkipError) as caught:
        evaluation.select("capaian")  # type: ignore[arg-type]
    assert caught.value.code == "unknown_choice" and "is unknown" in caught.value.message
    some = lkip.evaluate(SMALL, kinds=("average",), figures=["objectives"])
    assert [figure.key for figure in some] == ["objectives.s1.average", "objectives.s10.average"] and len(some) == 2
    assert "indicators.iku-1.achievement" in some


def test_a_figure_and_its_parts() -> None:
    figure = lkip.evaluate(SMALL)["indicators.iku-2.achievement"]
    exact = Fraction(30885, 30950) * 100
    assert (figure.value, figure.exact, figure.exact_text) == (Decimal("99.79"), exact, str(exact))
    assert (figure.kind, figure.name, figure.outcome, figure.unit) == ("achievement", "EKPPD", "computed", "percent")
    assert figure.display == "99,79 %" and figure.footnotes == ("*)",) and figure.reason is None
    assert figure.category is not None and figure.category.reason is not None
    assert figure.used is None and figure.total is None and figure.rules == lkip.rule_set("setda-kaltim-2021")
    assert figure.line == figure.explanation.line == figure.explain() and "99.79 %" in figure.explain("en")
    assert figure.explain(tree=True) == figure.explanation.tree()
    call = {"op": "figure", "report": SMALL, "figure": figure.key}
    assert figure.to_json() == lkip.answer_json(compact(call)) and figure.to_dict() == lkip.answer(call)
    average = lkip.figure(SMALL, "report.average")
    assert (average.used, average.total) == (2, 2)
    assert lkip.figure(SMALL, "indicators.iku-1.target").rules is None


def test_a_root_has_no_fraction() -> None:
    document = {**HEAD, "supporting": [{"id": "r", "name": "R", "formula": {"kind": "geometric_mean", "of": [2, 3]}}]}
    figure = lkip.figure(document, "supporting.r", rules="setda-kaltim-2021")
    assert (figure.value, figure.exact, figure.exact_text) == (Decimal("2.45"), None, "6^(1/2)")


def test_records_for_tables() -> None:
    records = lkip.evaluate(SMALL).to_records()
    assert len({tuple(record) for record in records}) == 1 and len(records) == len(lkip.evaluate(SMALL))
    (one,) = (record for record in records if record["figure"] == "indicators.iku-1.achievement")
    assert (one["value"], one["display"], one["category"], one["reason"]) == (Decimal("111.11"), "111,11 %", None, None)
    for record in records:
        assert all(value is None or isinstance(value, (str, Decimal, int)) for value in record.values())


def test_findings_are_told_and_nothing_is_corrected() -> None:
    document = {**HEAD, "rules": "setda-kaltim-2021", "budget": [{"id": "p", "name": "P", "allocation": 7, "spending": 8}]}
    (finding,) = lkip.evaluate(document, language="en").findings
    assert (finding.code, finding.figure) == ("overspent", "budget.p.absorption")
    said = "P (budget.p.absorption): The spending of Rp 8 exceeds the allocation of Rp 7."
    assert (str(finding), finding.message, finding.name) == (said, said, "P")
    assert finding.details == {"spending": "8", "allocation": "7"}
    assert finding.code in [info.code for info in lkip.codes().findings]
    match finding:
        case lkip.Finding("overspent", key):
            assert key == finding.figure
        case _:
            pytest.fail("the code is the first pattern")


def test_what_changes_do() -> None:
    evaluation = lkip.evaluate(SMALL, overrides={"rounding": {"places": 1}})
    changes: dict[str, Any] = {"indicators.iku-1.realization": Decimal("95.00")}
    change = lkip.what_if(evaluation, changes)
    assert change.evaluation.rules == evaluation.rules
    assert [changed.key for changed in change.changed] == [
        "indicators.iku-1.realization",
        "indicators.iku-1.achievement",
        "objectives.s1.average",
        "report.average",
    ]
    achievement = change.changed[1]
    assert (achievement.before, achievement.after) == (Decimal("111.1"), Decimal("105.6"))
    assert (achievement.before_outcome, achievement.after_outcome) == ("computed", "computed")
    assert (achievement.before_display, achievement.after_display) == ("111,1 %", "105,6 %")
    assert change.evaluation["indicators.iku-1.achievement"].value == achievement.after
    assert change == lkip.what_if(evaluation.report, changes, rules=evaluation.rules)
    gone = lkip.what_if(SMALL, {"indicators.iku-1.target": None}).changed[0]
    assert (gone.before_outcome, gone.after, gone.after_outcome) == ("computed", None, None)


def test_what_is_required() -> None:
    required = lkip.required_realization("90", percent="100", rules="setda-kaltim-2021")
    assert (required.low, required.high, required.places) == (Decimal("90.00"), None, 2)
    assert (required.low_exact, required.low_included) == (Fraction("89.9955"), True)
    assert (required.high_exact, required.high_included, required.remaining) == (None, None, None)
    line = "realization ÷ 90 × 100 % ≥ 100 % (rounded, 2 decimals) if realization ≥ 89.9955; with 2 decimals at least 90.00"
    assert (required.explain("en"), required.explain()) == (line, required.to_dict()["line"])
    evaluation = lkip.evaluate(SMALL)
    assert lkip.required_realization(report=evaluation, indicator="iku-1", percent=100) == required
    assert lkip.required_realization(report=evaluation.report, indikator="iku-1", percent=100) == required


def test_tables() -> None:
    evaluation = lkip.evaluate(SMALL, language="en")
    tables = lkip.tables(evaluation, language="en")
    table = tables["achievement"]
    assert tables[0] == table and table in tables and "achievement" in tables and "quarters" not in tables
    assert len(tables) == len(list(tables)) and tables[-1] in list(tables)
    for wrong, error in (("quarters", KeyError), (99, IndexError)):
        with pytest.raises(error):
            tables[wrong]
    (row,) = (row for row in table.rows if row.subject == "indicators.iku-1")
    place = [column.id for column in table.columns].index("achievement")
    assert (row.kind, row.cells[place], table.columns[place].kind) == ("item", "111.11 %", "percent")
    (record,) = (record for record in table.to_records() if record["achievement"] == Decimal("111.11"))
    assert set(record) == {column.id for column in table.columns}
    call = {"op": "tables", "report": SMALL, "language": "en"}
    for format, text in (("markdown", table.to_markdown()), ("html", table.to_html()), ("csv", table.to_csv())):
        assert lkip.answer({**call, "format": format})["tables"][0]["text"] == text
    assert table.to_dict() == lkip.answer(call)["tables"][0] == json.loads(table.to_json())
    assert "111,11 %" in table.to_markdown("id") and table.to_markdown("en") == table.to_markdown()


def test_audit() -> None:
    printed = [
        {"figure": "indicators.iku-1.achievement", "text": "111,21", "table": "Tabel 3.4", "column": "%", "place": "1", "ref": "X"},
        {"figure": "indicators.iku-1.achievement", "text": "111,11", "table": "Tabel 3.5"},
        {"figure": "indicators.iku-1.realization", "text": "100 00", "table": "Tabel 3.4"},
        {"figure": "indicators.iku-1.achievment", "text": "1"},
        {"figure": "indicators.iku-2.achievement", "text": "99,79"},
    ]
    document = {**SMALL, "printed": printed}
    audit = lkip.audit(document, language="en")
    assert [finding.verdict for finding in audit.findings] == ["unknown_figure", "mismatch", "malformed"]
    unknown, wrong, malformed = audit.findings
    assert (wrong.figure, wrong.label, wrong.title) == ("indicators.iku-1.achievement", "Achievement of Kerja sama", "mismatch")
    assert (wrong.expected, wrong.display) == (Decimal("111.11"), "111,11 %")
    assert [entry.text for entry in wrong.entries] == ["111,21"] and [entry.text for entry in wrong.elsewhere] == ["111,11"]
    entry = wrong.entries[0]
    assert (entry.index, entry.table, entry.column, entry.place, entry.ref) == (0, "Tabel 3.4", "%", "1", "X")
    assert entry == audit.entries[0] and entry.verdict == "mismatch" and entry.label == wrong.label
    (diagnosis,) = wrong.diagnoses
    assert (diagnosis.cause, diagnosis.corrected) == ("mistyped", Decimal("111.11")) and diagnosis == entry.diagnoses[0]
    assert str(diagnosis) == "One digit is wrong: 111.11 % became 111.21 %."
    assert diagnosis.details == {"value": "111.11", "printed": "111.21"} and not diagnosis.supported_by + diagnosis.opposed_by
    assert malformed.error is not None and malformed.error.code == "malformed_number" and wrong.error is None
    assert unknown.error is not None and "indicators.iku-1.achievement" in unknown.error.details["choices"]
    assert (unknown.label, unknown.expected, unknown.entries[0].table) == (None, None, None)
    assert audit.counts["mismatch"] == 1 and sum(audit.counts.values()) == len(audit.entries) == 5
    assert [(same.figure, same.agreement, len(same.entries)) for same in audit.same] == [(wrong.figure, "contradiction", 2)]
    (convention,) = audit.conventions
    assert (convention.question, convention.choice, convention.display) == ("rounding", "half_up", "rounded half up")
    assert convention.is_declared and convention.declared == "half_up"
    assert (convention.decided_by, convention.opposed_by) == (("indicators.iku-2.achievement",), ())
    records = audit.to_records()
    assert [record["verdict"] for record in records] == [entry.verdict for entry in audit.entries]
    assert records[0]["expected"] == Decimal("111.11") and records[0]["causes"] == "mistyped" and records[3]["label"] is None
    call = {"op": "audit", "report": document, "language": "en"}
    assert audit.to_dict() == lkip.answer(call) == json.loads(audit.to_json())
    for format, text in (("markdown", audit.to_markdown()), ("html", audit.to_html())):
        assert lkip.answer({**call, "format": format})["text"] == text
    assert audit.to_markdown("id").startswith("# Audit: ") and "Seharusnya" in audit.to_markdown("id")
    assert audit.evaluation == lkip.evaluate(document, language="en") and audit.receipt == audit.evaluation.receipt
    assert lkip.audit(lkip.evaluate(document), language="en") == audit != lkip.audit(document)


TABLE: dict[str, list[Any]] = {"uraian": ["A", "B"], "target": ["90", 80], "realisasi": [Decimal("95"), "60"], "capaian": ["105,55", "31,62"]}


class Series:
    """A column as pandas and polars have it."""

    def __init__(self, values: list[Any]) -> None:
        self.values = values

    def to_list(self) -> list[Any]:
        return self.values


class DataFrame:
    """What pandas and polars have in common."""

    def __init__(self, columns: dict[str, Any]) -> None:
        self.data = columns

    @property
    def columns(self) -> list[str]:
        return list(self.data)

    def __getitem__(self, name: str) -> Series:
        return Series(self.data[name])


class NAType:
    """Nothing, as pandas has it: it refuses to say what it is equal to."""

    def __ne__(self, other: object) -> bool:
        raise TypeError


def test_audit_of_a_table() -> None:
    audit = lkip.audit(columns=TABLE, include=["cells"])
    assert [(found.figure, found.expected) for found in audit.findings] == [("indicators.row-2.achievement", Decimal("75.00"))]
    assert audit.findings[0].entries[0].row == 1 and audit.to_records()[0]["row"] == 0
    # 95 / 90 = 105.555…, cut off
    inference = audit.inference
    assert inference is not None and inference.neutral == "permenpanrb-53-2014" and inference.replaced == ("rounding_for",)
    (convention,) = inference.inferred
    assert (convention.question, convention.choice, convention.declared) == ("rounding", "truncate", "half_up")
    assert inference.undecided == () and "dipotong" in str(inference)
    cell = audit.cell(1, "capaian")
    assert cell is not None and cell == audit.cells[5] == audit.cell(1, "achievement")
    assert (cell.row, cell.column, cell.text, cell.verdict, cell.display) == (1, "achievement", "31,62", "mismatch", "75,00 %")
    assert audit.cell(0, "label") is None and audit.cell(9, "target") is None and audit.cell(0, "pagu") is None
    assert audit.styles == {"target": None, "realization": None, "achievement": "indonesian"} and audit.notes == ()
    assert len(audit.to_dict()["cells"]) == 6 and audit.to_dict()["inference"]["undecided"] == []
    assert audit == lkip.audit(kolom=TABLE, include=["cells"]) and audit != lkip.audit(columns=TABLE)
    assert lkip.audit(columns=TABLE, rules="biro-umum-ntt-2021").inference is None
    with pytest.raises(TypeError, match="missing 1 required argument: 'report'"):
        lkip.audit()


def test_audit_of_a_data_frame() -> None:
    audit = lkip.audit(DataFrame(TABLE), table="Tabel 3.4", polarity=["higher", "higher"])
    assert audit.entries[0].table == "Tabel 3.4" and audit.evaluation.report.title == "Tabel 3.4"
    assert [found.figure for found in audit.findings] == ["indicators.row-2.achievement"]
    nothing: dict[str, Any] = {"target": ["90", float("nan"), NAType(), None], "realisasi": Series(["95", "1", "2", "3"]), "capaian": ["", None, "", ""]}
    for columns in (DataFrame({**nothing, "realisasi": ["95", "1", "2", "3"]}), nothing):
        if isinstance(columns, dict):
            columns["target"] = Series(nothing["target"])
        assert [entry.text for entry in lkip.audit(columns=columns).entries[:2]] == ["90", "95"]
    with pytest.raises(lkip.LkipError) as refused:
        lkip.audit(DataFrame({"target": [90.5], "realisasi": ["1"], "satuan": ["%"]}), rows=["x"])  # type: ignore[list-item]
    codes = [(error.code, error.path) for error in refused.value.errors]
    assert codes == [
        ("inexact_number", "columns.target[0]"), ("unknown_choice", "columns.rows[0]"), ("unknown_field", "columns.satuan")]
    with pytest.raises(lkip.LkipError, match="table"):
        lkip.audit(SMALL, table="Tabel 1")


def test_a_report_is_data_too() -> None:
    report = lkip.Report(SMALL)
    call = {"op": "evaluate", "report": report}
    assert lkip.answer(call) == lkip.answer({"op": "evaluate", "report": SMALL}) == lkip.evaluate(report).to_dict()
    assert lkip.evaluate(laporan=report) == lkip.evaluate(report)
    with pytest.raises(lkip.LkipError) as caught:
        lkip.evaluate(report, laporan=report)
    assert (caught.value.code, caught.value.path) == ("unknown_field", "laporan") or caught.value.code == "same_field"
    with pytest.raises(TypeError, match="missing 1 required argument: 'report'"):
        lkip.evaluate()


# --- The JSON Schema.

SCHEMA = lkip.report_schema()
CHECK = jsonschema.Draft202012Validator(SCHEMA)


def documents() -> list[Any]:
    """The sound documents of the vectors, and every published report."""
    vectors = [entry for file in FOLDER.glob("*.json") for entry in json.loads(file.read_text(encoding="utf-8"))]
    found = []
    for vector in vectors:
        call = vector["call"] if isinstance(vector["call"], dict) else {}
        report = call.get("report", call.get("laporan"))
        if report is not None and vector["answer"]["outcome"] != "error":
            found.append(report)
    reports = [json.loads(file.read_text(encoding="utf-8")) for file in FOLDER.parent.glob("reports/*.json")]
    return found + [report for report in reports if "schema" in report]


def test_the_schema_is_sound_and_stands_in_the_folder(root: pathlib.Path) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    file = root / "lkip-core" / "schema" / "report.schema.json"
    assert json.loads(file.read_text(encoding="utf-8")) == SCHEMA


def test_the_schema_accepts_sound_documents() -> None:
    sound = documents()
    assert len(sound) > 50
    for document in sound:
        CHECK.validate(document)
        CHECK.validate(lkip.Report(document).to_dict())


@pytest.mark.parametrize(
    "document",
    [
        {**SMALL, "typo": 1},
        {**SMALL, "indicators": [{"name": "A"}]},
        {**SMALL, "indicators": [{"id": "a"}]},
        {**SMALL, "indicators": [{"id": "A b", "name": "A"}]},
        {**SMALL, "indicators": [{"id": "a", "name": "A", "realisation": "1"}]},
        {**SMALL, "indicators": [{"id": "a", "name": "A", "polarity": "up"}]},
        {**SMALL, "indicators": [{"id": "a", "name": "A", "realization": 1.5}]},
        {**SMALL, "indicators": [{"id": "a", "name": "A", "target": True}]},
        {**SMALL, "budget": [{"id": "p"}]},
        {**SMALL, "supporting": [{"id": "x", "name": "X", "formula": {"kind": "median"}}]},
        {key: value for key, value in SMALL.items() if key != "period"},
        {**SMALL, "period": {"year": "2021"}},
    ],
)
def test_the_schema_refuses_what_is_wrong(document: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        CHECK.validate(document)
