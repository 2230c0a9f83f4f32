"""The cascade of a report: who holds what, what is wrong with it, an office's page, the way of a number."""

from __future__ import annotations

import json
import pathlib
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

import pytest

import lkip
from cases import compact

REPORTS = sorted((pathlib.Path(__file__).resolve().parents[1] / "reports").glob("*.json"))
DOCUMENT: dict[str, Any] = {
    "schema": "lkip/1",
    "title": "Contoh",
    "period": {"year": 2021},
    "style": "indonesian",
    "rules": "biro-umum-ntt-2021",
    "offices": [
        {"id": "sekda", "name": "Sekretaris Daerah", "level": "sekda"},
        {"id": "biro", "name": "Biro Kerja Sama", "level": "biro", "parent": "sekda"},
        {"id": "bagian", "name": "Bagian Dalam Negeri", "level": "seksi", "parent": "biro"},
        {"id": "lain", "name": "Biro Lain", "level": "biro", "parent": "sekda"},
    ],
    "indicators": [
        {"id": "iku", "name": "Kerja sama", "office": "biro", "unit": "%", "target": "90,00", "realization": "100,00"},
        {"id": "ikk", "name": "Naskah", "office": "bagian", "unit": "naskah", "target": "4", "realization": "3"},
        {"id": "ikk-2", "name": "Rapat", "office": "bagian", "unit": "naskah", "target": "4", "realization": "5"},
        {"id": "jumlah", "name": "Dokumen", "office": "biro", "unit": "naskah", "target": "8", "realization": "9"},
    ],
    "links": [
        {"from": "ikk", "to": "jumlah", "kind": "component", "method": "sum"},
        {"from": "ikk-2", "to": "jumlah", "kind": "component", "method": "sum"},
    ],
    "budget": [
        {"id": "p", "level": "program", "name": "Program", "office": "biro", "allocation": "Rp 900", "spending": "Rp 700"},
        {"id": "q", "level": "program", "name": "Program", "office": "lain", "allocation": "Rp 50,50", "spending": "Rp 50"},
    ],
    "agreements": [
        {"id": "pk", "office": "sekda", "indicators": [{"indicator": "iku", "target": "95,00"}],
         "programs": [{"name": "Program", "allocation": "Rp 1.000"}], "total": "Rp 1.000"},
        {"id": "pk-biro", "office": "biro", "version": 1, "indicators": [{"indicator": "iku", "target": "80,00"}, {"indicator": "jumlah", "target": "8"}],
         "programs": [{"name": "Program", "allocation": "Rp 900"}], "total": "Rp 900"},
        {"id": "pk-biro-2", "office": "biro", "version": 2, "indicators": [{"indicator": "iku", "target": "90,00"}, {"indicator": "jumlah", "target": "8"}],
         "programs": [{"name": "Program", "allocation": "Rp 900"}], "total": "Rp 900"},
    ],
}
TABLES: list[lkip.types.CascadeTable] = ["cascade_offices", "cascade_matrix", "cascade_budgets", "cascade_revisions", "cascade_findings"]


def refused(function: Any, *given: Any, **more: Any) -> lkip.LkipError:
    with pytest.raises(lkip.LkipError) as caught:
        function(*given, **more)
    return caught.value


def test_targets_are_numbers_too() -> None:
    document = DOCUMENT | {"indicators": [*DOCUMENT["indicators"], {"id": "r", "name": "R", "office": "biro", "target": "80-90"}]}
    held = {held.id: held for office in lkip.cascade(document).offices for held in office.indicators}
    assert (held["ikk"].target, held["ikk"].target_value, held["ikk"].target_low) == ("4", Decimal("4"), None)
    assert (held["r"].target_value, held["r"].target_low, held["r"].target_high) == (None, Decimal("80"), Decimal("90"))


def test_findings() -> None:
    cascade = lkip.cascade(DOCUMENT)
    by_code = {finding.code: finding for finding in cascade.findings}
    finding = by_code["target_differs"]
    assert (finding.severity, finding.year) == ("problem", 2021)
    assert [(party.id, party.name) for party in finding.offices] == [("sekda", "Sekretaris Daerah"), ("biro", "Biro Kerja Sama")]
    assert finding.places == ("agreements.pk.indicators[0].target", "agreements.pk-biro-2.indicators[0].target")
    assert str(finding) == finding.message and finding.message.startswith("Target Kerja sama berbeda: 95,00 %")
    assert finding.details["indicator"] == "iku" and finding.sources == ()
    english = next(found for found in lkip.cascade(DOCUMENT, language="en").findings if found.code == finding.code)
    assert english == finding and english.message != finding.message and english.advice != finding.advice
    told = cascade.to_dict()["findings"]
    assert [found["code"] for found in told] == [found.code for found in cascade.findings]
    assert [found["message"] for found in told] == [found.message for found in cascade.findings]
    assert [found["advice"] for found in told] == [found.advice for found in cascade.findings]
    infos = {info.code: info for info in lkip.codes().cascade}
    for found in cascade.findings:
        assert infos[found.code].severity == found.severity
    match finding:
        case lkip.CascadeFinding("target_differs", "problem"):
            pass
        case _:
            pytest.fail("the code is the first pattern")


