"""What is kept from run to run: it changes no coding, and only what is new is done anew."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from sensecli.coding import kept
from sensecli.disk.store import NAME, open_store
from sensecli.model import Interview
from tests.builders import an_interview
from tests.coding.kept import (
    BOOK,
    BOOKS,
    NOTES,
    anew,
    by_rules,
    cases,
    model,
    other_rules,
    run,
)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A cache folder in which a run by rules has kept what it worked out."""
    first = run(cases(*NOTES), by_rules(tmp_path))
    assert sum(map(len, first.codings)) > 5
    assert len(first.work.parsed) > 5
    return tmp_path


# A run with all of it, and a run with some of it.


def test_the_first_run_gives_what_a_run_without_a_store_gives(tmp_path: Path) -> None:
    said, tools = cases(*NOTES), by_rules(tmp_path)
    assert run(said, tools).codings == anew(said, tools)


def test_a_second_run_gives_the_same_and_does_nothing(store: Path) -> None:
    again = run(cases(*NOTES), by_rules(store))
    assert again.codings == anew(cases(*NOTES), by_rules())
    assert again.work.is_none


@pytest.mark.parametrize("change", BOOKS)
def test_after_a_change_of_the_codebook_only_what_changed_is_looked_for(
    store: Path, change: str
) -> None:
    book, looked_for = BOOKS[change]
    found = run(cases(*NOTES), by_rules(store, book))
    assert found.codings == anew(cases(*NOTES), by_rules(book=book))
    assert found.work.codes == looked_for
    assert len(set(found.work.matched)) == len(found.work.matched)


def test_after_a_change_of_the_codebook_no_text_is_parsed_again(tmp_path: Path) -> None:
    first = run(cases(*NOTES), by_rules(tmp_path))
    book, _ = BOOKS["a cue more"]
    found = run(cases(*NOTES), by_rules(tmp_path, book))
    # "The weather was fine." has a code now, and had none.
    assert found.work.parsed == ["The weather was fine."]
    assert set(found.work.parsed).isdisjoint(first.work.parsed)


def test_an_earlier_codebook_is_still_known_after_another(store: Path) -> None:
    run(cases(*NOTES), by_rules(store, BOOKS["all cues"][0]))
    again = run(cases(*NOTES), by_rules(store))
    assert again.work.is_none
    assert again.codings == anew(cases(*NOTES), by_rules())


def test_after_a_change_of_one_note_that_one_alone_is_worked_on(store: Path) -> None:
    notes = (NOTES[0], NOTES[1] + "- There is money in April.\n", *NOTES[2:])
    found = run(cases(*notes), by_rules(store))
    assert found.codings == anew(cases(*notes), by_rules())
    assert found.work.parsed == ["There is money in April."]
    _, segments = cases(*notes)[1]
    assert found.work.texts == {one.text for one in segments}


def test_a_note_more_or_less_leaves_the_others_alone(store: Path) -> None:
    notes = ("- The clinic is new.\n", *NOTES)
    more = run(cases(*notes)[:1], by_rules(store))
    assert more.work.parsed == ["The clinic is new."]
    fewer = run(cases(*NOTES)[1:3], by_rules(store))
    assert fewer.work.is_none
    assert fewer.codings == anew(cases(*NOTES), by_rules())[1:3]


def test_a_note_under_another_id_is_not_parsed_or_searched_again(store: Path) -> None:
    moved = cases("", *NOTES)[1:]
    found = run(moved, by_rules(store))
    assert found.work.is_none
    assert {one.interview for some in found.codings for one in some} >= {"L02", "L05"}
    assert found.codings == anew(moved, by_rules())


OPENS = "INT: Go on.\nR: Saltby Trust has opened a clinic.\n"
THINKS = "- Ann Moss thinks that the clinic is a luxury.\n"


@pytest.mark.parametrize(
    "known",
    [
        an_interview(text=OPENS, organisation="Saltby Trust"),
        an_interview(text=THINKS, name="Ann Moss"),
        an_interview(text=THINKS, leader="Ann Moss"),
    ],
    ids=["organisation", "name", "leader"],
)
def test_what_is_known_of_the_leader_counts(tmp_path: Path, known: Interview) -> None:
    ((unknown, segments),) = cases(known.text)
    first = run([(unknown, segments)], by_rules(tmp_path))
    found = run([(known, segments)], by_rules(tmp_path))
    assert first.codings != found.codings == anew([(known, segments)], by_rules())
    assert found.work.is_none


