"""What moved from round to round?"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from sensecli.finding.movement import Stands, theme_movements
from sensecli.finding.order import in_order
from sensecli.finding.positions import positions
from sensecli.finding.promises import Same, promises
from sensecli.finding.talked import Talked
from sensecli.finding.timeline import Folders, named_rounds, round_of_talks, timeline
from sensecli.finding.turnover import turnover
from sensecli.model import Between, Codebook, Coding, Comparison, Interview


def comparison(
    folders: Folders,
    codings: Sequence[Coding],
    codebook: Codebook,
    *,
    undertakings: Sequence[Coding],
    same: Same,
    uncoded: Sequence[Coding] = (),
) -> Comparison | None:
    """The rounds of some folders of interviews, in order of time, and what moved between them.

    Each two neighbours are compared, and of three rounds and more the first with the last. Rounds
    without a name get one (`named_rounds`). None where there is but one round.

    Promises are the `undertakings`; `same` tells what is said later of the same thing. An
    undertaking, and what became of one, may have no code: the code of such passages, and of those
    in `uncoded`, is "".
    """
    folders = named_rounds(folders)
    rounds = timeline(folders)
    if len(rounds) < 2:  # noqa: PLR2004 - a round is compared with another
        return None
    interviews = in_order(chain(*folders))
    stands = {
        (one.leader, one.round, one.code): one for one in positions(codings, interviews, codebook)
    }
    talked = Talked((*codings, *uncoded), interviews)
    study = _Study(interviews, codebook, stands, talked, Talked(undertakings, interviews), same)
    return Comparison(
        rounds=tuple(round_of_talks(name, interviews) for name in rounds),
        between=tuple(study.between(before, after) for before, after in pairwise(rounds)),
        overall=study.between(rounds[0], rounds[-1]) if rounds[2:] else None,
    )


@dataclass(frozen=True, slots=True)
class _Study:
    """What all rounds are compared from, worked out once."""

    interviews: Sequence[Interview]
    codebook: Codebook
    stands: Stands
    talked: Talked
    undertook: Talked
    same: Same

    def between(self, before: str, after: str) -> Between:
        """From one round to a later one."""
        earlier, later = (
            [one for one in self.interviews if one.round == name] for name in (before, after)
        )
        people = turnover(earlier, later)
        rounds, stayed = (before, after), people.stayed
        return Between(
            before=before,
            after=after,
            turnover=people,
            themes=theme_movements(self.stands, rounds, stayed, self.codebook, self.talked),
            promises=promises(
                self.undertook, self.talked, rounds, stayed, self.codebook, same=self.same
            ),
        )
