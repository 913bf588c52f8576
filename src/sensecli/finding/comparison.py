"""What moved from round to round?"""

from collections.abc import Sequence
from itertools import chain, pairwise

from sensecli.finding.movement import Stands, theme_movements
from sensecli.finding.order import in_order
from sensecli.finding.positions import positions
from sensecli.finding.promises import promises
from sensecli.finding.samething import Near, SameThing
from sensecli.finding.talked import Talked
from sensecli.finding.timeline import Folders, named_rounds, round_of_talks, timeline
from sensecli.finding.turnover import turnover
from sensecli.model import Between, Codebook, Coding, Comparison, Interview, Segment


def comparison(
    folders: Folders,
    codings: Sequence[Coding],
    segments: Sequence[Segment],
    codebook: Codebook,
    *,
    near: Near | None = None,
    uncoded: Sequence[Coding] = (),
) -> Comparison | None:
    """The rounds of some folders of interviews, in order of time, and what moved between them.

    Each two neighbours are compared, and of three rounds and more the first with the last. Rounds
    without a name get one (`named_rounds`). None where there is but one round. `near` tells how
    near each other the encoder takes passages to lie. What became of a promise may also be told
    where no code was found: `uncoded` are such passages, their code is "".
    """
    folders = named_rounds(folders)
    rounds = timeline(folders)
    if len(rounds) < 2:  # noqa: PLR2004 - a round is compared with another
        return None
    interviews = in_order(chain(*folders))
    same = SameThing(segments, {one.id: one.leader for one in interviews}, near)
    study = _Study(interviews, codings, uncoded, codebook, same)
    return Comparison(
        rounds=tuple(round_of_talks(name, interviews) for name in rounds),
        between=tuple(study.between(before, after) for before, after in pairwise(rounds)),
        overall=study.between(rounds[0], rounds[-1]) if rounds[2:] else None,
    )


def met_again(interviews: Sequence[Interview]) -> bool:
    """Whether any leader was interviewed in two rounds."""
    rounds = {(one.leader, one.round.strip()) for one in interviews}
    return len(rounds) > len({leader for leader, _ in rounds})


class _Study:
    """What all rounds are compared from, worked out once."""

    def __init__(
        self,
        interviews: Sequence[Interview],
        codings: Sequence[Coding],
        uncoded: Sequence[Coding],
        codebook: Codebook,
        same: SameThing,
    ) -> None:
        self._interviews = interviews
        self._codebook = codebook
        self._talked = Talked((*codings, *uncoded), interviews)
        held = positions(codings, interviews, codebook)
        self._stands: Stands = {(one.leader, one.round, one.code): one for one in held}
        self._same = same

    def between(self, before: str, after: str) -> Between:
        """From one round to a later one."""
        earlier, later = (
            [one for one in self._interviews if one.round == name] for name in (before, after)
        )
        people = turnover(earlier, later)
        rounds, stayed = (before, after), people.stayed
        return Between(
            before=before,
            after=after,
            turnover=people,
            themes=theme_movements(self._stands, rounds, stayed, self._codebook, self._talked),
            promises=promises(self._talked, rounds, stayed, self._codebook, self._same),
        )