def test_offices_and_what_they_hold() -> None:
    cascade = lkip.cascade(DOCUMENT)
    sekda, biro, bagian, lain = cascade.offices
    assert [(office.id, office.parent, office.depth) for office in cascade.offices] == [
        ("sekda", None, 0), ("biro", "sekda", 1), ("bagian", "biro", 2), ("lain", "sekda", 1)]
    assert [office.level for office in cascade.offices] == ["sekda", "biro", "seksi", "biro"]
    assert [office.agreement for office in cascade.offices] == ["pk", "pk-biro-2", None, None]
    (above,) = sekda.indicators
    below, whole = biro.indicators
    assert (above.id, above.name, above.unit, above.target, above.place) == ("iku", "Kerja sama", "%", "95,00 %", "agreements.pk.indicators[0]")
    assert (above.from_, above.adopted_by, above.cascading, above.agreement) == (None, ("biro",), "direct", "pk")
    assert (below.from_, below.adopted_by, below.cascading, below.agreement) == ("sekda", (), "none", "pk-biro-2")
    assert (whole.cascading, [held.agreement for held in bagian.indicators]) == ("indirect", [None, None])
    assert whole.rolled_up is not None and (whole.rolled_up.kind, whole.rolled_up.value) == ("rolled_up", Decimal("8"))
    assert whole.realization is not None and whole.realization.value == Decimal("9") and below.rolled_up is None
    assert below.achievement is not None and below.achievement.value == Decimal("111.11") and lain.indicators == ()
    evaluation = lkip.evaluate(DOCUMENT)
    assert biro.score == evaluation["offices.biro.score"] == cascade.evaluation["offices.biro.score"] and lain.score is None
    assert biro.score is not None and (biro.score.used, biro.score.total) == (2, 2)
    for name in ("allocation", "spending", "absorption", "remainder", "efficiency"):
        for office in cascade.offices:
            assert getattr(office, name) == evaluation.get(f"offices.{office.id}.{name}")
            assert getattr(office, f"own_{name}", None) == evaluation.get(f"offices.{office.id}.own.{name}")
    assert lain.allocation is not None and lain.allocation.value == Decimal("50.50")
    assert cascade.years == (2021,) and cascade.evaluation == evaluation and cascade.receipt == evaluation.receipt


def test_a_branch() -> None:
    branch = lkip.cascade(DOCUMENT, office="biro")
    assert [(office.id, office.depth) for office in branch.offices] == [("biro", 0), ("bagian", 1)]
    assert branch.findings == lkip.cascade(DOCUMENT).findings
    assert branch.text() == lkip.cascade(DOCUMENT).text("biro") != branch.text("sekda") == lkip.cascade(DOCUMENT).text("sekda")
    assert branch == lkip.cascade(DOCUMENT, unit_kerja="biro") and [office["id"] for office in branch.to_dict()["offices"]] == ["biro", "bagian"]
    assert repr(branch) == f"Cascade('Contoh', 'biro-umum-ntt-2021', 2 offices, {len(branch.findings)} findings)"


def test_budgets_are_decimals() -> None:
    (check, *_) = lkip.cascade(DOCUMENT).budgets
    assert (check.office.id, check.agreement, check.agrees, check.above) == ("sekda", "pk", False, Decimal("1000"))
    assert [party.id for party in check.missing] == ["lain"]
    assert (check.required, check.missing_lines, check.difference) == (Decimal("100"), Decimal("50.5"), Decimal("49.5"))
    assert [(share.office.id, share.amount, share.of_lines, share.place) for share in check.below] == [
        ("biro", Decimal("900"), False, "agreements.pk-biro-2.total"), ("lain", Decimal("50.5"), True, "offices.lain.allocation")]
    (program,) = check.programs
    assert (program.name, program.above, program.difference, program.places) == (
        "Program", Decimal("1000"), Decimal("49.5"), ("agreements.pk.programs[0].allocation",))
    assert [share.amount for share in program.below] == [Decimal("900"), Decimal("50.5")]
    told = lkip.cascade(DOCUMENT).to_dict()["budgets"][0]
    assert (told["required"], told["programs"][0]["difference"]) == ("100", "49.5")


