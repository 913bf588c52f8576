"""No output holds anybody's name: every byte of every output is searched for every name."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest
from typer.testing import CliRunner, Result

from sensecli.cli.app import app
from tests.nameless import NAMES, folder_of_names, found, names_in

_RULES = ("--coder", "rules")
# The output of a command line by what it makes; {} is the file that it writes.
_LINES: Mapping[str, tuple[str, ...]] = {
    "terminal": ("analyse", "FOLDER", *_RULES),
    "report.json": ("analyse", "FOLDER", *_RULES, "-o", "{}"),
    "report.csv": ("analyse", "FOLDER", *_RULES, "-o", "{}"),
    "report.md": ("analyse", "FOLDER", *_RULES, "-o", "{}"),
    "report.html": ("analyse", "FOLDER", *_RULES, "-o", "{}"),
    "report.docx": ("analyse", "FOLDER", *_RULES, "-o", "{}"),
    "report.pptx": ("analyse", "FOLDER", *_RULES, "-o", "{}"),
    "report.txt": ("analyse", "FOLDER", *_RULES, "-f", "terminal", "-o", "{}"),
    "leader.md": ("analyse", "FOLDER", *_RULES, "--leader", "L01", "-o", "{}"),
    "leader.html": ("analyse", "FOLDER", *_RULES, "--leader", "L01", "-o", "{}"),
    "leader.docx": ("analyse", "FOLDER", *_RULES, "--leader", "L01", "-o", "{}"),
    "pictures": ("analyse", "FOLDER", *_RULES, "--pictures", "{}"),
    "codings.csv": ("export", "FOLDER", *_RULES, "--to", "csv", "-o", "{}"),
    "segments.csv": ("export", "FOLDER", *_RULES, "--to", "csv", "--table", "segments", "-o", "{}"),
    "positions.json": (
        "export", "FOLDER", *_RULES, "--to", "json", "--table", "positions", "-o", "{}",
    ),
    "matrix.csv": ("export", "FOLDER", *_RULES, "--to", "csv", "--table", "matrix", "-o", "{}"),
    "crosstab.csv": (
        "export", "FOLDER", *_RULES, "--to", "csv", "--table", "crosstab", "--by", "role",
        "-o", "{}",
    ),
    "tables.xlsx": ("export", "FOLDER", *_RULES, "--to", "xlsx", "-o", "{}"),
    "codings.parquet": ("export", "FOLDER", *_RULES, "--to", "parquet", "-o", "{}"),
    "study.sqlite": ("export", "FOLDER", *_RULES, "--to", "sqlite", "-o", "{}"),
    "study.qdpx": ("export", "FOLDER", *_RULES, "--to", "qdpx", "-o", "{}"),
    "codes.qdc": ("export", "FOLDER", *_RULES, "--to", "qdc", "-o", "{}"),
    "quotes.csv": ("export", "FOLDER", *_RULES, "--to", "quotes", "-o", "{}"),
    "board.md": ("analyse", "FOLDER", *_RULES, "--for", "board", "-o", "{}"),
    "board.html": ("analyse", "FOLDER", *_RULES, "--for", "board", "-o", "{}"),
    "methods.txt": ("export", "FOLDER", *_RULES, "--to", "methods", "-o", "{}"),
    "why": ("why", "FOLDER", "people", *_RULES),
    "why.json": ("why", "FOLDER", "people", *_RULES, "-f", "json"),
    "commitments": ("commitments", "FOLDER", *_RULES),
    "commitments.csv": ("commitments", "FOLDER", *_RULES, "-o", "{}"),
    "commitments.xlsx": ("commitments", "FOLDER", *_RULES, "-o", "{}"),
    "commitments.json": ("commitments", "FOLDER", *_RULES, "-o", "{}"),
    "search": ("search", "FOLDER", "people|said|money"),
    "search.csv": ("search", "FOLDER", "people", "-o", "{}"),
    "search.json": ("search", "FOLDER", "staff", "-o", "{}"),
    "sample.csv": ("sample", "FOLDER", "--share", "1", "-o", "{}"),
    "sample.xlsx": ("sample", "FOLDER", "--share", "1", "-o", "{}"),
    "evaluate": ("evaluate", "FOLDER", *_RULES, "--gold", "GOLD", "--worst", "9"),
    "evaluate.json": ("evaluate", "FOLDER", *_RULES, "--gold", "GOLD", "-f", "json"),
    "reliability": ("reliability", "GOLD", "OTHER", "--folder", "FOLDER", "--worst", "9"),
    "reliability.json": ("reliability", "GOLD", "OTHER", "--folder", "FOLDER", "-f", "json"),
    "import": ("import", "FOLDER", "GOLD", *_RULES, "--coder-initials", "CD", "--dry-run"),
    "redacted": ("redact", "FOLDER", "-o", "{}"),
    "redacted further": ("redact", "FOLDER", "-o", "{}", "--also-suspected", "--no-roles"),
}  # fmt: skip
# What --names does not change: these have no names to show, or no such option.
_NAMELESS = {
    "report.csv", "positions.json", "matrix.csv", "methods.txt", "quotes.csv", "board.md",
    "board.html", "redacted", "redacted further",
}  # fmt: skip
# Drawing them once is enough: what searches them is tested on others of their kind.
_DRAWN = {"report.html", "report.docx", "report.pptx", "pictures"}

Made = Callable[..., set[str]]


def _run(*line: str) -> Result:
    # The width of a terminal breaks no name over two lines.
    return CliRunner(env={"COLUMNS": "400"}).invoke(app, line, prog_name="sense")


@pytest.fixture(scope="module")
def studied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder, and beside it two coders' files that hold every word as it was said."""
    place = tmp_path_factory.mktemp("okonkwo")
    folder = folder_of_names(place / "study of Okonkwo")
    gold = place / "gold.csv"
    line = ("export", str(folder), *_RULES, "--to", "csv", "--names", "-o", str(gold))
    assert _run(*line).exit_code == 1
    rows = gold.read_text("utf-8")
    (place / "other.csv").write_text(rows.replace(",endorse,", ",oppose,"), "utf-8")
    return folder


