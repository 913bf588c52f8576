"""The whole analysis with the trained part of the coder: claims for any sensible encoder."""

import csv
import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from typer.testing import CliRunner

from sensecli.cli.app import app
from sensecli.coding import vectors
from sensecli.coding.cued import cued
from sensecli.coding.encoder import WEIGHTS, find_encoder
from sensecli.coding.language import find_model
from sensecli.coding.likeness import Counts, Likeness, likely
from sensecli.coding.tools import Tools
from sensecli.disk.store import open_store
from sensecli.exporting.names import masked
from sensecli.model import Analysis, Coding, Engine, Segment, Stance, Status
from sensecli.pipeline import Coder, analyse

RULES = Coder(encoder=False)
# Every code in every segment: what is claimed of a coding can be seen of all that there may be.
ALL = Coder(least=0.0)
BOOK = """\
id: tiny
label: A tiny codebook
codes:
  - id: clinic
    label: Joint clinic
    proposition: there should be a joint clinic
    cues: [joint clinic]
  - id: parking
    label: Parking
    kind: barrier
    proposition: lack of parking stands in the way
    cues: [car park]
"""
NOTES = (
    """\
- We need a joint clinic.
- Patients should see both teams in one room.
- The car park is full by eight.
- People give up because there is no space to park.
""",
    "- She set up a joint clinic last spring.\n- The coffee was good, she said.\n",
)
# A leader for it and against it, on every step of the ladder but a few.
TALK = """\
INT: What about a joint clinic?
R: We need a joint clinic.
R: I do not think that a joint clinic is the answer.
R: We plan to open a joint clinic in May.
R: We never got the joint clinic going.
R: We set up a joint clinic last spring.
R: The joint clinic is on Tuesdays.
R: The car park is full by eight.
"""
# Twenty of each code, none of them in the notes.
CLINIC = """\
Both teams ought to sit down with the patient together.
One appointment with physio and consultant side by side.
I want our people and theirs in the same room on a Tuesday.
Patients tell us they would rather be seen once by everybody.
We share a list and a waiting room now, and it is a joy.
Why send her to three places when one would do?
Seeing people jointly saves everyone a month.
A single session, two professions, one plan.
My hope is a shared session in every town.
They run it together on Fridays.
Separate appointments make no sense to anyone.
The surgeon joins the physio for new patients.
Under one roof, at one time, with one letter.
It works best when we see them side by side.
Nobody has ever brought the two services into one session.
Together in one room they decide in ten minutes.
Our combined session began in May.
Rheumatology and physio would see each patient as a pair.
I would merge the two appointments tomorrow.
Two teams, one door.
""".splitlines()
PARKING = """\
You drive round for half an hour before you find a space.
There is nowhere to leave the car.
Visitors give up at the barrier and go home.
Staff park on the verge and get fined.
It costs nine pounds to stop here for an afternoon.
Disabled bays are always taken.
We lose the first ten minutes to people hunting for a space.
They built offices where we used to park.
Patients miss their slot because they cannot park.
My secretary comes in at six to get a place.
The ground floor is reserved and the rest is full.
No spaces, no patients.
Parking is the complaint that we hear most.
He circled twice and left.
The permits ran out in March.
Nobody can stop near the entrance.
The multi-storey has been shut since the flood.
If you come after nine you walk from the station.
Where are they supposed to leave their cars?
It is the parking that puts them off.
""".splitlines()


def written(
    folder: Path, *, notes: Sequence[str] = NOTES, book: str = BOOK, examples: int = 0
) -> Path:
    """A project of those notes, whose codebook has so many examples of each code beside it."""
    (folder / "codebook.yaml").write_text(book, "utf-8")
    for number, text in enumerate(notes, start=1):
        (folder / f"L{number:02d}.md").write_text(text, "utf-8")
    if examples:
        with (folder / "codebook.examples.csv").open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(("text", "code"))
            for code, texts in (("clinic", CLINIC), ("parking", PARKING)):
                rows.writerows((text, code) for text in texts[:examples])
    return folder


