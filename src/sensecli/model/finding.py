"""What all leaders' positions on one code add up to."""

from dataclasses import dataclass

from sensecli.model.codebook import Kind
from sensecli.model.coding import Actor, Stance, Status


@dataclass(frozen=True, slots=True)
class Interval:
    """A share's 95 % interval, 0 to 1; it covers counting noise only."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Quote:
    """A coding shown as evidence: `text` verbatim, `place` where it stands, `why` it is shown.

    `why` is one of endorsement, failure, barrier, dissent, action; "" where nothing of these is
    told. `code` is "" where it is under none.
    """

    interview: str
    leader: str
    code: str
    start: int
    end: int
    place: str
    text: str
    stance: Stance
    status: Status
    why: str


@dataclass(frozen=True, slots=True)
class Counts:
    """Leaders by stance: `n` interviewed, `raised` not silent."""

    n: int
    raised: int
    endorse: int
    mixed: int
    oppose: int
    neutral: int
    silent: int


@dataclass(frozen=True, slots=True)
class Figures:
    """Agreement and action over some leaders, counts unless said otherwise.

    `act` endorse and act, `act_own` those where the leader's own side acts; `committed` endorse
    with commitment as their highest rung; `failed` endorse and said that doing failed;
    `gap` = endorse - act. `gap_share` = gap / n. Of those who endorse, `gap_low` is the share
    who said outright that doing failed and have no action left, `gap_high` = gap / endorse, the
    share who assert no action (both 0 where nobody endorses).
    """

    counts: Counts
    act: int
    act_own: int
    committed: int
    failed: int
    gap: int
    gap_share: float
    gap_low: float
    gap_high: float
    interval: Interval


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """The same figures for one group of leaders."""

    group: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A finding without one organisation: `gap` and `rank` as they would be then."""

    organisation: str
    leaders: int
    gap: int
    rank: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One code over all leaders of one round (or of the whole project).

    `interval` (in `figures`) is the Wilson interval of agreement, endorse / n. `prompted_only`
    leaders endorse only where the interviewer pitched; `unprompted` are the figures with them
    taken out of the endorsers. `actors` counts leaders by who is expected to act or acts;
    `ladder` counts endorsing leaders by highest status, and `failures` those who said stalled or
    inaction. `barriers` counts, by barrier code, the leaders who endorse and don't act and name
    it. `fragile` lists the organisations without which the finding changes.
    """

    code: str
    label: str
    kind: Kind
    figures: Figures
    prompted_only: int
    unprompted: Figures
    by_group: tuple[GroupFigures, ...]
    actors: tuple[tuple[Actor, int], ...]
    ladder: tuple[tuple[Status, int], ...]
    failures: tuple[tuple[Status, int], ...]
    barriers: tuple[tuple[str, int], ...]
    fragile: tuple[LeftOut, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class LensFinding:
    """How leaders make sense: who voices a lens, and beside which gaps.

    `beside` counts, by theme code, the leaders who endorse that theme, do not act on it and voice
    this lens (themes with a gap only, most leaders first).
    """

    finding: Finding
    voiced: int
    beside: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Missed:
    """A passage that no code caught although the leader wants, does or fails at something."""

    interview: str
    start: int
    end: int
    place: str
    text: str
    status: Status
