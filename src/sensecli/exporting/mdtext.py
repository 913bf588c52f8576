"""Text, tables and quotes in Markdown that shows every character as it was said."""

import re
from collections.abc import Iterable, Sequence

from sensecli.exporting.passage import Passage
from sensecli.model import BoardQuote, Missed, Quote

_INLINE = re.compile(r"[\\`*_<>|~]|\](?=[(\[:])|&(?=#?\w+;)")
_NUMBER = re.compile(r"^(\d+)([.)])")


def escaped(text: str) -> str:
    """One line of plain text: no character of it means anything to Markdown."""
    line = _INLINE.sub(lambda found: f"\\{found[0]}", " ".join(text.split()))
    line = _NUMBER.sub(r"\1\\\2", line)
    return re.sub(r"^([#+=-])", r"\\\1", line)


def block_quote(one: Quote | Missed | BoardQuote | Passage) -> str:
    """A passage as a block quote, with the place where it stands below it."""
    said = [f"> {escaped(line)}" for line in one.text.splitlines() if line.strip()]
    return "\n".join((*said, ">", f"> ({escaped(one.place)})"))


def table(
    header: Sequence[str], rows: Iterable[Sequence[str | int]], *, words: bool = False
) -> str:
    """A table; the first column is text, the others are figures unless `words` is true."""
    rule = ("---", *("---" if words else "---:" for _ in header[1:]))
    body = [tuple(escaped(str(cell)) for cell in row) for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in (tuple(header), rule, *body))


def bullets(lines: Iterable[str]) -> str:
    """A list, each line escaped."""
    return "\n".join(f"- {escaped(line)}" for line in lines)
