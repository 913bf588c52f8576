"""Tables that are read in pieces, from the command line."""

import csv
import json
import os
import threading
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.answers import HEADER, rows, written
from tests.cli.conftest import Sense, Small

_RULES = ("--coder", "rules", "-q", "--jobs", "1")
_POSIX = pytest.mark.skipif(os.name != "posix", reason="has no such files")


@pytest.mark.parametrize("options", [(), ("--names",), ("--excel",)])
def test_a_csv_is_byte_for_byte_that_of_a_table_held(
    sense: Sense, table: Path, large: Small, options: tuple[str, ...]
) -> None:
    line = ("export", table, "--to", "csv", *_RULES, *options, "-o")
    held = sense(*line, table.parent / "held.txt")
    large()
    done = sense(*line, table.parent / "pieces.txt")
    assert (done.exit_code, held.exit_code) == (1, 1)
    content = (table.parent / "pieces.txt").read_bytes()
    assert content == (table.parent / "held.txt").read_bytes()
    assert content.count(b"\n") > 60
    assert (b"Jo Dale" in content) is ("--names" in options)
    assert sorted(done.stderr.splitlines()) == sorted(
        held.stderr.replace("which A13 has", "which all.csv row 15 has").splitlines()
    )


def test_a_parquet_file_is_cell_for_cell_that_of_a_table_held(
    sense: Sense, table: Path, large: Small
) -> None:
    # The option tells the format, not the ending of the file.
    line = ("export", table, "--to", "parquet", *_RULES, "-o")
    sense(*line, table.parent / "held.bin")
    large()
    sense(*line, table.parent / "pieces.csv")
    found = pq.read_table(table.parent / "pieces.csv")
    expected = pq.read_table(table.parent / "held.bin")
    assert found.to_pylist() == expected.to_pylist()
    assert found.schema.equals(expected.schema, check_metadata=True)
    assert len(found) > 60


def test_leaders_whose_rows_lie_apart_come_last(sense: Sense, tmp_path: Path, large: Small) -> None:
    table = written(tmp_path / "all.csv", rows(60, apart=True))
    line = ("export", table, "--to", "csv", *_RULES, "-o")
    sense(*line, tmp_path / "held.txt")
    large()
    sense(*line, tmp_path / "pieces.txt")
    found = (tmp_path / "pieces.txt").read_text("utf-8").splitlines()
    expected = (tmp_path / "held.txt").read_text("utf-8").splitlines()
    assert found != expected
    assert sorted(found) == sorted(expected)


def test_json_says_the_same_but_for_what_is_only_counted(
    sense: Sense, table: Path, large: Small
) -> None:
    held = json.loads(sense("analyse", table, "-f", "json", *_RULES).stdout)
    large()
    found = json.loads(sense("analyse", table, "-f", "json", *_RULES).stdout)
    differ = {key for key in held if found[key] != held[key]}
    assert found.keys() == held.keys()
    assert differ <= {"interviews", "problems", "notices", "consensus", "coverage", "comparison"}
    assert found["interviews"] == []
    assert found["findings"][0]["n"] > 30


@pytest.mark.parametrize("form", ["csv", "terminal"])
def test_the_findings_are_those_of_a_table_held(
    sense: Sense, table: Path, large: Small, form: str
) -> None:
    held = sense("analyse", table, "-f", form, *_RULES).stdout
    large()
    found = sense("analyse", table, "-f", form, *_RULES).stdout
    # The last line is the next step, which is another; what moved is told of interviews held.
    assert found.splitlines()[:-1] == _without_movement(held.splitlines()[:-1])
    assert len(found.splitlines()) > 3


def _without_movement(lines: list[str]) -> list[str]:
    begun = next((at for at, line in enumerate(lines) if line.startswith("What moved")), None)
    if begun is None:
        return lines
    ended = next(at for at, line in enumerate(lines) if line.startswith("What stands in the way"))
    return lines[:begun] + lines[ended:]


def test_names_are_shown_where_they_are_asked_for(sense: Sense, table: Path, large: Small) -> None:
    large()
    assert "Jane Smith" not in sense("analyse", table, "-f", "markdown", *_RULES).stdout
    done = sense("analyse", table, "-f", "markdown", *_RULES, "--names")
    assert "Jane Smith" in done.stdout


@pytest.mark.parametrize(
    ("line", "option"),
    [
        (("analyse", "-f", "html", "-o", "x.html"), "--format"),
        (("analyse", "-o", "x.docx"), "--format"),
        (("analyse", "-o", "x.pptx"), "--format"),
        (("analyse", "--for", "board", "-f", "markdown"), "--for"),
        (("analyse", "--pictures", "x"), "--pictures"),
        (("analyse", "--corrected"), "--corrected"),
        (("analyse", "--leader", "P3"), "--leader"),
        (("export", "--to", "xlsx", "-o", "x.xlsx"), "--to"),
        (("export", "--to", "sqlite", "-o", "x.sqlite"), "--to"),
        (("export", "--to", "json", "-o", "x.json"), "--to"),
        (("export", "--to", "csv", "--table", "positions", "-o", "x.csv"), "--table"),
        (("export", "--to", "csv"), "--output"),
        (("export", "--to", "csv", "-o", "-"), "--output"),
    ],
)
def test_what_holds_every_passage_is_refused_with_a_hint(
    sense: Sense,
    table: Path,
    large: Small,
    monkeypatch: pytest.MonkeyPatch,
    line: tuple[str, ...],
    option: str,
) -> None:
    large()
    out = table.parent / "out"
    out.mkdir()
    monkeypatch.chdir(out)
    command, *options = line
    done = sense(command, table, *options, *_RULES)
    assert done.exit_code == 2
    assert f"Invalid value for {option}: " in done.stderr
    assert " Hint: " in " ".join(done.stderr.split())
    assert done.stdout == ""
    assert list(out.iterdir()) == []


