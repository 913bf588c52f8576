"""A transcript's labels -> words for a role, by which the same speakers are told again."""

from collections.abc import Mapping, Sequence

from sensecli.model import Interview, Speaker
from sensecli.segmenting.labels import is_role
from sensecli.segmenting.segment import Segmented, known_speakers
from sensecli.segmenting.turns import label_places

_WORDS = {Speaker.LEADER: "Leader", Speaker.INTERVIEWER: "Interviewer"}
_OTHERS = "Speaker"


def role_places(
    interview: Interview,
    cut: Segmented,
    *,
    leader: Sequence[str] = (),
    interviewer: Sequence[str] = (),
) -> tuple[tuple[int, int, str], ...]:
    """Where labels stand that are no role (start, end), and the role to write there instead.

    Two of one role are numbered. `leader` and `interviewer` are whom the user settled.
    """
    roles = _roles(cut.labels)
    found = label_places(interview, known_speakers(interview, leader, interviewer))
    return tuple((*at, roles[label]) for at, label in found if label in roles)


def _roles(labels: Sequence[tuple[str, Speaker]]) -> Mapping[str, str]:
    """The role of each label that is none already."""
    taken = {label.casefold() for label, _ in labels}
    made: dict[str, str] = {}
    for label, speaker in labels:
        if is_role(label):
            continue
        word = _WORDS.get(speaker, _OTHERS)
        # An only "Speaker" would read as a heading; a number makes it a speaker.
        number = 1 if word == _OTHERS else 0
        while (role := f"{word} {number}" if number else word).casefold() in taken:
            number = max(number + 1, 2)
        taken.add(role.casefold())
        made[label] = role
    return made
