"""What the figures must be, worked out apart from lkip with `fractions.Fraction`.

Written from the rules as the regulations and reports state them and from the fields of a rule set as its data
declares them; it shares no line with the core. Sums, quotients and comparisons are those of `Fraction`; rounding
and the search for a category are done here in the plainest way.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

MOST_DIGITS = 28

NOT_APPLICABLE = frozenset({"no_target", "not_carried_out", "no_scale"})
"""The reasons for which there is nothing to compute; all others say that there should be a figure."""

Data = Mapping[str, Any]
Polarity = Literal["higher", "lower", "on_target"]


@dataclasses.dataclass(frozen=True)
class Missing(Exception):
    """Why there is no figure."""

    reason: str

    @property
    def outcome(self) -> str:
        return "not_applicable" if self.reason in NOT_APPLICABLE else "not_computable"


@dataclasses.dataclass(frozen=True)
class Figure:
    """A percentage with its category, or with the reason why it has none."""

    exact: Fraction
    percent: Decimal
    category: str | None
    no_category: str | None


@dataclasses.dataclass(frozen=True)
class Measured:
    """A target (nothing, a point, or a range), a realization (nothing, or a value), and which way is good."""

    target: tuple[Fraction, Fraction] | None
    realization: Fraction | None
    polarity: str = "higher"
    carried_out: bool = True
    is_range: bool = False


# --- Rounding and categories.


def rounded(exact: Fraction, rounding: Data) -> Decimal:
    """Rounded once. Counts whole units of the last place and looks at what is left."""
    places = int(rounding["places"])
    units = abs(exact) * 10**places
    whole = units.numerator // units.denominator
    left = units - whole
    half = Fraction(1, 2)
    match rounding["mode"]:
        case "truncate":
            up = False
        case "half_up":
            up = left >= half
        case "half_even":
            up = left > half or (left == half and whole % 2 == 1)
        case other:
            raise ValueError(other)
    whole += up
    if len(str(whole)) > MOST_DIGITS:
        raise Missing("too_large")
    digits = str(whole).rjust(places + 1, "0")
    text = digits if places == 0 else f"{digits[:-places]}.{digits[-places:]}"
    return Decimal("-" + text if exact < 0 and whole else text)


def admits(category: Data, value: Fraction) -> tuple[bool, bool]:
    """Whether the value is high enough for a category, and low enough."""
    high_enough = low_enough = True
    if "from" in category:
        high_enough = value >= Fraction(category["from"])
    if "above" in category:
        high_enough = value > Fraction(category["above"])
    if "to" in category:
        low_enough = value <= Fraction(category["to"])
    if "below" in category:
        low_enough = value < Fraction(category["below"])
    return high_enough, low_enough


def categorized(value: Fraction, scale: Data) -> str:
    """The code of the category that a value falls into."""
    gaps, categories = scale["gaps"], scale["categories"]
    if isinstance(gaps, Mapping):
        value = Fraction(rounded(value, gaps["round"]))
    first, last = categories[0], categories[-1]
    if not admits(first, value)[1]:
        return _beyond(scale["above"], first)
    if not admits(last, value)[0]:
        return _beyond(scale["below"], last)
    for category in categories:
        high_enough, low_enough = admits(category, value)
        if high_enough and (low_enough or gaps == "lower_bound"):
            return str(category["code"])
    raise Missing("in_scale_gap")


def _beyond(policy: str, category: Data) -> str:
    if policy == "unclassified":
        raise Missing("outside_scale")
    return str(category["code"])


def _figure(exact: Fraction, rules: Data, kind: str) -> Figure:
    percent = rounded(exact, rules["rounding_for"].get(kind, rules["rounding"]))
    value = exact if rules["classify"] == "exact" else Fraction(percent)
    if rules["scale"] is None:
        return Figure(exact, percent, None, "no_scale")
    try:
        return Figure(exact, percent, categorized(value, rules["scale"]), None)
    except Missing as missing:
        return Figure(exact, percent, None, missing.reason)


def _held(percent: Fraction, rules: Data, place: str) -> Fraction:
    """Between floor and cap, where they hold in this place."""
    for name, bound in (("cap", min), ("floor", max)):
        limit = rules[name]
        if limit is not None and limit["in"] == place:
            percent = bound(percent, Fraction(limit["percent"]))
    return percent


# --- Achievement.


def achievement(measured: Measured, rules: Data) -> Figure:
    """Capaian: realization against target, in percent."""
    return _figure(_held(_percent(measured, rules), rules, "indicator"), rules, "achievement")


def _percent(measured: Measured, rules: Data) -> Fraction:
    if measured.target is None:
        raise Missing("no_target")
    if not measured.carried_out:
        raise Missing("not_carried_out")
    if measured.realization is None:
        raise Missing("not_measured")
    low, high = measured.target
    value, polarity = measured.realization, measured.polarity
    if measured.is_range and low <= value <= high:
        return Fraction(100)
    target = low if value < low else high
    if target < 0:
        raise Missing("negative_target")
    met = {"higher": value >= low, "lower": value <= high, "on_target": low <= value <= high}[polarity]
    if target == 0:
        return _given(rules["zero_target"], met, "zero_target")
    if value == 0 and rules["zero_realization"] != "by_formula":
        given = rules["zero_realization"]
        if given == "not_computable":
            raise Missing("zero_realization")
        if isinstance(given, Mapping):
            return Fraction(given["as_given"])
        if met:  # full_when_met
            return Fraction(100)
    return 100 * _ratio(target, value, polarity, rules)


def _given(rule: Any, met: bool, reason: str) -> Fraction:
    if isinstance(rule, Mapping):
        return Fraction(rule["as_given"]["met" if met else "unmet"])
    if rule == "full_when_met" and met:
        return Fraction(100)
    raise Missing(reason)


def _ratio(target: Fraction, value: Fraction, polarity: str, rules: Data) -> Fraction:
    if polarity == "higher":
        return value / target
    if polarity == "on_target":
        return 1 - abs(1 - value / target)
    if rules["lower"] == "twice_target_minus_realization":
        return 2 - value / target
    if value < 0:
        raise Missing("negative_realization")
    if value == 0:
        raise Missing("zero_realization")
    return target / value


# --- Averages.


@dataclasses.dataclass(frozen=True)
class Item:
    """An item of an average: its weight, and its figure or why it has none."""

    figure: Figure | Missing
    weight: Fraction | None = None


def given(percent: Decimal) -> Figure:
    """A percentage as it stands in a report."""
    return Figure(Fraction(percent), percent, None, None)


def average(items: Sequence[Item], rules: Data) -> tuple[Figure, list[int], list[int]]:
    """Rata-rata: the figure, the places that were left out, and those that count as zero."""
    rule = rules["average"]
    terms: list[tuple[Fraction, Fraction]] = []
    left_out, as_zero, refused = [], [], False
    for place, item in enumerate(items):
        if isinstance(item.figure, Missing):
            policy = rule.get(item.figure.reason, "refuse")
            if policy == "leave_out":
                left_out.append(place)
                continue
            if policy == "refuse":
                refused = True
                continue
            as_zero.append(place)
            value = Fraction(0)
        else:
            value = item.figure.exact if rule["of"] == "exact" else Fraction(item.figure.percent)
        weight = Fraction(1) if rule["method"] == "mean" else item.weight
        assert weight is not None, "the core refuses a weighted mean without weights"
        terms.append((weight, _held(value, rules, "average")))
    if refused:
        raise Missing("incomplete_average")
    if not terms:
        raise Missing("nothing_to_average")
    weights = sum(weight for weight, _ in terms)
    if weights == 0:
        raise Missing("zero_weights")
    exact = sum((weight * value for weight, value in terms), Fraction(0)) / weights
    return _figure(exact, rules, "average"), left_out, as_zero
