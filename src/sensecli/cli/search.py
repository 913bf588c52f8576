"""`sense search`: where words stand in the interviews, each time with what is around them."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sensecli.cli.codebook import known_code
from sensecli.cli.console import plain, remark, show, width
from sensecli.cli.options import (
    CodebookName,
    CoderName,
    CoderOption,
    Folder,
    Interviewer,
    MinConfidence,
    Model,
    Names,
    Quiet,
)
from sensecli.cli.plain import safe
from sensecli.cli.running import Asked, how
from sensecli.cli.saving import STDOUT, refusal, save
from sensecli.cli.telling import told
from sensecli.searching.query import By, Query, read_query

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sensecli.model import Concordance, Problem
    from sensecli.searching.choice import Search


class Shown(StrEnum):
    """The forms of a concordance."""

    TERMINAL = "terminal"
    CSV = "csv"
    JSON = "json"


class Said(StrEnum):
    """By whom the words may be said."""

    LEADER = "leader"
    INTERVIEWER = "interviewer"
    NOTES = "notes"
    OTHER = "other"


PATTERN = "PATTERN"
PatternText = Annotated[
    str,
    typer.Argument(
        metavar=PATTERN,
        help="Words in all their forms; '\"...\"' for a phrase as written, '/.../' for an "
        "expression (RE2). A * at a word's end stands for any ending.",
        show_default=False,
    ),
]
Group = Annotated[
    str,
    typer.Option("--group", metavar="GROUP", help="Only this group.", show_default=False),
]
LeaderId = Annotated[
    list[str] | None,
    typer.Option(
        "--leader",
        metavar="ID",
        help="Only this leader, by id (L05). May be repeated.",
        show_default=False,
    ),
]
SpeakerOption = Annotated[
    Said | None,
    typer.Option("--speaker", help="Only what this speaker says.", show_default=False),
]
CodeOption = Annotated[
    str,
    typer.Option(
        "--code",
        metavar="CODE",
        help="Only segments that carry this code. The interviews are then coded first.",
        show_default=False,
    ),
]
ByOption = Annotated[
    By | None,
    typer.Option("--by", help="How PATTERN is read, whatever its marks.", show_default=False),
]
Context = Annotated[
    int | None,
    typer.Option(
        "--context",
        metavar="N",
        min=0,
        help="So many words on each side; without it what fits, or in csv and json the segment.",
        show_default=False,
    ),
]
Form = Annotated[
    Shown | None,
    typer.Option(
        "--format",
        "-f",
        help="Without it: by the ending of the FILE written (.csv, .json), else terminal.",
        show_default=False,
    ),
]
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


def search(  # noqa: PLR0913  (one for each option of the command)
    folder: Folder,
    pattern: PatternText,
    *,
    group: Group = "",
    leader: LeaderId = None,
    speaker: SpeakerOption = None,
    code: CodeOption = "",
    by: ByOption = None,
    context: Context = None,
    form: Form = None,
    output: Output = None,
    names: Names = False,
    codebook: CodebookName = None,
    interviewer: Interviewer = None,
    coder: CoderOption = CoderName.ENCODER,
    min_confidence: MinConfidence = None,
    model: Model = None,
    quiet: Quiet = False,
) -> None:
    """Show where words stand in the interviews, with what is around them."""
    query = _usable(pattern, by)
    if refused := refusal(output, folder):
        raise typer.Exit(told(refused))
    from sensecli.model import Speaker
    from sensecli.searching.choice import Choice, Search

    asked = Asked(
        folder=folder,
        codebook=codebook,
        interviewer=interviewer or (),
        coder=coder,
        min_confidence=min_confidence,
        model=model,
        names=names,
        quiet=quiet,
    )
    choice = Choice(
        group=group,
        leaders=tuple(leader or ()),
        speaker=Speaker(speaker) if speaker else None,
        code=_existing(code, codebook, folder) if code else "",
    )
    found = _searched(asked, Search(query, choice, context))
    _check(found, choice.leaders, group)
    problems = found.problems + _put(found, query, form or _form_of(output), output)
    exit_code = told(problems, found.notices, quiet=quiet)
    if not found.hits and found.interviews:
        remark(_nowhere(found, pattern))
    raise typer.Exit(exit_code)


def _usable(pattern: str, by: By | None) -> Query:
    """What is looked for; wrong usage, with the place of what is wrong, where nothing can be."""
    from sensecli.concordances import unsearchable

    query = read_query(pattern, by)
    wrong = unsearchable(query)
    if wrong is None:
        return query
    shown = "".join(sign if sign.isprintable() else " " for sign in pattern)
    message = f'"{shown}" cannot be looked for: {wrong.message}'
    if wrong.place is not None and query.by is By.EXPRESSION:
        from rich.cells import cell_len

        before = " " * cell_len(shown[: query.offset + wrong.place])
        message = f"the expression cannot be read: {wrong.message}\n  {shown}\n  {before}^"
    raise typer.BadParameter(message, param_hint=PATTERN)


def _existing(code: str, codebook: str | None, folder: Path) -> str:
    """The code's id, asked for before the work begins."""
    from sensecli.loading.codebooks.load import find_codebook

    found = find_codebook(codebook, folder if folder.is_dir() else folder.parent)
    return known_code(found.codebook, code) if found.codebook else code


