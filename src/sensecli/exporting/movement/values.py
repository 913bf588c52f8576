"""What moved from round to round, as values for JSON; schema `sense-comparison/1`."""

import json
from typing import Any

from sensecli.exporting.figures import share
from sensecli.exporting.recordsjson import quote_object
from sensecli.model import (
    Analysis,
    Between,
    Comparison,
    Move,
    Paired,
    Position,
    Promise,
    ThemeMovement,
    Turnover,
)

SCHEMA = "sense-comparison/1"

Object = dict[str, Any]


def comparison_json(analysis: Analysis) -> bytes:
    """The comparison of an analysis that has one, with what was wrong, as one JSON object."""
    values = comparison_values(analysis.comparison) or comparison_values(Comparison((), ()))
    content = {
        "schema": SCHEMA,
        "tool": analysis.engine.tool,
        "codebook": analysis.codebook.id,
        **(values or {}),
        "problems": [str(one) for one in analysis.problems],
        "notices": [one.message for one in analysis.notices],
    }
    written = json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False)
    return f"{written}\n".encode(errors="replace")


def comparison_values(comparison: Comparison | None) -> Object | None:
    """`rounds` in order of time, `between` each two neighbours, `overall` or null.

    Moves are by leader; `silent` ones, of a leader who does not speak of the theme in one of the
    rounds, are in none of up, down and same. The code of a promise on no theme is "". Shares are
    from -1 to 1; ids are keys, labels never.
    """
    if comparison is None:
        return None
    return {
        "rounds": [
            {
                "name": one.name,
                "interviews": one.interviews,
                "leaders": one.leaders,
                "dates": list(one.dates),
            }
            for one in comparison.rounds
        ],
        "between": [_between(one) for one in comparison.between],
        "overall": _between(comparison.overall) if comparison.overall else None,
    }


def _between(one: Between) -> Object:
    return {
        "before": one.before,
        "after": one.after,
        "turnover": _turnover(one.turnover),
        "themes": [_theme(theme) for theme in one.themes],
        "promises": [_promise(promise) for promise in one.promises],
    }


def _turnover(one: Turnover) -> Object:
    return {
        "stayed": list(one.stayed),
        "left": list(one.left),
        "new": list(one.new),
        "changed": [
            {"leader": role.leader, "before": role.before, "after": role.after}
            for role in one.changed
        ],
    }


def _theme(one: ThemeMovement) -> Object:
    return {
        "code": one.code,
        "label": one.label,
        "up": one.up,
        "down": one.down,
        "same": one.same,
        "silent": sum(move.silent for move in one.moves),
        "endorse": _paired(one.endorse),
        "act": _paired(one.act),
        "moves": [_move(move) for move in one.moves],
    }


def _paired(one: Paired) -> Object:
    return {
        "n": one.n,
        "before": one.before,
        "after": one.after,
        "gained": one.gained,
        "lost": one.lost,
        "change": share(one.change),
        "interval": {"low": share(one.interval.low), "high": share(one.interval.high)},
    }


def _move(one: Move) -> Object:
    return {
        "leader": one.leader,
        "direction": str(one.direction),
        "silent": one.silent,
        "before": _position(one.before),
        "after": _position(one.after),
        "said": quote_object(one.said) if one.said else None,
        "says": quote_object(one.says) if one.says else None,
    }


def _position(one: Position) -> Object:
    return {
        "stance": str(one.stance or "silent"),
        "status": str(one.status),
        "failed": str(one.failed) if one.failed else None,
    }


def _promise(one: Promise) -> Object:
    return {
        "leader": one.leader,
        "code": one.code,
        "fate": str(one.fate),
        "said": quote_object(one.said),
        "says": quote_object(one.says) if one.says else None,
    }
