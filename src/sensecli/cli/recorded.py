"""The options by which findings are held against the programme's own records."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sensecli.cli.days import day_named, today

if TYPE_CHECKING:
    from sensecli.crosschecking import Sources
    from sensecli.model import Notice

ActionsFile = Annotated[
    Path | None,
    typer.Option(
        "--actions",
        metavar="FILE",
        help="The programme's plan or action log (.xlsx, .csv, or tables in .docx or .md), to hold "
        "against what leaders say.",
        show_default=False,
    ),
]
MappingFile = Annotated[
    Path | None,
    typer.Option(
        "--mapping",
        metavar="FILE",
        help="With --actions: what its columns are, where their names do not tell "
        "(.yaml or .csv: our name, theirs).",
        show_default=False,
    ),
]
EvidenceFolder = Annotated[
    Path | None,
    typer.Option(
        "--evidence",
        metavar="FOLDER",
        help="Minutes and papers, to be searched for decisions and commitments on the themes.",
        show_default=False,
    ),
]
OnDay = Annotated[
    str | None,
    typer.Option(
        "--on",
        metavar="DAY",
        help="With --actions: the day for which overdue is told, as 2023-09-29; today where it is "
        "not given.",
        show_default=False,
    ),
]


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was asked to be held against the findings; None where it was not given."""

    actions: Path | None = None
    mapping: Path | None = None
    evidence: Path | None = None
    on: date | None = None

    def __bool__(self) -> bool:
        """Whether there is anything to hold against them."""
        return bool(self.actions or self.evidence)

    @property
    def given(self) -> dict[str, bool]:
        """The options by name, and whether each was given."""
        return {"--actions": self.actions is not None, "--evidence": self.evidence is not None}

    @property
    def read(self) -> tuple[Path, ...]:
        """The files and the folder that are read: no place for an output."""
        return tuple(one for one in (self.actions, self.mapping, self.evidence) if one)

    @property
    def sources(self) -> "Sources":
        """The same for the cross-check."""
        from sensecli.crosschecking import Sources

        day = self.on or today()
        return Sources(day, self.actions, self.mapping, self.evidence)


def recorded(
    actions: Path | None, mapping: Path | None, evidence: Path | None, on: str | None
) -> Recorded:
    """The options read; wrong usage where one goes with --actions, and that was not given."""
    if actions is None:
        for name, given in (("--mapping", mapping), ("--on", on)):
            if given is not None:
                message = "goes with --actions only"
                raise typer.BadParameter(message, param_hint=name)
    return Recorded(actions, mapping, evidence, day_named(on, "--on") if on else None)


def day_notice(asked: Recorded) -> "tuple[Notice, ...]":
    """That overdue is told for today, where no day was given: tomorrow it may be more."""
    from sensecli.exporting.dates import in_words
    from sensecli.model import Notice

    if asked.actions is None or asked.on:
        return ()
    said = f"Overdue is told for today, {in_words(today())}: --on tells it for another day."
    return (Notice(said),)
