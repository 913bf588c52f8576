"""`sense search` from files to the screen."""

import csv
import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from sensecli.cli.search import Said
from sensecli.model import Segment, Speaker
from tests.builders import a_coding, a_sentence
from tests.cli.analyses import an_analysis
from tests.cli.conftest import Given, Sense

TALK = """---
id: {id}
name: {name}
group: {group}
---
- We trusted {name}.
- Nobody shares the data.
"""


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    for id_, name, group in (
        ("D01", "Moira Quillfeather", "services"),
        ("D02", "Tobias Fennimore", "members"),
    ):
        talk = TALK.format(id=id_, name=name, group=group)
        (folder / f"{id_}.md").write_text(talk, "utf-8")
    return folder


def test_words_are_found_in_all_their_forms(sense: Sense, study: Path) -> None:
    done = sense("search", study, "trust")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1] == "2 hits in the interviews of 2 of 2 leaders."
    assert "We trusted [D01]." in done.stdout


def test_a_name_is_found_only_where_names_are_shown(sense: Sense, study: Path) -> None:
    assert sense("search", study, "Quillfeather").stdout == ""
    assert "Moira Quillfeather, D01:6" in sense("search", study, "Quillfeather", "--names").stdout


def test_nothing_found_is_said_and_exits_with_0(sense: Sense, study: Path) -> None:
    done = sense("search", study, "zebra", "-q")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "nothing found for zebra in the interviews of 2 leaders.\n"


@pytest.mark.parametrize(
    ("option", "value"), [("--group", "Members"), ("--leader", "D02"), ("--speaker", "notes")]
)
def test_the_search_is_narrowed(sense: Sense, study: Path, option: str, value: str) -> None:
    done = sense("search", study, "share", option, value, "-f", "csv")
    found = {row["interview"] for row in csv.DictReader(io.StringIO(done.stdout))}
    assert found == ({"D01", "D02"} if option == "--speaker" else {"D02"})


def test_every_speaker_can_be_asked_for() -> None:
    assert {str(one) for one in Said} == {str(one) for one in Speaker}


def test_another_speaker_has_no_hit(sense: Sense, study: Path) -> None:
    assert sense("search", study, "share", "--speaker", "interviewer").stdout == ""


@pytest.mark.parametrize(("option", "value"), [("--group", "member"), ("--leader", "D03")])
def test_who_is_not_there_is_wrong_usage(
    sense: Sense, study: Path, option: str, value: str
) -> None:
    done = sense("search", study, "share", option, value)
    assert done.exit_code == 2
    assert "Did you mean" in done.stderr


def test_a_bad_expression_is_wrong_usage_with_its_place(sense: Sense, study: Path) -> None:
    done = sense("search", study, "/\u4f60a(b/")
    assert done.exit_code == 2
    assert '"(" is never closed\n  /\u4f60a(b/\n      ^' in done.stderr


def test_a_pattern_without_a_word_is_wrong_usage(sense: Sense, study: Path) -> None:
    assert sense("search", study, "...").exit_code == 2


def test_a_pattern_is_read_as_asked(sense: Sense, study: Path) -> None:
    assert "shares" in sense("search", study, "s.ares", "--by", "expression").stdout


def test_the_ending_of_a_file_tells_its_format(sense: Sense, study: Path, tmp_path: Path) -> None:
    for ending in ("csv", "json", "txt"):
        sense("search", study, "share", "--context", "1", "-o", tmp_path / f"hits.{ending}")
    written = io.StringIO((tmp_path / "hits.csv").read_text("utf-8"))
    read = [row["left"] for row in csv.DictReader(written)]
    assert read == ["Nobody ", "Nobody "]
    assert len(json.loads((tmp_path / "hits.json").read_text("utf-8"))["hits"]) == 2
    assert "2 hits" in (tmp_path / "hits.txt").read_text("utf-8")


def test_a_concordance_is_not_written_among_the_interviews(sense: Sense, study: Path) -> None:
    assert sense("search", study, "share", "-o", study / "hits.csv").exit_code == 1
    assert not (study / "hits.csv").exists()


def test_a_missing_folder_is_a_problem(sense: Sense, tmp_path: Path) -> None:
    done = sense("search", tmp_path / "none", "share")
    assert done.exit_code == 1
    assert "nothing found" not in done.stderr


def test_a_code_chooses_the_segments_that_carry_it(sense: Sense, given: Given) -> None:
    text = a_sentence(number=1)
    cut = [Segment("L01", n, (n - 1) * 46, n * 46 - 1, text, Speaker.LEADER, 0) for n in (1, 2)]
    length = len(text) + 1
    cut = [replace(s, start=(s.number - 1) * length, end=s.number * length - 1) for s in cut]
    made = an_analysis(codings=[a_coding(segment=2, code="relationships")])
    asked = given(replace(made, segments=tuple(cut)))
    shown = sense("search", "study", "leader", "--code", "relationships", "-f", "json", "-q")
    assert [hit["segment"] for hit in json.loads(shown.stdout)["hits"]] == [2]
    assert asked


def test_an_unknown_code_is_wrong_usage(sense: Sense, given: Given) -> None:
    asked = given(an_analysis())
    assert sense("search", "study", "leader", "--code", "nothing-like-it").exit_code == 2
    assert not asked


def test_without_a_code_nothing_is_coded(study: Path) -> None:
    heavy = ("spacy", "onnxruntime", "tokenizers")
    code = (
        "import sys; from sensecli.__main__ import run;"
        f"run(['search', {str(study)!r}, '\"nobody shares\"']);"
        f"print({{m.split('.')[0] for m in sys.modules}} & {set(heavy)})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert "2 hits" in done.stdout
    assert done.stdout.endswith("set()\n")
