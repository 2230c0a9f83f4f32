"""The plots: what stands on them, where it stands, and that it can be read. No picture is compared."""

from __future__ import annotations

import itertools
import pathlib
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from decimal import Decimal

import matplotlib
import numpy as np
import pytest
from matplotlib import colors, pyplot
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

import lkip
from cases import FOLDER

matplotlib.use("Agg")

REPORTS = FOLDER.parent / "reports"
NAMES = ("biro-organisasi-ntt-2024-tw1", "biro-umum-ntt-2021", "bkd-ntt-2021", "setda-kaltim-2021")
EVALUATIONS = {name: lkip.evaluate(lkip.Report.load(REPORTS / f"{name}.json")) for name in NAMES}
BKD, KALTIM, ORGANISASI = EVALUATIONS["bkd-ntt-2021"], EVALUATIONS["setda-kaltim-2021"], EVALUATIONS["biro-organisasi-ntt-2024-tw1"]
EMPTY = lkip.evaluate({"schema": "lkip/1", "title": "Kosong", "period": {"year": 2021}, "rules": "bkd-ntt-2021"})

Plot = Callable[..., Axes]
LANGUAGES: tuple[lkip.types.Language, ...] = ("id", "en")


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    pyplot.close("all")


def flat(text: str) -> str:
    """A text without the breaks of its lines."""
    return " ".join(text.split())


def texts(ax: Axes) -> list[str]:
    """Every text that a reader sees."""
    found = [text for text in ax.figure.findobj(Text) if isinstance(text, Text) and text.get_visible()]
    return [flat(text.get_text()) for text in found if text.get_text()]


def drawn(ax: Axes) -> list[Text]:
    """The texts with words that are drawn: those of ticks beyond the axis are not."""
    low, high = ax.get_xlim()
    beyond = [label for at, label in zip(ax.get_xticks(), ax.get_xticklabels(), strict=True) if not low <= at <= high]
    low, high = sorted(ax.get_ylim())
    beyond += [label for at, label in zip(ax.get_yticks(), ax.get_yticklabels(), strict=True) if not low <= at <= high]
    return [text for text in ax.findobj(Text) if isinstance(text, Text) and text.get_text() and text not in beyond]


def names(ax: Axes) -> list[str]:
    return [flat(label.get_text()) for label in ax.get_yticklabels()]


def legend(ax: Axes) -> list[str]:
    made = ax.get_legend()
    assert made is not None
    return [text.get_text() for text in made.get_texts()]


def bars(ax: Axes) -> list[Rectangle]:
    return [bar for container in ax.containers for bar in container if isinstance(bar, Rectangle)]


def key(bar: Rectangle) -> str:
    found = bar.get_gid()
    assert found is not None
    return found


def places(line: Line2D) -> tuple[list[float], list[float]]:
    """Where a line goes: its places on both axes."""
    return np.asarray(line.get_xdata(), dtype=float).tolist(), np.asarray(line.get_ydata(), dtype=float).tolist()


def value(evaluation: lkip.Evaluation, figure: str) -> Decimal:
    found = evaluation[figure].value
    assert found is not None
    return found


def reason(evaluation: lkip.Evaluation, figure: str) -> str:
    found = evaluation[figure].reason
    assert found is not None
    return found.message


# --- Achievements.


@pytest.mark.parametrize("name", NAMES)
def test_every_indicator_has_a_bar_or_a_reason(name: str) -> None:
    evaluation = EVALUATIONS[name]
    ax = lkip.plot.achievements(evaluation)
    figures = evaluation.select(kind="achievement")
    computed = {figure.key: figure for figure in figures if figure.value is not None}
    drawn = {key(bar): bar for bar in bars(ax)}
    assert drawn.keys() == computed.keys() and len(bars(ax)) == len(computed)
    for shown_key, bar in drawn.items():
        assert bar.get_width() == min(float(value(evaluation, shown_key)), 200.0) and bar.get_x() == 0
        # The bar stands in the row of its name.
        middle = bar.get_y() + bar.get_height() / 2
        row = min(range(len(ax.get_yticks())), key=lambda place: abs(ax.get_yticks()[place] - middle))
        assert ax.get_yticks()[row] == pytest.approx(middle) and names(ax)[row] == flat(computed[shown_key].name)
    shown = texts(ax)
    for figure in figures:
        assert flat(figure.name) in shown
        assert (figure.display or reason(evaluation, figure.key)) in shown
    assert sum(text in {reason(evaluation, f.key) for f in figures if f.value is None} for text in shown) == len(figures) - len(computed)


