"""Ids that name nobody."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sensecli.loading.folder import Loaded
from sensecli.loading.nameless import own_words, strangers, without_names

Write = Callable[..., Path]
Load = Callable[[], Loaded]

WORDS = own_words("Zoë Penhale-Long") | strangers(["Ros Kettering", "Will Grace"])


@pytest.mark.parametrize(
    ("id_", "left"),
    [
        ("L05-penhale", "L05"),
        ("zoe_penhale_2", "2"),
        ("ZPenhale05", "05"),
        ("zoepenhale", ""),
        ("Long-3", "3"),
        ("kettering.7", "7"),
    ],
)
def test_a_name_is_taken_out_of_an_id(id_: str, left: str) -> None:
    assert without_names(id_, WORDS) == left


@pytest.mark.parametrize("id_", ["L05", "acute-3", "will-3", "penhaleish-1", ""])
def test_an_id_that_names_nobody_stays(id_: str) -> None:
    assert without_names(id_, WORDS) == id_


def test_an_id_that_was_a_name_becomes_a_number_and_is_told(write: Write, load: Load) -> None:
    write("a.md", "---\nid: jane-penhale\nname: Jane Penhale\n---\nWe talk.\n")
    loaded = load()
    assert [one.id for one in loaded.interviews] == ["L01"]
    assert any("somebody's name" in str(notice) for notice in loaded.notices)


def test_ids_that_only_names_tell_apart_are_both_kept(write: Write, load: Load) -> None:
    write("a.md", "---\nid: ward1-penhale\nname: Jane Penhale\n---\nWe talk.\n")
    write("b.md", "---\nid: ward1-tarrant\nname: Jo Tarrant\n---\nWe walk.\n")
    loaded = load()
    assert ([one.id for one in loaded.interviews], loaded.problems) == (["L01", "L02"], ())


def test_a_leader_given_by_surname_stays_one_leader(write: Write, load: Load) -> None:
    for name in "ab":
        write(
            f"{name}.md",
            f"---\nid: {name}1\nleader: Penhale\nname: Jane Penhale\n---\nWe {name}.\n",
        )
    assert {one.leader for one in load().interviews} == {"a1"}
