"""What leaders undertook, as a sheet to follow up: CSV, XLSX, JSON."""

import json
from collections.abc import Sequence
from datetime import date

from sensecli.exporting.csvfile import csv_file
from sensecli.exporting.table import Cell, Table, keyed
from sensecli.exporting.workbook import Workbook, workbook
from sensecli.model import Undertaking

UNDERTAKING_COLUMNS = (
    "leader",
    "interview",
    "round",
    "date",
    "who",
    "actor",
    "what",
    "due_said",
    "due",
    "overdue",
    "to",
    "status",
    "codes",
    "place",
    "segment",
    "start",
    "end",
)
"""The columns of the table of undertakings, in order."""

SHEET = "commitments"
SCHEMA = "sense-commitments/1"


def undertakings_table(found: Sequence[Undertaking], *, day: date) -> Table:
    """One row for each undertaking; `overdue` is told for `day`, and empty where none is due."""
    return Table(UNDERTAKING_COLUMNS, tuple(_row(one, day) for one in found))


def undertakings_csv(found: Sequence[Undertaking], *, day: date) -> bytes:
    """The table for Excel and its like: with a BOM, and nothing in it that they would run."""
    return csv_file(undertakings_table(found, day=day), excel=True)


def undertakings_xlsx(found: Sequence[Undertaking], *, day: date) -> Workbook:
    """The table as a sheet of its own."""
    return workbook({SHEET: undertakings_table(found, day=day)})


def undertakings_json(found: Sequence[Undertaking], *, day: date) -> bytes:
    """The undertakings as one JSON object, UTF-8; `codes` are a list."""
    rows = keyed(undertakings_table(found, day=day))
    content = {
        "schema": SCHEMA,
        "day": day.isoformat(),
        "undertakings": [
            {**row, "codes": list(one.codes)} for row, one in zip(rows, found, strict=True)
        ],
    }
    return f"{json.dumps(content, indent=2, ensure_ascii=False)}\n".encode(errors="replace")


def _row(one: Undertaking, day: date) -> tuple[Cell, ...]:
    return (
        one.leader,
        one.interview,
        one.round,
        one.date,
        one.who,
        str(one.actor),
        one.text,
        one.due_said,
        one.due.isoformat() if one.due else None,
        one.overdue(day),
        one.to,
        str(one.status),
        ";".join(one.codes),
        one.place,
        one.segment,
        one.start,
        one.end,
    )
