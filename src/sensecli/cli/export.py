"""`sense export`: the coded segments and other tables, for other programs."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

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
from sensecli.cli.saving import refusal, save
from sensecli.cli.telling import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from sensecli.model import Analysis


class To(StrEnum):
    """The formats of an export."""

    CSV = "csv"
    JSON = "json"


class Table(StrEnum):
    """The tables that can be exported."""

    CODINGS = "codings"
    POSITIONS = "positions"
    FINDINGS = "findings"
    MATRIX = "matrix"
    SEGMENTS = "segments"


_IN_JSON = frozenset({Table.CODINGS, Table.FINDINGS})

ToOption = Annotated[To, typer.Option("--to", help="The format.", show_default=False)]
TableOption = Annotated[Table, typer.Option("--table", help="What is exported.")]
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
Excel = Annotated[
    bool,
    typer.Option("--excel", help="With a byte order mark, so that Excel reads a .csv rightly."),
]


def export(  # noqa: PLR0913  (one for each option of the command)
    folder: Folder,
    *,
    to: ToOption,
    output: Output = None,
    table: TableOption = Table.CODINGS,
    excel: Excel = False,
    names: Names = False,
    codebook: CodebookName = None,
    leader: Leader = None,
    interviewer: Interviewer = None,
    coder: CoderOption = CoderName.ENCODER,
    min_confidence: MinConfidence = None,
    model: Model = None,
    quiet: Quiet = False,
) -> None:
    """Write the coded segments, or another table, as CSV or JSON."""
    _check(to, table, excel=excel)
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
        content = _exporter(to, table, excel=excel)(found)
        problems += save(content, output)
    raise typer.Exit(told(problems, found.notices, quiet=quiet))


def _check(to: To, table: Table, *, excel: bool) -> None:
    if to is To.JSON and table not in _IN_JSON:
        message = f"only codings and findings come as json: take --to csv for {table}"
        raise typer.BadParameter(message, param_hint="--table")
    if excel and to is not To.CSV:
        message = "goes with --to csv only"
        raise typer.BadParameter(message, param_hint="--excel")


def _exporter(to: To, table: Table, *, excel: bool) -> "Callable[[Analysis], bytes]":
    if to is To.JSON:
        from sensecli.exporting import jsonfile

        return jsonfile.codings_json if table is Table.CODINGS else jsonfile.findings_json
    from functools import partial

    from sensecli.exporting import csvfile

    writers = {
        Table.CODINGS: csvfile.codings_csv,
        Table.POSITIONS: csvfile.positions_csv,
        Table.FINDINGS: csvfile.findings_csv,
        Table.MATRIX: csvfile.matrix_csv,
        Table.SEGMENTS: csvfile.segments_csv,
    }
    return partial(writers[table], excel=excel)
