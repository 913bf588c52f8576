"""How likely each code is in each passage: the encoder, the cues and the talk around, joined.

One small logistic model for all codes and all codebooks. Its parts are named in `joining.json`,
each with its weight; it was fitted on interviews written for this project (`training/`).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FLOOR = -6.0
"""Log odds below this tell no more than that a code is not there."""

_SHORT = 7
_POINTS_BACK = frozenset(
    "it that they this those these he she none nothing nobody not which same so and but mine ours "
    "one some two".split()
)


@dataclass(frozen=True, slots=True)
class Joining:
    """The weight of each part, a constant, and the likelihood from which a code is taken."""

    weights: Mapping[str, float]
    constant: float
    least: float


@dataclass(frozen=True, slots=True, eq=False)
class Passages:
    """What is known of the passages of one interview: passages x codes, or a value a passage.

    `alone` are log odds from the passage's own words, `nothing` those that it carries no code
    (a value a passage). `joined` are log odds from the passage and the one before together,
    where it leans on that. `cues` counts the stretches of text that call for the code.
    """

    alone: "NDArray[np.float32]"
    nothing: "NDArray[np.float32]"
    joined: "NDArray[np.float32]"
    leans: "NDArray[np.bool_]"
    cues: "NDArray[np.float32]"
    asks: "NDArray[np.bool_]"


def leans_back(text: str) -> bool:
    """Whether a passage may mean what the one before it was about ("Not here.", "They tried.")."""
    words = text.split()
    return len(words) <= _SHORT or words[0].strip("\"'“‘-").lower() in _POINTS_BACK


def parts(seen: Passages) -> "dict[str, NDArray[np.float32]]":
    """The parts of the evidence by name, each passages x codes."""
    import numpy as np

    alone, cues = np.maximum(seen.alone, FLOOR), seen.cues
    cued = (cues > 0).astype(alone.dtype)
    every = np.ones_like(alone)
    return {
        "encoder": alone,
        "nothing there": np.clip(seen.nothing, FLOOR, -FLOOR)[:, None] * every,
        "cue": cued,
        "further cues": np.minimum(cues, 3) - cued,
        "cue of another code": (cued.any(axis=1, keepdims=True) & (cued == 0)).astype(alone.dtype),
        "encoder, passage before": _moved(alone, 1, FLOOR),
        "cue, passage before": _moved(cued, 1, 0),
        "encoder, passage after": _moved(alone, -1, FLOOR),
        "encoder, with passage before": np.where(
            seen.leans[:, None], np.maximum(seen.joined, FLOOR), FLOOR
        ),
        "leans on passage before": seen.leans[:, None] * every,
        "interviewer speaks": seen.asks[:, None] * every,
    }


def likelihood(seen: Passages, joining: Joining) -> "NDArray[np.float32]":
    """The likelihood of each code in each passage, 0 to 1: passages x codes."""
    import numpy as np

    named = parts(seen)
    total = sum(weight * named[name] for name, weight in joining.weights.items())
    return np.asarray(1 / (1 + np.exp(-(total + joining.constant))), dtype=np.float32)


@cache
def read_joining(file: Path, kind: str) -> Joining:
    """The joining for codebooks "with examples" or "without examples"."""
    written = json.loads(file.read_text("utf-8"))[kind]
    return Joining(written["weights"], written["constant"], written["least"])


def _moved(values: "NDArray[np.float32]", by: int, beyond: float) -> "NDArray[np.float32]":
    """Each passage's value taken from the passage `by` before it; `beyond` where there is none."""
    import numpy as np

    moved = np.full_like(values, beyond)
    if by > 0:
        moved[by:] = values[:-by]
    else:
        moved[:by] = values[-by:]
    return moved
