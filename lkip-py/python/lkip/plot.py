"""The plots that an LKjIP needs, drawn with matplotlib, which `pip install lkip[plot]` brings along.

What they show, numbers and texts alike, is what `lkip.chart()` gives: nothing is computed here. A number becomes a float at the
moment in which it is drawn, and is written beside it as it stands in the report. The colours can be told apart by those who
see few of them, and every series has a hatch or a marker of its own, so that prints in grey can be read.

    import lkip
    import lkip.plot

    evaluation = lkip.evaluate(lkip.Report.load("bkd-ntt-2021.json"))
    axes = lkip.plot.achievements(evaluation)
    axes.figure.savefig("capaian.png")
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from .operations import chart as _chart
from .operations import write_number as _write_number

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.patches import Patch

    from ._native import Chart, ChartPoint, Evaluation
    from .types import ChartId, Form, Language

__all__ = ["absorption", "achievements", "budget", "quarters"]

# Okabe and Ito's colours: https://jfly.uni-koeln.de/color/
_BLUE, _VERMILLION, _SKY, _ORANGE = "#0072B2", "#D55E00", "#56B4E9", "#E69F00"
_DARK, _GREY, _FAINT = "#1A1A1A", "#595959", "#8C8C8C"

# In points. Names are written small, for they are long; notes smaller.
_TITLE, _TEXT, _SMALL = 11.0, 8.5, 7.5

# How many signs of a name stand in one line, and how much of an inch one line takes.
_NAME, _SENTENCE, _LINE = 44, 62, 0.155


def achievements(
    evaluation: Evaluation, *, ax: Axes | None = None, language: Language | None = None
) -> Axes:
    """The achievement of every indicator as a bar, on the bands of the scale that the rules have, with the line of 100 %.

    Indicators without a percentage stand in their row with the reason. Where one lies far beyond the others, the axis is cut
    off: its bar ends in an arrow, and its value is written. `ax` is where to draw; a new figure of a fitting size if nothing
    is said. `language` is `id` (if nothing is said) or `en`. Raises `ModuleNotFoundError` where matplotlib is not installed.
    """
    chart = _chart(evaluation, "achievements", language=language)
    rows = _rows(chart)
    height = sum(row.height for row in rows)
    ax = _axes(ax, 9.5, height)
    _sideways(ax, chart, rows, language)
    points = chart["achievement"].points if "achievement" in chart else ()
    drawn = [point.value for point in points if point.value is not None]
    low, high = _limits(chart, drawn)
    ax.set_xlim(low, high)
    legend = [*_bands(ax, chart, low, high), *_lines(ax, chart)]
    for row in rows:
        if row.place is None:
            continue
        point = points[row.place]
        if point.value is None:
            _absent(ax, row.y, point)
            continue
        end = min(max(float(point.value), low), high)
        ax.barh(row.y, end, height=0.24, color=_BLUE, edgecolor=_DARK, linewidth=0.6, zorder=3)
        beyond = float(point.value) > high or float(point.value) < low
        if beyond:
            ax.plot([end], [row.y], marker=">" if end == high else "<", color=_DARK, markersize=9, zorder=5, clip_on=False)
        _beside(ax, end, row.y, point.display, inside=beyond)
    _finish(ax, chart, legend)
    return ax
