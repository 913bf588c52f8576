"""What a figure counts, and what a coding says, in words."""

from collections.abc import Mapping

from sensecli.exporting.wording import plural
from sensecli.model import Actor, Coding, Holder, Kind, Speaker, Status

Verbs = tuple[str, str]

ACTORS: Mapping[str, str] = {
    Actor.SELF: "the leader",
    Actor.OWN: "own organisation",
    Actor.OTHERS: "others",
    Actor.SHARED: "everyone together",
    Actor.UNSPECIFIED: "nobody named",
}
HOLDERS: Mapping[str, str] = {
    Holder.LEADER: "the leader",
    Holder.INTERVIEWER: "the interviewer",
    Holder.OTHER: "somebody else",
}
SPEAKERS: Mapping[str, str] = {
    Speaker.LEADER: "Leader",
    Speaker.INTERVIEWER: "Interviewer",
    Speaker.OTHER: "Other",
    Speaker.NOTES: "Notes",
}
QUOTED: Mapping[str, str] = {
    "endorsement": "Agrees",
    "failure": "Says that it failed",
    "barrier": "Says what is in the way",
    "dissent": "Does not agree",
    "action": "Acts",
}

_AGREES = ("agrees on {}", "agree on {}")
_THEME: Mapping[str, Verbs] = {
    "raised": ("speaks of {}", "speak of {}"),
    "endorse": _AGREES,
    "mixed": ("is for and against {}", "are for and against {}"),
    "oppose": ("disagrees on {}", "disagree on {}"),
    "neutral": ("takes no side on {}", "take no side on {}"),
    "act": ("agrees on {} and acts on it", "agree on {} and act on it"),
    "act_own": (
        "agrees on {} and acts on it on their own side",
        "agree on {} and act on it on their own side",
    ),
    "committed": (
        "agrees on {} and goes as far as a commitment",
        "agree on {} and go as far as a commitment",
    ),
    "failed": (
        "agrees on {} and says outright that it failed",
        "agree on {} and say outright that it failed",
    ),
    "gap": ("agrees on {} and does not act on it", "agree on {} and do not act on it"),
    "prompted_only": (
        "agrees on {}, but only when prompted",
        "agree on {}, but only when prompted",
    ),
    "voiced": ("makes sense through {}", "make sense through {}"),
    "actors:self": ("looks to themselves to act on {}", "look to themselves to act on {}"),
    "actors:own": (
        "looks to their own organisation to act on {}",
        "look to their own organisation to act on {}",
    ),
    "actors:others": ("looks to others to act on {}", "look to others to act on {}"),
    "actors:shared": (
        "looks to everyone together to act on {}",
        "look to everyone together to act on {}",
    ),
    "actors:unspecified": ("names nobody to act on {}", "name nobody to act on {}"),
    "failures:stalled": ("says that {} stalled", "say that {} stalled"),
    "failures:inaction": (
        "says that nothing is or was done on {}",
        "say that nothing is or was done on {}",
    ),
}
_BARRIER: Mapping[str, Verbs] = {
    "endorse": ("says that {} stands in the way", "say that {} stands in the way"),
    "oppose": ("says that {} does not stand in the way", "say that {} does not stand in the way"),
    "act": ("says that something is done about {}", "say that something is done about {}"),
    "failed": (
        "says that {} stands in the way, and that doing something about it failed",
        "say that {} stands in the way, and that doing something about it failed",
    ),
    "prompted_only": (
        "says that {} stands in the way, but only when prompted",
        "say that {} stands in the way, but only when prompted",
    ),
}
_RUNGS = {
    Status.NONE: "no further than agreeing",
    Status.ASPIRATION: "as far as an aspiration",
    Status.INTENTION: "as far as an intention",
    Status.COMMITMENT: "as far as a commitment",
    Status.UNDERWAY: "as far as something underway",
    Status.DONE: "as far as something done",
}
_LIKELY = ((0.9, "very likely"), (0.7, "likely"), (0.5, "more likely than not"))


def counted(count: int, key: str, kind: Kind, label: str, other: str = "") -> str:
    """What a figure counts: `19 leaders agree on Role of people`; `other` is a second label."""
    return f"{plural(count, 'leader')} {_verbs(key, kind, other)[count != 1].format(label)}"


def _verbs(key: str, kind: Kind, other: str) -> Verbs:
    name, _, value = key.partition(":")
    other = other.replace("{", "{{").replace("}", "}}")
    if name == "ladder":
        rung = _RUNGS[Status(value)]
        return (f"agrees on {{}} and goes {rung}", f"agree on {{}} and go {rung}")
    if name == "barriers":
        end = f"that {other} stands in the way"
        return (f"is in the gap on {{}} and says {end}", f"are in the gap on {{}} and say {end}")
    if name == "beside":
        end = f"in the gap on {other}"
        return (f"makes sense through {{}} and is {end}", f"make sense through {{}} and are {end}")
    return (_BARRIER.get(key) if kind is Kind.BARRIER else None) or _THEME[key]


def confidence(coding: Coding) -> str:
    """How sure the coder was that the code is there: `0.93, very likely`."""
    figure = f"{coding.confidence:.2f}"
    if coding.coder == "rules":
        return f"{figure}, an order only"
    return (
        f"{figure}, {next((w for least, w in _LIKELY if coding.confidence >= least), 'doubtful')}"
    )
