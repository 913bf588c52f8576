"""The encoder: a passage as two vectors, one for what it is about and one for how it is said.

A small sentence encoder, fine-tuned on texts written for this project (`training/`), run with
onnxruntime on the processor. Nothing is downloaded, and nothing is told to anybody.
"""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WEIGHTS = Path(__file__).parent / "weights"
SUMS = "SHA256SUMS"
# Passages longer than this are read to here; a sentence of 70 words has some 96 pieces.
_LONGEST = 96
# Texts of one length together: a batch is as slow as its longest.
_BATCH = 32


class Facet(StrEnum):
    """What a vector is about: the subject of a passage, or the manner in which it is said.

    Subjects lie near those of passages about the same; manners near those of passages that take a
    stance, do things or fail to do them in the like way.
    """

    SUBJECT = "subject"
    MANNER = "manner"


class EncoderMissingError(Exception):
    """The encoder cannot be loaded; the message says why."""

    @classmethod
    def damaged(cls, name: str) -> "EncoderMissingError":
        """A file is not the one that was shipped."""
        return cls(f"{name} is damaged")


@dataclass(frozen=True, slots=True)
class EncoderName:
    """An encoder that can be loaded: where it lies, and a hash of its weights."""

    folder: Path
    hash: str


def find_encoder(folder: Path = WEIGHTS, *, checked: bool = True) -> EncoderName:
    """The encoder in a folder, and the weights beside it.

    Raises EncoderMissingError where a file is not there or, if `checked`, is not the one that
    SUMS says.
    """
    try:
        sums = (folder / SUMS).read_text("utf-8")
        for line in sums.splitlines() if checked else ():
            wanted, name = line.split()
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != wanted:
                raise EncoderMissingError.damaged(name)
    except (OSError, ValueError) as missing:
        raise EncoderMissingError(str(missing)) from missing
    return EncoderName(folder, hashlib.sha256(sums.encode()).hexdigest())


def encode(
    texts: Sequence[str], *, encoder: EncoderName, facet: Facet = Facet.SUBJECT
) -> "NDArray[np.float32]":
    """One unit vector a text: texts x dimensions.

    Raises EncoderMissingError where the encoder cannot be loaded.
    """
    import numpy as np

    session, tokenizer, options = _load(encoder.folder)
    # What is said over and over ("Yes.") is read once.
    places = {text: at for at, text in enumerate(dict.fromkeys(texts))}
    read = tokenizer.encode_batch(list(places))
    order = sorted(range(len(read)), key=lambda at: len(read[at].ids))
    if not order:
        return np.zeros((0, 0), dtype=np.float32)
    rows: list[NDArray[np.float32]] = []
    for first in range(0, len(order), _BATCH):
        batch = order[first : first + _BATCH]
        widest = len(read[batch[-1]].ids)
        ids, mask = np.zeros((2, len(batch), widest), dtype=np.int64)
        for row, at in enumerate(batch):
            ids[row, : len(read[at].ids)] = read[at].ids
            mask[row, : len(read[at].ids)] = 1
        (found,) = session.run([facet], {"input_ids": ids, "attention_mask": mask}, options)
        rows.append(found)
    back = np.argsort(order)[[places[text] for text in texts]]
    return np.concatenate(rows)[back]


@cache
def _load(folder: Path) -> tuple[Any, Any, Any]:
    """The session, the tokenizer, and the options by which only what is asked for is worked out."""
    # Recent releases of onnxruntime tell its makers of every session, over the network, and keep a
    # number for this machine (its Privacy.md). This is read once, when it is first imported.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    try:
        import onnxruntime
        from tokenizers import Tokenizer

        # Where a program that uses this one imported it before.
        onnxruntime.disable_telemetry_events()
        onnxruntime.set_default_logger_severity(3)
        settings = onnxruntime.SessionOptions()
        # On a busy laptop, threads that spin while they wait are slower than none.
        settings.add_session_config_entry("session.intra_op.allow_spinning", "0")
        session = onnxruntime.InferenceSession(
            folder / "encoder.onnx", settings, providers=["CPUExecutionProvider"]
        )
        options = onnxruntime.RunOptions()
        options.only_execute_path_to_fetches = True
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    # A damaged file raises what the two libraries please.
    except Exception as broken:
        raise EncoderMissingError(str(broken)) from broken
    tokenizer.no_padding()
    tokenizer.enable_truncation(_LONGEST)
    return session, tokenizer, options
