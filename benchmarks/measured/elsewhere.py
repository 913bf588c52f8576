"""The labelled sets, as `benchmarks/labelled.py` measures them."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from measured.showing import UNDEFINED, said, table

NOT_THERE = "Not measured here: `benchmarks/labelled.py`, or the sets that it reads, are not there."


def labelled(folder: Path) -> str:
    """The table of `labelled.py --json`: a list of rows, all with the same names."""
    script = folder / "labelled.py"
    if not script.is_file():
        return NOT_THERE
    command = [sys.executable, str(script), "--json"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  (ours)
    if ran.returncode or not ran.stdout.strip():
        print(f"labelled.py failed: {ran.stderr[-400:]}")
        return NOT_THERE
    told = json.loads(ran.stdout)
    rows = told if isinstance(told, list) else next(v for v in told.values() if _rows(v))
    names = list(dict.fromkeys(name for row in rows for name in row))
    return table(names, [[_cell(row.get(name)) for name in names] for row in rows])


def _rows(value: Any) -> bool:  # noqa: ANN401  (JSON)
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _cell(value: Any) -> str:  # noqa: ANN401  (JSON)
    if value is None:
        return UNDEFINED
    if isinstance(value, float):
        return said(value)
    if isinstance(value, dict):
        return ", ".join(f"{name} {_cell(one)}" for name, one in value.items())
    if isinstance(value, list):
        return ", ".join(map(_cell, value))
    return str(value)
