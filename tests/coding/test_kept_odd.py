"""What is kept of odd texts is found again as it was."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensecli.coding import kept
from sensecli.model import Actor, Coding, Example, Holder, Stance, Status
from tests.builders import a_coding, an_interview
from tests.coding.kept import (
    EXAMPLES,
    MONEY,
    NOTES,
    a_book,
    anew,
    by_rules,
    cases,
    run,
)

if TYPE_CHECKING:
    from sensecli.coding.case import Case

# Odd texts.

ODD = {
    "no segment": ("", "- We need a clinic.\n", ""),
    "no interview": (),
    "nothing said": ("---\nid: L01\n---\n",),
    "marks alone": ("- ...\n- ?\n",),
    "accents": ("- José and Zoë Müller-Łuczak fund the clinic; that is Ñandú’s money.\n",),
    "other scripts": ("- 診所 clinic и money 💰 is in June.\n",),
    "combining accents": ("- Jose\u0301 wants a clinic in Jos\u00e9.\n",),
    "the same twice": (NOTES[0], NOTES[0]),
}


@pytest.mark.parametrize("kind", ODD)
def test_odd_texts_are_kept_and_found_again_as_they_were(tmp_path: Path, kind: str) -> None:
    odd = cases(*ODD[kind])
    expected = anew(odd, by_rules())
    first, again = (run(odd, by_rules(tmp_path)) for _ in range(2))
    assert first.codings == again.codings == expected
    assert again.work.is_none


def test_an_empty_segment_is_kept_and_found_again_as_it_was(tmp_path: Path) -> None:
    ((interview, segments),) = cases("INT: Do you want a clinic?\nR: Yes.\n")
    empty = [replace(one, number=one.number + 2, end=one.start, text="") for one in segments]
    odd: list[Case] = [(interview, (*segments, *empty)), (an_interview(id="L09"), empty)]
    first, again = (run(odd, by_rules(tmp_path)) for _ in range(2))
    assert first.codings == again.codings == anew(odd, by_rules())
    assert first.codings[0]
    assert again.work.is_none


PIECES = st.sampled_from(
    [
        *("clinic ", "money ", "funding ", "money talks ", "May ", "José ", "yes ", "we need a "),
        *("é", "e\u0301", "💰", "- ", "\n- ", ". ", "INT: ", "\n", "\u2028"),
    ]
)


@settings(max_examples=25)
@given(texts=st.lists(st.lists(PIECES, max_size=14).map("".join), min_size=1, max_size=3))
def test_whatever_is_said_what_is_kept_changes_no_coding(texts: list[str]) -> None:
    said = cases(*texts)
    expected = anew(said, by_rules())
    with TemporaryDirectory() as folder:
        # Some of it at first, so that a run finds some kept and some not.
        run(said[::2], by_rules(Path(folder), a_book(MONEY)))
        first, again = (run(said, by_rules(Path(folder))) for _ in range(2))
    assert first.codings == again.codings == expected
    assert again.work.is_none


TEXT = st.text(st.characters(exclude_categories=()), max_size=12)
SHOWN = "Whoever stands beside a bed ought to choose."
CODINGS = st.lists(
    st.builds(
        lambda values, **told: replace(a_coding(text="Said.", start=0, **told), **values),
        stance=st.sampled_from(Stance),
        status=st.sampled_from(Status),
        holder=st.sampled_from(Holder),
        values=st.fixed_dictionaries(
            {
                "actor": st.sampled_from(Actor),
                "prompted": st.booleans(),
                "cue": st.one_of(TEXT, st.just(SHOWN), st.just(f"answers: like: {SHOWN}")),
                "rule": TEXT,
                "coder": TEXT,
                "confidence": st.floats(0, 1),
                "example": st.one_of(TEXT, st.just(SHOWN)),
                "explicit": st.booleans(),
            }
        ),
    ),
    max_size=3,
)


@given(CODINGS)
def test_codings_are_unpacked_as_they_were_packed(codings: list[Coding]) -> None:
    ((_, (segment,)),) = cases("Said.")
    examples = [Example("", "money"), *(Example(one.example, "money") for one in codings)]
    found = kept.unpacked(kept.packed(codings, kept.numbers(examples)), [segment], examples)
    told = [replace(one, speaker=segment.speaker.value) for one in codings]
    assert list(found) == told
    for one in found:
        assert {type(one.stance), type(one.status)} == {Stance, Status}
        assert {type(one.holder), type(one.actor)} == {Holder, Actor}


@pytest.mark.parametrize("cue", [f"like: {SHOWN}", f"answers: like: {SHOWN}", "clinic"])
def test_an_example_is_kept_as_a_number_wherever_it_stands(cue: str) -> None:
    told = replace(a_coding(), cue=cue, example=SHOWN)
    written = kept.packed([told], kept.numbers([*EXAMPLES, Example(SHOWN, "money")]))
    assert b"Whoever" not in written
    assert b"clinic" in written or b"like: " in written