def test_who_speaks_counts(tmp_path: Path) -> None:
    talk = NOTES[2]
    turned = talk.replace("INT:", "X:").replace("R:", "INT:").replace("X:", "R:")
    run(cases(talk), by_rules(tmp_path))
    found = run(cases(turned), by_rules(tmp_path))
    assert found.codings == anew(cases(turned), by_rules())
    assert found.codings != anew(cases(talk), by_rules())


# Other versions.


def test_another_version_of_the_rules_reads_nothing_that_was_kept(store: Path) -> None:
    with other_rules():
        found = run(cases(*NOTES), by_rules(store))
        again = run(cases(*NOTES), by_rules(store))
    with TemporaryDirectory() as empty:
        assert found.work == run(cases(*NOTES), by_rules(Path(empty))).work
    assert found.work.codes == {"clinic", "money", "dates"}
    assert again.work.is_none


def test_another_model_reads_no_parse_and_no_coding_that_was_kept(store: Path) -> None:
    other = replace(by_rules(store), model=replace(model(), hash="another"))
    found = run(cases(*NOTES), other)
    with TemporaryDirectory() as empty:
        assert found.work.parsed == run(cases(*NOTES), by_rules(Path(empty))).work.parsed
    assert found.work.matched == []
    assert run(cases(*NOTES), by_rules(store)).work.is_none


# Stores that are not what they should be.


def _taken(folder: Path) -> None:
    folder.write_text("", "utf-8")


def _somebody_elses(folder: Path) -> None:
    folder.mkdir()
    (folder / "diary.txt").write_text("", "utf-8")


@pytest.mark.parametrize("spoil", [_taken, _somebody_elses])
def test_where_nothing_can_be_kept_the_codings_are_the_same(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(tmp_path / "store")
    for _ in range(2):
        found = run(cases(*NOTES), by_rules(tmp_path / "store"))
        assert found.codings == anew(cases(*NOTES), by_rules())
        assert not found.work.is_none


@pytest.mark.parametrize("part", range(8))
def test_where_the_store_is_damaged_the_codings_are_the_same(store: Path, part: int) -> None:
    content = bytearray((store / NAME).read_bytes())
    size = len(content) // 8
    content[part * size : (part + 1) * size] = bytes(size)
    (store / NAME).write_bytes(content)
    for _ in range(2):
        found = run(cases(*NOTES), by_rules(store))
        assert found.codings == anew(cases(*NOTES), by_rules())
    assert found.work.is_none


def test_where_some_kinds_are_gone_the_rest_is_used(tmp_path: Path, store: Path) -> None:
    """As when a full store drops what was used longest ago."""
    said = cases(*NOTES)
    for kind in ("codings", "cues", "parses"):
        other = tmp_path / kind
        with open_store(store) as whole, open_store(other) as part:
            part.put("codings", whole.get("codings", kept.keys(said, by_rules())[1:]))
        found = run(said, by_rules(other))
        assert found.codings == anew(said, by_rules())
        _, segments = said[0]
        assert found.work.texts == {one.text for one in segments}


PROGRAM = """\
import sys
from pathlib import Path
from sensecli.pipeline import Coder, analyse
found = analyse(Path(sys.argv[1]), coder=Coder(store=Path(sys.argv[2]), encoder=len(sys.argv) > 3))
heavy = {"spacy", "onnxruntime", "tokenizers", "lemminflect"} & set(sys.modules)
print(len(found.codings), *sorted(heavy))
"""


@pytest.mark.parametrize("with_encoder", [True, False])
def test_a_second_run_loads_neither_parser_nor_encoder(
    tmp_path: Path, *, with_encoder: bool
) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    for number, text in enumerate(NOTES, start=1):
        (folder / f"L{number:02d}.md").write_text(text, "utf-8")
    written = BOOK.model_dump_json(exclude_defaults=True, exclude_none=True)
    (folder / "codebook.yaml").write_text(written, "utf-8")
    first, second = (
        subprocess.run(
            [sys.executable, "-c", PROGRAM, folder, tmp_path / "store", *["x"] * with_encoder],
            env={**os.environ},
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        ).stdout.split()
        for _ in range(2)
    )
    assert first[0] == second[0] != "0"
    assert "spacy" in first
    assert second[1:] == []
