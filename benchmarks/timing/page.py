"""Figures kept in a file, shown as a table, and written into a page between its markers."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from timing.figures import Figure, as_plain, machine

_MARKED = re.compile(r"(<!-- speed: (\w+) -->\n).*?(<!-- /speed -->)", re.DOTALL)
_COLUMNS = ("what", "seconds", "of the runs", "times", "of", "words/s", "peak MB")
_NOTHING = "_Not measured yet: `python benchmarks/speed.py --only {}`._"
_MB = 1e6
# The plan on paper: how many answers of how many words, on how many cores, and how much of what
# those could do is reckoned with.
PLAN = "plan"
_ANSWERS, _WORDS, _CORES, _SHARED, _HOUR = 100_000_000, 27, (16, 64, 256), 0.75, 3600

# A part's figures as kept: when and on what they were measured, and the rows.
Kept = Mapping[str, Any]


def kept(figures: Sequence[Figure]) -> Kept:
    """A part as it stands in the file of figures."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": machine(),
        "figures": [as_plain(one) for one in figures],
    }


def read(file: Path) -> dict[str, Kept]:
    """All parts kept in a file; none where there is no file."""
    if not file.exists():
        return {}
    parts: dict[str, Kept] = json.loads(file.read_text("utf-8"))
    return parts


def write(file: Path, parts: Mapping[str, Kept]) -> None:
    """The parts, those measured now and those kept from before, into a file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{json.dumps(parts, indent=1)}\n", "utf-8")


def as_text(part: Kept) -> str:
    """A part's table in columns, for a terminal."""
    rows = [_COLUMNS, *(_row(one) for one in part["figures"] if not one["failed"])]
    widths = [max(len(row[at]) for row in rows) for at in range(len(_COLUMNS))]
    told = [f"{one['name']}: {one['printed']}" for one in part["figures"] if one["printed"]]
    failed = [f"{one['name']}: {one['failed']}" for one in part["figures"] if one["failed"]]
    lines = [
        "  ".join(
            cell.ljust(width) if at in {0, 4} else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    return "\n".join([*lines, *told, *failed])


def filled(page: str, parts: Mapping[str, Kept]) -> str:
    """The page with each part's table between its markers; the rest is left as it is."""

    def put(found: re.Match[str]) -> str:
        name = found[2]
        if name == PLAN:
            table = plan(parts)
        else:
            table = as_markdown(parts[name]) if name in parts else _NOTHING.format(name)
        return f"{found[1]}\n{table}\n\n{found[3]}"

    return _MARKED.sub(put, page)


def as_markdown(part: Kept) -> str:
    """A part's table for a page, and under it what it was measured on."""
    lines = ["| " + " | ".join(_COLUMNS) + " |", "| --- | ---: | ---: | ---: | --- | ---: | ---: |"]
    lines += ["| " + " | ".join(_row(one)) + " |" for one in part["figures"]]
    lines += [f"\n{one['name']}: `{one['printed']}`" for one in part["figures"] if one["printed"]]
    on = part["machine"]
    told = ", ".join(filter(None, (f"{on['cores']} cores", on["processor"], on["memory"])))
    with_ = f"sense {on['sense']}, Python {on['python']}, spaCy {on['spacy']}"
    return "\n".join([*lines, "", f"Measured on {part['date']}: {told}; {with_}."])


def plan(parts: Mapping[str, Kept]) -> str:
    """What a hundred million answers would take, reckoned from how fast one core codes some."""
    rows = [_planned(one) for one in _alone(parts)]
    if not rows:
        return _NOTHING.format("answers --only jobs")
    head = ("by", "words/s of a core", "core-hours", *(f"hours on {c} cores" for c in _CORES))
    rule = "| --- |" + " ---: |" * (len(head) - 1)
    lines = ["| " + " | ".join(head) + " |", rule]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)])


def _alone(parts: Mapping[str, Kept]) -> Iterator[Mapping[str, Any]]:
    """For each coder the run of one process on most answers: one core's if there is such a one."""
    for coder in ("rules", "encoder"):
        named = [
            one
            for part in ("answers", "jobs")
            for one in parts.get(part, {"figures": ()})["figures"]
            if one["name"].endswith(f", {coder}") and not one["failed"]
        ]
        one_core = [one for one in named if one["name"].startswith("1 job, answers")]
        answers = [one for one in named if " answers, " in one["name"]]
        if one_core or answers:
            yield max(one_core or answers, key=lambda one: one["words"])


def _planned(one: Mapping[str, Any]) -> tuple[str, ...]:
    speed = one["words"] / one["seconds"]
    hours = _ANSWERS * _WORDS / speed / _HOUR
    shared = (f"{hours / cores / _SHARED:,.1f}" for cores in _CORES)
    return (one["name"], f"{speed:,.0f}", f"{hours:,.0f}", *shared)


def _row(one: Mapping[str, Any]) -> tuple[str, ...]:
    if one["failed"]:
        return (one["name"], f"failed: {one['failed']}", *[""] * (len(_COLUMNS) - 2))
    speed = one["words"] / one["seconds"] if one["seconds"] else 0
    spread = f"{one['least']:.2f}–{one['most']:.2f} ({one['runs']})" if one["runs"] > 1 else "1"
    return (
        one["name"],
        f"{one['seconds']:.2f}",
        spread,
        f"{one['ratio']:.2f}" if one["ratio"] is not None else "",
        one["to"],
        f"{speed:,.0f}" if speed else "",
        f"{one['peak'] / _MB:,.0f}" if one["peak"] else "",
    )
