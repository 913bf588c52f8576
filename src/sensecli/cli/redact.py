"""`sense redact`: copies of the interviews without names, and what was only suspected."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sensecli.cli.console import say
from sensecli.cli.nextstep import command
from sensecli.cli.options import CodebookName, Folder, Interviewer, Leader, Model, Quiet
from sensecli.cli.plain import safe
from sensecli.cli.progress import progress
from sensecli.cli.saving import STDOUT, no_place_for, unwritten
from sensecli.cli.telling import told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sensecli.model import Problem
    from sensecli.redacting import Redacted

# Nobody but the owner may read what was said in confidence.
_OWNERS_FOLDER, _OWNERS_FILE = 0o700, 0o600

Output = Annotated[
    Path,
    typer.Option(
        "--output",
        "-o",
        metavar="DIR",
        help="The folder for the copies: a new one, or an empty one.",
        show_default=False,
    ),
]
Key = Annotated[
    Path | None,
    typer.Option(
        "--key",
        metavar="FILE",
        help="Also write what each stand-in stands for, as id,name. Keep it apart from the copies.",
        show_default=False,
    ),
]
SuspectedOption = Annotated[
    Path | None,
    typer.Option(
        "--suspected",
        metavar="FILE",
        help="Also write what was not replaced but may give somebody away. It holds names.",
        show_default=False,
    ),
]
AlsoSuspected = Annotated[
    bool,
    typer.Option(
        "--also-suspected",
        help="Replace by [name] what is only suspected to be a person's name, too.",
    ),
]
NoRoles = Annotated[bool, typer.Option("--no-roles", help="Leave out roles and organisations.")]


def redact(  # noqa: PLR0913  (one for each option of the command)
    folder: Folder,
    *,
    output: Output,
    key: Key = None,
    suspected: SuspectedOption = None,
    also_suspected: AlsoSuspected = False,
    no_roles: NoRoles = False,
    codebook: CodebookName = None,
    leader: Leader = None,
    interviewer: Interviewer = None,
    model: Model = None,
    quiet: Quiet = False,
) -> None:
    """Write copies of the interviews in which known names are replaced, with a log of it."""
    _usable(key, suspected)
    if refused := _refused(folder, output, (key, suspected)):
        raise typer.Exit(told(refused))
    from sensecli.pipeline import Speakers
    from sensecli.redacting import Wanted
    from sensecli.redacting import redact as redacted

    wanted = Wanted(
        roles=not no_roles,
        also_suspected=also_suspected,
        codebook=codebook,
        speakers=Speakers(tuple(leader or ()), tuple(interviewer or ())),
        model=model,
    )
    with progress(quiet=quiet) as tell:
        found = redacted(folder, wanted, progress=tell)
    problems = found.problems
    if found.files:
        failed = _write(found, output, key=key, suspected=suspected)
        problems += failed
        if not failed:
            _say_so(found, output)
    raise typer.Exit(told(problems, found.notices, quiet=quiet))


def _say_so(found: "Redacted", output: Path) -> None:
    path = safe(str(output))
    interviews = "1 interview" if found.interviews == 1 else f"{found.interviews} interviews"
    places = "1 place" if found.replaced == 1 else f"{found.replaced} places"
    say(f"{path}: wrote {interviews}, names replaced in {places}. Next: ")
    say(f"{command('analyse', path)}\n")


def _usable(key: Path | None, suspected: Path | None) -> None:
    """Refuse, before the work begins, what does not go together."""
    if STDOUT in {key, suspected}:
        message = "what holds names is written to a file only"
        raise typer.BadParameter(message, param_hint="--key" if key == STDOUT else "--suspected")
    if key and suspected and key.resolve() == suspected.resolve():
        message = "is the file of --key already"
        raise typer.BadParameter(message, param_hint="--suspected")


def _refused(folder: Path, output: Path, beside: tuple[Path | None, ...]) -> "list[Problem]":
    """Why something cannot be written where it was asked for: told before the work begins."""
    found = [_no_place_for_copies(output)]
    for file in beside:
        if file is not None:
            found += [no_place_for(file) or _among(file, folder, output)]
    return [problem for problem in found if problem]


def _no_place_for_copies(output: Path) -> "Problem | None":
    from sensecli.model import Problem

    hint = "give the name of a new folder"
    try:
        if output.exists() and not output.is_dir():
            return Problem(str(output), None, "is a file", hint)
        if output.is_dir() and any(output.iterdir()):
            return Problem(str(output), None, "is not empty, so no copies are written", hint)
    except OSError as error:
        return Problem(str(output), None, error.strerror or "cannot be read", hint)
    if not output.resolve().parent.is_dir():
        hint = "make the folder around it first"
        return Problem(str(output), None, "the folder around it does not exist", hint)
    return None


def _among(file: Path, folder: Path, output: Path) -> "Problem | None":
    """Why what holds names does not go with the copies, which are passed on, or the interviews."""
    from sensecli.model import Problem

    interviews = folder if folder.is_dir() else folder.parent
    hint = "choose a place apart from both folders"
    for place, said in ((output, "the copies"), (interviews, "the interviews")):
        if file.resolve().is_relative_to(place.resolve()):
            message = f"holds names, so it is not written into the folder of {said}"
            return Problem(str(file), None, message, hint)
    return None


def _write(
    found: "Redacted", output: Path, *, key: Path | None, suspected: Path | None
) -> "tuple[Problem, ...]":
    """Everything, readable by its owner alone; why not, where it cannot be."""
    confidential = {key: found.key, suspected: found.suspected}
    try:
        _write_folder(found.files, output)
    except OSError as error:
        return (unwritten(output, error),)
    problems: list[Problem] = []
    for target, content in confidential.items():
        if target is not None:
            problems += _write_file(content, target)
    return tuple(problems)


def _write_file(content: bytes, target: Path) -> "tuple[Problem, ...]":
    from sensecli.disk.replace import put_files
    from sensecli.disk.written import note

    try:
        put_files({target.resolve(): content}, mode=_OWNERS_FILE)
    except OSError as error:
        return (unwritten(target, error),)
    note(target.resolve())
    return ()


def _write_folder(files: "Mapping[str, bytes]", output: Path) -> None:
    """The whole folder or nothing: it is made beside and moved. OSError where that fails."""
    import secrets
    import shutil

    from sensecli.disk.replace import put_files
    from sensecli.disk.written import note

    target = output.resolve()
    beside = target.with_name(f".{target.name[:50]}.{secrets.token_hex(4)}.tmp")
    beside.mkdir(_OWNERS_FOLDER)
    try:
        put_files({beside / name: held for name, held in files.items()}, mode=_OWNERS_FILE)
        if target.exists():
            # Empty, as was seen before; a folder that is not cannot be taken away so.
            target.rmdir()
        beside.replace(target)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    note(target)
