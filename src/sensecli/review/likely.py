"""What is likely to be said of a code that a person adds to a passage."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from sensecli.model import Actor, Holder, Speaker, Stance, Status, Values
from sensecli.review.item import Item

_HOLDERS: Mapping[Speaker, Holder] = MappingProxyType(
    {
        Speaker.LEADER: Holder.LEADER,
        Speaker.NOTES: Holder.LEADER,
        Speaker.INTERVIEWER: Holder.INTERVIEWER,
        Speaker.OTHER: Holder.OTHER,
    }
)


def likely(code: str, speaker: Speaker, others: Sequence[Item]) -> Values:
    """Values to begin with: those of the surest other coding that the speaker holds there.

    What is said of doing, and by whom, is mostly the same for all codes of one sentence. Where
    there is no other, the plainest.
    """
    holder = _HOLDERS[speaker]
    alike = [
        (one.confidence, one.values)
        for one in others
        if one.says and one.values and one.values.holder is holder
    ]
    if not alike:
        return Values(code, Stance.ENDORSE, Status.NONE, Actor.UNSPECIFIED, holder, prompted=False)
    _, best = max(alike, key=lambda pair: pair[0])
    return Values(code, best.stance, best.status, best.actor, holder, best.prompted)
