"""Which items are shown, and in which order?"""

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sensecli.model import Holder, Verdict
from sensecli.review.file import anchor_of
from sensecli.review.item import Item
from sensecli.review.order import Order
from sensecli.review.queue import Choice, in_turn, queue
from tests.builders import an_interview
from tests.review.made import some_values

CODES = ("people", "learning", "money")
INTERVIEWS = [
    an_interview(id="L01", group="Acute"),
    an_interview(id="L02", group="Primary care"),
    an_interview(id="L03"),
]


def _item(
    interview: str, segment: int, code: str = "people", *, sure: float = 0.5, done: bool = False
) -> Item:
    values = some_values(code=code)
    return Item(
        anchor=anchor_of("word " * 20, interview, segment, segment + 5),
        segment=segment,
        about=(code, Holder.LEADER),
        found=values,
        values=values,
        confidence=sure,
        verdict=Verdict.ACCEPT if done else None,
    )


ITEMS = (
    _item("L01", 1, "money", sure=0.9),
    _item("L01", 2, "people", sure=0.4),
    _item("L02", 1, "learning", sure=0.6),
    _item("L02", 1, "people", sure=0.4),
    _item("L03", 7, "people", sure=0.1, done=True),
)


def _shown(choice: Choice, items: tuple[Item, ...] = ITEMS) -> list[tuple[str, int, str]]:
    found = queue(items, INTERVIEWS, choice, codes=CODES).items
    return [(one.interview, one.segment, one.about[0]) for one in found if one.about]


def test_the_least_certain_comes_first() -> None:
    assert _shown(Choice()) == [
        ("L01", 2, "people"),
        ("L02", 1, "people"),
        ("L02", 1, "learning"),
        ("L01", 1, "money"),
    ]


def test_theme_by_theme_follows_the_codebook() -> None:
    assert [code for _, _, code in _shown(Choice(Order.THEME))] == [
        "people",
        "people",
        "learning",
        "money",
    ]


def test_what_is_decided_is_left_out_and_counted() -> None:
    assert queue(ITEMS, INTERVIEWS, Choice(), codes=CODES).before == 1


def test_all_shows_what_is_decided_behind_the_rest() -> None:
    found = queue(ITEMS, INTERVIEWS, Choice(every=True), codes=CODES)
    assert found.items[-1].interview == "L03"
    assert (len(found.items), found.before) == (5, 0)


def test_a_code_an_interview_and_a_group_narrow_it_down() -> None:
    assert _shown(Choice(code="learning")) == [("L02", 1, "learning")]
    assert {one[0] for one in _shown(Choice(interview="L01"))} == {"L01"}
    assert {one[0] for one in _shown(Choice(group="primary CARE"))} == {"L02"}


def test_a_code_finds_what_was_changed_into_it_too() -> None:
    changed = replace(ITEMS[0], values=some_values(code="learning"))
    assert ("L01", 1, "money") in _shown(Choice(code="learning"), (changed, *ITEMS[1:]))


def test_a_limit_takes_the_first_of_those_still_open() -> None:
    assert _shown(Choice(limit=1)) == [("L01", 2, "people")]


MANY = tuple(_item("L01", number) for number in range(1, 60))


def _drawn(items: tuple[Item, ...], *, seed: int = 1) -> set[int]:
    choice = Choice(Order.RANDOM, limit=20, seed=seed, every=True)
    return {one.segment for one in queue(items, INTERVIEWS, choice, codes=CODES).items}


@given(st.integers(0, 1000))
def test_a_random_sample_is_the_same_in_whatever_order_the_items_come(seed: int) -> None:
    shuffled = list(MANY)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - no secret
    assert _drawn(tuple(shuffled)) == _drawn(MANY)


def test_another_seed_is_another_sample() -> None:
    assert _drawn(MANY, seed=2) != _drawn(MANY)


def test_deciding_on_a_sample_draws_no_other() -> None:
    drawn = _drawn(MANY)
    half = set(sorted(drawn)[:10])
    decided = tuple(_item("L01", one.segment, done=one.segment in half) for one in MANY)
    choice = Choice(Order.RANDOM, limit=20)
    found = queue(decided, INTERVIEWS, choice, codes=CODES)
    assert {one.segment for one in found.items} == drawn - half
    assert found.before == 10


def test_one_coding_more_changes_at_most_one_in_a_sample() -> None:
    assert len(_drawn((*MANY, _item("L02", 1))) & _drawn(MANY)) >= 19


def _bare(segment: int, *, read: bool = False) -> Item:
    return replace(_item("L01", segment), about=None, found=None, values=None, read=read)


def test_a_blind_review_keeps_the_order_of_the_texts_and_leaves_out_what_was_read() -> None:
    items = (_bare(1, read=True), _bare(2), replace(_item("L01", 2), found=None), _bare(3))
    found = in_turn(items, Choice())
    assert [(one.segment, one.about is None) for one in found.items] == [
        (2, True),
        (2, False),
        (3, True),
    ]
    assert found.before == 1


def test_a_blind_limit_counts_passages() -> None:
    items = (_bare(1), replace(_item("L01", 1), found=None), _bare(2))
    assert [one.segment for one in in_turn(items, Choice(limit=1)).items] == [1, 1]
