"""The work on a cluster of Dask's: one of this machine's own, or one that runs already.

What the work is done with goes to each process of the cluster once (`kit.py`); units go one by
one. What Dask sends is pickled: who can reach a scheduler by tcp:// can read along, and run
programs on the cluster. With tls://, Dask's own settings (`distributed.comm.tls`) say who may.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import CancelledError
from contextlib import ExitStack, suppress
from itertools import count, islice
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import uuid4

from sensecli.working.where import ClusterError

if TYPE_CHECKING:
    from distributed import Client, Future

T = TypeVar("T")
U = TypeVar("U")
R = TypeVar("R")
# Units for each thread of the cluster that are read and whose results are not yet taken.
AHEAD = 4
# Seconds to wait for a scheduler, for the first worker, and for another one when all are gone.
PATIENCE = 30.0


def on_cluster(
    units: Iterable[U],
    *,
    start: Callable[[], T],
    do: Callable[[T, U], R],
    address: str,
    patience: float = PATIENCE,
) -> Generator[R, None, None]:
    """The work on a cluster; at most AHEAD units for each of its threads are read in advance.

    A unit that its workers did not survive, again and again, is done in this process. Raises
    ClusterError where Dask is not installed, the scheduler cannot be reached or is lost, no worker
    is there for `patience` seconds, or one has other versions.
    """
    try:
        from sensecli.working.joining import joined
    except ImportError as missing:
        message = f"a cluster needs Dask, which is not installed ({missing})"
        raise ClusterError(message, "pip install 'sensecli[cluster]'") from missing
    with ExitStack() as opened:
        client = opened.enter_context(joined(address, patience=patience))
        submit = _sent_kit(opened, client, start, do)
        coming = iter(units)
        waiting: deque[tuple[U, Future[R]]] = deque()
        opened.callback(_release, client, waiting)
        room = 0
        for turn in count():
            if turn % max(1, room) == 0:
                # Workers come and go; to ask with each unit would take longer than it gives.
                room = AHEAD * max(1, _threads(client))
            more = islice(coming, max(0, room - len(waiting)))
            waiting.extend((unit, submit(unit)) for unit in more)
            if not waiting:
                return
            result = _result(client, *waiting[0], patience, lambda unit: do(start(), unit))
            waiting.popleft()
            yield result


def _sent_kit(
    opened: ExitStack, client: "Client", start: Callable[[], T], do: Callable[[T, U], R]
) -> Callable[[U], "Future[R]"]:
    """How to submit a unit, now that all workers have the kit for it; it is taken back at last."""
    from sensecli.working.kit import Kit, do_unit

    name = f"sense-{uuid4().hex}"
    opened.callback(_take_back, client, name)
    try:
        client.register_plugin(Kit(name, start, do), name=name)
    except Exception as error:  # Dask tells some errors of workers as no more than that
        message = f"a worker of the cluster cannot load the program ({error})"
        hint = "install sensecli, in this version, on all machines of the cluster"
        raise ClusterError(message, hint) from error
    return lambda unit: client.submit(do_unit, name, unit, key=f"{name}-{uuid4().hex}")


def _result(
    client: "Client", unit: U, future: "Future[R]", patience: float, here: Callable[[U], R]
) -> Any:  # noqa: ANN401 - whatever `do` returned
    """What became of a unit, however long it takes while there are workers."""
    from distributed import KilledWorker, wait

    try:
        while True:
            try:
                with client.as_current():
                    wait(future, timeout=patience)
                break
            except TimeoutError:
                if not _threads(client):
                    raise _all_gone(patience) from None
        return future.result()
    except KilledWorker:
        return here(unit)
    except CancelledError as error:
        raise _lost() from error


def _threads(client: "Client") -> int:
    """How many units the cluster can do at once."""
    try:
        return sum(client.nthreads().values())
    except OSError as error:
        raise _lost() from error


def _lost() -> ClusterError:
    return ClusterError("the cluster's scheduler was lost in the middle of the work", "run again")


def _all_gone(patience: float) -> ClusterError:
    from sensecli.working.joining import START_WORKERS

    message = f"all workers of the cluster were gone for {patience:.0f} seconds"
    return ClusterError(message, START_WORKERS)


def _release(client: "Client", waiting: "deque[tuple[Any, Future[Any]]]") -> None:
    """Nobody waits for these units any more."""
    with suppress(Exception):
        client.cancel([future for _, future in waiting], force=True)
    waiting.clear()


def _take_back(client: "Client", name: str) -> None:
    with suppress(Exception):
        client.unregister_worker_plugin(name)
