"""Ids of interviews and leaders: as given, made safe, or L01, L02, ... in order."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sensecli.model import Notice, Problem

_UNSAFE = re.compile(r"[^\w.-]+")
_SHOWN = 3


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
    problems: list[Problem] = [found for claim in claims if (found := _unsafe(claim))]
    given = [safe(claim.id) for claim in claims]
    taken = {word.casefold() for word in (*given, *(safe(claim.leader) for claim in claims))}
    ids = [own or _next(place, taken) for place, own in enumerate(given, start=1)]
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
        if _is_name(claim):
            leader = leaders.setdefault(claim.leader.casefold(), id_)
            named.append(Named(id_, leader, claim.leader))
        else:
            named.append(Named(id_, safe(claim.leader) or id_))
    notices = (*_numbered(claims, given, ids), *_leader_names(claims))
    return Assigned(tuple(named), (*problems, *_repeated(again)), notices)


def safe(word: str) -> str:
    """The same id with every run of other characters than letters, digits, . _ - made one `-`."""
    return _UNSAFE.sub("-", word.strip()).strip("-")


def _is_name(claim: Claim) -> bool:
    """Whether the leader is given by name rather than by id: ids hold no spaces."""
    return claim.by_name or bool(re.search(r"[^\W\d]\s+\S", claim.leader.strip()))


def _next(place: int, taken: set[str]) -> str:
    while f"l{place:02d}" in taken:
        place += 1
    taken.add(f"l{place:02d}")
    return f"L{place:02d}"


def _unsafe(claim: Claim) -> Problem | None:
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
        yield _twice(*rows[0]) if len(rows) == 1 else _many(file, [claim for claim, *_ in rows])


def _many(file: str, claims: Sequence[Claim]) -> Problem:
    lines = " and ".join(str(claim.line) for claim in claims[:2])
    message = (
        f"{len(claims)} rows have an id that a row above has already (the first on lines {lines}); "
        "they are not used"
    )
    hint = "write one interview in each row, all that one person said in one cell"
    return Problem(file, claims[0].line, message, hint)


def _twice(claim: Claim, id_: str, first: str) -> Problem:
    message = f'has the id "{id_}", which {first} has already; it is not used'
    hint = "give each interview an id of its own; say who speaks in both with the same leader"
    if claim.path != claim.source:
        message = f"{claim.source} {message}"
    return Problem(claim.path, claim.line, message, hint)


def _numbered(
    claims: Sequence[Claim], given: Sequence[str], ids: Sequence[str]
) -> tuple[Notice, ...]:
    called = [
        f"{claim.source} ({id_})"
        for claim, own, id_ in zip(claims, given, ids, strict=True)
        if not own
    ]
    if not called:
        return ()
    if len(given) == 1:
        return (Notice("The interview has no id and is called L01."),)
    who = "1 interview has" if len(called) == 1 else f"{len(called)} interviews have"
    rest = len(called) - _SHOWN
    listed = ", ".join(called[:_SHOWN]) + (f" and {rest} more" if rest > 0 else "")
    return (Notice(f"{who} no id and got a number in the order of the files: {listed}."),)


def _leader_names(claims: Sequence[Claim]) -> tuple[Notice, ...]:
    count = sum(_is_name(claim) for claim in claims)
    if not count:
        return ()
    where = "1 interview gives" if count == 1 else f"{count} interviews give"
    said = f"{where} a name as leader; it is kept as the name, and the id stands for the leader."
    return (Notice(said),)
