"""Command lines run in this process with the network forbidden and every write recorded.

`python -m tests.watched` reads a JSON list of command lines on stdin, and writes to stdout for each
of them its exit code, what it said on stderr, what it asked of the network, and the paths that it
wrote. A `review` is one without a screen: one key is pressed, and then q.

Python's own calls are seen by an audit hook. Those of libraries in other languages are not: on
Linux a filter in the kernel kills the process that opens a socket to the internet.
"""

import asyncio
import contextlib
import ctypes
import io
import json
import os
import platform
import socket
import struct
import sys
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

_NETWORK = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "subprocess.", "os.system")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
# What changes a path, and which of the event's values is that path.
_PATHS = {"os.mkdir": 0, "os.rename": 1, "os.link": 1, "os.symlink": 1, "sqlite3.connect": 0}
# The number of the system call socket(2), and what the kernel calls the machine.
_SOCKET = {"x86_64": (41, 0xC000003E), "aarch64": (198, 0xC00000B7)}
_ASKED: list[str] = []
_WRITTEN: list[str] = []


def _watch(event: str, values: tuple[Any, ...]) -> None:
    if event.startswith(_NETWORK) and not _within(event, values):
        if not _is_known():
            _ASKED.append(f"{event} {values[1:]}")
        message = f"the network is forbidden: {event}"
        raise RuntimeError(message)
    if event == "open":
        path, _, flags = values
        if isinstance(path, str | bytes | os.PathLike) and flags & _WRITES:
            _WRITTEN.append(os.path.realpath(os.fsdecode(path)))
    elif event.startswith("tempfile."):
        _WRITTEN.append(os.path.realpath(os.fsdecode(values[0])))
    elif event in _PATHS and values[_PATHS[event]] != ":memory:":
        _WRITTEN.append(os.path.realpath(_path(os.fsdecode(values[_PATHS[event]]))))


def _path(given: str) -> str:
    """The path of what is given to SQLite, which takes an address of a file too."""
    return url2pathname(urlsplit(given).path) if given.startswith("file:") else given


def _within(event: str, values: tuple[Any, ...]) -> bool:
    """Whether it is a socket that leads nowhere but into this process, as asyncio has one."""
    return event == "socket.__new__" and bool(values[1] == getattr(socket, "AF_UNIX", None))


def _is_known() -> bool:
    """Whether it is urllib3 asking, as it is imported, if the machine has IPv6.

    spaCy's downloader imports it. It gives a socket an address of this machine and closes it again:
    nothing is sent. Here it is refused all the same, which it takes for a no.
    """
    frame = sys._getframe()
    while frame := frame.f_back:  # type: ignore[assignment]
        if frame.f_code.co_name == "_has_ipv6" and "urllib3" in frame.f_code.co_filename:
            return True
    return False


def forbid_internet() -> bool:
    """Let the kernel end this process when it opens an internet socket; False where it can't."""
    if sys.platform != "linux" or platform.machine() not in _SOCKET:
        return False
    number, machine = _SOCKET[platform.machine()]
    load, equal, give = 0x20, 0x15, 0x06
    allow, kill = 0x7FFF0000, 0x80000000
    steps = (
        (load, 0, 0, 4),
        (equal, 0, 5, machine),
        (load, 0, 0, 0),
        (equal, 0, 3, number),
        (load, 0, 0, 16),
        (equal, 2, 0, socket.AF_INET),
        (equal, 1, 0, socket.AF_INET6),
        (give, 0, 0, allow),
        (give, 0, 0, kill),
    )
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *one) for one in steps))
    filter_ = struct.pack("HxxxxxxP", len(steps), ctypes.addressof(code))
    system = ctypes.CDLL(None, use_errno=True)
    no_new_privileges, seccomp, mode_filter = 38, 22, 2
    refused = system.prctl(no_new_privileges, 1, 0, 0, 0)
    refused = refused or system.prctl(seccomp, mode_filter, filter_, 0, 0)
    return not refused


def _reviewed(app: Any) -> Any:
    """What a review gives whose first coding is accepted."""

    async def press() -> Any:
        async with app.run_test() as pilot:
            for key in "aq":
                await pilot.pause()
                await pilot.press(key)
            await pilot.pause()
        return app.return_value

    return asyncio.run(press())


def _without_a_screen() -> None:
    from sensecli.cli import review
    from sensecli.cli.reviewscreen import screen

    review._on_a_terminal = lambda: True
    screen.shown = lambda app, **_: _reviewed(app)


def _told(lines: list[list[str]]) -> Iterator[dict[str, object]]:
    from sensecli.__main__ import run

    _without_a_screen()
    for line in lines:
        _ASKED.clear()
        _WRITTEN.clear()
        out, said = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(said):
            code = run(line)
        yield {
            "line": line,
            "code": code,
            "said": said.getvalue(),
            "asked": list(_ASKED),
            "written": sorted(set(_WRITTEN)),
        }


def main() -> None:
    """Run what stands on stdin."""
    lines = json.load(sys.stdin)
    kernel = forbid_internet()
    sys.addaudithook(_watch)
    told = list(_told(lines))
    json.dump({"kernel": kernel, "told": told}, sys.stdout)


if __name__ == "__main__":
    main()
