"""A decision of a person's, as it stands in a file."""

import json

ANCHOR = {
    "interview": "G01",
    "start": 76,
    "end": 101,
    "quote": "We must trust each other.",
    "before": "",
    "after": "",
}
FIELDS = {
    "schema": 1,
    "id": "d1",
    "time": "2026-01-02T03:04:05Z",
    "coder": "ab",
    "verdict": "memo",
    "anchor": ANCHOR,
    "about": None,
    "values": None,
    "memo": "telling",
    "undoes": "",
}
DECISION = json.dumps(FIELDS)
