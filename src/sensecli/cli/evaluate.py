"""`sense evaluate`: how the coding compares with a careful person's."""

from dataclasses import replace
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
    Seen,
)
from sensecli.cli.plain import safe
from sensecli.cli.running import Asked, analysed
from sensecli.cli.saving import STDOUT, refusal, save
from sensecli.cli.telling import told

if TYPE_CHECKING:
    from sensecli.evaluating import Evaluated
    from sensecli.model import Analysis, Problem

GoldFile = Annotated[
    Path | None,
    typer.Option(
        "--gold",
        metavar="FILE",
        help="The gold codings (CSV); gold.csv in FOLDER where none is given.",
        show_default=False,
    ),
]
Only = Annotated[
    str,
    typer.Option(
        "--interviews",
        metavar="ID,ID",
        help="Only these interviews, by id.",
        show_default=False,
    ),
]
Worst = Annotated[
    int,
    typer.Option("--worst", metavar="N", min=0, help="Disagreements of each kind to show."),
]
Form = Annotated[Seen, typer.Option("--format", "-f", help="json is for programs.")]
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


def evaluate(  # noqa: PLR0913  (one for each option of the command)
    folder: Folder,
    *,
    gold: GoldFile = None,
    only: Only = "",
    form: Form = Seen.TERMINAL,
    output: Output = None,
    worst: Worst = 3,
    codebook: CodebookName = None,
    leader: Leader = None,
    interviewer: Interviewer = None,
    coder: CoderOption = CoderName.ENCODER,
    min_confidence: MinConfidence = None,
    model: Model = None,
    names: Names = False,
    quiet: Quiet = False,
) -> None:
    """Compare the coding with gold: what a careful person coded in the same interviews."""
    if refused := refusal(output, folder):
        raise typer.Exit(told(refused))
    from sensecli.exporting.names import masked_project
    from sensecli.model import Project

    # Gold rows are found by their words, so that names are left out only afterwards.
    asked = Asked(
        folder=folder,
        codebook=codebook,
        leader=leader or (),
        interviewer=interviewer or (),
        coder=coder,
        min_confidence=min_confidence,
        model=model,
        names=True,
        quiet=quiet,
    )
    found = analysed(asked)
    problems, notices = found.problems, found.notices
    project = found if isinstance(found, Project) else found.project
    failed: tuple[Problem, ...] = ()
    if not isinstance(found, Project) and project.interviews:
        compared = _compared(found, gold, only)
        problems, notices = (*problems, *compared.problems), (*notices, *compared.notices)
        if compared.evaluation:
            failed = _put(found, compared, form, output, worst=worst, names=names)
    if not names:
        hidden = masked_project(replace(project, problems=problems, notices=notices))
        problems, notices = hidden.problems, hidden.notices
    raise typer.Exit(told((*problems, *failed), notices, quiet=quiet))


def _compared(found: "Analysis", gold: Path | None, only: str) -> "Evaluated":
    from sensecli.evaluating import Evaluated
    from sensecli.evaluating import evaluate as compare
    from sensecli.loading.gold import GOLD
    from sensecli.model import Problem

    chosen = [id_.strip() for id_ in only.split(",") if id_.strip()]
    _check(chosen, [one.id for one in found.project.interviews])
    folder = Path(found.project.folder)
    beside = (folder if folder.is_dir() else folder.parent) / GOLD
    if gold is None and not beside.exists():
        message = "is not in the folder, so there is nothing to compare with"
        return Evaluated(None, (Problem(GOLD, None, message, "name the gold file with --gold"),))
    return compare(found, gold or beside, only=chosen)


def _check(chosen: list[str], ids: list[str]) -> None:
    for wanted in chosen:
        if wanted not in ids:
            from difflib import get_close_matches

            close = get_close_matches(wanted, ids, n=1, cutoff=0.4)
            hint = f'Did you mean "{close[0]}"?' if close else f"There are {', '.join(ids)}."
            message = safe(f'no interview "{wanted}". {hint}')
            raise typer.BadParameter(message, param_hint="--interviews")


def _put(
    found: "Analysis",
    compared: "Evaluated",
    form: Seen,
    output: Path | None,
    *,
    worst: int,
    names: bool,
) -> "tuple[Problem, ...]":
    """Show or save it; why not, where it cannot be saved."""
    from sensecli.cli.evaluationjson import evaluation_json
    from sensecli.cli.evaluationview import evaluation_lines
    from sensecli.cli.evidenced import evidenced
    from sensecli.exporting.names import masked

    if compared.evaluation is None:
        return ()
    shown = evidenced(found, compared.evaluation, names=names)
    if form is Seen.JSON:
        return save(evaluation_json(found if names else masked(found), shown), output)
    if output is None or output == STDOUT:
        show(evaluation_lines(shown, width=width(), worst=worst))
        return ()
    lines = evaluation_lines(shown, width=width(), worst=worst)
    return save("".join(f"{plain(line)}\n" for line in lines).encode(errors="replace"), output)