def test_revisions() -> None:
    (revision,) = lkip.cascade(DOCUMENT).revisions
    assert (revision.year, revision.office.id, revision.before, revision.after) == (2021, "biro", "pk-biro", "pk-biro-2")
    assert [(change.what, change.of, change.before, change.after) for change in revision.changes] == [("target", "Kerja sama", "80,00", "90,00")]


def test_tables() -> None:
    cascade = lkip.cascade(DOCUMENT, tables=TABLES)
    assert [table.id for table in cascade.tables] == TABLES
    assert [table.to_dict() for table in cascade.tables] == cascade.to_dict()["tables"]
    (record, *_) = cascade.tables["cascade_matrix"].to_records()
    assert record["indicator"] == "Kerja sama"
    scores = [record["score"] for record in cascade.tables["cascade_offices"].to_records()]
    assert scores[1] == Decimal("111.80") and scores[3] is None
    assert "| 111,80 % |" in cascade.tables["cascade_offices"].to_markdown()


def test_the_tree_as_text_and_picture() -> None:
    cascade = lkip.cascade(DOCUMENT)
    call = {"op": "cascade", "report": DOCUMENT}
    forms: list[tuple[Any, Any]] = [("text", cascade.text), ("mermaid", cascade.mermaid), ("svg", cascade.svg)]
    for format, form in forms:
        for language in ("id", "en"):
            for office in (None, "biro"):
                text = lkip.answer({**call, "format": format, "language": language, "office": office})["text"]
                assert form(office, language) == text and form(office=office, language=language) == text
                made = lkip.cascade(DOCUMENT, format=format, office=office, language=language)
                assert made.to_dict()["text"] == text == getattr(made, format)()
        assert form() == form(None, "id")
        error = refused(form, "dinas", "en")
        assert (error.code, error.details) == ("unknown_reference", {"id": "dinas", "kind": "office"}) and "has no office" in error.message
        assert refused(form, None, "fr").code == "unknown_choice"
    picture = ElementTree.fromstring(cascade.svg())
    assert picture.tag == "{http://www.w3.org/2000/svg}svg"
    assert "Biro Kerja Sama" in "".join(picture.itertext())
    assert cascade.svg() in cascade._repr_html_() and 'lang="id"' in cascade._repr_html_()
    assert lkip.cascade(DOCUMENT, office="bagian", language="en")._repr_html_().count("Biro Kerja Sama") == 0
    nothing = lkip.cascade({**DOCUMENT, "offices": [], "indicators": [], "links": [], "budget": [], "agreements": []})
    assert (nothing.offices, nothing.findings, len(nothing.tables), nothing.text()) == ((), (), 0, "")
    assert ElementTree.fromstring(nothing._repr_html_()).tag == "div"


def test_the_page_of_an_office() -> None:
    cascade = lkip.cascade(DOCUMENT)
    page = cascade.page("biro")
    assert page == lkip.office(DOCUMENT, "biro") == lkip.office(laporan=DOCUMENT, unit_kerja="biro") == lkip.office(cascade.evaluation, "biro")
    assert (page.id, page.name) == ("biro", "Biro Kerja Sama") and page.facts[0] == "Atasan: Sekretaris Daerah"
    call = {"op": "office", "report": DOCUMENT, "office": "biro"}
    answer = lkip.answer(call)
    assert page.to_dict() == answer == json.loads(page.to_json()) and page.to_json() == lkip.answer_json(compact(call))
    assert list(page.facts) == answer["facts"] and [table.to_dict() for table in page.tables] == answer["tables"]
    (record, *_) = page.tables["office_indicators"].to_records()
    assert record["achievement"] == Decimal("111.11")
    for format, text in (("markdown", page.to_markdown()), ("html", page.to_html())):
        assert lkip.answer({**call, "format": format})["text"] == text
    assert page.to_html() in page._repr_html_() and "Superior" in page.to_markdown("en")
    english = cascade.page("biro", "en")
    assert english.facts[0] == "Superior: Sekretaris Daerah" and english == lkip.office(DOCUMENT, "biro", language="en") != page
    assert refused(cascade.page, "dinas").code == refused(lkip.office, DOCUMENT, "dinas").code == "unknown_reference"
    assert refused(lkip.office, DOCUMENT, "dinas").path == "office"
    assert refused(lkip.office, DOCUMENT, "biro", format="?").details["choices"] == ["data", "markdown", "html", "csv"]
    with pytest.raises(TypeError, match="missing 1 required argument: 'office'"):
        lkip.office(DOCUMENT)


