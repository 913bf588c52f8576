"""Do intervals of corrected shares cover, and how wide are they?

    python -m benchmarks.correction [--draws N]

Draws leaders, a machine that is right about some of them, and simple samples, all seeded. Beside
`correct` stand two others: the person's sample alone, with no look at the machine, and the usual
normal interval of prediction-powered inference, with its finite-population correction. Told of
each are coverage, which should be .950 or more, and mean width. Half a minute.
"""

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from sensecli.reliability.correction import Judged, correct
from sensecli.reliability.inversion import by_sample
from sensecli.reliability.laying import Part

LEVEL = 0.95
Z = 1.959963984540054
SIZES = ((12, 3), (21, 3), (21, 5), (21, 8), (21, 12), (40, 5), (40, 10), (40, 20), (60, 20))
RIGHT = (0.75, 0.9, 1.0)
TRUE = (0.3, 0.6, 0.85)

Ends = tuple[float, float]


@dataclass(slots=True)
class Held:
    """How often an interval held the true share, and its width, summed."""

    draws: int = 0
    held: int = 0
    width: float = 0.0

    def add(self, ends: Ends, true: float) -> None:
        """One more draw."""
        slack = 1e-9
        self.draws += 1
        self.held += ends[0] - slack <= true <= ends[1] + slack
        self.width += ends[1] - ends[0]

    def __str__(self) -> str:
        """Coverage and mean width."""
        return f"{self.held / self.draws:.3f} {self.width / self.draws:.2f}"


def main() -> None:
    """Print a row for each number of leaders and sampled, over shares that are true."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--draws", type=int, default=200, help="of each share that is true")
    draws = options.parse_args().draws
    print("| leaders | sampled | machine right | corrected | sample alone | normal |")
    print("| --- | --- | --- | --- | --- | --- |")
    for (of, n), right in ((size, right) for size in SIZES for right in RIGHT):
        drawing = random.Random(f"{of} {n} {right}")  # noqa: S311 - a simulation
        ours, alone, normal = Held(), Held(), Held()
        for share in TRUE:
            for _ in range(draws):
                true = [drawing.random() < share for _ in range(of)]
                machine = [one == (drawing.random() < right) for one in true]
                chosen = set(drawing.sample(range(of), n))
                target = sum(true) / of
                leaders = [
                    Judged("", machine[at], true[at] if at in chosen else None) for at in range(of)
                ]
                ours.add(_corrected(leaders), target)
                alone.add(_alone(leaders), target)
                normal.add(_normal(leaders), target)
        print(f"| {of} | {n} | {right} | {ours} | {alone} | {normal} |")


def _corrected(leaders: Sequence[Judged]) -> Ends:
    found = correct(leaders, level=LEVEL)
    assert found.low is not None
    assert found.high is not None
    return found.low, found.high


def _alone(leaders: Sequence[Judged]) -> Ends:
    seen = [one.person for one in leaders if one.person is not None]
    low, high = by_sample([Part(len(leaders), len(seen), sum(seen))], level=LEVEL)
    return low / len(leaders), high / len(leaders)


def _normal(leaders: Sequence[Judged]) -> Ends:
    errors = [one.person - one.machine for one in leaders if one.person is not None]
    n, of = len(errors), len(leaders)
    mean = sum(errors) / n
    spread = sum((one - mean) ** 2 for one in errors) / (n - 1)
    middle = sum(one.machine for one in leaders) / of + mean
    half = Z * sqrt(spread / n * (1 - n / of))
    return max(0.0, middle - half), min(1.0, middle + half)


if __name__ == "__main__":
    main()
