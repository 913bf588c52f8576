"""A client of a cluster, and this machine's own cluster. Imported only where Dask is."""

import logging
import os
import signal
import warnings
from collections.abc import Generator
from contextlib import contextmanager, suppress
from tempfile import TemporaryDirectory
from typing import Any

import dask
from distributed import Client, LocalCluster
from distributed.versions import VersionMismatchWarning

from sensecli.working.fitting import usable_cores
from sensecli.working.starting import undisturbed
from sensecli.working.where import LOCAL, ClusterError

_TALKERS = ("distributed", "tornado", "asyncio", "bokeh")
_SILENT = logging.CRITICAL + 1
START_WORKERS = "start one for each core with: dask worker ADDRESS --nworkers auto --nthreads 1"


class _Client(Client):
    """A client that leaves nothing behind when it cannot reach its scheduler.

    Dask's would end its thread whenever Python throws it away, which may be when the next client
    holds the lock that this needs.
    """

    def __init__(self, where: object, *, timeout: float) -> None:
        try:
            super().__init__(where, timeout=timeout, set_as_default=False)  # type: ignore[no-untyped-call]
        except BaseException:
            with suppress(Exception):
                self.close()  # type: ignore[no-untyped-call]
            raise


@contextmanager
def joined(address: str, *, patience: float) -> Generator[Client, None, None]:
    """A client of the cluster at an address, or of one of this machine's own where it is LOCAL.

    It has a worker. Raises ClusterError where there is none after `patience` seconds, and where
    nobody answers at the address.
    """
    with _quiet(), _local() if address == LOCAL else _there(address) as where:
        try:
            with _versions_unsaid():
                client = _Client(where, timeout=patience)
        except (OSError, ValueError, TypeError, RuntimeError) as error:
            said = str(error).partition("\n")[0] or type(error).__name__
            message = f"no scheduler could be reached at {address} ({said})"
            raise ClusterError(message, "start one with: dask scheduler") from error
        with client:
            try:
                client.wait_for_workers(1, timeout=patience)
            except TimeoutError as error:
                message = f"no worker was there for {patience:.0f} seconds at {address}"
                raise ClusterError(message, START_WORKERS) from error
            yield client


@contextmanager
def _there(address: str) -> Generator[str, None, None]:
    yield address


@contextmanager
def _local() -> Generator[LocalCluster, None, None]:
    """A cluster on this machine's own network: a process of one thread for each core."""
    with (
        TemporaryDirectory(prefix="sense-", ignore_cleanup_errors=True) as folder,
        dask.config.set({"temporary-directory": folder}),
    ):
        # Ctrl-C reaches all processes of a terminal: this one obeys it, and ends the others.
        with undisturbed([signal.SIGINT]):
            cluster = _started()
        with cluster:
            try:
                yield cluster
            finally:
                _kill(cluster)


def _started() -> LocalCluster:
    try:
        return LocalCluster(
            n_workers=usable_cores(),
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",
            scheduler_kwargs={"dashboard": False},
            silence_logs=logging.CRITICAL,
            # Dask would write what is too much for a worker's memory to the disk.
            memory_limit=0,
        )
    except (OSError, RuntimeError) as error:
        message = f"no cluster could be started on this machine ({error})"
        raise ClusterError(message, "processes of this program's own need none") from error


def _kill(cluster: LocalCluster) -> None:
    """End a cluster's processes at once: Dask would wait for the units at hand."""
    nannies: dict[Any, Any] = cluster.workers
    for nanny in nannies.values():
        nanny.auto_restart = False
        if nanny.pid:
            with suppress(ProcessLookupError):
                os.kill(nanny.pid, getattr(signal, "SIGKILL", signal.SIGTERM))


@contextmanager
def _quiet() -> Generator[None, None, None]:
    """Nothing is logged by Dask or what it stands on; afterwards all is as before."""
    known = [name for name in logging.root.manager.loggerDict if name.startswith(_TALKERS)]
    before = {name: logging.getLogger(name).level for name in (*_TALKERS, *known)}
    for name in before:
        logging.getLogger(name).setLevel(_SILENT)
    try:
        yield
    finally:
        for name, level in before.items():
            logging.getLogger(name).setLevel(level)


@contextmanager
def _versions_unsaid() -> Generator[None, None, None]:
    """Dask warns of other versions of its parts: those that change results are told by the kit."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", VersionMismatchWarning)
        yield
