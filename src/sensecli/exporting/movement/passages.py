"""What was promised and what was said of it later; who moved, from where to where."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sensecli.exporting.passage import Passage
from sensecli.exporting.standing import stands
from sensecli.exporting.wording import opened
from sensecli.model import Between, Direction, Fate, Kind, Move, Promise, Quote, ThemeMovement

NOTHING_SAID = "Not mentioned again."
NO_THEME = "On no theme"
_WAYS = (Direction.UP, Direction.DOWN)


@dataclass(frozen=True, slots=True)
class Then:
    """A leader's words of the earlier round beside those of the later one; None is silence."""

    label: str
    leader: str
    said: Passage | None
    says: Passage | None
    way: str = ""


def promises(between: Between, names: Mapping[str, str]) -> Iterator[tuple[str, tuple[Then, ...]]]:
    """The undertakings by what became of them, each such group under its title."""
    for fate in Fate:
        found = [one for one in between.promises if one.fate is fate]
        if found:
            title = f"{opened(fate)}: {len(found)} of {len(between.promises)}"
            yield title, tuple(_promise(one, names) for one in found)


def moves(theme: ThemeMovement) -> tuple[Then, ...]:
    """The leaders who moved on a theme, those who moved up first."""
    ways = (Direction.UP, Direction.DOWN)
    spoken = [one for one in theme.moves if not one.silent]
    found = [one for way in ways for one in spoken if one.direction is way]
    return tuple(_move(one, theme.label) for one in found)


def references(move: Then) -> str:
    """A move with the places of its two quotes, for where there is no room for the quotes."""
    return f"{move.leader} {move.way} ({_places(move.said, move.says)})"


def referenced(theme: ThemeMovement) -> str:
    """Who moved, with the places of the quotes: `up: L01 (L01:4; L01:9); down: L07 (L07:2)`."""
    told = []
    for way in _WAYS:
        found = [f"{one.leader} ({_places(one.said, one.says)})" for one in _moved(theme, way)]
        told += [f"{way}: {', '.join(found)}"] if found else []
    return "; ".join(told)


def _moved(theme: ThemeMovement, way: Direction) -> list[Move]:
    return [one for one in theme.moves if one.direction is way and not one.silent]


def _places(*passages: Passage | Quote | None) -> str:
    return "; ".join(one.place for one in passages if one)


def _promise(one: Promise, names: Mapping[str, str]) -> Then:
    label = names.get(one.code, one.code) or NO_THEME
    return Then(label, one.leader, _passage(one.said), _passage(one.says))


def _move(one: Move, label: str) -> Then:
    before, after = (stands(held, Kind.THEME) for held in (one.before, one.after))
    way = f"{one.direction}: {before} \u2192 {after}"
    return Then(label, one.leader, _passage(one.said), _passage(one.says), way)


def _passage(quote: Quote | None) -> Passage | None:
    if quote is None:
        return None
    return Passage(quote.text, quote.place, interview=quote.interview, code=quote.code)
