"""`achievement`: what it takes, and what its figure says of itself."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

import lkip


def test_figure(biro: lkip.RuleSet) -> None:
    a = lkip.achievement("70", "98,40", rules=biro, label="IKU 1", unit="Nilai")
    assert (a.outcome, a.label, a.unit, a.met, a.reason) == ("computed", "IKU 1", "Nilai", True, None)
    assert (str(a.percent), a.exact, a.display) == ("140.57", Fraction(984, 7), "140,57 %")
    assert isinstance(a.percent, Decimal) and isinstance(a.exact, Fraction)
    assert (a.footnotes, a.carried_forward) == ((), None)
    assert a.line == a.explain() == "98,40 ÷ 70 × 100 % = 140,5714… → 140,57 % (dipotong); Sangat Berhasil (85 ≤ x)"
    assert a.rules == biro and a.receipt.rules == biro.id


def test_category(biro: lkip.RuleSet) -> None:
    category = lkip.achievement("100", "70", rules=biro).category
    assert category is not None
    assert (category.code, category.label, category.meaning) == ("berhasil", "Berhasil", None)
    assert (category.rank, category.of, category.scale) == (2, 4, "ntt-85-70-55")
    assert (category.outcome, category.bounds, category.reason) == ("computed", "70 ≤ x < 85", None)
    assert str(category) == "Berhasil"
    assert category.meaning is None and lkip.classify(85, scale="sakip-predicate").meaning == "Memuaskan"


def test_places_stay_as_they_are(kaltim: lkip.RuleSet) -> None:
    assert str(lkip.achievement(100, 85, rules=kaltim).percent) == "85.00"
    whole = lkip.achievement(100, 85, rules=kaltim, overrides={"rounding": {"places": 0}})
    assert str(whole.percent) == "85"


@pytest.mark.parametrize("same", [Decimal("98.40"), Decimal("9.84E+1"), "98,40", "98.40", " 98,4 "])
def test_numbers_come_in_several_forms(kaltim: lkip.RuleSet, same: Decimal | str) -> None:
    assert lkip.achievement(70, same, rules=kaltim).exact == Fraction(984, 7)


def test_decimals_are_never_read_as_text(kaltim: lkip.RuleSet) -> None:
    assert lkip.achievement(Decimal("1.250"), Decimal("1.250"), rules=kaltim).exact == 100
    assert lkip.achievement(Decimal("1.250"), 1, rules=kaltim, style="indonesian").exact == 80
    assert lkip.achievement(Decimal("1E+2"), 50, rules=kaltim).exact == 50
    assert lkip.achievement(10**20, 5 * 10**19, rules=kaltim).exact == 50


@pytest.mark.parametrize(
    ("fields", "reason", "outcome"),
    [
        ({"target": None, "realization": "5"}, "no_target", "not_applicable"),
        ({"target": "-", "realization": "5"}, "no_target", "not_applicable"),
        ({"target": "0", "realization": "5"}, "zero_target", "not_computable"),
        ({"target": "-3", "realization": "5"}, "negative_target", "not_computable"),
        ({"target": "5", "realization": None}, "not_measured", "not_computable"),
        ({"target": "5", "realization_state": "not_carried_out"}, "not_carried_out", "not_applicable"),
    ],
)
def test_reasons(kaltim: lkip.RuleSet, fields: dict[str, str], reason: str, outcome: str) -> None:
    a = lkip.achievement(rules=kaltim, language="en", **fields)  # type: ignore[call-overload]
    assert (a.outcome, a.percent, a.exact, a.display, a.category) == (outcome, None, None, None, None)
    assert (a.reason.code, str(a.reason)) == (reason, a.line)
    assert a.reason.input in ("target", "realization")


def test_carried_forward(kaltim: lkip.RuleSet) -> None:
    a = lkip.achievement("3,095", "3,0885 *)", rules=kaltim, carried_from=2018, style="indonesian")
    assert a.carried_forward is not None and a.carried_forward.year == 2018
    assert a.footnotes == ("*)",)
    unknown = lkip.achievement(3, 2, rules=kaltim, realization_state="carried_forward")
    assert unknown.carried_forward is not None and unknown.carried_forward.year is None


def test_range_target() -> None:
    rules = lkip.rule_set("permenpanrb-8-2021")
    for target in ("80-90", {"low": 80, "high": Decimal(90)}):
        assert str(lkip.achievement(target, 92, rules=rules).percent) == "102.22"  # type: ignore[arg-type]
        assert lkip.achievement(target, "85", rules=rules).exact == 100  # type: ignore[arg-type]


def test_rules_by_id_by_data_and_checked_are_the_same(kaltim: lkip.RuleSet) -> None:
    answers = {lkip.achievement("70", "98,40", rules=rules).to_json() for rules in (kaltim, kaltim.id, kaltim.data)}
    assert len(answers) == 1


def test_overrides_are_told(kaltim: lkip.RuleSet) -> None:
    change = {"rounding": {"mode": "truncate"}}
    once = lkip.achievement("3,095", "3,0885", rules=kaltim, overrides=change, style="indonesian")
    before = lkip.achievement("3,095", "3,0885", rules=lkip.rule_set(kaltim, overrides=change), style="indonesian")
    assert once == before and str(once.percent) == "99.78"
    assert once.to_json() == before.to_json() and "rounding" in once.explain(tree=True)
    assert once.rules.overridden == ("rounding",)


def test_indonesian_names() -> None:
    ours = lkip.achievement("7", "6,5", polarity="lower", rules="bkd-ntt-2021", realization_state="measured")
    theirs = lkip.achievement(
        rencana="7", realisasi="6,5", polaritas="turun", pedoman="bkd-ntt-2021", keadaan_realisasi="terukur"
    )
    assert ours == theirs and ours.to_json() == theirs.to_json()


def test_include_leaves_parts_out(kaltim: lkip.RuleSet) -> None:
    short = lkip.achievement(70, 98, rules=kaltim, include=["receipt"]).to_dict()
    assert "receipt" in short and "explanation" not in short
    assert lkip.achievement(70, 98, rules=kaltim, include=[]).explanation.rule == "higher/realization_over_target"


def test_explanation(biro: lkip.RuleSet) -> None:
    a = lkip.achievement("70", "98,40", rules=biro)
    step = a.explanation
    assert (step.exact, step.line, str(step)) == (a.exact, a.line, a.line)
    assert step.rounding is not None
    assert (step.rounding.mode, step.rounding.places, str(step.rounding.after)) == ("truncate", 2, "140.57")
    assert [(i.name, i.label, i.value, i.remark) for i in step.inputs] == [
        ("realization", "realisasi", "98,40", None),
        ("target", "target", "70", None),
    ]
    assert [child.rule for child in step.children] == ["category/ntt-85-70-55", "rules/biro-umum-ntt-2021"]
    assert step.children[0].bounds == "85 ≤ x"
    assert step.sources and all(source.name for source in step.sources)
    assert step.tree() == a.explain(tree=True)
    assert step.to_dict() == a.to_dict()["explanation"]


def test_explanation_in_the_other_language(biro: lkip.RuleSet) -> None:
    ours, theirs = (lkip.achievement("70", "98,40", rules=biro, language=tag) for tag in ("id", "en"))
    assert ours.explain("en", tree=True) == theirs.explain(tree=True) != ours.explain(tree=True)
    assert theirs.explain(language="id") == ours.line
    with pytest.raises(lkip.LkipError, match="id atau en") as refused:
        ours.explain("fr")  # type: ignore[arg-type]
    assert (refused.value.code, refused.value.path) == ("unknown_choice", "language")
    with pytest.raises(lkip.LkipError):
        ours.explain(5)  # type: ignore[arg-type]


def test_receipt_is_of_the_inputs_not_of_their_spelling(kaltim: lkip.RuleSet) -> None:
    one = lkip.achievement("70", "98,40", rules=kaltim)
    other = lkip.achievement(70, Decimal("98.40"), rules=kaltim, language="en")
    assert one.receipt == other.receipt and len(one.receipt.inputs_fingerprint) == 64
    assert one.receipt.rules_fingerprint == kaltim.fingerprint
    assert one.receipt != lkip.achievement(70, Decimal("98.41"), rules=kaltim).receipt
    assert one.receipt.lkip == lkip.__version__
    assert one.receipt.to_dict() == one.to_dict()["receipt"]
