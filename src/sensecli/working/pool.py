"""The work on several cores: a process each, fed by this one.

Not `concurrent.futures.ProcessPoolExecutor`: its processes share their pipes and the locks of
them, so that all wait for ever when one is killed, as for want of memory, in the middle of a
message; and they outlive a parent that was killed.
"""

import pickle
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, Generic, TypeVar

from sensecli.working.here import here
from sensecli.working.starting import one_thread_each, undisturbed
from sensecli.working.worker import Done, Failed, serve

T = TypeVar("T")
U = TypeVar("U")
R = TypeVar("R")
# Units that a process has at most: one to do, and the next one at hand.
HELD = 2
# Units for each process that are read and whose results are not yet taken.
AHEAD = 4
# So often may all processes be lost, with no result in between, before this one works alone.
_LOSSES = 2
# Seconds that a process has to end by itself.
_GRACE = 2.0


@dataclass(slots=True, eq=False)
class _Worker(Generic[U]):
    process: SpawnProcess
    connection: Connection
    held: dict[int, U] = field(default_factory=dict)


def on_cores(
    units: Iterable[U], *, start: Callable[[], T], do: Callable[[T, U], R], jobs: int
) -> Generator[R, None, None]:
    """The work in up to `jobs` processes; at most `jobs` x AHEAD units are read in advance."""
    crew: _Crew[T, U, R] = _Crew(start, do, jobs)
    coming = iter(enumerate(units))
    came: dict[int, Done | Failed] = {}
    turn = 0
    try:
        while True:
            crew.feed(coming, room=jobs * AHEAD - len(came))
            if turn in came:
                yield _result(came.pop(turn))
                turn += 1
            elif not crew.holds:
                return
            came |= crew.collect(patient=turn not in came and crew.holds > 0)
            if crew.is_doomed:
                break
        left = sorted(crew.dismissed().items(), key=_number)
    finally:
        crew.dismissed()
    alone = here((unit for _, unit in chain(left, coming)), start=start, do=do)
    while came:
        yield _result(came.pop(turn)) if turn in came else next(alone)
        turn += 1
    yield from alone


def _number(numbered: tuple[int, Any]) -> int:
    return numbered[0]


def _result(outcome: Done | Failed) -> Any:  # noqa: ANN401 - whatever `do` returned
    if isinstance(outcome, Failed):
        raise outcome.error
    return outcome.result


class _Crew(Generic[T, U, R]):
    """The processes, and which units each of them holds."""

    def __init__(self, start: Callable[[], T], do: Callable[[T, U], R], jobs: int) -> None:
        self._work = (start, do)
        self._jobs = jobs
        self._workers: list[_Worker[U]] = []
        self._lost: deque[tuple[int, U]] = deque()
        self._losses = 0

    @property
    def holds(self) -> int:
        """How many units are with the processes, or are to go to another again."""
        return len(self._lost) + sum(len(worker.held) for worker in self._workers)

    @property
    def is_doomed(self) -> bool:
        """Whether processes are only ever lost."""
        return self._losses > self._jobs * _LOSSES

    def feed(self, coming: Iterator[tuple[int, U]], *, room: int) -> None:
        """Give out units, lost ones first, as long as a process is free and fewer than `room`."""
        while (least := min((len(one.held) for one in self._workers), default=HELD)) < HELD or (
            len(self._workers) < self._jobs
        ):
            if self._lost:
                number, unit = self._lost.popleft()
            elif self.holds < room and (following := next(coming, None)):
                number, unit = following
            else:
                return
            # A process is started only for a unit that would have to wait for the others.
            if least and len(self._workers) < self._jobs:
                self._workers.append(_started(*self._work))
            worker = min(self._workers, key=lambda one: len(one.held))
            worker.held[number] = unit
            message = pickle.dumps((number, unit), pickle.HIGHEST_PROTOCOL)
            # That a process is gone is found when its results are asked for.
            with suppress(OSError):
                worker.connection.send_bytes(message)

    def collect(self, *, patient: bool) -> dict[int, Done | Failed]:
        """What came of units by now, by number; if `patient`, waits until anything happened."""
        came: dict[int, Done | Failed] = {}
        ready = wait([one.connection for one in self._workers], None if patient else 0)
        for worker in [one for one in self._workers if one.connection in ready]:
            try:
                read = worker.connection.recv_bytes()
            except (EOFError, OSError):
                self._lose(worker)
                continue
            outcome: Done | Failed = pickle.loads(read)  # noqa: S301 - from our own process
            del worker.held[outcome.number]
            came[outcome.number] = outcome
            self._losses = 0
        return came

    def _lose(self, worker: _Worker[U]) -> None:
        self._workers.remove(worker)
        self._losses += 1
        self._lost = deque(sorted([*self._lost, *worker.held.items()], key=_number))
        _end([worker])

    def dismissed(self) -> dict[int, U]:
        """End all processes; the units that were with them, by number."""
        workers, self._workers = self._workers, []
        lost, self._lost = self._lost, deque()
        _end(workers)
        return dict(lost) | {number: unit for one in workers for number, unit in one.held.items()}


def _started(start: Callable[[], T], do: Callable[[T, U], R]) -> _Worker[U]:
    # Not by fork: it copies locks that threads of numpy, onnxruntime or rich may hold. And spawn
    # is the same on all systems.
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs, start, do), daemon=True)
    with undisturbed(), one_thread_each(), theirs:
        process.start()
    return _Worker(process, ours)


def _end(workers: Iterable[_Worker[U]]) -> None:
    """End processes: those that do not by themselves, as no one listens any more, are killed."""
    for one in workers:
        one.connection.close()
    for one in workers:
        one.process.join(_GRACE)
        one.process.kill()
        one.process.join()
        one.process.close()
