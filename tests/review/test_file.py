"""Decisions kept in a file that only grows, and read from all files of a folder."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.review.file import (
    ReadDecisions,
    anchor_of,
    append,
    decisions_file,
    is_coder,
    read_decisions,
    read_files,
)
from sensecli.review.line import written
from tests.review.made import a_decision, an_undo

FIRST, SECOND = a_decision(time=1), a_decision("reject", segment=3, time=2)
TYPOGRAPHIC = replace(a_decision(time=3), memo="She said “no” – twice 🙂\x1f.")
LINE = written(TYPOGRAPHIC).encode()


def read(folder: Path, *lines: str | bytes, name: str = "decisions-ab.jsonl") -> ReadDecisions:
    raw = [line.encode() if isinstance(line, str) else line for line in lines]
    (folder / name).write_bytes(b"\n".join(raw) + b"\n")
    return read_decisions(folder)


def told(found: ReadDecisions) -> list[str]:
    return [str(problem) for problem in found.problems]


def test_what_was_appended_is_read_back_with_its_line(tmp_path: Path) -> None:
    path = decisions_file(tmp_path, "AB")
    append(path, FIRST)
    append(path, SECOND)
    found = read_decisions(tmp_path)
    assert path.name == "decisions-ab.jsonl"
    assert found.decisions == (FIRST, SECOND)
    assert (found.problems, found.notices) == ((), ())
    assert found.lines == {FIRST.id: (path.name, 1), SECOND.id: (path.name, 2)}


def test_many_decisions_can_be_put_in_at_once(tmp_path: Path) -> None:
    append(tmp_path / "decisions-ab.jsonl", FIRST, SECOND)
    append(tmp_path / "decisions-ab.jsonl")
    assert read_decisions(tmp_path).decisions == (FIRST, SECOND)


@pytest.mark.skipif(os.name != "posix", reason="knows no owner's rights")
def test_a_new_file_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "decisions-ab.jsonl"
    append(path, FIRST)
    assert path.stat().st_mode & 0o777 == 0o600


def test_appending_where_nothing_can_be_written_raises(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="decisions-ab"):
        append(tmp_path / "gone" / "decisions-ab.jsonl", FIRST)


def test_decisions_lie_beside_an_interview_that_is_read_alone(tmp_path: Path) -> None:
    interview = tmp_path / "L01.txt"
    interview.write_text("Yes.", "utf-8")
    append(decisions_file(interview, "AB"), FIRST)
    assert read_decisions(interview).decisions == read_decisions(tmp_path).decisions == (FIRST,)


@given(st.integers(1, len(LINE) - 1))
def test_half_a_line_is_a_notice_wherever_it_was_cut(cut: int) -> None:
    found = _read_bytes(LINE[:cut] + b"\n")
    assert [str(one) for one in found.notices] == [
        "decisions-ab.jsonl:1: half a decision, from a run that was stopped, is left out"
    ]
    assert (found.decisions, found.problems) == ((), ())


def test_a_decision_after_half_a_line_is_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "decisions-ab.jsonl"
    append(path, FIRST)
    with path.open("ab") as file:
        file.write(LINE[:100])
    append(path, SECOND)
    found = read_decisions(tmp_path)
    assert found.decisions == (FIRST, SECOND)
    assert (len(found.problems), len(found.notices)) == (0, 1)
    assert found.lines[SECOND.id] == (path.name, 3)


def test_a_whole_line_without_its_newline_counts(tmp_path: Path) -> None:
    (tmp_path / "decisions-ab.jsonl").write_text(written(FIRST), "utf-8")
    assert read_decisions(tmp_path).decisions == (FIRST,)


def test_a_file_saved_on_windows_is_read(tmp_path: Path) -> None:
    found = read(tmp_path, b"\xef\xbb\xbf" + written(FIRST).encode() + b"\r", "\r", written(SECOND))
    assert found.decisions == (FIRST, SECOND)
    assert told(found) == []


def test_separators_of_lines_within_a_memo_part_no_line(tmp_path: Path) -> None:
    decision = replace(FIRST, memo="a\u2028b\x85c\x0bd\re\nf")
    append(tmp_path / "decisions-ab.jsonl", decision)
    assert read_decisions(tmp_path).decisions == (decision,)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("nonsense", "is not JSON that can be read"),
        (written(FIRST).replace('"people"', '"people'), "is not JSON that can be read"),
        (written(FIRST).removesuffix("}") + ",}", "is not JSON that can be read"),
        (b"\xff\xfe{}", "is not valid UTF-8"),
        ("[" * 100_000, "is not JSON that can be read"),
        (f'{{"schema":{"1" * 5000}}}', "is not JSON that can be read"),
        ("x" * 1_000_001, "is too long for a decision (over 1 MB)"),
        ("{}", 'has no "schema": 1'),
    ],
)
def test_a_line_that_cannot_be_read_is_a_problem_and_the_others_are_read(
    tmp_path: Path, line: str | bytes, message: str
) -> None:
    found = read(tmp_path, written(FIRST), line, written(SECOND))
    assert found.decisions == (FIRST, SECOND)
    assert len(told(found)) == 1
    assert told(found)[0].startswith(f"decisions-ab.jsonl:2: {message}. Hint: ")


def test_a_value_that_is_unknown_is_told_with_its_line(tmp_path: Path) -> None:
    found = read(tmp_path, written(FIRST), written(SECOND).replace('"reject"', '"regect"'))
    assert told(found) == [
        'decisions-ab.jsonl:2: there is no verdict "regect". Hint: did you mean "reject"?'
    ]


def test_escaped_halves_of_a_pair_are_refused(tmp_path: Path) -> None:
    line = json.dumps(json.loads(written(FIRST)) | {"memo": "\ud83d"})
    found = read(tmp_path, line)
    assert found.decisions == ()
    assert len(told(found)) == 1


def test_two_coders_files_are_read_in_order_of_time(tmp_path: Path) -> None:
    append(tmp_path / "decisions-zz.jsonl", FIRST)
    append(tmp_path / "decisions-ab.jsonl", SECOND)
    append(tmp_path / "decisions.jsonl", replace(FIRST, id="same second"))
    (tmp_path / "decisions.md").write_text("Not one of them.", "utf-8")
    found = read_decisions(tmp_path)
    assert [one.id for one in found.decisions] == [FIRST.id, "same second", SECOND.id]
    assert told(found) == []


def test_what_a_copied_file_says_again_counts_once(tmp_path: Path) -> None:
    for name in ("decisions-ab.jsonl", "decisions-ab (copy).jsonl"):
        append(tmp_path / name, FIRST)
        append(tmp_path / name, SECOND)
    assert read_decisions(tmp_path).decisions == (FIRST, SECOND)
    assert read_files(sorted(tmp_path.iterdir())).decisions == (FIRST, SECOND)


def test_one_id_with_two_meanings_is_a_problem(tmp_path: Path) -> None:
    found = read(tmp_path, written(FIRST), written(replace(FIRST, memo="Or not.")))
    assert found.decisions == (FIRST,)
    assert told(found) == [
        (
            "decisions-ab.jsonl:2: has the id of decisions-ab.jsonl:1 and says something else."
            " Hint: keep one of the two lines."
        )
    ]


def test_a_folder_of_that_name_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "decisions.jsonl").mkdir()
    assert told(read_decisions(tmp_path)) == [
        "decisions.jsonl: is not a file. Hint: take it out of the folder."
    ]


def test_a_link_to_nothing_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "decisions.jsonl").symlink_to(tmp_path / "gone")
    assert len(told(read_decisions(tmp_path))) == 1


def test_no_folder_is_no_decisions(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "gone") == ReadDecisions()


def test_an_anchor_has_the_quote_and_sixty_characters_either_side() -> None:
    anchor = anchor_of("a" * 100 + "The quote." + "b" * 20, "L01", 100, 110)
    assert anchor.quote == "The quote."
    assert (anchor.before, anchor.after) == ("a" * 60, "b" * 20)


@pytest.mark.parametrize(
    ("initials", "right"),
    [("AB", True), ("j.-p.2", True), ("", False), ("a b", False), ("../x", False), ("Ä", False)],
)
def test_initials(initials: str, *, right: bool) -> None:
    assert is_coder(initials) is right


def test_the_next_decision_on_a_passage_is_later_than_the_last() -> None:
    again = a_decision(time=1, earlier=[FIRST, an_undo(FIRST, time=5)])
    assert again.time == "2026-11-30T09:00:06Z"
    assert again.id != FIRST.id
    assert a_decision(time=1, coder="CD", earlier=[FIRST]).time == FIRST.time
    assert a_decision(time=1, segment=3, earlier=[FIRST]).time == FIRST.time


KILLED = """
import sys
from dataclasses import replace
from pathlib import Path
from sensecli.review.file import append
from tests.review.made import a_decision
decision = a_decision(memo="long " * 4000)
for number in range(int(sys.argv[2]), 10**9):
    append(Path(sys.argv[1]), replace(decision, id=str(number)))
    print(number, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="has no SIGKILL")
