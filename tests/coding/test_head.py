"""A codebook's head, in a space of three dimensions: codes a and b, and none of them."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from sensecli.coding.head import Head, Space, log_odds, make_head
from sensecli.model import NO_CODE

Vectors = NDArray[np.float32]

A, B, NOTHING = np.eye(3, dtype=np.float32)
# Where the examples of a stand in these tests: not where its proposition does.
SHOWN = np.array([0.6, 0, 0.8], dtype=np.float32)
EVEN = Space(np.eye(3, dtype=np.float32), NOTHING)


def a_head(
    *examples: tuple[str, Vectors], space: Space = EVEN, propositions: Sequence[Vectors] = (A, B)
) -> Head:
    """The head of codes a and b with those examples."""
    vectors = np.array([vector for _, vector in examples], dtype=np.float32).reshape(-1, 3)
    stated = dict(zip("ab", propositions, strict=True))
    return make_head(stated, [code for code, _ in examples], vectors, space=space)


def odds(head: Head, vector: Vectors) -> list[float]:
    """The log odds of a, of b and of none."""
    return [float(one) for one in log_odds(head, vector[None])[0]]


def mean_of_a(head: Head) -> Vectors:
    """Where the head has code a: with an even precision, its weights."""
    return np.asarray(head.weights[:, 0], dtype=np.float32)


def test_the_codes_stand_as_given_with_none_behind_them() -> None:
    head = a_head()
    assert head.codes == ("a", "b")
    assert head.weights.shape == (3, 3)
    assert head.bias.shape == (3,)


def test_a_code_without_examples_is_where_its_proposition_is() -> None:
    assert np.allclose(mean_of_a(a_head()), A)


def test_few_examples_are_drawn_to_the_proposition() -> None:
    mean = mean_of_a(a_head(("a", SHOWN)))
    assert np.linalg.norm(mean - A) < np.linalg.norm(mean - SHOWN)
    assert not np.allclose(mean, A)


def test_many_examples_outweigh_the_proposition() -> None:
    mean = mean_of_a(a_head(*[("a", SHOWN)] * 100))
    assert np.linalg.norm(mean - SHOWN) < 0.05


def test_examples_of_one_code_do_not_move_another() -> None:
    plain, taught = a_head(), a_head(*[("a", SHOWN)] * 5)
    assert np.allclose(plain.weights[:, 1], taught.weights[:, 1])


def test_the_order_of_examples_does_not_matter() -> None:
    examples = [("a", SHOWN), ("b", B), (NO_CODE, NOTHING), ("a", A)]
    assert np.allclose(a_head(*examples).weights, a_head(*reversed(examples)).weights)


@pytest.mark.parametrize(("vector", "place"), [(A, 0), (B, 1), (NOTHING, 2)])
def test_a_passage_is_likeliest_what_it_lies_on(vector: Vectors, place: int) -> None:
    found = odds(a_head(), vector)
    assert found.index(max(found)) == place


def test_the_log_odds_of_the_right_code_rise_on_the_way_to_it() -> None:
    head = a_head()
    way = [odds(head, (1 - step) * B + step * A) for step in np.linspace(0, 1, 5)]
    assert [one[0] for one in way] == sorted({one[0] for one in way})
    assert [one[1] for one in way] == sorted({one[1] for one in way}, reverse=True)


def test_more_examples_where_a_passage_lies_make_its_code_likelier() -> None:
    found = [odds(a_head(*[("a", SHOWN)] * count), SHOWN)[0] for count in (0, 1, 5, 20)]
    assert found == sorted(set(found))


def test_without_examples_of_no_code_it_is_where_such_passages_usually_are() -> None:
    assert np.allclose(a_head().weights[:, -1], NOTHING)


def test_examples_of_no_code_say_where_it_is() -> None:
    taught = a_head((NO_CODE, SHOWN), (NO_CODE, SHOWN))
    assert np.allclose(taught.weights[:, -1], SHOWN)
    assert odds(taught, SHOWN)[-1] > odds(a_head(), SHOWN)[-1]


def test_log_odds_are_those_of_a_linear_discriminant() -> None:
    # By hand: scores on A are 1 - 1/2 for a and 0 - 1/2 for b and none.
    sure = np.exp(0.5) / (np.exp(0.5) + 2 * np.exp(-0.5))
    assert odds(a_head(), A) == pytest.approx(
        [np.log(sure / (1 - sure)), *[np.log((1 - sure) / (1 + sure))] * 2], abs=1e-4
    )


def test_a_passage_half_way_between_two_codes_is_as_like_the_one_as_the_other() -> None:
    # The further out a code lies, the larger its scores: the bias makes up for that.
    found = odds(a_head(propositions=(A, 2 * B)), 0.5 * A + B)
    assert found[0] == pytest.approx(found[1], abs=1e-4)


def test_a_direction_in_which_passages_of_one_code_differ_counts_less() -> None:
    blurred = Space(np.diag([0.1, 1, 1]).astype(np.float32), NOTHING)
    gained, blurredly = (
        odds(head, B + 0.5 * A)[0] - odds(head, B)[0] for head in (a_head(), a_head(space=blurred))
    )
    assert 0 < blurredly < gained


@pytest.mark.parametrize("scale", [0, 1, 1e4])
def test_log_odds_stay_within_bounds_however_sharp_the_space(scale: float) -> None:
    sharp = Space(np.eye(3, dtype=np.float32) * np.float32(scale), NOTHING)
    found = odds(a_head(space=sharp), A)
    assert np.isfinite(found).all()
    assert max(map(abs, found)) <= 8


def test_each_passage_is_read_by_itself() -> None:
    head = a_head()
    together = log_odds(head, np.stack([A, SHOWN, B]))
    assert np.allclose(together[1], odds(head, SHOWN))


def test_no_passages_have_no_log_odds() -> None:
    assert log_odds(a_head(), np.zeros((0, 3), dtype=np.float32)).shape == (0, 3)


def test_log_odds_are_the_same_to_the_bit_whatever_passage_is_beside() -> None:
    draw = np.random.default_rng(0)
    vectors = draw.normal(size=(60, 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    space = Space(np.cov(vectors.T).astype(np.float32) + np.eye(384, dtype=np.float32), vectors[0])
    stated = dict(zip("abcdefg", vectors, strict=False))
    head = make_head(stated, ["a", "b", "c"] * 4, vectors[10:22], space=space)
    together = log_odds(head, vectors)
    assert len(np.unique(together)) > 60
    for size in (1, 2, 7, 33):
        apart = [log_odds(head, vectors[at : at + size]) for at in range(0, 60, size)]
        assert np.array_equal(np.concatenate(apart), together)
