"""After how many interviews hardly any new code turned up."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Coverage:
    """Code coverage: reached at `reached` + `run` interviews, or None and the `reason` why not.

    `new` is how many codes each interview, in order, was the first to have, and `base_codes` how
    many the first `base` of them gave. `ratios` are the shares of new codes in each run looked at,
    the first of them after interview `base`.
    """

    new: tuple[int, ...]
    base: int
    run: int
    threshold: float
    base_codes: int
    ratios: tuple[float, ...]
    reached: int | None
    reason: str

    def __str__(self) -> str:
        """`6+2`: no more than the threshold was new in the two interviews after the sixth."""
        return self.reason if self.reached is None else f"{self.reached}+{self.run}"
