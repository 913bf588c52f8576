"""The rules' decision on a coding, weighed against what the encoder makes of the passage.

Rules read words and grammar, the encoder the drift of a whole passage: each is right where the
other is blind. A small model, fitted on interviews written for this project (`training/`), weighs
the two; its parts are named in `weighing.json`, each with its weight for each value. It decides who
acts, and on the status of passages in which the rules read none. What the rules read of stance and
status stands, unless the two together find it unlikely; that a bare "No." denies always does.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sensecli.coding.calls import Call
from sensecli.coding.decide import Decision
from sensecli.coding.talk import Talk
from sensecli.model import Actor, Kind, Stance, Status

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "stance": tuple(Stance),
    "status": tuple(Status),
    "actor": tuple(Actor),
}
"""The values of each attribute that the encoder reads, in the order of the arrays."""

# A value less likely than this, in logarithms, is simply unlikely.
_FLOOR = -6.0

Parts = Mapping[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class Heads:
    """For each attribute, weights (dimensions + 1) x values, the last row a constant."""

    arrays: "Mapping[str, NDArray[np.float32]]"


@dataclass(frozen=True, slots=True, eq=False)
class Weighing:
    """For each attribute the names of its parts and their weights: (parts + 1) x values.

    A stance that the rules read stands from the likelihood `stance_confirmed`. Below
    `action_alone` no `underway` or `done` is taken that the rules did not read, and below
    `action_confirmed` not even one that they did. Below `aside` no rung is taken that the rules
    read on a barrier or a lens: what is done or fails in the same breath is seldom done about it.
    """

    names: Mapping[str, tuple[str, ...]]
    arrays: "Mapping[str, NDArray[np.float64]]"
    stance_confirmed: float
    action_confirmed: float
    action_alone: float
    aside: float


def weigh(talk: Talk, call: Call, decision: Decision, folder: Path) -> Decision:
    """The decision weighed; unchanged where nothing was encoded."""
    if talk.manner is None:
        return decision
    weighing = read_weighing(folder / "weighing.json")
    named = decision_parts(talk, call, decision, read_heads(folder / "attributes.npz"))
    stances, statuses, actors = (_likelihoods(weighing, a, named[a]) for a in ATTRIBUTES)
    stance = (
        decision.stance if _denies(talk, call, decision) else _stance(decision, stances, weighing)
    )
    taken = replace(decision, stance=stance)
    status = _status(taken, call.theme.code.kind, statuses, weighing)
    changed = (stance is not decision.stance, status is not decision.status)
    signs = [
        sign
        for sign, is_new in zip(("encoder-stance", "encoder-status"), changed, strict=True)
        if is_new
    ]
    return replace(
        taken,
        status=status,
        actor=Actor(max(actors, key=actors.__getitem__)),
        rules=" ".join([decision.rules, *signs]).strip(),
    )


def _denies(talk: Talk, call: Call, decision: Decision) -> bool:
    """Whether it is a bare "No.": it has no words of its own to weigh, the question has them.

    A bare "Yes." may be no more than a nod, so that is weighed.
    """
    bare = talk.moves[call.index].bare and call.theme.carried_from is not None
    return bare and decision.stance is Stance.OPPOSE


def _stance(decision: Decision, likely: Mapping[str, float], weighing: Weighing) -> Stance:
    """The rules' stance where it is likely enough, else the likeliest."""
    if likely[decision.stance] >= weighing.stance_confirmed:
        return decision.stance
    return Stance(max(likely, key=likely.__getitem__))


def _status(
    decision: Decision, kind: Kind, likely: Mapping[str, float], weighing: Weighing
) -> Status:
    """The rules' status where they read one that is likely enough; else the likeliest."""
    acts = sum(likely[status] for status in Status if status.acts)
    read = decision.status
    if decision.stance is Stance.OPPOSE and read is not Status.INACTION:
        # Rungs are steps towards the theme: one who is against it takes none.
        return Status.NONE
    least = 0.0 if kind is Kind.THEME else weighing.aside
    confirmed = acts >= weighing.action_confirmed if read.acts else likely[read] >= least
    if read is not Status.NONE and confirmed:
        return read
    possible = [s for s in Status if not s.acts or acts >= weighing.action_alone]
    return max(possible, key=likely.__getitem__)


