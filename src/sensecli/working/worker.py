"""The side of the process that does the work: units come in by a pipe, results go out by it.

A process has its own pipe, and no lock is shared: whoever is killed, in the middle of a message
too, harms no other. When the other end is closed, or its process gone, this one ends.
"""

import gc
import os
import pickle
import signal
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any, TypeVar

from sensecli.working.starting import STOPPING

T = TypeVar("T")
U = TypeVar("U")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Done:
    """What a unit came to."""

    number: int
    result: Any


@dataclass(frozen=True, slots=True)
class Failed:
    """What a unit, or the start before it, raised."""

    number: int
    error: Exception


def serve(connection: Connection, start: Callable[[], T], do: Callable[[T, U], R]) -> None:
    """Do units until nobody asks for any more: number and unit in, Done or Failed out."""
    _leave_stopping_to_the_parent()
    units: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_read, args=(connection, units), daemon=True).start()
    tools: list[T] = []
    while True:
        is_new = not tools
        written = _outcome(units.get(), tools, start, do)
        if is_new:
            # What is there by now stays: to look through it for garbage again and again takes time.
            gc.freeze()
        try:
            connection.send_bytes(written)
        except OSError:
            return


def _leave_stopping_to_the_parent() -> None:
    """Ctrl-C reaches all processes of a terminal: the parent obeys it, and ends this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)


def _read(connection: Connection, units: "SimpleQueue[bytes]") -> None:
    """Take in whatever is sent, at once: else both sides might wait for the other to read."""
    while True:
        try:
            units.put(connection.recv_bytes())
        except (EOFError, OSError):
            # Nobody waits for the unit at hand, however long it takes.
            os._exit(0)


def _outcome(
    asked: bytes, tools: list[T], start: Callable[[], T], do: Callable[[T, U], R]
) -> bytes:
    number, unit = pickle.loads(asked)  # noqa: S301 - from our own parent
    try:
        if not tools:
            tools.append(start())
        return pickle.dumps(Done(number, do(tools[0], unit)), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is raised in the parent
        return pickle.dumps(Failed(number, _sendable(error)), pickle.HIGHEST_PROTOCOL)


def _sendable(error: Exception) -> Exception:
    """The error with its traceback as a note; its description where it cannot be pickled."""
    told = "".join(traceback.format_exception(error)).rstrip()
    error.add_note(f"In the process that did the work:\n{told}")
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - written in the same line
    except Exception:  # noqa: BLE001 - classes of errors may fail in any way
        return RuntimeError(told)
    return error
