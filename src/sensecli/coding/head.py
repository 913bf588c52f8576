"""A codebook's head: how like the examples of each code a passage is.

A linear discriminant: each code has a mean, and distances are measured by the covariance that
passages of one code have among themselves, which is the same for all codes and all codebooks.
So a codebook that the encoder never saw has its head as soon as its examples are read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sensecli.model import NO_CODE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# The proposition stands for so many examples: it is general, and no way of talking.
_PROPOSITION_COUNTS = 3.0


@dataclass(frozen=True, slots=True, eq=False)
class Space:
    """What all codebooks share: dimensions x dimensions, and the mean of passages of no code."""

    precision: "NDArray[np.float32]"
    nothing: "NDArray[np.float32]"


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """Weights (dimensions x codes + 1) and bias; the last column is that no code is there."""

    codes: tuple[str, ...]
    weights: "NDArray[np.float32]"
    bias: "NDArray[np.float32]"


def make_head(
    propositions: "dict[str, NDArray[np.float32]]",
    labels: Sequence[str],
    vectors: "NDArray[np.float32]",
    *,
    space: Space,
) -> Head:
    """The head of a codebook: a vector for each code's proposition, and labelled examples.

    `labels` are codes or NO_CODE, `vectors` one row for each of them. A code's mean is that of
    its examples, drawn to its proposition where there are few.
    """
    import numpy as np

    means = []
    for code, proposition in propositions.items():
        own = vectors[[at for at, label in enumerate(labels) if label == code]]
        total = own.sum(axis=0) + _PROPOSITION_COUNTS * proposition
        means.append(total / (len(own) + _PROPOSITION_COUNTS))
    none = vectors[[at for at, label in enumerate(labels) if label == NO_CODE]]
    means.append(none.mean(axis=0) if len(none) else space.nothing)
    stacked = np.stack(means)
    weights = _product(space.precision, stacked.T)
    bias = -0.5 * np.einsum("kd,dk->k", stacked, weights)
    return Head(tuple(propositions), weights, bias)


def log_odds(head: Head, vectors: "NDArray[np.float32]") -> "NDArray[np.float32]":
    """For each passage the log odds of each code, then of none: passages x (codes + 1)."""
    import numpy as np

    scores = _product(vectors, head.weights) + head.bias
    scores -= scores.max(axis=1, keepdims=True)
    logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    rest = np.log1p(-np.exp(np.minimum(logs, -1e-6)))
    return np.asarray(np.clip(logs - rest, -8.0, 8.0), dtype=np.float32)


def _product(one: "NDArray[np.float32]", other: "NDArray[np.float32]") -> "NDArray[np.float32]":
    """The product of two matrices, the same on one core and on several.

    These sum up in another order, which shows in the last of 32 bits, and not of 64.
    """
    import numpy as np

    return np.asarray(one.astype(np.float64) @ other.astype(np.float64), dtype=np.float32)