def decision_parts(talk: Talk, call: Call, decision: Decision, heads: Heads) -> Mapping[str, Parts]:
    """For each attribute that is weighed, what there is to weigh, by name."""
    alone, joined = (_read(heads, vector) for vector in (talk.manner or {})[call.index])
    move, segment = talk.moves[call.index], talk.segments[call.index]
    around = {
        f"kind {call.theme.code.kind}": 1.0,
        f"holder {call.holder}": 1.0,
        f"speaker {segment.speaker}": 1.0,
        f"question {move.question}": 1.0,
        f"answer {move.answer}": 1.0,
        "bare answer": float(move.bare),
        "pitch": float(move.pitch),
        "prompted": float(call.prompted),
        "answers": float(call.theme.carried_from is not None),
        "rules: a stance in words": float(decision.explicit),
    }
    cued = call.theme.cued and call.theme.carried_from is None
    found: dict[str, Parts] = {}
    for attribute in ATTRIBUTES:
        said = {f"rules: {other} {getattr(decision, other)}": 1.0 for other in ATTRIBUTES}
        if decision.ruled:
            said[f"rules, in words: stance {decision.stance}"] = 1.0
        said[f"rules, on a cue: {attribute} {getattr(decision, attribute)}"] = float(cued)
        said |= {
            f"encoder: {other} {value}": score
            for other in ATTRIBUTES
            for value, score in alone[other].items()
        }
        said |= {
            f"encoder, with passage before: {attribute} {value}": score
            for value, score in joined[attribute].items()
        }
        found[attribute] = around | said
    return found


def _read(heads: Heads, vector: "NDArray[np.float32]") -> dict[str, dict[str, float]]:
    """The log likelihood of each value of each attribute, by the encoder alone."""
    import numpy as np

    found = {}
    for attribute, values in ATTRIBUTES.items():
        array = heads.arrays[attribute]
        scores = vector @ array[:-1] + array[-1]
        scores -= scores.max()
        logs = np.maximum(scores - np.log(np.exp(scores).sum()), _FLOOR)
        found[attribute] = dict(zip(values, map(float, logs), strict=True))
    return found


def _likelihoods(weighing: Weighing, attribute: str, named: Parts) -> dict[str, float]:
    """The likelihood of each value of an attribute."""
    import numpy as np

    array = weighing.arrays[attribute]
    row = np.array([named.get(name, 0.0) for name in weighing.names[attribute]])
    scores = row @ array[:-1] + array[-1]
    likely = np.exp(scores - scores.max())
    return dict(zip(ATTRIBUTES[attribute], map(float, likely / likely.sum()), strict=True))


@cache
def read_heads(file: Path) -> Heads:
    """The encoder's heads for stance, status and actor."""
    import numpy as np

    with np.load(file, allow_pickle=False) as held:
        return Heads({attribute: held[attribute] for attribute in ATTRIBUTES})


@cache
def read_weighing(file: Path) -> Weighing:
    """The weights of the parts, by attribute."""
    import numpy as np

    written = json.loads(file.read_text("utf-8"))
    return Weighing(
        names={a: tuple(written[a]["weights"]) for a in ATTRIBUTES},
        arrays={
            a: np.array([*written[a]["weights"].values(), written[a]["constant"]])
            for a in ATTRIBUTES
        },
        stance_confirmed=written["stance confirmed"],
        action_confirmed=written["action confirmed"],
        action_alone=written["action alone"],
        aside=written["aside"],
    )


def as_written(
    names: Sequence[str], array: "NDArray[np.float64]"
) -> dict[str, dict[str, list[float]] | list[float]]:
    """One attribute's weights as they stand in the file."""
    rows = [[round(float(w), 3) for w in row] for row in array]
    return {"weights": dict(zip(names, rows[:-1], strict=True)), "constant": rows[-1]}
