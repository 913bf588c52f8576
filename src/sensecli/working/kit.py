"""The side of a cluster's worker: what the work is done with, sent to each process once.

Imported only where Dask is.
"""

import os
import sys
from collections.abc import Callable
from importlib.metadata import version
from threading import Lock
from typing import Any

from distributed import WorkerPlugin, get_worker

from sensecli.working.starting import THREADS
from sensecli.working.where import ClusterError


def versions() -> str:
    """What has to be the same in all processes for the results to be."""
    python = ".".join(str(part) for part in sys.version_info[:2])
    return f"sense {version('sensecli')} on Python {python}"


class Kit(WorkerPlugin):
    """`start` and `do`, and in each process what `start` made there.

    A plugin, not a value among the tasks: workers that join later get it before any unit.
    """

    def __init__(self, name: str, start: Callable[[], Any], do: Callable[[Any, Any], Any]) -> None:
        """`name` is the one that units ask for; no two works have the same."""
        self.name = name
        self.start = start
        self.do = do
        self.versions = versions()

    def setup(self, worker: object) -> None:
        """Nothing is made yet: a worker that takes long to join is thought to be dead."""
        del worker
        self.tools: list[Any] = []
        # One unit at a time in a process, whatever its threads: tools are made for one.
        self.lock = Lock()


def do_unit(name: str, unit: Any) -> Any:  # noqa: ANN401 - whatever the work is on
    """What the work of that name makes of a unit; in a worker.

    Raises ClusterError where this process has other versions than the one that asks.
    """
    kit = get_worker().plugins[name]
    assert isinstance(kit, Kit)  # noqa: S101 - for the type checker
    if kit.versions != versions():
        message = f"a worker of the cluster has {versions()}, and this is {kit.versions}"
        raise ClusterError(message, "install the same versions on all machines")
    with kit.lock:
        if not kit.tools:
            os.environ.setdefault(THREADS, "1")
            kit.tools.append(kit.start())
        return kit.do(kit.tools[0], unit)
