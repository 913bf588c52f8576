"""What did the codebook miss: passages where something is wanted, done or failing, uncoded."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sensecli.coding.case import Case
from sensecli.coding.digest import digest, rules_digest
from sensecli.disk.store import Store
from sensecli.model import Coding, Missed, Segment, Status

KIND = "telling"
SHOWN = 8
# Enough words to say what it is about; no more than a reader takes in at a glance.
_FEWEST, _MOST = 7, 45
# What is failing or wanted tells more about a missing code than what is planned or running.
_TELLING = (
    Status.INACTION,
    Status.STALLED,
    Status.ASPIRATION,
    Status.COMMITMENT,
    Status.INTENTION,
    Status.DONE,
    Status.UNDERWAY,
)


@dataclass(frozen=True, slots=True)
class MissedPassages:
    """The most telling few, and how many there are in all."""

    shown: tuple[Missed, ...]
    total: int


Telling = tuple[tuple[int, Status], ...]
"""The segments of one interview with a clear status of the leader's own, by number."""


def telling(
    interviews: Sequence[Sequence[Segment]], store: Store | None = None
) -> tuple[Telling, ...]:
    """What could be missed in each interview, given as its segments; what `store` has is read."""
    if store is None:
        return tuple(map(_telling, interviews))
    keys = [digest(rules_digest(), *segments) for segments in interviews]
    known = store.get(KIND, keys)
    found = tuple(
        _read(known[key]) if key in known else _telling(segments)
        for key, segments in zip(keys, interviews, strict=True)
    )
    fresh = {k: _written(one) for k, one in zip(keys, found, strict=True) if k not in known}
    store.put(KIND, fresh)
    return found


def missed(
    cases: Sequence[Case],
    codings: Sequence[Coding],
    told: Sequence[Telling],
) -> MissedPassages:
    """Passages with a clear status and no coding; at most one an interview is shown.

    `told` is what could be missed in each of the interviews (`telling`).
    """
    coded = {(coding.interview, coding.segment) for coding in codings}
    found = []
    for (interview, segments), numbers in zip(cases, told, strict=True):
        said = {segment.number: segment for segment in segments}
        for number, status in numbers:
            if (interview.id, number) not in coded:
                one = said[number]
                place = interview.place(one.start)
                found.append(Missed(interview.id, one.start, one.end, place, one.text, status))
    return MissedPassages(_shown(found), len(found))


def _telling(segments: Sequence[Segment]) -> Telling:
    # Where all is kept, no rule is even imported.
    from sensecli.coding.telling import clear_status, leaders_own

    return tuple(
        (one.number, status)
        for one in leaders_own(segments)
        if _FEWEST <= len(one.text.split()) <= _MOST
        and (status := clear_status(one.text)) is not None
    )


def _written(told: Telling) -> bytes:
    return json.dumps(told).encode()


def _read(content: bytes) -> Telling:
    return tuple((number, Status(status)) for number, status in json.loads(content))


def merged(parts: Iterable[MissedPassages]) -> MissedPassages:
    """What all the parts miss together; no interview is in two of them."""
    parts = tuple(parts)
    shown = _shown(passage for part in parts for passage in part.shown)
    return MissedPassages(shown, sum(part.total for part in parts))


def _shown(passages: Iterable[Missed]) -> tuple[Missed, ...]:
    ranked = sorted(passages, key=lambda m: (_TELLING.index(m.status), m.interview, m.start))
    first_of_each: dict[str, Missed] = {}
    for passage in ranked:
        first_of_each.setdefault(passage.interview, passage)
    return tuple(first_of_each.values())[:SHOWN]
