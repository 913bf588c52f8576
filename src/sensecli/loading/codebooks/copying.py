"""A project's codebook, and the examples beside it, as files for a folder without names."""

from collections.abc import Callable
from pathlib import Path

from sensecli.loading.codebooks.examples import examples_beside
from sensecli.loading.codebooks.load import IN_FOLDER, find_codebook
from sensecli.loading.formats.encoding import decode
from sensecli.model import Codebook, Problem

_EXAMPLES = "codebook.examples.csv"


def codebook_files(
    name: str | None, folder: Path, mask: Callable[[str], str]
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """`codebook.yaml` and its examples, byte for byte unless they hold a name.

    Nothing where the shipped codebook is used only because the folder has none: a copy of the
    folder uses the same.
    """
    beside = folder if folder.is_dir() else folder.parent
    if name is None and not (beside / IN_FOLDER).is_file():
        return {}, ()
    found = find_codebook(name, beside)
    if found.codebook is None or found.path is None:
        return {}, ()
    try:
        files = {IN_FOLDER: _codebook(found.codebook, found.path.read_bytes(), mask)}
        examples = examples_beside(found.path)
        if examples.is_file():
            files[_EXAMPLES] = _masked(examples.read_bytes(), mask)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "is not a text file"
        return {}, (Problem(found.path.name, None, f"could not be copied: {reason}"),)
    return files, ()


def _codebook(codebook: Codebook, raw: bytes, mask: Callable[[str], str]) -> bytes:
    if mask(decode(raw)) == decode(raw):
        return raw
    import yaml

    # Written anew: a stand-in opens with a bracket, which YAML would take for a list.
    held = _without_names(codebook.model_dump(mode="json", exclude_defaults=True), mask)
    return yaml.safe_dump(held, sort_keys=False, allow_unicode=True).encode()


def _without_names(value: object, mask: Callable[[str], str]) -> object:
    if isinstance(value, dict):
        return {key: _without_names(held, mask) for key, held in value.items()}
    if isinstance(value, list):
        return [_without_names(held, mask) for held in value]
    return mask(value) if isinstance(value, str) else value


def _masked(raw: bytes, mask: Callable[[str], str]) -> bytes:
    text = decode(raw)
    shown = mask(text)
    return raw if shown == text else shown.encode()
