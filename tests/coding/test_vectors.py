"""Vectors of examples: taken from where they are kept, and encoded only where they are not."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from sensecli.coding import vectors as module
from sensecli.coding.encoder import EncoderName, Facet, find_encoder
from sensecli.coding.likeness import make_likeness
from sensecli.coding.vectors import (
    SHIPPED,
    coarse_vectors,
    read_vectors,
    vectors_of,
    write_vectors,
)
from sensecli.pipeline import load_project

TEXTS = ("They come first.", "They are last.")
REPOSITORY = Path(__file__).resolve().parents[2]


def subjects(texts: Sequence[str]) -> NDArray[np.float32]:
    """What the encoder of these tests makes of texts."""
    rows = np.array([list(hashlib.sha256(text.encode()).digest()[:8]) for text in texts])
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


@pytest.fixture
def encoded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """An encoder that makes a vector of a text's hash; the texts that it was given, so far."""
    seen: list[str] = []

    def encode(
        texts: Sequence[str], *, encoder: EncoderName, facet: Facet = Facet.SUBJECT
    ) -> NDArray[np.float32]:
        assert encoder.hash
        seen.extend(texts)
        return subjects(texts) if facet is Facet.SUBJECT else -subjects(texts)

    monkeypatch.setattr(module, "encode", encode)
    return seen


def an_encoder(folder: Path, *, hash_: str = "a" * 64) -> EncoderName:
    return EncoderName(folder / "encoder", hash_)


def ship(encoder: EncoderName, *texts: str) -> None:
    """Put the vectors of those texts beside the encoder."""
    write_vectors(encoder.folder / SHIPPED, coarse_vectors(texts, encoder=encoder))


def test_a_vector_of_length_one_for_each_text_in_order(tmp_path: Path, encoded: list[str]) -> None:
    first, second = vectors_of(TEXTS, encoder=an_encoder(tmp_path))
    assert np.allclose([first @ first, second @ second], 1)
    assert np.array_equal(vectors_of(TEXTS[::-1], encoder=an_encoder(tmp_path)), [second, first])
    assert encoded == [*TEXTS, *TEXTS[::-1]]


def test_the_vector_of_an_example_is_of_what_it_is_about(
    tmp_path: Path, encoded: list[str]
) -> None:
    (found,) = vectors_of(TEXTS[:1], encoder=an_encoder(tmp_path))
    assert found @ subjects(TEXTS[:1])[0] > 0.99
    assert encoded


def test_a_text_given_twice_is_encoded_once(tmp_path: Path, encoded: list[str]) -> None:
    first, second = vectors_of([TEXTS[0]] * 2, encoder=an_encoder(tmp_path))
    assert np.array_equal(first, second)
    assert encoded == [TEXTS[0]]


def test_shipped_vectors_are_used_without_encoding(tmp_path: Path, encoded: list[str]) -> None:
    encoder = an_encoder(tmp_path)
    fresh = vectors_of(TEXTS, encoder=encoder)
    ship(encoder, *TEXTS)
    encoded.clear()
    assert np.array_equal(vectors_of(TEXTS, encoder=encoder), fresh)
    assert encoded == []


def test_only_what_is_not_shipped_is_encoded(tmp_path: Path, encoded: list[str]) -> None:
    encoder = an_encoder(tmp_path)
    ship(encoder, TEXTS[0])
    encoded.clear()
    vectors_of(TEXTS, encoder=encoder)
    assert encoded == [TEXTS[1]]


def test_where_all_is_shipped_no_store_is_made(tmp_path: Path, encoded: list[str]) -> None:
    encoder, store = an_encoder(tmp_path), tmp_path / "store"
    ship(encoder, *TEXTS)
    vectors_of(TEXTS, encoder=encoder, store=store)
    assert encoded
    assert not store.exists()


def test_what_was_encoded_is_kept_for_the_next_run(tmp_path: Path, encoded: list[str]) -> None:
    encoder, store = an_encoder(tmp_path), tmp_path / "deep" / "store"
    first = vectors_of(TEXTS, encoder=encoder, store=store)
    encoded.clear()
    assert np.array_equal(vectors_of(TEXTS, encoder=encoder, store=store), first)
    assert encoded == []


