"""A page read back: its figures, its data, its texts."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

VOID = {"meta", "br", "input", "link", "img"}


@dataclass(slots=True)
class Element:
    """An element of the page and everything within it, in order."""

    tag: str
    attributes: dict[str, str]
    within: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text within it."""
        return "".join(one if isinstance(one, str) else one.text for one in self.within)

    def all(self, tag: str = "", **attributes: str) -> Iterator["Element"]:
        """The elements within it of that tag that have those attributes (`class_` a class)."""
        for one in self.within:
            if isinstance(one, Element):
                if tag in {"", one.tag} and one.has(attributes):
                    yield one
                yield from one.all(tag, **attributes)

    def has(self, attributes: dict[str, str]) -> bool:
        """Whether it has all of those."""
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
        return all(
            value in self.attributes.get(key, "").split(" ") for key, value in wanted.items()
        )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        one = Element(tag, {key: value or "" for key, value in attrs})
        self.open[-1].within.append(one)
        if tag not in VOID:
            self.open.append(one)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].within.append(Element(tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].within.append(data)


def read(page: bytes) -> Element:
    """The page as a tree; every element that is opened must be closed in its turn."""
    reader = _Reader()
    reader.feed(page.decode())
    reader.close()
    assert [one.tag for one in reader.open] == [""]
    return reader.open[0]


def data(page: bytes) -> Any:
    """What the page's script is given."""
    (found,) = read(page).all("script", id="data")
    return json.loads(found.text)


def texts(page: bytes) -> str:
    """All text of the page's body outside scripts, each run of white space as one blank."""
    (body,) = read(page).all("body")
    shown = [one for one in body.within if isinstance(one, str) or one.tag != "script"]
    return re.sub(r"\s+", " ", "".join(o if isinstance(o, str) else o.text for o in shown))
