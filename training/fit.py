"""Fit what is read beside the encoder: the shared space, and how the evidence is joined.

    python training/fit.py [--again]

Writes `space.npz`, `examples.npz`, `joining.json`, `attributes.npz` and `weighing.json` into
`src/sensecli/coding/weights`. The space comes from the shipped codebooks' written examples; how
evidence is joined and weighed from interviews that the encoder has not read, since it would look
too sure of those that it has: the invented ones in `held-out/`, and the shipped sample. With
`--again`, after the encoder has read those too, joining and weighing stay.
Takes two to three minutes.
"""

import argparse
import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from attributes import cases, heads_from, weighing_from

from sensecli.coding.cues import CueMatcher
from sensecli.coding.encoder import WEIGHTS, find_encoder
from sensecli.coding.evidence import parts
from sensecli.coding.likeness import make_likeness, see
from sensecli.coding.vectors import SHIPPED, coarse_vectors, vectors_of, write_vectors
from sensecli.coding.weighing import Heads, as_written
from sensecli.loading.codebooks.shipped import shipped_codebooks, shipped_sample
from sensecli.model import NO_CODE, Example
from sensecli.pipeline import Speakers, load_project, segment_all

HERE = Path(__file__).parent
HELD_OUT = HERE / "held-out"
BOOKS = ("msk-programme", "inquiry-preparedness")
# Added to the variance of each dimension, so that rare directions do not decide.
_SHRINKAGE = 0.003
_PENALTY = 2.0
_STEPS = 30


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """The parts of the evidence (cases x parts) and whether the code is there, an interview."""

    interview: str
    parts: np.ndarray
    there: np.ndarray


def main() -> None:
    """Everything, in the order in which one needs the other."""
    options = argparse.ArgumentParser()
    options.add_argument("--again", action="store_true", help="keep how evidence is joined")
    again = options.parse_args().again
    encoder = find_encoder(checked=False)
    (WEIGHTS / SHIPPED).unlink(missing_ok=True)
    kept = {}
    examples = {}
    for name in shipped_codebooks():
        project = load_project(HERE, codebook=name)
        examples[name] = project.examples
        stated = [f"{c.label}: {c.proposition}" for c in project.codebook.leaves]
        kept |= coarse_vectors([*stated, *(e.passage for e in project.examples)], encoder=encoder)
    write_vectors(WEIGHTS / SHIPPED, kept)
    write_space({name: examples[name] for name in BOOKS})
    heads = write_heads()
    if not again:
        write_joining(examples)
        write_weighing(heads)


def write_joining(examples: Mapping[str, tuple[Example, ...]]) -> None:
    """How the evidence for a code is joined, with examples and without."""
    empty: dict[str, object] = {"weights": {}, "constant": 0, "least": 0}
    (WEIGHTS / "joining.json").write_text(json.dumps(dict.fromkeys(KINDS, empty)))
    fitted = {}
    for kind in KINDS:
        read = [
            one
            for book in BOOKS
            for one in evidence(book, examples[book] if kind == KINDS[0] else ())
        ]
        fitted[kind] = joining([case for _, case in read], read[0][0])
        print(kind, json.dumps(fitted[kind], indent=1))
    (WEIGHTS / "joining.json").write_text(json.dumps(fitted, indent=1) + "\n")


def write_heads() -> Heads:
    """How stance, status and actor are read by the encoder."""
    sheets = [shipped_codebooks()[b].with_name(f"{b}.examples.csv") for b in BOOKS]
    heads = heads_from([*sheets, *(HERE / book / "gold.csv" for book in BOOKS)])
    np.savez(WEIGHTS / "attributes.npz", **{k: v.astype(np.float32) for k, v in heads.items()})
    return Heads(heads)


def write_weighing(heads: Heads) -> None:
    """How they are weighed against the rules."""
    folders = [*((HELD_OUT / book, book) for book in BOOKS), (shipped_sample(), BOOKS[0])]
    found = [case for folder, book in folders for case in cases(folder, book, heads)]
    weighed = weighing_from(found)
    written = {a: as_written(names, array) for a, (names, array) in weighed.items()}
    (WEIGHTS / "weighing.json").write_text(json.dumps({**written, **LEAST_LIKELY}, indent=1) + "\n")


# The likelihoods from which actions are taken, and codes: chosen on the development parts for
# precision of four in five, since a wrong "done" erases a finding; and for the F1 of codes.
LEAST_LIKELY = {
    "stance confirmed": 0.1,
    "action confirmed": 0.25,
    "action alone": 0.7,
    "aside": 0.1,
}
LEAST = 0.4
KINDS = ("with examples", "without examples")


