"""`sense analyse`: what leaders agree on, and what follows of it."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sensecli.cli.console import plain, show, width
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
)
from sensecli.cli.running import Asked, analysed
from sensecli.cli.saving import STDOUT, refusal, save
from sensecli.cli.telling import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from sensecli.model import Analysis, Problem


class Format(StrEnum):
    """The forms that findings come in."""

    TERMINAL = "terminal"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


_ENDINGS = {".md": Format.MARKDOWN, ".json": Format.JSON, ".csv": Format.CSV}

FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        "-f",
        help="csv is the table of findings. Without it: by the ending of the FILE written "
        "(.md, .json, .csv), else terminal.",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to FILE instead, in the format of its ending unless -f names one; "
        '"-" is standard output.',
        show_default=False,
    ),
]
Top = Annotated[int, typer.Option("--top", min=0, help="How many findings are told in sentences.")]


def analyse(  # noqa: PLR0913  (one for each option of the command)
    folder: Folder,
    *,
    codebook: CodebookName = None,
    form: FormatOption = None,
    output: Output = None,
    names: Names = False,
    leader: Leader = None,
    interviewer: Interviewer = None,
    coder: CoderOption = CoderName.ENCODER,
    min_confidence: MinConfidence = None,
    model: Model = None,
    top: Top = 5,
    quiet: Quiet = False,
) -> None:
    """Show where leaders agree and nobody acts."""
    refused = refusal(output, folder)
    if refused:
        raise typer.Exit(told(refused))
    from sensecli.model import Project

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
    problems = found.problems
    if not isinstance(found, Project):
        problems += _put(found, asked, form or _form_of(output), output, top=top)
    raise typer.Exit(told(problems, found.notices, quiet=quiet))


def _form_of(output: Path | None) -> Format:
    """The format that the ending of a file asks for."""
    return _ENDINGS.get(output.suffix.casefold() if output else "", Format.TERMINAL)


def _put(
    analysis: "Analysis", asked: Asked, form: Format, output: Path | None, *, top: int
) -> "tuple[Problem, ...]":
    """The analysis shown or written, and why it could not be."""
    if form is not Format.TERMINAL:
        return save(_exporter(form)(analysis), output)
    if not analysis.project.interviews:
        return ()
    from sensecli.cli.report import report

    lines = report(analysis, width=width(), top=top, asked=asked)
    if output is None or output == STDOUT:
        show(lines)
        return ()
    text = "".join(f"{plain(line)}\n" for line in lines)
    return save(text.encode(errors="replace"), output)


def _exporter(form: Format) -> "Callable[[Analysis], bytes]":
    if form is Format.JSON:
        from sensecli.exporting.jsonfile import findings_json

        return findings_json
    if form is Format.CSV:
        from sensecli.exporting.csvfile import findings_csv

        return findings_csv
    from sensecli.exporting.markdown import findings_markdown

    return findings_markdown
