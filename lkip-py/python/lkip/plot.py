"""The plots that an LKjIP needs, drawn with matplotlib, which `pip install lkip[plot]` brings along.

What they show, numbers and texts alike, is what `lkip.chart()` gives: nothing is computed here. A number becomes a float at the
moment in which it is drawn, and is written beside it as it stands in the report. What is drawn of a figure has its key as `gid`,
which is its id in SVG. The colours can be told apart by those who
see few of them, and every series has a hatch or a marker of its own, so that prints in grey can be read.

    import lkip

    evaluation = lkip.evaluate(lkip.Report.load("bkd-ntt-2021.json"))
    axes = lkip.plot.achievements(evaluation)
    axes.figure.savefig("capaian.png")
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from .operations import chart as _chart
from .operations import write_number as _write_number

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

    from ._native import Chart, ChartPoint, Evaluation
    from .types import Language

__all__ = ["absorption", "achievements", "budget", "quarters"]

# The colours of Okabe and Ito (Color Universal Design), which differ in brightness too.
_BLUE, _VERMILLION, _SKY, _ORANGE = "#0072B2", "#D55E00", "#56B4E9", "#E69F00"
_DARK, _GREY = "#1A1A1A", "#4D4D4D"
_HATCHES = ("", "..", "//", "xx", "\\\\", "++")

# Sizes of letters in points.
_TITLE, _TEXT, _SMALL = 11.0, 8.5, 7.5

# How many signs stand in one line: of a name, of a sentence in a row, of a short cell, of a note below.
_NAME, _SENTENCE, _CELL, _NOTE = 44, 64, 22, 108

# In inches: how wide a plot is, how high one line of text, and what stands above and below the rows.
_WIDE, _LINE, _AROUND = 10.0, 0.15, 1.5


def achievements(evaluation: Evaluation, *, ax: Axes | None = None, language: Language | None = None) -> Axes:
    """The achievement of every indicator as a bar, on the bands of the scale that the rules have, with the line of 100 %.

    Indicators without a percentage stand in their row with the reason. Where one lies far beyond the others, the axis is cut
    off: its bar ends in an arrow, and its value is written. `ax` is where to draw; a new figure of a fitting size if nothing
    is said. `language` is `id` (if nothing is said) or `en`. Raises `ModuleNotFoundError` where matplotlib is not installed.
    """
    chart = _chart(evaluation, "achievements", language=language)
    if not chart.items:
        return _empty(chart, ax)
    points = chart["achievement"].points
    rows = _rows(chart, [[_missing(point)] for point in points])
    ax = _sideways(chart, rows, ax, language)
    low, high = _limits(chart, points)
    ax.set_xlim(low, high)
    legend = [*_bands(ax, chart, low, high), *_lines(ax, chart)]
    for row, point in zip((row for row in rows if row.place is not None), points, strict=True):
        if point.value is None:
            _say(ax, low, row.middle, _reason(point))
            continue
        value = float(point.value)
        end = min(max(value, low), high)
        ax.barh(row.middle, end, height=0.17, color=_BLUE, edgecolor=_DARK, linewidth=0.6, zorder=3, gid=point.figure)
        if value == end:
            _write(ax, end, row.middle, point.display, left=value < 0)
        else:
            ax.plot([end], [row.middle], marker=">" if value > end else "<", color=_DARK, markersize=9, zorder=5, clip_on=False)
            _write(ax, end, row.middle, point.display, left=value > end, white=True)
    return _finish(ax, chart, legend)


def quarters(evaluation: Evaluation, indicator: str, *, ax: Axes | None = None, language: Language | None = None) -> Axes:
    """What an indicator was to reach in each quarter, and what it reached, side by side, with the achievement below.

    `indicator` is its id. A quarter without a realization says why. `ax` and `language` as in `achievements()`. Raises
    `LkipError` for an indicator that there is not, and `ModuleNotFoundError` where matplotlib is not installed.
    """
    chart = _chart(evaluation, "quarters", indicator, language=language)
    if not chart.items:
        return _empty(chart, ax)
    ax = _new(ax, 8.0, 4.6)
    looks = {"target": ("white", _HATCHES[2], -0.2), "realization": (_BLUE, "", 0.2)}
    legend: list[Artist] = []
    for id, (color, hatch, aside) in looks.items():
        series = chart[id]
        there = [(place + aside, point) for place, point in enumerate(series.points) if point.value is not None]
        bars = ax.bar(
            [x for x, _ in there],
            [_float(chart, point) for _, point in there],
            width=0.38, color=color, hatch=hatch, edgecolor=_DARK, linewidth=0.8, label=series.label, zorder=3,
        )  # fmt: skip
        legend.append(_patch(color, hatch, series.label))
        ax.bar_label(bars, [point.display for _, point in there], padding=2, fontsize=_TEXT, color=_DARK)
        for place, point in enumerate(series.points):
            if point.value is None and _reason(point):
                _say(ax, place + aside, 0.0, _reason(point), va="bottom", width=12)
    achieved = chart["achievement"]
    names = [item.label for item in chart.items]
    for place, point in enumerate(achieved.points):
        if point.display:
            names[place] += f"\n{achieved.label}: {point.display}"
    ax.set_xticks(range(len(names)), names, fontsize=_TEXT)
    ax.set_xlim(-0.6, len(names) - 0.4)
    ax.set_ylabel(chart.axis.label, fontsize=_TEXT)
    ax.tick_params(axis="y", labelsize=_TEXT)
    ax.yaxis.set_major_formatter(lambda tick, _: _tick(tick, language))
    ax.yaxis.grid(True, color="#D9D9D9", linewidth=0.6, zorder=0)
    ax.axhline(0, color=_DARK, linewidth=0.8)
    ax.margins(y=0.12)
    return _finish(ax, chart, legend, ticks=2)


def absorption(evaluation: Evaluation, *, ax: Axes | None = None, language: Language | None = None) -> Axes:
    """Achievement against absorption: a point for each, joined by what lies between them, and the efficiency at the right.

    Of every objective, or of every office where objectives have no budget, and of the whole report. `ax` and `language` as in
    `achievements()`. Raises `ModuleNotFoundError` where matplotlib is not installed.
    """
    chart = _chart(evaluation, "absorption", language=language)
    if not chart.items:
        return _empty(chart, ax)
    drawn = [chart["achievement"], chart["absorption"]]
    pairs = list(zip(*(series.points for series in drawn), strict=True))
    rows = _rows(chart, [[_missing(point, f"{series.label}: ") for series, point in zip(drawn, pair, strict=True)] for pair in pairs])
    ax = _sideways(chart, rows, ax, language)
    low, high = _limits(chart, [point for pair in pairs for point in pair], room=0.2, near=True)
    ax.set_xlim(low, high)
    looks = (("o", _BLUE), ("s", _ORANGE))
    legend = _lines(ax, chart)
    for (marker, color), series in zip(looks, drawn, strict=True):
        legend.append(_mark(marker, color, series.label))
    for row, pair in zip(rows, pairs, strict=True):
        ends = [None if point.value is None else min(max(float(point.value), low), high) for point in pair]
        there = [end for end in ends if end is not None]
        # What is missing is said below what is there.
        line = row.middle if len(there) == 2 else row.top + 0.06 + _LINE / 2
        if len(there) == 2:
            ax.plot(there, [line, line], color=_GREY, linewidth=2.0, zorder=2)
        for (marker, color), point, end in zip(looks, pair, ends, strict=True):
            if end is None or point.value is None:
                continue
            beyond = float(point.value) != end
            shape = (">" if end == high else "<") if beyond else marker
            ax.plot([end], [line], marker=shape, color=color, markeredgecolor=_DARK, markersize=8, zorder=4, linestyle="",
                    clip_on=False, gid=point.figure)  # fmt: skip
            # Away from the other one; of two in the same place the second is written at the left.
            left = len(there) == 2 and (end < max(there) or (there[0] == there[1] and point is pair[1]))
            _write(ax, end, line, point.display, left=left)
        below = line + 0.7 * _LINE if there else row.top + 0.06
        for series, point in zip(drawn, pair, strict=True):
            if point.value is None:
                below += _LINE * _say(ax, low, below, f"{series.label}: {_reason(point)}", va="top")
    beside = [chart[id] for id in ("efficiency", "band") if id in chart]
    texts = [", ".join(part for part in parts if part) for parts in zip(*([p.display for p in s.points] for s in beside), strict=True)]
    _column(ax, rows, beside[0].label, texts)
    return _finish(ax, chart, legend)


def budget(evaluation: Evaluation, *, ax: Axes | None = None, language: Language | None = None) -> Axes:
    """What every program was allocated and spent, as two bars with their amounts, and the absorption at the right.

    `ax` and `language` as in `achievements()`. Raises `ModuleNotFoundError` where matplotlib is not installed.
    """
    chart = _chart(evaluation, "budget", language=language)
    if not chart.items:
        return _empty(chart, ax)
    looks = {"allocation": ("white", _HATCHES[2], -0.1), "spending": (_BLUE, "", 0.1)}
    rows = _rows(chart, [[] for _ in chart.items], least=0.5)
    ax = _sideways(chart, rows, ax, language)
    legend: list[Artist] = []
    for id, (color, hatch, below) in looks.items():
        series = chart[id]
        legend.append(_patch(color, hatch, series.label))
        for row, point in zip(rows, series.points, strict=True):
            if point.value is None:
                _say(ax, 0.0, row.middle + below, f"{series.label}: {_reason(point)}")
                continue
            end = _float(chart, point)
            ax.barh(row.middle + below, end, height=0.19, color=color, hatch=hatch, edgecolor=_DARK, linewidth=0.8, zorder=3,
                    gid=point.figure)  # fmt: skip
            _write(ax, end, row.middle + below, point.display, left=end < 0)
    ax.set_xlim(*_limits(chart, [point for id in looks for point in chart[id].points], room=0.32))
    _column(ax, rows, chart["absorption"].label, [point.display for point in chart["absorption"].points])
    return _finish(ax, chart, legend)


# --- What the plots have in common.


@dataclass
class _Row:
    """A row of a plot whose names stand at the left; the places are inches from above."""

    label: str
    # Which item it is of; None for the name of a group.
    place: int | None
    strong: bool
    top: float
    height: float

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def _rows(chart: Chart, sentences: Sequence[Sequence[str | None]], least: float = 0.0) -> list[_Row]:
    """A row for every item, as high as its name and what is said in it need, below one for its group where a new one begins."""
    rows: list[_Row] = []
    group: str | None = None

    def put(label: str, place: int | None, strong: bool, lines: int) -> None:
        top = rows[-1].top + rows[-1].height if rows else 0.0
        height = max(least, max(label.count("\n") + 1, lines) * _LINE + 0.12)
        rows.append(_Row(label, place, strong, top, height))

    for place, item in enumerate(chart.items):
        if item.group is not None and item.group != group:
            put(textwrap.fill(item.group, _NAME - 4), None, True, 1)
        group = item.group
        # What has a value takes a line, too.
        lines = sum(len(textwrap.wrap(text, _SENTENCE)) for text in sentences[place] if text) + (None in sentences[place])
        put(textwrap.fill(item.label, _NAME), place, item.kind == "total", lines)
    return rows


def _new(ax: Axes | None, width: float, height: float) -> Axes:
    try:
        from matplotlib import pyplot
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError("lkip.plot draws with matplotlib, which is not installed: pip install lkip[plot]") from error
    if ax is not None:
        return ax
    _, made = pyplot.subplots(figsize=(width, height), layout="constrained")
    return made


def _sideways(chart: Chart, rows: Sequence[_Row], ax: Axes | None, language: Language | None) -> Axes:
    """Axes with the names of the rows at the left and the measure below."""
    bottom = rows[-1].top + rows[-1].height
    ax = _new(ax, _WIDE, bottom + _AROUND)
    ax.set_ylim(bottom, 0)
    ax.set_yticks([row.middle for row in rows], [row.label for row in rows], fontsize=_TEXT, color=_DARK)
    for name, row in zip(ax.get_yticklabels(), rows, strict=True):
        name.set_fontweight("bold" if row.strong else "normal")
    ax.tick_params(axis="y", length=0)
    ax.xaxis.set_major_formatter(lambda tick, _: _tick(tick, language))
    ax.set_xlabel(chart.axis.label, fontsize=_TEXT)
    ax.tick_params(axis="x", labelsize=_TEXT)
    for row in rows:
        if row.strong and row.top > 0:
            ax.axhline(row.top, color="#B3B3B3", linewidth=0.6, zorder=1)
    return ax


def _limits(chart: Chart, points: Sequence[ChartPoint], *, room: float = 0.15, near: bool = False) -> tuple[float, float]:
    """From where to where an axis goes: to where the chart cuts it, or past what is on it, with room for what is written."""
    marks = [_float(chart, point) for point in points if point.value is not None] + [float(line.value) for line in chart.lines]
    least, most = min(marks, default=0.0), max(marks, default=0.0)
    # Bars begin at zero; points need not.
    least, most = (least, most) if near else (min(least, 0.0), max(most, 0.0))
    room = room * (most - least) or 1.0
    low = least - room if least < 0 else max(least - room, 0.0)
    high = most + room if most > 0 or least == 0 else 0.0
    return (
        low if chart.axis.low is None else float(chart.axis.low),
        high if chart.axis.high is None else float(chart.axis.high),
    )


def _float(chart: Chart, point: ChartPoint) -> float:
    """Where a value stands on the axis. The only place where a number of a report becomes a float."""
    return float((point.value or Decimal(0)) / chart.axis.per)


def _tick(tick: float, language: Language | None) -> str:
    return _write_number(Decimal(f"{tick:.6f}").normalize() + 0, language=language)


def _missing(point: ChartPoint, before: str = "") -> str | None:
    return before + _reason(point) if point.value is None else None


def _reason(point: ChartPoint) -> str:
    return point.display if point.reason is None else str(point.reason)


def _bands(ax: Axes, chart: Chart, low: float, high: float) -> list[Artist]:
    """Shades the bands of the scale, the lowest darkest, each with a hatch of its own; what the legend shows of them."""
    from matplotlib.colors import to_rgb

    legend: list[Artist] = []
    last = max(len(chart.bands) - 1, 1)
    for band in chart.bands:
        nth = len(chart.bands) - band.rank
        (r, g, b), strength = to_rgb(_SKY if 2 * nth > last else _ORANGE), 0.45 - 0.33 * nth / last
        color = (1 - strength * (1 - r), 1 - strength * (1 - g), 1 - strength * (1 - b))
        hatch = _HATCHES[(band.rank - 1) % len(_HATCHES)]
        start = low if band.low is None else max(float(band.low), low)
        end = high if band.high is None else min(float(band.high), high)
        if start < end:
            ax.axvspan(start, end, facecolor=color, edgecolor="#BFBFBF", hatch=hatch, linewidth=0.0, zorder=0)
            ax.axvline(start, color="#8C8C8C", linewidth=0.6, zorder=0.5)
        legend.append(_patch(color, hatch, f"{band.label} ({band.bounds})", edge="#8C8C8C"))
    return legend


def _lines(ax: Axes, chart: Chart) -> list[Artist]:
    return [
        ax.axvline(float(line.value), color=_VERMILLION, linewidth=1.4, linestyle="--", label=f"{line.label} ({line.display})", zorder=2)
        for line in chart.lines
    ]


def _patch(color: str | tuple[float, float, float], hatch: str, label: str, edge: str = _DARK) -> Artist:
    from matplotlib.patches import Patch

    return Patch(facecolor=color, hatch=hatch, edgecolor=edge, label=label)


def _mark(marker: str, color: str, label: str) -> Artist:
    from matplotlib.lines import Line2D

    return Line2D([], [], marker=marker, color=color, markeredgecolor=_DARK, markersize=8, linestyle="", label=label)


def _write(ax: Axes, x: float, y: float, text: str, *, left: bool = False, white: bool = False) -> None:
    """Writes a value beside its end: behind it, or before it."""
    ax.annotate(
        text,
        (x, y),
        xytext=(-8 if left else 8, 0),
        textcoords="offset points",
        ha="right" if left else "left",
        va="center",
        fontsize=_SMALL if white else _TEXT,
        color="white" if white else _DARK,
        zorder=6,
        bbox=None if white else {"boxstyle": "square,pad=0.1", "facecolor": "white", "edgecolor": "none", "alpha": 0.92},
    )


def _say(ax: Axes, x: float, y: float, text: str, *, va: str = "center", width: int = _SENTENCE) -> int:
    """Says in its place why something is not there; in how many lines."""
    text = textwrap.fill(text, width)
    upright = va == "bottom"
    ax.annotate(
        text,
        (x, y),
        xytext=(0, 4) if upright else (5, 0),
        textcoords="offset points",
        ha="center" if upright else "left",
        va=va,
        fontsize=_SMALL,
        fontstyle="italic",
        color=_DARK,
        zorder=6,
        bbox={"boxstyle": "square,pad=0.1", "facecolor": "white", "edgecolor": "none", "alpha": 0.92},
    )
    return text.count("\n") + 1


def _column(ax: Axes, rows: Sequence[_Row], head: str, texts: Sequence[str]) -> None:
    """A column of texts at the right of the plot, under its head."""
    place = ax.get_yaxis_transform()
    ax.annotate(head, (1.0, 1.0), xycoords="axes fraction", xytext=(8, 3), textcoords="offset points",
                ha="left", va="bottom", fontsize=_TEXT, fontweight="bold", color=_DARK)  # fmt: skip
    for row, text in zip(rows, texts, strict=True):
        ax.annotate(textwrap.fill(text, _CELL), (1.0, row.middle), xycoords=place, xytext=(8, 0), textcoords="offset points",
                    ha="left", va="center", fontsize=_TEXT, fontweight="bold" if row.strong else "normal", color=_DARK)  # fmt: skip


def _empty(chart: Chart, ax: Axes | None) -> Axes:
    """Axes on which stands why there is nothing on them."""
    ax = _new(ax, 8.0, 2.0)
    ax.set_axis_off()
    ax.set_title(chart.title, fontsize=_TITLE, color=_DARK, wrap=True)
    ax.text(0.5, 0.5, "\n".join(chart.notes), ha="center", va="center", fontsize=_TEXT, color=_DARK, transform=ax.transAxes)
    return ax


def _finish(ax: Axes, chart: Chart, legend: Sequence[Artist], ticks: int = 1) -> Axes:
    """The title above, the legend and the notes below."""
    from matplotlib.transforms import ScaledTranslation

    ax.set_title("\n".join(textwrap.wrap(chart.title, 76)), fontsize=_TITLE, fontweight="bold", color=_DARK, loc="left", pad=18)
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)
    columns = 3 if len(legend) > 2 else max(len(legend), 1)
    down = 18.0 + 12.0 * ticks
    below = ax.transAxes + ScaledTranslation(0, -down / 72, ax.get_figure(root=True).dpi_scale_trans)  # type: ignore[union-attr]
    ax.legend(handles=list(legend), loc="upper left", bbox_to_anchor=(0, 0), bbox_transform=below, ncols=columns, fontsize=_TEXT,
              frameon=False, borderaxespad=0.0, handlelength=2.2)  # fmt: skip
    lines = -(-len(legend) // columns)
    notes = "\n".join(textwrap.fill(note, _NOTE) for note in chart.notes)
    if notes:
        ax.annotate(notes, (0, 0), xycoords="axes fraction", xytext=(0, -down - 14 * lines - 6), textcoords="offset points",
                    ha="left", va="top", fontsize=_SMALL, color=_GREY)  # fmt: skip
    return ax
