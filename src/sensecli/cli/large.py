"""Tables that are too large to be held: where they lie, and what can be had of them."""

import re
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from sensecli.cli.exported import To
from sensecli.cli.plain import safe
from sensecli.cli.progress import progress
from sensecli.cli.saving import unwritten

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sensecli.cli.exported import Wanted
    from sensecli.cli.running import Asked
    from sensecli.exporting.pieces import CodingWriter
    from sensecli.model import Analysis, Problem, Project
    from sensecli.streaming import Opened, Sink

# A path has one slash where an address has two or three.
_ADDRESS = re.compile(r"((?:[A-Za-z][A-Za-z0-9+.-]+::)*[A-Za-z][A-Za-z0-9+.-]+):[/\\](.*)")
_TABLES = frozenset({".csv", ".parquet"})
_NOT_HELD = "is not for a table of this size, which is counted and not held"
_INSTEAD = {
    "--format": "take json, csv or markdown",
    "--to": "take csv or parquet",
    "--table": "leave it out, and the codings are written",
}


def source_of(folder: Path) -> Path | str:
    """The file or folder, or the address (`s3://bucket/answers.csv`) that was typed for it."""
    found = _ADDRESS.fullmatch(str(folder))
    if found is None:
        return folder
    scheme, rest = found[1], found[2].replace("\\", "/")
    return f"{scheme}:///{rest}" if scheme in {"file", "local"} else f"{scheme}://{rest}"


def is_large(folder: Path) -> bool:
    """Whether what was given is a table that is read in pieces, which is told by its size."""
    source = source_of(folder)
    if isinstance(source, str):
        return True
    if folder.suffix.casefold() not in _TABLES or not folder.is_file():
        return False
    from sensecli.loading import answers

    return answers.is_large(folder)


def refuse(options: "Mapping[str, bool]") -> None:
    """Refuse, before the work begins, what cannot be had of a table that is read in pieces."""
    for option, given in options.items():
        if given:
            hint = _INSTEAD.get(option, "take a smaller table, such as a sample of its rows")
            message = f"{_NOT_HELD}. Hint: {hint}"
            raise typer.BadParameter(message, param_hint=option)


def refuse_page(asked: "Asked") -> None:
    """Refuse the page of a leader; whether a word is one's id, the table alone can tell."""
    if not asked.leader:
        return
    from sensecli.streaming import leaders_among

    if found := leaders_among(source_of(asked.folder), asked.leader):
        hint = f"put what {found[0]} said into a table of its own"
        message = f"a leader's page {_NOT_HELD}. Hint: {hint}"
        raise typer.BadParameter(safe(message), param_hint="--leader")


def analysed_in_pieces(asked: "Asked") -> "Analysis | Project":
    """The analysis of a table, its codings counted; masked unless names were asked for."""
    from sensecli.streaming import analyse_table

    with progress(quiet=asked.quiet) as tell:
        found = analyse_table(source_of(asked.folder), **_asked(asked), progress=tell)
    return masked_as(asked, found)


class _AbandonedError(Exception):
    """There was no analysis, and so no table."""


def exported_in_pieces(
    asked: "Asked", target: Path, wanted: "Wanted"
) -> "tuple[Analysis | Project, tuple[Problem, ...]]":
    """The codings of a table written as they come, and why they could not be.

    The file is there, whole, when all is coded, and not before.
    """
    from sensecli.model import Project
    from sensecli.streaming import analyse_table

    found: Analysis | Project = Project(str(asked.folder), (), None)
    problems: tuple[Problem, ...] = ()
    with progress(quiet=asked.quiet) as tell:
        try:
            with ExitStack() as ends:

                def sink(opened: "Opened") -> "Sink":
                    nonlocal found
                    found = opened.project
                    return ends.enter_context(_writer(asked, target, wanted, opened)).write

                source = source_of(asked.folder)
                found = analyse_table(source, **_asked(asked), progress=tell, sink=sink)
                _go_on(found)
        except _AbandonedError:
            problems = ()
        except OSError as error:
            problems = (unwritten(target, error),)
    return masked_as(asked, found), problems


def _go_on(found: "Analysis | Project") -> None:
    """Leave, with the table unwritten, where there was no analysis."""
    from sensecli.model import Project

    if isinstance(found, Project):
        raise _AbandonedError


def _writer(asked: "Asked", target: Path, wanted: "Wanted", opened: "Opened") -> "CodingWriter":
    from sensecli.exporting.pieces import CodingWriter
    from sensecli.exporting.provenance import made_with

    return CodingWriter(
        target,
        further=opened.further,
        names=None if asked.names else opened.project.names,
        parquet=wanted.to is To.PARQUET,
        excel=wanted.excel,
        meta=made_with(opened.engine, opened.codebook),
    )


def masked_as(asked: "Asked", found: "Analysis | Project") -> "Analysis | Project":
    """What was found, without names unless they were asked for."""
    from sensecli.exporting.names import masked, masked_project
    from sensecli.model import Project

    if asked.names:
        return found
    return masked_project(found) if isinstance(found, Project) else masked(found)


def _asked(asked: "Asked") -> "dict[str, Any]":
    from sensecli.cli.running import how, whereabouts
    from sensecli.pipeline import Speakers

    return {
        "codebook": asked.codebook,
        "speakers": Speakers(tuple(asked.leader), tuple(asked.interviewer)),
        "coder": how(asked),
        "where": whereabouts(asked),
    }