def _searched(asked: Asked, sought: "Search") -> "Concordance":
    from sensecli.cli.progress import progress
    from sensecli.concordances import search
    from sensecli.pipeline import Speakers

    with progress(quiet=asked.quiet) as tell:
        return search(
            asked.folder,
            sought,
            names=asked.names,
            speakers=Speakers(interviewer=tuple(asked.interviewer)),
            codebook=asked.codebook,
            coder=how(asked),
            progress=tell,
        )


def _check(found: "Concordance", leaders: "Iterable[str]", group: str) -> None:
    """Wrong usage where a leader or group that was asked for is none of those read."""
    for leader in leaders:
        _one_of([one.leader for one in found.known], leader, "--leader", str)
    if group:
        _one_of([one.group for one in found.known], group, "--group", str.casefold)


def _one_of(known: "Iterable[str]", wanted: str, option: str, key: "Callable[[str], str]") -> None:
    from difflib import get_close_matches

    names = sorted({name for name in known if name})
    if not names or key(wanted) in map(key, names):
        return
    close = get_close_matches(wanted, names, n=1, cutoff=0.4)
    hint = f'Did you mean "{close[0]}"?' if close else f"There are {', '.join(names)}."
    message = safe(f'there is no "{wanted}" among the interviews. {hint}')
    raise typer.BadParameter(message, param_hint=option)


def _form_of(output: Path | None) -> Shown:
    """The format that the ending of a file asks for."""
    endings = {".csv": Shown.CSV, ".json": Shown.JSON}
    return endings.get(output.suffix.casefold() if output else "", Shown.TERMINAL)


def _put(
    found: "Concordance", query: Query, form: Shown, output: Path | None
) -> "tuple[Problem, ...]":
    """The concordance shown or written, and why it could not be."""
    if form is not Shown.TERMINAL:
        from sensecli.exporting.concordance import hits_csv, hits_json

        if form is Shown.CSV:
            return save(hits_csv(found), output)
        return save(hits_json(found, pattern=query.text, by=query.by), output)
    from sensecli.cli.searchview import search_lines

    lines = search_lines(found, width=width())
    if output is None or output == STDOUT:
        show(lines)
        return ()
    text = "".join(f"{plain(line)}\n" for line in lines)
    return save(text.encode(errors="replace"), output)


def _nowhere(found: "Concordance", pattern: str) -> str:
    from sensecli.exporting.wording import plural

    searched = plural(len(found.leaders), "leader")
    return safe(f"nothing found for {pattern} in the interviews of {searched}.")
