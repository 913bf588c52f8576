"""Sentences on one theme that keywords and sentiment get wrong: are stance and status right?"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from measured.sets import SHARED, TOP

from sensecli.coding.tools import Tools
from sensecli.model import Codebook, Cue, Holder, Interview, Node
from sensecli.pipeline import Coder, code_interview, make_tools
from sensecli.segmenting import segment_interview

THEME = "single point of access"
SHEETS = {
    "the 14 given with the issue": (SHARED / "traps.csv", "12 of 14"),
    "40 of ours (18 by rules when first run; rules were mended by them since)": (
        TOP / "tests" / "traps.csv",
        "32 of 40",
    ),
}


@dataclass(frozen=True, slots=True)
class Trap:
    """What a careful person says of a trap, and what the program does ("" where nothing)."""

    wanted: str
    given: str
    why: str

    @property
    def right(self) -> bool:
        """Whether stance and status are both right."""
        return self.wanted == self.given


def traps(sheet: Path, tools: Tools) -> tuple[Trap, ...]:
    """Every trap of a sheet, coded."""
    with sheet.open(newline="", encoding="utf-8") as file:
        return tuple(
            Trap(f"{r['stance']} {r['status']}", _given(r["text"], tools), r.get("why", ""))
            for r in csv.DictReader(file)
        )


def _given(text: str, tools: Tools) -> str:
    """The leader's one stance and status; several are told apart by a semicolon."""
    interview = Interview(id="T", leader="T", text=f"INT: How is it going?\nR: {text}\n")
    segments = segment_interview(interview).segments
    found = code_interview(interview, segments, tools)
    return "; ".join(f"{c.stance} {c.status}" for c in found if c.holder is Holder.LEADER)


def tools_for_traps(*, encoder: bool) -> Tools:
    """A codebook of one code, with one cue and no examples."""
    node = Node(
        id="access",
        label=THEME.capitalize(),
        proposition=f"there should be a {THEME}",
        cues=(Cue(phrase=THEME),),
    )
    book = Codebook(id="traps", label="Traps", codes=(node,))
    tools, problems = make_tools(book, coder=Coder(encoder=encoder))
    assert tools is not None, problems
    return tools


def sheets() -> Iterator[tuple[str, str, Path]]:
    """The sheets that are there: what each is, its aim, and the file."""
    for told, (path, aim) in SHEETS.items():
        if path.is_file():
            yield told, aim, path
