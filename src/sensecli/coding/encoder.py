"""The encoder: a passage as two vectors, one for what it is about and one for how it is said.

A small sentence encoder, fine-tuned on texts written for this project (`training/`), run with
onnxruntime on the processor. Nothing is downloaded, and nothing is told to anybody.
"""

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sensecli.coding.digest import digest, rules_digest
from sensecli.disk.store import Store

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WEIGHTS = Path(__file__).parent / "weights"
SUMS = "SHA256SUMS"
KIND = "vectors"
# Passages longer than this are read to here; a sentence of 70 words has some 96 pieces.
_LONGEST = 96
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
    texts: Sequence[str],
    *,
    encoder: EncoderName,
    facet: Facet = Facet.SUBJECT,
    store: Store | None = None,
) -> "NDArray[np.float32]":
    """One unit vector a text: texts x dimensions, the same to the bit whatever is read beside it.

    What `store` has is not read again. Raises EncoderMissingError where the encoder cannot be
    loaded.
    """
    import numpy as np

    if not texts:
        return np.zeros((0, 0), dtype=np.float32)
    # What is said over and over ("Yes.") is read once.
    version = rules_digest(), encoder.hash, facet
    keys = {text: digest(*version, text) for text in dict.fromkeys(texts)}
    kept = store.get(KIND, list(keys.values())) if store else {}
    known = {
        text: np.frombuffer(kept[key], dtype=np.float32)
        for text, key in keys.items()
        if key in kept
    }
    missing = [text for text in keys if text not in known]
    fresh = dict(zip(missing, _read(missing, encoder, facet), strict=True))
    if store and fresh:
        store.put(KIND, {keys[text]: vector.tobytes() for text, vector in fresh.items()})
    known |= fresh
    return np.stack([known[text] for text in texts])


def _read(texts: Sequence[str], encoder: EncoderName, facet: Facet) -> "list[NDArray[np.float32]]":
    if not texts:
        return []
    from concurrent.futures import ThreadPoolExecutor

    import numpy as np

    session, tokenizer, options = _load(encoder.folder)
    read = [one.ids for one in tokenizer.encode_batch(texts)]

    def run(batch: Sequence[int]) -> "NDArray[np.float32]":
        # One text alone would be summed up in another order than two, and differ in the last bit.
        ids = np.array([read[at] for at in batch] * (2 if len(batch) == 1 else 1))
        pieces = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
        (found,) = session.run([facet], pieces, options)
        return np.asarray(found)

    vectors: dict[int, NDArray[np.float32]] = {}
    batches = tuple(_batches(read))
    with ThreadPoolExecutor(_threads()) as threads:
        for batch, found in zip(batches, threads.map(run, batches), strict=True):
            vectors |= dict(zip(batch, found, strict=False))
    return [vectors[at] for at in range(len(read))]


def _threads() -> int:
    """How many batches are read at a time: one of several processes has a share of the cores."""
    return int(os.environ.get("SENSE_THREADS") or 0) or os.cpu_count() or 1


def _batches(read: Sequence[Sequence[int]]) -> Iterator[Sequence[int]]:
    """The places of texts of one length together, so that none is filled up to another's."""
    order = sorted(range(len(read)), key=lambda at: len(read[at]))
    for _, alike in groupby(order, key=lambda at: len(read[at])):
        places = tuple(alike)
        yield from (places[at : at + _BATCH] for at in range(0, len(places), _BATCH))


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
        # A batch is read by one thread: three and more would share it out by its size, and sum up
        # in another order. Several batches at a time are faster than several threads at one.
        settings.intra_op_num_threads = 1
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
