"""Measure the coder on every set with gold, and write `docs/accuracy.md` whole.

    python benchmarks/accuracy.py [--quick] [--out FOLDER]

The prose is in `accuracy.md` beside this script, what was tried without gain in `tried.md`. Takes
two to three minutes on two free cores. Nothing is printed of the texts measured but counts.
"""

import argparse
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template
from time import monotonic

from measured import sections
from measured.changes import counts
from measured.coders import encoded_once, shipped, variants
from measured.elsewhere import labelled
from measured.followed import followed
from measured.likelihoods import curve, reliability
from measured.registers import registers
from measured.sections import Step
from measured.sets import MODEL, TESTS, TOP, Part, coded, judged, there
from measured.showing import chart

from sensecli.coding.tools import Tools
from sensecli.reliability.bootstrap import DRAWS
from sensecli.reliability.evaluation import Evaluation

HERE = Path(__file__).parent
PAGE, CHART = "accuracy.md", "accuracy-calibration.svg"
_QUICK = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """How many draws, and where to write."""

    draws: int
    out: Path


def main() -> None:
    """Measure, fill the page, write it."""
    asked = _asked()
    asked.out.mkdir(parents=True, exist_ok=True)
    began = monotonic()

    def tell(what: str) -> None:
        print(f"{monotonic() - began:6.0f} s  {what}", flush=True)

    with encoded_once(), tempfile.TemporaryDirectory() as scratch:
        filled = _filled(Path(scratch), asked, tell)
    page = Template((HERE / PAGE).read_text("utf-8")).substitute(filled)
    (asked.out / PAGE).write_text(page, "utf-8")
    tell(f"{asked.out / PAGE} is written")


def _asked() -> Asked:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help=f"{_QUICK} draws, not {DRAWS}")
    options.add_argument("--out", type=Path, default=TOP / "docs", help="a folder")
    given = options.parse_args()
    return Asked(_QUICK if given.quick else DRAWS, given.out)


def _filled(scratch: Path, asked: Asked, tell: Callable[[str], None]) -> dict[str, str]:
    """Every placeholder of the page with what stands in its place."""
    parts = there()
    whole = shipped(encoder=True)
    results = {
        coder: _evaluated(parts, shipped(encoder=encoder), asked.draws, tell)
        for coder, encoder in (("encoder", True), ("rules", False))
    }
    steps = _steps(parts, scratch, asked.draws, tell)
    tests = [part for part in parts if part.key in TESTS]
    likely = {part.title: reliability(part, whole[part.book]) for part in tests}
    if likely:
        (asked.out / CHART).write_text(chart(likely), "utf-8")
    tell("likelihoods")
    curves = {part.title: curve(part, whole[part.book]) for part in tests}
    tell("--min-confidence")
    main_, ruled = results["encoder"], results["rules"]
    return {
        **sections.opening(whole, asked.draws),
        "overview": sections.overview(parts, main_),
        "reached": sections.reached(main_),
        "aims": sections.aims(main_),
        "classes": sections.class_counts(main_),
        "traps": sections.trapped(),
        "parts": sections.part_tables(parts, main_, ruled),
        "confusions": sections.confusions(main_),
        "changes": sections.changes(parts, steps, asked.draws),
        "ablation": sections.ablation(parts, steps),
        "reliability": sections.reliabilities(likely, CHART),
        "curve": sections.curves(curves),
        "labelled": labelled(HERE),
        "registers": registers({"default": whole[MODEL], "rules": shipped(encoder=False)[MODEL]}),
        "followed": followed(scratch / "kept"),
        "tried": (HERE / "tried.md").read_text("utf-8").strip(),
    }


def _evaluated(
    parts: tuple[Part, ...],
    tools: Mapping[str, Tools],
    draws: int,
    tell: Callable[[str], None],
) -> dict[str, Evaluation]:
    found = {}
    for part in parts:
        found[part.key] = judged(part, coded(part, tools[part.book]), draws=draws)
        tell(part.title)
    return found


def _steps(
    parts: tuple[Part, ...], scratch: Path, draws: int, tell: Callable[[str], None]
) -> list[Step]:
    """Each variant of the coder on each part; intervals on the test parts only."""
    found = []
    for one in variants(scratch):
        results, counted = {}, {}
        for part in parts:
            codings = coded(part, one.tools[part.book])
            results[part.key] = judged(part, codings, draws=draws if part.key in TESTS else 0)
            counted |= {part.key: counts(part, codings)}
        found.append(Step(one.told, results, counted))
        tell(one.told)
    return found


if __name__ == "__main__":
    main()
