"""Every figure against an oracle that shares no line with the core: the vectors, and random cases."""

from __future__ import annotations

import json
import os
import random
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

import lkip
import oracle
from cases import Vector, compact, vectors
from generated import Cases
from oracle import Figure, Item, Measured, Missing

SEED = int(os.environ.get("LKIP_SEED") or random.SystemRandom().randrange(2**32))
ACHIEVEMENTS, AVERAGES, CATEGORIES, THROUGH_JSON = 60_000, 15_000, 30_000, 5_000


def test_the_cases_are_many() -> None:
    assert ACHIEVEMENTS + AVERAGES + CATEGORIES + THROUGH_JSON >= 100_000


# --- What lkip says and what the oracle says, in one shape.

Answer = dict[str, Any]


def expected(compute: Callable[[], Figure]) -> Answer:
    try:
        figure = compute()
    except Missing as missing:
        return {"outcome": missing.outcome, "reason": missing.reason}
    return {
        "outcome": "computed",
        "percent": format(figure.percent, "f"),
        "exact": figure.exact,
        "category": figure.category,
        "no_category": figure.no_category,
    }


def got(figure: lkip.Achievement | lkip.Average) -> Answer:
    if figure.reason is not None:
        assert (figure.percent, figure.exact, figure.category) == (None, None, None)
        return {"outcome": figure.outcome, "reason": figure.reason.code}
    assert figure.percent is not None and figure.category is not None
    return {
        "outcome": figure.outcome,
        "percent": format(figure.percent, "f"),
        "exact": figure.exact,
        "category": figure.category.code,
        "no_category": figure.category.reason and figure.category.reason.code,
    }


def got_json(answer: Answer) -> Answer:
    if answer["outcome"] != "computed":
        return {"outcome": answer["outcome"], "reason": answer["reason"]["code"]}
    return {
        "outcome": "computed",
        "percent": answer["percent"],
        "exact": Fraction(answer["exact"]),
        "category": answer["category"].get("code"),
        "no_category": answer["category"].get("reason", {}).get("code"),
    }


# --- The vectors.


def data_of(rules: Any, overrides: Any) -> dict[str, Any]:
    return lkip.rule_set(rules, overrides=overrides).data


def field(call: dict[str, Any], *names: str) -> Any:
    return next((call[name] for name in names if call.get(name) is not None), None)


def number(value: Any, style: Any) -> Fraction | None:
    """One number as the reader reads it; the reader has vectors and an oracle of its own."""
    if value is None:
        return None
    read = lkip.read_number(value, style=style)
    return None if read.value is None else Fraction(read.value)


def measured(call: dict[str, Any], style: Any) -> Measured:
    polarity = {"turun": "lower", "turun_baik": "lower", "negatif": "lower", "minimize": "lower", "khusus": "lower"}
    polarity |= {"naik": "higher", "naik_baik": "higher", "positif": "higher", "maximize": "higher"}
    polarity |= {"normal": "higher", "stabil": "on_target", "stabilize": "on_target"}
    word = field(call, "polarity", "polaritas") or "higher"
    target = field(call, "target", "rencana", "target_tahunan")
    is_range = isinstance(target, dict)
    if is_range:
        low = number(field(target, "low", "batas_bawah"), style)
        high = number(field(target, "high", "batas_atas"), style)
    elif target is None:
        low = high = None
    else:
        read = lkip.read_number(target, style=style)
        is_range = read.state == "range"
        both = (read.low, read.high) if is_range else (read.value, read.value)
        low, high = (None if end is None else Fraction(end) for end in both)
    value = number(field(call, "realization", "realisasi"), style)
    state = field(call, "realization_state", "keadaan_realisasi")
    done = state not in ("not_carried_out", "tidak_dilaksanakan")
    ends = None if low is None or high is None else (low, high)
    return Measured(ends, value, polarity.get(word, word), done, is_range)


