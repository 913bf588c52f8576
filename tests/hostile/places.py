"""Links, pipes, sockets, devices, strange names, and places where nothing can be written."""

import os
import socket
import tempfile
from pathlib import Path

from tests.hostile.case import ANALYSE, FOLDER, OUT, Case, Make, both, text

_TALK = "We must trust each other in all things."
_NOT_A_FILE = "is not a file. Hint: take it out of the folder"


def _link(name: str, target: str) -> Make:
    """A link; OUT in its target is the folder beside."""
    return lambda folder: (folder / name).symlink_to(
        target.replace(OUT, str(folder.parent / "out"))
    )


def _outside(folder: Path) -> None:
    (folder.parent / "out" / "far.txt").write_text(_TALK, "utf-8")
    (folder / "near.txt").symlink_to(folder.parent / "out" / "far.txt")


def _pipe(name: str) -> Make:
    def make(folder: Path) -> None:
        if (folder / name).exists():
            (folder / name).unlink()
        os.mkfifo(folder / name)

    return make


def _socket(folder: Path) -> None:
    # The path of a socket is short; the folder of a test need not be.
    with tempfile.TemporaryDirectory() as short, socket.socket(socket.AF_UNIX) as made:
        made.bind(f"{short}/s")
        Path(f"{short}/s").rename(folder / "x.txt")


def _folder(name: str) -> Make:
    def make(folder: Path) -> None:
        if (folder / name).exists():
            (folder / name).unlink()
        (folder / name).mkdir()

    return make


def _named(name: bytes) -> Make:
    """A text under a name of any bytes."""

    def make(folder: Path) -> None:
        path = os.fsencode(folder) + b"/" + name
        with open(path, "wb") as file:  # noqa: PTH123 - no Path is made of bytes
            file.write(b"")

    return make


def _written(name: str, target: str, *said: str, make: Make | None = None, code: int = 1) -> Case:
    command = ("analyse", FOLDER, "-f", "json", "-o", target)
    return Case(name, make or text("x.txt", _TALK), said, command=command, code=code, intact=False)


def _used(name: str, *words: str, said: tuple[str, ...] = ("Error: ",), code: int = 2) -> Case:
    return Case(name, text("x.txt", _TALK), said, command=words, code=code, intact=False)


