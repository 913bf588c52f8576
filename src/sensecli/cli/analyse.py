"""`sense analyse`: what leaders agree on, and what follows of it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sensecli.cli.boarding import (
    AudienceOption,
    Boarded,
    MinCell,
    QuotesOption,
    boarded,
    check,
    no_page,
)
from sensecli.cli.console import plain, show, width
from sensecli.cli.large import analysed_in_pieces, is_large, refuse, refuse_page
from sensecli.cli.options import (
    Cluster,
    CodebookName,
    CoderName,
    CoderOption,
    Folder,
    Interviewer,
    Jobs,
    MinConfidence,
    Model,
    Names,
    Quiet,
)
from sensecli.cli.publishing import (
    ENDINGS,
    HELD,
    PROFILES,
    Format,
    profiled,
    published,
    refused_pictures,
    refused_template,
    save_pictures,
)
from sensecli.cli.recorded import (
    ActionsFile,
    EvidenceFolder,
    MappingFile,
    OnDay,
    Recorded,
    recorded,
)
from sensecli.cli.running import Asked, analysed
from sensecli.cli.saving import STDOUT, form_of, refusal, save
from sensecli.cli.telling import told
from sensecli.reliability.sampling import GROUP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sensecli.model import Analysis, Notice, Problem


FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        "-f",
        help="csv is the table of findings, pptx are slides. Without it: by the ending of the FILE "
        "written (.md, .json, .csv, .html, .docx, .pptx), else terminal.",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to FILE instead, in the format of its ending unless -f names one; "
        '"-" is standard output.',
        show_default=False,
    ),
]
Template = Annotated[
    Path | None,
    typer.Option(
        "--template",
        metavar="FILE",
        help="A house template whose styles a .docx takes, or whose layouts a .pptx takes.",
        show_default=False,
    ),
]
Pictures = Annotated[
    Path | None,
    typer.Option(
        "--pictures",
        metavar="DIR",
        help="Also write every picture to DIR, as SVG and PNG.",
        show_default=False,
    ),
]
Leader = Annotated[
    list[str] | None,
    typer.Option(
        "--leader",
        metavar="ID|LABEL",
        help="A leader's id (L05): that leader's page alone, for going back to them. Or a "
        "speaker's label or name that is the leader's; such may be repeated.",
        show_default=False,
    ),
]
Correct = Annotated[
    bool,
    typer.Option(
        "--corrected",
        help="Correct each share by the interviews that a person coded whole: a random sample "
        "drawn by sense sample, taken in by sense import. Other decisions are left aside.",
    ),
]
By = Annotated[
    str,
    typer.Option(
        "--by",
        metavar="ATTRIBUTE",
        help="With --corrected: the attribute by which the sample was drawn.",
    ),
]
Top = Annotated[int, typer.Option("--top", min=0, help="How many findings are told in sentences.")]


def analyse(  # noqa: PLR0913  (one for each option of the command)
    folder: Folder,
    *,
    codebook: CodebookName = None,
    form: FormatOption = None,
    output: Output = None,
    names: Names = False,
    leader: Leader = None,
    interviewer: Interviewer = None,
    coder: CoderOption = CoderName.ENCODER,
    min_confidence: MinConfidence = None,
    model: Model = None,
    top: Top = 5,
    corrected: Correct = False,
    by: By = GROUP,
    audience: AudienceOption = None,
    min_cell: MinCell = None,
    quotes: QuotesOption = None,
    template: Template = None,
    pictures: Pictures = None,
    actions: ActionsFile = None,
    mapping: MappingFile = None,
    evidence: EvidenceFolder = None,
    on: OnDay = None,
    jobs: Jobs = None,
    cluster: Cluster = None,
    quiet: Quiet = False,
) -> None:
    """Show where leaders agree and nobody acts."""
    form = form or form_of(output, ENDINGS, Format.TERMINAL)
    written = Written(form, output, template, pictures, top)
    board = Boarded(audience, min_cell, quotes)
    records = recorded(actions, mapping, evidence, on)
    beside = {"--names": names, "--corrected": corrected, "--pictures": pictures is not None}
    beside |= records.given
    check(board, written.form, beside=beside)
    _usable(written)
    if refused := _refused(written, folder, records):
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
        corrected=corrected,
        by=by,
        jobs=jobs,
        cluster=cluster,
        recorded=records,
    )
    large = is_large(folder)
    if large:
        held = {"--for": audience is not None, "--format": written.form in HELD}
        refuse(beside | held | {"--names": False})
        refuse_page(asked)
    if large:
        found = analysed_in_pieces(asked)
    else:
        found = analysed(asked, passages=_shows_passages(written, asked, board))
    problems, notices = found.problems, found.notices
    if not isinstance(found, Project) and audience:
        more, worth = _put_for_board(found, asked, written, board)
        problems, notices = problems + more, notices + worth
    elif not isinstance(found, Project):
        problems += _put(found, asked, written)
    raise typer.Exit(told(problems, notices, quiet=quiet))


@dataclass(frozen=True, slots=True)
class Written:
    """What is to be written, where, and in what shape."""

    form: Format
    output: Path | None
    template: Path | None
    pictures: Path | None
    top: int


def _shows_passages(written: Written, asked: Asked, board: Boarded) -> bool:
    """Whether more is shown of passages than the quotes of a report on a terminal."""
    more = (asked.leader, asked.corrected, written.pictures, board.audience)
    return written.form is not Format.TERMINAL or any(more)


def _usable(written: Written) -> None:
    """Refuse, before the work begins, what does not go together."""
    if written.form.binary and written.output in {None, STDOUT}:
        message = f"a {written.form} file is not for the terminal. Hint: -o report.{written.form}"
        raise typer.BadParameter(message, param_hint="--format")
    if written.template and not written.form.binary:
        message = "only docx and pptx take a template. Hint: add -f docx or -o report.docx"
        raise typer.BadParameter(message, param_hint="--template")


def _refused(written: Written, folder: Path, records: Recorded) -> "tuple[Problem, ...]":
    """What stands in the way of writing: told before the work begins."""
    return (
        *refusal(written.output, folder, read=records.read),
        *refused_pictures(written.pictures, folder),
        *refused_template(written.template, written.form, written.output),
    )


def _put(analysis: "Analysis", asked: Asked, written: Written) -> "tuple[Problem, ...]":
    """The analysis shown or written, and why it could not be."""
    leaders = _leaders(analysis, asked)
    if refused := _refused_page(leaders, written.form, recorded=bool(asked.recorded)):
        return refused
    problems = save_pictures(analysis, written.pictures) if written.pictures else ()
    if leaders:
        form = Format.MARKDOWN if written.form is Format.TERMINAL else written.form
        page = profiled(analysis, leaders[0], form, template=written.template)
        return problems + save(page, written.output)
    if written.form is not Format.TERMINAL:
        content = published(analysis, written.form, template=written.template)
        return problems + save(content, written.output)
    if not analysis.totals.interviews:
        return problems
    return problems + _put_report(analysis, asked, written)


def _put_for_board(
    analysis: "Analysis", asked: Asked, written: Written, board: Boarded
) -> "tuple[tuple[Problem, ...], tuple[Notice, ...]]":
    """The board's report written; why it could not be, and what is worth knowing of it."""
    no_page(_leaders(analysis, asked))
    content, problems, notices = boarded(
        analysis, board, written.form, folder=asked.folder, template=written.template
    )
    return problems + save(content, written.output), notices


