"""Subject vectors of examples: those that ship with the program, and those of earlier runs."""

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sensecli.coding.encoder import EncoderName, encode

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHIPPED = "examples.npz"
# A vector of unit length, a byte each dimension: the error is a hundredth of a degree.
_STEPS = 127.0


def vectors_of(
    texts: Sequence[str], *, encoder: EncoderName, store: Path | None = None
) -> "NDArray[np.float32]":
    """One unit vector a text, encoded only where neither the program nor `store` has it.

    `store` is a folder where the vectors of a user's own examples are kept from run to run.
    """
    import numpy as np

    keys = [_key(text) for text in texts]
    known = read_vectors(encoder.folder / SHIPPED)
    kept = store / f"examples-{encoder.hash[:16]}.npz" if store else None
    if kept and any(key not in known for key in keys):
        known |= read_vectors(kept)
    missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    if missing:
        found = encode(tuple(missing.values()), encoder=encoder)
        known |= dict(zip(missing, _coarse(found), strict=True))
        if kept:
            write_vectors(kept, {key: known[key] for key in keys})
    rows = np.stack([known[key] for key in keys]).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def read_vectors(file: Path) -> "dict[bytes, NDArray[np.int8]]":
    """Vectors by key; none where the file is not there or damaged (they are made again)."""
    import numpy as np

    try:
        with file.open("rb") as opened, np.load(opened, allow_pickle=False) as held:
            keys, rows = held["keys"], held["vectors"]
    except (OSError, ValueError, KeyError, EOFError, TypeError, RuntimeError, zipfile.BadZipFile):
        return {}
    return dict(zip((key.tobytes() for key in keys), rows, strict=False))


def write_vectors(file: Path, vectors: "dict[bytes, NDArray[np.int8]]") -> None:
    """Keep vectors in a file, whole or not at all; nothing is said where it can't be written."""
    import numpy as np

    keys = np.array([np.frombuffer(key, dtype=np.uint8) for key in vectors])
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, suffix=".npz")
        with os.fdopen(handle, "wb") as out:
            np.savez(out, keys=keys, vectors=np.stack(list(vectors.values())))
        Path(name).replace(file)
    except OSError:
        return


def coarse_vectors(
    texts: Sequence[str], *, encoder: EncoderName
) -> "dict[bytes, NDArray[np.int8]]":
    """The vectors of texts by key, as they are kept."""
    rows = _coarse(encode(texts, encoder=encoder))
    return dict(zip((_key(text) for text in texts), rows, strict=True))


def _coarse(vectors: "NDArray[np.float32]") -> "NDArray[np.int8]":
    import numpy as np

    return np.round(vectors * _STEPS).astype(np.int8)


def _key(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()[:16]
