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
            value = figure.score(pairs)
            yield {
                "set": one.name,
                "part": part,
                "n": len(pairs),
                "figure": figure.name,
                "value": round(value, 3),
                "aim": figure.aimed,
                "reached": figure.reached(value),
                "classes": dict(list(counted(pairs).items())[:_SHOWN]),
            }


def as_table(found: Sequence[dict[str, Any]]) -> str:
    """The rows in columns."""
    lines = [tuple(found[0])]
    for row in found:
        classes = ", ".join(f"{name or 'none'} {count}" for name, count in row["classes"].items())
        head = (row["set"], row["part"], str(row["n"]), row["figure"])
        lines.append((*head, f"{row['value']:.2f}", row["aim"], row["reached"], classes))
    widths = [max(len(line[at]) for line in lines) for at in range(len(lines[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


if __name__ == "__main__":
    main()