def test_the_way_of_a_number() -> None:
    cascade = lkip.cascade(DOCUMENT)
    trace = cascade.trace("jumlah")
    assert trace == lkip.trace(DOCUMENT, "jumlah") == lkip.trace(laporan=DOCUMENT, indikator="jumlah") and trace.complete
    call = {"op": "trace", "report": DOCUMENT, "indicator": "jumlah"}
    answer = lkip.answer(call)
    assert trace.to_dict() == answer == json.loads(trace.to_json()) and trace.to_json() == lkip.answer_json(compact(call))
    assert trace.text == str(trace) == answer["text"] and trace.text.splitlines() == ["  " * step.depth + step.text for step in trace.steps]
    for step, told in zip(trace.steps, answer["steps"], strict=True):
        assert (step.depth, step.office, step.place, step.link, str(step)) == (
            told["depth"], told.get("office"), told["place"], told.get("link"), told["text"])
    first = trace.steps[0]
    assert (first.office, first.place, first.link) == ("biro", "agreements.pk-biro-2.indicators[1]", None)
    assert [(step.office, step.place) for step in trace.steps if step.link == "component"] == [
        ("bagian", "indicators.ikk"), ("bagian", "indicators.ikk-2")]
    assert "&times;" not in trace._repr_html_() and first.text in trace._repr_html_()
    below = cascade.trace("iku", "biro", "en")
    assert below.steps[0].office == "biro" and below == lkip.trace(cascade.evaluation, "iku", "biro", language="en")
    assert cascade.trace("iku").steps[0].office == "sekda" and cascade.trace("iku").steps[1].link == "adopts"
    for given, code in ((("dinas",), "unknown_reference"), (("iku", "dinas"), "unknown_reference"), (("iku", "lain"), "not_held")):
        assert refused(cascade.trace, *given).code == refused(lkip.trace, DOCUMENT, *given).code == code
    with pytest.raises(TypeError, match="missing 1 required argument: 'indicator'"):
        lkip.trace(DOCUMENT)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_published_reports_are_told_as_the_core_tells_them(path: pathlib.Path) -> None:
    document = json.loads(path.read_text(encoding="utf-8"))
    report = lkip.Report(document)
    for more in ({}, {"tables": TABLES, "language": "en"}, {"format": "svg", "include": []}):
        call = compact({"op": "cascade", "report": document, **more})
        assert lkip.cascade(report, **more).to_json() == lkip.answer_json(call)  # type: ignore[arg-type]
    cascade = lkip.cascade(report)
    for office in cascade.offices:
        page = cascade.page(office.id)
        assert page.to_json() == lkip.answer_json(compact({"op": "office", "report": document, "office": office.id}))
        told = next(one for one in cascade.to_dict()["offices"] if one["id"] == office.id)
        names = ("score", "allocation", "spending", "absorption", "remainder", "efficiency",
                 "own_allocation", "own_spending", "own_absorption", "own_remainder")
        figures = [getattr(office, name) for name in names]
        assert [figure.key for figure in figures if figure is not None] == [figure["figure"] for figure in told["figures"]]
        assert [(held.id, held.name, held.target, held.place, held.from_) for held in office.indicators] == [
            (one["id"], one["name"], one["target"], one["place"], one.get("from")) for one in told["indicators"]]


def test_what_is_wrong_with_a_call() -> None:
    error = refused(lkip.cascade, DOCUMENT, office="dinas", include=["?"], tables=["achievement"], colour=1)
    assert [(one.code, one.path) for one in error.errors] == [
        ("unknown_choice", "include[0]"), ("unknown_choice", "tables[0]"), ("unknown_reference", "office"), ("unknown_field", "colour")]
    assert error.to_json() == lkip.answer_json(compact(
        {"op": "cascade", "report": DOCUMENT, "office": "dinas", "include": ["?"], "tables": ["achievement"], "colour": 1}))
    assert lkip.cascade(DOCUMENT, sertakan=["unit"]).to_dict().keys() == {"outcome", "report", "rules", "years", "findings", "offices"}
    assert lkip.cascade(laporan=DOCUMENT, pedoman="setda-kaltim-2021", tabel=["cascade_matrix"]).evaluation.rules.id == "setda-kaltim-2021"
    with pytest.raises(TypeError, match="missing 1 required argument: 'report'"):
        lkip.cascade()
