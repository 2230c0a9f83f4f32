"""Random cases for the oracle: ties and near-ties, bounds of categories, zeros, negatives and missing values on purpose."""

from __future__ import annotations

import random
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import lkip
from oracle import Measured

MODES = ("half_up", "half_even", "truncate")
POLARITIES = ("higher", "lower", "on_target")
POLICIES = ("leave_out", "refuse", "zero")


def exactly(value: Fraction) -> Decimal | None:
    """The decimal of a fraction, when it ends and has no more digits than lkip holds."""
    with localcontext() as context:
        context.prec = 60
        quotient = Decimal(value.numerator) / Decimal(value.denominator)
    if Fraction(quotient) != value:
        return None
    digits = quotient.as_tuple()
    exponent = int(digits.exponent)
    written = max(len(digits.digits), -exponent) + max(exponent, 0)
    return Decimal(format(quotient, "f")) if written <= 28 else None


class Cases:
    """A stream of cases that a seed determines."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        ids = [rules.id for rules in lkip.rule_sets()]
        self.scales = [scale.id for scale in lkip.scales()]
        self.rules = [self.rule_set(self.random.choice(ids)) for _ in range(600)]
        self.rules += [(rules, rules.data) for rules in lkip.rule_sets()]

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def number(self) -> Decimal:
        """A number as reports have them: mostly few digits, sometimes many, sometimes zero or negative."""
        roll = self.random.random()
        if roll < 0.06:
            return Decimal(self.random.choice(["0", "0.0", "0.00"]))
        digits = self.random.choice([1, 2, 2, 3, 3, 4, 5, 8, 13])
        places = self.random.choice([0, 0, 1, 2, 2, 3, 4, 8])
        value = Decimal(self.random.randrange(10**digits)).scaleb(-places)
        return -value if roll > 0.96 else value

    def rounding(self) -> dict[str, Any]:
        return {"mode": self.random.choice(MODES), "places": str(self.random.randint(0, 10))}

    def limit(self, percents: list[str]) -> dict[str, str] | None:
        if self.chance(0.5):
            return None
        return {"percent": self.random.choice(percents), "in": self.random.choice(["indicator", "average"])}

    def rule_set(self, base: str) -> tuple[lkip.RuleSet, dict[str, Any]]:
        """Rules of the catalogue with every choice made anew, as an object and as its data."""
        choice = self.random.choice
        kinds = [kind for kind in ("achievement", "average") if self.chance(0.3)]
        overrides = {
            "lower": choice(["twice_target_minus_realization", "target_over_realization"]),
            "zero_target": choice(["not_computable", "full_when_met", {"as_given": {"met": "100.5", "unmet": "0"}}]),
            "zero_realization": choice(["by_formula", "not_computable", "full_when_met", {"as_given": "12.345"}]),
            "cap": self.limit(["100", "120", "150.005", "99.995"]),
            "floor": self.limit(["0", "-50", "12.345"]),
            "rounding": self.rounding(),
            "rounding_for": {kind: self.rounding() for kind in kinds},
            "average": {
                "method": choice(["mean", "weighted"]),
                "of": choice(["exact", "reported"]),
                "not_measured": choice(POLICIES),
                "not_carried_out": choice(POLICIES),
                "no_target": choice(POLICIES),
                "zero_target": choice(POLICIES),
            },
            "scale": choice([None, *self.scales]),
            "classify": choice(["reported", "exact"]),
        }
        rules = lkip.rule_set(base, overrides=overrides)
        return rules, rules.data

    def wanted(self, rules: dict[str, Any], kind: str) -> Fraction:
        """A percentage that is hard on the rules: on a tie of the rounding, on a bound, or hardly beside one."""
        rounding = rules["rounding_for"].get(kind, rules["rounding"])
        unit = Fraction(1, 10 ** int(rounding["places"]))
        bounds = self.bounds(rules["scale"])
        bounds += [limit["percent"] for limit in (rules["cap"], rules["floor"]) if limit is not None]
        if bounds and self.chance(0.5):
            value = Fraction(self.random.choice(bounds))
            value += Fraction(self.random.choice([0, 0, 1, -1, 2, -2]), 2) * unit
        else:
            value = self.random.randint(-20, 2500) * unit + Fraction(self.random.randint(0, 160))
            value += Fraction(self.random.choice([0, 1]), 2) * unit
        near = self.random.choice([0, 0, 1, -1])
        return value + near * Fraction(1, 10 ** self.random.randint(4, 14))

    @staticmethod
    def bounds(scale: dict[str, Any] | None) -> list[str]:
        ends = ("from", "above", "to", "below")
        return [] if scale is None else [c[end] for c in scale["categories"] for end in ends if end in c]

    def aimed(self, rules: dict[str, Any], polarity: str) -> tuple[Decimal, Decimal] | None:
        """A target and a realization that give a wanted percentage exactly."""
        share = self.wanted(rules, "achievement") / 100
        target = Fraction(abs(self.number()) or 1)
        if polarity == "higher":
            value = target * share
        elif polarity == "on_target":
            value = target * (1 + self.random.choice([1, -1]) * (1 - share))
        elif rules["lower"] == "twice_target_minus_realization":
            value = target * (2 - share)
        else:
            value, target = target, target * share
        found = exactly(target), exactly(value)
        return None if None in found else found  # type: ignore[return-value]

    def measurement(self, rules: dict[str, Any]) -> tuple[dict[str, Any], Measured]:
        """The fields of a measurement, and the same for the oracle."""
        polarity = self.random.choice(POLARITIES)
        fields: dict[str, Any] = {"polarity": polarity}
        aimed = self.aimed(rules, polarity) if self.chance(0.6) else None
        target: Decimal | None
        value: Decimal | None
        target, value = aimed or (self.number(), self.number())
        ends: tuple[Fraction, Fraction] | None
        is_range = self.chance(0.15)
        if is_range:
            other = self.number() if self.chance(0.7) else target
            low, high = sorted([target, other])
            fields["target"] = {"low": low, "high": high}
            ends = Fraction(low), Fraction(high)
        elif aimed is None and self.chance(0.05):
            ends = None
        else:
            fields["target"] = target
            ends = Fraction(target), Fraction(target)
        carried_out = True
        if aimed is None and self.chance(0.1):
            value = None
            if self.chance(0.5):
                fields["realization_state"], carried_out = "not_carried_out", False
        if value is not None:
            fields["realization"] = value
            if self.chance(0.05):
                fields["carried_from"] = 2018
        realization = None if value is None else Fraction(value)
        return fields, Measured(ends, realization, polarity, carried_out, is_range)
