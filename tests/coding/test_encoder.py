"""The encoder: found, loaded and run; claims that hold for any sensible sentence encoder."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from sensecli.coding.encoder import WEIGHTS, EncoderMissingError, encode, find_encoder

KINDS = ("subject", "manner")
NEEDED = ("encoder.onnx", "tokenizer.json")
TEXTS = (
    "We have to bring the two teams together in one clinic, whatever else is going on around us.",
    "No.",
    "The bus was late again.",
    "Nobody has the money for it at the moment, I am afraid.",
)


def a_copy(folder: Path, *, damaged: str = "") -> Path:
    """The two files of the encoder, of which one may be cut short."""
    for name in NEEDED:
        if name == damaged:
            (folder / name).write_bytes((WEIGHTS / name).read_bytes()[:1000])
        else:
            shutil.copy(WEIGHTS / name, folder / name)
    return folder


def vectors(texts: Sequence[str], kind: str) -> NDArray[np.float32]:
    """The vectors of that kind, of all the texts together."""
    found: NDArray[np.float32] = getattr(encode(texts, encoder=find_encoder()), kind)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_has_a_vector_of_length_one(kind: str) -> None:
    found = vectors(TEXTS, kind)
    assert len(found) == len(TEXTS)
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-3)


@pytest.mark.parametrize("kind", KINDS)
def test_no_texts_have_no_vectors(kind: str) -> None:
    assert len(vectors((), kind)) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_vectors_stand_in_the_order_of_the_texts_however_many(kind: str) -> None:
    many = [text for text in TEXTS for _ in range(12)]
    found, alone = vectors(many, kind), np.stack([vectors([text], kind)[0] for text in TEXTS])
    assert (found @ alone.T).argmax(axis=1).tolist() == [at // 12 for at in range(len(many))]


@pytest.mark.parametrize("kind", KINDS)
def test_a_vector_hardly_depends_on_the_texts_beside_it(kind: str) -> None:
    alone = [vectors([text], kind)[0] for text in TEXTS]
    together = vectors(TEXTS, kind)
    assert all(vector @ own > 0.95 for vector, own in zip(together, alone, strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_texts_have_the_same_vectors_each_time(kind: str) -> None:
    assert np.array_equal(vectors(TEXTS, kind), vectors(TEXTS, kind))


def test_what_is_about_the_like_lies_nearer_than_what_is_not() -> None:
    one, like, other = vectors(
        (
            "We need one clinic that both teams run together.",
            "There should be a clinic run jointly by the two teams.",
            "The bus was late again this morning.",
        ),
        "subject",
    )
    assert one @ like > one @ other


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_text_has_a_vector_too(kind: str) -> None:
    assert np.isfinite(vectors([""], kind)).all()


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_beyond_all_measure_is_read_from_its_beginning(kind: str) -> None:
    long = "We met and then we met again. " * 200
    first, second = (vectors([long + end], kind) for end in ("Yes.", "Money!"))
    assert np.array_equal(first, second)


@pytest.mark.parametrize("lacking", NEEDED)
def test_an_encoder_that_lacks_a_file_is_missing_by_its_folder(
    tmp_path: Path, lacking: str
) -> None:
    (a_copy(tmp_path) / lacking).unlink()
    with pytest.raises(EncoderMissingError, match=tmp_path.name):
        find_encoder(tmp_path)


@pytest.mark.parametrize("damaged", NEEDED)
def test_a_damaged_encoder_is_missing_and_no_other_error(tmp_path: Path, damaged: str) -> None:
    with pytest.raises(EncoderMissingError):
        encode(["No."], encoder=find_encoder(a_copy(tmp_path, damaged=damaged)))


def test_the_hash_is_of_the_weights_and_not_of_where_they_lie(tmp_path: Path) -> None:
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    whole.mkdir()
    cut.mkdir()
    a_copy(whole)
    a_copy(cut, damaged="encoder.onnx")
    assert find_encoder(whole).hash == find_encoder().hash != find_encoder(cut).hash
    assert len(bytes.fromhex(find_encoder().hash)) == 32


def test_finding_an_encoder_loads_nothing_heavy() -> None:
    program = (
        "from sensecli.coding.encoder import find_encoder\nfind_encoder()\n"
        "import sys\nsys.exit(len({'onnxruntime', 'numpy', 'tokenizers'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", program], check=False, timeout=60)
    assert ran.returncode == 0
