"""What stands behind one figure: each leader's position on a code, and every coding of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sensecli.finding.order import in_order
from sensecli.finding.rounds import latest_rounds
from sensecli.model import Analysis, Coding, Finding, Holder, Position


@dataclass(frozen=True, slots=True)
class Passage:
    """A coding, where it stands, and whether the leader's position rests on it."""

    coding: Coding
    place: str

    @property
    def counted(self) -> bool:
        """Only what leaders hold themselves is counted."""
        return self.coding.holder is Holder.LEADER


@dataclass(frozen=True, slots=True)
class Stand:
    """One leader in one round; `current` where the finding is about it, `name` "" where masked."""

    position: Position
    name: str
    role: str
    group: str
    passages: tuple[Passage, ...]
    current: bool


@dataclass(frozen=True, slots=True)
class Behind:
    """A finding and all leaders' stands on its code, in the order of their interviews."""

    finding: Finding
    proposition: str
    stands: tuple[Stand, ...]


def behind(analysis: Analysis, code: str, *, only: str = "") -> Behind:
    """What stands behind the figures of `code`; of one leader or interview with `only`.

    KeyError where the codebook has no such code.
    """
    leaf = analysis.codebook[code]
    interviews = in_order(analysis.project.interviews)
    current = latest_rounds(interviews)
    passages = _passages(analysis, code)
    stands = []
    for position in analysis.positions:
        own = [
            one
            for one in interviews
            if (one.leader, one.round) == (position.leader, position.round)
            and only in {"", one.id, one.leader}
        ]
        if position.code == code and own:
            said = tuple(passage for one in own for passage in passages.get(one.id, ()))
            name, role, group = (
                next((value for one in own if (value := getattr(one, kept))), "")
                for kept in ("name", "role", "group")
            )
            now = current.get(position.leader) == position.round
            stands.append(Stand(position, name, role, group, said, now))
    return Behind(_finding(analysis, code), leaf.proposition, tuple(stands))


def _passages(analysis: Analysis, code: str) -> Mapping[str, Sequence[Passage]]:
    by_id = {one.id: one for one in analysis.project.interviews}
    found: dict[str, list[Passage]] = {}
    for coding in sorted(analysis.codings, key=lambda c: (c.segment, c.holder)):
        if coding.code == code and coding.interview in by_id:
            place = by_id[coding.interview].place(coding.start)
            found.setdefault(coding.interview, []).append(Passage(coding, place))
    return found


def _finding(analysis: Analysis, code: str) -> Finding:
    lenses = (lens.finding for lens in analysis.lenses)
    every = (*analysis.findings, *analysis.barriers, *lenses)
    return next(finding for finding in every if finding.code == code)
