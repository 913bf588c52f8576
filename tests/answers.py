"""Tables of invented answers, with all that a table can have, and runs that take them for large."""

import csv
import io
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

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
  - id: money
    label: Money
    kind: barrier
    cues: [money]
  - id: story
    label: Story
    kind: lens
    cues: [system]
"""
SAID = (
    "We must trust each other.",
    "We started the huddles, said Jane Smith; trust grows.",
    "Nothing to say.",
    "=We agreed that Ann Bell will run the huddles by May.",
    "I do not trust the centre.",
    "We have no money for huddles.",
    "Trust came first here, and we set up a huddle last year.",
    "We want huddles, says Jane Smith, but nothing has happened in our trust.",
    "We have not done anything about the beds on the ward this year at all.",
    "They should fund the huddle for all of us in the system soon.",
)
# Jo Dale is known from the label alone.
_TALK = "INT: What of trust?\nJo Dale: We must trust each other.\nINT: And huddles?\nJo Dale: Yes."
_AFTER = "Jo Dale and I want huddles."

HEADER = "id leader name role organisation group round date order Years text".split()


def rows(number: int, *, apart: bool = False, seed: int = 1) -> list[list[str]]:
    """So many answers, in which names, rounds, groups, bad dates and ids given twice are found.

    Every third leader has three rows, which stand together unless `apart`.
    """
    draw = random.Random(seed)  # noqa: S311 - no secret
    return [_row(n, n % 17 if apart else n // 3, draw) for n in range(number)]


def written(path: Path, answers: Sequence[Sequence[str]]) -> Path:
    """A table of those answers with its codebook and names beside it: .csv, or .parquet."""
    (path.parent / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    (path.parent / "names.csv").write_text("name\nAnn Bell\n", encoding="utf-8")
    if path.suffix == ".parquet":
        import pyarrow as pa
        import pyarrow.parquet as pq

        columns = zip(*answers, strict=True)
        pq.write_table(pa.table(dict(zip(HEADER, map(list, columns), strict=True))), path)
        return path
    text = io.StringIO(newline="")
    csv.writer(text).writerows([HEADER, *answers])
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    return path


def in_small_pieces(patched: pytest.MonkeyPatch, *, rows: int = 7, lot: int = 3) -> None:
    """From now on, any table of interviews is large, and is read so many rows at a time."""
    patched.setattr("sensecli.loading.answers.table.LARGE", 1)
    patched.setattr("sensecli.streaming.pieces._ROWS", rows)
    patched.setattr("sensecli.streaming.table._LOT", lot)


def _row(number: int, leader: int, draw: random.Random) -> list[str]:
    text = " ".join(draw.choices(SAID, k=draw.randint(1, 4)))
    text = {11: _TALK, 25: _AFTER}.get(number, text)
    return [
        "A13" if number == 31 else f"A{number}",
        f"P{leader}" if leader % 3 == 0 else "",
        "" if number % 10 else "Jane Smith",
        "nurse",
        f"Org {number % 5}",
        ("gp", "acute", "")[leader // 3 % 3],
        str(number % 2 + 1),
        "soon" if number in {4, 9} else f"2022-09-{number % 28 + 1:02d}",
        str(number % 9 or ""),
        str(number % 7 or ""),
        text,
    ]
