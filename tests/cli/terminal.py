"""The program on a terminal of its own, eighty by twenty-four."""

import os
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

_PATIENCE = 120.0


# Tests that run in the background ignore what a terminal sends, and whoever they start does so too.
_HEEDING = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)
from sensecli.__main__ import main
main()
"""


class Terminal:
    """A running command with a pseudo-terminal for its screen and keys."""

    def __init__(self, *arguments: str | Path) -> None:
        """Start the command; it may take its time."""
        import fcntl
        import pty
        import termios

        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.shown = b""
        self._process = subprocess.Popen(
            [sys.executable, "-c", _HEEDING, *map(str, arguments)],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"},
            start_new_session=True,
        )
        os.close(theirs)

    def until(self, reached: Callable[[], bool]) -> None:
        """Wait, and read what is shown; AssertionError when it takes too long."""
        end = time.monotonic() + _PATIENCE
        while not reached():
            assert time.monotonic() < end, self.shown[-2000:]
            self._read()

    def until_shown(self, words: str) -> None:
        """Wait until these words were written to the screen."""
        self.until(lambda: words.encode() in self.shown)

    def press(self, keys: str) -> None:
        """Type keys."""
        os.write(self._ours, keys.encode())

    def send(self, number: signal.Signals) -> None:
        """Send it a signal."""
        self._process.send_signal(number)

    def kill(self) -> None:
        """Stop it where it is, as a power cut would."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        os.close(self._ours)

    def code(self) -> int:
        """The exit code, once it has ended."""
        self.until(lambda: self._process.poll() is not None)
        self._read()
        os.close(self._ours)
        return self._process.returncode

    def _read(self) -> None:
        if select.select([self._ours], [], [], 0.05)[0]:
            try:
                self.shown += os.read(self._ours, 1 << 16)
            except OSError:
                # The other end is closed.
                time.sleep(0.01)
