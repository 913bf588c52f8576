"""The texts with gold codings: where they lie, their parts, and what was taken from them."""

import csv
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sensecli.coding.tools import Tools
from sensecli.finding.positions import positions
from sensecli.finding.rounds import latest
from sensecli.loading.gold import GOLD, read_gold
from sensecli.model import Coding, Interview, Project
from sensecli.pipeline import Speakers, code_interview, load_project, segment_all
from sensecli.reliability.align import Aligned, align, as_codings, as_numbered
from sensecli.reliability.evaluation import Evaluation
from sensecli.reliability.evaluation import evaluate as compare
from sensecli.segmenting import Segmented

TOP = Path(__file__).resolve().parents[2]
TRAINING = TOP / "training"
INVENTED = TOP / "benchmarks" / "interviews"
SHARED = Path(os.environ.get("SENSE_SHARED") or TOP.parent / "shared")
MODEL, REAL = "msk-programme", "inquiry-preparedness"

_TEST = "never opened by eye: scored only"
_DEV = (
    "read while the rules and cues were written, and settings were chosen by their figures;"
    " no weight is fitted on them"
)
_OURS = "written by us and seen"
_APART = (
    "invented for this by people who saw neither cues nor rules; nobody who wrote a rule has opened"
    " them, and nothing is fitted on them"
)
_LEARNT = "written by us; the encoder learnt from it"
_FITTED = (
    "written by us; how the evidence is joined and weighed is fitted on it, before the encoder"
    " learnt from it too"
)


@dataclass(frozen=True, slots=True)
class Part:
    """Interviews that are scored together; `split` is the part's name in splits.csv, if any."""

    key: str
    title: str
    folder: Path
    book: str
    used: str
    split: str = ""


PARTS = (
    Part("model-test", "model case, test", SHARED / "gold-dev", MODEL, _TEST, "test"),
    Part("real-test", "real evidence, test", SHARED / "gold-inquiry-dev", REAL, _TEST, "test"),
    Part("model-dev", "model case, dev", SHARED / "gold-dev", MODEL, _DEV, "dev"),
    Part("real-dev", "real evidence, dev", SHARED / "gold-inquiry-dev", REAL, _DEV, "dev"),
    Part(
        "sample",
        "shipped sample",
        TOP / "interviews" / MODEL,
        MODEL,
        f"{_OURS}; how stance and status are weighed is fitted on it",
    ),
    Part("model-apart", "unseen, model case", INVENTED / MODEL, MODEL, _APART),
    Part("real-apart", "unseen, like the evidence", INVENTED / REAL, REAL, _APART),
    Part("model-train", "training, model case", TRAINING / MODEL, MODEL, _LEARNT),
    Part("real-train", "training, like the evidence", TRAINING / REAL, REAL, _LEARNT),
    Part("model-held", "joining, model case", TRAINING / "held-out" / MODEL, MODEL, _FITTED),
    Part("real-held", "joining, like the evidence", TRAINING / "held-out" / REAL, REAL, _FITTED),
)
TESTS = ("model-test", "real-test")


@dataclass(frozen=True, slots=True)
class Material:
    """A folder as read: its interviews, their segments, and its gold laid over them."""

    project: Project
    cut: Mapping[str, Segmented]
    gold: tuple[Aligned, ...]
    unread: int


@cache
def read(folder: Path, book: str) -> Material:
    """Everything of one folder; `unread` counts the gold rows that could not be used."""
    project = load_project(folder, codebook=book)
    cut = segment_all(project.interviews, Speakers())
    rows = read_gold(
        folder / GOLD,
        interviews=[one.id for one in project.interviews],
        codes=[code.id for code in project.codebook.leaves],
    )
    return Material(
        project=project,
        cut={one.id: its for one, its in zip(project.interviews, cut, strict=True)},
        gold=align(rows.rows, [segment for one in cut for segment in one.segments]),
        unread=len(rows.problems),
    )


def there() -> tuple[Part, ...]:
    """The parts that can be scored here: their texts lie where they should, with gold."""
    return tuple(part for part in PARTS if (part.folder / GOLD).is_file() and interviews(part))


def interviews(part: Part) -> tuple[Interview, ...]:
    """The interviews of a part that gold has a row for."""
    material = read(part.folder, part.book)
    wanted = {one.row.interview for one in material.gold}
    if part.split:
        wanted &= _split(part.folder.name, part.split)
    return tuple(one for one in material.project.interviews if one.id in wanted)


def _split(name: str, part: str) -> set[str]:
    with (SHARED / "splits.csv").open(newline="", encoding="utf-8") as file:
        rows = csv.DictReader(file)
        return {r["source"] for r in rows if (r["set"], r["part"]) == (name, part)}


def coded(part: Part, tools: Tools) -> tuple[Coding, ...]:
    """The program's codings of a part."""
    cut = read(part.folder, part.book).cut
    return tuple(
        coding
        for one in interviews(part)
        for coding in code_interview(one, cut[one.id].segments, tools)
    )


def gold_codings(part: Part) -> tuple[Coding, ...]:
    """What the careful person coded in a part."""
    return as_codings(_aligned(part))


def _aligned(part: Part) -> tuple[Aligned, ...]:
    chosen = {one.id for one in interviews(part)}
    return tuple(o for o in read(part.folder, part.book).gold if o.row.interview in chosen)


def judged(part: Part, codings: tuple[Coding, ...], *, draws: int = 0) -> Evaluation:
    """The codings beside gold, as `sense evaluate` compares them."""
    judging, aligned = interviews(part), _aligned(part)
    codebook = read(part.folder, part.book).project.codebook
    by_gold, by_us = (
        latest(positions(given, judging, codebook), judging)
        for given in (as_numbered(aligned), codings)
    )
    return compare(
        aligned,
        codings,
        positions=(by_gold, by_us),
        leaders={one.id: one.leader for one in judging},
        codes=codebook.leaves,
        draws=draws,
    )
