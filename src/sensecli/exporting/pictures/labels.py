"""Labels and group names cut to what a picture has room for."""

import textwrap
import unicodedata
from collections.abc import Iterable, Sequence

LONGEST = 42
_JOINER = "\u200d"
_LISTED = 5


def short(label: str, most: int = LONGEST) -> str:
    """The label on one line, without what cannot be shown, cut with an ellipsis."""
    shown = clean(label)
    return shown if len(shown) <= most else f"{shown[: most - 1].rstrip()}…"


def clean(text: str) -> str:
    """The text on one line, without what cannot be shown."""
    return "".join(c for c in " ".join(text.split()) if _printable(c)).strip()


def distinct(labels: Iterable[str], most: int = LONGEST) -> tuple[str, ...]:
    """The labels cut, each unlike those before it, since they are what rows are told apart by."""
    found: list[str] = []
    for label in labels:
        cut = name = short(label, most) or "(no label)"
        number = 1
        while name in found:
            number += 1
            name = f"{short(cut, most - len(str(number)) - 3)} ({number})"
        found.append(name)
    return tuple(found)


def wrapped(text: str, width: int, lines: int = 3) -> str:
    """The text broken into lines that are at most so wide."""
    return "\n".join(textwrap.wrap(text, width, max_lines=lines, placeholder="…"))


def few(items: Sequence[str]) -> str:
    """The first five as sentences of their own, and how many more there are."""
    shown = [clean(item) for item in items[:_LISTED]]
    told = " ".join(item if item.endswith(".") else f"{item}." for item in shown)
    more = len(items) - _LISTED
    return f"{told} And {more} more." if more > 0 else told


def _printable(character: str) -> bool:
    """Control characters, surrogates and switches of direction are not."""
    return character == _JOINER or unicodedata.category(character)[0] != "C"
