"""Keys of what is kept: a short hash of everything that it rests on."""

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from importlib.metadata import PackageNotFoundError, version

_SIZE = 16
# They parse, find cues, cut into pieces and encode.
_LIBRARIES = ("spacy", "google-re2", "tokenizers", "onnxruntime")


def digest(*parts: object) -> bytes:
    """A key for these parts, told apart by order, kind and length; values print as themselves."""
    hashed = hashlib.blake2b(digest_size=_SIZE)
    for part in parts:
        written = part if isinstance(part, bytes) else repr(part).encode(errors="surrogatepass")
        hashed.update(b"b" if isinstance(part, bytes) else b"v")
        hashed.update(len(written).to_bytes(8, "big"))
        hashed.update(written)
    return hashed.digest()


@cache
def rules_digest() -> bytes:
    """A key for the rules: for every file of this package but the trained weights.

    And for the versions of the libraries that they rest on. So no version of the rules ever reads
    what another has worked out.
    """
    package = resources.files("sensecli.coding")
    folders = (package, package.joinpath("rules"))
    files = [one for folder in folders for one in folder.iterdir() if one.is_file()]
    wanted = sorted((one.name, one) for one in files if one.name.endswith((".py", ".yaml", ".txt")))
    return digest(*_versions(), *_contents(wanted))


def _versions() -> Iterable[str]:
    """Each library's, or that it does not tell: some are packed without their description."""
    for library in _LIBRARIES:
        try:
            yield f"{library} {version(library)}"
        except PackageNotFoundError:
            yield library


def _contents(files: Iterable[tuple[str, object]]) -> Iterable[object]:
    for name, file in files:
        yield name
        yield file.read_bytes()  # type: ignore[attr-defined]
