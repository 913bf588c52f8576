"""The same units of work, wherever they are done: all units in, all results out, in order."""

from collections.abc import Callable, Generator, Iterable
from typing import TypeVar

from sensecli.working.here import here
from sensecli.working.where import Where

T = TypeVar("T")
U = TypeVar("U")
R = TypeVar("R")


def work(
    units: Iterable[U],
    *,
    start: Callable[[], T],
    do: Callable[[T, U], R],
    where: Where = Where(),  # noqa: B008 - frozen
) -> Generator[R, None, None]:
    """do(tools, unit) for each unit, in the order of the units; tools = start(), once a process.

    Units are read as they are needed: a few for each process, never all. Whatever `do` or `start`
    raises is raised here, in the unit's turn. Closed early, nothing goes on.

    Outside this process, `start`, `do`, units and results have to be picklable, and `do` pure: a
    unit whose process was killed is done again. A unit is best worth some tenths of a second: on a
    cluster each costs some milliseconds. Raises ClusterError where the cluster cannot be used.
    """
    if where.cluster:
        from sensecli.working.cluster import on_cluster

        return on_cluster(units, start=start, do=do, address=where.cluster)
    if where.jobs > 1:
        from sensecli.working.pool import on_cores

        return on_cores(units, start=start, do=do, jobs=where.jobs)
    return here(units, start=start, do=do)
