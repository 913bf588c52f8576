"""JSON: the findings by their contract, and any table."""

import json
from collections import Counter
from typing import Any

from sensecli.exporting.figures import figure_values, interval_values
from sensecli.exporting.movement.values import comparison_values
from sensecli.exporting.recordsjson import quote_object, records_object
from sensecli.exporting.table import Table, keyed
from sensecli.exporting.told import CONFIDENTIAL
from sensecli.model import (
    Analysis,
    Corrected,
    CorrectedFigures,
    Figures,
    Finding,
    Interview,
    Laid,
    LensFinding,
    Missed,
    Problem,
    Totals,
    Verdict,
)

SCHEMA = "sense-findings/1"

Object = dict[str, Any]


def findings_json(analysis: Analysis) -> bytes:
    """The whole run as one object, its keys in the contract's order; ids are keys, never labels."""
    return _file(findings_object(analysis))


def table_json(table: Table) -> bytes:
    """Any table as a list of objects, numbers and truth values as such."""
    return _file(list(keyed(table)))


def findings_object(analysis: Analysis) -> Object:
    """What `findings_json` writes."""
    engine, codebook = analysis.engine, analysis.codebook
    segments = Counter(s.interview for s in analysis.segments)
    codings = Counter(c.interview for c in analysis.codings)
    return {
        "schema": SCHEMA,
        "tool": engine.tool,
        "codebook": {
            "id": codebook.id,
            "label": codebook.label,
            "version": codebook.version,
            "hash": engine.codebook_hash,
        },
        "model": {"name": engine.model, "hash": engine.model_hash},
        "interviews": [
            _interview(one, segments[one.id], codings[one.id])
            for one in analysis.project.interviews
        ],
        "findings": [_finding(one) for one in analysis.findings],
        "lenses": [_lens(one) for one in analysis.lenses],
        "barriers": [_finding(one) for one in analysis.barriers],
        "uncoded": {
            "total": analysis.missed_total,
            "passages": [_missed(one) for one in analysis.missed],
        },
        "problems": [_problem(one) for one in analysis.problems],
        "notices": [one.message for one in analysis.notices],
        "decisions": _decisions(analysis.laid),
        "corrected": [_corrected_figures(one) for one in analysis.corrected],
        "marking": CONFIDENTIAL,
        "totals": _totals(analysis.totals),
        "records": records_object(analysis.records),
        "comparison": comparison_values(analysis.comparison),
    }


def _totals(all_: Totals) -> Object:
    """How much it rests on; of a table too large to be held it stands alone, without interviews."""
    return {
        "interviews": all_.interviews,
        "leaders": all_.leaders,
        "segments": all_.segments,
        "codings": all_.codings,
        "own": all_.own,
    }


def _decisions(laid: Laid | None) -> Object:
    """What people decided: whose decisions, how many of each kind, and how many have no place."""
    decided = laid.decided if laid else ()
    verdicts = Counter(one.decision.verdict for one in decided)
    return {
        "coders": sorted({one.decision.coder for one in decided}),
        "accepted": verdicts[Verdict.ACCEPT],
        "changed": verdicts[Verdict.CHANGE],
        "rejected": verdicts[Verdict.REJECT],
        "added": verdicts[Verdict.ADD],
        "orphans": len(laid.orphans) if laid else 0,
    }


def _corrected_figures(figures: CorrectedFigures) -> Object:
    shares = {"agreement": figures.agreement, "action": figures.action, "gap": figures.gap}
    return {"code": figures.code, **{name: _corrected(one) for name, one in shares.items()}}


def _corrected(share: Corrected) -> Object:
    """Shares from 0 to 1; null where there is none, and then `why` says so."""
    return {
        "raw": share.raw,
        "share": share.share,
        "low": share.low,
        "high": share.high,
        "sampled": share.n,
        "of": share.of,
        "method": str(share.method),
        "why": share.why,
    }


def _interview(interview: Interview, segments: int, codings: int) -> Object:
    said: Object = {
        "id": interview.id,
        "leader": interview.leader,
        "group": interview.group,
        "organisation": interview.organisation,
        "role": interview.role,
        "date": interview.date,
        "order": interview.order,
        "round": interview.round,
        "segments": segments,
        "codings": codings,
    }
    return said | ({"name": interview.name} if interview.name else {})


def _finding(finding: Finding) -> Object:
    return {
        "code": finding.code,
        "label": finding.label,
        "kind": str(finding.kind),
        **_figures(finding.figures),
        "prompted_only": finding.prompted_only,
        "by_group": {one.group: _figures(one.figures) for one in finding.by_group},
        "actors": {str(actor): count for actor, count in finding.actors},
        "ladder": {str(status): count for status, count in finding.ladder},
        "quotes": [quote_object(one) for one in finding.quotes],
        "unprompted": _figures(finding.unprompted),
        "failures": {str(status): count for status, count in finding.failures},
        "barriers": dict(finding.barriers),
        "without": {
            one.organisation: {"leaders": one.leaders, "gap": one.gap, "rank": one.rank}
            for one in finding.fragile
        },
    }


def _lens(lens: LensFinding) -> Object:
    return {**_finding(lens.finding), "voiced": lens.voiced, "beside": dict(lens.beside)}


def _figures(figures: Figures) -> Object:
    return {**figure_values(figures), "interval": interval_values(figures)}


def _missed(passage: Missed) -> Object:
    return {
        "interview": passage.interview,
        "start": passage.start,
        "end": passage.end,
        "location": passage.place,
        "text": passage.text,
        "status": str(passage.status),
    }


def _problem(problem: Problem) -> Object:
    return {
        "path": problem.path,
        "line": problem.line,
        "message": problem.message,
        "hint": problem.hint,
        "text": str(problem),
    }


def _file(value: object) -> bytes:
    written = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    return f"{written}\n".encode(errors="replace")
