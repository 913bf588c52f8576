"""The parts of the evidence by name, on two passages or three and two codes."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.coding.encoder import WEIGHTS
from sensecli.coding.evidence import (
    _HARDLY_MORE,
    FLOOR,
    WITH,
    WITHOUT,
    Joining,
    Passages,
    likelihood,
    parts,
    read_joining,
    undecided,
)

KINDS = (WITH, WITHOUT)


def seen(
    alone: Sequence[Sequence[float]],
    *,
    cues: Sequence[Sequence[int]] = (),
    nothing: Sequence[float] = (),
    joined: Sequence[Sequence[float]] = (),
    asks: Sequence[bool] = (),
    words: Sequence[int] = (),
) -> Passages:
    """Passages of which nothing is known but what is given."""
    none = [False] * len(alone)
    return Passages(
        alone=np.array(alone, dtype=np.float32),
        nothing=np.array(nothing or [0] * len(alone), dtype=np.float32),
        joined=np.array(joined or np.zeros_like(np.array(alone)), dtype=np.float32),
        cues=np.array(cues or np.zeros_like(np.array(alone)), dtype=np.float32),
        asks=np.array(asks or none, dtype=bool),
        length=np.log1p(np.array(words or [0] * len(alone), dtype=np.float32)),
    )


def part(name: str, passages: Passages) -> list[list[float]]:
    found: list[list[float]] = parts(passages)[name].tolist()
    return found


def test_the_encoder_counts_down_to_a_floor() -> None:
    assert part("encoder", seen([[1, -20], [-3, 0]])) == [[1, FLOOR], [-3, 0]]


def test_what_the_encoder_makes_of_one_code_is_no_evidence_on_another() -> None:
    low, high = (parts(seen([[1, other]])) for other in (-3, 3))
    assert [name for name in low if low[name][0, 0] != high[name][0, 0]] == []


def test_nothing_there_counts_alike_for_all_codes_and_within_bounds() -> None:
    found = part("nothing there", seen([[0, 0], [0, 0]], nothing=[2, -40]))
    assert found == [[2, 2], [-6, -6]]


def test_a_cue_counts_once_and_further_ones_as_such() -> None:
    passages = seen([[0, 0], [0, 0]], cues=[[1, 0], [3, 2]])
    assert part("cue", passages) == [[1, 0], [1, 1]]
    assert part("further cues", passages) == [[0, 0], [2, 1]]


def test_a_flood_of_cues_is_no_more_than_three() -> None:
    few, many = (seen([[0.0]], cues=[[count]]) for count in (3, 30))
    assert part("further cues", few) == part("further cues", many)


def test_a_cue_of_another_code_counts_only_for_codes_that_have_none() -> None:
    passages = seen([[0, 0], [0, 0], [0, 0]], cues=[[1, 0], [1, 2], [0, 0]])
    assert part("cue of another code", passages) == [[0, 1], [0, 0], [0, 0]]


def test_the_passage_before_counts_and_the_first_has_none() -> None:
    passages = seen([[1, 2], [3, -9], [5, 6]], cues=[[2, 0], [0, 1], [0, 0]])
    assert part("encoder, passage before", passages) == [[FLOOR, FLOOR], [1, 2], [3, FLOOR]]
    assert part("cue, passage before", passages) == [[0, 0], [1, 0], [0, 1]]


def test_the_passage_after_counts_and_the_last_has_none() -> None:
    passages = seen([[1, 2], [3, 4]])
    assert part("encoder, passage after", passages) == [[3, 4], [FLOOR, FLOOR]]


def test_passages_further_off_count_each_by_itself() -> None:
    passages = seen([[1], [2], [3], [4]])
    assert part("encoder, two before", passages) == [[FLOOR], [FLOOR], [1], [2]]
    assert part("encoder, three before", passages) == [[FLOOR], [FLOOR], [FLOOR], [1]]
    assert part("encoder, two after", passages) == [[3], [4], [FLOOR], [FLOOR]]


def test_a_talk_shorter_than_the_reach_has_nothing_around() -> None:
    for name in ("encoder, two before", "encoder, three before", "encoder, two after"):
        assert part(name, seen([[5]])) == [[FLOOR]]


def test_an_answer_is_about_what_was_asked_until_the_next_question() -> None:
    passages = seen(
        [[9, 9], [4, -1], [2, 2], [3, 3], [-5, 7], [1, 1]],
        asks=[False, True, False, False, True, False],
    )
    asked = [[FLOOR, FLOOR]] * 2 + [[4, -1]] * 2 + [[FLOOR, FLOOR], [-5, 7]]
    assert part("encoder, question", passages) == asked


def test_a_question_of_several_passages_is_about_all_of_them() -> None:
    passages = seen([[4, -1], [0, 3], [2, 2]], asks=[True, True, False])
    assert part("encoder, question", passages)[2] == [4, 3]


def test_a_passage_with_the_words_before_it_counts_down_to_the_floor() -> None:
    passages = seen([[0, 0], [0, 0]], joined=[[7, 7], [4, -90]])
    assert part("encoder, with words before", passages) == [[7, 7], [4, FLOOR]]


def test_the_encoder_is_trusted_by_the_length_of_what_it_read() -> None:
    short, long = part("encoder, by length", seen([[2.0], [2.0]], words=[3, 30]))
    assert 0 < short[0] < long[0]
    assert part("length", seen([[2.0, 1.0]], words=[0])) == [[0, 0]]


def test_who_speaks_counts_for_all_codes() -> None:
    assert part("interviewer speaks", seen([[0, 0], [0, 0]], asks=[True, False])) == [
        [1, 1],
        [0, 0],
    ]


def test_a_single_passage_has_every_part() -> None:
    shapes = {name: found.shape for name, found in parts(seen([[1, 2]])).items()}
    assert set(shapes.values()) == {(1, 2)}


def test_the_likelihood_is_the_logistic_of_the_weighed_parts() -> None:
    joining = Joining({"encoder": 0.5, "cue": 2.0}, constant=-1.0, least=0.5)
    found = likelihood(seen([[2, -4]], cues=[[1, 0]]), joining)
    # By hand: 0.5 * 2 + 2 * 1 - 1 = 2, and 0.5 * -4 - 1 = -3.
    assert found[0].tolist() == pytest.approx([0.880797, 0.047426], abs=1e-5)


def test_without_any_part_the_constant_alone_decides() -> None:
    found = likelihood(seen([[5, -5]]), Joining({"encoder": 0.0}, constant=0.0, least=0.5))
    assert found.tolist() == [[0.5, 0.5]]


def test_a_joining_is_read_as_written_for_its_kind(tmp_path: Path) -> None:
    file = tmp_path / "joining.json"
    kinds = {
        kind: {"weights": {"cue": number}, "constant": -number, "least": 0.5}
        for number, kind in enumerate(KINDS, start=1)
    }
    file.write_text(json.dumps(kinds), "utf-8")
    assert read_joining(file, WITH) == Joining({"cue": 1}, -1, 0.5)
    assert read_joining(file, WITHOUT) == Joining({"cue": 2}, -2, 0.5, cue_settles=True)


def test_where_a_cue_settles_a_code_with_one_is_just_likely_enough() -> None:
    joining = Joining({"encoder": 1.0}, constant=0.0, least=0.4, cue_settles=True)
    found = likelihood(seen([[-5, -5, 5]], cues=[[1, 0, 1]]), joining)[0]
    assert found[0] == np.float32(0.4)
    assert found[1] < 0.01
    assert found[2] > 0.99


@pytest.mark.parametrize("kind", KINDS)
def test_the_shipped_joining_weighs_parts_that_there_are(kind: str) -> None:
    joining = read_joining(WEIGHTS / "joining.json", kind)
    assert set(joining.weights) - set(parts(seen([[0.0]]))) == set()
    assert 0 < joining.least < 1


@pytest.mark.parametrize("kind", KINDS)
def test_by_the_shipped_joining_a_cue_and_the_encoder_speak_for_a_code(kind: str) -> None:
    joining = read_joining(WEIGHTS / "joining.json", kind)
    plain, cued, like = (
        likelihood(passages, joining)[0, 0]
        for passages in (
            seen([[-2, -1]]),
            seen([[-2, -1]], cues=[[1, 0]]),
            seen([[3, -1]]),
        )
    )
    assert plain < cued
    assert plain < like


# What the words before can still bring about.

WITH_BEFORE = Joining({"encoder": 1.0, "encoder, with words before": 0.5}, 0.0, 0.5)


def unled(*alone: float) -> Passages:
    """Passages of which the words before are not read yet."""
    rows = [[one] for one in alone]
    return seen(rows, joined=[[FLOOR]] * len(rows))


@pytest.mark.parametrize(("more", "wanted"), [(0.01, [0]), (-0.01, [])])
def test_a_passage_is_undecided_as_far_as_the_words_before_can_bring_it(
    more: float, wanted: list[int]
) -> None:
    # By hand: a likelihood of a half is a sum of none.
    passages = unled(-0.5 * _HARDLY_MORE + more)
    assert list(undecided(passages, WITH_BEFORE, 0.5)) == wanted


def test_a_passage_is_undecided_where_any_code_is() -> None:
    passages = seen([[-9.0, 3.0], [-9.0, -9.0]], joined=[[FLOOR, FLOOR]] * 2)
    assert list(undecided(passages, WITH_BEFORE, 0.5)) == [0]


def test_of_no_passages_none_is_undecided() -> None:
    rows, values = np.zeros((0, 2), np.float32), np.zeros(0, np.float32)
    none = Passages(rows, values, rows, rows, values.astype(bool), values)
    assert list(undecided(none, WITH_BEFORE, 0.5)) == []


def test_from_a_likelihood_of_none_on_every_passage_is_undecided() -> None:
    assert list(undecided(unled(-40.0, 3.0), WITH_BEFORE, 0.0)) == [0, 1]


ODDS = st.floats(-12, 12, width=32)


@st.composite
def talks(draw: st.DrawFn) -> Passages:
    """Whatever may be known of a talk, the words before within what `undecided` reckons with."""
    many, codes = draw(st.integers(1, 5)), draw(st.integers(1, 3))

    def rows(of: st.SearchStrategy[float]) -> list[list[float]]:
        row = st.lists(of, min_size=codes, max_size=codes)
        return draw(st.lists(row, min_size=many, max_size=many))

    def values(of: st.SearchStrategy[float]) -> list[float]:
        return draw(st.lists(of, min_size=many, max_size=many))

    return Passages(
        alone=np.array(rows(ODDS), dtype=np.float32),
        nothing=np.array(values(ODDS), dtype=np.float32),
        joined=np.array(rows(st.floats(-12, _HARDLY_MORE, width=32)), dtype=np.float32),
        cues=np.array(rows(st.sampled_from([0, 0, 1, 2, 5])), dtype=np.float32),
        asks=np.array(values(st.sampled_from([0, 1])), dtype=bool),
        length=np.log1p(np.array(values(st.integers(0, 80)), dtype=np.float32)),
    )


@pytest.mark.parametrize("kind", KINDS)
@given(known=talks(), least=st.floats(0.01, 0.99))
def test_a_passage_that_is_left_out_is_below_whatever_stood_before_it(
    kind: str, known: Passages, least: float
) -> None:
    # What a cue settles needs no reading of the words before.
    joining = replace(read_joining(WEIGHTS / "joining.json", kind), cue_settles=False)
    before = replace(known, joined=np.full_like(known.joined, FLOOR))
    left = sorted(set(range(len(known.alone))) - set(undecided(before, joining, least)))
    # As far as numbers of 32 bits go.
    assert likelihood(known, joining)[left].max(initial=0) < least + 1e-5


@pytest.mark.parametrize("kind", KINDS)
def test_by_the_shipped_joining_some_passages_are_left_out_and_some_are_not(kind: str) -> None:
    joining = read_joining(WEIGHTS / "joining.json", kind)
    passages = seen(
        [[-8.0]] * 9 + [[8.0]], joined=[[FLOOR]] * 10, cues=[[0]] * 9 + [[3]], words=[20] * 10
    )
    found = undecided(passages, joining, joining.least)
    assert 0 not in found
    assert 9 in found


def test_who_asks_for_more_likely_codes_reads_no_fewer_passages() -> None:
    passages = unled(-4.0, -2.5, -1.5, 0.0, 3.0)
    usual = list(undecided(passages, WITH_BEFORE, WITH_BEFORE.least))
    assert 0 < len(usual) < 5
    assert list(undecided(passages, WITH_BEFORE, 0.99)) == usual
    assert set(undecided(passages, WITH_BEFORE, 0.2)) > set(usual)


@pytest.mark.parametrize("kind", KINDS)
def test_the_words_before_speak_for_a_code(kind: str) -> None:
    """Else `undecided` would have to reckon with what they speak against."""
    assert read_joining(WEIGHTS / "joining.json", kind).weights["encoder, with words before"] > 0


@pytest.mark.parametrize("kind", KINDS)
@given(known=talks(), least=st.floats(0.01, 0.99))
def test_whatever_the_words_before_say_of_one_they_say_nothing_of_another(
    kind: str, known: Passages, least: float
) -> None:
    """So that a passage may be read with them and its neighbours without."""
    joining = read_joining(WEIGHTS / "joining.json", kind)
    before = replace(known, joined=np.full_like(known.joined, FLOOR))
    places = list(undecided(before, joining, least))
    before.joined[places] = known.joined[places]
    some, whole = likelihood(before, joining), likelihood(known, joining)
    assert np.array_equal(some[places], whole[places])
