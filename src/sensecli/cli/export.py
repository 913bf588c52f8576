"""`sense export`: the coded segments, other tables or all there is, for other programs."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sensecli.cli.exported import Cells, Table, To, Wanted, exported
from sensecli.cli.large import exported_in_pieces, is_large, refuse
from sensecli.cli.options import (
    Cluster,
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
from sensecli.cli.plain import safe
from sensecli.cli.recorded import (
    ActionsFile,
    EvidenceFolder,
    MappingFile,
    OnDay,
    Recorded,
    recorded,
)
from sensecli.cli.running import Asked, analysed, with_check
from sensecli.cli.saving import STDOUT, refusal, save
from sensecli.cli.telling import told

if TYPE_CHECKING:
    from sensecli.model import Analysis


ToOption = Annotated[
    To,
    typer.Option(
        "--to",
        help="The format. sqlite, qdpx and qdc hold all there is; qdpx is for NVivo, ATLAS.ti and "
        "MAXQDA, qdc is the codebook alone; methods is the method in words, for an appendix; "
        "quotes is a sheet to mark those that a board may see.",
        show_default=False,
    ),
]
TableOption = Annotated[
    Table | None,
    typer.Option(
        "--table",
        help="What is exported: codings where none is named, and all but crosstab and actions in "
        "an xlsx. actions are those of --actions, with the themes that each is about.",
        show_default=False,
    ),
]
CellsOption = Annotated[
    Cells | None,
    typer.Option(
        "--cells",
        help="What the matrix holds: stances where nothing is named, 01 for who raised a code, "
        "or rungs.",
        show_default=False,
    ),
]
By = Annotated[
    str,
    typer.Option(
        "--by",
        metavar="ATTRIBUTE",
        help="What crosstab counts codes by: group, role, stance, status or another attribute; "
        "other codes where none is named.",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help='The file to write; without it, or with "-", standard output (csv, json and methods '
        "only).",
        show_default=False,
    ),
]
Excel = Annotated[
    bool,
    typer.Option(
        "--excel",
        help="A .csv that Excel reads rightly: with a byte order mark, and an apostrophe before "
        "what it would run as a formula. An xlsx always has the apostrophe.",
    ),
]


def export(  # noqa: PLR0913  (one for each option of the command)
    folder: Folder,
    *,
    to: ToOption,
    output: Output = None,
    table: TableOption = None,
    cells: CellsOption = None,
    by: By = "",
    excel: Excel = False,
    actions: ActionsFile = None,
    mapping: MappingFile = None,
    evidence: EvidenceFolder = None,
    on: OnDay = None,
    names: Names = False,
    codebook: CodebookName = None,
    leader: Leader = None,
    interviewer: Interviewer = None,
    coder: CoderOption = CoderName.ENCODER,
    min_confidence: MinConfidence = None,
    model: Model = None,
    jobs: Jobs = None,
    cluster: Cluster = None,
    quiet: Quiet = False,
) -> None:
    """Write the coded segments, another table or all there is, for other programs."""
    wanted = Wanted(to, table, cells, by, excel)
    records = recorded(actions, mapping, evidence, on)
    _check(wanted, output)
    _check_records(wanted, records)
    refused = refusal(output, folder, read=records.read)
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
        jobs=jobs,
        cluster=cluster,
        recorded=records,
    )
    if is_large(folder):
        refuse(records.given)
        _check_large(wanted, output)
        found, problems = exported_in_pieces(asked, output or STDOUT, wanted)
        raise typer.Exit(told((*found.problems, *problems), found.notices, quiet=quiet))
    found = analysed(asked)
    problems, notices = found.problems, found.notices
    if not isinstance(found, Project):
        _known(by, found)
        found = with_check(found, asked) if to is To.METHODS else found
        content, more = exported(found, wanted)
        problems += save(content, output)
        notices += more
    raise typer.Exit(told(problems, notices, quiet=quiet))


def _check(wanted: Wanted, output: Path | None) -> None:
    """Refuse, before the work begins, what does not go together."""
    to, tables = wanted.to, wanted.tables
    if to.binary and output in {None, STDOUT}:
        message = f"{to} is not for the terminal. Hint: add -o study.{to}"
        raise typer.BadParameter(message, param_hint="--to")
    if to.whole and wanted.table:
        message = f"{to} is not one table. Hint: leave --table out, or take --to csv"
        raise typer.BadParameter(message, param_hint="--table")
    if wanted.cells and Table.MATRIX not in tables:
        message = "goes with --table matrix only"
        raise typer.BadParameter(message, param_hint="--cells")
    if wanted.by and Table.CROSSTAB not in tables:
        message = "goes with --table crosstab only"
        raise typer.BadParameter(message, param_hint="--by")
    if wanted.excel and to is not To.CSV:
        message = "goes with --to csv only"
        raise typer.BadParameter(message, param_hint="--excel")


def _check_records(wanted: Wanted, records: Recorded) -> None:
    """Refuse a table of actions without a plan, and a plan that no table would show."""
    if Table.ACTIONS in wanted.tables and not records.actions:
        message = "actions are those of a plan. Hint: name it with --actions FILE"
        raise typer.BadParameter(message, param_hint="--table")
    whole = wanted.to is To.JSON and Table.FINDINGS in wanted.tables
    shown = Table.ACTIONS in wanted.tables or whole
    if records and not shown:
        message = "goes with --table actions, or with --table findings --to json. Hint: add it"
        given = next(name for name, is_given in records.given.items() if is_given)
        raise typer.BadParameter(message, param_hint=given)


def _check_large(wanted: Wanted, output: Path | None) -> None:
    """Refuse what cannot be written of a table that is read in pieces."""
    others = wanted.to not in {To.CSV, To.PARQUET}
    refuse({"--to": others, "--table": wanted.tables != (Table.CODINGS,)})
    if output in {None, STDOUT}:
        message = "a table of this size is written to a file. Hint: add -o codings.csv"
        raise typer.BadParameter(message, param_hint="--output")


def _known(by: str, analysis: "Analysis") -> None:
    """Refuse an attribute that no interview has; which there are is known only now."""
    from sensecli.exporting.crosstab import attributes

    if not by or by in (known := attributes(analysis)):
        return
    from difflib import get_close_matches

    close = get_close_matches(by, known, n=1, cutoff=0.4)
    hint = f'Did you mean "{close[0]}"?' if close else f"There are {', '.join(known)}."
    message = safe(f'no attribute "{by}". {hint}')
    raise typer.BadParameter(message, param_hint="--by")
