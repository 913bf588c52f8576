"""What a user should know of the interviews as read, in one sentence each."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sensecli.model import Interview, Notice

_WANTED = ("role", "organisation", "group", "date")


def remarks(interviews: Sequence[Interview]) -> tuple[Notice, ...]:
    """Leaders with several interviews in one round, and attributes that are missing."""
    return (*_several(interviews), *_missing(interviews))


def _several(interviews: Sequence[Interview]) -> Iterator[Notice]:
    together: dict[tuple[str, str], list[str]] = defaultdict(list)
    for interview in interviews:
        together[interview.leader, interview.round].append(interview.id)
    for (leader, round_), ids in together.items():
        if len(ids) > 1:
            when = f" in round {round_}" if round_ else ""
            said = f"Leader {leader} has {len(ids)} interviews{when} ({', '.join(ids)})"
            yield Notice(f"{said}; they count as one leader.")


def _missing(interviews: Sequence[Interview]) -> Iterator[Notice]:
    counts = {key: sum(not getattr(item, key) for item in interviews) for key in _WANTED}
    lacking = [f"{count} no {key}" for key, count in counts.items() if count]
    if not lacking:
        return
    total = len(interviews)
    if total == 1:
        lacks = ", ".join(key for key, count in counts.items() if count)
        yield Notice(f"The interview has no {lacks}; it can be given in interviews.csv.")
        return
    have = "has" if lacking[0].startswith("1 ") else "have"
    first, *rest = lacking
    number, _, key = first.partition(" ")
    listed = ", ".join((f"{number} {have} {key}", *rest))
    yield Notice(f"Of {total} interviews, {listed}; they can be given in interviews.csv.")
