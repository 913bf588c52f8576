"""The say-do ladder of one finding as a native chart, which its reader can edit."""

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN
from pptx.util import Emu, Pt

from sensecli.exporting.office import alternative
from sensecli.exporting.slides.look import ACT, AGREE, FAILED, INK, PAPER
from sensecli.exporting.slides.setting import Box
from sensecli.exporting.terms import FAILURES, RUNGS, STATUSES
from sensecli.exporting.wording import listed, opened
from sensecli.model import Finding, Status

_NAMES = {
    **{one: opened(STATUSES[one]) for one in reversed(RUNGS)},
    **{one: f"Failed: {STATUSES[one]}" for one in FAILURES},
}


def rungs(finding: Finding) -> tuple[tuple[Status, str, int], ...]:
    """Those who agree by rung, from the top; then, of all leaders, those who say that it failed."""
    counts = dict(finding.ladder) | dict(finding.failures)
    return tuple((status, name, counts.get(status, 0)) for status, name in _NAMES.items())


def ladder_words(finding: Finding) -> str:
    """The same in two sentences."""
    stood = [
        f"{STATUSES[status]} ({n})" for status, _, n in rungs(finding) if n and not status.failed
    ]
    failed = [f"{STATUSES[status]} ({n})" for status, _, n in rungs(finding) if n and status.failed]
    said = f"Of {_whose(finding)}: {listed(stood) or 'no rung is known'}."
    return f"{said} Said to have failed, by any leader: {listed(failed) or 'by none'}."


def _whose(finding: Finding) -> str:
    endorse = finding.figures.counts.endorse
    return "the one who agrees" if endorse == 1 else f"the {endorse} who agree"


def charted(slide: Any, box: Box, finding: Finding) -> None:  # noqa: ANN401 - a slide
    """A bar for each rung, with its count; colour and hatching tell action and failure."""
    steps = rungs(finding)
    values = CategoryChartData()  # type: ignore[no-untyped-call]
    values.categories = [name for _, name, _ in steps]
    values.add_series("Leaders", [count for _, _, count in steps])  # type: ignore[no-untyped-call]
    frame = slide.shapes.add_chart(
        XL_CHART_TYPE.BAR_CLUSTERED, *map(Emu, (box.left, box.top, box.width, box.height)), values
    )
    alternative(frame._element.nvGraphicFramePr.cNvPr, ladder_words(finding))  # noqa: SLF001 - no door
    chart = frame.chart
    chart.has_legend, chart.has_title = False, True
    chart.font.size, chart.font.color.rgb = Pt(11), INK
    title = chart.chart_title.text_frame
    title.text = f"How far {_whose(finding)} have gone"
    if finding.figures.counts.endorse == 1:
        title.text = "How far the one who agrees has gone"
    title.paragraphs[0].runs[0].font.size = Pt(12)
    _axes(chart, max(finding.figures.counts.endorse, *(count for _, _, count in steps)))
    _bars(chart.plots[0], steps)


def _axes(chart: Any, most: int) -> None:  # noqa: ANN401 - a chart
    across, along = chart.category_axis, chart.value_axis
    across.reverse_order, across.major_tick_mark = True, XL_TICK_MARK.NONE
    across.format.line.fill.background()
    across.tick_labels.font.size = Pt(11)
    along.minimum_scale, along.maximum_scale = 0, max(most, 1)
    along.has_major_gridlines, along.major_tick_mark = False, XL_TICK_MARK.NONE
    along.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    along.format.line.fill.background()


def _bars(plot: Any, steps: tuple[tuple[Status, str, int], ...]) -> None:  # noqa: ANN401 - a plot
    plot.gap_width, plot.has_data_labels = 45, True
    plot.data_labels.show_value = True
    plot.data_labels.font.size = Pt(11)
    for at, (status, _, _) in enumerate(steps):
        fill = plot.series[0].points[at].format.fill
        if status.failed:
            fill.patterned()
            fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
            fill.fore_color.rgb, fill.back_color.rgb = FAILED, PAPER
            plot.series[0].points[at].format.line.color.rgb = FAILED
        else:
            fill.solid()
            fill.fore_color.rgb = ACT if status.acts else AGREE