CASES = (
    Case(
        "a link out of the folder",
        _outside,
        ("is a link that leaves the folder; what it points to was read.",),
        code=0,
    ),
    Case(
        "a link to nothing",
        _link("x.txt", "gone.txt"),
        (
            (
                'x.txt: is a link to "gone.txt", which is not there. Hint: put the file itself '
                "into the folder"
            ),
        ),
    ),
    Case(
        "a link to itself",
        _link("x.txt", "x.txt"),
        ('x.txt: is a link to "x.txt", which is not there',),
    ),
    Case(
        "links in a circle",
        both(_link("x.txt", "y.txt"), _link("y.txt", "x.txt")),
        ('x.txt: is a link to "y.txt"', 'y.txt: is a link to "x.txt"'),
    ),
    Case("a link to a device", _link("x.txt", "/dev/zero"), (f"x.txt: {_NOT_A_FILE}",)),
    Case("a link to a folder", _link("x.txt", OUT), code=0),
    Case("a pipe", _pipe("x.txt"), (f"x.txt: {_NOT_A_FILE}",)),
    Case("a socket", _socket, (f"x.txt: {_NOT_A_FILE}",)),
    Case("a folder named as a document", _folder("x.docx"), code=0),
    Case(
        "a pipe in place of the codebook",
        _pipe("codebook.yaml"),
        (
            (
                "codebook.yaml: is not a file. Hint: put the codebook itself there, or name one "
                "with --codebook"
            ),
        ),
        intact=False,
    ),
    Case("a pipe in place of the names", _pipe("names.csv"), (f"names.csv: {_NOT_A_FILE}",)),
    Case(
        "a pipe in place of the attributes",
        _pipe("interviews.csv"),
        (f"interviews.csv: {_NOT_A_FILE}",),
    ),
    Case(
        "a pipe in place of the examples",
        _pipe("codebook.examples.csv"),
        (f"codebook.examples.csv: {_NOT_A_FILE}",),
    ),
    Case(
        "a pipe in place of decisions",
        _pipe("decisions-cd.jsonl"),
        (f"decisions-cd.jsonl: {_NOT_A_FILE}",),
    ),
    Case(
        "a pipe in place of gold codings",
        _pipe("gold.csv"),
        (f"gold.csv: {_NOT_A_FILE}",),
        command=("evaluate", FOLDER, "--gold", f"{FOLDER}/gold.csv"),
        intact=False,
    ),
    Case(
        "a pipe in place of a project",
        _pipe("study.qdpx"),
        ("study.qdpx: cannot be read: it is not a file. Hint: export the project again",),
        command=("import", FOLDER, f"{FOLDER}/study.qdpx", "--coder-initials", "zz"),
        intact=False,
    ),
    Case(
        "a device as a template",
        text("x.txt", _TALK),
        ("/dev/zero: the template cannot be read",),
        command=("analyse", FOLDER, "-o", f"{OUT}/r.docx", "--template", "/dev/zero"),
        intact=False,
    ),
    Case("a name with a line break", _named(b"a\nb.txt"), ("a b.txt: is empty",)),
    Case("a name with escapes", _named(b"a\x1b]0;owned\x07.txt"), ("a ]0;owned .txt: is empty",)),
    Case(
        "a name turned backwards",
        _named("a\u202etxt.exe".encode()),
        ("atxt.exe: .exe files are not read. Hint: read are .txt",),
    ),
    Case("a name that is no UTF-8", _named(b"a\xff\xfe.txt"), (".txt: is empty",)),
    Case("a name of 250 characters", _named(b"n" * 246 + b".txt"), ("n.txt: is empty",)),
    Case(
        "a name of script",
        _named(b"<script>alert(1)<script>.txt"),
        ("<script>alert(1)<script>.txt: is empty",),
    ),
    Case("a name of a formula", _named(b"=cmd|' C'!A0.txt"), ("=cmd|' C'!A0.txt: is empty",)),
    _written(
        "an output among the interviews",
        f"{FOLDER}/x.txt",
        "x.txt: is not written: there, it would be read as an interview. Hint: choose a place "
        "outside the folder of interviews",
    ),
    _written(
        "an output over a folder", OUT, "out: is a folder. Hint: give the name of a file in it"
    ),
    _written(
        "an output in a folder that is not there",
        f"{OUT}/no/r.json",
        "r.json: its folder does not exist. Hint: make the folder first",
    ),
    _used(
        "an output with a name of 300 characters",
        *ANALYSE,
        "-o",
        f"{OUT}/{'n' * 300}.json",
        said=("a name of a file or folder is longer than the system takes",),
    ),
    _used(
        "a folder with a name of 300 characters",
        "analyse",
        f"{OUT}/{'n' * 300}",
        said=("a name of a file or folder is longer than the system takes",),
    ),
    _used(
        "a codebook with a name of 300 characters",
        *ANALYSE,
        "-c",
        f"{'n' * 300}",
        said=("a name of a file or folder is longer than the system takes",),
    ),
    _written(
        "an output over decisions",
        f"{FOLDER}/decisions-ab.jsonl",
        "decisions-ab.jsonl: is not written: there",
    ),
    _used("an output with NUL in its name", "analyse", FOLDER, "-o", "a\0b.json"),
    _used(
        "a folder with NUL in its name",
        "analyse",
        "a\0b",
        said=("embedded null byte",),
    ),
    _used(
        "a folder that is not there",
        "analyse",
        f"{OUT}/no",
        said=(
            "no: there is no such folder. Hint: check the spelling; paths with spaces need quotes",
        ),
        code=1,
    ),
    _used(
        "a model that is a path out",
        *ANALYSE,
        "--model",
        "../../etc",
        said=("no English model could be loaded (../../etc). Hint:",),
        code=1,
    ),
    _used("a likelihood of nan", *ANALYSE, "--min-confidence", "nan"),
    _used("a likelihood of 2", *ANALYSE, "--min-confidence", "2"),
    _used("initials that climb", "import", FOLDER, f"{FOLDER}/x.txt", "--coder-initials", "../x"),
    _used("a code with escapes", "why", FOLDER, "\x1b[31mtrst"),
    _used("a top of a great number", *ANALYSE, "--top", "9" * 5_000),
)
