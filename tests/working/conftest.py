"""No test of processes may wait for ever."""

import signal
import threading
from collections.abc import Iterator

import pytest

SECONDS = 60


@pytest.fixture(autouse=True)
def _in_time() -> Iterator[None]:
    """A test that waits in vain fails."""
    if not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def late(*_: object) -> None:
        message = f"not done within {SECONDS} seconds"
        raise AssertionError(message)

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(SECONDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)
