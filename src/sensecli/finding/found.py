"""What does a tally of leaders add up to?"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sensecli.finding.actors import actors
from sensecli.finding.barriers import barriers
from sensecli.finding.evidence import quotes
from sensecli.finding.figures import figures, leaders_who
from sensecli.finding.groups import by_group
from sensecli.finding.held import silence
from sensecli.finding.ladder import failures, ladder
from sensecli.finding.leave_out import leave_out
from sensecli.finding.lenses import lens_findings
from sensecli.finding.striking import striking
from sensecli.finding.tally import Tally
from sensecli.finding.unprompted import only_prompted, unprompted
from sensecli.model import (
    Code,
    Codebook,
    Consensus,
    Finding,
    Kind,
    LeftOut,
    LensFinding,
    Position,
)


@dataclass(frozen=True, slots=True)
class Found:
    """Everything found: one finding for each code, most striking first within its kind.

    `consensus` tells of each theme, in the same order, how agreement grew; `current` are the
    positions that all of it is about, those of each leader's latest round. Both are empty where
    the leaders are only counted.
    """

    themes: tuple[Finding, ...]
    barriers: tuple[Finding, ...]
    lenses: tuple[LensFinding, ...]
    consensus: tuple[Consensus, ...] = ()
    current: tuple[Position, ...] = ()


def found(tally: Tally, codebook: Codebook) -> Found:
    """The findings on every code of the codebook, over the leaders of a tally.

    Themes and barriers come by gap count, then agreement, then label; lenses by how many voice
    them.
    """
    held = _held(tally, codebook.leaves)
    fragile = leave_out(tally.carried, codebook)
    by_kind: dict[Kind, list[Finding]] = {kind: [] for kind in Kind}
    for leaf in codebook.leaves:
        one = _finding(leaf, tally, held[leaf.id], fragile[leaf.id], codebook)
        by_kind[leaf.kind].append(one)
    return Found(
        themes=_most_striking_first(by_kind[Kind.THEME]),
        barriers=_most_striking_first(by_kind[Kind.BARRIER]),
        lenses=lens_findings(by_kind[Kind.LENS], tally.together, codebook),
    )


_Groups = Mapping[str, Counter[Position]]


def _finding(
    leaf: Code, tally: Tally, groups: _Groups, fragile: tuple[LeftOut, ...], codebook: Codebook
) -> Finding:
    everybody: Counter[Position] = Counter()
    for held in groups.values():
        everybody.update(held)
    is_theme = leaf.kind is Kind.THEME
    return Finding(
        code=leaf.id,
        label=leaf.label,
        kind=leaf.kind,
        figures=figures(everybody),
        prompted_only=leaders_who(everybody, only_prompted),
        unprompted=unprompted(everybody),
        by_group=by_group(groups),
        actors=actors(leaf.id, tally.named),
        ladder=ladder(everybody),
        failures=failures(everybody),
        barriers=barriers(leaf.id, tally.together, codebook) if is_theme else (),
        fragile=fragile,
        quotes=quotes(leaf.id, tally.witnesses),
    )


def _held(tally: Tally, leaves: Sequence[Code]) -> dict[str, _Groups]:
    """By code and group, how many leaders hold which position: who is not counted is silent."""
    spoken: dict[tuple[str, str], Counter[Position]] = defaultdict(Counter)
    for (group, position), leaders in tally.held.items():
        spoken[position.code, group][position] = leaders
    held: dict[str, _Groups] = {}
    for leaf in leaves:
        groups = {group: spoken[leaf.id, group] for group in tally.groups}
        for group, leaders in tally.groups.items():
            groups[group][silence(leaf.id)] = leaders - groups[group].total()
        held[leaf.id] = groups
    return held


def _most_striking_first(found: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(
        sorted(
            found,
            key=lambda f: striking(f.figures.gap, f.figures.counts.endorse, f.label, f.code),
        )
    )
