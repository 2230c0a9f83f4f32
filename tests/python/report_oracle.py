"""What the figures of a report document must be, worked out apart from lkip with `fractions.Fraction`.

Written from `lkip-core/schema/README.md`: `evaluate` gives every key of that page its exact value, or nothing where
there is no figure; `compare` holds against it what the document says that a published report printed. Fields are
read by their English names. What the page leaves open is decided here so:

- a blank and a dash have no value; in `sum`, `difference`, `ratio` and `quotient` they add nothing as long as something
  does, in `mean`, `count` and `share` they are not counted, in every other formula there is then no value. A dash in
  the budget is nothing spent;
- a quarter in which nothing was measured has no figures; with `last`, "so far" is the last value that there is;
- lines below `counted: false` are a second account of the same money and belong to no total but their own;
- an office's budget is that of its lines and of the offices below it. A line that names another objective or office
  leaves that of the line above;
- a program without a code is known by its name as it is written;
- the average of a goal and that of the report are made of the averages of their objectives;
- efficiency is made of exact values; a rule set says only of averages that they are made of rounded ones;
- what was not carried out has no realization, also where a zero is written;
- where no realization is given (a blank is none, a dash and a state say that there is nothing) the formula makes it, and
  where that gives nothing the quarters do.

    python tests/python/report_oracle.py tests/reports/NAME.json           the figures
    python tests/python/report_oracle.py --write tests/reports/NAME.json   tests/golden/reports/NAME.json anew

Reasons of differences are written by hand and stay; a difference without one stops the writing.
"""

from __future__ import annotations

import contextlib
import json
import pathlib
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import Any

import oracle
from oracle import Data, Figure, Item, Measured, Missing

ROOT = pathlib.Path(__file__).resolve().parents[2]

Value = Fraction | None
Figures = dict[str, Value]

GROUP_AND_MARK = {"indonesian": (r"\.", ","), "international": (",", r"\."), "plain": (None, r"\.")}
SAKIP_WEIGHTS = {"12/2015": (30, 25, 15, 10, 20), "88/2021": (30, 30, 15, 25)}


# --- Numbers as people write them.


def matched(text: str, style: str) -> re.Match[str]:
    """The text taken apart: whole, group, decimals; an error when it is no number of this style."""
    group, mark = GROUP_AND_MARK[style]
    grouped = rf"\d{{1,3}}(?:{group}\d{{3}})+|" if group else ""
    number = rf"(?P<sign>-?)(?P<whole>{grouped}\d+)(?:{mark}(?P<decimals>\d+))?"
    around = r"(?:\([^()]*\)|\*+\)|[a-z][a-z ]*)?"
    found = re.fullmatch(rf"(?:Rp\.?\s*)?{number}(?:,-)?\s*%?\s*{around}", text.strip(), re.IGNORECASE)
    if found is None:
        raise ValueError(f"not a number in this style: {text!r}")
    return found


def read(written: str | int | None, style: str | None) -> Value:
    """The number; nothing for a blank, a dash and what is not available."""
    if written is None or isinstance(written, int):
        return None if written is None else Fraction(written)
    if re.sub(r"Rp\.?", "", written).strip().lower() in {"", "-", "na", "n/a"}:
        return None
    if style is None:
        readings = set()
        for each in GROUP_AND_MARK:
            with contextlib.suppress(ValueError):
                readings.add(read(written, each))
        if len(readings) != 1:
            raise ValueError(f"no number, or another one in another style: {written!r}")
        return readings.pop()
    found = matched(written, style)
    digits = re.sub(r"\D", "", found["whole"])
    return Fraction(f"{found['sign']}{digits}.{found['decimals'] or 0}")


def written_like(value: Fraction, places: int, style: str, mode: str) -> str:
    """The value rounded, as the style writes it."""
    plain = format(oracle.rounded(value, {"mode": mode, "places": places}), f",.{places}f")
    return plain.translate(str.maketrans(",.", ".,")) if style == "indonesian" else plain


