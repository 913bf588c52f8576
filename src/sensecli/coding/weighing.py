"""The rules' decision on a coding, weighed against what the encoder makes of the passage.

Rules read words and grammar, the encoder the drift of a whole passage: each is right where the
other is blind. A small model, fitted on interviews written for this project (`training/`), weighs
the two; its parts are named in `weighing.json`, each with its weight for each value.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sensecli.coding.calls import Call
from sensecli.coding.decide import Decision
from sensecli.coding.evidence import FLOOR
from sensecli.coding.talk import Talk
from sensecli.model import Actor, Stance, Status

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "stance": tuple(Stance),
    "status": tuple(Status),
    "actor": tuple(Actor),
}
"""The values of each attribute that is weighed, in the order of the arrays."""

Parts = Mapping[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class Heads:
    """For each attribute, weights (dimensions + 1) x values, the last row a constant."""

    arrays: "Mapping[str, NDArray[np.float32]]"


@dataclass(frozen=True, slots=True, eq=False)
class Weighing:
    """For each attribute the names of its parts and their weights: (parts + 1) x values.

    `least_action` is the likelihood below which `underway` and `done` are not taken.
    """

    names: Mapping[str, tuple[str, ...]]
    arrays: "Mapping[str, NDArray[np.float64]]"
    least_action: float


def weigh(talk: Talk, call: Call, decision: Decision, folder: Path) -> Decision:
    """The decision, with each attribute's likeliest value; unchanged where nothing was encoded."""
    if talk.vectors is None:
        return decision
    weighing = read_weighing(folder / "weighing.json")
    named = decision_parts(talk, call, decision, read_heads(folder / "attributes.npz"))
    stance, status, actor = (
        _likeliest(weighing, attribute, named[attribute]) for attribute in ATTRIBUTES
    )
    changed = replace(decision, stance=Stance(stance), status=Status(status), actor=Actor(actor))
    differs = [
        f"encoder-{attribute}"
        for attribute in ("stance", "status")
        if getattr(changed, attribute) is not getattr(decision, attribute)
    ]
    return replace(changed, rules=" ".join([decision.rules, *differs]).strip())


def decision_parts(talk: Talk, call: Call, decision: Decision, heads: Heads) -> Mapping[str, Parts]:
    """For each attribute, what there is to weigh, by name."""
    alone, joined = (_read(heads, vectors[call.index]) for vectors in talk.vectors or ((), ()))
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
        logs = np.maximum(scores - np.log(np.exp(scores).sum()), FLOOR)
        found[attribute] = dict(zip(values, map(float, logs), strict=True))
    return found


def _likeliest(weighing: Weighing, attribute: str, named: Parts) -> str:
    import numpy as np

    array, values = weighing.arrays[attribute], ATTRIBUTES[attribute]
    row = np.array([named.get(name, 0.0) for name in weighing.names[attribute]])
    scores = row @ array[:-1] + array[-1]
    likely = np.exp(scores - scores.max())
    likely /= likely.sum()
    for at in likely.argsort()[::-1]:
        acts = attribute == "status" and Status(values[at]).acts
        if not acts or likely[at] >= weighing.least_action:
            return str(values[at])
    return str(values[0])


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
        least_action=written["least action"],
    )


def as_written(
    names: Sequence[str], array: "NDArray[np.float64]"
) -> dict[str, dict[str, list[float]] | list[float]]:
    """One attribute's weights as they stand in the file."""
    rows = [[round(float(w), 3) for w in row] for row in array]
    return {"weights": dict(zip(names, rows[:-1], strict=True)), "constant": rows[-1]}
