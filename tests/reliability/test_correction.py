"""Shares with the machine's errors taken out."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.model import Corrected, Method
from sensecli.reliability.correction import Judged, correct
from sensecli.reliability.sampling import draw


def judged(said: str, *, stratum: str = "") -> list[Judged]:
    """Leaders as the machine's answer and the person's: "11 10 0-" (- where not sampled)."""
    person = {"1": True, "0": False, "-": None}
    return [Judged(stratum, one[0] == "1", person[one[1]]) for one in said.split()]


some_leaders = st.lists(
    st.builds(
        Judged, st.sampled_from(["a", "b"]), st.booleans(), st.sampled_from([True, False, None])
    ),
    min_size=1,
    max_size=24,
)


def test_the_mean_error_of_the_sample_is_taken_off_the_machines_share() -> None:
    # Four of six by the machine; of three sampled one is wrongly counted: 4 - 6/3 = 2.
    found = correct(judged("11 10 00 1- 1- 0-"))
    assert (found.raw, found.share) == pytest.approx((4 / 6, 2 / 6))


def test_each_stratum_is_corrected_by_its_own_errors() -> None:
    # 3 - 4/2 = 1 of the first four leaders, 2 + 6/3 = 4 of the other six.
    one, other = judged("11 10 1- 0-", stratum="a"), judged("11 01 00 1- 0- 0-", stratum="b")
    assert correct([*one, *other]).share == pytest.approx(5 / 10)


def test_the_estimate_stays_within_what_the_sample_leaves_possible() -> None:
    # 3 + 4 would be seven of four.
    assert correct(judged("01 1- 1- 1-")).share == 1


def test_a_census_gives_the_persons_own_figure() -> None:
    found = correct(judged("11 10 01 00"))
    assert (found.share, found.low, found.high, found.method) == (0.5, 0.5, 0.5, Method.CENSUS)


def test_none_of_three_sampled_of_ten_leaves_up_to_five() -> None:
    # With six true, none in the sample has 4 in 120 chances; with five, none or three 20 in 120.
    found = correct(judged("00 00 00 0- 0- 0- 0- 0- 0- 0-"))
    assert (found.low, found.high, found.method) == (0, 0.5, Method.SAMPLE)


def test_no_error_in_the_sample_does_not_make_the_interval_vanish() -> None:
    found = correct(judged("11 " * 4 + "00 " * 4 + "1- " * 6 + "0- " * 7))
    assert found.high is not None
    assert found.low is not None
    assert found.high - found.low > 0.3


@pytest.mark.parametrize(
    ("leaders", "why"),
    [
        ([], "nobody was interviewed"),
        (judged("1- 0-"), "nobody was sampled"),
        (
            [*judged("11 11 1- 1-", stratum="acute"), *judged("0- " * 20, stratum="social")],
            "nobody was sampled of social, which a draw from all would hardly leave out",
        ),
    ],
)
def test_an_undefined_share_says_why(leaders: list[Judged], why: str) -> None:
    found = correct(leaders)
    assert (found.share, found.method, found.why) == (None, Method.UNDEFINED, why)


def test_a_small_stratum_that_a_draw_may_leave_out_is_joined_to_the_others() -> None:
    found = correct([*judged("11 10 1- 1-", stratum="acute"), *judged("0- 0-", stratum="")])
    # 4 - 6/2 = 1 of all six.
    assert found.share == pytest.approx(1 / 6)
    assert found.why == "as if drawn from all alike: nobody was sampled of (none)"


def test_strata_drawn_at_unlike_shares_are_bounded_apart() -> None:
    many, few = judged("11 11 11 1-", stratum="a"), judged("00 " + "0- " * 19, stratum="b")
    assert correct([*many, *few]).method is Method.APART


def test_what_sense_sample_draws_counts_as_one_share() -> None:
    sizes = {"a": 2, "b": 3, "c": 11, "d": 17}
    strata = {f"{name}{at}": name for name, of in sizes.items() for at in range(of)}
    methods = set()
    for share in (0.1, 0.2, 0.25, 0.5, 0.8):
        chosen, _ = draw(strata, share=share, seed=1)
        leaders = [
            Judged(stratum=name, machine=True, person=True if one in chosen else None)
            for one, name in strata.items()
        ]
        methods.add(correct(leaders).method)
    assert methods == {Method.SAMPLE, Method.LABEL}


@given(some_leaders)
def test_the_method_is_chosen_before_anything_is_found(leaders: list[Judged]) -> None:
    turned = [
        Judged(one.stratum, one.machine, None if one.person is None else not one.person)
        for one in leaders
    ]
    assert correct(turned).method is correct(leaders).method


@given(some_leaders)
def test_the_interval_holds_the_estimate_and_only_what_is_possible(leaders: list[Judged]) -> None:
    found = correct(leaders)
    if found.share is not None:
        low, high = _ends(found)
        sure = sum(one.person is True for one in leaders) / len(leaders)
        possible = sum(one.person is not False for one in leaders) / len(leaders)
        assert sure <= low <= found.share <= high <= possible


@given(some_leaders)
def test_the_share_of_the_rest_is_the_mirror(leaders: list[Judged]) -> None:
    # In one stratum: where errors tie between strata, those of the first are laid first.
    answers = [(one.machine, one.person) for one in leaders]
    found = correct([Judged("", machine, person) for machine, person in answers])
    mirror = correct(
        [Judged("", not machine, None if p is None else not p) for machine, p in answers]
    )
    if found.share is not None:
        low, high = _ends(found)
        assert _ends(mirror) == pytest.approx((1 - high, 1 - low))


@given(some_leaders, st.randoms())
def test_the_order_of_leaders_changes_nothing(leaders: list[Judged], order: random.Random) -> None:
    turned = list(leaders)
    order.shuffle(turned)
    assert correct(turned) == correct(leaders)


@pytest.mark.parametrize("sizes", [(12, 20), (12, 12, 24), (15, 4, 9)])
@pytest.mark.parametrize(("right", "share"), [(0.6, 0.4), (0.9, 0.4), (0.75, 0.15)])
def test_drawn_by_group_it_covers_in_simulation(
    sizes: Sequence[int], right: float, share: float
) -> None:
    drawing = random.Random(7)  # noqa: S311 - a simulation
    held = 0
    for seed in range(60):
        strata = {f"{at} {n}": str(at) for at, of in enumerate(sizes) for n in range(of)}
        # Groups differ in what is true of them and in how well the machine reads them.
        true = {one: drawing.random() < (0.3, 0.8, 0.5)[int(at)] for one, at in strata.items()}
        hit = {one: drawing.random() < right - 0.1 * int(at) for one, at in strata.items()}
        chosen, _ = draw(strata, share=share, seed=seed)
        leaders = [
            Judged(strata[i], true[i] == hit[i], true[i] if i in chosen else None) for i in strata
        ]
        low, high = _ends(correct(leaders))
        held += low - 1e-9 <= sum(true.values()) / len(true) <= high + 1e-9
    # 57 are promised; three standard errors below are 52.
    assert held >= 52


def test_hundreds_of_leaders_are_bounded_by_the_normal_score() -> None:
    found = correct(judged("11 " * 30 + "00 " * 20 + "1- " * 120 + "0- " * 80))
    assert found.method is Method.LABEL
    low, high = _ends(found)
    assert 0.5 < low < 0.6 < high < 0.7


def _ends(found: Corrected) -> tuple[float, float]:
    assert found.low is not None
    assert found.high is not None
    return found.low, found.high
