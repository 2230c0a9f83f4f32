"""`average`: items of every kind, coverage, and figures that were computed before."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

import lkip

SECOND = [("100", "100"), ("70", "98,40"), ("70", "74,13")]


def measured(rules: lkip.RuleSet | str) -> list[lkip.Achievement]:
    return [lkip.achievement(target, value, rules=rules) for target, value in SECOND]


def test_figure(kaltim: lkip.RuleSet) -> None:
    g = lkip.average(measured(kaltim), rules=kaltim)
    assert (g.outcome, str(g.percent), g.exact) == ("computed", "115.49", Fraction(24253, 210))
    assert (g.used, g.total, g.left_out, g.as_zero, g.carried_forward_items) == (3, 3, (), (), ())
    assert g.display == "115,49 %" and g.line == g.explain()
    assert g.category is not None and g.category.reason is not None and g.category.reason.code == "no_scale"


def test_figures_computed_before_are_the_same_as_their_records(kaltim: lkip.RuleSet) -> None:
    records = [{"target": target, "realization": value} for target, value in SECOND]
    of_figures = lkip.average(measured(kaltim), rules=kaltim)
    of_records = lkip.average(records, rules=kaltim)
    assert of_figures == of_records and of_figures.to_json() == of_records.to_json()
    assert [item.figure for item in of_figures.items] == measured(kaltim)


def test_a_figure_keeps_the_rules_it_was_computed_by(kaltim: lkip.RuleSet) -> None:
    cut = lkip.achievement("3,095", "3,0885", rules="biro-umum-ntt-2021", style="indonesian")
    g = lkip.average([cut], rules=kaltim, overrides={"average": {"of": "reported"}})
    assert str(cut.percent) == "99.78" == str(g.percent)
    figure = g.items[0].figure
    assert figure is not None and figure.rules.id == "biro-umum-ntt-2021"


def test_items_of_every_kind(kaltim: lkip.RuleSet) -> None:
    group = lkip.average(measured(kaltim), rules=kaltim)
    given: list[Any] = [
        Decimal("90.5"),
        measured(kaltim)[1],
        group,
        {"label": "ketiga", "percent": measured(kaltim)[1], "weight": "2"},
        {"label": "kelima", "target": "0", "realization": "1"},
        {"items": [{"percent": "100"}, {"percent": "50"}]},
    ]
    g = lkip.average(iter(given), rules=kaltim, overrides={"average": {"zero_target": "leave_out"}})
    assert (g.used, g.total) == (5, 6)
    assert [(left.index, left.reason.code) for left in g.left_out] == [(4, "zero_target")]
    assert [item.label for item in g.items] == [None, None, None, "ketiga", "kelima", None]
    assert [str(item.percent) for item in g.items] == ["90.5", "140.57", "115.49", "140.57", "None", "75.00"]
    assert [item.outcome for item in g.items].count("not_computable") == 1
    assert g.items[3].weight == 2 and g.items[3].exact == Fraction(984, 7)
    assert g.items[4].reason is not None and g.items[4].reason == g.left_out[0].reason
    assert (g.items[0].figure, g.items[2].figure) == (None, group)
    assert isinstance(g.items[5].figure, lkip.Average)
    assert [row["outcome"] for row in g.to_dict()["items"]] == [item.outcome for item in g.items]


def test_weights(kaltim: lkip.RuleSet) -> None:
    weighted = {"average": {"method": "weighted"}}
    items = [{"percent": "100", "weight": 3}, {"percent": measured(kaltim)[2], "weight": Decimal("1")}]
    g = lkip.average(items, rules=kaltim, overrides=weighted)
    assert g.exact == (3 * 100 + Fraction("105.9")) / 4
    with pytest.raises(lkip.LkipError) as refused:
        lkip.average([{"percent": "100", "weight": -1}, measured(kaltim)[0]], rules=kaltim, overrides=weighted)
    assert [(e.code, e.path) for e in refused.value.errors] == [
        ("negative_weight", "items[0].weight"),
        ("weight_missing", "items[1].weight"),
    ]


def test_as_zero_and_incomplete(kaltim: lkip.RuleSet) -> None:
    missing = lkip.achievement("5", None, rules=kaltim)
    zero = lkip.average([Decimal(100), missing], rules=kaltim, overrides={"average": {"not_measured": "zero"}})
    assert (zero.as_zero, zero.exact, zero.used) == ((1,), Fraction(50), 2)
    refused = lkip.average([Decimal(100), missing], rules=kaltim, overrides={"average": {"not_measured": "refuse"}})
    assert refused.percent is None and refused.reason is not None and refused.reason.code == "incomplete_average"
    assert refused.reason.details == {"items": "2"}
    assert lkip.average([], rules=kaltim).reason is not None


def test_carried_forward_and_footnotes_follow(kaltim: lkip.RuleSet) -> None:
    old = lkip.achievement("3,095", "3,0885 *)", rules=kaltim, carried_from=2018, style="indonesian")
    g = lkip.average([measured(kaltim)[0], old], rules=kaltim)
    assert (g.footnotes, g.carried_forward_items) == (("*)",), (1,))


def test_where_a_figure_cannot_stand(kaltim: lkip.RuleSet) -> None:
    figure = measured(kaltim)[0]
    for wrong in ({"percent": "1", "weight": figure}, {"items": [figure]}, [figure], {"target": figure}):
        with pytest.raises(TypeError, match=r"items\[0\].*not lkip\.Achievement"):
            lkip.average([wrong], rules=kaltim)  # type: ignore[list-item]


def test_averages_of_averages_have_the_limit_of_groups(kaltim: lkip.RuleSet) -> None:
    group: dict[str, Any] = {"percent": "50"}
    figure: lkip.Average = lkip.average([Decimal(50)], rules=kaltim)
    levels = 0
    with pytest.raises(lkip.LkipError) as refused:
        while levels < 1000:
            levels += 1
            group = {"items": [group]}
            figure = lkip.average([figure], rules=kaltim)
            assert figure.exact == 50
    with pytest.raises(lkip.LkipError) as theirs:
        lkip.average([group], rules=kaltim)
    assert (refused.value.code, refused.value.path) == (theirs.value.code, theirs.value.path)
    assert refused.value.code == "too_deep" and levels > 6


def test_a_figure_beside_parts(kaltim: lkip.RuleSet) -> None:
    for figure in (measured(kaltim)[0], lkip.average(measured(kaltim), rules=kaltim)):
        for parts in ({"target": "5"}, {"items": [{"percent": "1"}]}):
            with pytest.raises(lkip.LkipError) as refused:
                lkip.average([{"percent": figure, **parts}], rules=kaltim)
            assert (refused.value.code, refused.value.path) == ("percent_or_parts", "items[0]")


@pytest.mark.parametrize("items", ["90", 90, None, {"percent": "90"}])
def test_no_list(kaltim: lkip.RuleSet, items: Any) -> None:
    with pytest.raises(lkip.LkipError) as refused:
        lkip.average(items, rules=kaltim)
    assert (refused.value.code, refused.value.path) == ("missing_field" if items is None else "wrong_type", "items")


def test_the_items_of_the_caller_are_left_alone(kaltim: lkip.RuleSet) -> None:
    record = {"percent": measured(kaltim)[0]}
    items = [record]
    g = lkip.average(items, rules=kaltim)
    assert items == [{"percent": measured(kaltim)[0]}]
    items.clear()
    record.clear()
    assert g == lkip.average(measured(kaltim)[:1], rules=kaltim)
