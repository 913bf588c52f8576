"""What processes for work are started with: one thread each, and nothing to stop them half-way."""

import os
import signal
import threading
from collections.abc import Generator, Iterable
from contextlib import contextmanager

THREADS = "SENSE_THREADS"
# Numeric libraries start a thread for each core in each process; they read these once, when loaded.
_LIBRARIES = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "BLIS_NUM_THREADS",
    "NUMEXPR_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
    "RAYON_NUM_THREADS",
)
# Those by which a run is asked to stop, where the system has them.
STOPPING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


def threads() -> int | None:
    """How many threads a library may start in this process; None where nobody said."""
    said = os.environ.get(THREADS, "")
    return int(said) if said.isdecimal() and int(said) else None


@contextmanager
def one_thread_each() -> Generator[None, None, None]:
    """Processes that are started meanwhile have one thread for each library."""
    wanted = (THREADS, *_LIBRARIES)
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(dict.fromkeys(wanted, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


@contextmanager
def undisturbed(signals: Iterable[signal.Signals] = STOPPING) -> Generator[None, None, None]:
    """Requests to stop wait until the end; processes and threads started meanwhile never see them.

    Half a start would leave a process that nobody knows, and one that is stopped while Python
    starts says so at length.
    """
    signals = tuple(signals)
    with _put_off(signals):
        if not hasattr(signal, "pthread_sigmask"):
            yield
            return
        from multiprocessing import resource_tracker

        # It would unblock the signals when it is started, as the first process is.
        resource_tracker.ensure_running()
        before = signal.pthread_sigmask(signal.SIG_BLOCK, signals)
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _put_off(signals: Iterable[signal.Signals]) -> Generator[None, None, None]:
    """Obey the signals at the end. A mask alone is no help: other threads take what one blocks."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    before = {
        number: signal.signal(number, lambda number, _: came.append(number))
        for number in signals
        if callable(signal.getsignal(number))
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for one in came:
            signal.raise_signal(one)
