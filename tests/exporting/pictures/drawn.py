"""Analyses to draw, and what a drawn picture holds."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sensecli.exporting.pictures import Absent, Picture, picture
from sensecli.exporting.pictures.render import spec
from sensecli.finding.coverage import coverage, new_codes
from sensecli.finding.findings import findings
from sensecli.finding.positions import positions
from sensecli.model import Actor, Analysis, Codebook, Coding, Interview, Stance, Status
from tests.builders import a_coding, an_interview
from tests.exporting.made import an_analysis


def a_drawn_analysis(
    *,
    interviews: Sequence[Interview] | None = None,
    codings: Sequence[Coding] | None = None,
    codebook: Codebook | None = None,
) -> Analysis:
    """Eight leaders in two groups: six agree on people, one acts, one says that it stalled.

    One agrees only when prompted. Of the five in the gap two name money as in the way, one tells
    a story. On learning one agrees, and one opposes it.
    """
    interviews = eight_leaders() if interviews is None else interviews
    made = an_analysis(
        interviews=interviews,
        codings=what_they_say() if codings is None else codings,
        codebook=codebook,
    )
    stands = positions(made.codings, interviews, made.codebook)
    found = findings(made.codings, stands, interviews, made.codebook)
    return replace(
        made,
        current=found.current,
        consensus=found.consensus,
        coverage=coverage(new_codes(made.codings, interviews)),
    )


def eight_leaders() -> list[Interview]:
    """L01 to L08, the first five in acute, the others in primary."""
    return [
        an_interview(id=f"L{at:02d}", group="acute" if at < 6 else "primary", order=at)
        for at in range(1, 9)
    ]


def what_they_say() -> list[Coding]:
    """What `a_drawn_analysis` tells."""
    return [
        a_coding(interview="L01", status=Status.DONE, actor=Actor.OWN),
        a_coding(interview="L01", segment=2, code="learning", stance=Stance.OPPOSE),
        a_coding(interview="L02", status=Status.STALLED),
        a_coding(interview="L02", segment=2, code="money"),
        a_coding(interview="L02", segment=3, code="story"),
        a_coding(interview="L03", prompted=True),
        a_coding(interview="L03", segment=2, code="money"),
        a_coding(interview="L04", status=Status.ASPIRATION, actor=Actor.SHARED),
        a_coding(interview="L05"),
        a_coding(interview="L06", status=Status.INTENTION, actor=Actor.OTHERS),
        a_coding(interview="L07", stance=Stance.OPPOSE),
        a_coding(interview="L07", segment=2, code="learning"),
    ]


def drawn(name: str, analysis: Analysis | None = None) -> Picture:
    """The picture of that name, which can be drawn."""
    found = picture(analysis or a_drawn_analysis(), name)
    assert isinstance(found, Picture)
    return found


def absent(name: str, analysis: Analysis) -> str:
    """Why the picture of that name cannot be drawn."""
    found = picture(analysis, name)
    assert isinstance(found, Absent)
    return found.reason


def values(picture: Picture, *keys: str) -> list[Any]:
    """Of each row of data that has the keys, their values; the one value where there is one key."""
    rows: list[dict[str, Any]] = []
    for data in spec(picture)["datasets"].values():
        rows += [row for row in data if set(keys) <= set(row)]
    return [row[keys[0]] if len(keys) == 1 else tuple(row[key] for key in keys) for row in rows]
