"""The review on the screen: keys, and what they leave behind."""

from dataclasses import replace
from pathlib import Path

import pytest

from sensecli.model import Holder, Stance, Status, Verdict
from sensecli.review.order import Order
from sensecli.review.queue import Choice
from tests.cli.reviewscreen.made import Seen, a_material, kept, pressed

THEMES = Choice(Order.THEME)


def _item(seen: Seen) -> tuple[int, tuple[str, Holder] | None]:
    assert seen.session
    return seen.session.item.segment, seen.session.item.about


def test_the_passage_its_place_and_the_coding_are_shown(tmp_path: Path) -> None:
    screen = pressed(tmp_path).screen
    assert "> The people who do the work know it best." in screen
    assert "L01:1 \u00b7 speaker: notes" in screen
    assert "People (theme people): people come first" in screen
    assert "endorse, none, actor unspecified, holder leader, not prompted" in screen
    assert "cue \u2018cue of people\u2019; like \u201cLike this.\u201d" in screen


def test_one_key_decides_and_is_on_the_disk(tmp_path: Path) -> None:
    seen = pressed(tmp_path, "a")
    assert [one.verdict for one in kept(tmp_path)] == [Verdict.ACCEPT]
    assert "2 of 4 seen, 1 decided by you" in seen.screen
    assert _item(seen) == (1, ("learning", Holder.LEADER))


def test_a_menu_takes_one_key(tmp_path: Path) -> None:
    seen = pressed(tmp_path, "t", "2", "s", "5")
    values = [one.values for one in kept(tmp_path)]
    assert [(one.stance, one.status) for one in values if one] == [
        (Stance.OPPOSE, Status.NONE),
        (Stance.OPPOSE, Status.DONE),
    ]
    assert "The program said: stance endorse, status none" in seen.screen


@pytest.mark.parametrize(
    ("keys", "attribute", "value"),
    [
        (("w", "2"), "actor", "own"),
        (("h", "3"), "holder", "other"),
        (("p", "1"), "prompted", True),
        (("s", "down", "enter"), "status", "aspiration"),
    ],
)
def test_every_attribute_has_its_menu(
    tmp_path: Path, keys: tuple[str, ...], attribute: str, value: object
) -> None:
    pressed(tmp_path, *keys)
    (decision,) = kept(tmp_path)
    assert getattr(decision.values, attribute) == value


def test_a_menu_can_be_left_without_a_choice(tmp_path: Path) -> None:
    seen = pressed(tmp_path, "t", "escape")
    assert kept(tmp_path) == []
    assert "undecided" in seen.screen


def test_another_code_is_found_by_typing(tmp_path: Path) -> None:
    pressed(tmp_path, "c", *"mon", "enter")
    assert [one.values.code for one in kept(tmp_path) if one.values] == ["money"]


def test_a_missed_code_is_added(tmp_path: Path) -> None:
    seen = pressed(tmp_path, "n", *"mon", "enter")
    assert [one.verdict for one in kept(tmp_path)] == [Verdict.ADD]
    assert "[+] added by you" in seen.screen


def test_a_memo_is_typed(tmp_path: Path) -> None:
    pressed(tmp_path, "m", *"so", "space", *"what", "enter")
    assert [one.memo for one in kept(tmp_path)] == ["so what"]


def test_undo_goes_back_key_by_key(tmp_path: Path) -> None:
    seen = pressed(tmp_path, "a", "r", "u", "u")
    assert [one.verdict for one in kept(tmp_path)] == ["accept", "reject", "undo", "undo"]
    assert _item(seen) == (1, ("people", Holder.LEADER))
    assert "0 decided by you" in seen.screen


def test_forth_and_back_decide_nothing(tmp_path: Path) -> None:
    seen = pressed(tmp_path, "right", "j", "left", "k")
    assert kept(tmp_path) == []
    assert _item(seen) == (1, ("people", Holder.LEADER))


def test_a_number_is_gone_to(tmp_path: Path) -> None:
    assert _item(pressed(tmp_path, "g", "3", "enter"))[0] == 3


def test_a_number_that_is_none_is_told(tmp_path: Path) -> None:
    seen = pressed(tmp_path, "g", "9", "enter")
    assert "There are numbers from 1 to 4." in seen.screen


def test_a_code_is_jumped_to(tmp_path: Path) -> None:
    assert _item(pressed(tmp_path, "slash", *"mon", "enter")) == (5, ("money", Holder.OTHER))


def test_in_a_blind_review_space_says_that_nothing_is_here(tmp_path: Path) -> None:
    material = a_material(tmp_path)
    blind = replace(material, read=replace(material.read, codings=()), blind=True)
    seen = pressed(tmp_path, "space", "n", *"mon", "enter", "space", material=blind)
    assert [one.verdict for one in kept(tmp_path)] == ["read", "add", "read"]
    assert _item(seen) == (3, None)
    assert "space no more here" in seen.screen


def test_help_says_every_key(tmp_path: Path) -> None:
    screen = pressed(tmp_path, "question_mark").screen
    assert all(f"{key}  " in screen for key in "arctswhpnmug")


def test_a_second_sitting_begins_where_the_first_left(tmp_path: Path) -> None:
    pressed(tmp_path, "a", "a", "q")
    seen = pressed(tmp_path)
    assert _item(seen) == (3, ("people", Holder.LEADER))
    assert "3 of 4 seen, 2 decided by you" in seen.screen


def test_another_coder_begins_at_the_beginning(tmp_path: Path) -> None:
    pressed(tmp_path, "a", "q")
    assert _item(pressed(tmp_path, coder="CD")) == (1, ("people", Holder.LEADER))


def test_theme_by_theme_is_asked_for(tmp_path: Path) -> None:
    assert _item(pressed(tmp_path, "right", choice=THEMES)) == (3, ("people", Holder.LEADER))


def test_who_it_is_is_asked_where_nobody_says(tmp_path: Path) -> None:
    seen = pressed(tmp_path, *"xy", "enter", "a", coder="")
    assert (tmp_path / "decisions-xy.jsonl").is_file()
    assert "Review by xy" in seen.screen


def test_the_programs_own_names_are_no_initials(tmp_path: Path) -> None:
    seen = pressed(tmp_path, *"rules", "enter", coder="")
    assert "give your own initials" in seen.screen
    assert seen.session is None


def test_what_cannot_be_kept_is_not_done(tmp_path: Path) -> None:
    (tmp_path / "decisions-ab.jsonl").mkdir()
    seen = pressed(tmp_path, "a", material=a_material(tmp_path / "none"))
    assert "Not done: decisions-ab.jsonl cannot be written" in seen.screen
    assert "0 decided by you" in seen.screen


def test_names_are_masked_on_the_screen_and_whole_in_the_file(tmp_path: Path) -> None:
    material = a_material(tmp_path, names=[("people", "[L09]")])
    seen = pressed(tmp_path, "m", *"people", "enter", "a", "left", material=material)
    assert "> The [L09] who do the work know it best." in seen.screen
    assert "Memo: [L09]" in seen.screen
    assert kept(tmp_path)[0].anchor.quote == "The people who do the work know it best."


@pytest.mark.parametrize("keys", [("q",), ("ctrl+c",)])
def test_quitting_gives_the_session(tmp_path: Path, keys: tuple[str, ...]) -> None:
    seen = pressed(tmp_path, "a", *keys)
    assert seen.session
    assert seen.session.decided == 1
