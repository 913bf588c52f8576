"""The screen and the pipe: how wide, in which characters, with or without colour."""

import os
import shutil
import sys
import textwrap
from typing import TYPE_CHECKING, NoReturn

import typer

from sensecli.cli.plain import safe_lines, spelled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.text import Text

PIPE_CLOSED = 141
UNWRITTEN = 1

_NARROWEST, _WIDEST = 40, 110


def width() -> int:
    """Columns to write in: the terminal's (or COLUMNS), 80 where there is none."""
    return _within(shutil.get_terminal_size((80, 24)).columns)


def show(lines: "Iterable[Text]") -> None:
    """Lines on stdout: styled on a terminal, bare characters in a pipe."""
    from rich.console import Console

    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
    if not console.is_terminal or console.legacy_windows:
        say("".join(f"{plain(line)}\n" for line in lines))
        return
    with console.capture() as captured:
        for line in lines:
            console.print(line)
    say(captured.get())


def plain(line: "Text") -> str:
    """The bare characters of a line: no styles, no spaces at its end, no no-break spaces."""
    return line.plain.rstrip().replace("\u00a0", " ")


def say(text: str) -> None:
    """Text of ours on stdout as it stands; a closed pipe ends the program without a word."""
    try:
        sys.stdout.write(spelled(text, sys.stdout.encoding or "ascii"))
        sys.stdout.flush()
    except OSError as error:
        _close(error)


def pour(content: bytes) -> None:
    """A whole file (UTF-8) on stdout: byte for byte into a pipe, made safe on a terminal."""
    if sys.stdout.isatty():
        say(safe_lines(content.decode("utf-8-sig")))
        return
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except OSError as error:
        _close(error)


def remark(text: str) -> None:
    """One line of ours on stderr; on a terminal several, those after the first indented."""
    if sys.stderr.isatty():
        # A path that is longer than the screen stays whole: it may be copied.
        text = textwrap.fill(
            text,
            _width_of_stderr(),
            subsequent_indent="  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
    sys.stderr.write(f"{spelled(text, sys.stderr.encoding or 'ascii')}\n")


def _width_of_stderr() -> int:
    """As `width`, but of the terminal that stderr is: stdout may be a pipe."""
    try:
        return width() if os.environ.get("COLUMNS") else _within(os.get_terminal_size(2).columns)
    except OSError:
        return width()


def _within(columns: int) -> int:
    return min(max(columns, _NARROWEST), _WIDEST)


def _close(error: OSError) -> NoReturn:
    """End the program: nothing more can be said on stdout, such as when the disk is full."""
    # Python flushes stdout once more when it ends, and would complain of the same.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        raise typer.Exit(PIPE_CLOSED)
    reason = (error.strerror or str(error)).lower()
    remark(f"standard output could not be written: {reason}. Hint: choose another place.")
    raise typer.Exit(UNWRITTEN)
