"""The themes that a picture shows, one to a row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import altair as alt

from sensecli.exporting.pictures.labels import LONGEST, distinct
from sensecli.exporting.pictures.look import SIZE, measured
from sensecli.exporting.wording import plural
from sensecli.model import Finding

MOST = 20
_WIDEST = 250
_TICKS = 7


@dataclass(frozen=True, slots=True)
class Rows:
    """Findings in their order with their row labels, and a `note` on those that are left out."""

    findings: tuple[Finding, ...]
    labels: tuple[str, ...]
    note: str

    @property
    def n(self) -> int:
        """How many leaders were interviewed."""
        return self.findings[0].figures.counts.n

    @property
    def room(self) -> int:
        """How many pixels the row labels take."""
        return label_room(self.labels)

    def pairs(self) -> tuple[tuple[str, Finding], ...]:
        """Each row label with its finding."""
        return tuple(zip(self.labels, self.findings, strict=True))


def rows(findings: Sequence[Finding], keep: Callable[[Finding], bool], unkept: str) -> Rows | None:
    """The first findings that are to be kept; None where there are none.

    `unkept` says why the others are left out: `Nobody speaks of`.
    """
    kept = [one for one in findings if keep(one)]
    if not kept:
        return None
    shown = tuple(kept[:MOST])
    return Rows(
        shown,
        distinct((one.label for one in shown), LONGEST),
        _note(len(shown), len(kept), len(findings), unkept),
    )


def raised(finding: Finding) -> bool:
    """Whether anybody speaks of it."""
    return finding.figures.counts.raised > 0


def _note(shown: int, kept: int, found: int, unkept: str) -> str:
    cut = f"Shown are the first {shown} of {kept} themes." if kept > shown else ""
    others = f"{unkept} {plural(found - kept, 'further theme')}." if found > kept else ""
    return " ".join(filter(None, (cut, others)))


def label_room(labels: Sequence[str]) -> int:
    """How many pixels those row labels take."""
    return min(_WIDEST, round(max(measured(label, SIZE) for label in labels)) + 18)


def row_axis(labels: Sequence[str], *, field: str = "theme", room: int, guide: bool) -> alt.Y:
    """The axis with one row to a label; `guide` draws a thin line through each row."""
    return alt.Y(
        f"{field}:N",
        title=None,
        scale=alt.Scale(type="band", domain=list(labels), paddingInner=0, paddingOuter=0),
        axis=alt.Axis(
            labelLimit=room - 12,
            minExtent=room,
            maxExtent=room,
            labelPadding=12,
            ticks=False,
            domain=False,
            grid=guide,
        ),
    )


def bare_axis(labels: Sequence[str], *, field: str = "theme") -> alt.Y:
    """The same rows without their labels, for what stands beside."""
    return alt.Y(
        f"{field}:N",
        title=None,
        scale=alt.Scale(type="band", domain=list(labels), paddingInner=0, paddingOuter=0),
        axis=None,
    )


def ticks(n: int) -> list[int]:
    """Where an axis from 0 to `n` leaders is marked: at round numbers, and at `n` itself."""
    step = next(s for s in (1, 2, 5, *(10 * 2**k for k in range(40))) if n / s <= _TICKS)
    return [*(at for at in range(0, n, step) if n - at > step / 2), n]
