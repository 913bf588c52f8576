"""Shares with the program's own errors taken out, by a sample that a person coded."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Checked:
    """How far the program agrees with a person, over the interviews that the person coded whole.

    Whether a code is there, by segment and code (`units` of them): percent agreement, Cohen's
    kappa, Krippendorff's alpha and Gwet's AC1, None where undefined.
    """

    coders: tuple[str, ...]
    interviews: int
    segments: int
    units: int
    percent: float | None
    kappa: float | None
    alpha: float | None
    ac1: float | None


class Method(StrEnum):
    """How the interval came about; `undefined` where there is none."""

    CENSUS = "census"
    SAMPLE = "sample"
    LABEL = "label"
    APART = "apart"
    UNDEFINED = "undefined"


@dataclass(frozen=True, slots=True)
class Corrected:
    """A share with the machine's errors taken out, 0 to 1; `raw` is the machine's own.

    `n` leaders were sampled, `of` all. Where it is undefined, `share`, `low` and `high` are None
    and `why` says so in words; else `why` says what had to be assumed, if anything.
    """

    raw: float
    share: float | None
    low: float | None
    high: float | None
    n: int
    of: int
    method: Method
    why: str = ""


@dataclass(frozen=True, slots=True)
class CorrectedFigures:
    """One code's shares of all leaders: who endorse, who endorse and act, who do not act."""

    code: str
    agreement: Corrected
    action: Corrected
    gap: Corrected
