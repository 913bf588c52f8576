"""Decisions that have lost their place, on the screen."""

import asyncio
from pathlib import Path

from textual.widgets import OptionList, Static

from sensecli.cli.initials import initials_fault
from sensecli.cli.reviewscreen.keeping import Keeper
from sensecli.cli.reviewscreen.orphans import Orphanage
from sensecli.cli.reviewscreen.scene import scene_of
from sensecli.model import Verdict
from sensecli.review.file import append, decisions_file
from sensecli.reviewing import orphans_of
from tests.cli.reviewscreen.made import a_material, kept
from tests.review.made import a_decision, some_values

GONE = a_decision(Verdict.ACCEPT, text="Words that nobody can find in there any more at all.\n")
UNCODED = a_decision(Verdict.ADD, segment=2, values=some_values(code="no-such"), time=1)


def _pressed(folder: Path, *keys: str) -> str:
    if not kept(folder):
        append(decisions_file(folder, "AB"), GONE, UNCODED)
    material = a_material(folder)

    async def press(app: Orphanage) -> str:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
            rows = [str(option.prompt) for option in app.query_one(OptionList).options]
            return "\n".join((str(app.query_one("#head", Static).render()), *rows))

    lost = orphans_of(material)
    with Keeper(folder) as keep:
        app = Orphanage(scene_of(material), material, lost, keep, coder="CD", fault=initials_fault)
        return asyncio.run(press(app))


def _left(folder: Path) -> list[str]:
    return [one.reason for one in orphans_of(a_material(folder))]


def test_each_is_listed_with_the_reason(tmp_path: Path) -> None:
    shown = _pressed(tmp_path)
    assert "2 of 2 without a place" in shown
    assert "AB: accept people \u201cWords that nobody can find" in shown
    assert 'the codebook has no code "no-such"' in shown


def test_one_is_dropped_by_one_key(tmp_path: Path) -> None:
    assert "[+] dropped" in _pressed(tmp_path, "d")
    assert _left(tmp_path) == ['the codebook has no code "no-such"']


def test_a_drop_is_undone(tmp_path: Path) -> None:
    assert "2 of 2 without a place" in _pressed(tmp_path, "d", "u")
    assert len(_left(tmp_path)) == 2


def test_one_gets_another_passage(tmp_path: Path) -> None:
    _pressed(tmp_path, "enter", *"minds", "enter")
    assert _left(tmp_path) == ['the codebook has no code "no-such"']
    again = [one for one in kept(tmp_path) if one.coder == "CD" and one.values]
    assert [one.anchor.quote for one in again] == ["We put learning first, and nobody much minds."]


def test_one_gets_another_code(tmp_path: Path) -> None:
    _pressed(tmp_path, "down", "enter", *"mon", "enter")
    again = [one.values.code for one in kept(tmp_path) if one.coder == "CD" and one.values]
    assert again == ["money"]
    assert len(_left(tmp_path)) == 1
