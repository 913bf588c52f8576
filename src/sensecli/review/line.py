"""A decision <-> one line of JSON, with everything that is wrong in a line."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import datetime
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeGuard

from sensecli.model import Actor, Anchor, Decision, Holder, Stance, Status, Values, Verdict

SCHEMA = 1
CODER = re.compile("[A-Za-z0-9.-]{1,12}")
"""What initials may be."""

Fault = tuple[str, str]
"""What is wrong, and what to do."""

_Kinds = Mapping[str, type]
_ANCHOR: _Kinds = {
    "interview": str,
    "start": int,
    "end": int,
    "quote": str,
    "before": str,
    "after": str,
}
_ABOUT: _Kinds = {"code": str, "holder": Holder}
_VALUES: _Kinds = {
    "code": str,
    "stance": Stance,
    "status": Status,
    "actor": Actor,
    "holder": Holder,
    "prompted": bool,
}
_PLAIN: _Kinds = {"id": str, "time": str, "coder": str, "verdict": Verdict}
_LAST: _Kinds = {"memo": str, "undoes": str}
_NESTED: Mapping[str, _Kinds] = {"anchor": _ANCHOR, "about": _ABOUT, "values": _VALUES}
_KEYS = ("schema", *_PLAIN, *_NESTED, *_LAST)
# What each verdict cannot do without.
_NEEDED: Mapping[Verdict, tuple[str, ...]] = {
    Verdict.ACCEPT: ("about", "values"),
    Verdict.REJECT: ("about",),
    Verdict.CHANGE: ("about", "values"),
    Verdict.ADD: ("values",),
    Verdict.MEMO: ("memo",),
    Verdict.UNDO: ("undoes",),
}
_WORDS: Mapping[type, str] = {str: "a text", int: "a whole number", bool: "true or false"}
_TIME = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_STRANGE = re.compile("[\x00\ud800-\udfff]")
_SHOWN = 40


def storable(text: str) -> str:
    """The text with each character that no file can hold as U+FFFD, so that offsets stay."""
    return _STRANGE.sub("\ufffd", text)


def written(decision: Decision) -> str:
    """The decision as one line of JSON, without its newline; keys always in the same order."""
    fields = asdict(decision)
    about = dict(zip(_ABOUT, decision.about, strict=True)) if decision.about else None
    ordered = {"schema": SCHEMA} | {key: fields[key] for key in _KEYS[1:]} | {"about": about}
    return json.dumps(_clean(ordered), ensure_ascii=False, separators=(",", ":"))


def understood(line: object) -> Decision | tuple[Fault, ...]:
    """The decision in a line of JSON that was read, or all that is wrong with it."""
    if not isinstance(line, dict):
        return (("is not a decision", "take the line out"),)
    schema = line.get("schema")
    if _is_number(schema) and schema > SCHEMA:
        return ((f"was written by a later version (schema {schema})", "install the later version"),)
    if not _is_number(schema) or schema != SCHEMA:
        return (('has no "schema": 1', "take the line out if it is no decision"),)
    return tuple(_faults(line)) or _decision(line)


def _clean(value: object) -> object:
    """The same with each text storable: JSON would write NUL as an escape."""
    if isinstance(value, dict):
        return {key: _clean(one) for key, one in value.items()}
    return storable(value) if isinstance(value, str) else value


def _faults(line: Mapping[str, Any]) -> Iterator[Fault]:
    yield from _wrong(line, _PLAIN)
    yield from _wrong(line, _LAST)
    yield from _lacking(line, tuple(_NESTED))
    for name, kinds in _NESTED.items():
        value = line.get(name)
        if isinstance(value, dict):
            yield from _wrong(value, kinds, of=f"{name}.")
        elif name in line and (value is not None or name == "anchor"):
            yield f'"{name}" is not an object', f"it has {', '.join(kinds)}"
    yield from _impossible(line)


def _wrong(found: Mapping[str, Any], kinds: _Kinds, *, of: str = "") -> Iterator[Fault]:
    yield from _lacking(found, tuple(kinds), of=of)
    for name, kind in kinds.items():
        if name not in found:
            continue
        value = found[name]
        if issubclass(kind, StrEnum):
            if value not in [member.value for member in kind]:
                yield _unknown(f"{of}{name}", value, kind)
        elif not _is(value, kind):
            yield f'"{of}{name}" is not {_WORDS[kind]}', "put it right, or take the line out"
        elif isinstance(value, str) and _STRANGE.search(value):
            message = f'"{of}{name}" holds a character that no text has (NUL or half a pair)'
            yield message, "take the character out"


def _lacking(found: Mapping[str, Any], names: tuple[str, ...], *, of: str = "") -> Iterator[Fault]:
    foreign = [key for key in found if key not in names and key not in _KEYS]
    for name in names:
        if name not in found:
            near = get_close_matches(name, foreign, n=1)
            hint = f'rename "{near[0]}"' if near else "put it in, or take the line out"
            yield f'has no "{of}{name}"', hint


def _unknown(name: str, value: object, kind: type[StrEnum]) -> Fault:
    values = [member.value for member in kind]
    said = storable(str(value))[:_SHOWN]
    near = get_close_matches(said.casefold(), values, n=1)
    hint = f'did you mean "{near[0]}"?' if near else f"there are {', '.join(values)}"
    return f'there is no {name} "{said}"', hint


def _impossible(line: Mapping[str, Any]) -> Iterator[Fault]:
    """What is of the right kind and still cannot be."""
    time, coder, verdict, anchor = (line.get(k) for k in ("time", "coder", "verdict", "anchor"))
    if isinstance(time, str) and not _is_time(time):
        yield f'"{storable(time)[:_SHOWN]}" is no time', "write it as 2026-11-30T09:15:02Z"
    if isinstance(coder, str) and not CODER.fullmatch(coder):
        hint = "initials are 1 to 12 letters, digits, dots and hyphens"
        yield f'"{storable(coder)[:_SHOWN]}" are no initials', hint
    if line.get("id") == "":
        yield 'has an empty "id"', "put it in, or take the line out"
    if isinstance(anchor, dict):
        start, end = anchor.get("start"), anchor.get("end")
        if _is_number(start) and _is_number(end) and not 0 <= start < end:
            yield f"there is nothing from {start} to {end}", "anchor.end lies behind anchor.start"
    if isinstance(verdict, str) and verdict in list(Verdict):
        for name in _NEEDED.get(Verdict(verdict), ()):
            if name in line and line[name] in (None, ""):
                hint = "put it in, or take the line out"
                yield f'"{verdict}" needs "{name}"', hint


def _is(value: object, kind: type) -> bool:
    """Whether JSON gave a value of that kind; true is no number."""
    return type(value) is kind


def _is_number(value: object) -> TypeGuard[int]:
    return _is(value, int)


def _is_time(text: str) -> bool:
    if not _TIME.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _decision(line: Mapping[str, Any]) -> Decision:
    about, values, anchor = line["about"], line["values"], line["anchor"]
    return Decision(
        id=line["id"],
        time=line["time"],
        coder=line["coder"],
        verdict=Verdict(line["verdict"]),
        anchor=Anchor(**{name: anchor[name] for name in _ANCHOR}),
        about=(about["code"], Holder(about["holder"])) if about else None,
        values=_values(values) if values else None,
        memo=line["memo"],
        undoes=line["undoes"],
    )


def _values(values: Mapping[str, Any]) -> Values:
    return Values(
        code=values["code"],
        stance=Stance(values["stance"]),
        status=Status(values["status"]),
        actor=Actor(values["actor"]),
        holder=Holder(values["holder"]),
        prompted=values["prompted"],
    )
