"""Ctrl-C and other requests to stop: one line and an exit code, at any moment."""

import logging
import os
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from sensecli.cli.plain import safe
from sensecli.disk.written import so_far

if TYPE_CHECKING:
    from types import FrameType

# 128 + the signal's number is what shells say of a program that was stopped by one.
_STOPPED = 128
INTERRUPTED = _STOPPED + signal.SIGINT
# Ctrl-C, a polite kill, a closed terminal, and Ctrl-Break on Windows.
_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
# Seconds in which a run that was asked to stop ends in order; then it ends all the same.
_PATIENCE = 3.0
_NAMED = 3
_WAITING: list[threading.Timer] = []


class StoppedError(SystemExit):
    """The user asked the program to stop; `code` is the exit code.

    A SystemExit, since libraries let nothing else through at any moment.
    """


def obey() -> None:
    """From now on, whoever asks the program to stop is obeyed: StoppedError is raised.

    What was asked of the system to be ignored, as by nohup, still is.
    """
    for number in _numbers():
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def be_done() -> None:
    """The run is over and its exit code known: nothing is stopped any more."""
    for number in _numbers():
        signal.signal(number, signal.SIG_IGN)
    while _WAITING:
        _WAITING.pop().cancel()


def farewell() -> str:
    """The one line for who stopped the program: what it had written until then."""
    return f"stopped; {_wrote(so_far())}\n"


def _wrote(files: Sequence[Path]) -> str:
    if not files:
        return "no file was written."
    more = f" and {len(files) - _NAMED} more" if len(files) > _NAMED else ""
    return (
        f"written before, and whole: {', '.join(safe(one.name) for one in files[:_NAMED])}{more}."
    )


def _numbers() -> list[signal.Signals]:
    return [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]


def _stop(number: int, _frame: "FrameType | None") -> NoReturn:
    # Those in a hurry ask twice.
    be_done()
    # What is raised may pass where nothing can be raised, and Python would complain of it.
    sys.unraisablehook = lambda _: None
    logging.getLogger("asyncio").disabled = True
    code = _STOPPED + number
    _insist(code)
    raise StoppedError(code)


def _insist(code: int) -> None:
    """End the program soon, should a library swallow what is raised."""

    def end() -> None:
        os.write(2, farewell().encode(errors="replace"))
        os._exit(code)

    timer = threading.Timer(_PATIENCE, end)
    timer.daemon = True
    _WAITING.append(timer)
    timer.start()
