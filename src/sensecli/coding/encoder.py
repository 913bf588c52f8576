"""The encoder: a passage as a vector, near the vectors of passages that mean the like.

A small sentence encoder, fine-tuned on texts written for this project (`training/`), run with
onnxruntime on the processor. Nothing is downloaded.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WEIGHTS = Path(__file__).parent / "weights"
# Passages longer than this are read to here; a sentence of 70 words has some 96 pieces.
_LONGEST = 96
# Texts of one length together: a batch is as slow as its longest.
_BATCH = 32


class EncoderMissingError(Exception):
    """The encoder cannot be loaded; the message says why."""


@dataclass(frozen=True, slots=True)
class EncoderName:
    """An encoder that can be loaded: where it lies, and a hash of its weights."""

    folder: Path
    hash: str


def find_encoder(folder: Path = WEIGHTS) -> EncoderName:
    """The encoder in a folder; EncoderMissingError where there is none."""
    model = folder / "encoder.onnx"
    if not model.is_file() or not (folder / "tokenizer.json").is_file():
        raise EncoderMissingError(str(folder))
    return EncoderName(folder, _hash(model))


def encode(texts: Sequence[str], *, encoder: EncoderName) -> "NDArray[np.float32]":
    """One unit vector a text: len(texts) x dimensions.

    Raises EncoderMissingError where the encoder cannot be loaded.
    """
    import numpy as np

    session, tokenizer = _load(encoder.folder)
    read = tokenizer.encode_batch(list(texts))
    order = sorted(range(len(read)), key=lambda at: len(read[at].ids))
    vectors: list[tuple[int, Any]] = []
    for first in range(0, len(order), _BATCH):
        batch = order[first : first + _BATCH]
        widest = len(read[batch[-1]].ids)
        ids, mask = np.zeros((2, len(batch), widest), dtype=np.int64)
        for row, at in enumerate(batch):
            ids[row, : len(read[at].ids)] = read[at].ids
            mask[row, : len(read[at].ids)] = 1
        (pooled,) = session.run(None, {"input_ids": ids, "attention_mask": mask})
        vectors += zip(batch, pooled, strict=True)
    if not vectors:
        return np.zeros((0, 0), dtype=np.float32)
    return np.stack([vector for _, vector in sorted(vectors, key=lambda pair: pair[0])])


@cache
def _load(folder: Path) -> tuple[Any, Any]:
    """The session and the tokenizer."""
    try:
        import onnxruntime
        from tokenizers import Tokenizer

        onnxruntime.set_default_logger_severity(3)
        session = onnxruntime.InferenceSession(
            folder / "encoder.onnx", providers=["CPUExecutionProvider"]
        )
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    # A damaged file raises what the two libraries please.
    except Exception as broken:
        raise EncoderMissingError(str(broken)) from broken
    tokenizer.no_padding()
    tokenizer.enable_truncation(_LONGEST)
    return session, tokenizer


@cache
def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
