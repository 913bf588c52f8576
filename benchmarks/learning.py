"""How many written examples does a codebook need that the encoder never saw?

    python training/encoder.py --without inquiry-preparedness --out FOLDER
    python benchmarks/learning.py FOLDER

Prints the F1 of codes (by passage, whoever holds the view) on texts coded by the second codebook,
with 0, 5, 10, 20, 40 and all of its examples a code, drawn with a fixed seed: with the encoder in
FOLDER, which has read nothing of that codebook, and with the one that ships, which has. Cues are
the codebook's own; how evidence is joined is as it ships. Five to ten minutes on two cores.
"""

import argparse
import random
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from measured.sets import MODEL, PARTS, REAL, Part, interviews, read

from sensecli.coding.cues import CueMatcher
from sensecli.coding.encoder import WEIGHTS, EncoderName, find_encoder
from sensecli.coding.evidence import likelihood
from sensecli.coding.likeness import make_likeness, see
from sensecli.coding.vectors import vectors_of
from sensecli.model import NO_CODE, Example
from sensecli.pipeline import load_project

COUNTS = (0, 5, 10, 20, 40, None)
SEED = 11
_SHRINKAGE = 0.003
_COPIED = ("joining.json", "attributes.npz", "weighing.json")


def main() -> None:
    """A table: a row for each number of examples, a column for each encoder and set."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "folder", type=Path, help="an encoder that was trained without the codebook"
    )
    folder = options.parse_args().folder
    parts = [part for part in PARTS if part.book == REAL and "train" not in part.key]
    with tempfile.TemporaryDirectory() as scratch:
        blind = _completed(folder, Path(scratch))
        encoders = {"never seen": blind, "as shipped": find_encoder(checked=False)}
        print("examples a code", *(f"{e}: {p.title}" for p in parts for e in encoders), sep=" | ")
        for count in COUNTS:
            found = [_f1(part, one, count) for part in parts for one in encoders.values()]
            print(count if count is not None else "all", *(f"{x:.2f}" for x in found), sep=" | ")


def _completed(folder: Path, scratch: Path) -> EncoderName:
    """The encoder with what stands beside it, its space from the other codebook alone."""
    for file in ("encoder.onnx", "tokenizer.json"):
        shutil.copyfile(folder / file, scratch / file)
    for file in _COPIED:
        shutil.copyfile(WEIGHTS / file, scratch / file)
    encoder = EncoderName(scratch, f"without {REAL}")
    examples = load_project(WEIGHTS, codebook=MODEL).examples
    vectors = vectors_of([one.passage for one in examples], encoder=encoder)
    by_code = defaultdict(list)
    for one, vector in zip(examples, vectors, strict=True):
        by_code[one.code].append(vector)
    off = [np.stack(own) - np.mean(own, axis=0) for own in by_code.values()]
    spread = sum(rows.T @ rows for rows in off) / len(examples)
    np.savez(
        scratch / "space.npz",
        precision=np.linalg.inv(spread + _SHRINKAGE * np.eye(len(spread))).astype(np.float32),
        nothing=np.mean(by_code[NO_CODE], axis=0).astype(np.float32),
    )
    return encoder


def _drawn(examples: Sequence[Example], count: int | None) -> list[Example]:
    """So many of each code, five times as many of none, as a user would write them."""
    if count is None:
        return list(examples)
    by_code = defaultdict(list)
    for one in examples:
        by_code[one.code].append(one)
    draw = random.Random(SEED)  # noqa: S311 - a draw, not a secret
    return [
        one
        for code, own in by_code.items()
        for one in draw.sample(own, min(len(own), count * (5 if code == NO_CODE else 1)))
    ]


def _f1(part: Part, encoder: EncoderName, count: int | None) -> float:
    material = read(part.folder, part.book)
    codebook = material.project.codebook
    likeness = make_likeness(codebook, _drawn(material.project.examples, count), encoder=encoder)
    matcher, judging = CueMatcher(codebook.leaves), {one.id for one in interviews(part)}
    gold = {
        (a.segment.interview, a.segment.number, a.row.code)
        for a in material.gold
        if a.segment and a.segment.interview in judging
    }
    ours = set()
    for interview in judging:
        segments = material.cut[interview].segments
        cued = []
        for segment in segments:
            spans = defaultdict(set)
            for hit in matcher(segment.text):
                spans[hit.code].add((hit.start, hit.end))
            cued.append({code: len(found) for code, found in spans.items()})
        ((seen, _),) = see(likeness, [segments], [cued])
        taken = likelihood(seen, likeness.joining) >= likeness.joining.least
        ours |= {
            (interview, segments[row].number, likeness.head.codes[column])
            for row, column in zip(*map(list, taken.nonzero()), strict=True)
        }
    return 2 * len(gold & ours) / (len(gold) + len(ours))


if __name__ == "__main__":
    main()
