"""Where a leader stands on a code, in words."""

from collections.abc import Mapping

from sensecli.exporting.terms import STATUSES
from sensecli.model import Kind, Position, Stance, Status

STANCES: Mapping[str, str] = {
    Stance.ENDORSE: "agrees",
    Stance.OPPOSE: "disagrees",
    Stance.MIXED: "for and against",
    Stance.NEUTRAL: "takes no side",
}
BARRIER_STANCES: Mapping[str, str] = {
    Stance.ENDORSE: "in the way",
    Stance.OPPOSE: "not in the way",
    Stance.MIXED: "in the way, and not",
    Stance.NEUTRAL: "takes no side",
}


def stands(position: Position, kind: Kind) -> str:
    """Where a leader stands on a code: `agrees; underway, not on their own side`."""
    if position.stance is None:
        return "silent"
    said = [(BARRIER_STANCES if kind is Kind.BARRIER else STANCES)[position.stance]]
    if position.status is not Status.NONE:
        side = ", not on their own side" if position.status.acts and not position.own_side else ""
        said.append(f"{STATUSES[position.status]}{side}")
    if position.failed:
        said.append(f"said to have failed: {STATUSES[position.failed]}")
    if position.prompted_only:
        said.append("only when prompted")
    return "; ".join(said)
