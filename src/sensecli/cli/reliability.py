"""`sense reliability`: how far two or more coders agree."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sensecli.cli.cache import cache_folder
from sensecli.cli.console import plain, show, width
from sensecli.cli.options import CodebookName, Names, Quiet, Seen
from sensecli.cli.progress import progress
from sensecli.cli.saving import STDOUT, no_place_for, refusal, save
from sensecli.cli.telling import told

if TYPE_CHECKING:
    from sensecli.model import Problem

_TWO = 2

Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE FILE...",
        help="Each coder's codings: .csv, .xlsx, decisions (.jsonl) or .qdpx; FILE:CODER is one "
        'coder of those two, and the word "machine" the program itself.',
        show_default=False,
    ),
]
Over = Annotated[
    Path | None,
    typer.Option(
        "--folder",
        metavar="FOLDER",
        help="The folder of interviews, so that passages that nobody coded count as well. "
        "Decisions and the program itself need it.",
        show_default=False,
    ),
]
Form = Annotated[Seen, typer.Option("--format", "-f", help="json is for programs.")]
Worst = Annotated[
    int, typer.Option("--worst", metavar="N", min=0, help="Disagreements of each kind to show.")
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help='The file to write; without it, or with "-", standard output.',
        show_default=False,
    ),
]


def reliability(  # noqa: PLR0913  (one for each option of the command)
    files: Files,
    *,
    folder: Over = None,
    form: Form = Seen.TERMINAL,
    output: Output = None,
    worst: Worst = 3,
    codebook: CodebookName = None,
    names: Names = False,
    quiet: Quiet = False,
) -> None:
    """Compare the codings of two or more coders of the same interviews."""
    from sensecli.coders.named import may_hold_several

    if len(files) < _TWO and not any(may_hold_several(one) for one in files):
        message = "needs the files of two coders or more"
        raise typer.BadParameter(message, param_hint="FILE")
    if refused := _refused(output, folder):
        raise typer.Exit(told(refused))
    from sensecli.cli.reliabilityjson import reliability_json
    from sensecli.cli.reliabilityview import reliability_lines
    from sensecli.pipeline import Coder
    from sensecli.studying import compare_files

    with progress(quiet=quiet) as tell:
        found = compare_files(
            files,
            folder=folder,
            codebook=codebook,
            coder=Coder(store=cache_folder()),
            names=names,
            progress=tell,
        )
    problems = found.problems
    if found.reliability:
        if form is Seen.JSON:
            problems += save(reliability_json(found), output)
        elif output is None or output == STDOUT:
            show(reliability_lines(found, width=width(), worst=worst))
        else:
            lines = reliability_lines(found, width=width(), worst=worst)
            written = "".join(f"{plain(line)}\n" for line in lines)
            problems += save(written.encode(errors="replace"), output)
    raise typer.Exit(told(problems, found.notices, quiet=quiet))


def _refused(output: Path | None, folder: Path | None) -> "tuple[Problem, ...]":
    if folder:
        return refusal(output, folder)
    no_place = no_place_for(output) if output and output != STDOUT else None
    return (no_place,) if no_place else ()
