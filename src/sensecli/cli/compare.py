"""`sense compare`: what moved from one round of interviews to the next."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sensecli.cli.console import plain, show, width
from sensecli.cli.large import is_large, refuse
from sensecli.cli.options import (
    Cluster,
    CodebookName,
    CoderName,
    CoderOption,
    Interviewer,
    Jobs,
    Leader,
    MinConfidence,
    Model,
    Names,
    Quiet,
)
from sensecli.cli.progress import progress
from sensecli.cli.publishing import ENDINGS, Format, published
from sensecli.cli.running import Asked, how, whereabouts
from sensecli.cli.saving import STDOUT, form_of, refusal, save
from sensecli.cli.telling import told

if TYPE_CHECKING:
    from sensecli.model import Analysis, Problem, Project

_FORMS = (Format.TERMINAL, Format.JSON, Format.MARKDOWN, Format.HTML, Format.DOCX)

Folders = Annotated[
    list[Path],
    typer.Argument(
        metavar="FOLDER [FOLDER2 ...]",
        help="A folder for each round; or one, whose interviews say their round.",
        show_default=False,
    ),
]
Form = Annotated[
    Format | None,
    typer.Option(
        "--format",
        "-f",
        metavar="|".join(_FORMS),
        help="markdown, html and docx are the report of the latest round, with what moved; json is "
        "for programs. Without it: by the ending of the FILE written, else terminal.",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help='Write to FILE instead; "-" is standard output.',
        show_default=False,
    ),
]


def compare(  # noqa: PLR0913  (one for each option of the command)
    folders: Folders,
    *,
    form: Form = None,
    output: Output = None,
    codebook: CodebookName = None,
    leader: Leader = None,
    interviewer: Interviewer = None,
    coder: CoderOption = CoderName.ENCODER,
    min_confidence: MinConfidence = None,
    model: Model = None,
    names: Names = False,
    jobs: Jobs = None,
    cluster: Cluster = None,
    quiet: Quiet = False,
) -> None:
    """Show what moved between rounds, and what became of promises."""
    form = form or form_of(output, ENDINGS, Format.TERMINAL)
    _usable(folders, form, output)
    if refused := [wrong for one in folders for wrong in refusal(output, one)]:
        raise typer.Exit(told(refused))
    from sensecli.model import Project

    asked = Asked(
        folder=folders[0],
        codebook=codebook,
        leader=leader or (),
        interviewer=interviewer or (),
        coder=coder,
        min_confidence=min_confidence,
        model=model,
        names=names,
        quiet=quiet,
        jobs=jobs,
        cluster=cluster,
    )
    found = compared(folders, asked)
    problems = found.problems
    if not isinstance(found, Project):
        problems += _put(found, folders, asked, form, output)
    raise typer.Exit(told(problems, found.notices, quiet=quiet))


def compared(folders: Sequence[Path], asked: Asked) -> "Analysis | Project":
    """The latest round's analysis with the comparison, or the bare project; masked unless named."""
    from sensecli.comparing import compare as compare_rounds
    from sensecli.exporting.names import masked, masked_project
    from sensecli.model import Project
    from sensecli.pipeline import Speakers

    with progress(quiet=asked.quiet) as tell:
        found = compare_rounds(
            folders,
            codebook=asked.codebook,
            speakers=Speakers(tuple(asked.leader), tuple(asked.interviewer)),
            coder=how(asked),
            where=whereabouts(asked),
            progress=tell,
        )
    if asked.names:
        return found
    return masked_project(found) if isinstance(found, Project) else masked(found)


def _usable(folders: Sequence[Path], form: Format, output: Path | None) -> None:
    """Refuse, before the work begins, what does not go together."""
    for one in folders:
        refuse({"FOLDER": is_large(one)})
    if len({one.resolve() for one in folders}) < len(folders):
        message = "the same folder is named twice. Hint: name each round's folder once"
        raise typer.BadParameter(message, param_hint="FOLDER")
    if form not in _FORMS:
        message = f"a comparison does not come as {form}. Hint: choose one of {', '.join(_FORMS)}"
        raise typer.BadParameter(message, param_hint="--format")
    if form.binary and output in {None, STDOUT}:
        message = f"a {form} file is not for the terminal. Hint: -o report.{form}"
        raise typer.BadParameter(message, param_hint="--format")


def _put(
    found: "Analysis", folders: Sequence[Path], asked: Asked, form: Format, output: Path | None
) -> "tuple[Problem, ...]":
    """The comparison shown or written, and why it could not be."""
    if form is Format.JSON:
        from sensecli.exporting.movement.values import comparison_json

        return save(comparison_json(found), output)
    if form is not Format.TERMINAL:
        return save(published(found, form), output)
    from sensecli.cli.compareview import compare_lines

    lines = compare_lines(found, folders, asked, width=width())
    if output is None or output == STDOUT:
        show(lines)
        return ()
    text = "".join(f"{plain(line)}\n" for line in lines)
    return save(text.encode(errors="replace"), output)
