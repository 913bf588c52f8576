"""Files of decisions: each bad line is told with its number, and every other decision stands."""

import json
from pathlib import Path

from tests.hostile.case import Case, Make
from tests.hostile.decided import ANCHOR, DECISION, FIELDS


def _lines(name: str, line: str | bytes, *said: str, code: int = 1) -> Case:
    """A bad line between two good ones."""
    bad = line if isinstance(line, bytes) else line.encode("utf-8", "surrogatepass")
    good = json.dumps({**FIELDS, "id": "d2"}).encode()

    def make(folder: Path) -> None:
        (folder / "decisions-cd.jsonl").write_bytes(DECISION.encode() + b"\n" + bad + b"\n" + good)

    return Case(name, make, said, code=code)


def _with(**changed: object) -> str:
    return json.dumps({**FIELDS, "id": "d3", **changed})


def _without(key: str) -> str:
    return json.dumps({name: value for name, value in FIELDS.items() if name != key})


_AT = "decisions-cd.jsonl:2:"
_BAD = f"{_AT} is not JSON that can be read. Hint: correct the line, or take it out"
_LINK: Make = lambda folder: (folder / "decisions-cd.jsonl").mkdir()  # noqa: E731

CASES = (
    _lines("a decision that is no JSON", "{nonsense}", _BAD),
    _lines("a decision nested 100,000 deep", "[" * 100_000 + "]" * 100_000, _BAD),
    _lines(
        "a decision with a number of 5,000 digits", _with(schema=1).replace("76", "9" * 5_000), _BAD
    ),
    _lines(
        "a decision in UTF-16",
        _with().encode("utf-16"),
        f"{_AT} is not valid UTF-8. Hint: save the file again as UTF-8",
    ),
    _lines(
        "a decision of 2 MB",
        _with(memo="x" * 2_000_000),
        f"{_AT} is too long for a decision (over 1 MB). Hint: take the line out",
    ),
    _lines(
        "a decision with NUL",
        _with(memo="a\0b"),
        f'{_AT} "memo" holds a character that no text has (NUL or half a pair). Hint: take the '
        "character out",
    ),
    _lines(
        "a decision with half a pair",
        _with(memo="a\ud800b"),
        f'{_AT} "memo" holds a character that no text has (NUL or half a pair)',
    ),
    _lines(
        "a decision of a later version",
        _with(schema=2),
        f"{_AT} was written by a later version (schema 2). Hint: install the later version",
    ),
    _lines(
        "a decision without a schema",
        _without("schema"),
        f'{_AT} has no "schema": 1. Hint: take the line out if it is no decision',
    ),
    _lines("a decision that is a list", "[1]", f"{_AT} is not a decision. Hint: take the line out"),
    _lines(
        "a decision without a time",
        _without("time"),
        f'{_AT} has no "time". Hint: put it in, or take the line out',
    ),
    _lines(
        "a decision at no time",
        _with(time="2026-13-45T99:00:00Z"),
        f'{_AT} "2026-13-45T99:00:00Z" is no time. Hint: write it as 2026-11-30T09:15:02Z',
    ),
    _lines(
        "a decision by a path",
        _with(coder="../../x"),
        f'{_AT} "../../x" are no initials. Hint: initials are 1 to 12 letters, digits, dots '
        "and hyphens",
    ),
    _lines(
        "a decision that ends before it begins",
        _with(anchor={**ANCHOR, "start": 9, "end": 3}),
        f"{_AT} there is nothing from 9 to 3. Hint: anchor.end lies behind anchor.start",
    ),
    _lines(
        "a decision about an interview that is not there",
        _with(anchor={**ANCHOR, "interview": "../x"}),
        _AT,
    ),
    _lines(
        "a decision with an unknown verdict",
        _with(verdict="delete"),
        f'{_AT} there is no verdict "delete". Hint: there are',
    ),
    _lines(
        "a decision under an id that is taken",
        json.dumps({**FIELDS, "memo": "else"}),
        f"{_AT} has the id of decisions-ab.jsonl:1 and says something else. Hint: keep one of "
        "the two lines",
    ),
    _lines("a decision with escapes", _with(verdict="\x1b[31m"), f"{_AT} there is no verdict"),
    Case(
        "a folder of decisions",
        _LINK,
        ("decisions-cd.jsonl: is not a file. Hint: take it out of the folder",),
    ),
)
