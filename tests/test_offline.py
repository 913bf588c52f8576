"""Nothing leaves the machine, and nothing is written but what was asked for."""

import csv
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from sensecli.coding.rulebook import read_rules
from sensecli.disk.replace import is_leftover
from sensecli.loading.codebooks.load import find_codebook
from sensecli.model import Segment
from sensecli.pipeline import Speakers, load_project, segment_all

REPOSITORY = Path(__file__).resolve().parents[1]
WITH = ("L01-astbury.md", "L03-oakshott.txt", "L11-wilk.docx", "L14-haidari.vtt", "L09-garside.pdf")
NOWHERE = "http://127.0.0.1:9"
RULES = ("--coder", "rules", "-q")
REPORTS = ("json", "csv", "md", "html", "docx", "pptx")
TABLES = ("status", "stance", "holder", "answers", "questions")
EXPORTS = ("csv", "xlsx", "json", "parquet", "sqlite", "qdpx", "qdc", "methods")
BOOK = """\
id: own
label: Our own
codes:
  - id: people
    label: People
    proposition: those who give care decide
    cues: [people, staff]
    examples:
      - Whoever stands beside a bed ought to choose.
"""


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of one command line."""

    line: tuple[str, ...]
    code: int
    said: str
    asked: tuple[str, ...]
    written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the commands ran: interviews, outputs, the cache, and folders that stay empty."""

    root: Path

    @property
    def study(self) -> Path:
        """The interviews."""
        return self.root / "study"

    @property
    def out(self) -> Path:
        """Every output."""
        return self.root / "out"

    @property
    def cache(self) -> Path:
        """The cache."""
        return self.root / "cache"

    @property
    def empty(self) -> tuple[Path, ...]:
        """Where nothing may be: home, temporary files, and where the program was started."""
        return tuple(self.root / name for name in ("home", "tmp", "here"))


def run_watched(lines: Sequence[Sequence[str | Path]], place: Place) -> tuple[bool, list[Ran]]:
    """Whether the kernel watched too, and what became of each command line."""
    home, tmp, here = place.empty
    proxies = {f"{name}_proxy": NOWHERE for name in ("http", "https", "all")}
    done = subprocess.run(
        [sys.executable, "-m", "tests.watched"],
        input=json.dumps([[str(one) for one in line] for line in lines]),
        capture_output=True,
        encoding="utf-8",
        cwd=here,
        env={
            **{key: value for key, value in os.environ.items() if not key.startswith("XDG_")},
            **proxies,
            **{name.upper(): value for name, value in proxies.items()},
            "HF_ENDPOINT": NOWHERE,
            "HOME": str(home),
            "TMPDIR": str(tmp),
            "SENSE_CACHE": str(place.cache),
            "PYTHONPATH": str(REPOSITORY),
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        check=False,
    )
    assert done.returncode == 0, (done.returncode, done.stderr[-2000:])
    told: dict[str, Any] = json.loads(done.stdout)
    return told["kernel"], [
        Ran(
            tuple(one["line"]),
            one["code"],
            one["said"],
            tuple(one["asked"]),
            tuple(one["written"]),
        )
        for one in told["told"]
    ]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, sample_folder: Path) -> Place:
    """Five interviews of the sample with their gold, and a codebook with an example of its own."""
    place = Place(tmp_path_factory.mktemp("offline").resolve())
    for folder in (place.study, place.out, *place.empty):
        folder.mkdir()
    for name in (*WITH, "interviews.csv", "names.csv"):
        shutil.copy(sample_folder / name, place.study)
    ids = {name[:3] for name in WITH}
    for name, column in (("gold.csv", "interview"), ("interviews.csv", "id")):
        with (sample_folder / name).open(encoding="utf-8", newline="") as file:
            table = csv.DictReader(file)
            rows = [row for row in table if row[column] in ids]
        held = io.StringIO(newline="")
        writer = csv.DictWriter(held, table.fieldnames or ())
        writer.writeheader()
        writer.writerows(rows)
        (place.study / name).write_text(held.getvalue(), encoding="utf-8")
    (place.root / "own.yaml").write_text(BOOK, encoding="utf-8")
    (place.root / "plan.csv").write_text("Action,Owner,Due\nAsk the nurses,,31/03/2023\n", "utf-8")
    shutil.copytree(place.study, place.root / "later")
    _further(place.study)
    return place


def _further(study: Path) -> None:
    """Interviews in the formats that the sample has none of."""
    import odfdo
    import xlsxwriter

    talk = "We need trust between the people of all teams, number"
    (study / "L31.rtf").write_text(rf"{{\rtf1\ansi {talk} one.\par}}", encoding="ascii")
    document = odfdo.Document("text")
    document.body.clear()
    document.body.append(odfdo.Paragraph(f"{talk} two."))
    document.save(study / "L32.odt")
    with xlsxwriter.Workbook(study / "sheet.xlsx", {"in_memory": True}) as book:
        rows = (("id", "text"), ("L33", f"{talk} three."))
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    (study / "L34.srt").write_text(f"1\n00:00:01,000 --> 00:00:04,000\n{talk} four.\n", "utf-8")


