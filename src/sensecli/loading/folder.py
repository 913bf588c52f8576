"""A folder of files -> interviews, the names to keep out of outputs, problems and notices."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sensecli.loading.attributes import to_interviews
from sensecli.loading.formats.document import Document
from sensecli.loading.formats.nosheet import no_interviews
from sensecli.loading.formats.registry import SHEETS
from sensecli.loading.formats.steady import read_steadily
from sensecli.loading.listing import list_files
from sensecli.loading.names import known_names
from sensecli.loading.roster import read_roster
from sensecli.model import Interview, Notice, Problem

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a folder holds.

    `names` are the known names, longest first, each with what stands for it (`[L05]`, `[name]`).
    `problems` name a file by its name in the folder, or the folder as given.
    """

    interviews: tuple[Interview, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()


def load_interviews(folder: Path, *, progress: Progress | None = None) -> Loaded:
    """The interviews in the files directly in `folder` (or in that one file), by file name.

    Nothing is raised for what a user did: it is a problem, and the rest is read. `progress` is
    called with the number of files read and of all files.
    """
    listing = list_files(folder)
    if listing.folder is None:
        return Loaded(problems=listing.problems, notices=listing.notices)
    read, problems, notices = read_all(listing.files, progress)
    entries, roster_problems = read_roster(listing.folder)
    gathered = to_interviews(read, entries, listing.names)
    names, name_problems = known_names(gathered.interviews, listing.folder)
    found = (*problems, *roster_problems, *gathered.problems, *name_problems)
    if not gathered.interviews:
        found = (*found, _none(folder))
    told = (*listing.notices, *notices, *gathered.notices)
    return Loaded(gathered.interviews, names, found, told)


def _none(folder: Path) -> Problem:
    hint = "put notes or transcripts directly into it (.txt, .md, .docx, .pdf and others)"
    return Problem(str(folder), None, "no interviews were found", hint)


def read_all(
    files: Sequence[Path], progress: Progress | None
) -> tuple[list[tuple[str, Document]], list[Problem], list[Notice]]:
    """(file name, document) of every file that can be used, in order; `progress` as above."""
    read: list[tuple[str, Document]] = []
    problems: list[Problem] = []
    notices: list[Notice] = []
    seen: dict[bytes, str] = {}
    for number, path in enumerate(files, start=1):
        documents, found = read_steadily(path)
        problems += found
        if not documents and not found and path.suffix.casefold() in SHEETS:
            notices.append(no_interviews(path))
        for document in documents:
            problem = _useless(path, document, seen)
            if problem:
                problems.append(problem)
            else:
                read.append((path.name, document))
        if progress:
            progress(number, len(files))
    return read, problems, notices


def _useless(path: Path, document: Document, seen: dict[bytes, str]) -> Problem | None:
    """Why a document is left out: nothing said in it, or another file's text over again."""
    if not document.text[document.body :].strip():
        message = "has attributes and nothing else"
        return Problem(path.name, None, message, "write the notes below them")
    if document.row:
        return None
    key = sha256(document.text.encode("utf-8", "surrogatepass")).digest()
    first = seen.setdefault(key, path.name)
    if first == path.name:
        return None
    message = f"has the same content as {first}; it is not used"
    return Problem(path.name, None, message, "take one of the two out of the folder")
