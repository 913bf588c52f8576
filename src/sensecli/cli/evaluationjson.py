"""An evaluation for programs: one JSON object."""

import json
from typing import Any

from sensecli.cli.evidenced import Evidenced, Shown
from sensecli.model import Analysis, Coding
from sensecli.reliability.classes import Confusion
from sensecli.reliability.detection import Detection
from sensecli.reliability.evaluation import CodeScore, Measured

SCHEMA = "sense-evaluation/1"

Object = dict[str, Any]


def evaluation_json(analysis: Analysis, shown: Evidenced) -> bytes:
    """Everything, UTF-8; a figure that is undefined is null."""
    found, engine = shown.evaluation, analysis.engine
    content: Object = {
        "schema": SCHEMA,
        "tool": engine.tool,
        "codebook": {
            "id": analysis.codebook.id,
            "version": analysis.codebook.version,
            "hash": engine.codebook_hash,
        },
        "model": {"name": engine.model, "hash": engine.model_hash},
        "interviews": list(found.interviews),
        "leaders": found.leaders,
        "gold": found.gold,
        "ours": found.ours,
        "unaligned": found.unaligned,
        "bootstrap": {"draws": found.draws, "seed": found.seed, "unit": "leader"},
        "figures": {one.name: _figure(one) for one in found.figures},
        "detections": {level: _detection(one) for level, one in found.detections},
        "codes": [_code(one) for one in found.codes],
        "confusions": {one.attribute: _confusion(one) for one in found.confusions},
        "disagreements": [_disagreement(one) for one in shown.disagreements],
    }
    written = json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False)
    return f"{written}\n".encode(errors="replace")


def _figure(one: Measured) -> Object:
    between = one.interval
    return {
        "value": _rounded(one.value),
        "low": _rounded(between.low if between else None),
        "high": _rounded(between.high if between else None),
    }


def _detection(one: Detection) -> Object:
    return {
        "gold": one.gold,
        "ours": one.ours,
        "both": one.both,
        "precision": _rounded(one.precision),
        "recall": _rounded(one.recall),
        "f1": _rounded(one.f1),
    }


def _code(one: CodeScore) -> Object:
    gap = one.gap
    return {
        "code": one.code,
        "label": one.label,
        "kind": one.kind,
        "segment": _detection(one.segment),
        "interview": _detection(one.interview),
        "gap": {
            "leaders": gap.n,
            "gold": gap.gold,
            "ours": gap.ours,
            "error": _rounded(gap.error),
        },
    }


def _confusion(one: Confusion) -> Object:
    return {
        "n": one.n,
        "accuracy": _rounded(one.accuracy),
        "macro_f1": _rounded(one.macro_f1),
        "kappa": _rounded(one.kappa.value),
        "kappa_undefined": one.kappa.reason,
        "classes": {c.name: {**_detection(c.score), "in_macro_f1": c.counts} for c in one.classes},
        "cells": [{"gold": g, "ours": o, "n": n} for g, o, n in one.cells],
    }


def _disagreement(one: Shown) -> Object:
    found, coding = one.disagreement, one.disagreement.coding
    return {
        "kind": found.kind,
        "interview": coding.interview,
        "segment": coding.segment if coding.segment > 0 else None,
        "location": one.place,
        "text": coding.text,
        "code": coding.code,
        "gold": _said(found.gold),
        "ours": _said(found.ours),
    }


def _said(coding: Coding | None) -> Object | None:
    if coding is None:
        return None
    return {
        "stance": coding.stance,
        "status": coding.status,
        "actor": coding.actor,
        "holder": coding.holder,
        "prompted": coding.prompted,
        "cue": coding.cue,
        "rule": coding.rule,
        "coder": coding.coder,
        "confidence": coding.confidence,
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