def item_of(fields: dict[str, Any], style: Any, outer: dict[str, Any]) -> Item:
    rules = data_of(outer, field(fields, "overrides", "pengganti"))
    weight = number(field(fields, "weight", "bobot"), style)
    try:
        if (percent := field(fields, "percent", "capaian", "capaian_persen")) is not None:
            read = lkip.read_number(percent, style=style).value
            assert read is not None
            return Item(oracle.given(read), weight)
        if (items := field(fields, "items", "butir")) is not None:
            return Item(oracle.average([item_of(i, style, rules) for i in items], rules)[0], weight)
        return Item(oracle.achievement(measured(fields, style), rules), weight)
    except Missing as missing:
        return Item(missing, weight)


def of_vector(call: dict[str, Any]) -> Answer:
    style = field(call, "style", "gaya")
    if call["op"] == "classify":
        scale, rules = field(call, "scale", "skala"), field(call, "rules", "pedoman")
        data = lkip.scale(scale).data if scale is not None else lkip.rule_set(rules).data["scale"]
        value = number(field(call, "value", "nilai"), style)
        assert value is not None
        try:
            return {"outcome": "computed", "code": oracle.categorized(value, data)}
        except Missing as missing:
            return {"outcome": missing.outcome, "reason": missing.reason}
    rules = data_of(field(call, "rules", "pedoman"), field(call, "overrides", "pengganti"))
    if call["op"] == "achievement":
        return expected(lambda: oracle.achievement(measured(call, style), rules))
    items = [item_of(item, style, rules) for item in field(call, "items", "butir")]
    return expected(lambda: oracle.average(items, rules)[0])


def checkable(vector: Vector) -> bool:
    """What computes; what refuses its input is compared as text in test_vectors."""
    if not isinstance(vector.call, dict) or vector.call.get("op") not in ("achievement", "average", "classify"):
        return False
    return bool(json.loads(vector.answer)["outcome"] != "error")


FIGURES = [vector for vector in vectors() if checkable(vector)]


def test_the_vectors_hold_figures_of_every_kind() -> None:
    assert {vector.call["op"] for vector in FIGURES} == {"achievement", "average", "classify"}


@pytest.mark.parametrize("vector", FIGURES, ids=lambda vector: vector.id)
def test_vector(vector: Vector) -> None:
    answer = json.loads(vector.answer)
    if vector.call["op"] != "classify":
        assert got_json(answer) == of_vector(vector.call)
    elif answer["outcome"] == "computed":
        assert {"outcome": "computed", "code": answer["code"]} == of_vector(vector.call)
    else:
        assert {"outcome": answer["outcome"], "reason": answer["reason"]["code"]} == of_vector(vector.call)


# --- Random cases.


@pytest.fixture(scope="module")
def cases() -> Cases:
    print(f"\nLKIP_SEED={SEED}")
    return Cases(SEED)


def agree(run: int, wrong: list[object], kinds: Counter[str], needed: set[str]) -> None:
    """Nothing wrong, and everything that must have occurred did, so that no branch was left untried."""
    print(f"{run} cases, {len(wrong)} wrong, {dict(kinds)}")
    assert not wrong, (SEED, *map(str, wrong[:3]))
    assert needed <= kinds.keys(), (SEED, needed - kinds.keys())


def test_achievements(cases: Cases) -> None:
    wrong: list[object] = []
    kinds: Counter[str] = Counter()
    for _ in range(ACHIEVEMENTS):
        rules, data = cases.random.choice(cases.rules)
        fields, case = cases.measurement(data)
        want = expected(lambda: oracle.achievement(case, data))
        have = got(lkip.achievement(rules=rules, **fields))
        kinds[want.get("reason") or want.get("no_category") or "computed"] += 1
        if want != have:
            wrong.append((rules, data["rounding"], fields, want, have))
    reasons = {"no_target", "zero_target", "negative_target", "not_measured", "not_carried_out"}
    reasons |= {"zero_realization", "negative_realization", "too_large"}
    agree(ACHIEVEMENTS, wrong, kinds, reasons | {"no_scale", "outside_scale", "in_scale_gap", "computed"})


