"""Coders beside each other, for programs: one JSON object."""

import json
from collections.abc import Collection
from typing import Any

from sensecli.cli.reliabilityview import place_of
from sensecli.model import Coding
from sensecli.reliability.between import Agreed, Estimate
from sensecli.reliability.differences import Difference
from sensecli.studying import Compared

SCHEMA = "sense-reliability/1"

Object = dict[str, Any]


def reliability_json(found: Compared) -> bytes:
    """Everything, UTF-8; a coefficient that is undefined is null, with its reason."""
    told = found.reliability
    content: Object = {"schema": SCHEMA}
    if told:
        each = zip(told.coders, told.codings, told.unaligned, strict=True)
        content |= {
            "coders": [{"coder": c, "codings": n, "unaligned": lost} for c, n, lost in each],
            "interviews": list(told.interviews),
            "segments": told.segments,
            "codes": list(told.codes),
            "bootstrap": {"draws": told.draws, "seed": told.seed, "unit": "interview"},
            "pooled": [_agreed(one, told.coders) for one in told.pooled],
            "by_code": [_agreed(one, told.coders) for one in told.by_code],
            "disagreements": [_difference(found, one, told.codes_only) for one in told.differences],
        }
    written = json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False)
    return f"{written}\n".encode(errors="replace")


def _agreed(one: Agreed, coders: tuple[str, ...]) -> Object:
    return {
        "level": one.level,
        "code": one.code or None,
        "n": one.n,
        "interviews": one.interviews,
        "prevalence": _rounded(one.prevalence),
        "given": {name: dict(zip(coders, counts, strict=True)) for name, counts in one.given},
        **{estimate.name: _estimate(estimate) for estimate in one.estimates},
    }


def _estimate(one: Estimate) -> Object:
    between = one.interval
    return {
        "value": _rounded(one.coefficient.value),
        "low": _rounded(between.low if between else None),
        "high": _rounded(between.high if between else None),
        "undefined": one.coefficient.reason,
    }


def _difference(found: Compared, one: Difference, mute: Collection[str]) -> Object:
    """One disagreement; of a coder who is `mute`, what is null is not known."""
    return {
        "kind": one.kind,
        "interview": one.interview,
        "segment": one.segment if one.segment > 0 else None,
        "location": place_of(found, one),
        "text": one.coding.text,
        "code": one.code,
        "said": {
            coder: [_coding(coding, told=coder not in mute) for coding in codings]
            for coder, codings in one.said
        },
    }


def _coding(coding: Coding, *, told: bool) -> Object:
    values = {"stance": coding.stance, "status": coding.status, "holder": coding.holder}
    return values if told else dict.fromkeys(values)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
