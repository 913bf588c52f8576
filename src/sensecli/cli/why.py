"""`sense why`: every coding behind a figure."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sensecli.cli.codebook import known_code
from sensecli.cli.console import pour, show, width
from sensecli.cli.options import (
    CodebookName,
    CoderName,
    CoderOption,
    Folder,
    Interviewer,
    Leader,
    MinConfidence,
    Model,
    Names,
    Quiet,
    Seen,
)
from sensecli.cli.plain import safe
from sensecli.cli.running import Asked, analysed
from sensecli.cli.telling import told

if TYPE_CHECKING:
    from sensecli.model import Problem, Project

CodeId = Annotated[
    str, typer.Argument(metavar="CODE", help="The id of a code.", show_default=False)
]
Only = Annotated[
    str,
    typer.Option(
        "--leader-id",
        "--interview",
        metavar="ID",
        help="Only this leader or interview.",
        show_default=False,
    ),
]
Form = Annotated[Seen, typer.Option("--format", "-f", help="json is for programs.")]


def why(  # noqa: PLR0913  (one for each option of the command)
    folder: Folder,
    code: CodeId,
    *,
    only: Only = "",
    form: Form = Seen.TERMINAL,
    codebook: CodebookName = None,
    leader: Leader = None,
    interviewer: Interviewer = None,
    coder: CoderOption = CoderName.ENCODER,
    min_confidence: MinConfidence = None,
    model: Model = None,
    names: Names = False,
    quiet: Quiet = False,
) -> None:
    """Show every passage behind a figure, and why it counts."""
    from sensecli.model import Project

    if missing := _no_folder(folder, code):
        raise typer.Exit(told([missing]))
    code = _existing(code, codebook, folder)
    asked = Asked(
        folder=folder,
        codebook=codebook,
        leader=leader or (),
        interviewer=interviewer or (),
        coder=coder,
        min_confidence=min_confidence,
        model=model,
        names=names,
        quiet=quiet,
    )
    found = analysed(asked)
    if not isinstance(found, Project) and found.project.interviews:
        from sensecli.cli.behind import behind
        from sensecli.cli.whyview import why_json, why_lines

        _check(only, found.project)
        shown = behind(found, code, only=only)
        if form is Seen.JSON:
            pour(why_json(found, shown))
        else:
            show(why_lines(shown, width=width()))
    raise typer.Exit(told(found.problems, found.notices, quiet=quiet))


def _no_folder(folder: Path, code: str) -> "Problem | None":
    """That FOLDER is not there, said before CODE is looked for in a codebook that is not its."""
    from dataclasses import replace

    from sensecli.loading.listing import list_files

    if folder.exists() or not (problems := list_files(folder).problems):
        return None
    hint = "the folder comes first, then the code: sense why FOLDER CODE"
    return replace(problems[0], hint=hint) if Path(code).is_dir() else problems[0]


def _existing(code: str, codebook: str | None, folder: Path) -> str:
    """The code's id, asked for before the work begins; wrong usage where there is none."""
    from sensecli.loading.codebooks.load import find_codebook

    found = find_codebook(codebook, folder if folder.is_dir() else folder.parent)
    return known_code(found.codebook, code) if found.codebook else code


def _check(only: str, project: "Project") -> None:
    ids = {id_ for one in project.interviews for id_ in (one.leader, one.id)}
    if not only or only in ids:
        return
    from difflib import get_close_matches

    close = get_close_matches(only, sorted(ids), n=1, cutoff=0.4)
    hint = f'Did you mean "{close[0]}"?' if close else f"There are {', '.join(sorted(ids))}."
    message = safe(f'no leader or interview "{only}". {hint}')
    raise typer.BadParameter(message, param_hint="--leader-id")
