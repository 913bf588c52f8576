"""The page as lines: what stands where, on small screens and wide ones."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from sensecli.cli.report.layout import Lines
from sensecli.cli.reviewscreen.page import Page, page
from sensecli.cli.reviewscreen.scene import Scene, scene_of
from sensecli.model import Segment, Speaker, Verdict
from sensecli.review.queue import Choice
from sensecli.review.state import Session, go
from sensecli.reviewing import session_of
from tests.cli.reviewscreen.made import a_material

MATERIAL = a_material(Path("nowhere"))
SCENE = scene_of(MATERIAL)
SESSION = session_of(MATERIAL, "AB", Choice())
# Head, said and the three lines between the parts.
_FRAME = 2 + 1 + 3


def _text(lines: Lines) -> str:
    return "\n".join(line.plain for line in lines)


def _height(at: Page) -> int:
    return _FRAME + len(at.talk) + len(at.card) + len(at.foot)


def _saying(*texts: str) -> Scene:
    """The scene with other words in its segments."""
    told: list[Segment] = []
    for segment, text in zip(SCENE.segments["L01"], texts, strict=True):
        told.append(replace(segment, text=text))
    return replace(SCENE, segments={"L01": tuple(told)})


def _page(scene: Scene = SCENE, session: Session = SESSION, *, width: int = 80) -> Page:
    return page(scene, session, width=width, height=24)


def test_three_segments_before_and_after_are_shown() -> None:
    talk = _text(_page(session=go(SESSION, 2).session).talk)
    assert "  The people who do the work" in talk
    assert "> We put learning first" in talk
    assert "  Money is short this year" in talk


def test_somebody_elses_words_say_whose_they_are() -> None:
    first, *rest = SCENE.segments["L01"]
    asked = replace(SCENE, segments={"L01": (replace(first, speaker=Speaker.INTERVIEWER), *rest)})
    talk = _text(_page(asked, go(SESSION, 2).session).talk)
    assert "  [interviewer] The people who do the work" in talk
    assert "[notes]" not in talk


def test_the_passage_is_whole_where_the_rest_has_to_be_cut() -> None:
    words, passage = "so it went on " * 30, "a very long passage indeed " * 20
    shown = _page(_saying(words, words, passage, words, words), go(SESSION, 2).session)
    marked = [line.plain.removeprefix("> ") for line in shown.talk if line.plain[:1] == ">"]
    assert " ".join(marked) == passage.strip()


def test_what_is_farthest_from_the_passage_is_cut_first() -> None:
    words = "so it went on " * 40
    shown = _page(_saying(words, "Near.", "Here.", "Near too.", words), go(SESSION, 2).session)
    assert {"  Near.", "  Near too."} <= {line.plain for line in shown.talk}
    assert "\u2026" in _text(shown.talk)
    assert _height(shown) <= 24


@given(st.integers(20, 400), st.integers(0, 3), st.integers(70, 109))
def test_whatever_is_said_fits_on_a_small_screen(length: int, at: int, width: int) -> None:
    text = ("so it went " * 40)[:length]
    shown = page(_saying(*[text] * 5), go(SESSION, at).session, width=width, height=24)
    lines = (*shown.head, *shown.talk, *shown.card, *shown.said, *shown.foot)
    assert max(cell_len(line.plain) for line in lines) <= width
    passage = len([line for line in shown.talk if line.plain.startswith(">")])
    assert _height(shown) <= 24 or passage == len(shown.talk)


def test_the_keys_take_two_lines_of_a_small_screen() -> None:
    foot = _page().foot
    assert len(foot) == 2
    assert foot[0].plain.startswith("a accept  r reject  c code")


def test_wide_screens_say_in_words_what_the_rules_are_for() -> None:
    coding = replace(MATERIAL.shown.codings[0], rule="notes pitch-noted")
    scene = replace(SCENE, codings={**SCENE.codings, SESSION.item.key: coding})
    assert "rules notes, pitch-noted" in _text(_page(scene).card)
    assert "pitch-noted: In notes" not in _text(_page(scene).card)
    assert "pitch-noted: In notes" in _text(_page(scene, width=140).card)


@pytest.mark.parametrize(
    ("verdict", "mark"),
    [
        (None, "[ ] undecided"),
        (Verdict.ACCEPT, "[+] accepted"),
        (Verdict.CHANGE, "[~] changed"),
        (Verdict.ADD, "[+] added by you"),
        (Verdict.REJECT, "[x] rejected"),
    ],
)
def test_each_verdict_has_its_mark_and_its_word(verdict: Verdict | None, mark: str) -> None:
    item = replace(SESSION.item, verdict=verdict)
    session = replace(SESSION, items=(item, *SESSION.items[1:]))
    assert mark in _text(_page(session=session).card).splitlines()


def test_the_other_codings_of_the_passage_are_named() -> None:
    assert "Also here: [ ] learning (endorse, none)" in _text(_page().card)


def test_no_word_of_the_users_steers_the_screen() -> None:
    shown = _text(_page(_saying(*["\x1b[31mred\x07 [bold]so[/bold]"] * 5)).talk)
    assert "\x1b" not in shown
    assert "[bold]so[/bold]" in shown
