"""The records of a programme as JSON: the key `records` of the findings' object.

`null` where no records were given, else one object:

- `day`: the day for which overdue is told, ISO. `register`: the file's name, "" where there is
  none; `partly`: whether not all of it could be read. `papers`: the names of the minutes and
  papers.
- `actions[]`, all lines of the register in its order: `id, text, place, section, owner, due,
  due_said, updated, progress, progress_said, overdue, note, codes, decided`. `due` and `updated`
  are ISO or null, `progress` one of not started, in progress, done, stalled, dropped, unstated;
  `overdue` is true or false; `decided` tells that a person settled the codes.
- `checks[]`, a theme each in the order of the findings: `code, label, quadrant, n, endorse, act,
  plan{}, actions, minuted{}`. `plan` counts `actions, live, owned, dated, overdue` and, by
  progress, `not_started, in_progress, done, stalled, dropped, unstated`. `actions` are ids.
  `minuted` counts passages by kind: decision, commitment, action, failure, discussion.
- `contradictions[]`: `code, kind, quote{}, action`: the quote as elsewhere, which leads to the
  interview; `action` is the id of the action, which leads to the register, or null.
- `minutes[]`: `paper, start, end, location, text, code, kind, date`; offsets are into the paper's
  text as read.
"""

from typing import Any

from sensecli.model import (
    Action,
    Contradiction,
    CrossCheck,
    Matched,
    Minute,
    Minuted,
    PlanFigures,
    Quote,
    Records,
)

Object = dict[str, Any]


def records_object(records: Records | None) -> Object | None:
    """What stands under `records`."""
    if records is None:
        return None
    return {
        "day": records.day.isoformat(),
        "register": records.register,
        "partly": records.partly,
        "papers": list(records.papers),
        "actions": [_matched(one, records) for one in records.actions],
        "checks": [_check(one) for one in records.checks],
        "contradictions": [_contradiction(one) for one in records.contradictions],
        "minutes": [_minute(one) for one in records.minutes],
    }


def quote_object(quote: Quote) -> Object:
    """A quote, its keys in the contract's order."""
    return {
        "interview": quote.interview,
        "start": quote.start,
        "end": quote.end,
        "location": quote.place,
        "text": quote.text,
        "stance": str(quote.stance),
        "status": str(quote.status),
        "why": quote.why,
        "code": quote.code,
    }


def _matched(matched: Matched, records: Records) -> Object:
    action = matched.action
    return {
        **_action(action),
        "overdue": action.overdue(records.day),
        "note": action.note,
        "codes": list(matched.codes),
        "decided": matched.decided,
    }


def _action(action: Action) -> Object:
    return {
        "id": action.id,
        "text": action.text,
        "place": action.place,
        "section": action.section,
        "owner": action.owner,
        "due": action.due.isoformat() if action.due else None,
        "due_said": action.due_said,
        "updated": action.updated.isoformat() if action.updated else None,
        "progress": str(action.progress),
        "progress_said": action.progress_said,
    }


def _check(check: CrossCheck) -> Object:
    counts, minuted = check.figures.counts, dict(check.minuted)
    return {
        "code": check.code,
        "label": check.label,
        "quadrant": str(check.quadrant),
        "n": counts.n,
        "endorse": counts.endorse,
        "act": check.figures.act,
        "plan": _plan(check.plan),
        "actions": list(check.actions),
        "minuted": {str(kind): minuted.get(kind, 0) for kind in Minuted},
    }


def _plan(plan: PlanFigures) -> Object:
    return {
        "actions": plan.actions,
        "live": plan.live,
        "owned": plan.owned,
        "dated": plan.dated,
        "overdue": plan.overdue,
        "not_started": plan.not_started,
        "in_progress": plan.in_progress,
        "done": plan.done,
        "stalled": plan.stalled,
        "dropped": plan.dropped,
        "unstated": plan.unstated,
    }


def _contradiction(one: Contradiction) -> Object:
    return {
        "code": one.code,
        "kind": str(one.kind),
        "quote": quote_object(one.quote),
        "action": one.action.id if one.action else None,
    }


def _minute(minute: Minute) -> Object:
    return {
        "paper": minute.paper,
        "start": minute.start,
        "end": minute.end,
        "location": minute.place,
        "text": minute.text,
        "code": minute.code,
        "kind": str(minute.kind),
        "date": minute.date,
    }
