"""The labelled sets as they lie: rows, each of the part that `splits.csv` gives it."""

import csv
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("SENSE_SHARED") or TOP.parent / "shared")
PARTS = ("dev", "test")


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One labelled text; `context` is what was said just before, `raw` the row as written."""

    part: str
    text: str
    context: str
    mapped: str
    source: str
    raw: Mapping[str, Any]


def rows(name: str) -> tuple[Row, ...]:
    """The rows of a set; none where it is not there."""
    path = SHARED / "eval" / f"{name}.jsonl"
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8") as file:
        return tuple(_row(name, json.loads(line)) for line in file)


def _row(name: str, raw: Mapping[str, Any]) -> Row:
    parts = _parts(f"eval/{name}")
    part = parts.get(raw["source"]) or parts[raw["id"]]
    return Row(part, raw["text"], raw["context"] or "", raw["mapped"] or "", raw["source"], raw)


@cache
def _parts(name: str) -> dict[str, str]:
    with (SHARED / "splits.csv").open(newline="", encoding="utf-8") as file:
        return {r["source"]: r["part"] for r in csv.DictReader(file) if r["set"] == name}
