"""What each leader said in each round, ready to be quoted."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sensecli.finding.own import own
from sensecli.model import Coding, Interview, Position, Quote, Stance


class Talked:
    """The codings that leaders hold, by leader, round and code, as they were said."""

    def __init__(self, codings: Iterable[Coding], interviews: Sequence[Interview]) -> None:
        """Take the codings of these interviews, which are in the order that they were held in."""
        self._interviews = {one.id: (at, one) for at, one in enumerate(interviews)}
        self._said: dict[tuple[str, str], dict[str, Sequence[Coding]]] = defaultdict(dict)
        for (leader, round_, code), held in own(codings, interviews).items():
            self._said[leader, round_][code] = held

    def by_code(self, leader: str, round_: str) -> Mapping[str, Sequence[Coding]]:
        """What one leader said in one round, by code."""
        return self._said.get((leader, round_), {})

    def behind(self, position: Position) -> Sequence[Coding]:
        """What a position rests on; nothing where the leader is silent."""
        return self.by_code(position.leader, position.round).get(position.code, ())

    def order(self, coding: Coding) -> tuple[int, int]:
        """A sort key: when it was said."""
        return self._interviews[coding.interview][0], coding.segment

    def quote(self, coding: Coding) -> Quote:
        """The passage as evidence, shown for what it says."""
        interview = self._interviews[coding.interview][1]
        return Quote(
            interview=coding.interview,
            leader=interview.leader,
            code=coding.code,
            start=coding.start,
            end=coding.end,
            place=interview.place(coding.start),
            text=coding.text,
            stance=coding.stance,
            status=coding.status,
            why=_why(coding),
        )


def _why(coding: Coding) -> str:
    if coding.status.failed:
        return "failure"
    if coding.status.acts:
        return "action"
    if not coding.code:
        return ""
    return "endorsement" if coding.stance is Stance.ENDORSE else "dissent"