def write_space(examples: dict[str, tuple[Example, ...]]) -> None:
    """The covariance that passages of one code have among themselves, over all codebooks."""
    spread, count, nothing = 0.0, 0, []
    for written in examples.values():
        vectors = vectors_of([e.passage for e in written], encoder=find_encoder(checked=False))
        labels = np.array([e.code for e in written])
        for code in sorted(set(labels)):
            own = vectors[labels == code]
            off = own - own.mean(axis=0)
            spread, count = spread + off.T @ off, count + len(own)
        nothing.append(vectors[labels == NO_CODE])
    covariance = spread / count + _SHRINKAGE * np.eye(len(spread))
    np.savez(
        WEIGHTS / "space.npz",
        precision=np.linalg.inv(covariance).astype(np.float32),
        nothing=np.concatenate(nothing).mean(axis=0).astype(np.float32),
    )


def evidence(
    book: str, examples: tuple[Example, ...]
) -> Iterator[tuple[tuple[str, ...], Evidence]]:
    """The names of the parts, and the evidence, of each training interview of a codebook."""
    project = load_project(HELD_OUT / book, codebook=book)
    matcher = CueMatcher(project.codebook.leaves)
    likeness = make_likeness(project.codebook, examples, encoder=find_encoder(checked=False))
    with (HELD_OUT / book / "gold.csv").open(newline="", encoding="utf-8") as file:
        gold = {(r["interview"], r["text"], r["code"]) for r in csv.DictReader(file)}
    for interview, cut in zip(
        project.interviews, segment_all(project.interviews, Speakers()), strict=True
    ):
        cued = []
        for segment in cut.segments:
            found: dict[str, set[tuple[int, int]]] = {}
            for hit in matcher(segment.text):
                found.setdefault(hit.code, set()).add((hit.start, hit.end))
            cued.append({code: len(spans) for code, spans in found.items()})
        ((seen, _),) = see(likeness, [cut.segments], [cued])
        named = parts(seen)
        yield (
            tuple(named),
            Evidence(
                interview.id,
                np.stack(list(named.values()), axis=-1).reshape(-1, len(named)),
                np.array(
                    [
                        (interview.id, segment.text, code) in gold
                        for segment in cut.segments
                        for code in likeness.head.codes
                    ]
                ),
            ),
        )


def joining(known: list[Evidence], names: tuple[str, ...]) -> dict[str, object]:
    """The weight of each part, the constant, and the likelihood with the best F1.

    The last by predictions for each interview from the others.
    """
    held_out = [
        predict(logistic([c for c in known if c is not case]), case.parts) for case in known
    ]
    guessed, there = np.concatenate(held_out), np.concatenate([case.there for case in known])
    steps = np.arange(0.1, 0.7, 0.02)
    least = max(steps, key=lambda at: f1(guessed >= at, there))
    print(f"F1 by leaving each interview out: {f1(guessed >= least, there):.3f} at {least:.2f}")
    edges = np.array([0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01])
    for low, high in pairwise(edges):
        inside = (guessed >= low) & (guessed < high)
        if inside.any():
            said, were = guessed[inside].mean(), there[inside].mean()
            print(f"  said {said:.2f} were {were:.2f} ({inside.sum()})")
    weights = logistic(known)
    return {
        "weights": {n: round(float(w), 3) for n, w in zip(names, weights[:-1], strict=True)},
        "constant": round(float(weights[-1]), 3),
        "least": LEAST,
    }


def logistic(known: list[Evidence]) -> np.ndarray:
    """Weights and constant of a logistic regression with a small ridge penalty (Newton)."""
    x = np.concatenate([case.parts for case in known]).astype(float)
    x = np.hstack([x, np.ones((len(x), 1))])
    y = np.concatenate([case.there for case in known]).astype(float)
    weights = np.zeros(x.shape[1])
    penalty = _PENALTY * np.eye(x.shape[1])
    penalty[-1, -1] = 0
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (p - y) + penalty @ weights
        bend = (x * (p * (1 - p))[:, None]).T @ x + penalty + 1e-9 * np.eye(x.shape[1])
        weights -= np.linalg.solve(bend, slope)
    return weights


def predict(weights: np.ndarray, x: np.ndarray) -> np.ndarray:
    """The likelihood of each case."""
    return 1 / (1 + np.exp(-(x @ weights[:-1] + weights[-1])))


def f1(said: np.ndarray, there: np.ndarray) -> float:
    """The harmonic mean of precision and recall."""
    return float(2 * (said & there).sum() / (said.sum() + there.sum()))


if __name__ == "__main__":
    main()
