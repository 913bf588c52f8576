"""What a user should know of the interviews as read, in one sentence each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sensecli.model import Interview, Notice

_WANTED = ("role", "organisation", "group", "date")


def remarks(interviews: Sequence[Interview]) -> tuple[Notice, ...]:
    """Leaders with several interviews in one round, and attributes that are missing."""
    return (*several(interviews), *missing(lacking(interviews), len(interviews)))


def several(interviews: Sequence[Interview]) -> Iterator[Notice]:
    """A notice for each leader with several interviews in one round."""
    together: dict[tuple[str, str], list[str]] = defaultdict(list)
    for interview in interviews:
        together[interview.leader, interview.round].append(interview.id)
    for (leader, round_), ids in together.items():
        if len(ids) > 1:
            when = f" in round {round_}" if round_ else ""
            said = f"Leader {leader} has {len(ids)} interviews{when} ({', '.join(ids)})"
            yield Notice(f"{said}; they count as one leader.")


def lacking(interviews: Sequence[Interview]) -> Mapping[str, int]:
    """How many interviews lack each attribute that all should have."""
    return {key: sum(not getattr(item, key) for item in interviews) for key in _WANTED}


def missing(
    counts: Mapping[str, int], total: int, *, where: str = "interviews.csv"
) -> Iterator[Notice]:
    """A notice of the attributes that so many of `total` interviews lack, and may be given."""
    without = [f"{count} no {key}" for key, count in counts.items() if count]
    if not without:
        return
    if total == 1:
        lacks = ", ".join(key for key, count in counts.items() if count)
        yield Notice(f"The interview has no {lacks}; it can be given in {where}.")
        return
    have = "has" if without[0].startswith("1 ") else "have"
    first, *rest = without
    number, _, key = first.partition(" ")
    listed = ", ".join((f"{number} {have} {key}", *rest))
    yield Notice(f"Of {total} interviews, {listed}; they can be given in {where}.")
