"""An analysis against gold: how far the program codes as careful people do."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from sensecli.exporting.masking import masker
from sensecli.finding.positions import positions
from sensecli.finding.rounds import latest
from sensecli.loading.gold import read_gold
from sensecli.model import Analysis, Notice, Problem
from sensecli.naming import some
from sensecli.reliability.align import align, as_numbered, codable
from sensecli.reliability.evaluation import Evaluation
from sensecli.reliability.evaluation import evaluate as compare


@dataclass(frozen=True, slots=True)
class Evaluated:
    """How an analysis compares with gold (None where nothing can be), and what was wrong."""

    evaluation: Evaluation | None
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()


def evaluate(analysis: Analysis, gold: Path, *, only: Collection[str] = ()) -> Evaluated:
    """The codings of an analysis (names not masked) against a gold file.

    Compared are the interviews that gold has a row for, or else the ids in `only`.
    """
    interviews, codebook = analysis.project.interviews, analysis.codebook
    ids, codes = [one.id for one in interviews], [leaf.id for leaf in codebook.leaves]
    read = read_gold(gold, interviews=ids, codes=codes)
    rows = sorted((*read.rows, *read.uncoded), key=lambda row: row.line)
    coded = {row.interview for row in rows}
    judged = [one for one in interviews if (one.id in only if only else one.id in coded)]
    chosen = {one.id for one in judged}
    if not coded & chosen:
        none = (Notice("There is no gold row to compare with."),)
        return Evaluated(None, read.problems, () if read.problems else none)
    # A blind sheet has no names, and lists what was to be coded.
    mask = masker(analysis.project.names)
    listed = align([r for r in rows if r.interview in chosen], analysis.segments, mask=mask)
    aligned = tuple(one for one in listed if one.row.code)
    ours = codable(listed, [one for one in analysis.codings if one.interview in chosen])
    by_gold, by_us = (
        latest(positions(codings, judged, codebook), judged)
        for codings in (as_numbered(aligned), ours)
    )
    evaluation = compare(
        aligned,
        ours,
        positions=(by_gold, by_us),
        leaders={one.id: one.leader for one in judged},
        codes=codebook.leaves,
    )
    return Evaluated(evaluation, read.problems, _not_judged(ids, chosen if not only else ids))


def _not_judged(ids: Sequence[str], judged: Collection[str]) -> tuple[Notice, ...]:
    left = [id_ for id_ in ids if id_ not in judged]
    rows = "has no gold row and is" if len(left) == 1 else "have no gold row and are"
    return (Notice(f"{some(left)} {rows} left out."),) if left else ()