def test_a_speakers_label_may_be_settled(sense: Sense, table: Path, large: Small) -> None:
    large()
    done = sense("analyse", table, "--coder", "rules", "--leader", "Zoe", "--leader", "INT")
    assert done.exit_code == 1
    assert 'no speaker is called "Zoe": the labels are INT, [name]' in done.stderr
    assert 'called "INT"' not in done.stderr


def test_the_next_step_writes_all_codings(
    sense: Sense, table: Path, large: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    large()
    monkeypatch.chdir(table.parent)
    last = sense("analyse", "all.csv", *_RULES).stdout.splitlines()[-1]
    line = "sense export all.csv --to csv -o codings.csv --coder rules"
    assert last == f"Next: {line}"
    assert sense(*line.split()[1:], "-q").exit_code == 1
    assert (table.parent / "codings.csv").read_bytes().startswith(b"interview,segment")


@pytest.mark.parametrize("command", ["why", "search", "evaluate", "sample", "redact"])
def test_a_table_too_large_to_be_read_whole_is_told_by_the_other_commands(
    sense: Sense, table: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr("sensecli.loading.formats.guard.HUGE", 1000)
    (table.parent / "gold.csv").write_text("interview,segment,text,code\nA1,1,x,trust\n")
    rest: dict[str, list[str | Path]] = {
        "why": ["trust"],
        "search": ["trust"],
        "evaluate": ["--gold", table.parent / "gold.csv"],
        "sample": ["-o", table.parent / "s.csv"],
        "redact": ["-o", table.parent / "r"],
    }
    done = sense(command, table, *rest[command])
    said = " ".join(done.stderr.split())
    assert (done.exit_code, done.stdout) == (1, "")
    assert "all.csv: is too large to be read at once" in said
    assert "Hint: sense analyse FILE and sense export FILE read such a table in pieces." in said


def test_why_reads_a_large_table_whole(sense: Sense, table: Path, large: Small) -> None:
    large()
    done = sense("why", table, "trust", "--coder", "rules", "-q")
    assert done.exit_code == 1
    assert "We must trust each other." in done.stdout


def test_a_table_that_is_not_there_is_told(sense: Sense, tmp_path: Path, large: Small) -> None:
    large()
    done = sense("analyse", tmp_path / "no.csv", *_RULES)
    assert (done.exit_code, done.stdout) == (1, "")


@pytest.mark.parametrize("old", [True, False])
def test_where_the_disk_is_full_the_old_file_is_left(
    sense: Sense, table: Path, large: Small, monkeypatch: pytest.MonkeyPatch, *, old: bool
) -> None:
    target = table.parent / "out" / "codings.csv"
    target.parent.mkdir()
    if old:
        target.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    large()
    monkeypatch.setattr(os, "fsync", full)
    done = sense("export", table, "--to", "csv", *_RULES, "-o", target)
    assert done.exit_code == 1
    assert "codings.csv: could not be written: No space left on device" in done.stderr
    assert [one.read_text() for one in target.parent.iterdir()] == ["old"] * old


def test_where_the_disk_fills_up_in_the_middle_nothing_is_left(
    sense: Sense, table: Path, large: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = table.parent / "out" / "codings.csv"
    target.parent.mkdir()
    calls: list[object] = []

    def append(*values: object) -> None:
        calls.append(values)
        if len(calls) == 4:
            raise OSError(28, "No space left on device")

    large()
    monkeypatch.setattr("sensecli.exporting.pieces._Csv.append", append)
    done = sense("export", table, "--to", "csv", *_RULES, "-o", target)
    assert (done.exit_code, len(calls)) == (1, 4)
    assert "could not be written: No space left on device" in done.stderr
    assert list(target.parent.iterdir()) == []


@_POSIX
def test_a_pipe_is_written_to_and_a_link_stays_one(sense: Sense, table: Path, large: Small) -> None:
    pipe, link, real = (table.parent / name for name in ("pipe", "link.csv", "real.csv"))
    os.mkfifo(pipe)
    link.symlink_to(real)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    large()
    line = ("export", table, "--to", "csv", *_RULES, "-o")
    sense(*line, pipe)
    sense(*line, link)
    reader.join(20)
    assert pipe.is_fifo()
    assert link.is_symlink()
    assert read == [real.read_bytes()]
    assert len(read[0]) > 1000


def test_the_table_itself_is_never_written_over(sense: Sense, table: Path, large: Small) -> None:
    large()
    before = table.read_bytes()
    done = sense("export", table, "--to", "csv", *_RULES, "-o", table)
    assert done.exit_code == 1
    assert table.read_bytes() == before
    with table.open(encoding="utf-8") as file:
        assert next(csv.reader(file)) == HEADER
