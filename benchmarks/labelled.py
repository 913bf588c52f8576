"""Measure the program's own functions on labelled real data, `dev` and `test` apart.

    python benchmarks/labelled.py [--set NAME ...] [--json]

The sets lie beside the project (`../shared/eval`); nothing is fitted on them and nothing of their
texts is shown. The whole sentence is the theme; themes themselves are measured on `wac_themes_dev`
alone, by the shipped coder.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from labelled.rows import PARTS, rows
from labelled.scores import counted
from labelled.sets import SETS, Labelled

_SHOWN = 6
_WIDTHS = (31, 5, 6, 34, 7, 6, 0)


def main() -> None:
    """Measure and print one table, or JSON."""
    options = argparse.ArgumentParser(description=__doc__)
    names = [one.name for one in SETS]
    options.add_argument("--set", action="append", choices=names, help="this set only; repeatable")
    options.add_argument("--json", action="store_true", help="rows as JSON")
    asked = options.parse_args()
    chosen = [one for one in SETS if not asked.set or one.name in asked.set]
    found = [row for one in chosen for row in measured(one)]
    if not found:
        sys.exit("none of the sets is there")
    print(json.dumps(found, indent=1) if asked.json else as_table(found))


def measured(one: Labelled) -> Iterator[dict[str, Any]]:
    """A row for each figure of a set on each of its parts."""
    every = rows(one.name)
    for part in PARTS:
        pairs = list(one.read([row for row in every if row.part == part]))
        for figure in one.figures if pairs else ():
            yield {
                "set": one.name,
                "part": part,
                "n": len(pairs),
                "figure": figure.name,
                "value": round(figure.score(pairs), 3),
                "aim": figure.aim,
                "below": figure.below,
                "classes": dict(list(counted(pairs).items())[:_SHOWN]),
            }


def as_table(found: Sequence[dict[str, Any]]) -> str:
    """The rows in columns; a figure that reaches its aim is marked."""
    lines = [("set", "part", "n", "figure", "value", "aim", "classes")]
    for row in found:
        classes = ", ".join(f"{name} {count}" for name, count in row["classes"].items())
        told = (row["set"], row["part"], str(row["n"]), row["figure"])
        lines.append((*told, f"{row['value']:.2f}{_reached(row)}", _aim(row), classes))
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, _WIDTHS, strict=True)).rstrip()
        for line in lines
    )


def _aim(row: dict[str, Any]) -> str:
    if row["aim"] is None:
        return ""
    return ("<" if row["below"] else "") + f"{row['aim']:.2f}"


def _reached(row: dict[str, Any]) -> str:
    if row["aim"] is None:
        return ""
    better = row["value"] <= row["aim"] if row["below"] else row["value"] >= row["aim"]
    return " +" if better else ""


if __name__ == "__main__":
    main()
