"""What is kept where the encoder takes part: no text is read again, and no coding changes."""

import shutil
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from sensecli.coding.encoder import EncoderName, find_encoder
from sensecli.coding.tools import Tools
from sensecli.model import Codebook, Example
from tests.coding.kept import (
    BOOK,
    BOOKS,
    EXAMPLES,
    NOTES,
    Work,
    anew,
    by_rules,
    cases,
    model,
    other_rules,
    run,
)

# With the encoder.


@cache
def encoder() -> EncoderName:
    """The one that ships."""
    return find_encoder()


def encoded(folder: Path | None = None, book: Codebook = BOOK) -> Tools:
    """What codes with the encoder."""
    return Tools(book, model(), EXAMPLES, encoder=encoder(), folder=folder)


@dataclass(frozen=True, slots=True)
class Kept:
    """A cache folder in which a run with the encoder has kept what it did, and what it did."""

    folder: Path
    work: Work


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """That of the notes; each test has a copy of its own."""
    folder = tmp_path_factory.mktemp("encoded")
    found = run(cases(*NOTES), encoded(folder))
    assert found.codings == anew(cases(*NOTES), encoded())
    assert len(subjects(found.work)) >= len(SAID) + len(EXAMPLES)
    return Kept(folder, found.work)


@pytest.fixture
def vectors(tmp_path: Path, first: Kept) -> Kept:
    """A copy of it."""
    return replace(first, folder=Path(shutil.copytree(first.folder, tmp_path / "copy")))


SAID = {one.text for _, segments in cases(*NOTES) for one in segments}


def subjects(work: Work) -> set[str]:
    """The texts of which it was encoded what they are about."""
    return {text for facet, text in work.encoded if facet == "subject"}


def test_a_second_run_with_the_encoder_does_nothing(vectors: Kept) -> None:
    again = run(cases(*NOTES), encoded(vectors.folder))
    assert again.codings == anew(cases(*NOTES), encoded())
    assert again.work.is_none


def test_by_rules_after_the_encoder_is_as_by_rules_alone(vectors: Kept) -> None:
    found = run(cases(*NOTES), by_rules(vectors.folder))
    assert found.codings == anew(cases(*NOTES), by_rules())
    assert found.codings != anew(cases(*NOTES), encoded())
    assert not found.work.matched
    assert not found.work.encoded
    assert set(found.work.parsed).isdisjoint(vectors.work.parsed)


def test_by_the_encoder_after_rules_is_as_by_the_encoder_alone(tmp_path: Path) -> None:
    ruled = run(cases(*NOTES), by_rules(tmp_path))
    found = run(cases(*NOTES), encoded(tmp_path))
    assert found.codings == anew(cases(*NOTES), encoded())
    assert found.work.matched == []
    assert set(found.work.parsed).isdisjoint(ruled.work.parsed)


@pytest.mark.parametrize("least", [0.0, 0.01])
def test_another_least_does_nothing_again(vectors: Kept, least: float) -> None:
    said, asked = cases(*NOTES), replace(encoded(), least=least)
    first, again = (run(said, replace(asked, folder=vectors.folder)) for _ in range(2))
    assert first.codings == again.codings == anew(said, asked)
    assert first.codings != anew(said, encoded())
    assert first.work.matched == []
    assert set(first.work.parsed).isdisjoint(vectors.work.parsed)
    assert set(first.work.encoded).isdisjoint(vectors.work.encoded)
    assert again.work.is_none


def test_an_example_more_encodes_only_itself_and_what_is_new(vectors: Kept) -> None:
    new = Example("Nobody will pay for a nurse there.", "money")
    more = replace(encoded(vectors.folder), examples=(*EXAMPLES, new))
    found = run(cases(*NOTES), more)
    assert found.codings == anew(cases(*NOTES), replace(more, folder=None))
    assert found.codings != anew(cases(*NOTES), encoded())
    assert ("subject", new.text) in found.work.encoded
    assert set(found.work.encoded).isdisjoint(vectors.work.encoded)
    assert set(found.work.parsed).isdisjoint(vectors.work.parsed)
    assert found.work.matched == []


@pytest.mark.parametrize("change", ["a cue more", "a code more", "a code less", "another order"])
def test_after_a_change_of_the_codebook_nothing_is_encoded_or_parsed_again(
    vectors: Kept, change: str
) -> None:
    book, looked_for = BOOKS[change]
    found = run(cases(*NOTES), encoded(vectors.folder, book))
    assert found.codings == anew(cases(*NOTES), encoded(book=book))
    assert found.work.codes == looked_for
    assert set(found.work.encoded).isdisjoint(vectors.work.encoded)
    assert set(found.work.parsed).isdisjoint(vectors.work.parsed)


def test_after_a_change_of_one_note_only_what_is_new_is_encoded(vectors: Kept) -> None:
    notes = ("- We need a clinic of our own.\n" + NOTES[0], *NOTES[1:])
    found = run(cases(*notes), encoded(vectors.folder))
    assert found.codings == anew(cases(*notes), encoded())
    assert "We need a clinic of our own." in subjects(found.work)
    assert set(found.work.encoded).isdisjoint(vectors.work.encoded)
    _, segments = cases(*notes)[0]
    assert all(any(one.text in text for one in segments) for text in subjects(found.work))


def test_another_encoder_reads_no_vector_that_was_kept(vectors: Kept) -> None:
    other = replace(encoder(), hash="f" * 64)
    found = run(cases(*NOTES), replace(encoded(vectors.folder), encoder=other))
    assert set(found.work.encoded) == set(vectors.work.encoded)
    assert subjects(found.work) >= SAID
    assert not found.work.matched
    assert not found.work.parsed


def test_another_version_of_the_rules_reads_no_vector_that_was_kept(vectors: Kept) -> None:
    with other_rules():
        found = run(cases(*NOTES), encoded(vectors.folder))
    assert found.codings == anew(cases(*NOTES), encoded())
    assert subjects(found.work) >= SAID


def test_with_the_encoder_an_interview_is_coded_the_same_whatever_is_coded_beside_it() -> None:
    said, every = cases(*NOTES), replace(encoded(), least=0.0)
    together = anew(said, every)
    assert all(together)
    assert together == tuple(anew([one], every)[0] for one in said)
    assert anew(said[::-1], every) == together[::-1]