def test_the_bands_are_those_of_the_scale() -> None:
    ax = lkip.plot.achievements(BKD)
    assert legend(ax) == [
        "Sangat Berhasil (85 ≤ x)",
        "Berhasil (75 ≤ x < 85)",
        "Cukup Berhasil (55 ≤ x < 75)",
        "Belum Berhasil (x < 55)",
        "Sesuai target (100 %)",
    ]
    drawn = set(map(id, bars(ax)))
    spans = [patch for patch in ax.patches if isinstance(patch, Rectangle) and id(patch) not in drawn]
    assert sorted((span.get_x(), span.get_x() + span.get_width()) for span in spans) == [(0, 55), (55, 75), (75, 85), (85, 200)]
    # In grey, neighbours differ by brightness or by their hatch.
    spans.sort(key=Rectangle.get_x)
    assert all(one.get_hatch() != other.get_hatch() for one, other in itertools.pairwise(spans))
    (line,) = (line for line in ax.lines if line.get_linestyle() == "--")
    assert places(line)[0] == [100, 100]


def test_without_a_scale_there_is_the_line_alone() -> None:
    ax = lkip.plot.achievements(KALTIM, language="en")
    assert legend(ax) == ["On target (100 %)"]
    assert len(ax.patches) == len(bars(ax)) == 12


def test_what_lies_beyond_is_cut_marked_and_written() -> None:
    ax = lkip.plot.achievements(BKD)
    assert ax.get_xlim() == (0, 200) and "385,00 %" in texts(ax)
    arrows = [line for line in ax.lines if line.get_marker() == ">"]
    assert [places(arrow)[0] for arrow in arrows] == [[200]]
    assert "Sumbu dipotong pada 200 %; yang bertanda panah melampauinya dan tertulis nilainya." in texts(ax)


def test_indicators_stand_below_their_objectives() -> None:
    shown = names(lkip.plot.achievements(KALTIM))
    assert shown[:2] == ["Meningkatnya kinerja penyelenggaraan pemerintah daerah", "Skor Evaluasi Kinerja Penyelenggaraan Pemerintahan Daerah (EKPPD)"]
    assert len(shown) == 12 + 4


# --- Quarters.


def test_quarters() -> None:
    ax = lkip.plot.quarters(KALTIM, "kerjasama")
    targets, realizations = ax.containers
    chart = lkip.chart(KALTIM, "quarters", "kerjasama")
    for drawn, series in ((targets, chart["target"]), (realizations, chart["realization"])):
        heights = [bar.get_height() for bar in drawn if isinstance(bar, Rectangle)]
        assert heights == [float(point.value) for point in series.points if point.value is not None]
    assert [bar.get_height() for bar in bars(ax)] == [45, 45, 100]
    assert [flat(label.get_text()) for label in ax.get_xticklabels()] == ["Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV Capaian: 111,11 %"]
    assert ax.get_ylabel() == "Persentase" and legend(ax) == ["Target", "Realisasi"]
    assert {"100,00 %", "45 %", "belum diukur"} <= set(texts(ax))
    assert ax.get_title(loc="left").startswith("Persentase kerjasama yang ditindaklanjuti: target dan realisasi")
    # Apart in grey too.
    assert bars(ax)[0].get_hatch() and not bars(ax)[-1].get_hatch()


def test_quarters_of_what_is_not_there() -> None:
    with pytest.raises(lkip.LkipError) as refused:
        lkip.plot.quarters(KALTIM, "kerja")
    assert refused.value.code == "unknown_figure"
    ax = lkip.plot.quarters(BKD, "s1-06", language="en")
    assert "This report has no quarters of that indicator." in texts(ax) and not bars(ax)


# --- Achievement against absorption.


def test_absorption() -> None:
    ax = lkip.plot.absorption(BKD)
    assert names(ax)[0] == "Terwujudnya Manajemen ASN berkualitas dan Profesional" and names(ax)[-1] == "Seluruhnya"
    points = {line.get_gid(): line for line in ax.lines if line.get_gid()}
    subjects = [*(f"objectives.sasaran-{nth}" for nth in range(1, 6)), "report"]
    assert points.keys() == {f"{subject}.{kind}" for subject in subjects for kind in ("average", "absorption")}
    for figure, point in points.items():
        assert places(point)[0] == [float(value(BKD, str(figure)))]
    for nth, subject in enumerate(subjects):
        assert places(points[f"{subject}.average"])[1] == places(points[f"{subject}.absorption"])[1] == [ax.get_yticks()[nth]]
        assert BKD[f"{subject}.efficiency"].display in texts(ax)
    # Apart in grey too: by marker.
    assert {point.get_marker() for point in points.values()} == {"o", "s"}
    assert legend(ax) == ["Sesuai target (100 %)", "Capaian kinerja", "Penyerapan anggaran"]
    assert "Tingkat efisiensi" in texts(ax)


