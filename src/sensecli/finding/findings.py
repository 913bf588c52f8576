"""What do all leaders' positions add up to?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sensecli.finding.actors import actors
from sensecli.finding.barriers import barriers
from sensecli.finding.consensus import consensus
from sensecli.finding.evidence import quotes
from sensecli.finding.figures import figures
from sensecli.finding.groups import by_group
from sensecli.finding.ladder import failures, ladder
from sensecli.finding.leave_out import leave_out
from sensecli.finding.lenses import lens_findings
from sensecli.finding.rounds import latest
from sensecli.finding.striking import striking
from sensecli.finding.unprompted import only_prompted, unprompted
from sensecli.model import (
    Code,
    Codebook,
    Coding,
    Consensus,
    Finding,
    Interview,
    Kind,
    LensFinding,
    Position,
)


@dataclass(frozen=True, slots=True)
class Found:
    """Everything found: one finding for each code, most striking first within its kind.

    `consensus` tells of each theme, in the same order, how agreement grew; `current` are the
    positions that all of it is about, those of each leader's latest round.
    """

    themes: tuple[Finding, ...]
    barriers: tuple[Finding, ...]
    lenses: tuple[LensFinding, ...]
    consensus: tuple[Consensus, ...]
    current: tuple[Position, ...]


def findings(
    codings: Sequence[Coding],
    positions: Sequence[Position],
    interviews: Sequence[Interview],
    codebook: Codebook,
) -> Found:
    """The findings on every code of the codebook.

    Each leader counts once, with the latest round that they were interviewed in. Themes and
    barriers come by gap count, then agreement, then label; lenses by how many voice them.
    """
    current = latest(positions, interviews)
    on_code: dict[str, list[Position]] = defaultdict(list)
    for position in current:
        on_code[position.code].append(position)
    fragile = leave_out(current, interviews, codebook)
    by_kind: dict[Kind, list[Finding]] = {kind: [] for kind in Kind}
    for leaf in codebook.leaves:
        by_kind[leaf.kind].append(
            Finding(
                code=leaf.id,
                label=leaf.label,
                kind=leaf.kind,
                figures=figures(on_code[leaf.id]),
                prompted_only=sum(map(only_prompted, on_code[leaf.id])),
                unprompted=unprompted(on_code[leaf.id]),
                by_group=by_group(on_code[leaf.id], interviews),
                actors=actors(leaf.id, codings, current, interviews),
                ladder=ladder(on_code[leaf.id]),
                failures=failures(on_code[leaf.id]),
                barriers=_barriers(leaf, current, codebook),
                fragile=fragile[leaf.id],
                quotes=quotes(leaf.id, codings, current, interviews, codebook),
            )
        )
    themes = _most_striking_first(by_kind[Kind.THEME])
    return Found(
        themes=themes,
        barriers=_most_striking_first(by_kind[Kind.BARRIER]),
        lenses=lens_findings(by_kind[Kind.LENS], current, codebook),
        consensus=tuple(consensus(one.code, on_code[one.code]) for one in themes),
        current=current,
    )


def _barriers(
    leaf: Code, positions: Sequence[Position], codebook: Codebook
) -> tuple[tuple[str, int], ...]:
    return barriers(leaf.id, positions, codebook) if leaf.kind is Kind.THEME else ()


def _most_striking_first(found: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(
        sorted(
            found,
            key=lambda f: striking(f.figures.gap, f.figures.counts.endorse, f.label, f.code),
        )
    )
