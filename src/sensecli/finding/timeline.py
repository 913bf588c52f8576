"""What are the rounds called, and in what order did they follow each other?"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from sensecli.finding.rounds import in_time, is_dated
from sensecli.model import Interview, RoundOfTalks
from sensecli.model.dates import date_range

_YEAR = re.compile(r"\d{4}")

Folders = Sequence[Sequence[Interview]]
"""Interviews, by the folders that they lie in, in the order in which those were given."""


def named_rounds(folders: Folders) -> tuple[tuple[Interview, ...], ...]:
    """The same interviews, where those without a round have that of their folder.

    It is called by the folder's place ("round 1"), or the next number free; where all rounds that
    have a name are called by a year, and the folder's interviews without one were all held in
    another, by that.
    """
    taken = {one.round.strip() for folder in folders for one in folder} - {""}
    named = []
    for place, folder in enumerate(folders, start=1):
        unnamed = [one for one in folder if not one.round.strip()]
        name = _name(unnamed, place, taken) if unnamed else ""
        taken |= {name} - {""}
        named.append(tuple(replace(one, round=one.round.strip() or name) for one in folder))
    return tuple(named)


def timeline(folders: Folders) -> tuple[str, ...]:
    """The names of the rounds in order: by date where each has one, else as the folders are given.

    Rounds within one folder are in order by `in_time`.
    """
    held: dict[str, list[Interview]] = defaultdict(list)
    for folder in folders:
        for one in folder:
            held[one.round].append(one)
    if all(map(is_dated, held.values())):
        return tuple(in_time(held))
    found: dict[str, None] = {}
    for folder in folders:
        here = {name: [o for o in folder if o.round == name] for name in {o.round for o in folder}}
        found |= dict.fromkeys(in_time(here) if here else ())
    return tuple(found)


def round_of_talks(name: str, interviews: Iterable[Interview]) -> RoundOfTalks:
    """The round of that name, told of its interviews among all of them."""
    held = [one for one in interviews if one.round == name]
    dates = date_range(one.date for one in held) or ()
    return RoundOfTalks(name, len(held), len({one.leader for one in held}), dates)


def _name(unnamed: Sequence[Interview], place: int, taken: Collection[str]) -> str:
    years = {one.date[:4] for one in unnamed}
    if taken and all(map(_YEAR.fullmatch, taken)) and len(years) == 1:
        year = years.pop()
        if _YEAR.fullmatch(year) and year not in taken:
            return year
    while {f"round {place}", str(place)} & set(taken):
        place += 1
    return f"round {place}"
