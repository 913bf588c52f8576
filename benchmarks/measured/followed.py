"""The sample's second year with gold: minutes, contradictions, moves, promises, undertakings."""

import csv
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from measured.counting import Score, score
from measured.registers import RECORDS, Row
from measured.sets import MODEL, TOP
from measured.showing import table

from sensecli.comparing import compare
from sensecli.crosschecking import Sources, crosscheck
from sensecli.model import Analysis, Between, Direction, Disagreement, Fate, Move
from sensecli.pipeline import Coder, analyse
from sensecli.undertaking import undertakings

FIRST, SECOND = TOP / "interviews" / MODEL, RECORDS / "round-2"
_DAY = date(2023, 9, 29)
_NOT_SO = str(Disagreement.NOT_SO)


def followed(store: Path) -> str:
    """What each part finds of the gold, by the default coder; `store` keeps what is worked out."""
    coder = Coder(store=store)
    rounds = [_analysed(folder, coder) for folder in (FIRST, SECOND)]
    both = compare([FIRST, SECOND], coder=coder)
    assert isinstance(both, Analysis)
    assert both.comparison
    return table(
        ["what", "F1 (precision, recall), or share right"],
        [
            *_records(rounds, coder),
            *_moves(both.comparison.between[0]),
            *_promises(both.comparison.between[0].promises),
            *_undertakings(rounds, coder),
        ],
    )


def _analysed(folder: Path, coder: Coder) -> Analysis:
    found = analyse(folder, codebook=MODEL, coder=coder)
    assert isinstance(found, Analysis)
    return found


def _rows(name: str) -> list[Row]:
    with (RECORDS / name).open(newline="", encoding="utf-8-sig") as sheet:
        return list(csv.DictReader(sheet))


def _records(rounds: Sequence[Analysis], coder: Coder) -> Iterator[tuple[str, str]]:
    sources = Sources(_DAY, RECORDS / "actions.xlsx", None, RECORDS / "papers")
    checked = [crosscheck(one, sources, coder=coder).records for one in rounds]
    assert all(checked)
    gold = {
        (Path(r["file"]).stem, r["text"], r["code"]): r["kind"] for r in _rows("gold-minutes.csv")
    }
    ours = {(Path(m.paper).stem, m.text, m.code): str(m.kind) for m in checked[0].minutes}
    yield "minutes: a passage on a code", str(score(ours, gold))
    shared = gold.keys() & ours.keys()
    right = sum(gold[one] == ours[one] for one in shared)
    yield "of those right, its kind", f"{right} of {len(shared)}"
    for title, scope, wanted in (
        ("done in the plan, failing by a leader", "", True),
        ("claimed, and no action on the theme", "theme", False),
    ):
        gold_pairs = {
            (r["code"], r["interview"], r["reference"])
            for r in _rows("gold-contradictions.csv")
            if (r["kind"] == _NOT_SO) is wanted and (not scope or r["scope"] == scope)
        }
        found = {
            (c.code, c.quote.interview, c.action.id if c.action else "")
            for one in checked
            for c in one.contradictions
            if (c.kind is Disagreement.NOT_SO) is wanted
        }
        yield f"contradictions, both rounds: {title}", str(score(found, gold_pairs))


def _moves(between: Between) -> Iterator[tuple[str, str]]:
    gold = {(r["leader"], r["code"]): r["direction"] for r in _rows("gold-movement.csv")}
    moves = {(m.leader, m.code): m for theme in between.themes for m in theme.moves}
    yield "a leader speaks of a theme in either round", str(score(moves, gold))
    told = {key: one for key, one in moves.items() if key in gold and not one.silent}
    right = sum(gold[key] == one.direction for key, one in told.items())
    against = sum(_against(gold[key], one) for key, one in told.items())
    yield (
        "where the program hears the leader in both rounds: which way",
        f"{right} of {len(told)}, {against} of them the other way",
    )


def _against(gold: str, move: Move) -> bool:
    return {gold, str(move.direction)} == {str(Direction.UP), str(Direction.DOWN)}


def _promises(found: Sequence[object]) -> Iterator[tuple[str, str]]:
    gold = _rows("gold-promises.csv")
    pairs = []
    for row in gold:
        same = [
            one
            for one in found
            if one.leader == row["leader"] and _inside(one.said.text, row["segment_text"])
        ]
        if same:
            pairs.append((row, same[0]))
    yield "promises of the first round", str(Score(len(pairs), len(found), len(gold)))
    right = sum(row["fate"] == one.fate for row, one in pairs)
    kept = [row for row, one in pairs if one.fate is Fate.KEPT]
    wrong = sum(row["fate"] != Fate.KEPT for row in kept)
    yield "of those right, what became of them", f"{right} of {len(pairs)}"
    yield "said to be kept, and not", f"{wrong} of {len(kept)}"


def _inside(one: str, other: str) -> bool:
    return one in other or other in one


def _undertakings(rounds: Sequence[Analysis], coder: Coder) -> Iterator[tuple[str, str]]:
    every = _rows("gold-undertakings.csv")
    for title, analysis in zip(("first", "second"), rounds, strict=True):
        ids = {one.id for one in analysis.project.interviews}
        gold = {(r["interview"], r["text"].strip()): r for r in every if r["interview"] in ids}
        ours = {
            (one.interview, one.text.strip()): one
            for one in undertakings(analysis, names=True, coder=coder)
        }
        yield f"undertakings, {title} round", str(score(ours, gold))
        shared = gold.keys() & ours.keys()
        days = {(key, gold[key]["due"]) for key in shared if gold[key]["due"]}
        told = {(key, one.isoformat()) for key in shared if (one := ours[key].due)}
        yield "of those right, the day", str(score(told, days))
        right = sum(ours[key].to.casefold() == gold[key]["to"].casefold() for key in shared)
        yield "of those right, to whom", f"{right} of {len(shared)}"
