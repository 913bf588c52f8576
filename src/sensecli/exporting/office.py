"""What Word and PowerPoint files have in common: XML text, pictures' alt texts, and the package."""

import re
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# What XML 1.0 cannot hold: control characters, halves of surrogate pairs, two non-characters.
_UNHELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MADE = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_FIXED = "1980-01-01T00:00:00Z"
_FIXED_TUPLE = (1980, 1, 1, 0, 0, 0)
_MADE_TAGS = ("created", "modified", "lastPrinted", "lastModifiedBy", "description", "keywords")
_ALT = 2000


def held(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _UNHELD.sub("", text)


def one_line(text: str) -> str:
    """The same, in one line."""
    return " ".join(held(text).split())


def cut(text: str, most: int) -> str:
    """One line of at most so many characters, cut between words, with an ellipsis where it is."""
    line = one_line(text)
    if len(line) <= most:
        return line
    head = line[: most - 1]
    at_word = head.rsplit(" ", 1)[0] if line[most - 1].isalnum() else head
    # A single word that fills the line is cut inside.
    return f"{(at_word if len(at_word) > most // 2 else head).rstrip(' ,;:.-')}…"


def right_to_left(text: str) -> bool:
    """Whether more of its letters run from right to left than from left to right."""
    ways = [_direction(character) for character in text]
    return ways.count("R") + ways.count("AL") > ways.count("L")


def directions(text: str) -> Iterator[tuple[str, bool]]:
    """The text in stretches of one direction each, and whether it is right to left.

    What has no direction of its own goes with what stands before it.
    """
    backwards, marked = right_to_left(text), []
    for character in text:
        if _direction(character) in {"L", "R", "AL"}:
            backwards = _backwards(character)
        marked.append((character, backwards))
    for way, stretch in groupby(marked, key=lambda pair: pair[1]):
        yield "".join(character for character, _ in stretch), way


def alternative(properties: Any, alt: str) -> None:  # noqa: ANN401 - an lxml element
    """Sets the alt text of a picture, by its non-visual properties."""
    properties.set("descr", cut(alt, _ALT))


def without_thumbnail(relations: Any) -> None:  # noqa: ANN401 - of either library
    """Takes the small picture of a template's first page out of the package."""
    for key, relation in list(relations.items()):
        if relation.reltype.endswith("/thumbnail"):
            relations.pop(key)


def told_apart(core: Any, *, title: str, tool: str) -> None:  # noqa: ANN401 - of either library
    """Sets the core properties: title and tool, no person, and no time of making."""
    element = core._element  # noqa: SLF001 - no other way to take a property out
    for child in list(element):
        if child.tag.rpartition("}")[2] in _MADE_TAGS:
            element.remove(child)
    core.title, core.author, core.subject, core.category = title, held(tool)[:255], "", ""
    core.language = "en-GB"


def dated_alike(package: bytes) -> bytes:
    """The package with fixed dates inside, so that equal content is equal bytes."""
    written = BytesIO()
    with ZipFile(BytesIO(package)) as source, ZipFile(written, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name.endswith(".xlsx"):
                content = dated_alike(content)
            if name == "docProps/core.xml":
                content = _MADE.sub(rb"\g<1>" + _FIXED.encode(), content)
            member = ZipInfo(name, _FIXED_TUPLE)
            member.compress_type = ZIP_DEFLATED
            member.create_system = 0
            target.writestr(member, content)
    return written.getvalue()


def _direction(character: str) -> str:
    return unicodedata.bidirectional(character)


def _backwards(character: str) -> bool:
    return _direction(character) in {"R", "AL"}
