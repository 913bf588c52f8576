"""What processes are started with."""

import os
import signal
import threading

import pytest

from sensecli.working import threads
from sensecli.working.starting import THREADS, one_thread_each, undisturbed


def test_libraries_get_one_thread_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    monkeypatch.delenv("MKL_NUM_THREADS", raising=False)
    before = dict(os.environ)
    with one_thread_each():
        assert (os.environ["OMP_NUM_THREADS"], os.environ["MKL_NUM_THREADS"]) == ("1", "1")
    assert dict(os.environ) == before


@pytest.mark.parametrize(
    ("said", "meant"), [("4", 4), ("0", None), ("", None), ("all", None), ("-1", None), ("²", None)]
)
def test_threads_are_those_said(
    monkeypatch: pytest.MonkeyPatch, said: str, meant: int | None
) -> None:
    monkeypatch.setenv(THREADS, said)
    assert threads() == meant


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="has no signals to block")
def test_who_asks_to_stop_waits_for_the_end_of_a_start() -> None:
    seen: list[str] = []
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    before = signal.signal(signal.SIGTERM, lambda *_: seen.append("stop"))
    try:
        with undisturbed():
            os.kill(os.getpid(), signal.SIGTERM)
            seen.append("started")
        assert seen == ["started", "stop"]
    finally:
        signal.signal(signal.SIGTERM, before)
        done.set()
        other.join()