def test_achievements_through_json(cases: Cases) -> None:
    """The same through the JSON twin, with rules as data and numbers as text."""
    wrong: list[object] = []
    kinds: Counter[str] = Counter()

    def text(value: Any) -> Any:
        if isinstance(value, dict):
            return {end: text(number) for end, number in value.items()}
        return format(value, "f") if isinstance(value, Decimal) else str(value)

    for _ in range(THROUGH_JSON):
        _, data = cases.random.choice(cases.rules)
        fields, case = cases.measurement(data)
        numbers = {name: text(value) for name, value in fields.items()}
        call = {"op": "achievement", "rules": data, "style": "plain", "include": [], **numbers}
        want = expected(lambda: oracle.achievement(case, data))
        have = got_json(json.loads(lkip.answer_json(compact(call))))
        kinds[want["outcome"]] += 1
        if want != have:
            wrong.append((fields, want, have))
    agree(THROUGH_JSON, wrong, kinds, {"computed", "not_applicable", "not_computable"})


def test_averages(cases: Cases) -> None:
    wrong: list[object] = []
    kinds: Counter[str] = Counter()
    for _ in range(AVERAGES):
        rules, data = cases.random.choice(cases.rules)
        records: list[dict[str, Any]] = []
        items: list[Item] = []
        for _ in range(cases.random.choice([0, 1, 2, 2, 3, 4, 7])):
            record, item = an_item(cases, data)
            records.append(record)
            items.append(item)
        want = expected(lambda: oracle.average(items, data)[0])
        average = lkip.average(records, rules=rules)
        kinds[want.get("reason") or "computed"] += 1
        have = got(average)
        if want["outcome"] == "computed":
            _, left_out, as_zero = oracle.average(items, data)
            coverage = [left.index for left in average.left_out], list(average.as_zero), average.used, average.total
            if coverage != (left_out, as_zero, len(items) - len(left_out), len(items)):
                wrong.append((records, coverage))
        if want != have:
            wrong.append((data["average"], data["rounding"], records, want, have))
    agree(AVERAGES, wrong, kinds, {"computed", "nothing_to_average", "incomplete_average", "zero_weights"})


def an_item(cases: Cases, data: dict[str, Any]) -> tuple[dict[str, Any], Item]:
    weight = abs(cases.number()) if cases.chance(0.9) else Decimal(0)
    if cases.chance(0.5):
        percent = cases.number()
        return {"percent": percent, "weight": weight}, Item(oracle.given(percent), Fraction(weight))
    fields, case = cases.measurement(data)
    figure: Figure | Missing
    try:
        figure = oracle.achievement(case, data)
    except Missing as missing:
        figure = missing
    return {**fields, "weight": weight}, Item(figure, Fraction(weight))


def test_categories(cases: Cases) -> None:
    wrong: list[object] = []
    kinds: Counter[str] = Counter()
    scales = [(scale, scale.data) for scale in lkip.scales()]
    for _ in range(CATEGORIES):
        scale, data = cases.random.choice(scales)
        value = cases.number()
        if cases.chance(0.8):
            bound = Decimal(cases.random.choice(cases.bounds(data)))
            value = bound + cases.random.choice([0, 1, -1]) * Decimal(1).scaleb(-cases.random.randint(0, 12))
        found = lkip.classify(value, scale=scale)
        try:
            want = oracle.categorized(Fraction(value), data)
        except Missing as missing:
            want = missing.reason
        have = found.code or (found.reason and found.reason.code)
        kinds[want if found.reason else data["id"]] += 1
        if want != have:
            wrong.append((scale, value, want, have))
    agree(CATEGORIES, wrong, kinds, {data["id"] for _, data in scales} | {"outside_scale", "in_scale_gap"})
