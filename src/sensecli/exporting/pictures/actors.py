"""Who is expected to act: the leader, the own organisation, others, all together, or nobody."""

from collections.abc import Iterator
from typing import Any

import altair as alt

from sensecli.exporting.palette import AGREE, GRID, INK, MUTED, PAPER
from sensecli.exporting.pictures.drawn import Absent, Picture
from sensecli.exporting.pictures.labels import few, short, wrapped
from sensecli.exporting.pictures.layered import layered
from sensecli.exporting.pictures.look import ROW, WIDTH
from sensecli.exporting.pictures.rows import Rows, bare_axis, row_axis, rows
from sensecli.exporting.sentences import expected_actor_sentence
from sensecli.exporting.terms import LOOKED_TO
from sensecli.exporting.wording import part
from sensecli.model import Actor, Analysis, Finding

NAME = "actors"
ACTORS = {
    **{one: LOOKED_TO[one] for one in (Actor.SELF, Actor.OWN, Actor.SHARED, Actor.OTHERS)},
    Actor.UNSPECIFIED: "nobody named",
}
_SPACING = 14
_READING = (
    "Each column is somebody to act, and each bar counts the leaders, of those who agree on the"
    " theme, who look there; hollow bars are leaders who name nobody. A leader who names several"
    " counts in each of their columns, so a row may add up to more than those who agree."
)


def picture(analysis: Analysis) -> Picture | Absent:
    """For each theme that anybody agrees on: to whom leaders look for action."""
    shown = rows(analysis.findings, _looked, "Nobody agrees on")
    if shown is None:
        return Absent(NAME, "Who is expected to act", "Nobody agrees on any theme.")
    said = [
        f"{one.label}: {expected_actor_sentence(one)}" for one in analysis.findings if _looked(one)
    ]
    return Picture(
        name=NAME,
        title=_title(shown.findings[0]),
        reading=f"{_READING} {shown.note}".strip(),
        alt=few(said),
        chart=_chart(shown),
    )


def _looked(finding: Finding) -> bool:
    return finding.figures.counts.endorse > 0 and any(count for _, count in finding.actors)


def _title(finding: Finding) -> str:
    endorse = finding.figures.counts.endorse
    nobody = dict(finding.actors).get(Actor.UNSPECIFIED, 0)
    if not nobody or endorse == 1:
        return "Who is expected to act"
    names = part(nobody, endorse, "names", "name")
    return f'Of the {endorse} who agree on "{short(finding.label)}", {names} nobody to act'


def _chart(shown: Rows) -> alt.HConcatChart:
    width = (WIDTH - 20 - shown.room) / len(ACTORS) - _SPACING
    most = max(count for one in shown.findings for _, count in one.actors)
    columns = [
        _column(shown, actor, width=width, most=most, first=not at)
        for at, actor in enumerate(ACTORS)
    ]
    return alt.hconcat(*columns, spacing=_SPACING)


def _column(shown: Rows, actor: Actor, *, width: float, most: int, first: bool) -> alt.LayerChart:
    base = alt.Chart(alt.InlineData(values=list(_rows(shown, actor))))
    labels = shown.labels
    y = row_axis(labels, room=shown.room, guide=False) if first else bare_axis(labels)
    hollow = actor is Actor.UNSPECIFIED
    style: dict[str, Any] = (
        {"fill": PAPER, "stroke": MUTED} if hollow else {"fill": AGREE, "stroke": AGREE}
    )
    # A number stands behind its bar, so the longest leaves room for it.
    x = alt.X("leaders:Q", scale=alt.Scale(domain=[0, most * 1.35 + 0.2], nice=False), axis=None)
    text = base.mark_text(align="left", dx=5)
    zero = alt.Chart(alt.InlineData(values=[{}])).mark_rule(color=GRID)
    return layered(
        zero.encode(x=alt.value(0)),
        base.transform_filter("datum.leaders > 0")
        .mark_bar(height=ROW - 14, strokeWidth=1, **style)
        .encode(y=y, x=x),
        text.transform_filter("datum.leaders > 0").encode(
            y=y, x=x, text="leaders:N", color=alt.value(INK)
        ),
        text.transform_filter("datum.leaders == 0").encode(
            y=y, x=x, text="leaders:N", color=alt.value(MUTED)
        ),
        width=width,
        height=ROW * len(labels),
        title=alt.TitleParams(
            wrapped(ACTORS[actor], 14, 2).split("\n"),
            fontSize=11,
            fontWeight="normal" if hollow else "bold",
            color=MUTED if hollow else INK,
            offset=8,
            frame="group",
        ),
    )


def _rows(shown: Rows, actor: Actor) -> Iterator[dict[str, Any]]:
    for label, finding in shown.pairs():
        yield {
            "theme": label,
            "actor": str(actor),
            "leaders": dict(finding.actors).get(actor, 0),
            "agree": finding.figures.counts.endorse,
        }