# --- Rules.


def merged(base: Data, changes: Data) -> dict[str, Any]:
    """The fields of `changes` laid over those of `base`, at every depth."""
    result = dict(base)
    for name, value in changes.items():
        held = result.get(name)
        result[name] = merged(held, value) if isinstance(held, Mapping) and isinstance(value, Mapping) else value
    return result


def rules_of(document: Data) -> dict[str, Any]:
    """The rules of the whole report. Categories are no figures of a report, so it goes without a scale."""
    rules = document["rules"]
    if isinstance(rules, str):
        rules = json.loads((ROOT / "lkip-core/catalogue/rules" / f"{rules}.json").read_text("utf-8"))
    return merged(merged(rules, document.get("overrides", {})), {"scale": None})


def percent(part: Value, whole: Value) -> Value:
    """part ÷ whole × 100 %."""
    return 100 * part / whole if part is not None and whole else None


def less(first: Value, second: Value) -> Value:
    """The difference of two values that there are."""
    return first - second if first is not None and second is not None else None


def total(values: Sequence[Value]) -> Value:
    """The sum of what there is."""
    known = [value for value in values if value is not None]
    return sum(known, Fraction(0)) if known else None


# --- Formulas.


class Formulas:
    """The values of formulas; those of operands with an id are kept under the key of the entry that they belong to."""

    def __init__(self, document: Data, rules: Data, figures: Figures) -> None:
        self.style: str | None = document.get("style")
        self.rules, self.figures = rules, figures
        self.entries: dict[str, Data] = {}
        for list_name in ("supporting", "indicators"):
            for entry in document.get(list_name, []):
                self.entries[f"{list_name}.{entry['id']}"] = entry
        self.known: dict[str, Value] = {}

    def entry(self, key: str) -> Value:
        """The value of an entry: as given, else as computed, else as its quarters make it."""
        if key not in self.known:
            entry = self.entries[key]
            computed = self.formula(entry["formula"], key) if "formula" in entry else None
            if nothing_there(entry):
                self.known[key] = None
            else:
                made = so_far(entry, "realization", 4, self.style, self.rules) if computed is None else computed
                given = read(entry.get("realization", entry.get("value")), self.style)
                self.known[key] = made if given is None else given
        return self.known[key]

    def operand(self, operand: Any, key: str) -> Value:
        if not isinstance(operand, Mapping):
            return read(operand, self.style)
        if "from" in operand:
            value = self.entry(operand["from"])
        elif "formula" in operand:
            value = self.formula(operand["formula"], key)
        else:
            value = read(operand.get("value"), self.style)
        if "id" in operand:
            self.figures[f"{key}.components.{operand['id']}"] = value
        return value

    def formula(self, formula: Data, key: str) -> Value:
        def values(name: str) -> list[Value]:
            return [self.operand(operand, key) for operand in formula.get(name, [])]

        kind = formula["kind"]
        if kind in ("ratio", "quotient"):
            part, whole = total(values("part")), total(values("whole"))
            return percent(part, whole) if kind == "ratio" else None if part is None or not whole else part / whole
        if kind == "kelembagaan":
            dimensions = [_sum_within(values(name), 50) for name in ("structure", "process")]
            return None if None in dimensions else total(dimensions)
        of = values("of")
        known = [value for value in of if value is not None]
        if kind == "sum":
            return total(of)
        if kind == "difference":
            return less(of[0], total(of[1:]) or Fraction(0))
        if kind == "mean":
            return sum(known, Fraction(0)) / len(known) if known else None
        if kind in ("count", "share"):
            inside = Fraction(sum(self.inside(formula, value) for value in known))
            return inside if kind == "count" else percent(inside, Fraction(len(known)))
        if not known or len(known) < len(of):
            return None
        match kind:
            case "weighted_mean":
                weights = [read(operand["weight"], self.style) or Fraction(0) for operand in formula["of"]]
                weighted = sum((w * v for w, v in zip(weights, known, strict=True)), Fraction(0))
                return weighted / sum(weights) if sum(weights) else None
            case "geometric_mean":
                return _root(known)
            case "skm":
                weight, places = Fraction(1, len(known)), formula.get("weight_places")
                if places is not None:
                    weight = Fraction(oracle.rounded(weight, {"mode": "half_up", "places": places}))
                highest = read(formula.get("highest", 4), self.style)
                return sum(known, Fraction(0)) * weight * 100 / highest if highest else None
            case "sakip_evaluation":
                weights_of = SAKIP_WEIGHTS[formula["edition"]]
                inside_all = all(0 <= v <= most for v, most in zip(known, weights_of, strict=True))
                return total(known) if inside_all else None
            case "itkp":
                return _sum_within(known, 100)
        raise ValueError(f"no such formula: {kind}")

    def inside(self, bounds: Data, value: Fraction) -> bool:
        """Whether a value lies inside the bounds of `count` and `share`."""
        tests: dict[str, Callable[[Fraction], bool]] = {
            "above": lambda bound: value > bound,
            "at_least": lambda bound: value >= bound,
            "below": lambda bound: value < bound,
            "at_most": lambda bound: value <= bound,
        }
        limits = {name: read(bounds[name], self.style) or Fraction(0) for name in tests if name in bounds}
        return all(tests[name](limit) for name, limit in limits.items())