@pytest.fixture(scope="module")
def made(studied: Path) -> Made:
    """The names in all that one command line gives: its files, its screen and its messages."""
    place = studied.parent

    def run(name: str, *more: str) -> set[str]:
        target = place / "outputs" / f"{'x' if more else 'y'}-{name}"
        target.parent.mkdir(exist_ok=True)
        words = {
            "FOLDER": str(studied),
            "GOLD": str(place / "gold.csv"),
            "OTHER": str(place / "other.csv"),
            "{}": str(target),
        }
        done = _run(*(words.get(word, word) for word in _LINES[name]), *more)
        assert done.exit_code in {0, 1}, (done.exception, done.stderr)
        # A sheet's codes lie beside it.
        beside = target.parent.glob(f"{target.stem}*{target.suffix}")
        written = sorted(target.iterdir() if target.is_dir() else beside)
        assert written or "{}" not in _LINES[name]
        # Paths that the user typed are the user's; they stand in messages alone.
        shown = f"{done.stdout}\n{done.stderr}".replace(str(place), "")
        held = names_in(shown.replace("study of Okonkwo", ""))
        return held.union(*(found(one.read_bytes()) | names_in(one.name) for one in written))

    return run


@pytest.mark.parametrize("name", _LINES)
def test_no_byte_of_an_output_holds_a_name(made: Made, name: str) -> None:
    assert made(name) == set()


@pytest.mark.parametrize("name", [one for one in _LINES if one not in _NAMELESS | _DRAWN])
def test_the_search_finds_names_where_they_are_asked_for(made: Made, name: str) -> None:
    assert made(name, "--names")


def test_every_name_stands_in_what_was_read(studied: Path) -> None:
    held = (found(path.read_bytes()) for path in studied.iterdir())
    assert set(NAMES) == set().union(*held)


def test_ids_of_an_exchange_file_do_not_come_of_names(studied: Path, tmp_path: Path) -> None:
    """Else whoever guesses a name could see by the ids that it is right."""
    guids = []
    for folder, called in (("one", "Zoë"), ("other", "Zita")):
        (tmp_path / folder).mkdir()
        for file in studied.iterdir():
            if file.suffix not in {".docx", ".jsonl"}:
                held = re.sub("Zoë|Zoe\u0308|Zoe", called, file.read_text("utf-8"))
                held = held.replace("zoe.obrien", f"{called.lower()}.obrien")
                (tmp_path / folder / file.name).write_text(held, "utf-8")
        guids.append(_guids(tmp_path / folder, tmp_path / f"{folder}.qdpx"))
    assert guids[0] == guids[1]


def _guids(folder: Path, target: Path) -> list[str]:
    line = ("export", str(folder), *_RULES, "--to", "qdpx", "-o", str(target))
    assert _run(*line).exit_code == 1
    with ZipFile(target) as archive:
        project = archive.read("project.qde").decode()
    guids = re.findall(r'guid="([^"]+)"', project)
    assert guids
    return guids