def analysed(folder: Path, *, coder: Coder | None = None, codebook: str | None = None) -> Analysis:
    found = analyse(folder, coder=coder, codebook=codebook)
    assert isinstance(found, Analysis)
    return found


def places(codings: Sequence[Coding]) -> set[tuple[str, int, str]]:
    return {(one.interview, one.segment, one.code) for one in codings}


@pytest.fixture
def by_both(tmp_path: Path) -> list[tuple[Coding, Coding]]:
    """What cues call for in a talk: as the rules code it alone, and with the encoder."""
    folder = written(tmp_path, notes=(TALK,), examples=5)
    ruled, trained = (
        {(one.segment, one.code): one for one in analysed(folder, coder=coder).codings}
        for coder in (RULES, ALL)
    )
    return [(one, trained[place]) for place, one in ruled.items()]


@pytest.fixture
def encoder_in(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Makes the pipeline look for its encoder in another folder."""

    def move(folder: Path) -> None:
        monkeypatch.setattr("sensecli.pipeline.find_encoder", lambda: find_encoder(folder))

    return move


def a_damaged_copy(folder: Path) -> Path:
    """The shipped weights, of which the encoder is cut short."""
    shutil.copytree(WEIGHTS, folder)
    (folder / "encoder.onnx").write_bytes((WEIGHTS / "encoder.onnx").read_bytes()[:1000])
    return folder


# Rules alone.


def test_rules_code_by_cues_alone(tmp_path: Path) -> None:
    found = analysed(written(tmp_path, examples=5), coder=RULES)
    assert places(found.codings) == {
        ("L01", 1, "clinic"),
        ("L01", 3, "parking"),
        ("L02", 1, "clinic"),
    }
    assert {(one.coder, one.example) for one in found.codings} == {("rules", "")}
    assert {one.cue for one in found.codings} == {"joint clinic", "car park"}


def test_rules_need_no_encoder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        pytest.fail("the encoder was looked for")

    monkeypatch.setattr("sensecli.pipeline.find_encoder", refuse)
    found = analysed(written(tmp_path), coder=RULES)
    assert (found.problems, found.engine.encoder_hash) == ((), "")


def test_rules_can_be_asked_for_where_there_is_no_encoder(
    tmp_path: Path, encoder_in: Callable[[Path], None]
) -> None:
    encoder_in(tmp_path / "none")
    ran = CliRunner().invoke(app, ["analyse", str(written(tmp_path)), "--coder", "rules"])
    assert ran.exit_code == 0
    assert "encoder" not in ran.stderr


# An encoder that is not there.


def test_a_missing_encoder_is_a_problem_with_a_hint_and_cues_still_code(
    tmp_path: Path, encoder_in: Callable[[Path], None]
) -> None:
    by_rules = analysed(written(tmp_path), coder=RULES)
    encoder_in(tmp_path / "none")
    found = analysed(tmp_path)
    (problem,) = found.problems
    assert "encoder" in problem.message
    assert "--coder rules" in problem.hint
    assert found.codings == by_rules.codings != ()
    assert found.engine.encoder_hash == ""


@pytest.mark.parametrize("codebook", [None, "msk-programme"], ids=["own", "shipped"])
def test_a_damaged_encoder_is_a_problem_with_a_hint_and_cues_still_code(
    tmp_path: Path, encoder_in: Callable[[Path], None], codebook: str | None
) -> None:
    (tmp_path / "project").mkdir()
    folder = written(tmp_path / "project")
    by_rules = analysed(folder, coder=RULES, codebook=codebook)
    encoder_in(a_damaged_copy(tmp_path / "weights"))
    found = analysed(folder, codebook=codebook)
    (problem,) = found.problems
    assert "encoder" in problem.message
    assert "--coder rules" in problem.hint
    assert found.codings == by_rules.codings


def test_a_missing_encoder_exits_with_1_and_the_findings_are_still_shown(
    tmp_path: Path, encoder_in: Callable[[Path], None]
) -> None:
    encoder_in(tmp_path / "none")
    ran = CliRunner().invoke(app, ["analyse", str(written(tmp_path)), "-f", "csv"])
    assert ran.exit_code == 1
    assert "encoder" in ran.stderr
    assert "clinic" in ran.stdout


# How sure a coding must be.


def test_a_higher_least_confidence_keeps_fewer_codings(tmp_path: Path) -> None:
    folder = written(tmp_path, examples=5)
    kept = [
        places(analysed(folder, coder=Coder(least=least)).codings) for least in (0.0, 0.3, 0.9, 1.0)
    ]
    assert all(higher <= lower for lower, higher in pairwise(kept))
    assert len(kept[0]) > len(kept[-1])


def test_a_least_confidence_of_nothing_keeps_every_code_everywhere(tmp_path: Path) -> None:
    found = analysed(written(tmp_path), coder=ALL)
    assert len(places(found.codings)) == 2 * len(found.segments)


@pytest.mark.parametrize("least", [0.2, 0.5, 0.8])
def test_no_coding_is_less_sure_than_the_least_asked_for(tmp_path: Path, least: float) -> None:
    found = analysed(written(tmp_path, examples=5), coder=Coder(least=least))
    # Confidence is told to two places of a decimal.
    assert [one for one in found.codings if not least - 0.005 <= one.confidence <= 1] == []


def test_the_option_for_the_least_confidence_has_its_effect(tmp_path: Path) -> None:
    folder = written(tmp_path, examples=5)
    low, high = (
        CliRunner().invoke(app, ["export", str(folder), "--to", "csv", "--min-confidence", least])
        for least in ("0", "1")
    )
    assert len(low.stdout.splitlines()) > len(high.stdout.splitlines())


# Why a coding is there.


def test_what_no_cue_calls_for_is_told_to_be_the_encoders(tmp_path: Path) -> None:
    found = analysed(written(tmp_path, examples=5), coder=ALL)
    cued = places(analysed(tmp_path, coder=RULES).codings)
    by = {coder: {c for c in found.codings if c.coder == coder} for coder in ("rules", "encoder")}
    assert places(list(by["rules"])) == cued
    assert by["encoder"]
    assert {one.cue.startswith("like") for one in by["encoder"]} == {True}
    assert {one.cue for one in by["rules"]} == {"joint clinic", "car park"}


@pytest.mark.parametrize("examples", [1, 5, 20])
def test_a_coding_by_likeness_names_an_example_of_that_very_code(
    tmp_path: Path, examples: int
) -> None:
    of = {"clinic": CLINIC[:examples], "parking": PARKING[:examples]}
    found = analysed(written(tmp_path, examples=examples), coder=ALL)
    assert [one for one in found.codings if one.example not in of[one.code]] == []
    likened = [one for one in found.codings if one.coder == "encoder"]
    assert [one for one in likened if one.cue != f"like: {one.example}"] == []


def test_without_examples_a_code_is_like_its_proposition(tmp_path: Path) -> None:
    found = analysed(written(tmp_path), coder=ALL)
    likened = {(one.cue, one.example) for one in found.codings if one.coder == "encoder"}
    assert likened == {("like its proposition", "")}


def test_what_answers_names_the_likeness_that_it_answers(tmp_path: Path) -> None:
    talk = f"INT: {CLINIC[0]}\nR: Absolutely.\n"
    found = analysed(written(tmp_path, notes=(talk,), examples=5), coder=ALL)
    (answer,) = {one.cue for one in found.codings if (one.segment, one.code) == (2, "clinic")}
    assert answer == f"answers: like: {CLINIC[0]}"


def test_every_coding_of_the_sample_that_is_like_an_example_is_like_one_of_its_code(
    sample: Analysis,
) -> None:
    of = {code.id: set[str]() for code in sample.codebook.leaves}
    for example in sample.project.examples:
        of.setdefault(example.code, set()).add(example.text)
    assert [one for one in sample.codings if not one.cue] == []
    likened = [one for one in sample.codings if re.match(r"(answers: )?like: ", one.cue)]
    assert [c for c in likened if c.cue.partition("like: ")[2] not in of[c.code]] == []


def test_names_in_an_example_are_left_out_like_any_other(tmp_path: Path) -> None:
    head = "---\nname: Priya Moss\n---\n"
    sheet = "text,code\nPriya Moss wants both teams in one room.,clinic\n"
    folder = written(tmp_path, notes=[head + NOTES[0]])
    (folder / "codebook.examples.csv").write_text(sheet, "utf-8")
    codings = masked(analysed(folder, coder=ALL)).codings
    assert {one.example for one in codings if one.code == "clinic"} == {
        "[L01] wants both teams in one room."
    }
    assert [one for one in codings if "Moss" in f"{one.cue} {one.example}"] == []


# What rules and encoder each decide.


def test_the_stance_on_a_cue_is_the_rules_own(by_both: list[tuple[Coding, Coding]]) -> None:
    assert {ruled.stance for ruled, _ in by_both} > {Stance.ENDORSE}
    assert [both for both in by_both if both[0].stance is not both[1].stance] == []


def test_a_status_short_of_action_that_the_rules_read_is_kept(
    by_both: list[tuple[Coding, Coding]],
) -> None:
    read = [
        (ruled.status, trained.status)
        for ruled, trained in by_both
        if ruled.status is not Status.NONE and not ruled.status.acts
    ]
    assert read
    assert [one for one in read if one[0] is not one[1]] == []


def test_a_status_is_told_to_be_the_encoders_just_where_it_is_not_the_rules(
    by_both: list[tuple[Coding, Coding]],
) -> None:
    told = ["encoder-status" in trained.rule for _, trained in by_both]
    assert told == [ruled.status is not trained.status for ruled, trained in by_both]


def test_words_that_state_a_view_are_explicit_and_a_bare_mention_is_not(tmp_path: Path) -> None:
    said = "- We need a joint clinic.\n- The joint clinic is on Tuesdays.\n"
    codings = analysed(written(tmp_path, notes=(said,)), coder=RULES).codings
    assert [one.explicit for one in codings] == [True, False]


def test_an_aspiration_that_the_rules_read_states_a_view(sample: Analysis) -> None:
    wished = [one for one in sample.codings if one.status is Status.ASPIRATION]
    read = [one for one in wished if "encoder-status" not in one.rule]
    assert len(wished) > len(read) > 0
    assert [one for one in read if not one.explicit] == []


# A user's own codebook.


@pytest.mark.parametrize("examples", [0, 5, 20])
def test_a_codebook_of_ones_own_works_with_so_many_examples(tmp_path: Path, examples: int) -> None:
    found = analysed(written(tmp_path, examples=examples))
    assert found.problems == ()
    assert len(found.project.examples) == 2 * examples
    assert ("L01", 1, "clinic") in places(found.codings)
    assert ("L02", 2, "parking") not in places(found.codings)


@pytest.mark.parametrize("examples", [5, 20])
def test_a_passage_without_a_cue_is_likelier_of_the_code_that_it_is_about(
    tmp_path: Path, examples: int
) -> None:
    found = analysed(written(tmp_path, examples=examples), coder=ALL)
    sure = {(one.interview, one.segment, one.code): one.confidence for one in found.codings}
    assert sure["L01", 2, "clinic"] > sure["L01", 2, "parking"]
    assert sure["L01", 4, "parking"] > sure["L01", 4, "clinic"]


def test_a_bad_row_among_the_examples_is_told_and_the_rest_is_coded(tmp_path: Path) -> None:
    folder = written(tmp_path, examples=5)
    with (folder / "codebook.examples.csv").open("a", encoding="utf-8") as file:
        file.write("Two teams at one table.,clinics\n")
    found = analysed(folder)
    (problem,) = found.problems
    assert (problem.path, problem.line) == ("codebook.examples.csv", 12)
    assert '"clinic"' in problem.hint
    assert found.codings


def test_examples_in_the_codebook_itself_count_too(tmp_path: Path) -> None:
    inside = BOOK.replace("cues: [joint", f'examples: ["{CLINIC[0]}"]\n    cues: [joint')
    found = analysed(written(tmp_path, book=inside), coder=ALL)
    assert {one.example for one in found.codings if one.code == "clinic"} == {CLINIC[0]}


def test_the_sheet_of_examples_is_not_read_as_interviews(tmp_path: Path) -> None:
    found = analysed(written(tmp_path, examples=5))
    assert len(found.project.interviews) == len(NOTES)


# What is read.


@dataclass(frozen=True, slots=True)
class Reading:
    """The sample's passages, each read alone and with the words before it."""

    likeness: Likeness
    store: Path
    talks: Sequence[Sequence[Segment]]
    counts: Sequence[Counts]
    whole: NDArray[np.float32]

    def likelihoods(self, least: float | None = None) -> NDArray[np.float32]:
        """Passages x codes; those that stay below `least` read alone."""
        with open_store(self.store) as store:
            read = likely(self.likeness, self.talks, self.counts, least=least, store=store)
        return np.concatenate([one.likelihood for one in read])


@pytest.fixture(scope="module")
def reading(sample: Analysis, tmp_path_factory: pytest.TempPathFactory) -> Reading:
    """Every passage of the sample read twice."""
    store = tmp_path_factory.mktemp("reading")
    tools = Tools(sample.codebook, find_model(), sample.project.examples, encoder=find_encoder())
    ids = dict.fromkeys(one.interview for one in sample.segments)
    talks = [[one for one in sample.segments if one.interview == id_] for id_ in ids]
    counts = [
        [
            {code: len({(h.start, h.end) for h in hits}) for code, hits in one.items()}
            for one in talk
        ]
        for talk in cued(talks, tools)
    ]
    assert tools.likeness is not None
    known = Reading(tools.likeness, store, talks, counts, np.zeros(0, np.float32))
    return replace(known, whole=known.likelihoods())


@pytest.mark.slow
@pytest.mark.parametrize("least", [0.1, None, 0.9])
def test_passages_left_alone_cost_hardly_a_coding_and_change_none(
    reading: Reading, least: float | None
) -> None:
    least = reading.likeness.joining.least if least is None else least
    some, whole = reading.likelihoods(least), reading.whole
    taken, wanted = some >= least, whole >= least
    assert wanted.sum() > 100
    assert np.array_equal(some[taken], whole[taken])
    assert (wanted & ~taken).sum() <= 0.01 * wanted.sum()
    # Else nothing was left alone.
    assert not np.array_equal(some, whole)


# From run to run.


def test_two_runs_give_the_same(tmp_path: Path) -> None:
    folder = written(tmp_path, examples=5)
    assert analysed(folder).codings == analysed(folder).codings


def test_a_second_run_encodes_no_example_again_and_gives_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "project").mkdir()
    folder, kept = written(tmp_path / "project", examples=5), Coder(store=tmp_path / "store")
    first = analysed(folder, coder=kept)
    monkeypatch.setattr(vectors, "encode", lambda *_, **__: pytest.fail("encoded again"))
    assert analysed(folder, coder=kept).codings == first.codings


def test_nothing_is_written_into_the_users_folder(tmp_path: Path) -> None:
    folder = written(tmp_path, examples=5)
    before = sorted(folder.rglob("*"))
    analysed(folder)
    assert sorted(folder.rglob("*")) == before


def test_the_engine_records_the_encoder(sample: Analysis) -> None:
    engine: Engine = sample.engine
    assert find_encoder().hash.startswith(engine.encoder_hash)
    assert len(engine.encoder_hash) == 16