def nothing_there(indicator: Data) -> bool:
    """Whether the document says of an indicator that there is no realization."""
    written, state = indicator.get("realization"), indicator.get("realization_state")
    dash = isinstance(written, str) and written.strip().lower() in {"-", "na", "n/a"}
    return dash or state in {"not_measured", "not_carried_out"}


def so_far(indicator: Data, field: str, last: int, style: str | None, report_rules: Data) -> Value:
    """What the quarters up to this one make together; a zero target is none."""
    quarters = sorted(indicator.get("quarters", []), key=lambda quarter: int(quarter["quarter"]))
    values = [read(quarter.get(field), style) for quarter in quarters if quarter["quarter"] <= last]
    known = [value for value in values if value is not None and (value or field != "target")]
    if not known:
        return None
    rules = merged(report_rules, indicator.get("overrides", {}))
    how = indicator.get("consolidation", rules["quarters"]["consolidation"])
    if how == "last":
        return known[-1]
    return sum(known, Fraction(0)) / (len(known) if how == "average" else 1)


def _sum_within(values: Sequence[Value], most: int) -> Value:
    complete = None if None in values else total(values)
    return complete if complete is not None and 0 <= complete <= most else None


def _root(values: Sequence[Fraction], places: int = 40) -> Value:
    """The n-th root of the product, cut off far behind any digit that is ever printed."""
    product, n = Fraction(1), len(values)
    for value in values:
        product *= value
    if product < 0:
        return None
    scaled = int(product * 10 ** (places * n))
    low, high = 0, 1 << (scaled.bit_length() // n + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**n <= scaled else (low, middle - 1)
    return Fraction(low, 10**places)


# --- Indicators.


class Indicators:
    """Everything that is said of the indicators, their objectives and goals."""

    def __init__(self, document: Data, rules: Data, figures: Figures, formulas: Formulas) -> None:
        self.document, self.rules, self.figures, self.formulas = document, rules, figures, formulas
        self.style: str | None = document.get("style")

    def target(self, entry: Data) -> tuple[Fraction, Fraction] | None:
        target = entry.get("target")
        bounds = target if isinstance(target, Mapping) else entry
        if "low" in bounds and "high" in bounds:
            low, high = read(bounds["low"], self.style), read(bounds["high"], self.style)
        else:
            low = high = read(target, self.style)
        return None if low is None or high is None else (low, high)

    def measured(self, indicator: Data, target: Any, realization: Value, state: str | None) -> Figure | Missing:
        span = target if isinstance(target, tuple) or target is None else (target, target)
        polarity = indicator.get("polarity", "higher")
        is_range = span is not None and span[0] != span[1]
        measured = Measured(span, realization, polarity, state != "not_carried_out", is_range)
        try:
            return oracle.achievement(measured, merged(self.rules, indicator.get("overrides", {})))
        except Missing as missing:
            return missing

    def all(self) -> None:
        figures = {}
        for indicator in self.document.get("indicators", []):
            figures[indicator["id"]] = self.one(indicator)
        self.roll_up(figures)
        self.scores(figures)
        averages: dict[str, Figure | Missing] = {}
        for objective in self.document.get("objectives", []):
            members = [i for i in self.document.get("indicators", []) if i.get("objective") == objective["id"]]
            items = [self.item(figures[i["id"]], i) for i in members if i.get("average", True)]
            averages[objective["id"]] = self.average(f"objectives.{objective['id']}", items)
        for goal in [*self.document.get("goals", []), None]:
            serving = [o for o in self.document.get("objectives", []) if goal is None or o.get("goal") == goal["id"]]
            items = [self.item(averages[o["id"]], o) for o in serving]
            self.average("report" if goal is None else f"goals.{goal['id']}", items)

    def roll_up(self, achieved: Mapping[str, Figure | Missing]) -> None:
        """What the components of the cascade make, where they do by a mean of achievements or of realizations."""
        made_of: dict[str, list[Data]] = {}
        for link in self.document.get("links", []):
            if link["kind"] == "component":
                made_of.setdefault(link["to"], []).append(link)
        for to, links in made_of.items():
            assert {link["method"] for link in links} == {"mean"}, "no document of ours has another yet"
            values = [
                exact(achieved[link["from"]])
                if link.get("takes") == "achievement"
                else self.figures[f"indicators.{link['from']}.realization"]
                for link in links
            ]
            known = [value for value in values if value is not None]
            complete = len(known) == len(values)
            self.figures[f"indicators.{to}.rolled_up"] = sum(known, Fraction(0)) / len(known) if complete else None

    def scores(self, achieved: Mapping[str, Figure | Missing]) -> None:
        """The mean of what every office promised in its last agreement of the year, or else of what the report gives it."""
        assert self.rules["rollup"] == {"of": "own_indicators", "method": "mean"}, "no document of ours has another yet"
        year = self.document["period"]["year"]
        indicators = {indicator["id"]: indicator for indicator in self.document.get("indicators", [])}
        for office in self.document.get("offices", []):
            agreements = [
                agreement
                for agreement in self.document.get("agreements", [])
                if agreement.get("office") == office["id"] and agreement.get("year", year) == year
            ]
            last: Data = max(agreements, key=lambda agreement: agreement.get("version", 1), default={})
            own = [row["indicator"] for row in last.get("indicators", [])]
            if not own:
                own = [i["id"] for i in indicators.values() if i.get("office") == office["id"] and i.get("average", True)]
            if own:
                items = [self.item(achieved[id_], indicators[id_]) for id_ in own]
                self.average(f"offices.{office['id']}", items, "score")

    def item(self, figure: Figure | Missing, entry: Data) -> Item:
        return Item(figure, read(entry.get("weight"), self.style))

    def average(self, key: str, items: Sequence[Item], name: str = "average") -> Figure | Missing:
        figure: Figure | Missing
        try:
            figure = oracle.average(items, self.rules)[0]
        except Missing as missing:
            figure = missing
        self.figures[f"{key}.{name}"] = exact(figure)
        return figure

    def one(self, indicator: Data) -> Figure | Missing:
        key = f"indicators.{indicator['id']}"
        target, realization = self.target(indicator), self.formulas.entry(key)
        self.figures[f"{key}.target"] = target[0] if target and target[0] == target[1] else None
        self.figures[f"{key}.realization"] = realization
        now = self.measured(indicator, target, realization, indicator.get("realization_state"))
        self.figures[f"{key}.achievement"] = exact(now)
        self.quarters(indicator, key, target)
        for earlier in indicator.get("previous", []):
            then, value = f"{key}.previous.{earlier['year']}", read(earlier.get("realization"), self.style)
            state = earlier.get("realization_state")
            achieved = read(earlier.get("achievement"), self.style)
            if achieved is None:
                achieved = exact(self.measured(indicator, self.target(earlier), value, state))
            self.figures[f"{then}.achievement"] = achieved
            self.figures[f"{then}.points"] = less(realization, value)
            self.figures[f"{then}.change"] = percent(less(realization, value), value)
            self.figures[f"{then}.achievement_points"] = less(exact(now), achieved)
        for plan in indicator.get("renstra", []):
            progress = self.measured(indicator, self.target(plan), realization, None)
            self.figures[f"{key}.renstra.{plan['year']}"] = exact(progress)
        if "national" in indicator:
            standard = read(indicator["national"]["value"], self.style)
            self.figures[f"{key}.national"] = exact(self.measured(indicator, standard, realization, None))
        return now

    def quarters(self, indicator: Data, key: str, year: Any) -> None:
        own_targets = indicator.get("quarter_targets", "own") == "own"
        for quarter in indicator.get("quarters", []):
            number, value = quarter["quarter"], read(quarter.get("realization"), self.style)
            target = read(quarter.get("target"), self.style) or None
            reached = so_far(indicator, "realization", number, self.style, self.rules)
            until = so_far(indicator, "target", number, self.style, self.rules) if own_targets else target
            for name, of, against in (
                ("against_quarter", value, target if own_targets else None),
                ("to_date", reached, until),
                ("against_year", reached, year),
            ):
                state = quarter.get("realization_state")
                figure = Missing("not_measured") if value is None else self.measured(indicator, against, of, state)
                self.figures[f"{key}.quarters.{number}.{name}"] = exact(figure)


def exact(figure: Figure | Missing) -> Value:
    """The exact value of a figure that there is."""
    return figure.exact if isinstance(figure, Figure) else None


# --- Budget.


class Budget:
    """The lines of the budget as a tree, and what belongs to whom."""

    def __init__(self, document: Data, rules: Data, figures: Figures) -> None:
        self.document, self.rules, self.figures = document, rules, figures
        self.style: str | None = document.get("style")
        self.lines: dict[str, Data] = {line["id"]: line for line in document.get("budget", [])}
        self.children: dict[str | None, list[str]] = {}
        for id_, line in self.lines.items():
            self.children.setdefault(line.get("parent"), []).append(id_)

    def amount(self, id_: str, field: str) -> Value:
        """As given, else the sum of what is below; the sum of a partial list proves nothing."""
        line = self.lines[id_]
        given = line.get(field)
        if isinstance(given, str) and given.strip() == "-":
            return Fraction(0)
        value = read(given, self.style)
        if value is not None or not line.get("complete", True):
            return value
        return total([self.amount(child, field) for child in self.children.get(id_, [])])

    def together(self, ids: Sequence[str], field: str) -> Value:
        return total([self.amount(id_, field) for id_ in ids])

    def above(self, id_: str) -> Iterator[Data]:
        """The line and those above it, the nearest first."""
        line: Data | None = self.lines[id_]
        while line is not None:
            yield line
            line = self.lines.get(line.get("parent", ""))

    def counted(self, id_: str) -> bool:
        return all(line.get("counted", True) for line in self.above(id_))

    def belongs(self, line: Data | None, field: str, wanted: set[str]) -> bool:
        """Whether a line belongs to one of them, by its own word or by that of the nearest line above that says."""
        said = (above[field] for above in self.above(line["id"]) if field in above) if line else iter(())
        return next(said, None) in wanted

    def belonging(self, field: str, wanted: set[str], amount: str) -> Value:
        """The topmost lines that belong to them, less the lines below these that say otherwise."""
        parts: list[Value] = []
        for id_, line in self.lines.items():
            if not self.counted(id_):
                continue
            above = self.lines.get(line.get("parent", ""))
            inside, inside_above = (self.belongs(each, field, wanted) for each in (line, above))
            value = self.amount(id_, amount)
            if inside != inside_above and value is not None:
                parts.append(value if inside else -value)
        return total(parts)

    def put(self, key: str, amount: Callable[[str], Value]) -> None:
        allocation, spending = amount("allocation"), amount("spending")
        self.figures[f"{key}.allocation"], self.figures[f"{key}.spending"] = allocation, spending
        self.figures[f"{key}.absorption"] = percent(spending, allocation)
        self.figures[f"{key}.remainder"] = less(allocation, spending)

    def all(self) -> None:
        for id_ in self.lines:
            self.put(f"budget.{id_}", partial(self.amount, id_))
        offices = self.document.get("offices", [])
        for office in offices:
            below = {office["id"]}
            for _ in offices:
                below |= {other["id"] for other in offices if other.get("parent") in below}
            self.put(f"offices.{office['id']}", partial(self.belonging, "office", below))
            if self.has_lines(below):
                self.efficiency(f"offices.{office['id']}", "score")
            # Without those below it, where both spend.
            if self.has_lines({office["id"]}) and self.has_lines(below - {office["id"]}):
                self.put(f"offices.{office['id']}.own", partial(self.belonging, "office", {office["id"]}))
        for objective in self.document.get("objectives", []):
            self.put(f"objectives.{objective['id']}", partial(self.belonging, "objective", {objective["id"]}))
            self.efficiency(f"objectives.{objective['id']}")
        programs: dict[str, list[str]] = {}
        for id_, line in self.lines.items():
            if line.get("level") == "program" and self.counted(id_):
                programs.setdefault(line.get("code", line["name"]), []).append(id_)
        for program, ids in programs.items():
            self.put(f"programs.{program}", partial(self.together, ids))
        roots = [id_ for id_ in self.children.get(None, []) if self.counted(id_)]
        self.put("report", partial(self.together, roots))
        self.efficiency("report")

    def has_lines(self, offices: set[str]) -> bool:
        return any(self.counted(id_) and self.belongs(line, "office", offices) for id_, line in self.lines.items())

    def efficiency(self, key: str, of: str = "average") -> None:
        achieved, absorbed = (self.figures.get(f"{key}.{kind}") for kind in (of, "absorption"))
        match self.rules["efficiency"]["method"]:
            case "achievement_minus_absorption":
                self.figures[f"{key}.efficiency"] = less(achieved, absorbed)
            case "absorption_over_achievement":
                self.figures[f"{key}.efficiency"] = percent(absorbed, achieved)
            case _:
                pass  # other methods need inputs that no document of ours has yet


def agreements(document: Data, figures: Figures) -> None:
    """Totals of agreements, and the absorption that they promise."""
    style = document.get("style")
    for agreement in document.get("agreements", []):
        key, programs = f"agreements.{agreement['id']}", agreement.get("programs", [])
        figures[f"{key}.total"] = total([read(program.get("allocation"), style) for program in programs])
        for number, program in enumerate(programs, 1):
            if "minimum" in program and "budget" in program:
                absorbed, promised = figures[f"budget.{program['budget']}.absorption"], read(program["minimum"], style)
                figures[f"{key}.programs.{number}.minimum"] = percent(absorbed, promised)


# --- The whole.


def evaluate(document: Data, rules: Data | None = None) -> Figures:
    """Every figure of the document with its exact value."""
    rules = rules or rules_of(document)
    figures: Figures = {}
    formulas = Formulas(document, rules, figures)
    for entry in document.get("supporting", []):
        figures[f"supporting.{entry['id']}"] = formulas.entry(f"supporting.{entry['id']}")
    Indicators(document, rules, figures, formulas).all()
    Budget(document, rules, figures).all()
    agreements(document, figures)
    return figures


def mode_of(document: Data, rules: Data, figure: str) -> str:
    """How the rules of a figure round: those of the report, or of its own entry."""
    for kind in ("indicators", "supporting"):
        for entry in document.get(kind, []):
            if f"{figure}.".startswith(f"{kind}.{entry['id']}."):
                rules = merged(rules, entry.get("overrides", {}))
    mode: str = rules["rounding"]["mode"]
    return mode


def compare(document: Data) -> tuple[int, list[dict[str, Any]], list[dict[str, Any]]]:
    """How many printed numbers are right, what those that are not should be, and the same of those that are malformed."""
    rules, figures = rules_of(document), evaluate(document)
    differs: list[dict[str, Any]] = []
    malformed: list[dict[str, Any]] = []
    equal = 0
    for printed in document.get("printed", []):
        if printed.get("shows", "value") != "value":
            continue
        value, text = figures[printed["figure"]], printed["text"].replace(", ", ",")
        style = printed.get("style", document.get("style", "plain"))
        mode, held = mode_of(document, rules, printed["figure"]), differs
        try:
            said = read(text, style)
            places = len(matched(text, style)["decimals"] or "") if said is not None else 0
        except ValueError:
            said, places, held = None, 0, malformed
        right = None if value is None else written_like(value, places, style, mode)
        if held is differs and (said == read(right, style) if said is not None else not value):
            equal += 1
        else:
            entry = {name: printed[name] for name in ("figure", "text", "ref") if name in printed}
            held.append({**entry, "right": right})
    return equal, differs, malformed


def write(path: pathlib.Path) -> None:
    """What the printed figures of a report are expected to come to. Reasons, and sums that a finding shows, are kept."""
    document = json.loads(path.read_text("utf-8"))
    equal, differs, malformed = compare(document)
    golden = ROOT / "tests/golden/reports" / path.name
    old = json.loads(golden.read_text("utf-8"))
    known: dict[tuple[str, str, str | None], list[dict[str, Any]]] = {}
    for entry in [*old["differs"], *old["malformed"]]:
        known.setdefault((entry["figure"], entry["text"], entry.get("ref")), []).append(entry)
    for differing in [*differs, *malformed]:
        entries = known.get((differing["figure"], differing["text"], differing.get("ref")))
        if not entries:
            sys.exit(f"no reason is known for {differing}")
        # A right value that was written by hand may show more, or less, than the printed text.
        differing.update(entries.pop(0))
    sums = [entry for entries in known.values() for entry in entries if "finding" in entry]
    gone = [entry for entries in known.values() for entry in entries if "finding" not in entry]
    if gone:
        sys.exit(f"no longer different: {gone}")
    place = {json.dumps(entry): number for number, entry in enumerate(old["differs"])}
    differs = sorted([*differs, *sums], key=lambda entry: place[json.dumps(entry)])
    shows = [printed.get("shows") for printed in document["printed"]]
    counts = {"printed": len(shows), "equal": equal - len(sums)}
    counts |= {"categories": shows.count("category"), "words": shows.count("words")}
    head = "".join(f" {json.dumps(name)}: {count},\n" for name, count in counts.items())

    def lines(entries: list[dict[str, Any]]) -> str:
        written = ",\n".join("  " + json.dumps(entry, ensure_ascii=False) for entry in entries)
        return f"[\n{written}\n ]" if entries else "[]"

    text = f'{{\n{head} "differs": {lines(differs)},\n "malformed": {lines(malformed)}\n}}\n'
    golden.write_text(text, "utf-8")


def main() -> None:
    options, paths = [a for a in sys.argv[1:] if a.startswith("-")], [a for a in sys.argv[1:] if not a.startswith("-")]
    for name in paths:
        if options == ["--write"]:
            write(pathlib.Path(name))
        else:
            for key, value in evaluate(json.loads(pathlib.Path(name).read_text("utf-8"))).items():
                print(key, "-" if value is None else value)


if __name__ == "__main__":
    main()
