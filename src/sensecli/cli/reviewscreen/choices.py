"""What there is to choose from, for the windows that ask."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sensecli.cli.reviewscreen.dialogs import Row
from sensecli.cli.reviewscreen.scene import Scene
from sensecli.model import Actor, Holder, Stance, Status, Values
from sensecli.review.meanings import ACTORS, HOLDERS, PROMPTED, STANCES, STATUSES
from sensecli.review.state import Session

_PROMPTED = {"yes": True, "no": False}

MENUS: Mapping[str, tuple[tuple[Row, ...], int]] = {
    "stance": (tuple(Row(one, one, said) for one, said in STANCES.items()), 1),
    # The keys of the ladder are its rungs.
    "status": (tuple(Row(one, one, said) for one, said in STATUSES.items()), 0),
    "actor": (tuple(Row(one, one, said) for one, said in ACTORS.items()), 1),
    "holder": (tuple(Row(one, one, said) for one, said in HOLDERS.items()), 1),
    "prompted": (tuple(Row(one, one, PROMPTED[_PROMPTED[one]]) for one in _PROMPTED), 1),
}
"""For each attribute its values with their meanings, and the number that keys are counted from."""


def revised(values: Values, attribute: str, id_: str) -> Values:
    """The values with another one for an attribute, by the id of a row of its menu."""
    match attribute:
        case "stance":
            return replace(values, stance=Stance(id_))
        case "status":
            return replace(values, status=Status(id_))
        case "actor":
            return replace(values, actor=Actor(id_))
        case "holder":
            return replace(values, holder=Holder(id_))
    return replace(values, prompted=_PROMPTED[id_])


def holding(values: Values, attribute: str) -> str:
    """The id of the row that holds at present."""
    value = getattr(values, attribute)
    return ("yes" if value else "no") if attribute == "prompted" else str(value)


def code_rows(scene: Scene) -> list[Row]:
    """Every code with its label and proposition."""
    return [
        Row(code.id, code.id, f"{code.label} ({code.kind}): {code.proposition}")
        for code in scene.codes.values()
    ]


def places_to_go(scene: Scene, session: Session) -> list[Row]:
    """The interviews and the codes that the queue has, with how much of each is open."""
    interviews = Counter(one.interview for one in session.items)
    codes = Counter(one.values.code for one in session.items if one.values)
    open_ = [one for one in session.items if not one.decided]
    left = Counter(one.interview for one in open_)
    left.update(one.values.code for one in open_ if one.values)
    rows = [
        Row(f"i:{one}", one, f"interview{_who(scene, one)}: {interviews[one]}, {left[one]} open")
        for one in scene.interviews
        if interviews[one]
    ]
    return rows + [
        Row(f"c:{one.id}", one.id, f"{one.label}: {codes[one.id]}, {left[one.id]} open")
        for one in scene.codes.values()
        if codes[one.id]
    ]


def next_at(session: Session, row: str) -> int:
    """The next item, going round, of the interview or code that a row stands for; open first."""
    kind, _, wanted = row.partition(":")
    order: Sequence[int] = [
        (session.at + 1 + number) % len(session.items) for number in range(len(session.items))
    ]
    found = [
        at
        for at in order
        if (one := session.items[at])
        and (one.interview if kind == "i" else one.values.code if one.values else "") == wanted
    ]
    still = [at for at in found if not session.items[at].decided]
    return next(iter((*still, *found)), session.at)


def _who(scene: Scene, interview: str) -> str:
    known = scene.interviews[interview]
    who = ", ".join(filter(None, (known.name, known.role, known.group)))
    return f" ({who})" if who else ""