def test_what_was_appended_outlives_a_kill_at_any_moment(tmp_path: Path) -> None:
    path, root = tmp_path / "decisions-ab.jsonl", Path(__file__).parents[2]
    moments = random.Random(1)  # noqa: S311 - no secret
    done: list[int] = []
    for _ in range(20):
        command = [sys.executable, "-c", KILLED, str(path), str(len(done) + 10**6)]
        with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout
            done.append(int(child.stdout.readline()))
            time.sleep(moments.uniform(0, 0.02))
            child.send_signal(signal.SIGKILL)
            done += [int(line) for line in child.stdout if line.endswith("\n")]
        # A write that was stopped may or may not have come through: either way it is not told.
        ids = {int(one.id) for one in read_decisions(tmp_path).decisions}
        done = sorted(set(done) | ids)
        assert set(done) == ids
    assert told(read_decisions(tmp_path)) == []
    assert len(done) >= 20


def test_the_same_content_has_the_same_id() -> None:
    assert a_decision(time=1) == FIRST
    assert a_decision(time=1, memo="Sure?").id != FIRST.id


def _read_bytes(raw: bytes) -> ReadDecisions:
    with TemporaryDirectory() as folder:
        (Path(folder) / "decisions-ab.jsonl").write_bytes(raw)
        return read_decisions(Path(folder))
