"""The one analysis that several commands show, with names left out unless asked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sensecli.cli.cache import cache_folder
from sensecli.cli.options import CoderName
from sensecli.cli.progress import progress
from sensecli.cli.recorded import Recorded, day_notice
from sensecli.reliability.sampling import GROUP

if TYPE_CHECKING:
    from sensecli.model import Analysis, Project
    from sensecli.pipeline import Coder
    from sensecli.working import Where


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user asked to have analysed, and how."""

    folder: Path
    codebook: str | None = None
    leader: Sequence[str] = ()
    interviewer: Sequence[str] = ()
    coder: CoderName = CoderName.ENCODER
    min_confidence: float | None = None
    model: str | None = None
    names: bool = False
    quiet: bool = False
    corrected: bool = False
    by: str = GROUP
    jobs: int | None = None
    cluster: str | None = None
    recorded: Recorded = field(default_factory=Recorded)


def analysed(asked: Asked, *, passages: bool = True) -> "Analysis | Project":
    """The analysis, or the bare project where there can be none; masked unless `names`.

    Without `passages`, segments and codings are only counted, which is all that a report on a
    terminal asks of them: to mask each takes as long as all the rest.
    """
    from sensecli.exporting.names import masked, masked_project
    from sensecli.model import Project
    from sensecli.pipeline import Speakers

    run = _run(asked)
    with progress(quiet=asked.quiet) as tell:
        found = run(
            asked.folder,
            codebook=asked.codebook,
            speakers=Speakers(tuple(asked.leader), tuple(asked.interviewer)),
            coder=how(asked),
            where=whereabouts(asked),
            progress=tell,
        )
        if asked.recorded and not isinstance(found, Project):
            found = _held_against_records(found, asked, tell)
    if not passages and not isinstance(found, Project):
        laid = replace(found.laid, codings=()) if found.laid else None
        found = replace(found, counted=found.totals, segments=(), codings=(), laid=laid)
    if asked.names:
        return found
    return masked_project(found) if isinstance(found, Project) else masked(found)


def _held_against_records(
    found: "Analysis", asked: Asked, tell: "Callable[[str, int, int], None] | None"
) -> "Analysis":
    from sensecli.crosschecking import crosscheck

    checked = crosscheck(
        found,
        asked.recorded.sources,
        coder=how(asked),
        where=whereabouts(asked),
        progress=tell,
    )
    return replace(checked, notices=(*checked.notices, *day_notice(asked.recorded)))


def _run(asked: Asked) -> "Callable[..., Analysis | Project]":
    if not asked.corrected:
        from sensecli.pipeline import analyse

        return analyse
    from sensecli.correcting import analyse_corrected

    return partial(analyse_corrected, by=asked.by)


def with_check(analysis: "Analysis", asked: Asked) -> "Analysis":
    """The analysis, told how far the program agrees with people where any coded interviews whole.

    The program has to code once more for that, without what people decided.
    """
    from sensecli.model import Project

    if analysis.laid is None or not analysis.laid.decided:
        return analysis
    blind = analysed(replace(asked, corrected=True))
    return analysis if isinstance(blind, Project) else replace(analysis, checked=blind.checked)


def whereabouts(asked: Asked) -> "Where":
    """Where it was asked to be done; in as many processes as pay where nothing was."""
    from sensecli.working import Where

    return Where(asked.jobs or 0, asked.cluster or "")


def how(asked: Asked) -> "Coder":
    """How it was asked to be coded."""
    from sensecli.pipeline import Coder

    return Coder(
        encoder=asked.coder is CoderName.ENCODER,
        least=asked.min_confidence,
        store=cache_folder(),
        model=asked.model,
    )
