"""How likely each code is in each passage: the encoder, the cues and the talk around, joined.

One small logistic model for all codes and all codebooks. Its parts are named in `joining.json`,
each with its weight; it was fitted on interviews written for this project (`training/`).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WITH, WITHOUT = "with examples", "without examples"
FLOOR = -8.0
"""Log odds below this tell no more than that a code is not there."""

_WITH_BEFORE = "encoder, with words before"
# Of 1,786 codings of invented interviews three are lost by this, and a third of the passages are
# read once instead of twice.
_HARDLY_MORE = 4.0
# Log odds beyond these say no more of whether there is any code at all.
_SURE = 6.0


@dataclass(frozen=True, slots=True)
class Joining:
    """The weight of each part, a constant, and the likelihood from which a code is taken.

    With `cue_settles`, a code with a cue is never less likely than that.
    """

    weights: Mapping[str, float]
    constant: float
    least: float
    cue_settles: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Passages:
    """What is known of the passages of one interview: passages x codes, or a value a passage.

    `alone` are log odds from the passage's own words, `nothing` those that it carries no code
    (a value a passage). `joined` are log odds from the passage together with the words before it.
    `cues` counts the stretches of text that call for the code; `length` is
    the logarithm of the words and one.
    """

    alone: "NDArray[np.float32]"
    nothing: "NDArray[np.float32]"
    joined: "NDArray[np.float32]"
    cues: "NDArray[np.float32]"
    asks: "NDArray[np.bool_]"
    length: "NDArray[np.float32]"


def parts(seen: Passages) -> "dict[str, NDArray[np.float32]]":
    """The parts of the evidence by name, each passages x codes."""
    import numpy as np

    alone, cues = np.maximum(seen.alone, FLOOR), seen.cues
    cued = (cues > 0).astype(alone.dtype)
    every, length = np.ones_like(alone), seen.length[:, None]
    return {
        "encoder": alone,
        "encoder, by length": alone * length,
        "nothing there": np.clip(seen.nothing, -_SURE, _SURE)[:, None] * every,
        "cue": cued,
        "further cues": np.minimum(cues, 3) - cued,
        "cue of another code": (cued.any(axis=1, keepdims=True) & (cued == 0)).astype(alone.dtype),
        "encoder, passage before": _moved(alone, 1, FLOOR),
        "cue, passage before": _moved(cued, 1, 0),
        "encoder, two before": _moved(alone, 2, FLOOR),
        "encoder, three before": _moved(alone, 3, FLOOR),
        "encoder, passage after": _moved(alone, -1, FLOOR),
        "encoder, two after": _moved(alone, -2, FLOOR),
        "encoder, question": _asked(alone, seen.asks),
        _WITH_BEFORE: np.maximum(seen.joined, FLOOR),
        "interviewer speaks": seen.asks[:, None] * every,
        "length": length * every,
    }


def likelihood(seen: Passages, joining: Joining) -> "NDArray[np.float32]":
    """The likelihood of each code in each passage, 0 to 1: passages x codes."""
    import numpy as np

    named = parts(seen)
    total = sum(weight * named[name] for name, weight in joining.weights.items())
    found = np.asarray(1 / (1 + np.exp(-(total + joining.constant))), dtype=np.float32)
    if joining.cue_settles:
        settled = np.where(seen.cues > 0, np.float32(joining.least), np.float32(0))
        found = np.maximum(found, settled)
    return found


def undecided(seen: Passages, joining: Joining, least: float) -> Sequence[int]:
    """The passages that the words before them could bring to the likelihood `least`.

    All evidence but `joined` is there. Where a passage's own words and its cues say nothing, those
    before it hardly ever say more than `_HARDLY_MORE`. Where they say something, they may: so from
    the trained likelihood on, it does not matter how high `least` is.
    """
    import numpy as np

    least = min(least, joining.least)
    named = parts(seen)
    total = sum(w * named[name] for name, w in joining.weights.items() if name != _WITH_BEFORE)
    most = total + joining.constant + joining.weights.get(_WITH_BEFORE, 0.0) * _HARDLY_MORE
    with np.errstate(divide="ignore"):
        wanted = np.log(least) - np.log1p(-least)
    return [int(at) for at in np.flatnonzero(np.any(most >= wanted, axis=1))]


@cache
def read_joining(file: Path, kind: str) -> Joining:
    """The joining for codebooks WITH or WITHOUT examples.

    Without, the cues are the most that a user has said of a code: the encoder has little to set
    against them.
    """
    written = json.loads(file.read_text("utf-8"))[kind]
    settles = kind == WITHOUT
    return Joining(written["weights"], written["constant"], written["least"], settles)


def _moved(values: "NDArray[np.float32]", by: int, beyond: float) -> "NDArray[np.float32]":
    """Each passage's value taken from the passage `by` before it; `beyond` where there is none."""
    import numpy as np

    moved = np.full_like(values, beyond)
    if by > 0:
        moved[by:] = values[:-by]
    else:
        moved[:by] = values[-by:]
    return moved


def _asked(alone: "NDArray[np.float32]", asks: "NDArray[np.bool_]") -> "NDArray[np.float32]":
    """What the interviewer's last turn is about, for each passage of somebody else.

    Who answers is about what was asked, whether or not the answer has its words.
    """
    import numpy as np

    asked = np.full_like(alone, FLOOR)
    turn = np.full(alone.shape[1:], FLOOR, dtype=alone.dtype)
    for at in range(len(alone)):
        if asks[at]:
            on = at > 0 and asks[at - 1]
            turn = np.maximum(turn, alone[at]) if on else alone[at]
        else:
            asked[at] = turn
    return asked
