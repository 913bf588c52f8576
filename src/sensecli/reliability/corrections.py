"""Agreement, action and the gap of each code, with the machine's errors taken out."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from sensecli.model import Code, Corrected, CorrectedFigures, Interview, Position
from sensecli.reliability.correction import LEVEL, Judged, correct
from sensecli.reliability.sampling import GROUP


def corrections(
    machine: Sequence[Position],
    person: Sequence[Position],
    *,
    strata: Mapping[str, str],
    codes: Sequence[Code],
    level: float = LEVEL,
) -> tuple[CorrectedFigures, ...]:
    """The corrected figures of each code, in the order of `codes`.

    Of both coders one position for each leader and code, that of the round which findings are
    about; the person's only for leaders whom the person coded, and these are the sample. A
    sampled leader without a position on a code is silent on it. `strata` gives the stratum that
    each leader was drawn from ("" where it has none). Leaders whom the machine did not code are
    left out.
    """
    ours = {(one.leader, one.code): one for one in machine}
    theirs = {(one.leader, one.code): one for one in person}
    sampled = {one.leader for one in person}
    leaders = list(dict.fromkeys(one.leader for one in machine))

    def corrected(code: str, of: Callable[[Position], bool]) -> Corrected:
        def held(positions: Mapping[tuple[str, str], Position], leader: str) -> bool:
            position = positions.get((leader, code))
            return position is not None and of(position)

        judged = [
            Judged(
                stratum=strata.get(leader, ""),
                machine=held(ours, leader),
                person=held(theirs, leader) if leader in sampled else None,
            )
            for leader in leaders
        ]
        return correct(judged, level=level)

    return tuple(
        CorrectedFigures(
            code=code.id,
            agreement=corrected(code.id, lambda one: one.endorses),
            action=corrected(code.id, lambda one: one.acts),
            gap=corrected(code.id, lambda one: one.endorses and not one.acts),
        )
        for code in codes
    )


def strata_by(interviews: Iterable[Interview], name: str = GROUP) -> dict[str, str]:
    """The stratum of each leader: an attribute of the latest of their interviews that has it."""
    strata: dict[str, str] = {}
    for one in sorted(interviews, key=lambda i: (i.date, i.round, i.id)):
        value = getattr(one, name, None) or dict(one.attributes).get(name, "")
        strata[one.leader] = str(value).strip() or strata.get(one.leader, "")
    return strata
