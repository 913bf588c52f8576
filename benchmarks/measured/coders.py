"""The coders that are measured: what ships, the rules alone, and what lies between the two."""

import contextlib
import io
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from measured.sets import MODEL, REAL, TOP

from sensecli.coding import likeness as trained
from sensecli.coding.encoder import EncoderName, Facet
from sensecli.coding.evidence import Joining
from sensecli.coding.tools import Tools
from sensecli.coding.weighing import ATTRIBUTES, as_written
from sensecli.disk.store import Store
from sensecli.pipeline import Coder, load_project, make_tools

BOOKS = (MODEL, REAL)
# Enough for the rules' own value to outweigh all others.
_CERTAIN = 100.0
_NEVER = ("stance confirmed", "action confirmed", "aside")
_ALONE = ("encoder", "encoder, by length", "length", "nothing there")
_CUES = ("cue", "further cues", "cue of another code")


@dataclass(frozen=True, slots=True)
class Variant:
    """A coder with its tools for each codebook; `told` is what its row in the table says."""

    key: str
    told: str
    tools: Mapping[str, Tools]


def shipped(*, encoder: bool) -> dict[str, Tools]:
    """The tools of the default coder, or of `--coder rules`; SystemExit where there are none."""
    found = {}
    for book in BOOKS:
        # Any folder will do: the codebook is named.
        project = load_project(TOP / "training", codebook=book)
        coder = Coder(encoder=encoder)
        tools, problems = make_tools(project.codebook, project.examples, coder=coder)
        if tools is None or problems:
            sys.exit("\n".join(f"{one.message}: {one.hint}" for one in problems))
        found[book] = tools
    return found


def variants(scratch: Path) -> Iterator[Variant]:
    """From rules alone to what ships, each with one part more than the one before."""
    whole = shipped(encoder=True)
    ruled = _rules_decide(whole, scratch)
    known, names = _evidence()
    yield Variant("rules", "cues and rules alone (`--coder rules`)", shipped(encoder=False))
    for key, told, kept in (
        ("encoder", "the encoder alone finds the code; rules decide the rest", _ALONE),
        ("cues", "+ cues", (*_ALONE, *_CUES)),
    ):
        joining = _refitted(known, names, kept)
        yield Variant(key, told, {book: _joined(one, joining) for book, one in ruled.items()})
    yield Variant("around", "+ the passages around", ruled)
    yield Variant("whole", "+ stance, status and actor weighed (what ships)", whole)


def _joined(tools: Tools, joining: Joining) -> Tools:
    made = replace(tools)
    # In place of what the tools would make themselves.
    vars(made)["likeness"] = replace(tools.likeness, joining=joining)
    return made


def _rules_decide(tools: Mapping[str, Tools], scratch: Path) -> dict[str, Tools]:
    """The same tools, with weights by which the rules' stance, status and actor always win."""
    weights: dict[str, Any] = dict.fromkeys(_NEVER, 0.0)
    weights["action alone"] = 1.0
    for attribute, values in ATTRIBUTES.items():
        names = [f"rules: {attribute} {value}" for value in values]
        own = [[_CERTAIN * (row == column) for column in values] for row in values]
        weights[attribute] = as_written(names, [*own, [0.0] * len(values)])
    (scratch / "weighing.json").write_text(json.dumps(weights))
    found = {}
    for book, one in tools.items():
        for file in one.encoder.folder.iterdir():
            if not (scratch / file.name).exists():
                (scratch / file.name).symlink_to(file)
        found[book] = replace(one, encoder=EncoderName(scratch, one.encoder.hash))
    return found


def _evidence() -> tuple[list[Any], tuple[str, ...]]:
    """The evidence in the training interviews, with the names of its parts."""
    fit = _fit()
    known, names = [], ()
    for book in BOOKS:
        project = load_project(fit.HERE, codebook=book)
        for named, case in fit.evidence(book, project.examples):
            known.append(case)
            names = named
    return known, names


def _refitted(known: Sequence[Any], names: Sequence[str], kept: Sequence[str]) -> Joining:
    """The evidence joined with some of its parts only, threshold included, as `fit.py` does it."""
    columns = [names.index(name) for name in kept]
    fewer = [replace(case, parts=case.parts[:, columns]) for case in known]
    with contextlib.redirect_stdout(io.StringIO()):
        fitted = _fit().joining(fewer, tuple(kept))
    return Joining(fitted["weights"], fitted["constant"], fitted["least"])


def _fit() -> Any:  # noqa: ANN401  (a script beside the project: it has no types)
    folder = str(TOP / "training")
    if folder not in sys.path:
        sys.path.append(folder)
    import fit

    return fit


@contextlib.contextmanager
def encoded_once() -> Iterator[None]:
    """Within it, a passage is encoded once for all coders: they differ in what they make of it."""
    kept: dict[tuple[str, Facet, str], Any] = {}
    encode = trained.encode

    def remembered(
        texts: Sequence[str],
        *,
        encoder: EncoderName,
        facet: Facet = Facet.SUBJECT,
        store: Store | None = None,
    ) -> Any:  # noqa: ANN401
        keys = [(encoder.hash, facet, text) for text in texts]
        missing = [text for key, text in zip(keys, texts, strict=True) if key not in kept]
        found = encode(missing, encoder=encoder, facet=facet, store=store)
        kept.update(zip([(encoder.hash, facet, text) for text in missing], found, strict=True))
        return np.stack([kept[key] for key in keys]) if keys else found

    with patch.object(trained, "encode", remembered):
        yield
