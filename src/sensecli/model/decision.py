"""What a person decides of a passage: an event that is kept, and never changed afterwards."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from uuid import UUID, uuid5

from sensecli.model.coding import Actor, Holder, Stance, Status

TIME = "%Y-%m-%dT%H:%M:%SZ"
"""How a time is written: ISO 8601, UTC, to the second."""

_NAMESPACE = UUID("0b7c9a52-5f0e-5d0c-8a43-2f6d1f0b9c77")


class Verdict(StrEnum):
    """What kind of decision it is.

    READ: the person has seen the passage whole and leaves nothing more to code on it.
    """

    ACCEPT = "accept"
    REJECT = "reject"
    CHANGE = "change"
    ADD = "add"
    MEMO = "memo"
    UNDO = "undo"
    READ = "read"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a passage stands, told so that it is found again when the notes were edited.

    `start` and `end` are half-open code points of the interview's text as read, `quote` the words
    between them; `before` and `after` are up to 60 characters on either side.
    """

    interview: str
    start: int
    end: int
    quote: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Values:
    """What a person says of a passage: the same as a coding does."""

    code: str
    stance: Stance
    status: Status
    actor: Actor
    holder: Holder
    prompted: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of one coder (their initials), at a `time` as in `2026-11-30T09:15:02Z`.

    `about` is the (code, holder) of the coding that accept, reject and change are about; `values`
    are what holds from then on, for accept, change and add. Accept has them in full: a decided
    coding is the person's, whatever the program finds next time. `undoes` is the id of the decision
    that is taken back.
    """

    id: str
    time: str
    coder: str
    verdict: Verdict
    anchor: Anchor
    about: tuple[str, Holder] | None
    values: Values | None
    memo: str = ""
    undoes: str = ""


def identified(decision: Decision, *, earlier: Iterable[Decision] = ()) -> Decision:
    """The decision with the id that its content gives, and later than those before it.

    Where `earlier` has one of the same coder on the same passage in that second or after it (two
    keys in one second, a clock put back), the time is the second after the last of those: the last
    word is the last by time, and no two ids are the same.
    """
    taken = [
        one.time
        for one in earlier
        if one.coder.lower() == decision.coder.lower() and _passage(one) == _passage(decision)
    ]
    if taken and decision.time <= max(taken):
        later = datetime.strptime(max(taken), TIME).replace(tzinfo=UTC) + timedelta(seconds=1)
        decision = replace(decision, time=later.strftime(TIME))
    content = json.dumps(asdict(replace(decision, id="")), sort_keys=True)
    return replace(decision, id=str(uuid5(_NAMESPACE, content)))


def _passage(decision: Decision) -> tuple[str, int, int]:
    anchor = decision.anchor
    return anchor.interview, anchor.start, anchor.end
