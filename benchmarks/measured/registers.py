"""Registers with gold: are owners, dates and progress read right, and are actions matched?"""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from measured.counting import Score
from measured.sets import MODEL, TOP
from measured.showing import said, table

from sensecli.coding.tools import Tools
from sensecli.crosschecking.plan import Plan, for_plan, matched, read_plan
from sensecli.model import Action, Laid, Matched
from sensecli.pipeline import code_all

RECORDS = TOP / "interviews" / f"{MODEL}-records"
_OURS = TOP / "benchmarks" / "registers"
_JUDGING = "judging: written by somebody who saw neither reader nor matching; scored only"
_TUNING = "tuning: the reader was mended by it, likelihood and headings were checked on it"
_SAMPLE = "shipped sample: that headings are read was chosen on it"

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Register:
    """A register, its gold, the day that it is of, and what it was used for."""

    file: Path
    gold: Path
    day: date
    used: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What was read of a register beside its gold: `pairs` are of the same line."""

    actions: int
    gold: tuple[Row, ...]
    pairs: tuple[tuple[Matched, Row], ...]


def registers(tools: Mapping[str, Tools]) -> str:
    """A row for each register; `tools` by the name of their coder."""
    rows = []
    for one in _registers():
        plan = read_plan(one.file, day=one.day)
        judged = {name: _judged(plan, each, one.gold) for name, each in tools.items()}
        read = next(iter(judged.values()))
        rows.append(
            [
                f"`{one.file.name}`, {one.used}",
                f"{len(read.pairs)} of {len(read.gold)}",
                *(said(_field(read, name).f1) for name in ("owner", "due", "progress")),
                *(str(_codes(each)) for each in judged.values()),
            ]
        )
    head = ["register", "actions found", "owner F1", "due F1", "progress F1"]
    return table([*head, *(f"codes F1, {name} (precision, recall)" for name in tools)], rows)


def _registers() -> Iterator[Register]:
    """Those whose day of position stands in their README, then the shipped one."""
    with (_OURS / "registers.csv").open(newline="", encoding="utf-8") as sheet:
        for row in csv.DictReader(sheet):
            file = _OURS / row["file"]
            used = _JUDGING if row["use"] == "judging" else _TUNING
            day = date.fromisoformat(row["day"])
            yield Register(file, _OURS / f"{file.stem}.gold.csv", day, used)
    shipped = RECORDS / "actions.xlsx"
    yield Register(shipped, RECORDS / "gold-actions.csv", date(2023, 9, 29), _SAMPLE)


def _judged(plan: Plan, tools: Tools, gold: Path) -> Judged:
    with gold.open(newline="", encoding="utf-8-sig") as sheet:
        rows = tuple(csv.DictReader(sheet))
    coded = code_all(plan.texts, plan.segmented, for_plan(tools))
    found = matched(plan, Laid(coded.codings), tools.codebook)
    return Judged(len(plan.actions), rows, tuple(_aligned(found, rows)))


def _aligned(found: Sequence[Matched], rows: Sequence[Row]) -> Iterator[tuple[Matched, Row]]:
    """Each line of gold with the action of the same words, of several the first that is left."""
    left = list(found)
    for row in rows:
        wanted = _plain(row["text"])
        one = next((each for each in left if wanted in _plain(each.action.text)), None)
        if one is not None:
            left.remove(one)
            yield one, row


def _plain(text: str) -> str:
    return " ".join(text.split())


def _field(read: Judged, name: str) -> Score:
    """How often a field is read as gold has it; what is empty on both sides does not count."""
    counts: Counter[str] = Counter()
    for one, row in read.pairs:
        ours, gold = _said(one.action, name), row[name].strip()
        counts["right"] += bool(ours) and ours == gold
        counts["ours"] += bool(ours)
    # A line that was not found has lost what it says.
    gold_cells = sum(bool(row[name].strip()) for row in read.gold)
    return Score(counts["right"], counts["ours"], gold_cells)


def _said(action: Action, name: str) -> str:
    if name == "due":
        return action.due.isoformat() if action.due else ""
    return str(getattr(action, name))


def _codes(read: Judged) -> Score:
    ours = [(at, code) for at, (one, _) in enumerate(read.pairs) for code in one.codes]
    gold = {(at, code) for at, (_, row) in enumerate(read.pairs) for code in _listed(row)}
    return Score(len(gold.intersection(ours)), len(ours), sum(len(_listed(r)) for r in read.gold))


def _listed(row: Row) -> list[str]:
    return [one.strip() for one in row["codes"].split(";") if one.strip()]
