"""`sense sample`: a blind sheet for a second coder."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sensecli.cli.options import CodebookName, Folder, Names, Quiet
from sensecli.cli.saving import STDOUT, no_place_for, refusal, save, save_all
from sensecli.cli.telling import told
from sensecli.reliability.sampling import GROUP, Drawn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sensecli.model import Codebook, Notice, Problem
    from sensecli.studying import Sample

_SEED = 1
_XLSX = ".xlsx"

Share = Annotated[
    float,
    typer.Option("--share", metavar="0-1", min=0.0, max=1.0, help="How much of each stratum."),
]
By = Annotated[
    str, typer.Option("--by", metavar="ATTRIBUTE", help="The attribute that makes the strata.")
]
Unit = Annotated[Drawn, typer.Option("--unit", help="Draw whole interviews, or single segments.")]
Seed = Annotated[int, typer.Option("--seed", metavar="N", help="Another draw for another number.")]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="The sheet to write, .csv or .xlsx; without it, CSV on standard output.",
        show_default=False,
    ),
]


def sample(  # noqa: PLR0913  (one for each option of the command)
    folder: Folder,
    *,
    share: Share = 0.2,
    by: By = GROUP,
    unit: Unit = Drawn.INTERVIEW,
    seed: Seed = _SEED,
    output: Output = None,
    codebook: CodebookName = None,
    names: Names = False,
    quiet: Quiet = False,
) -> None:
    """Draw a random sample for a second coder: a sheet of passages without the codings."""
    if refused := _refused(output, folder):
        raise typer.Exit(told(refused))
    from sensecli.studying import sample as drawn_sample

    found = drawn_sample(
        folder, share=share, by=by, unit=unit, seed=seed, codebook=codebook, names=names
    )
    problems, notices = found.project.problems, found.project.notices
    if found.strata and found.project.codebook:
        problems += _write(found, found.project.codebook, output)
        notices += _drawn(found, output, by=by, unit=unit, seed=seed)
    raise typer.Exit(told(problems, notices, quiet=quiet))


def _refused(output: Path | None, folder: Path) -> "Sequence[Problem]":
    beside = _codes_beside(output)
    no_place = no_place_for(beside) if beside else None
    return refusal(output, folder) or ((no_place,) if no_place else ())


def _codes_beside(output: Path | None) -> Path | None:
    """Where the codebook of a sheet in CSV goes; nowhere where the workbook has it."""
    if output is None or output == STDOUT or output.suffix.casefold() == _XLSX:
        return None
    return output.with_name(f"{output.stem}-codes.csv")


def _write(found: "Sample", codebook: "Codebook", output: Path | None) -> "tuple[Problem, ...]":
    from sensecli.exporting.sheet import codes_table, sheet_csv, sheet_table, sheet_xlsx

    table = sheet_table(found.segments, only=found.only)
    if output and output.suffix.casefold() == _XLSX:
        return save(sheet_xlsx(table, codebook), output)
    beside = _codes_beside(output)
    if output is None or beside is None or (output.exists() and not output.is_file()):
        return save(sheet_csv(table), output)
    # The codes first: a sheet that is there has its codes beside it.
    return save_all({beside: sheet_csv(codes_table(codebook)), output: sheet_csv(table)})


def _drawn(
    found: "Sample", output: Path | None, *, by: str, unit: Drawn, seed: int
) -> "tuple[Notice, ...]":
    from sensecli.model import Notice

    drawn = sum(one.drawn for one in found.strata)
    of = sum(one.of for one in found.strata)
    each = ", ".join(f"{one.name or f'no {by}'} {one.drawn} of {one.of}" for one in found.strata)
    said = f"Drawn: {drawn} of {of} {unit}s, seed {seed} ({each})."
    beside = _codes_beside(output)
    codes = f" What the codes mean is in {beside.name}." if beside else ""
    how = (
        "Give the sheet to the second coder with the coding manual. A passage without a code stays"
        " empty; for a second code, repeat the row."
    )
    return (Notice(said), Notice(how + codes))
