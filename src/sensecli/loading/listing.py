"""Which files of a folder are interviews, by their names alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sensecli.loading.formats.guard import unreadable
from sensecli.loading.formats.registry import READERS, SHEETS
from sensecli.model import Notice, Problem

_NEVER = frozenset(
    "interviews.csv names.csv gold.csv segments.csv approved.csv replaced.csv codebook.yaml "
    "thumbs.db desktop.ini".split()
)
_NEVER_BEGINS = ("readme", "decisions", ".", "~$")
# A codebook's written examples lie beside it.
_NEVER_ENDS = ".examples.csv"
_SHOWN = 3
_LEFT_ALONE = frozenset({".yaml", ".yml"})


@dataclass(frozen=True, slots=True)
class Listing:
    """The files to read in order, the folder that `interviews.csv` and `names.csv` stand in.

    `names` are the names of all interview files in that folder, also of those not asked for.
    """

    files: tuple[Path, ...] = ()
    folder: Path | None = None
    names: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()


def list_files(folder: Path) -> Listing:
    """The interview files directly in `folder`, or `folder` itself where it is a file."""
    try:
        folder.stat()
        if folder.is_dir():
            files = _interviews(folder)
            names = tuple(path.name for path in files)
            notices = (*_below(folder), *_led_out(folder, files))
            return Listing(files, folder, names, notices=notices)
        beside = (*_interviews(folder.parent), folder)
        return Listing((folder,), folder.parent, tuple(path.name for path in beside))
    except FileNotFoundError:
        return Listing(problems=(_missing(folder),))
    except OSError as error:
        return Listing(problems=(unreadable(folder, error),))


def _below(folder: Path) -> tuple[Notice, ...]:
    """A notice of the folders inside that hold interviews of their own.

    Sheets do not count: what lies there is mostly results.
    """
    counts = {path.name: _count(path) for path in folder.iterdir() if _is_folder(path)}
    found = [(name, counts[name]) for name in sorted(counts, key=natural) if counts[name]]
    if not found:
        return ()
    files = [f"{name} ({count} {'file' if count == 1 else 'files'})" for name, count in found]
    said = "The folder inside it is" if len(files) == 1 else "The folders inside it are"
    return (Notice(f"{said} not read: {', '.join(files)}. Analyse each folder by itself."),)


def _led_out(folder: Path, files: Sequence[Path]) -> tuple[Notice, ...]:
    """A notice of links that leave the folder: whoever made them may mean it, and is told."""
    home = folder.resolve()
    out = [
        path.name
        for path in files
        if path.is_symlink() and path.is_file() and home not in path.resolve().parents
    ]
    if not out:
        return ()
    if len(out) == 1:
        return (Notice(f"{out[0]} is a link that leaves the folder; what it points to was read."),)
    listed = ", ".join(out[:_SHOWN]) + (", ..." if len(out) > _SHOWN else "")
    said = f"{len(out)} files are links that leave the folder ({listed})"
    return (Notice(f"{said}; what they point to was read."),)


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.name.startswith(".")


def _count(folder: Path) -> int:
    """How many files directly in it can be read as interviews; 0 where it cannot be listed."""
    try:
        suffixes = [path.suffix.casefold() for path in _interviews(folder)]
    except OSError:
        return 0
    return sum(suffix in READERS and suffix not in SHEETS for suffix in suffixes)


def _missing(folder: Path) -> Problem:
    hint = "check the spelling; paths with spaces need quotes"
    if folder.is_symlink():
        hint = "it is a link to something that is not there"
    return Problem(str(folder), None, "there is no such folder", hint)


def _interviews(folder: Path) -> tuple[Path, ...]:
    files = (path for path in folder.iterdir() if not path.is_dir() and _may_be(path.name))
    return tuple(sorted(files, key=lambda path: natural(path.name)))


def _may_be(name: str) -> bool:
    low = name.casefold()
    if low in _NEVER or low.startswith(_NEVER_BEGINS) or low.endswith(_NEVER_ENDS):
        return False
    return Path(low).suffix not in _LEFT_ALONE


def natural(name: str) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """A sort key by which "note 2" comes before "note 10", whatever the case."""
    parts = re.findall(r"\d+|\D+", name.casefold())
    key = tuple((0, int(p), "") if p.isdecimal() else (1, 0, p) for p in parts)
    return key, name
