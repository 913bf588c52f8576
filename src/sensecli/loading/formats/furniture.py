"""What a page carries besides its text: running heads, running feet and page numbers."""

import re
from collections import Counter
from collections.abc import Sequence

_NUMBER = re.compile(
    r"[-–—|\[( ]*(?:page|p\.?)?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\]) ]*", re.IGNORECASE
)
_TALK = (".", "?", "!")
_DEEPEST, _LONGEST = 3, 80


def without_furniture(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The pages without bare page numbers and lines that head or foot more than half of them.

    Only the first and last three lines that are not blank are looked at; digits do not count, so
    "Notes, page 3" repeats "Notes, page 2". A line that ends a sentence, or is as long as a line of
    text, is never taken for a head.
    """
    found = [[*page] for page in pages]
    for at in (0, -1):
        for _ in range(_DEEPEST):
            edges = [_edge(page, at) for page in found]
            running = _running(edges)
            for page, line in zip(found, edges, strict=True):
                if line and (_NUMBER.fullmatch(line) or _form(line) in running):
                    _drop(page, at)
    return found


def _edge(page: Sequence[str], at: int) -> str:
    lines = [line.strip() for line in page if line.strip()]
    return lines[at] if lines else ""


def _form(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split()))


def _running(edges: Sequence[str]) -> frozenset[str]:
    short = (line for line in edges if 0 < len(line) <= _LONGEST and not line.endswith(_TALK))
    forms = Counter(map(_form, short))
    pages = sum(bool(line) for line in edges)
    return frozenset(form for form, count in forms.items() if count > 1 and count * 2 > pages)


def _drop(page: list[str], at: int) -> None:
    """Blank the first or last line that is not blank yet."""
    order = range(len(page)) if at == 0 else reversed(range(len(page)))
    for number in order:
        if page[number].strip():
            page[number] = ""
            return
