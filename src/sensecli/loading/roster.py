"""`interviews.csv`: attributes of many interviews in one sheet, and which file each row is for."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from unicodedata import normalize

from sensecli.loading.formats.encoding import empty
from sensecli.loading.formats.guard import objection, unreadable
from sensecli.loading.formats.keys import ID_COLUMNS, canonical, plain
from sensecli.loading.formats.rows import Row, csv_rows
from sensecli.model import Notice, Problem

ROSTER = "interviews.csv"
# Of more files, nobody looks for the nearest name: it would take minutes.
_MANY = 1_000
_FILE_COLUMNS = ("file", "filename", "file name")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: the file that it names (or nothing), the id, and its cells by column."""

    file: str
    id: str
    cells: tuple[tuple[str, str], ...]
    line: int


@dataclass(frozen=True, slots=True)
class Subject:
    """What a row is matched against: a file's name, and the id that it gives itself."""

    file: str
    id: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Matched:
    """For each subject its entry or None, in the same order."""

    entries: tuple[Entry | None, ...]
    problems: tuple[Problem, ...]
    notices: tuple[Notice, ...]


def read_roster(folder: Path) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The rows of the folder's `interviews.csv`, none where there is none."""
    path = find(folder, ROSTER)
    if path is None:
        return (), ()
    rows = rows_of(path)
    if isinstance(rows, Problem):
        return (), (rows,)
    header = [plain(cell) for cell in rows[0].cells]
    id_column = next((header.index(name) for name in ID_COLUMNS if name in header), None)
    file_column = next((header.index(name) for name in _FILE_COLUMNS if name in header), None)
    if id_column is None and file_column is None:
        message = 'has neither a column "file" nor a column "id", so its rows match no interview'
        return (), (Problem(path.name, rows[0].line, message, "add one of them"),)
    entries = tuple(
        _entry(rows[0], row, id_column, file_column) for row in rows[1:] if not row.blank
    )
    return entries, ()


def find(folder: Path, name: str) -> Path | None:
    """The file of that name in the folder, whatever its case."""
    return next((path for path in sorted(folder.iterdir()) if path.name.casefold() == name), None)


def rows_of(path: Path) -> tuple[Row, ...] | Problem:
    """The rows of a .csv file from its header on, or why there are none."""
    try:
        rows = objection(path) or csv_rows(path)
    except OSError as error:
        return unreadable(path, error)
    if isinstance(rows, Problem):
        return rows
    first = next((number for number, row in enumerate(rows) if not row.blank), None)
    return empty(path) if first is None else rows[first:]


def _entry(header: Row, row: Row, id_column: int | None, file_column: int | None) -> Entry:
    cells = [cell.strip() for cell in row.cells]
    special = {id_column, file_column}
    named = zip(header.cells, cells, strict=False)
    kept = [pair for number, pair in enumerate(named) if number not in special and pair[0].strip()]
    return Entry(
        file=cells[file_column] if file_column is not None and file_column < len(cells) else "",
        id=cells[id_column] if id_column is not None and id_column < len(cells) else "",
        cells=tuple((name.strip(), cell) for name, cell in kept if canonical(name) != "id"),
        line=row.line,
    )


def match(entries: Sequence[Entry], subjects: Sequence[Subject], files: Sequence[str]) -> Matched:
    """Which row is for which interview; `files` are the names of all files in the folder.

    A row with a file's name is for that file. Else it is for the interview of its id, or the file
    whose name is its id, or begins with it before a space, `-`, `_` or `.`.
    """
    found: list[Entry | None] = [None] * len(subjects)
    ids = frozenset(entry.id.casefold() for entry in entries)
    free = frozenset(n for n, s in enumerate(subjects) if s.alone and s.id.casefold() not in ids)
    places_of = _places(subjects, free)
    listed = frozenset(key for file in files for key in _file_keys(file))
    known = listed | {_key(_start(file)) for file in files}
    problems: list[Problem] = []
    planned: list[str] = []
    for entry in entries:
        places = _by_file(entry, subjects, places_of) or (
            [] if entry.file else _by_id(entry.id, places_of)
        )
        if not places:
            if entry.file and _key(entry.file) not in listed:
                problems.append(_no_such_file(entry, files))
            elif not entry.file and _key(entry.id) not in known:
                planned.append(entry.id or f"line {entry.line}")
        for place in places:
            if found[place] is None:
                found[place] = entry
            else:
                message = f"is a second row for {subjects[place].file}; it is not used"
                problems.append(Problem(ROSTER, entry.line, message, "keep one of the two rows"))
    return Matched(tuple(found), tuple(problems), _planned(planned))


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the subjects of each file, own id, free file's stem and free file's start stand."""

    file: Mapping[str, list[int]]
    own: Mapping[str, list[int]]
    stem: Mapping[str, list[int]]
    start: Mapping[str, list[int]]


def _places(subjects: Sequence[Subject], free: frozenset[int]) -> _Places:
    """The index that spares looking through all subjects for each row."""
    found = _Places(*(defaultdict(list) for _ in range(4)))
    for number, subject in enumerate(subjects):
        for key in _file_keys(subject.file):
            found.file[key].append(number)
        found.own[_key(subject.id)].append(number)
        if number in free:
            found.stem[_key(Path(subject.file).stem)].append(number)
            found.start[_key(_start(subject.file))].append(number)
    return found


def _by_file(entry: Entry, subjects: Sequence[Subject], places: _Places) -> list[int]:
    """The interviews of the file that a row names: in a sheet, the one of its id."""
    here = places.file.get(_key(entry.file), []) if entry.file else []
    wanted = _key(entry.id)
    return [n for n in here if subjects[n].alone or (entry.id and _key(subjects[n].id) == wanted)]


def _by_id(written: str, places: _Places) -> list[int]:
    """The interviews of that id; else files of that name; else files whose name begins with it."""
    if not written:
        return []
    key = _key(written)
    return places.own.get(key) or places.stem.get(key) or places.start.get(key) or []


def _key(written: str) -> str:
    """Case aside; and an accent may be written as one character or as two."""
    return normalize("NFC", written).casefold()


def _file_keys(file: str) -> frozenset[str]:
    return frozenset((_key(file), _key(Path(file).stem)))


def _start(file: str) -> str:
    return re.split(r"[ \-_.]", Path(file).stem, maxsplit=1)[0]


def _no_such_file(entry: Entry, files: Sequence[str]) -> Problem:
    near = get_close_matches(entry.file, files, n=1) if len(files) <= _MANY else ()
    hint = f'did you mean "{near[0]}"?' if near else "correct the name, or leave the cell empty"
    return Problem(ROSTER, entry.line, f'names a file that is not there: "{entry.file}"', hint)


def _planned(ids: Sequence[str]) -> tuple[Notice, ...]:
    if not ids:
        return ()
    rows = "a row" if len(ids) == 1 else f"{len(ids)} rows"
    said = f"{ROSTER} has {rows} for which there is no interview yet: {', '.join(ids)}."
    return (Notice(said),)
