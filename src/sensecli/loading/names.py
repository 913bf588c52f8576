"""The names that outputs leave out, and what stands for each."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sensecli.loading.formats.keys import plain
from sensecli.loading.formats.rows import Row
from sensecli.loading.ordinary import ORGANISATIONS
from sensecli.loading.roster import find, rows_of
from sensecli.loading.variants import looks_like_a_person, name_variants, people
from sensecli.model import Interview, Problem

NAMES = "names.csv"
ANYONE = "[name]"
_LONGEST = 200

_STANDS_FOR_ONE = re.compile(r"\[[\w.-]+\]")
# Attributes of the user's own whose values are people.
_PEOPLE_KEYS = frozenset(
    "assistant attendees author contact facilitator interpreter manager note-taker notetaker "
    "observer observers pa present scribe transcriber translator".split()
)


def known_names(
    interviews: Iterable[Interview], folder: Path | None
) -> tuple[tuple[tuple[str, str], ...], tuple[Problem, ...]]:
    """Each known name and what stands for it, longest name first.

    From the `name` of each interview (`[<leader id>]`), its `interviewer` and the people among its
    other attributes (`[name]`), and the folder's `names.csv`, which wins. What two persons share,
    such as a first name, is `[name]`.
    """
    found: dict[str, str] = {}
    for name, stands in _persons(interviews):
        for variant in name_variants(name):
            found[variant] = stands if found.get(variant, stands) == stands else ANYONE
    listed, problems = _listed(folder) if folder else ({}, ())
    for name, stands in listed.items():
        if _is_listed_person(name, stands):
            found |= {one: stands for one in name_variants(name) if one not in found}
    found |= listed
    ordered = sorted(found.items(), key=lambda item: (-len(item[0]), item[0]))
    return tuple(ordered), problems


def is_of_people(key: str) -> bool:
    """Whether the values of an attribute of the user's own are people."""
    return plain(key).replace(" ", "-") in _PEOPLE_KEYS


def _persons(interviews: Iterable[Interview]) -> Iterator[tuple[str, str]]:
    for interview in interviews:
        yield interview.name, f"[{interview.leader}]"
        yield from ((person, ANYONE) for person in people(interview.interviewer))
        for key, value in interview.attributes:
            if is_of_people(key):
                yield from ((one, ANYONE) for one in people(value) if looks_like_a_person(one))


def _is_listed_person(name: str, stands: str) -> bool:
    """Whether a listed name has further ways: it is no body's, and nothing else stands for it."""
    words = {word.casefold() for word in name.split()}
    return (
        looks_like_a_person(name)
        and _STANDS_FOR_ONE.fullmatch(stands) is not None
        and not words & ORGANISATIONS
    )


def _listed(folder: Path) -> tuple[dict[str, str], tuple[Problem, ...]]:
    path = find(folder, NAMES)
    if path is None:
        return {}, ()
    rows = rows_of(path)
    if isinstance(rows, Problem):
        return {}, (rows,)
    header = [plain(cell) for cell in rows[0].cells]
    if "name" not in header:
        message = 'has no column "name", so no name in it is left out'
        hint = 'begin it with the line "name,replacement"'
        return {}, (Problem(path.name, rows[0].line, message, hint),)
    pairs = (
        (_cell(row.cells, header, "name"), _cell(row.cells, header, "replacement") or ANYONE)
        for row in rows[1:]
    )
    listed = {name: stands for name, stands in pairs if 0 < len(name) <= _LONGEST}
    return listed, tuple(_overlong(path, rows[1:], header))


def _overlong(path: Path, rows: Sequence[Row], header: Sequence[str]) -> Iterator[Problem]:
    for row in rows:
        if (length := len(_cell(row.cells, header, "name"))) > _LONGEST:
            message = (
                f"the name has {length:,} characters (at most {_LONGEST}), so it is not left out"
            )
            yield Problem(path.name, row.line, message, "write each name in a row of its own")


def _cell(cells: Sequence[str], header: Sequence[str], column: str) -> str:
    place = header.index(column) if column in header else len(cells)
    return cells[place].strip() if place < len(cells) else ""