def test_offices_stand_in_for_objectives_and_reasons_for_values() -> None:
    ax = lkip.plot.absorption(ORGANISASI)
    assert names(ax)[:2] == ["Biro Organisasi Setda Provinsi Nusa Tenggara Timur", "Bagian Kelembagaan dan Analisis Jabatan"]
    said = flat(f"Capaian kinerja: {reason(ORGANISASI, 'offices.kelembagaan.score')}")
    assert said in texts(ax)
    keys = {line.get_gid() for line in ax.lines if line.get_gid()}
    assert {"offices.reformasi-birokrasi.score", "offices.kelembagaan.absorption"} <= keys
    assert "offices.kelembagaan.score" not in keys


# --- Budget.


def test_budget() -> None:
    ax = lkip.plot.budget(KALTIM)
    programs = [figure.key.removesuffix(".allocation") for figure in KALTIM.select(kind="allocation") if figure.key.startswith("programs.")]
    assert {key(bar) for bar in bars(ax)} == {f"{program}.{kind}" for program in programs for kind in ("allocation", "spending")}
    for bar in bars(ax):
        assert bar.get_width() == float(value(KALTIM, key(bar)) / 10**9)
    for program in programs:
        for kind in ("allocation", "spending", "absorption"):
            assert KALTIM[f"{program}.{kind}"].display in texts(ax)
    assert ax.get_xlabel() == "Miliar rupiah" and legend(ax) == ["Pagu", "Realisasi"] and "Penyerapan" in texts(ax)
    assert sorted({str(bar.get_hatch() or "") for bar in bars(ax)}) == ["", "//"]


# --- All of them.


