"""Ids of interviews and leaders: as given, made safe, or L01, L02, ... in order."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sensecli.model import Notice, Problem

_UNSAFE = re.compile(r"[^\w.-]+")
SHOWN = 3
"""As many are named in a notice."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The id and leader that an interview gives itself, empty where it gives none.

    `by_name` where what it gives as leader is surely a name.
    """

    source: str
    id: str
    leader: str
    path: str
    line: int | None
    by_name: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """The id and leader that it gets; `name` where what was given as leader is a name."""

    id: str
    leader: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Assigned:
    """One entry for each claim, None where its id is another's already."""

    named: tuple[Named | None, ...]
    problems: tuple[Problem, ...]
    notices: tuple[Notice, ...]


def assign(claims: Sequence[Claim]) -> Assigned:
    """An id and a leader for every interview, in order.

    The n-th interview without an id gets Ln by its place among all, or the next number free.
    """
    problems: list[Problem] = [found for claim in claims if (found := unsafe(claim))]
    given = [safe(claim.id) for claim in claims]
    taken = {word.casefold() for word in (*given, *(safe(claim.leader) for claim in claims))}
    ids = [own or next_free(place, taken) for place, own in enumerate(given, start=1)]
    leaders: dict[str, str] = {}
    first: dict[str, str] = {}
    named: list[Named | None] = []
    again: list[tuple[Claim, str, str]] = []
    for claim, id_ in zip(claims, ids, strict=True):
        if id_.casefold() in first:
            named.append(None)
            again.append((claim, id_, first[id_.casefold()]))
            continue
        first[id_.casefold()] = claim.source
        named.append(named_by(claim, id_, leaders))
    called = [
        f"{claim.source} ({id_})"
        for claim, own, id_ in zip(claims, given, ids, strict=True)
        if not own
    ]
    notices = (
        *numbered(called[:SHOWN], len(called), len(given)),
        *leader_names(sum(is_name(claim.leader, by_name=claim.by_name) for claim in claims)),
    )
    return Assigned(tuple(named), (*problems, *_repeated(again)), notices)


def named_by(claim: Claim, id_: str, leaders: dict[str, str]) -> Named:
    """The leader of the interview of that id; `leaders` has, and gets, who is known by name."""
    if is_name(claim.leader, by_name=claim.by_name):
        leader = leaders.setdefault(claim.leader.casefold(), id_)
        return Named(id_, leader, claim.leader)
    return Named(id_, safe(claim.leader) or id_)


def safe(word: str) -> str:
    """The same id with every run of other characters than letters, digits, . _ - made one `-`."""
    word = word.strip()
    # Most are safe as they are, and there may be a million.
    if word.isalnum():
        return word
    return _UNSAFE.sub("-", word).strip("-")


def is_name(leader: str, *, by_name: bool) -> bool:
    """Whether the leader is given by name rather than by id: ids hold no spaces."""
    return by_name or bool(re.search(r"[^\W\d]\s+\S", leader.strip()))


def next_free(place: int, taken: set[str]) -> str:
    """The first number from `place` on that nobody has; it is then taken."""
    while f"l{place:02d}" in taken:
        place += 1
    taken.add(f"l{place:02d}")
    return f"L{place:02d}"


def unsafe(claim: Claim) -> Problem | None:
    """What is wrong with the id that an interview gives itself."""
    made = safe(claim.id)
    if made == claim.id.strip():
        return None
    message = f'the id "{claim.id}" holds other characters than letters, digits, . _ and -'
    hint = f'it is read as "{made}"; write it so' if made else "write one such as L05"
    return Problem(claim.path, claim.line, message, hint)


def _repeated(again: Sequence[tuple[Claim, str, str]]) -> Iterator[Problem]:
    """One problem for each (claim, id, who has it), but one for all such rows of one sheet."""
    sheets: dict[str, list[tuple[Claim, str, str]]] = defaultdict(list)
    for one in again:
        claim, _, first = one
        inside = claim.path != claim.source and first.startswith(f"{claim.path} ")
        sheets[claim.path if inside else claim.source].append(one)
    for file, rows in sheets.items():
        yield repeated(file, rows, len(rows))


def repeated(file: str, rows: Sequence[tuple[Claim, str, str]], count: int) -> Problem:
    """The problem of `count` interviews of one file, the first two of which are `rows`.

    Each is (claim, its id, who has that already).
    """
    if count == 1:
        return _twice(*rows[0])
    lines = " and ".join(str(claim.line) for claim, *_ in rows[:2])
    message = (
        f"{count} rows have an id that a row above has already (the first on lines {lines}); "
        "they are not used"
    )
    hint = "write one interview in each row, all that one person said in one cell"
    return Problem(file, rows[0][0].line, message, hint)


def _twice(claim: Claim, id_: str, first: str) -> Problem:
    message = f'has the id "{id_}", which {first} has already; it is not used'
    hint = "give each interview an id of its own; say who speaks in both with the same leader"
    if claim.path != claim.source:
        message = f"{claim.source} {message}"
    return Problem(claim.path, claim.line, message, hint)


def numbered(called: Sequence[str], count: int, total: int) -> tuple[Notice, ...]:
    """The notice that `count` of `total` interviews got a number: the first `SHOWN` are `called`.

    Each is told as "where it stands (its id)".
    """
    if not count:
        return ()
    if total == 1:
        return (Notice("The interview has no id and is called L01."),)
    who = "1 interview has" if count == 1 else f"{count} interviews have"
    rest = count - SHOWN
    listed = ", ".join(called) + (f" and {rest} more" if rest > 0 else "")
    return (Notice(f"{who} no id and got a number in the order of the files: {listed}."),)


def leader_names(count: int) -> tuple[Notice, ...]:
    """The notice that so many interviews give a name as their leader."""
    if not count:
        return ()
    where = "1 interview gives" if count == 1 else f"{count} interviews give"
    said = f"{where} a name as leader; it is kept as the name, and the id stands for the leader."
    return (Notice(said),)
