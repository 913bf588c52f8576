"""What became of an import: a few lines for people, one JSON object for programs."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from sensecli.cli.plain import safe
from sensecli.model import Decision, Verdict
from sensecli.taking import Taken

SCHEMA = "sense-import/1"


def import_text(found: Taken, *, file: str, dry_run: bool) -> str:
    """How many codings of whom, and what was left out and why."""
    return "".join(f"{safe(line)}\n" for line in _lines(found, file=file, dry_run=dry_run))


def import_json(found: Taken, *, file: str, dry_run: bool) -> str:
    """Everything that was counted, with each problem and notice."""
    decisions, located = found.imported.decisions, found.located
    told: dict[str, Any] = {
        "schema": SCHEMA,
        "file": file,
        "layout": found.layout or None,
        "dry_run": dry_run,
        "rows": found.rows,
        "coders": [_coder(one, decisions) for one in _coders(decisions)],
        "added": _count(decisions, Verdict.ADD),
        "read": _count(decisions, Verdict.READ),
        "already": found.imported.already,
        "completed": found.imported.completed,
        "least_telling": found.imported.least,
        "left_out": located.left_out,
        "own": found.own,
        "unknown_codes": dict(located.unknown_codes),
        "unknown_interviews": dict(located.unknown_documents),
        "not_found": located.lost,
        "files": list(found.files),
        "problems": [str(one) for one in found.project.problems],
        "notices": [str(one) for one in found.project.notices],
    }
    return f"{json.dumps(told, indent=2, ensure_ascii=False)}\n"


def _lines(found: Taken, *, file: str, dry_run: bool) -> Iterator[str]:
    rows = "1 coding or passage" if found.rows == 1 else f"{found.rows} codings and passages"
    yield f"{file} ({found.layout}): {rows}."
    decisions, located = found.imported.decisions, found.located
    would = "would be " if dry_run else ""
    for coder in _coders(decisions):
        theirs = [one for one in decisions if one.coder == coder]
        added, read = _count(theirs, Verdict.ADD), _count(theirs, Verdict.READ)
        codes = len({one.values.code for one in theirs if one.values})
        homes = len({one.anchor.interview for one in theirs})
        yield (
            f"{coder}: {_of(added, 'coding')} {would}added, of {_of(codes, 'code')} in"
            f" {_of(homes, 'interview')}"
            + (f"; {_of(read, 'passage')} {would}marked as read." if read else ".")
        )
    unknown = sum(n for _, n in (*located.unknown_codes, *located.unknown_documents))
    reasons = (
        (found.imported.already, "there already"),
        (located.left_out, "left out by --codes"),
        (unknown, "of unknown codes or interviews"),
        (located.lost, "not found in the text"),
    )
    left = ", ".join(f"{count} {why}" for count, why in reasons if count)
    if left:
        yield f"Not added: {left}."
    if not decisions:
        yield "Nothing is added."
    elif dry_run:
        yield "Nothing was written: this was a dry run."
    elif found.files:
        yield f"Written: {', '.join(found.files)}."


def _coders(decisions: tuple[Decision, ...]) -> list[str]:
    return sorted({one.coder for one in decisions})


def _coder(coder: str, decisions: tuple[Decision, ...]) -> dict[str, Any]:
    theirs = [one for one in decisions if one.coder == coder]
    codes = Counter(one.values.code for one in theirs if one.values)
    return {
        "initials": coder,
        "added": _count(theirs, Verdict.ADD),
        "read": _count(theirs, Verdict.READ),
        "codes": dict(codes.most_common()),
        "interviews": sorted({one.anchor.interview for one in theirs}),
    }


def _count(decisions: "list[Decision] | tuple[Decision, ...]", verdict: Verdict) -> int:
    return sum(one.verdict is verdict for one in decisions)


def _of(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
