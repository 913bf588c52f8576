"""What statuses and expected actors are called, wherever they are shown."""

from collections.abc import Mapping

from sensecli.model import Actor, Status

STATUSES: Mapping[Status, str] = {
    Status.NONE: "a view only",
    Status.ASPIRATION: "aspiration",
    Status.INTENTION: "intention",
    Status.COMMITMENT: "commitment",
    Status.UNDERWAY: "underway",
    Status.DONE: "done",
    Status.STALLED: "stalled",
    Status.INACTION: "not done",
}
RUNGS = tuple(status for status in STATUSES if not status.failed)
"""The rungs of the ladder, from the lowest."""
FAILURES = tuple(status for status in STATUSES if status.failed)
"""The ways in which doing failed."""

LOOKED_TO: Mapping[Actor, str] = {
    Actor.OTHERS: "others",
    Actor.OWN: "their own organisation",
    Actor.SHARED: "everyone together",
    Actor.SELF: "themselves",
}
"""Whom leaders look to for action."""
