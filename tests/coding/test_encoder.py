"""The encoder: found, loaded and run; claims that hold for any sensible sentence encoder."""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from sensecli.coding import encoder as module
from sensecli.coding.encoder import (
    SUMS,
    WEIGHTS,
    EncoderMissingError,
    Facet,
    encode,
    find_encoder,
)
from sensecli.disk.store import Store, open_store

NEEDED = tuple(sorted(file.name for file in WEIGHTS.iterdir()))
ROOMS = ("small", "large", "green", "other")
TEXTS = (
    "We have to bring the two teams together in one clinic, whatever else is going on around us.",
    "No.",
    "The bus was late again.",
    "Nobody has the money for it at the moment, I am afraid.",
)


def a_copy(folder: Path, *, damaged: str = "") -> Path:
    """The files that an encoder needs, of which one may be cut short."""
    for name in NEEDED:
        if name == damaged:
            (folder / name).write_bytes((WEIGHTS / name).read_bytes()[:500])
        else:
            shutil.copy(WEIGHTS / name, folder / name)
    return folder


def vectors(texts: Sequence[str], facet: Facet = Facet.SUBJECT) -> NDArray[np.float32]:
    """The vectors of that facet, of all the texts together."""
    return encode(texts, encoder=find_encoder(), facet=facet)


@pytest.mark.parametrize("facet", Facet)
def test_every_text_has_a_vector_of_length_one(facet: Facet) -> None:
    found = vectors(TEXTS, facet)
    assert len(found) == len(TEXTS)
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-3)


@pytest.mark.parametrize("facet", Facet)
def test_no_texts_have_no_vectors(facet: Facet) -> None:
    assert len(vectors((), facet)) == 0


@pytest.mark.parametrize("facet", Facet)
def test_vectors_stand_in_the_order_of_the_texts_however_many(facet: Facet) -> None:
    # Spaces at the end make other texts, so that there are several batches, but no other vectors.
    many = [text + " " * spaces for text in TEXTS for spaces in range(12)]
    found, alone = vectors(many, facet), np.stack([vectors([text], facet)[0] for text in TEXTS])
    assert (found @ alone.T).argmax(axis=1).tolist() == [at // 12 for at in range(len(many))]


# Of all lengths: so many of one that they fill a batch and more, texts cut short, and none at all.
POOL = (
    *(f"We met {number} times in the {room} room." for number in range(10) for room in ROOMS),
    *TEXTS,
    *(" ".join(TEXTS[:count]) for count in (2, 3)),
    " ".join(TEXTS * 6),
    "\ufffd",
    "",
)


@cache
def alone(text: str, facet: Facet) -> bytes:
    """The vector of a text that is read by itself."""
    found: bytes = vectors([text], facet)[0].tobytes()
    return found


def test_many_of_the_pool_are_of_one_length() -> None:
    _, tokenizer, _ = module._load(WEIGHTS)
    lengths = Counter(len(one.ids) for one in tokenizer.encode_batch(list(POOL)))
    assert max(lengths.values()) > module._BATCH
    assert len(lengths) > 6
    assert max(lengths) == module._LONGEST


@pytest.mark.parametrize("facet", Facet)
def test_all_together_each_text_has_to_the_bit_the_vector_that_it_has_alone(facet: Facet) -> None:
    found = [one.tobytes() for one in vectors(POOL, facet)]
    assert found == [alone(text, facet) for text in POOL]


@settings(max_examples=30)
@given(texts=st.lists(st.sampled_from(POOL), min_size=1, max_size=50), facet=st.sampled_from(Facet))
def test_a_vector_is_the_same_to_the_bit_whatever_is_read_beside_it(
    texts: list[str], facet: Facet
) -> None:
    assert [one.tobytes() for one in vectors(texts, facet)] == [alone(t, facet) for t in texts]


@pytest.mark.parametrize("threads", ["1", "3", "8"])
def test_with_however_many_threads_a_vector_is_the_same_to_the_bit(threads: str) -> None:
    program = (
        "from tests.coding.test_encoder import POOL, Facet, alone, vectors\n"
        "import sys; out = sys.stdout.buffer; out.write(vectors(POOL).tobytes())\n"
        "for text in POOL: out.write(alone(text, Facet.SUBJECT))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "SENSE_THREADS": threads},
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        check=True,
        timeout=120,
    )
    assert ran.stdout == vectors(POOL).tobytes() * 2


# What is kept.


def kept_vectors(texts: Sequence[str], store: Store, facet: Facet = Facet.SUBJECT) -> list[bytes]:
    """The vectors of that facet, with a store."""
    found = encode(texts, encoder=find_encoder(), facet=facet, store=store)
    return [one.tobytes() for one in found]


@pytest.mark.parametrize("facet", Facet)
def test_a_kept_vector_is_the_same_to_the_bit_and_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, facet: Facet
) -> None:
    texts = [*TEXTS, "", "\U0001f600", TEXTS[0]]
    with open_store(tmp_path) as store:
        assert kept_vectors(texts, store, facet) == [alone(text, facet) for text in texts]
    monkeypatch.setattr(module, "_load", lambda _: pytest.fail("read again"))
    with open_store(tmp_path) as store:
        found = kept_vectors(texts[::-1], store, facet)
    assert found == [alone(text, facet) for text in texts[::-1]]


