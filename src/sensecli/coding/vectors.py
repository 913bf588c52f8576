"""Subject vectors of examples: those that ship with the program, and those of earlier runs."""

import hashlib
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sensecli.coding.encoder import EncoderName, encode
from sensecli.disk.cache import keep, kept, set_aside
from sensecli.disk.replace import put_files

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
    name = f"examples-{encoder.hash[:16]}.npz"
    if store and any(key not in known for key in keys):
        known |= _kept(store, name)
    missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    if missing:
        found = encode(tuple(missing.values()), encoder=encoder)
        known |= dict(zip(missing, _coarse(found), strict=True))
        if store:
            keep(store, name, _packed({key: known[key] for key in keys}))
    rows = np.stack([known[key] for key in keys]).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def read_vectors(file: Path) -> "dict[bytes, NDArray[np.int8]]":
    """Vectors by key; none where the file is not there or damaged (they are made again)."""
    try:
        return _unpacked(file.read_bytes()) or {}
    except OSError:
        return {}


def write_vectors(file: Path, vectors: "dict[bytes, NDArray[np.int8]]") -> None:
    """Put vectors into a file, as they ship; OSError where it cannot be written."""
    file.parent.mkdir(parents=True, exist_ok=True)
    put_files({file: _packed(vectors)})


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


def _kept(store: Path, name: str) -> "dict[bytes, NDArray[np.int8]]":
    content = kept(store, name)
    if content is None:
        return {}
    found = _unpacked(content)
    if found is None:
        set_aside(store, name)
    return found or {}


def _packed(vectors: "dict[bytes, NDArray[np.int8]]") -> bytes:
    import numpy as np

    keys = np.array([np.frombuffer(key, dtype=np.uint8) for key in vectors])
    out = io.BytesIO()
    np.savez(out, keys=keys, vectors=np.stack(list(vectors.values())))
    return out.getvalue()


def _unpacked(content: bytes) -> "dict[bytes, NDArray[np.int8]] | None":
    """Vectors by key; None of what is damaged."""
    import numpy as np

    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as held:
            keys, rows = held["keys"], held["vectors"]
    except (OSError, ValueError, KeyError, EOFError, TypeError, RuntimeError, zipfile.BadZipFile):
        return None
    return dict(zip((key.tobytes() for key in keys), rows, strict=False))
