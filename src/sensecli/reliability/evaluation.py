"""Everything that is said of our codings beside gold ones."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sensecli.model import Actor, Code, Coding, Holder, Interval, Position, Stance, Status
from sensecli.model import Kind as CodeKind
from sensecli.reliability.align import Aligned, as_codings
from sensecli.reliability.bootstrap import DRAWS, SEED, intervals
from sensecli.reliability.classes import Confusion, confusion
from sensecli.reliability.detection import LEVELS, Detection
from sensecli.reliability.disagreements import Disagreement, disagreements
from sensecli.reliability.figures import JUDGED, classes_of, figures
from sensecli.reliability.gaps import SILENT, GapShare
from sensecli.reliability.tally import Tally, found, pooled, share, table, tallies

_ORDERS: Mapping[str, tuple[str, ...]] = {
    "stance": tuple(Stance),
    "status": tuple(Status),
    "actor": tuple(Actor),
    "holder": tuple(Holder),
    "prompted": ("true", "false"),
    "position": (*Stance, SILENT),
    "position_all": (*Stance, SILENT),
    "gap": ("true", "false"),
    "gap_all": ("true", "false"),
}
_ACTIONS = ("action", "action_strict")


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure by its name; `value` None where it is undefined, `interval` where it has none."""

    name: str
    value: float | None
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class CodeScore:
    """One code: its codings at the segment with holder, its leaders in the gap."""

    code: str
    label: str
    kind: CodeKind
    segment: Detection
    interview: Detection
    gap: GapShare


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Our codings of some interviews beside gold ones.

    `gold`, `ours` and `unaligned` count codings; `leaders` are the units that the intervals draw.
    `detections` are pooled, by level (see `detection.LEVELS`), and those of action.
    """

    interviews: tuple[str, ...]
    leaders: int
    gold: int
    ours: int
    unaligned: int
    figures: tuple[Measured, ...]
    detections: tuple[tuple[str, Detection], ...]
    codes: tuple[CodeScore, ...]
    confusions: tuple[Confusion, ...]
    disagreements: tuple[Disagreement, ...]
    draws: int
    seed: int

    def figure(self, name: str) -> Measured:
        """The figure of that name; KeyError where there is none."""
        return {one.name: one for one in self.figures}[name]

    def detection(self, level: str) -> Detection:
        """The pooled detection at that level; KeyError where there is none."""
        return dict(self.detections)[level]

    def confusion(self, attribute: str) -> Confusion:
        """The confusion of that attribute; KeyError where there is none."""
        return {one.attribute: one for one in self.confusions}[attribute]


def evaluate(
    gold: Sequence[Aligned],
    ours: Sequence[Coding],
    *,
    positions: tuple[Sequence[Position], Sequence[Position]],
    leaders: Mapping[str, str],
    codes: Sequence[Code],
    draws: int = DRAWS,
    seed: int = SEED,
) -> Evaluation:
    """The whole account of the interviews in `leaders`, which gives the leader of each.

    `positions` are those by gold and those by our codings, one for each leader and code.
    """
    theirs = [coding for coding in as_codings(gold) if coding.interview in leaders]
    mine = [coding for coding in ours if coding.interview in leaders]
    themes = [code.id for code in codes if code.kind is CodeKind.THEME]
    by_leader = tallies(
        (theirs, positions[0]), (mine, positions[1]), leaders=leaders, themes=themes
    )
    total: Tally = Counter()
    for tally in by_leader.values():
        total.update(tally)
    compute = partial(figures, themes=themes, classes=classes_of(total))
    bounds = intervals([pooled(t) for t in by_leader.values()], compute, draws=draws, seed=seed)
    return Evaluation(
        interviews=tuple(leaders),
        leaders=len(by_leader),
        gold=len(theirs),
        ours=len(mine),
        unaligned=sum(coding.segment < 0 for coding in theirs),
        figures=tuple(Measured(n, value, bounds.get(n)) for n, value in compute(total).items()),
        detections=tuple((level, found(total, level)) for level in (*LEVELS, *_ACTIONS)),
        codes=tuple(_code(total, code) for code in codes),
        confusions=tuple(
            confusion(name, table(total, name), _ORDERS[name])
            for name in (*JUDGED, "position", "gap", "position_all", "gap_all")
        ),
        disagreements=disagreements(theirs, mine),
        draws=draws,
        seed=seed,
    )


def _code(total: Tally, code: Code) -> CodeScore:
    return CodeScore(
        code=code.id,
        label=code.label,
        kind=code.kind,
        segment=found(total, "segment", code.id),
        interview=found(total, "interview", code.id),
        gap=share(total, code.id),
    )
