"""Sentences drawn from phrases with slots, such as `We should {to} before {month}`.

A phrase is compiled once to its parts, words and slots in turn; to draw a sentence is then a few
appends. Some 4 µs a sentence, which a million answers need.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from re import split
from typing import Any, TypeVar

import yaml

HERE = Path(__file__).parent

T = TypeVar("T")
# A number from 0 to below 1: `random.Random(seed).random`.
Draw = Callable[[], float]
# Words, or a slot: the phrases of which one stands there.
Phrase = tuple["str | list[Phrase]", ...]
Phrases = list[Phrase]


@cache
def table(name: str) -> Mapping[str, Any]:
    """A table of this folder: slots, talk or themes."""
    read: Mapping[str, Any] = yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))
    return read


@cache
def shared() -> Mapping[str, Phrases]:
    """The slots that every phrase may hold, compiled."""
    slots = {**table("slots")["slots"], **table("talk")["slots"]}
    made: dict[str, Phrases] = {name: [] for name in slots}
    for name, phrases in slots.items():
        made[name] += (_compiled(str(phrase), made) for phrase in phrases)
    return made


def compiled(phrases: Iterable[str], own: Mapping[str, Sequence[str]] | None = None) -> Phrases:
    """Phrases ready to be drawn; `own` are slots beside the shared ones, which may hold those.

    Raises KeyError for a slot that nobody filled.
    """
    slots: dict[str, Phrases] = dict(shared())
    for name, listed in (own or {}).items():
        slots[name] = [_compiled(phrase, slots) for phrase in listed]
    return [_compiled(phrase, slots) for phrase in phrases]


def _compiled(phrase: str, slots: Mapping[str, Phrases]) -> Phrase:
    parts = split(r"\{(\w+)\}", phrase)
    return tuple(
        part if at % 2 == 0 else slots[part] for at, part in enumerate(parts) if at % 2 or part
    )


def drawn(phrases: Phrases, draw: Draw) -> str:
    """One of the phrases, its slots filled, with a large first letter."""
    said = words(phrases, draw)
    return said[:1].upper() + said[1:]


def words(phrases: Phrases, draw: Draw) -> str:
    """One of the phrases, its slots filled."""
    found: list[str] = []
    _fill(phrases[int(draw() * len(phrases))], draw, found.append)
    return "".join(found)


def word(slot: str, draw: Draw) -> str:
    """One filling of a shared slot."""
    return words(shared()[slot], draw)


def one(of: Sequence[T], draw: Draw) -> T:
    """One of them."""
    return of[int(draw() * len(of))]


def _fill(phrase: Phrase, draw: Draw, add: Callable[[str], None]) -> None:
    for part in phrase:
        if isinstance(part, str):
            add(part)
        else:
            _fill(part[int(draw() * len(part))], draw, add)
