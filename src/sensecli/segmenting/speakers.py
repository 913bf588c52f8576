"""Who is the leader, and who asks."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from sensecli.model import Interview, Speaker
from sensecli.segmenting.labels import INTERVIEWERS, RESPONDENTS

_TITLES = frozenset("mr mrs ms miss dr prof professor sir dame lady lord rev sister".split())
_ASKS_A_LOT, _ASKS = 0.3, 0.08
# Who says so little beside the leader is of the interviewer's side (a chair, a note-taker).
_QUIET = 0.1
_AN_ALIAS = 0.2


@dataclass(frozen=True, slots=True)
class Talk:
    """How much one label says: words, sentences, and how many of them are questions."""

    words: int
    sentences: int
    questions: int

    @property
    def asking(self) -> float:
        """The share of sentences that ask."""
        return self.questions / self.sentences if self.sentences else 0.0


def roles(
    interview: Interview,
    talk: Mapping[str, Talk],
    *,
    leader: Sequence[str] = (),
    interviewer: Sequence[str] = (),
) -> tuple[dict[str, Speaker], bool]:
    """Each label's speaker, and whether that was settled by more than a guess.

    In order: what the user says (`leader`, `interviewer`: labels or names), the interview's
    attributes, labels such as INT and R, the file's name, and last who asks.
    """
    settled: dict[str, Speaker] = {}
    evidence: tuple[tuple[Sequence[str], Speaker], ...] = (
        (leader, Speaker.LEADER),
        (interviewer, Speaker.INTERVIEWER),
        ([interview.name], Speaker.LEADER),
        ([interview.interviewer], Speaker.INTERVIEWER),
    )
    for people, speaker in evidence:
        for label in talk:
            if label not in settled and any(same_person(label, person) for person in people):
                settled[label] = speaker
    for label in talk:
        if label not in settled and INTERVIEWERS.fullmatch(label):
            settled[label] = Speaker.INTERVIEWER
        elif label not in settled and RESPONDENTS.fullmatch(label):
            settled[label] = Speaker.LEADER
    settled |= {
        label: Speaker.LEADER
        for label in talk
        if label not in settled and _in_file_name(label, interview)
    }
    sure = Speaker.LEADER in settled.values()
    return _by_who_asks(talk, settled), sure


def _by_who_asks(talk: Mapping[str, Talk], settled: dict[str, Speaker]) -> dict[str, Speaker]:
    rest = [label for label in talk if label not in settled]
    answering = [label for label in rest if talk[label].asking < _ASKS_A_LOT]
    most = max(answering or rest, key=lambda label: (talk[label].words, label), default="")
    # A settled label may be but an alias used now and then ("The Witness").
    if most and _led(talk, settled) < _AN_ALIAS * talk[most].words:
        settled[most] = Speaker.LEADER
    asked = Speaker.INTERVIEWER in settled.values()
    led = _led(talk, settled)
    for label in rest:
        if label in settled:
            continue
        quiet = talk[label].words < _QUIET * led
        asks = talk[label].asking >= _ASKS or (not asked and talk[label].questions > 0)
        settled[label] = Speaker.INTERVIEWER if asks or quiet else Speaker.OTHER
    return settled


def _led(talk: Mapping[str, Talk], settled: Mapping[str, Speaker]) -> int:
    """The words of the label that leads most."""
    return max(
        (t.words for label, t in talk.items() if settled.get(label) is Speaker.LEADER), default=0
    )


def same_person(label: str, person: str) -> bool:
    """Whether a label may stand for that person: equal but for titles, surname alone, initials."""
    a, b = _name_words(label), _name_words(person)
    if not a or not b:
        return label.strip().lower() == person.strip().lower() != ""
    if set(a) <= set(b) or set(b) <= set(a):
        return True
    initials = "".join(word[0] for word in b)
    if label.isupper() and "".join(a) == initials:
        return True
    return a[-1] == b[-1] and (len(a) == 1 or len(b) == 1 or _same_initial(a[0], b[0]))


def _same_initial(a: str, b: str) -> bool:
    """Whether one first name may be the other's initial."""
    return a[0] == b[0] and 1 in {len(a), len(b)}


def _name_words(name: str) -> list[str]:
    words = re.findall(r"[\w'’-]+", name.lower())
    return [word for word in words if word not in _TITLES]


def _in_file_name(label: str, interview: Interview) -> bool:
    stem = re.findall(r"[^\W\d_]+", PurePath(interview.source).stem.lower())
    stem_together = "".join(stem)
    words = _name_words(label)
    return bool(words) and (words[-1] in stem or "".join(words) == stem_together)