def test_a_changed_example_alone_is_encoded_again(tmp_path: Path, encoded: list[str]) -> None:
    encoder, store = an_encoder(tmp_path), tmp_path / "store"
    vectors_of(TEXTS, encoder=encoder, store=store)
    encoded.clear()
    vectors_of([TEXTS[0], "They are few."], encoder=encoder, store=store)
    assert encoded == ["They are few."]


def test_the_store_of_another_encoder_is_not_used(tmp_path: Path, encoded: list[str]) -> None:
    store = tmp_path / "store"
    vectors_of(TEXTS, encoder=an_encoder(tmp_path), store=store)
    encoded.clear()
    vectors_of(TEXTS, encoder=an_encoder(tmp_path, hash_="b" * 64), store=store)
    assert encoded == list(TEXTS)


def test_no_words_of_an_example_stand_in_the_store(tmp_path: Path, encoded: list[str]) -> None:
    vectors_of(TEXTS, encoder=an_encoder(tmp_path), store=tmp_path / "store")
    (kept,) = (tmp_path / "store").glob("*.npz")
    assert encoded
    assert not [
        word for text in TEXTS for word in text.split() if word.encode() in kept.read_bytes()
    ]


def _as_array(file: Path) -> None:
    with file.open("wb") as out:
        np.save(out, np.zeros(3))


def _without_keys(file: Path) -> None:
    with file.open("wb") as out:
        np.savez(out, vectors=np.zeros((2, 8), dtype=np.int8))


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(b"this is no store"),
        lambda file: file.write_bytes(file.read_bytes()[:200]),
        lambda file: file.write_bytes(file.read_bytes()[200:]),
        _as_array,
        _without_keys,
    ],
    ids=["empty", "words", "end cut off", "beginning cut off", "no archive", "lacks keys"],
)
def test_a_damaged_store_is_made_again(
    tmp_path: Path, encoded: list[str], damage: Callable[[Path], object]
) -> None:
    encoder, store = an_encoder(tmp_path), tmp_path / "store"
    first = vectors_of(TEXTS, encoder=encoder, store=store)
    (kept,) = store.glob("*.npz")
    damage(kept)
    assert read_vectors(kept) == {}
    damaged = kept.read_bytes()
    assert np.array_equal(vectors_of(TEXTS, encoder=encoder, store=store), first)
    assert kept.with_name(f"{kept.name}.damaged").read_bytes() == damaged
    encoded.clear()
    vectors_of(TEXTS, encoder=encoder, store=store)
    assert encoded == []


def test_a_folder_that_cannot_be_written_is_silent(
    tmp_path: Path, encoded: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    # A file stands where the folder should be: that holds for an administrator too.
    (tmp_path / "taken").write_text("", "utf-8")
    found = vectors_of(TEXTS, encoder=an_encoder(tmp_path), store=tmp_path / "taken" / "store")
    assert len(found) == len(encoded) == 2
    assert capfd.readouterr() == ("", "")


def test_nothing_is_left_beside_a_store_when_it_is_written(
    tmp_path: Path, encoded: list[str]
) -> None:
    for texts in (TEXTS, (*TEXTS, "They are few.")):
        vectors_of(texts, encoder=an_encoder(tmp_path), store=tmp_path / "store")
    assert encoded
    assert [one.suffix for one in sorted((tmp_path / "store").iterdir())] == [".TAG", ".npz"]


def test_there_are_no_vectors_in_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert read_vectors(tmp_path / "none.npz") == {}


def test_written_vectors_are_read_as_they_were(tmp_path: Path) -> None:
    row = np.arange(8, dtype=np.int8)
    write_vectors(tmp_path / "kept.npz", {bytes(16): row})
    ((key, found),) = read_vectors(tmp_path / "kept.npz").items()
    assert (key, found.tolist()) == (bytes(16), row.tolist())


@pytest.mark.parametrize(
    "name", sorted(path.stem for path in (REPOSITORY / "codebooks").glob("*.yaml"))
)
def test_a_shipped_codebook_needs_no_encoding(
    tmp_path: Path, encoded: list[str], name: str
) -> None:
    project = load_project(tmp_path, codebook=name)
    assert project.codebook is not None
    make_likeness(project.codebook, project.examples, encoder=find_encoder())
    assert encoded == []
