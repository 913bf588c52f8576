"""`sense init`: a project to start from."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sensecli.cli.console import say
from sensecli.cli.nextstep import command, typed
from sensecli.cli.plain import safe
from sensecli.cli.telling import told
from sensecli.disk.replace import is_leftover, replace_files

if TYPE_CHECKING:
    from sensecli.model import Problem

_README = """\
# A study with sense

1. Put one file for each interview into this folder: `.txt`, `.md`, `.docx`, `.pdf`, `.odt`,
   `.rtf`, `.vtt` or `.srt`; or one `.csv`, `.xlsx` or `.parquet` table with one interview in
   each row, in columns `id` and `text`. A few lines such as `id: L01`, `group: acute trust` and
   `date: 2022-09-12` at the top of a file tell whose it is.
2. Write down in `codebook.yaml` what you look for.

Then, from the folder above this one:

3. To see whether the codebook can be used: `sense codebook check {codebook}`
4. To see where leaders agree, and where they act: `sense analyse {folder}`
5. To see what stands behind a figure: `sense why {folder} CODE`

This file and `codebook.yaml` are never read as interviews.
"""
_SAMPLE_README = """\
# The sample of sense

**The people, organisations and interviews in this folder are invented.** They show what `sense`
does with 21 interviews about a care-pathway programme, and `codebook.yaml` is the shipped
codebook `msk-programme`.

From the folder above this one:

1. To see where leaders agree, and where they act: `sense analyse {folder}`
2. To see what stands behind a figure: `sense why {folder} CODE`
3. To hold it against the programme's own records: `sense init records --records`
4. To begin your own study: `sense init my-study`
"""

Directory = Annotated[
    Path, typer.Argument(metavar="DIR", help="The folder to make.", show_default=False)
]
Sample = Annotated[
    bool, typer.Option("--sample", help="With the 21 invented interviews that show how it works.")
]
Records = Annotated[
    bool,
    typer.Option(
        "--records",
        help="With what goes with the sample and nothing else: the programme's plan, minutes and "
        "papers, and a second round of interviews, all invented.",
    ),
]


def init(directory: Directory, *, sample: Sample = False, records: Records = False) -> None:
    """Make a folder to start from: a codebook, and how to go on."""
    if sample and records:
        message = "the interviews and the records go into folders of their own. Hint: run it twice"
        raise typer.BadParameter(message, param_hint="--records")
    files = _records() if records else _sample() if sample else _blank()
    problem = _refusal(directory, files) or _write(directory, files)
    if problem:
        raise typer.Exit(told([problem]))
    wrote = "README.md" if records else "codebook.yaml and README.md"
    if sample or records:
        wrote = f"{len(files)} files, {wrote} among them"
    path = safe(str(directory))
    then = command("analyse", path) if sample else f"read {safe(str(directory / 'README.md'))}"
    say(f"{path}: wrote {wrote}. Next: {then}\n")


def _blank() -> dict[str, bytes]:
    from sensecli.loading.codebooks.new import blank_codebook

    return {"codebook.yaml": blank_codebook().encode(), "README.md": _README.encode()}


def _sample() -> dict[str, bytes]:
    from sensecli.loading.codebooks.examples import examples_beside
    from sensecli.loading.codebooks.load import DEFAULT
    from sensecli.loading.codebooks.shipped import shipped_codebooks, shipped_sample

    # Not the interviews alone: interviews.csv beside them tells whose they are.
    lying = (path for path in sorted(shipped_sample().iterdir()) if path.is_file())
    files = {path.name: path.read_bytes() for path in lying}
    codebook = shipped_codebooks()[DEFAULT]
    return {
        **files,
        "codebook.yaml": codebook.read_bytes(),
        "codebook.examples.csv": examples_beside(codebook).read_bytes(),
        "README.md": _SAMPLE_README.encode(),
    }


def _records() -> dict[str, bytes]:
    from sensecli.loading.codebooks.shipped import shipped_records

    top = shipped_records()
    lying = (path for path in sorted(top.rglob("*")) if path.is_file())
    return {path.relative_to(top).as_posix(): path.read_bytes() for path in lying}


def _refusal(directory: Path, files: dict[str, bytes]) -> "Problem | None":
    """Why nothing is written there: somebody's work is never written over."""
    from sensecli.model import Problem

    try:
        if directory.exists() and not directory.is_dir():
            return Problem(str(directory), None, "is a file", "give the name of a new folder")
        if directory.is_dir() and not all(is_leftover(one.name) for one in directory.iterdir()):
            message = f"is not empty, so the {len(files)} files are not written"
            return Problem(str(directory), None, message, "give the name of a new folder")
    except OSError as error:
        return Problem(str(directory), None, error.strerror or "cannot be read")
    return None


def _write(directory: Path, files: dict[str, bytes]) -> "Problem | None":
    from sensecli.model import Problem

    named = safe(directory.resolve().name) or "."
    filled = dict(files)
    for word, stands in (("{folder}", named), ("{codebook}", f"{named}/codebook.yaml")):
        readme = filled["README.md"].replace(word.encode(), typed(stands).encode())
        filled["README.md"] = readme
    try:
        for parent in {(directory / name).parent for name in filled}:
            parent.mkdir(parents=True, exist_ok=True)
        replace_files({directory / name: content for name, content in filled.items()})
    except OSError as error:
        reason = error.strerror or "an error of the disk"
        return Problem(str(directory), None, f"could not be written: {reason}")
    return None
