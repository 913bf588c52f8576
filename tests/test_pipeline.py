"""The whole analysis of small folders of invented notes."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from sensecli.cli.app import app
from sensecli.coding import coder
from sensecli.coding.encoder import EncoderName
from sensecli.loading.codebooks.load import find_codebook
from sensecli.model import Analysis, Holder, Project, Speaker
from sensecli.pipeline import (
    Coder,
    Speakers,
    analyse,
    code_all,
    code_interview,
    load_project,
    make_tools,
    segment_all,
)
from tests.builders import an_interview

BOOK = """\
id: tiny
label: A tiny codebook
codes:
  - id: clinic
    label: Joint clinic
    proposition: there should be a joint clinic
    cues: [joint clinic]
  - id: money
    label: Money
    kind: barrier
    proposition: lack of money stands in the way
    cues: [money]
"""
NOTES = (
    "- We need a joint clinic.\n- There is no money for it.\n",
    "- She set up a joint clinic last spring.\n",
    "- He is not convinced by the joint clinic.\n",
    "- They ran a joint clinic once, but it fizzled out.\n- There is plenty of money.\n",
    "- The joint clinic matters more than anything else here.\n",
)
TALK = (
    "Ros Hale: The joint clinic is what we need.\n\nJo Beck: How is it going? And why now?\n\n"
    "Ros Hale: It opens in the spring, I hope.\n\nJo Beck: Is there money for it?\n"
)
# Where a claim is about cues, likeness must not add to them.
RULES = Coder(encoder=False)


def written(
    folder: Path, *, notes: tuple[str, ...] = NOTES, names: tuple[int, ...] = (), book: str = BOOK
) -> Path:
    """A project whose n-th interview has the id L0n, in a file numbered by `names`."""
    (folder / "codebook.yaml").write_text(book, "utf-8")
    for number, (name, text) in enumerate(
        zip(names or range(len(notes)), notes, strict=True), start=1
    ):
        group = "acute" if number % 2 else "primary"
        head = f"---\nid: L{number:02d}\ngroup: {group}\norganisation: Trust {number}\n---\n"
        (folder / f"{name}-notes.md").write_text(head + text, "utf-8")
    return folder


def analysed(
    folder: Path,
    *,
    codebook: str | None = None,
    speakers: Speakers | None = None,
    coder: Coder | None = None,
) -> Analysis:
    found = analyse(folder, codebook=codebook, speakers=speakers, coder=coder)
    assert isinstance(found, Analysis)
    return found


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    """The notes above, in the order of their ids."""
    return analysed(written(tmp_path_factory.mktemp("usual")))


@settings(max_examples=8)
@given(names=st.permutations(range(len(NOTES))))
def test_the_order_of_files_never_changes_a_finding(usual: Analysis, names: list[int]) -> None:
    with TemporaryDirectory() as folder:
        shuffled = analysed(written(Path(folder), names=tuple(names)))
    assert shuffled.findings == usual.findings
    assert shuffled.barriers == usual.barriers
    assert shuffled.lenses == usual.lenses
    assert set(shuffled.codings) == set(usual.codings)
    assert set(shuffled.positions) == set(usual.positions)


def test_what_leaders_say_adds_up(usual: Analysis) -> None:
    (clinic,) = usual.findings
    counts = clinic.figures.counts
    assert (counts.n, counts.endorse, counts.oppose, counts.silent) == (5, 4, 1, 0)
    assert (clinic.figures.act, clinic.figures.failed, clinic.figures.gap) == (1, 1, 3)


def test_a_missing_model_is_a_problem_with_a_hint(tmp_path: Path) -> None:
    found = analyse(written(tmp_path), coder=Coder(model="nope"))
    assert isinstance(found, Project)
    (problem,) = found.problems
    assert "nope" in problem.message
    assert problem.hint


def test_a_missing_model_still_gives_what_was_read(tmp_path: Path) -> None:
    found = analyse(written(tmp_path), coder=Coder(model="nope"))
    assert isinstance(found, Project)
    assert [one.id for one in found.interviews] == ["L01", "L02", "L03", "L04", "L05"]
    assert found.codebook is not None


def test_a_missing_model_exits_as_a_problem_of_the_users(tmp_path: Path) -> None:
    ran = CliRunner().invoke(app, ["analyse", str(written(tmp_path)), "--model", "nope"])
    assert ran.exit_code == 1
    assert "nope" in ran.stderr


def test_an_unknown_codebook_is_a_problem_and_no_analysis(tmp_path: Path) -> None:
    found = analyse(written(tmp_path), codebook="nope")
    assert isinstance(found, Project)
    assert found.codebook is None
    assert "nope" in found.problems[0].message


def test_an_unreadable_file_leaves_the_rest_analysed(tmp_path: Path, usual: Analysis) -> None:
    (written(tmp_path) / "9-broken.docx").write_bytes(b"this is no Word file")
    found = analysed(tmp_path)
    assert [problem.path for problem in found.problems] == ["9-broken.docx"]
    assert found.findings == usual.findings


def test_a_folder_without_interviews_is_a_problem_and_counts_nobody(tmp_path: Path) -> None:
    found = analysed(written(tmp_path, notes=()))
    assert "no interviews" in found.problems[0].message
    assert found.problems[0].hint
    assert [one.figures.counts.n for one in found.findings] == [0]


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    found = analyse(tmp_path / "none", codebook="weick")
    assert [problem.path for problem in found.problems] == [str(tmp_path / "none")]


def test_without_a_codebook_the_notice_names_the_one_taken(tmp_path: Path) -> None:
    (written(tmp_path) / "codebook.yaml").unlink()
    project = load_project(tmp_path)
    assert project.codebook is not None
    assert any(project.codebook.id in str(notice) for notice in project.notices)


def test_derived_cues_find_the_code_and_are_noticed(tmp_path: Path) -> None:
    bare = BOOK.replace("    cues: [joint clinic]\n", "")
    found = analysed(written(tmp_path, book=bare))
    assert any("1 of 2 codes have no cues" in str(notice) for notice in found.notices)
    assert {coding.code for coding in found.codings} == {"clinic", "money"}


def test_written_cues_are_not_noticed(usual: Analysis) -> None:
    assert [n for n in usual.notices if "cues" in str(n)] == []


def test_speakers_are_as_the_user_settles_them(tmp_path: Path) -> None:
    folder = written(tmp_path, notes=(TALK,))
    settled = Speakers(leader=("Jo Beck",), interviewer=("Ros Hale",))
    held = {
        coding.text: coding.holder
        for coding in analysed(folder, speakers=settled, coder=RULES).codings
        if coding.code == "clinic"
    }
    assert held == {"The joint clinic is what we need.": Holder.INTERVIEWER}


def test_speakers_that_had_to_be_guessed_are_noticed(tmp_path: Path) -> None:
    found = analysed(written(tmp_path, notes=(TALK,)))
    assert any("--leader" in str(notice) for notice in found.notices)
    assert found.segments[0].speaker is Speaker.LEADER


def test_coding_an_interview_twice_gives_the_same(tmp_path: Path) -> None:
    project = load_project(written(tmp_path))
    tools, _ = make_tools(project.codebook)
    assert tools is not None
    (first, *_), segmented = project.interviews, segment_all(project.interviews, Speakers())
    once = code_interview(first, segmented[0].segments, tools)
    code_all(project.interviews, segmented, tools)
    assert once
    assert code_interview(first, segmented[0].segments, tools) == once


def test_an_interview_is_coded_by_its_own_words_alone(usual: Analysis) -> None:
    tools, _ = make_tools(usual.codebook)
    assert tools is not None
    for interview in usual.project.interviews:
        (cut,) = segment_all([interview], Speakers())
        alone = code_interview(interview, cut.segments, tools)
        assert alone == tuple(c for c in usual.codings if c.interview == interview.id)


@pytest.mark.parametrize(("characters", "told"), [(1, [1, 2, 3, 4, 5]), (10_000, [5])])
def test_progress_tells_every_file_and_whatever_is_coded_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, characters: int, told: list[int]
) -> None:
    monkeypatch.setattr(coder, "_BLOCK", characters)
    heard: list[tuple[str, int, int]] = []
    analyse(written(tmp_path), progress=lambda stage, done, of: heard.append((stage, done, of)))
    reading = [("reading", n, 5) for n in range(1, 6)]
    assert heard == [*reading, *(("coding", n, 5) for n in told)]


def test_the_engine_records_tool_codebook_and_model(usual: Analysis) -> None:
    engine = usual.engine
    assert engine.tool.startswith("sense ")
    assert "3.8" in engine.model
    assert {len(engine.codebook_hash), len(engine.model_hash)} == {16}
    int(engine.codebook_hash + engine.model_hash, base=16)


def test_the_codebooks_hash_changes_with_its_words_only(tmp_path: Path, usual: Analysis) -> None:
    relaid = BOOK.replace("cues: [money]", "cues:\n      - money")
    same = analysed(written(tmp_path, notes=NOTES[:1], book=relaid))
    other = analysed(written(tmp_path, notes=NOTES[:1], book=BOOK.replace("[money]", "[cash]")))
    assert same.engine.codebook_hash == usual.engine.codebook_hash
    assert other.engine.codebook_hash != usual.engine.codebook_hash


def test_problems_and_notices_of_every_stage_are_in_the_analysis(tmp_path: Path) -> None:
    folder = written(tmp_path, notes=(TALK,))
    (folder / "8-empty.txt").write_text("", "utf-8")
    found = analysed(folder)
    assert found.problems == found.project.problems != ()
    assert set(found.project.notices) < set(found.notices)


def test_a_passage_that_no_code_caught_is_told(tmp_path: Path) -> None:
    text = (
        "- We ought to give the night porters a room of their own.\n- The joint clinic matters.\n"
    )
    found = analysed(written(tmp_path, notes=(text,)), coder=RULES)
    assert [one.text for one in found.missed] == [text[2 : text.index("\n")]]
    assert found.missed_total == 1


def test_an_interview_without_talk_has_no_codings() -> None:
    book = find_codebook("weick", Path()).codebook
    tools, _ = make_tools(book)
    assert tools is not None
    silent = replace(an_interview(), text="", body=0)
    assert code_interview(silent, (), tools) == ()


def test_there_are_no_tools_without_a_codebook() -> None:
    assert make_tools(None) == (None, ())


@pytest.mark.parametrize("keeping", [False, True])
def test_where_the_encoder_cannot_be_loaded_rules_code_alone_and_it_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, keeping: bool
) -> None:
    (tmp_path / "project").mkdir()
    folder = written(tmp_path / "project")
    store = tmp_path / "store" if keeping else None
    broken = EncoderName(tmp_path / "none", "0" * 64)
    monkeypatch.setattr("sensecli.pipeline.find_encoder", lambda: broken)
    found = analysed(folder, coder=Coder(store=store, least=0.9))
    (problem,) = found.problems
    assert "encoder" in problem.message
    assert "--coder rules" in problem.hint
    assert found.engine.encoder_hash == ""
    assert found.codings == analysed(folder, coder=RULES).codings != ()
