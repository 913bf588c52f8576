"""Fit how stance, status and actor are read by the encoder, and weighed against the rules."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sensecli.coding.calls import calls
from sensecli.coding.cues import CueMatcher
from sensecli.coding.decide import decide
from sensecli.coding.encoder import Facet, encode, find_encoder
from sensecli.coding.exchange import moves
from sensecli.coding.language import find_model, parse
from sensecli.coding.likeness import make_likeness, manner_of
from sensecli.coding.talk import Talk, Theme
from sensecli.coding.weighing import ATTRIBUTES, Heads, Parts, decision_parts
from sensecli.loading.gold import read_gold
from sensecli.pipeline import Speakers, load_project, segment_all
from sensecli.reliability.align import align

_STEPS = 400


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A gold coding: what there was to weigh, and what a careful person decided, an attribute."""

    interview: str
    parts: Mapping[str, Parts]
    gold: Mapping[str, str]


def heads_from(sheets: Sequence[Path]) -> dict[str, np.ndarray]:
    """Each attribute's head, from sheets of passages with them: (dimensions + 1) x values."""
    rows = [r for s in sheets for r in csv.DictReader(s.open(newline="", encoding="utf-8"))]
    rows = [r for r in rows if r["stance"]]
    passages = [f"{r.get('before', '')} {r['text']}".strip() for r in rows]
    vectors = encode(passages, encoder=find_encoder(checked=False), facet=Facet.MANNER)
    return {
        attribute: softmax_regression(
            vectors, [values.index(r[attribute]) for r in rows], len(values), penalty=1e-4
        )
        for attribute, values in ATTRIBUTES.items()
    }


def cases(folder: Path, book: str, heads: Heads) -> Iterator[Case]:
    """Every gold coding of a folder that the rules decide on when they are given its code."""
    project = load_project(folder, codebook=book)
    codes = {code.id: code for code in project.codebook.leaves}
    likeness = make_likeness(
        project.codebook, project.examples, encoder=find_encoder(checked=False)
    )
    matcher = CueMatcher(project.codebook.leaves)
    cut = segment_all(project.interviews, Speakers())
    read = read_gold(
        folder / "gold.csv", interviews=[i.id for i in project.interviews], codes=codes
    )
    gold = defaultdict(list)
    for row in align(read.rows, [s for one in cut for s in one.segments]):
        if row.segment:
            gold[row.segment.interview, row.segment.number].append(row.row)
    for interview, one in zip(project.interviews, cut, strict=True):
        themes = []
        for segment in one.segments:
            hits = defaultdict(list)
            for hit in matcher(segment.text):
                hits[hit.code].append((hit.start, hit.end))
            there = dict.fromkeys(r.code for r in gold[interview.id, segment.number])
            themes.append(
                tuple(Theme(codes[c], tuple(hits[c]), "", cued=bool(hits[c])) for c in there)
            )
        steps = moves(one.segments)
        parsed = [
            at for at, found in enumerate(themes) if found or any(themes[to] for to in steps[at].to)
        ]
        docs = parse((one.segments[at].text for at in parsed), model=find_model())
        (manner,) = manner_of(likeness, [one.segments], [parsed])
        talk = Talk(
            interview,
            one.segments,
            steps,
            tuple(themes),
            dict(zip(parsed, docs, strict=True)),
            manner,
        )
        for call in calls(talk):
            rows = gold[interview.id, one.segments[call.index].number]
            fits = [r for r in rows if r.code == call.theme.code.id]
            fits.sort(key=lambda r: r.holder is not call.holder)
            if fits:
                named = decision_parts(talk, call, decide(talk, call), heads)
                answer = {attribute: getattr(fits[0], attribute) for attribute in ATTRIBUTES}
                yield Case(interview.id, named, answer)


def weighing_from(found: Sequence[Case], penalty: float = 0.004) -> dict[str, tuple]:
    """For each attribute the names of its parts and their weights."""
    fitted = {}
    for attribute in ATTRIBUTES:
        values = ATTRIBUTES[attribute]
        names = sorted({name for case in found for name in case.parts[attribute]})
        x = matrix(found, attribute, names)
        y = [values.index(case.gold[attribute]) for case in found]
        fitted[attribute] = (names, softmax_regression(x, y, len(values), penalty=penalty))
    return fitted


def matrix(found: Sequence[Case], attribute: str, names: Sequence[str]) -> np.ndarray:
    """Cases x parts."""
    return np.array([[case.parts[attribute].get(n, 0.0) for n in names] for case in found])


def softmax_regression(
    x: np.ndarray, y: Sequence[int], values: int, *, penalty: float
) -> np.ndarray:
    """Weights and, in the last row, a constant; by accelerated gradient descent."""
    mean, spread = x.mean(axis=0), np.maximum(x.std(axis=0), 0.02)
    z = np.hstack([(x - mean) / spread, np.ones((len(x), 1))]).astype(np.float64)
    target = np.eye(values)[np.asarray(y)]
    step = 1.0 / (0.5 * np.linalg.eigvalsh(z.T @ z / len(z))[-1] + 2 * penalty)
    weights = ahead = np.zeros((z.shape[1], values))
    keep = np.ones((z.shape[1], 1))
    keep[-1] = 0
    for turn in range(_STEPS):
        scores = z @ ahead
        likely = np.exp(scores - scores.max(axis=1, keepdims=True))
        likely /= likely.sum(axis=1, keepdims=True)
        new = ahead - step * (z.T @ (likely - target) / len(z) + 2 * penalty * keep * ahead)
        ahead = new + turn / (turn + 3) * (new - weights)
        weights = new
    slopes = weights[:-1] / spread[:, None]
    return np.vstack([slopes, weights[-1] - mean @ slopes])