def _leaders(analysis: "Analysis", asked: Asked) -> tuple[str, ...]:
    """The leaders whose pages are asked for; a speaker's label is not one of them."""
    known = {one.leader for one in analysis.project.interviews}
    return tuple(dict.fromkeys(one for one in asked.leader if one in known))


def _put_report(analysis: "Analysis", asked: Asked, written: Written) -> "tuple[Problem, ...]":
    """The findings as a terminal shows them, there or in a file."""
    from sensecli.cli.report import report

    lines = report(analysis, width=width(), top=written.top, asked=asked)
    if written.output is None or written.output == STDOUT:
        show(lines)
        return ()
    text = "".join(f"{plain(line)}\n" for line in lines)
    return save(text.encode(errors="replace"), written.output)


def _refused_page(
    leaders: "Sequence[str]", form: Format, *, recorded: bool
) -> "tuple[Problem, ...]":
    """Why no page of a leader can be made; on a terminal it is Markdown, which reads well there."""
    from sensecli.model import Problem

    if len(leaders) > 1:
        hint = f"run it for each: --leader {leaders[0]}, then --leader {leaders[1]}"
        return (Problem("", None, "a page is of one leader alone", hint),)
    if leaders and recorded:
        hint = "leave out --actions and --evidence, or --leader"
        return (Problem("", None, "one leader's page shows nothing of the records", hint),)
    if leaders and form not in {*PROFILES, Format.TERMINAL}:
        hint = f"choose one of {', '.join(PROFILES)}"
        return (Problem("", None, f"one leader's page does not come as {form}", hint),)
    return ()
