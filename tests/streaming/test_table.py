"""A table analysed in pieces gives what it gives when it is held."""

from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensecli.exporting.names import masked
from sensecli.model import Analysis, Coding, Interview, Project
from sensecli.pipeline import Coder, Speakers, analyse
from sensecli.streaming import Opened, Sink, analyse_table
from sensecli.streaming import pieces as of_pieces
from sensecli.working import Where
from tests.answers import HEADER, in_small_pieces, rows, written

RULES = Coder(encoder=False)
HERE = Where()
# What is only counted, or is told of interviews that are held; docs/tutorial.md says so.
COUNTED = {"segments", "codings", "positions", "current", "consensus", "coverage", "laid"}
COUNTED |= {"comparison"}
SAME = {one.name for one in fields(Analysis)} - COUNTED - {"project", "problems", "notices"}


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    in_small_pieces(monkeypatch)


def held(path: Path, speakers: Speakers | None = None, coder: Coder = RULES) -> Analysis:
    """What the table gives when it is held."""
    found = analyse(path, coder=coder, speakers=speakers, where=HERE)
    assert isinstance(found, Analysis)
    assert found.findings
    return found


def counted(
    path: Path | str, speakers: Speakers | None = None, coder: Coder = RULES, where: Where = HERE
) -> Analysis:
    """What it gives in pieces."""
    found = analyse_table(path, coder=coder, speakers=speakers, where=where)
    assert isinstance(found, Analysis)
    return found


def assert_same(found: Analysis, expected: Analysis) -> None:
    """Everything but what is only counted; `counted` is what the other counts itself."""
    for name in sorted(SAME - {"counted"}):
        assert getattr(found, name) == getattr(expected, name), name
    assert found.counted == expected.totals
    assert found.project.names == expected.project.names
    assert sorted(map(str, found.problems)) == sorted(map(str, expected.problems))
    told = [
        sorted(str(one).replace("interviews.csv", "further columns of all.csv") for one in notices)
        for notices in (found.notices, expected.notices)
    ]
    assert told[0] == told[1]


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize("name", ["all.csv", "all.parquet"])
def test_a_table_in_pieces_gives_what_it_gives_held(
    tmp_path: Path, name: str, *, apart: bool
) -> None:
    path = written(tmp_path / name, rows(60, apart=apart))
    found, expected = counted(path), held(path)
    if name == "all.csv":
        assert_same(found, expected)
        assert_same(_untold(masked(found)), _untold(masked(expected)))
    else:
        assert found.findings == expected.findings
    figures = [one.figures for one in expected.findings]
    assert all(one.gap and one.counts.silent for one in figures)
    assert expected.missed
    assert len(found.problems) == 3
    assert any("[name]" in quote.text for one in masked(found).findings for quote in one.quotes)


@settings(max_examples=15)
@given(
    number=st.integers(1, 40),
    seed=st.integers(0, 99),
    size=st.integers(1, 12),
    apart=st.booleans(),
)
def test_however_it_is_cut_a_table_gives_the_same(
    tmp_path_factory: pytest.TempPathFactory, number: int, seed: int, size: int, *, apart: bool
) -> None:
    path = written(
        tmp_path_factory.mktemp("table") / "all.csv", rows(number, apart=apart, seed=seed)
    )
    with pytest.MonkeyPatch.context() as patched:
        in_small_pieces(patched, rows=size, lot=2)
        assert_same(counted(path), held(path))


def test_long_answers_are_cut_between_leaders_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "all.csv", rows(60))
    in_small_pieces(monkeypatch, rows=500)
    whole = counted(path)
    monkeypatch.setattr(of_pieces, "_LETTERS", 1)
    seen = _units_seen(monkeypatch)
    assert_same(counted(path), held(path))
    assert replace(whole, problems=(), notices=()) == replace(
        counted(path), problems=(), notices=()
    )
    leaders = [{one.leader for one in interviews} for interviews in seen if interviews]
    assert len(leaders) > 30
    assert all(len(one) == 1 for one in leaders)


def test_what_is_only_counted_is_left_out(tmp_path: Path) -> None:
    found = counted(written(tmp_path / "all.csv", rows(30)))
    left = [getattr(found, name) for name in sorted(COUNTED)]
    assert left == [(), None, (), (), None, (), ()] or not any(left)
    assert found.project.interviews == ()
    assert found.counted is not None
    assert found.counted.interviews == 30


