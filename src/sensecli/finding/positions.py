"""Where does each leader stand on each code?"""

from collections.abc import Mapping, Sequence

from sensecli.finding.order import in_order
from sensecli.finding.own import Case, own, standing
from sensecli.model import Actor, Codebook, Coding, Interview, Position, Stance, Status


def positions(
    codings: Sequence[Coding], interviews: Sequence[Interview], codebook: Codebook
) -> tuple[Position, ...]:
    """One position for every leader, round and code, the silent ones included.

    Leaders come in the order of their first interview (`order`, date, id), a leader's rounds
    likewise, codes as in the codebook. A position rests on that leader's own codings alone, so
    neither the order of files nor another leader changes it. Codings of codes that the codebook
    does not have are left out.
    """
    spoken = _spoken(own(codings, interviews), codebook)
    rounds: dict[str, dict[str, None]] = {}
    for interview in in_order(interviews):
        rounds.setdefault(interview.leader, {})[interview.round] = None
    codes = [leaf.id for leaf in codebook.leaves]
    return tuple(
        spoken.get((leader, name, code)) or _silent(leader, name, code)
        for leader, names in rounds.items()
        for name in names
        for code in codes
    )


def spoken_positions(
    codings: Sequence[Coding], interviews: Sequence[Interview], codebook: Codebook
) -> tuple[Position, ...]:
    """The same positions without the silent ones, as they were first spoken of.

    Most leaders are silent on most codes, so that these are far fewer. They are all that a tally
    needs: it counts the silent ones.
    """
    return tuple(_spoken(own(codings, interviews), codebook).values())


def _spoken(said: Mapping[Case, Sequence[Coding]], codebook: Codebook) -> dict[Case, Position]:
    codes = {leaf.id for leaf in codebook.leaves}
    return {case: _position(case, held) for case, held in said.items() if case[2] in codes}


def _silent(leader: str, name: str, code: str) -> Position:
    # Of ten thousand leaders most are silent on most codes: nothing is asked of what is not there.
    return Position(leader, name, code, None, Status.NONE, None, False, False)  # noqa: FBT003


def _position(case: Case, said: Sequence[Coding]) -> Position:
    leader, name, code = case
    left = standing(said)
    status = max((c.status for c in left), key=lambda s: s.rung, default=Status.NONE)
    status = Status.NONE if status.failed else status
    holding = {c.actor for c in left if c.status.rung == status.rung}
    endorsing = [c for c in said if c.stance is Stance.ENDORSE]
    failures = [c.status for c in said if c.status.failed]
    return Position(
        leader=leader,
        round=name,
        code=code,
        stance=_stance({c.stance for c in said}),
        status=status,
        failed=failures[-1] if failures else None,
        prompted_only=bool(endorsing) and all(c.prompted for c in endorsing),
        own_side=any(c.status.acts and c.actor.own_side for c in left),
        actors=tuple(actor for actor in Actor if actor in holding),
    )


def _stance(stances: set[Stance]) -> Stance | None:
    if Stance.MIXED in stances or {Stance.ENDORSE, Stance.OPPOSE} <= stances:
        return Stance.MIXED
    for stance in (Stance.ENDORSE, Stance.OPPOSE, Stance.NEUTRAL):
        if stance in stances:
            return stance
    return None
