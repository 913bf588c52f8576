"""`sense commitments`: what leaders undertook, by when, and to whom."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sensecli.cli.console import plain, show, width
from sensecli.cli.days import day_named, today
from sensecli.cli.large import is_large
from sensecli.cli.options import (
    CodebookName,
    CoderName,
    CoderOption,
    Folder,
    Interviewer,
    Jobs,
    Leader,
    MinConfidence,
    Model,
    Names,
    Quiet,
)
from sensecli.cli.running import Asked, how, whereabouts
from sensecli.cli.saving import STDOUT, form_of, refusal, save
from sensecli.cli.telling import told

if TYPE_CHECKING:
    from sensecli.cli.report.layout import Lines
    from sensecli.model import Notice, Problem
    from sensecli.undertaking import Commitments


class Shown(StrEnum):
    """The forms of a list of undertakings."""

    TERMINAL = "terminal"
    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"


_ENDINGS = {".csv": Shown.CSV, ".json": Shown.JSON, ".xlsx": Shown.XLSX}
Day = Annotated[
    str,
    typer.Option(
        "--on",
        metavar="DAY",
        help="Tell what is overdue on this day (2023-03-31); without it, today.",
        show_default=False,
    ),
]
Form = Annotated[
    Shown | None,
    typer.Option(
        "--format",
        "-f",
        help="Without it: by the ending of the FILE written (.csv, .xlsx, .json), else terminal.",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help='The file to write; without it, or with "-", standard output. xlsx needs it.',
        show_default=False,
    ),
]


def commitments(  # noqa: PLR0913  (one for each option of the command)
    folder: Folder,
    *,
    on: Day = "",
    form: Form = None,
    output: Output = None,
    names: Names = False,
    codebook: CodebookName = None,
    leader: Leader = None,
    interviewer: Interviewer = None,
    coder: CoderOption = CoderName.ENCODER,
    min_confidence: MinConfidence = None,
    model: Model = None,
    jobs: Jobs = None,
    quiet: Quiet = False,
) -> None:
    """List what leaders undertook to do: who, what, by when and to whom."""
    day = day_named(on, "--on") if on else today()
    form = form or form_of(output, _ENDINGS, Shown.TERMINAL)
    _check(folder, form, output)
    if refused := refusal(output, folder):
        raise typer.Exit(told(refused))
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
        jobs=jobs,
    )
    found = _found(asked)
    problems, notices = found.problems, found.notices
    if found.analysed and found.project.interviews:
        unwritten, further = _put(found, day, form, output, asked)
        problems, notices = (*problems, *unwritten), (*notices, *further)
    raise typer.Exit(told(problems, notices, quiet=quiet))


def _check(folder: Path, form: Shown, output: Path | None) -> None:
    """Refuse, before the work begins, what cannot be had."""
    if form is Shown.XLSX and (output is None or output == STDOUT):
        message = "xlsx needs a file to write. Hint: add -o FILE.xlsx"
        raise typer.BadParameter(message, param_hint="--format")
    if is_large(folder):
        message = (
            "a list of undertakings is not for a table of this size, which is counted and not "
            "held. Hint: take a smaller table, such as a sample of its rows"
        )
        raise typer.BadParameter(message, param_hint="FOLDER")


def _found(asked: Asked) -> "Commitments":
    from sensecli.cli.progress import progress
    from sensecli.pipeline import Speakers
    from sensecli.undertaking import commitments

    with progress(quiet=asked.quiet) as tell:
        return commitments(
            asked.folder,
            names=asked.names,
            codebook=asked.codebook,
            speakers=Speakers(tuple(asked.leader), tuple(asked.interviewer)),
            coder=how(asked),
            where=whereabouts(asked),
            progress=tell,
        )


def _put(
    found: "Commitments", day: date, form: Shown, output: Path | None, asked: Asked
) -> "tuple[tuple[Problem, ...], tuple[Notice, ...]]":
    """The list shown or written; why it could not be, and what is to be known of the file."""
    from sensecli.exporting import undertakings as made

    listed = found.undertakings
    match form:
        case Shown.CSV:
            return save(made.undertakings_csv(listed, day=day), output), ()
        case Shown.JSON:
            return save(made.undertakings_json(listed, day=day), output), ()
        case Shown.XLSX:
            book = made.undertakings_xlsx(listed, day=day)
            return save(book.content, output), book.notices
        case _:
            lines = _lines(found, day, asked)
    if output is None or output == STDOUT:
        show(lines)
        return (), ()
    text = "".join(f"{plain(line)}\n" for line in lines)
    return save(text.encode(errors="replace"), output), ()


def _lines(found: "Commitments", day: date, asked: Asked) -> "Lines":
    from sensecli.cli.commitmentsview import commitments_lines
    from sensecli.cli.nextstep import sheet_step
    from sensecli.cli.report.layout import paragraph
    from sensecli.exporting.sentences import labels

    name_of = {one.leader: one.name for one in found.project.interviews}
    lines = commitments_lines(
        found.undertakings,
        day=day,
        named=lambda id_: name_of.get(id_, ""),
        labels=labels(book) if (book := found.project.codebook) else {},
        width=width(),
    )
    if not found.undertakings:
        return lines
    step = sheet_step(found.project, "commitments", "commitments.xlsx", asked)
    return [*lines, *paragraph(f"As a sheet to follow up: {step}", width=width(), hang=2)]
