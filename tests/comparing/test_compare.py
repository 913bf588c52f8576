"""Folders of interviews compared: two rounds, small enough to be read here."""

import json
from pathlib import Path

import pytest

from sensecli.comparing import compare
from sensecli.model import (
    Actor,
    Analysis,
    Decision,
    Fate,
    Holder,
    Project,
    Stance,
    Status,
    Values,
    Verdict,
    identified,
)
from sensecli.pipeline import Coder, analyse
from sensecli.review.file import anchor_of, append, decisions_file

_FIRST = {
    "a.md": "---\nid: L01\nname: Jane Smith\nrole: Nurse\n{more}---\n"
    "We will send two sisters to Thornby from 1 November. Tea was cold.\n",
    "b.md": "---\nid: L02\nname: Bo Lee\n{more}---\nSisters matter.\n",
}
_SECOND = {
    "a.md": "---\nid: L01\nname: Jane Smith\nrole: Chief\n{more}---\n"
    "We sent the sisters to Thornby, and Bo Lee has left.\n",
    "c.md": "---\nid: L03\n{more}---\nSisters matter.\n",
}
_BOOK = "id: tiny\nlabel: Tiny\ncodes:\n  - id: people\n    label: People\n    cues: [{cue}]\n"


def _written(folder: Path, files: dict[str, str], more: str = "") -> Path:
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text.format(more=more))
    return folder


@pytest.fixture
def rounds(tmp_path: Path) -> tuple[Path, Path]:
    first = _written(tmp_path / "one", _FIRST)
    (first / "codebook.yaml").write_text(_BOOK.format(cue="sister"))
    return first, _written(tmp_path / "two", _SECOND)


def _compared(*folders: Path) -> Analysis:
    found = compare(folders, coder=Coder(encoder=False))
    assert isinstance(found, Analysis)
    assert found.comparison is not None
    return found


def test_leaders_are_followed_by_id_through_two_folders(rounds: tuple[Path, Path]) -> None:
    found = _compared(*rounds)
    assert found.comparison is not None
    (between,) = found.comparison.between
    people = between.turnover
    assert (people.stayed, people.left, people.new) == (("L01",), ("L02",), ("L03",))
    assert [(one.before, one.after) for one in people.changed] == [("Nurse", "Chief")]
    assert [one.fate for one in between.promises] == [Fate.KEPT]
    assert not found.problems


def test_the_findings_are_those_of_the_latest_round(rounds: tuple[Path, Path]) -> None:
    found = _compared(*rounds)
    assert [one.id for one in found.project.interviews] == ["L01-2", "L03"]
    assert found.findings[0].figures.counts.n == 2
    assert {one.interview for one in found.codings} == {"L01-2", "L03"}


def test_an_id_that_both_folders_have_tells_the_quotes_apart(rounds: tuple[Path, Path]) -> None:
    found = _compared(*rounds)
    assert found.comparison is not None
    (promise,) = found.comparison.between[0].promises
    assert promise.says is not None
    assert (promise.said.place, promise.says.place) == ("L01:6", "L01-2:6")


def test_folders_are_taken_in_order_of_time_where_all_have_dates(tmp_path: Path) -> None:
    late = _written(tmp_path / "late", _SECOND, "date: 2023-09-01\n")
    early = _written(tmp_path / "early", _FIRST, "date: 2022-09-01\n")
    found = _compared(late, early)
    assert found.comparison is not None
    assert [one.dates[0] for one in found.comparison.rounds] == ["2022-09-01", "2023-09-01"]
    said = [one.message for one in found.notices]
    assert 'The rounds in order of time: "round 1" (early), "round 2" (late).' in said


def test_one_folder_may_hold_all_rounds_and_analyse_compares_them_too(tmp_path: Path) -> None:
    folder = _written(tmp_path / "all", {"a.md": _FIRST["a.md"]}, "round: 1\n")
    later = _SECOND["a.md"].format(more="leader: L01\nround: 2\n").replace("id: L01", "id: L09")
    (folder / "z.md").write_text(later)
    (folder / "codebook.yaml").write_text(_BOOK.format(cue="sister"))
    compared, analysed = _compared(folder), analyse(folder, coder=Coder(encoder=False))
    assert isinstance(analysed, Analysis)
    assert analysed.comparison == compared.comparison
    assert compared.comparison is not None
    assert [one.name for one in compared.comparison.rounds] == ["1", "2"]


def test_without_rounds_analyse_compares_nothing(rounds: tuple[Path, Path]) -> None:
    found = analyse(rounds[0], coder=Coder(encoder=False))
    assert isinstance(found, Analysis)
    assert found.comparison is None


def test_one_round_only_is_a_problem_with_a_hint(rounds: tuple[Path, Path]) -> None:
    found = compare([rounds[0]], coder=Coder(encoder=False))
    assert isinstance(found, Project)
    (problem,) = found.problems
    assert "there is one round only" in problem.message
    assert problem.hint


