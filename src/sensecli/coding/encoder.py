"""The encoder: a passage as two vectors, one for what it is about and one for how it is said.

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
_FILES = (
    "encoder.onnx",
    "tokenizer.json",
    "space.npz",
    "joining.json",
    "attributes.npz",
    "weighing.json",
)
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
    """The encoder in a folder; EncoderMissingError where a file of it is not there."""
    lacking = [name for name in _FILES if not (folder / name).is_file()]
    if lacking:
        raise EncoderMissingError(str(folder / lacking[0]))
    return EncoderName(folder, _hash(folder / _FILES[0]))


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """Two unit vectors a text, each texts x dimensions.

    `subject` lies near those of passages about the same, `manner` near those of passages that
    take a stance, do or fail to do things in the like way.
    """

    subject: "NDArray[np.float32]"
    manner: "NDArray[np.float32]"


def encode(texts: Sequence[str], *, encoder: EncoderName) -> Encoded:
    """The vectors of each text; EncoderMissingError where the encoder cannot be loaded."""
    import numpy as np

    session, tokenizer = _load(encoder.folder)
    read = tokenizer.encode_batch(list(texts))
    order = sorted(range(len(read)), key=lambda at: len(read[at].ids))
    if not order:
        return Encoded(np.zeros((0, 0), np.float32), np.zeros((0, 0), np.float32))
    batches: list[tuple[Any, Any]] = []
    for first in range(0, len(order), _BATCH):
        batch = order[first : first + _BATCH]
        widest = len(read[batch[-1]].ids)
        ids, mask = np.zeros((2, len(batch), widest), dtype=np.int64)
        for row, at in enumerate(batch):
            ids[row, : len(read[at].ids)] = read[at].ids
            mask[row, : len(read[at].ids)] = 1
        batches.append(session.run(None, {"input_ids": ids, "attention_mask": mask}))
    back = np.argsort(order)
    subject, manner = (np.concatenate(rows)[back] for rows in zip(*batches, strict=True))
    return Encoded(subject, manner)


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
