"""`sense import`: codings that were made elsewhere become decisions of their coders."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sensecli.cli.console import say
from sensecli.cli.options import (
    CodebookName,
    CoderName,
    CoderOption,
    Folder,
    Interviewer,
    Leader,
    Model,
    Names,
    Quiet,
    Seen,
)
from sensecli.cli.running import Asked, how
from sensecli.cli.telling import told

if TYPE_CHECKING:
    from sensecli.taking import Taken

_INITIALS = "--coder-initials"

CodedFile = Annotated[
    Path,
    typer.Argument(
        metavar="FILE",
        help="The codings: a REFI-QDA project (.qdpx), or a sheet (.csv, .xlsx) in sense's own "
        "columns, of Taguette's highlights or of QualCoder's coded text.",
        show_default=False,
    ),
]
Codes = Annotated[
    Path | None,
    typer.Option(
        "--codes",
        metavar="FILE",
        help="A sheet with the columns theirs,ours: which code is meant by which. One with "
        "nothing under ours is left out.",
        show_default=False,
    ),
]
Initials = Annotated[
    str,
    typer.Option(
        _INITIALS,
        metavar="AB",
        help="Whose all codings are; without it, the coders' that the file names.",
        show_default=False,
    ),
]
Complete = Annotated[
    bool,
    typer.Option(
        "--complete/--no-complete",
        help="Take stance, status, actor, holder and prompted from the program's coding of the "
        "same passage and code where the file does not tell them.",
    ),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be done; write nothing.")]
Form = Annotated[Seen, typer.Option("--format", "-f", help="json is for programs.")]


def import_codings(  # noqa: PLR0913  (one for each option of the command)
    folder: Folder,
    file: CodedFile,
    *,
    codes: Codes = None,
    initials: Initials = "",
    complete: Complete = True,
    dry_run: DryRun = False,
    form: Form = Seen.TERMINAL,
    codebook: CodebookName = None,
    leader: Leader = None,
    interviewer: Interviewer = None,
    coder: CoderOption = CoderName.ENCODER,
    model: Model = None,
    names: Names = False,
    quiet: Quiet = False,
) -> None:
    """Take in codings made elsewhere: they are kept in FOLDER as decisions of their coders."""
    from sensecli.cli.importview import import_json, import_text
    from sensecli.cli.progress import progress
    from sensecli.pipeline import Speakers
    from sensecli.taking import Wanted, take_in

    _check(initials)
    with progress(quiet=quiet) as tell:
        found = take_in(
            folder,
            Wanted(file, codes, initials, complete=complete, dry_run=dry_run),
            codebook=codebook,
            speakers=Speakers(tuple(leader or ()), tuple(interviewer or ())),
            coder=how(Asked(folder, coder=coder, model=model)),
            names=names,
            progress=tell,
        )
    _named(found)
    if form is Seen.JSON:
        say(import_json(found, file=file.name, dry_run=dry_run))
    elif found.layout:
        say(import_text(found, file=file.name, dry_run=dry_run))
    raise typer.Exit(told(found.project.problems, found.project.notices, quiet=quiet))


def _check(initials: str) -> None:
    from sensecli.review.initials import is_person

    if initials and not is_person(initials):
        message = "initials are 1 to 12 letters, digits, dots and hyphens, and no coder's of ours"
        raise typer.BadParameter(message, param_hint=_INITIALS)


def _named(found: "Taken") -> None:
    """Nothing is taken from nobody: a decision is somebody's."""
    if found.anonymous:
        of = "1 coding" if found.anonymous == 1 else f"{found.anonymous} codings"
        message = f"the file names no person for {of}: say whose they are"
        raise typer.BadParameter(message, param_hint=_INITIALS)