def test_nobody_met_twice_is_a_problem_and_turnover_is_told(tmp_path: Path) -> None:
    first = _written(tmp_path / "one", {"b.md": _FIRST["b.md"]})
    found = _compared(first, _written(tmp_path / "two", {"c.md": _SECOND["c.md"]}))
    assert [one.message for one in found.problems] == [
        "no leader was met in two rounds, so nobody's movement can be told"
    ]
    assert found.comparison is not None
    assert found.comparison.between[0].turnover.new == ("L03",)


def test_another_codebook_in_a_later_folder_is_a_problem_unless_one_was_named(
    rounds: tuple[Path, Path],
) -> None:
    (rounds[1] / "codebook.yaml").write_text(_BOOK.format(cue="tea"))
    (problem,) = _compared(*rounds).problems
    assert problem.path == str(rounds[1] / "codebook.yaml")
    assert str(rounds[0] / "codebook.yaml") in problem.message
    named = str(rounds[0] / "codebook.yaml")
    found = compare(rounds, codebook=named, coder=Coder(encoder=False))
    assert not found.problems


def test_the_same_codebook_in_both_is_none(rounds: tuple[Path, Path]) -> None:
    (rounds[1] / "codebook.yaml").write_text(_BOOK.format(cue="sister"))
    assert not _compared(*rounds).problems


def test_whoever_one_folder_knows_by_name_is_known_in_all(rounds: tuple[Path, Path]) -> None:
    names = dict(_compared(*rounds).project.names)
    assert names["Bo Lee"] == "[L02]"


def test_a_problem_says_in_which_folder(rounds: tuple[Path, Path]) -> None:
    (rounds[1] / "empty.md").write_text("")
    (problem,) = _compared(*rounds).problems
    assert problem.path == "two/empty.md"


def test_one_id_with_two_names_is_noticed(rounds: tuple[Path, Path]) -> None:
    file = rounds[1] / "a.md"
    file.write_text(file.read_text().replace("Jane Smith", "Ann Poe"))
    said = [one.message for one in _compared(*rounds).notices]
    assert any(one.startswith("L01 has another name in another round") for one in said)


def test_one_name_with_two_ids_is_noticed(rounds: tuple[Path, Path]) -> None:
    file = rounds[1] / "c.md"
    file.write_text(file.read_text().replace("id: L03\n", "id: L03\nname: Bo  lee\n"))
    said = [one.message for one in _compared(*rounds).notices]
    assert any(one.startswith("L02 and L03 have the same name") for one in said)


def test_different_names_with_an_id_each_are_not_noticed(rounds: tuple[Path, Path]) -> None:
    said = [one.message for one in _compared(*rounds).notices]
    assert not any("same name" in one for one in said)


def _accepted(folder: Path, file: str, quote: str, status: Status) -> None:
    text = (folder / file).read_text()
    start = text.index(quote)
    values = Values("people", Stance.ENDORSE, status, Actor.SELF, Holder.LEADER, prompted=False)
    anchor = anchor_of(text, "L01", start, start + len(quote))
    made = Decision("", "2026-01-01T00:00:00Z", "AB", Verdict.ADD, anchor, None, values)
    append(decisions_file(folder, "AB"), identified(made))


def test_decisions_hold_for_their_own_folder(rounds: tuple[Path, Path]) -> None:
    _accepted(rounds[0], "a.md", "Tea was cold.", Status.COMMITMENT)
    _accepted(
        rounds[1], "a.md", "We sent the sisters to Thornby, and Bo Lee has left.", Status.STALLED
    )
    found = _compared(*rounds)
    assert not found.problems
    assert found.comparison is not None
    (theme,) = found.comparison.between[0].themes
    (move,) = theme.moves
    assert (move.before.status, move.after.failed) == (Status.COMMITMENT, Status.STALLED)
    assert [one.segment.interview for one in found.laid.decided] == ["L01-2"]  # type: ignore[union-attr]


def test_a_decision_about_the_other_folders_interview_has_no_place(
    rounds: tuple[Path, Path],
) -> None:
    _accepted(rounds[0], "a.md", "Tea was cold.", Status.COMMITMENT)
    kept = decisions_file(rounds[0], "AB")
    line = json.loads(kept.read_text())
    line["anchor"]["interview"] = "L03"
    kept.write_text(f"{json.dumps(line)}\n")
    (problem,) = _compared(*rounds).problems
    assert problem.path.startswith("one/decisions-ab.jsonl")
    assert 'there is no interview "L03"' in problem.message


def test_a_folder_that_is_not_there_is_a_problem(rounds: tuple[Path, Path]) -> None:
    missing = rounds[0].parent / "three"
    found = compare([rounds[0], missing], coder=Coder(encoder=False))
    assert any(one.path == str(missing) for one in found.problems)
