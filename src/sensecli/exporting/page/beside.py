"""What stands side by side on the page, and what is folded up."""

from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

from sensecli.exporting.page.findingview import Said
from sensecli.exporting.passage import Passage

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Side:
    """One of two passages: `whose` it is and where it leads; `instead` stands where none is."""

    whose: str
    said: Said | None
    link: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """Two passages on one code, side by side."""

    label: str
    sides: tuple[Side, Side]


@dataclass(frozen=True, slots=True)
class Fold(Generic[T]):
    """What is folded up under a title that tells how much it is; `id` is its anchor."""

    id: str
    title: str
    items: tuple[T, ...]


def said(passage: Passage) -> Said:
    """The passage as the page quotes it."""
    return Said(passage.lead, passage.text, passage.place)


def passages_link(code: str, leader: str) -> str:
    """Where the page shows all that this leader says on this code."""
    return f"#passages?{urlencode({'code': code, 'leader': leader})}"
