"""A bad input: how it is made, the command that meets it, and all that must then be true."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Make = Callable[[Path], None]

FOLDER = "FOLDER"
"""Stands in a command for the folder of interviews; `OUT` for one beside it."""
OUT = "OUT"

GOOD = """\
---
id: G01
role: chief
organisation: A
group: trust
date: 2024-01-02
---

We must trust each other. We started weekly huddles in March.
"""
BOOK = """\
id: tiny
label: Tiny
codes:
  - id: trust
    label: Trust
    cues: [trust]
  - id: huddles
    label: Huddles
    cues: [huddle]
"""
ANALYSE = ("analyse", FOLDER, "-f", "json")


@dataclass(frozen=True, slots=True)
class Case:
    """One bad input beside a good interview (`good.md`, id G01) and a small codebook.

    `said`: what stderr must hold, each in one line. `unsaid`: what no output may hold. `intact`:
    whether the good interview must still be found. At most `seconds` and `megabytes` may be taken.
    """

    name: str
    make: Make
    said: tuple[str, ...] = ()
    code: int = 1
    command: tuple[str, ...] = ANALYSE
    unsaid: tuple[str, ...] = ()
    intact: bool = True
    seconds: float = 20
    megabytes: int = 300


def text(name: str, content: str) -> Make:
    """Makes one file of text in UTF-8; lone surrogates are written as they are."""
    return raw(name, content.encode("utf-8", "surrogatepass"))


def raw(name: str, content: bytes) -> Make:
    """Makes one file of those bytes."""

    def make(folder: Path) -> None:
        (folder / name).write_bytes(content)

    return make


def both(*makes: Make) -> Make:
    """Makes several things."""

    def make(folder: Path) -> None:
        for one in makes:
            one(folder)

    return make