def test_speakers_are_settled_in_answers_too(tmp_path: Path) -> None:
    path = written(tmp_path / "all.csv", rows(30))
    settled = Speakers(leader=("INT", "Zoe"), interviewer=("Jo Dale",))
    found = counted(path, settled)
    assert_same(found, held(path, settled))
    assert found.findings != counted(path).findings
    assert any('"Zoe": the labels are INT, Jo Dale' in str(one) for one in found.notices)


def test_guesses_of_who_leads_are_told_a_hundred_times(tmp_path: Path) -> None:
    talk = "Ann Carr: What of trust?\nBob Dale: We trust.\nAnn Carr: Sure?\nBob Dale: We do."
    answers = [[f"A{n}", *[""] * (len(HEADER) - 2), talk] for n in range(120)]
    told = [str(one) for one in counted(written(tmp_path / "all.csv", answers)).notices]
    assert sum("settle it with --leader" in one for one in told) == 100
    assert told[-1] == "Of 20 more interviews, who leads was told by a guess."


def test_a_name_known_from_a_label_alone_is_left_out_of_every_coding(tmp_path: Path) -> None:
    path = written(tmp_path / "all.csv", rows(30))
    found = held(path)
    assert any("Jo Dale" in coding.text for coding in found.codings)
    assert ("Jo Dale", "[P3]") in counted(path).project.names


def test_decisions_beside_the_table_are_told_to_be_unused(tmp_path: Path) -> None:
    from sensecli.review.file import append
    from tests.review.made import a_decision

    path = written(tmp_path / "all.csv", rows(9))
    append(tmp_path / "decisions-ab.jsonl", a_decision())
    (problem,) = (one for one in counted(path).problems if one.path == "decisions-ab.jsonl")
    assert problem.message == "is not used for all.csv, which is too large to be held"


@pytest.mark.parametrize("content", ["", "id,text\n", "a,b\n1,2\n"])
def test_a_table_of_nothing_is_told(tmp_path: Path, content: str) -> None:
    path = written(tmp_path / "all.csv", rows(3))
    path.write_text(content)
    found = analyse_table(path, coder=RULES, where=HERE)
    assert found.problems
    assert isinstance(found, Project) or found.totals.interviews == 0


def test_a_codebook_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    path = written(tmp_path / "all.csv", rows(3))
    found = analyse_table(path, codebook=str(tmp_path / "no.yaml"), coder=RULES, where=HERE)
    assert isinstance(found, Project)
    assert len(found.problems) == 1 + len(
        [one for one in counted(path).problems if one.path == "all.csv"]
    )


def test_what_the_sink_raises_is_raised(tmp_path: Path) -> None:
    class FullError(Exception):
        pass

    def sink(_: Opened) -> Sink:
        def take(_codings: Sequence[Coding], _interviews: Sequence[Interview]) -> None:
            raise FullError

        return take

    path = written(tmp_path / "all.csv", rows(30))
    with pytest.raises(FullError):
        analyse_table(path, coder=RULES, where=HERE, sink=sink)


def test_progress_is_told_piece_by_piece_up_to_all_rows(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    path = written(tmp_path / "all.csv", rows(30))
    analyse_table(path, coder=RULES, where=HERE, progress=lambda *values: told.append(values))
    done = [one for _, one, _ in told]
    assert done == sorted(done)
    assert len(done) >= 30 // 7
    assert told[-1] == ("coding", 30, 30)


def test_the_encoder_codes_in_pieces_as_it_does_at_once(tmp_path: Path) -> None:
    path = written(tmp_path / "all.csv", rows(24))
    found, expected = counted(path, coder=Coder()), held(path, coder=Coder())
    assert found.findings == expected.findings
    assert found.counted == expected.totals
    assert found.engine.encoder_hash


def _untold(found: Analysis) -> Analysis:
    """Without problems: only where interviews are held are they told by id."""
    return replace(found, problems=())


def _units_seen(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Interview, ...]]:
    """The interviews of each unit from now on."""
    seen: list[tuple[Interview, ...]] = []
    real = of_pieces.Unit

    def unit(interviews: tuple[Interview, ...], *rest: object) -> object:
        seen.append(interviews)
        return real(interviews, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(of_pieces, "Unit", unit)
    return seen
