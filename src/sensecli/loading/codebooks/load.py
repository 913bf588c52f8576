"""YAML -> Codebook, or everything that is wrong with it, each with its line."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType

from pydantic import ValidationError

from sensecli.loading.codebooks.content import content_problems, unused_problems, written_codes
from sensecli.loading.codebooks.schema_words import in_plain_words
from sensecli.loading.codebooks.shipped import shipped_codebooks
from sensecli.loading.codebooks.yaml_tree import Tree, read_tree
from sensecli.loading.formats.encoding import decode
from sensecli.model import Codebook, Notice, Problem

DEFAULT = "msk-programme"
IN_FOLDER = "codebook.yaml"

Loaded = tuple[Codebook | None, tuple[Problem, ...], tuple[Notice, ...]]

_LARGEST = 1_000_000
_START = '"sense codebook new FILE" writes one to start from'
_SHEETS = frozenset({".csv", ".xlsx", ".qdc"})
_NOT_YAML = frozenset({".md", ".markdown", ".docx", ".pdf", ".odt", ".rtf", ".vtt", ".srt"})
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<inside>.*?)^---[ \t]*\n", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FoundCodebook:
    """The codebook that an analysis uses, and where it lies; `path` is None where there is none."""

    codebook: Codebook | None
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()
    path: Path | None = None


def load_codebook(path: Path) -> Loaded:
    """The codebook of a YAML file, all its problems at once, in order of line, and the notices.

    The codebook is None where a problem makes it unusable.
    """
    tree = _read(path)
    if isinstance(tree, Problem):
        return None, (tree,), ()
    errors = [*tree.problems, *content_problems(tree, path.name)]
    codebook = None
    try:
        codebook = Codebook.model_validate(tree.value)
    except ValidationError as error:
        for one in error.errors(include_url=False):
            message, hint = in_plain_words(one)
            errors.append(Problem(path.name, tree.line(one["loc"]), message, hint))
    if errors:
        codebook = None
    problems = {*errors, *unused_problems(tree, path.name)}
    return codebook, tuple(sorted(problems, key=_by_line)), ()


def find_codebook(name: str | None, folder: Path) -> FoundCodebook:
    """The codebook named, a path or the name of a shipped one; without a name that of the folder.

    Where the folder has no `codebook.yaml` either, the shipped `msk-programme`, with a notice.
    """
    shipped = shipped_codebooks()
    if name is None:
        own = folder / IN_FOLDER
        if own.is_file():
            return _found(own)
        if own.exists() or own.is_symlink():
            hint = "put the codebook itself there, or name one with --codebook"
            return FoundCodebook(None, (Problem(IN_FOLDER, None, "is not a file", hint),))
        said = f'no {IN_FOLDER} in the folder: the shipped codebook "{DEFAULT}" is used'
        return _found(shipped[DEFAULT], Notice(said)) if DEFAULT in shipped else _unknown(DEFAULT)
    if name in shipped and not Path(name).is_file():
        return _found(shipped[name])
    return _found(Path(name)) if Path(name).is_file() else _unknown(name)


def codebook_lines(path: Path) -> Mapping[tuple[str, ...], int]:
    """The line of each code, cue and example: ("trust",), ("trust", "cues", "0"), counted from 0.

    Empty where the file cannot be read as YAML.
    """
    tree = _read(path)
    if isinstance(tree, Problem):
        return MappingProxyType({})
    lines: dict[tuple[str, ...], int] = {}
    for place, code in written_codes(tree.value):
        code_id = code.get("id")
        if not isinstance(code_id, str):
            continue
        lines[code_id.strip(),] = tree.line(place)
        for key in ("cues", "exclusions", "examples"):
            items = code.get(key)
            for index in range(len(items) if isinstance(items, list) else 0):
                lines[code_id.strip(), key, str(index)] = tree.line((*place, key, index))
    return MappingProxyType(lines)


def _read(path: Path) -> Tree | Problem:
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
    except FileNotFoundError:
        hint = "check the spelling of the file's name"
        return Problem(path.name, None, "the codebook cannot be read: there is no such file", hint)
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        return Problem(path.name, None, f"the codebook cannot be read: {reason}")
    if len(raw) > _LARGEST:
        return Problem(path.name, None, f"is larger than {_LARGEST // 1_000_000} MB", _START)
    return _other_format(path) or _tree(path, raw)


def _tree(path: Path, raw: bytes) -> Tree | Problem:
    try:
        text = decode(raw)
    except UnicodeDecodeError:
        return Problem(path.name, None, "is not a text file", "save it again as UTF-8")
    front = _FRONT_MATTER.match(text)
    if front and not re.search(r"^codes\s*:", front["inside"], re.MULTILINE):
        message = "is not a codebook: it is a text with attributes above it"
        return Problem(path.name, None, message, _START)
    tree = read_tree(text, path.name)
    if isinstance(tree, Problem) or isinstance(tree.value, dict):
        return tree
    if tree.value is None:
        return Problem(path.name, None, "the codebook is empty", _START)
    return Problem(path.name, tree.line(()), "is not a codebook: it has no keys", _START)


def _other_format(path: Path) -> Problem | None:
    """Why a file cannot be a codebook, by its ending."""
    suffix = path.suffix.casefold()
    if suffix in _SHEETS:
        hint = f'"sense codebook new FILE --from {path.name}" makes one of it'
        return Problem(path.name, None, f"is not a codebook yet: it is a {suffix} file", hint)
    if suffix in _NOT_YAML:
        message = f"is not a codebook: codebooks are YAML files, and this is a {suffix} file"
        return Problem(path.name, None, message, _START)
    return None


def _found(path: Path, *notices: Notice) -> FoundCodebook:
    codebook, problems, more = load_codebook(path)
    return FoundCodebook(codebook, problems, (*notices, *more), path)


def _unknown(name: str) -> FoundCodebook:
    known = list(shipped_codebooks())
    close = get_close_matches(Path(name).stem.lower(), known, n=1, cutoff=0.5)
    listed = f"shipped are {', '.join(known)}" if known else "give the path of a YAML file"
    hint = f'Did you mean "{close[0]}"?' if close else listed
    message = f'there is no codebook "{name}", neither a file nor a shipped one'
    return FoundCodebook(None, (Problem("", None, message, hint),))


def _by_line(problem: Problem) -> tuple[int, str]:
    return problem.line or 0, problem.message
