"""`sense review`: look at the program's codings one by one, and decide."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sensecli.cli.console import say
from sensecli.cli.initials import Initials, initials_fault
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
from sensecli.cli.plain import safe
from sensecli.cli.progress import progress
from sensecli.cli.recorded import ActionsFile, MappingFile, Recorded, recorded
from sensecli.cli.running import Asked, how
from sensecli.cli.telling import told
from sensecli.review.order import Order

if TYPE_CHECKING:
    from collections.abc import Callable

    from sensecli.model import Interview, Notice, Project
    from sensecli.review.queue import Choice
    from sensecli.review.state import Session
    from sensecli.reviewing import Material

_SEED, _SHARE = 1, 0.2

By = Annotated[
    Order,
    typer.Option("--by", help="The least certain first, theme by theme, or at random."),
]
CodeId = Annotated[
    str, typer.Option("--code", metavar="CODE", help="Only this code.", show_default=False)
]
InterviewId = Annotated[
    str,
    typer.Option("--interview", metavar="ID", help="Only this interview.", show_default=False),
]
Group = Annotated[
    str,
    typer.Option(
        "--group", metavar="NAME", help="Only interviews of this group.", show_default=False
    ),
]
Seed = Annotated[int, typer.Option("--seed", metavar="N", help="Another draw for another number.")]
Limit = Annotated[
    int | None,
    typer.Option("--limit", metavar="N", min=1, help="At most so many.", show_default=False),
]
Every = Annotated[bool, typer.Option("--all", help="Also what you decided already.")]
Blind = Annotated[
    bool,
    typer.Option("--blind", help="Code a sample of the interviews without seeing any codes."),
]
Share = Annotated[
    float,
    typer.Option(
        "--share", metavar="0-1", min=0.0, max=1.0, help="With --blind: how much of each group."
    ),
]
Orphans = Annotated[
    bool, typer.Option("--orphans", help="Decisions whose passage or code is gone.")
]


def review(  # noqa: PLR0913  (one for each option of the command)
    folder: Folder,
    *,
    by: By = Order.CERTAINTY,
    code: CodeId = "",
    interview: InterviewId = "",
    group: Group = "",
    seed: Seed = _SEED,
    limit: Limit = None,
    every: Every = False,
    blind: Blind = False,
    share: Share = _SHARE,
    orphans: Orphans = False,
    initials: Initials = "",
    actions: ActionsFile = None,
    mapping: MappingFile = None,
    codebook: CodebookName = None,
    leader: Leader = None,
    interviewer: Interviewer = None,
    coder: CoderOption = CoderName.ENCODER,
    min_confidence: MinConfidence = None,
    model: Model = None,
    names: Names = False,
    quiet: Quiet = False,
) -> None:
    """Accept, reject or change codings, passage by passage, on the screen.

    With --actions, those of a plan: which themes each action is about.
    """
    records = recorded(actions, mapping, None, None)
    _not_blind(records, blind=blind)
    _usable(initials, code=code, group=group, blind=blind, orphans=orphans)
    from sensecli.cli.reviewscreen.keeping import refused_review

    if refused := refused_review(folder, initials.strip()):
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
        recorded=records,
    )
    found = _gathered(asked, share=share if blind else None, seed=seed, orphans=orphans)
    from sensecli.model import Project

    notices = found.notices
    if not isinstance(found, Project) and found.read.interviews:
        from sensecli.review.queue import Choice

        if orphans:
            notices += _mended(found, folder, initials)
        else:
            choice = Choice(by, _known(found, code), interview, group, seed, limit, every)
            _there(found, choice)
            notices += _reviewed(found, folder, initials, choice)
    raise typer.Exit(told(found.problems, notices, quiet=quiet))


def _usable(initials: str, *, code: str, group: str, blind: bool, orphans: bool) -> None:
    """Wrong usage is told before any work; so is that there is no screen to work on."""
    if initials and (wrong := initials_fault(initials)):
        raise typer.BadParameter(safe(wrong), param_hint="--coder-initials")
    if blind and orphans:
        message = "decisions that have lost their place are not looked at blind"
        raise typer.BadParameter(message, param_hint="--orphans")
    if blind and (code or group):
        message = "a blind review has whole interviews of each group, and no codes"
        raise typer.BadParameter(message, param_hint="--code" if code else "--group")
    if not _on_a_terminal():
        message = (
            "a review needs a terminal, with a screen and keys. Without one, sense sample makes a"
            " sheet to code in, and sense import takes it in again."
        )
        raise typer.BadParameter(message, param_hint="FOLDER")


def _not_blind(records: Recorded, *, blind: bool) -> None:
    if records and blind:
        message = "a blind review is of interviews"
        raise typer.BadParameter(message, param_hint="--actions")


def _on_a_terminal() -> bool:
    # The screen is drawn on stderr; what is told at the end stands on stdout.
    return all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def _gathered(
    asked: Asked, *, share: float | None, seed: int, orphans: bool
) -> "Material | Project":
    from sensecli.pipeline import Speakers
    from sensecli.reviewing import gathered, gathered_blind, gathered_plan, gathered_uncoded

    if register := asked.recorded.actions:
        with progress(quiet=asked.quiet) as tell:
            return gathered_plan(
                asked.folder,
                register,
                mapping=asked.recorded.mapping,
                codebook=asked.codebook,
                coder=how(asked),
                names=asked.names,
                progress=tell,
                coded=not orphans,
            )
    if orphans:
        return gathered_uncoded(asked.folder, codebook=asked.codebook, names=asked.names)
    if share is not None:
        return gathered_blind(
            asked.folder, share=share, seed=seed, codebook=asked.codebook, names=asked.names
        )
    with progress(quiet=asked.quiet) as tell:
        return gathered(
            asked.folder,
            codebook=asked.codebook,
            speakers=Speakers(tuple(asked.leader), tuple(asked.interviewer)),
            coder=how(asked),
            names=asked.names,
            progress=tell,
        )


def _known(found: "Material", code: str) -> str:
    from sensecli.cli.codebook import known_code

    return known_code(found.codebook, code) if code else ""


def _there(found: "Material", choice: "Choice") -> None:
    """Wrong usage where no interview is chosen."""
    ids = [one.id for one in found.shown.interviews]
    if choice.interview and choice.interview not in ids:
        _unknown("interview", choice.interview, ids)
    groups = _groups((*found.read.interviews, *found.shown.interviews))
    if choice.group and choice.group.casefold() not in groups:
        _unknown("group", choice.group, list(_groups(found.shown.interviews).values()))


def _groups(interviews: "tuple[Interview, ...]") -> dict[str, str]:
    return {one.group.casefold(): one.group for one in interviews if one.group}


def _unknown(kind: str, wanted: str, known: list[str]) -> None:
    from difflib import get_close_matches

    close = get_close_matches(wanted, known, n=1, cutoff=0.4)
    there = ", ".join(known) or "none"
    hint = f'Did you mean "{close[0]}"?' if close else f"There are {there}."
    raise typer.BadParameter(safe(f'no {kind} "{wanted}". {hint}'), param_hint=f"--{kind}")


def _reviewed(
    found: "Material", folder: Path, initials: str, choice: "Choice"
) -> "tuple[Notice, ...]":
    from sensecli.cli.reviewscreen.app import Review
    from sensecli.cli.reviewscreen.keeping import Keeper
    from sensecli.cli.reviewscreen.scene import scene_of
    from sensecli.cli.reviewscreen.screen import shown
    from sensecli.reviewing import session_of

    with Keeper(folder) as keep:

        def begin(coder: str) -> "Session":
            keep.begin(coder)
            return session_of(found, coder, choice)

        fault = _fault_in(folder)
        session = shown(Review(scene_of(found), begin, keep, coder=initials, fault=fault))
    return _summed(session, folder) if session else ()


def _fault_in(folder: Path) -> "Callable[[str], str]":
    """What says why somebody cannot review the folder under their initials."""
    from sensecli.cli.reviewscreen.keeping import in_use_fault

    return lambda coder: initials_fault(coder) or in_use_fault(folder, coder.strip())


def _summed(session: "Session", folder: Path) -> "tuple[Notice, ...]":
    from sensecli.model import Notice
    from sensecli.review.file import decisions_file

    if not session.items:
        more = ": --all shows what you decided" if session.before else ""
        return (Notice(f"There is nothing left to look at{more}."),)
    file = decisions_file(folder, session.coder).name
    say(
        f"{session.decided} of {session.total} decided; {len(session.steps)} decisions in this "
        f"session are in {safe(file)}.\n"
        "The same command goes on where you left; sense analyse counts what you decided.\n"
    )
    return ()


def _mended(found: "Material", folder: Path, initials: str) -> "tuple[Notice, ...]":
    from sensecli.cli.reviewscreen.keeping import Keeper
    from sensecli.cli.reviewscreen.orphans import Orphanage
    from sensecli.cli.reviewscreen.scene import scene_of
    from sensecli.cli.reviewscreen.screen import shown
    from sensecli.model import Notice
    from sensecli.reviewing import orphans_of

    if not (lost := orphans_of(found)):
        return (Notice("Every decision has its place: there is nothing to put back."),)
    with Keeper(folder) as keep:
        fault = _fault_in(folder)
        screen = Orphanage(scene_of(found), found, lost, keep, coder=initials, fault=fault)
        done = shown(screen)
    say(f"{done or 0} of {len(lost)} mended.\n")
    return ()
