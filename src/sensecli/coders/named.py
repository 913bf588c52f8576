"""What a user names as a coder -> the sheets of all coders in it."""

from pathlib import Path

from sensecli.coders.decided import deciders
from sensecli.coders.over import MACHINE, Coders, Over
from sensecli.coders.rows import row_of
from sensecli.coders.users import users
from sensecli.loading.gold import COMPARED, read_gold
from sensecli.model import Problem
from sensecli.reliability.universe import Sheet

_SEVERAL = {".jsonl": deciders, ".qdpx": users}
"""Readers of files that may hold several coders, by how the files' names end."""


def coders_of(named: str, over: Over) -> Coders:
    """The coders of a table (.csv, .xlsx), of decisions (.jsonl) or of a project (.qdpx).

    `FILE:CODER` is one coder of a file that holds several; `machine` is the program itself. Names
    of coders are not told apart by their case.
    """
    if named == MACHINE:
        return _machine(over)
    path, picked = _parted(named)
    read = _SEVERAL.get(path.suffix.casefold())
    if read is None:
        return _table(path, over)
    found = read(path, over)
    return _only(found, picked, path) if picked else found


def may_hold_several(named: str) -> bool:
    """Whether there may be more than one coder in what is named."""
    path, picked = _parted(named)
    return path.suffix.casefold() in _SEVERAL and not picked


def _parted(named: str) -> tuple[Path, str]:
    """The file and the coder picked from it, if any."""
    file, colon, picked = named.rpartition(":")
    if colon and Path(file).suffix.casefold() in _SEVERAL and not Path(named).exists():
        return Path(file), picked.strip()
    return Path(named), ""


def _table(path: Path, over: Over) -> Coders:
    read = read_gold(path, interviews=over.interviews, codes=over.codes, needed=COMPARED)
    return Coders((Sheet(path.stem, read.rows, read.uncoded),), read.problems)


def _machine(over: Over) -> Coders:
    if over.codings is None:
        if over.interviews is not None:
            # Why nothing could be coded is told by the project.
            return Coders()
        message, hint = f'"{MACHINE}" needs interviews to code', "name them with --folder FOLDER"
        return Coders(problems=(Problem("", None, message, hint),))
    rows = tuple(row_of(one) for one in over.codings)
    whole = frozenset(one.interview for one in over.segments)
    return Coders((Sheet(MACHINE, rows, whole=whole),))


def _only(found: Coders, picked: str, path: Path) -> Coders:
    wanted = tuple(one for one in found.sheets if one.coder.casefold() == picked.casefold())
    problems = found.problems
    if not wanted and found.sheets:
        hint = f"there are {', '.join(one.coder for one in found.sheets)}"
        problems += (Problem(path.name, None, f'nobody called "{picked}" coded in it', hint),)
    return Coders(wanted, problems, found.notices)
