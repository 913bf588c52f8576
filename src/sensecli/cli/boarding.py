"""`--for board`: what may be asked with it, and the report that it makes."""

from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sensecli.cli.publishing import Format

if TYPE_CHECKING:
    from pathlib import Path

    from sensecli.model import Analysis, Board, Notice, Problem


class Audience(StrEnum):
    """Who reads it, where that is not the people who work on it."""

    BOARD = "board"


class Quotes(StrEnum):
    """`QuotePolicy`, without importing the model: help is to be shown at once."""

    ALL = "all"
    APPROVED = "approved"
    NONE = "none"


AudienceOption = Annotated[
    Audience | None,
    typer.Option(
        "--for",
        help="board: no leader, role or organisation is named, and small counts are hidden. "
        "html, docx, pptx and markdown only.",
        show_default=False,
    ),
]
MinCell = Annotated[
    int | None,
    typer.Option(
        "--min-cell",
        metavar="N",
        help="With --for board: counts of fewer leaders are hidden (5 where none is given).",
        show_default=False,
    ),
]
QuotesOption = Annotated[
    Quotes | None,
    typer.Option(
        "--quotes",
        help="With --for board: which quotes it shows. approved are those marked in approved.csv "
        "in FOLDER; none where nothing is given.",
        show_default=False,
    ),
]

_MIN_CELL, _LEAST = 5, 3
_MAKERS = {
    Format.HTML: "page:board_html",
    Format.DOCX: "word:board_docx",
    Format.PPTX: "slides:board_pptx",
    Format.MARKDOWN: "markdown:board_markdown",
}


@dataclass(frozen=True, slots=True)
class Boarded:
    """What was asked for a board; `audience` is None where nothing is for a board."""

    audience: Audience | None
    min_cell: int | None
    quotes: Quotes | None


def check(asked: Boarded, form: Format, *, beside: dict[str, bool]) -> None:
    """Refuse what does not go together; `beside` are other options by name, and whether given."""
    if asked.audience is None:
        given = {"--min-cell": asked.min_cell is not None, "--quotes": asked.quotes is not None}
        for name in (name for name, is_given in given.items() if is_given):
            message = "goes with --for board only"
            raise typer.BadParameter(message, param_hint=name)
        return
    if form not in _MAKERS:
        message = f"a board's report does not come as {form}. Hint: -f html, docx, pptx or markdown"
        raise typer.BadParameter(message, param_hint="--format")
    for name in (name for name, is_given in beside.items() if is_given):
        message = "does not go with --for board. Hint: leave it out, or make a working copy"
        raise typer.BadParameter(message, param_hint=name)
    if asked.min_cell is not None and asked.min_cell < _LEAST:
        message = (
            f"{asked.min_cell} hides too little: of one or two leaders, each knows the other's"
            f" answer. Hint: --min-cell {_LEAST} or more"
        )
        raise typer.BadParameter(message, param_hint="--min-cell")


def no_page(leaders: tuple[str, ...]) -> None:
    """Refuse a leader's page for a board; who is a leader is known only after reading."""
    if leaders:
        message = f"{leaders[0]} is a leader: no page of one goes to a board. Hint: leave it out"
        raise typer.BadParameter(message, param_hint="--leader")


def boarded(
    analysis: "Analysis", asked: Boarded, form: Format, *, folder: "Path", template: "Path | None"
) -> "tuple[bytes, tuple[Problem, ...], tuple[Notice, ...]]":
    """The report, what was wrong with the approvals, and what is worth knowing of it."""
    from sensecli.disclosure.board import board
    from sensecli.exporting.board.content import report
    from sensecli.loading.approved import Approved, read_approved
    from sensecli.model import QuotePolicy

    approved = Approved()
    if asked.quotes is Quotes.APPROVED:
        place = folder if folder.is_dir() else folder.parent
        approved = read_approved(place, _passages(analysis))
    found = board(
        analysis,
        min_cell=_MIN_CELL if asked.min_cell is None else asked.min_cell,
        policy=QuotePolicy(asked.quotes or Quotes.NONE),
        approved=approved.passages,
    )
    module, function = _MAKERS[form].split(":")
    make: Any = getattr(import_module(f"sensecli.exporting.board.{module}"), function)
    told = _told(found, len(approved.passages))
    return bytes(make(report(analysis, found), template)), approved.problems, told


def _passages(analysis: "Analysis") -> dict[str, set[int]]:
    """Where any passage begins, by interview."""
    starts: dict[str, set[int]] = {one.id: set() for one in analysis.project.interviews}
    for segment in analysis.segments:
        starts[segment.interview].add(segment.start)
    for coding in analysis.codings:
        starts[coding.interview].add(coding.start)
    return starts


def _told(board: "Board", approved: int) -> "tuple[Notice, ...]":
    from sensecli.model import Notice

    if not approved or board.quotes:
        return ()
    said = (
        "No approved passage is shown: no finding quotes it, or the figure it counts in is hidden."
    )
    return (Notice(said),)