def _lines(place: Place) -> list[list[str | Path]]:
    """Every command, with every format; what may be written is below `out`."""
    study, out, later = place.study, place.out, place.root / "later"
    reports: list[list[str | Path]] = [
        ["analyse", study, "-o", out / f"report.{one}", *RULES] for one in REPORTS
    ]
    exports: list[list[str | Path]] = [
        ["export", study, "--to", one, "-o", out / f"data.{one}", *RULES] for one in EXPORTS
    ]
    return [
        ["--version"],
        ["--help"],
        # With the encoder, and an example whose vector has to be made.
        ["analyse", study, "-c", place.root / "own.yaml", "-q"],
        ["analyse", study, "--for", "board", "-o", out / "board.html", *RULES],
        ["redact", study, "-o", out / "redacted", "--key", out / "key.csv", "-q"],
        ["analyse", study, "--pictures", out / "pictures", *RULES],
        ["analyse", study, "--leader", "L01", "-o", out / "leader.docx", *RULES],
        *reports,
        *exports,
        ["analyse", study, "--actions", place.root / "plan.csv", "--evidence", later, *RULES],
        ["compare", study, later, *RULES],
        ["commitments", study, "-o", out / "undertakings.xlsx", *RULES],
        ["why", study, "role-of-people", *RULES],
        ["search", study, "people"],
        ["search", study, "people", "--format", "csv"],
        ["sample", study, "--share", "1", "-o", out / "blind.csv", "-q"],
        ["sample", study, "--share", "1", "-o", out / "blind.xlsx", "-q"],
        ["evaluate", study, *RULES],
        ["import", study, study / "gold.csv", "--coder-initials", "GH", *RULES],
        ["review", study, "--coder-initials", "AB", *RULES],
        ["review", study, "--coder-initials", "AB", "--blind", "--share", "1", *RULES],
        ["review", study, "--coder-initials", "AB", "--orphans", *RULES],
        ["reliability", study / "gold.csv", "machine", "--folder", study, "-q"],
        ["init", out / "begun", "--sample"],
        ["codebook", "check", out / "begun" / "codebook.yaml"],
        ["codebook", "show"],
        ["codebook", "new", out / "new.yaml"],
        ["cache"],
    ]


@pytest.fixture(scope="module")
def ran(place: Place) -> tuple[bool, list[Ran]]:
    """Every command, run once."""
    return run_watched(_lines(place), place)


@pytest.mark.slow
def test_no_command_asks_the_network(ran: tuple[bool, list[Ran]]) -> None:
    assert [(one.line, one.asked) for one in ran[1] if one.asked] == []


@pytest.mark.slow
def test_every_command_did_its_work(ran: tuple[bool, list[Ran]], place: Place) -> None:
    # A problem of the user's is one that offline work could bring about as well: there is none.
    assert [(one.line, one.code, one.said) for one in ran[1] if one.code] == []
    made = {one.name for one in place.out.iterdir()}
    assert made >= {f"report.{one}" for one in REPORTS} | {f"data.{one}" for one in EXPORTS}
    assert any(one.suffix == ".png" for one in (place.out / "pictures").iterdir())
    decisions = {one.name for one in place.study.glob("decisions-*")}
    assert decisions == {f"decisions-{one}.jsonl" for one in ("ab", "gh")}


def test_every_command_is_among_them(place: Place) -> None:
    from sensecli.cli.app import app

    names = {one.name for one in app.registered_commands if not one.hidden}
    groups = {one.name for one in app.registered_groups}
    assert names | groups <= {str(line[0]) for line in _lines(place)}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the filter is of the Linux kernel")
def test_the_kernel_watched_too(ran: tuple[bool, list[Ran]]) -> None:
    assert ran[0]


@pytest.mark.skipif(sys.platform != "linux", reason="the filter is of the Linux kernel")
@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6"])
def test_the_kernel_would_have_told(family: str) -> None:
    code = (
        "import socket; from tests.watched import forbid_internet; assert forbid_internet();"
        f"socket.socketpair(); socket.socket(socket.{family})"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, check=False)
    assert done.returncode == -31