def every(evaluation: lkip.Evaluation, language: lkip.types.Language) -> Iterator[Axes]:
    for plot in (lkip.plot.achievements, lkip.plot.absorption, lkip.plot.budget):
        yield plot(evaluation, language=language)
    # The first quarters of each unit.
    units: dict[str, str] = {}
    for figure in evaluation.select(kind="against_quarter"):
        indicator = figure.key.split(".")[1]
        units.setdefault(lkip.chart(evaluation, "quarters", indicator).axis.label, indicator)
    for indicator in units.values():
        yield lkip.plot.quarters(evaluation, indicator, language=language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_cut_off_and_no_names_overlap(name: str, language: lkip.types.Language) -> None:
    count = 0
    for ax in every(EVALUATIONS[name], language):
        figure = ax.figure.get_figure(root=True)
        assert figure is not None
        figure.canvas.draw()
        whole = figure.bbox.padded(1)
        for text in drawn(ax):
            box = text.get_window_extent()
            assert whole.x0 <= box.x0 and box.x1 <= whole.x1 and whole.y0 <= box.y0 and box.y1 <= whole.y1, text.get_text()
        boxes = [label.get_window_extent() for label in ax.get_yticklabels() if label.get_text()]
        assert not any(one.overlaps(other) for one, other in itertools.combinations(boxes, 2))
        count += 1
        pyplot.close("all")
    assert count >= 3


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_values_do_not_overlap(name: str, language: lkip.types.Language) -> None:
    for ax in every(EVALUATIONS[name], language):
        figure = ax.figure.get_figure(root=True)
        assert figure is not None
        figure.canvas.draw()
        written = [(flat(text.get_text()), text.get_window_extent()) for text in ax.texts if text.get_text()]
        for (one, box), (other, second) in itertools.combinations(written, 2):
            assert not box.padded(-1).overlaps(second.padded(-1)), (one, other)
        pyplot.close("all")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_of_the_core(language: lkip.types.Language) -> None:
    ids = {"achievements": lkip.plot.achievements, "absorption": lkip.plot.absorption, "budget": lkip.plot.budget}
    for id, plot in ids.items():
        for chart in (lkip.chart(BKD, id, language=language), lkip.chart(EMPTY, id, language=language)):  # type: ignore[arg-type]
            ax = plot(BKD if chart.items else EMPTY, language=language)
            known = {chart.title, chart.axis.label, *chart.notes, *(item.label for item in chart.items), *(str(item.group) for item in chart.items)}
            known |= {series.label for series in chart.series}
            points = [point for series in chart.series for point in series.points]
            known |= {point.display for point in points} | {str(point.reason) for point in points}
            known |= {f"{band.label} ({band.bounds})" for band in chart.bands} | {f"{line.label} ({line.display})" for line in chart.lines}
            ticks = {flat(tick.get_text()) for tick in ax.get_xticklabels()}
            notes = flat(" ".join(chart.notes))
            assert set(texts(ax)) - {flat(text) for text in known} - ticks - {notes} == set()


def test_numbers_are_written_as_the_language_does() -> None:
    ticks = {language: [flat(t.get_text()) for t in lkip.plot.quarters(KALTIM, "ekppd", language=language).get_yticklabels()] for language in LANGUAGES}
    assert "0,5" in ticks["id"] and "0.5" in ticks["en"]


def test_values_below_zero_and_nothing_at_all() -> None:
    indicators = [
        {"id": "a", "name": "Angka kematian", "polarity": "lower", "target": "10", "realization": "40"},
        {"id": "b", "name": "Angka kemiskinan", "polarity": "lower", "target": "10", "realization": "25"},
    ]
    budget = [{"id": "p", "name": "Program", "code": "4.01.02", "level": "program", "allocation": "0", "spending": "0"}]
    report = {"schema": "lkip/1", "title": "", "period": {"year": 2021}, "style": "indonesian", "rules": "bkd-ntt-2021"}
    evaluation = lkip.evaluate({**report, "indicators": indicators, "budget": budget})
    ax = lkip.plot.achievements(evaluation)
    assert [bar.get_width() for bar in bars(ax)] == [-100, -50] and ax.get_xlim()[0] == -100
    assert [line.get_marker() for line in ax.lines if line.get_marker() in ("<", ">")] == ["<"]
    assert {"-200,00 %", "-50,00 %"} <= set(texts(ax)) and any("-100 %" in text for text in texts(ax))
    ax = lkip.plot.budget(evaluation)
    low, high = ax.get_xlim()
    assert [bar.get_width() for bar in bars(ax)] == [0, 0] and low == 0 < high
    assert texts(ax).count("Rp 0") == 2


def test_axes_can_be_given() -> None:
    figure, (one, other) = pyplot.subplots(1, 2)
    assert lkip.plot.budget(BKD, ax=one) is one and lkip.plot.absorption(EMPTY, ax=other) is other
    assert figure.axes == [one, other] and len(bars(one)) == 4 and "Laporan ini tidak memuat" in " ".join(texts(other))


def test_the_colours_differ_in_brightness() -> None:
    """Those that lie on each other or beside each other, where no hatch tells them apart."""

    def brightness(color: str) -> float:
        r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colors.to_rgb(color))
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    def contrast(one: str, other: str) -> float:
        light, dark = sorted((brightness(one), brightness(other)), reverse=True)
        return (light + 0.05) / (dark + 0.05)

    bar = colors.to_hex(bars(lkip.plot.achievements(BKD))[0].get_facecolor())
    # The darkest band.
    spans = [colors.to_hex(patch.get_facecolor()) for patch in lkip.plot.achievements(BKD).patches]
    assert min(contrast(bar, span) for span in set(spans) - {bar}) >= 3
    points = {line.get_marker(): str(line.get_color()) for line in lkip.plot.absorption(BKD).lines if line.get_gid()}
    assert contrast(points["o"], points["s"]) >= 2


def test_without_matplotlib_lkip_works_and_says_what_to_install(tmp_path: pathlib.Path) -> None:
    code = textwrap.dedent("""
        import sys
        sys.modules["matplotlib"] = None
        import lkip
        evaluation = lkip.evaluate({"schema": "lkip/1", "title": "", "period": {"year": 2021}, "rules": "bkd-ntt-2021"})
        for draw in (lkip.plot.achievements, lkip.plot.absorption, lkip.plot.budget):
            try:
                draw(evaluation)
            except ModuleNotFoundError as error:
                print(error)
    """)
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    sentence = "lkip.plot draws with matplotlib, which is not installed: pip install lkip[plot]\n"
    assert (done.stdout, done.stderr) == (3 * sentence, "")
