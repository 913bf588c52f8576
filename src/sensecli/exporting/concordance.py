"""A concordance for other programs: one row a hit, as CSV or JSON."""

import json

from sensecli.exporting.csvfile import csv_file
from sensecli.exporting.table import Table, keyed
from sensecli.model import Concordance

HIT_COLUMNS = (
    "interview",
    "segment",
    "start",
    "end",
    "place",
    "speaker",
    "leader",
    "group",
    "left",
    "hit",
    "right",
)


def hits_table(found: Concordance) -> Table:
    """One row for each hit; `left`, `hit` and `right` joined are the segment, unless cut."""
    rows = tuple(
        (
            one.interview,
            one.segment,
            one.start,
            one.end,
            one.place,
            str(one.speaker),
            one.leader,
            one.group,
            one.left,
            one.hit,
            one.right,
        )
        for one in found.hits
    )
    return Table(HIT_COLUMNS, rows)


def hits_csv(found: Concordance) -> bytes:
    """The table of hits."""
    return csv_file(hits_table(found))


def hits_json(found: Concordance, *, pattern: str, by: str) -> bytes:
    """The hits as one JSON object, UTF-8, with whose interviews were searched."""
    content = {
        "schema": "sense-search/1",
        "pattern": pattern,
        "by": by,
        "leaders": list(found.leaders),
        "leaders_with_hits": list(found.found),
        "hits": list(keyed(hits_table(found))),
    }
    return f"{json.dumps(content, indent=2, ensure_ascii=False)}\n".encode(errors="replace")