def test_the_watch_sees_what_is_forbidden() -> None:
    code = (
        "import socket, sys, tests.watched as w; sys.addaudithook(w._watch)\n"
        "try: socket.getaddrinfo('localhost', 1)\n"
        "except RuntimeError: print(w._ASKED)\n"
        "open('/dev/../dev/null', 'w').close(); print(w._WRITTEN)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    asked, written = done.stdout.splitlines()
    assert "socket.getaddrinfo" in asked
    assert "/dev/null" in written


@pytest.mark.slow
def test_nothing_is_written_but_outputs_decisions_and_the_cache(
    ran: tuple[bool, list[Ran]], place: Place
) -> None:
    written = {path for one in ran[1] for path in one.written}
    assert written
    strays = sorted(path for path in written if not _may_be_written(Path(path), place))
    assert strays == []


@pytest.mark.slow
def test_no_command_writes_what_was_not_asked_for(
    ran: tuple[bool, list[Ran]], place: Place
) -> None:
    silent = [one for one in ran[1] if one.line[0] in {"why", "search", "evaluate", "reliability"}]
    assert len(silent) == 5
    beside = [
        (one.line, path)
        for one in silent
        for path in one.written
        if not Path(path).is_relative_to(place.cache)
    ]
    assert beside == []
    assert [list(folder.iterdir()) for folder in place.empty] == [[], [], []]


@pytest.mark.slow
def test_nothing_is_left_on_its_way(ran: tuple[bool, list[Ran]], place: Place) -> None:
    assert ran
    assert [one for one in place.root.rglob("*") if is_leftover(one.name)] == []


def _kept_values(file: Path) -> dict[str, list[bytes]]:
    """What a store holds, unpacked, by kind."""
    values: dict[str, list[bytes]] = {}
    with closing(sqlite3.connect(file)) as base:
        for kind, packed in base.execute("SELECT kind, packed FROM entry JOIN content USING (id)"):
            values.setdefault(kind, []).append(zlib.decompress(packed))
    return values


@pytest.mark.slow
def test_the_cache_holds_no_words(ran: tuple[bool, list[Ran]], place: Place) -> None:
    assert ran
    (store,) = place.cache.glob("store-*.sqlite")
    values = _kept_values(store)
    assert set(values) >= {"codings", "cues", "parses", "vectors"}
    files = [one for one in place.cache.iterdir() if one.name != "CACHEDIR.TAG"]
    held = b"".join([*(one.read_bytes() for one in files), *chain(*values.values())])
    # Texts may be kept in two ways of writing: as they are, and in ASCII.
    held += held.decode(errors="replace").encode("ascii", "backslashreplace")
    said = (segment.text for segment in _segments(place.study))
    words = {word for text in said for word in re.findall(r"\w{6,}", text)}
    # A cue may be a word that somebody said, and so may the name of a rule.
    own = (BOOK + _default_codebook(place.study) + _names_of_rules()).casefold()
    telling = {word for word in words if word.casefold() not in own}
    assert len(telling) > 100
    assert [word for word in telling if word.encode() in held] == []
    assert [word for word in telling if word.encode("ascii", "backslashreplace") in held] == []


@pytest.mark.slow
def test_the_cache_holds_no_example(ran: tuple[bool, list[Ran]], place: Place) -> None:
    assert ran
    (store,) = place.cache.glob("store-*.sqlite")
    (example,) = (line for line in BOOK.splitlines() if "Whoever" in line)
    assert b"Whoever" not in b"".join(chain(*_kept_values(store).values()))
    assert example


def _segments(study: Path) -> list[Segment]:
    project = load_project(study)
    return [one for cut in segment_all(project.interviews, Speakers()) for one in cut.segments]


def _names_of_rules() -> str:
    return " ".join(rule.id for table in TABLES for rule in read_rules(table))


def _default_codebook(study: Path) -> str:
    found = find_codebook(None, study)
    assert found.path
    return found.path.read_text("utf-8")


@pytest.mark.slow
def test_a_page_loads_nothing(ran: tuple[bool, list[Ran]], place: Place) -> None:
    assert ran
    page = (place.out / "report.html").read_text(encoding="utf-8")
    loads = r"""(?:\bsrc|<link[^>]*\bhref|\bsrcset|\bdata|\bposter)\s*=\s*["']?\s*(?:https?:)?//"""
    asks = r"\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts)\b\s*\("
    assert "<svg" in page
    assert "<script" in page
    for pattern in (loads, asks, r"url\(\s*[\"']?(?:https?:)?//", r"@import", r"\bimport\s*\("):
        assert re.findall(pattern, page, re.IGNORECASE) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["report.docx", "report.pptx", "leader.docx", "data.xlsx"])
def test_an_office_file_loads_nothing(ran: tuple[bool, list[Ran]], place: Place, name: str) -> None:
    assert ran
    with zipfile.ZipFile(place.out / name) as archive:
        parts = [one for one in archive.namelist() if one.endswith(".rels")]
        bonds = [bond for one in parts for bond in ET.fromstring(archive.read(one))]  # noqa: S314
    loaded = [
        bond.attrib
        for bond in bonds
        if bond.get("TargetMode") == "External" and not bond.get("Type", "").endswith("/hyperlink")
    ]
    assert bonds
    assert loaded == []


def _may_be_written(path: Path, place: Place) -> bool:
    if path == Path(os.devnull) or path in {place.out, place.cache}:
        return True
    if path.parent == place.study:
        return re.fullmatch(r"decisions-(ab|gh)\.jsonl", path.name) is not None
    return path.is_relative_to(place.out) or path.is_relative_to(place.cache)
