"""How many processes are worth starting."""

import os

# Words from which a second process pays, for a coder by rules: it takes seconds to start.
LEAST = 60_000


def fitting_jobs(words: int, *, cores: int, units: int | None = None, least: int = LEAST) -> int:
    """The number of processes for so many words: one below `least`, at most one a core or unit.

    A process more is taken only where each still has half of `least` to do. `units` is how many
    units the words come in, None where nobody knows.
    """
    if words < least:
        return 1
    worth = 2 * words // max(1, least)
    return max(1, min(cores, worth, worth if units is None else units))


def usable_cores() -> int:
    """The cores that this process may use, which may be fewer than the machine has."""
    if hasattr(os, "process_cpu_count"):
        return os.process_cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1
