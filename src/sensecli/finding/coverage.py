"""After how many interviews did hardly any new code turn up?"""

from collections.abc import Sequence

from sensecli.finding.order import in_order
from sensecli.model import Coding, Coverage, Holder, Interview


def coverage(
    new_codes_by_interview: Sequence[int],
    *,
    base: int = 4,
    run: int = 2,
    threshold: float = 0.05,
) -> Coverage:
    """Where new codes ran out, after Guest, Namey & Chen (2020), doi 10.1371/journal.pone.0232076.

    Takes how many codes each interview, in order, was the first to have. Their measure was made
    for inductive coding: with a fixed codebook it tells of coverage, not of saturation.
    ValueError where `base` or `run` is less than 1.
    """
    if base < 1 or run < 1:
        message = "base and run are numbers of interviews, 1 or more"
        raise ValueError(message)
    new = tuple(new_codes_by_interview)
    base_codes = sum(new[:base])
    ratios: list[float] = []
    reached, reason = None, ""
    if len(new) < base + run:
        reason = f"undefined: {len(new)} interviews, and it takes {base + run}"
    elif base_codes == 0:
        reason = f"undefined: no code in the first {base} interviews"
    else:
        for after in range(base, len(new) - run + 1):
            ratios.append(sum(new[after : after + run]) / base_codes)
            if ratios[-1] <= threshold:
                reached = after
                break
        else:
            reason = f"not reached within {len(new)} interviews"
    return Coverage(new, base, run, threshold, base_codes, tuple(ratios), reached, reason)


def new_codes(codings: Sequence[Coding], interviews: Sequence[Interview]) -> tuple[int, ...]:
    """How many codes each interview, in order, is the first in which a leader speaks of them."""
    said: dict[str, set[str]] = {interview.id: set() for interview in interviews}
    for coding in codings:
        if coding.holder is Holder.LEADER and coding.interview in said:
            said[coding.interview].add(coding.code)
    seen: set[str] = set()
    counts = []
    for interview in in_order(interviews):
        counts.append(len(said[interview.id] - seen))
        seen |= said[interview.id]
    return tuple(counts)
