"""What to do with a decision that has lost its place: drop it, or give it another."""

from dataclasses import replace

from sensecli.model import Anchor, Decision, Verdict


def dropped(decision: Decision, coder: str, now: str) -> Decision:
    """The undo that takes the decision back; it has no id yet."""
    return Decision("", now, coder, Verdict.UNDO, decision.anchor, None, None, undoes=decision.id)


def moved(decision: Decision, anchor: Anchor, coder: str, now: str) -> tuple[Decision, Decision]:
    """The same decision on another passage, now the coder's own, and the undo of the old one."""
    again = replace(decision, id="", time=now, coder=coder, anchor=anchor)
    return again, dropped(decision, coder, now)


def recoded(decision: Decision, code: str, coder: str, now: str) -> tuple[Decision, Decision]:
    """The same decision with another code for the one that is gone, and the undo of the old one."""
    values = replace(decision.values, code=code) if decision.values else None
    about = decision.about
    if about and not values:
        about = code, about[1]
    again = replace(decision, id="", time=now, coder=coder, about=about, values=values)
    return again, dropped(decision, coder, now)