def test_only_what_is_not_kept_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reads, read = module._read, list[str]()

    def watched(texts: Sequence[str], *rest: Any) -> list[NDArray[np.float32]]:
        read.extend(texts)
        return reads(texts, *rest)

    with open_store(tmp_path) as store:
        kept_vectors(TEXTS[:2], store)
        monkeypatch.setattr(module, "_read", watched)
        found = kept_vectors(TEXTS, store)
        assert found == [alone(text, Facet.SUBJECT) for text in TEXTS]
    assert read == list(TEXTS[2:])


def test_what_is_kept_of_one_facet_is_not_the_others(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        kept_vectors(TEXTS, store, Facet.MANNER)
        found = kept_vectors(TEXTS, store, Facet.SUBJECT)
    assert found == [alone(text, Facet.SUBJECT) for text in TEXTS]


def test_what_another_encoder_made_is_not_read(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        kept_vectors(TEXTS, store)
        asked = replace(find_encoder(), hash="f" * 64)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(module, "_read", lambda *_: [np.ones(3, np.float32)] * len(TEXTS))
            assert (encode(TEXTS, encoder=asked, store=store) == 1).all()


@pytest.mark.parametrize("store", [None, Store(None)])
def test_without_a_store_every_text_is_read(store: Store | None) -> None:
    found = encode(TEXTS, encoder=find_encoder(), store=store)
    assert [one.tobytes() for one in found] == [alone(text, Facet.SUBJECT) for text in TEXTS]


@pytest.mark.parametrize("facet", Facet)
def test_the_same_texts_have_the_same_vectors_each_time(facet: Facet) -> None:
    assert np.array_equal(vectors(TEXTS, facet), vectors(TEXTS, facet))


def test_a_text_said_over_and_over_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    session, tokenizer, options = module._load(WEIGHTS)
    read: list[str] = []

    class Listening:
        def encode_batch(self, texts: list[str]) -> Any:
            read.extend(texts)
            return tokenizer.encode_batch(texts)

    monkeypatch.setattr(module, "_load", lambda _: (session, Listening(), options))
    said = ["Yes.", "No.", "Yes.", "Yes."]
    assert len(vectors(said)) == 4
    assert read == ["Yes.", "No."]


def test_a_text_said_again_has_the_same_vector_again() -> None:
    first, other, again = vectors(["Yes.", "The bus was late.", "Yes."])
    assert np.array_equal(first, again)
    assert not np.allclose(first, other)


def test_the_subject_is_what_is_asked_for_unless_the_manner_is() -> None:
    found = encode(TEXTS, encoder=find_encoder())
    assert np.array_equal(found, vectors(TEXTS, Facet.SUBJECT))
    assert not np.allclose(found, vectors(TEXTS, Facet.MANNER))


def test_what_is_about_the_like_lies_nearer_than_what_is_not() -> None:
    one, like, other = vectors(
        (
            "We need one clinic that both teams run together.",
            "There should be a clinic run jointly by the two teams.",
            "The bus was late again this morning.",
        ),
    )
    assert one @ like > one @ other


@pytest.mark.parametrize("facet", Facet)
def test_an_empty_text_has_a_vector_too(facet: Facet) -> None:
    assert np.isfinite(vectors([""], facet)).all()


@pytest.mark.parametrize("facet", Facet)
def test_a_text_beyond_all_measure_is_read_from_its_beginning(facet: Facet) -> None:
    long = "We met and then we met again. " * 200
    first, second = (vectors([long + end], facet) for end in ("Yes.", "Money!"))
    assert np.array_equal(first, second)


@pytest.mark.parametrize("lacking", NEEDED)
def test_an_encoder_that_lacks_a_file_is_missing_by_that_files_name(
    tmp_path: Path, lacking: str
) -> None:
    (a_copy(tmp_path) / lacking).unlink()
    with pytest.raises(EncoderMissingError, match=re.escape(lacking)):
        find_encoder(tmp_path)


@pytest.mark.parametrize("damaged", [name for name in NEEDED if name != SUMS])
def test_a_damaged_file_is_told_by_its_name(tmp_path: Path, damaged: str) -> None:
    with pytest.raises(EncoderMissingError, match=re.escape(damaged)):
        find_encoder(a_copy(tmp_path, damaged=damaged))


def test_an_encoder_damaged_unseen_is_missing_and_no_other_error(tmp_path: Path) -> None:
    found = find_encoder(a_copy(tmp_path, damaged="encoder.onnx"), checked=False)
    with pytest.raises(EncoderMissingError):
        encode(["No."], encoder=found)


def test_the_hash_is_of_the_weights_and_not_of_where_they_lie(tmp_path: Path) -> None:
    assert find_encoder(a_copy(tmp_path)).hash == find_encoder().hash
    (tmp_path / SUMS).write_text("", "utf-8")
    assert find_encoder(tmp_path).hash != find_encoder().hash


def test_finding_an_encoder_loads_nothing_heavy() -> None:
    program = (
        "from sensecli.coding.encoder import find_encoder\nfind_encoder()\n"
        "import sys\nsys.exit(len({'onnxruntime', 'numpy', 'tokenizers'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", program], check=False, timeout=60)
    assert ran.returncode == 0
