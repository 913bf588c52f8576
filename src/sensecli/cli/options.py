"""The arguments and options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

Folder = Annotated[
    Path, typer.Argument(metavar="FOLDER", help="The folder of interviews.", show_default=False)
]
CodebookName = Annotated[
    str | None,
    typer.Option(
        "--codebook",
        "-c",
        metavar="NAME|FILE",
        help="A codebook's file, or the name of a shipped one.",
        show_default=False,
    ),
]
Names = Annotated[
    bool, typer.Option("--names", help="Show names instead of ids (left out by default).")
]
Leader = Annotated[
    list[str] | None,
    typer.Option(
        "--leader",
        metavar="LABEL",
        help="A speaker's label or name that is the leader's. May be repeated.",
        show_default=False,
    ),
]
Interviewer = Annotated[
    list[str] | None,
    typer.Option(
        "--interviewer",
        metavar="LABEL",
        help="A speaker's label or name that is the interviewer's. May be repeated.",
        show_default=False,
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAME|FOLDER",
        help="An English spaCy model other than the one installed.",
        show_default=False,
    ),
]


class CoderName(StrEnum):
    """What codes: the trained encoder with cues and rules, or cues and rules alone."""

    ENCODER = "encoder"
    RULES = "rules"


CoderOption = Annotated[
    CoderName,
    typer.Option(
        "--coder",
        help="encoder finds themes by written examples too; rules by cues alone, where every "
        "decision can be read.",
    ),
]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        metavar="0-1",
        min=0.0,
        max=1.0,
        help="Keep codings at least this likely: higher for precision, lower for recall.",
        show_default=False,
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        metavar="N",
        min=1,
        help="Code in so many processes; as many as pay where it is not given.",
        show_default=False,
    ),
]
Cluster = Annotated[
    str | None,
    typer.Option(
        "--cluster",
        metavar="ADDRESS",
        help="Code on a Dask cluster: tcp://HOST:8786, or local to try it on this machine. Needs "
        "pip install 'sensecli[cluster]'.",
        show_default=False,
    ),
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="No progress and no notices; problems still show.")
]


class Seen(StrEnum):
    """The forms of a view that people and programs read."""

    TERMINAL = "terminal"
    JSON = "json"
