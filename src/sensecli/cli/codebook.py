"""`sense codebook`: check a codebook, look into one, begin one."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sensecli.cli.console import say, show, width
from sensecli.cli.nextstep import command
from sensecli.cli.plain import safe
from sensecli.cli.saving import no_place_for
from sensecli.cli.telling import told
from sensecli.disk.replace import create_file

if TYPE_CHECKING:
    from sensecli.model import Codebook, Problem

_LISTED = 40
_SHOW = '"sense codebook show" lists its codes.'

app = typer.Typer(
    help="Check a codebook, look into one, or begin one.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

File = Annotated[
    Path, typer.Argument(metavar="FILE", help="The codebook's YAML file.", show_default=False)
]
NameOrFile = Annotated[
    str,
    typer.Argument(
        metavar="NAME|FILE",
        help="A shipped codebook's name, or a file; without it the shipped ones are listed.",
        show_default=False,
    ),
]
CodeId = Annotated[
    str, typer.Argument(metavar="CODE", help="One code, in full.", show_default=False)
]
From = Annotated[
    Path | None,
    typer.Option(
        "--from",
        metavar="FILE",
        help="Codes in a .csv or .xlsx sheet, or another program's .qdc.",
        show_default=False,
    ),
]


@app.command("check")
def check(file: File) -> None:
    """List everything that is wrong with a codebook, and what its author should look at."""
    from sensecli.coding.cuecheck import cue_notices
    from sensecli.coding.derived import with_derived_cues
    from sensecli.loading.codebooks.load import codebook_lines, find_codebook
    from sensecli.model import Notice, Problem

    if missing := _folder(file) or _missing(file):
        raise typer.Exit(told([missing]))
    found = find_codebook(str(file), Path())
    if found.codebook is None or found.path is None:
        problems = found.problems or (Problem(str(file), None, "is not a usable codebook"),)
        raise typer.Exit(told(problems, found.notices))
    notices = (
        *found.notices,
        *(Notice(f"{file.name}: {one}") for one in with_derived_cues(found.codebook)[1]),
        *cue_notices(found.codebook, codebook_lines(found.path), file=file.name),
    )
    said = "no problems" if not found.problems else _counted(len(found.problems), "problem")
    say(f"{safe(str(file))}: {_counted(len(found.codebook.leaves), 'code')}, {said}.\n")
    raise typer.Exit(told(found.problems, notices))


@app.command("show")
def show_codebook(codebook: NameOrFile = "", code: CodeId = "") -> None:
    """List the shipped codebooks, or show the codes of one, or one code in full."""
    from sensecli.cli import codetree
    from sensecli.coding.derived import with_derived_cues
    from sensecli.loading.codebooks.load import find_codebook

    if not codebook:
        show(codetree.shelf(_shipped(), width=width()))
        return
    if folder := _folder(Path(codebook)):
        raise typer.Exit(told([folder]))
    found = find_codebook(codebook, Path())
    if found.codebook is None:
        raise typer.Exit(told(found.problems, found.notices))
    derived = frozenset(leaf.id for leaf in found.codebook.leaves if not leaf.cues)
    book, _ = with_derived_cues(found.codebook)
    if code:
        show(codetree.whole(book, known_code(book, code), derived=derived, width=width()))
    else:
        show(codetree.tree(book, derived=derived, width=width()))
    raise typer.Exit(told(found.problems, found.notices))


@app.command("new")
def new(file: File, *, source: From = None) -> None:
    """Write a codebook to start from: a blank one, or one made of a list of codes."""
    from sensecli.loading.codebooks.new import blank_codebook, codebook_from

    if taken := no_place_for(file):
        raise typer.Exit(told([taken]))
    text, problems = codebook_from(source) if source else (blank_codebook(), ())
    if text is None:
        raise typer.Exit(told(problems))
    failed = _create(file, text)
    if not failed:
        written = "written, without what is named below" if problems else "written"
        shown = safe(str(file))
        say(f"{shown}: {written}. Next: {command('codebook', 'check', shown)}\n")
    raise typer.Exit(told((*failed, *problems)))


def known_code(codebook: "Codebook", wanted: str) -> str:
    """The id of the code that `wanted` names; wrong usage, with the nearest, where none has it."""
    from difflib import get_close_matches

    ids = {leaf.id: leaf.id for leaf in codebook.leaves}
    if wanted in ids:
        return wanted
    labels = {leaf.label.casefold(): leaf.id for leaf in codebook.leaves}
    names = {key.casefold(): value for key, value in ids.items()} | labels
    if wanted.strip().casefold() in names:
        return names[wanted.strip().casefold()]
    close = get_close_matches(wanted.casefold(), list(names), n=1, cutoff=0.5)
    shown = f"Its codes: {', '.join(ids)}." if len(ids) <= _LISTED else _SHOW
    hint = f'Did you mean "{names[close[0]]}"?' if close else shown
    message = f'no code "{safe(wanted)}" in the codebook "{safe(codebook.label)}". {safe(hint)}'
    raise typer.BadParameter(message, param_hint="CODE")


def _folder(path: Path) -> "Problem | None":
    """That a folder was given where a codebook's file is asked for."""
    from sensecli.loading.codebooks.load import IN_FOLDER
    from sensecli.loading.codebooks.shipped import shipped_codebooks
    from sensecli.model import Problem

    if not path.is_dir() or str(path) in shipped_codebooks():
        return None
    inside = path / IN_FOLDER
    hint = f"give {inside}" if inside.is_file() else "give the name of a file in it"
    return Problem(str(path), None, "is a folder", hint)


def _missing(file: Path) -> "Problem | None":
    """That there is no such file, nor a shipped codebook of that name."""
    from difflib import get_close_matches

    from sensecli.loading.codebooks.shipped import shipped_codebooks
    from sensecli.model import Problem

    known = list(shipped_codebooks())
    if file.exists() or str(file) in known:
        return None
    close = get_close_matches(str(file).casefold(), known, n=1)
    hint = f"check the spelling; shipped codebooks are {', '.join(known)}"
    hint = f'Did you mean "{close[0]}"?' if close else hint
    return Problem(str(file), None, "no such file", hint)


def _shipped() -> "list[tuple[str, Codebook]]":
    from sensecli.loading.codebooks.load import load_codebook
    from sensecli.loading.codebooks.shipped import shipped_codebooks

    loaded = ((name, load_codebook(path)[0]) for name, path in shipped_codebooks().items())
    return [(name, codebook) for name, codebook in loaded if codebook]


def _create(file: Path, text: str) -> "tuple[Problem, ...]":
    from sensecli.model import Problem

    try:
        create_file(text.encode(), file)
    except FileExistsError:
        message = "is there already, so nothing is written"
        hint = "give another name, or move or delete this file first"
        return (Problem(str(file), None, message, hint),)
    except OSError as error:
        return (Problem(str(file), None, f"could not be written: {error.strerror}"),)
    return ()


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
