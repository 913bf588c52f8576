"""A whole file written at once, or not at all."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from sensecli.cli.console import pour
from sensecli.disk.replace import replace_file, replace_files
from sensecli.disk.written import note

if TYPE_CHECKING:
    from sensecli.model import Problem

Form = TypeVar("Form")
STDOUT = Path("-")
_DOCUMENTS = frozenset(".docx .doc .xlsx .xls .ods .odt .pdf .pptx .ppt .html .htm .rtf".split())


def save(content: bytes, target: Path | None) -> "tuple[Problem, ...]":
    """`content` to `target`, or to stdout where that is None or "-"; why not, where it cannot be.

    A file is replaced as a whole: whoever reads it finds the old or the new one.
    """
    if target is None or target == STDOUT:
        pour(content)
        return ()
    try:
        _write(content, target)
    except OSError as error:
        return (unwritten(target, error),)
    return ()


def save_all(files: Mapping[Path, bytes]) -> "tuple[Problem, ...]":
    """Files that belong together, none of them before all are on the disk; why not, if not."""
    try:
        replace_files({target.resolve(): content for target, content in files.items()})
    except OSError as error:
        return tuple(unwritten(target, error) for target in files)
    return ()


def unwritten(target: Path, error: OSError) -> "Problem":
    """Why a file could not be written; what was there before still is."""
    reason = error.strerror or "it cannot be"
    return _problem(target, f"could not be written: {reason}", "choose another place")


def form_of(output: Path | None, forms: Mapping[str, Form], otherwise: Form) -> Form:
    """The form that the ending of a file asks for, by `forms`; else `otherwise`.

    Wrong usage where it is another document's: a text of such a name would not open.
    """
    ending = output.suffix.casefold() if output else ""
    if ending in _DOCUMENTS - forms.keys():
        message = f"{ending} is not written. Hint: choose one of {', '.join(forms)}"
        raise typer.BadParameter(message, param_hint="--output")
    return forms.get(ending, otherwise)


def refusal(
    target: Path | None, folder: Path, *, read: Iterable[Path] = ()
) -> "tuple[Problem, ...]":
    """Why `target` is no place for an output: told before the work begins.

    What lies among the interviews of `folder` would be read as one the next time, or is one. So
    it is with the other files and folders that are `read`.
    """
    if target is None or target == STDOUT:
        return ()
    if no_place := no_place_for(target):
        return (no_place,)
    if _among_interviews(target, folder):
        message = "is not written: there, it would be read as an interview"
        return (_problem(target, message, "choose a place outside the folder of interviews"),)
    if any(_is_read(target, one) for one in read):
        message = "is not written: it would take the place of what is read"
        return (_problem(target, message, "give another name, in another folder"),)
    return ()


def no_place_for(target: Path) -> "Problem | None":
    """Why no file can be written there: it is a folder, or there is no folder to hold it."""
    if target.is_dir():
        return _problem(target, "is a folder", "give the name of a file in it")
    if not target.parent.is_dir():
        return _problem(target, "its folder does not exist", "make the folder first")
    return None


def _write(content: bytes, target: Path) -> None:
    if target.exists() and not target.is_file():
        # A device or a pipe (/dev/null) is written to; to replace it would be to destroy it.
        with target.open("wb") as file:
            file.write(content)
        note(target)
        return
    replace_file(content, target.resolve())


def _among_interviews(target: Path, folder: Path) -> bool:
    if folder.is_file():
        return target.exists() and folder.samefile(target)
    place = target.resolve()
    if not folder.is_dir() or place.parent != folder.resolve():
        return False
    # Dot-files and README are never read, but what they hold is still the user's own.
    return not place.name.startswith(".")


def _is_read(target: Path, read: Path) -> bool:
    """Whether it is that file, or a file directly in that folder."""
    place, source = target.resolve(), read.resolve()
    same = place.exists() and source.exists() and place.samefile(source)
    return same or (source.is_dir() and place.parent == source)


def _problem(target: Path, message: str, hint: str) -> "Problem":
    from sensecli.model import Problem

    return Problem(str(target), None, message, hint)
