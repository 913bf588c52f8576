"""`sense cache`: where the user's own cache lies and what is in it; whether it is used."""

import os
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from platformdirs import user_cache_path

from sensecli.cli.console import say
from sensecli.cli.plain import safe
from sensecli.cli.telling import told

if TYPE_CHECKING:
    from sensecli.disk.cache import Contents
    from sensecli.model import Problem

_VARIABLE, _OFF = "SENSE_CACHE", "off"
_KB = 1000
_HELD = (
    "What is in it can be made again: codings, parses and vectors of your interviews, as offsets,"
    " codes and numbers without their text, and numbers made of your codebook's examples."
)
_ASKED: ContextVar[bool] = ContextVar("whether the command line asks for the cache", default=True)

app = typer.Typer(
    help="Where the cache is and what is in it; clear empties it.",
    rich_markup_mode=None,
)


def ask(*, use: bool) -> None:
    """Whether this command line is to use the cache."""
    _ASKED.set(use)


def cache_folder() -> Path | None:
    """The folder for what can be made again; None where the user wants none.

    It is the one in SENSE_CACHE, else where the system keeps such things.
    """
    wanted = os.environ.get(_VARIABLE, "").strip()
    if not _ASKED.get() or wanted.casefold() == _OFF:
        return None
    return Path(wanted).expanduser() if wanted else user_cache_path("sense", appauthor=False)


@app.callback(invoke_without_command=True)
def cache(context: typer.Context) -> None:
    """Show where the cache is and what is in it: what can be made again, and none of your texts."""
    if context.invoked_subcommand:
        return
    folder = cache_folder()
    if folder is None:
        say("The cache is off: nothing is kept from run to run.\n")
        return
    found, problems = _looked(folder)
    if found:
        held = f"{_HELD}\n" if found.files else ""
        say(f"{safe(str(folder))}: {_counted(found)}\n{held}")
    raise typer.Exit(told(problems))


@app.command("clear")
def clear() -> None:
    """Empty the cache: it is filled again as it is needed."""
    from sensecli.disk import cache as disk

    folder = cache_folder()
    if folder is None:
        say("The cache is off: there is nothing to clear.\n")
        return
    found, problems = _looked(folder)
    if found and not problems:
        try:
            disk.clear(folder)
        except OSError as error:
            problems = (_unreached(folder, "cleared", error),)
        else:
            say(f"{safe(str(folder))}: cleared of {_counted(found)}\n")
    raise typer.Exit(told(problems))


def _looked(folder: Path) -> "tuple[Contents | None, tuple[Problem, ...]]":
    """What lies in the cache, or why it is none of ours."""
    from sensecli.disk.cache import Contents, contents, is_cache, is_free
    from sensecli.model import Problem

    try:
        if not folder.exists():
            return Contents(), ()
        found = contents(folder)
    except OSError as error:
        return None, (_unreached(folder, "read", error),)
    if is_cache(folder) or is_free(folder):
        return found, ()
    hint = f"name another folder in {_VARIABLE}, or none"
    return None, (Problem(str(folder), None, "is no cache of sense, and is not used", hint),)


def _unreached(folder: Path, what: str, error: OSError) -> "Problem":
    from sensecli.model import Problem

    reason = (error.strerror or str(error)).lower()
    hint = f"see whose folder it is, or name another in {_VARIABLE}"
    return Problem(str(folder), None, f"cannot be {what}: {reason}", hint)


def _counted(found: "Contents") -> str:
    files = "1 file" if found.files == 1 else f"{found.files} files"
    told_size = f"{found.size / _KB:,.0f} kB" if found.size >= _KB else f"{found.size} bytes"
    others = f"; {found.others} of others, which stay" if found.others else ""
    return f"{files}, {told_size}{others}."
