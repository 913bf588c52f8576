"""The rules' decision weighed against the encoder's, with weights that each test sets itself."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from sensecli.coding.calls import Call, calls
from sensecli.coding.decide import Decision, decide
from sensecli.coding.encoder import WEIGHTS
from sensecli.coding.exchange import Answer, Question
from sensecli.coding.language import find_model
from sensecli.coding.talk import Talk, hear, read_talks
from sensecli.coding.tools import Tools
from sensecli.coding.weighing import (
    ATTRIBUTES,
    Heads,
    as_written,
    decision_parts,
    read_heads,
    read_weighing,
    weigh,
)
from sensecli.model import Actor, Codebook, Cue, Holder, Kind, Node, Speaker, Stance, Status
from sensecli.segmenting import segment_interview
from tests.builders import an_interview

Weights = Mapping[str, Mapping[str, float]]

BOOK = Codebook(
    id="tiny",
    label="A tiny codebook",
    codes=(Node(id="clinic", label="Clinic", cues=(Cue(phrase="clinic"),)),),
)
SAYS = "We need a clinic."
DIMENSIONS = 3


@dataclass(frozen=True, slots=True)
class Decided:
    """The last call of a talk, with what the rules decide of it."""

    talk: Talk
    call: Call
    decision: Decision


@cache
def decided(text: str = f"INT: Go on.\nR: {SAYS}\n", *, encoded: bool = True) -> Decided:
    interview = an_interview(text=text)
    segments = segment_interview(interview).segments
    tools = Tools(BOOK, find_model())
    (talk,) = read_talks(hear([(interview, segments)], tools), tools)
    if encoded:
        zeros = np.zeros(DIMENSIONS, dtype=np.float32)
        talk = replace(talk, manner=dict.fromkeys(range(len(segments)), (zeros, zeros)))
    call = list(calls(talk))[-1]
    return Decided(talk, call, decide(talk, call))


def heads(**constants: Sequence[float]) -> Heads:
    """Heads that see the same in every passage: nothing, but for the attributes given."""
    arrays = {}
    for attribute, values in ATTRIBUTES.items():
        arrays[attribute] = np.zeros((DIMENSIONS + 1, len(values)), dtype=np.float32)
        arrays[attribute][-1] = constants.get(attribute, 0)
    return Heads(arrays)


def parts(attribute: str, case: Decided, eyes: Heads | None = None) -> Mapping[str, float]:
    return decision_parts(case.talk, case.call, case.decision, eyes or heads())[attribute]


def ruled(*, stance: str = "endorse", status: str = "none", actor: str = "unspecified") -> Decided:
    """A case that the rules decided so, whatever its words."""
    changed = replace(
        decided().decision, stance=Stance(stance), status=Status(status), actor=Actor(actor)
    )
    return replace(decided(), decision=changed)


def weights(
    folder: Path,
    *,
    wanted: Mapping[str, Mapping[str, float]] | None = None,
    stance: float = 0.0,
    confirmed: float = 0.0,
    alone: float = 0.0,
    aside: float = 0.0,
) -> Path:
    """A folder of weights: for each attribute the score of each value, whatever the passage.

    An attribute that is not `wanted` is as the rules have it. `stance`, `confirmed` and `aside`
    are how likely a stance, an action, and a rung on a barrier have to be that the rules read,
    `alone` how likely an action that they did not.
    """
    written: dict[str, object] = {
        "stance confirmed": stance,
        "action confirmed": confirmed,
        "action alone": alone,
        "aside": aside,
    }
    for attribute in ATTRIBUTES:
        values, scores = ATTRIBUTES[attribute], (wanted or {}).get(attribute)
        own = {
            f"rules: {attribute} {value}": [9.0 * (scores is None and value == at) for at in values]
            for value in values
        }
        constant = [(scores or {}).get(value, 0.0) for value in values]
        written[attribute] = {"weights": own, "constant": constant}
    folder.mkdir(exist_ok=True)
    (folder / "weighing.json").write_text(json.dumps(written), "utf-8")
    np.savez(folder / "attributes.npz", **heads().arrays)  # type: ignore[arg-type]
    return folder


def action_or_plan(acting: str) -> Weights:
    """Scores by which that action has a likelihood of .88, and a plan most of the rest."""
    # By hand: e^2 / (e^2 + 1 + 6 e^-9) = .88.
    scores: dict[str, float] = {status.value: -9.0 for status in Status}
    return {"status": scores | {acting: 2.0, "intention": 0.0}}


def weighed(case: Decided, folder: Path) -> Decision:
    return weigh(case.talk, case.call, case.decision, folder)


def test_without_vectors_the_decision_is_the_rules(tmp_path: Path) -> None:
    case = decided(encoded=False)
    assert weighed(case, tmp_path / "there are no weights") is case.decision


def test_weights_that_side_with_the_rules_change_nothing(tmp_path: Path) -> None:
    assert weighed(decided(), weights(tmp_path)) == decided().decision


# Stance and status: the rules' own where they are likely enough.


def test_a_stance_that_the_rules_read_is_kept_unless_it_is_unlikely(tmp_path: Path) -> None:
    # By hand: 1 / (e^2 + 1 + 2 e^-9) = .12.
    wanted = {"stance": {"neutral": 2.0, "endorse": 0.0, "oppose": -9.0, "mixed": -9.0}}
    low = weights(tmp_path / "low", wanted=wanted, stance=0.11)
    high = weights(tmp_path / "high", wanted=wanted, stance=0.13)
    assert weighed(ruled(), low).stance is Stance.ENDORSE
    assert weighed(ruled(), high).stance is Stance.NEUTRAL


@pytest.mark.parametrize(("answer", "stance"), [("No.", "oppose"), ("Absolutely.", "neutral")])
def test_a_bare_no_denies_whatever_its_manner_and_a_bare_yes_is_weighed(
    tmp_path: Path, answer: str, stance: str
) -> None:
    folder = weights(tmp_path, wanted={"stance": {"neutral": 9.0}}, stance=0.1)
    assert weighed(decided(f"INT: Do we need a clinic?\nR: {answer}\n"), folder).stance == stance


def test_an_answer_with_words_of_its_own_is_weighed(tmp_path: Path) -> None:
    folder = weights(tmp_path, wanted={"stance": {"neutral": 9.0}}, stance=0.1)
    asked = decided("INT: Do we need a clinic?\nR: No, a clinic is not what we need.\n")
    assert weighed(asked, folder).stance is Stance.NEUTRAL


def test_a_changed_stance_is_told_among_the_rules(tmp_path: Path) -> None:
    folder = weights(tmp_path, wanted={"stance": {"neutral": 9.0}}, stance=0.1)
    case = ruled()
    assert weighed(case, folder).rules == f"{case.decision.rules} encoder-stance".strip()


def test_who_turns_out_to_be_opposed_takes_no_step(tmp_path: Path) -> None:
    folder = weights(tmp_path, wanted={"stance": {"oppose": 9.0}}, stance=0.1)
    assert weighed(ruled(status="done"), folder).status is Status.NONE


def on(kind: Kind, case: Decided) -> Decided:
    """The same case with the code being of a kind."""
    theme = replace(case.call.theme, code=case.call.theme.code.model_copy(update={"kind": kind}))
    return replace(case, call=replace(case.call, theme=theme))


@pytest.mark.parametrize("kind", [Kind.BARRIER, Kind.LENS])
def test_an_unlikely_rung_on_what_is_no_theme_is_dropped(tmp_path: Path, kind: Kind) -> None:
    folder = weights(tmp_path, wanted={"status": {"none": 9.0}}, aside=0.1)
    case = ruled(status="stalled")
    assert weighed(on(kind, case), folder).status is Status.NONE
    assert weighed(case, folder).status is Status.STALLED


@pytest.mark.parametrize("status", [one for one in Status if one is not Status.NONE])
def test_a_status_that_the_rules_read_is_kept(tmp_path: Path, status: Status) -> None:
    case = ruled(status=status)
    found = weighed(case, weights(tmp_path, wanted={"status": {"none": 9.0}}))
    assert (found.status, found.rules) == (status, case.decision.rules)


@pytest.mark.parametrize("status", ["aspiration", "intention", "commitment", "stalled"])
def test_what_is_no_action_needs_no_confirming(tmp_path: Path, status: str) -> None:
    folder = weights(tmp_path, wanted={"status": {"none": 9.0}}, confirmed=1.0)
    assert weighed(ruled(status=status), folder).status is Status(status)


@pytest.mark.parametrize("acting", ["underway", "done"])
def test_an_action_that_the_rules_read_is_dropped_unless_it_is_confirmed(
    tmp_path: Path, acting: str
) -> None:
    wanted, case = action_or_plan(acting), ruled(status=acting)
    low = weights(tmp_path / "low", wanted=wanted, confirmed=0.87, alone=1.0)
    high = weights(tmp_path / "high", wanted=wanted, confirmed=0.89, alone=1.0)
    assert weighed(case, low).status is Status(acting)
    assert weighed(case, high).status is Status.INTENTION


def test_either_action_confirms_the_one_that_the_rules_read(tmp_path: Path) -> None:
    folder = weights(tmp_path, wanted=action_or_plan("done"), confirmed=0.87, alone=1.0)
    assert weighed(ruled(status="underway"), folder).status is Status.UNDERWAY


@pytest.mark.parametrize("status", Status)
def test_where_the_rules_read_none_the_likeliest_status_is_taken(
    tmp_path: Path, status: Status
) -> None:
    folder = weights(tmp_path, wanted={"status": {status: 3.0}})
    assert weighed(ruled(status="none"), folder).status is status


@pytest.mark.parametrize("acting", ["underway", "done"])
def test_action_that_the_rules_did_not_read_has_to_be_likely_enough(
    tmp_path: Path, acting: str
) -> None:
    low = weights(tmp_path / "low", wanted=action_or_plan(acting), alone=0.87)
    high = weights(tmp_path / "high", wanted=action_or_plan(acting), alone=0.89)
    assert weighed(ruled(status="none"), low).status is Status(acting)
    assert weighed(ruled(status="none"), high).status is Status.INTENTION


def test_what_is_no_action_needs_no_likelihood(tmp_path: Path) -> None:
    folder = weights(tmp_path, wanted={"status": {"commitment": 0.1}}, alone=1.0)
    assert weighed(ruled(status="none"), folder).status is Status.COMMITMENT


def test_one_who_is_opposed_takes_no_step_that_the_rules_did_not_read(tmp_path: Path) -> None:
    folder = weights(tmp_path, wanted={"status": {"intention": 9.0}})
    assert weighed(ruled(stance="oppose"), folder).status is Status.NONE
    assert weighed(ruled(stance="mixed"), folder).status is Status.INTENTION


def test_an_unconfirmed_action_of_one_who_is_opposed_leaves_none(tmp_path: Path) -> None:
    folder = weights(tmp_path, wanted={"status": {"intention": 9.0}}, confirmed=1.0)
    assert weighed(ruled(stance="oppose", status="done"), folder).status is Status.NONE


def test_inaction_of_one_who_is_opposed_is_kept(tmp_path: Path) -> None:
    folder = weights(tmp_path, wanted={"status": {"none": 9.0}})
    assert weighed(ruled(stance="oppose", status="inaction"), folder).status is Status.INACTION


def test_a_changed_status_is_told_among_the_rules(tmp_path: Path) -> None:
    case = ruled(status="none")
    found = weighed(case, weights(tmp_path, wanted={"status": {"stalled": 3.0}}))
    assert found.rules == f"{case.decision.rules} encoder-status".strip()


@pytest.mark.parametrize("own", ["unspecified", "self"])
def test_the_likeliest_actor_is_taken_whatever_the_rules_read(tmp_path: Path, own: str) -> None:
    folder = weights(tmp_path, wanted={"actor": {"shared": 3.0}})
    assert weighed(ruled(actor=own), folder).actor is Actor.SHARED


# What there is to weigh.


def test_the_rules_own_values_are_parts() -> None:
    found = parts("status", decided())
    decision = decided().decision
    assert found[f"rules: stance {decision.stance}"] == 1
    assert found[f"rules: status {decision.status}"] == 1
    assert found[f"rules: actor {decision.actor}"] == 1
    assert found[f"rules, on a cue: status {decision.status}"] == 1
    assert len([name for name in found if name.startswith("rules: stance ")]) == 1


def test_what_stands_on_no_cue_is_weighed_as_such() -> None:
    case = decided()
    call = replace(case.call, theme=replace(case.call.theme, cued=False, spans=()))
    found = parts("status", replace(case, call=call))
    assert found[f"rules, on a cue: status {case.decision.status}"] == 0


def test_whose_view_it_is_who_speaks_and_of_what_kind_of_code_are_parts() -> None:
    found = parts("status", decided())
    assert found["holder leader"] == found["speaker leader"] == found["kind theme"] == 1
    assert "holder interviewer" not in found


def test_what_the_interviewer_asks_is_a_part() -> None:
    found = parts("status", decided("R: So it goes.\nINT: Do you need a clinic?\n"))
    assert found["holder interviewer"] == found["speaker interviewer"] == 1
    assert found["question yes-no"] == 1


def test_a_bare_yes_to_what_was_put_is_told_by_its_parts() -> None:
    found = parts("status", decided("INT: We need a clinic, don't we?\nR: Absolutely.\n"))
    assert found["answers"] == found["bare answer"] == found["prompted"] == 1
    assert found["answer agree"] == 1


def test_what_answers_nothing_has_no_part_of_an_answer() -> None:
    found = parts("status", decided())
    assert found["answers"] == found["bare answer"] == found["prompted"] == 0


def test_a_pitch_in_a_note_is_a_part() -> None:
    assert parts("status", decided("- I put it to her that the clinic matters.\n"))["pitch"] == 1
    assert parts("status", decided("- She says that the clinic matters.\n"))["pitch"] == 0


def test_the_encoders_log_likelihoods_are_parts_for_every_value() -> None:
    found = parts("status", decided())
    for attribute, values in ATTRIBUTES.items():
        for value in values:
            even = -np.log(len(values))
            assert found[f"encoder: {attribute} {value}"] == pytest.approx(even, abs=1e-5)


def test_the_encoders_log_likelihoods_end_at_a_floor() -> None:
    found = parts("status", decided(), heads(stance=[40, 0, 0, 0]))
    first, *others = (found[f"encoder: stance {value}"] for value in ATTRIBUTES["stance"])
    assert first == pytest.approx(0, abs=1e-5)
    assert others == [-6] * 3


def test_with_the_passage_before_only_the_attribute_itself_is_weighed() -> None:
    named = [name for name in parts("actor", decided()) if "with passage before" in name]
    assert named == [f"encoder, with passage before: actor {value}" for value in Actor]


def test_the_passages_own_vector_and_the_joined_one_are_read_apart() -> None:
    case, eyes = decided(), heads()
    own, joined = (np.array([first, 0, 0], dtype=np.float32) for first in (2, -2))
    eyes.arrays["status"][0, 0] = 1
    talk = replace(case.talk, manner={case.call.index: (own, joined)})
    found, value = parts("status", replace(case, talk=talk), eyes), ATTRIBUTES["status"][0]
    even = -np.log(len(ATTRIBUTES["status"]))
    assert found[f"encoder: status {value}"] > even
    assert found[f"encoder, with passage before: status {value}"] < even


def test_only_a_stance_that_a_rule_decided_is_told_to_be_in_words() -> None:
    case = decided()
    for by_rule in (True, False):
        decision = replace(case.decision, ruled=by_rule)
        found = parts("status", replace(case, decision=decision))
        assert (f"rules, in words: stance {decision.stance}" in found) is by_rule


def test_weights_are_read_as_they_were_written(tmp_path: Path) -> None:
    least = {
        "stance confirmed": 0.1,
        "action confirmed": 0.2,
        "action alone": 0.4,
        "aside": 0.3,
    }
    written: dict[str, object] = {**least}
    arrays = {}
    for attribute in ATTRIBUTES:
        arrays[attribute] = np.arange(3.0 * len(ATTRIBUTES[attribute])).reshape(3, -1)
        written[attribute] = as_written(("pitch", "prompted"), arrays[attribute])
    (tmp_path / "weighing.json").write_text(json.dumps(written), "utf-8")
    found = read_weighing(tmp_path / "weighing.json")
    assert (found.stance_confirmed, found.aside) == (0.1, 0.3)
    assert (found.action_confirmed, found.action_alone) == (0.2, 0.4)
    assert set(found.names.values()) == {("pitch", "prompted")}
    assert all(np.array_equal(found.arrays[one], array) for one, array in arrays.items())


def _all_parts(attribute: str) -> set[str]:
    """Every name that a part may have."""
    one_of = {"kind": Kind, "holder": Holder, "speaker": Speaker}
    named = {f"{what} {value}" for what, values in one_of.items() for value in values}
    named |= {f"question {value}" for value in (None, *Question)}
    named |= {f"answer {value}" for value in (None, *Answer)}
    named |= {f"rules: {of} {value}" for of, values in ATTRIBUTES.items() for value in values}
    named |= {f"rules, on a cue: {attribute} {value}" for value in ATTRIBUTES[attribute]}
    named |= {f"rules, in words: stance {value}" for value in Stance}
    return named | set(parts(attribute, decided()))


@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_the_shipped_weights_are_of_parts_that_there_are(attribute: str) -> None:
    shipped = read_weighing(WEIGHTS / "weighing.json")
    assert set(shipped.names[attribute]) - _all_parts(attribute) == set()


@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_the_shipped_weights_have_a_number_for_every_value(attribute: str) -> None:
    shipped = read_weighing(WEIGHTS / "weighing.json")
    rows, values = shipped.arrays[attribute].shape
    assert (rows, values) == (len(shipped.names[attribute]) + 1, len(ATTRIBUTES[attribute]))


@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_the_shipped_heads_have_a_column_for_every_value(attribute: str) -> None:
    shipped = read_heads(WEIGHTS / "attributes.npz").arrays[attribute]
    assert shipped.shape[1] == len(ATTRIBUTES[attribute])


def test_the_shipped_weights_ask_more_of_action_that_the_rules_did_not_read() -> None:
    shipped = read_weighing(WEIGHTS / "weighing.json")
    assert 0 <= shipped.action_confirmed <= shipped.action_alone < 1
